import { memoizeWeak } from '../draft/memoize.ts';
import { commonWords } from './common-words.ts';
import { type Fingerprints, fingerprintsOf, keyOf, SHINGLE } from './fingerprints.ts';

/** A stretch of words: their places in the list, counted from 0, the end exclusive. */
export type Stretch = readonly [from: number, to: number];

/** A stretch where two passages differ; one side may be empty. */
export interface Difference {
  readonly here: Stretch;
  readonly there: Stretch;
}

/** A passage that two texts share. */
export interface SharedPassage {
  readonly here: Stretch;
  readonly there: Stretch;
  /** How many words are the same, in the same order. */
  readonly words: number;
  readonly exact: boolean;
  /** Where the two differ, in order. */
  readonly changed: readonly Difference[];
}

/** A text's words, hashed, with its fingerprints. */
export interface Fingerprinted {
  readonly words: Int32Array;
  readonly prints: Fingerprints;
}

export const fingerprinted = (words: Int32Array): Fingerprinted => ({
  words,
  prints: fingerprintsOf(words),
});

/** Two equal runs are one passage if no more words than this lie between them, in either text. */
const GAP = 15;
/** At its ends a passage goes on over so many changed words … */
const CHANGED = 4;
/** … if so many equal ones follow. */
const FOLLOWING = 3;
/** Of a shingle that stands in a text more often than this only the first places are looked at. */
const PLACES = 64;
/** Words that stand in an equal run of this length are not looked for elsewhere as well. */
const LONG = 50;

/** Equal words in a row: where they start in each text, and how many. */
interface Run {
  readonly i: number;
  readonly j: number;
  readonly length: number;
}

/**
 * Finds the passages that two texts share, those with most equal words first: runs of equal words that a common fingerprint leads to,
 * grown over edited figures, swapped names and changed verbs, and joined where little lies between them. Each run of SURE equal words
 * or more lies in a passage; each passage holds a run of SHINGLE equal words at least.
 */
export function sharedPassages(here: Fingerprinted, there: Fingerprinted): readonly SharedPassage[] {
  const runs = equalRuns(here, there);
  const passages = chains(runs).map((chain) => passageOf(chain, here.words, there.words));
  const taken = new Uint8Array(here.words.length);
  return passages
    .sort((a, b) => b.words - a.words || a.here[0] - b.here[0] || a.there[0] - b.there[0])
    .filter(({ here: [from, to] }) => {
      // what stands in a larger passage already is told there
      if (taken.subarray(from, to).every((one) => one === 1)) return false;
      taken.fill(1, from, to);
      return true;
    });
}

/** The runs of equal words that hold a common fingerprint, as long as they can be, by their places in the first text. */
function equalRuns({ words: a, prints }: Fingerprinted, other: Fingerprinted): readonly Run[] {
  const places = placesOf(other.prints);
  const b = other.words;
  const runs: Run[] = [];
  // how far the words of each diagonal are known, and how far those of a long run are
  const known = new Map<number, number>();
  let covered = 0;
  for (let n = 0; n < prints.at.length; n += 1) {
    const at = prints.at[n] ?? 0;
    if (at + SHINGLE <= covered) continue;
    for (const to of places.get(keyOf(prints.high[n] ?? 0, prints.low[n] ?? 0)) ?? []) {
      if ((known.get(at - to) ?? 0) >= at + SHINGLE || !isEqual(a, at, b, to)) continue;
      let start = 0;
      while (start < at && start < to && a[at - start - 1] === b[to - start - 1]) start += 1;
      let end = SHINGLE;
      while (at + end < a.length && to + end < b.length && a[at + end] === b[to + end]) end += 1;
      known.set(at - to, at + end);
      runs.push({ i: at - start, j: to - start, length: start + end });
      if (start + end >= LONG) covered = Math.max(covered, at + end);
    }
  }
  return runs.sort((one, two) => one.i - two.i || one.j - two.j);
}

/** Where each fingerprint of a text stands, by `keyOf`, in order. */
export const placesOf = memoizeWeak(
  ({ high, low, at }: Fingerprints): ReadonlyMap<number, readonly number[]> => {
    const places = new Map<number, number[]>();
    at.forEach((place, n) => {
      const key = keyOf(high[n] ?? 0, low[n] ?? 0);
      const others = places.get(key);
      if (others === undefined) places.set(key, [place]);
      else if (others.length < PLACES) others.push(place);
    });
    return places;
  },
);

function isEqual(a: Int32Array, i: number, b: Int32Array, j: number): boolean {
  for (let k = 0; k < SHINGLE; k += 1) if (a[i + k] !== b[j + k]) return false;
  return true;
}

/** Joins runs that go on in both texts with little between them; each goes to the chain that it follows most closely. */
function chains(runs: readonly Run[]): readonly (readonly Run[])[] {
  const done: Run[][] = [];
  let open: Run[][] = [];
  for (const run of runs) {
    open = open.filter((chain) => {
      const last = chain.at(-1) as Run;
      return run.i - (last.i + last.length) <= GAP;
    });
    let best: Run[] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const chain of open) {
      const last = chain.at(-1) as Run;
      const gap = Math.max(run.i - last.i - last.length, run.j - last.j - last.length);
      const goesOn = run.i > last.i && run.j > last.j && run.i + run.length > last.i + last.length;
      if (goesOn && run.j + run.length > last.j + last.length && gap <= GAP && gap < least) {
        best = chain;
        least = gap;
      }
    }
    if (best !== undefined) best.push(run);
    else {
      const chain = [run];
      open.push(chain);
      done.push(chain);
    }
  }
  return done;
}

function passageOf(chain: readonly Run[], a: Int32Array, b: Int32Array): SharedPassage {
  const [first] = chain as [Run];
  const last = chain.at(-1) as Run;
  const before = grown(a, b, first.i - 1, first.j - 1, -1);
  const after = grown(a, b, last.i + last.length, last.j + last.length, 1);
  const runs = [...before.reverse(), ...chain, ...after];
  const changed: Difference[] = [];
  let words = 0;
  let i = (runs[0] as Run).i;
  let j = (runs[0] as Run).j;
  const start = [i, j] as const;
  for (const run of runs) {
    // two runs may overlap in one of the texts, where it says a word or two twice
    const over = Math.max(0, i - run.i, j - run.j);
    const [nextI, nextJ] = [run.i + over, run.j + over];
    words += differ(a, b, [i, nextI], [j, nextJ], changed);
    words += run.length - over;
    i = run.i + run.length;
    j = run.j + run.length;
  }
  return { here: [start[0], i], there: [start[1], j], words, exact: changed.length === 0, changed };
}

/**
 * A passage that reaches further on both sides, to the ends of what it stands in: where little is left there, it was changed with the
 * passage (“About 410 people …” for “About 400 people …”).
 */
export function widened(
  { words, changed, ...passage }: SharedPassage,
  a: Int32Array,
  b: Int32Array,
  here: Stretch,
  there: Stretch,
): SharedPassage {
  const before: Difference[] = [];
  const after: Difference[] = [];
  const more =
    differ(a, b, [here[0], passage.here[0]], [there[0], passage.there[0]], before) +
    differ(a, b, [passage.here[1], here[1]], [passage.there[1], there[1]], after);
  const all = [...before, ...changed, ...after];
  return { here, there, words: words + more, exact: all.length === 0, changed: all };
}

/** Tells how two stretches differ, and counts the words that they share all the same. */
function differ(a: Int32Array, b: Int32Array, here: Stretch, there: Stretch, changed: Difference[]): number {
  let [i, j] = [here[0], there[0]];
  const common = commonWords(a.subarray(...here), b.subarray(...there));
  for (const [toI, toJ] of [...common, [here[1] - here[0], there[1] - there[0]] as const]) {
    const [nextI, nextJ] = [here[0] + toI, there[0] + toJ];
    if (nextI > i || nextJ > j) changed.push({ here: [i, nextI], there: [j, nextJ] });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return common.length;
}

/** The runs by which a passage goes on, from a place in each text on, forwards (1) or backwards (-1), over a few changed words each. */
function grown(a: Int32Array, b: Int32Array, i: number, j: number, step: 1 | -1): Run[] {
  const runs: Run[] = [];
  for (;;) {
    const skip = nextEqual(a, b, i, j, step);
    if (skip === undefined) return runs;
    const [fromI, fromJ] = [i + skip[0] * step, j + skip[1] * step];
    let length = FOLLOWING;
    while (isSame(a, b, fromI + length * step, fromJ + length * step)) length += 1;
    const [toI, toJ] = [fromI + (length - 1) * step, fromJ + (length - 1) * step];
    runs.push({ i: Math.min(fromI, toI), j: Math.min(fromJ, toJ), length });
    [i, j] = [toI + step, toJ + step];
  }
}

const isSame = (a: Int32Array, b: Int32Array, i: number, j: number): boolean =>
  i >= 0 && j >= 0 && i < a.length && j < b.length && a[i] === b[j];

/** How many words to pass over in each text until the two go on alike, as few as can be. */
function nextEqual(
  a: Int32Array,
  b: Int32Array,
  i: number,
  j: number,
  step: 1 | -1,
): readonly [number, number] | undefined {
  for (let sum = 1; sum <= 2 * CHANGED; sum += 1) {
    for (let k = Math.max(0, sum - CHANGED); k <= Math.min(sum, CHANGED); k += 1) {
      const [ii, jj] = [i + k * step, j + (sum - k) * step];
      let equal = 0;
      while (equal < FOLLOWING && isSame(a, b, ii + equal * step, jj + equal * step)) equal += 1;
      if (equal === FOLLOWING) return [k, sum - k];
    }
  }
  return undefined;
}
