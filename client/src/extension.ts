import * as vscode from 'vscode';
import { createChecker } from './checker.ts';
import { registerCompareCopies } from './copies.ts';
import { registerGuide } from './guide.ts';
import { createHouseFile } from './house-file.ts';
import type { HouseTemplateRequest } from './protocol.ts';
import { registerSignOff } from './sign-off.ts';
import { checkWorkspace } from './workspace-check.ts';

/** What the extension offers to other code, its tests among it. */
export interface Api {
  /** The process id of the running language server. */
  serverPid(): number | undefined;
}

const HOUSE_TEMPLATE: HouseTemplateRequest = 'bluePencil/houseTemplate';

let stop: (() => Promise<void>) | undefined;

/** Starts the checker and registers the commands. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const log = vscode.window.createOutputChannel('Blue Pencil', { log: true });
  const { client, start, restart } = createChecker(context.extensionUri, log);
  stop = () => client.dispose();

  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    log,
    registerGuide(context.extensionUri),
    registerCompareCopies(client),
    registerSignOff(client),
    registerCommand('bluePencil.checkAll', async () => {
      if (!client.isRunning()) await restart();
      return client.isRunning() ? checkWorkspace(client) : undefined;
    }),
    registerCommand('bluePencil.restart', restart),
    registerCommand('bluePencil.showLog', () => log.show()),
    registerCommand('bluePencil.createHouseFile', () =>
      createHouseFile(() => client.sendRequest<string>(HOUSE_TEMPLATE)),
    ),
  );
  await start();
  return { serverPid: () => client.serverProcess?.pid };
}

/** Stops the checker. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
