import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { KindInDraft } from '../protocol.ts';
import { GROUPINGS, nameOf, neighbour, type Row } from './findings.ts';
import { fix, settle, show } from './fix.ts';
import type { FindingStore } from './store.ts';
import type { Item, ReviewTree, Shows } from './tree.ts';

const { registerCommand } = vscode.commands;

/** What the commands of the review work with. */
export interface ReviewParts {
  readonly client: BaseLanguageClient;
  readonly store: FindingStore;
  readonly tree: ReviewTree;
  /** The findings at the cursor. */
  here(): readonly Row[];
}

/** Registers how the findings are grouped and filtered, and the ways from one to the next. */
export function registerViewCommands(parts: ReviewParts): vscode.Disposable {
  const { tree } = parts;
  return vscode.Disposable.from(
    ...GROUPINGS.map((grouping) =>
      registerCommand(`bluePencil.groupBy.${grouping}`, () => tree.draw({ grouping })),
    ),
    registerCommand('bluePencil.filterFindings', () => askFilter(tree)),
    registerCommand('bluePencil.clearFilter', () => tree.draw({ filter: '' })),
    registerCommand('bluePencil.onlyThisDraft', () => tree.draw({ onlyThis: true })),
    registerCommand('bluePencil.allDrafts', () => tree.draw({ onlyThis: false })),
    registerCommand('bluePencil.nextFinding', () => go(parts, 1)),
    registerCommand('bluePencil.previousFinding', () => go(parts, -1)),
  );
}

/** Registers what is done about findings. */
export function registerRowCommands(parts: ReviewParts): vscode.Disposable {
  const { client, store } = parts;
  const onRows = (command: string, act: (rows: readonly Row[]) => PromiseLike<unknown>): vscode.Disposable =>
    registerCommand(command, (given?: unknown, several?: unknown) => actOn(parts, act, given, several));
  // VS Code does these where the cursor is; its menu comes before we hear where that is
  const atFinding = (name: string, command: string, ...args: readonly unknown[]): vscode.Disposable =>
    registerCommand(name, () =>
      parts.here().length === 0 ? tellNothing() : vscode.commands.executeCommand(command, ...args),
    );
  const sameAs = (rows: readonly Row[]): readonly Row[] =>
    // two rows that are alike name the same ones
    [
      ...new Set(
        rows.flatMap(({ uri, code, words }) =>
          store
            .rows(uri)
            .filter((one) => one.code === code && one.words.toLowerCase() === words.toLowerCase()),
        ),
      ),
    ];
  return vscode.Disposable.from(
    registerCommand('bluePencil.ignoreKind', ({ uri, code }: KindInDraft) => {
      const alike = store.rows(vscode.Uri.parse(uri)).filter((row) => row.code === code);
      return settle(client, alike, 'ignored');
    }),
    atFinding('bluePencil.openFixes', 'editor.action.quickFix'),
    atFinding('bluePencil.tellFinding', 'editor.action.showHover', { focus: 'autoFocusImmediately' }),
    onRows('bluePencil.showFinding', async ([row]) => row && show(row)),
    onRows('bluePencil.fixFinding', (rows) => fix(client, rows)),
    onRows('bluePencil.markChecked', (rows) => settle(client, rows)),
    // a name of its own for the editor's menu, which would show the key that works in the review alone
    registerCommand('bluePencil.markCheckedHere', (here: vscode.Uri) =>
      vscode.commands.executeCommand('bluePencil.markChecked', here),
    ),
    onRows('bluePencil.ignoreFinding', (rows) => settle(client, rows, 'ignored')),
    onRows('bluePencil.ignoreAlike', (rows) => settle(client, sameAs(rows), 'ignored')),
  );
}

async function askFilter(tree: ReviewTree): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Findings'),
    prompt: vscode.l10n.t(
      'Words of the finding, its kind or the draft’s name. Leave it empty to see everything.',
    ),
    value: tree.shows().filter,
  });
  if (text !== undefined) tree.draw({ filter: text.trim() });
}

/** Goes to the next finding, or to the one before. */
async function go({ store, tree }: ReviewParts, step: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const from = editor && { uri: editor.document.uri, position: editor.selection.active };
  const row = neighbour(tree.rows(), from, step);
  if (row === undefined) {
    void vscode.window.setStatusBarMessage(whyNone(store.all().length, tree.shows(), editor), 3000);
    return;
  }
  await show(row);
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

/** Why there is no finding to go to. */
function whyNone(all: number, { front, filter }: Shows, editor: vscode.TextEditor | undefined): string {
  const { t } = vscode.l10n;
  if (all > 0 && filter !== '') return t('None of {0} findings has “{1}” in it.', all, filter);
  if (front !== undefined) return t('{0}: nothing to ask', nameOf(front));
  return editor === undefined
    ? t('No draft is open.')
    : t('{0} is not checked.', nameOf(editor.document.uri));
}

/**
 * Does something about the rows that are meant: those of the items a menu names, those that are selected when a key is pressed in the
 * view, or those at the cursor when the editor's own menu asks.
 */
async function actOn(
  { tree, here }: ReviewParts,
  act: (rows: readonly Row[]) => PromiseLike<unknown>,
  given: unknown,
  several: unknown,
): Promise<void> {
  const items = Array.isArray(several)
    ? (several as Item[])
    : given === undefined
      ? tree.view.selection
      : [given as Item];
  const rows = given instanceof vscode.Uri ? here() : [...new Set(items.flatMap(tree.rowsIn))];
  const [first] = rows;
  if (first === undefined) return tellNothing();
  const at = tree.rows().indexOf(first);
  await act(rows);
  // by key: the next row is there for the next key
  if (given !== undefined) return;
  const now = tree.rows();
  const next = now[Math.min(at, now.length - 1)];
  if (next !== undefined) await tree.view.reveal(next, { select: true, focus: true });
}

const tellNothing = (): void =>
  void vscode.window.setStatusBarMessage(vscode.l10n.t('Blue Pencil: nothing is marked here'), 3000);
