import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import {
  access,
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, errorMessage } from '../trouble.ts';
import { DISK } from './disk.ts';

/** What is written; pieces one after another for what is too large to be held at once. */
export type Content = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file to write, and the folder that the writing must not leave. */
export interface Writing {
  /** Nothing outside this folder is written or made, whatever links there are. It must be there. */
  readonly folder: string;
  /** Its folder must be there. */
  readonly path: string;
  readonly content: Content;
  /**
   * `replace` (unless another is named): the content takes the place of what is there, in one step: whoever reads it meanwhile, and
   * whatever stops us halfway, finds the old content or the new, never a part; the file's mode is kept. `create`: only where nothing
   * is there. `append`: lines are added at the end, wherever that is by then, so that of two that add at the same time neither loses
   * one; a last line without an end is ended first.
   */
  readonly how?: 'replace' | 'create' | 'append';
}

/**
 * Writes a file. Nothing else in the project does (a lint rule says so). A link in the file's place is not followed, and one in the
 * place of a folder above it only as long as it stays in `folder`.
 * @throws Error, for `writingTrouble` to put into words, if it cannot be written; then nothing has been.
 */
export async function write({ folder, path, content, how = 'replace' }: Writing): Promise<void> {
  const { target, found } = await placeIn(folder, path);
  if (how === 'append') await append(target, content);
  else if (how === 'create') await create(target, content);
  else {
    await replace(target, content, found);
    await sweep(dirname(target));
  }
}

/**
 * Makes a folder in a folder; says whether it was not there before.
 * @throws Error if it cannot be made there, or is something else than a folder, a link for one.
 */
export async function makeFolder(folder: string, name: string): Promise<boolean> {
  const path = join(await realpath(folder), name);
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const found = await lstat(path);
    if (found.isSymbolicLink()) throw refusal(A_LINK);
    if (!found.isDirectory()) throw error;
    return false;
  }
}

/**
 * Makes a folder that a user has named, and those above it.
 * @param mode who may do what in it, as the system has it.
 * @throws Error if it cannot be made.
 */
export const makeFolders = async (folder: string, mode = 0o777): Promise<void> => {
  await mkdir(folder, { recursive: true, mode });
};

/**
 * Takes a file away; one that is not there is no trouble. A link goes, and not what it leads to.
 * @throws Error if it lies outside the folder, or cannot be taken away.
 */
export async function removeFile({ folder, path }: Pick<Writing, 'folder' | 'path'>): Promise<void> {
  const { target } = await placeIn(folder, path);
  await unlink(target).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

/**
 * Writes what a command puts out to the place that its user named. What is no file there, such as a device or a pipe, is opened and
 * written to as it stands; a file is written as `write` does it.
 * @throws Error, as `write` does.
 */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  if (!(await isStream(path))) return write({ folder: dirname(path), path, content });
  const handle = await open(path, constants.O_WRONLY);
  try {
    await writeAll(handle, content);
  } finally {
    await handle.close();
  }
}

/**
 * Holds that a folder which a user has named as lying in another one lies there: what was cloned may have links where its reader looks for
 * none. What is named as lying elsewhere is the user's own to name.
 * @throws Error, as `write` does, if a link leads out.
 */
export async function refuseLinkedOut(within: string, folder: string): Promise<void> {
  if (DISK.within(within, folder) === undefined) return;
  const realOf = (path: string) => realpath(path).catch(() => undefined);
  let at = folder;
  // what is not there yet will be made in the nearest folder above it that is
  while ((await realOf(at)) === undefined && dirname(at) !== at) at = dirname(at);
  const [inside, real] = [(await realOf(within)) ?? within, (await realOf(at)) ?? at];
  if (DISK.within(inside, real) === undefined) throw refusal(LEADS_OUT);
}

// the system's own names for a program's streams are links, and nobody but the system can put one there
const OF_THE_SYSTEM = /^\/(?:dev|proc)\//u;

async function isStream(path: string): Promise<boolean> {
  const there = await lstat(path).catch(() => undefined);
  const found = there?.isSymbolicLink() && OF_THE_SYSTEM.test(path) ? await stat(path) : there;
  return found !== undefined && !found.isFile() && !found.isDirectory() && !found.isSymbolicLink();
}

/** Small pieces are written so many bytes at once. */
const AT_ONCE = 1 << 20;

async function writeAll(handle: FileHandle, content: Content): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) return handle.writeFile(content);
  const waiting = Buffer.allocUnsafe(AT_ONCE);
  let length = 0;
  for await (const piece of content) {
    if (length + piece.length > AT_ONCE) {
      await handle.writeFile(waiting.subarray(0, length));
      length = 0;
    }
    if (piece.length > AT_ONCE) await handle.writeFile(piece);
    else {
      waiting.set(piece, length);
      length += piece.length;
    }
  }
  await handle.writeFile(waiting.subarray(0, length));
}

/** Where a file really lies, and what is there now. */
async function placeIn(folder: string, path: string): Promise<{ target: string; found: Stats | undefined }> {
  const parent = await realpath(dirname(path));
  if (DISK.within(await realpath(folder), parent) === undefined) throw refusal(LEADS_OUT);
  const target = join(parent, basename(path));
  const found = await lstat(target).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found?.isSymbolicLink()) throw refusal(A_LINK);
  if (found?.isDirectory()) throw refusal(A_FOLDER);
  if (found !== undefined && !found.isFile()) throw refusal('it is no ordinary file');
  return { target, found };
}

async function replace(target: string, content: Content, found: Stats | undefined): Promise<void> {
  const mode = found && found.mode & 0o7777;
  // a rename would replace a file that is write-protected
  if (mode !== undefined) await access(target, constants.W_OK);
  const half = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(half, 'wx', mode ?? 0o666);
  try {
    try {
      await writeAll(handle, content);
      if (mode !== undefined) await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, target);
  } catch (error) {
    await unlink(half).catch(() => {});
    throw error;
  }
}

async function create(target: string, content: Content): Promise<void> {
  const handle = await open(target, 'wx');
  try {
    await writeAll(handle, content);
  } finally {
    await handle.close();
  }
}

const LF = 10;

async function append(target: string, content: Content): Promise<void> {
  const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  // the last two, which Windows does not know: not to follow a link, nor wait at a pipe, that has come into its place meanwhile
  const handle = await open(
    target,
    O_RDWR | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0),
    0o666,
  );
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    const unfinished =
      size > 0 && (await handle.read(last, 0, 1, size - 1)).bytesRead === 1 && last[0] !== LF;
    const whole: Uint8Array[] = [Buffer.from(unfinished ? '\n' : '')];
    if (typeof content === 'string' || content instanceof Uint8Array) whole.push(Buffer.from(content));
    else for await (const piece of content) whole.push(piece);
    const lines = Buffer.concat(whole);
    const { bytesWritten } = await handle.write(lines, 0, lines.length);
    if (bytesWritten < lines.length) throw refusal('only a part of it could be written');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const HALF_WRITTEN = /^\.(.+)\.[0-9a-f]{12}\.tmp$/u;
const AN_HOUR = 60 * 60 * 1000;

/** Takes away what a run left half written that was killed; another may be at work on what is younger than an hour. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const whole = new Set(names);
  for (const name of names) {
    const of = HALF_WRITTEN.exec(name)?.[1];
    if (of === undefined || !whole.has(of)) continue;
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isFile() && Date.now() - found.mtimeMs > AN_HOUR) await unlink(path).catch(() => {});
  }
}

const LEADS_OUT = 'it leads out of the folder by a link';
const A_LINK = 'it is a link, and nothing is written through a link';
const A_FOLDER = 'that is a folder';

/** Why nothing is written, as the end of a message. */
const refusal = (why: string): Error => new Error(why);

const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  ELOOP: A_LINK,
  EACCES: 'you have no permission to write it',
  EPERM: 'you have no permission to write it',
};

/** Why a file could not be written, as the end of a message: the file system's own words name codes and our half-written file. */
export function writingTrouble(error: unknown): string {
  return TROUBLES[codeOf(error) ?? ''] ?? errorMessage(error);
}
