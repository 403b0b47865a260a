import { byCue } from '../words.ts';
import type { Circumstance } from './circumstance.ts';
import { FORCE } from './force.ts';
import { HIDING } from './hiding.ts';
import { MONEY } from './money.ts';
import { RULES } from './rules.ts';

export type { Circumstance } from './circumstance.ts';

/** The circumstances to try where a word stands in a sentence. */
export const CIRCUMSTANCES_BY_CUE: ReadonlyMap<string, readonly Circumstance[]> = byCue(
  [...HIDING, ...MONEY, ...RULES, ...FORCE],
  ({ cues }) => cues,
);
