import { closeSync, constants, fstatSync, openSync, read, readSync, type Stats } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, errorMessage } from '../trouble.ts';
import type { Entry, Failure, FileSystem, Stat } from './file-system.ts';

/** The files on this computer's disks. */
export const DISK: FileSystem = {
  async read(place, largest) {
    try {
      const failure = unfit(await stat(place), largest);
      if (failure !== undefined) return failure;
      // not to wait at a pipe that has come into its place meanwhile; Windows knows no such flag
      const handle = await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const found = await handle.stat();
        return unfit(found, largest) ?? (await readAll(handle, found.size, largest));
      } finally {
        await handle.close();
      }
    } catch (error) {
      return failureOf(error);
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry): Entry => ({ name: entry.name, kind: entryKind(entry) }));
    } catch (error) {
      return failureOf(error);
    }
  },
  async stat(place) {
    try {
      const found = await stat(place);
      return { kind: kindOf(found), real: await realpath(place), changed: found.mtime } satisfies Stat;
    } catch (error) {
      return failureOf(error);
    }
  },
  join,
  parent: dirname,
  within(folder, place) {
    const path = relative(folder, place);
    const outside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
    return outside ? undefined : path.split(sep).join('/');
  },
};

const kindOf = (found: Pick<Stats, 'isFile' | 'isDirectory'>): Stat['kind'] =>
  found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'special';

const entryKind = (entry: Pick<Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): Entry['kind'] =>
  entry.isSymbolicLink() ? 'link' : kindOf(entry);

function unfit(found: Stats, largest: number): Failure | undefined {
  const kind = kindOf(found);
  if (kind !== 'file') return { failed: kind };
  return found.size > largest ? { failed: 'too-large', size: found.size, largest } : undefined;
}

const PIECE = 64 * 1024;

/** What is asked for where a file should have ended. */
const REST = 1024;

/** Reads to the end, or until it is more than may be: a file can grow, and one of the system's own tells no size. */
async function readAll(
  handle: FileHandle,
  size: number,
  largest: number,
): Promise<{ readonly bytes: Uint8Array } | Failure> {
  const parts: Buffer[] = [];
  let total = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(Math.max(size === 0 ? PIECE : REST, size + 1 - total));
    const { bytesRead } = await handle.read(part, 0, part.length, null);
    if (bytesRead === 0) break;
    total += bytesRead;
    if (total > largest) return { failed: 'too-large', size: total, largest };
    parts.push(part.subarray(0, bytesRead));
  }
  const [only] = parts;
  return { bytes: parts.length === 1 && only !== undefined ? only : Buffer.concat(parts, total) };
}

/**
 * Opens a file to be read in places, at once and without waiting: a look-up reads a thousand places, and a wait for each would cost more
 * than the reading.
 * @throws Error if it cannot be opened, or read where it is asked.
 */
export function openInPlaces(path: string): {
  readonly size: number;
  read(at: number, length: number): Buffer;
  /** Fills a list from a place on; others have their turn until that is done. */
  fill(at: number, list: Uint8Array): Promise<void>;
  close(): void;
} {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const found = fstatSync(handle);
  if (!found.isFile()) {
    closeSync(handle);
    throw new Error('it is no ordinary file');
  }
  return {
    size: found.size,
    read(at, length) {
      // before so much memory is taken
      if (at + length > found.size) throw new Error('it is cut off');
      const bytes = Buffer.allocUnsafe(length);
      for (let done = 0; done < length; ) {
        const bytesRead = readSync(handle, bytes, done, length - done, at + done);
        if (bytesRead === 0) throw new Error(CUT_OFF);
        done += bytesRead;
      }
      return bytes;
    },
    async fill(at, list) {
      for (let done = 0; done < list.length; ) {
        const { bytesRead } = await readLater(handle, list, done, list.length - done, at + done);
        if (bytesRead === 0) throw new Error(CUT_OFF);
        done += bytesRead;
      }
    },
    close: () => closeSync(handle),
  };
}

const readLater = promisify(read);
const CUT_OFF = 'it is cut off';

/** A file from its start to its end. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = openInPlaces(path);
  try {
    for (let at = 0; at < file.size; at += PIECE) yield file.read(at, Math.min(PIECE, file.size - at));
  } finally {
    file.close();
  }
}

function failureOf(error: unknown): Failure {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { failed: 'missing' };
    case 'EISDIR':
      return { failed: 'folder' };
    case 'EACCES':
    case 'EPERM':
      return { failed: 'forbidden' };
    case 'ELOOP':
      return { failed: 'loop' };
    default:
      return { failed: 'other', message: errorMessage(error) };
  }
}

/** How much of a file is read to see what it is, in bytes. */
const HEAD = 8 * 1024;

/** The beginning of a file as text; '' of what cannot be read. */
export async function headOf(path: string): Promise<string> {
  for await (const piece of streamOf(path, HEAD)) return new TextDecoder().decode(piece);
  return '';
}

/**
 * The bytes of a regular file, piece by piece; nothing of what is none.
 * @throws Error if it cannot be read.
 */
export async function* streamOf(path: string, piece = PIECE): AsyncGenerator<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) return;
    for (;;) {
      const bytes = Buffer.allocUnsafe(piece);
      const { bytesRead } = await handle.read(bytes, 0, piece, null);
      if (bytesRead === 0) return;
      yield bytes.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Whether a path leads to the same file as one of others, by whatever name, or is the same path. */
export async function isOneOf(path: string, others: readonly string[]): Promise<boolean> {
  if (others.includes(path)) return true;
  const marks = await Promise.all([path, ...others].map(fileMark));
  const [mark, ...rest] = marks;
  return mark !== undefined && rest.includes(mark);
}

const fileMark = (path: string): Promise<string | undefined> =>
  stat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => undefined,
  );
