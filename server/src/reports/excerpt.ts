import type { Span } from '../draft/span.ts';
import { plainWords } from './report.ts';

const LONGEST = 200;

/** The words of a span on one line; of many, the first and the last. A span is in UTF-16 offsets. */
export function excerpt(text: string, { start, end }: Span): string {
  const words = plainWords(text.slice(start, end)).trim();
  if (words.length <= LONGEST) return words;
  const half = LONGEST / 2;
  return `${words.slice(0, half).replace(/\S*$/u, '').trimEnd()} … ${words.slice(-half).replace(/^\S*/u, '').trimStart()}`;
}
