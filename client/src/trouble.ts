import * as vscode from 'vscode';

/**
 * The message of whatever was thrown, as the end of a sentence. What VS Code and the operating system say of files is put in plain words:
 * their own are codes, half of a command, and English on every desk.
 */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error instanceof vscode.FileSystemError ? error.code : '';
  // what VS Code has no code for has the system’s in its message
  const system = /\b(E[A-Z]{3,10}): /u.exec(error.message)?.[1] ?? '';
  return TROUBLES[own] ?? TROUBLES[system] ?? error.message;
}

const MISSING = vscode.l10n.t('there is no such file or folder');
const FORBIDDEN = vscode.l10n.t('you have no permission for it');
const FOLDER = vscode.l10n.t('that is a folder');
const BUSY = vscode.l10n.t('another program is using it');
const TOO_MANY = vscode.l10n.t('too many files are open on this computer');

const TROUBLES: Readonly<Record<string, string>> = {
  FileNotFound: MISSING,
  FileNotADirectory: MISSING,
  FileIsADirectory: FOLDER,
  NoPermissions: FORBIDDEN,
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  EISDIR: FOLDER,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: vscode.l10n.t('nothing can be written there'),
  ENOSPC: vscode.l10n.t('the disk is full'),
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  EBUSY: BUSY,
};
