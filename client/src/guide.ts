import * as vscode from 'vscode';

const SCHEME = 'blue-pencil-guide';

/** The address the pages on the checks stand under: `<GUIDE>/<check id>.md`. */
export const GUIDE = `${SCHEME}:`;

/**
 * Serves the pages on the checks that came with the extension, so that a finding's link opens one with no network. An
 * address of their own, since VS Code ignores `command:` in such a link and a `file:` page would be shown as source and
 * could be typed into.
 */
export function registerGuide(extension: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const page = vscode.Uri.joinPath(extension, 'docs', 'checks', path.slice(path.lastIndexOf('/') + 1));
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    },
  });
}
