import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  ExecuteCommandRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
} from 'vscode-languageclient';
import type { CheckScope, ServerCommand, WorkspaceSummary } from './protocol.ts';
import { NAMED, summaryMessage } from './summary.ts';

const COMMAND: ServerCommand = 'bluePencil.checkWorkspace';

/**
 * Checks every draft in the open folders, or what a scope names, with progress that can be cancelled, and says what was
 * found.
 */
export async function checkWorkspace(
  client: BaseLanguageClient,
  scope: CheckScope = {},
): Promise<WorkspaceSummary | undefined> {
  if (vscode.workspace.workspaceFolders === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder with drafts first: Blue Pencil checks every draft in it.'),
    );
    return undefined;
  }
  const summary = await withProgress(client, scope);
  void tell(client, summary);
  return summary;
}

function withProgress(client: BaseLanguageClient, scope: CheckScope): Thenable<WorkspaceSummary> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Checking drafts'),
    cancellable: true,
  };
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
      const params = { command: COMMAND, arguments: [scope], workDoneToken };
      return (await client.sendRequest(ExecuteCommandRequest.type, params)) as WorkspaceSummary;
    } finally {
      listening.dispose();
      cancelling.dispose();
    }
  });
}

async function tell(client: BaseLanguageClient, summary: WorkspaceSummary): Promise<void> {
  const { skipped } = summary;
  for (const { uri, reason } of skipped) client.outputChannel.warn(`Not checked: ${uri} (${reason})`);
  const message = summaryMessage(summary, vscode.l10n.t);
  const showReview = vscode.l10n.t('Show Review');
  const showLog = vscode.l10n.t('Show Log');
  const actions = [
    ...(summary.findings > 0 ? [showReview] : []),
    ...(skipped.length > NAMED ? [showLog] : []),
  ];
  const show = skipped.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(message, ...actions);
  if (chosen === showReview) await vscode.commands.executeCommand('bluePencil.review.focus');
  if (chosen === showLog) client.outputChannel.show();
}
