import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { HouseChange, KindInDraft, ServerCommand } from './protocol.ts';

const DONT_REPORT: ServerCommand = 'bluePencil.dontReport';

/** Puts in force what the server has written into a house file, and says what was done. */
export const savesHouseFile: Middleware = {
  async executeCommand(command, args, next) {
    if (command !== DONT_REPORT) return next(command, args);
    const unsaved = new Set(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
    );
    const change = (await next(command, args)) as HouseChange;
    await putInForce(change, unsaved);
    return change;
  },
};

async function putInForce(change: HouseChange, unsaved: ReadonlySet<string>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(change.house));
  if ('problem' in change) {
    await vscode.window.showTextDocument(document);
    void vscode.window.showWarningMessage(change.problem);
    return;
  }
  const kind = `${change.kind.charAt(0).toLowerCase()}${change.kind.slice(1)}`;
  const told = vscode.l10n.t('In this folder Blue Pencil no longer reports: {0}.', kind);
  // somebody is in the middle of changing it
  if (unsaved.has(document.uri.toString())) {
    await vscode.window.showTextDocument(document);
    const still = vscode.l10n.t('Save the house file to put it in force.');
    void vscode.window.showInformationMessage(`${told} ${still}`);
    return;
  }
  await document.save();
  void tell(told, document);
}

async function tell(told: string, document: vscode.TextDocument): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(told, vscode.l10n.t('Show House File'));
  if (chosen !== undefined) await vscode.window.showTextDocument(document);
}

/** Registers the command that leads from a finding to the settings of its kind. */
export const registerKindSettings = (): vscode.Disposable =>
  vscode.commands.registerCommand('bluePencil.openKindSettings', (_: KindInDraft) =>
    vscode.commands.executeCommand('workbench.action.openSettings', 'bluePencil.severity'),
  );
