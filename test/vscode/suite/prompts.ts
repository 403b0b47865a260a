import * as vscode from 'vscode';

type Window = {
  showInputBox: typeof vscode.window.showInputBox;
  showQuickPick: (items: readonly { label: string }[]) => Promise<unknown>;
  createQuickPick: () => vscode.QuickPick<vscode.QuickPickItem>;
  showSaveDialog: (options: vscode.SaveDialogOptions) => Promise<vscode.Uri | undefined>;
};
// Typing into VS Code's prompts is beyond what an extension can do: these answer in their place.
export const prompts = vscode.window as unknown as Window;
const { showInputBox, showQuickPick, createQuickPick, showSaveDialog } = prompts;
const originals = { showInputBox, showQuickPick, createQuickPick, showSaveDialog };

/** Puts VS Code's own prompts back. */
export const restorePrompts = (): void => void Object.assign(prompts, originals);

/** Answers the prompts, in the order they come; undefined is Escape. Gives the prompts that came. */
export function answer(...answers: readonly (string | undefined)[]): readonly string[] {
  const left = [...answers];
  const asked: string[] = [];
  prompts.showInputBox = async (options) => {
    asked.push(options?.prompt ?? '');
    return left.shift();
  };
  prompts.showQuickPick = async (items) => {
    asked.push(items.map(({ label }) => label).join(', '));
    const label = left.shift();
    return items.find((item) => item.label === label);
  };
  return asked;
}

/** Sets the editor's name, as the ledger notes it; undefined to have it asked for. */
export const setName = (name: string | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('bluePencil')
    .update('editorName', name, vscode.ConfigurationTarget.Global);
