import { resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { formatOfPath } from '../draft/formats.ts';
import { DISK } from './disk.ts';
import { DRAFT_ENDINGS, type FileProblem, leftOut, readingProblem } from './draft-file.ts';
import { createWalker, type Walked, type WalkOptions } from './walk.ts';

export interface NamedOptions extends WalkOptions {
  /** Paths and globs count from here. */
  readonly cwd: string;
}

/**
 * Finds the drafts under paths on disk: files, folders or globs. Each is given once, by its full path, in a steady order.
 *
 * - A file that is named itself is checked whatever is ignored, since whoever names it wants it checked; if its ending is
 *   that of no draft, that is a problem.
 * - In folders and by globs: as `createWalker` finds them.
 */
export async function* walkDrafts(paths: readonly string[], options: NamedOptions): AsyncGenerator<Walked> {
  const { cwd, signal, nameOf = (path: string) => path } = options;
  const { walk, ignores, isNew } = createWalker(DISK, options);
  const problem = (path: string, kind: FileProblem['kind'], message: string): Walked => ({
    path,
    problem: { path, kind, message },
  });

  async function* matching(pattern: string): AsyncGenerator<Walked> {
    const matched = await glob(pattern.split(sep).join('/'), {
      cwd,
      absolute: true,
      followSymbolicLinks: false,
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
      ...(signal && { signal }),
    });
    const drafts = matched.map((one) => resolve(one)).filter((one) => formatOfPath(one) !== undefined);
    if (drafts.length === 0) yield problem(resolve(cwd, pattern), 'missing', `No draft matches ${pattern}.`);
    for (const path of drafts.sort()) if (!(await ignores(path, cwd)) && isNew(path)) yield { path };
  }

  for (const asked of paths) {
    if (signal?.aborted) return;
    const path = resolve(cwd, asked);
    const found = await DISK.stat(path);
    if ('failed' in found && isDynamicPattern(asked)) yield* matching(asked);
    else if ('failed' in found) {
      const { kind, message } = readingProblem(nameOf(path), found);
      if (isNew(path)) yield problem(path, kind, message);
    } else if (found.kind === 'folder') yield* walk(path);
    else if (!isNew(path)) continue;
    else if (formatOfPath(path) !== undefined) yield { path, asked: true };
    else
      yield problem(
        path,
        'no-draft',
        leftOut(path, nameOf(path))?.message ??
          `${nameOf(path)} is no draft that Blue Pencil reads. Drafts end in ${DRAFT_ENDINGS}.`,
      );
  }
}
