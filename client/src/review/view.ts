import * as vscode from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import type { Counts } from '../counts.ts';
import type { ServerCommand } from '../protocol.ts';
import type { Reportable } from '../report.ts';
import { hasTab } from '../tabs.ts';
import { registerRowCommands, registerViewCommands } from './commands.ts';
import type { Row } from './findings.ts';
import { followCursor } from './place.ts';
import { createFindingStore } from './store.ts';
import { createReviewTree, type Item, isSame } from './tree.ts';

/** Stands for the drafts that a check of the workspace has read. */
const ALL = 'all';
const HOUSE_FILE = '/.blue-pencil.json';
const FORGET: ServerCommand = 'bluePencil.forgetClosed';

/** The view of what Blue Pencil has found. */
export interface Review extends vscode.Disposable {
  /** What is left in all drafts that were checked, or in one. */
  counts(uri?: vscode.Uri): Counts;
  rows(uri: vscode.Uri): readonly Row[];
  /** So many findings of a draft are settled in the ledger. */
  settled(uri: vscode.Uri, count: number): void;
  /** Forgets what is settled: a checker that starts tells it anew. */
  forgetSettled(): void;
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

/**
 * Makes the review view and registers its commands. Its findings are the diagnostics, which the server makes.
 * @param isChecking whether a draft is being checked: what is found in it is told in a moment.
 */
export function createReview(client: BaseLanguageClient, isChecking: (uri: vscode.Uri) => boolean): Review {
  const store = createFindingStore(isChecking);
  for (const [uri] of vscode.languages.getDiagnostics()) store.read(uri);
  const tree = createReviewTree(store);
  const place = followCursor(store.rows, tree.follow);
  const parts = { client, store, tree, here: place.here };
  // the drafts that were checked, by their addresses
  const checkedNow = new Set<string>();
  const clear = async (): Promise<void> => {
    checkedNow.delete(ALL);
    if (client.isRunning()) await client.sendRequest(ExecuteCommandRequest.type, { command: FORGET });
    tree.draw({ anyChecked: false });
  };
  const subscriptions = vscode.Disposable.from(
    tree,
    place,
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.map(store.read).some((different) => different)) tree.draw();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => checkedNow.delete(uri.toString())),
    vscode.commands.registerCommand('bluePencil.clearReview', clear),
    registerViewCommands(parts),
    registerRowCommands(parts),
  );
  return {
    view: tree.view,
    provider: tree.provider,
    onDidChange: tree.onDidDraw,
    counts: store.counts,
    rows: store.rows,
    settled(uri, count) {
      store.setSettled(uri, count);
      tree.draw();
    },
    forgetSettled() {
      if (!store.anySettled()) return;
      store.forgetSettled();
      tree.draw();
    },
    checked(uri) {
      // what was taken back of a draft while it was being checked
      const gone = uri !== undefined && store.read(uri);
      if (uri?.path.endsWith(HOUSE_FILE) !== true) checkedNow.add(uri?.toString() ?? ALL);
      if (!tree.shows().anyChecked || gone) tree.draw({ anyChecked: true });
    },
    reportable() {
      const { front } = tree.shows();
      return {
        front,
        settled: (uri) => store.counts(uri).checked,
        others: [...checkedNow].some((uri) => uri === ALL || (uri !== front?.toString() && hasTab(uri))),
      };
    },
    inFront(uri) {
      if (isSame(uri, tree.shows().front)) return;
      tree.draw({ front: uri });
      tree.follow(place.here());
    },
    filter: (text) => tree.draw({ filter: text.trim() }),
    dispose: () => subscriptions.dispose(),
  };
}
