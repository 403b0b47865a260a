import type { Classifier } from './classifier.ts';
import type { Hit } from './family.ts';
import { COMMON_NOUN, can, hit, mayHaveGap, shown, small, tagged, VERB, word } from './look.ts';
import type { Sentence } from './read.ts';
import { LEAD_TO } from './rules/auxiliaries.ts';
import { takesIng } from './rules/collisions.ts';
import { setOf } from './tags.ts';

/**
 * The log-odds from which the classifier's word is passed on. Set on 1,012,000 words of clean news so that the second tier adds
 * about half an alarm in 10,000 words.
 */
export const THRESHOLD = 2.3;

/** What is taken off the score where one of the words could well be a noun. */
const DOUBT = 1.5;

/** The most words a hit may show. */
const LONGEST = 4;

/** What the classifier finds garbled where no family does. */
export function secondTier(
  sentence: Sentence,
  classify: Classifier,
  threshold = THRESHOLD,
): { hit: Hit; score: number }[] {
  const scores = classify(sentence);
  const found: { hit: Hit; score: number }[] = [];
  for (let i = 0; i < sentence.size; i += 1) {
    if ((scores[i] as number) < threshold) continue;
    let from = i;
    let to = i + 1;
    const near = threshold / 2;
    while (from > 0 && i - from < 2 && (scores[from - 1] as number) >= near) from -= 1;
    while (to < sentence.size && to - from < LONGEST && (scores[to] as number) >= near) to += 1;
    // one word is seldom the collision: show its worse neighbour too
    if (to - from === 1) {
      const left = from > 0 ? (scores[from - 1] as number) : Number.NEGATIVE_INFINITY;
      const right = to < sentence.size ? (scores[to] as number) : Number.NEGATIVE_INFINITY;
      if (left > right) from -= 1;
      else if (to < sentence.size) to += 1;
    }
    let score = areVerbs(sentence, from, to) ? 0 : -DOUBT;
    let most = 0;
    for (let at = from; at < to; at += 1) most = Math.max(most, scores[at] as number);
    score += most;
    if (score < threshold) {
      i = to - 1;
      continue;
    }
    i = to - 1;
    if (!isPhrase(sentence, from, to) || readsRightly(sentence, from, to)) continue;
    found.push({
      hit: hit(
        from,
        to,
        `${shown(sentence, from, to)} reads garbled: a word may be left over, missing or in the wrong form.`,
      ),
      score,
    });
  }
  return found;
}

/** Only common words in a row: at a name, a figure, a quotation mark or a bracket the classifier guesses. */
function isPhrase(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (!small(sentence, i)) return false;
    if (sentence.may[i] === 0) return false;
  }
  return true;
}

const CLOSED = new Set(
  'in on at of to for from by with into over about after before during between against the this that these those some any all is are was were be been being has have had do does did will would can could may might must should near under up down out off'.split(
    ' ',
  ),
);
const QUESTION = new Set([
  'is',
  'are',
  'was',
  'were',
  'do',
  'does',
  'did',
  'has',
  'have',
  'had',
  'will',
  'would',
  'can',
  'could',
]);

/** What the classifier most often takes for a garble and is none. */
function readsRightly(s: Sentence, from: number, to: number): boolean {
  // a question turns subject and verb round: "was he playing", "is this the best"
  if (word(s, s.size - 1) === '?' || (QUESTION.has(word(s, from - 1)) && tagged(s, from, setOf('PRP', 'DT'))))
    return true;
  // prepositions, articles and auxiliaries among themselves are the families' business
  let closed = true;
  for (let i = from; i < to; i += 1)
    closed &&=
      word(s, i).length < 3 || !can(s, i, VERB | COMMON_NOUN | setOf('JJ', 'RB')) || CLOSED.has(word(s, i));
  if (closed) return true;
  let verbs = 0;
  for (let i = from; i < to; i += 1) if (can(s, i, VERB | setOf('MD'))) verbs += 1;
  // only verbs that collide: elsewhere the classifier errs too often
  if (verbs < 2 && !/^(?:which|who)$/u.test(word(s, from))) return true;
  // a verb and its object, a subject and its verb: "shift focus", "the coin flip resulted"
  let collide = from + 1 >= to;
  for (let i = from; i + 1 < to; i += 1) if (!nounHere(s, i) && !nounHere(s, i + 1)) collide = true;
  if (!collide) return true;
  for (let i = from; i + 1 < to; i += 1) {
    // "relatives of those killed remained at the scene"
    if (
      can(s, i, setOf('VBN')) &&
      can(s, i + 1, setOf('VBD', 'VBP')) &&
      (tagged(s, i - 1, setOf('NNS', 'CD')) || word(s, i - 1) === 'those')
    )
      return true;
    const pair = can(s, i, VERB | setOf('MD')) && can(s, i + 1, VERB | setOf('MD'));
    // a clause may end in a verb and the next word be the main one: "the site it used ensured …"
    // "the decision to leave came", "the saying goes", "come get his coat"
    if (
      word(s, i - 1) === 'to' &&
      tagged(s, i - 2, COMMON_NOUN | setOf('JJ')) &&
      can(s, i + 1, setOf('VBD', 'VBZ', 'VBP'))
    )
      return true;
    if (
      /ing$/u.test(word(s, i)) &&
      can(s, i + 1, setOf('VBD', 'VBZ', 'VBP', 'MD')) &&
      !can(s, i + 1, setOf('VB')) &&
      can(s, i, COMMON_NOUN)
    )
      return true;
    if (/ing$/u.test(word(s, i)) && tagged(s, i - 1, setOf('DT', 'JJ', 'PRP$'))) return true;
    if (/^(?:come|comes|go|goes|let|make|made|dont|wanna|gonna|gotta)$/u.test(word(s, i))) return true;
    if (pair && tagged(s, i, VERB | setOf('MD')) && mayHaveGap(s, i + 1)) return true;
    // "paid speeches", "coveted awards": a participle before its noun
    if (
      can(s, i + 1, setOf('VBN', 'VBG', 'JJ')) &&
      tagged(s, i + 2, COMMON_NOUN | setOf('JJ', 'NNP', 'NNPS', 'VBG'))
    )
      return true;
    if (/^help(?:ed|s|ing)?$/u.test(word(s, i))) return true;
    // "appeared poised", "felt compelled", "remained hospitalised"
    if (
      can(s, i + 1, setOf('VBN', 'JJ')) &&
      /^(?:appear|felt|feel|seem|remain|look|becom|got|get)/u.test(word(s, i))
    )
      return true;
    // "the homes sold include"
    if (/^(?:include|includes|included)$/u.test(word(s, i + 1))) return true;
    if (
      /^(?:say|says|said|given|based|compared|provided|aged)$/u.test(word(s, i + 1)) &&
      can(s, i, setOf('VBN'))
    )
      return true;
    if (LEAD_TO.has(word(s, i))) return true;
    if (can(s, i, setOf('JJ')) && tagged(s, i + 1, COMMON_NOUN)) return true;
    // "considering creating", "avoiding becoming"
    if (can(s, i + 1, setOf('VBG')) && (takesIng(s, i) || can(s, i, setOf('IN')))) return true;
    // "waterboarding constitutes", "economics tells": a noun of either look and its verb
    if (can(s, i, setOf('NN')) && can(s, i + 1, setOf('VBZ', 'VBD')) && /(?:ing|ics)$/u.test(word(s, i)))
      return true;
    if (word(s, i) === word(s, i + 1)) return true;
  }
  return false;
}

const nounHere = (s: Sentence, i: number): boolean =>
  tagged(s, i, COMMON_NOUN | setOf('JJ')) && can(s, i, COMMON_NOUN | setOf('JJ'));

/** Whether two verbs stand side by side that can hardly be anything else. */
function areVerbs(s: Sentence, from: number, to: number): boolean {
  if (/^(?:which|who)$/u.test(word(s, from))) return true;
  for (let i = from; i + 1 < to; i += 1) if (isFirstVerb(s, i) && isSecondVerb(s, i + 1)) return true;
  return false;
}

/** A verb by its form, or by what stands before it. */
const isFirstVerb = (s: Sentence, i: number): boolean =>
  can(s, i, VERB | setOf('MD')) &&
  (!can(s, i, COMMON_NOUN | setOf('JJ', 'RB')) ||
    tagged(s, i - 1, setOf('PRP', 'MD', 'TO')) ||
    BEFORE_VERB.has(word(s, i - 1)));

/** A verb by its form, or by the object after it; its -s form by that alone. */
const isSecondVerb = (s: Sentence, i: number): boolean =>
  can(s, i, VERB | setOf('MD')) &&
  !/^(?:is|are|was|were|has|have|had)$/u.test(word(s, i)) &&
  (!can(s, i, COMMON_NOUN | setOf('JJ', 'RB')) || tagged(s, i + 1, setOf('DT', 'PRP$', 'PRP')));

const BEFORE_VERB = new Set('is are was were be been being has have had not'.split(' '));
