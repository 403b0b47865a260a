import { stat } from 'node:fs/promises';

/** Whether a file or a folder of that path is there and can be reached. */
export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The system's code of an error (ENOENT, EACCES …), if it has one. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;
