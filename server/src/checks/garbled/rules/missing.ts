import type { Family } from '../family.ts';
import {
  BASE,
  COMMON_NOUN,
  can,
  hit,
  insertAfter,
  mayHaveGap,
  NOUN,
  only,
  onlyBase,
  plain,
  small,
  tagged,
  VERB,
  word,
  words,
} from '../look.ts';
import { setOf, TAG } from '../tags.ts';

/** Words that cannot be followed by a noun without their preposition. */
const NEEDS: Readonly<Record<string, string>> = {
  according: 'to',
  consist: 'of',
  consists: 'of',
  consisted: 'of',
  consisting: 'of',
  depend: 'on',
  depends: 'on',
  depended: 'on',
  depending: 'on',
  rely: 'on',
  relies: 'on',
  relied: 'on',
  relying: 'on',
  belong: 'to',
  belongs: 'to',
  belonged: 'to',
  belonging: 'to',
  listen: 'to',
  listens: 'to',
  listened: 'to',
  listening: 'to',
  amounted: 'to',
  adhere: 'to',
  adheres: 'to',
  adhered: 'to',
  comply: 'with',
  complies: 'with',
  complied: 'with',
  complying: 'with',
  interfere: 'with',
  coincide: 'with',
  coincided: 'with',
  coincides: 'with',
  cope: 'with',
  coping: 'with',
  participate: 'in',
  participated: 'in',
  participating: 'in',
  collided: 'with',
  sympathise: 'with',
  embark: 'on',
  embarked: 'on',
  embarking: 'on',
  insist: 'on',
  culminated: 'in',
  culminating: 'in',
  abstain: 'from',
  refrain: 'from',
  stems: 'from',
  stemmed: 'from',
  emanating: 'from',
  regardless: 'of',
  instead: 'of',
  devoid: 'of',
  capable: 'of',
  incapable: 'of',
  aware: 'of',
  unaware: 'of',
  reminiscent: 'of',
  indicative: 'of',
  guilty: 'of',
  prior: 'to',
  contrary: 'to',
  dozens: 'of',
  hundreds: 'of',
  thousands: 'of',
  millions: 'of',
  billions: 'of',
  plenty: 'of',
};
const NEVER_BEFORE = words('the this these those its their his her our my a an');

export const neededPreposition: Family = {
  name: 'missing preposition',
  find(s, i) {
    const a = word(s, i);
    const due = Object.hasOwn(NEEDS, a) ? NEEDS[a] : undefined;
    if (due === undefined || !plain(s, i) || !small(s, i + 1)) return undefined;
    if (!NEVER_BEFORE.has(word(s, i + 1)) || !tagged(s, i + 1, setOf('DT', 'PRP$', 'PRP'))) return undefined;
    if (!tagged(s, i + 2, COMMON_NOUN | setOf('JJ', 'JJS', 'NNP', 'CD', 'VBG', 'VBN'))) return undefined;
    if (
      mayHaveGap(s, i) ||
      (word(s, i + 1) === 'this' &&
        /^(?:week|weekend|month|year|morning|afternoon|summer|winter|spring|autumn)$/u.test(word(s, i + 2)))
    )
      return undefined;
    const asVerb = tagged(s, i, VERB);
    if (/^(?:instead|prior|contrary|regardless)$/u.test(a)) {
      // "instead, the …" without its comma, and "Instead the party" are right
      if (a === 'instead' || a === 'contrary' || a === 'prior' ? !small(s, i) || !prepositional(s, i) : false)
        return undefined;
    } else if (/^(?:dozens|hundreds|thousands|millions|billions|plenty)$/u.test(a)) {
      return undefined;
    } else if (/^(?:aware|unaware|guilty|capable|incapable|devoid|reminiscent|indicative)$/u.test(a)) {
      // "unaware the bank was shut" goes on with a clause
      if (/^(?:aware|unaware)$/u.test(a)) return undefined;
      if (!/^(?:is|are|was|were|be|been)$/u.test(word(s, i - 1))) return undefined;
    } else if (/^(?:insist|depending|according)$/u.test(a)) {
      if (a === 'insist') return undefined;
    } else if (!asVerb) return undefined;
    // "each time they listen the answer changes" would need a comma
    if (a === 'belonging' && tagged(s, i - 1, setOf('DT'))) return undefined;
    return hit(i, i + 2, `A word is missing: “${a} ${due} ${word(s, i + 1)}”?`, [insertAfter(s, i, due)]);
  },
  wrong: [
    'Three men were hurt, ⟦according the⟧ ministry.',
    'The team ⟦consists the⟧ best players of both sides.',
    'The firm must ⟦comply the⟧ new rules.',
  ],
  right: [
    'Instead the party chose her.',
    'According to the ministry, three were hurt.',
    'Few were aware the bank was shut.',
  ],
};
const prepositional = (s: Parameters<Family['find']>[0], i: number): boolean => {
  // "a day prior the vote": a finite verb comes before, and none after
  for (let at = i + 1; at < s.size; at += 1)
    if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) return false;
  return !/^[,;:(]$/u.test(word(s, i - 1)) && i > 2;
};

/** "A number people", "a lot money", "hundreds people". */
export const missingOf: Family = {
  name: 'missing of',
  find(s, i) {
    const a = word(s, i);
    if (!plain(s, i) || !small(s, i + 1)) return undefined;
    const counted =
      /^(?:dozens|hundreds|thousands|millions)$/u.test(a) &&
      tagged(s, i + 1, setOf('NNS')) &&
      only(s, i + 1, setOf('NNS'));
    const lot =
      /^(?:lot|number|handful|plenty)$/u.test(a) &&
      (/^(?:a|the)$/u.test(word(s, i - 1)) || a === 'plenty') &&
      (only(s, i + 1, setOf('NNS')) || /^(?:people|these|those)$/u.test(word(s, i + 1)));
    if (!counted && !lot) return undefined;
    if (counted && i > 0 && tagged(s, i - 1, setOf('IN')) && /^(?:by|in)$/u.test(word(s, i - 1)))
      return undefined;
    if (a === 'number' && word(s, i - 1) === 'the' && !/^(?:people)$/u.test(word(s, i + 1))) return undefined;
    if (
      /^(?:more|less|fewer|times|years|months|weeks|days|hours|miles|others|kilometres|metres|kilometers|metres|minutes)$/u.test(
        word(s, i + 1),
      )
    )
      return undefined;
    if (a === 'lot' && mayHaveGap(s, i)) return undefined;
    return hit(i, i + 2, `A word is missing: “${a} of ${word(s, i + 1)}”?`, [insertAfter(s, i, 'of')]);
  },
  wrong: [
    'A ⟦number residents⟧ have complained.',
    '⟦Hundreds protesters⟧ marched through the city.',
    'There are a ⟦lot people⟧ in the square.',
  ],
  right: ['It is a lot more than that.', 'Hundreds more came.'],
};

const WANT_TO = words(
  `wants wanted decided managed refused failed hopes hoped vowed intends intended pledged threatened declined attempted unable
   unlikely able supposed agreed plans planned seeks tried trying hoping aims aimed promised continues tends struggled struggling want try tries`,
);

/** "They decided leave early", "unable attend". */
export const missingTo: Family = {
  name: 'missing to',
  find(s, i) {
    const a = word(s, i);
    if (!WANT_TO.has(a) || !small(s, i) || !small(s, i + 1)) return undefined;
    const next = word(s, i + 1);
    if (!can(s, i + 1, BASE) || s.tags[i + 1] === undefined || next.length < 2) return undefined;
    const strict = /^(?:decided|refused|wanted|failed|managed|unable|struggling|hoped|vowed|able)$/u.test(a);
    const bare =
      onlyBase(s, i + 1) ||
      ((strict || tagged(s, i + 1, setOf('VB'))) &&
        !can(s, i + 1, setOf('JJ', 'IN', 'VBD', 'VBN', 'RB', 'CD')) &&
        tagged(s, i + 2, setOf('DT', 'PRP$', 'PRP')));
    if (
      !bare ||
      (a !== 'want' && a !== 'try' && mayHaveGap(s, i)) ||
      (/^(?:do|go|get|be)$/u.test(next) === false && s.lexicon.commonness(next) < 6)
    )
      return undefined;
    // "those unable help others": a plural subject may have its verb here
    if (
      /^(?:able|unable|supposed|likely|unlikely|agreed|planned|intended|failed|attempted|promised|plans)$/u.test(
        a,
      ) &&
      !/^(?:is|are|was|were|be|been|has|have|had|being|it|he|she|they|we|also|not|n't|still|'s|'re)$/u.test(
        word(s, i - 1),
      ) &&
      !(tagged(s, i - 1, NOUN) && tagged(s, i, setOf('VBD', 'VBZ')))
    )
      return undefined;
    if (tagged(s, i, setOf('VBN')) && tagged(s, i - 1, setOf('NNS'))) return undefined;
    if (word(s, i + 1) === 'help' || (/^(?:aims|plans|hopes|seeks)$/u.test(a) && !tagged(s, i, setOf('VBZ'))))
      return undefined;
    return hit(i, i + 2, `A word is missing: “${a} to ${next}”?`, [insertAfter(s, i, 'to')]);
  },
  wrong: [
    'They ⟦decided leave⟧ the city early.',
    'He was ⟦unable attend⟧ the hearing.',
    'She ⟦wants be⟧ the next mayor.',
    'She ⟦refused leave⟧ her cat.',
  ],
  right: [
    'He tried and failed to win.',
    'Those unable to go stayed.',
    'The cuts planned hurt the poor.',
    'He has agreed terms with the club.',
  ],
};

const TOLD_TO = words(
  'expected advised told asked forced urged allowed ordered required said believed thought understood due set warned encouraged invited obliged scheduled reported known supposed',
);
/** "Is expected be", "are advised check". */
export const toldWithoutTo: Family = {
  name: 'missing to after a passive',
  find(s, i) {
    if (
      !TOLD_TO.has(word(s, i)) ||
      !small(s, i) ||
      !/^(?:is|are|was|were|be|been|being|'s|'re)$/u.test(word(s, i - 1))
    )
      return undefined;
    const j = word(s, i + 1) === 'not' ? i + 2 : i + 1;
    if (
      !small(s, j) ||
      (!onlyBase(s, j) &&
        word(s, j) !== 'be' &&
        !(
          can(s, j, setOf('VB')) &&
          (j === i + 2 || /^(?:advised|forced|urged|warned|encouraged|invited|obliged)$/u.test(word(s, i))) &&
          tagged(s, j + 1, setOf('IN', 'DT', 'PRP$', 'RB', 'TO', 'PRP'))
        )) ||
      (word(s, j) !== 'be' && s.lexicon.commonness(word(s, j)) < 6)
    )
      return undefined;
    // "what we are told be true", "those who were asked agree"
    if (word(s, j) !== 'be' && mayHaveGap(s, i)) return undefined;
    if (/^(?:said|told|understood|known|believed|thought)$/u.test(word(s, i)) && word(s, j) !== 'be')
      return undefined;
    return hit(i, j + 1, `A word is missing: “to ${word(s, j)}”?`, [
      { title: `Insert “to” before “${word(s, j)}”`, from: j, to: j + 1, text: `to ${word(s, j)}` },
    ]);
  },
  wrong: ['The plan is ⟦expected be⟧ brought back in March.', 'Drivers were ⟦warned not travel⟧ by night.'],
  right: ['The plan is expected to be brought back.', 'Those asked agree.'],
};

const AS_LONG = words('soon long far well much many');
/** "As soon the talks end". */
export const missingAs: Family = {
  name: 'missing as',
  find(s, i) {
    if (word(s, i) !== 'as' || !AS_LONG.has(word(s, i + 1)) || !plain(s, i)) return undefined;
    if (
      !/^(?:soon|long|far)$/u.test(word(s, i + 1)) ||
      !/^(?:the|he|she|they|we|it|this|a|i|you)$/u.test(word(s, i + 2))
    )
      return undefined;
    if (word(s, i - 1) === 'not' || /^(?:just|twice|times|half|nearly|almost)$/u.test(word(s, i - 1)))
      return undefined;
    return hit(i, i + 3, `A word is missing: “as ${word(s, i + 1)} as”?`, [insertAfter(s, i + 1, 'as')]);
  },
  wrong: ['He will resign ⟦as soon the⟧ talks end.'],
  right: ['He will resign as soon as the talks end.'],
};

/** "Because of" and its kind cut short: "in front the house", "ahead the vote". */
export const brokenOf: Family = {
  name: 'broken compound preposition',
  find(s, i) {
    const a = word(s, i);
    const lead = word(s, i - 1);
    const next = word(s, i + 1);
    const broken =
      (lead === 'in' &&
        /^(?:front|spite|terms|favour|favor|charge|search|honour|honor|view|lieu)$/u.test(a)) ||
      (lead === 'on' && /^(?:behalf|account)$/u.test(a)) ||
      (lead === 'by' && /^(?:means|virtue)$/u.test(a)) ||
      (a === 'ahead' && tagged(s, i - 1, NOUN | setOf('RB')));
    if (
      !broken ||
      !small(s, i) ||
      !/^(?:the|a|an|his|her|its|their|our|this|these)$/u.test(next) ||
      !small(s, i + 1)
    )
      return undefined;
    if (!tagged(s, i + 2, NOUN | setOf('JJ', 'CD')) || mayHaveGap(s, i)) return undefined;
    if (a === 'ahead' || a === 'front' || a === 'charge' || a === 'search' || a === 'view') {
      // "with the road ahead the crews": a clause may begin here
      for (let at = i + 1; at < s.size; at += 1)
        if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) return undefined;
    }
    return hit(i, i + 2, `A word is missing: “${a} of ${next}”?`, [insertAfter(s, i, 'of')]);
  },
  wrong: ['Crowds gathered in ⟦front the⟧ embassy.', 'He spoke on ⟦behalf the⟧ families.'],
  right: ['With five minutes left and United ahead the game was over.'],
};

/** "More 300 people": more and a figure with no "than". */
export const missingThan: Family = {
  name: 'missing than',
  find(s, i) {
    if (!/^(?:more|less|fewer)$/u.test(word(s, i)) || !plain(s, i)) return undefined;
    const figure = word(s, i + 1);
    if (s.tags[i + 1] !== TAG.CD || !/^(?:\d[\d,.]*|\d+%|hundred|million)$/u.test(figure)) {
      if (figure === 'then' && (tagged(s, i + 2, setOf('CD')) || tagged(s, i + 3, setOf('CD')))) {
        return hit(i, i + 2, `“${word(s, i)} then”: is “than” meant?`, [
          { title: 'Change “then” to “than”', from: i + 1, to: i + 2, text: 'than' },
        ]);
      }
      return undefined;
    }
    if (!/^\d{2,3}$|^\d{1,3}(?:,\d{3})+$/u.test(figure) || !tagged(s, i + 2, COMMON_NOUN)) return undefined;
    // "twice more 10 minutes later", "no more 20-year waits"
    if (
      /^(?:no|many|any|once|two|three|four|five|six|some|few|several|and|or|even|still|far|much)$/u.test(
        word(s, i - 1),
      ) ||
      tagged(s, i - 1, setOf('CD', 'VBD', 'VBZ'))
    )
      return undefined;
    if (
      !/s$|people$/u.test(word(s, i + 2)) ||
      (/^(?:years|minutes|days|weeks|hours|months)$/u.test(word(s, i + 2)) &&
        /^(?:later|after|before|ago)$/u.test(word(s, i + 3)))
    )
      return undefined;
    return hit(i, i + 2, `A word is missing: “${word(s, i)} than ${figure}”?`, [insertAfter(s, i, 'than')]);
  },
  wrong: [
    '⟦More 300⟧ people were evacuated.',
    '⟦More then⟧ 300 people were evacuated.',
    'There are ⟦more then⟧ 20 dead.',
  ],
  right: ['He wants two more 100-metre races.', 'More than 300 people were evacuated.'],
};
/** "Higher then". */
export const comparativeThen: Family = {
  name: 'then for than',
  find(s, i) {
    const a = word(s, i);
    if (word(s, i + 1) !== 'then' || !small(s, i)) return undefined;
    const comparative =
      (a === 'more' && /^(?:is|are|was|were)$/u.test(word(s, i - 1))) ||
      a === 'rather' ||
      (s.tags[i] === TAG.JJR && /er$/u.test(a)) ||
      (a === 'other' && tagged(s, i + 2, setOf('DT', 'PRP$')));
    if (
      !comparative ||
      !tagged(s, i + 2, setOf('CD', 'DT', 'IN', 'PRP', 'NN', 'NNS', 'NNP', 'JJ', 'VBG', 'PRP$'))
    )
      return undefined;
    if (
      a !== 'rather' &&
      !/^(?:the|a|any|in|last|that|his|her|their|its|expected|\d.*)$/u.test(word(s, i + 2))
    )
      return undefined;
    return hit(i, i + 2, `“${a} then”: is “than” meant?`, [
      { title: 'Change “then” to “than”', from: i + 1, to: i + 2, text: 'than' },
    ]);
  },
  wrong: ['Prices are ⟦higher then⟧ last year.'],
  right: ['It was colder then, but he went.'],
};
