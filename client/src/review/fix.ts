import * as vscode from 'vscode';
import type { ClientCommand } from '../protocol.ts';
import type { Row } from './findings.ts';

/** Shows a finding's words in its draft. */
export async function show({ uri, range }: Row, preserveFocus = false): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uri, { selection: range, preserveFocus });
}

/** Shows the draft and takes a finding's preferred fix there, where it can be seen and undone. */
export async function fix(row: Row): Promise<void> {
  const actions = await actionsAt(row);
  const mine = actions.find(({ title, isPreferred }) => isPreferred === true && title === row.fix);
  if (mine?.edit !== undefined && (await vscode.workspace.applyEdit(mine.edit))) return;
  tellChanged();
}

/** Shows the draft and settles a finding in the ledger, asking for the reason as the quick fix does. */
export async function settle(row: Row): Promise<void> {
  const actions = await actionsAt(row);
  const mine = actions.find(
    ({ command }) => command?.command === SIGN_OFF && command.arguments?.[0]?.code === row.code,
  )?.command;
  if (mine === undefined) tellChanged();
  else await vscode.commands.executeCommand(mine.command, ...(mine.arguments ?? []));
}

const SIGN_OFF: ClientCommand = 'bluePencil.signOff';

async function actionsAt(row: Row): Promise<readonly vscode.CodeAction[]> {
  const { document } = await show(row, true);
  const { start } = row.range;
  return vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
    vscode.CodeActionKind.QuickFix.value,
  );
}

const tellChanged = (): void =>
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The text has changed since it was checked, so nothing was altered. Look at the place again.',
    ),
  );
