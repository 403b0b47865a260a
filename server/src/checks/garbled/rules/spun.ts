import type { Sentence } from '../../../language/tagged.ts';
import { match, shown, small, word } from '../predicates.ts';
import type { Match, Rule } from '../rule.ts';

/**
 * Names and fixed terms as software writes them that swaps words for synonyms, and what they stood for. Only those that nobody
 * writes otherwise: "environmental change" and "remote minister" can be meant. The kind is known from science as tortured
 * phrases (Cabanac, Labbé and Magazinov, 2021).
 */
const SPUN: Readonly<Record<string, string>> = {
  'prime serve': 'prime minister',
  'prime pastor': 'prime minister',
  'prime clergyman': 'prime minister',
  'remote serve': 'foreign minister',
  'fund serve': 'finance minister',
  'wellbeing serve': 'health minister',
  'incomparable court': 'Supreme Court',
  'preeminent court': 'Supreme Court',
  'unused york': 'New York',
  'unused delhi': 'New Delhi',
  'unused zealand': 'New Zealand',
  'joined kingdom': 'United Kingdom',
  'joined together kingdom': 'United Kingdom',
  'assembled kingdom': 'United Kingdom',
  'joined states': 'United States',
  'joined together states': 'United States',
  'assembled states': 'United States',
  'joined countries': 'United Nations',
  'joined together countries': 'United Nations',
  'world wellbeing organization': 'World Health Organization',
  'world wellbeing organisation': 'World Health Organisation',
  'intrigued rate': 'interest rate',
  'intrigued rates': 'interest rates',
  'stock showcase': 'stock market',
  'lodging showcase': 'housing market',
  'gross residential item': 'gross domestic product',
  'gross household item': 'gross domestic product',
  'vitality bills': 'energy bills',
  'vitality costs': 'energy costs',
  'vitality prices': 'energy prices',
  'fossil powers': 'fossil fuels',
  'sun-oriented boards': 'solar panels',
  'sun oriented boards': 'solar panels',
  'sun-oriented vitality': 'solar energy',
  'atomic vitality': 'nuclear energy',
  'climate alter': 'climate change',
  'heart assault': 'heart attack',
  'bosom malignancy': 'breast cancer',
  'bosom disease': 'breast cancer',
  'counterfeit insights': 'artificial intelligence',
  'man-made consciousness': 'artificial intelligence',
};
const LONGEST = 3;

/** "The prime serve said": a fixed term in which a word has been swapped for another of like sense. */
export const spun: Rule = {
  name: 'spun term',
  opens: new Set(Object.keys(SPUN).map((term) => term.split(' ')[0] ?? '')),
  find(s, i) {
    for (let size = LONGEST; size > 1; size -= 1) {
      const meant = SPUN[termAt(s, i, size)];
      // a name keeps its capitals: "the unused York line" is none
      const name = meant !== undefined && /^\p{Lu}/u.test(meant);
      if (name && (small(s, i) || small(s, i + size - 1))) continue;
      if (meant !== undefined) return spunMatch(s, i, i + size, meant);
    }
    return undefined;
  },
  wrong: [
    'The ⟦prime serve⟧ said on Monday that he would not resign.',
    'Shares fell on the ⟦stock showcase⟧ as investors waited for news.',
    'She moved to ⟦Unused York⟧ with her family in 2012.',
    'Households face higher ⟦vitality bills⟧ this winter, the regulator said.',
    'The central bank kept ⟦intrigued rates⟧ where they were.',
  ],
  right: [
    'The prime minister said on Monday that he would not resign.',
    'Two assembled state teams met in the final on Sunday.',
    'The mayor praised the vitality of the old town.',
    'The unused York line may open again, the council said.',
    'Residents were intrigued, rates having risen twice in a year.',
  ],
};

const termAt = (s: Sentence, i: number, size: number): string =>
  Array.from({ length: size }, (_, k) => word(s, i + k)).join(' ');

const spunMatch = (s: Sentence, from: number, to: number, meant: string): Match => ({
  ...match(from, to, `${shown(s, from, to)} reads as if software had swapped a word. Is “${meant}” meant?`),
  atMost: 'hint',
});
