import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { glob, isDynamicPattern } from 'tinyglobby';
import { formatOfPath } from '../draft/formats.ts';
import { codeOf } from './disk.ts';
import { DRAFT_ENDINGS, type FileProblem, readingProblem } from './files.ts';
import type { Houses } from './houses.ts';

export interface WalkOptions {
  /** Paths and globs count from here. */
  readonly cwd: string;
  readonly houses: Houses;
  /** Whether `.gitignore` files are honoured; they are unless this says false. */
  readonly gitignore?: boolean;
  /** Is told, in a sentence, what was passed over that a user might wonder about: a link that leads in circles. */
  readonly onNotice?: (message: string) => void;
  /** How a path is called in messages. */
  readonly nameOf?: (path: string) => string;
  readonly signal?: AbortSignal;
}

/** A draft to check, or why a path that was asked for is none. */
export type Walked =
  | { readonly path: string; readonly problem?: undefined }
  | { readonly path: string; readonly problem: FileProblem };

/**
 * Finds the drafts under paths: files, folders or globs. Each is given once, by its full path, in a steady order.
 *
 * - A file that is named itself is checked whatever is ignored, since whoever names it wants it checked; if its ending is
 *   that of no draft, that is a problem.
 * - In folders and by globs: drafts only, without what `.gitignore` files (nested ones too, as git reads them) or the
 *   nearest house file ignore, without names that start with a dot, `node_modules`, and folders that can't be read (told
 *   as a problem).
 * - A link to a file is a file. A link to a folder is followed once, and only out of what is walked anyway.
 */
export async function* walkDrafts(paths: readonly string[], options: WalkOptions): AsyncGenerator<Walked> {
  const { cwd, signal, nameOf = (path: string) => path } = options;
  const given = new Set<string>();
  const seenFolders = new Set<string>();
  const ignores = createIgnores(options);
  const fresh = (path: string): boolean => {
    if (given.has(path)) return false;
    given.add(path);
    return true;
  };
  const problem = (path: string, kind: FileProblem['kind'], message: string): Walked => ({
    path,
    problem: { path, kind, message },
  });

  async function* folder(path: string, root: Root): AsyncGenerator<Walked> {
    if (signal?.aborted) return;
    let entries: Dirent[];
    try {
      const real = await realpath(path);
      if (seenFolders.has(real)) return;
      seenFolders.add(real);
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      const { message } = readingProblem(`The folder ${nameOf(path)}`, error);
      yield problem(path, 'unreadable', message);
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    for (const entry of entries) {
      if (signal?.aborted) return;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!(await ignores(child, true, root))) yield* folder(child, root);
      } else if (entry.isSymbolicLink()) {
        yield* link(child, root);
      } else if (entry.isFile() && formatOfPath(child) !== undefined) {
        if (!(await ignores(child, false, root)) && fresh(child)) yield { path: child };
      }
    }
  }

  async function* link(path: string, root: Root): AsyncGenerator<Walked> {
    const isDraft = formatOfPath(path) !== undefined;
    let found: Stats;
    try {
      found = await stat(path);
    } catch (error) {
      if (!isDraft || (await ignores(path, false, root)) || !fresh(path)) return;
      const loops = codeOf(error) === 'ELOOP';
      yield problem(
        path,
        'missing',
        loops
          ? `${nameOf(path)} is a link that leads back to itself.`
          : `${nameOf(path)} is a link to a file that is not there.`,
      );
      return;
    }
    if (found.isFile()) {
      if (isDraft && !(await ignores(path, false, root)) && fresh(path)) yield { path };
      return;
    }
    if (!found.isDirectory() || (await ignores(path, true, root))) return;
    const real = await realpath(path);
    const walked = await realpath(root.path);
    if (isWithin(real, walked) || isWithin(walked, real) || seenFolders.has(real)) {
      options.onNotice?.(
        `${nameOf(path)} is a link to a folder that is checked anyway (${nameOf(real)}); it was not followed.`,
      );
      return;
    }
    yield* folder(path, root);
  }

  for (const asked of paths) {
    if (signal?.aborted) return;
    const path = resolve(cwd, asked);
    const found = await look(path);
    if (found instanceof Error) {
      if (!isDynamicPattern(asked)) {
        const { kind, message } = readingProblem(nameOf(path), found);
        if (fresh(path)) yield problem(path, kind, message);
        continue;
      }
      const matched = await glob(asked.split(sep).join('/'), {
        cwd,
        absolute: true,
        followSymbolicLinks: false,
        expandDirectories: false,
        ignore: ['**/node_modules/**', '**/.git/**'],
        ...(signal && { signal }),
      });
      const drafts = matched.map((one) => resolve(one)).filter((one) => formatOfPath(one) !== undefined);
      if (drafts.length === 0) yield problem(path, 'missing', `No draft matches ${asked}.`);
      for (const one of drafts.sort()) {
        if (!(await ignores(one, false, { path: cwd, freed: false })) && fresh(one)) yield { path: one };
      }
    } else if (found.isDirectory()) {
      const freed = await ignores(path, true, { path: dirname(path), freed: false });
      yield* folder(path, { path, freed });
    } else if (formatOfPath(path) === undefined) {
      if (fresh(path))
        yield problem(
          path,
          'no-draft',
          `${nameOf(path)} is no draft that Blue Pencil reads. Drafts end in ${DRAFT_ENDINGS}.`,
        );
    } else if (fresh(path)) {
      yield { path };
    }
  }
}

const look = (path: string): Promise<Stats | Error> => stat(path).catch((error: Error) => error);

const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);

/** Where a walk began. */
interface Root {
  readonly path: string;
  /** It is ignored itself but was asked for by name, so that what stands above it has no say. */
  readonly freed: boolean;
}

/** Whether a draft is left alone, or a folder with all that is in it. */
type Ignores = (path: string, folder: boolean, root: Root) => Promise<boolean>;

/** Makes the judge of what `.gitignore` files and house files leave out. It reads each of them once. */
function createIgnores({ houses, gitignore = true }: WalkOptions): Ignores {
  const repositories = new Map<string, Promise<string | undefined>>();
  const folders = new Map<string, Promise<Rules>>();

  const kept = <T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
    const value = map.get(key) ?? make();
    map.set(key, value);
    return value;
  };

  const repositoryOf = (folder: string): Promise<string | undefined> =>
    kept(repositories, folder, async () => {
      if (!((await look(join(folder, '.git'))) instanceof Error)) return folder;
      const parent = dirname(folder);
      return parent === folder ? undefined : repositoryOf(parent);
    });

  // Which .gitignore files count in a folder, from `top` down, and whether the folder is itself left out.
  const rulesOf = (folder: string, top: string): Promise<Rules> =>
    kept(folders, `${top}\0${folder}`, async () => {
      const isTop = folder === top || dirname(folder) === folder;
      const above = isTop ? NO_RULES : await rulesOf(dirname(folder), top);
      const ignored = above.ignored || gitIgnores(above.git, folder, true);
      const own = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
      const git = own === undefined ? above.git : [...above.git, { folder, patterns: ignore().add(own) }];
      return { ignored, git };
    });

  return async (path, isFolder, root) => {
    const folder = dirname(path);
    const house = await houses.forFolder(folder);
    const heard = !root.freed || (house !== undefined && isWithin(house.folder, root.path));
    if (heard && house?.ignores(path, isFolder)) return true;
    if (!gitignore) return false;
    // outside a repository a .gitignore higher up (a home folder's, say) is about something else
    const top = root.freed ? root.path : ((await repositoryOf(folder)) ?? root.path);
    const { ignored, git } = await rulesOf(folder, top);
    return ignored || gitIgnores(git, path, isFolder);
  };
}

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

// The last file with a say decides, as in git: a deeper .gitignore can take back what one above it ignores.
function gitIgnores(git: readonly GitPatterns[], path: string, folder: boolean): boolean {
  let ignored = false;
  for (const { folder: base, patterns } of git) {
    const within = relative(base, path).split(sep).join('/');
    if (!ignore.isPathValid(within)) continue;
    const said = patterns.test(folder ? `${within}/` : within);
    if (said.ignored) ignored = true;
    else if (said.unignored) ignored = false;
  }
  return ignored;
}
