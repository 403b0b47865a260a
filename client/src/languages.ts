import * as vscode from 'vscode';
import { draftSelector } from './drafts.ts';

/** The schemes of the folders that are open. */
export const openedSchemes = (): readonly string[] =>
  (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);

/** The languages that are checked somewhere in the open folders; the server leaves out those that are not for a draft. */
export function checkedLanguages(): readonly string[] {
  const scopes = [undefined, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  const said = scopes.flatMap((scope) =>
    vscode.workspace.getConfiguration('bluePencil', scope).get<readonly string[]>('languages', []),
  );
  return [...new Set(said)].sort();
}

/** Whether a document is one that is checked, by its language and where it is kept. */
export const isDraft = (document: vscode.TextDocument): boolean =>
  vscode.languages.match(draftSelector(openedSchemes(), checkedLanguages()), document) > 0;

/** Tells when other languages are checked than before. */
export function onLanguagesChanged(tell: () => void): vscode.Disposable {
  let before = checkedLanguages().join();
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration('bluePencil.languages')) return;
    const now = checkedLanguages().join();
    if (now !== before) tell();
    before = now;
  });
}
