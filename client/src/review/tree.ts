import * as vscode from 'vscode';
import { inWords } from '../counts.ts';
import { count, type Group, type Grouping, groupBy, matches, nameOf, type Row } from './findings.ts';
import { groupItem, rowItem } from './rows.ts';
import type { FindingStore } from './store.ts';

const VIEW = 'bluePencil.review';
/** As many rows are shown from the start; the groups after them are closed until somebody opens one. */
const OPEN_ROWS = 200;

export type Item = Group | Row;

export const isGroup = (item: Item): item is Group => 'rows' in item;
export const isSame = (a: vscode.Uri | undefined, b: vscode.Uri | undefined): boolean =>
  String(a) === String(b);

/** How the findings are shown. */
export interface Shows {
  readonly grouping: Grouping;
  /** Only the rows with this text; all of them for an empty one. */
  readonly filter: string;
  readonly onlyThis: boolean;
  /** The draft in front, if it is one that is checked. */
  readonly front: vscode.Uri | undefined;
  /** Whether anything was checked. */
  readonly anyChecked: boolean;
}

/** The findings as a tree of groups and rows. */
export interface ReviewTree extends vscode.Disposable {
  readonly view: vscode.TreeView<Item>;
  readonly provider: vscode.TreeDataProvider<Item>;
  readonly onDidDraw: vscode.Event<void>;
  /** How the findings are shown now. */
  shows(): Shows;
  /** Draws it anew, shown in another way if one is given. */
  draw(other?: Partial<Shows>): void;
  /** All rows there are, from top to bottom. */
  rows(): readonly Row[];
  /** The rows of an item. */
  rowsIn(item: Item): readonly Row[];
  /** Selects the first of these rows that is shown, unless one is selected or somebody has closed its group. */
  follow(rows: readonly Row[]): void;
}

/** Makes the tree, and draws it. */
export function createReviewTree(store: FindingStore): ReviewTree {
  const opened = new Map<string, boolean>();
  let shows: Shows = {
    grouping: 'draft',
    filter: '',
    onlyThis: false,
    front: undefined,
    anyChecked: false,
  };
  let groups: readonly Group[] = [];
  let openFromStart: ReadonlySet<Group> = new Set();
  let parents = new Map<Row, Group>();
  const redraw = new vscode.EventEmitter<undefined>();
  const drawn = new vscode.EventEmitter<void>();
  const context = createContext();

  const isOpen = (group: Group): boolean =>
    opened.get(group.id) ??
    (openFromStart.has(group) || (group.uri !== undefined && isSame(group.uri, shows.front)));
  const item = (one: Group): vscode.TreeItem =>
    groupItem(one, isOpen(one), one.uri === undefined ? 0 : store.settled(one.uri));
  const provider: vscode.TreeDataProvider<Item> = {
    onDidChangeTreeData: redraw.event,
    getChildren: (one) => (one === undefined ? [...groups] : isGroup(one) ? [...one.rows] : []),
    getParent: (one) => (isGroup(one) ? undefined : parents.get(one)),
    getTreeItem: (one) => (isGroup(one) ? item(one) : rowItem(one, shows.grouping)),
  };
  const view = vscode.window.createTreeView(VIEW, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });

  const draw = (other: Partial<Shows> = {}): void => {
    shows = { ...shows, ...other };
    const visible = store.all().filter((row) => isShown(row, shows));
    groups = [...clean(store, shows), ...groupBy(visible, shows.grouping)];
    openFromStart = firstRows(groups, OPEN_ROWS);
    parents = new Map(groups.flatMap((group) => group.rows.map((row) => [row, group] as const)));
    tellAbove(view, store, shows, visible);
    tellMenus(context, store, shows, groups);
    redraw.fire(undefined);
    drawn.fire();
  };
  const subscriptions = vscode.Disposable.from(
    redraw,
    drawn,
    view,
    view.onDidCollapseElement(({ element }) => isGroup(element) && opened.set(element.id, false)),
    view.onDidExpandElement(({ element }) => isGroup(element) && opened.set(element.id, true)),
    vscode.window.tabGroups.onDidChangeTabs(() => store.anySettled() && draw()),
  );
  draw();
  return {
    view,
    provider,
    onDidDraw: drawn.event,
    shows: () => shows,
    draw,
    rows: () => groups.flatMap(({ rows }) => rows),
    rowsIn: (one) => (isGroup(one) ? one.rows.filter((row) => isShown(row, shows)) : [one]),
    follow(rows) {
      if (!view.visible || view.selection.length > 1) return;
      const here = rows.filter((row) => parents.has(row));
      const [row] = here;
      const isSelected = view.selection.some((one) => here.some(({ id }) => !isGroup(one) && id === one.id));
      const group = row === undefined ? groups.find(({ uri }) => isSame(uri, shows.front)) : parents.get(row);
      if (group === undefined || isSelected || opened.get(group.id) === false) return;
      void view.reveal(row ?? group, { select: row !== undefined, focus: false }).then(undefined, () => {});
    },
    dispose: () => subscriptions.dispose(),
  };
}

const isShown = (row: Row, { onlyThis, front, filter }: Shows): boolean =>
  (!onlyThis || isSame(row.uri, front)) && (filter === '' || matches(row, filter));

/** The draft in front, where it was checked and has nothing left: the view says so under its name. */
const clean = (store: FindingStore, { front, filter, onlyThis }: Shows): readonly Group[] =>
  front === undefined ||
  store.rows(front).length > 0 ||
  (filter !== '' && !onlyThis && store.all().length > 0)
    ? []
    : [{ id: `clean:${front}`, label: nameOf(front), grouping: 'draft', rows: [], uri: front }];

/** Says in the view's badge and above its rows how much is left. */
function tellAbove(
  view: vscode.TreeView<Item>,
  store: FindingStore,
  { filter, onlyThis, front }: Shows,
  visible: readonly Row[],
): void {
  const { t } = vscode.l10n;
  const counts = store.counts();
  const words = inWords(counts, t);
  const all = store.all().length;
  view.badge = counts.fix === 0 ? undefined : { value: counts.fix, tooltip: `Blue Pencil: ${words}` };
  // an empty view with a message would not show its welcome
  view.message =
    all === 0 || (onlyThis && front === undefined)
      ? ''
      : filter !== ''
        ? visible.length === 0
          ? t('None of {0} findings has “{1}” in it.', all, filter)
          : t('{0} of {1} findings, with “{2}”.', visible.length, all, filter)
        : `${onlyThis && front !== undefined ? `${nameOf(front)}: ${inWords(count(visible, store.settled(front)), t)}` : words}.`;
}

/** Sets what menus go by; the window looks at all of them anew for each, so that what is the same is not told again. */
function createContext(): (key: string, value: unknown) => void {
  const told = new Map<string, string>();
  return (key, value) => {
    const now = JSON.stringify(value);
    if (told.get(key) === now) return;
    told.set(key, now);
    void vscode.commands.executeCommand('setContext', `bluePencil.${key}`, value);
  };
}

/** Lets the menus know what there is. */
function tellMenus(
  context: (key: string, value: unknown) => void,
  store: FindingStore,
  { grouping, filter, onlyThis, front, anyChecked }: Shows,
  groups: readonly Group[],
): void {
  const rows = store.all();
  context('grouping', grouping);
  context('filtered', filter !== '');
  context('onlyThis', onlyThis);
  context('left', rows.length);
  // by their names alone: an address means another one where VS Code shows what is on a remote machine
  context('drafts', [...new Set(rows.map(({ uri }) => nameOf(uri)))]);
  context('checked', store.counts().checked > 0);
  // rows of other drafts alone are none to be seen
  const any = groups.length > 0 || (rows.length > 0 && !(onlyThis && front === undefined));
  context('review', any ? 'findings' : anyChecked || rows.length > 0 ? 'clean' : 'new');
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
