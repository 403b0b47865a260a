import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Check } from '../checks/check.ts';
import { canWrite } from '../draft/decode.ts';
import type { Format } from '../draft/draft.ts';
import { readDraft } from '../draft/read.ts';
import type { Finding } from '../engine/finding.ts';
import type { Memory } from '../engine/memory.ts';
import { type Overrides, type Plan, planChecks, planKey } from '../engine/plan.ts';
import { type Baseline, unknownFindings } from '../house/baseline.ts';
import { stillOpen } from '../house/judge.ts';
import { type Ledger, NO_LEDGER } from '../house/ledger.ts';
import { type Elsewhere, NOWHERE } from '../reuse/elsewhere.ts';
import { storyOf } from '../reuse/story.ts';
import { createArchives } from './archives.ts';
import { DISK } from './disk.ts';
import { type DraftFile, encodeDraft, type FileProblem, readDraftFile } from './draft-file.ts';
import type { HouseFile, Houses } from './houses.ts';
import { type Fixing, judgeText } from './judge-text.ts';
import type { Ledgers } from './ledgers.ts';
import { emptyReport, type FileReport, fallen } from './report.ts';
import { createElsewhere, type Neighbours } from './survey.ts';
import { write, writingTrouble } from './write.ts';

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
  /** What an earlier run has found; a run that fixes does not go by it. */
  readonly remembered?: Memory | undefined;
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
   * Reads and checks a file, and fixes it if that was asked for. Never throws.
   * @param neighbours the other drafts that share copy with it.
   */
  checkFile(path: string, neighbours?: Neighbours): Promise<FileReport>;
  /**
   * Checks a text as if it stood in a file of that path; nothing is read but the house file, the ledger and its neighbours, and nothing
   * written.
   */
  checkText(path: string, text: string, format: Format, neighbours?: Neighbours): Promise<FileReport>;
}

/** What holds for the draft at a path. */
interface Holding {
  readonly plan: Plan;
  /** Full paths of the archives' folders. */
  readonly archives: readonly string[];
  /** In bytes; undefined where neither caller nor house says it. */
  readonly maxBytes: number | undefined;
  /** Why nothing is checked under this house file. */
  readonly problem: FileProblem | undefined;
}

/** Makes what finds the house file of a path and says what holds there; the plan of a house file is made once. */
function createHolding({
  checks,
  settings = [],
  last = [],
  nameOf = (path) => path,
  ...options
}: JudgeOptions): (path: string) => Promise<Holding> {
  const plans = new Map<HouseFile | undefined, Plan>();
  const planFor = (house: HouseFile | undefined): Plan => {
    const known = plans.get(house);
    if (known !== undefined) return known;
    const whole = planChecks(checks, ...settings, ...(house ? [house.house.overrides] : []), ...last);
    const plan = options.unchecked ? { ...whole, checks: [] } : whole;
    plans.set(house, plan);
    return plan;
  };
  return async (path) => {
    const house = await options.houses.forFile(path);
    const size = house?.house.maxFileSize;
    const named = house?.house.archive ?? [];
    const isBad = options.strictHouse === true && house !== undefined && house.problems.length > 0;
    return {
      plan: planFor(house),
      archives: [...(options.archives ?? []), ...named.map((folder) => resolve(house?.folder ?? '', folder))],
      maxBytes: options.maxBytes ?? (size === undefined ? undefined : size * 1024),
      problem: isBad
        ? {
            path,
            kind: 'house',
            message: `${nameOf(path)} was not checked: there is a mistake in the house file ${nameOf(house.path)}.`,
          }
        : undefined,
    };
  };
}

/** Makes a judge of drafts, which keeps the plan of checks for each house file. */
export function createFileJudge(options: JudgeOptions): FileJudge {
  const { fix, remembered, nameOf = (path: string) => path } = options;
  const holding = createHolding(options);
  const archives = createTelling(nameOf);
  const ledgerFor = async (path: string): Promise<Ledger> =>
    (await options.ledgers?.forFile(path))?.ledger ?? NO_LEDGER;
  const unknownOf = (path: string, text: string, findings: readonly Finding[]): readonly Finding[] =>
    options.baseline === undefined
      ? findings
      : unknownFindings(options.baseline.known, options.baseline.nameOf(path), text, findings);
  const readElsewhere = createElsewhere(nameOf, options.maxBytes);
  const inTurn = createTurns();

  const checkText: FileJudge['checkText'] = async (path, text, format, neighbours) => {
    const held = await holding(path);
    if (held.problem !== undefined) return { ...emptyReport(path), text, format, problem: held.problem };
    const folders = options.unchecked ? [] : held.archives;
    const elsewhere: Elsewhere = {
      ...NOWHERE,
      ...(await readElsewhere(path, neighbours)),
      ...(folders.length > 0 && (await archives.meet(folders, storyOf(readDraft(text, format)), path))),
    };
    const report = judgeText(
      { path, name: nameOf(path), text, format },
      {
        plan: held.plan,
        ledger: await ledgerFor(path),
        elsewhere,
        fix,
        timed: options.timed === true,
        unknownOf: (source, findings) => unknownOf(path, source, findings),
      },
    );
    const troubles = archives.troubles();
    return troubles.length === 0 ? report : { ...report, troubles };
  };

  const judging = ((): FileJudge['checkText'] => {
    if (remembered === undefined || fix !== undefined) return options.elsewhere ?? checkText;
    const { remembered: _, ledgers: __, baseline: ___, ...bare } = options;
    return rememberedText(
      remembered,
      { holding, nameOf, ledgerFor, unknownOf, stamp: archives.stamp },
      options.elsewhere ?? createFileJudge(bare).checkText,
    );
  })();

  return {
    checkText: judging,
    checkFile: (path, neighbours) =>
      readAndCheck(path, neighbours, { options, holding, judging, inTurn }).catch((error: unknown) =>
        fallen(path, nameOf(path), error),
      ),
  };
}

/** Archives, and what was in the way of asking them since it was last told. */
function createTelling(nameOf: (path: string) => string) {
  let told: string[] = [];
  const { meet, stamp } = createArchives({ nameOf, tell: (problem) => told.push(problem) });
  return {
    meet,
    stamp,
    troubles(): readonly string[] {
      const all = told;
      told = [];
      return all;
    },
  };
}

interface Remembering {
  readonly holding: (path: string) => Promise<Holding>;
  readonly nameOf: (path: string) => string;
  readonly ledgerFor: (path: string) => Promise<Ledger>;
  readonly unknownOf: (path: string, text: string, findings: readonly Finding[]) => readonly Finding[];
  readonly stamp: (folders: readonly string[]) => Promise<string>;
}

/** Judges texts by what an earlier run has found. What is found is remembered; what of it is known or settled can change without the draft. */
function rememberedText(
  memory: Memory,
  { holding, nameOf, ledgerFor, unknownOf, stamp }: Remembering,
  raw: FileJudge['checkText'],
): FileJudge['checkText'] {
  return async (path, text, format, neighbours) => {
    const { plan, archives, problem } = await holding(path);
    if (problem !== undefined) return { ...emptyReport(path), text, format, problem };
    const draft = { text, format };
    const judgedBy = [planKey(plan), neighbours?.stamp ?? '', await stamp(archives)].join(' ');
    const found = memory.found(nameOf(path), judgedBy, draft);
    const report: FileReport =
      found === undefined
        ? await raw(path, text, format, neighbours)
        : { ...emptyReport(path), text, format, findings: found, reportingVerbs: plan.reportingVerbs };
    if (report.problem !== undefined) return report;
    if (found === undefined && report.failures.length === 0 && report.notes === undefined)
      await memory.keep(nameOf(path), judgedBy, draft, report.findings);
    const ledger = await ledgerFor(path);
    const open = await stillOpen(report.findings, ledger, () => readDraft(text, format));
    const findings = unknownOf(path, text, open);
    return {
      ...report,
      findings,
      settled: report.findings.length - open.length,
      known: open.length - findings.length,
    };
  };
}

interface Reading {
  readonly options: JudgeOptions;
  readonly holding: (path: string) => Promise<Holding>;
  readonly judging: FileJudge['checkText'];
  /** Files are read one after another: a long draft that is read fast must not be judged before the short one that is asked for first. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

function createTurns(): Reading['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

async function readAndCheck(
  path: string,
  neighbours: Neighbours | undefined,
  { options, holding, judging, inTurn }: Reading,
): Promise<FileReport> {
  const { fix, nameOf = (path: string) => path } = options;
  const name = nameOf(path);
  const { problem: bad, maxBytes } = await holding(path);
  if (bad !== undefined) return { ...emptyReport(path), problem: bad };
  const { file, problem } = await inTurn(() => readDraftFile(DISK, path, { name, maxBytes }));
  if (problem !== undefined) return { ...emptyReport(path), problem };
  const { encoding } = file;
  const told = encoding === 'utf-8' ? {} : { encoding };
  const report = { ...(await judging(path, file.text, file.format, neighbours)), ...told };
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
  const { fix: _, elsewhere: __, remembered: ___, ...reading } = options;
  return {
    ...(await createFileJudge(reading).checkText(path, file.text, file.format, neighbours)),
    ...told,
    problem: unwritten,
  };
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
