import type { Paragraph } from '../draft/draft.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import { lowerBound } from '../draft/search.ts';
import { spliceBetween } from '../draft/splice.ts';
import { keyOf } from './fingerprints.ts';
import { placesOf, type SharedPassage, type Stretch } from './passages.ts';
import type { Story } from './story.ts';

/** Tells the passages that two stories share, by both their words and nothing further than a few words from each. */
export type Compare = (here: Story, there: Story) => readonly SharedPassage[];

/** In words: what is changed further away than this from a passage neither ends, moves nor joins it. */
const FAR = 60;

/** A story as it was when it was last compared with another. */
interface Before {
  readonly proses: readonly Prose[];
  readonly firsts: readonly number[];
  readonly passages: readonly SharedPassage[];
}

const prosesOf = memoizeWeak(({ draft, paragraphs }: Story): readonly Prose[] =>
  paragraphs.map((at) => (draft.paragraphs[at] as Paragraph).prose),
);

/**
 * Makes a comparison that follows a draft as it is edited: where no passage lies near the paragraphs that have changed since, and
 * these share nothing with the other story, the passages are those of before, moved along.
 */
export function following(compare: Compare): Compare {
  const known = new WeakMap<Story, Before>();
  return (here, there) => {
    const before = known.get(there);
    const passages = (before && movedAlong(before, here, there)) ?? compare(here, there);
    known.set(there, { proses: prosesOf(here), firsts: here.firsts, passages });
    return passages;
  };
}

function movedAlong(
  { proses, firsts, passages }: Before,
  here: Story,
  there: Story,
): readonly SharedPassage[] | undefined {
  const now = prosesOf(here);
  const splice = spliceBetween(proses.length, now.length, (old, one) => proses[old] === now[one]);
  const { at, removed, inserted } = splice;
  const [from, was, to] = [here.firsts[at] ?? 0, firsts[at + removed] ?? 0, here.firsts[at + inserted] ?? 0];
  const isFar = ([start, end]: Stretch): boolean => end + FAR <= from || start >= was + FAR;
  if (!passages.every((one) => isFar(one.here)) || sharesWithin(here, from - FAR, to + FAR, there))
    return undefined;
  if (to === was) return passages;
  const moved = ([start, end]: Stretch): Stretch => [start + to - was, end + to - was];
  return passages.map((one) =>
    one.here[0] < from
      ? one
      : {
          ...one,
          here: moved(one.here),
          changed: one.changed.map((change) => ({ ...change, here: moved(change.here) })),
        },
  );
}

/** Whether a fingerprint of some words of a story stands in the other. */
function sharesWithin({ prints }: Story, from: number, to: number, there: Story): boolean {
  const places = placesOf(there.prints);
  let n = lowerBound(prints.at.length, (i) => (prints.at[i] ?? 0) >= from);
  for (; (prints.at[n] ?? to) < to; n += 1)
    if (places.has(keyOf(prints.high[n] ?? 0, prints.low[n] ?? 0))) return true;
  return false;
}
