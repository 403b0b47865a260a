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

/** Puts postings in the order of their fingerprints (radix sort; of equal ones those added first come first). */
export function sorted({ count, high, low, story, at }: Postings): Postings {
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
  const pick = (column: Uint32Array): Uint32Array => {
    const picked = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) picked[i] = column[order[i] ?? 0] ?? 0;
    return picked;
  };
  return { count, high: pick(high), low: pick(low), story: pick(story), at: pick(at) };
}

const digitOf = (value: number, shift: number): number => (value >>> shift) & ((1 << DIGIT) - 1);

/** Gathers postings, as many as come. */
export function createGatherer(): {
  add(high: number, low: number, story: number, at: number): void;
  readonly count: number;
  take(): Postings;
} {
  let columns: Uint32Array<ArrayBuffer>[] = emptyColumns(1 << 16);
  let count = 0;
  return {
    add(...row) {
      if (count === (columns[0] as Uint32Array).length) {
        columns = columns.map((column) => {
          const larger = new Uint32Array(column.length * 2);
          larger.set(column);
          return larger;
        });
      }
      row.forEach((value, i) => {
        (columns[i] as Uint32Array)[count] = value;
      });
      count += 1;
    },
    get count() {
      return count;
    },
    take() {
      const [high, low, story, at] = columns.map((column) => column.slice(0, count)) as [
        Uint32Array<ArrayBuffer>,
        Uint32Array<ArrayBuffer>,
        Uint32Array<ArrayBuffer>,
        Uint32Array<ArrayBuffer>,
      ];
      const taken = { count, high, low, story, at };
      count = 0;
      return taken;
    },
  };
}
