import { setOf, TAG } from '../../../language/tags.ts';
import {
  baseOf,
  can,
  drop,
  match,
  mayHaveGap,
  NOUN,
  onlyBase,
  plain,
  shown,
  small,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

const TAKE_TO = words(
  `decide decides decided refuse refuses refused manage managed manages agree agreed agrees hope hoped hopes vow vowed vows pledge
   pledged threaten threatened fail failed fails promise promised wants wanted intends expects decline declined`,
);

export const toNotIng: Rule = {
  name: '-ing where to is due',
  opens: TAKE_TO,
  find(s, i) {
    const a = word(s, i);
    if (!small(s, i) || !tagged(s, i, setOf('VBD', 'VBZ', 'VB', 'VBN', 'VBP'))) return undefined;
    const b = word(s, i + 1);
    if (!/...ing$/u.test(b) || s.tags[i + 1] !== TAG.VBG || !small(s, i + 1)) return undefined;
    if (
      /^(?:being|having)$/u.test(b) ||
      can(s, i + 1, setOf('IN')) ||
      !tagged(s, i + 2, setOf('DT', 'PRP$', 'PRP'))
    )
      return undefined;
    if (
      (!tagged(s, i - 1, NOUN | setOf('PRP', 'RB', 'MD', 'VBZ', 'VBP', 'VBD', 'TO')) &&
        !(word(s, i - 1) === 'and' && s.tags[i] === TAG.VBD)) ||
      mayHaveGap(s, i)
    )
      return undefined;
    // "the few who agreed, leaving …" has its comma; "the attempt failed leaving ten dead" lacks it and reads
    if (
      /^(?:fail|fails|failed|agreed|leaving)$/u.test(a) ||
      /^(?:leaving|causing|prompting|following|saying|adding|calling|citing|using|becoming)$/u.test(b)
    )
      return undefined;
    const base = baseOf(s, b, () => undefined);
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: after “${a}” stands “to”${base === undefined ? '' : `: “to ${base}”`}.`,
      [
        base === undefined
          ? undefined
          : { title: `Change to “to ${base}”`, from: i + 1, to: i + 2, text: `to ${base}` },
      ],
    );
  },
  wrong: ['The council ⟦decided selling⟧ the hall.', 'He ⟦refused giving⟧ a reason.'],
  right: [
    'They agreed leaving was wrong.',
    'He wanted something to eat.',
    'She hoped teaching would suit her.',
  ],
};

/** "Let him to go", "made them to wait". */
export const letTo: Rule = {
  name: 'let and to',
  opens: words('let lets letting'),
  find(s, i) {
    if (!plain(s, i) || !/^(?:him|her|them|us|me|it)$/u.test(word(s, i + 1))) return undefined;
    if (word(s, i + 2) !== 'to' || s.tags[i + 3] !== TAG.VB) return undefined;
    return match(i, i + 3, `${shown(s, i, i + 3)}: after “let” the “to” falls away.`, [drop(s, i + 2)]);
  },
  wrong: ['The guards ⟦let him to⟧ leave the court.'],
  right: ['They let him know.', 'He let it to a couple.'],
};

/** "Able" and "-ing", "accused to have". */
export const nounOrAdjectiveTo: Rule = {
  name: 'able and -ing',
  find(s, i) {
    const a = word(s, i);
    if (
      /^(?:able|unable|likely|unlikely)$/u.test(a) &&
      small(s, i) &&
      /...ing$/u.test(word(s, i + 1)) &&
      s.tags[i + 1] === TAG.VBG
    ) {
      if (
        !/^(?:is|are|was|were|be|been|being|'s|'re|not|n't)$/u.test(word(s, i - 1)) ||
        (can(s, i + 1, setOf('NN', 'JJ', 'IN')) && !tagged(s, i + 2, setOf('DT', 'PRP$', 'PRP')))
      )
        return undefined;
      const base = baseOf(s, word(s, i + 1), () => undefined);
      return match(
        i,
        i + 2,
        `${shown(s, i, i + 2)}: after “${a}” stands “to”${base === undefined ? '' : `: “to ${base}”`}.`,
        [
          base === undefined
            ? undefined
            : { title: `Change to “to ${base}”`, from: i + 1, to: i + 2, text: `to ${base}` },
        ],
      );
    }
    if (
      /^(?:capable|incapable)$/u.test(a) &&
      word(s, i + 1) === 'to' &&
      s.tags[i + 2] === TAG.VB &&
      small(s, i)
    ) {
      if (!/^(?:is|are|was|were|be|been|'s|'re|not|being)$/u.test(word(s, i - 1)) || mayHaveGap(s, i))
        return undefined;
      return match(i, i + 2, `${shown(s, i, i + 2)}: after “${a}” stands “of”.`);
    }
    return undefined;
  },
  wrong: ['They were ⟦able reaching⟧ the summit.', 'The team is ⟦capable to⟧ win the cup.'],
  right: ['They were able to reach it.', 'She is able, willing and ready.'],
};

/** "Looking forward to see". */
export const forwardTo: Rule = {
  name: 'forward to and a base form',
  opens: words('forward'),
  find(s, i) {
    if (word(s, i + 1) !== 'to' || !/^look/u.test(word(s, i - 1))) return undefined;
    if (
      !/^(?:see|be|have|go|meet|work|play|welcome|get|hear|make|take|do|come)$/u.test(word(s, i + 2)) ||
      s.tags[i + 2] !== TAG.VB
    )
      return undefined;
    return match(i, i + 3, `${shown(s, i, i + 3)}: after “forward to” the verb takes -ing.`);
  },
  wrong: ['They are looking ⟦forward to see⟧ the new hall.'],
  right: ['They are looking forward to seeing it.'],
};

/** Negation in the wrong place. */
export const misplacedNot: Rule = {
  name: 'not in the wrong place',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (a === 'not' && /^(?:he|she|they|we|it)$/u.test(word(s, i - 1)) && small(s, i)) {
      if (!/^(?:did|does|do|has|had|was|is|were|are|will|would|could|can)$/u.test(b) || i < 1)
        return undefined;
      // "if not, was", "whether or not he did": the pronoun must open its clause
      if (i > 1 && !/^(?:that|but|because|,|said|when|as)$/u.test(word(s, i - 2))) return undefined;
      if (word(s, i - 2) === ',' || word(s, i - 2) === 'as') return undefined;
      return match(i, i + 2, `${shown(s, i, i + 2)}: the words have changed places. Is “${b} not” meant?`, [
        { title: `Change to “${b} not”`, from: i, to: i + 2, text: `${b} not` },
      ]);
    }
    if (
      /^(?:has|have|had)$/u.test(a) &&
      b === 'no' &&
      small(s, i + 1) &&
      tagged(s, i + 2, setOf('VBN', 'VBD')) &&
      can(s, i + 2, setOf('VBN')) &&
      !can(s, i + 2, setOf('JJ', 'NN', 'NNS'))
    ) {
      return match(i, i + 2, `${shown(s, i, i + 2)}: is “not” meant?`, [
        { title: 'Change “no” to “not”', from: i + 1, to: i + 2, text: 'not' },
      ]);
    }
    if (
      /^(?:will|would|could|can|should|must|may|might)$/u.test(a) &&
      b === 'no' &&
      small(s, i + 1) &&
      plain(s, i) &&
      (word(s, i + 2) === 'be' || onlyBase(s, i + 2))
    ) {
      return match(i, i + 2, `${shown(s, i, i + 2)}: is “not” meant?`, [
        { title: 'Change “no” to “not”', from: i + 1, to: i + 2, text: 'not' },
      ]);
    }
    if (
      /^(?:not|n't)$/u.test(a) &&
      b === 'no' &&
      small(s, i + 1) &&
      /^(?:longer|more)$/u.test(word(s, i + 2))
    ) {
      return match(i, i + 2, `${shown(s, i, i + 2)} ${word(s, i + 2)}: denied twice. Keep one.`);
    }
    return undefined;
  },
  wrong: [
    'He said that it ⟦not was⟧ clear why.',
    'Officials ⟦have no⟧ been told.',
    'The road ⟦will no⟧ be closed.',
  ],
  right: [
    'Whether or not he did is unclear.',
    'There will no longer be a vote.',
    'He has no known enemies.',
    'Not is a small word.',
  ],
};
