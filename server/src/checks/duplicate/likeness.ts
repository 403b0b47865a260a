import { commonWords } from '../../reuse/common-words.ts';
import type { Difference } from '../../reuse/passages.ts';
import { isTelling, type Passage } from './passage.ts';

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

/** Compares two passages word by word. `here` is the later copy. */
export function likeness(here: Passage, there: Passage): Likeness {
  const a = here.tokens;
  const b = there.tokens;
  const differences: Difference[] = [];
  let matched = 0;
  let i = 0;
  let j = 0;
  const differUntil = (nextI: number, nextJ: number) => {
    if (nextI > i || nextJ > j) differences.push({ here: [i, nextI], there: [j, nextJ] });
  };
  for (const [nextI, nextJ] of commonWords(a, b)) {
    differUntil(nextI, nextJ);
    if (isTelling(here, nextI)) matched += 1;
    i = nextI + 1;
    j = nextJ + 1;
  }
  differUntil(a.length, b.length);
  const ownTelling = Math.max(1, tellingIn(here));
  const otherTelling = Math.max(1, tellingIn(there));
  return {
    shared: matched,
    ofShorter: matched / Math.min(ownTelling, otherTelling),
    ofLonger: matched / Math.max(ownTelling, otherTelling),
    differences,
  };
}

function tellingIn(passage: Passage): number {
  let total = 0;
  for (let i = 0; i < passage.tokens.length; i += 1) if (isTelling(passage, i)) total += 1;
  return total;
}
