import { readFile } from 'node:fs/promises';
import type { Check } from '../checks/check.ts';
import { codesOf } from '../house/schema.ts';
import { didYouMean } from '../house/suggest.ts';
import { type Io, UserError } from './io.ts';
import type { ExitCode } from './options.ts';

/** The pages lie beside the bundle; run from its sources, in the repository. */
const PAGES = import.meta.url.endsWith('.ts') ? '../../../docs/checks/' : './checks/';

/**
 * `blue-pencil explain`: prints the page on a kind of finding, or on a check.
 * @throws UserError if there is no such thing, or no page on it.
 */
export async function explain(about: string, checks: readonly Check[], io: Io): Promise<ExitCode> {
  const check = checks.find(({ id, codes }) => id === about || Object.hasOwn(codes, about));
  if (check === undefined) {
    const known = checks.flatMap(({ id, codes }) => [id, ...Object.keys(codes)]);
    const hint = didYouMean(about, known) || ' “blue-pencil checks” lists what there is.';
    throw new UserError(`There is no check or kind of finding “${about}”.${hint}`);
  }
  const summary = codesOf([check]).find(({ code }) => code === about)?.summary;
  const page = await readFile(new URL(`${PAGES}${check.id}.md`, import.meta.url), 'utf8').catch(() => {
    throw new UserError(`The page on “${check.id}” is not there. Install Blue Pencil again.`);
  });
  io.out(summary === undefined ? page : `${about}: ${summary}\n\n${page}`);
  return 0;
}
