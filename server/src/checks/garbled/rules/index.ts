import type { Rule } from '../rule.ts';
import * as agreement from './agreement.ts';
import * as articles from './articles.ts';
import * as auxiliaries from './auxiliaries.ts';
import * as collisions from './collisions.ts';
import * as comparisons from './comparisons.ts';
import * as complements from './complements.ts';
import * as connectives from './connectives.ts';
import * as determiners from './determiners.ts';
import * as doubled from './doubled.ts';
import * as endings from './endings.ts';
import * as forms from './forms.ts';
import * as frames from './frames.ts';
import * as missing from './missing.ts';
import * as omissions from './omissions.ts';
import * as prepositions from './prepositions.ts';
import * as pronouns from './pronouns.ts';
import * as slips from './slips.ts';
import * as spun from './spun.ts';
import * as subjects from './subjects.ts';

const isFamily = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'find' in value;

/** Every family of garbles. A new one is exported from a file beside this one, with its examples. */
export const FAMILIES: readonly Rule[] = [
  doubled,
  determiners,
  auxiliaries,
  collisions,
  prepositions,
  agreement,
  subjects,
  pronouns,
  slips,
  articles,
  frames,
  forms,
  missing,
  omissions,
  comparisons,
  connectives,
  complements,
  endings,
  spun,
].flatMap((file) => Object.values<unknown>(file).filter(isFamily));
