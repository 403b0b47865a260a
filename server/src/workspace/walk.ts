import ignore, { type Ignore } from 'ignore';
import { formatOfPath } from '../draft/formats.ts';
import { isCostly } from '../house/patterns.ts';
import { type FileProblem, leftOut, readingProblem } from './draft-file.ts';
import { type Failure, type FileSystem, LARGEST_HOUSE, readText } from './file-system.ts';
import { type Houses, isRepository, pathFor } from './houses.ts';

export interface WalkOptions {
  readonly houses: Houses;
  /** Whether `.gitignore` files are honoured; they are unless this says false. */
  readonly gitignore?: boolean;
  /** Is told, in a sentence, what was passed over that a user might wonder about: a link that leads in circles. */
  readonly onNotice?: (message: string) => void;
  /** How a path is called in messages. */
  readonly nameOf?: (path: string) => string;
  readonly signal?: AbortSignal | undefined;
}

/** A draft to check, or why a path that was asked for is none. */
export type Walked =
  /** `asked`: it was named itself, and so is told of in any case. */
  | { readonly path: string; readonly asked?: true; readonly problem?: undefined }
  | { readonly path: string; readonly problem: FileProblem };

/** Walks folders and remembers where it has been. */
export interface Walker {
  /** The drafts in a folder, each by its full path, in a steady order; what an earlier walk of this walker gave is left out. */
  walk(folder: string): AsyncGenerator<Walked>;
  /** Whether a draft is left alone that was not met on a walk. */
  ignores(path: string, under: string): Promise<boolean>;
  /** Takes down that a path is given; says whether it is the first time. */
  isNew(path: string): boolean;
}

/**
 * Makes a walker of folders, wherever they are kept.
 *
 * - It gives drafts only, without what `.gitignore` files (nested ones too, as git reads them) or the nearest house file ignore,
 *   without names that start with a dot, `node_modules`, and folders that can't be read (told as a problem).
 * - A link to a file is a file. A link to a folder is followed once, and only out of what is walked anyway.
 * - A folder that is asked for by name is walked whatever is ignored: what stands above it then has no say.
 */
export function createWalker(files: FileSystem, options: WalkOptions): Walker {
  const { signal, nameOf = (path: string) => path } = options;
  const given = new Set<string>();
  const seenFolders = new Set<string>();
  const ignores = createIgnores(files, options);
  const isNew = (path: string): boolean => {
    if (given.has(path)) return false;
    given.add(path);
    return true;
  };
  const unread = (path: string, called: string, failure: Failure): Walked => {
    const problem = readingProblem(called, failure);
    return { path, problem: { path, ...problem } };
  };

  async function* folder(path: string, real: string, root: Root): AsyncGenerator<Walked> {
    if (signal?.aborted || seenFolders.has(real)) return;
    seenFolders.add(real);
    const entries = await files.list(path);
    if ('failed' in entries && (await isMisnamed(path))) {
      yield misnamed(path);
      return;
    }
    if ('failed' in entries) {
      yield unread(path, `The folder ${nameOf(path)}`, entries);
      return;
    }
    const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const { name, kind } of sorted) {
      if (signal?.aborted) return;
      // what Word keeps beside a document that is open begins with the last
      if (name.startsWith('.') || name === 'node_modules' || name.startsWith('~$')) continue;
      const child = files.join(path, name);
      if (kind === 'link') yield* link(child, root);
      else if (kind === 'folder') {
        if (!(await ignores(child, true, root))) yield* folder(child, files.join(real, name), root);
      } else if (kind === 'file') for (const one of await file(child, root)) yield one;
    }
  }

  // no generator of its own: there are a great many files
  async function file(path: string, root: Root): Promise<readonly Walked[]> {
    const problem = leftOut(path, nameOf(path));
    const isNone = formatOfPath(path) === undefined && problem === undefined;
    if (isNone || (await ignores(path, false, root)) || !isNew(path)) return [];
    if (problem !== undefined) return [{ path, problem }];
    return [(await isMisnamed(path)) ? misnamed(path) : { path }];
  }

  // what is no character in a name comes as the sign for one, and by that name there is no file
  const isMisnamed = async (path: string): Promise<boolean> =>
    path.includes('\ufffd') && 'failed' in (await files.stat(path));
  const misnamed = (path: string): Walked => {
    const message = `${nameOf(path)} has a name that is not written in UTF-8, so it cannot be opened. Rename it and check it again.`;
    return { path, problem: { path, kind: 'unreadable', message } };
  };

  async function* link(path: string, root: Root): AsyncGenerator<Walked> {
    const found = await files.stat(path);
    if ('failed' in found) {
      if (formatOfPath(path) === undefined || (await ignores(path, false, root)) || !isNew(path)) return;
      const message = `${nameOf(path)} is a link to a file that is not there.`;
      yield found.failed === 'missing'
        ? { path, problem: { path, kind: 'missing', message } }
        : unread(path, nameOf(path), found);
      return;
    }
    const { kind, real } = found;
    if (kind === 'file') for (const one of await file(path, root)) yield one;
    if (kind !== 'folder' || (await ignores(path, true, root))) return;
    const isMet =
      files.within(root.real, real) !== undefined ||
      files.within(real, root.real) !== undefined ||
      seenFolders.has(real);
    if (!isMet) yield* folder(path, real, root);
    else
      options.onNotice?.(
        `${nameOf(path)} is a link to a folder that is checked anyway (${nameOf(real)}); it was not followed.`,
      );
  }

  return {
    isNew,
    ignores: (path, under) => ignores(path, false, { path: under, freed: false }),
    async *walk(path) {
      const found = await files.stat(path);
      // what is wrong with it is told when it is listed
      const real = 'failed' in found ? path : found.real;
      const freed = await ignores(path, true, { path: files.parent(path), freed: false });
      yield* folder(path, real, { path, real, freed });
    },
  };
}

/** Where a walk began. */
interface Root {
  readonly path: string;
  readonly real: string;
  /** It is ignored itself but was asked for by name, so that what stands above it has no say. */
  readonly freed: boolean;
}

/** Whether a draft is left alone, or a folder with all that is in it. */
type Ignores = (path: string, isFolder: boolean, root: Pick<Root, 'path' | 'freed'>) => Promise<boolean>;

/** Makes the judge of what `.gitignore` files and house files leave out. It reads each of them once. */
function createIgnores(files: FileSystem, { houses, gitignore = true }: WalkOptions): Ignores {
  const repositories = new Map<string, Promise<string | undefined>>();
  const folders = new Map<string, Promise<Rules>>();

  const kept = <T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
    const value = map.get(key) ?? make();
    map.set(key, value);
    return value;
  };

  const repositoryOf = (folder: string): Promise<string | undefined> =>
    kept(repositories, folder, async () => {
      if (await isRepository(files, folder)) return folder;
      const parent = files.parent(folder);
      return parent === folder ? undefined : repositoryOf(parent);
    });

  // The last file with a say decides, as in git: a deeper .gitignore can take back what one above it ignores.
  const gitIgnores = (git: readonly GitPatterns[], path: string, isFolder: boolean): boolean => {
    let ignored = false;
    for (const { folder, patterns } of git) {
      const within = pathFor(files, folder, path, isFolder);
      if (within === undefined) continue;
      const said = patterns.test(within);
      if (said.ignored) ignored = true;
      else if (said.unignored) ignored = false;
    }
    return ignored;
  };

  // Which .gitignore files count in a folder, from `top` down, and whether the folder is itself left out.
  const rulesOf = (folder: string, top: string): Promise<Rules> =>
    kept(folders, `${top}\0${folder}`, async () => {
      const isTop = folder === top || files.parent(folder) === folder;
      const above = isTop ? NO_RULES : await rulesOf(files.parent(folder), top);
      const ignored = above.ignored || gitIgnores(above.git, folder, true);
      const own = await readText(files, files.join(folder, '.gitignore'), LARGEST_HOUSE);
      const git =
        'failed' in own
          ? above.git
          : [...above.git, { folder, patterns: ignore().add(affordable(own.text)) }];
      return { ignored, git };
    });

  return async (path, isFolder, root) => {
    const folder = files.parent(path);
    const house = await houses.forFolder(folder);
    const heard = !root.freed || (house !== undefined && files.within(root.path, house.folder) !== undefined);
    if (heard && house?.ignores(path, isFolder)) return true;
    if (!gitignore) return false;
    // outside a repository a .gitignore higher up (a home folder's, say) is about something else
    const top = root.freed ? root.path : ((await repositoryOf(folder)) ?? root.path);
    const { ignored, git } = await rulesOf(folder, top);
    return ignored || gitIgnores(git, path, isFolder);
  };
}

/** The patterns of a `.gitignore` file, without those that could take minutes to match. */
const affordable = (text: string): string[] => text.split(/\r?\n/u).filter((line) => !isCostly(line));

interface GitPatterns {
  readonly folder: string;
  readonly patterns: Ignore;
}

interface Rules {
  readonly ignored: boolean;
  /** From the top down. */
  readonly git: readonly GitPatterns[];
}

const NO_RULES: Rules = { ignored: false, git: [] };
