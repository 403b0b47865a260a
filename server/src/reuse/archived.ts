import { lowerBound } from '../draft/search.ts';
import type { Span } from '../draft/span.ts';
import { SHINGLE, SURE } from './fingerprints.ts';
import { placesOf, type SharedPassage } from './passages.ts';
import type { Story } from './story.ts';

/** Whose copy an archived story is: the house's own, an agency's, a release, or from the web. */
export const STORY_KINDS = ['ours', 'agency', 'release', 'web'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** Where passages of a draft come from, as far as an archive tells it. */
export interface Provenance {
  readonly kind: StoryKind;
  /** The passages in the draft's source. */
  readonly spans: readonly Span[];
  /** How many of the draft's words they are, without those that another finding counts already, and how many words it has. */
  readonly words: number;
  readonly of: number;
}

/** A story of an archive that shares copy with a draft. */
export interface ArchivedStory {
  readonly title: string;
  /** The day it ran, as in 2024-03-12, where it is known. */
  readonly date?: string;
  readonly kind: StoryKind;
  /** How many words it has. */
  readonly words: number;
  /** Where the fingerprints stand in it that the draft has too: the places of their first words, by `keyOf`. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** The story itself, where its file is there and still says what it said. */
  readonly original?: OriginalStory;
}

/** An archived story as it lies in a file. */
export interface OriginalStory {
  readonly place: string;
  readonly name: string;
  readonly story: Story;
  positionAt(offset: number): { readonly line: number; readonly character: number };
}

/** In one row of words no more than so many lie between two fingerprints of a passage, edited words and all. */
const GAP = 30;

/**
 * The passages that a draft shares with a story of which only fingerprints are known: two of them at least, with SURE words or more between
 * their ends. Where a passage ends and how many of its words are equal is reckoned, and where they differ isn't known.
 */
export function passagesBySeeds(story: Story, places: ArchivedStory['places']): readonly SharedPassage[] {
  interface Chain {
    readonly from: readonly [number, number];
    last: readonly [number, number];
    words: number;
    seeds: number;
  }
  const own = placesOf(story.prints);
  const seeds = [...places]
    .flatMap(([print, there]) => (own.get(print) ?? []).map((i) => [i, there] as const))
    .sort(([a], [b]) => a - b);
  const done: Chain[] = [];
  let open: Chain[] = [];
  for (const [i, there] of seeds) {
    open = open.filter(({ last }) => i - last[0] <= GAP);
    for (const j of there) {
      const follows = ({ last }: Chain): boolean => last[0] < i && last[1] < j && j - last[1] <= GAP;
      const shift = ({ last }: Chain): number => Math.abs(i - last[0] - (j - last[1]));
      const [best] = open.filter(follows).sort((a, b) => shift(a) - shift(b));
      if (best === undefined) {
        const chain = { from: [i, j], last: [i, j], words: SHINGLE, seeds: 1 } as const;
        const one: Chain = { ...chain };
        open.push(one);
        done.push(one);
        continue;
      }
      const step = i - best.last[0];
      // two fingerprints in a row, no word more between them in one text than in the other: all between is equal
      best.words += shift(best) === 0 && step <= SURE ? step : Math.min(step, SHINGLE);
      best.last = [i, j];
      best.seeds += 1;
    }
  }
  return done
    .filter(({ seeds, words }) => seeds > 1 && words >= SURE)
    .map(({ from, last, words }): SharedPassage => {
      const before = Math.min(goesOnBefore(story, from[0]), from[1]);
      const after = goesOnAfter(story, last[0]);
      return {
        here: [from[0] - before, last[0] + SHINGLE + after],
        there: [from[1] - before, last[1] + SHINGLE + after],
        words: words + before + after,
        exact: false,
        changed: [],
      };
    })
    .sort((a, b) => b.words - a.words || a.here[0] - b.here[0]);
}

/**
 * By how many words a passage is taken to go on before its first fingerprint. The fingerprint before that one isn't shared, so the two differ
 * somewhere between: at the start of the paragraph, if that lies there, or else halfway.
 */
function goesOnBefore({ prints: { at }, firsts }: Story, first: number): number {
  const n = lowerBound(at.length, (i) => (at[i] ?? 0) >= first);
  const before = at[n - 1] ?? -1;
  const start = firsts[lowerBound(firsts.length, (i) => (firsts[i] ?? 0) > first) - 1] ?? 0;
  return start > before ? first - start : Math.floor((first - before) / 2);
}

/** By how many words a passage is taken to go on after its last fingerprint, in the same way. */
function goesOnAfter({ prints: { at }, firsts, words }: Story, last: number): number {
  const n = lowerBound(at.length, (i) => (at[i] ?? 0) > last);
  const end = last + SHINGLE;
  const next = at[n] ?? words.length;
  const stop = firsts[lowerBound(firsts.length, (i) => (firsts[i] ?? 0) >= end)] ?? words.length;
  return stop < next + SHINGLE ? stop - end : Math.floor((next - last) / 2);
}
