import { join } from 'node:path';
import { DISK } from './disk.ts';
import { makeFolders, write, writingTrouble } from './write.ts';

/** What was learnt of drafts as they stood, kept from one run to the next. */
export interface Kept {
  /** What is kept under a name, if its key is the same; it is what JSON made of it. */
  get(name: string, key: string): unknown;
  /** Keeps something under a name, in place of what was there before. */
  put(name: string, key: string, value: unknown): Promise<void>;
  /** Writes what is not written yet. @returns why nothing could be kept, as the end of a message. */
  close(): Promise<string | undefined>;
}

/** In bytes. A cache that has grown larger is begun anew. */
const LARGEST = 256 * 1024 * 1024;
const LF = 10;
const TAB = 9;

/** What is kept until it is written, in characters, and for how long, in milliseconds: a run that is cut off loses no more. */
const AT_ONCE = 256 * 1024;
const AT_LATEST = 2000;

interface Place {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Opens a cache, and makes it if it is not there. It is a file of lines, `key<TAB>name<TAB>value`, to which runs only add: one
 * that is cut off leaves at worst a line that is not whole, which is passed over, and two at a time harm nothing. Of two lines on a
 * name the later one counts; where most lines do not count any more, the file is written anew, in one step.
 */
export async function openCache(folder: string, file: string): Promise<Kept> {
  const path = join(folder, file);
  const read = await DISK.read(path, LARGEST);
  const bytes = 'failed' in read ? new Uint8Array() : read.bytes;
  const { places, lines } = linesIn(bytes);
  // what cannot be read is begun anew
  let isUseless = 'failed' in read && read.failed === 'too-large';
  const added = new Map<string, string>();
  let waiting = '';
  let written = performance.now();
  let trouble: string | undefined;
  let writing: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    writing = writing.then(work).catch((error: unknown) => {
      trouble ??= writingTrouble(error);
    });
    return writing;
  };
  const flush = (): Promise<void> => {
    const content = waiting;
    waiting = '';
    written = performance.now();
    return inTurn(async () => {
      if (content === '' || trouble !== undefined) return;
      await makeFolders(folder, 0o700);
      await write({ folder, path, content, how: isUseless ? 'replace' : 'append' });
      isUseless = false;
    });
  };

  return {
    get(name, key) {
      const place = places.get(name);
      if (place?.key !== key) return undefined;
      return jsonIn(bytes.subarray(place.start, place.end));
    },
    async put(name, key, value) {
      const line = `${key}\t${JSON.stringify(name)}\t${JSON.stringify(value)}\n`;
      added.set(name, line);
      waiting += line;
      if (waiting.length > AT_ONCE || performance.now() - written > AT_LATEST) await flush();
    },
    async close() {
      await flush();
      const kept = [...places].filter(([name]) => !added.has(name));
      const all = lines + added.size;
      if (trouble === undefined && all > 2 * (kept.length + added.size))
        await inTurn(() => {
          const old = kept.map(([name, { key, start, end }]) =>
            [key, '\t', JSON.stringify(name), '\t', textOf(bytes.subarray(start, end)), '\n'].join(''),
          );
          return write({ folder, path, content: [...old, ...added.values()].join('') });
        });
      return trouble;
    },
  };
}

/** The last whole line under each name, and how many lines there are. */
function linesIn(bytes: Uint8Array): { readonly places: ReadonlyMap<string, Place>; readonly lines: number } {
  const places = new Map<string, Place>();
  let lines = 0;
  for (let from = 0, end = bytes.indexOf(LF); end >= 0; from = end + 1, end = bytes.indexOf(LF, from)) {
    lines += 1;
    const first = bytes.indexOf(TAB, from);
    const second = first < 0 ? -1 : bytes.indexOf(TAB, first + 1);
    if (second < 0 || second > end) continue;
    const name = jsonIn(bytes.subarray(first + 1, second));
    if (typeof name === 'string')
      places.set(name, { key: textOf(bytes.subarray(from, first)), start: second + 1, end });
  }
  return { places, lines };
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}
