import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReportParams, ReportRequest, ReportResult } from './protocol.ts';

const REPORT: ReportRequest = 'bluePencil/report';

const FORMATS: readonly (vscode.QuickPickItem & ReportParams & { readonly ending: string })[] = [
  { label: 'Web Page', description: 'to read, print or send', format: 'html', ending: 'html' },
  { label: 'Markdown', description: 'to paste into a ticket or a wiki', format: 'markdown', ending: 'md' },
  { label: 'Table', description: 'CSV, for a spreadsheet', format: 'csv', ending: 'csv' },
];

/** Asks for a format and a place, writes a report on the drafts that were checked, and offers to open it. */
export async function exportReport(client: BaseLanguageClient): Promise<void> {
  const chosen = await vscode.window.showQuickPick(FORMATS, {
    title: 'Export Report',
    placeHolder: 'What is the report for?',
  });
  if (chosen === undefined) return;
  const { format, ending, label } = chosen;
  const { text, files, findings } = await client.sendRequest<ReportResult>(REPORT, { format });
  if (files === 0) {
    void vscode.window.showInformationMessage(
      'No draft has been checked yet, so there is nothing to report. Open a draft, or check the workspace.',
    );
    return;
  }
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = `blue-pencil-report.${ending}`;
  const target = await vscode.window.showSaveDialog({
    title: 'Export Report',
    filters: { [label]: [ending] },
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  void offerToOpen(
    target,
    format,
    `Report saved: ${counted(findings, 'finding')} in ${counted(files, 'draft')}.`,
  );
}

async function offerToOpen(target: vscode.Uri, format: string, message: string): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(message, 'Open Report');
  if (chosen === undefined) return;
  // a web page is for a browser, as far as there is one that reaches the file
  if (format === 'html' && target.scheme === 'file' && (await vscode.env.openExternal(target))) return;
  await vscode.commands.executeCommand('vscode.open', target);
}

const counted = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
