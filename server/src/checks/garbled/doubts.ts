import type { Sentence } from '../../language/tagged.ts';
import { setOf } from '../../language/tags.ts';
import {
  ADVERB,
  before,
  COMMON_NOUN,
  can,
  MODALS,
  mayHaveGap,
  NOUN,
  relativeNear,
  tagged,
  VERB,
  word,
  words,
} from './predicates.ts';
import { LEAD_TO } from './rules/auxiliaries.ts';
import { takesIng } from './rules/collisions.ts';

type Doubt = (s: Sentence, i: number) => boolean;

const FINITE_VERB = setOf('VBD', 'VBZ', 'VBP', 'MD');
const PARTICLES = words(
  'in on over out up off down back through away around by about along forward together behind under',
);
const AFTER_PARTICLE = words('for from in to by with at on as after against of into between than');
const SAID = words(
  `said say says told tells believe believes believed think thinks thought know knows knew ensure ensures ensured means meant suggest
   suggests suggested hopes hoped fears feared shows showed warned warns insisted insists added adds admitted claims claimed confirmed
   announced felt feels found finds argued argues noted notes`,
);
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

/** A clause may end between two verbs, its object or adverb having gone before: "the site it used ensured …", "where they are is". */
const endsClause: Doubt = (s, i) =>
  afterClause(s, i, (at) => mayHaveGap(s, at) || before(s, at, 12, WHETHER));

/** A clause on a person or thing may end here: "those who left said …". */
const mayEndClause: Doubt = (s, i) => {
  if (afterClause(s, i, (at) => relativeNear(s, at, 12))) return true;
  return tagged(s, i - 1, NOUN) && mayHaveGap(s, i) && can(s, i, FINITE_VERB);
};

function afterClause(s: Sentence, i: number, isClause: (at: number) => boolean): boolean {
  if (!can(s, i, VERB | setOf('MD'))) return false;
  for (const at of [i, i + 1]) {
    if (!can(s, at, FINITE_VERB) || !can(s, at - 1, VERB | setOf('MD', 'RB', 'RP', 'IN', 'TO'))) continue;
    // "which would saved": the auxiliary still waits for its verb
    if (AUXILIARIES.has(word(s, at - 1)) && /^(?:who|which)$/u.test(word(s, at - 2))) continue;
    if (MODALS.has(word(s, at - 1)) && !before(s, at, 12, FRONTS)) continue;
    if (
      /^(?:to|not)$/u.test(word(s, at - 1)) &&
      !/^(?:is|are|was|were|has|have|had|will|would)$/u.test(word(s, at))
    )
      continue;
    if (isClause(at)) return true;
    // "the decision to leave came", "to err is human", "as the saying goes"
    if (word(s, at - 2) === 'to' && /^(?:is|was|would|will|has|had|can|may|means|meant)$/u.test(word(s, at)))
      return true;
    if (/ing$/u.test(word(s, at - 1)) && tagged(s, at - 2, setOf('DT', 'JJ', 'PRP$'))) return true;
    if (/ing$/u.test(word(s, at - 1)) && can(s, at - 1, COMMON_NOUN)) return true;
  }
  return false;
}
const AUXILIARIES = words(
  "is are was were has have had 's 've 'd will would can could may might must should",
);
const WHETHER = words('whether how why where when');
const FRONTS = words('what whatever all whoever as than everything anything best most only');

/** A participle after its noun, and then the main verb: "those surveyed said". */
const isReduced: Doubt = (s, i) =>
  reducedAt(
    s,
    i,
    (at) => tagged(s, at - 1, setOf('VBN')) || tagged(s, at - 2, setOf('CD')) || word(s, at - 2) === 'those',
  );
const mayBeReduced: Doubt = (s, i) => reducedAt(s, i, () => true);

const reducedAt = (s: Sentence, i: number, holds: (at: number) => boolean): boolean =>
  [i, i + 1].some(
    (at) =>
      can(s, at, FINITE_VERB) &&
      can(s, at - 1, setOf('VBN')) &&
      (tagged(s, at - 2, setOf('NNS', 'CD', 'NN')) || word(s, at - 2) === 'those') &&
      holds(at),
  );

/** "The homes sold include". */
const isIncluding: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) =>
      (/^(?:include|includes|included)$/u.test(word(s, at)) && can(s, at - 1, VERB)) ||
      (/^(?:said|say)$/u.test(word(s, at)) && can(s, at - 1, setOf('VBN'))),
  );

/** "It led to renewed fighting". */
const isToNoun: Doubt = (s, i) =>
  word(s, i - 1) === 'to' && can(s, i, setOf('VBN', 'JJ')) && tagged(s, i + 1, NOUN | setOf('VBG', 'JJ'));

/** A saying and what was said, with no "that" between: "she said proposed rules". */
const isSaying: Doubt = (s, i) =>
  SAID.has(word(s, i)) || (SAID.has(word(s, i - 1)) && !can(s, i, setOf('VB', 'VBD', 'VBZ')));

/** A particle and a preposition: "coming in for", "turned over in". */
const isParticle: Doubt = (s, i) => {
  for (const at of [i, i + 1])
    if (
      PARTICLES.has(word(s, at - 1)) &&
      AFTER_PARTICLE.has(word(s, at)) &&
      (s.possibleTags[at - 2] === 0 || can(s, at - 2, VERB | COMMON_NOUN | ADVERB | setOf('PRP')))
    )
      return true;
  return false;
};

/** A participle or adjective that describes: "appeared poised", "paid staff", "marked classified", "avoiding becoming". */
const describes: Doubt = (s, i) => {
  for (const at of [i, i + 1]) {
    const a = word(s, at - 1);
    if (at === i + 1 && !can(s, i, VERB)) continue;
    if (
      can(s, at, setOf('VBN', 'JJ')) &&
      (LEAD_TO.has(a) || /^(?:appear|felt|feel|seem|remain|look|becom|got|get)/u.test(a))
    )
      return true;
    if (
      can(s, at, setOf('VBN', 'VBG', 'JJ', 'NN', 'NNS')) &&
      can(s, at - 1, VERB) &&
      !/^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|to|not)$/u.test(a) &&
      tagged(s, at + 1, COMMON_NOUN | setOf('JJ', 'NNP', 'NNPS'))
    )
      return true;
    if (can(s, at, setOf('VBG')) && (takesIng(s, at - 1) || can(s, at - 1, setOf('IN')))) return true;
    if (/^(?:help|let|make|made|come|comes|go|goes|dare|need)/u.test(a) && can(s, at, setOf('VB')))
      return true;
  }
  return false;
};

/** Participles that have become prepositions: "speaking following the announcement". */
const isSince: Doubt = (s, i) => SINCE.has(word(s, i)) || (SINCE.has(word(s, i + 1)) && can(s, i, VERB));

/** A verb that may be a noun beside one, or stand before its object: "shift focus", "the coin flip resulted". */
const mayBeNoun: Doubt = (s, i) => can(s, i, VERB) && tagged(s, i, COMMON_NOUN | setOf('JJ'));

/** A noun and the pronoun of a clause on it: "the attacks she has seen", "some of which he has forgotten". */
const isContact: Doubt = (s, i) =>
  [i - 1, i, i + 1].some(
    (at) =>
      tagged(s, at, setOf('PRP')) &&
      (tagged(s, at - 1, NOUN | setOf('WDT', 'WP')) || /^[”’"')]$/u.test(word(s, at - 1))),
  );

/** "Ford which posted": a comma left out after a name. */
const isBareWhich: Doubt = (s, i) =>
  [i, i - 1].some((at) => /^(?:which|who)$/u.test(word(s, at)) && tagged(s, at - 1, setOf('NNP', 'NNPS')));

/** A phrase of time or place before the subject, with no comma: "On Monday he said", "on a monthly basis the gap". */
const isFronted: Doubt = (s, i) => {
  for (const at of [i, i + 1]) {
    if (!tagged(s, at, setOf('PRP', 'DT', 'PRP$')) || !tagged(s, at - 1, NOUN | setOf('CD'))) continue;
    for (let from = at - 1; from >= 0 && from >= at - 7; from -= 1) {
      const opens =
        from === 0 || /^[,;:(“"]$/u.test(word(s, from - 1)) || /^(?:that|but|and)$/u.test(word(s, from - 1));
      if (opens && tagged(s, from, setOf('IN'))) return true;
      if (/^[,;:(“"]$/u.test(word(s, from))) break;
    }
  }
  return false;
};

const DETERMINERS = words('the a an this that these those his her its their my our your');
const ALONE = words(
  'one this that these those his her some any all both no most each many few several others mine theirs',
);
/** Two determiners, the first of which may stand alone: "make this their home", "a friend of his the other day", "to some the idea". */
const isDeterminers: Doubt = (s, i) =>
  [i, i + 1].some((at) => ALONE.has(word(s, at - 1)) && DETERMINERS.has(word(s, at)));

/** Set phrases: "to and fro", "to in effect close", "happened a year ago", "wanna". */
const isIdiom: Doubt = (s, i) => {
  for (const at of [i - 1, i, i + 1]) {
    const next = word(s, at + 1);
    if (
      /^(?:in|at)$/u.test(word(s, at)) &&
      /^(?:front|effect|fact|turn|part|general|particular|least|most|once|times)$/u.test(next)
    )
      return true;
    if (word(s, at) === 'to' && next === 'and') return true;
    if (word(s, at) === 'a' && /^(?:and|or|year|week|month|day|decade|century|cappella)$/u.test(next))
      return true;
    if (/^(?:wanna|gonna|gotta|dont|kinda|privy|dare)$/u.test(word(s, at))) return true;
  }
  return false;
};

/** A form of be or have that only may not fit its subject: number is a family's business. */
const isAgreement: Doubt = (s, i) =>
  /^(?:is|are|was|were|has|have|does|do)$/u.test(word(s, i)) &&
  !can(s, i - 1, setOf('MD', 'TO', 'IN')) &&
  !/^(?:is|are|was|were|has|have|had|be|been|will|would|could|can|not)$/u.test(word(s, i - 1)) &&
  !/^(?:is|are|was|were|has|have|had|be|will|would|could|can)$/u.test(word(s, i + 1));

/** "Includes requests to": the second may be what the first governs. */
const isObject: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) =>
      can(s, at - 1, setOf('VBZ', 'VBD', 'VBP', 'VB', 'VBG', 'VBN', 'JJ', 'TO')) &&
      !/^(?:is|are|was|were|be|been|will|would|can|could)$/u.test(word(s, at - 1)) &&
      can(s, at, COMMON_NOUN),
  );

/** "He did all he could to help". */
const isAllHeCould: Doubt = (s, i) =>
  [i, i + 1].some((at) => word(s, at) === 'to' && MODALS.has(word(s, at - 1)) && before(s, at, 8, FRONTS));

/** "For breaching the act": a rare verb after its preposition. */
const isGerund: Doubt = (s, i) =>
  /ing$/u.test(word(s, i)) && tagged(s, i - 1, setOf('IN')) && tagged(s, i + 1, setOf('DT', 'PRP$'));

/** "Left the party saying he had had enough". */
const isAside: Doubt = (s, i) =>
  /^(?:saying|adding|claiming|arguing|warning|citing|calling|giving|including)$/u.test(word(s, i)) &&
  tagged(s, i - 1, NOUN);

/** A preposition whose noun went before: "dealt with by the court", "all that we can think of on mobiles". */
const isStranded: Doubt = (s, i) => {
  for (const at of [i, i + 1])
    if (
      AFTER_PARTICLE.has(word(s, at)) &&
      tagged(s, at - 1, setOf('IN', 'TO')) &&
      (can(s, at - 2, setOf('VBN')) ||
        (tagged(s, at - 2, VERB | NOUN | setOf('RB', 'RP', 'JJ')) &&
          (mayHaveGap(s, at) || relativeNear(s, at, 12))))
    )
      return true;
  return false;
};

/** "A question worth thinking of for a moment". */
const isHanging: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) =>
      AFTER_PARTICLE.has(word(s, at)) && tagged(s, at - 1, setOf('IN', 'TO')) && before(s, at, 10, HANGING),
  );
const HANGING = words('worth easy hard impossible difficult enough too');

/** A figure after two prepositions: "of about £22,000", "for up to three". */
const isFigure: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) =>
      /^(?:about|around|over|under|up|between|at|near)$/u.test(word(s, at)) &&
      (tagged(s, at + 1, setOf('CD', 'PDT', 'DT', 'TO')) ||
        /^(?:[£$€\d].*|half|least|most|[“"])$/u.test(word(s, at + 1))),
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

/** "Clinton hoping for a shift": a heading that has no verb of its own. */
const isHeading: Doubt = (s, i) => {
  if (i > 4 || !/ing$/u.test(word(s, i)) || s.size > 16) return false;
  for (let at = 0; at < i; at += 1) if (!tagged(s, at, setOf('NNP', 'NNPS', 'NN', 'NNS'))) return false;
  return true;
};

const GOES_WITH = words(
  'amends hold heed aim note place part care stock root shape effect office action steps turns sides advantage contact sense headway inroads strides ends waves do due stage onstage catch left right top bottom second third live public viral missing',
);
/** "Made amends", "taken hold", "veered left", "went top". */
const isSetPhrase: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) => GOES_WITH.has(word(s, at)) && can(s, at - 1, setOf('VB', 'VBD', 'VBN', 'VBG', 'VBZ', 'VBP')),
  );

const WITH_OF = words(
  'go unheard thought heard rid dreamed spoken approved disposed hold advantage sort kind part let',
);
/** "Let go of to save the planet", "thought of with affection". */
const endsInOf: Doubt = (s, i) =>
  [i, i + 1].some((at) => word(s, at - 1) === 'of' && WITH_OF.has(word(s, at - 2))) ||
  word(s, i + 1) === 'vitro';

const FREES = words('despite with without from of');
/** "Despite Republicans holding a majority", "what he has going for him". */
const isFree: Doubt = (s, i) =>
  /ing$/u.test(word(s, i)) &&
  (before(s, i, 6, FREES) || (HAVE_AFAR.has(word(s, i - 1)) && before(s, i, 6, FRONTS)));

/** "The question is will it last". */
const isAsked: Doubt = (s, i) =>
  [i, i + 1].some(
    (at) =>
      QUESTION.has(word(s, at)) &&
      /^(?:is|was)$/u.test(word(s, at - 1)) &&
      tagged(s, at + 1, setOf('PRP', 'DT', 'NNP')),
  );

const NEVER = 99;
const DOUBTS: readonly (readonly [Doubt, number])[] = [
  [isDoubled, NEVER],
  [isTurned, 3],
  [isHeading, NEVER],
  [isSetPhrase, NEVER],
  [endsInOf, NEVER],
  [isAsked, NEVER],
  [isFree, 2.5],
  [endsClause, NEVER],
  [mayEndClause, 3.5],
  [isReduced, 3.7],
  [mayBeReduced, 1.5],
  [isIncluding, NEVER],
  [isToNoun, NEVER],
  [isStranded, 3.5],
  [isHanging, NEVER],
  [isFigure, NEVER],
  [isSince, NEVER],
  [isAllHeCould, NEVER],
  [isGerund, 2],
  [isAside, 3],
  [opensQuote, 2],
  [hasHave, 1.5],
  [isWill, 3],
  [isAbsolute, 1.5],
  [isSaying, 2.5],
  [isParticle, 3.2],
  [describes, 2.5],
  [mayBeNoun, 0.7],
  [isContact, 3],
  [isBareWhich, 2],
  [isFronted, 2.5],
  [isDeterminers, NEVER],
  [isIdiom, NEVER],
  [isAgreement, 3],
  [isObject, 1],
];

/** What is to be taken off the classifier's log-odds for a token, since it errs there more often than it knows. */
export function doubtAt(s: Sentence, i: number): number {
  let sum = 0;
  for (const [holds, weight] of DOUBTS) if (holds(s, i)) sum += weight;
  return sum;
}
