import { lowerBound } from '../draft/search.ts';
import type { Fingerprints } from './fingerprints.ts';

/**
 * The marks of a text: half of each fingerprint, each once, in order. What shares a mark is compared word by word afterwards, so that
 * the few that are the same by chance (one in four thousand million) cost time and nothing else.
 */
export function marksOf({ low }: Fingerprints): Uint32Array {
  const sorted = low.slice().sort();
  let kept = 0;
  for (const mark of sorted) if (kept === 0 || sorted[kept - 1] !== mark) sorted[kept++] = mark;
  return sorted.slice(0, kept);
}

/** A passage in more drafts than this is no copy of any of them: it is what a desk says again and again. */
export const CROWD = 5;

/** Which drafts share copy with one, by their marks. */
export interface Met {
  /** By name, how many marks each shares; those that share most come first. Marks of a crowd do not count. */
  readonly others: ReadonlyMap<string, number>;
  /** In how many drafts the marks stand that more than CROWD drafts have. */
  readonly crowd: ReadonlyMap<number, number>;
}

/** Which drafts are met by those that have each of a draft's marks. */
export function metOf(held: ReadonlyMap<number, readonly string[]>): Met {
  const counts = new Map<string, number>();
  const crowd = new Map<number, number>();
  for (const [mark, holders] of held) {
    if (holders.length >= CROWD) crowd.set(mark, holders.length + 1);
    else for (const other of holders) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return { others: mostFirst(counts), crowd };
}

/** Knows the marks of many drafts: no text, eight bytes a mark. */
export interface Shelf {
  /** Puts a draft's marks, in place of those it had. Costs the draft's own length, but for every so often. */
  put(name: string, marks: Uint32Array): void;
  remove(name: string): void;
  has(name: string): boolean;
  /** The names of all drafts on it. */
  names(): readonly string[];
  /** The drafts that have a mark, without one. */
  holders(mark: number, name: string): readonly string[];
  /** Which drafts each draft meets, for all drafts at once, in time that grows as their number; drafts that share nothing are left out. */
  meetAll(): ReadonlyMap<string, Met>;
  /** In bytes, without the names. */
  readonly size: number;
}

/** Marks in order, each with the draft it belongs to. */
interface Row {
  readonly marks: Uint32Array;
  readonly drafts: Uint32Array;
}

/** So many drafts stand apart before they are put in one row. A draft that is typed in stands apart. */
const APART = 64;

/** Makes an empty shelf. */
export function createShelf(): Shelf {
  const names: (string | undefined)[] = [];
  const numbers = new Map<string, number>();
  const apart = new Map<number, Uint32Array>();
  // each at least twice as long as the next
  let rows: Row[] = [];

  const take = (name: string): void => {
    const number = numbers.get(name);
    if (number === undefined) return;
    numbers.delete(name);
    names[number] = undefined;
    apart.delete(number);
  };

  const gather = (): void => {
    rows.push(rowOf(apart));
    apart.clear();
    for (;;) {
      const [last, before] = [rows.at(-1), rows.at(-2)];
      if (last === undefined || before === undefined || before.marks.length > last.marks.length * 2) return;
      rows = [...rows.slice(0, -2), merged(before, last, (number) => names[number] !== undefined)];
    }
  };

  const eachHolder = (mark: number, tell: (draft: number) => void): void => {
    for (const { marks, drafts } of rows) {
      let at = lowerBound(marks.length, (i) => (marks[i] ?? 0) >= mark);
      for (; marks[at] === mark; at += 1) tell(drafts[at] ?? 0);
    }
    for (const [number, marks] of apart) {
      if (marks[lowerBound(marks.length, (i) => (marks[i] ?? 0) >= mark)] === mark) tell(number);
    }
  };

  return {
    put(name, marks) {
      const before = numbers.get(name);
      if (before !== undefined && !apart.has(before)) take(name);
      const number = numbers.get(name) ?? names.push(name) - 1;
      numbers.set(name, number);
      apart.set(number, marks);
      if (apart.size > APART) gather();
    },
    remove: take,
    has: (name) => numbers.has(name),
    names: () => [...numbers.keys()],
    holders(mark, name) {
      const own = numbers.get(name);
      const others: string[] = [];
      eachHolder(mark, (number) => {
        const other = names[number];
        if (other !== undefined && number !== own) others.push(other);
      });
      return others;
    },
    meetAll() {
      gather();
      let whole: Row = { marks: new Uint32Array(), drafts: new Uint32Array() };
      for (const row of rows.reverse()) whole = merged(whole, row, (number) => names[number] !== undefined);
      rows = [whole];
      const found = new Map<number, { counts: Map<string, number>; crowd: Map<number, number> }>();
      const of = (number: number) => {
        const known = found.get(number) ?? { counts: new Map(), crowd: new Map() };
        found.set(number, known);
        return known;
      };
      const { marks, drafts } = whole;
      for (let from = 0, to = 0; from < marks.length; from = to) {
        while (to < marks.length && marks[to] === marks[from]) to += 1;
        const holders = drafts.subarray(from, to);
        if (holders.length < 2) continue;
        for (const one of holders) {
          const { counts, crowd } = of(one);
          if (holders.length > CROWD) crowd.set(marks[from] ?? 0, holders.length);
          else
            for (const other of holders) {
              const name = names[other] as string;
              if (other !== one) counts.set(name, (counts.get(name) ?? 0) + 1);
            }
        }
      }
      return new Map(
        [...found].map(([number, { counts, crowd }]) => [
          names[number] as string,
          { others: mostFirst(counts), crowd },
        ]),
      );
    },
    get size() {
      const single = [...apart.values()].reduce((sum, { length }) => sum + length * 4, 0);
      return rows.reduce((sum, { marks }) => sum + marks.length * 8, single);
    },
  };
}

const mostFirst = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));

/** Puts several drafts' marks in one row. */
function rowOf(drafts: ReadonlyMap<number, Uint32Array>): Row {
  const all = [...drafts].map(
    ([number, marks]): Row => ({ marks, drafts: new Uint32Array(marks.length).fill(number) }),
  );
  while (all.length > 1) {
    const [a, b] = all.splice(0, 2) as [Row, Row];
    all.push(merged(a, b, () => true));
  }
  return all[0] ?? { marks: new Uint32Array(), drafts: new Uint32Array() };
}

function merged(a: Row, b: Row, isThere: (draft: number) => boolean): Row {
  const length = a.marks.length + b.marks.length;
  const marks = new Uint32Array(length);
  const drafts = new Uint32Array(length);
  let kept = 0;
  for (let i = 0, j = 0; i < a.marks.length || j < b.marks.length; ) {
    const first = j >= b.marks.length || (i < a.marks.length && (a.marks[i] ?? 0) <= (b.marks[j] ?? 0));
    const row = first ? a : b;
    const at = first ? i++ : j++;
    const draft = row.drafts[at] ?? 0;
    if (!isThere(draft)) continue;
    marks[kept] = row.marks[at] ?? 0;
    drafts[kept] = draft;
    kept += 1;
  }
  return { marks: marks.slice(0, kept), drafts: drafts.slice(0, kept) };
}
