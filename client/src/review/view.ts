import * as vscode from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import { type Counts, inWords } from '../counts.ts';
import type { KindInDraft, ServerCommand } from '../protocol.ts';
import type { Reportable } from '../report.ts';
import {
  count,
  GROUPINGS,
  type Group,
  type Grouping,
  groupBy,
  inOrder,
  matches,
  nameOf,
  neighbour,
  type Row,
  rowsOf,
} from './findings.ts';
import { fix, settle, show } from './fix.ts';
import { followCursor } from './place.ts';
import { groupItem, rowItem } from './rows.ts';

const VIEW = 'bluePencil.review';
/** Stands for the drafts that a check of the workspace has read. */
const ALL = 'all';
const FORGET: ServerCommand = 'bluePencil.forgetClosed';

/** As many rows are shown from the start; the groups after them are closed until somebody opens one. */
const OPEN_ROWS = 200;

type Item = Group | Row;

/** The view of what Blue Pencil has found. */
export interface Review extends vscode.Disposable {
  /** What is left in all drafts that were checked, or in one. */
  counts(uri?: vscode.Uri): Counts;
  rows(uri: vscode.Uri): readonly Row[];
  /** So many findings of a draft are settled in the ledger. */
  settled(uri: vscode.Uri, count: number): void;
  /** A draft has been checked, or several have. */
  checked(uri?: vscode.Uri): void;
  /** What a report could be on. */
  reportable(): Reportable;
  /** The draft in front, if it is one that is checked. */
  inFront(uri: vscode.Uri | undefined): void;
  readonly onDidChange: vscode.Event<void>;
  /** The view as VS Code is told of it. */
  readonly view: vscode.TreeView<Item>;
  readonly provider: vscode.TreeDataProvider<Item>;
  /** Shows only the rows with this text; all of them for an empty one. */
  filter(text: string): void;
}

const isGroup = (item: Item): item is Group => 'rows' in item;
const isSame = (a: vscode.Uri | undefined, b: vscode.Uri | undefined): boolean => String(a) === String(b);

/**
 * Makes the review view and registers its commands. Its findings are the diagnostics, which the server makes.
 * @param isChecking whether a draft is being checked: what is found in it is told in a moment.
 */
export function createReview(client: BaseLanguageClient, isChecking: (uri: vscode.Uri) => boolean): Review {
  const drafts = new Map<string, readonly Row[]>();
  const checkedIn = new Map<string, number>();
  const opened = new Map<string, boolean>();
  let grouping: Grouping = 'draft';
  let filter = '';
  let onlyThis = false;
  let front: vscode.Uri | undefined;
  // the drafts that were checked, by their addresses
  const checkedNow = new Set<string>();
  let anyChecked = false;
  let groups: readonly Group[] = [];
  let openFromStart: ReadonlySet<Group> = new Set();
  let parents = new Map<Row, Group>();
  const redraw = new vscode.EventEmitter<undefined>();
  const changed = new vscode.EventEmitter<void>();

  const all = (): readonly Row[] => inOrder([...drafts.values()]);
  const isShown = (row: Row): boolean =>
    (!onlyThis || isSame(row.uri, front)) && (filter === '' || matches(row, filter));
  const shown = (): readonly Row[] => groups.flatMap(({ rows }) => rows);

  const isOpen = (group: Group): boolean =>
    opened.get(group.id) ??
    (openFromStart.has(group) || (group.uri !== undefined && isSame(group.uri, front)));
  const checkedFor = ({ uri }: Group): number => (uri && checkedIn.get(uri.toString())) ?? 0;

  const provider: vscode.TreeDataProvider<Item> = {
    onDidChangeTreeData: redraw.event,
    getChildren: (item) => (item === undefined ? [...groups] : isGroup(item) ? [...item.rows] : []),
    getParent: (item) => (isGroup(item) ? undefined : parents.get(item)),
    getTreeItem: (item) =>
      isGroup(item) ? groupItem(item, isOpen(item), checkedFor(item)) : rowItem(item, grouping),
  };
  const view = vscode.window.createTreeView(VIEW, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });

  const context = (key: string, value: unknown): void =>
    void vscode.commands.executeCommand('setContext', `bluePencil.${key}`, value);

  const countAll = (): Counts => {
    let checked = 0;
    for (const [uri, here] of checkedIn) if (isTold(uri)) checked += here;
    return count(all(), checked);
  };

  /** The draft in front, where it was checked and has nothing left: the view says so under its name. */
  const clean = (): readonly Group[] =>
    front === undefined || drafts.has(front.toString()) || (filter !== '' && !onlyThis)
      ? []
      : [{ id: `clean:${front}`, label: nameOf(front), grouping: 'draft', rows: [], uri: front }];

  const draw = (): void => {
    const rows = all();
    const visible = rows.filter(isShown);
    groups = [...clean(), ...groupBy(visible, grouping)];
    openFromStart = firstRows(groups, OPEN_ROWS);
    parents = new Map(groups.flatMap((group) => group.rows.map((row) => [row, group] as const)));
    const counts = countAll();
    const words = inWords(counts, vscode.l10n.t);
    view.badge = counts.fix === 0 ? undefined : { value: counts.fix, tooltip: `Blue Pencil: ${words}` };
    // an empty view with a message would not show its welcome
    view.message =
      rows.length === 0
        ? ''
        : filter !== ''
          ? visible.length === 0
            ? vscode.l10n.t('None of {0} findings has “{1}” in it.', rows.length, filter)
            : vscode.l10n.t('{0} of {1} findings, with “{2}”.', visible.length, rows.length, filter)
          : `${onlyThis && front !== undefined ? `${nameOf(front)}: ${inWords(count(visible, checkedIn.get(front.toString())), vscode.l10n.t)}` : words}.`;
    context('grouping', grouping);
    context('filtered', filter !== '');
    context('onlyThis', onlyThis);
    context('left', rows.length);
    // by their names alone: an address means another one where VS Code shows what is on a remote machine
    context('drafts', [...new Set(rows.map(({ uri }) => nameOf(uri)))]);
    context('checked', counts.checked > 0);
    context('review', groups.length > 0 || rows.length > 0 ? 'findings' : anyChecked ? 'clean' : 'new');
    redraw.fire(undefined);
    changed.fire();
  };

  const read = (uri: vscode.Uri): boolean => {
    const key = uri.toString();
    const rows = rowsOf(uri, vscode.languages.getDiagnostics(uri));
    const before = drafts.get(key) ?? [];
    // a draft that has just been opened: what was told of the file is taken back, and is told of the document in a moment
    if (rows.length === 0 && isChecking(uri)) return false;
    // the rows that the view has are kept as long as they say the same
    if (alike(rows, before)) return false;
    if (rows.length === 0) drafts.delete(key);
    else drafts.set(key, rows);
    return true;
  };

  /** Selects what the cursor stands in, unless it is selected or somebody has closed its group. */
  const follow = (rows: readonly Row[]): void => {
    if (!view.visible || view.selection.length > 1) return;
    const here = rows.filter((row) => parents.has(row));
    const [row] = here;
    const isSelected = view.selection.some((item) =>
      here.some((one) => !isGroup(item) && one.id === item.id),
    );
    const group = row === undefined ? groups.find(({ uri }) => isSame(uri, front)) : parents.get(row);
    if (group === undefined || isSelected || opened.get(group.id) === false) return;
    void view.reveal(row ?? group, { select: row !== undefined, focus: false }).then(undefined, () => {});
  };
  const place = followCursor((uri) => drafts.get(uri.toString()) ?? [], follow);

  const go = async (step: 1 | -1): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const from = editor && { uri: editor.document.uri, position: editor.selection.active };
    const row = neighbour(shown(), from, step);
    if (row === undefined) {
      void vscode.window.setStatusBarMessage(nothingLeft(), 3000);
      return;
    }
    await show(row);
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  };
  const nothingLeft = (): string =>
    front === undefined
      ? vscode.l10n.t('No draft is open.')
      : vscode.l10n.t('{0}: nothing to ask', nameOf(front));

  const setGrouping = (to: Grouping) => () => {
    grouping = to;
    draw();
  };
  const setFilter = (text: string): void => {
    filter = text.trim();
    draw();
  };
  const setOnlyThis = (to: boolean) => () => {
    onlyThis = to;
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
  const clear = async (): Promise<void> => {
    anyChecked = false;
    checkedNow.delete(ALL);
    if (client.isRunning()) await client.sendRequest(ExecuteCommandRequest.type, { command: FORGET });
    draw();
  };

  /**
   * The rows that are meant: those of the items a menu names, those that are selected when a key is pressed in the view, or
   * those at the cursor when the editor's own menu asks.
   */
  const meant = (given: unknown, several: unknown): readonly Row[] => {
    if (given instanceof vscode.Uri) return place.here();
    const items = Array.isArray(several)
      ? (several as Item[])
      : given === undefined
        ? view.selection
        : [given as Item];
    return [...new Set(items.flatMap((item) => (isGroup(item) ? item.rows.filter(isShown) : [item])))];
  };
  const onRows =
    (act: (rows: readonly Row[]) => Promise<unknown>) => async (given?: unknown, several?: unknown) => {
      const rows = meant(given, several);
      if (rows.length === 0) return tellNothing();
      const at = shown().indexOf(rows[0] as Row);
      await act(rows);
      // by key: the next row is there for the next key
      if (given !== undefined) return;
      const next = shown()[Math.min(at, shown().length - 1)];
      if (next !== undefined) await view.reveal(next, { select: true, focus: true });
    };
  /** Something that VS Code does where the cursor is, if a finding is there: its menu comes before we hear where that is. */
  const atFinding = (command: string, ...args: readonly unknown[]) => {
    return () =>
      place.here().length === 0 ? tellNothing() : vscode.commands.executeCommand(command, ...args);
  };
  const sameAs = (rows: readonly Row[]): readonly Row[] =>
    rows.flatMap(({ uri, code, words }) =>
      (drafts.get(uri.toString()) ?? []).filter(
        (one) => one.code === code && one.words.toLowerCase() === words.toLowerCase(),
      ),
    );

  const { registerCommand } = vscode.commands;
  const subscriptions = vscode.Disposable.from(
    redraw,
    changed,
    view,
    place,
    view.onDidCollapseElement(({ element }) => isGroup(element) && opened.set(element.id, false)),
    view.onDidExpandElement(({ element }) => isGroup(element) && opened.set(element.id, true)),
    vscode.window.tabGroups.onDidChangeTabs(() => checkedIn.size > 0 && draw()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.map(read).some((different) => different)) draw();
    }),
    ...GROUPINGS.map((one) => registerCommand(`bluePencil.groupBy.${one}`, setGrouping(one))),
    registerCommand('bluePencil.filterFindings', askFilter),
    registerCommand('bluePencil.clearFilter', () => setFilter('')),
    registerCommand('bluePencil.onlyThisDraft', setOnlyThis(true)),
    registerCommand('bluePencil.allDrafts', setOnlyThis(false)),
    registerCommand('bluePencil.clearReview', clear),
    registerCommand('bluePencil.nextFinding', () => go(1)),
    registerCommand('bluePencil.previousFinding', () => go(-1)),
    registerCommand('bluePencil.ignoreKind', ({ uri, code }: KindInDraft) =>
      settle(
        client,
        (drafts.get(vscode.Uri.parse(uri).toString()) ?? []).filter((row) => row.code === code),
        'ignored',
      ),
    ),
    registerCommand('bluePencil.openFixes', atFinding('editor.action.quickFix')),
    registerCommand(
      'bluePencil.tellFinding',
      atFinding('editor.action.showHover', { focus: 'autoFocusImmediately' }),
    ),
    registerCommand(
      'bluePencil.showFinding',
      onRows(async ([row]) => row && show(row)),
    ),
    registerCommand(
      'bluePencil.fixFinding',
      onRows((rows) => fix(client, rows)),
    ),
    registerCommand(
      'bluePencil.markChecked',
      onRows((rows) => settle(client, rows)),
    ),
    // a name of its own for the editor's menu, which would show the key that works in the review alone
    registerCommand('bluePencil.markCheckedHere', (here: vscode.Uri) =>
      vscode.commands.executeCommand('bluePencil.markChecked', here),
    ),
    registerCommand(
      'bluePencil.ignoreFinding',
      onRows((rows) => settle(client, rows, 'ignored')),
    ),
    registerCommand(
      'bluePencil.ignoreAlike',
      onRows((rows) => settle(client, sameAs(rows), 'ignored')),
    ),
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
    checked(uri) {
      // what was taken back of a draft while it was being checked
      const gone = uri !== undefined && read(uri);
      checkedNow.add(uri?.toString() ?? ALL);
      if (anyChecked && !gone) return;
      anyChecked = true;
      draw();
    },
    reportable: () => ({
      front,
      others: checkedNow.size > (front !== undefined && checkedNow.has(front.toString()) ? 1 : 0),
    }),
    inFront(uri) {
      if (isSame(uri, front)) return;
      front = uri;
      draw();
      follow(place.here());
    },
    filter: setFilter,
    dispose: () => subscriptions.dispose(),
  };
}

/** The groups from the start on that come before so many rows have been shown. */
function firstRows(groups: readonly Group[], most: number): ReadonlySet<Group> {
  let before = 0;
  return new Set(
    groups.filter(({ rows }) => {
      const first = before < most;
      before += rows.length;
      return first;
    }),
  );
}

const tellNothing = (): void =>
  void vscode.window.setStatusBarMessage(vscode.l10n.t('Blue Pencil: nothing is marked here'), 3000);

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
      row.words === other.words &&
      row.claim === other.claim &&
      row.from?.share === other.from?.share &&
      row.range.isEqual(other.range)
    );
  });
