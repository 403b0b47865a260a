import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Check } from '../checks/check.ts';
import { canWrite, type Encoding, encodingNote } from '../draft/decode.ts';
import { FORMATS } from '../draft/formats.ts';
import { linesOf } from '../draft/lines.ts';
import { count, lineOf } from '../reports/report.ts';
import { checkFiles, unlessAborted } from '../workspace/check.ts';
import { isOneOf } from '../workspace/disk.ts';
import { draftIn, MAX_BYTES } from '../workspace/draft-file.ts';
import type { FileJudge, JudgeOptions } from '../workspace/file-judge.ts';
import type { HouseFile, Houses } from '../workspace/houses.ts';
import type { LedgerFile, Ledgers } from '../workspace/ledgers.ts';
import { emptyReport, type FileReport } from '../workspace/report.ts';
import { refuseLinkedOut, writeOutput, writingTrouble } from '../workspace/write.ts';
import { type Io, UserError } from './io.ts';
import { createPool } from './pool.ts';
import { createProgress } from './progress.ts';
import { judgeFrom, namer, type Setup, slimmed } from './setup.ts';
import { changedSince } from './since.ts';

/** Which drafts a command is about and how it is run. */
export interface DraftArgs {
  readonly paths: readonly string[];
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
  readonly config: string | undefined;
  readonly jobs: number;
  readonly quiet: boolean;
  /** Whether it is told of each draft how it was judged. */
  readonly verbose?: boolean;
  /** A commit; only what git says has changed since then. */
  readonly since?: string | undefined;
  /** In bytes. */
  readonly maxBytes: number | undefined;
}

/** What came of the drafts of a command. */
export interface Gathered extends Pick<Run, 'nameOf' | 'ledgers'> {
  readonly reports: readonly FileReport[];
  /** Something was in the way and has been told on standard error: the command ends with 2. */
  readonly trouble: boolean;
  /** How the draft on standard input was encoded. */
  readonly encoding: Encoding;
}

const STDIN = 'stdin.txt';

/** Where a command's drafts are, by its arguments. */
export const pathsOf = ({ stdin, stdinFilename, paths }: DraftArgs): readonly string[] =>
  stdin ? [stdinFilename ?? STDIN] : paths;

/** What judges the drafts of a command, and tells on standard error what was in the way of any. */
export interface Run {
  readonly judge: FileJudge;
  readonly houses: Houses;
  readonly ledgers: Ledgers | undefined;
  readonly nameOf: (path: string) => string;
  /** How many drafts may be under way at once. */
  readonly atOnce: number;
  /** Says what was in the way of a draft. */
  tell(report: FileReport): Promise<void>;
  /** Says something that was in the way. */
  complain(message: string): void;
  /** Ends the threads and says what is left to say. @returns whether something was in the way. */
  end(): Promise<boolean>;
}

/** Starts a run: in threads of its own where it can, so that this one goes on hearing of Ctrl-C whatever a draft costs. */
export async function startRun(
  args: Pick<DraftArgs, 'jobs' | 'quiet'>,
  setup: Setup,
  checks: readonly Check[],
  io: Io,
  remembered?: JudgeOptions['remembered'],
): Promise<Run> {
  const nameOf = namer(setup);
  // more threads than cores only wait for each other
  const jobs = Math.min(args.jobs, availableParallelism());
  // what is remembered is all that was found: what is left out of it is left out in this thread
  const inThreads: Setup =
    remembered === undefined ? setup : { ...setup, ledger: false, baseline: undefined };
  const pool = io.workerScript === undefined ? undefined : createPool(io.workerScript, jobs, inThreads);
  const { judge, houses, ledgers } = judgeFrom(setup, checks, pool?.checkText, remembered);
  let trouble = false;
  let unchecked = 0;
  const complain = (message: string): void => {
    trouble = true;
    io.err(`${lineOf(message)}\n`);
  };

  const note = (message: string | undefined): void => {
    if (message !== undefined && !args.quiet) io.err(`${lineOf(message)}\n`);
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
  const tellLedger = (file: LedgerFile | undefined): void => {
    if (file === undefined || told.has(file.path)) return;
    told.add(file.path);
    const name = nameOf(file.path);
    if (file.problem !== undefined) complain(`${name}: ${file.problem}`);
    for (const { line, message } of file.ledger.damaged) io.err(`${lineOf(`${name}:${line}: ${message}`)}\n`);
  };
  tellHouse(await houses.forFolder(setup.cwd));

  return {
    judge,
    houses,
    ledgers,
    nameOf,
    atOnce: pool === undefined ? 1 : jobs * 4,
    complain,
    async tell({ path, problem, failures, notes = [], encoding = 'utf-8', troubles = [] }) {
      for (const trouble of troubles) {
        if (!told.has(trouble)) complain(trouble);
        told.add(trouble);
      }
      tellLedger(await ledgers?.forFile(path));
      if (problem?.kind === 'house') {
        unchecked += 1;
        trouble = true;
        tellHouse(await houses.forFile(path));
      } else if (problem?.kind === 'left-out') note(problem.message);
      else if (problem !== undefined) complain(problem.message);
      if (problem === undefined) note(encodingNote(encoding, nameOf(path)));
      for (const { line, message } of notes) note(`${nameOf(path)}:${line}: ${message}`);
      for (const failure of failures) {
        complain(
          `The check “${failure.check}” failed on ${nameOf(path)}: ${failure.message} This is a fault in Blue Pencil, not in the draft; what the other checks found is complete.`,
        );
      }
    },
    async end() {
      await pool?.close();
      if (unchecked > 0)
        io.err(`${count(unchecked, 'draft was', 'drafts were')} not checked because of the house file.\n`);
      return trouble;
    },
  };
}

/**
 * Checks the drafts that a command is about, and tells on standard error what was in the way of any of them; all the others
 * are checked all the same.
 * @param kept what is kept of a report until the end, when it has come; nothing, where a file holds a million drafts.
 */
export async function gather(
  args: DraftArgs,
  setup: Setup,
  checks: readonly Check[],
  io: Io,
  kept: (report: FileReport, nameOf: (path: string) => string) => FileReport | undefined = (report) =>
    slimmed(report, setup),
  remembered?: JudgeOptions['remembered'],
): Promise<Gathered> {
  const run = await startRun(args, setup, checks, io, remembered);
  const { nameOf, ledgers } = run;
  const reports: FileReport[] = [];
  const keep = async (report: FileReport): Promise<void> => {
    const one = kept(report, nameOf);
    if (one === undefined) await run.tell(report);
    else reports.push(one);
  };
  let encoding: Encoding = 'utf-8';
  const progress = createProgress(io, args.quiet);
  let trouble: boolean;
  try {
    if (args.stdin) {
      const read = await unlessAborted(checkStdin(args, setup, run.judge, io), io.stopped);
      if (read !== undefined) {
        await keep(read.report);
        encoding = read.encoding;
      }
    } else {
      const since = args.since === undefined ? undefined : await changedSince(args.since, io.cwd);
      const found = checkFiles(args.paths, {
        cwd: io.cwd,
        houses: run.houses,
        nameOf,
        judge: run.judge,
        compared: setup.unchecked !== true && (setup.only.length === 0 || setup.only.includes('duplicate')),
        maxBytes: setup.maxBytes,
        remembered,
        only: since && ((path) => since.has(path)),
        atOnce: run.atOnce,
        signal: io.stopped,
        onProgress: progress.show,
        onNotice: (message) => {
          if (!args.quiet) io.err(`${lineOf(message)}\n`);
        },
      });
      for await (const report of found) {
        // what is kept may be printed at once
        if (args.verbose || io.stdoutIsTerminal) progress.clear();
        if (args.verbose) {
          await tellDetails(report, run, io);
        }
        await keep(report);
      }
    }
  } finally {
    progress.clear();
    for (const report of reports) await run.tell(report);
    trouble = await run.end();
  }
  if (io.stopped.aborted) io.err('Stopped. What was found until then is all there is.\n');
  return { reports, trouble, ledgers, encoding, nameOf };
}

/** Says of a draft what it was taken for, what holds for it, and what it cost. */
async function tellDetails(
  { path, format, problem, took }: FileReport,
  { houses, nameOf }: Run,
  io: Io,
): Promise<void> {
  const house = await houses.forFile(path);
  const what = problem === undefined ? FORMATS[format].label : 'not checked';
  const by = house === undefined ? 'no house file' : `house file ${nameOf(house.path)}`;
  const costly = Object.entries(took?.checks ?? {})
    .filter(([, ms]) => ms >= 0.5)
    .sort(([, a], [, b]) => b - a)
    .map(([id, ms]) => `${id} ${Math.round(ms)}`);
  const time =
    took === undefined
      ? problem === undefined
        ? ['remembered']
        : []
      : [`${Math.round(took.all)} ms${costly.length > 0 ? ` (${costly.join(', ')})` : ''}`];
  io.err(`${lineOf([`${nameOf(path)}: ${what}`, by, ...time].join(', '))}\n`);
}

async function checkStdin(
  args: DraftArgs,
  { fix }: Setup,
  { checkText }: Pick<FileJudge, 'checkText'>,
  io: Io,
): Promise<{ report: FileReport; encoding: Encoding }> {
  const name = args.stdinFilename ?? STDIN;
  const path = resolve(io.cwd, name);
  const limit = args.maxBytes ?? MAX_BYTES;
  const bytes = await readAll(io.stdin, limit);
  const called = args.stdinFilename ?? 'The draft on standard input';
  const read =
    bytes === undefined
      ? {
          problem: {
            kind: 'too-large' as const,
            message: `${called} is larger than ${limit / 1024 / 1024} MB, the limit. Nothing in it was checked.`,
          },
        }
      : draftIn(bytes, path, called);
  if (read.problem !== undefined) {
    return { report: { ...emptyReport(path), problem: { path, ...read.problem } }, encoding: 'utf-8' };
  }
  const { text, format, encoding } = read.file;
  if (fix !== undefined && (format === 'extracted' || !canWrite(encoding))) {
    const why = format === 'extracted' ? 'it is no text' : `it is written in ${encoding}`;
    const message = `${called} cannot be fixed: ${why}. It can be checked without --fix.`;
    return {
      report: { ...emptyReport(path), problem: { path, kind: 'unreadable', message } },
      encoding: 'utf-8',
    };
  }
  const report = await checkText(path, text, format);
  return { report: encoding === 'utf-8' ? report : { ...report, encoding }, encoding };
}

/** All of a stream; undefined, with the rest unread, where it is more than so many bytes. */
async function readAll(stream: AsyncIterable<Uint8Array>, largest: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of stream) {
    parts.push(part);
    total += part.length;
    if (total > largest) return undefined;
  }
  return Buffer.concat(parts);
}

/**
 * Prints a report, or writes it to the file that was asked for.
 * @throws UserError if it cannot be written there, or would overwrite one of the drafts.
 */
export async function deliver(
  printed: string,
  args: { readonly output: string | undefined; readonly quiet: boolean },
  drafts: readonly string[],
  io: Io,
  out: (text: string) => void = io.out,
): Promise<void> {
  const { output, quiet } = args;
  // its own name for standard output cannot be opened where that is a socket, and would be emptied where it is a file
  if (output === undefined || output === '/dev/stdout') return out(printed);
  const path = resolve(io.cwd, output);
  if (
    await isOneOf(
      path,
      drafts.map((draft) => resolve(io.cwd, draft)),
    )
  ) {
    throw new UserError(`--output would overwrite ${output}, a draft that was checked. Name another file.`);
  }
  try {
    await refuseLinkedOut(io.cwd, dirname(path));
    await writeOutput(path, printed);
  } catch (error) {
    throw new UserError(`The report could not be written to ${output}: ${writingTrouble(error)}.`);
  }
  if (!quiet) io.err(`${lineOf(`The report is in ${output}.`)}\n`);
}

/** Whether a stream shows colours. */
export const showsColour = (isTerminal: boolean, { env }: Io): boolean =>
  isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
