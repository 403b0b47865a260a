import { setOf } from '../../../language/tags.ts';
import {
  ARTICLES,
  COMMON_NOUN,
  drop,
  match,
  mayHaveGap,
  NOUN,
  onlyBase,
  onlyPast,
  plain,
  shown,
  small,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

const FIRST = words('the a an my your its our their every his her');
const SECOND = words('the a an my your its our their every this these those his her');

export const twoDeterminers: Rule = {
  name: 'two determiners',
  opens: FIRST,
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!SECOND.has(b) || a === b || !plain(s, i) || !small(s, i + 1)) return undefined;
    if (
      b === 'a' &&
      (!tagged(s, i + 1, setOf('DT')) ||
        /^(?:cappella|priori|la|posteriori|fortiori|lot|few|little)$/u.test(word(s, i + 2)))
    )
      return undefined;
    if (b === 'an' && word(s, i + 2) === '') return undefined;
    if (a === 'a' && (word(s, i - 1) === 'vitamin' || !ARTICLES.has(a))) return undefined;
    if (b === 'her' && !ARTICLES.has(a)) return undefined;
    // "a friend of his the other day", "my every move"
    if (a === 'his' && word(s, i - 1) === 'of') return undefined;
    // "gave her the keys"
    if (a === 'her' && !/^(?:said|says|that)$/u.test(word(s, i - 1))) return undefined;
    if (b === 'every' && !ARTICLES.has(a)) return undefined;
    if (a === 'every' && b !== 'the' && b !== 'a') return undefined;
    if (a === 'its' && (b === 'the' || b === 'a') && ARTICLES.has(b)) {
      return match(i, i + 2, `${shown(s, i, i + 2)}: is “it’s ${b}” meant, or is one of the two left over?`);
    }
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 1)} or ${shown(s, i + 1, i + 2)}? One of the two is left over from an edit.`,
      [drop(s, i), drop(s, i + 1)],
    );
  },
  wrong: [
    'Voters rejected ⟦the a⟧ proposal by a wide margin.',
    'He spoke of ⟦the this⟧ invisible enemy.',
    'The club praised ⟦its the⟧ manager on Friday.',
  ],
  right: [
    'He watched her every move.',
    'All the women sang the a cappella piece.',
    'A friend of his the other day said so.',
  ],
};

const FOLLOWERS = words(
  `of to from by at is are was were has had have and or which would could should he she they we been be into because
   does did with than that during whose am`,
);

export const determinerThenFunctionWord: Rule = {
  name: 'determiner, no noun',
  opens: words('the a an my your their our its every'),
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!FOLLOWERS.has(b)) return undefined;
    if (!plain(s, i) || !small(s, i + 1) || !tagged(s, i, setOf('DT', 'PRP$'))) return undefined;
    // "A or B", "a and b", "the to and fro", "the be-all", "the have and have-nots"
    if (a === 'a' && (b === 'and' || b === 'or' || b === 'to' || b === 'is' || b === 'by' || b === 'at')) {
      if (!small(s, i) || b !== 'is') return undefined;
    }
    if (
      (b === 'to' || b === 'have' || b === 'would' || b === 'and' || b === 'or') &&
      /^(?:and|or|,|be|all)$/u.test(word(s, i + 2))
    )
      return undefined;
    if (b === 'that' && a !== 'the' && a !== 'a') return undefined;
    if (a === 'its' && (b === 'been' || b === 'a')) {
      return match(i, i + 2, `${shown(s, i, i + 2)}: is “it’s ${b}” meant?`);
    }
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: a word is missing between the two, or one of them is left over.`,
    );
  },
  wrong: [
    'The size ⟦the of⟧ crowd surprised police.',
    'He praised ⟦the which⟧ had been agreed.',
    'Critics called it a victory for ⟦the and⟧ its allies.',
  ],
  right: [
    'Theirs is the to and fro of politics.',
    'Plan A or plan B will do.',
    'She filled in forms a and b.',
  ],
};

export const determinerThenVerb: Rule = {
  name: 'determiner, then a verb',
  opens: words('the a an my our their its every'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    if (!tagged(s, i, setOf('DT', 'PRP$')) || /^(?:listen|assist|rose|wound)$/u.test(word(s, i + 1)))
      return undefined;
    if (tagged(s, i + 2, NOUN | setOf('JJ', 'VBG')) || s.lexicon.logFrequency(word(s, i + 1)) < 6)
      return undefined;
    const verb =
      onlyPast(s, i + 1) ||
      (onlyBase(s, i + 1) && word(s, i + 1).length > 4 && s.lexicon.logFrequency(word(s, i + 1)) >= 9);
    if (!verb || mayHaveGap(s, i) || /["”’')]/u.test(word(s, i + 2))) return undefined;
    if (/^(?:be|become|let|go|get|see|make)$/u.test(word(s, i + 1))) return undefined;
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: a verb where a noun is due. Is a word missing, or the verb in the wrong form?`,
    );
  },
  wrong: ['The two sides reached ⟦an agree⟧ on prisoners.', 'Ministers blamed ⟦the went⟧ of the old system.'],
  right: ['The get-go was slow.', 'It is a must for every family.', 'The have-nots rose.'],
};

export const theOfNoun: Rule = {
  name: 'quantifier without of',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (a === 'one' && b === 'the' && small(s, i + 1)) {
      const next = word(s, i + 2);
      if (!/^(?:most|least|best|worst|few|main|key|first|last)$/u.test(next) && !/est$/u.test(next))
        return undefined;
      if (!tagged(s, i + 3, COMMON_NOUN | setOf('JJ', 'VBG', 'VBN', 'RB'))) return undefined;
      if (
        /^(?:number|no|day|part|year|game|at|than|hour|phase|round|stage|formula|chapter|week|leg|for|gave|give|with|,)$/u.test(
          word(s, i - 1),
        )
      )
        return undefined;
      if (!tagged(s, i - 1, setOf('VBZ', 'VBD', 'VBP', 'VB', 'VBN', 'IN', 'RB')) && i > 0) return undefined;
      return match(i, i + 2, `A word is missing: “one of the”?`, [
        { title: 'Insert “of”', from: i, to: i + 1, text: `${s.raw[i]} of` },
      ]);
    }
    if (
      !/^(?:some|many|several|none|dozens|hundreds|thousands|millions)$/u.test(a) ||
      !/^(?:the|these|those|its|his|our)$/u.test(b)
    )
      return undefined;
    if (!plain(s, i) || !small(s, i + 1) || !tagged(s, i + 2, COMMON_NOUN | setOf('JJ', 'JJS', 'CD')))
      return undefined;
    if (a !== 'some' && a !== 'none' && a !== 'many' && b !== 'the') return undefined;
    if (i === 1 || (i > 0 && !tagged(s, i - 1, setOf('IN', 'CC')))) return undefined;
    if (mayHaveGap(s, i)) return undefined;
    return match(i, i + 2, `A word is missing: “${a} of ${b}”?`, [
      { title: 'Insert “of”', from: i, to: i + 1, text: `${s.raw[i]} of` },
    ]);
  },
  wrong: [
    'He is ⟦one the⟧ most experienced negotiators in the country.',
    '⟦Some the⟧ workers said they had not been told.',
  ],
  right: [
    'The paper gave number one the best review.',
    'To some the idea is absurd.',
    'One the best can do is wait.',
  ],
};

/** "To that an additional year", "against this a group": a pointing word between a preposition and an article. */
export const strayThat: Rule = {
  name: 'stray that',
  opens: words('to of by for from on at against since after into during between'),
  find(s, i) {
    if (!tagged(s, i, setOf('IN', 'TO'))) return undefined;
    if (
      !/^(?:that|this|these|those)$/u.test(word(s, i + 1)) ||
      !/^(?:the|a|an)$/u.test(word(s, i + 2)) ||
      !small(s, i + 2)
    )
      return undefined;
    if (!tagged(s, i + 3, COMMON_NOUN | setOf('JJ', 'JJS', 'CD')) || mayHaveGap(s, i)) return undefined;
    // "after that the rate would fall" is a clause
    for (let at = i + 3; at < i + 11; at += 1)
      if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) return undefined;
    // "add to that the cost": what follows stands in for the object
    for (let at = Math.max(0, i - 4); at < i; at += 1)
      if (/^(?:add|adds|added|adding|besides)$/u.test(word(s, at))) return undefined;
    if (
      word(s, i + 1) !== 'that' &&
      !/^(?:against|since|after|into|during|between|from|for)$/u.test(word(s, i))
    )
      return undefined;
    return match(
      i + 1,
      i + 3,
      `${shown(s, i + 1, i + 2)} or ${shown(s, i + 2, i + 3)}? One of the two is left over from an edit.`,
      [drop(s, i + 1), drop(s, i + 2)],
    );
  },
  wrong: [
    'He was sentenced to ⟦that an⟧ additional year.',
    'Police fired against ⟦this a⟧ group of protesters.',
  ],
  right: [
    'He saw to it that the gates were shut.',
    'Add to that the cost of fuel.',
    'She objected in that the rent was high.',
  ],
};

/** "Of these their things": a pointing word and a possessive. */
export const pointingPossessive: Rule = {
  name: 'this and their',
  find(s, i) {
    // "in this our finest hour"
    if (word(s, i) === 'this' && /^(?:our|my|your)$/u.test(word(s, i + 1))) return undefined;
    if (
      !/^(?:this|these|those)$/u.test(word(s, i)) ||
      !/^(?:its|their|our|his|my|your)$/u.test(word(s, i + 1))
    )
      return undefined;
    if (!plain(s, i) || !small(s, i + 1) || !tagged(s, i + 2, COMMON_NOUN | setOf('JJ', 'VBZ', 'VBP', 'VBD')))
      return undefined;
    // "make this their home", "is this their last chance"
    if (i > 0 && !tagged(s, i - 1, setOf('IN')) && !(i === 1 && tagged(s, 0, setOf('RB', 'CC', 'IN'))))
      return undefined;
    if (/^(?:with|as|like|than)$/u.test(word(s, i - 1)) || mayHaveGap(s, i)) return undefined;
    for (let at = i + 2; at < i + 9; at += 1)
      if (i > 0 && tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD')) && tagged(s, i, setOf('PRP')))
        return undefined;
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 1)} or ${shown(s, i + 1, i + 2)}? One of the two is left over from an edit.`,
      [drop(s, i), drop(s, i + 1)],
    );
  },
  wrong: ['The loss of ⟦these their⟧ things hurt them.'],
  right: ['They want to make this their home.', 'Is this their last chance?'],
};
