import * as vscode from 'vscode';
import type { PageAbout } from './protocol.ts';

/** Where drafts lie and when this is, in words, for a page that is kept: of one draft its folder, of all of them every folder that is open. */
export function aboutPage(draft: vscode.Uri | undefined): PageAbout {
  const { workspaceFolders = [], getWorkspaceFolder } = vscode.workspace;
  const own = draft === undefined ? undefined : getWorkspaceFolder(draft);
  const folders = draft === undefined ? workspaceFolders : own === undefined ? [] : [own];
  return {
    folder: folders.map(({ name }) => name).join(', '),
    when: new Date().toLocaleString(vscode.env.language, { dateStyle: 'long', timeStyle: 'short' }),
  };
}
