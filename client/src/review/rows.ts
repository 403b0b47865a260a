import * as vscode from 'vscode';
import { inWords, leftInWords } from '../counts.ts';
import {
  count,
  type Group,
  type Grouping,
  nameOf,
  originOf,
  type Row,
  SEVERITY_NAMES,
  SEVERITY_TITLES,
} from './findings.ts';
import { shortLabel } from './labels.ts';

/** A group as the view shows it: what is left comes first, since a narrow view cuts the rest; all of it is told on hover. */
export function groupItem(group: Group, isOpen: boolean, checked: number): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const empty = group.rows.length === 0;
  const item = new vscode.TreeItem(group.label, empty ? None : isOpen ? Expanded : Collapsed);
  item.id = group.id;
  const [first] = group.rows;
  const counts = count(group.rows, checked);
  const all = inWords(counts, vscode.l10n.t);
  const folder = group.uri === undefined ? '' : folderOf(group.uri);
  const origin = group.uri === undefined ? '' : originOf(group.rows, vscode.l10n.t);
  item.description = [leftInWords(counts, vscode.l10n.t), origin, folder]
    .filter((part) => part !== '')
    .join(' · ');
  item.contextValue = `group.${group.grouping}`;
  const isSeverity = group.grouping === 'severity' && first !== undefined;
  const title = isSeverity ? SEVERITY_TITLES[first.severity] : group.label;
  const name = group.uri === undefined ? title : vscode.workspace.asRelativePath(group.uri);
  const told = origin === '' ? all : `${all}, ${origin}`;
  item.tooltip = [name, told].join('\n\n');
  if (empty) item.iconPath = new vscode.ThemeIcon('pass');
  else if (isSeverity) item.iconPath = iconOf(first.severity);
  else item.iconPath = new vscode.ThemeIcon(group.grouping === 'kind' ? 'tag' : 'file');
  item.accessibilityInformation = {
    label: `${group.label}: ${told}`,
  };
  return item;
}

/**
 * A finding as the view shows it: line, kind and words, so that they can be read in a narrow view; the message is told on hover.
 * Clicked, it shows its place and keeps the focus in the list; VS Code itself gives the focus away on Enter and double click.
 */
export function rowItem(row: Row, grouping: Grouping): vscode.TreeItem {
  const { start } = row.range;
  const kind = grouping === 'kind' ? [] : [shortLabel(row.code)];
  const words = row.words === '' ? row.message : row.words;
  const item = new vscode.TreeItem([start.line + 1, ...kind, words].join(' · '));
  item.id = `${grouping}:${row.id}`;
  const name = nameOf(row.uri);
  if (grouping !== 'draft') item.description = name;
  const fixed = row.fix === undefined ? [] : [vscode.l10n.t('Fix: {0}', row.fix)];
  item.tooltip = [row.message, ...fixed, row.kind].join('\n\n');
  item.iconPath = iconOf(row.severity);
  item.contextValue = [
    row.claim ? 'finding.claim' : 'finding',
    ...(row.fix === undefined ? [] : ['fixable']),
  ].join('.');
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Show in the Draft'),
    arguments: [row.uri, { selection: new vscode.Range(start, start) }],
  };
  const line = vscode.l10n.t('line {0}', start.line + 1);
  item.accessibilityInformation = {
    label: [`${SEVERITY_NAMES[row.severity]}, ${name}, ${line}: ${row.message}`, ...fixed].join(' '),
  };
  return item;
}

function iconOf(severity: vscode.DiagnosticSeverity): vscode.ThemeIcon {
  const [icon, colour] = ICONS[severity];
  return new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

const ICONS: Readonly<Record<vscode.DiagnosticSeverity, readonly [string, string | undefined]>> = {
  [vscode.DiagnosticSeverity.Error]: ['error', 'problemsErrorIcon.foreground'],
  [vscode.DiagnosticSeverity.Warning]: ['warning', 'problemsWarningIcon.foreground'],
  [vscode.DiagnosticSeverity.Information]: ['question', 'problemsInfoIcon.foreground'],
  [vscode.DiagnosticSeverity.Hint]: ['lightbulb', undefined],
};

function folderOf(uri: vscode.Uri): string {
  const relative = vscode.workspace.asRelativePath(uri);
  const end = relative.lastIndexOf('/');
  return end <= 0 || uri.scheme === 'untitled' ? '' : relative.slice(0, end);
}
