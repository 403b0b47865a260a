import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ExecuteCommandRequest,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import { CHECKS } from '../checks/index.ts';
import { type Format, wordCount } from '../draft/draft.ts';
import { DRAFT_EXTENSIONS, formatOfPath } from '../draft/formats.ts';
import { HOUSE_FILE } from '../house/house.ts';
import { signables } from '../house/ledger.ts';
import { houseTemplate } from '../house/template.ts';
import type { ActionContext } from './action-context.ts';
import { asDraft } from './as-draft.ts';
import { type Client, clientOf } from './client.ts';
import { codeActions, FIX_ALL, PREFERRED, preferredFixes } from './code-actions.ts';
import { execute, SERVER_COMMANDS } from './commands.ts';
import { houseFileFor } from './dont-report.ts';
import type { Host } from './host.ts';
import { isHouseFile } from './house-file.ts';
import { houseStyle } from './house-style.ts';
import { hoverOver } from './hover.ts';
import { isLedger, LEDGER_PATTERNS } from './ledgers.ts';
import { answerOutOfOrder } from './order.ts';
import { createParts, type Parts } from './parts.ts';
import { asCopy } from './paste.ts';
import { toOffset, toSpan } from './positions.ts';
import { readOpen } from './prepare.ts';
import type {
  ArchivesRequest,
  AsDraftRequest,
  AsDraftResult,
  DraftStatus,
  DraftStatusParams,
  DraftStatusRequest,
  HouseStyleParams,
  HouseStyleRequest,
  HouseTemplateRequest,
  InTab,
  InTabNotification,
  InView,
  InViewNotification,
  KnownArchive,
  PasteParams,
  PasteRequest,
  ReportParams,
  ReportRequest,
  ReportResult,
  TrustedNotification,
} from './protocol.ts';
import { pull } from './pull.ts';
import { render } from './report.ts';
import { fileName, inFolder, movedAlong, normalizeUri } from './uris.ts';

/**
 * Serves a client over a connection that was made with `createOrder`, until it says goodbye.
 * @param hostFor the machine as it is reached for that client.
 */
export function serve(connection: Connection, hostFor: (client: Client) => Host): void {
  answerOutOfOrder(connection);
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

const ANY_FILE = { filters: [{ pattern: { glob: '**/*' } }] };

function capabilitiesFor(client: Client): InitializeResult['capabilities'] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    hoverProvider: true,
    executeCommandProvider: { commands: [...SERVER_COMMANDS], workDoneProgress: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didRename: ANY_FILE, didDelete: ANY_FILE },
    },
    ...(client.pull && {
      diagnosticProvider: {
        identifier: 'blue-pencil',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}

/** Wires what the server consists of to what the client says and asks. */
function wire(connection: Connection, host: Host, client: Client, params: InitializeParams): void {
  const parts = createParts(connection, host, client, () => foldersOf(connection, client, params));
  hearOfDocuments(parts);
  hearOfChanges(parts);
  answerAboutDocuments(parts);
  answerAboutHouse(parts);
  connection.onInitialized(() => settleIn(parts));
}

/** Documents that are opened, typed into, saved and closed. */
function hearOfDocuments({
  connection,
  client,
  documents,
  closed,
  ledgers,
  push,
  settings,
  houseFiles,
  tabless,
  workspace,
  neighbours,
  news,
  houseChanged,
}: Parts): void {
  connection.onDidOpenTextDocument((opened) => {
    const document = documents.open(opened);
    if (!tabless.has(normalizeUri(document.uri))) closed.drafts.opened(document.uri);
    if (isHouseFile(document.uri)) houseFiles.changed(document.uri);
    ledgers.look(document.uri);
    if (!client.pull) push.now(document);
  });
  connection.onDidChangeTextDocument((changed) => {
    const document = documents.change(changed);
    if (document !== undefined && isHouseFile(document.uri)) houseFiles.typed(document.uri);
    else if (document !== undefined) neighbours.typed(document);
    if (document !== undefined && !client.pull) push.soon(document);
  });
  connection.onDidCloseTextDocument((params) => {
    const { uri } = params.textDocument;
    if (documents.get(uri) === undefined) return;
    documents.close(params);
    tabless.delete(normalizeUri(uri));
    settings.forget(uri);
    if (isHouseFile(uri)) return houseFiles.changed(uri);
    neighbours.changed(uri);
    if (!client.pull) {
      push.closed(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    outOfSight(uri);
  });
  const outOfSight = (uri: string): void => {
    if (closed.drafts.knows(uri)) workspace.again(uri);
    else news.tell(uri, 0);
  };
  const inTab: InTabNotification = 'bluePencil/inTab';
  connection.onNotification(inTab, ({ uri, inTab }: InTab) => {
    if (inTab) {
      tabless.delete(normalizeUri(uri));
      closed.drafts.opened(uri);
    } else {
      tabless.add(normalizeUri(uri));
      outOfSight(uri);
    }
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    if (isHouseFile(uri)) houseChanged([uri]);
    ledgers.look(uri);
  });
}

/** Changes of settings, of files, and of trust. */
function hearOfChanges(parts: Parts): void {
  const { connection, settings, ledgers, workspace, neighbours, compared, trust, recheckOpen } = parts;
  const { houseFiles, houseChanged } = parts;
  // a folder that goes or moves is told of by its own name alone
  const gone = (uri: string): void => {
    neighbours.gone(uri);
    workspace.gone(uri);
    houseChanged(houseFiles.within(uri));
  };
  const moved = (from: string, to: readonly string[]): void => {
    neighbours.gone(from);
    workspace.moved(from, to);
    const houses = houseFiles.within(from);
    houseChanged([...houses, ...houses.flatMap((one) => movedAlong(one, from, to)).filter(isHouseFile)]);
  };
  connection.onDidChangeConfiguration((changed) => {
    settings.changed(changed);
    recheckOpen();
    workspace.allAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const types = new Map(changes.map(({ uri, type }) => [uri, type]));
    const uris = [...types.keys()];
    const isGone = (uri: string) => types.get(uri) === FileChangeType.Deleted;
    const came = uris.filter((uri) => types.get(uri) === FileChangeType.Created);
    houseChanged(uris.filter((uri) => isHouseFile(uri) && !isGone(uri)));
    ledgers.changed(uris.filter(isLedger));
    for (const uri of uris) {
      if (isHouseFile(uri) || (formatOf(uri) === undefined && !isGone(uri))) continue;
      neighbours.changed(uri);
      compared.changed(uri);
      if (!isGone(uri)) workspace.again(uri);
    }
    // last: a file that has changed counts as there
    for (const uri of uris.filter(isGone)) {
      const to = movedTo(uri, came);
      if (to.length === 0) gone(uri);
      else moved(uri, to);
    }
  });
  // a watcher says nothing of what is deleted a moment after it was renamed
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (const { uri } of files) gone(uri);
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) moved(oldUri, [newUri]);
  });
  const trusted: TrustedNotification = 'bluePencil/trusted';
  connection.onNotification(trusted, () => {
    trust.grant();
    settings.houseChanged();
    recheckOpen();
  });
}

const formatOf = (uri: string): Format | undefined => formatOfPath(fileName(uri));

/** As many new places are looked at for what went at the same time. */
const MOST_PLACES = 10;

/**
 * Where a draft or a folder may be that went: what came at the same time, by its name or else under another one. Only where there is a
 * draft that was told of is anything told.
 */
function movedTo(from: string, came: readonly string[]): readonly string[] {
  const alike = came.filter((one) => formatOf(one) === formatOf(from));
  const namesakes = alike.filter((one) => fileName(one) === fileName(from));
  const to = namesakes.length > 0 ? namesakes : alike;
  return to.length > MOST_PLACES ? [] : to;
}

/** What is found in documents, and what can be done about it. */
function answerAboutDocuments(parts: Parts): void {
  const { connection, client, host, documents, settings, judge, workspace, archiving } = parts;
  const { first } = parts.precedence;
  connection.languages.diagnostics.on((asked, token) =>
    first(() => pull(asked, token, documents, judge, host)),
  );
  const inView: InViewNotification = 'bluePencil/inView';
  connection.onNotification(inView, async ({ uri, ranges }: InView) => {
    const document = documents.get(uri);
    if (document === undefined) return;
    await readOpen(document, host.turn);
    document.inView(ranges.map((range) => toSpan(document.text, range)));
  });
  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const { findings, inForce } = await first(() => judge.judge(document));
    const offset = toOffset(document.text, position);
    return hoverOver(document.text, findings, offset, client, inForce.house?.overrides);
  });
  connection.onRequest(CodeActionRequest.type, (asked, token) =>
    first(() => actionsFor(parts, asked, token)),
  );
  // not onExecuteCommand: that takes the client's progress token away before it can be listened to
  connection.onRequest(ExecuteCommandRequest.type, (asked, token) => execute(asked, token, parts));
  const reportRequest: ReportRequest = 'bluePencil/report';
  connection.onRequest<ReportResult, void>(reportRequest, async (asked: ReportParams) =>
    render(await workspace.report(asked.uri), asked, client.say),
  );
  const pasteRequest: PasteRequest = 'bluePencil/pasteAsCopy';
  connection.onRequest<string | null, void>(pasteRequest, async ({ uri, ...pasted }: PasteParams) => {
    const document = documents.get(uri);
    if (document === undefined) return null;
    const judgement = await first(() => judge.judge(document));
    const { format } = document.draft();
    const check = (source: string) => judge.recheck(document, judgement, source);
    return asCopy(pasted, judgement.inForce.plan.quoteMarks, document.text.getText(), format, check);
  });
  const asDraftRequest: AsDraftRequest = 'bluePencil/asDraft';
  connection.onRequest<AsDraftResult, void>(asDraftRequest, ({ uri }: TextDocumentIdentifier) =>
    asDraft(uri, client, host, settings),
  );
  const archivesRequest: ArchivesRequest = 'bluePencil/archives';
  connection.onRequest<readonly KnownArchive[] | null, void>(
    archivesRequest,
    ({ uri }: { readonly uri?: string }) => archiving.known(uri),
  );
  const draftStatusRequest: DraftStatusRequest = 'bluePencil/draftStatus';
  connection.onRequest<DraftStatus, void>(
    draftStatusRequest,
    async ({ uri, selected }: DraftStatusParams) => {
      const document = documents.get(uri);
      if (document === undefined) return { state: 'off', why: 'not open' };
      const { status } = await first(() => judge.judge(document));
      if (status.state !== 'checked') return status;
      const draft = document.draft();
      const within = selected?.map((range) => toSpan(document.text, range));
      return {
        ...status,
        words: wordCount(draft),
        ...(within !== undefined && { selected: wordCount(draft, within) }),
      };
    },
  );
}

async function actionsFor(
  { client, host, documents, settings, ledgers, checked, judge, signOffs, trust, folders }: Parts,
  asked: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  await host.turn();
  const document = documents.get(asked.textDocument.uri);
  if (document === undefined || token.isCancellationRequested) return [];
  if (asked.context.only?.includes(PREFERRED)) {
    const text = document.text.getText();
    const [inForce, ledger] = await Promise.all([settings.for(document.uri), ledgers.for(document.uri)]);
    // of a draft that was checked before it was opened, no need to find anew what was found
    const known = checked.get(document.uri, { text, inForce, ledger }) ?? (await judge.judge(document));
    return document.isClosed() ? [] : preferredFixes(document.text, known.findings, asked.range, client);
  }
  const judgement = await judge.judge(document);
  const { findings, found, inForce } = judgement;
  if (findings.length === 0) return [];
  const targets = signables(document.draft(), found);
  const context: ActionContext = {
    text: document.text,
    findings,
    inFolder:
      !trust.isRestricted() && houseFileFor(document.uri, inForce.house?.uri, await folders()) !== undefined,
    recheck: (source) => judge.recheck(document, judgement, source),
    signable: (finding) => targets[found.indexOf(finding)],
    hindrance: await signOffs.hindrance(document.uri),
  };
  return codeActions(context, asked, client);
}

/** The house file to start from, and the house style in force. */
function answerAboutHouse({ connection, host, client }: Parts): void {
  const houseTemplateRequest: HouseTemplateRequest = 'bluePencil/houseTemplate';
  connection.onRequest(houseTemplateRequest, () => houseTemplate(CHECKS));
  const houseStyleRequest: HouseStyleRequest = 'bluePencil/houseStyle';
  connection.onRequest<string, void>(houseStyleRequest, async (asked: HouseStyleParams) =>
    houseStyle(asked, await host.houseFor(asked.uri), client.say),
  );
}

/** Asks to be told of changes, and looks at the house files and ledgers of the open folders. */
async function settleIn({
  connection,
  client,
  closed,
  news,
  houseFiles,
  ledgers,
  neighbours,
  folders,
}: Parts): Promise<void> {
  if (client.configuration && client.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'bluePencil' });
  }
  if (client.registersWatchers) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: `**/${HOUSE_FILE}` },
        ...LEDGER_PATTERNS.map((globPattern) => ({ globPattern })),
        { globPattern: `**/*.{${DRAFT_EXTENSIONS.join(',')}}` },
        // folders that come and go among them
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
  }
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      neighbours.foldersChanged();
      const belongs = (uri: string) => !removed.some((folder) => inFolder(uri, folder.uri));
      for (const told of [closed.drafts, closed.houses, closed.ledgers, news]) told.keepOnly(belongs);
    });
  }
  for (const folder of await folders()) {
    const base = folder.replace(/\/$/u, '');
    houseFiles.met(`${base}/${HOUSE_FILE}`);
    void ledgers.fileFor(`${base}/draft`);
  }
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
