import * as vscode from 'vscode';
import { l10n } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  DiagnosticPullMode,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { draftSelector } from './drafts.ts';
import { readFilesFor } from './files.ts';
import { goodHouses, rememberHouses } from './good-houses.ts';
import { GUIDE } from './guide.ts';
import { tellInView } from './in-view.ts';
import { savesHouseFile } from './kinds.ts';
import { checkedLanguages, openedSchemes } from './languages.ts';
import { showError, showInformation } from './notices.ts';
import type { ClientCommand, InitializationOptions, TrustedNotification } from './protocol.ts';
import type { Pulls } from './pulls.ts';
import { createRestarts } from './restarts.ts';

/** The language server and what is said when it stops. */
export interface Checker {
  readonly client: BaseLanguageClient;
  /** The process id of the running server; none in a browser. */
  serverPid(): number | undefined;
  /** What the computer calls whoever uses it; empty in a browser. */
  userName(): string;
  /** Starts the server, and says so to the user if it can't be started. */
  start(): Promise<void>;
  /** Stops the server if it runs, and starts it. */
  restart(): Promise<void>;
}

/** Makes the client of a server that is not started yet: a process on a desktop, a worker in a browser. */
export type Connect = (options: LanguageClientOptions) => Pick<Checker, 'client' | 'serverPid' | 'userName'>;

const COMMANDS: readonly ClientCommand[] = [
  'bluePencil.compareCopies',
  'bluePencil.more',
  'bluePencil.signOff',
];

const initializationOptions = (
  memory: vscode.Memento,
  storage: vscode.Uri | undefined,
): InitializationOptions => ({
  commands: COMMANDS,
  docsBase: GUIDE,
  messageInHover: true,
  files: true,
  settled: true,
  houses: goodHouses(memory),
  restricted: !vscode.workspace.isTrusted,
  ...(storage?.scheme === 'file' && { storage: storage.fsPath }),
});

/**
 * Makes the client of the server that came with the extension; it is not started yet.
 * @param memory what VS Code keeps for the window.
 * @param storage where VS Code keeps files of the extension for the open folders.
 */
export function createChecker(
  connect: Connect,
  log: vscode.LogOutputChannel,
  pulls: Pulls,
  memory: vscode.Memento,
  storage: vscode.Uri | undefined,
): Checker {
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
    documentSelector: draftSelector(openedSchemes(), checkedLanguages()),
    initializationOptions: () => initializationOptions(memory, storage),
    initializationFailedHandler: () => false,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onFocus: false,
      filter: (document, mode) => mode === DiagnosticPullMode.onType && pulls.waitsForSave(document),
    },
    middleware: {
      ...pulls.middleware,
      ...savesHouseFile,
      // what is open when the server starts is in view already
      async didOpen(document, next) {
        await next(document);
        tellInView(client, document);
      },
    },
    errorHandler,
  };
  const { client, serverPid, userName } = connect(options);
  readFilesFor(client);
  rememberHouses(client, memory);
  const trusted: TrustedNotification = 'bluePencil/trusted';
  vscode.workspace.onDidGrantWorkspaceTrust(() => {
    if (client.isRunning()) void client.sendNotification(trusted);
  });

  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running && stopped) {
      stopped = false;
      void showInformation(l10n.t('Blue Pencil’s checker stopped and was started again.'));
    }
    // Only now can it be started again.
    if (newState === State.Stopped && givenUp) {
      givenUp = false;
      void offerRestart(
        l10n.t('Blue Pencil’s checker keeps stopping, so it was left off. Drafts are not being checked.'),
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
      void offerRestart(l10n.t('Blue Pencil’s checker could not be started. Drafts are not being checked.'));
    } finally {
      starting = false;
    }
  };

  const restart = (): Promise<void> => {
    restarts.forget();
    return startOrTell(async () => {
      if (client.needsStop()) await client.stop();
      // which documents it is told of is settled when it starts
      client.clientOptions.documentSelector = draftSelector(openedSchemes(), checkedLanguages());
      await client.start();
    });
  };

  const offerRestart = async (message: string): Promise<void> => {
    const again = l10n.t('Restart');
    const showLog = l10n.t('Show Log');
    const chosen = await showError(message, again, showLog);
    if (chosen === again) await restart();
    if (chosen === showLog) log.show();
  };

  return { client, serverPid, userName, start: () => startOrTell(() => client.start()), restart };
}
