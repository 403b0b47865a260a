import * as vscode from 'vscode';
import { plainly } from './plainly.ts';

const showing = <S extends (message: string, ...items: string[]) => Thenable<unknown>>(
  show: (message: string, ...items: string[]) => Thenable<unknown>,
): S => ((message, ...items) => show(plainly(message), ...items)) as S;

/** Shows a notice as VS Code does, without links: a name in it may be a stranger's. */
export const showInformation = showing<typeof vscode.window.showInformationMessage>((...shown) =>
  vscode.window.showInformationMessage(...shown),
);
/** The same for what is in the way. */
export const showWarning = showing<typeof vscode.window.showWarningMessage>((...shown) =>
  vscode.window.showWarningMessage(...shown),
);
/** The same for what failed. */
export const showError = showing<typeof vscode.window.showErrorMessage>((...shown) =>
  vscode.window.showErrorMessage(...shown),
);
