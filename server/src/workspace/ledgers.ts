import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  LEDGER_FOLDER,
  LEDGER_NAME,
  type Ledger,
  NO_LEDGER,
  parseLedger,
  printEntry,
  type SignOff,
  type Undoing,
} from '../house/ledger.ts';
import { codeOf, exists } from './disk.ts';

/** A ledger and its place. It is the same object for as long as the file is the same. */
export interface LedgerFile {
  readonly path: string;
  /** The folder that holds the ledger's folder: entries name drafts from here. */
  readonly folder: string;
  readonly ledger: Ledger;
  /** Why it could not be read, in a sentence; then nothing counts as settled. */
  readonly problem: string | undefined;
}

/** Finds the ledger of each draft and keeps what it read. */
export interface Ledgers {
  /** The ledger in the nearest `.blue-pencil` folder upward from a draft; undefined if there is no such folder. */
  forFile(path: string): Promise<LedgerFile | undefined>;
  /** The ledger for what lies directly in a folder. */
  forFolder(folder: string): Promise<LedgerFile | undefined>;
  /** Forgets what was read: a ledger has come, changed or gone. */
  invalidate(): void;
  /** Forgets what was read of a draft's ledger if the file has changed since; says whether it has. */
  look(path: string): Promise<boolean>;
}

/** Makes a finder of ledgers. The search ends at a folder with `.git`, or at the top. */
export function createLedgers(): Ledgers {
  let byFolder = new Map<string, Promise<LedgerFile | undefined>>();
  // kept over an invalidation, so that an unchanged file stays the same object
  const read = new Map<string, { readonly stamp: string; readonly file: LedgerFile }>();

  const load = async (folder: string): Promise<LedgerFile> => {
    const path = ledgerIn(folder);
    const stamp = await stampOf(path);
    const known = read.get(path);
    if (known?.stamp === stamp) return known.file;
    const file: LedgerFile = { path, folder, ...(await readLedger(path)) };
    // read while somebody wrote it: the next look reads it again
    if (stamp === (await stampOf(path))) read.set(path, { stamp, file });
    return file;
  };

  const find = async (folder: string): Promise<LedgerFile | undefined> => {
    if (await isFolder(join(folder, LEDGER_FOLDER))) return load(folder);
    const parent = dirname(folder);
    if (parent === folder || (await exists(join(folder, '.git')))) return undefined;
    return forFolder(parent);
  };

  const forFolder = (folder: string): Promise<LedgerFile | undefined> => {
    const key = resolve(folder);
    let found = byFolder.get(key);
    if (found === undefined) {
      found = find(key);
      byFolder.set(key, found);
    }
    return found;
  };

  const invalidate = (): void => {
    byFolder = new Map();
  };

  const forFile = (path: string) => forFolder(dirname(resolve(path)));

  return {
    forFile,
    forFolder,
    invalidate,
    async look(path) {
      const before = await forFile(path);
      invalidate();
      return (await forFile(path)) !== before;
    },
  };
}

/** The path of the ledger that a folder holds. */
export const ledgerIn = (folder: string): string => join(folder, LEDGER_FOLDER, LEDGER_NAME);

/** How entries name a draft: from the folder that holds the ledger's folder, with slashes. */
export const draftName = (folder: string, path: string): string =>
  relative(folder, path).split(sep).join('/');

/**
 * Adds entries at the end of the ledger in a folder, and makes the ledger if there is none. One write, at the end of the file
 * wherever that is by then, so that of two windows that write at the same time neither loses a line.
 * @throws the file system's error if it cannot be written.
 */
export async function appendToLedger(folder: string, entries: readonly (SignOff | Undoing)[]): Promise<void> {
  await prepare(join(folder, LEDGER_FOLDER));
  const file = await open(ledgerIn(folder), 'a+');
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    const unfinished = size > 0 && (await file.read(last, 0, 1, size - 1)).bytesRead === 1 && last[0] !== LF;
    const lines = Buffer.from((unfinished ? '\n' : '') + entries.map(printEntry).join(''), 'utf8');
    const { bytesWritten } = await file.write(lines, 0, lines.length);
    if (bytesWritten < lines.length) throw new Error('only a part of the entry could be written');
    await file.sync();
  } finally {
    await file.close();
  }
}

const LF = 10;

/** Makes the ledger's folder. Both sides of a merge are kept, as either has only added lines. */
async function prepare(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made === undefined) return;
  await writeFile(join(folder, '.gitattributes'), `${LEDGER_NAME} merge=union\n`, { flag: 'wx' }).catch(
    (error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    },
  );
}

async function readLedger(path: string): Promise<Pick<LedgerFile, 'ledger' | 'problem'>> {
  try {
    return { ledger: parseLedger(await readFile(path, 'utf8')), problem: undefined };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { ledger: NO_LEDGER, problem: undefined };
    return { ledger: NO_LEDGER, problem: unreadable(error) };
  }
}

function unreadable(error: unknown): string {
  const shown = 'so that every finding is shown, settled or not';
  if (codeOf(error) === 'EISDIR') return `The ledger is a folder and cannot be read, ${shown}.`;
  if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM')
    return `The ledger may not be read, ${shown}: you have no permission for it.`;
  return `The ledger could not be read, ${shown}: ${error instanceof Error ? error.message : String(error)}`;
}

const stampOf = (path: string): Promise<string> =>
  stat(path, { bigint: true }).then(
    ({ mtimeNs, size, ino }) => `${mtimeNs} ${size} ${ino}`,
    (error: unknown) => String(codeOf(error)),
  );

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
