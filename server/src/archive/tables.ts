import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorMessage } from '../trouble.ts';
import { openInPlaces } from '../workspace/disk.ts';
import { recordOf } from './exchange.ts';
import type { Postings } from './postings.ts';
import type { StoryRecord } from './segment.ts';
import type { StoryTable } from './writer.ts';

/** The columns of a table of stories (the record is JSON), and of one of their fingerprints. */
const STORIES = ['story', 'record'] as const;
const PRINTS = ['fingerprint', 'story', 'position'] as const;
type Column = (typeof STORIES | typeof PRINTS)[number];

/** Files of Parquet among what was named: files that end so, and those in folders, in the order of their names. */
export async function tablesIn(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return path.endsWith('.parquet') ? [path] : [];
  const inside = await readdir(path, { recursive: true });
  return inside
    .filter((name) => name.endsWith('.parquet'))
    .sort()
    .map((name) => join(path, name));
}

/**
 * Stories and their fingerprints in files of Parquet: those with the columns story and record, by the numbers of the stories, and
 * those with fingerprint (less 2^63, as `signedOf` makes it), story and position, by the fingerprints. A table may go on from
 * one file to the next. The library that reads them is loaded when it is first needed.
 * @param nameOf how messages call a path.
 * @throws Error, in a sentence, if a file is something else; so do the table's readers where it cannot be read.
 */
export async function openTables(
  paths: readonly string[],
  nameOf: (path: string) => string,
): Promise<StoryTable> {
  const stories: string[] = [];
  const prints: string[] = [];
  for (const path of paths) {
    const { scan, close } = await open(path, nameOf);
    close();
    const names = new Set(scan.metadata.schema.map(({ name }) => name));
    const has = (columns: readonly Column[]): boolean => columns.every((one) => names.has(one));
    if (has(STORIES)) stories.push(path);
    else if (has(PRINTS)) prints.push(path);
    else
      throw new Error(
        `${nameOf(path)} has neither the columns ${STORIES.join(', ')} nor ${PRINTS.join(', ')}.`,
      );
  }
  const lacks = stories.length === 0 ? STORIES : prints.length === 0 ? PRINTS : undefined;
  if (lacks !== undefined) throw new Error(`There is no table with the columns ${lacks.join(', ')}.`);
  return {
    async *records() {
      let number = 0;
      for (const path of stories) {
        for await (const [numbers, records] of columnsOf(path, nameOf, STORIES)) {
          for (let i = 0; i < numbers.length; i += 1) {
            const record = recordIn(records[i]);
            if (Number(numbers[i]) !== number || record === undefined)
              throw new Error(`${nameOf(path)} should have story ${number} here, with what is known of it.`);
            yield record;
            number += 1;
          }
        }
      }
    },
    async *postings() {
      for (const path of prints)
        for await (const [fingerprints, story, position] of columnsOf(path, nameOf, PRINTS))
          yield postingsOf(fingerprints, story, position);
    },
  };
}

function recordIn(json: unknown): StoryRecord | undefined {
  try {
    return recordOf(JSON.parse(String(json)));
  } catch {
    return undefined;
  }
}

type Values = ArrayLike<unknown>;

/** Some columns of a file, a group of rows at a time. */
async function* columnsOf<const C extends readonly Column[]>(
  path: string,
  nameOf: (path: string) => string,
  columns: C,
): AsyncGenerator<{ readonly [K in keyof C]: Values }> {
  const { scan, close } = await open(path, nameOf);
  try {
    for (const range of scan.ranges)
      yield (await Promise.all(columns.map((column) => scan.readColumn({ column, ...range })))) as {
        readonly [K in keyof C]: Values;
      };
  } catch (error) {
    throw unreadable(path, nameOf, error);
  } finally {
    close();
  }
}

function postingsOf(fingerprints: Values, story: Values, position: Values): Postings {
  const signed =
    fingerprints instanceof BigInt64Array
      ? fingerprints
      : BigInt64Array.from(fingerprints as ArrayLike<bigint>);
  const count = signed.length;
  const halves = new Uint32Array(signed.buffer, signed.byteOffset, count * 2);
  return {
    count,
    high: Uint32Array.from({ length: count }, (_, i) => (halves[i * 2 + 1] ?? 0) ^ 0x80000000),
    low: Uint32Array.from({ length: count }, (_, i) => halves[i * 2] ?? 0),
    story: numbersOf(story),
    at: numbersOf(position),
  };
}

const numbersOf = (values: Values): Uint32Array =>
  Uint32Array.from({ length: values.length }, (_, i) => Number(values[i]));

async function open(path: string, nameOf: (path: string) => string) {
  const { parquetScan } = await import('hyparquet/src/scan.js');
  const file = openInPlaces(path);
  try {
    const slice = (start: number, end = file.size): ArrayBuffer => {
      const { buffer, byteOffset, length } = file.read(start, end - start);
      return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
    };
    return { scan: await parquetScan({ file: { byteLength: file.size, slice } }), close: file.close };
  } catch (error) {
    file.close();
    throw unreadable(path, nameOf, error);
  }
}

const unreadable = (path: string, nameOf: (path: string) => string, error: unknown): Error =>
  new Error(`${nameOf(path)} could not be read: ${errorMessage(error)}`);
