import { join } from 'node:path';
import type { Habit } from '../reuse/elsewhere.ts';
import { keyOf } from '../reuse/fingerprints.ts';
import { CROWD } from '../reuse/shelf.ts';
import type { Story } from '../reuse/story.ts';
import { errorMessage } from '../trouble.ts';
import { DISK, openInPlaces } from '../workspace/disk.ts';
import { readingTrouble, readText } from '../workspace/file-system.ts';
import { turn } from '../workspace/turn.ts';
import { openSegment, type Segment, type StoryRecord } from './segment.ts';

/** The file that says which segments an archive consists of; whatever else lies beside it does not count. */
export const MANIFEST = 'archive.json';
const FORMAT = 1;
const LARGEST_MANIFEST = 64 * 1024 * 1024;

/** A segment as the manifest has it. */
export interface SegmentEntry {
  readonly file: string;
  readonly sum: string;
  readonly stories: number;
  readonly prints: number;
  /** The numbers of stories that were removed or replaced since. */
  readonly removed: readonly number[];
}

/** What an archive consists of. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** The number of the next segment. */
  readonly next: number;
  readonly segments: readonly SegmentEntry[];
}

export const EMPTY: Manifest = { format: FORMAT, next: 1, segments: [] };

/** A part that is there and whole, as far as can be seen at its ends. */
export interface Part {
  readonly entry: SegmentEntry;
  readonly segment: Segment;
  readonly removed: ReadonlySet<number>;
}

/** A part that cannot be used. */
export interface Damaged {
  readonly entry: SegmentEntry;
  /** Why, in words that end a sentence. */
  readonly why: string;
}

/** A story of an archive that shares copy with a draft, and where. */
export interface MetStory {
  readonly record: StoryRecord;
  /** Where the fingerprints that the draft has too stand in it, by `keyOf`. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** What an archive knows of a draft. */
export interface MetInArchive {
  /** Those that share most come first. */
  readonly stories: readonly MetStory[];
  /** What more than a few stories say: in how many each fingerprint stands, and on which day last, by `keyOf`. */
  readonly crowd: ReadonlyMap<number, Habit>;
  /** Where each fingerprint of the draft stands, by `keyOf`, for the next question about it. */
  readonly standing: ReadonlyMap<number, Standing>;
}

/** Where a fingerprint stands. */
interface Standing {
  /** The places of its words in each story, by the story's key; of what a crowd says, in releases alone. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
  readonly habit?: Habit;
}

/** An archive as it stands. It goes on to be what it was when it was opened, whatever is added meanwhile. */
export interface Archive {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly parts: readonly Part[];
  readonly damaged: readonly Damaged[];
  /** All stories in it, those put in first come first. */
  records(): Generator<StoryRecord>;
  /** Where a story is, by its id. */
  find(id: string): { readonly part: Part; readonly number: number } | undefined;
  /**
   * The stories that share two fingerprints or more with a draft: any passage of 19 equal words has so many. It works piece by piece, with
   * turns for others in between; until it is done the archive must stay open.
   * @param own the draft's own id: a story does not copy itself.
   * @param before what was known when it was last asked about the same draft: only what has changed in it since is looked up.
   */
  meet(story: Story, own: string, before?: MetInArchive['standing']): Promise<MetInArchive>;
  close(): void;
}

/** In how many stories of a crowd it is looked whether one is a release, and when it ran last. */
const LOOKED_AT = 64;
/** Of more stories that share copy with a draft those that share most are told. */
const MOST_STORIES = 20;
/** So many stories' records are kept as they were read. */
const KEPT = 2_000;
const NOWHERE: Standing = { holders: new Map() };

/** Work in steps, each of which reads one piece of a file or looks at some dozens of numbers. */
type Steps<T> = Generator<unknown, T, undefined>;
/** So many steps are done at a stretch: a millisecond or two, though it waits for each read. */
const STRETCH = 8;
/** So many fingerprints whose places are known already are a step. */
const KNOWN_A_STEP = 64;

async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    if (n % STRETCH === 0) await turn();
  }
}

/**
 * Reads what an archive consists of; an empty folder, or none, is an empty archive.
 * @throws Error, in words for a user, if there is a manifest that cannot be used.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  const read = await readText(DISK, path, LARGEST_MANIFEST);
  if ('failed' in read) {
    if (read.failed === 'missing') return EMPTY;
    throw new Error(readingTrouble(path, read));
  }
  try {
    const manifest = JSON.parse(read.text) as Manifest;
    if (manifest.format === FORMAT && manifest.segments.every(isEntry)) return manifest;
  } catch {
    // what is no JSON is told as what is no manifest
  }
  throw new Error(
    `${path} is no archive of this version of Blue Pencil. Make a new one and add the stories to it.`,
  );
}

/** Whether it is what a writer puts down of a part: a manifest from elsewhere may name any file. */
const isEntry = ({ file, sum, stories, prints, removed }: SegmentEntry): boolean =>
  /^\d{6,}\.seg$/u.test(file) &&
  typeof sum === 'string' &&
  [stories, prints, ...removed].every((one) => typeof one === 'number');

/**
 * Opens an archive for questions. A part that is damaged is told of and left out: nothing is passed over in silence.
 * @param before the same as it was opened before, not closed: the parts that it has still are taken over.
 * @throws Error, as `readManifest` does.
 */
export async function openArchive(folder: string, before?: Pick<Archive, 'parts'>): Promise<Archive> {
  const open = new Map(before?.parts.map(({ entry, segment }) => [entry.file + entry.sum, segment]));
  for (let tries = 1; ; tries += 1) {
    const manifest = await readManifest(folder);
    const parts: Part[] = [];
    const damaged: Damaged[] = [];
    for (const entry of manifest.segments) {
      try {
        const segment = open.get(entry.file + entry.sum) ?? (await segmentOf(folder, entry));
        parts.push({ entry, segment, removed: new Set(entry.removed) });
      } catch (error) {
        damaged.push({ entry, why: errorMessage(error) });
      }
    }
    // between the reading of the manifest and the opening of its parts they may have been put together in new ones
    if (damaged.length === 0 || tries > 2) return archiveOf(folder, manifest, parts, damaged);
    for (const { entry, segment } of parts) if (!open.has(entry.file + entry.sum)) segment.close();
  }
}

async function segmentOf(folder: string, entry: SegmentEntry): Promise<Segment> {
  const file = openInPlaces(join(folder, entry.file));
  try {
    const segment = await openSegment(file);
    if (segment.sum !== entry.sum) throw new Error('it is not the file that was written');
    return segment;
  } catch (error) {
    file.close();
    throw error;
  }
}

function archiveOf(
  folder: string,
  manifest: Manifest,
  parts: readonly Part[],
  damaged: readonly Damaged[],
): Archive {
  const find = (id: string): { part: Part; number: number } | undefined => {
    for (const part of parts) {
      const number = part.segment.numberOf(id);
      if (number !== undefined && !part.removed.has(number)) return { part, number };
    }
    return undefined;
  };
  const records = new Map<number, StoryRecord>();
  const recordOf = function* (key: number): Steps<StoryRecord> {
    const known = records.get(key);
    if (known !== undefined) return known;
    yield;
    const { segment } = parts[Math.floor(key / STORIES)] as Part;
    const record = segment.record(key % STORIES);
    if (records.size === KEPT) records.clear();
    records.set(key, record);
    return record;
  };
  const standingOf = function* (high: number, low: number, own: number): Steps<Standing> {
    const holders = yield* holdersOf(high, low, parts);
    holders.delete(own);
    const keys = [...holders.keys()];
    if (keys.length === 0) return NOWHERE;
    if (keys.length <= CROWD) return { holders };
    const looked: (StoryRecord & { readonly key: number })[] = [];
    for (const key of keys.slice(-LOOKED_AT)) looked.push({ key, ...(yield* recordOf(key)) });
    const last = looked
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(-1);
    const releases = looked.filter(({ kind }) => kind === 'release');
    return {
      holders: new Map(releases.map(({ key }) => [key, holders.get(key) ?? []])),
      habit: { count: keys.length, ...(last !== undefined && { last }) },
    };
  };
  const meeting = function* (
    story: Story,
    own: string,
    before?: MetInArchive['standing'],
  ): Steps<MetInArchive> {
    const ownPlace = find(own);
    const ownKey = ownPlace === undefined ? -1 : parts.indexOf(ownPlace.part) * STORIES + ownPlace.number;
    const standing = new Map<number, Standing>();
    const shared = new Map<number, Map<number, readonly number[]>>();
    const crowd = new Map<number, Habit>();
    const { high, low } = story.prints;
    for (let n = 0; n < high.length; n += 1) {
      if (n % KNOWN_A_STEP === 0) yield;
      const print = keyOf(high[n] ?? 0, low[n] ?? 0);
      if (standing.has(print)) continue;
      const found = before?.get(print) ?? (yield* standingOf(high[n] ?? 0, low[n] ?? 0, ownKey));
      standing.set(print, found);
      if (found.habit !== undefined) crowd.set(print, found.habit);
      for (const [key, at] of found.holders) {
        const places = shared.get(key) ?? new Map<number, readonly number[]>();
        shared.set(key, places);
        places.set(print, at);
      }
    }
    const most = [...shared]
      .filter(([, places]) => places.size > 1)
      .sort(([a, m], [b, n]) => n.size - m.size || a - b)
      .slice(0, MOST_STORIES);
    const stories: MetStory[] = [];
    for (const [key, places] of most) stories.push({ record: yield* recordOf(key), places });
    return { stories, crowd, standing };
  };
  return {
    folder,
    manifest,
    parts,
    damaged,
    find,
    *records() {
      for (const { segment, removed } of parts)
        for (let number = 0; number < segment.stories; number += 1)
          if (!removed.has(number)) yield segment.record(number);
    },
    meet: (story, own, before) => inTurns(meeting(story, own, before)),
    close() {
      for (const { segment } of parts) segment.close();
    },
  };
}

/** More stories than a segment ever has. */
const STORIES = 2 ** 32;

/** The stories that have a fingerprint, by part and number, and where. */
function* holdersOf(high: number, low: number, parts: readonly Part[]): Steps<Map<number, number[]>> {
  const holders = new Map<number, number[]>();
  for (const [i, { segment, removed }] of parts.entries()) {
    for (const places of segment.find(high, low)) {
      yield;
      for (const [number, at] of places) {
        if (removed.has(number)) continue;
        const key = i * STORIES + number;
        const known = holders.get(key);
        if (known === undefined) holders.set(key, [at]);
        else known.push(at);
      }
    }
  }
  return holders;
}
