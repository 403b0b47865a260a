import { ADVERB, before, COMMON_NOUN, can, MODALS, mayHaveGap, NOUN, relativeNear, tagged, VERB, word, words } from './look.ts';
import type { Sentence } from './read.ts';
import { LEAD_TO } from './rules/auxiliaries.ts';
import { takesIng } from './rules/collisions.ts';
import { setOf } from './tags.ts';

type Doubt = (s: Sentence, i: number) => boolean;

const FINITE_VERB = setOf('VBD', 'VBZ', 'VBP', 'MD');
const PARTICLES = words('in on over out up off down back through away around by about along forward together behind under');
const AFTER_PARTICLE = words('for from in to by with at on as after against of into between than');
const SAID = words('said say says told tells believe believes believed think thinks thought know knows knew');
const QUESTION = words('is are was were do does did has have had will would can could');
const SINCE = words(
  'following including according regarding concerning pending excluding given based compared provided aged depending during despite like per considering',
);

/** A question turns subject and verb round: "was he playing", "is this the best". */
const isTurned: Doubt = (s, i) =>
  word(s, s.size - 1) === '?' ||
  (QUESTION.has(word(s, i - 1)) && tagged(s, i, setOf('PRP', 'DT'))) ||
  // "had Congress passed it", "should they fail"
  (/^(?:had|should|were|did|does|do)$/u.test(word(s, i)) && tagged(s, i + 1, NOUN | setOf('PRP', 'DT')));

/** A clause may end here and the next word be the main verb: "the site it used ensured …". */
const mayEndClause: Doubt = (s, i) => {
  if (!can(s, i, VERB | setOf('MD'))) return false;
  for (const at of [i, i + 1]) {
    if (!can(s, at, FINITE_VERB) || !can(s, at - 1, VERB | setOf('MD', 'RB', 'RP', 'IN'))) continue;
    // "which would saved": the auxiliary still waits for its verb
    if (AUXILIARIES.has(word(s, at - 1)) && /^(?:who|which)$/u.test(word(s, at - 2))) continue;
    if (MODALS.has(word(s, at - 1)) && !before(s, at, 12, FRONTS)) continue;
    if (mayHaveGap(s, at) || relativeNear(s, at, 12)) return true;
    // "the decision to leave came"
    if (word(s, at - 2) === 'to' && tagged(s, at - 3, COMMON_NOUN | setOf('JJ'))) return true;
    if (/ing$/u.test(word(s, at - 1)) && can(s, at - 1, COMMON_NOUN)) return true;
  }
  return tagged(s, i - 1, NOUN) && mayHaveGap(s, i) && can(s, i, FINITE_VERB);
};
const AUXILIARIES = words("is are was were has have had 's 've 'd will would can could may might must should");
const FRONTS = words('what whatever all whoever as than everything anything best most only');

/** A participle after its noun, and then the main verb: "those surveyed said". */
const isReduced: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) =>
      can(s, at, FINITE_VERB) &&
      can(s, at - 1, setOf('VBN')) &&
      (tagged(s, at - 2, setOf('NNS', 'CD', 'NN')) || word(s, at - 2) === 'those'),
  );

/** A saying and what was said, with no "that" between: "she said proposed rules". */
const isSaying: Doubt = (s, i) => SAID.has(word(s, i)) || (SAID.has(word(s, i - 1)) && !can(s, i, setOf('VB', 'VBD', 'VBZ')));

/** A particle and a preposition: "coming in for", "turned over in". */
const isParticle: Doubt = (s, i) => {
  for (const at of [i, i + 1])
    if (PARTICLES.has(word(s, at - 1)) && AFTER_PARTICLE.has(word(s, at)) && can(s, at - 2, VERB | COMMON_NOUN | ADVERB | setOf('PRP')))
      return true;
  return false;
};

/** A participle or adjective that describes: "appeared poised", "paid staff", "marked classified", "avoiding becoming". */
const describes: Doubt = (s, i) => {
  for (const at of [i, i + 1]) {
    const a = word(s, at - 1);
    if (at === i + 1 && !can(s, i, VERB)) continue;
    if (SINCE.has(word(s, at))) return true;
    if (can(s, at, setOf('VBN', 'JJ')) && (LEAD_TO.has(a) || /^(?:appear|felt|feel|seem|remain|look|becom|got|get)/u.test(a)))
      return true;
    if (
      can(s, at, setOf('VBN', 'VBG', 'JJ', 'NN', 'NNS')) &&
      can(s, at - 1, VERB) &&
      !/^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|to|not)$/u.test(a) &&
      tagged(s, at + 1, COMMON_NOUN | setOf('JJ', 'NNP', 'NNPS'))
    )
      return true;
    if (can(s, at, setOf('VBG')) && (takesIng(s, at - 1) || can(s, at - 1, setOf('IN')))) return true;
    if (/^(?:help|let|make|made|come|comes|go|goes|dare|need)/u.test(a) && can(s, at, setOf('VB'))) return true;
  }
  return false;
};

/** A verb that may be a noun beside one, or stand before its object: "shift focus", "the coin flip resulted". */
const mayBeNoun: Doubt = (s, i) => can(s, i, VERB) && tagged(s, i, COMMON_NOUN | setOf('JJ'));

/** A noun and the pronoun of a clause on it: "the attacks she has seen". */
const isContact: Doubt = (s, i) => tagged(s, i, setOf('PRP')) && (tagged(s, i - 1, NOUN) || /^[”’"')]$/u.test(word(s, i - 1)));

/** A preposition whose noun went before: "dealt with by the court", "all that we can think of on mobiles". */
const isStranded: Doubt = (s, i) => {
  for (const at of [i, i + 1])
    if (
      AFTER_PARTICLE.has(word(s, at)) &&
      tagged(s, at - 1, setOf('IN', 'TO')) &&
      ((can(s, at - 2, setOf('VBN')) && /^(?:been|be|is|are|was|were|being)$/u.test(word(s, at - 3))) ||
        (tagged(s, at - 2, VERB | setOf('RB', 'RP', 'JJ')) && (mayHaveGap(s, at) || relativeNear(s, at, 10))))
    )
      return true;
  return false;
};

/** A figure after two prepositions: "of about £22,000", "for up to three". */
const isFigure: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) =>
      /^(?:about|around|over|under|up|between|at|near)$/u.test(word(s, at)) &&
      (tagged(s, at + 1, setOf('CD', 'PDT', 'DT', 'TO')) || /^(?:[£$€\d].*|half|least|most)$/u.test(word(s, at + 1))),
  );

/** The words of a quotation that the sentence leads up to: "it had “been advised”". */
const opensQuote: Doubt = (s, i) => [i, i - 1].some((at) => /^["“”‘'’]$/u.test(word(s, at - 1)));

/** "Have never, ever been": the auxiliary stands further off. */
const hasHave: Doubt = (s, i) => word(s, i) === 'been' && before(s, i, 12, HAVE_AFAR);
const HAVE_AFAR = words("have has had having 've 'd");

/** "An iron will to succeed". */
const isWill: Doubt = (s, i) =>
  [i, i - 1].some((at) => word(s, at) === 'will' && tagged(s, at - 1, setOf('DT', 'JJ', 'NN', 'PRP$')));

/** "Some of it mentioning him by name", "come February". */
const isAbsolute: Doubt = (s, i) =>
  (/ing$/u.test(word(s, i)) && before(s, i, 5, PARTS)) ||
  (word(s, i) === 'come' && !tagged(s, i + 1, setOf('IN', 'TO', 'RB', 'RP')));
const PARTS = words('some many most half all several both each one two three none neither with');

/** Words that stand twice are a family's business, which knows when they rightly do. */
const isDoubled: Doubt = (s, i) => word(s, i) === word(s, i - 1) || word(s, i) === word(s, i + 1);

const DOUBTS: readonly (readonly [Doubt, number])[] = [
  [isTurned, 3],
  [isDoubled, 9],
  [mayEndClause, 3.5],
  [isReduced, 2],
  [isStranded, 2],
  [isFigure, 3],
  [opensQuote, 2],
  [hasHave, 1.5],
  [isWill, 3],
  [isAbsolute, 1.5],
  [isSaying, 1.5],
  [isParticle, 2.5],
  [describes, 2],
  [mayBeNoun, 0.7],
  [isContact, 1.5],
];

/** What is to be taken off the classifier's log-odds for a token, since it errs there more often than it knows. */
export function doubtAt(s: Sentence, i: number): number {
  let sum = 0;
  for (const [holds, weight] of DOUBTS) if (holds(s, i)) sum += weight;
  return sum;
}
