import { csv } from './csv.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { draftLine, ndjson } from './ndjson.ts';
import type { ReportedFile, ReportFormat } from './report.ts';
import { sarif } from './sarif.ts';
import { BETWEEN, closingText, text, textOfFile } from './text.ts';

/** Every way to write a report: arguments, help, README and the editor's export go by this table. */
export const REPORT_FORMATS = {
  text: {
    description: 'for reading; the default',
    render: text,
    line: textOfFile,
    between: BETWEEN,
    closing: closingText,
  },
  json: { description: 'for programs', render: json },
  ndjson: {
    description: 'for pipelines: a line a draft, each as soon as it is checked',
    render: ndjson,
    line: (file: ReportedFile) => draftLine(file),
  },
  sarif: { description: 'for code scanning', render: sarif },
  github: { description: 'notes on a pull request', render: github },
  html: { description: 'a page to print', render: html, exportedAs: 'html' },
  junit: { description: 'for a build server', render: junit },
  markdown: { description: 'for a ticket or a wiki', render: markdown, exportedAs: 'md' },
  csv: { description: 'a table for a spreadsheet', render: csv, exportedAs: 'csv' },
} as const satisfies Record<string, ReportFormat>;

/** A format by its name, with all that a format can have. */
export const reportFormat = (name: FormatName): ReportFormat => REPORT_FORMATS[name];

export type FormatName = keyof typeof REPORT_FORMATS;

/** Those that an editor offers to save. */
export type ExportedFormat = {
  [Name in FormatName]: (typeof REPORT_FORMATS)[Name] extends { exportedAs: string } ? Name : never;
}[FormatName];
