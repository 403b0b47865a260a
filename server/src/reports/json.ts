import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import type { Report } from './report.ts';
import { printJson, type ReportedFile, rangeOf, relatedPlace } from './report.ts';

/** One JSON object, for programs: spans in UTF-16 offsets, ranges as in the language server protocol. */
export const json = (report: Report): string =>
  printJson({
    schemaVersion: 1,
    files: report.files.map((file) => ({ path: file.path, ...fileJson(file) })),
    summary: report.summary,
  });

/** What programs get of a draft, beside its name. */
export const fileJson = (file: ReportedFile): object => ({
  error: file.error,
  ...(file.encoding !== undefined && { encoding: file.encoding }),
  findings: file.findings.map((finding) => findingJson(file, finding)),
  ...(file.notes !== undefined && {
    notes: file.notes.map(({ span, ...note }) => ({ span: [span.start, span.end], ...note })),
  }),
});

function findingJson({ path, lines }: ReportedFile, finding: Finding): object {
  const place = (span: Span) => ({ span: [span.start, span.end], range: rangeOf(lines, span) });
  return {
    code: finding.code,
    check: finding.check,
    severity: finding.severity,
    message: finding.message,
    ...place(finding.span),
    ...(finding.from && {
      from: { ...finding.from, spans: finding.from.spans.map(({ start, end }) => [start, end]) },
    }),
    related: finding.related.map((one) => {
      const { span, message } = one;
      return { span: [span.start, span.end], ...relatedPlace({ path, lines }, one), message };
    }),
    fixes: finding.fixes.map(({ title, safe, preferred = false, edits }) => ({
      title,
      safe,
      preferred,
      edits: edits.map((edit) => ({ path, ...place(edit.span), newText: edit.text })),
    })),
  };
}
