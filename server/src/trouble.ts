/** The system's code of an error (ENOENT, EACCES …), if it has one. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/**
 * The message of whatever was thrown, as the end of a sentence. What the operating system says is put in plain words, which have their
 * German: its own are codes, half of a command, and English on every desk.
 */
export const errorMessage = (error: unknown): string =>
  TROUBLES[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));

const TROUBLES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EISDIR: 'that is a folder',
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open on this computer',
  ENFILE: 'too many files are open on this computer',
  EBUSY: 'another program is using it',
  ELOOP: 'it is a link that leads back to itself',
  EIO: 'the disk gives no answer',
};
