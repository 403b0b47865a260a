import type { Related, Severity } from '../checks/check.ts';
import type { Reporter } from './report.ts';
import {
  fixHint,
  lineOf,
  plainWords,
  type Report,
  type ReportedFile,
  relatedPlace,
  summaryInWords,
} from './report.ts';

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

/** Lines for people: path, line and column, severity, message and code, the other places below; a summary at the end. */
export const text: Reporter = (report, { colour, quiet }) => {
  const paint = (code: number, words: string): string =>
    colour ? `\u001b[${code}m${words}\u001b[0m` : words;
  const blocks = report.files
    .filter((file) => file.findings.length > 0)
    .map((file) => fileLines(file, paint));
  const summary = quiet ? [] : [summaryLine(report, paint)];
  return [...blocks, ...summary].map((block) => `${block}\n`).join('\n');
};

type Paint = (code: number, words: string) => string;

function fileLines(file: ReportedFile, paint: Paint): string {
  const at = (place: Pick<Related, 'span' | 'other'>): string => {
    const { path, range } = relatedPlace(file, place);
    return `${lineOf(path)}:${range.start.line + 1}:${range.start.character + 1}`;
  };
  return file.findings
    .flatMap(({ code, severity, message, span, related }) => [
      `${paint(1, at({ span }))}  ${paint(COLOURS[severity], severity)}  ${plainWords(message)}  ${paint(90, code)}`,
      ...related.map((one) => `    ${paint(90, `${at(one)}  ${plainWords(one.message)}`)}`),
    ])
    .join('\n');
}

function summaryLine(report: Report, paint: Paint): string {
  const { bySeverity, findings } = report.summary;
  const worst = bySeverity.error > 0 ? 31 : bySeverity.warning > 0 ? 33 : findings > 0 ? 36 : 32;
  return [paint(worst, summaryInWords(report)), fixHint(report)].filter((part) => part !== '').join(' ');
}
