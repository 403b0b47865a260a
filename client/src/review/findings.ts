import * as vscode from 'vscode';
import { type Counts, countsOf, type Translate } from '../counts.ts';
import type { DiagnosticData } from '../protocol.ts';

/** A finding as the review view shows it. */
export interface Row {
  /** Stays the same while text above it is edited. */
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly severity: vscode.DiagnosticSeverity;
  readonly message: string;
  /** The words it is about, in one line. */
  readonly words: string;
  readonly code: string;
  /** What the code stands for. */
  readonly kind: string;
  /** The title of the preferred fix. */
  readonly fix: string | undefined;
  /** It asks for a source, so that it is settled by a reason. */
  readonly claim: boolean;
  /** Whose copy it is, and how much of the draft, where an archive tells it. */
  readonly from: DiagnosticData['from'];
}

export const GROUPINGS = ['draft', 'kind', 'severity'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Rows that belong together; none in a draft that was checked and is clean. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly grouping: Grouping;
  readonly rows: readonly Row[];
  /** The draft it stands for, where it stands for one. */
  readonly uri?: vscode.Uri;
}

const { DiagnosticSeverity } = vscode;

/** Blue Pencil's findings on a draft, in the order of the text. Remarks on a whole file are none. */
export function rowsOf(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): readonly Row[] {
  const met = new Map<string, number>();
  return diagnostics
    .filter((one) => one.source === 'Blue Pencil' && codeOf(one).includes('/'))
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((one): Row => {
      const { message, range, severity } = one;
      const code = codeOf(one);
      const data = dataOf(one);
      const key = `${uri}#${code}#${message}`;
      const nth = (met.get(key) ?? 0) + 1;
      met.set(key, nth);
      return {
        id: `${key}#${nth}`,
        ...{ uri, range, severity, message, code },
        kind: data?.kind ?? code,
        words: data?.words ?? '',
        fix: data?.fix,
        claim: data?.claim === true,
        from: data?.from,
      };
    });
}

/** The code of a diagnostic, without the link it carries. */
export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : (code ?? ''));

const dataOf = (diagnostic: vscode.Diagnostic): DiagnosticData | undefined =>
  'data' in diagnostic ? (diagnostic.data as DiagnosticData | undefined) : undefined;

/** Counts rows by what they ask of the editor. */
export function count(rows: readonly Row[], checked = 0): Counts {
  const by = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of rows) by[SEVERITIES[severity]] += 1;
  return countsOf(by, checked);
}

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

/** How much of a draft comes from where, as far as archives tell it: `61 % release, 20 % ours`; '' where they know nothing of it. */
export function originOf(rows: readonly Pick<Row, 'from'>[], t: Translate): string {
  const shares = new Map<Kind, number>();
  for (const { from } of rows)
    if (from !== undefined) shares.set(from.kind, (shares.get(from.kind) ?? 0) + from.share);
  const said: Readonly<Record<Kind, (share: number) => string>> = {
    release: (share) => t('{0} % release', share),
    agency: (share) => t('{0} % agency', share),
    web: (share) => t('{0} % web', share),
    ours: (share) => t('{0} % ours', share),
  };
  return [...shares]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, share]) => said[kind](Math.floor(100 * share)))
    .join(', ');
}

type Kind = NonNullable<Row['from']>['kind'];

/** A draft's name, without its folder. */
export const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** The rows of several drafts in one list, the drafts by their names. */
export const inOrder = (drafts: readonly (readonly Row[])[]): readonly Row[] =>
  drafts
    .filter((rows) => rows.length > 0)
    .map((rows) => ({ rows, name: labelOf(rows, 'draft'), uri: String(rows[0]?.uri) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.uri, b.uri))
    .flatMap(({ rows }) => rows);

/** Whether a row has a text in its message, its kind or its draft's name; case does not matter. */
export const matches = (row: Row, filter: string): boolean =>
  [row.message, row.words, row.kind, row.code, nameOf(row.uri)].some((text) =>
    text.toLowerCase().includes(filter.trim().toLowerCase()),
  );

/** Puts rows together, groups by their names (the gravest first by severity), rows in the order they come. */
export function groupBy(rows: readonly Row[], grouping: Grouping): readonly Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row, grouping);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups]
    .map(
      ([key, members]): Group => ({
        id: `${grouping}:${key}`,
        label: labelOf(members, grouping),
        grouping,
        rows: members,
        ...(grouping === 'draft' && members[0] !== undefined && { uri: members[0].uri }),
      }),
    )
    .sort((a, b) => (grouping === 'severity' ? compare(a.id, b.id) : compare(a.label, b.label)));
}

const compare = (a: string, b: string): number => a.localeCompare(b);

const keyOf = (row: Row, grouping: Grouping): string =>
  grouping === 'draft' ? row.uri.toString() : grouping === 'kind' ? row.code : String(row.severity);

function labelOf([row]: readonly Row[], grouping: Grouping): string {
  if (row === undefined) return '';
  if (grouping === 'draft') return nameOf(row.uri);
  return grouping === 'kind' ? row.kind : SEVERITY_LABELS[row.severity];
}

const SEVERITY_LABELS: Readonly<Record<vscode.DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: vscode.l10n.t('Errors'),
  [DiagnosticSeverity.Warning]: vscode.l10n.t('Warnings'),
  [DiagnosticSeverity.Information]: vscode.l10n.t('Questions'),
  [DiagnosticSeverity.Hint]: vscode.l10n.t('Hints'),
};

/** What a severity asks for, where there is room to say it. */
export const SEVERITY_TITLES: Readonly<Record<vscode.DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: vscode.l10n.t('Errors: fix before the draft goes on'),
  [DiagnosticSeverity.Warning]: vscode.l10n.t('Warnings: most likely to be fixed'),
  [DiagnosticSeverity.Information]: vscode.l10n.t('Questions'),
  [DiagnosticSeverity.Hint]: vscode.l10n.t('Hints'),
};

/** The one word for a severity, as a screen reader says it. */
export const SEVERITY_NAMES: Readonly<Record<vscode.DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: vscode.l10n.t('Error'),
  [DiagnosticSeverity.Warning]: vscode.l10n.t('Warning'),
  [DiagnosticSeverity.Information]: vscode.l10n.t('Question'),
  [DiagnosticSeverity.Hint]: vscode.l10n.t('Hint'),
};

/** The finding after or before a place, in the next draft where this one has no more, and round from the end to the start. Rows come in order. */
export function neighbour(
  rows: readonly Row[],
  from: { readonly uri: vscode.Uri; readonly position: vscode.Position } | undefined,
  step: 1 | -1,
): Row | undefined {
  if (from === undefined) return step === 1 ? rows[0] : rows.at(-1);
  const here = rows.filter((row) => row.uri.toString() === from.uri.toString());
  const further = here.filter(({ range: { start } }) => start.compareTo(from.position) * step > 0);
  const within = step === 1 ? further[0] : further.at(-1);
  if (within !== undefined) return within;
  const edge = step === 1 ? here.at(-1) : here[0];
  if (edge === undefined) return step === 1 ? rows[0] : rows.at(-1);
  return rows[(rows.indexOf(edge) + step + rows.length) % rows.length];
}

/** The findings that a cursor stands in or beside, the narrowest first. */
export const rowsAt = (rows: readonly Row[], position: vscode.Position): readonly Row[] =>
  rows
    .filter(({ range }) => range.contains(position))
    .sort((a, b) => (a.range.contains(b.range) ? 1 : b.range.contains(a.range) ? -1 : 0));
