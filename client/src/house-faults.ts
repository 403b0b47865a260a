import * as vscode from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest } from 'vscode-languageclient';
import { isHouseFile } from './house-file.ts';
import { hasTab } from './review/store.ts';

/**
 * Keeps the faults of a house file in the list of problems when its tab is closed: VS Code keeps the document for minutes, in which nobody
 * asks what is wrong with it, and the server tells of files that are closed alone.
 */
export function keepHouseFaults(client: BaseLanguageClient): vscode.Disposable {
  const kept = vscode.languages.createDiagnosticCollection('Blue Pencil: house files');
  const look = async (document: vscode.TextDocument): Promise<void> => {
    const { uri } = document;
    const isHidden = (): boolean => !document.isClosed && !hasTab(uri.toString());
    if (!isHidden() || !client.isRunning()) return kept.delete(uri);
    const { code2ProtocolConverter, protocol2CodeConverter } = client;
    const textDocument = code2ProtocolConverter.asTextDocumentIdentifier(document);
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    if (report.kind !== 'full') return;
    const faults = await protocol2CodeConverter.asDiagnostics(report.items);
    // it may have been shown again meanwhile, or closed
    if (isHidden()) kept.set(uri, faults);
  };
  const lookAtAll = (): void => {
    for (const document of vscode.workspace.textDocuments) if (isHouseFile(document.uri)) void look(document);
  };
  return vscode.Disposable.from(
    kept,
    vscode.window.tabGroups.onDidChangeTabs(lookAtAll),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isHouseFile(document.uri)) void look(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => kept.delete(uri)),
  );
}
