import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Position,
} from 'vscode-languageserver';
import type { Related, Severity } from '../checks/check.ts';
import { isClaim } from '../checks/claims.ts';
import type { Finding } from '../engine/finding.ts';
import { type Client, docsPage } from './client.ts';
import { kindSaid } from './kinds.ts';
import type { LinedText } from './open-text.ts';
import { toRange } from './positions.ts';
import type { DiagnosticData } from './protocol.ts';

/** Who speaks, in the client's list of problems. */
export const SOURCE = 'Blue Pencil';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the client shows it; a copy is faded and leads to the passage it repeats. */
export function toDiagnostic(text: LinedText, finding: Finding, client: Client): Diagnostic {
  return {
    range: toRange(text, finding.span),
    severity: SEVERITY[finding.severity],
    source: SOURCE,
    code: finding.code,
    codeDescription: { href: docsPage(client, finding.check) },
    message: client.say(finding.message),
    ...(client.diagnosticData && { data: dataOf(text, finding, client) }),
    ...(finding.copy && { tags: [DiagnosticTag.Unnecessary] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((one) => ({
        location: placeOf(text, one),
        message: client.say(one.message),
      })),
    }),
  };
}

/** Where something that belongs to a finding is, in the draft or in another one. */
export const placeOf = (text: LinedText, { span, other }: Pick<Related, 'span' | 'other'>): Location =>
  other === undefined
    ? { uri: text.uri, range: toRange(text, span) }
    : { uri: other.place, range: { start: other.start, end: other.end } };

/** As many characters of the words at fault are told: a row of a list shows fewer. */
const LONGEST_WORDS = 80;

function dataOf(text: LinedText, finding: Finding, { say }: Client): DiagnosticData {
  const { code, fixes, span } = finding;
  const end = Math.min(span.end, span.start + 2 * LONGEST_WORDS);
  const words = text
    .getText(toRange(text, { start: span.start, end }))
    .replace(/\s+/gu, ' ')
    .trim();
  const preferred = fixes.find((fix) => fix.preferred === true);
  return {
    kind: kindSaid(code, say),
    words: words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1).trimEnd()}…` : words,
    ...(preferred && { fix: say(preferred.title) }),
    ...(isClaim(finding) && { claim: true }),
    ...(finding.from && { from: { kind: finding.from.kind, share: finding.from.words / finding.from.of } }),
  };
}

const TOP: Position = { line: 0, character: 0 };

/** A remark on a whole document, at its top, or on what begins at a place. */
export const remark = (
  message: string,
  code: string,
  at: Position = TOP,
  severity: DiagnosticSeverity = DiagnosticSeverity.Information,
): Diagnostic => ({
  range: { start: at, end: at },
  severity,
  source: SOURCE,
  code,
  message,
});

/** Says that a draft was not checked for its size. Lengths in UTF-16 units or bytes. */
export const tooLarge = (length: number, largest: number): string =>
  `This draft was not checked: it has ${kilobytes(length)}, and drafts are checked up to ${kilobytes(largest)}. You can raise “maxFileSize” in Blue Pencil’s settings or in the house file.`;

const kilobytes = (length: number): string => `${Math.ceil(length / 1024).toLocaleString('en-GB')} KB`;
