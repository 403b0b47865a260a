import { isTelling, type Passage } from './passage.ts';

/** A stretch where two passages differ: token indexes, ends exclusive; one side may be empty. */
export interface Difference {
  readonly here: readonly [from: number, to: number];
  readonly there: readonly [from: number, to: number];
}

/** How far two passages say the same in the same order. */
export interface Likeness {
  /** How many telling words they share, in the same order. */
  readonly shared: number;
  /** The share of the shorter passage's telling words that stand in the other, 0 to 1. */
  readonly ofShorter: number;
  /** The same of the longer passage. */
  readonly ofLonger: number;
  readonly differences: readonly Difference[];
}

/** Longer passages are compared as wholes only: comparing them word by word would cost the square of their length. */
export const LONGEST_COMPARED = 2_000;

/** Compares two passages word by word (longest common subsequence). `here` is the later copy. */
export function likeness(here: Passage, there: Passage): Likeness {
  const a = here.tokens;
  const b = there.tokens;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const rows = a.length - start - end;
  const columns = b.length - start - end;
  const lengths = commonLengths(a, b, start, rows, columns);
  let matched = tellingIn(here, 0, start) + tellingIn(here, a.length - end, a.length);
  const differences: Difference[] = [];
  let i = 0;
  let j = 0;
  let openI = 0;
  let openJ = 0;
  const close = () => {
    if (i > openI || j > openJ) {
      differences.push({ here: [start + openI, start + i], there: [start + openJ, start + j] });
    }
  };
  while (i < rows && j < columns) {
    if (a[start + i] === b[start + j]) {
      close();
      if (isTelling(here, start + i)) matched += 1;
      i += 1;
      j += 1;
      openI = i;
      openJ = j;
    } else if ((lengths[(i + 1) * (columns + 1) + j] ?? 0) >= (lengths[i * (columns + 1) + j + 1] ?? 0))
      i += 1;
    else j += 1;
  }
  i = rows;
  j = columns;
  close();
  const ownTelling = Math.max(1, tellingIn(here, 0, a.length));
  const otherTelling = Math.max(1, tellingIn(there, 0, b.length));
  return {
    shared: matched,
    ofShorter: matched / Math.min(ownTelling, otherTelling),
    ofLonger: matched / Math.max(ownTelling, otherTelling),
    differences,
  };
}

// lengths[i][j] is the longest common subsequence of what follows i in one and j in the other
function commonLengths(
  a: Int32Array,
  b: Int32Array,
  start: number,
  rows: number,
  columns: number,
): Uint16Array {
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[start + i] === b[start + j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

function tellingIn(passage: Passage, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i += 1) if (isTelling(passage, i)) total += 1;
  return total;
}
