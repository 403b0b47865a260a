import type { Rule } from '../rule.ts';
import * as agreement from './agreement.ts';
import * as articles from './articles.ts';
import * as auxiliaries from './auxiliaries.ts';
import * as collisions from './collisions.ts';
import * as determiners from './determiners.ts';
import * as doubled from './doubled.ts';
import * as prepositions from './prepositions.ts';
import * as spun from './spun.ts';
import * as subjects from './subjects.ts';

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'find' in value;

/** Every rule. A new one is exported from a file beside this one, with its examples. */
export const RULES: readonly Rule[] = [
  doubled,
  determiners,
  auxiliaries,
  collisions,
  prepositions,
  agreement,
  subjects,
  articles,
  spun,
].flatMap((file) => Object.values<unknown>(file).filter(isRule));
