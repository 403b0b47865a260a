import type { Finding } from '../engine/finding.ts';
import { escapeMarkup } from './markup.ts';
import type { Reporter } from './report.ts';
import { fails, type Report, type ReportedFile } from './report.ts';

/** JUnit's XML: a suite per draft, a failed test per finding that counts against `--fail-on`; the others pass, with a note. */
export const junit: Reporter = (report) => {
  const suites = report.files.map((file) => suite(file, report));
  const sum = (key: 'tests' | 'failures' | 'errors') => suites.reduce((total, one) => total + one[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="blue-pencil" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">`,
    ...suites.map((one) => one.xml),
    '</testsuites>',
    '',
  ].join('\n');
};

function suite(file: ReportedFile, { failOn }: Report) {
  const name = escapeMarkup(file.path);
  const cases = file.findings.map((finding) => testCase(file, finding, fails([finding], failOn)));
  if (file.error !== null)
    cases.unshift(
      `    <testcase name="read" classname="${name}">\n      <error message="${escapeMarkup(file.error)}"/>\n    </testcase>`,
    );
  if (cases.length === 0) cases.push(`    <testcase name="nothing to report" classname="${name}"/>`);
  const failures = file.findings.filter((finding) => fails([finding], failOn)).length;
  const errors = file.error === null ? 0 : 1;
  const xml = [
    `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="${errors}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
  return { xml, tests: cases.length, failures, errors };
}

function testCase({ path, lines }: ReportedFile, finding: Finding, failing: boolean): string {
  const { line, character } = lines.positionAt(finding.span.start);
  const where = `${path}:${line + 1}:${character + 1}`;
  const name = escapeMarkup(`${finding.code} at ${line + 1}:${character + 1}`);
  const words = escapeMarkup(finding.message);
  const body = failing
    ? `<failure type="${escapeMarkup(finding.code)}" message="${words}">${escapeMarkup(where)}: ${words}</failure>`
    : `<system-out>${escapeMarkup(where)}: ${finding.severity}: ${words}</system-out>`;
  return `    <testcase name="${name}" classname="${escapeMarkup(path)}">\n      ${body}\n    </testcase>`;
}
