import * as vscode from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest } from 'vscode-languageclient';
import { showInformation } from './notices.ts';
import type { Pulls } from './pulls.ts';
import { nameOf } from './review/findings.ts';
import type { Review } from './review/view.ts';
import type { Status } from './status.ts';

/** Registers what is done with the draft in front: it is checked now, or left alone for a while. */
export function registerThisDraft(
  client: BaseLanguageClient,
  start: () => Promise<void>,
  pulls: Pulls,
  review: Review,
  status: Status,
): vscode.Disposable {
  const again = (document: vscode.TextDocument): void =>
    client
      .getFeature(DocumentDiagnosticRequest.method)
      ?.getProvider(document)
      ?.onDidChangeDiagnosticsEmitter.fire();
  const { registerCommand } = vscode.commands;
  const onDraft = (act: (document: vscode.TextDocument) => Promise<void> | void) => async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) void showInformation(vscode.l10n.t('No draft is open.'));
    else await act(document);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      if (pulls.hasMoved(document)) again(document);
    }),
    // whoever leaves for another draft has left the quote as well
    vscode.window.onDidChangeActiveTextEditor(() => {
      for (const document of vscode.workspace.textDocuments) if (pulls.hasMoved(document)) again(document);
    }),
    registerCommand(
      'bluePencil.checkDraft',
      onDraft(async (document) => {
        if (!client.isRunning()) await start();
        pulls.resume(document.uri);
        const done = settled(pulls, document.uri);
        again(document);
        await done;
        review.checked(document.uri);
        await said(status);
        const { text = '', detail, draft, command } = status.now() ?? {};
        const showReview: vscode.Command = {
          title: vscode.l10n.t('Show Review'),
          command: 'bluePencil.review.focus',
        };
        const way = draft === true ? showReview : command;
        const told = [`${nameOf(document.uri)}: ${text}`, ...(draft !== true && detail ? [detail] : [])].join(
          ' · ',
        );
        const chosen = await showInformation(told, ...(way === undefined ? [] : [way.title]));
        if (chosen !== undefined && way !== undefined)
          await vscode.commands.executeCommand(way.command, ...(way.arguments ?? []));
      }),
    ),
    registerCommand(
      'bluePencil.pauseDraft',
      onDraft((document) => {
        pulls.pause(document.uri);
        again(document);
      }),
    ),
    registerCommand(
      'bluePencil.resumeDraft',
      onDraft((document) => {
        pulls.resume(document.uri);
        again(document);
      }),
    ),
  );
}

/** When a draft has been checked; at once where nobody checks it within a second. */
function settled(pulls: Pulls, uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(() => !pulls.isChecking(uri) && done(), 1_000);
    const listening = pulls.onDidChange((one) => {
      // a moment later the editor has what was found
      if (one.toString() === uri.toString() && !pulls.isChecking(uri)) setTimeout(done, 0);
    });
  });
}

/** When it is known how the draft in front stands. */
async function said(status: Status): Promise<void> {
  if (status.now()?.busy !== true) return;
  await new Promise<void>((resolve) => {
    const listening = status.onDidChange(() => {
      if (status.now()?.busy === true) return;
      listening.dispose();
      resolve();
    });
  });
}
