import type { Classifier } from './classifier.ts';
import type { Hit } from './family.ts';
import { hit, shown, small } from './look.ts';
import type { Sentence } from './read.ts';

/**
 * The log-odds from which the classifier's word is passed on. Set on 1,012,000 words of clean news so that the second tier adds
 * about half an alarm in 10,000 words.
 */
export const THRESHOLD = 9;

/** The most words a hit may show. */
const LONGEST = 4;

/** What the classifier finds garbled where no family does. */
export function secondTier(
  sentence: Sentence,
  classify: Classifier,
  threshold = THRESHOLD,
): { hit: Hit; score: number }[] {
  const scores = classify(sentence);
  const found: { hit: Hit; score: number }[] = [];
  for (let i = 0; i < sentence.size; i += 1) {
    if ((scores[i] as number) < threshold) continue;
    let from = i;
    let to = i + 1;
    const near = threshold / 2;
    while (from > 0 && i - from < 2 && (scores[from - 1] as number) >= near) from -= 1;
    while (to < sentence.size && to - from < LONGEST && (scores[to] as number) >= near) to += 1;
    // one word is seldom the collision: show its worse neighbour too
    if (to - from === 1) {
      const left = from > 0 ? (scores[from - 1] as number) : Number.NEGATIVE_INFINITY;
      const right = to < sentence.size ? (scores[to] as number) : Number.NEGATIVE_INFINITY;
      if (left > right) from -= 1;
      else if (to < sentence.size) to += 1;
    }
    let score = 0;
    for (let at = from; at < to; at += 1) score = Math.max(score, scores[at] as number);
    i = to - 1;
    if (!isPhrase(sentence, from, to)) continue;
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

/** Only common words in a row: at a name, a figure, a quotation mark or a bracket the classifier guesses. */
function isPhrase(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (!small(sentence, i) && !(i === 0 && /^\p{L}/u.test(sentence.raw[0] ?? ''))) return false;
    if (sentence.may[i] === 0) return false;
  }
  return true;
}
