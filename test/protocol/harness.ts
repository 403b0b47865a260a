import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  type ShowDocumentParams,
  ShowDocumentRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtServer } from './built.ts';

/** What a client of these tests can do, unless a test says otherwise: what VS Code can. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** A client without pull diagnostics, settings or anything else that came late to the protocol. */
export const BARE: ClientCapabilities = {
  textDocument: { publishDiagnostics: { versionSupport: true } },
};

/** Each draft is judged by itself: many tests put one draft in several files, and are not about that. */
export const ALONE = { severity: { 'duplicate/across-files': 'off' } };

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Folders of the workspace, as paths. */
  readonly folders?: readonly string[];
  /** The settings `bluePencil` of a resource, `ALONE` if left out; changed by `setSettings`. */
  readonly settings?: (uri: string | undefined) => unknown;
  readonly processId?: number | null;
  /** The language of the desk; English unless a test says otherwise. */
  readonly locale?: string;
  /** The script of the server; the built one unless a test says otherwise. */
  readonly server?: string;
  /** Arguments of Node before the script. */
  readonly nodeArgs?: readonly string[];
  /** Hears what the server writes to standard error; it is shown unless somebody does. */
  readonly onStderr?: (text: string) => void;
}

/** A client with a server of its own. Documents are kept here as an editor keeps them, so that tests can assert their text. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  /** Everything the server has logged. */
  readonly log: readonly string[];
  readonly shown: readonly ShowDocumentParams[];
  readonly registered: readonly string[];
  open(uri: string, text: string, languageId?: string): void;
  /** Replaces stretches, one after another, in one notification; offsets are UTF-16. */
  change(uri: string, ...edits: readonly { start: number; end: number; text: string }[]): void;
  replaceAll(uri: string, text: string): void;
  close(uri: string): void;
  text(uri: string): string;
  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  pull(uri: string): Promise<readonly Diagnostic[]>;
  /** The words a diagnostic lies on. */
  wordsOf(uri: string, range: Range): string;
  /** Actions at the first place where these words stand, the cursor before them. */
  actionsAt(uri: string, words: string, only?: readonly string[]): Promise<readonly CodeAction[]>;
  /** Applies an action's edit as an editor does, tells the server, and gives the text after it. */
  apply(uri: string, action: CodeAction | undefined): string;
  setSettings(settings: (uri: string | undefined) => unknown): void;
  filesChanged(...changes: readonly { uri: string; type: FileChangeType }[]): void;
  /** The documents that something was published of, each time. */
  readonly publications: readonly string[];
  /** What was last published of a document. */
  published(uri: string): readonly Diagnostic[] | undefined;
  /** Waits until what is published of a document is as a test wants it. */
  publishedWhere(
    uri: string,
    holds: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams>;
  /** Waits until the server has asked the client to pull again, once more than before. */
  refreshed(): Promise<void>;
  logged(holds: (message: string) => boolean): Promise<string>;
  /** Shuts the server down properly and gives its exit code. */
  stop(): Promise<number | null>;
  readonly exited: Promise<number | null>;
}

/** Starts the built server over stdio and initializes it. It is killed when the test is over. */
export async function startServer(options: Options = {}): Promise<TestClient> {
  const { server = builtServer(), nodeArgs = [], onStderr = (text) => process.stderr.write(text) } = options;
  const child = spawn(process.execPath, [...nodeArgs, server, '--stdio']);
  child.stderr.on('data', (data: Buffer) => onStderr(data.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  onTestFinished(async () => {
    // answers that are under way would be written to a server that is gone
    if (child.exitCode === null && child.signalCode === null && child.stdin.writable) await client.stop();
    connection.dispose();
    child.kill('SIGKILL');
  });

  const documents = new Map<string, TextDocument>();
  const latest = new Map<string, PublishDiagnosticsParams>();
  const publications: string[] = [];
  const log: string[] = [];
  const shown: ShowDocumentParams[] = [];
  const registered: string[] = [];
  const watchers = new Set<() => void>();
  let refreshes = 0;
  let settings = options.settings ?? (() => ALONE);
  const stir = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const waitUntil = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });

  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    publications.push(params.uri);
    latest.set(params.uri, params);
    stir();
  });
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    log.push(message);
    stir();
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri }) => settings(scopeUri)),
  );
  connection.onRequest(WorkspaceFoldersRequest.type, () => folders);
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes += 1;
    stir();
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
    stir();
  });
  connection.onRequest(ShowDocumentRequest.type, (params) => {
    shown.push(params);
    return { success: true };
  });
  connection.listen();

  const folders = (options.folders ?? []).map((path) => ({ uri: uriOf(path), name: path }));
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: options.processId === undefined ? process.pid : options.processId,
    rootUri: folders[0]?.uri ?? null,
    workspaceFolders: folders,
    capabilities: options.capabilities ?? FULL,
    initializationOptions: options.initializationOptions,
    ...(options.locale !== undefined && { locale: options.locale }),
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const send = connection.sendNotification.bind(connection);
  const document = (uri: string): TextDocument => {
    const found = documents.get(uri);
    if (found === undefined) throw new Error(`${uri} is not open in this test.`);
    return found;
  };
  const rangeOf = (uri: string, start: number, end: number): Range => ({
    start: document(uri).positionAt(start),
    end: document(uri).positionAt(end),
  });

  const client: TestClient = {
    connection,
    initialized,
    process: child,
    log,
    shown,
    registered,
    exited,
    open(uri, text, languageId = 'plaintext') {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      void send(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    change(uri, ...edits) {
      const version = document(uri).version + 1;
      const contentChanges = edits.map(({ start, end, text }) => {
        const change = { range: rangeOf(uri, start, end), text };
        TextDocument.update(document(uri), [change], version);
        return change;
      });
      void send(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
    },
    replaceAll(uri, text) {
      const version = document(uri).version + 1;
      TextDocument.update(document(uri), [{ text }], version);
      void send(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    },
    close(uri) {
      documents.delete(uri);
      void send(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    text: (uri) => document(uri).getText(),
    report: (uri, previousResultId) =>
      connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    async pull(uri) {
      const report = await client.report(uri);
      if (report.kind !== 'full') throw new Error('A full report was asked for.');
      return report.items;
    },
    wordsOf: (uri, range) => document(uri).getText(range),
    async actionsAt(uri, words, only) {
      const at = client.text(uri).indexOf(words);
      if (at < 0) throw new Error(`“${words}” does not stand in ${uri}.`);
      const actions = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: rangeOf(uri, at, at),
        context: { diagnostics: [], ...(only !== undefined && { only: [...only] }) },
      });
      return (actions ?? []) as CodeAction[];
    },
    apply(uri, action) {
      if (action?.edit === undefined)
        throw new Error(`There is no edit to apply in ${JSON.stringify(action)}.`);
      const text = TextDocument.applyEdits(document(uri), [...editsFor(action.edit, document(uri))]);
      client.replaceAll(uri, text);
      return text;
    },
    setSettings(changed) {
      settings = changed;
      void send(DidChangeConfigurationNotification.type, { settings: null });
    },
    filesChanged(...changes) {
      void send(DidChangeWatchedFilesNotification.type, { changes: [...changes] });
    },
    publications,
    published: (uri) => latest.get(uri)?.diagnostics,
    publishedWhere: (uri, holds) =>
      waitUntil(() => {
        const params = latest.get(uri);
        return params !== undefined && holds(params) ? params : undefined;
      }),
    async refreshed() {
      const before = refreshes;
      await waitUntil(() => (refreshes > before ? true : undefined));
    },
    logged: (holds) => waitUntil(() => log.find(holds)),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      return exited;
    },
  };
  return client;
}

function editsFor(edit: WorkspaceEdit, document: TextDocument) {
  if (edit.changes !== undefined) return edit.changes[document.uri] ?? [];
  return (edit.documentChanges ?? []).flatMap((change) => {
    if (!('textDocument' in change)) throw new Error('Only edits of text are expected.');
    if (change.textDocument.uri !== document.uri) throw new Error('An edit of another document.');
    if (change.textDocument.version !== document.version) throw new Error('An edit of another version.');
    return change.edits.map((one) => {
      if (!('newText' in one)) throw new Error('Only plain edits are expected.');
      return one;
    });
  });
}

/** Writes files into a new folder, which goes when the test is over; gives the folder's path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'blue-pencil-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The URI of a path. */
export const uriOf = (...path: readonly string[]): string => pathToFileURL(join(...path)).toString();

/** Codes and words of diagnostics, in their order, as a test reads them best. */
export const told = (
  client: TestClient,
  uri: string,
  diagnostics: readonly Diagnostic[],
): readonly string[] => diagnostics.map(({ code, range }) => `${code}: ${client.wordsOf(uri, range)}`);
