import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isDraft } from './languages.ts';
import type { InView, InViewNotification } from './protocol.ts';

const IN_VIEW: InViewNotification = 'bluePencil/inView';

/** Tells the server what of a draft is in view: the phrasing model reads that first. */
export function tellInView(client: BaseLanguageClient, document: vscode.TextDocument): void {
  if (!client.isRunning() || !isDraft(document)) return;
  const { asRange, asUri } = client.code2ProtocolConverter;
  const ranges = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges.map((range) => asRange(range)));
  if (ranges.length === 0) return;
  void client.sendNotification(IN_VIEW, { uri: asUri(document.uri), ranges } satisfies InView);
}

/** Milliseconds for which somebody who scrolls is left alone. */
const PAUSE = 100;

/** Tells it, not too often, when a draft is scrolled or shown. */
export function watchView(client: BaseLanguageClient): vscode.Disposable {
  const moved = new Set<vscode.TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (documents: readonly vscode.TextDocument[]): void => {
    for (const document of documents) moved.add(document);
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const document of moved) tellInView(client, document);
      moved.clear();
    }, PAUSE);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => soon([textEditor.document])),
    vscode.window.onDidChangeVisibleTextEditors((editors) => soon(editors.map(({ document }) => document))),
    { dispose: () => clearTimeout(timer) },
  );
}
