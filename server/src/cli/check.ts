import { createHash } from 'node:crypto';
import { homedir, platform } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from '../checks/check.ts';
import type { Finding } from '../engine/finding.ts';
import { type Baseline, entriesOf, NO_BASELINE, parseBaseline, printBaseline } from '../house/baseline.ts';
import { REPORT_FORMATS, reportFormat } from '../reports/index.ts';
import {
  count,
  fails,
  inARow,
  lineOf,
  type Report,
  type ReportedFile,
  reportedFile,
  type Style,
  summarise,
} from '../reports/report.ts';
import { errorMessage } from '../trouble.ts';
import { DISK } from '../workspace/disk.ts';
import { encodeDraft } from '../workspace/draft-file.ts';
import type { JudgeOptions } from '../workspace/file-judge.ts';
import { LARGEST_LEDGER, readingTrouble, readText } from '../workspace/file-system.ts';
import { isRepository } from '../workspace/houses.ts';
import { openMemory } from '../workspace/memory.ts';
import type { FileReport } from '../workspace/report.ts';
import { refuseLinkedOut, write, writingTrouble } from '../workspace/write.ts';
import { answerLines } from './answer-lines.ts';
import type { CheckArgs } from './args.ts';
import { diffOf } from './diff.ts';
import { deliver, gather, pathsOf, showsColour } from './gather.ts';
import { type Io, UserError } from './io.ts';
import type { ExitCode } from './options.ts';
import { type Setup, slashed, slimmed } from './setup.ts';
import { version } from './version.ts';

/**
 * `blue-pencil check`: checks drafts and prints what was found.
 * @throws UserError if a file it was given to work with (baseline, output) is of no use.
 */
export async function check(args: CheckArgs, checks: readonly Check[], io: Io): Promise<ExitCode> {
  const { cwd } = io;
  const baseline =
    args.baseline === undefined ? undefined : await readBaseline(args, resolve(cwd, args.baseline));
  const setup: Setup = {
    cwd,
    paths: pathsOf(args),
    only: args.only,
    config: args.config,
    baseline: args.updateBaseline ? undefined : baseline,
    fix: args.fixDryRun ? 'show' : args.fix ? 'write' : undefined,
    ledger: args.ledger,
    maxBytes: args.maxBytes,
    timed: args.verbose,
    archives: args.archives,
  };
  if (args.input === 'ndjson') return answerLines(args, setup, checks, io);
  const { line, between = '', closing } = reportFormat(args.format);
  const isStreamed =
    line !== undefined &&
    args.output === undefined &&
    args.groupBy !== 'check' &&
    !(args.updateBaseline || args.stdin || args.fixDryRun);
  const style = styleOf(args, io, io.stdoutIsTerminal);
  let isFirst = true;
  const stream = (words: string): void => {
    if (words === '') return;
    io.out(isFirst ? words : between + words);
    isFirst = false;
  };
  const counted = createCounted();
  let failing = false;
  const remembered = await openRemembered(args, io);
  const gathered = await gather(
    args,
    setup,
    checks,
    io,
    (report, nameOf) => {
      failing ||= fails(report.findings, args.failOn);
      if (!isStreamed) return args.stdin ? report : slimmed(report, setup);
      stream(line(toReport(report, nameOf), style));
      if (closing !== undefined) return { ...report, text: '', findings: report.findings.map(counted) };
      const isNeeded = setup.fix !== undefined || report.problem !== undefined || report.failures.length > 0;
      return isNeeded ? { ...report, text: '', findings: [] } : undefined;
    },
    remembered,
  );
  const unkept = await remembered?.close();
  if (unkept !== undefined) io.err(`${lineOf(`The cache could not be written: ${unkept}.`)}\n`);
  const { reports, trouble, encoding, nameOf } = gathered;

  if (args.updateBaseline && baseline !== undefined && args.baseline !== undefined && !io.stopped.aborted) {
    await updateBaseline(resolve(cwd, args.baseline), baseline.known, reports, cwd);
  }
  const report = reportOf(args, reports, checks, nameOf);
  const [draft] = args.stdin && args.fix ? reports : [];
  if (draft !== undefined && draft.problem === undefined) io.out(encodeDraft(draft.text, encoding));
  if (args.fixDryRun) await printDiff(args, reports, report, io);
  else if (!isStreamed) await print(args, report, io);
  else if (closing !== undefined) stream(closing(report, style));
  if (setup.fix !== undefined && !args.quiet) tellUnwritten(reports, nameOf, io);
  if (args.updateBaseline && !args.quiet && !io.stopped.aborted)
    io.err(`${args.baseline} now knows ${count(report.known, 'finding')} of the drafts that were checked.\n`);
  if (io.stopped.aborted) return 130;
  if (trouble) return 2;
  return failing && !args.updateBaseline ? 1 : 0;
}

/** Says which drafts lie in documents, into which nothing is written. */
function tellUnwritten(reports: readonly FileReport[], nameOf: (path: string) => string, io: Io): void {
  const names = reports
    .filter(({ format, problem }) => format === 'extracted' && problem === undefined)
    .map(({ path }) => nameOf(path));
  if (names.length === 0) return;
  const more = names.length > 4 ? [`${names.length - 3} more`] : [];
  const named = inARow([...names.slice(0, more.length > 0 ? 3 : 4), ...more]);
  const were = names.length === 1 ? 'was' : 'were';
  io.err(`${lineOf(`Nothing is written into documents: ${named} ${were} only checked.`)}\n`);
}

/** What an earlier run has found, if that is to be remembered. A run that fixes looks at each draft itself. */
async function openRemembered(
  { cache, cacheFolder, fix, fixDryRun }: CheckArgs,
  io: Io,
): Promise<JudgeOptions['remembered']> {
  if (!cache || fix || fixDryRun) return undefined;
  const folder =
    cacheFolder === undefined ? join(usersCache(io.env), 'blue-pencil') : resolve(io.cwd, cacheFolder);
  const file =
    cacheFolder === undefined ? `${createHash('sha256').update(io.cwd).digest('hex')}.tsv` : 'findings.tsv';
  await refuseLinkedOut(io.cwd, folder).catch((error: unknown) => {
    throw new UserError(`Nothing can be kept in ${folder}: ${writingTrouble(error)}.`);
  });
  return openMemory(folder, file, await io.build());
}

/** Where a computer keeps what can be made again, for each of its users. */
const usersCache = (env: Io['env']): string =>
  env.XDG_CACHE_HOME ||
  env.LOCALAPPDATA ||
  join(homedir(), ...(platform() === 'darwin' ? ['Library', 'Caches'] : ['.cache']));

/** A draft as reports have it. */
const toReport = (one: FileReport, nameOf: (path: string) => string): ReportedFile =>
  reportedFile(
    nameOf(one.path),
    one,
    one.problem?.message ?? null,
    one.problem === undefined || one.problem.kind === 'not-written',
  );

function reportOf(
  args: CheckArgs,
  reports: readonly FileReport[],
  checks: readonly Check[],
  nameOf: (path: string) => string,
): Report {
  const files = reports.map((one) => toReport(args.updateBaseline ? { ...one, findings: [] } : one, nameOf));
  const sum = (of: (report: FileReport) => number) => reports.reduce((total, one) => total + of(one), 0);
  return {
    files,
    summary: summarise(files),
    checks,
    version,
    failOn: args.failOn,
    known: sum((one) => (args.updateBaseline ? one.findings.length : one.known)),
    settled: sum((one) => one.settled),
    fixed: { fixes: sum((one) => one.fixed), files: reports.filter((one) => one.fixed > 0).length },
    fixing: args.fix,
  };
}

/** How a report looks where it is printed. */
function styleOf(args: CheckArgs, io: Io, terminal: boolean): Style {
  const shown = args.output === undefined && terminal;
  return {
    colour: shown && showsColour(terminal, io),
    quiet: args.quiet,
    groupBy: args.groupBy,
    width: shown ? io.columns : undefined,
    linkTo:
      shown && !(args.stdin && args.fix) && io.showsLinks
        ? (path) => pathToFileURL(resolve(io.cwd, path)).href
        : undefined,
  };
}

/** Makes what is left of a finding once it is printed: what the summary counts. All of a kind are one, since there may be millions. */
function createCounted(): (finding: Finding) => Finding {
  const known = new Map<string, Finding>();
  return ({ code, check, severity, fixes }) => {
    const safe = fixes.filter((fix) => fix.safe);
    const key = `${code} ${check} ${severity} ${safe.length > 0}`;
    const one = known.get(key) ?? {
      ...{ code, check, severity, message: '', span: { start: 0, end: 0 }, related: [], copy: false },
      fixes: safe.slice(0, 1),
    };
    known.set(key, one);
    return one;
  };
}

async function print(args: CheckArgs, report: Report, io: Io): Promise<void> {
  const toStderr = args.stdin && args.fix;
  const style = styleOf(args, io, toStderr ? io.stderrIsTerminal : io.stdoutIsTerminal);
  const printed = REPORT_FORMATS[args.format].render(report, style);
  const drafts = report.files.map(({ path }) => path);
  await deliver(printed, args, drafts, io, toStderr ? io.err : io.out);
}

/** Prints what mending would change; what can be said of it goes to standard error. */
async function printDiff(
  args: CheckArgs,
  reports: readonly FileReport[],
  { files }: Pick<Report, 'files'>,
  io: Io,
): Promise<void> {
  const top = await topOf(io.cwd);
  const changed = reports.filter(({ mended }) => mended !== undefined);
  const diffs = changed.map(({ path, text, mended = text }) =>
    diffOf(slashed(relative(top, path)), text, mended),
  );
  const drafts = files.map(({ path }) => path);
  await deliver(diffs.join(''), args, drafts, io);
  if (args.quiet) return;
  const places = reports.reduce((sum, { fixed }) => sum + fixed, 0);
  io.err(
    changed.length === 0
      ? 'There is nothing to fix safely.\n'
      : `--fix would fix ${count(places, 'place')} in ${count(changed.length, 'draft')}.\n`,
  );
}

/** The folder that a diff's names count from: the top of the repository, where there is one, as git has it. */
async function topOf(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isRepository(DISK, at)) return at;
    if (dirname(at) === at) return folder;
  }
}

async function readBaseline(
  args: CheckArgs,
  path: string,
): Promise<{ readonly known: Baseline; readonly folder: string }> {
  const folder = dirname(path);
  const read = await readText(DISK, path, LARGEST_LEDGER);
  if ('failed' in read) {
    if (read.failed !== 'missing') throw new UserError(readingTrouble(`The baseline ${args.baseline}`, read));
    if (args.updateBaseline) return { known: NO_BASELINE, folder };
    throw new UserError(`There is no baseline ${args.baseline}. To write one, add --update-baseline.`);
  }
  try {
    return { known: parseBaseline(read.text), folder };
  } catch (error) {
    throw new UserError(
      `The baseline ${args.baseline} is damaged: ${errorMessage(error)}. Restore it, or delete it and write a new one with --update-baseline.`,
    );
  }
}

async function updateBaseline(
  path: string,
  before: Baseline,
  reports: readonly FileReport[],
  cwd: string,
): Promise<void> {
  const folder = dirname(path);
  const nameOf = (file: string) => slashed(relative(folder, file));
  const sound = reports.filter((one) => one.problem === undefined && one.failures.length === 0);
  const renewed = new Set(sound.map((one) => nameOf(one.path)));
  const others = [];
  for (const entry of before.entries) {
    const gone = 'failed' in (await DISK.stat(resolve(folder, entry.path)));
    if (!gone && !renewed.has(entry.path)) others.push(entry);
  }
  const entries = sound.flatMap((one) => entriesOf(nameOf(one.path), one.text, one.findings));
  try {
    await refuseLinkedOut(cwd, folder);
    await write({ folder, path, content: printBaseline({ entries: [...others, ...entries] }) });
  } catch (error) {
    throw new UserError(`The baseline could not be written: ${writingTrouble(error)}.`);
  }
}
