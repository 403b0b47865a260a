import type { Related, Severity } from '../checks/check.ts';
import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import { fingerprint } from '../house/baseline.ts';
import { codesOf, sentence } from '../house/schema.ts';
import type { Reporter } from './report.ts';
import { printJson, type Range, type ReportedFile, rangeOf, relatedPlace } from './report.ts';

type Level = 'error' | 'warning' | 'note' | 'none';

const LEVELS: Readonly<Record<Severity | 'off', Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts and security desks read. */
export const sarif: Reporter = (report) => {
  const codes = codesOf(report.checks);
  const indexes = new Map(codes.map(({ code }, i) => [code, i]));
  const errors = report.files.filter((file) => file.error !== null);
  const run = {
    tool: {
      driver: {
        name: 'Blue Pencil',
        version: report.version,
        rules: codes.map(({ code, severity, summary }) => ({
          id: code,
          shortDescription: { text: sentence(summary) },
          defaultConfiguration:
            severity === 'off' ? { enabled: false } : { enabled: true, level: LEVELS[severity] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: errors.length === 0,
        toolExecutionNotifications: errors.map((file) => ({
          level: 'error',
          message: { text: file.error },
          locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file.path) } } }],
        })),
      },
    ],
    results: report.files.flatMap((file) =>
      file.findings.map((finding) => resultOf(file, finding, indexes.get(finding.code))),
    ),
  };
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  });
};

function resultOf(file: ReportedFile, finding: Finding, ruleIndex: number | undefined): object {
  const artifactLocation = { uri: uriOf(file.path) };
  const physical = (place: Pick<Related, 'span' | 'other'>) => {
    const { path, range } = relatedPlace(file, place);
    return { artifactLocation: { uri: uriOf(path) }, region: regionOf(range, place.span) };
  };
  return {
    ruleId: finding.code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(finding) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((one, id) => ({
        id,
        physicalLocation: physical(one),
        message: { text: one.message },
      })),
    }),
    ...(finding.fixes.length > 0 && {
      fixes: finding.fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation,
            replacements: edits.map((edit) => ({
              deletedRegion: regionOf(rangeOf(file.lines, edit.span), edit.span),
              ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
            })),
          },
        ],
      })),
    }),
    partialFingerprints: { 'words/v1': `${finding.code} ${fingerprint(file.text, finding)}` },
  };
}

function regionOf({ start, end }: Range, span: Span) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

const uriOf = (path: string): string => {
  const drive = /^[a-z]:/i.exec(path)?.[0] ?? '';
  const root = drive !== '' ? `file:///${drive}` : path.startsWith('/') ? 'file://' : '';
  return root + path.slice(drive.length).split('/').map(encodeURIComponent).join('/');
};
