import { version } from '../../package.json';
import { CHECKS } from '../checks/index.ts';
import { REPORT_FORMATS } from '../reports/index.ts';
import { type Report, type ReportedFile, type Say, summarise } from '../reports/report.ts';
import type { ReportParams, ReportResult } from './protocol.ts';

/** Renders drafts as the command line would, but in the user's language; a format there is not comes out as HTML. */
export function render(
  files: readonly ReportedFile[],
  { format, about }: ReportParams,
  say: Say,
): ReportResult {
  const summary = summarise(files);
  const report = {
    files,
    summary,
    checks: CHECKS,
    version,
    failOn: 'never' as const,
    known: 0,
    settled: 0,
    fixed: { fixes: 0, files: 0 },
    fixing: false,
    ...(about !== undefined && { about }),
  } satisfies Report;
  const text = (REPORT_FORMATS[format] ?? REPORT_FORMATS.html).render(report, {
    colour: false,
    quiet: false,
    say,
  });
  return { text, files: summary.files, bySeverity: summary.bySeverity };
}
