import * as vscode from 'vscode';
import { showError, showWarning } from './notices.ts';
import { errorMessage } from './trouble.ts';

/**
 * Writes a text to a place that a user has chosen. A link there is not followed: a folder that was cloned may bring one under the name
 * that is proposed.
 * @returns whether it is written; where it is not, that was told.
 */
export async function saveTo(target: vscode.Uri, text: string): Promise<boolean> {
  if (await isLink(target)) {
    showWarning(
      vscode.l10n.t(
        'Nothing was saved: there is a link in that place, and nothing is written through a link.',
      ),
    );
    return false;
  }
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    const name = vscode.workspace.asRelativePath(target);
    void showError(vscode.l10n.t('{0} could not be written: {1}.', name, errorMessage(error)));
    return false;
  }
}

/** Whether there is a link in a place, whatever it leads to. */
export const isLink = (place: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(place).then(
    ({ type }) => (type & vscode.FileType.SymbolicLink) !== 0,
    () => false,
  );
