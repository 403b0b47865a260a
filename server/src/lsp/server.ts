import {
  CodeActionKind,
  CodeActionRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ExecuteCommandRequest,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import { CHECKS } from '../checks/index.ts';
import { DRAFT_EXTENSIONS } from '../draft/formats.ts';
import { HOUSE_FILE } from '../house/house.ts';
import { signables } from '../house/ledger.ts';
import { houseTemplate } from '../house/template.ts';
import { type Client, clientOf } from './client.ts';
import { createClosedFiles } from './closed-files.ts';
import { codeActions, FIX_ALL } from './code-actions.ts';
import { execute, SERVER_COMMANDS } from './commands.ts';
import { type CheckFailed, createDocuments } from './documents.ts';
import { createDontReport, houseFileFor } from './dont-report.ts';
import type { Host } from './host.ts';
import { createHouseFiles, isHouseFile } from './house-file.ts';
import { houseStyle } from './house-style.ts';
import { hoverOver } from './hover.ts';
import { createDocumentJudge } from './judge.ts';
import { createLedgers, isLedger, LEDGER_PATTERNS } from './ledgers.ts';
import { toOffset } from './positions.ts';
import { createProgressBoard } from './progress.ts';
import type {
  DraftStatus,
  DraftStatusRequest,
  HouseStyleParams,
  HouseStyleRequest,
  HouseTemplateRequest,
  ReportParams,
  ReportRequest,
  ReportResult,
} from './protocol.ts';
import { pull } from './pull.ts';
import { createPush } from './push.ts';
import { render } from './report.ts';
import { createSettings, errorMessage } from './settings.ts';
import { createSettledNews } from './settled.ts';
import { createSignOffs } from './sign-off.ts';
import { serveSourcing } from './sourcing.ts';
import { inFolder } from './uris.ts';
import { createWorkspaceCheck } from './workspace-check.ts';

/**
 * Serves a client over a connection, until it says goodbye.
 * @param hostFor the machine as it is reached for that client.
 */
export function serve(connection: Connection, hostFor: (client: Client) => Host): void {
  let started = false;
  connection.onInitialize((params): InitializeResult | ResponseError<never> => {
    if (started) return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    started = true;
    const client = clientOf(params);
    wire(connection, hostFor(client), client, params);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'Blue Pencil', version } };
  });
  connection.listen();
}

function capabilitiesFor(client: Client): InitializeResult['capabilities'] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    hoverProvider: true,
    executeCommandProvider: { commands: [...SERVER_COMMANDS], workDoneProgress: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pull && {
      diagnosticProvider: {
        identifier: 'blue-pencil',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}

function wire(connection: Connection, host: Host, client: Client, params: InitializeParams): void {
  const folders = () => foldersOf(connection, client, params);
  const onCheckFailed: CheckFailed = (uri, check, error) => {
    connection.console.error(
      `The check “${check.id}” failed on ${uri} and was left out: ${errorMessage(error)}`,
    );
  };
  const documents = createDocuments(onCheckFailed);
  const closedDrafts = createClosedFiles(connection, documents);
  const closedHouses = createClosedFiles(connection, documents);
  const houseFiles = createHouseFiles(connection, host, closedHouses);
  const settings = createSettings(connection, client, host, houseFiles.met);
  const closedLedgers = createClosedFiles(connection, documents);
  const ledgers = createLedgers(connection, host, closedLedgers, () => {
    recheckOpen();
    workspace.allAgain();
  });
  const news = createSettledNews(connection, client);
  const judge = createDocumentJudge(connection, client, settings, ledgers, (document, settled) => {
    // it may have been closed meanwhile
    if (documents.get(document.uri) === document) news.tell(document.uri, settled);
  });
  const push = createPush(connection, client, documents, judge, settings, host);
  const workspace = createWorkspaceCheck({
    connection,
    client,
    documents,
    settings,
    ledgers,
    judge,
    host,
    closed: closedDrafts,
    news,
    board: createProgressBoard(connection, client),
    onCheckFailed,
    folders,
  });
  const dontReport = createDontReport(connection, documents, host, folders);
  const signOffs = createSignOffs({ host, documents, settings, ledgers, folders });

  const sourcing = serveSourcing({ connection, documents, judge, folders });

  const recheckOpen = () => {
    sourcing.changed();
    if (!client.pull) for (const document of documents.all()) push.now(document);
    else if (client.refresh) void connection.languages.diagnostics.refresh().catch(() => {});
  };
  const houseChanged = (uris: readonly string[]) => {
    if (uris.length === 0) return;
    for (const uri of uris) {
      host.houseChanged(uri);
      houseFiles.changed(uri);
    }
    settings.houseChanged();
    recheckOpen();
  };

  connection.onDidOpenTextDocument((opened) => {
    const document = documents.open(opened);
    closedDrafts.opened(document.uri);
    closedHouses.opened(document.uri);
    ledgers.look(document.uri);
    if (!client.pull) push.now(document);
  });
  connection.onDidChangeTextDocument((changed) => {
    const document = documents.change(changed);
    if (document !== undefined && !client.pull) push.soon(document);
  });
  connection.onDidCloseTextDocument((closed) => {
    const { uri } = closed.textDocument;
    if (documents.get(uri) === undefined) return;
    documents.close(closed);
    settings.forget(uri);
    if (!client.pull) {
      push.closed(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    if (isHouseFile(uri)) houseFiles.changed(uri);
    else if (closedDrafts.knows(uri)) workspace.again(uri);
    else news.tell(uri, 0);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (isHouseFile(uri)) houseChanged([uri]);
    ledgers.look(uri);
  });
  connection.onDidChangeConfiguration((changed) => {
    settings.changed(changed);
    recheckOpen();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    houseChanged(uris.filter(isHouseFile));
    ledgers.changed(uris.filter(isLedger));
    for (const uri of uris) if (!isHouseFile(uri)) workspace.again(uri);
  });

  connection.languages.diagnostics.on((asked, token) => pull(asked, token, documents, judge, host));
  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const { findings, inForce } = await judge.judge(document);
    const offset = toOffset(document.text, position);
    return hoverOver(document.text, findings, offset, client, inForce.house?.wishes);
  });
  connection.onRequest(CodeActionRequest.type, async (asked, token) => {
    await host.turn();
    const document = documents.get(asked.textDocument.uri);
    if (document === undefined || token.isCancellationRequested) return [];
    const judgement = await judge.judge(document);
    const { findings, found, inForce } = judgement;
    if (findings.length === 0) return [];
    const hindrance = await signOffs.hindrance(document.uri);
    const targets = signables(document.draft(), found);
    return codeActions(
      {
        text: document.text,
        findings,
        inFolder: houseFileFor(document.uri, inForce.house?.uri, await folders()) !== undefined,
        recheck: (source) => judge.recheck(document, judgement, source),
        signable: (finding) => targets[found.indexOf(finding)],
        hindrance,
      },
      asked,
      client,
    );
  });
  // not onExecuteCommand: that takes the client's progress token away before it can be listened to
  connection.onRequest(ExecuteCommandRequest.type, (asked, token) =>
    execute(asked, token, connection, workspace, dontReport, signOffs),
  );
  const houseTemplateRequest: HouseTemplateRequest = 'bluePencil/houseTemplate';
  connection.onRequest(houseTemplateRequest, () => houseTemplate(CHECKS));

  const reportRequest: ReportRequest = 'bluePencil/report';
  connection.onRequest<ReportResult, void>(reportRequest, async (asked: ReportParams) =>
    render(await workspace.report(), asked),
  );
  const houseStyleRequest: HouseStyleRequest = 'bluePencil/houseStyle';
  connection.onRequest<string, void>(houseStyleRequest, async (asked: HouseStyleParams) =>
    houseStyle(asked, await host.houseFor(asked.uri)),
  );
  const draftStatusRequest: DraftStatusRequest = 'bluePencil/draftStatus';
  connection.onRequest<DraftStatus, void>(draftStatusRequest, async ({ uri }: TextDocumentIdentifier) => {
    const document = documents.get(uri);
    return document === undefined ? { state: 'off', why: 'not open' } : (await judge.judge(document)).status;
  });

  connection.onInitialized(async () => {
    if (client.configuration && client.registersConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'bluePencil' });
    }
    if (client.registersWatchers) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: `**/${HOUSE_FILE}` },
          ...LEDGER_PATTERNS.map((globPattern) => ({ globPattern })),
          { globPattern: `**/*.{${DRAFT_EXTENSIONS.join(',')}}` },
        ],
      });
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        const belongs = (uri: string) => !removed.some((folder) => inFolder(uri, folder.uri));
        closedDrafts.keepOnly(belongs);
        news.keepOnly(belongs);
        closedHouses.keepOnly(belongs);
        closedLedgers.keepOnly(belongs);
      });
    }
    for (const folder of await folders()) {
      const base = folder.replace(/\/$/u, '');
      houseFiles.met(`${base}/${HOUSE_FILE}`);
      void ledgers.fileFor(`${base}/draft`);
    }
  });
}

async function foldersOf(
  connection: Connection,
  client: Client,
  { workspaceFolders, rootUri }: InitializeParams,
): Promise<readonly string[]> {
  const now = client.workspaceFolders ? await connection.workspace.getWorkspaceFolders() : null;
  const folders = now ?? workspaceFolders;
  if (folders) return folders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}
