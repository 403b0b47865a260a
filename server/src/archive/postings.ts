/** Fingerprints of many stories with the story and the word each stands at, a column each. */
export interface Postings {
  readonly count: number;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly story: Uint32Array;
  readonly at: Uint32Array;
}

/** Columns of so many empty rows, in the order in which postings name them: high, low, story, at. */
export const emptyColumns = (
  rows: number,
): [
  Uint32Array<ArrayBuffer>,
  Uint32Array<ArrayBuffer>,
  Uint32Array<ArrayBuffer>,
  Uint32Array<ArrayBuffer>,
] => [new Uint32Array(rows), new Uint32Array(rows), new Uint32Array(rows), new Uint32Array(rows)];

const DIGIT = 11;
const DIGITS = 3;

/** The rows of postings in the order of their fingerprints (radix sort; of equal ones those added first come first). */
export function orderOf({ count, high, low }: Pick<Postings, 'count' | 'high' | 'low'>): Uint32Array {
  let order = Uint32Array.from({ length: count }, (_, i) => i);
  let next = new Uint32Array(count);
  const starts = new Uint32Array(1 << DIGIT);
  for (const column of [low, high]) {
    for (let digit = 0; digit < DIGITS; digit += 1) {
      const shift = digit * DIGIT;
      starts.fill(0);
      for (let i = 0; i < count; i += 1) {
        const value = digitOf(column[i] ?? 0, shift);
        starts[value] = (starts[value] ?? 0) + 1;
      }
      for (let i = 0, from = 0; i < starts.length; i += 1) {
        const length = starts[i] ?? 0;
        starts[i] = from;
        from += length;
      }
      for (let i = 0; i < count; i += 1) {
        const one = order[i] ?? 0;
        const value = digitOf(column[one] ?? 0, shift);
        const to = starts[value] ?? 0;
        next[to] = one;
        starts[value] = to + 1;
      }
      [order, next] = [next, order];
    }
  }
  return order;
}

const digitOf = (value: number, shift: number): number => (value >>> shift) & ((1 << DIGIT) - 1);

/** So many rows are handed on at once. */
export const LOT = 1 << 12;

/** Postings in the order of their fingerprints, a lot at a time; the next lot takes the place of the one before. */
export function* sorted(postings: Postings): Generator<Postings> {
  const order = orderOf(postings);
  const [high, low, story, at] = emptyColumns(LOT);
  for (let from = 0; from < order.length; from += LOT) {
    const count = Math.min(LOT, order.length - from);
    for (let i = 0; i < count; i += 1) {
      const row = order[from + i] ?? 0;
      high[i] = postings.high[row] ?? 0;
      low[i] = postings.low[row] ?? 0;
      story[i] = postings.story[row] ?? 0;
      at[i] = postings.at[row] ?? 0;
    }
    yield { count, high, low, story, at };
  }
}

/** A list with room for as much again. */
export function grown(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** Gathers postings, as many as come. */
export function createGatherer(): {
  add(high: number, low: number, story: number, at: number): void;
  readonly count: number;
  /** What was gathered; it lasts until more is. */
  take(): Postings;
} {
  let [high, low, story, at] = emptyColumns(1 << 16);
  let count = 0;
  return {
    add(...row) {
      if (count === high.length) [high, low, story, at] = [grown(high), grown(low), grown(story), grown(at)];
      [high[count], low[count], story[count], at[count]] = row;
      count += 1;
    },
    get count() {
      return count;
    },
    take() {
      const taken = { count, high, low, story, at };
      count = 0;
      return taken;
    },
  };
}
