import ignore, { type Ignore } from 'ignore';
import type { Check, WordingEntry } from '../checks/check.ts';
import { HOUSE_FILE, type House, type HouseProblem, NO_HOUSE, parseHouse } from '../house/house.ts';
import { wordingIn } from '../house/wording-files.ts';
import { bytesInWords, type Failure, type FileSystem, LARGEST_HOUSE, readText } from './file-system.ts';

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
  /**
   * Forgets what was read of a house file, or of what lies below a folder; of all where none is named. The last good house stays in
   * force.
   */
  invalidate(path?: string): void;
}

/** What house files said when they were last without a fault, from one start of the program to the next; by their full paths. */
export interface KeptHouses {
  of(path: string): string | undefined;
  /** Undefined where there is no such file any more. */
  keep(path: string, text: string | undefined): void;
}

export interface HousesOptions {
  /** Remembers house files; without it, a file that has a fault from the start says nothing. */
  readonly kept?: KeptHouses;
  /** No house file above this folder counts. Without it the search ends at a folder with `.git`, or at the top. */
  readonly root?: string;
  /** One house file for every draft, wherever it lies; its patterns count from `cwd`. */
  readonly only?: { readonly path: string; readonly cwd: string };
}

/** Makes a finder of house files. All paths are full ones. */
export function createHouses(
  files: FileSystem,
  checks: readonly Check[],
  { root, only, kept }: HousesOptions = {},
): Houses {
  const byFolder = new Map<string, Promise<HouseFile | undefined>>();
  const lastGood = new Map<string, House>();

  const houseFile = (
    path: string,
    folder: string,
    { text, house, problems }: Pick<HouseFile, 'text' | 'house' | 'problems'>,
  ): HouseFile => {
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
        const within = pathFor(files, folder, target, isFolder);
        return within !== undefined && patterns.ignores(within);
      },
    };
  };

  // the files of wording that a house names are read with it, and forgotten with it
  const withWordingFiles = async (
    parsed: ReturnType<typeof parseHouse>,
    folder: string,
  ): Promise<ReturnType<typeof parseHouse>> => {
    const { house } = parsed;
    if (house?.wordingFiles === undefined) return parsed;
    const problems: HouseProblem[] = [...parsed.problems];
    const entries: WordingEntry[] = [];
    for (const { name, span } of house.wordingFiles) {
      const path = files.join(folder, name);
      const read =
        files.within(folder, path) === undefined ? undefined : await readText(files, path, LARGEST_HOUSE);
      if (read === undefined)
        problems.push({ message: `“${name}” lies outside the folder of the house file.`, span });
      else if ('failed' in read) problems.push({ message: `“${name}” could not be read.`, span });
      else {
        const found = wordingIn(name, read.text);
        if (found === undefined)
          problems.push({
            message: `“${name}” is neither a CSV with the columns say and not, nor a Vale substitution.`,
            span,
          });
        else entries.push(...found);
      }
    }
    const overrides = { ...house.overrides, wording: [...entries, ...(house.overrides.wording ?? [])] };
    return { house: problems.length > 0 ? undefined : { ...house, overrides }, problems };
  };

  /** The last good house; after a start, what was remembered of it, with what can be read of its wording. */
  const goodHouse = async (path: string, folder: string): Promise<House> => {
    const known = lastGood.get(path);
    const text = known === undefined ? kept?.of(path) : undefined;
    if (text === undefined) return known ?? NO_HOUSE;
    const house = (await withWordingFiles(parseHouse(text, checks), folder)).house ?? NO_HOUSE;
    lastGood.set(path, house);
    return house;
  };

  const load = async (path: string, folder: string): Promise<HouseFile | undefined> => {
    const read = await readText(files, path, LARGEST_HOUSE);
    if ('failed' in read) {
      if (read.failed === 'missing' && only === undefined) {
        lastGood.delete(path);
        kept?.keep(path, undefined);
        return undefined;
      }
      const problems = [{ message: unreadable(read), span: { start: 0, end: 0 } }];
      return houseFile(path, folder, { text: '', house: await goodHouse(path, folder), problems });
    }
    const { text } = read;
    const parsed = parseHouse(text, checks);
    const { house, problems } = await withWordingFiles(parsed, folder);
    if (house === undefined)
      return houseFile(path, folder, { text, house: await goodHouse(path, folder), problems });
    lastGood.set(path, house);
    kept?.keep(path, text);
    return houseFile(path, folder, { text, house, problems });
  };

  const find = async (folder: string): Promise<HouseFile | undefined> => {
    const own = await load(files.join(folder, HOUSE_FILE), folder);
    if (own !== undefined) return own;
    const parent = files.parent(folder);
    if (parent === folder || folder === root || (await isRepository(files, folder))) return undefined;
    return forFolder(parent);
  };

  const forFolder = (folder: string): Promise<HouseFile | undefined> => {
    const key = only === undefined ? folder : only.path;
    const known = byFolder.get(key);
    if (known !== undefined) return known;
    const found = only === undefined ? find(key) : load(only.path, only.cwd);
    byFolder.set(key, found);
    // a connection that fails once is no reason to go without a house file for good
    found.catch(() => byFolder.delete(key));
    return found;
  };

  return {
    forFile: (path) => forFolder(files.parent(path)),
    forFolder,
    invalidate(path) {
      if (only !== undefined || path === undefined) return byFolder.clear();
      const parent = files.parent(path);
      const folder = files.join(parent, HOUSE_FILE) === path ? parent : path;
      for (const key of byFolder.keys()) if (files.within(folder, key) !== undefined) byFolder.delete(key);
    },
  };
}

/** Whether a folder is the top of a repository. */
export const isRepository = async (files: FileSystem, folder: string): Promise<boolean> =>
  !('failed' in (await files.stat(files.join(folder, '.git'))));

/** How patterns in gitignore style that count from a folder name a place; undefined for one that they cannot speak of. */
export function pathFor(
  files: FileSystem,
  base: string,
  place: string,
  isFolder: boolean,
): string | undefined {
  const path = files.within(base, place);
  if (path === undefined || !ignore.isPathValid(path)) return undefined;
  return isFolder ? `${path}/` : path;
}

function unreadable(failure: Failure): string {
  switch (failure.failed) {
    case 'missing':
      return 'There is no such house file.';
    case 'folder':
      return 'This is a folder, not a house file.';
    case 'special':
      return 'This is no ordinary file, so it is not read as a house file.';
    case 'too-large':
      return `The house file is ${bytesInWords(failure.size)}; the limit is ${bytesInWords(failure.largest)}.`;
    case 'forbidden':
      return 'The house file may not be read: you have no permission for it.';
    case 'loop':
      return 'The house file is a link that leads back to itself.';
    case 'other':
      return `The house file could not be read: ${failure.message}`;
  }
}
