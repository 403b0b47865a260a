import type { Span } from '../../../draft/span.ts';

/**
 * What is wrong by meaning, not by one word: an act with what it was done to. The classes were grown from the hyponyms of
 * WordNet's "falsify", "hide", "mistreat", "violate", "bribe", "record", "evidence" and "chemical weapon", then checked
 * by hand: a word stays only if, in news copy, the pair is an accusation.
 */
export interface Wrong {
  /** What the question to the editor is about. */
  readonly kind: WrongKind;
  /** The verbs, as lemmas; a particle after a blank ("cover up"). */
  readonly acts: string;
  /** Nouns one of which must be what it was done to; absent where the verb says enough. */
  readonly objects?: string;
  /** Words one of which must follow as well. */
  readonly also?: string;
  /** How far after the verb the object may stand, in words. */
  readonly reach?: number;
  /** Reads the passive too ("logs were shredded"). Off where the passive is what fire and weather do. */
  readonly passive?: boolean;
  /** Not where one of these words stands near: another sense. */
  readonly unless?: string;
  /** Heads one of which must be who did it, where the act is told of somebody. */
  readonly doers?: string;
}

export type WrongKind =
  | 'records'
  | 'evidence'
  | 'bribe'
  | 'tip-off'
  | 'hidden'
  | 'rules'
  | 'mistreatment'
  | 'weapons'
  | 'truce'
  | 'deceit'
  | 'theft'
  | 'pollution'
  | 'spying'
  | 'orders'
  | 'knowledge';

/** A wrong told as a fact: where, and of what kind. Offsets of the paragraph's text. */
export interface Wrongdoing {
  readonly span: Span;
  readonly kind: WrongKind;
}
