import * as vscode from 'vscode';
import type { Row } from './findings.ts';

/** Shows a finding's words in its draft. */
export async function show({ uri, range }: Row, preserveFocus = false): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uri, { selection: range, preserveFocus });
}

/** Shows the draft and takes a finding's preferred fix there, where it can be seen and undone. */
export async function fix(row: Row): Promise<void> {
  const { document } = await show(row, true);
  const { start } = row.range;
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
    vscode.CodeActionKind.QuickFix.value,
  );
  const mine = actions.find(({ title, isPreferred }) => isPreferred === true && title === row.fix);
  if (mine?.edit !== undefined && (await vscode.workspace.applyEdit(mine.edit))) return;
  void vscode.window.showWarningMessage(
    'The text has changed since it was checked, so nothing was altered. Look at the place again.',
  );
}
