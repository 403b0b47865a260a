import { excerpt } from './excerpt.ts';
import { inEnglish, type Reporter } from './report.ts';

const HEADINGS = ['Draft', 'Line', 'Column', 'Severity', 'Kind', 'Code', 'Message', 'Words', 'Fix'];

/** A table for a spreadsheet, a row for each finding and each file that was not checked or not mended. */
export const csv: Reporter = (report, { say = inEnglish }) => {
  const kinds = new Map(report.checks.flatMap(({ codes }) => Object.entries(codes)));
  const rows = report.files.flatMap((file) => [
    ...(file.error === null
      ? []
      : [
          [
            file.path,
            '',
            '',
            say(file.checked ? 'not fixed' : 'not checked'),
            '',
            '',
            say(file.error),
            '',
            '',
          ],
        ]),
    ...file.findings.map(({ code, severity, message, span, fixes }) => {
      const { line, character } = file.lines.positionAt(span.start);
      const fix = fixes.find((one) => one.preferred === true) ?? fixes[0];
      const place = [file.path, String(line + 1), String(character + 1)];
      const kind = say(kinds.get(code)?.summary ?? '');
      const words = excerpt(file.text, span);
      return [...place, say(severity), kind, code, say(message), words, say(fix?.title ?? '')];
    }),
  ]);
  return csvTable([HEADINGS.map(say), ...rows]);
};

/**
 * Rows of cells as a table for a spreadsheet, which finds nothing in it to run: commas, CR LF and quotes as in RFC 4180, with the
 * mark at its start by which Excel knows UTF-8.
 */
export const csvTable = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

function cell(words: string): string {
  // nor does a terminal that the table is printed on, or a workflow on GitHub
  const text = words
    .replace(/[^\P{Cc}\t\r\n]/gu, '\ufffd')
    .replaceAll('##[', '# #[')
    .replace(/^\s*(?=::)/gmu, "'");
  // a spreadsheet would run words that begin so as a formula
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
