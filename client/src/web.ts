// The extension's entry in a browser (vscode.dev): the server is a web worker.
import type { MessagePort } from 'node:worker_threads';
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, start } from './extension.ts';

export { deactivate } from './extension.ts';

// A browser's own; the types of a browser would get in the way of those of Node, the extension's other home.
declare const Worker: new (address: string) => MessagePort & { terminate(): void };

/** Starts the extension. */
export const activate = (context: vscode.ExtensionContext): Promise<Api> =>
  start(context, (options) => {
    const server = vscode.Uri.joinPath(context.extensionUri, 'server');
    const script = vscode.Uri.joinPath(server, 'dist', 'browser.js').toString(true);
    const models = vscode.Uri.joinPath(server, 'models').toString(true);
    let worker: (MessagePort & { terminate(): void }) | undefined;
    const transport = async () => {
      // the one before, when the server is started again
      worker?.terminate();
      worker = new Worker(script);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient('bluePencil', 'Blue Pencil', transport, {
      ...options,
      // asked for at each start, since the folder may have come to be trusted
      initializationOptions: () => ({ ...options.initializationOptions(), models }),
    });
    return { client, serverPid: () => undefined, userName: () => '' };
  });
