import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Check } from '../checks/check.ts';
import { canWrite, type Encoding } from '../draft/decode.ts';
import type { Format } from '../draft/draft.ts';
import type { Entry } from '../draft/entries.ts';
import { linesOf } from '../draft/lines.ts';
import { IN_PARTS, judgedInParts } from '../draft/long.ts';
import { createReader, readDraft } from '../draft/read.ts';
import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import { fixAll, safeFixes } from '../engine/fix.ts';
import { type Overrides, type Plan, planChecks } from '../engine/plan.ts';
import { createSession } from '../engine/session.ts';
import { type Baseline, unknownFindings } from '../house/baseline.ts';
import { judgeDraft } from '../house/judge.ts';
import { applyLedger, type Ledger, NO_LEDGER } from '../house/ledger.ts';
import { type Elsewhere, NOWHERE } from '../reuse/elsewhere.ts';
import { storyOf } from '../reuse/story.ts';
import { createArchives } from './archives.ts';
import { draftKey, planKey, type Remembered } from './cache.ts';
import { DISK } from './disk.ts';
import { type DraftFile, encodeDraft, type FileProblem, MAX_BYTES, readDraftFile } from './draft-file.ts';
import { entriesOf, manyIn, pathOfEntry } from './entries.ts';
import type { HouseFile, Houses } from './houses.ts';
import type { Ledgers } from './ledgers.ts';
import { type NamedOptions, walkDrafts } from './named.ts';
import { createElsewhere, type Neighbours, surveyDrafts } from './survey.ts';
import type { Walked } from './walk.ts';
import { write, writingTrouble } from './write.ts';

/** What came of checking one file. */
export interface FileReport {
  readonly path: string;
  /** As it stands now, mended if mending was asked for; empty where the file could not be read. */
  readonly text: string;
  /** As it would be mended, where that was only to be shown. */
  readonly mended?: string;
  readonly format: Format;
  readonly findings: readonly Finding[];
  /** Why the file was not checked, or not mended. */
  readonly problem?: FileProblem;
  /** Checks that failed on this file; what the others found is kept. */
  readonly failures: readonly CheckFailure[];
  /** What was not judged as a whole; absent where all was. */
  readonly notes?: readonly Note[];
  /** What was in the way of comparing it with archives, in sentences; all else was done. */
  readonly troubles?: readonly string[];
  /** How many safe fixes were applied. */
  readonly fixed: number;
  /** How many findings the baseline knows; they are left out of `findings`. */
  readonly known: number;
  /** How many findings the ledger settles; they are left out of `findings`. */
  readonly settled: number;
  /** How the file is written, where that is not UTF-8. */
  readonly encoding?: Encoding;
  /** How long it took, if that was asked for; nothing where an earlier run has found it. */
  readonly took?: Took;
  /** The reporting verbs of the house that were taken into account; all else of a report is plain data too, to be sent between threads. */
  readonly reportingVerbs?: readonly string[];
}

/** How long a draft took, in milliseconds. */
export interface Took {
  readonly all: number;
  /** By the ids of the checks; what several of them share counts for the first that asks for it. */
  readonly checks: Readonly<Record<string, number>>;
}

/** A remark on a place in a draft that is no finding. */
export interface Note {
  readonly span: Span;
  /** The line that it begins in, from 1. */
  readonly line: number;
  readonly message: string;
}

/** A check that threw: a fault of ours, not of the draft. */
export interface CheckFailure {
  /** The check's id. */
  readonly check: string;
  readonly message: string;
}

export type Fixing = 'write' | 'show';

export interface JudgeOptions {
  readonly checks: readonly Check[];
  /** What is said before the house file, and has less weight: user settings. */
  readonly settings?: readonly Overrides[];
  /** What is said last, and wins: the command line. */
  readonly last?: readonly Overrides[];
  readonly houses: Houses;
  /** Findings that editors have settled are left out. */
  readonly ledgers?: Ledgers;
  /** Findings that are known and left out; its paths count from `root`. */
  readonly baseline?: { readonly known: Baseline; readonly nameOf: (path: string) => string };
  /** Drafts are only read, under the words of the house; no check runs. */
  readonly unchecked?: boolean;
  /** Apply the safe fixes and write the file, or only show what it would be. */
  readonly fix?: Fixing | undefined;
  /** What an earlier run has found; a run that mends does not go by it. */
  readonly remembered?: Remembered | undefined;
  /** Judges texts instead of this thread. Where something is remembered it leaves nothing out: what is known or settled is left out here. */
  readonly elsewhere?: FileJudge['checkText'] | undefined;
  /** The folder that the fixing of a file must not leave by a link; its own if this says nothing. */
  readonly homeOf?: (path: string) => string | Promise<string>;
  /** In bytes; what the house file says of it has less weight. */
  readonly maxBytes?: number;
  /** How a path is called in messages. */
  readonly nameOf?: (path: string) => string;
  /** Whether reports say how long each check took. */
  readonly timed?: boolean | undefined;
  /** Full paths of archives' folders that drafts are compared with, beside those that the house file names. */
  readonly archives?: readonly string[];
  /** Under a house file with a mistake, check nothing instead of going by the last good one. */
  readonly strictHouse?: boolean;
}

/** Checks drafts one by one, with what holds for each of them. */
export interface FileJudge {
  /**
   * Reads and checks a file, and mends it if that was asked for. Never throws.
   * @param neighbours the other drafts that share copy with it.
   */
  checkFile(path: string, neighbours?: Neighbours): Promise<FileReport>;
  /**
   * Checks a text as if it stood in a file of that path; nothing is read but the house file, the ledger and its neighbours, and nothing
   * written.
   */
  checkText(path: string, text: string, format: Format, neighbours?: Neighbours): Promise<FileReport>;
}

/** Makes a judge of drafts, which keeps the plan of checks for each house file. */
export function createFileJudge(options: JudgeOptions): FileJudge {
  const { checks, settings = [], last = [], houses, fix, nameOf = (path: string) => path } = options;
  const plans = new Map<HouseFile | undefined, Plan>();
  const readElsewhere = createElsewhere(nameOf, options.maxBytes);
  let troubles: string[] = [];
  const archives = createArchives(nameOf, (problem) => troubles.push(problem));
  const archivesFor = (house: HouseFile | undefined): readonly string[] => [
    ...(options.archives ?? []),
    ...(house?.house.archive ?? []).map((folder) => resolve(house?.folder ?? '', folder)),
  ];

  const planFor = (house: HouseFile | undefined): Plan => {
    const known = plans.get(house);
    if (known !== undefined) return known;
    const whole = planChecks(checks, ...settings, ...(house ? [house.house.wishes] : []), ...last);
    const plan = options.unchecked ? { ...whole, checks: [] } : whole;
    plans.set(house, plan);
    return plan;
  };

  const houseProblem = (path: string, house: HouseFile | undefined): FileProblem | undefined =>
    options.strictHouse && house !== undefined && house.problems.length > 0
      ? {
          path,
          kind: 'house',
          message: `${nameOf(path)} was not checked: there is a mistake in the house file ${nameOf(house.path)}.`,
        }
      : undefined;

  const unknownOf = (path: string, text: string, findings: readonly Finding[]): readonly Finding[] =>
    options.baseline === undefined
      ? findings
      : unknownFindings(options.baseline.known, options.baseline.nameOf(path), text, findings);

  const judge = async (
    path: string,
    text: string,
    format: Format,
    house: HouseFile | undefined,
    neighbours: Neighbours | undefined,
  ): Promise<FileReport> => {
    const ledger = (await options.ledgers?.forFile(path))?.ledger ?? NO_LEDGER;
    const folders = options.unchecked ? [] : archivesFor(house);
    const elsewhere: Elsewhere = {
      ...NOWHERE,
      ...(await readElsewhere(path, neighbours)),
      ...(folders.length > 0 && (await archives.meet(folders, storyOf(readDraft(text, format)), path))),
    };
    const report = judgeBy(ledger, path, text, format, planFor(house), elsewhere);
    if (troubles.length === 0) return report;
    const told = troubles;
    troubles = [];
    return { ...report, troubles: told };
  };

  const judgeBy = (
    ledger: Ledger,
    path: string,
    text: string,
    format: Format,
    plan: Plan,
    elsewhere: Elsewhere,
  ): FileReport => {
    const failures: CheckFailure[] = [];
    let known = 0;
    let settled = 0;
    let fixed = 0;
    const failed = (check: string, error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!failures.some((one) => one.check === check && one.message === message))
        failures.push({ check, message });
    };
    const read = createReader(format);
    const started = performance.now();
    const times: Record<string, number> = {};
    const session = createSession(
      (check, error) => failed(check.id, error),
      undefined,
      options.timed
        ? ({ id }, took) => {
            times[id] = (times[id] ?? 0) + took;
          }
        : undefined,
    );
    let cut: readonly Span[] = [];
    const check = (source: string): readonly Finding[] => {
      const draft = read(source);
      cut = judgedInParts(draft.paragraphs);
      const { found, findings } = judgeDraft(draft, plan, ledger, session, elsewhere);
      settled = found.length - findings.length;
      const fresh = unknownOf(path, source, findings);
      known = findings.length - fresh.length;
      return fresh;
    };
    try {
      const mended =
        fix === undefined
          ? text
          : fixAll(text, (source) => {
              const findings = check(source);
              fixed += safeFixes(findings).length;
              return findings;
            });
      const now = fix === 'show' ? text : mended;
      const findings = check(now);
      return {
        path,
        text: now,
        ...(fix === 'show' && mended !== text && { mended }),
        format,
        findings,
        failures,
        ...(cut.length > 0 && { notes: notesOf(now, cut) }),
        fixed,
        known,
        settled,
        reportingVerbs: plan.reportingVerbs,
        ...(options.timed && { took: { all: performance.now() - started, checks: times } }),
      };
    } catch (error) {
      return { ...fallen(path, nameOf(path), error), text, format };
    }
  };

  const checkText: FileJudge['checkText'] = async (path, text, format, neighbours) => {
    const house = await houses.forFile(path);
    const problem = houseProblem(path, house);
    return problem === undefined
      ? judge(path, text, format, house, neighbours)
      : { ...emptyReport(path), text, format, problem };
  };

  const planKeys = new Map<Plan, string>();
  const planKeyOf = (plan: Plan, build: string): string => {
    const key = planKeys.get(plan) ?? planKey(build, plan);
    planKeys.set(plan, key);
    return key;
  };

  // what is found is remembered; what of it is known or settled can change without the draft
  const rememberedText =
    ({ kept, build }: Remembered, raw: FileJudge['checkText']): FileJudge['checkText'] =>
    async (path, text, format, neighbours) => {
      const house = await houses.forFile(path);
      const problem = houseProblem(path, house);
      if (problem !== undefined) return { ...emptyReport(path), text, format, problem };
      const plan = planFor(house);
      const name = `found ${nameOf(path)}`;
      const stamps = [neighbours?.stamp ?? '', await archives.stamp(archivesFor(house))];
      const key = draftKey(`${planKeyOf(plan, build)} ${stamps.join(' ')}`, format, text);
      const found = kept.get(name, key);
      const report: FileReport = Array.isArray(found)
        ? { ...emptyReport(path), text, format, findings: found, reportingVerbs: plan.reportingVerbs }
        : await raw(path, text, format, neighbours);
      if (report.problem !== undefined) return report;
      if (found === undefined && report.failures.length === 0 && report.notes === undefined)
        await kept.put(name, key, report.findings);
      const ledger = (await options.ledgers?.forFile(path))?.ledger ?? NO_LEDGER;
      const open = report.findings.some(({ code }) => ledger.codes.has(code))
        ? applyLedger(report.findings, readDraft(text, format), ledger)
        : report.findings;
      const findings = unknownOf(path, text, open);
      return {
        ...report,
        findings,
        settled: report.findings.length - open.length,
        known: open.length - findings.length,
      };
    };
  const judgeText = ((): FileJudge['checkText'] => {
    const { remembered, ledgers, baseline, ...bare } = options;
    if (remembered === undefined || fix !== undefined) return options.elsewhere ?? checkText;
    return rememberedText(remembered, options.elsewhere ?? createFileJudge(bare).checkText);
  })();

  const readAndCheck: FileJudge['checkFile'] = async (path, neighbours) => {
    const house = await houses.forFile(path);
    const bad = houseProblem(path, house);
    if (bad !== undefined) return { ...emptyReport(path), problem: bad };
    const name = nameOf(path);
    const size = house?.house.maxFileSize;
    const maxBytes = options.maxBytes ?? (size === undefined ? undefined : size * 1024);
    const { file, problem } = await readDraftFile(DISK, path, { name, maxBytes });
    if (problem !== undefined) return { ...emptyReport(path), problem };
    const { encoding } = file;
    const told = encoding === 'utf-8' ? {} : { encoding };
    const report = {
      ...(await judgeText(path, file.text, file.format, neighbours)),
      ...told,
    };
    if (report.mended !== undefined && encoding !== 'utf-8') {
      const message = `${name} is not written in UTF-8, so that no diff can show what would be fixed in it.`;
      const { mended: _, ...unshown } = report;
      return { ...unshown, problem: { path, kind: 'not-written', message } };
    }
    // a report of a failure holds no text: nothing but what was mended is ever written
    if (fix !== 'write' || report.problem !== undefined || report.fixed === 0 || report.text === file.text)
      return report;
    const unwritten = await writeMended(file, report.text, name, await (options.homeOf ?? dirname)(path));
    if (unwritten === undefined) return report;
    // the file stands as it was: its own findings are the ones to report
    const unmended = createFileJudge({
      ...options,
      fix: undefined,
      elsewhere: undefined,
      remembered: undefined,
    });
    return {
      ...(await unmended.checkText(path, file.text, file.format, neighbours)),
      ...told,
      problem: unwritten,
    };
  };

  return {
    checkText: judgeText,
    checkFile: (path, neighbours) =>
      readAndCheck(path, neighbours).catch((error: unknown) => fallen(path, nameOf(path), error)),
  };
}

function notesOf(text: string, cut: readonly Span[]): readonly Note[] {
  const lines = linesOf(text);
  return cut.map((span) => ({ span, line: lines.positionAt(span.start).line + 1, message: IN_PARTS }));
}

async function writeMended(
  file: DraftFile,
  text: string,
  name: string,
  folder: string,
): Promise<FileProblem | undefined> {
  const { path, encoding } = file;
  if (!canWrite(encoding)) {
    const message = `${name} could not be fixed, since it is written in ${encoding}: save it as UTF-8 and fix it then. It stands as it was.`;
    return { path, kind: 'not-written', message };
  }
  const now = await readDraftFile(DISK, path, { maxBytes: file.bytes.length });
  if (now.file === undefined || Buffer.compare(now.file.bytes, file.bytes) !== 0) {
    return { path, kind: 'not-written', message: `${name} was changed meanwhile; it was not fixed.` };
  }
  try {
    // a link stays a link, and the file that it leads to is mended, if it lies in the folder too
    await write({ folder, path: await realpath(path), content: encodeDraft(text, file.encoding) });
    return undefined;
  } catch (error) {
    return {
      path,
      kind: 'not-written',
      message: `${name} could not be fixed: ${writingTrouble(error)}. It stands as it was.`,
    };
  }
}

/** The report of a file on which we failed: that is told, and every other file is checked. */
export function fallen(path: string, name: string, error: unknown): FileReport {
  const why = error instanceof Error ? error.message : String(error);
  const message = `${name} could not be checked: ${why.replace(/[.]?$/u, '.')} This is a fault in Blue Pencil, not in the draft.`;
  return { ...emptyReport(path), problem: { path, kind: 'failed', message } };
}

/** The report of a file in which nothing was checked. */
export const emptyReport = (path: string): FileReport => ({
  path,
  text: '',
  format: 'plain',
  findings: [],
  failures: [],
  fixed: 0,
  known: 0,
  settled: 0,
});

export interface CheckFilesOptions extends NamedOptions {
  readonly judge: Pick<FileJudge, 'checkFile' | 'checkText'>;
  /** Which of the drafts that are found; all of them if this is left out. */
  readonly only?: ((path: string) => boolean) | undefined;
  /** Whether it is looked for what stands in several of the drafts that are found. */
  readonly compared?: boolean;
  /** In bytes; larger drafts are not compared. */
  readonly maxBytes?: number | undefined;
  /** What an earlier run has learnt of the drafts that are compared. */
  readonly remembered?: Remembered | undefined;
  /** How many files may be under way at once; more than one only makes sense where the judge has helpers. */
  readonly atOnce?: number;
  /** Is told before each file how many are done, of how many. */
  readonly onProgress?: (progress: FilesProgress) => void;
}

export interface FilesProgress {
  readonly done: number;
  readonly total: number;
  readonly path: string;
}

/**
 * Checks the drafts under paths, as `walkDrafts` finds them, and gives a report on each, in that order. Between two files
 * other work gets its turn. When the signal is aborted it gives what is done, waits for nothing more, and ends without an error.
 */
export async function* checkFiles(
  paths: readonly string[],
  options: CheckFilesOptions,
): AsyncGenerator<FileReport> {
  const { signal, only, atOnce = 1 } = options;
  const all: Walked[] = [];
  for await (const one of walkDrafts(paths, options)) all.push(one);
  const found = all.filter(({ path }) => only?.(path) ?? true);
  const sound = all.filter(({ problem }) => problem === undefined).map(({ path }) => path);
  const compared = options.compared === true && sound.length > 1 && found.length > 0;
  const neighbours = compared ? await surveyDrafts(sound, options) : undefined;

  const tasks = tasksFor(found, options, neighbours);
  const underWay: { readonly task: Task; readonly report: Promise<FileReport> }[] = [];
  let isMore = true;
  for (;;) {
    while (isMore && underWay.length < atOnce && !signal?.aborted) {
      const next = await tasks.next();
      isMore = next.done !== true;
      if (next.value !== undefined) underWay.push({ task: next.value, report: next.value.run() });
    }
    const first = underWay.shift();
    if (first === undefined) return;
    const { path, done, isAsked } = first.task;
    options.onProgress?.({ done, total: found.length, path });
    const report = await unlessAborted(first.report, signal);
    await turn();
    // most files of some endings hold something else than a story
    if (report !== undefined && (isAsked || report.problem?.kind !== 'no-draft')) yield report;
  }
}

/** A draft to check: a file, or an entry of a file of many. */
interface Task {
  readonly path: string;
  /** How many files are done before it. */
  readonly done: number;
  /** It is told of even if it is no draft. */
  readonly isAsked: boolean;
  run(): Promise<FileReport>;
}

async function* tasksFor(
  found: readonly Walked[],
  { judge, nameOf = (path) => path, maxBytes = MAX_BYTES }: CheckFilesOptions,
  neighbours: Awaited<ReturnType<typeof surveyDrafts>> | undefined,
): AsyncGenerator<Task, undefined> {
  for (const [done, one] of found.entries()) {
    const { path, problem } = one;
    const file = { path, done, isAsked: problem !== undefined || one.asked === true };
    if (problem !== undefined) {
      yield { ...file, run: async () => ({ ...emptyReport(path), problem }) };
      continue;
    }
    try {
      const how = await manyIn(path);
      if (how === undefined) yield { ...file, run: () => judge.checkFile(path, neighbours?.get(path)) };
      else
        for await (const entry of entriesOf(path, how, maxBytes))
          yield {
            ...file,
            path: pathOfEntry(path, entry),
            run: () => checkEntry(pathOfEntry(path, entry), entry, judge, nameOf),
          };
    } catch (error) {
      const message = `${nameOf(path)} could not be read: ${error instanceof Error ? error.message : String(error)}`;
      yield {
        ...file,
        run: async () => ({ ...emptyReport(path), problem: { path, kind: 'unreadable', message } }),
      };
    }
  }
  return undefined;
}

async function checkEntry(
  path: string,
  entry: Entry,
  judge: CheckFilesOptions['judge'],
  nameOf: (path: string) => string,
): Promise<FileReport> {
  if (entry.problem === undefined) return judge.checkText(path, entry.text, 'extracted');
  const message = `${nameOf(path)} ${entry.problem}`;
  return { ...emptyReport(path), problem: { path, kind: 'unreadable', message } };
}

/** What comes of some work; undefined if the signal is aborted before it is done. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    // what is done already comes first
    const stop = () => setImmediate(resolve, undefined);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
