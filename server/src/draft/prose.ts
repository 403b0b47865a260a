import { sentencesOf } from '../language/sentences.ts';
import { type Word, wordsOf } from '../language/words.ts';
import { type QuoteSpan, quotesOf } from './quotes.ts';
import type { Span } from './span.ts';

/**
 * What a paragraph is in the draft. Checks say which kinds they read.
 * A `field` is one of the front matter: a headline, a standfirst, a caption that a page shows beside the story and no part of it.
 * `furniture` is left to the checks to tell; a reader only knows the shape of the page.
 */
export type ParagraphKind =
  | 'headline'
  | 'byline'
  | 'dateline'
  | 'heading'
  | 'body'
  | 'list-item'
  | 'caption'
  | 'quotation'
  | 'cell'
  | 'field';

/**
 * The words of one paragraph, apart from where they stand in the draft. Two paragraphs with the same text and kind
 * are the same prose, so whatever is learnt about one is kept for all of them and for the next keystroke.
 * All spans are UTF-16 offsets into `text`.
 */
export interface Prose {
  readonly text: string;
  readonly kind: ParagraphKind;
  /** The text in small letters, to look for words in. Its offsets may be others. Worked out when first asked for. */
  readonly lower: string;
  /** The sentences, without the white space between them. Worked out when first asked for. */
  readonly sentences: readonly Span[];
  /** The words, punctuation left out. Worked out when first asked for. */
  readonly words: readonly Word[];
  /** Direct quotes, marks included. Worked out when first asked for. */
  readonly quotes: readonly QuoteSpan[];
}

/** Makes the prose of a paragraph; sentences, words and quotes are found when first read. */
export function makeProse(text: string, kind: ParagraphKind): Prose {
  let lower: string | undefined;
  let sentences: readonly Span[] | undefined;
  let words: readonly Word[] | undefined;
  let quotes: readonly QuoteSpan[] | undefined;
  return {
    text,
    kind,
    get lower() {
      lower ??= text.toLowerCase();
      return lower;
    },
    get sentences() {
      sentences ??= sentencesOf(text);
      return sentences;
    },
    get words() {
      words ??= wordsOf(text);
      return words;
    },
    get quotes() {
      quotes ??= quotesOf(text);
      return quotes;
    },
  };
}
