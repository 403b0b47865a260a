import { readFileSync } from 'node:fs';
import type { Span } from '../server/src/draft/span.ts';

/** A finding that a marked draft expects. */
export interface Expected {
  readonly code: string;
  readonly span: Span;
}

/** A draft with its marks taken off, and what they said. */
export interface Marked {
  readonly text: string;
  readonly expected: readonly Expected[];
}

/**
 * Takes the marks off a marked draft: `⟦code:text⟧` says that `code` is expected on `text`. Marks may nest.
 * @throws Error if a mark is not closed or has no code.
 */
export function unmark(marked: string): Marked {
  const expected: Expected[] = [];
  const open: { code: string; start: number }[] = [];
  let text = '';
  let at = 0;
  while (at < marked.length) {
    const char = marked.charAt(at);
    if (char === '⟦') {
      const code = /^⟦([a-z]+\/[a-z-]+):/u.exec(marked.slice(at, at + 80));
      if (code?.[1] === undefined) throw new Error(`A mark without a code: ${marked.slice(at, at + 30)}`);
      open.push({ code: code[1], start: text.length });
      at += code[0].length;
    } else if (char === '⟧') {
      const mark = open.pop();
      if (mark === undefined) throw new Error(`A mark is closed that was never opened, at ${at}.`);
      expected.push({ code: mark.code, span: { start: mark.start, end: text.length } });
      at += 1;
    } else {
      text += char;
      at += 1;
    }
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${open[0]?.code}`);
  return { text, expected: expected.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

/** Reads a marked draft from a file, line ends as they stand. */
export const readMarked = (path: string): Marked => unmark(readFileSync(path, 'utf8'));
