// The extension's entry on a desktop and on a remote machine: the server is a process of its own.
import { userInfo } from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, start } from './extension.ts';

export { deactivate } from './extension.ts';

/** Starts the extension. */
export const activate = (context: vscode.ExtensionContext): Promise<Api> =>
  start(context, (options) => {
    const module = vscode.Uri.joinPath(context.extensionUri, 'server', 'dist', 'server.cjs').fsPath;
    const server = { module, transport: TransportKind.ipc };
    const client = new LanguageClient('bluePencil', 'Blue Pencil', server, options);
    return { client, serverPid: () => client.serverProcess?.pid, userName };
  });

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
