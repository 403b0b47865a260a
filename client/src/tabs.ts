import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { isDraft } from './languages.ts';
import type { InTab, InTabNotification } from './protocol.ts';

const IN_TAB: InTabNotification = 'bluePencil/inTab';

/** Whether a document can be seen: as a tab, as what a comparison changes, in a peek. The client asks what is found in these alone. */
export const hasTab = (uri: string): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => shownBy(input)?.toString() === uri),
  ) || vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri);

function shownBy(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputTextDiff) return input.modified;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}

/**
 * Tells the server of drafts that have no tab: VS Code keeps them in memory for minutes after their tab is closed, and after a fix from
 * their row in the review. What is found in them is then told as of a file that is not open.
 */
export function watchTabs(client: BaseLanguageClient): vscode.Disposable {
  const without = new Set<string>();
  const look = (): void => {
    if (!client.isRunning()) return;
    for (const document of vscode.workspace.textDocuments) {
      const key = document.uri.toString();
      // what is not saved comes back as a tab
      const isIn = hasTab(key) || document.isDirty;
      if (isIn !== without.has(key) || !isDraft(document)) continue;
      if (isIn) without.delete(key);
      else without.add(key);
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      void client.sendNotification(IN_TAB, { uri, inTab: isIn } satisfies InTab);
    }
  };
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => without.delete(uri.toString())),
    client.onDidChangeState(({ newState }) => {
      without.clear();
      if (newState === State.Running) look();
    }),
  );
}
