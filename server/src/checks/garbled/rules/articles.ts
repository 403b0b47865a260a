import { onsetOf } from '../../../language/articles.ts';
import { wordSet } from '../../../language/closed-class.ts';
import { setOf } from '../../../language/tags.ts';
import { match, plain, shown, small, swap, tagged, word } from '../predicates.ts';
import type { Rule } from '../rule.ts';

// after these an “a” is a letter or another language's word, and no article
const NO_ARTICLE_BEFORE =
  /^(?:and|is|or|are|in|as|at|of|a|an|if|on|up|out|off|the|this|that|other|his|her|their|to|for|with|der|den|dem|das|die)$/u;

export const article: Rule = {
  name: 'a or an',
  opens: wordSet('a an'),
  find(s, i) {
    const a = word(s, i);
    const raw = s.raw[i + 1] ?? '';
    if (!plain(s, i) || !tagged(s, i, setOf('DT'))) return undefined;
    // a capital within a sentence is Plan A; letters in a line of capitals are no initials
    if ((!small(s, i) && i > 0) || NO_ARTICLE_BEFORE.test(word(s, i + 1))) return undefined;
    // a word that the lexicon lacks is told by its first letter, where that can be spoken in one way only: “A inquest”
    const spelled = a === 'a' && /^[aio]\p{Ll}{4,}$/u.test(raw);
    const known =
      spelled || s.possibleTags[i + 1] !== 0 || /^[a-z]+-[a-z]+$/u.test(raw) || !/^\p{Ll}/u.test(raw);
    const onset = known ? onsetOf(onsetToken(s.raw, s.starts, i + 1)) : undefined;
    if (onset === undefined || (onset === 'vowel') === (a === 'an')) return undefined;
    const due = onset === 'vowel' ? 'an' : 'a';
    const end = /^[£$€]$/u.test(raw) ? i + 3 : i + 2;
    return match(i, end, `${shown(s, i, end)}: “${due}” is due before a ${onset} sound.`, [
      swap(s, i, small(s, i) ? due : `A${due.slice(1)}`),
    ]);
  },
  wrong: [
    'She is ⟦an former⟧ lawyer from Leeds.',
    '⟦A explosion⟧ shook the plant.',
    '⟦A inquest⟧ is told of the fog.',
    'The blaze broke out after ⟦a explosion⟧ at the plant.',
    'They questioned ⟦a 18-year-old⟧ from Leeds.',
    'She met ⟦a MP⟧ from Leeds.',
    'They sent ⟦an UN⟧ envoy to Leeds.',
    'It was ⟦an European⟧ record.',
    'He is ⟦a American⟧ from Leeds.',
    'It was ⟦a £8m⟧ gift to Leeds.',
  ],
  right: [
    'It was an historic vote at a European university.',
    'After an hour a one-off payment was agreed.',
    'An MP met a UK envoy over an x-ray.',
    'He made a u-turn after a useful talk.',
    'A NATO envoy met an 11-year-old and a 100-year-old from a US town.',
    'He drove an SUV to a Uruguayan bank in an Uber.',
    'It is an 1830 law and a 1,100-page book.',
    'Plan A is a no, and B an option.',
  ],
};

/** The token, with the sum after a currency's sign that stands apart from it as a token. */
function onsetToken(raw: readonly string[], starts: ArrayLike<number>, i: number): string {
  const token = raw[i] ?? '';
  return /^[£$€]$/u.test(token) && starts[i + 1] === (starts[i] ?? 0) + 1
    ? `${token}${raw[i + 1] ?? ''}`
    : token;
}
