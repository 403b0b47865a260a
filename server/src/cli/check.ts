import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Check } from '../checks/check.ts';
import { decodeDraft, type Encoding } from '../draft/decode.ts';
import { linesOf } from '../draft/lines.ts';
import { formatOfPath } from '../draft/read.ts';
import { type Baseline, entriesOf, NO_BASELINE, parseBaseline, printBaseline } from '../house/baseline.ts';
import {
  count,
  fails,
  plainWords,
  type Report,
  type ReportedFile,
  reportedFile,
  summarise,
} from '../reports/report.ts';
import { checkFiles, emptyReport, type FileReport } from '../workspace/check.ts';
import { encodeDraft, MAX_BYTES } from '../workspace/files.ts';
import type { HouseFile } from '../workspace/houses.ts';
import type { LedgerFile } from '../workspace/ledgers.ts';
import { writeFileAtomic, writingTrouble } from '../workspace/write.ts';
import type { CheckArgs } from './args.ts';
import { type ExitCode, type Io, UserError } from './io.ts';
import { createPool } from './pool.ts';
import { createProgress } from './progress.ts';
import { REPORTERS } from './reporters/index.ts';
import { judgeFrom, namer, type Setup, slashed } from './setup.ts';
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
    paths: args.stdin ? [args.stdinFilename ?? STDIN] : args.paths,
    only: args.only,
    config: args.config,
    baseline: args.updateBaseline ? undefined : baseline,
    fix: args.fix,
    ledger: args.ledger,
    maxBytes: args.maxBytes,
  };
  const nameOf = namer(setup);
  const { judge, houses, ledgers } = judgeFrom(setup, checks);
  let trouble = false;
  const complain = (message: string): void => {
    trouble = true;
    io.err(`${plainWords(message)}\n`);
  };

  const told = new Set<string>();
  const tellHouse = (house: HouseFile | undefined): void => {
    if (house === undefined || house.problems.length === 0 || told.has(house.path)) return;
    told.add(house.path);
    const lines = linesOf(house.text);
    for (const { message, span } of house.problems) {
      const { line, character } = lines.positionAt(span.start);
      complain(`${nameOf(house.path)}:${line + 1}:${character + 1}: ${message}`);
    }
  };
  tellHouse(await houses.forFolder(cwd));
  const tellLedger = (file: LedgerFile | undefined): void => {
    if (file === undefined || told.has(file.path)) return;
    told.add(file.path);
    const name = nameOf(file.path);
    if (file.problem !== undefined) complain(`${name}: ${file.problem}`);
    for (const { line, message } of file.ledger.damaged)
      io.err(`${plainWords(`${name}:${line}: ${message}`)}\n`);
  };

  const reports: FileReport[] = [];
  let mended: Uint8Array | undefined;
  if (args.stdin) {
    const { report, encoding } = await checkStdin(args, setup, judge.checkText, io);
    reports.push(report);
    if (args.fix && report.problem === undefined) mended = encodeDraft(report.text, encoding);
  } else {
    const progress = createProgress(io, args.quiet);
    const pool =
      args.jobs > 1 && io.workerScript !== undefined
        ? createPool(io.workerScript, args.jobs, setup)
        : undefined;
    try {
      const found = checkFiles(args.paths, {
        cwd,
        houses,
        nameOf,
        judge: pool ?? judge,
        atOnce: pool === undefined ? 1 : args.jobs * 4,
        onProgress: progress.show,
        onNotice: (message) => {
          if (!args.quiet) io.err(`${plainWords(message)}\n`);
        },
      });
      // a clean draft's text is not needed again
      for await (const report of found)
        reports.push(report.findings.length > 0 ? report : { ...report, text: '' });
    } finally {
      progress.clear();
      await pool?.close();
    }
  }

  let unchecked = 0;
  for (const { path, problem, failures } of reports) {
    tellLedger(await ledgers?.forFile(path));
    if (problem?.kind === 'house') {
      unchecked += 1;
      trouble = true;
      tellHouse(await houses.forFile(path));
    } else if (problem !== undefined) complain(problem.message);
    for (const failure of failures) {
      complain(
        `The check “${failure.check}” failed on ${nameOf(path)}: ${failure.message} This is a fault in Blue Pencil, not in the draft; what the other checks found is complete.`,
      );
    }
  }
  if (unchecked > 0) {
    io.err(`${count(unchecked, 'draft was', 'drafts were')} not checked because of the house file.\n`);
  }

  if (args.updateBaseline && baseline !== undefined && args.baseline !== undefined) {
    await updateBaseline(resolve(cwd, args.baseline), baseline.known, reports);
  }
  const report = reportOf(args, reports, checks, nameOf);
  await print(args, report, mended, io);
  if (args.updateBaseline && !args.quiet)
    io.err(`${args.baseline} now knows ${count(report.known, 'finding')} of the drafts that were checked.\n`);
  if (trouble) return 2;
  const failing = report.files.some((file) => file.findings.some((one) => fails(one.severity, args.failOn)));
  return failing ? 1 : 0;
}

const STDIN = 'stdin.txt';

type CheckText = (path: string, text: string, format: 'plain' | 'markdown') => Promise<FileReport>;

async function checkStdin(
  args: CheckArgs,
  { cwd }: Setup,
  checkText: CheckText,
  io: Io,
): Promise<{ report: FileReport; encoding: Encoding }> {
  const name = args.stdinFilename ?? STDIN;
  const path = resolve(cwd, name);
  const bytes = await io.readStdin();
  const limit = args.maxBytes ?? MAX_BYTES;
  const called = args.stdinFilename ?? 'The draft on standard input';
  const decoded =
    bytes.length > limit
      ? {
          problem: {
            kind: 'too-large' as const,
            message: `${called} is larger than ${limit / 1024 / 1024} MB, the limit. Nothing in it was checked.`,
          },
        }
      : decodeDraft(bytes, called);
  if (decoded.problem !== undefined) {
    return { report: { ...emptyReport(path), problem: { path, ...decoded.problem } }, encoding: 'utf-8' };
  }
  const report = await checkText(path, decoded.text, formatOfPath(name) ?? 'plain');
  return { report, encoding: decoded.encoding };
}

function reportOf(
  args: CheckArgs,
  reports: readonly FileReport[],
  checks: readonly Check[],
  nameOf: (path: string) => string,
): Report {
  const files: ReportedFile[] = reports.map((one) =>
    reportedFile(
      nameOf(one.path),
      args.updateBaseline ? { ...one, findings: [] } : one,
      one.problem?.message ?? null,
    ),
  );
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

async function print(args: CheckArgs, report: Report, mended: Uint8Array | undefined, io: Io): Promise<void> {
  const toFile = args.output !== undefined;
  const toStderr = args.stdin && args.fix;
  const terminal = toStderr ? io.stderrIsTerminal : io.stdoutIsTerminal;
  const colour = !toFile && terminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  const printed = REPORTERS[args.format](report, { colour, quiet: args.quiet });
  if (mended !== undefined) io.out(mended);
  if (args.output !== undefined) {
    await writeReport(args.output, printed, report, io);
    if (!args.quiet) io.err(`The report is in ${args.output}.\n`);
  } else if (toStderr) io.err(printed);
  else io.out(printed);
}

async function writeReport(output: string, printed: string, report: Report, { cwd }: Io): Promise<void> {
  const path = resolve(cwd, output);
  if (report.files.some((file) => resolve(cwd, file.path) === path)) {
    throw new UserError(`--output would overwrite ${output}, a draft that was checked. Name another file.`);
  }
  try {
    await writeFileAtomic(path, printed);
  } catch (error) {
    throw new UserError(`The report could not be written to ${output}: ${writingTrouble(error)}.`);
  }
}

async function readBaseline(
  args: CheckArgs,
  path: string,
): Promise<{ readonly known: Baseline; readonly folder: string }> {
  const folder = dirname(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing && args.updateBaseline) return { known: NO_BASELINE, folder };
    throw new UserError(
      missing
        ? `There is no baseline ${args.baseline}. To write one, add --update-baseline.`
        : `The baseline ${args.baseline} could not be read: ${wordsOf(error)}`,
    );
  }
  try {
    return { known: parseBaseline(text), folder };
  } catch (error) {
    throw new UserError(
      `The baseline ${args.baseline} is damaged: ${wordsOf(error)}. Restore it, or delete it and write a new one with --update-baseline.`,
    );
  }
}

async function updateBaseline(path: string, before: Baseline, reports: readonly FileReport[]): Promise<void> {
  const folder = dirname(path);
  const nameOf = (file: string) => slashed(relative(folder, file));
  const sound = reports.filter((one) => one.problem === undefined && one.failures.length === 0);
  const renewed = new Set(sound.map((one) => nameOf(one.path)));
  const others = [];
  for (const entry of before.entries) {
    const gone = await stat(resolve(folder, entry.path)).then(
      () => false,
      () => true,
    );
    if (!gone && !renewed.has(entry.path)) others.push(entry);
  }
  const entries = sound.flatMap((one) => entriesOf(nameOf(one.path), one.text, one.findings));
  try {
    await writeFileAtomic(path, printBaseline({ entries: [...others, ...entries] }));
  } catch (error) {
    throw new UserError(`The baseline could not be written: ${writingTrouble(error)}.`);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
