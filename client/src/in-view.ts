import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { InView, InViewNotification } from './protocol.ts';
import { isDraft } from './status.ts';

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

/** Tells it whenever a draft is scrolled or shown. */
export const watchView = (client: BaseLanguageClient): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
      tellInView(client, textEditor.document),
    ),
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) tellInView(client, document);
    }),
  );
