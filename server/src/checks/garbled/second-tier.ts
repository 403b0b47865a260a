import type { Sentence } from '../../language/tagged.ts';
import { doubtAt } from './doubts.ts';
import type { Model } from './model.ts';
import { match, shown, small, word } from './predicates.ts';
import type { Match } from './rule.ts';
import { MOST_SIGN, signAt } from './signs.ts';

/**
 * The sum of both log-odds from which a word is passed on. On 448,000 words of published news the second tier then adds 40
 * findings, 17 of which turned out to be slips. `npx tsx test/corpus/garbled-threshold.ts` prints the whole curve.
 */
export const THRESHOLD = 3.5;

/** The classifier's log-odds from which the network is asked too: one token in some fifty. */
const ASKED = 1;

/** The doubts were weighed against the classifier alone; the sum of two is higher. */
const DOUBTED = 1.25;

/** The same within quotes, where people speak as they speak. */
export const SPOKEN_THRESHOLD = THRESHOLD + 1.5;

/** What the classifier and the network find garbled where no family does. */
export function secondTier(
  sentence: Sentence,
  { classifier, secondOpinion }: Pick<Model, 'classifier' | 'secondOpinion'>,
  threshold = THRESHOLD,
): { hit: Match; score: number }[] {
  // a note, a heading or a line of a list is no whole sentence
  if (!/^[.?!”"’)]$/u.test(word(sentence, sentence.size - 1))) return [];
  // the two err in different places: together they raise half the false alarms of either
  const first = classifier(sentence);
  const scores = first.map((score, i) =>
    score < ASKED ? Number.NEGATIVE_INFINITY : score + secondOpinion(sentence, i),
  );
  const scoreAt = (i: number): number => scores[i] ?? Number.NEGATIVE_INFINITY;
  const found: { hit: Match; score: number }[] = [];
  for (let i = 1; i < sentence.size; i += 1) {
    if (scoreAt(i) < threshold - MOST_SIGN || scoreAt(i) < scoreAt(i - 1) || scoreAt(i) <= scoreAt(i + 1))
      continue;
    if (!isPlainWord(sentence, i)) continue;
    const doubt = doubtAt(sentence, i);
    const score = scoreAt(i) - DOUBTED * doubt + (doubt < 1 ? signAt(sentence, i) : 0);
    if (score < threshold) continue;
    // one word is seldom the collision: show its worse neighbour too
    const left =
      (first[i - 1] ?? 0) > (first[i + 1] ?? Number.NEGATIVE_INFINITY) || !isPlainWord(sentence, i + 1);
    const from = left && isPlainWord(sentence, i - 1) ? i - 1 : i;
    const to = from < i || !isPlainWord(sentence, i + 1) ? i + 1 : i + 2;
    found.push({
      hit: match(
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
  s.possibleTags[i] !== 0 &&
  /^[a-z]/u.test(word(s, i)) &&
  (i === 0 || s.starts[i] !== s.ends[i - 1]);
