import type { ParagraphKind } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import type { Stated } from './quantities.ts';

/** A share of a whole that is told beside the whole, and how far rounding may have moved it. */
export interface Share {
  readonly value: number;
  readonly slack: number;
}

/** A quantity that a paragraph states: how many, of what, and what is said of them. */
export interface Fact {
  readonly stated: Stated;
  /** The sentence that it stands in, and where that begins in the paragraph (UTF-16 offset). */
  readonly sentence: string;
  readonly sentenceAt: number;
  /** Stands in a quote. */
  readonly quoted: boolean;
  /** What it is measured in: `count`, a currency, `%`, `days`, `metres`, `degrees`, `score`, `votes`, `clock`, `date`, `span`, `age`. */
  readonly unit: string;
  /** What stands between the figure and the next word: “-month”, “ miles”. */
  readonly form: string;
  /** What is counted, or has this size: “passengers”, “penalty”; empty where the sentence leaves it out. */
  readonly head: string;
  /** The words between the figure and its head: “the nine grounded jets”. */
  readonly marks: readonly string[];
  /** Points back to what is told before: “the £3bn deal”, “all seven”. */
  readonly definite: boolean;
  /** Says that the count has changed, or counts something else: another place, another time, a part. */
  readonly apart: boolean;
  /** What happens to them, by the beginnings of words: dead, held. */
  readonly events: readonly string[];
  /** The beginnings of the words that the sentence is about. */
  readonly about: readonly string[];
  /** The beginnings of the words that say which ones are meant: “the workers who signed”. */
  readonly tail: readonly string[];
  /** The last word of weight before it, which governs it: “signed by 412”; empty where there is none. */
  readonly lead: string;
  /** The names beside it. */
  readonly names: readonly string[];
  /** People named one by one, who are counted here. */
  readonly listed?: true;
  /** What it is the sum of. */
  readonly parts?: readonly number[];
  /** Where its paragraph gives the whole of these parts, in the same sentence (UTF-16 offset). */
  readonly whole?: number;
  /** These parts open their sentence, as those of what was told right before do. */
  readonly opens?: boolean;
  /** What is left of a whole: “the other three”, “the remaining £600,000”. */
  readonly rest?: true;
  /** The share of it that is meant: “a third of the 900”. */
  readonly share?: Share;
  /** What that share comes to, where something else is held against it. */
  readonly made?: number;
  /** The figure that it grew or shrank from. */
  readonly from?: number;
}

/** What a fact is where its sentence says no more of it than the figure. */
export const UNSAID = {
  sentence: '',
  sentenceAt: 0,
  quoted: false,
  form: '',
  head: '',
  marks: [],
  definite: false,
  apart: false,
  events: [],
  tail: [],
  lead: '',
  names: [],
} as const satisfies Partial<Fact>;

/** A contradiction within one paragraph. */
export interface SumFault {
  readonly span: Span;
  readonly message: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly fix?: { readonly span: Span; readonly text: string };
}

/** An age and a year of birth that a paragraph gives of one living person. */
export interface Life {
  readonly age: Span & { readonly value: number };
  readonly born: Span & { readonly value: number };
}

/** What a paragraph says in figures. */
export interface FigureSummary {
  readonly kind: ParagraphKind;
  readonly facts: readonly Fact[];
  readonly faults: readonly SumFault[];
  /** An age and a year of birth of one person, to be held against the year of the draft. */
  readonly life?: Life;
}
