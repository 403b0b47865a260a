import type { Classifier } from './classifier.ts';
import { doubtAt } from './doubts.ts';
import type { Hit } from './family.ts';
import { hit, shown, small, word } from './look.ts';
import type { Sentence } from './read.ts';
import { MOST_SIGN, signAt } from './signs.ts';

/**
 * The log-odds from which the classifier's word is passed on. Set on 1,012,000 words of published news so that the second
 * tier adds about 0.9 findings in 10,000 words, a quarter of which turn out to be genuine slips.
 */
export const THRESHOLD = 2.75;

/** The same within quotes, where people speak as they speak. */
export const SPOKEN_THRESHOLD = THRESHOLD + 1.5;

/** What the classifier finds garbled where no family does. */
export function secondTier(
  sentence: Sentence,
  classify: Classifier,
  threshold = THRESHOLD,
): { hit: Hit; score: number }[] {
  const scores = classify(sentence);
  const scoreAt = (i: number): number => scores[i] ?? Number.NEGATIVE_INFINITY;
  const found: { hit: Hit; score: number }[] = [];
  // a note, a heading or a line of a list is no whole sentence
  if (!/^[.?!”"’)]$/u.test(word(sentence, sentence.size - 1))) return found;
  for (let i = 1; i < sentence.size; i += 1) {
    if (scoreAt(i) < threshold - MOST_SIGN || scoreAt(i) < scoreAt(i - 1) || scoreAt(i) <= scoreAt(i + 1))
      continue;
    if (!isPlainWord(sentence, i)) continue;
    const doubt = doubtAt(sentence, i);
    const score = scoreAt(i) - doubt + (doubt < 1 ? signAt(sentence, i) : 0);
    if (score < threshold) continue;
    // one word is seldom the collision: show its worse neighbour too
    const left = scoreAt(i - 1) > scoreAt(i + 1) || !isPlainWord(sentence, i + 1);
    const from = left && isPlainWord(sentence, i - 1) ? i - 1 : i;
    const to = from < i || !isPlainWord(sentence, i + 1) ? i + 1 : i + 2;
    found.push({
      hit: hit(
        from,
        to,
        `${shown(sentence, from, to)} reads garbled: a word may be left over, missing or in the wrong form.`,
      ),
      score,
    });
  }
  return found;
}

/** At a name, a figure, a quotation mark or a bracket the classifier guesses. */
const isPlainWord = (s: Sentence, i: number): boolean =>
  i < s.size &&
  small(s, i) &&
  s.may[i] !== 0 &&
  /^[a-z]/u.test(word(s, i)) &&
  (i === 0 || s.starts[i] !== s.ends[i - 1]);
