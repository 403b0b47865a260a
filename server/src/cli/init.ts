import { join, resolve } from 'node:path';
import type { Check } from '../checks/check.ts';
import { HOUSE_FILE } from '../house/house.ts';
import { houseTemplate } from '../house/template.ts';
import { codeOf } from '../trouble.ts';
import { DISK } from '../workspace/disk.ts';
import { refuseLinkedOut, write, writingTrouble } from '../workspace/write.ts';
import { type Io, UserError } from './io.ts';
import type { ExitCode } from './options.ts';

/**
 * `blue-pencil init`: writes a house file to start from.
 * @throws UserError if there is one already, or the folder can't be written.
 */
export async function init(folder: string | undefined, checks: readonly Check[], io: Io): Promise<ExitCode> {
  const target = resolve(io.cwd, folder ?? '.');
  const name = folder === undefined ? HOUSE_FILE : join(folder, HOUSE_FILE);
  const found = await DISK.stat(target);
  if ('failed' in found || found.kind !== 'folder')
    throw new UserError(`There is no folder ${folder ?? io.cwd}.`);
  try {
    const path = join(target, HOUSE_FILE);
    await refuseLinkedOut(io.cwd, target);
    await write({ folder: target, path, content: houseTemplate(checks), how: 'create' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new UserError(`${name} is there already; it stays as it is.`);
    throw new UserError(`${name} could not be written: ${writingTrouble(error)}.`);
  }
  io.out(
    `Wrote ${name}. It changes nothing yet: open it and take away the slashes before what you want to set.\n`,
  );
  return 0;
}
