import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isDraft } from '../languages.ts';
import type { DraftSourcing, SourcingChanged, SourcingRequest } from '../protocol.ts';
import { createMarks, type Marks } from './marks.ts';

const SOURCING: SourcingRequest = 'bluePencil/sourcing';
const CHANGED: SourcingChanged = 'bluePencil/sourcingChanged';

/** The sourcing of the drafts that are in view, where it is asked for in this window. */
export interface SourcingView extends vscode.Disposable {
  readonly shown: boolean;
  /** What is marked in a draft that is in view; nothing where its marks are not known, or older than its text. */
  marked(document: vscode.TextDocument): DraftSourcing['claims'] | undefined;
  readonly onDidDraw: vscode.Event<vscode.Uri>;
}

/** Makes the view and registers the commands that show and hide it. */
export function createSourcing(client: BaseLanguageClient): SourcingView {
  const known = new Map<string, DraftSourcing>();
  const asking = new Set<string>();
  const again = new Set<string>();
  const drew = new vscode.EventEmitter<vscode.Uri>();
  let marks: Marks | undefined;

  const editorsOf = (document: vscode.TextDocument) =>
    vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const current = (document: vscode.TextDocument): DraftSourcing | undefined => {
    const sourcing = known.get(document.uri.toString());
    return sourcing?.version === document.version ? sourcing : undefined;
  };

  const draw = (document: vscode.TextDocument): void => {
    const claims = current(document)?.claims;
    if (claims === undefined) return;
    for (const editor of editorsOf(document)) marks?.draw(editor, claims);
    drew.fire(document.uri);
  };

  /** Asks until the answer is about the text as it stands: a question that comes meanwhile is taken up when this one is answered. */
  const ask = async (document: vscode.TextDocument): Promise<void> => {
    const key = document.uri.toString();
    if (asking.has(key)) {
      again.add(key);
      return;
    }
    asking.add(key);
    try {
      for (let late = 0; late < LATEST && marks !== undefined && !document.isClosed; ) {
        again.delete(key);
        const uri = client.code2ProtocolConverter.asUri(document.uri);
        const sourcing = await client.sendRequest<DraftSourcing>(SOURCING, { uri });
        known.set(key, sourcing);
        draw(document);
        if (again.has(key)) late = 0;
        else if (current(document) !== undefined) return;
        else late += 1;
      }
    } catch {
      // the server is not running, or has stopped: it is asked again when it runs
    } finally {
      asking.delete(key);
    }
  };

  const askAll = (): void => {
    if (marks === undefined || !client.isRunning()) return;
    const drafts = new Set<vscode.TextDocument>();
    for (const editor of vscode.window.visibleTextEditors) {
      if (isDraft(editor.document)) drafts.add(editor.document);
      // its language was another a moment ago
      else marks.draw(editor, []);
    }
    for (const document of drafts) void ask(document);
  };
  const show = (on: boolean) => (): void => {
    if (on === (marks !== undefined)) return;
    marks?.dispose();
    marks = on ? createMarks() : undefined;
    known.clear();
    void vscode.commands.executeCommand('setContext', 'bluePencil.sourcingShown', on);
    askAll();
  };

  const subscriptions = vscode.Disposable.from(
    drew,
    vscode.commands.registerCommand('bluePencil.showSourcing', show(true)),
    vscode.commands.registerCommand('bluePencil.hideSourcing', show(false)),
    client.onNotification(CHANGED, askAll),
    client.onDidChangeState(askAll),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && marks !== undefined && isDraft(document)) void ask(document);
    }),
    vscode.workspace.onDidOpenTextDocument(askAll),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) draw(document);
      askAll();
    }),
  );
  return {
    get shown() {
      return marks !== undefined;
    },
    marked: (document) => (marks === undefined ? undefined : current(document)?.claims),
    onDidDraw: drew.event,
    dispose() {
      marks?.dispose();
      subscriptions.dispose();
    },
  };
}

/** How often a draft is asked about whose latest change has not reached the server. */
const LATEST = 5;
