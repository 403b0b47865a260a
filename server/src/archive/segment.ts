import { createHash } from 'node:crypto';
import { lowerBound } from '../draft/search.ts';
import { hash } from '../language/hash.ts';
import type { StoryKind } from '../reuse/archived.ts';
import { emptyColumns, grown, LOT, orderOf, type Postings } from './postings.ts';

/** What is known of a story that was put in: no text of it. */
export interface StoryRecord {
  /** A path, or a path and the entry in it: `wire.ndjson#4711`. */
  readonly id: string;
  readonly title: string;
  /** The day it ran, as in 2024-03-12, where it is known. */
  readonly date?: string;
  readonly kind: StoryKind;
  /** How many words of running text it has. */
  readonly words: number;
  /** Stands for all that was put in: another text or another kind has another. */
  readonly hash: string;
  /** Stands for the text alone, to tell whether its file still says what it said. */
  readonly text: string;
}

/** A file that is read in places. */
export interface RandomFile {
  readonly size: number;
  /** @throws Error if there are not so many bytes there. */
  read(at: number, length: number): Buffer;
  /** Fills a list from a place on; others have their turn until that is done. */
  fill(at: number, list: Uint8Array): Promise<void>;
  close(): void;
}

/** Postings in a block, which is what is read at once. */
const BLOCK = 256;
const MAGIC = 'BPARCH01';
const FOOTER = 128;
/** Of a fingerprint that stands in more places than this only so many are looked at. */
const MOST_PLACES = 2_048;

/*
 * A segment, all numbers little-endian unless said otherwise:
 *   blocks   of up to 256 postings in the order of their fingerprints. A posting is as many low bytes of the fingerprint as differ
 *            within the block (big-endian, so that bytes compare as numbers do), the story's number, the word's number. Before them, in
 *            a byte each, the widths of the three, and in two the count
 *   index    for each block the fingerprint of its first posting (high, low) and its place (two numbers of 32 bits, low first)
 *   records  of the stories, JSON, one after another
 *   offsets  where each record begins in them, and where the last ends
 *   ids      for each story the hash of its id (high, low) and its number, in the order of the hashes
 *   footer   128 bytes: the mark, counts, the places of the parts, and the SHA-256 of all before it
 * It never changes once it is written.
 */

/** Rows of a segment to be, in order, and its stories. */
export interface SegmentSource {
  /** The stories' records, as many as there are; they are read once. */
  readonly stories: { readonly count: number; readonly records: Iterable<Buffer> | AsyncIterable<Buffer> };
  /** Postings in the order of their fingerprints; the next lot may take the place of the one before. */
  readonly postings: Iterable<Postings> | AsyncIterable<Postings>;
  readonly mostWords: number;
}

/**
 * Writes a segment, piece by piece; the last piece ends with its sum, which stands for the whole.
 * @throws Error, in a sentence, if the stories' records are more than a segment holds.
 */
export async function* encodeSegment({
  stories,
  postings,
  mostWords,
}: SegmentSource): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  let at = 0;
  const piece = (bytes: Buffer): Buffer => {
    sum.update(bytes);
    at += bytes.length;
    return bytes;
  };
  const storyBytes = bytesFor(stories.count);
  const wordBytes = bytesFor(mostWords);
  let index = new Uint32Array(1 << 10);
  let blocks = 0;
  let count = 0;
  const block = createBlock(storyBytes, wordBytes);
  const flush = function* (): Generator<Buffer> {
    if (block.count === 0) return;
    if (blocks * 4 === index.length) index = grown(index);
    index.set([block.high, block.low, at % 2 ** 32, Math.floor(at / 2 ** 32)], blocks * 4);
    blocks += 1;
    count += block.count;
    yield piece(block.take());
  };
  for await (const rows of postings) {
    for (let i = 0; i < rows.count; i += 1) {
      if (block.count === BLOCK) yield* flush();
      block.add(rows.high[i] ?? 0, rows.low[i] ?? 0, rows.story[i] ?? 0, rows.at[i] ?? 0);
    }
  }
  yield* flush();
  const parts: number[] = [];
  const part = function* (bytes: Buffer): Generator<Buffer> {
    parts.push(at);
    yield piece(bytes);
  };
  yield* part(Buffer.from(index.buffer, 0, blocks * 16));
  parts.push(at);
  const offsets = new Uint32Array(stories.count + 1);
  const [high, low] = [new Uint32Array(stories.count), new Uint32Array(stories.count)];
  let told = 0;
  for await (const record of stories.records) {
    yield piece(record);
    [high[told], low[told]] = idHash((JSON.parse(record.toString()) as StoryRecord).id);
    const end = (offsets[told] ?? 0) + record.length;
    if (end >= 2 ** 32) throw new Error('The titles and paths of so many stories do not go into one part.');
    offsets[told + 1] = end;
    told += 1;
  }
  yield* part(Buffer.from(offsets.buffer));
  const ids = new Uint32Array(told * 3);
  orderOf({ count: told, high, low }).forEach((story, row) => {
    ids[row * 3] = high[story] ?? 0;
    ids[row * 3 + 1] = low[story] ?? 0;
    ids[row * 3 + 2] = story;
  });
  yield* part(Buffer.from(ids.buffer));
  const footer = Buffer.alloc(FOOTER);
  footer.write(MAGIC, 0, 'latin1');
  [count, told, blocks, ...parts].forEach((value, i) => {
    footer.writeDoubleLE(value, 8 + i * 8);
  });
  sum.update(footer.subarray(0, FOOTER - 32));
  sum.digest().copy(footer, FOOTER - 32);
  yield footer;
}

const bytesFor = (most: number): number => Math.max(1, Math.ceil(Math.log2(most + 1) / 8));

function idHash(id: string): readonly [number, number] {
  const whole = hash(id);
  return [Number.parseInt(whole.slice(0, 8), 16), Number.parseInt(whole.slice(8), 16)];
}

const HEAD = 5;

/** A block that is being filled. */
function createBlock(storyBytes: number, wordBytes: number) {
  const columns = emptyColumns(BLOCK);
  const [highs, lows, stories, words] = columns;
  let count = 0;
  return {
    get count() {
      return count;
    },
    get high() {
      return highs[0] ?? 0;
    },
    get low() {
      return lows[0] ?? 0;
    },
    add(high: number, low: number, story: number, word: number): void {
      highs[count] = high;
      lows[count] = low;
      stories[count] = story;
      words[count] = word;
      count += 1;
    },
    take(): Buffer {
      const [firstHigh, firstLow] = [highs[0] ?? 0, lows[0] ?? 0];
      const [lastHigh, lastLow] = [highs[count - 1] ?? 0, lows[count - 1] ?? 0];
      // all between two that begin alike begins so too
      const other = firstHigh === lastHigh ? [firstLow ^ lastLow, 0] : [firstHigh ^ lastHigh, 4];
      const suffix = Math.ceil((32 - Math.clz32(other[0] ?? 0)) / 8) + (other[1] ?? 0);
      const width = suffix + storyBytes + wordBytes;
      const bytes = Buffer.allocUnsafe(HEAD + count * width);
      bytes[0] = suffix;
      bytes[1] = storyBytes;
      bytes[2] = wordBytes;
      bytes.writeUInt16LE(count, 3);
      for (let i = 0, to = HEAD; i < count; i += 1, to += width) {
        putBig(bytes, to, suffix, highs[i] ?? 0, lows[i] ?? 0);
        putSmall(bytes, to + suffix, storyBytes, stories[i] ?? 0);
        putSmall(bytes, to + suffix + storyBytes, wordBytes, words[i] ?? 0);
      }
      count = 0;
      return bytes;
    },
  };
}

/** The last `width` bytes of a number of 64 bits, the greatest first. */
function putBig(bytes: Buffer, to: number, width: number, high: number, low: number): void {
  for (let k = 0; k < width; k += 1) {
    const shift = (width - 1 - k) * 8;
    bytes[to + k] = shift >= 32 ? high >>> (shift - 32) : low >>> shift;
  }
}

function putSmall(bytes: Buffer, to: number, width: number, value: number): void {
  for (let k = 0; k < width; k += 1) bytes[to + k] = value >>> (k * 8);
}

function small(bytes: Buffer, at: number, width: number): number {
  let value = 0;
  for (let k = 0; k < width; k += 1) value += (bytes[at + k] ?? 0) * 2 ** (k * 8);
  return value;
}

/** A segment that can be asked. */
export interface Segment {
  readonly stories: number;
  readonly prints: number;
  readonly size: number;
  /** The SHA-256 that it ends with. */
  readonly sum: string;
  /** The places where a fingerprint stands, the story's number and the word's: one piece of the file is read for each step. */
  find(high: number, low: number): Generator<readonly (readonly [story: number, at: number])[]>;
  /** What is known of a story, by its number. */
  record(story: number): StoryRecord;
  /** All of them as they are kept, by their numbers. */
  rawRecords(): Generator<Buffer>;
  /** A story's number by its id. */
  numberOf(id: string): number | undefined;
  /** All postings in the order of their fingerprints, a lot at a time; the next lot takes the place of the one before. */
  postings(): Generator<Postings>;
  /** Whether every byte is as it was written. Reads the whole. */
  isWhole(): boolean;
  close(): void;
}

/**
 * Opens a segment. What is needed to find things in it is read and kept: 16 bytes for 256 postings and 12 for a story.
 * @throws Error, in words that end a sentence, if it is not one or is cut off.
 */
export async function openSegment(file: RandomFile): Promise<Segment> {
  if (file.size < FOOTER) throw new Error('it is cut off');
  const footer = file.read(file.size - FOOTER, FOOTER);
  if (footer.toString('latin1', 0, 8) !== MAGIC) throw new Error('it is cut off or no part of an archive');
  const [prints, stories, blocks, indexAt, recordsAt, offsetsAt, idsAt] = Array.from({ length: 7 }, (_, i) =>
    footer.readDoubleLE(8 + i * 8),
  ) as [number, number, number, number, number, number, number];
  if (
    idsAt + stories * 12 !== file.size - FOOTER ||
    offsetsAt - recordsAt < 0 ||
    recordsAt - indexAt !== blocks * 16
  )
    throw new Error('its parts do not fit together');
  const numbers = async (at: number, count: number): Promise<Uint32Array> => {
    const list = new Uint32Array(count);
    await file.fill(at, new Uint8Array(list.buffer));
    return list;
  };
  const index = await numbers(indexAt, blocks * 4);
  const offsets = await numbers(offsetsAt, stories + 1);
  const ids = await numbers(idsAt, stories * 3);
  const startOf = (block: number): number =>
    block < blocks ? (index[block * 4 + 2] ?? 0) + (index[block * 4 + 3] ?? 0) * 2 ** 32 : indexAt;
  const readBlock = (block: number): Buffer => file.read(startOf(block), startOf(block + 1) - startOf(block));
  const isBefore = (row: number, high: number, low: number): boolean => {
    const first = index[row * 4] ?? 0;
    return first < high || (first === high && (index[row * 4 + 1] ?? 0) < low);
  };
  const record = (story: number): StoryRecord => {
    const [from, to] = [offsets[story] ?? 0, offsets[story + 1] ?? 0];
    return JSON.parse(file.read(recordsAt + from, to - from).toString()) as StoryRecord;
  };

  return {
    stories,
    prints,
    size: file.size,
    sum: footer.toString('hex', FOOTER - 32),
    record,
    *rawRecords() {
      const AT_ONCE = 512;
      for (let story = 0; story < stories; story += AT_ONCE) {
        const last = Math.min(stories, story + AT_ONCE);
        const from = offsets[story] ?? 0;
        const bytes = file.read(recordsAt + from, (offsets[last] ?? 0) - from);
        for (let one = story; one < last; one += 1)
          yield bytes.subarray((offsets[one] ?? 0) - from, (offsets[one + 1] ?? 0) - from);
      }
    },
    *find(high, low) {
      const wanted = Buffer.allocUnsafe(8);
      let told = 0;
      // those that are equal may begin in the block before the first that begins with it
      const from = lowerBound(blocks, (row) => !isBefore(row, high, low));
      for (let block = Math.max(0, from - 1); block < blocks; block += 1) {
        const first = [index[block * 4] ?? 0, index[block * 4 + 1] ?? 0] as const;
        if (first[0] > high || (first[0] === high && first[1] > low)) return;
        const bytes = readBlock(block);
        const [suffix, storyBytes, wordBytes] = [bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0];
        const count = bytes.readUInt16LE(3);
        const found: (readonly [number, number])[] = [];
        // what the block leaves out is the same in all of it
        if (!beginsAlike(first, high, low, suffix)) {
          yield found;
          continue;
        }
        const width = suffix + storyBytes + wordBytes;
        putBig(wanted, 0, suffix, high, low);
        const compare = (row: number): number =>
          bytes.compare(wanted, 0, suffix, HEAD + row * width, HEAD + row * width + suffix);
        // `compare` tells how the row stands to what is wanted
        let row = lowerBound(count, (one) => compare(one) >= 0);
        for (; row < count && compare(row) === 0 && told < MOST_PLACES; row += 1) {
          const at = HEAD + row * width + suffix;
          found.push([small(bytes, at, storyBytes), small(bytes, at + storyBytes, wordBytes)]);
          told += 1;
        }
        yield found;
        if (row < count || told === MOST_PLACES) return;
      }
    },
    numberOf(id) {
      const [high, low] = idHash(id);
      let row = lowerBound(stories, (one) => {
        const first = ids[one * 3] ?? 0;
        return first > high || (first === high && (ids[one * 3 + 1] ?? 0) >= low);
      });
      for (; row < stories && ids[row * 3] === high && ids[row * 3 + 1] === low; row += 1) {
        const number = ids[row * 3 + 2] ?? 0;
        if (record(number).id === id) return number;
      }
      return undefined;
    },
    *postings() {
      const AT_ONCE = LOT / BLOCK;
      const [high, low, story, at] = emptyColumns(LOT);
      for (let block = 0; block < blocks; block += AT_ONCE) {
        const last = Math.min(blocks, block + AT_ONCE);
        const bytes = file.read(startOf(block), startOf(last) - startOf(block));
        let count = 0;
        for (let one = block, from = 0; one < last; one += 1) {
          const [suffix, storyBytes, wordBytes] = [
            bytes[from] ?? 0,
            bytes[from + 1] ?? 0,
            bytes[from + 2] ?? 0,
          ];
          const rows = bytes.readUInt16LE(from + 3);
          from += HEAD;
          const [firstHigh, firstLow] = [index[one * 4] ?? 0, index[one * 4 + 1] ?? 0];
          for (let row = 0; row < rows; row += 1) {
            let [h, l] = [firstHigh, firstLow];
            for (let k = 0; k < suffix; k += 1) {
              const shift = (suffix - 1 - k) * 8;
              const byte = bytes[from + k] ?? 0;
              if (shift >= 32) h = (h & ~(255 << (shift - 32))) | (byte << (shift - 32));
              else l = (l & ~(255 << shift)) | (byte << shift);
            }
            high[count] = h;
            low[count] = l;
            story[count] = small(bytes, from + suffix, storyBytes);
            at[count] = small(bytes, from + suffix + storyBytes, wordBytes);
            count += 1;
            from += suffix + storyBytes + wordBytes;
          }
        }
        yield { count, high, low, story, at };
      }
    },
    isWhole() {
      const sum = createHash('sha256');
      const PIECE = 1 << 20;
      for (let at = 0; at < file.size - 32; at += PIECE)
        sum.update(file.read(at, Math.min(PIECE, file.size - 32 - at)));
      return sum.digest('hex') === footer.toString('hex', FOOTER - 32);
    },
    close: file.close,
  };
}

/** Whether a fingerprint has the same first bytes as another, but for the last `suffix`. */
function beginsAlike(first: readonly [number, number], high: number, low: number, suffix: number): boolean {
  const shifted = (value: number, bytes: number): number => (bytes >= 4 ? 0 : value >>> (bytes * 8));
  if (suffix >= 4) return shifted(first[0], suffix - 4) === shifted(high, suffix - 4);
  return first[0] === high && shifted(first[1], suffix) === shifted(low, suffix);
}
