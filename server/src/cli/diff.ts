import { formatPatch, structuredPatch } from 'diff';

/**
 * What mending would change in a draft, as a unified diff that `git apply` and `patch -p1` take.
 * @param name the draft's path from the folder that the diff is to be applied in, with slashes.
 */
export const diffOf = (name: string, before: string, after: string): string =>
  formatPatch({
    ...structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 }),
    isGit: true,
  });
