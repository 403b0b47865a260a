import { setOf, TAG } from '../../../language/tags.ts';
import {
  BASE,
  COMMON_NOUN,
  can,
  insertAfter,
  match,
  mayHaveGap,
  missingAfter,
  NOUN,
  only,
  onlyBase,
  plain,
  small,
  tagged,
  VERB,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

/** Words that cannot be followed by a noun without their preposition. */
const NEEDS: Readonly<Record<string, string>> = {
  arrive: 'at',
  arrives: 'at',
  arrived: 'at',
  arriving: 'at',
  respond: 'to',
  responds: 'to',
  responded: 'to',
  responding: 'to',
  react: 'to',
  reacts: 'to',
  reacted: 'to',
  reacting: 'to',
  replied: 'to',
  reply: 'to',
  resort: 'to',
  resorts: 'to',
  resorted: 'to',
  resorting: 'to',
  subscribe: 'to',
  subscribed: 'to',
  conform: 'to',
  conforms: 'to',
  collaborate: 'with',
  collaborated: 'with',
  collaborating: 'with',
  cooperate: 'with',
  cooperated: 'with',
  cooperating: 'with',
  specialise: 'in',
  specialises: 'in',
  specialize: 'in',
  specializes: 'in',
  resulted: 'in',
  resulting: 'in',
  cater: 'for',
  caters: 'for',
  catering: 'for',
  accounted: 'for',
  accounts: 'for',
  campaigned: 'for',
  campaigning: 'for',
  sympathize: 'with',
  succumbed: 'to',
  culminate: 'in',
  dwell: 'on',
  hinges: 'on',
  clash: 'with',
  clashed: 'with',
  clashes: 'with',
  clashing: 'with',
  flocked: 'to',
  ventured: 'into',
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

export const neededPreposition: Rule = {
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
    // "arriving a day later"
    if (
      /^(?:day|week|month|year|hour|minute|moment|following|next|same|few|couple|second|little|bit)$/u.test(
        word(s, i + 2),
      )
    )
      return undefined;
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
    return missingAfter(s, i, due);
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
const prepositional = (s: Parameters<Rule['find']>[0], i: number): boolean => {
  // "a day prior the vote": a finite verb comes before, and none after
  for (let at = i + 1; at < s.size; at += 1)
    if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) return false;
  return !/^[,;:(]$/u.test(word(s, i - 1)) && i > 2;
};

/** "A number people", "a lot money", "hundreds people". */
export const missingOf: Rule = {
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
    return missingAfter(s, i, 'of');
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
export const missingTo: Rule = {
  name: 'missing to',
  opens: WANT_TO,
  find(s, i) {
    const a = word(s, i);
    if (!small(s, i) || !small(s, i + 1)) return undefined;
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
      (/^(?:do|go|get|be)$/u.test(next) === false && s.lexicon.logFrequency(next) < 6)
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
    return missingAfter(s, i, 'to');
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
export const toldWithoutTo: Rule = {
  name: 'missing to after a passive',
  opens: TOLD_TO,
  find(s, i) {
    if (!small(s, i) || !/^(?:is|are|was|were|be|been|being|'s|'re)$/u.test(word(s, i - 1))) return undefined;
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
      (word(s, j) !== 'be' && s.lexicon.logFrequency(word(s, j)) < 6)
    )
      return undefined;
    // "what we are told be true", "those who were asked agree"
    if (word(s, j) !== 'be' && mayHaveGap(s, i)) return undefined;
    if (/^(?:said|told|understood|known|believed|thought)$/u.test(word(s, i)) && word(s, j) !== 'be')
      return undefined;
    return match(i, j + 1, `A word is missing: “to ${word(s, j)}”?`, [
      { title: `Insert “to” before “${word(s, j)}”`, from: j, to: j + 1, text: `to ${word(s, j)}` },
    ]);
  },
  wrong: ['The plan is ⟦expected be⟧ brought back in March.', 'Drivers were ⟦warned not travel⟧ by night.'],
  right: ['The plan is expected to be brought back.', 'Those asked agree.'],
};

const AS_LONG = words('soon long far well much many');
/** "As soon the talks end". */
export const missingAs: Rule = {
  name: 'missing as',
  opens: words('as'),
  find(s, i) {
    if (!AS_LONG.has(word(s, i + 1)) || !plain(s, i)) return undefined;
    if (
      !/^(?:soon|long|far)$/u.test(word(s, i + 1)) ||
      !/^(?:the|he|she|they|we|it|this|a|i|you)$/u.test(word(s, i + 2))
    )
      return undefined;
    if (word(s, i - 1) === 'not' || /^(?:just|twice|times|half|nearly|almost)$/u.test(word(s, i - 1)))
      return undefined;
    return match(i, i + 3, `A word is missing: “as ${word(s, i + 1)} as”?`, [insertAfter(s, i + 1, 'as')]);
  },
  wrong: ['He will resign ⟦as soon the⟧ talks end.'],
  right: ['He will resign as soon as the talks end.'],
};

/** "Because of" and its kind cut short: "in front the house", "ahead the vote". */
export const brokenOf: Rule = {
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
    return missingAfter(s, i, 'of');
  },
  wrong: ['Crowds gathered in ⟦front the⟧ embassy.', 'He spoke on ⟦behalf the⟧ families.'],
  right: ['With five minutes left and United ahead the game was over.'],
};

/** "More 300 people": more and a figure with no "than". */
export const missingThan: Rule = {
  name: 'missing than',
  opens: words('more less fewer'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    const figure = word(s, i + 1);
    if (s.tags[i + 1] !== TAG.CD || !/^(?:\d[\d,.]*|\d+%|hundred|million)$/u.test(figure)) {
      if (figure === 'then' && (tagged(s, i + 2, setOf('CD')) || tagged(s, i + 3, setOf('CD')))) {
        return match(i, i + 2, `“${word(s, i)} then”: is “than” meant?`, [
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
      tagged(s, i - 1, setOf('CD')) ||
      (tagged(s, i - 1, setOf('VBD', 'VBZ')) && !/^[2-9]\d$|^\d{3}$|,/u.test(figure))
    )
      return undefined;
    if (
      !/s$|people$/u.test(word(s, i + 2)) ||
      (/^(?:years|minutes|days|weeks|hours|months)$/u.test(word(s, i + 2)) &&
        /^(?:later|after|before|ago)$/u.test(word(s, i + 3)))
    )
      return undefined;
    return match(i, i + 2, `A word is missing: “${word(s, i)} than ${figure}”?`, [insertAfter(s, i, 'than')]);
  },
  wrong: [
    '⟦More 300⟧ people were evacuated.',
    'She missed ⟦more 40⟧ days of lessons.',
    '⟦More then⟧ 300 people were evacuated.',
    'There are ⟦more then⟧ 20 dead.',
  ],
  right: ['He wants two more 100-metre races.', 'More than 300 people were evacuated.'],
};
/** "Higher then". */
export const comparativeThen: Rule = {
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
    return match(i, i + 2, `“${a} then”: is “than” meant?`, [
      { title: 'Change “then” to “than”', from: i + 1, to: i + 2, text: 'than' },
    ]);
  },
  wrong: ['Prices are ⟦higher then⟧ last year.'],
  right: ['It was colder then, but he went.'],
};

const AFTER_BE: Readonly<Record<string, string>> = {
  responsible: 'for',
  similar: 'to',
  equal: 'to',
  involved: 'in',
  interested: 'in',
  linked: 'to',
  opposed: 'to',
  subject: 'to',
  full: 'of',
  convicted: 'of',
  composed: 'of',
  addicted: 'to',
  accustomed: 'to',
  related: 'to',
  devoted: 'to',
  committed: 'to',
  proud: 'of',
  afraid: 'of',
  fond: 'of',
  engaged: 'in',
  adjacent: 'to',
  prone: 'to',
  immune: 'to',
  entitled: 'to',
  keen: 'on',
};

/** "Is responsible the plan", "was convicted the murder". */
export const adjectivePreposition: Rule = {
  name: 'missing preposition after an adjective',
  find(s, i) {
    const due = Object.hasOwn(AFTER_BE, word(s, i)) ? AFTER_BE[word(s, i)] : undefined;
    if (
      due === undefined ||
      !small(s, i) ||
      !/^(?:is|are|was|were|be|been|being|'s|'re)$/u.test(word(s, i - 1))
    )
      return undefined;
    if (
      !/^(?:the|a|an|his|her|its|their|our)$/u.test(word(s, i + 1)) ||
      !tagged(s, i + 2, NOUN | setOf('JJ', 'CD', 'JJS'))
    )
      return undefined;
    // "he is proud the plan worked", "was convicted the day she left"
    for (let at = i + 2; at < i + 9; at += 1)
      if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) return undefined;
    if (
      /^(?:day|week|month|year|moment|same|following|next|previous|last)$/u.test(word(s, i + 2)) ||
      mayHaveGap(s, i)
    )
      return undefined;
    return missingAfter(s, i, due);
  },
  wrong: ['She is ⟦responsible the⟧ budget.', 'He was ⟦convicted the⟧ murder.'],
  right: ['She is proud the plan worked.', 'He was convicted the day she left.'],
};

/** A base form and no noun or adjective, whether or not it is a participle too. */
const isBase = (s: Parameters<Rule['find']>[0], i: number): boolean =>
  word(s, i) === 'be' || (can(s, i, setOf('VB')) && !can(s, i, setOf('NN', 'NNS', 'JJ', 'RB', 'IN')));

const READY = words(
  'ready keen eager willing reluctant determined likely unlikely bound set due going about free able unable expected',
);

/** "Is keen avoid", "are going be", "in order get". */
export const readyWithoutTo: Rule = {
  name: 'missing to after an adjective',
  find(s, i) {
    const order = word(s, i) === 'order' && word(s, i - 1) === 'in';
    if (
      !order &&
      (!READY.has(word(s, i)) || !/^(?:is|are|was|were|be|been|'s|'re|'m|am)$/u.test(word(s, i - 1)))
    )
      return undefined;
    if (!small(s, i + 1) || !isBase(s, i + 1)) return undefined;
    if (word(s, i) === 'about' && word(s, i + 1) !== 'be') return undefined;
    if (!order && word(s, i + 1) !== 'be' && mayHaveGap(s, i)) return undefined;
    return missingAfter(s, i, 'to');
  },
  wrong: [
    'The club is ⟦keen avoid⟧ a row.',
    'They are ⟦going be⟧ late.',
    'He left early in ⟦order become⟧ a teacher.',
  ],
  right: ['The club is keen to avoid a row.', 'The likely winner is known.'],
};

const NEED_BE = words(
  'able unable available possible impossible ready willing responsible aware unaware eligible',
);

/** "Will able to", "has unable to": no form of be. */
export const adjectiveWithoutBe: Rule = {
  name: 'missing be before an adjective',
  find(s, i) {
    const a = word(s, i);
    if (!NEED_BE.has(word(s, i + 1)) || !small(s, i) || !small(s, i + 1)) return undefined;
    const modal =
      s.tags[i] === TAG.MD &&
      /^(?:will|would|could|should|must|may|might|can)$/u.test(a) &&
      tagged(s, i - 1, NOUN | setOf('PRP'));
    const have =
      /^(?:has|have|had)$/u.test(a) &&
      /^(?:able|unable|aware|unaware|willing)$/u.test(word(s, i + 1)) &&
      tagged(s, i - 1, NOUN | setOf('PRP', 'MD'));
    const to =
      a === 'to' &&
      /^(?:able|unable|aware|unaware|available|eligible)$/u.test(word(s, i + 1)) &&
      /^(?:to|for|of|that|in|by|on)$/u.test(word(s, i + 2));
    if ((!modal && !have && !to) || mayHaveGap(s, i) || tagged(s, i + 2, COMMON_NOUN)) return undefined;
    const due = have ? 'been' : 'be';
    return missingAfter(s, i, due);
  },
  wrong: ['She ⟦will able⟧ to vote.', 'He ⟦has unable⟧ to reach them.', 'They want ⟦to able⟧ to vote.'],
  right: ['He has able lieutenants.', 'She will be able to vote.', 'It is open to able people.'],
};
