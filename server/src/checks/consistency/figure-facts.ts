import type { ParagraphKind } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import type { Stated } from './quantities.ts';

/** A quantity that a paragraph states: what is counted, and how many. */
export interface Fact {
  /** What is counted: “killed”, “money deal”, “Labour won seats”. */
  readonly key: string;
  readonly stated: Stated;
  /** Whether it points back to something named before: “the blast”, “the £3bn deal”. */
  readonly definite: boolean;
  /** Words for what happened in its sentence: blast, crash. */
  readonly causes: readonly string[];
  /** Says that the count has changed, or counts something else: another place, another time, a part. */
  readonly apart: boolean;
  /** The names in the sentence of a score. */
  readonly names?: readonly string[];
  /** Told by a list of names. */
  readonly listed?: true;
  /** “They”: whoever the paragraph before it counts. */
  readonly they?: true;
  /** The beginnings of the words that its sentence is about. */
  readonly about?: readonly string[];
  /** The words between a count and what it counts. */
  readonly marks?: readonly string[];
  /** Of all of them, in so many words. */
  readonly whole?: true;
  /** What it is the sum of. */
  readonly parts?: readonly number[];
}

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
