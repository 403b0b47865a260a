import { memoizeWeak } from '../../draft/memoize.ts';
import type { Plan } from '../../engine/plan.ts';
import { type HouseVerbs, houseVerbs } from '../../sourcing/index.ts';

/** The reporting verbs of the house by a plan: the same object for the same plan, by which summaries are kept. */
export const houseVerbsOf = memoizeWeak(({ checks }: Plan): HouseVerbs => {
  const said = checks.find(({ check }) => check.id === 'attribution')?.options.reportingVerbs;
  return houseVerbs(Array.isArray(said) ? said : []);
});
