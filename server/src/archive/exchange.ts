import type { Fingerprints } from '../reuse/fingerprints.ts';
import type { StoryRecord } from './segment.ts';

/** A story as it is handed from one program to another. */
export interface PrintedStory {
  readonly record: StoryRecord;
  readonly prints: Fingerprints;
}

/** A story as a line of JSON. */
export const printStory = ({ record, prints: { high, low, at } }: PrintedStory): string => {
  const prints = Array.from(at, (word, n) => [`${hex(high[n])}${hex(low[n])}`, word] as const);
  return `${JSON.stringify({ ...record, prints })}\n`;
};

const hex = (value = 0): string => value.toString(16).padStart(8, '0');

/**
 * A story as rows of a table, divided by tabs: `story`, its id and what is known of it, in JSON; then a row for each fingerprint, as a number
 * that tables can hold, with the story's id and the word.
 */
export function printRows({ record, prints: { high, low, at } }: PrintedStory): string {
  const id = JSON.stringify(record.id);
  const rows = Array.from(at, (word, n) => `${signedOf(high[n] ?? 0, low[n] ?? 0)}\t${id}\t${word}\n`);
  return `story\t${id}\t${JSON.stringify(record)}\n${rows.join('')}`;
}

/**
 * A fingerprint less 2^63. Whole numbers of 64 bits have a sign in SQL and in Spark: this one keeps the order that fingerprints have in an
 * archive.
 */
export const signedOf = (high: number, low: number): bigint => (BigInt(high - 2 ** 31) << 32n) | BigInt(low);

/** Reads a story from its line; nothing where that is something else. */
export function readPrinted(line: string): PrintedStory | undefined {
  try {
    const { prints, ...known } = JSON.parse(line) as {
      readonly prints: readonly (readonly [string, number])[];
    };
    const record = recordOf(known);
    if (record === undefined) return undefined;
    const half = (from: number) =>
      Uint32Array.from(prints, ([print]) => Number.parseInt(print.slice(from, from + 8), 16));
    return { record, prints: { high: half(0), low: half(8), at: Uint32Array.from(prints, ([, at]) => at) } };
  } catch {
    return undefined;
  }
}

/** What is known of a story, if a value from elsewhere says it. */
export function recordOf(value: unknown): StoryRecord | undefined {
  const { id, words, title, kind } = (value ?? {}) as Partial<StoryRecord>;
  const isRecord =
    typeof id === 'string' &&
    typeof words === 'number' &&
    typeof title === 'string' &&
    typeof kind === 'string';
  return isRecord ? (value as StoryRecord) : undefined;
}
