import type { Severity } from '../checks/check.ts';
import type { Reporter } from './report.ts';
import { rangeOf } from './report.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export const github: Reporter = (report) =>
  report.files
    .flatMap((file) => [
      ...(file.error === null ? [] : [command('error', { file: file.path }, file.error)]),
      ...file.findings.map((finding) => {
        const { start, end } = rangeOf(file.lines, finding.span);
        // columns are only read where both lie on one line
        const columns =
          start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
        return command(
          LEVELS[finding.severity],
          { file: file.path, line: start.line + 1, endLine: end.line + 1, ...columns, title: finding.code },
          finding.message,
        );
      }),
    ])
    .join('');

function command(
  level: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${level} ${list.join(',')}::${escaped(message)}\n`;
}

// As @actions/core writes them: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const escaped = (text: string): string =>
  text
    // what steers a terminal, or is a command in a form that is older
    .replace(/[^\P{Cc}\t\r\n]/gu, '\ufffd')
    .replaceAll('##[', '# #[')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
