import type { WrongKind } from '../wrong.ts';

/** How or when something was done, where that tells of a wrong. */
export interface Circumstance {
  /** Words one of which must stand in the sentence for the pattern to be worth trying. */
  readonly cues: string;
  readonly weight: number;
  readonly pattern: RegExp;
  readonly kind?: WrongKind;
}
