// An archive is asked piece by piece: what comes in meanwhile has its turn.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../server/src/archive/archive.ts';
import { openWriter } from '../../server/src/archive/writer.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { type Story, storyOf } from '../../server/src/reuse/story.ts';
import { createArchives } from '../../server/src/workspace/archives.ts';
import { folderOf } from './folder.ts';

/** What was read at a stretch, while nobody else had a turn. */
const seen = { reads: 0, bytes: 0, most: { reads: 0, bytes: 0 }, all: 0 };
/** The parts of archives that are open. */
const open = new Set<number>();

const { openSync, readSync, closeSync } = fs;
beforeAll(() => {
  fs.openSync = (path, ...how) => {
    const file = openSync(path, ...how);
    if (String(path).endsWith('.seg')) open.add(file);
    return file;
  };
  fs.closeSync = (file) => {
    open.delete(file);
    closeSync(file);
  };
  fs.readSync = ((...args: Parameters<typeof readSync>) => {
    const read = readSync(...args);
    seen.reads += 1;
    seen.bytes += read;
    seen.all += 1;
    seen.most = {
      reads: Math.max(seen.most.reads, seen.reads),
      bytes: Math.max(seen.most.bytes, seen.bytes),
    };
    return read;
  }) as typeof readSync;
  syncBuiltinESMExports();
});
afterAll(() => {
  Object.assign(fs, { openSync, readSync, closeSync });
  syncBuiltinESMExports();
});

/** Counts what is read at a stretch while something is done. */
async function watched<T>(work: () => Promise<T>): Promise<T> {
  const begin = (): void => {
    Object.assign(seen, { reads: 0, bytes: 0 });
  };
  Object.assign(seen, { most: { reads: 0, bytes: 0 }, all: 0 });
  let turns = setImmediate(function next() {
    begin();
    turns = setImmediate(next);
  });
  begin();
  try {
    return await work();
  } finally {
    clearImmediate(turns);
  }
}

/** Whoever lets others have their turn waits from now on, until what is returned is called. */
function nobodysTurn(): () => void {
  const turn = globalThis.setImmediate;
  const waiting: (() => void)[] = [];
  const go = (): void => {
    globalThis.setImmediate = turn;
    for (const run of waiting.splice(0)) turn(run);
  };
  globalThis.setImmediate = ((run: () => void) => void waiting.push(run)) as unknown as typeof turn;
  onTestFinished(go);
  return go;
}

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `w${from + i}`).join(' ');
const read = (text: string): Story => storyOf(readDraft(`A headline\n\n${text}\n`, 'plain'));

/** Puts stories in, in so many parts, each of 150 words of its own and 40 that all have. */
async function put(folder: string, parts: readonly (readonly number[])[]): Promise<void> {
  for (const part of parts) {
    const writer = await openWriter(folder);
    for (const i of part) {
      const { words: all, prints } = read(`${words(900_000, 40)} ${words(i * 1_000, 150)}`);
      const known = { title: `Story ${i}`, kind: 'ours', hash: 'x', text: 'x', date: '2024-03-12' } as const;
      await writer.put({ id: `s${i}`, words: all.length, ...known }, prints);
    }
    await writer.close();
  }
}

const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

describe('a draft that an archive is asked about', () => {
  test('holds nobody up for longer than a few reads, at the first question too', async () => {
    const folder = folderOf({});
    await put(folder, [numbers(0, 300), numbers(300, 300), numbers(600, 300)]);
    const archives = createArchives({ nameOf: (path) => path, tell: () => {} });
    const own = numbers(0, 30).map((i) => words(i * 30_000, 60));
    const { archived, habits } = await watched(() =>
      archives.meet([folder], read([words(900_000, 40), ...own].join(' ')), ''),
    );
    expect(archived.length).toBe(20);
    expect([...habits.values()][0]?.count).toBe(900);
    expect(seen.all).toBeGreaterThan(1_000);
    expect(seen.most.reads).toBeLessThanOrEqual(10);
    expect(seen.most.bytes).toBeLessThanOrEqual(64 * 1024);
    await archives.close();
  });

  test('is answered though another archive takes the place of the one that is asked, which is closed then', async () => {
    const folder = folderOf({});
    await put(folder, [numbers(0, 3)]);
    const archives = createArchives({ nameOf: (path) => path, tell: () => {}, follows: true });
    await archives.stamp([folder]);
    const go = nobodysTurn();
    const answer = archives.meet([folder], read(words(1_000, 150)), '');
    await put(folder, [[7]]);
    const before = await archives.stamp([folder]);
    const opened = open.size;
    go();
    expect((await answer).archived.map(({ title }) => title)).toEqual(['Story 1']);
    expect(await archives.stamp([folder])).toBe(before);
    expect(open.size).toBe(opened - 1);
    expect((await archives.meet([folder], read(words(7_000, 150)), '')).archived.length).toBe(1);
    await archives.close();
    expect(open.size).toBe(0);
  });

  test('is told the same when it is asked about twice at once', async () => {
    const folder = folderOf({});
    await put(folder, [numbers(0, 30)]);
    const archive = await openArchive(folder);
    const [once, again] = await Promise.all([3, 3].map((i) => archive.meet(read(words(i * 1_000, 150)), '')));
    archive.close();
    expect(once?.stories.map(({ record }) => record.id)).toEqual(['s3']);
    expect(again).toEqual(once);
  });
});
