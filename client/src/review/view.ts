import * as vscode from 'vscode';
import {
  type Counts,
  checkedInWords,
  count,
  GROUPINGS,
  type Group,
  type Grouping,
  groupBy,
  inOrder,
  inWords,
  matches,
  nameOf,
  neighbour,
  type Row,
  rowsOf,
  SEVERITY_NAMES,
} from './findings.ts';
import { fix, settle, show } from './fix.ts';

const VIEW = 'bluePencil.review';

type Item = Group | Row;

/** The view of what Blue Pencil has found. */
export interface Review extends vscode.Disposable {
  /** What is left in all drafts that were checked. */
  counts(uri?: vscode.Uri): Counts;
  rows(uri: vscode.Uri): readonly Row[];
  /** So many findings of a draft are settled in the ledger. */
  settled(uri: vscode.Uri, count: number): void;
  /** Something has been checked, so that an empty view means that there is nothing to ask. */
  checked(): void;
  readonly onDidChange: vscode.Event<void>;
  /** The view as VS Code is told of it. */
  readonly view: vscode.TreeView<Item>;
  readonly provider: vscode.TreeDataProvider<Item>;
  /** Shows only the rows with this text; all of them for an empty one. */
  filter(text: string): void;
}

const isGroup = (item: Item): item is Group => 'rows' in item;

/** Makes the review view and registers its commands. Its findings are the diagnostics, which the server makes. */
export function createReview(): Review {
  const drafts = new Map<string, readonly Row[]>();
  const checkedIn = new Map<string, number>();
  const folded = new Set<string>();
  let grouping: Grouping = 'draft';
  let filter = '';
  let anyChecked = false;
  let groups: readonly Group[] = [];
  const redraw = new vscode.EventEmitter<undefined>();
  const changed = new vscode.EventEmitter<void>();

  const all = (): readonly Row[] => inOrder([...drafts.values()]);
  const shown = (): readonly Row[] => (filter === '' ? all() : all().filter((row) => matches(row, filter)));

  const provider: vscode.TreeDataProvider<Item> = {
    onDidChangeTreeData: redraw.event,
    getChildren: (item) => (item === undefined ? [...groups] : isGroup(item) ? [...item.rows] : []),
    getParent: (item) => (isGroup(item) ? undefined : groups.find(({ rows }) => rows.includes(item))),
    getTreeItem: (item) =>
      isGroup(item) ? groupItem(item, folded.has(item.id), checkedIn) : rowItem(item, grouping),
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider });
  const name = view.title ?? '';

  const context = (key: string, value: unknown): void =>
    void vscode.commands.executeCommand('setContext', `bluePencil.${key}`, value);

  const countAll = (): Counts => {
    let checked = 0;
    for (const [uri, here] of checkedIn) if (isTold(uri)) checked += here;
    return count(all(), checked);
  };

  const draw = (): void => {
    groups = groupBy(shown(), grouping);
    const rows = all();
    const counts = countAll();
    const visible = shown().length;
    view.badge =
      rows.length === 0 ? undefined : { value: rows.length, tooltip: `Blue Pencil: ${inWords(counts)}` };
    // an empty view with a message would not show its welcome
    view.message =
      rows.length === 0
        ? ''
        : filter === ''
          ? `${inWords(counts)}.`
          : visible === 0
            ? vscode.l10n.t('None of {0} findings has “{1}” in it.', rows.length, filter)
            : vscode.l10n.t('{0} of {1} findings, with “{2}”.', visible, rows.length, filter);
    context('grouping', grouping);
    context('filtered', filter !== '');
    // with nothing left the words for an empty view stand there, and they cannot count; a longer title would be cut
    view.title = rows.length === 0 && counts.checked > 0 ? checkedInWords(counts.checked) : name;
    context('left', rows.length);
    // by their names alone: an address means another one where VS Code shows what is on a remote machine
    context('drafts', [...new Set(rows.map(({ uri }) => nameOf(uri)))]);
    context('checked', counts.checked > 0);
    context('review', rows.length > 0 ? 'findings' : anyChecked ? 'clean' : 'new');
    redraw.fire(undefined);
    changed.fire();
  };

  const read = (uri: vscode.Uri): boolean => {
    const key = uri.toString();
    const rows = rowsOf(uri, vscode.languages.getDiagnostics(uri));
    const before = drafts.get(key) ?? [];
    if (rows.length === 0) drafts.delete(key);
    else drafts.set(key, rows);
    return !alike(rows, before);
  };

  const go = async (step: 1 | -1): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const from = editor && { uri: editor.document.uri, position: editor.selection.start };
    const row = neighbour(shown(), from, step);
    if (row === undefined) {
      void vscode.window.setStatusBarMessage(vscode.l10n.t('Blue Pencil: nothing to ask'), 3000);
      return;
    }
    await show(row);
    if (view.visible) await view.reveal(row, { select: true, focus: false });
  };

  const setGrouping = (to: Grouping) => () => {
    grouping = to;
    draw();
  };
  const setFilter = (text: string): void => {
    filter = text.trim();
    draw();
  };
  const askFilter = async (): Promise<void> => {
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Findings'),
      prompt: vscode.l10n.t(
        'Words of the finding, its kind or the draft’s name. Leave it empty to see everything.',
      ),
      value: filter,
    });
    if (text !== undefined) setFilter(text);
  };

  /** From its button, or by key, when the row that is selected is meant. */
  const onRow = (act: (row: Row) => Promise<unknown>) => (given?: Row) => {
    const row = given ?? view.selection.find((item): item is Row => !isGroup(item));
    return row && act(row);
  };

  const { registerCommand } = vscode.commands;
  const subscriptions = vscode.Disposable.from(
    redraw,
    changed,
    view,
    view.onDidCollapseElement(({ element }) => isGroup(element) && folded.add(element.id)),
    view.onDidExpandElement(({ element }) => isGroup(element) && folded.delete(element.id)),
    vscode.window.tabGroups.onDidChangeTabs(() => checkedIn.size > 0 && draw()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.map(read).some((different) => different)) draw();
    }),
    ...GROUPINGS.map((one) => registerCommand(`bluePencil.groupBy.${one}`, setGrouping(one))),
    registerCommand('bluePencil.filterFindings', askFilter),
    registerCommand('bluePencil.clearFilter', () => setFilter('')),
    registerCommand('bluePencil.nextFinding', () => go(1)),
    registerCommand('bluePencil.previousFinding', () => go(-1)),
    registerCommand('bluePencil.showFinding', onRow(show)),
    registerCommand('bluePencil.fixFinding', onRow(fix)),
    registerCommand('bluePencil.markChecked', onRow(settle)),
    registerCommand('bluePencil.ignoreFinding', onRow(settle)),
  );
  for (const [uri] of vscode.languages.getDiagnostics()) read(uri);
  draw();
  return {
    view,
    provider,
    onDidChange: changed.event,
    counts: (uri) =>
      uri === undefined
        ? countAll()
        : count(drafts.get(uri.toString()) ?? [], checkedIn.get(uri.toString()) ?? 0),
    rows: (uri) => drafts.get(uri.toString()) ?? [],
    settled(uri, settled) {
      if (settled === 0) checkedIn.delete(uri.toString());
      else checkedIn.set(uri.toString(), settled);
      draw();
    },
    checked() {
      if (anyChecked) return;
      anyChecked = true;
      draw();
    },
    filter: setFilter,
    dispose: () => subscriptions.dispose(),
  };
}

/** Whether VS Code tells of a draft's findings: not while it keeps the draft in memory with no tab for it. */
function isTold(uri: string): boolean {
  const is = (one: vscode.Uri): boolean => one.toString() === uri;
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return (
    !vscode.workspace.textDocuments.some((document) => is(document.uri)) ||
    tabs.some(({ input }) => input instanceof vscode.TabInputText && is(input.uri))
  );
}

const alike = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length &&
  a.every((row, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      row.id === other.id &&
      row.severity === other.severity &&
      row.fix === other.fix &&
      row.claim === other.claim &&
      row.range.isEqual(other.range)
    );
  });

function groupItem(group: Group, isFolded: boolean, checkedIn: ReadonlyMap<string, number>): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(group.label, isFolded ? Collapsed : Expanded);
  item.id = group.id;
  const [first] = group.rows;
  const checked = group.grouping === 'draft' ? checkedIn.get(String(first?.uri)) : undefined;
  const counts = inWords(count(group.rows, checked));
  const folder = group.grouping === 'draft' && first !== undefined ? folderOf(first.uri) : '';
  item.description = folder === '' ? counts : `${counts} · ${folder}`;
  item.contextValue = `group.${group.grouping}`;
  if (first !== undefined) {
    item.iconPath = group.grouping === 'severity' ? iconOf(first.severity) : GROUP_ICONS[group.grouping];
    if (group.grouping === 'draft') item.tooltip = vscode.workspace.asRelativePath(first.uri);
  }
  item.accessibilityInformation = { label: `${group.label}: ${counts}` };
  return item;
}

function rowItem(row: Row, grouping: Grouping): vscode.TreeItem {
  const item = new vscode.TreeItem(row.message);
  item.id = `${grouping}:${row.id}`;
  const line = vscode.l10n.t('line {0}', row.range.start.line + 1);
  const name = nameOf(row.uri);
  item.description = grouping === 'draft' ? line : `${name}, ${line}`;
  const fixed = row.fix === undefined ? [] : [vscode.l10n.t('Fix: {0}', row.fix)];
  item.tooltip = [`${row.kind}. ${row.message}`, ...fixed].join('\n\n');
  item.iconPath = iconOf(row.severity);
  item.contextValue = [
    row.claim ? 'finding.claim' : 'finding',
    ...(row.fix === undefined ? [] : ['fixable']),
  ].join('.');
  item.command = {
    command: 'bluePencil.showFinding',
    title: vscode.l10n.t('Show in the Draft'),
    arguments: [row],
  };
  item.accessibilityInformation = {
    label: [`${SEVERITY_NAMES[row.severity]}, ${name}, ${line}: ${row.message}`, ...fixed].join(' '),
  };
  return item;
}

const GROUP_ICONS = { draft: new vscode.ThemeIcon('file'), kind: new vscode.ThemeIcon('tag') } as const;

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
