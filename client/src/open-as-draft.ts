import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { OPENED_AS_DRAFT } from './formats.ts';
import { showWarning } from './notices.ts';
import type { AsDraftRequest, AsDraftResult } from './protocol.ts';

const AS_DRAFT: AsDraftRequest = 'bluePencil/asDraft';

/**
 * Opens the draft in a document or a page beside it, as Markdown that belongs to no file: the document stays as it is.
 * @param file the one in front if left out; where none is, it is asked for.
 */
export async function openAsDraft(client: BaseLanguageClient, file?: vscode.Uri): Promise<void> {
  const chosen = file ?? inFront() ?? (await askedFor());
  if (chosen === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(chosen);
  const draft = await client.sendRequest<AsDraftResult>(AS_DRAFT, { uri });
  if ('problem' in draft) {
    void showWarning(draft.problem);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: draft.text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}

/** What the tab in front shows, text or not, if it is saved somewhere. */
function inFront(): vscode.Uri | undefined {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  const isFile = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
  return isFile && input.uri.scheme !== 'untitled' ? input.uri : undefined;
}

async function askedFor(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Open as Draft'),
    filters: {
      [vscode.l10n.t('Documents and pages')]: OPENED_AS_DRAFT,
    },
  });
  return chosen?.[0];
}
