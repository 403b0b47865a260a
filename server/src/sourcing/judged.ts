import type { Splice } from '../draft/splice.ts';
import type { Cue } from './clause.ts';
import type { Source } from './sources.ts';
import type { QuoteIn, SentenceIn, Summary } from './summary.ts';

/**
 * How a sentence is sourced: somebody is named for it; it is somebody's words; only nobody in particular is ("critics say");
 * the reporter says it; or it needs no source (a headline, a question, an interview).
 */
export type Status = 'attributed' | 'quoted' | 'vague' | 'unattributed' | 'exempt';

/** Where a quote's speaker was found, the surest first. */
export type How = 'sentence' | 'continued' | 'paragraph' | 'lead-in' | 'previous';

/** Who speaks in a quote, as far as can be told. */
export interface Speaker {
  readonly source: Source;
  /** How many paragraphs before the quote's the mention stands: 0 in the same one. */
  readonly back: number;
  readonly how: How;
}

export interface JudgedSentence {
  /** Its place in its paragraph, counted from 0. */
  readonly index: number;
  readonly sentence: SentenceIn;
  readonly status: Status;
  readonly cue: Cue | undefined;
  readonly source: Source | undefined;
  /** It goes on with what the sentence before it in the paragraph attributes. */
  readonly carried: boolean;
}

export interface JudgedQuote {
  /** Its place in its paragraph, counted from 0. */
  readonly index: number;
  readonly quote: QuoteIn;
  /** It goes on with the quote that the paragraph before left open. */
  readonly continues: boolean;
  readonly speaker: Speaker | undefined;
}

/** Who says what in one paragraph, in offsets of its text. The same object as long as nothing changes for it. */
export interface JudgedParagraph {
  readonly summary: Summary;
  readonly sentences: readonly JudgedSentence[];
  readonly quotes: readonly JudgedQuote[];
}

/** Everything known of who says what in a draft. */
export interface Judged {
  readonly mode: Mode;
  readonly paragraphs: readonly JudgedParagraph[];
}

/** News has sources; an interview and first-person copy speak for themselves. */
export type Mode = 'news' | 'interview' | 'opinion';

/** Who says what in a draft, and where that is not what it was in the run before. */
export interface Followed extends Splice {
  readonly judged: Judged;
  /** The first paragraph whose judgement may be new, and the first after those. */
  readonly from: number;
  readonly to: number;
}

/** Whether a speaker is named where a reader looks for one; from the paragraph before it is only a guess. */
export const isSure = (speaker: Speaker): boolean => speaker.how !== 'previous';
