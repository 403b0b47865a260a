import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Fingerprints } from '../reuse/fingerprints.ts';
import { DISK } from '../workspace/disk.ts';
import { readText } from '../workspace/file-system.ts';
import { makeFolders, removeFile, write } from '../workspace/write.ts';
import {
  type Archive,
  type Damaged,
  MANIFEST,
  type Manifest,
  openArchive,
  type SegmentEntry,
} from './archive.ts';
import { createGatherer, emptyColumns, LOT, type Postings, sorted } from './postings.ts';
import { encodeSegment, type Segment, type SegmentSource, type StoryRecord } from './segment.ts';

/** So many fingerprints are gathered before they are written: some 8,000 stories of 500 words, 16 MB. */
const AT_ONCE = 1_000_000;
/** So many parts of about one size are put together in one. */
const ALIKE = 4;
const LOCK = 'lock';

/** Stories and their fingerprints as they come from elsewhere, put in order there. */
export interface StoryTable {
  /** By the numbers that the fingerprints name; asked for twice. */
  records(): AsyncIterable<StoryRecord>;
  /** In the order of the fingerprints. */
  postings(): AsyncIterable<Postings>;
}

/** No part has more stories than this: what is read when it is opened would take too long. */
const MOST_TOGETHER = 10_000_000;

/** Puts stories into an archive. There is one at a time; readers go on meanwhile. */
export interface ArchiveWriter {
  /** What was damaged when it was opened. It is left out from the next commit on, so that its stories can be added again. */
  readonly damaged: readonly Damaged[];
  /** What is known of a story that is in it or about to be. */
  has(id: string): StoryRecord | undefined;
  /** Puts a story in, in place of one with the same id. It is there for good after the next commit. */
  put(record: StoryRecord, prints: Fingerprints): Promise<void>;
  /**
   * Puts in stories whose fingerprints are in order already, in place of those with the same ids; they are there for good when it has
   * ended. What is in the archive as it is already is passed over.
   * @returns how many were put in.
   * @throws Error, in a sentence, if the table is out of order, names a story that it does not have, or has more stories than a part may
   * have; then the archive is as it was.
   */
  putTable(table: StoryTable): Promise<number>;
  /** Says whether there was such a story. */
  remove(id: string): Promise<boolean>;
  /** Writes what was gathered; what was written before stays as it is whatever happens meanwhile. */
  commit(): Promise<void>;
  /** Puts all parts together in one, without what was removed. */
  compact(): Promise<void>;
  /** Commits, and lets others write. */
  close(): Promise<void>;
}

/**
 * Opens an archive for writing, made if there is none.
 * @param mostTogether how many stories a part has at the most.
 * @throws Error, in words for a user, if another is writing to it or it cannot be used.
 */
export async function openWriter(folder: string, mostTogether = MOST_TOGETHER): Promise<ArchiveWriter> {
  await makeFolders(folder);
  await lock(folder);
  try {
    return await writerOf(folder, mostTogether);
  } catch (error) {
    await removeFile({ folder, path: join(folder, LOCK) });
    throw error;
  }
}

async function writerOf(folder: string, mostTogether: number): Promise<ArchiveWriter> {
  let archive = await openArchive(folder);
  const { damaged } = archive;
  const gathered = createGatherer();
  let stories: StoryRecord[] = [];
  let mostWords = 0;
  const removed = new Map<SegmentEntry, Set<number>>();
  const waiting = new Map<string, number>();
  // numbers of waiting stories that were replaced before they were written
  let dropped = new Set<number>();

  const removedOf = (entry: SegmentEntry): Set<number> => {
    const known = removed.get(entry) ?? new Set(entry.removed);
    removed.set(entry, known);
    return known;
  };
  const find = (id: string) => {
    const found = archive.find(id);
    return found === undefined || removed.get(found.part.entry)?.has(found.number) ? undefined : found;
  };

  const renew = async (manifest: Manifest): Promise<void> => {
    await write({ folder, path: join(folder, MANIFEST), content: `${JSON.stringify(manifest)}\n` });
    const before = archive;
    archive = await openArchive(folder, before);
    for (const { segment } of before.parts)
      if (!archive.parts.some((part) => part.segment === segment)) segment.close();
    removed.clear();
    await sweep(folder, archive.manifest);
  };

  /** What stands now, without damaged parts and with what was removed since. */
  const standing = (): readonly SegmentEntry[] =>
    archive.parts.map(({ entry }) => {
      const gone = removed.get(entry);
      return gone === undefined ? entry : { ...entry, removed: [...gone].sort((a, b) => a - b) };
    });

  const writeSegment = async (
    number: number,
    stories: SegmentSource['stories'],
    postings: SegmentSource['postings'],
    most: number,
  ): Promise<SegmentEntry> => {
    const file = `${String(number).padStart(6, '0')}.seg`;
    let prints = 0;
    let last: Buffer | undefined;
    const counted = async function* (): AsyncGenerator<Postings> {
      for await (const rows of postings) {
        prints += rows.count;
        yield rows;
      }
    };
    const pieces = async function* (): AsyncGenerator<Buffer> {
      for await (last of encodeSegment({ stories, postings: counted(), mostWords: most })) yield last;
    };
    await write({ folder, path: join(folder, file), content: pieces() });
    const sum = last?.toString('hex', last.length - 32) ?? '';
    return { file, sum, stories: stories.count, prints, removed: [] };
  };

  /** Puts parts together in a new one. */
  const merge = async (parts: Archive['parts'], number: number): Promise<SegmentEntry> => {
    let [count, most] = [0, 0];
    const numbers = parts.map(({ segment, removed: gone }) => {
      const map = new Int32Array(segment.stories).fill(-1);
      let story = 0;
      for (const record of segment.rawRecords()) {
        if (!gone.has(story)) {
          map[story] = count;
          count += 1;
          most = Math.max(most, (JSON.parse(record.toString()) as StoryRecord).words);
        }
        story += 1;
      }
      return map;
    });
    const records = function* (): Generator<Buffer> {
      for (const { segment, removed: gone } of parts) {
        let story = 0;
        for (const record of segment.rawRecords()) {
          if (!gone.has(story)) yield record;
          story += 1;
        }
      }
    };
    const rows = mergedRows(
      parts.map(({ segment }) => segment),
      numbers,
    );
    return writeSegment(number, { count, records: records() }, rows, most);
  };

  const commit = async (): Promise<void> => {
    if (stories.length === 0 && removed.size === 0 && damaged.length === 0) return;
    const { next } = archive.manifest;
    let segments = standing();
    if (stories.length > 0) {
      const map = Int32Array.from(stories, () => 0);
      const records: Buffer[] = [];
      stories.forEach((record, number) => {
        map[number] = dropped.has(number) ? -1 : records.push(Buffer.from(JSON.stringify(record))) - 1;
      });
      const rows = function* (): Generator<Postings> {
        for (const lot of sorted(gathered.take())) yield renumbered(lot, map);
      };
      const kept = { count: records.length, records };
      segments = [...segments, await writeSegment(next, kept, rows(), mostWords)];
    }
    [stories, mostWords, dropped] = [[], 0, new Set()];
    waiting.clear();
    await renew({ ...archive.manifest, next: next + 1, segments });
    await tidy();
  };

  /** Puts parts of about one size together where there are several, so that a question asks few. */
  const tidy = async (): Promise<void> => {
    for (;;) {
      const tiers = new Map<number, (typeof archive.parts)[number][]>();
      for (const part of archive.parts) {
        const tier = Math.max(0, Math.floor(Math.log(part.entry.prints / AT_ONCE) / Math.log(ALIKE) + 0.5));
        tiers.set(tier, [...(tiers.get(tier) ?? []), part]);
      }
      const full = [...tiers]
        .sort(([a], [b]) => a - b)
        .find(([, parts]) => parts.length >= ALIKE && storiesIn(parts) <= mostTogether)?.[1];
      if (full === undefined) return;
      await replace(full);
    }
  };

  const replace = async (parts: Archive['parts']): Promise<void> => {
    const { manifest } = archive;
    const entry = await merge(parts, manifest.next);
    const others = archive.parts.filter((part) => !parts.includes(part)).map((part) => part.entry);
    await renew({ ...manifest, next: manifest.next + 1, segments: [...others, entry] });
  };

  const putTable = async ({ records, postings }: StoryTable): Promise<number> => {
    await commit();
    const numbers: number[] = [];
    const replaced: NonNullable<ReturnType<typeof find>>[] = [];
    const ids = new Set<string>();
    let [count, most] = [0, 0];
    for await (const { id, hash, words } of records()) {
      const known = find(id);
      if (ids.has(id)) throw new Error(`The story ${id} is in the table twice.`);
      ids.add(id);
      const same = known?.part.segment.record(known.number).hash === hash;
      numbers.push(same ? -1 : count);
      if (same) continue;
      if (known !== undefined) replaced.push(known);
      count += 1;
      most = Math.max(most, words);
      if (count > mostTogether)
        throw new Error(
          `The table has more than ${mostTogether} stories that are new to the archive, which is more than one part may have. Divide it, by years say.`,
        );
    }
    ids.clear();
    if (count === 0) return 0;
    const kept = async function* (): AsyncGenerator<Buffer> {
      let number = 0;
      for await (const record of records()) {
        if ((numbers[number] ?? -1) >= 0) yield Buffer.from(JSON.stringify(record));
        number += 1;
      }
    };
    const { next } = archive.manifest;
    const rows = renumberedInOrder(postings(), Int32Array.from(numbers));
    const entry = await writeSegment(next, { count, records: kept() }, rows, most);
    for (const { part, number } of replaced) removedOf(part.entry).add(number);
    await renew({ ...archive.manifest, next: next + 1, segments: [...standing(), entry] });
    await tidy();
    return count;
  };

  const remove = (id: string): boolean => {
    const number = waiting.get(id);
    if (number !== undefined) {
      dropped.add(number);
      waiting.delete(id);
      return true;
    }
    const found = find(id);
    if (found === undefined) return false;
    removedOf(found.part.entry).add(found.number);
    return true;
  };

  return {
    damaged,
    has(id) {
      const number = waiting.get(id);
      if (number !== undefined) return stories[number];
      const found = find(id);
      return found?.part.segment.record(found.number);
    },
    async put(record, { high, low, at }) {
      remove(record.id);
      const number = stories.push(record) - 1;
      waiting.set(record.id, number);
      mostWords = Math.max(mostWords, record.words);
      for (let n = 0; n < at.length; n += 1) gathered.add(high[n] ?? 0, low[n] ?? 0, number, at[n] ?? 0);
      if (gathered.count >= AT_ONCE) await commit();
    },
    async remove(id) {
      return remove(id);
    },
    putTable,
    commit,
    async compact() {
      await commit();
      if (storiesIn(archive.parts) > mostTogether)
        throw new Error(`No more than ${mostTogether} stories are put together in one part.`);
      if (archive.parts.length > 1 || archive.parts.some(({ removed: gone }) => gone.size > 0))
        await replace(archive.parts);
    },
    async close() {
      try {
        await commit();
      } finally {
        archive.close();
        await removeFile({ folder, path: join(folder, LOCK) });
      }
    },
  };
}

const storiesIn = (parts: Archive['parts']): number =>
  parts.reduce((sum, { segment, removed }) => sum + segment.stories - removed.size, 0);

/** Rows of a table with the stories' new numbers. */
async function* renumberedInOrder(
  postings: AsyncIterable<Postings>,
  numbers: Int32Array,
): AsyncGenerator<Postings> {
  let [high, low] = [0, 0];
  for await (const rows of postings) {
    for (let i = 0; i < rows.count; i += 1) {
      const [nextHigh, nextLow] = [rows.high[i] ?? 0, rows.low[i] ?? 0];
      if (nextHigh < high || (nextHigh === high && nextLow < low))
        throw new Error('The fingerprints are not in order; the table must be sorted by “fingerprint”.');
      [high, low] = [nextHigh, nextLow];
      if ((rows.story[i] ?? 0) >= numbers.length)
        throw new Error(
          `There is no story with the number ${rows.story[i]}, to which a fingerprint belongs.`,
        );
    }
    yield renumbered(rows, numbers);
  }
}

/** Rows with the stories' new numbers, without those of stories that are gone (-1). */
function renumbered({ high, low, story, at, count }: Postings, numbers: Int32Array): Postings {
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const number = numbers[story[i] ?? 0] ?? -1;
    if (number < 0) continue;
    high[kept] = high[i] ?? 0;
    low[kept] = low[i] ?? 0;
    story[kept] = number;
    at[kept] = at[i] ?? 0;
    kept += 1;
  }
  return { high, low, story, at, count: kept };
}

/** The rows of several segments in one order, a lot at a time; the next lot takes the place of the one before. */
function* mergedRows(segments: readonly Segment[], numbers: readonly Int32Array[]): Generator<Postings> {
  const sources = segments.map((segment, i) => {
    const rows = segment.postings();
    const next = (): Postings | undefined => {
      for (;;) {
        const { value, done } = rows.next();
        if (done) return undefined;
        const kept = renumbered(value, numbers[i] as Int32Array);
        if (kept.count > 0) return kept;
      }
    };
    return { rows: next(), at: 0, next };
  });
  const [high, low, story, at] = emptyColumns(LOT);
  let count = 0;
  for (;;) {
    let least: (typeof sources)[number] | undefined;
    for (const source of sources) {
      if (source.rows === undefined) continue;
      if (least?.rows === undefined) least = source;
      else {
        const [h, l] = [source.rows.high[source.at] ?? 0, source.rows.low[source.at] ?? 0];
        const [leastHigh, leastLow] = [least.rows.high[least.at] ?? 0, least.rows.low[least.at] ?? 0];
        if (h < leastHigh || (h === leastHigh && l < leastLow)) least = source;
      }
    }
    if (least?.rows === undefined) break;
    high[count] = least.rows.high[least.at] ?? 0;
    low[count] = least.rows.low[least.at] ?? 0;
    story[count] = least.rows.story[least.at] ?? 0;
    at[count] = least.rows.at[least.at] ?? 0;
    count += 1;
    least.at += 1;
    if (least.at === least.rows.count) {
      least.rows = least.next();
      least.at = 0;
    }
    if (count === LOT) {
      yield { count, high, low, story, at };
      count = 0;
    }
  }
  yield { count, high, low, story, at };
}

/** Takes away parts that belong to no manifest: what was put together in others, or left half done by a run that was killed. */
async function sweep(folder: string, { segments }: Manifest): Promise<void> {
  const files = new Set(segments.map(({ file }) => file));
  for (const name of await readdir(folder)) {
    if (files.has(name) || !/^\d{6}\.seg$|^\.\d{6}\.seg\.[0-9a-f]{12}\.tmp$/u.test(name)) continue;
    // a reader may have it open, which some systems mind: it goes the next time
    await removeFile({ folder, path: join(folder, name) }).catch(() => {});
  }
}

async function lock(folder: string): Promise<void> {
  const path = join(folder, LOCK);
  const content = `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`;
  for (let tries = 1; ; tries += 1) {
    try {
      return await write({ folder, path, content, how: 'create' });
    } catch (error) {
      const read = await readText(DISK, path, 1_024);
      if ('failed' in read && read.failed !== 'missing') throw error;
      if (!('failed' in read) && (tries > 1 || isHeld(read.text)))
        throw new Error(
          `Something else is writing to the archive ${folder}. If that is not so, delete the file “${LOCK}” in it.`,
        );
      await removeFile({ folder, path });
    }
  }
}

/** Whether whoever made the lock is still there; on another machine that cannot be told, so it is taken for so. */
function isHeld(text: string): boolean {
  try {
    const { pid, host } = JSON.parse(text) as { pid: number; host: string };
    if (host !== hostname()) return true;
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    // killed before it had written who it is, or gone
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
