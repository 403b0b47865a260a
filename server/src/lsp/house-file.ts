import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { CHECKS } from '../checks/index.ts';
import { HOUSE_FILE, parseHouse } from '../house/house.ts';
import type { Client } from './client.ts';
import type { ClosedFiles } from './closed-files.ts';
import { remark, SOURCE } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import type { LinedText } from './open-text.ts';
import { closedText, toRange } from './positions.ts';
import type { Say } from './say.ts';
import { fileName, inFolder, normalizeUri } from './uris.ts';

const ERROR = DiagnosticSeverity.Error;

/** Whether a document is a house file, by its name. */
export const isHouseFile = (uri: string): boolean => fileName(uri) === HOUSE_FILE;

/** How many faults a house file has. */
export const houseFaults = (text: LinedText): number => parseHouse(text.getText(), CHECKS).problems.length;

/** What is wrong with a house file, each fault on its own words. */
const houseDiagnostics = (text: LinedText, say: Say): Diagnostic[] =>
  parseHouse(text.getText(), CHECKS).problems.map(({ message, span }) => ({
    range: toRange(text, span),
    severity: ERROR,
    source: SOURCE,
    code: 'house-file',
    message: say(message),
  }));

/**
 * Keeps the faults of house files in the client's list of problems. They are pushed whether a file is open or not: an editor that has
 * closed a tab may keep the document for minutes, and asks nothing about it.
 */
export interface HouseFiles {
  /** A house file came into force, or may be there: its faults are looked for once. */
  met(uri: string): void;
  /** A house file is typed into. */
  typed(uri: string): void;
  /** A house file was opened, closed or written, or is gone. */
  changed(uri: string): void;
  /** The house files that were met in a folder; of a house file, itself. */
  within(uri: string): readonly string[];
}

/** Makes the watch over house files. */
export function createHouseFiles(
  connection: Connection,
  { say }: Client,
  host: Host,
  documents: Pick<Documents, 'get'>,
  told: ClosedFiles,
): HouseFiles {
  const known = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  const look = async (uri: string) => {
    const file = await host.readFile(uri);
    // one that is deleted has no faults left, even where the editor still holds its text
    if ('problem' in file && file.missing) return told.set(uri, []);
    const open = documents.get(uri)?.text;
    if (open === undefined && 'problem' in file)
      told.set(uri, [{ ...remark(say(file.problem), 'house-file'), severity: ERROR }]);
    else told.set(uri, houseDiagnostics(open ?? closedText(uri, 'text' in file ? file.text : ''), say));
  };
  const changed = (given: string) => {
    const uri = normalizeUri(given);
    known.add(uri);
    // one after another, so that an old reading never comes after a new one
    queue = queue
      .then(() => look(uri))
      .catch((error: unknown) => connection.console.error(`${uri} could not be read: ${error}`));
  };
  return {
    changed,
    met(uri) {
      if (!known.has(normalizeUri(uri))) changed(uri);
    },
    typed(uri) {
      const open = documents.get(uri);
      if (open !== undefined) told.set(uri, houseDiagnostics(open.text, say));
    },
    within(uri) {
      const name = normalizeUri(uri);
      return isHouseFile(name) ? [name] : [...known].filter((one) => inFolder(one, name));
    },
  };
}
