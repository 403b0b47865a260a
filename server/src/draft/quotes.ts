import type { Span } from './span.ts';

/** A direct quote within one paragraph, its marks included (UTF-16 offsets of the paragraph's text). */
export interface QuoteSpan extends Span {
  /** False when the paragraph ends before the quote does: it is left open, or goes on in the next paragraph. */
  readonly closed: boolean;
}

const CLOSER: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‘': '’',
  '"': '"',
  "'": "'",
};
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–\-/“‘"'«„]/u;

/**
 * Finds the direct quotes of a paragraph: curly, straight, angled and low-high marks, double or single. An apostrophe
 * (O'Brien, '90s, players') is no quote: a single mark opens only before a letter, after a space or another mark, and
 * only if a closing mark follows. A quote still open at the end of the paragraph runs to its end, as a
 * continuing quotation does; single marks never run on.
 */
export function quotesOf(text: string): readonly QuoteSpan[] {
  const quotes: QuoteSpan[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = text.charAt(at);
    const closers = CLOSER[mark];
    if (closers === undefined || !opens(text, at, mark)) {
      at += 1;
      continue;
    }
    const end = closingMark(text, at, mark, closers);
    if (end !== undefined) {
      quotes.push({ start: at, end: end + 1, closed: true });
      at = end + 1;
    } else if (mark === '‘' || mark === "'") {
      at += 1;
    } else {
      quotes.push({ start: at, end: text.length, closed: false });
      at = text.length;
    }
  }
  return quotes;
}

function opens(text: string, at: number, mark: string): boolean {
  if (mark === '“' || mark === '„' || mark === '«') return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (after === '' || /\s/u.test(after)) return false;
  if (before !== '' && !BEFORE_OPENING.test(before)) return false;
  if (mark === '"') return true;
  // ’90s and ’tis are set with either mark
  return !/^(?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|n\b)/iu.test(text.slice(at + 1, at + 6));
}

function closingMark(text: string, at: number, mark: string, closers: string): number | undefined {
  const single = mark === '‘' || mark === "'";
  for (let i = at + 1; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (!closers.includes(char)) continue;
    const before = text.charAt(i - 1);
    const after = text.charAt(i + 1);
    if (mark === '"' && /\s/u.test(before) && LETTER.test(after)) continue;
    // within single marks an apostrophe has a letter on both sides, and a plural's (players’ union) none after it
    if (single && LETTER.test(after)) continue;
    if (single && /\s/u.test(before)) continue;
    if (
      single &&
      /s/iu.test(before) &&
      /^\s\p{Ll}/u.test(text.slice(i + 1, i + 3)) &&
      laterClose(text, i, closers)
    ) {
      continue;
    }
    return i;
  }
  return undefined;
}

function laterClose(text: string, at: number, closers: string): boolean {
  for (let i = at + 1; i < text.length; i += 1) {
    if (
      closers.includes(text.charAt(i)) &&
      !LETTER.test(text.charAt(i + 1)) &&
      !/\s/u.test(text.charAt(i - 1))
    ) {
      return true;
    }
  }
  return false;
}

/** Whether a span of a paragraph lies within one of its direct quotes. */
export const inQuote = (quotes: readonly QuoteSpan[], span: Span): boolean =>
  quotes.some((quote) => quote.start <= span.start && span.end <= quote.end);
