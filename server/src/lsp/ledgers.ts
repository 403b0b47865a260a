import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { LEDGER_FOLDER, LEDGER_NAME, type Ledger, NO_LEDGER } from '../house/ledger.ts';
import { errorMessage } from '../trouble.ts';
import type { Client } from './client.ts';
import type { ClosedFiles } from './closed-files.ts';
import { remark, SOURCE } from './diagnostics.ts';
import type { Host, LedgerInForce } from './host.ts';
import type { Say } from './say.ts';
import { normalizeUri } from './uris.ts';

const NAME = `/${LEDGER_FOLDER}/${LEDGER_NAME}`;
const FOLDER = `/${LEDGER_FOLDER}`;

/** Whether a file is a ledger, or the folder of one, by its name. */
export const isLedger = (uri: string): boolean => uri.endsWith(NAME) || uri.endsWith(FOLDER);

/** Where to watch for ledgers that come, change or go; a folder that goes takes its ledger along. */
export const LEDGER_PATTERNS: readonly string[] = [`**${NAME}`, `**${FOLDER}`];

/** The ledgers in force, whose damaged lines are kept in the client's list of problems. */
export interface Ledgers {
  /** What is settled for a document; the same object for as long as the ledger is the same. */
  for(uri: string): Promise<Ledger>;
  /** The ledger of a document with its place; undefined where there is none. */
  fileFor(uri: string): Promise<LedgerInForce | undefined>;
  /** Ledgers have come, changed or gone. */
  changed(uris: readonly string[]): void;
  /** Looks whether the ledger of a document has changed unseen, as it may where nobody watches it. */
  look(uri: string): void;
}

/**
 * Makes the keeper of the ledgers in force.
 * @param onChange is told when a ledger has changed.
 */
export function createLedgerReader(
  connection: Connection,
  { say }: Client,
  host: Host,
  closed: ClosedFiles,
  onChange: () => void,
): Ledgers {
  const shown = new Map<string, LedgerInForce>();

  const show = (file: LedgerInForce) => {
    if (shown.get(file.uri) === file) return;
    shown.set(file.uri, file);
    closed.set(file.uri, ledgerDiagnostics(file, say));
  };

  const fileFor = async (uri: string): Promise<LedgerInForce | undefined> => {
    try {
      const file = await host.ledgerFor(uri);
      if (file !== undefined) show(file);
      return file;
    } catch (error) {
      connection.console.warn(`The ledger for ${uri} could not be read: ${errorMessage(error)}`);
      return undefined;
    }
  };

  const takeBackIfGone = async (changed: string): Promise<void> => {
    const uri = normalizeUri(changed);
    const base = uri.endsWith(NAME) ? uri.slice(0, -NAME.length) : uri.slice(0, -FOLDER.length);
    const ledger = base + NAME;
    if ((await fileFor(`${base}/draft`))?.uri === ledger) return;
    shown.delete(ledger);
    closed.set(ledger, []);
  };

  return {
    fileFor,
    for: async (uri) => (await fileFor(uri))?.ledger ?? NO_LEDGER,
    changed(uris) {
      if (uris.length === 0) return;
      host.ledgerChanged();
      for (const uri of uris) void takeBackIfGone(uri);
      onChange();
    },
    look(uri) {
      host.lookAtLedger(uri).then(
        (changed) => {
          if (changed) onChange();
        },
        (error: unknown) => connection.console.warn(`The ledger could not be read: ${errorMessage(error)}`),
      );
    },
  };
}

function ledgerDiagnostics({ ledger, problem }: LedgerInForce, say: Say): Diagnostic[] {
  if (problem !== undefined) {
    return [{ ...remark(say(problem), 'ledger'), severity: DiagnosticSeverity.Error }];
  }
  return ledger.damaged.map(({ line, message }) => ({
    range: { start: { line: line - 1, character: 0 }, end: { line, character: 0 } },
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    code: 'ledger',
    message: say(message),
  }));
}
