import type { Prose } from '../draft/prose.ts';
import type { QuoteSpan } from '../draft/quotes.ts';

/**
 * What a quote is: a full one is a clause or more in somebody's words and needs a speaker, a partial one a few words within the
 * reporter's sentence, a title the name of a work.
 */
export type QuoteKind = 'full' | 'partial' | 'title';

const TITLE =
  /^[\p{Lu}\p{N}][\p{L}\p{N}’'.-]*(?:\s+(?:[\p{Lu}\p{N}][\p{L}\p{N}’'.-]*|of|the|and|in|for|a|an|to|on|with|&|at|from|by|vs\.?|or))*[!?]?$/u;

/** The words of a quote, without its marks. */
export const withoutMarks = (text: string): string =>
  text.replace(/^[“”"„«‘'`]+/u, '').replace(/[”“"»’'`]+$/u, '');

/** How many words a text has. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0;

/** Tells the kind of a quote by its words and its place in its paragraph. */
export function quoteKind(paragraph: string, quote: QuoteSpan): QuoteKind {
  const inner = withoutMarks(paragraph.slice(quote.start, quote.end)).trim();
  const words = countWords(inner);
  const starts = /^[\p{Lu}\p{N}[(…‘'"“]/u.test(inner);
  const after = paragraph.slice(quote.end, quote.end + 1);
  const ends = /[.,!?…—–-]$/u.test(inner) || !quote.closed || after === ',';
  const alone = quote.start === 0 && quote.end === paragraph.length;
  if (alone && words >= 1 && /[.!?]$/u.test(inner)) return 'full';
  // “I Will!” is a title only by its capitals: one word with an end mark beside a verb is speech
  if (words <= 9 && !/[.,…]$/u.test(inner) && TITLE.test(inner) && (!/[!?]$/u.test(inner) || words > 1))
    return 'title';
  if (words >= 4 && starts && ends) return 'full';
  if (words >= 12 && (starts || ends)) return 'full';
  if (words >= 2 && starts && /[.,!?]$/u.test(inner)) return 'full';
  return 'partial';
}

/**
 * Whether a paragraph's first quote goes on with the one before. A quote carries over only if the paragraph before
 * leaves it open and the paragraph opens with a mark again.
 */
export const goesOnFrom = (before: Prose, prose: Prose): boolean =>
  before.quotes.at(-1)?.closed === false && prose.quotes[0]?.start === 0;
