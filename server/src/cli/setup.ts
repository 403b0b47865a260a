import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Check } from '../checks/check.ts';
import type { Baseline } from '../house/baseline.ts';
import { DISK } from '../workspace/disk.ts';
import { createFileJudge, type FileJudge, type JudgeOptions } from '../workspace/file-judge.ts';
import { createHouses, type Houses } from '../workspace/houses.ts';
import type { Fixing } from '../workspace/judge-text.ts';
import { createLedgers, type Ledgers } from '../workspace/ledgers.ts';
import type { FileReport } from '../workspace/report.ts';

/** All that decides how a run judges drafts, as plain data, so that it can be sent to a worker thread. */
export interface Setup {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** Check ids; empty for all. */
  readonly only: readonly string[];
  readonly config: string | undefined;
  readonly baseline: { readonly known: Baseline; readonly folder: string } | undefined;
  readonly fix: Fixing | undefined;
  /** Whether what editors have settled is left out. */
  readonly ledger: boolean;
  readonly maxBytes: number | undefined;
  /** It is told how long each check took. */
  readonly timed?: boolean;
  /** Archives that drafts are compared with, from `cwd`. */
  readonly archives?: readonly string[];
  /** Drafts are only read; no check runs. */
  readonly unchecked?: boolean;
  /** The texts of all drafts are needed in the end, not only of those with findings. */
  readonly keepsTexts?: boolean;
}

/** A report with what is needed of it in the end: it need not be kept, or copied to another thread, with more. */
export const slimmed = (report: FileReport, { keepsTexts = false }: Setup): FileReport =>
  keepsTexts || report.findings.length > 0 ? report : { ...report, text: '' };

/**
 * Makes the judge of a run, and what finds its house files and ledgers.
 * @param elsewhere judges the texts, if this thread only reads and writes the files.
 * @param remembered what an earlier run has found.
 */
export function judgeFrom(
  setup: Setup,
  checks: readonly Check[],
  elsewhere?: FileJudge['checkText'],
  remembered?: JudgeOptions['remembered'],
): { readonly judge: FileJudge; readonly houses: Houses; readonly ledgers: Ledgers | undefined } {
  const { cwd, only, config, baseline, fix, ledger, maxBytes, timed, unchecked = false } = setup;
  const houses = createHouses(
    DISK,
    checks,
    config === undefined ? {} : { only: { path: resolve(cwd, config), cwd } },
  );
  const ledgers = ledger ? createLedgers() : undefined;
  const judge = createFileJudge({
    checks: checks.filter(({ id }) => only.length === 0 || only.includes(id)),
    unchecked,
    timed,
    last: [{ checks: Object.fromEntries(only.map((id) => [id, true])) }],
    houses,
    ...(ledgers && { ledgers }),
    fix,
    elsewhere,
    remembered,
    archives: (setup.archives ?? []).map((folder) => resolve(cwd, folder)),
    nameOf: namer(setup),
    homeOf: homes(setup),
    strictHouse: true,
    ...(baseline && {
      baseline: { known: baseline.known, nameOf: (path) => slashed(relative(baseline.folder, path)) },
    }),
    ...(maxBytes !== undefined && { maxBytes }),
  });
  return { judge, houses, ledgers };
}

/**
 * How a run names paths: from the folder it runs in, with slashes. What lies outside that folder and was asked for by a full path
 * keeps its full path.
 */
export function namer({ cwd, paths }: Pick<Setup, 'cwd' | 'paths'>): (path: string) => string {
  const full = paths.filter((path) => isAbsolute(path)).map((path) => resolve(path));
  return (path) => {
    const near = relative(cwd, path);
    const outside = near === '..' || near.startsWith(`..${sep}`) || isAbsolute(near);
    const byFullPath = full.some((one) => path === one || path.startsWith(one + sep) || one === sep);
    return slashed(outside && byFullPath ? path : near === '' ? '.' : near);
  };
}

/**
 * The folder that the fixing of a draft must not leave: the one that was named and walked, the one that the run is in, or else the
 * draft's own. A folder in the one that the run is in, but only by a link, is not fixed in.
 */
function homes({ cwd, paths }: Pick<Setup, 'cwd' | 'paths'>): (path: string) => Promise<string> {
  const holds = (folder: string, path: string) => ![undefined, ''].includes(DISK.within(folder, path));
  const asked = [...paths.map((path) => resolve(cwd, path)), cwd];
  const realOf = async (folder: string) => {
    const found = await DISK.stat(folder);
    return 'failed' in found ? folder : found.real;
  };
  return async (path) => {
    const folder = asked.find((one) => holds(one, path)) ?? dirname(path);
    const linkedOut = holds(cwd, folder) && !holds(await realOf(cwd), await realOf(folder));
    return linkedOut ? cwd : folder;
  };
}

export const slashed = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));
