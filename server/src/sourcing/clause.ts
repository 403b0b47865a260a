import type { Span } from '../draft/span.ts';
import type { Run } from './phrases.ts';
import type { Tier } from './reporting-verbs.ts';
import { type Source, sourceOf } from './sources.ts';
import type { Token } from './tokens.ts';

/** A word that says who says something. Spans are offsets of the paragraph's text. */
export interface Cue {
  readonly span: Span;
  readonly lemma: string;
  /** `beside`: a verb that reports only because it stands beside a full quote ("he shrugged"); `noun`: "in a statement by"; `lead-in`: a colon that closes the paragraph. */
  readonly tier: Tier | 'noun' | 'beside' | 'lead-in';
  /** Who says it; undefined where the sentence does not name anybody. */
  readonly source: Source | undefined;
  /** What the source answers for; words outside it are the reporter's own. */
  readonly scope: Span;
  /** A passive with nobody behind it ("was accused of"). */
  readonly agentless: boolean;
}

/** What a sentence's cues are looked for in: tokens [from, to) of a paragraph. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether a quote, by its place in the paragraph, is a full one. */
  readonly isFull: (quote: number) => boolean;
}

const startOf = (clause: Clause): number => (clause.tokens[clause.from] as Token).start;
export const endOf = (clause: Clause): number => (clause.tokens[clause.to - 1] as Token).end;
export const wholeOf = (clause: Clause): Span => ({ start: startOf(clause), end: endOf(clause) });

export const sourceIn = (clause: Clause, run: Run | undefined): Source | undefined =>
  run && sourceOf(clause.tokens, run, clause.from, clause.text);
