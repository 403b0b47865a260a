import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { type ClosedFiles, createClosedFiles } from './closed-files.ts';
import { type CheckFailed, createDocuments, type Documents } from './documents.ts';
import { createDontReport, type DontReport } from './dont-report.ts';
import type { Host } from './host.ts';
import { createHouseFiles, type HouseFiles } from './house-file.ts';
import { createDocumentJudge, type DocumentJudge } from './judge.ts';
import { createLedgers, type Ledgers } from './ledgers.ts';
import { createProgressBoard } from './progress.ts';
import { createPush, type Push } from './push.ts';
import { createSettings, errorMessage, type Settings } from './settings.ts';
import { createSettledNews, type SettledNews } from './settled.ts';
import { createSignOffs, type SignOffs } from './sign-off.ts';
import { serveSourcing } from './sourcing.ts';
import { createTrust, type Trust } from './trust.ts';
import { createWorkspaceCheck, type WorkspaceCheck } from './workspace-check.ts';

/** What a server for one client consists of. */
export interface Parts {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: Client;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
  readonly trust: Trust;
  readonly documents: Documents;
  /** What was told of files that are not open. */
  readonly closed: Readonly<Record<'drafts' | 'houses' | 'ledgers', ClosedFiles>>;
  readonly houseFiles: HouseFiles;
  readonly settings: Settings;
  readonly ledgers: Ledgers;
  readonly news: SettledNews;
  readonly judge: DocumentJudge;
  readonly push: Push;
  readonly workspace: WorkspaceCheck;
  readonly dontReport: DontReport;
  readonly signOffs: SignOffs;
  /** What was found in open documents may no longer hold, though no text has changed. */
  recheckOpen(): void;
  /** House files were written, or are gone. */
  houseChanged(uris: readonly string[]): void;
}

/** Makes the parts of a server and joins them. */
export function createParts(
  connection: Connection,
  host: Host,
  client: Client,
  folders: () => Promise<readonly string[]>,
): Parts {
  const onCheckFailed: CheckFailed = (uri, check, error) => {
    connection.console.error(
      `The check “${check.id}” failed on ${uri} and was left out: ${errorMessage(error)}`,
    );
  };
  const recheckOpen = () => {
    sourcing.changed();
    if (!client.pull) for (const document of documents.all()) push.now(document);
    else if (client.refresh) void connection.languages.diagnostics.refresh().catch(() => {});
  };
  const ledgerChanged = () => {
    recheckOpen();
    workspace.allAgain();
  };
  const trust = createTrust(client);
  const documents = createDocuments(onCheckFailed);
  const told = () => createClosedFiles(connection, documents);
  const closed = { drafts: told(), houses: told(), ledgers: told() };
  const houseFiles = createHouseFiles(connection, host, closed.houses);
  const settings = createSettings(connection, client, host, trust, houseFiles.met);
  const ledgers = createLedgers(connection, host, closed.ledgers, ledgerChanged);
  const news = createSettledNews(connection, client);
  const judge = createDocumentJudge(connection, client, settings, ledgers, (document, settled) => {
    // it may have been closed meanwhile
    if (documents.get(document.uri) === document) news.tell(document.uri, settled);
  });
  const push = createPush(connection, client, documents, judge, settings, host);
  const board = createProgressBoard(connection, client);
  const shared = { connection, client, host, documents, settings, ledgers, judge, news, folders };
  const workspace = createWorkspaceCheck({ ...shared, closed: closed.drafts, board, onCheckFailed });
  const dontReport = createDontReport({ ...shared, trust });
  const signOffs = createSignOffs({ ...shared, trust });
  const sourcing = serveSourcing(shared);

  const houseChanged = (uris: readonly string[]) => {
    if (uris.length === 0) return;
    for (const uri of uris) {
      host.houseChanged(uri);
      houseFiles.changed(uri);
    }
    settings.houseChanged();
    recheckOpen();
  };
  const parts = { ...shared, trust, closed, houseFiles, push, workspace, dontReport, signOffs };
  return { ...parts, recheckOpen, houseChanged };
}
