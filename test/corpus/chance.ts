/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number of at least `from` and at most `to`. */
  between(from: number, to: number): number;
  /** @throws RangeError if there is nothing to pick from. */
  pick<T>(from: readonly T[]): T;
  /** `count` of them, in the order they stand in; all where there are fewer. */
  some<T>(from: readonly T[], count: number): readonly T[];
}

/** Makes seeded chance (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick(from) {
      if (from.length === 0) throw new RangeError('Nothing to pick from.');
      return from[between(0, from.length - 1)] as (typeof from)[number];
    },
    some(from, count) {
      const left = from.map((item, i) => ({ item, i }));
      const taken: { item: (typeof from)[number]; i: number }[] = [];
      while (taken.length < count && left.length > 0)
        taken.push(...left.splice(between(0, left.length - 1), 1));
      return taken.sort((a, b) => a.i - b.i).map(({ item }) => item);
    },
  };
}
