import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../server/src/checks/index.ts';

/**
 * Why a new check can't have an id; nothing if it can.
 * @param more what else was said on the command line.
 * @param root the folder of the repository.
 */
export function whatIsWrong(
  id: string | undefined,
  more: readonly string[],
  root: string,
): string | undefined {
  if (id === undefined || more.length > 0)
    return 'say the id of the new check, and nothing else: npm run new-check numbers';
  if (!/^[a-z]{3,20}$/u.test(id))
    return `“${id}” cannot be an id. Use one plain word of 3 to 20 small letters, such as “numbers”: its findings will be called ${/^[a-z]+/u.exec(id)?.[0] ?? 'numbers'}/something.`;
  if (CHECKS.some((check) => check.id === id))
    return `There is a check “${id}” already, in server/src/checks.`;
  const taken = [
    `server/src/checks/${id}.ts`,
    `server/src/checks/${id}`,
    `docs/checks/${id}.md`,
    `test/drafts/${id}`,
  ].find((path) => existsSync(join(root, path)));
  return taken === undefined
    ? undefined
    : `${taken} is there already. Choose another id, or remove it first.`;
}
