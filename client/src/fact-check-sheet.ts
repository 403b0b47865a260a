import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { aboutPage } from './about.ts';
import { showInformation } from './notices.ts';
import type { SheetParams, SheetRequest, SheetResult } from './protocol.ts';
import { saveTo } from './save.ts';

const SHEET: SheetRequest = 'bluePencil/factCheckSheet';

/** Opens a page with the claims of the draft in front, for whoever checks the facts, and offers to save it. */
export async function openFactCheckSheet(client: BaseLanguageClient): Promise<void> {
  const draft = vscode.window.activeTextEditor?.document;
  const uri = draft && client.code2ProtocolConverter.asUri(draft.uri);
  const ask = async (format: SheetParams['format']): Promise<SheetResult | null> =>
    uri === undefined
      ? null
      : client.sendRequest<SheetResult | null>(SHEET, { uri, format, about: aboutPage(draft?.uri) });
  // both now: the draft may be another by the time the table is saved
  const [page, table] = await Promise.all([ask('markdown'), ask('csv')]);
  if (draft === undefined || page === null || table === null) {
    void showInformation(vscode.l10n.t('Open a draft first: the fact-check sheet is made for one draft.'));
    return;
  }
  if (page.claims === 0) {
    void showInformation(vscode.l10n.t('There are no claims to check in this draft.'));
    return;
  }
  const sheet = await vscode.workspace.openTextDocument({ language: 'markdown', content: page.text });
  // beside the draft, rendered, to be read; the text waits in a tab behind the draft, to be ticked off
  const viewColumn = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active;
  await vscode.window.showTextDocument(sheet, { viewColumn, preview: false });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', sheet.uri);
  await vscode.window.showTextDocument(draft, { viewColumn, preview: false });
  void offerToSave(draft, sheet, page, table.text);
}

async function offerToSave(
  draft: vscode.TextDocument,
  sheet: vscode.TextDocument,
  { text, claims, open }: SheetResult,
  table: string,
): Promise<void> {
  const save = vscode.l10n.t('Save…');
  const chosen = await showInformation(
    vscode.l10n.t('Claims to check: {0}. With no source, or a vague one: {1}.', claims, open),
    save,
  );
  if (chosen !== save) return;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Fact-Check Sheet'),
    filters: { Markdown: ['md'], [vscode.l10n.t('Table (CSV)')]: ['csv'] },
    ...placeBeside(draft),
  });
  if (target === undefined) return;
  // with what was ticked off meanwhile
  const page = sheet.isClosed ? text : sheet.getText();
  const saved = target.path.toLowerCase().endsWith('.csv') ? table : page;
  if (!(await saveTo(target, saved))) return;
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  void showInformation(vscode.l10n.t('The fact-check sheet is in {0}.', name));
}

function placeBeside({ uri }: vscode.TextDocument): { readonly defaultUri?: vscode.Uri } {
  const folder = vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) return {};
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');
  return { defaultUri: vscode.Uri.joinPath(folder.uri, `${name}-fact-check.md`) };
}
