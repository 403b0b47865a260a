import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './disk.ts';

/**
 * Writes a file in one step: whoever reads it meanwhile, and whatever stops us halfway, finds the old content or the
 * new, never a part. It keeps the file's mode, and a link stays a link.
 * @throws the file system's error if the file or its folder may not be written.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (found) => found.mode & 0o7777,
    () => undefined,
  );
  // a rename would replace a file that is write-protected
  if (mode !== undefined) await access(target, constants.W_OK);
  const half = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(half, 'wx', mode ?? 0o666);
  try {
    try {
      await handle.writeFile(content);
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

const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'that is a folder',
  EACCES: 'you have no permission to write it',
  EPERM: 'you have no permission to write it',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

/** Why a file could not be written, as the end of a message: the file system's own words name codes and our half-written file. */
export function writingTrouble(error: unknown): string {
  const code = codeOf(error) ?? '';
  return TROUBLES[code] ?? (error instanceof Error ? error.message : String(error));
}
