import { lowerBound } from '../draft/search.ts';

type Place = readonly [a: number, b: number];

/** A stretch of each of two lists of words, ends exclusive. */
interface Stretches {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Stretches of more pairs that share no word exactly once, such as one word said over and over, are taken to share nothing. */
const TOO_MANY_PAIRS = 400_000;

/** From so many pairs of words on, two stretches are first cut at the words that each has once. */
const MOST_PAIRS = 100_000;

/**
 * The words that two lists share in the same order, by their places in both, in that order: as many as can be (longest common
 * subsequence). In long lists that would cost the square of their length; there the words that both have exactly once are
 * taken as given, as far as they come in one order (patience diff, Cohen 2010), and only what stands between them is compared. Very long
 * stretches without such words count as different.
 */
export const commonWords = (a: Int32Array, b: Int32Array): readonly Place[] => {
  const places: Place[] = [];
  collect({ a, b }, 0, 0, places);
  return places;
};

function collect({ a, b }: Stretches, fromA: number, fromB: number, places: Place[]): void {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    places.push([fromA + start, fromB + start]);
    start += 1;
  }
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const inner = { a: a.subarray(start, a.length - end), b: b.subarray(start, b.length - end) };
  collectInner(inner, fromA + start, fromB + start, places);
  for (let i = end; i > 0; i -= 1) places.push([fromA + a.length - i, fromB + b.length - i]);
}

function collectInner(inner: Stretches, fromA: number, fromB: number, places: Place[]): void {
  const { a, b } = inner;
  if (a.length === 0 || b.length === 0) return;
  const fixed = a.length * b.length > MOST_PAIRS ? inOneOrder(sharedOnce(inner)) : [];
  if (fixed.length === 0) {
    if (a.length * b.length <= TOO_MANY_PAIRS) collectLongest(inner, fromA, fromB, places);
    return;
  }
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...fixed, [a.length, b.length] as const]) {
    collect({ a: a.subarray(i, nextI), b: b.subarray(j, nextJ) }, fromA + i, fromB + j, places);
    if (nextI < a.length) places.push([fromA + nextI, fromB + nextJ]);
    [i, j] = [nextI + 1, nextJ + 1];
  }
}

function collectLongest({ a, b }: Stretches, fromA: number, fromB: number, places: Place[]): void {
  const width = b.length + 1;
  // lengths[i][j] is the longest common subsequence of what follows i in one and j in the other
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      places.push([fromA + i, fromB + j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
}

/** The places of the words that stand exactly once in each, in the order of the first. */
function sharedOnce({ a, b }: Stretches): readonly Place[] {
  const [inA, inB] = [placesOnce(a), placesOnce(b)];
  const shared: Place[] = [];
  for (const [word, i] of inA) {
    const j = inB.get(word) ?? TWICE;
    if (i !== TWICE && j !== TWICE) shared.push([i, j]);
  }
  return shared;
}

const TWICE = -1;

function placesOnce(words: Int32Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  words.forEach((word, i) => {
    places.set(word, places.has(word) ? TWICE : i);
  });
  return places;
}

/** As many of these places as come in one order in both lists (longest increasing subsequence). */
function inOneOrder(places: readonly Place[]): readonly Place[] {
  // the last place of the best run of each length so far, and what each place comes after in its run
  const lasts: number[] = [];
  const before: number[] = [];
  places.forEach(([, j], at) => {
    const length = lowerBound(lasts.length, (i) => (places[lasts[i] ?? 0]?.[1] ?? 0) > j);
    before.push(lasts[length - 1] ?? -1);
    lasts[length] = at;
  });
  const run: Place[] = [];
  for (let at = lasts.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.push(places[at] as Place);
  return run.reverse();
}
