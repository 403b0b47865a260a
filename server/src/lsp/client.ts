import { type ClientCapabilities, type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';
import { type Say, sayIn } from './say.ts';

/** Where the pages on the checks stand when the client names no other place. */
const DOCS_BASE = 'https://github.com/blue-pencil/blue-pencil/blob/main/docs/checks';

/** What the client can do, as far as the server asks. */
export interface Client {
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly pushVersions: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly documentChanges: boolean;
  readonly showDocument: boolean;
  readonly progress: boolean;
  readonly markdown: boolean;
  readonly diagnosticData: boolean;
  readonly applyEdit: boolean;
  readonly createsFiles: boolean;
  /** It reads files for the server. */
  readonly files: boolean;
  /** An edit may leave a choice open in the text (LSP 3.18). */
  readonly snippets: boolean;
  readonly docsBase: string;
  /** Says what is found, and what can be done, in the user's language. */
  readonly say: Say;
  readonly options: InitializationOptions;
}

/** Reads what a client says of itself on initialize. */
export function clientOf(params: InitializeParams): Client {
  const can: ClientCapabilities = params.capabilities ?? {};
  const options = optionsOf(params.initializationOptions);
  return {
    pull: can.textDocument?.diagnostic !== undefined,
    refresh: can.workspace?.diagnostics?.refreshSupport === true,
    pushVersions: can.textDocument?.publishDiagnostics?.versionSupport === true,
    configuration: can.workspace?.configuration === true,
    registersConfiguration: can.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: can.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: can.workspace?.workspaceFolders === true,
    documentChanges: can.workspace?.workspaceEdit?.documentChanges === true,
    showDocument: can.window?.showDocument?.support === true,
    progress: can.window?.workDoneProgress === true,
    markdown: can.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    diagnosticData:
      can.textDocument?.diagnostic?.dataSupport === true ||
      can.textDocument?.publishDiagnostics?.dataSupport === true,
    applyEdit: can.workspace?.applyEdit === true,
    createsFiles:
      can.workspace?.workspaceEdit?.documentChanges === true &&
      can.workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    files: options.files === true,
    snippets:
      can.workspace?.workspaceEdit?.documentChanges === true &&
      can.workspace.workspaceEdit.snippetEditSupport === true,
    say: sayIn(params.locale),
    docsBase: (options.docsBase ?? DOCS_BASE).replace(/\/+$/u, ''),
    options,
  };
}

/** The page on a check. */
export const docsPage = (client: Client, check: string): string =>
  `${client.docsBase}/${encodeURIComponent(check)}.md`;

function optionsOf(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const {
    commands,
    docsBase,
    messageInHover,
    files,
    houses,
    models,
    settled,
    restricted,
    settings,
    storage,
  } = value as Record<string, unknown>;
  return {
    ...(Array.isArray(commands) && { commands: commands as InitializationOptions['commands'] & object }),
    ...(typeof docsBase === 'string' && docsBase !== '' && { docsBase }),
    ...(messageInHover === true && { messageInHover }),
    ...(files === true && { files }),
    ...(settled === true && { settled }),
    ...(restricted === true && { restricted }),
    ...(typeof houses === 'object' &&
      houses !== null && {
        houses: Object.fromEntries(
          Object.entries(houses).filter((one): one is [string, string] => typeof one[1] === 'string'),
        ),
      }),
    ...(typeof models === 'string' && models !== '' && { models }),
    ...(typeof storage === 'string' && storage !== '' && { storage }),
    ...(typeof settings === 'object' && settings !== null && { settings }),
  };
}
