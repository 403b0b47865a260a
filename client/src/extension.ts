import * as vscode from 'vscode';
import { type Connect, createChecker } from './checker.ts';
import { registerCompareCopies } from './copies.ts';
import { registerGuide } from './guide.ts';
import { createHouseFile } from './house-file.ts';
import type { HouseTemplateRequest } from './protocol.ts';
import { registerSignOff } from './sign-off.ts';
import { checkWorkspace } from './workspace-check.ts';

/** What the extension offers to other code, its tests among it. */
export interface Api {
  /** The process id of the running language server; none in a browser. */
  serverPid(): number | undefined;
}

const HOUSE_TEMPLATE: HouseTemplateRequest = 'bluePencil/houseTemplate';

let stop: (() => Promise<void>) | undefined;

/**
 * Starts the checker and registers the commands.
 * @param connect makes the client of a server as it is run here.
 */
export async function start(context: vscode.ExtensionContext, connect: Connect): Promise<Api> {
  const log = vscode.window.createOutputChannel('Blue Pencil', { log: true });
  const checker = createChecker(connect, log);
  const { client, restart } = checker;
  stop = () => client.dispose();

  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    log,
    registerGuide(context.extensionUri),
    registerCompareCopies(client),
    registerSignOff(client, checker.userName),
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
  await checker.start();
  return { serverPid: checker.serverPid };
}

/** Stops the checker. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
