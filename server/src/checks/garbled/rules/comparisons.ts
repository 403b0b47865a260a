import { setOf } from '../../../language/tags.ts';
import {
  COMMON_NOUN,
  drop,
  match,
  mayHaveGap,
  plain,
  shown,
  small,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

const COMPARED = words(
  `better worse best worst bigger biggest larger largest higher highest easier easiest cheaper cheapest faster fastest stronger
   strongest older oldest younger youngest smaller smallest greater greatest happier happiest safer safest harder hardest longer
   longest shorter shortest richer richest poorer poorest louder loudest earlier earliest slower slowest nearer nearest closer
   closest wider widest deeper deepest tougher toughest weaker weakest lower lowest newer newest`,
);

export const doubleComparative: Rule = {
  name: 'double comparative',
  opens: words('more most'),
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!COMPARED.has(b) || !small(s, i + 1) || !plain(s, i)) return undefined;
    // "no more, better teachers", "more older people", "what matters most best of all"
    if (tagged(s, i + 2, COMMON_NOUN | setOf('JJ', 'VBG')) || (a === 'most' && !/est$/u.test(b)))
      return undefined;
    if (a === 'more' && /est$|best|worst/u.test(b)) return undefined;
    if (!tagged(s, i - 1, setOf('VBZ', 'VBD', 'VBP', 'VB', 'VBN', 'DT', 'RB', 'PRP')) || mayHaveGap(s, i))
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: ${shown(s, i + 1, i + 2)} says it alone.`, [drop(s, i)]);
  },
  wrong: ['The new plan is ⟦more better⟧ than the old one.', 'It was ⟦more easier⟧ to agree.'],
  right: ['The town needs more older drivers.', 'Nothing more, better late than never.'],
};

/** "Higher the previous year": a comparative and no than. */
export const comparativeWithoutThan: Rule = {
  name: 'comparative without than',
  find(s, i) {
    if (!tagged(s, i, setOf('JJR')) || !/..er$/u.test(word(s, i)) || !small(s, i)) return undefined;
    if (
      !/^(?:is|are|was|were|be|been|'s|'re)$/u.test(word(s, i - 1)) &&
      !/^(?:much|far|slightly|even|considerably|significantly)$/u.test(word(s, i - 1))
    )
      return undefined;
    if (
      !/^(?:the|its|any|last)$/u.test(word(s, i + 1)) ||
      !/^(?:previous|last|first|other|year|month|average|rest|same|predecessor|rival|rivals)$/u.test(
        word(s, i + 2) === '' ? '' : word(s, i + 1) === 'last' ? word(s, i + 2) : word(s, i + 2),
      )
    )
      return undefined;
    if (
      /^(?:the|no)$/u.test(word(s, i - 1)) ||
      /^(?:later|earlier|longer|further|easier|harder)$/u.test(word(s, i))
    )
      return undefined;
    if (/^(?:time|day|week)$/u.test(word(s, i + 3)) || mayHaveGap(s, i)) return undefined;
    return match(i, i + 2, `A word is missing: “${word(s, i)} than ${word(s, i + 1)}”?`, [
      { title: 'Insert “than”', from: i, to: i + 1, text: `${s.raw[i]} than` },
    ]);
  },
  wrong: ['Output was ⟦higher the⟧ previous quarter.'],
  right: ['It was easier the second time.', 'The bigger the last one, the better.'],
};

/** "As big than", "more … as". */
export const asThan: Rule = {
  name: 'as and than',
  opens: words('as'),
  find(s, i) {
    if (word(s, i + 2) !== 'than' || !tagged(s, i + 1, setOf('JJ', 'RB')) || !small(s, i + 1))
      return undefined;
    if (/^(?:more|less|other|rather)$/u.test(word(s, i + 1))) return undefined;
    return match(i, i + 3, `${shown(s, i, i + 3)}: “as … as” and “… than” are mixed.`);
  },
  wrong: ['The river is ⟦as high than⟧ it was in May.'],
  right: ['The river is as high as it was in May.'],
};
