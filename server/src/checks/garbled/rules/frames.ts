import type { Sentence } from '../../../language/tagged.ts';
import { setOf } from '../../../language/tags.ts';
import {
  BASE,
  before,
  COMMON_NOUN,
  can,
  GAPS,
  insertAfter,
  match,
  mayHaveGap,
  missingAfter,
  NOUN,
  opens,
  plain,
  shown,
  small,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';
import { inPhrase, isPlural } from './subjects.ts';

const SPANS = words(
  'minute hour day week month year decade century mile fortnight second third quarter dozen',
);

/** "In less a month", "lasted more a year": a span with no "than". */
export const lessASpan: Rule = {
  name: 'less a month',
  opens: words('less more'),
  find(s, i) {
    if (!small(s, i) || !/^(?:a|an|half)$/u.test(word(s, i + 1))) return undefined;
    if (
      !SPANS.has(word(s, i + 2)) ||
      !/^(?:in|for|after|within|lasted|took|by|of|with|just|little|takes|since|and|over|from)$/u.test(
        word(s, i - 1),
      )
    )
      return undefined;
    if (word(s, i - 1) === 'of' || word(s, i - 1) === 'and') return undefined;
    return missingAfter(s, i, 'than');
  },
  wrong: ['It was the second sinking in ⟦less a⟧ month.'],
  right: ['It took less than a month.', 'He visits once or more a month.'],
};

const EXPECTED = words(
  'expected planned forecast thought feared usual ever before previously originally any half twice hoped predicted needed',
);

const DEGREES = words('so too such');
/** "More then planned", "earlier that any found before". */
export const thanMistaken: Rule = {
  name: 'then or that for than',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!/^(?:then|that)$/u.test(b) || !small(s, i + 1) || !small(s, i)) return undefined;
    const comparative =
      /^(?:more|less|fewer)$/u.test(a) ||
      (tagged(s, i, setOf('JJR', 'RBR')) && /er$/u.test(a) && a.length > 4);
    if (!comparative || !EXPECTED.has(word(s, i + 2))) return undefined;
    if (
      b === 'that' &&
      (before(s, i, 6, DEGREES) ||
        !/^(?:expected|planned|forecast|any|usual|thought|previously|feared|hoped)$/u.test(word(s, i + 2)))
    )
      return undefined;
    // "he could take no more, then planned his escape" has its comma
    if (b === 'then' && tagged(s, i - 1, setOf('DT')) && a !== 'more') return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: is “than” meant?`, [
      { title: `Change “${b}” to “than”`, from: i + 1, to: i + 2, text: 'than' },
    ]);
  },
  wrong: [
    'It cost £120m ⟦more then⟧ planned.',
    'The bones are 20,000 years ⟦earlier that⟧ any found before.',
  ],
  right: [
    'It cost more than planned.',
    'It was so much better that any doubt was gone.',
    'The older that wine is, the better.',
  ],
};

const RELATIVE = words('who that which whom');
/** "The great majority them", "most us". */
export const quantityThem: Rule = {
  name: 'majority them',
  opens: words('majority most none half dozens hundreds thousands rest number some many'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    if (!/^(?:them|us)$/u.test(word(s, i + 1)) || !small(s, i + 1)) return undefined;
    if (
      tagged(s, i - 1, setOf('VBD', 'VBZ', 'VBP', 'VB', 'VBG', 'MD')) ||
      tagged(s, i + 2, setOf('CD', 'NNS'))
    )
      return undefined;
    if (mayHaveGap(s, i) || before(s, i, 6, RELATIVE)) return undefined;
    return missingAfter(s, i, 'of');
  },
  wrong: ['It employs 1.5m people, the great ⟦majority them⟧ in warehouses.'],
  right: ['What worried most them was the cost.', 'Most of them work in warehouses.'],
};

/** A noun's form that is first a verb's: "is due meet the unions". */
const isVerbHere = (s: Sentence, i: number): boolean =>
  small(s, i) &&
  can(s, i, BASE) &&
  !can(s, i, setOf('JJ', 'RB', 'IN', 'VBD', 'VBN', 'NNS')) &&
  tagged(s, i + 1, setOf('DT', 'PRP$', 'PRP'));

/** "Is due meet the unions", "are likely face the same". */
export const dueWithoutTo: Rule = {
  name: 'due without to',
  opens: words('due likely unlikely unable able reluctant willing keen eager expected scheduled'),
  find(s, i) {
    if (!/^(?:is|are|was|were|be|been|being|'s|'re)$/u.test(word(s, i - 1)) || !isVerbHere(s, i + 1))
      return undefined;
    if (mayHaveGap(s, i) && !/^(?:who|which)$/u.test(word(s, i - 2))) return undefined;
    return missingAfter(s, i, 'to');
  },
  wrong: ['The minister, who is ⟦due meet⟧ the unions, would not comment.'],
  right: ['The payment is due the same day.', 'She is due to meet the unions.'],
};

/** "Decided do the walk", "promised do so": nothing else can stand between. */
export const decidedDo: Rule = {
  name: 'decided do',
  opens: words('decided refused agreed wanted hoped managed vowed threatened promised offered failed tried'),
  find(s, i) {
    if (!small(s, i)) return undefined;
    if (
      !/^(?:do|go|get|be|make|take)$/u.test(word(s, i + 1)) ||
      !tagged(s, i + 2, setOf('DT', 'PRP$', 'PRP'))
    )
      return undefined;
    if (tagged(s, i - 1, setOf('PRP', 'NNS', 'WDT', 'CD', 'DT')) && mayHaveGap(s, i)) return undefined;
    if (tagged(s, i - 1, setOf('NNS')) || tagged(s, i - 1, setOf('WP'))) return undefined;
    return missingAfter(s, i, 'to');
  },
  wrong: ['Mr Wray, who works as a plumber, ⟦decided do⟧ the walk last year.'],
  right: ['The things they tried do the job.', 'They decided to do the walk.'],
};

/** "Those whose struggling". */
export const whoseVerb: Rule = {
  name: 'whose for who are',
  opens: words('whose'),
  find(s, i) {
    if (!small(s, i) || !/^(?:those|people|anyone|someone|everyone|man|woman)$/u.test(word(s, i - 1)))
      return undefined;
    if (
      !/...ing$/u.test(word(s, i + 1)) ||
      !tagged(s, i + 1, setOf('VBG')) ||
      can(s, i + 1, COMMON_NOUN) ||
      tagged(s, i + 2, NOUN)
    )
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: is “who is” or “who are” meant?`);
  },
  wrong: ['It would not help those ⟦whose struggling⟧ to pay their rent.'],
  right: ['Those whose smoking costs them dear should stop.'],
};

/** "According data from the bank". */
export const accordingData: Rule = {
  name: 'according without to',
  find(s, i) {
    if (
      word(s, i) === 'according' &&
      plain(s, i) &&
      tagged(s, i + 1, setOf('NN', 'NNS', 'NNP')) &&
      /^(?:from|by|in|published)$/u.test(word(s, i + 2))
    )
      return match(i, i + 2, `A word is missing: “according to ${s.raw[i + 1]}”?`, [insertAfter(s, i, 'to')]);
    return undefined;
  },
  wrong: ['The rate is now 4.7%, ⟦according data⟧ from the bank.'],
  right: ['The rate is 4.7%, according to data from the bank.'],
};

const AUXILIARY = words('has have had is are was were will would can could been be');

/** "Has worked has at the hospital": the auxiliary left on either side. */
export const auxiliaryAgain: Rule = {
  name: 'auxiliary on either side',
  opens: AUXILIARY,
  find(s, i) {
    const a = word(s, i);
    if (word(s, i + 2) !== a || !small(s, i + 1) || !small(s, i + 2)) return undefined;
    if (
      !tagged(s, i + 1, setOf('VBN', 'VBG', 'VB', 'VBD', 'JJ', 'NN')) ||
      !can(s, i + 1, setOf('VBN', 'VBG', 'VB'))
    )
      return undefined;
    if (!tagged(s, i - 1, NOUN | setOf('PRP', 'MD', 'RB')) || mayHaveGap(s, i + 2) || before(s, i, 14, GAPS))
      return undefined;
    return match(i, i + 3, `${shown(s, i, i + 3)}: one of the two “${a}” is left over.`, []);
  },
  wrong: [
    'She ⟦has worked has⟧ at the hospital for 18 years.',
    'To start then would ⟦have cost have⟧ more still.',
  ],
  right: [
    'What she has done has helped.',
    'The work he has done has helped.',
    'All that is known is that he left.',
  ],
};

/** "Within of a minute": "of" after a preposition that takes its noun at once. */
export const strayOf: Rule = {
  name: 'of after a preposition',
  opens: words('within during despite towards toward among amid throughout until beyond without since'),
  find(s, i) {
    if (word(s, i + 1) !== 'of' || !small(s, i + 1) || !plain(s, i) || word(s, i + 2) === 'course')
      return undefined;
    if (!tagged(s, i + 2, inPhrase)) return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: the “of” is left over.`, [
      { title: 'Delete “of”', from: i + 1, to: i + 2, text: '' },
    ]);
  },
  wrong: ['He scored ⟦within of⟧ a minute of coming on.'],
  right: ['He scored within a minute.'],
};

/** "Just one points". */
export const onePlural: Rule = {
  name: 'one and a plural',
  opens: words('one'),
  find(s, i) {
    if (!tagged(s, i, setOf('CD')) || !small(s, i + 1)) return undefined;
    const noun = word(s, i + 1);
    if (!isPlural(s, i + 1) || /(?:us|is|news|series|species|means|works)$/u.test(noun)) return undefined;
    if (
      s.lexicon.logFrequency(noun) < 6 ||
      !(/^[.,]$/u.test(word(s, i + 2)) || /^(?:from|in|for|to|on|of|at|since|after)$/u.test(word(s, i + 2)))
    )
      return undefined;
    if (/^(?:no|which|this|that|the|number|no-one|any|every|some)$/u.test(word(s, i - 1)) || opens(s, i))
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: one of the two is singular, the other plural.`);
  },
  wrong: ['They have taken just ⟦one points⟧ from seven games.'],
  right: ['It was one sports car too many.', 'One sees that often.', 'Number one hits are rare.'],
};
