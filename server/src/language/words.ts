import type { Span } from '../draft/span.ts';

/** A word as it stands in its paragraph; the span is in UTF-16 offsets of the paragraph's text. */
export interface Word extends Span {
  readonly text: string;
}

// A figure keeps its inner points and commas (1,200.50), a word its apostrophes and hyphens (O'Brien, co-operate).
const WORD =
  /\p{N}[\p{N}\p{L}\p{M}]*(?:[.,:/’'-][\p{N}\p{L}][\p{N}\p{L}\p{M}]*)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[’'‐‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/**
 * The words of a text, in order, punctuation left out: what two passages are compared by. Not the tagger's tokens, which split
 * "isn't" and count marks: copies are found whatever marks they are set with, and the fingerprints of sentences in ledgers and
 * baselines hang on these words, so they must stay as they are.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/**
 * A word as it is compared with others: canonical Unicode form, lower case, one kind of apostrophe and hyphen,
 * so that a copy set in other type is still the same words.
 */
export function comparable(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘ʼ＇]/g, "'")
    .replace(/[‐‑]/g, '-');
}
