import type { Check } from '../checks/check.ts';
import { type Related, SEVERITIES, type Severity } from '../checks/check.ts';
import { NO_PROSE } from '../draft/composer.ts';
import type { Format } from '../draft/draft.ts';
import { type Lines, linesOf, type Position } from '../draft/lines.ts';
import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { StoryKind } from '../reuse/archived.ts';

/** What a reporter is given. */
export interface Report {
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
  /** The checks, for formats that describe their codes. */
  readonly checks: readonly Check[];
  readonly version: string;
  readonly failOn: Severity | 'never';
  /** How many findings a baseline left out. */
  readonly known: number;
  /** How many findings the ledger left out. */
  readonly settled: number;
  /** How many safe fixes were applied, and in how many files. */
  readonly fixed: { readonly fixes: number; readonly files: number };
  readonly fixing: boolean;
  /** Where the drafts lie and when they were read, in words, for a page that is kept; it then names the clean drafts too. */
  readonly about?: About;
}

/** Where drafts lie and when they were read, in words; the folder is empty where they are in none. */
export interface About {
  readonly folder: string;
  readonly when: string;
}

/** Says a text in the reader's language; one that there is no translation of stays as it is. */
export type Say = (text: string) => string;

/** Says every text as it stands, in English. */
export const inEnglish: Say = (text) => text;

/** Turns a report into what is printed or saved. */
export type Reporter = (report: Report, style: Style) => string;

/** How a report is to look, for formats that have a choice. */
export interface Style {
  readonly colour: boolean;
  readonly quiet: boolean;
  /** In columns of a terminal. */
  readonly width?: number | undefined;
  /** By draft if it says nothing. */
  readonly groupBy?: (typeof GROUPINGS)[number];
  /** The address of a path, where what is printed can hold links. */
  readonly linkTo?: ((path: string) => string) | undefined;
  /** English, if left out. */
  readonly say?: Say;
}

export const GROUPINGS = ['file', 'check'] as const;

/** A way to write a report, as arguments, help and the editor's export know it. */
export interface ReportFormat {
  /** What it is for, in a few words after its name. */
  readonly description: string;
  readonly render: Reporter;
  /** Writes of each draft what can be printed as soon as it is checked; nothing where there is nothing to say of it. */
  readonly line?: (file: ReportedFile, style: Style) => string;
  /** What comes between the lines of two drafts, and what after the last; it goes by how many findings there are of which kind. */
  readonly between?: string;
  readonly closing?: Reporter;
  /** The ending of a file that an editor saves it to, without the dot; absent where only programs want it. */
  readonly exportedAs?: string;
}

/** A file as reported. */
export interface ReportedFile {
  /** From the folder the command runs in, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  readonly format: Format;
  /** Why it was not checked, or not mended. */
  readonly error: string | null;
  /** Whether it was checked; one that could only not be mended was. */
  readonly checked: boolean;
  readonly findings: readonly Finding[];
  /** What was not judged as a whole, with the line it begins in, from 1; absent where all was. */
  readonly notes?: readonly {
    readonly span: Span;
    readonly line: number;
    /** The ids of the checks that did not see it so. */
    readonly checks: readonly string[];
    readonly message: string;
  }[];
  /** How it is written, where that is not UTF-8. */
  readonly encoding?: string;
}

export interface Summary {
  readonly files: number;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byCode: Readonly<Record<string, number>>;
}

/** A place as in the language server protocol. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Makes a file ready for a report. Whom a claim might be given to is left to whoever edits it: no report lists names. */
export const reportedFile = (
  path: string,
  {
    text,
    format,
    findings,
    encoding,
    notes,
  }: Pick<ReportedFile, 'text' | 'format' | 'findings' | 'encoding' | 'notes'>,
  error: string | null,
  checked = error === null,
): ReportedFile => ({
  path,
  text,
  lines: linesOf(text),
  format,
  error,
  checked,
  ...(encoding !== undefined && { encoding }),
  ...(notes !== undefined && { notes }),
  findings: findings.map((one) =>
    one.fixes.some(({ names }) => names) ? { ...one, fixes: one.fixes.filter(({ names }) => !names) } : one,
  ),
});

/** Counts findings. */
export function summarise(files: readonly ReportedFile[]): Summary {
  const findings = files.flatMap((file) => file.findings);
  const byCode = new Map<string, number>();
  for (const { code } of findings) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  return {
    files: files.length,
    findings: findings.length,
    bySeverity: countBySeverity(findings),
    byCode: Object.fromEntries([...byCode].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): Summary['bySeverity'] {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The drafts with nothing found in them, by their names; none where a report does not keep to what is about it. */
export const cleanDrafts = ({ about, files }: Report): readonly string[] =>
  about === undefined
    ? []
    : files.filter(({ error, findings }) => error === null && findings.length === 0).map(({ path }) => path);

/** `Folder: desk. 29 November 2026, 21:05.` */
export const aboutInWords = ({ about }: Pick<Report, 'about'>): readonly string[] =>
  about === undefined ? [] : [[...(about.folder === '' ? [] : [about.folder]), about.when].join(' · ')];

/** A span as a range of lines and characters. */
export const rangeOf = (lines: Lines, span: Span): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
});

/** A place that belongs to a finding: its file and where in it. */
export function relatedPlace(
  { path, lines }: Pick<ReportedFile, 'path' | 'lines'>,
  { span, other }: Pick<Related, 'span' | 'other'>,
): { readonly path: string; readonly range: Range } {
  return other === undefined
    ? { path, range: rangeOf(lines, span) }
    : { path: other.place, range: { start: other.start, end: other.end } };
}

/** How much of a draft comes from where, in per cent of its words, as far as archives tell it, the largest share first. */
export function sharesOf(
  findings: readonly Pick<Finding, 'from'>[],
): readonly { readonly kind: StoryKind; readonly percent: number }[] {
  const shares = new Map<StoryKind, number>();
  for (const { from } of findings)
    if (from !== undefined) shares.set(from.kind, (shares.get(from.kind) ?? 0) + from.words / from.of);
  return [...shares]
    .map(([kind, share]) => ({ kind, percent: Math.floor(100 * share) }))
    .sort((a, b) => b.percent - a.percent);
}

/** Whether any of the findings counts against `--fail-on`. */
export const fails = (findings: readonly Pick<Finding, 'severity'>[], failOn: Severity | 'never'): boolean =>
  failOn !== 'never' &&
  findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn));

/** `3 findings`, `1 finding`. */
export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${amount} ${amount === 1 ? one : many}`;

/** Names in a row: `a, b and c`. */
export const inARow = (parts: readonly string[], last = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;

/**
 * Words for a terminal: a draft's or a file name's own must neither break the line nor steer the terminal. What a draft has
 * in place of code and pictures is told as left out.
 */
export const plainWords = (words: string): string =>
  words
    .replace(/[\t\r\n]+/gu, ' ')
    .replace(/\p{Cc}/gu, '\ufffd')
    // GitHub Actions takes it for a command of its own, wherever it stands in a line
    .replaceAll('##[', '# #[')
    .replaceAll(NO_PROSE, '…');

/** Words for a terminal that begin a line, such as a file's name: one that begins with “::” is a command to GitHub Actions. */
export const lineOf = (words: string): string => plainWords(words).replace(/^\s*(?=::)/u, './');

/** A value as indented JSON, in which nothing steers a terminal or is a command to GitHub Actions. */
export const printJson = (value: unknown): string => `${harmless(JSON.stringify(value, null, 2))}\n`;

/** The same on one line. */
export const printJsonLine = (value: unknown): string => `${harmless(JSON.stringify(value))}\n`;

const harmless = (json: string): string =>
  json
    .replace(/[\u007f-\u009f]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '#\\u0023[');

/** The summary in words, with the counts that the editor shows everywhere. */
export function summaryInWords(report: Report, say: Say = inEnglish): string {
  const { summary, known, settled, fixed, fixing } = report;
  const checked = report.files.filter((file) => file.checked).length;
  const unmended = report.files.filter((file) => file.checked && file.error !== null).length;
  const failed = report.files.length - checked;
  const parts: string[] = [];
  if (fixed.fixes > 0) parts.push(`Fixed ${count(fixed.fixes, 'place')} in ${count(fixed.files, 'draft')}.`);
  else if (fixing && unmended === 0) parts.push('There was nothing to fix safely.');
  if (unmended > 0) parts.push(`${count(unmended, 'draft')} could not be fixed.`);
  if (report.files.length === 0) parts.push(say('There are no drafts to check here.'));
  else if (summary.findings === 0) {
    if (checked > 0)
      parts.push(
        fixing
          ? `${count(checked, 'draft')} checked: nothing more to report.`
          : `${say(count(checked, 'draft'))} ${say('checked: nothing to report.')}`,
      );
  } else {
    const left = leftInWords(summary.bySeverity).map(say).join(', ');
    const where = report.files.filter((file) => file.findings.length > 0).length;
    const among = say(
      checked > where
        ? `in ${where} of ${checked} drafts`
        : where === 1
          ? 'in 1 draft'
          : `in ${where} drafts`,
    );
    parts.push(`${say(count(summary.findings, 'finding'))} ${among}: ${left}.`);
  }
  if (known > 0) parts.push(`${count(known, 'known finding')} left out.`);
  if (settled > 0)
    parts.push(`${count(settled, 'finding')} left out as checked or ignored (--no-ledger shows them).`);
  if (failed > 0) parts.push(`${say(count(failed, 'file'))} ${say('not checked')}.`);
  return parts.join(' ');
}

/** How many of the findings `--fix` would mend, in words; nothing if none. */
export function fixHint(report: Report): string {
  const safe = report.files
    .flatMap((file) => file.findings)
    .filter((finding) => finding.fixes.some((fix) => fix.safe));
  return report.fixing || safe.length === 0 ? '' : `${safe.length} can be fixed safely with --fix.`;
}

/** What a finding of a severity is called where people read it. */
export const SHOWN_AS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'question',
  hint: 'hint',
};

/** `2 errors`, `1 question`. */
export const severityCount = (amount: number, severity: Severity): string =>
  count(amount, SHOWN_AS[severity]);

/** `3 to fix`, `2 questions`, `1 hint`: errors and warnings are to be fixed. */
const leftInWords = ({ error, warning, information, hint }: Summary['bySeverity']): readonly string[] => [
  ...(error + warning > 0 ? [`${error + warning} to fix`] : []),
  ...(information > 0 ? [severityCount(information, 'information')] : []),
  ...(hint > 0 ? [severityCount(hint, 'hint')] : []),
];
