import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { createLive } from '../phrasing/live.ts';
import { errorMessage } from '../trouble.ts';
import { type Archiving, createArchiving } from './archiving.ts';
import { type CheckedDrafts, createCheckedDrafts } from './checked.ts';
import type { Client } from './client.ts';
import { type ClosedFiles, createClosedFiles } from './closed-files.ts';
import { type Compared, createCompared } from './compared.ts';
import { type CheckFailed, createDocuments, type Documents, type OpenDocument } from './documents.ts';
import { createDontReport, type DontReport } from './dont-report.ts';
import type { Host } from './host.ts';
import { createHouseFiles, type HouseFiles } from './house-file.ts';
import { createDocumentJudge, type DocumentJudge } from './judge.ts';
import { createLedgerReader, type Ledgers } from './ledgers.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import { createPrecedence, type Precedence } from './precedence.ts';
import { createProgressBoard } from './progress.ts';
import { createPush, type Push } from './push.ts';
import { plainly } from './say.ts';
import { createSettings, type Settings } from './settings.ts';
import { createSettledNews, type SettledNews } from './settled.ts';
import { createSignOffs, type SignOffs } from './sign-off.ts';
import { serveSourcing } from './sourcing.ts';
import { createTrust, type Trust } from './trust.ts';
import { normalizeUri } from './uris.ts';
import { createWorkspaceCheck, type WorkspaceCheck } from './workspace-check.ts';

/** What a server for one client consists of. */
export interface Parts {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: Client;
  readonly precedence: Precedence;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
  readonly trust: Trust;
  readonly documents: Documents;
  /** What was told of files that are not open. */
  readonly closed: Readonly<Record<'drafts' | 'houses' | 'ledgers', ClosedFiles>>;
  readonly houseFiles: HouseFiles;
  /** The open documents, normalised, of which the client shows no tab. */
  readonly tabless: Set<string>;
  readonly settings: Settings;
  readonly ledgers: Ledgers;
  readonly news: SettledNews;
  readonly neighbours: Neighbours;
  readonly compared: Compared;
  readonly judge: DocumentJudge;
  readonly push: Push;
  /** What was found in drafts that are not open. */
  readonly checked: CheckedDrafts;
  readonly workspace: WorkspaceCheck;
  readonly dontReport: DontReport;
  readonly signOffs: SignOffs;
  readonly archiving: Archiving;
  /** What was found in open documents may no longer hold, though no text has changed. */
  recheckOpen(): void;
  /** House files were written, or are gone. */
  houseChanged(uris: readonly string[]): void;
}

/** How long news of drafts that are still being read may wait for more, in milliseconds. */
const PAUSE = 300;

/** Runs something at once, or, often asked, not too often. */
function seldom(host: Host, run: () => void): { now(): void; soon(): void } {
  let callOff: (() => void) | undefined;
  const now = (): void => {
    callOff?.();
    callOff = undefined;
    run();
  };
  return {
    now,
    soon() {
      callOff ??= host.later(PAUSE, now);
    },
  };
}

/** Tells the user something that needs doing in the settings, once each. */
function onceEach(connection: Connection, { say }: Client): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message)) return;
    told.add(message);
    connection.console.warn(message);
    // not window.showWarningMessage, which asks for an answer
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: plainly(say(message)),
    });
  };
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
  const live = createLive(host.judgeSentences, (error) => {
    connection.console.error(`The phrasing model is left out: ${errorMessage(error)}`);
  });
  const tellOpen = () => {
    if (!client.pull) for (const document of documents.all()) push.now(document);
    else if (client.refresh) void connection.languages.diagnostics.refresh().catch(() => {});
  };
  const foundMore = seldom(host, tellOpen);
  const recheckOpen = () => {
    sourcing.changed();
    tellOpen();
  };
  const recheckAll = () => {
    recheckOpen();
    workspace.allAgain();
  };
  const trust = createTrust(client);
  const documents = createDocuments(onCheckFailed, live, (all) => {
    if (all) foundMore.now();
    else foundMore.soon();
  });
  const tabless = new Set<string>();
  const inTabs: Documents = {
    ...documents,
    get: (uri) => (tabless.has(normalizeUri(uri)) ? undefined : documents.get(uri)),
  };
  const told = () => createClosedFiles(connection, inTabs);
  const houses = createClosedFiles(connection, { get: () => undefined });
  const closed = { drafts: told(), houses, ledgers: told() };
  const houseFiles = createHouseFiles(connection, client, host, documents, houses);
  const tellOnce = onceEach(connection, client);
  const settings = createSettings(connection, client, host, trust, houseFiles.met, tellOnce);
  const ledgers = createLedgerReader(connection, client, host, closed.ledgers, recheckAll);
  const news = createSettledNews(connection, client);
  const tellSettled = (document: OpenDocument, settled: number) => {
    // it may have been closed meanwhile
    if (documents.get(document.uri) === document) news.tell(document.uri, settled);
  };
  const precedence = createPrecedence(host.turn);
  const checked = createCheckedDrafts();
  const neighbours = createNeighbours({
    host,
    turn: precedence.turn,
    documents,
    settings,
    folders,
    onNews(uris) {
      for (const uri of uris) if (inTabs.get(uri) === undefined) workspace.again(uri);
      if (uris.some((uri) => inTabs.get(uri) !== undefined)) tellOpen();
    },
  });
  const compared = createCompared(host, neighbours, tellOnce);
  const judge = createDocumentJudge(
    connection,
    client,
    settings,
    ledgers,
    host,
    tellSettled,
    compared,
    live.sofar,
  );
  const push = createPush(connection, client, documents, judge, settings, host);
  const board = createProgressBoard(connection, client);
  const shared = {
    connection,
    client,
    host,
    documents,
    settings,
    ledgers,
    neighbours,
    compared,
    judge,
    news,
    folders,
  };
  const workspace = createWorkspaceCheck({
    ...shared,
    documents: inTabs,
    precedence,
    checked,
    live,
    closed: closed.drafts,
    board,
    onCheckFailed,
    trust,
  });
  const dontReport = createDontReport({ ...shared, trust });
  const signOffs = createSignOffs({ ...shared, trust });
  const sourcing = serveSourcing(shared);
  const archiving = createArchiving({ ...shared, trust, board, onChanged: recheckAll });

  const houseChanged = (uris: readonly string[]) => {
    if (uris.length === 0) return;
    for (const uri of uris) {
      host.houseChanged(uri);
      houseFiles.changed(uri);
    }
    settings.houseChanged();
    recheckOpen();
    workspace.allAgain();
  };
  const parts = {
    ...shared,
    precedence,
    checked,
    trust,
    closed,
    houseFiles,
    tabless,
    push,
    workspace,
    dontReport,
    signOffs,
    archiving,
  };
  return { ...parts, recheckOpen, houseChanged };
}
