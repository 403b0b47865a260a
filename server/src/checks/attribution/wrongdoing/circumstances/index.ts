import { byCue } from '../words.ts';
import { FORCE } from './force.ts';
import { HIDING } from './hiding.ts';
import type { Manner } from './manner.ts';
import { MONEY } from './money.ts';
import { RULES } from './rules.ts';

export type { Manner } from './manner.ts';

/** The manners to try where a word stands in a sentence. */
export const MANNERS_BY_CUE: ReadonlyMap<string, readonly Manner[]> = byCue(
  [...HIDING, ...MONEY, ...RULES, ...FORCE],
  ({ cues }) => cues,
);
