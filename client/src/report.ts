import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReportParams, ReportRequest, ReportResult } from './protocol.ts';
import { countedDrafts, countedFindings } from './summary.ts';

const REPORT: ReportRequest = 'bluePencil/report';

const FORMATS: readonly (vscode.QuickPickItem & ReportParams & { readonly ending: string })[] = [
  {
    label: vscode.l10n.t('Web Page'),
    description: vscode.l10n.t('to read, print or send'),
    format: 'html',
    ending: 'html',
  },
  {
    label: 'Markdown',
    description: vscode.l10n.t('to paste into a ticket or a wiki'),
    format: 'markdown',
    ending: 'md',
  },
  {
    label: vscode.l10n.t('Table'),
    description: vscode.l10n.t('CSV, for a spreadsheet'),
    format: 'csv',
    ending: 'csv',
  },
];

/** Asks for a format and a place, writes a report on the drafts that were checked, and offers to open it. */
export async function exportReport(client: BaseLanguageClient): Promise<void> {
  const chosen = await vscode.window.showQuickPick(FORMATS, {
    title: vscode.l10n.t('Export Report'),
    placeHolder: vscode.l10n.t('What is the report for?'),
  });
  if (chosen === undefined) return;
  const { format, ending, label } = chosen;
  const { text, files, findings } = await client.sendRequest<ReportResult>(REPORT, { format });
  if (files === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No draft has been checked yet, so there is nothing to report. Open a draft, or check the workspace.',
      ),
    );
    return;
  }
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `blue-pencil-report.${ending}`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report'),
    filters: { [label]: [ending] },
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  void offerToOpen(
    target,
    format,
    vscode.l10n.t(
      'Report saved: {0} in {1}.',
      countedFindings(findings, vscode.l10n.t),
      countedDrafts(files, vscode.l10n.t),
    ),
  );
}

async function offerToOpen(target: vscode.Uri, format: string, message: string): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(message, vscode.l10n.t('Open Report'));
  if (chosen === undefined) return;
  // a web page is for a browser, as far as there is one that reaches the file
  if (format === 'html' && target.scheme === 'file' && (await vscode.env.openExternal(target))) return;
  await vscode.commands.executeCommand('vscode.open', target);
}
