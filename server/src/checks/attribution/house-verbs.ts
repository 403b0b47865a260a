import { type HouseVerbs, houseVerbs } from '../../attribution/index.ts';
import type { Plan } from '../../engine/plan.ts';

const byPlan = new WeakMap<Plan, HouseVerbs>();

/** The reporting verbs of the house by a plan: the same object for the same plan, by which summaries are kept. */
export function houseVerbsOf(plan: Plan): HouseVerbs {
  let verbs = byPlan.get(plan);
  if (verbs === undefined) {
    const said = plan.checks.find(({ check }) => check.id === 'attribution')?.options.reportingVerbs;
    verbs = houseVerbs(Array.isArray(said) ? said : []);
    byPlan.set(plan, verbs);
  }
  return verbs;
}
