import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { countedDrafts, countsOf, inWords } from './counts.ts';
import type { ReportParams, ReportRequest, ReportResult } from './protocol.ts';

const REPORT: ReportRequest = 'bluePencil/report';

type Format = ReportParams['format'];

/** Every format that the server's table says is for saving: one more there does not compile until it is named here. */
const FORMATS: Readonly<Record<Format, vscode.QuickPickItem & { readonly ending: string }>> = {
  html: {
    label: vscode.l10n.t('Web Page'),
    description: vscode.l10n.t('to read, print or send'),
    ending: 'html',
  },
  markdown: {
    label: 'Markdown',
    description: vscode.l10n.t('to paste into a ticket or a wiki'),
    ending: 'md',
  },
  csv: {
    label: vscode.l10n.t('Table'),
    description: vscode.l10n.t('CSV, for a spreadsheet'),
    ending: 'csv',
  },
};

/** Asks for a format and a place, writes a report on the drafts that were checked, and offers to open it. */
export async function exportReport(client: BaseLanguageClient): Promise<void> {
  const choices = Object.entries(FORMATS).map(([format, shown]) => ({ ...shown, format: format as Format }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Export Report'),
    placeHolder: vscode.l10n.t('What is the report for?'),
  });
  if (chosen === undefined) return;
  const { format, ending, label } = chosen;
  const { text, files, bySeverity } = await client.sendRequest<ReportResult>(REPORT, { format });
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
      'Report saved: {0}, {1}.',
      countedDrafts(files, vscode.l10n.t),
      inWords(countsOf(bySeverity), vscode.l10n.t),
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
