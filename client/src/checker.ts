import * as vscode from 'vscode';
import {
  CloseAction,
  DiagnosticPullMode,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { draftSelector } from './drafts.ts';
import { GUIDE } from './guide.ts';
import { savesHouseFile } from './kinds.ts';
import type { ClientCommand, InitializationOptions } from './protocol.ts';
import type { Pulls } from './pulls.ts';
import { createRestarts } from './restarts.ts';

/** The language server and what is said when it stops. */
export interface Checker {
  readonly client: LanguageClient;
  /** Starts the server, and says so to the user if it can't be started. */
  start(): Promise<void>;
  /** Stops the server if it runs, and starts it. */
  restart(): Promise<void>;
}

const COMMANDS: readonly ClientCommand[] = [
  'bluePencil.compareCopies',
  'bluePencil.openKindSettings',
  'bluePencil.signOff',
];

const initializationOptions: InitializationOptions = {
  commands: COMMANDS,
  docsBase: GUIDE,
  messageInHover: true,
};

/** Makes the client of the server that came with the extension; it is not started yet. */
export function createChecker(extension: vscode.Uri, log: vscode.LogOutputChannel, pulls: Pulls): Checker {
  const restarts = createRestarts();
  let stopped = false;
  let starting = false;
  let givenUp = false;

  const errorHandler: ErrorHandler = {
    error: (error) => {
      log.error('The connection to the checker failed.', error);
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      // Whoever started it is told by the failed start.
      if (starting) return { action: CloseAction.DoNotRestart, handled: true };
      stopped = true;
      if (restarts.stopped(Date.now())) return { action: CloseAction.Restart, handled: true };
      givenUp = true;
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };

  const options: LanguageClientOptions = {
    documentSelector: draftSelector(
      (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme),
    ),
    initializationOptions,
    initializationFailedHandler: () => false,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onFocus: false,
      filter: (document, mode) => mode === DiagnosticPullMode.onType && pulls.waitsForSave(document),
    },
    middleware: { ...pulls.middleware, ...savesHouseFile },
    errorHandler,
  };
  const server: ServerOptions = {
    module: vscode.Uri.joinPath(extension, 'server', 'dist', 'server.cjs').fsPath,
    transport: TransportKind.ipc,
  };
  const client = new LanguageClient('bluePencil', 'Blue Pencil', server, options);

  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running && stopped) {
      stopped = false;
      void vscode.window.showInformationMessage('Blue Pencil’s checker stopped and was started again.');
    }
    // Only now can it be started again.
    if (newState === State.Stopped && givenUp) {
      givenUp = false;
      void offerRestart(
        'Blue Pencil’s checker keeps stopping, so it was left off. Drafts are not being checked.',
      );
    }
  });

  const startOrTell = async (begin: () => Promise<void>): Promise<void> => {
    stopped = false;
    starting = true;
    try {
      await begin();
    } catch (error) {
      log.error('The checker could not be started.', error);
      void offerRestart('Blue Pencil’s checker could not be started. Drafts are not being checked.');
    } finally {
      starting = false;
    }
  };

  const restart = (): Promise<void> => {
    restarts.forget();
    return startOrTell(async () => {
      if (client.needsStop()) await client.stop();
      await client.start();
    });
  };

  const offerRestart = async (message: string): Promise<void> => {
    const chosen = await vscode.window.showErrorMessage(message, 'Restart', 'Show Log');
    if (chosen === 'Restart') await restart();
    if (chosen === 'Show Log') log.show();
  };

  return { client, start: () => startOrTell(() => client.start()), restart };
}
