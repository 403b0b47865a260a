import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { aboutPage } from './about.ts';
import { countedDrafts, countsOf, inWords } from './counts.ts';
import { showInformation } from './notices.ts';
import type { ReportParams, ReportRequest, ReportResult } from './protocol.ts';
import { nameOf } from './review/findings.ts';
import { saveTo } from './save.ts';

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

/** What a report can be on. */
export interface Reportable {
  /** The draft in front, where one is checked. */
  readonly front: vscode.Uri | undefined;
  /** Whether other drafts were checked. */
  readonly others: boolean;
  /** How many findings are settled, in a draft or in all of them. */
  settled(uri: vscode.Uri | undefined): number;
}

/** Asks for drafts, a format and a place, writes a report, and offers to open it. */
export async function exportReport(
  client: BaseLanguageClient,
  { front, others, settled }: Reportable,
): Promise<void> {
  if (front === undefined && !others) return tellNothing();
  const only = front !== undefined && others ? await askScope(front) : { uri: front };
  if (only === undefined) return;
  const choices = Object.entries(FORMATS).map(([format, shown]) => ({ ...shown, format: format as Format }));
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Export Report'),
    placeHolder: vscode.l10n.t('What is the report for?'),
  });
  if (chosen === undefined) return;
  const { format, ending, label } = chosen;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const asked: ReportParams = {
    format,
    ...(only.uri !== undefined && { uri: client.code2ProtocolConverter.asUri(only.uri) }),
    about: aboutPage(only.uri),
  };
  const { text, files, bySeverity } = await client.sendRequest<ReportResult>(REPORT, asked);
  if (files === 0) return tellNothing();
  const name =
    only.uri === undefined ? 'blue-pencil-report' : `${nameOf(only.uri).replace(/\.\w+$/u, '')}-report`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report'),
    filters: { [label]: [ending] },
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder.uri, `${name}.${ending}`) }),
  });
  if (target === undefined) return;
  if (!(await saveTo(target, text))) return;
  const told = vscode.l10n.t(
    'Report saved: {0}, {1}.',
    countedDrafts(files, vscode.l10n.t),
    inWords(countsOf(bySeverity, settled(only.uri)), vscode.l10n.t),
  );
  void offerToOpen(target, format, text, told);
}

const tellNothing = (): void =>
  void showInformation(
    vscode.l10n.t(
      'No draft has been checked yet, so there is nothing to report. Open a draft, or check the workspace.',
    ),
  );

/** Which drafts a report is on; undefined for none, `uri` undefined for all of them. */
async function askScope(front: vscode.Uri): Promise<{ readonly uri: vscode.Uri | undefined } | undefined> {
  const choices = [
    { label: vscode.l10n.t('This draft'), description: nameOf(front), uri: front },
    { label: vscode.l10n.t('All drafts that were checked'), uri: undefined },
  ];
  return vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Export Report'),
    placeHolder: vscode.l10n.t('On which drafts?'),
  });
}

async function offerToOpen(target: vscode.Uri, format: Format, text: string, message: string): Promise<void> {
  const chosen = await showInformation(message, vscode.l10n.t('Open Report'));
  if (chosen === undefined) return;
  if (format === 'markdown') await vscode.commands.executeCommand('markdown.showPreview', target);
  else if (format !== 'html') await vscode.commands.executeCommand('vscode.open', target);
  // a web page is for a browser, where one reaches the file: not from a remote window, which would wait for it
  else if (target.scheme !== 'file' || isElsewhere() || !(await vscode.env.openExternal(target)))
    showPage(nameOf(target), text);
}

const isElsewhere = (): boolean =>
  vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web;

/** Shows a page beside the drafts. It runs no scripts and loads nothing. */
function showPage(title: string, html: string): void {
  const panel = vscode.window.createWebviewPanel('bluePencil.report', title, vscode.ViewColumn.Active, {
    enableFindWidget: true,
  });
  panel.webview.html = html;
}
