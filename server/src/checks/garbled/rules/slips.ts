import { setOf, TAG } from '../../../language/tags.ts';
import {
  before,
  COMMON_NOUN,
  can,
  MODALS,
  match,
  mayHaveGap,
  missingAfter,
  NOUN,
  opensClause,
  participle,
  plain,
  SINGULAR_OF,
  shown,
  small,
  swap,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';
import { isPlainForm } from './forms.ts';

const HELPERS = words('what whatever that which would could should might must all how to');

/** "Could not to reach them". */
export const modalNotTo: Rule = {
  name: 'modal, not and to',
  opens: MODALS,
  find(s, i) {
    if (s.tags[i] !== TAG.MD || !/^(?:not|n't)$/u.test(word(s, i + 1)) || word(s, i + 2) !== 'to')
      return undefined;
    if (
      !tagged(s, i + 3, setOf('VB')) ||
      !tagged(s, i - 1, NOUN | setOf('PRP', 'WP', 'WDT', 'EX')) ||
      mayHaveGap(s, i) ||
      before(s, i, 8, HELPERS)
    )
      return undefined;
    return match(i, i + 3, `${shown(s, i, i + 3)}: the “to” is left over.`, [
      { title: 'Delete “to”', from: i + 2, to: i + 3, text: '' },
    ]);
  },
  wrong: ['Rescuers ⟦could not to⟧ reach them until Monday.'],
  right: ['Rescuers could not reach them.'],
};

/** "Have being rescued". */
export const haveBeing: Rule = {
  name: 'have being',
  opens: words('has have had'),
  find(s, i) {
    if (word(s, i + 1) !== 'being' || !small(s, i + 1)) return undefined;
    if (
      !can(s, i + 2, setOf('VBN')) ||
      tagged(s, i + 3, COMMON_NOUN) ||
      (tagged(s, i - 1, setOf('PRP')) && mayHaveGap(s, i))
    )
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: is “been” meant?`, [swap(s, i + 1, 'been')]);
  },
  wrong: ['Two climbers who spent four nights on a ledge ⟦have being⟧ rescued.'],
  right: ['Two climbers have been rescued.', 'The fear they have being known is old.'],
};

const TAKES_TO = words(
  `reason time power need cause right hope chance permission access money room leave use scope licence license incentive freedom
   authority ability opportunity work plenty reasons orders courage nerve pleasure cash food fuel help support water play scope`,
);
/** "Had use the money", "had offer to pay": a noun here would want an article of its own. */
export const haveBase: Rule = {
  name: 'have and a plain form with its object',
  opens: words('has have had'),
  find(s, i) {
    if (!small(s, i) || !isPlainForm(s, i + 1) || !can(s, i + 1, COMMON_NOUN)) return undefined;
    const verb = word(s, i + 1);
    const object =
      /^(?:the|a|an|his|her|its|their)$/u.test(word(s, i + 2)) &&
      tagged(s, i + 3, COMMON_NOUN | setOf('JJ', 'NNP', 'CD'));
    const to = word(s, i + 2) === 'to' && tagged(s, i + 3, setOf('VB')) && !TAKES_TO.has(verb);
    if ((!object && !to) || s.lexicon.logFrequency(verb) < 5) return undefined;
    if (/^(?:day|week|month|year|moment|time|way|next|same|minute|night|other)$/u.test(word(s, i + 3)))
      return undefined;
    const done = participle(s, verb);
    if (done === undefined || s.lexicon.logFrequency(done) < s.lexicon.logFrequency(verb) - 5)
      return undefined;
    if (
      mayHaveGap(s, i) ||
      before(s, i, 8, HELPERS) ||
      (!tagged(s, i - 1, NOUN | setOf('PRP', 'WP', 'MD')) && word(s, i - 1) !== ',')
    )
      return undefined;
    return match(i, i + 2, `After ${shown(s, i, i + 1)} the verb stands in the past: “${done}”.`, [
      swap(s, i + 1, done),
    ]);
  },
  wrong: [
    'Robert Kane, 68, ⟦had use⟧ the money to pay for holidays.',
    'The developer ⟦had offer⟧ to pay for a new park.',
  ],
  right: [
    'They had reason to believe him.',
    'He would have staff the next day.',
    'The power they have use the poor.',
  ],
};

/** ", compare with 21 last year". */
export const compareWith: Rule = {
  name: 'compare with',
  opens: words('compare'),
  find(s, i) {
    if (word(s, i - 1) !== ',' || !/^(?:with|to)$/u.test(word(s, i + 1))) return undefined;
    if (!tagged(s, i + 2, setOf('CD', 'DT', 'JJ', 'RB')) && !/^[£$€\d]/u.test(word(s, i + 2)))
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: is “compared” meant?`, [swap(s, i, 'compared')]);
  },
  wrong: ['It sold 40 cars this year, ⟦compare with⟧ 21 in the last.'],
  right: ['It sold 40 cars, compared with 21 last year.'],
};

/** "Nobody are above the law", "everyone have gone". */
export const nobodyAre: Rule = {
  name: 'nobody and a plural verb',
  opens: words('nobody everybody everyone somebody someone nothing everything'),
  find(s, i) {
    if (!opensClause(s, i)) return undefined;
    const right = SINGULAR_OF.get(word(s, i + 1));
    if (right === undefined || before(s, i, 12, MAKING)) return undefined;
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: the verb does not fit “${word(s, i)}”. Is “${right}” meant?`,
      [swap(s, i + 1, right)],
    );
  },
  wrong: ['⟦Nobody are⟧ above the law.'],
  right: ['Nobody is above the law.', 'If everyone were like her, he said, he would go.'],
};
const MAKING = words(
  'if let make made making help helped wish though demand demanded insist insisted ask asked see saw that lest',
);

/** "All what he could". */
export const allWhat: Rule = {
  name: 'all what',
  opens: words('all'),
  find(s, i) {
    if (word(s, i + 1) !== 'what' || !small(s, i + 1) || !plain(s, i)) return undefined;
    if (!tagged(s, i + 2, setOf('PRP')) || tagged(s, i - 1, setOf('PRP', 'VBD', 'VBZ', 'VBP', 'NNS')))
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: is “all that” meant?`, [swap(s, i + 1, 'that')]);
  },
  wrong: ['He would pay back ⟦all what⟧ he could.'],
  right: ['They all know what he did.', 'He told them all what he thought.'],
};

/** "Expect pick up 1.3m tonnes", "now hope begin a trial". */
export const hopeBegin: Rule = {
  name: 'hope and no to',
  opens: words('expect hope plan aim intend vow seek'),
  find(s, i) {
    if (!small(s, i) || (!tagged(s, i, setOf('VBP', 'VB')) && !tagged(s, i - 1, setOf('RB'))))
      return undefined;
    if (
      !isPlainForm(s, i + 1) ||
      !tagged(s, i + 1, setOf('VB', 'VBP')) ||
      !tagged(s, i + 2, setOf('DT', 'PRP$', 'RP', 'CD'))
    )
      return undefined;
    if (
      mayHaveGap(s, i) ||
      (!tagged(s, i - 1, setOf('NNS', 'RB', 'PRP', 'MD', 'TO')) && word(s, i - 1) !== ',')
    )
      return undefined;
    return missingAfter(s, i, 'to');
  },
  wrong: ['The team now ⟦hope begin⟧ a trial with 30 patients.'],
  right: ['The team hope to begin a trial.', 'They hope fans the world over will watch.'],
};
