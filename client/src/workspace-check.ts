import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { longCommand } from './long-command.ts';
import { showInformation, showWarning } from './notices.ts';
import type { CheckScope, WorkspaceSummary } from './protocol.ts';
import { NAMED, summaryMessage } from './summary.ts';

const COMMAND = 'bluePencil.checkWorkspace';

/**
 * Checks every draft in the open folders, or what a scope names, with progress that can be cancelled, and says what was
 * found.
 */
export async function checkWorkspace(
  client: BaseLanguageClient,
  scope: CheckScope = {},
): Promise<WorkspaceSummary | undefined> {
  if (vscode.workspace.workspaceFolders === undefined) {
    void showInformation(
      vscode.l10n.t('Open a folder with drafts first: Blue Pencil checks every draft in it.'),
    );
    return undefined;
  }
  const summary = await longCommand(client, vscode.l10n.t('Checking drafts'), COMMAND, scope);
  void tell(client, summary, scope);
  return summary;
}

async function tell(client: BaseLanguageClient, summary: WorkspaceSummary, scope: CheckScope): Promise<void> {
  const { skipped, files, remembered } = summary;
  if (remembered > 0) client.outputChannel.info(`Drafts checked: ${files}, as before: ${remembered}`);
  for (const { uri, reason } of skipped) client.outputChannel.warn(`Not checked: ${uri} (${reason})`);
  const message = summaryMessage(summary, vscode.l10n.t, scope);
  const showReview = vscode.l10n.t('Show Review');
  const showLog = vscode.l10n.t('Show Log');
  const actions = [
    ...(summary.findings > 0 ? [showReview] : []),
    ...(skipped.length > NAMED ? [showLog] : []),
  ];
  const show = skipped.length > 0 ? showWarning : showInformation;
  const chosen = await show(message, ...actions);
  if (chosen === showReview) await vscode.commands.executeCommand('bluePencil.review.focus');
  if (chosen === showLog) client.outputChannel.show();
}
