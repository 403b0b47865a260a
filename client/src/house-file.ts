import * as vscode from 'vscode';
import { showInformation, showWarning } from './notices.ts';
import { saveTo } from './save.ts';

const NAME = '.blue-pencil.json';

/**
 * Writes a commented house file into a folder the user chooses and opens it. One that is there is opened and left as it is.
 * @param template gives the text to write.
 */
export async function createHouseFile(template: () => Thenable<string>): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void showWarning(
      vscode.l10n.t(
        'This folder is open in Restricted Mode, in which Blue Pencil writes nothing. Trust the folder, and try again.',
      ),
    );
    return;
  }
  const folder = await chosenFolder();
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder.uri, NAME);
  if (await exists(file)) {
    void showInformation(vscode.l10n.t('{0} has a house file already; here it is.', folder.name));
  } else {
    if (!(await saveTo(file, await template()))) return;
  }
  await vscode.window.showTextDocument(file);
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return vscode.window.showWorkspaceFolderPick({
      placeHolder: vscode.l10n.t('Which folder is the house file for?'),
    });
  }
  if (folders.length === 0) {
    void showInformation(
      vscode.l10n.t(
        'Open the folder your drafts are in first: a house file holds for the folder it stands in.',
      ),
    );
  }
  return folders[0];
}

const exists = (file: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
