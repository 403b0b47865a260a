import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Check } from '../checks/check.ts';
import { HOUSE_FILE, type House, type HouseProblem, NO_HOUSE, parseHouse } from '../house/house.ts';
import { codeOf, exists } from './disk.ts';

/** A house file as it stands, and what is in force of it. */
export interface HouseFile {
  readonly path: string;
  /** Its patterns to ignore count from this folder. */
  readonly folder: string;
  readonly text: string;
  /** What is wrong with it as it stands. */
  readonly problems: readonly HouseProblem[];
  /** What is in force: the file itself or, if it has problems, the last good one; with none, a house that says nothing. */
  readonly house: House;
  /** Whether it says that a draft is not checked. */
  ignores(path: string, folder?: boolean): boolean;
}

/** Finds the house file of each draft and keeps what it read. */
export interface Houses {
  /** The nearest house file upward from a draft; undefined if there is none. The nearest one holds alone. */
  forFile(path: string): Promise<HouseFile | undefined>;
  /** The nearest house file for what lies directly in a folder. */
  forFolder(folder: string): Promise<HouseFile | undefined>;
  /** Forgets what was read of a house file, or of what lies below a folder; the last good house stays in force. */
  invalidate(path: string): void;
}

export interface HousesOptions {
  /** No house file above this folder counts. Without it the search ends at a folder with `.git`, or at the top. */
  readonly root?: string;
  /** One house file for every draft, wherever it lies; its patterns count from `cwd`. */
  readonly only?: { readonly path: string; readonly cwd: string };
}

/** Makes a finder of house files. */
export function createHouses(checks: readonly Check[], options: HousesOptions = {}): Houses {
  const byFolder = new Map<string, Promise<HouseFile | undefined>>();
  const lastGood = new Map<string, House>();
  const { root, only } = options;
  const top = root === undefined ? undefined : resolve(root);

  const load = async (path: string, folder: string): Promise<HouseFile | undefined> => {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if (isMissing(error) && only === undefined) {
        lastGood.delete(path);
        return undefined;
      }
      return houseFile(path, folder, '', lastGood.get(path) ?? NO_HOUSE, [
        { message: unreadable(error), span: { start: 0, end: 0 } },
      ]);
    }
    const { house, problems } = parseHouse(text, checks);
    if (house !== undefined) lastGood.set(path, house);
    return houseFile(path, folder, text, house ?? lastGood.get(path) ?? NO_HOUSE, problems);
  };

  const find = async (folder: string): Promise<HouseFile | undefined> => {
    const own = await load(join(folder, HOUSE_FILE), folder);
    if (own !== undefined) return own;
    const parent = dirname(folder);
    if (parent === folder || folder === top || (await exists(join(folder, '.git')))) return undefined;
    return forFolder(parent);
  };

  const forFolder = (folder: string): Promise<HouseFile | undefined> => {
    const key = only === undefined ? resolve(folder) : only.path;
    let found = byFolder.get(key);
    if (found === undefined) {
      found = only === undefined ? find(key) : load(resolve(only.cwd, only.path), resolve(only.cwd));
      byFolder.set(key, found);
    }
    return found;
  };

  return {
    forFile: (path) => forFolder(dirname(resolve(path))),
    forFolder,
    invalidate(path) {
      if (only !== undefined) byFolder.clear();
      const full = resolve(path);
      const folder = full.endsWith(`${sep}${HOUSE_FILE}`) ? dirname(full) : full;
      for (const key of byFolder.keys()) {
        if (key === folder || key.startsWith(folder.endsWith(sep) ? folder : folder + sep))
          byFolder.delete(key);
      }
    },
  };
}

function houseFile(
  path: string,
  folder: string,
  text: string,
  house: House,
  problems: readonly HouseProblem[],
): HouseFile {
  let patterns: Ignore | undefined;
  return {
    path,
    folder,
    text,
    problems,
    house,
    ignores(target, isFolder = false) {
      if (house.ignore.length === 0) return false;
      patterns ??= ignore({ allowRelativePaths: false }).add([...house.ignore]);
      return matches(patterns, folder, target, isFolder);
    },
  };
}

/** Whether patterns in gitignore style that count from `base` match a path; one outside `base` is never matched. */
export function matches(patterns: Ignore, base: string, path: string, folder: boolean): boolean {
  const within = relative(base, path).split(sep).join('/');
  if (!ignore.isPathValid(within)) return false;
  return patterns.ignores(folder ? `${within}/` : within);
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');

function unreadable(error: unknown): string {
  if (isMissing(error)) return 'There is no such house file.';
  if (codeOf(error) === 'EISDIR') return 'This is a folder, not a house file.';
  if (codeOf(error) === 'EACCES') return 'The house file may not be read: you have no permission for it.';
  return `The house file could not be read: ${error instanceof Error ? error.message : String(error)}`;
}
