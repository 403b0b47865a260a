import stringWidth from 'fast-string-width';
import type { Related, Severity } from '../checks/check.ts';
import { SEVERITIES } from '../checks/check.ts';
import type { Finding } from '../engine/finding.ts';
import { sentence } from '../house/schema.ts';
import type { Reporter, Style } from './report.ts';
import {
  count,
  fixHint,
  inARow,
  lineOf,
  plainWords,
  type Report,
  type ReportedFile,
  relatedPlace,
  severityCount,
  summaryInWords,
} from './report.ts';

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

/**
 * Lines for people: path, line and column, severity, message and code; below them the words, marked, and the other places; at the end a
 * summary, by kind and by draft.
 */
export const text: Reporter = (report, style) => {
  const blocks =
    style.groupBy === 'check'
      ? byCheck(report, style).map((block) => `${block}\n`)
      : report.files.map((file) => textOfFile(file, style));
  return [...blocks, closingText(report, style)].filter((block) => block !== '').join(BETWEEN);
};

/** What comes between what is said of two drafts. */
export const BETWEEN = '\n';

/** All that is found in a draft. */
export const textOfFile = (file: ReportedFile, style: Style): string =>
  file.findings.map((finding) => `${lines(file, finding, style, painter(style))}\n`).join('');

/** The summary. */
export const closingText: Reporter = (report, style) => {
  const paint = painter(style);
  const summary = style.quiet ? [] : [summaryLine(report, paint), ...tables(report, paint)];
  return summary.map((block) => `${block}\n`).join(BETWEEN);
};

const painter =
  ({ colour }: Style): Paint =>
  (code, words) =>
    colour ? `\u001b[${code}m${words}\u001b[0m` : words;

type Paint = (code: number, words: string) => string;

function byCheck({ files, checks }: Report, style: Style): readonly string[] {
  const paint = painter(style);
  return checks.flatMap(({ id, summary }) => {
    const found = files.flatMap((file) =>
      file.findings.filter(({ check }) => check === id).map((finding) => lines(file, finding, style, paint)),
    );
    if (found.length === 0) return [];
    return [[paint(1, `${id}: ${sentence(summary)} ${count(found.length, 'finding')}`), ...found].join('\n')];
  });
}

/** A finding; its first line is for programs that open what `path:line:column` names, too. */
function lines(file: ReportedFile, finding: Finding, { linkTo, width }: Style, paint: Paint): string {
  const at = (place: Pick<Related, 'span' | 'other'>): string => {
    const { path, range } = relatedPlace(file, place);
    const words = `${lineOf(path)}:${range.start.line + 1}:${range.start.character + 1}`;
    return linkTo === undefined ? words : `\u001b]8;;${linkTo(path)}\u0007${words}\u001b]8;;\u0007`;
  };
  const { code, severity, message, span, related } = finding;
  return [
    `${paint(1, at({ span }))}  ${paint(COLOURS[severity], severity)}  ${plainWords(message)}  ${paint(90, code)}`,
    ...passage(file, finding, width, paint),
    ...related.map((one) => `    ${paint(90, `${at(one)}  ${plainWords(one.message)}`)}`),
  ].join('\n');
}

const INDENT = '    ';
const WIDTH = 100;
/** What is shown around the words at least, in characters, where there is so much. */
const AROUND = 20;

/** The words at fault in their line, or what fits of it, and a caret under each; of words on several lines, those on the first. */
function passage(
  { text, lines }: ReportedFile,
  { span, severity }: Finding,
  width = WIDTH,
  paint: Paint,
): readonly string[] {
  const { line } = lines.positionAt(span.start);
  const begin = lines.offsetAt({ line, character: 0 });
  const ends = text.slice(span.start).search(/[\r\n]/u);
  const end = ends < 0 ? text.length : span.start + ends;
  const words = plainWords(text.slice(span.start, Math.min(span.end, end)));
  if (words.trim() === '') return [];
  const room = Math.max(width, 3 * AROUND) - INDENT.length;
  const after = plainWords(text.slice(Math.min(span.end, end), end));
  const before = plainWords(text.slice(begin, span.start));
  const shown = cutEnd(words, room - Math.min(before.length, AROUND) - Math.min(after.length, AROUND));
  const beside = room - shown.length;
  const left = cutStart(before, Math.max(beside >> 1, beside - after.length));
  const right = cutEnd(after, beside - left.length);
  return [
    `${INDENT}${left}${paint(COLOURS[severity], shown)}${right}`.trimEnd(),
    `${INDENT}${' '.repeat(stringWidth(left))}${paint(COLOURS[severity], '^'.repeat(Math.max(1, stringWidth(shown))))}`,
  ];
}

/** The end of words, from the start of a word on. */
function cutStart(words: string, most: number): string {
  if (words.length <= most) return words;
  const part = words.slice(words.length - Math.max(0, most - 2));
  const gap = part.indexOf(' ');
  return gap < 0 ? '… ' : `… ${part.slice(gap + 1)}`;
}

/** The start of words, to the end of a word. */
function cutEnd(words: string, most: number): string {
  if (words.length <= most) return words;
  const part = words.slice(0, Math.max(0, most - 2));
  const gap = part.lastIndexOf(' ');
  return gap < 0 ? ' …' : `${part.slice(0, gap)} …`;
}

function summaryLine(report: Report, paint: Paint): string {
  const { bySeverity, findings } = report.summary;
  const worst = bySeverity.error > 0 ? 31 : bySeverity.warning > 0 ? 33 : findings > 0 ? 36 : 32;
  return [paint(worst, summaryInWords(report)), fixHint(report)].filter((part) => part !== '').join(' ');
}

/** Rows of a table that are shown. */
const ROWS = 10;

/** How many findings there are of each kind, and in each draft, where there is more than one. */
function tables({ files, summary }: Report, paint: Paint): readonly string[] {
  const kinds = Object.entries(summary.byCode).sort(([, a], [, b]) => b - a);
  const drafts = files.filter(({ findings }) => findings.length > 0).sort((a, b) => worse(a, b));
  return [
    table(
      'By kind',
      'kinds',
      kinds.map(([code, amount]) => [amount, code, '']),
      paint,
    ),
    table(
      'By draft, the worst first',
      'drafts',
      drafts.map((file) => [file.findings.length, lineOf(file.path), inARow(gradesOf(file))]),
      paint,
    ),
  ].flat();
}

type Row = readonly [amount: number, name: string, more: string];

function table(title: string, many: string, rows: readonly Row[], paint: Paint): readonly string[] {
  if (rows.length < 2) return [];
  const shown = rows.length <= ROWS + 1 ? rows : rows.slice(0, ROWS);
  const digits = Math.max(...shown.map(([amount]) => String(amount).length));
  const width = Math.max(...shown.map(([, name]) => stringWidth(name)));
  const left = rows.length - shown.length;
  return [
    [
      paint(1, title),
      ...shown.map(
        ([amount, name, more]) =>
          `  ${String(amount).padStart(digits)}  ${name}${more === '' ? '' : `${' '.repeat(width - stringWidth(name))}  ${paint(90, more)}`}`,
      ),
      ...(left > 0 ? [`  and ${left} more ${many}`] : []),
    ].join('\n'),
  ];
}

const amountOf = ({ findings }: ReportedFile, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

const gradesOf = (file: ReportedFile): readonly string[] =>
  SEVERITIES.map((one) => [amountOf(file, one), one] as const)
    .filter(([amount]) => amount > 0)
    .map(([amount, one]) => severityCount(amount, one));

/** One error outweighs any number of warnings, and so on. */
function worse(a: ReportedFile, b: ReportedFile): number {
  for (const severity of SEVERITIES) {
    const difference = amountOf(b, severity) - amountOf(a, severity);
    if (difference !== 0) return difference;
  }
  return 0;
}
