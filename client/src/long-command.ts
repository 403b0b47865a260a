import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  ExecuteCommandRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
} from 'vscode-languageclient';
import type { ServerCommand, ServerCommands } from './protocol.ts';

/** Has the server carry out a command that takes a while, in a notice that shows how far it is and can call it off. */
export function longCommand<C extends ServerCommand>(
  client: BaseLanguageClient,
  title: string,
  command: C,
  ...given: ServerCommands[C]['arguments']
): Thenable<ServerCommands[C]['result']> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancelled) => {
    const workDoneToken = crypto.randomUUID();
    let reached = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
      if (step.kind === 'end') return;
      const percentage = step.percentage ?? reached;
      progress.report({ message: step.message ?? '', increment: percentage - reached });
      reached = percentage;
    });
    const cancelling = cancelled.onCancellationRequested(() => {
      void client.sendNotification(WorkDoneProgressCancelNotification.type, { token: workDoneToken });
    });
    try {
      const params = { command, arguments: [...given], workDoneToken };
      return (await client.sendRequest(ExecuteCommandRequest.type, params)) as ServerCommands[C]['result'];
    } finally {
      listening.dispose();
      cancelling.dispose();
    }
  });
}
