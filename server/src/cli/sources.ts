import type { Check } from '../checks/check.ts';
import { linesOf } from '../draft/lines.ts';
import { readDraft } from '../draft/read.ts';
import { checkedIn, NO_LEDGER } from '../house/ledger.ts';
import { claimsOf } from '../reports/claims.ts';
import { SHEETS, type SheetFile, type SheetFormat } from '../reports/sheet.ts';
import { sourcedFile, sourcesJson, sourcesText } from '../reports/sources.ts';
import { createSourcer, type Sourcer } from '../sourcing/index.ts';
import type { Ledgers } from '../workspace/ledgers.ts';
import type { FileReport } from '../workspace/report.ts';
import type { SourcesArgs } from './args.ts';
import { deliver, type Gathered, gather, pathsOf, showsColour } from './gather.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './options.ts';
import type { Setup } from './setup.ts';

/**
 * `blue-pencil sources`: says who says what in drafts, or makes the fact checker's sheet of them.
 * @throws UserError if the output cannot be written.
 */
export async function sources(args: SourcesArgs, checks: readonly Check[], io: Io): Promise<ExitCode> {
  const { format } = args;
  const sheet = format === 'text' || format === 'json' ? undefined : SHEETS[format];
  const setup: Setup = {
    cwd: io.cwd,
    paths: pathsOf(args),
    only: [],
    // only a sheet names findings
    unchecked: sheet === undefined,
    keepsTexts: true,
    config: args.config,
    baseline: undefined,
    fix: undefined,
    ledger: sheet !== undefined,
    maxBytes: args.maxBytes,
  };
  const gathered = await gather(args, setup, checks, io);
  const read = gathered.reports.filter(({ problem }) => problem === undefined);
  const printed =
    sheet === undefined ? printSourcing(args, read, gathered, io) : await printSheet(sheet, read, gathered);
  await deliver(
    printed,
    args,
    read.map(({ path }) => gathered.nameOf(path)),
    io,
  );
  if (io.stopped.aborted) return 130;
  return gathered.trouble ? 2 : 0;
}

function printSourcing(
  { format, output, quiet }: SourcesArgs,
  reports: readonly FileReport[],
  { nameOf }: Gathered,
  io: Io,
): string {
  const sourcerFor = keepSourcers();
  const files = reports.map(({ path, text, format, reportingVerbs }) =>
    sourcedFile(nameOf(path), readDraft(text, format), sourcerFor(reportingVerbs)),
  );
  if (format === 'json') return sourcesJson(files);
  const colour = output === undefined && showsColour(io.stdoutIsTerminal, io);
  return sourcesText(files, { colour, quiet });
}

async function printSheet(
  sheet: SheetFormat,
  reports: readonly FileReport[],
  { nameOf, ledgers }: Gathered,
): Promise<string> {
  const files: SheetFile[] = [];
  const sourcerFor = keepSourcers();
  for (const report of reports)
    files.push(await sheetFile(report, nameOf, ledgers, sourcerFor(report.reportingVerbs)));
  return sheet(files);
}

async function sheetFile(
  { path, text, format, findings }: FileReport,
  nameOf: (path: string) => string,
  ledgers: Ledgers | undefined,
  sourcer: Sourcer,
): Promise<SheetFile> {
  const draft = readDraft(text, format);
  const ledger = (await ledgers?.forFile(path))?.ledger ?? NO_LEDGER;
  const claims = claimsOf(draft, findings, checkedIn(draft, ledger), sourcer);
  return { path: nameOf(path), lines: linesOf(text), ...claims };
}

/** Makes one sourcer for each list of verbs: what it learnt of one draft serves the next. */
function keepSourcers(): (verbs?: readonly string[]) => Sourcer {
  const known = new Map<string, Sourcer>();
  return (verbs = []) => {
    const key = verbs.join('\n');
    const sourcer = known.get(key) ?? createSourcer(verbs);
    known.set(key, sourcer);
    return sourcer;
  };
}
