import * as vscode from 'vscode';
import {
  ExecuteCommandRequest,
  type LanguageClient,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
} from 'vscode-languageclient/node';
import type { ServerCommand, Skipped, WorkspaceSummary } from './protocol.ts';

const COMMAND: ServerCommand = 'bluePencil.checkWorkspace';
const TITLE = 'Checking drafts';

/** Checks every draft in the open folders, with progress that can be cancelled, and says what was found. */
export async function checkWorkspace(client: LanguageClient): Promise<WorkspaceSummary | undefined> {
  if (vscode.workspace.workspaceFolders === undefined) {
    void vscode.window.showInformationMessage(
      'Open a folder with drafts first: Blue Pencil checks every draft in it.',
    );
    return undefined;
  }
  const summary = await withProgress(client);
  void tell(client, summary);
  return summary;
}

function withProgress(client: LanguageClient): Thenable<WorkspaceSummary> {
  const options = { location: vscode.ProgressLocation.Notification, title: TITLE, cancellable: true };
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
      const params = { command: COMMAND, arguments: [], workDoneToken };
      return (await client.sendRequest(ExecuteCommandRequest.type, params)) as WorkspaceSummary;
    } finally {
      listening.dispose();
      cancelling.dispose();
    }
  });
}

async function tell(client: LanguageClient, summary: WorkspaceSummary): Promise<void> {
  const { skipped } = summary;
  for (const { uri, reason } of skipped) client.outputChannel.warn(`Not checked: ${uri} (${reason})`);
  const message = summaryMessage(summary);
  const actions = [
    ...(summary.findings > 0 ? [SHOW_PROBLEMS] : []),
    ...(skipped.length > NAMED ? [SHOW_LOG] : []),
  ];
  const show = skipped.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(message, ...actions);
  if (chosen === SHOW_PROBLEMS) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === SHOW_LOG) client.outputChannel.show();
}

const SHOW_PROBLEMS = 'Show Problems';
const SHOW_LOG = 'Show Log';
const NAMED = 3;

/** What is said at the end of a check of the workspace, with up to three of the files that could not be read. */
export function summaryMessage({ files, findings, skipped, cancelled }: WorkspaceSummary): string {
  const said = [
    cancelled
      ? `Stopped after ${counted(files, 'draft')}: ${counted(findings, 'finding')} so far.`
      : files === 0
        ? 'There are no drafts in the open folders.'
        : `Checked ${counted(files, 'draft')}: ${counted(findings, 'finding')}.`,
  ];
  if (skipped.length > 0) {
    const more = skipped.length - NAMED;
    said.push(
      `${skipped.length === 1 ? 'One file' : `${skipped.length} files`} could not be checked:`,
      `${skipped.slice(0, NAMED).map(named).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    );
  }
  return said.join(' ');
}

const named = ({ uri, reason }: Skipped): string =>
  `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))} (${reason.replace(/\.$/, '')})`;

const counted = (count: number, noun: string): string =>
  `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
