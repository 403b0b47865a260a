import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Archive, openArchive } from '../../server/src/archive/archive.ts';
import { signedOf } from '../../server/src/archive/exchange.ts';
import { sorted } from '../../server/src/archive/postings.ts';
import type { StoryRecord } from '../../server/src/archive/segment.ts';
import { openWriter } from '../../server/src/archive/writer.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { type Story, storyOf } from '../../server/src/reuse/story.ts';
import { folderOf } from './folder.ts';

/** A paragraph of so many words that are found nowhere else. */
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `w${from + i}`).join(' ');

const read = (text: string): Story => storyOf(readDraft(`A headline\n\n${text}\n`, 'plain'));

const recordOf = (id: string, story: Story, more: Partial<StoryRecord> = {}): StoryRecord => ({
  id,
  title: `Story ${id}`,
  kind: 'ours',
  words: story.words.length,
  hash: 'x',
  text: 'x',
  ...more,
});

async function put(folder: string, stories: Readonly<Record<string, string>>, each = false): Promise<void> {
  const writer = await openWriter(folder);
  for (const [id, text] of Object.entries(stories)) {
    const story = read(text);
    await writer.put(recordOf(id, story), story.prints);
    if (each) await writer.commit();
  }
  await writer.close();
}

const metIn = async (archive: Archive, text: string, own = ''): Promise<readonly string[]> =>
  (await archive.meet(read(text), own)).stories.map(({ record }) => record.id);

async function meets(folder: string, text: string, own = ''): Promise<readonly string[]> {
  const archive = await openArchive(folder);
  try {
    return await metIn(archive, text, own);
  } finally {
    archive.close();
  }
}

const DESK = { a: words(0, 80), b: words(1_000, 300), c: `${words(2_000, 40)} ${words(20, 40)}` };

describe('an archive', () => {
  test('finds the stories that share copy with a draft, those that share most first, and not the story itself', async () => {
    const folder = folderOf({});
    await put(folder, DESK);
    expect(await meets(folder, words(0, 80))).toEqual(['a', 'c']);
    expect(await meets(folder, words(0, 80), 'a')).toEqual(['c']);
    expect(await meets(folder, words(5_000, 200))).toEqual([]);
  });

  test('finds the same after stories were added one by one and put together', async () => {
    const folder = folderOf({});
    const many = Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`s${i}`, words(i * 50, 70)]));
    await put(folder, many, true);
    const archive = await openArchive(folder);
    expect(archive.parts.length).toBeLessThan(8);
    archive.close();
    for (let i = 1; i < 22; i += 1) expect(await meets(folder, words(i * 50 + 22, 26))).toEqual([`s${i}`]);
    const writer = await openWriter(folder);
    await writer.compact();
    await writer.close();
    for (let i = 1; i < 22; i += 1) expect(await meets(folder, words(i * 50 + 22, 26))).toEqual([`s${i}`]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.seg')).length).toBe(1);
  });

  test('has no part with more stories than one may have, however they come', async () => {
    const folder = folderOf({});
    const most = 9;
    for (let i = 0; i < 16; i += 1) {
      const writer = await openWriter(folder, most);
      const story = read(words(i * 100, 70));
      await writer.put(recordOf(`s${i}`, story), story.prints);
      await writer.close();
    }
    const archive = await openArchive(folder);
    const sizes = archive.parts.map(({ segment }) => segment.stories);
    archive.close();
    expect(Math.max(...sizes)).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
    const writer = await openWriter(folder, most);
    await expect(writer.compact()).rejects.toThrow('No more than 9 stories are put together in one part.');
    const table = async function* () {
      for (let i = 0; i <= most; i += 1) yield recordOf(`t${i}`, read(words(i, 20)));
    };
    await expect(writer.putTable({ records: table, postings: async function* () {} })).rejects.toThrow(
      'The table has more than 9 stories that are new to the archive',
    );
    await writer.close();
    for (let i = 0; i < 16; i += 1) expect(await meets(folder, words(i * 100, 70))).toEqual([`s${i}`]);
  });

  test('forgets what is removed and knows what took its place', async () => {
    const folder = folderOf({});
    await put(folder, DESK);
    await put(folder, { a: words(7_000, 60) });
    expect(await meets(folder, words(0, 80))).toEqual(['c']);
    expect(await meets(folder, words(7_000, 60))).toEqual(['a']);
    const writer = await openWriter(folder);
    expect(await writer.remove('c')).toBe(true);
    expect(await writer.remove('nothing')).toBe(false);
    expect(writer.has('b')?.title).toBe('Story b');
    await writer.compact();
    await writer.close();
    expect(await meets(folder, words(0, 80))).toEqual([]);
    const archive = await openArchive(folder);
    expect([...archive.records()].map(({ id }) => id).sort()).toEqual(['a', 'b']);
    archive.close();
  });

  test('goes on to be what it was while others write, and lets one write at a time', async () => {
    const folder = folderOf({});
    await put(folder, DESK);
    const archive = await openArchive(folder);
    const writer = await openWriter(folder);
    writeFileSync(
      join(folder, 'lock'),
      readFileSync(join(folder, 'lock'), 'utf8').replace(`${process.pid}`, '1'),
    );
    await expect(openWriter(folder)).rejects.toThrow('Something else is writing to the archive');
    await writer.remove('a');
    await writer.compact();
    expect(await metIn(archive, words(0, 80))).toEqual(['a', 'c']);
    archive.close();
    await writer.close();
    expect(await meets(folder, words(0, 80))).toEqual(['c']);
  });

  test('tells of a part that is damaged, uses the others, and takes its stories again', async () => {
    const folder = folderOf({});
    await put(folder, { a: DESK.a, b: DESK.b }, true);
    const [first = ''] = readdirSync(folder)
      .filter((name) => name.endsWith('.seg'))
      .sort();
    truncateSync(join(folder, first), 500);
    const archive = await openArchive(folder);
    expect(archive.damaged.map(({ entry, why }) => [entry.file, entry.stories, why])).toEqual([
      [first, 1, 'it is cut off or no part of an archive'],
    ]);
    expect(await metIn(archive, DESK.b)).toEqual(['b']);
    archive.close();
    await put(folder, { a: DESK.a });
    expect(await meets(folder, DESK.a)).toEqual(['a']);
    expect(await meets(folder, DESK.b)).toEqual(['b']);
  });

  test('sees a single changed byte when it is looked through', async () => {
    const folder = folderOf({});
    await put(folder, DESK);
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.seg'));
    const bytes = readFileSync(join(folder, file));
    const at = 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(folder, file), bytes);
    const archive = await openArchive(folder);
    expect(archive.damaged).toEqual([]);
    expect(archive.parts.map(({ segment }) => segment.isWhole())).toEqual([false]);
    archive.close();
  });

  test('what more than five stories say is a crowd, with how often and when last, and none of them is told', async () => {
    const folder = folderOf({});
    const writer = await openWriter(folder);
    for (let i = 0; i < 9; i += 1) {
      const story = read(`${words(100_000, 40)} ${words(i * 100, 30)}`);
      await writer.put(recordOf(`s${i}`, story, { date: `2024-03-0${i + 1}` }), story.prints);
    }
    await writer.close();
    const archive = await openArchive(folder);
    const { stories, crowd } = await archive.meet(read(words(100_000, 40)), '');
    archive.close();
    expect(stories).toEqual([]);
    expect([...crowd.values()][0]).toEqual({ count: 9, last: '2024-03-09' });
  });

  test('holds no word of a story', async () => {
    const folder = folderOf({});
    await put(folder, {
      a: 'Nightingales nested under the ferry’s ramp again this spring, said the harbour warden.',
    });
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'latin1')).not.toContain('ightingale');
  });
});

test('postings come in the order of their fingerprints, each with its own story and word', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number)), (rows) => {
      const column = (of: (row: readonly [number, number], i: number) => number) =>
        Uint32Array.from(rows, of);
      const [found = { high: [], low: [], story: [], at: [] }] = sorted({
        count: rows.length,
        high: column(([high]) => high),
        low: column(([, low]) => low),
        story: column((_, i) => i),
        at: column((_, i) => i * 3),
      });
      const expected = rows
        .map(([high, low], i) => [high, low, i, i * 3] as const)
        .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
      expect(rows.map((_, i) => [found.high[i], found.low[i], found.story[i], found.at[i]])).toEqual(
        expected,
      );
    }),
  );
});

test('as numbers with a sign, fingerprints keep the order that they have in an archive', () => {
  const half = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const signed = ([high, low]: readonly [number, number]): bigint => signedOf(high, low);
  fc.assert(
    fc.property(fc.tuple(half, half), fc.tuple(half, half), (a, b) => {
      const isBefore = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
      expect(signed(a) < signed(b)).toBe(isBefore);
      expect(BigInt.asIntN(64, signed(a))).toBe(signed(a));
    }),
    {
      examples: [
        [
          [0x7fffffff, 2 ** 32 - 1],
          [0x80000000, 0],
        ],
        [
          [0, 0],
          [2 ** 32 - 1, 2 ** 32 - 1],
        ],
      ],
    },
  );
});
