import type { Sentence } from '../../language/tagged.ts';
import { setOf } from '../../language/tags.ts';
import {
  BASE,
  BE,
  COMMON_NOUN,
  can,
  HAVE,
  MODALS,
  onlyParticiple,
  pastAdverbs,
  small,
  tagged,
  VERB,
  word,
} from './predicates.ts';

type Sign = (s: Sentence, i: number) => boolean;

const HELD = setOf('VBN', 'VBD', 'JJ', 'RB', 'DT', 'PRP$', 'PRP', 'CD', 'IN', 'TO', 'NNS', 'NNP');
const SEPARATE = setOf('RB', 'DT', 'PRP', 'PRP$', 'IN', 'JJ', 'CC', 'WRB', 'WP', 'NNP', 'CD');

/** The word an auxiliary right before the token is, past adverbs; empty where there is none. */
function leader(s: Sentence, i: number): string {
  let at = i - 1;
  while (at > 0 && pastAdverbs(s, at) === at + 1 && i - at < 3) at -= 1;
  return word(s, at);
}

/** "Will takes", "could went", "did not accepted". */
const afterModal: Sign = (s, i) => {
  const lead = leader(s, i);
  return (
    (MODALS.has(lead) || /^(?:do|does|did)$/u.test(lead)) &&
    can(s, i, VERB) &&
    !can(s, i, setOf('VB') | SEPARATE)
  );
};

/** "Has takes", "had listen", "have reach a deal". */
const afterHave: Sign = (s, i) => {
  if (!HAVE.has(leader(s, i)) || can(s, i, HELD)) return false;
  if (can(s, i, COMMON_NOUN))
    return can(s, i, BASE) && (tagged(s, i + 1, setOf('DT', 'PRP$', 'IN')) || /^[,.]$/u.test(word(s, i + 1)));
  return can(s, i, VERB);
};

/** "Was send", "are expects", "were went". */
const afterBe: Sign = (s, i) =>
  BE.has(leader(s, i)) && can(s, i, VERB) && !can(s, i, setOf('VBN', 'VBG', 'NN', 'NNS') | SEPARATE);

/** "To speaking", "to dispersed". */
const afterTo: Sign = (s, i) =>
  word(s, i - 1) === 'to' && can(s, i, VERB) && !can(s, i, setOf('VB', 'NN', 'NNS', 'VBG') | SEPARATE);

/** Two forms side by side that can be nothing but verbs. */
const twoVerbs: Sign = (s, i) =>
  [i, i + 1].some(
    (at) =>
      small(s, at - 1) &&
      can(s, at - 1, VERB | setOf('MD')) &&
      can(s, at, VERB | setOf('MD')) &&
      !can(s, at - 1, COMMON_NOUN | setOf('JJ', 'RB', 'IN')) &&
      !can(s, at, COMMON_NOUN | setOf('JJ', 'RB', 'IN')) &&
      !(BE.has(word(s, at - 1)) && can(s, at, setOf('VBN', 'VBG'))) &&
      !(HAVE.has(word(s, at - 1)) && can(s, at, setOf('VBN'))) &&
      !(can(s, at - 1, setOf('MD')) && can(s, at, setOf('VB'))) &&
      !/^(?:do|does|did|let|help|helps|helped)$/u.test(word(s, at - 1)),
  );

/** "He setting", "they taken": a pronoun and a form that has no tense. */
const afterPronoun: Sign = (s, i) =>
  /^(?:he|she|it|they|we)$/u.test(word(s, i - 1)) &&
  (onlyParticiple(s, i) || (/...ing$/u.test(word(s, i)) && !can(s, i, COMMON_NOUN | setOf('JJ', 'IN')))) &&
  tagged(s, i - 2, setOf('IN', 'CC', 'VBD', 'VBZ', 'WRB'));

const SIGNS: readonly (readonly [Sign, number])[] = [
  [afterModal, 2],
  [afterHave, 2],
  [afterBe, 2],
  [afterTo, 1.5],
  [twoVerbs, 1.5],
  [afterPronoun, 1],
];

/** The most that a sign puts on. */
export const MOST_SIGN = 2;

/** What may be put on the classifier's log-odds for a token, since its form alone tells. */
export function signAt(s: Sentence, i: number): number {
  let most = 0;
  for (const [holds, weight] of SIGNS) if (weight > most && holds(s, i)) most = weight;
  return most;
}
