import { ARTICLES, wordSet } from '../../../language/closed-class.ts';
import { setOf } from '../../../language/tags.ts';
import { drop, match, plain, shown, small, tagged, word } from '../predicates.ts';
import type { Rule } from '../rule.ts';

const FIRST = wordSet('the a an my your its our their every his her');
const SECOND = wordSet('the a an my your its our their every this these those his her');

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
    // "a friend of his the other day", "my every move"
    if (a === 'his' && word(s, i - 1) === 'of') return undefined;
    // "gave her the keys"
    if (a === 'her' && !/^(?:said|says|that)$/u.test(word(s, i - 1))) return undefined;
    if (b === 'every' && !ARTICLES.has(a)) return undefined;
    if (a === 'its' && ARTICLES.has(b)) {
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
    'She watched his every move.',
    'All the women sang the a cappella piece.',
    'A friend of his the other day said so.',
  ],
};

const FOLLOWERS = wordSet(
  `of to from by at is are was were has had have and or which would could should he she they we been be into because
   does did with than that during whose am`,
);

export const determinerThenFunctionWord: Rule = {
  name: 'determiner, no noun',
  opens: wordSet('the a an my your their our its every'),
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!FOLLOWERS.has(b)) return undefined;
    if (!plain(s, i) || !small(s, i + 1) || !tagged(s, i, setOf('DT', 'PRP$'))) return undefined;
    // "A or B", "a and b", "the to and fro", "the be-all", "the have and have-nots"
    if (a === 'a' && (b === 'and' || b === 'or')) return undefined;
    if (
      (b === 'to' || b === 'have' || b === 'would' || b === 'and' || b === 'or') &&
      /^(?:and|or|,|be|all)$/u.test(word(s, i + 2))
    )
      return undefined;
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
