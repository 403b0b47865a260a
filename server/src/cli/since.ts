import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../trouble.ts';
import { UserError } from './io.ts';

const call = promisify(execFile);

/**
 * The files that git says have changed since a commit parted from what is checked out, by their full paths: in commits, in the
 * index, in the folder, and files that git does not know yet. Files that are gone are none of them.
 * @throws UserError if there is no git, no repository, or no such commit.
 */
export async function changedSince(commit: string, cwd: string): Promise<ReadonlySet<string>> {
  const top = await git(cwd, ['rev-parse', '--show-cdup']).catch((error: unknown) => {
    throw new UserError(
      isMissing(error)
        ? '--since asks git what has changed, and there is no git on this computer.'
        : '--since asks git what has changed, and this folder is in no repository.',
    );
  });
  const from = await git(cwd, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${commit}^{commit}`,
  ]).catch(() => {
    throw new UserError(`--since: git knows no commit “${commit}” here.`);
  });
  // a history that was not fetched in full may not tell where the two parted
  const parted = await git(cwd, ['merge-base', from.trim(), 'HEAD']).catch(() => from);
  const root = join(cwd, top.trim());
  const changed = await git(root, [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=d',
    '--no-ext-diff',
    parted.trim(),
    '--',
  ]);
  const unknown = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set(
    `${changed}${unknown}`
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => join(root, name)),
  );
}

/** What git says. A repository's own settings start no program of its maker's choosing. */
async function git(cwd: string, args: readonly string[]): Promise<string> {
  const { stdout } = await call('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd,
    maxBuffer: 1024 * 1024 * 1024,
  });
  return stdout;
}

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';
