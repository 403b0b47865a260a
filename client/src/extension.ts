import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { addToArchive } from './archive.ts';
import { changedFiles } from './changed-drafts.ts';
import { type Connect, createChecker } from './checker.ts';
import { registerCompareCopies } from './copies.ts';
import { openFactCheckSheet } from './fact-check-sheet.ts';
import { registerGuide } from './guide.ts';
import { createHouseFile } from './house-file.ts';
import { registerHouseStyle } from './house-style.ts';
import { watchView } from './in-view.ts';
import { registerKindSettings } from './kinds.ts';
import { onLanguagesChanged } from './languages.ts';
import { showInformation } from './notices.ts';
import { openAsDraft } from './open-as-draft.ts';
import { registerPaste } from './paste.ts';
import type {
  CheckScope,
  HouseTemplateRequest,
  Settled,
  SettledNotification,
  WorkspaceSummary,
} from './protocol.ts';
import { createPulls } from './pulls.ts';
import { exportReport } from './report.ts';
import { createReview, type Review } from './review/view.ts';
import { openSample } from './sample.ts';
import { registerSignOff } from './sign-off.ts';
import { createSourcing, type SourcingView } from './sourcing/view.ts';
import { createStatus, type Status } from './status.ts';
import { watchTabs } from './tabs.ts';
import { registerThisDraft } from './this-draft.ts';
import { checkWorkspace } from './workspace-check.ts';

/** What the extension offers to other code, its tests among it. */
export interface Api {
  /** The process id of the running language server; none in a browser. */
  serverPid(): number | undefined;
  /** The connection to the server. */
  readonly checker: Pick<BaseLanguageClient, 'stop'>;
  readonly review: Review;
  readonly sourcing: SourcingView;
  readonly status: Status;
}

const HOUSE_TEMPLATE: HouseTemplateRequest = 'bluePencil/houseTemplate';

let stop: (() => Promise<void>) | undefined;

/**
 * Starts the checker and registers the commands.
 * @param connect makes the client of a server as it is run here.
 */
export async function start(context: vscode.ExtensionContext, connect: Connect): Promise<Api> {
  const log = vscode.window.createOutputChannel('Blue Pencil', { log: true });
  const pulls = createPulls();
  const checker = createChecker(connect, log, pulls, context.workspaceState, context.storageUri);
  const { client, restart } = checker;
  stop = () => client.dispose();

  const review = createReview(client, pulls.isChecking);
  const settled: SettledNotification = 'bluePencil/settled';
  const hearing = client.onNotification(settled, (news: Settled) =>
    review.settled(client.protocol2CodeConverter.asUri(news.uri), news.settled),
  );
  client.onDidChangeState(({ newState }) => newState === State.Starting && review.forgetSettled());
  const status = createStatus(client, pulls, review);
  const sourcing = createSourcing(client);

  const check = async (scope: CheckScope): Promise<WorkspaceSummary | undefined> => {
    if (!client.isRunning()) await restart();
    const summary = client.isRunning() ? await checkWorkspace(client, scope) : undefined;
    if (summary !== undefined && summary.files > 0) review.checked();
    return summary;
  };

  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    log,
    pulls,
    review,
    sourcing,
    status,
    hearing,
    watchView(client),
    watchTabs(client),
    pulls.onDidChange((uri) => {
      // a moment later the editor has what was found
      if (!pulls.isChecking(uri)) setTimeout(() => review.checked(uri), 0);
    }),
    onLanguagesChanged(() => client.isRunning() && void restart()),
    registerGuide(context.extensionUri),
    registerPaste(client),
    registerCompareCopies(client),
    registerKindSettings(review),
    registerThisDraft(client, restart, pulls, review, status),
    registerSignOff(client, checker.userName),
    registerCommand('bluePencil.openSample', () => openSample(context.extensionUri)),
    registerHouseStyle(client),
    registerCommand('bluePencil.checkAll', () => check({})),
    registerCommand('bluePencil.checkFolder', (folder: vscode.Uri) =>
      check({ folder: client.code2ProtocolConverter.asUri(folder) }),
    ),
    registerCommand('bluePencil.checkChanged', async () => {
      const changed = await changedFiles();
      if (changed === undefined) {
        void showInformation(vscode.l10n.t('Git is not at hand here, so changed drafts are not known.'));
        return undefined;
      }
      return check({ files: changed.map((uri) => client.code2ProtocolConverter.asUri(uri)) });
    }),
    registerCommand('bluePencil.exportReport', async () => {
      if (!client.isRunning()) await restart();
      if (client.isRunning()) await exportReport(client, review.reportable());
    }),
    registerCommand('bluePencil.openAsDraft', async (file?: vscode.Uri) => {
      if (!client.isRunning()) await restart();
      if (client.isRunning()) await openAsDraft(client, file);
    }),
    registerCommand('bluePencil.addToArchive', async (folder?: vscode.Uri) => {
      if (!client.isRunning()) await restart();
      if (client.isRunning()) await addToArchive(client, folder);
    }),
    registerCommand('bluePencil.factCheckSheet', async () => {
      if (!client.isRunning()) await restart();
      if (client.isRunning()) await openFactCheckSheet(client);
    }),
    registerCommand('bluePencil.restart', restart),
    registerCommand('bluePencil.showLog', () => log.show()),
    registerCommand('bluePencil.createHouseFile', () =>
      createHouseFile(() => client.sendRequest<string>(HOUSE_TEMPLATE)),
    ),
  );
  await checker.start();
  return { serverPid: checker.serverPid, checker: client, review, sourcing, status };
}

/** Stops the checker. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
