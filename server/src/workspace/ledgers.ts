import { lstat, stat } from 'node:fs/promises';
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
import { codeOf } from '../trouble.ts';
import { DISK } from './disk.ts';
import { bytesInWords, type Failure, LARGEST_LEDGER, readText } from './file-system.ts';
import { isRepository } from './houses.ts';
import { makeFolder, write } from './write.ts';

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
    if (parent === folder || (await isRepository(DISK, folder))) return undefined;
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
 * Adds entries at the end of the ledger in a folder, and makes the ledger if there is none. Both sides of a merge are kept, as either
 * has only added lines.
 * @throws Error, for `writingTrouble` to put into words, if it cannot be written.
 */
export async function appendToLedger(folder: string, entries: readonly (SignOff | Undoing)[]): Promise<void> {
  const isNew = await makeFolder(folder, LEDGER_FOLDER);
  if (isNew) {
    const content = `${LEDGER_NAME} merge=union\n`;
    const path = join(folder, LEDGER_FOLDER, '.gitattributes');
    await write({ folder, path, content, how: 'create' }).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
  const content = entries.map(printEntry).join('');
  await write({ folder, path: ledgerIn(folder), content, how: 'append' });
}

/**
 * Whether a ledger lies behind a link, which is followed neither for reading nor for writing: it would let whoever made the folder say
 * what file of yours is taken for the ledger.
 */
async function isBehindLink(path: string): Promise<boolean> {
  for (const place of [dirname(path), path]) {
    const found = await lstat(place).catch(() => undefined);
    if (found?.isSymbolicLink()) return true;
  }
  return false;
}

async function readLedger(path: string): Promise<Pick<LedgerFile, 'ledger' | 'problem'>> {
  if (await isBehindLink(path))
    return { ledger: NO_LEDGER, problem: `The ledger lies behind a link and is not read, ${SHOWN}.` };
  const read = await readText(DISK, path, LARGEST_LEDGER);
  if (!('failed' in read)) return { ledger: parseLedger(read.text), problem: undefined };
  return { ledger: NO_LEDGER, problem: read.failed === 'missing' ? undefined : unreadable(read) };
}

const SHOWN = 'so that every finding is shown, settled or not';

function unreadable(failure: Failure): string {
  switch (failure.failed) {
    case 'folder':
      return `The ledger is a folder and cannot be read, ${SHOWN}.`;
    case 'special':
      return `The ledger is no ordinary file and is not read, ${SHOWN}.`;
    case 'too-large':
      return `The ledger is ${bytesInWords(failure.size)} and is not read, ${SHOWN}: the limit is ${bytesInWords(failure.largest)}.`;
    case 'forbidden':
      return `The ledger may not be read, ${SHOWN}: you have no permission for it.`;
    default:
      return `The ledger could not be read, ${SHOWN}: ${failure.message ?? 'it is a link that leads nowhere'}`;
  }
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
