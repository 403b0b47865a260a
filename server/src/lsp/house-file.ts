import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { CHECKS } from '../checks/index.ts';
import { HOUSE_FILE, parseHouse } from '../house/house.ts';
import type { Client } from './client.ts';
import type { ClosedFiles } from './closed-files.ts';
import { remark, SOURCE } from './diagnostics.ts';
import type { Host } from './host.ts';
import type { LinedText } from './open-text.ts';
import { closedText, toRange } from './positions.ts';
import type { Say } from './say.ts';
import { fileName } from './uris.ts';

const ERROR = DiagnosticSeverity.Error;

/** Whether a document is a house file, by its name. */
export const isHouseFile = (uri: string): boolean => fileName(uri) === HOUSE_FILE;

/** What is wrong with a house file, each fault on its own words. */
export const houseDiagnostics = (text: LinedText, say: Say): Diagnostic[] =>
  parseHouse(text.getText(), CHECKS).problems.map(({ message, span }) => ({
    range: toRange(text, span),
    severity: ERROR,
    source: SOURCE,
    code: 'house-file',
    message: say(message),
  }));

/** Keeps the faults of house files that are not open in the client's list of problems. */
export interface HouseFiles {
  /** A house file came into force, or may be there: its faults are looked for once. */
  met(uri: string): void;
  /** A house file was written, or is gone. */
  changed(uri: string): void;
}

/** Makes the watch over house files that are not open. */
export function createHouseFiles(
  connection: Connection,
  { say }: Client,
  host: Host,
  closed: ClosedFiles,
): HouseFiles {
  const looked = new Set<string>();
  let queue: Promise<void> = Promise.resolve();
  const look = async (uri: string) => {
    const file = await host.readFile(uri);
    if ('text' in file) closed.set(uri, houseDiagnostics(closedText(uri, file.text), say));
    else
      closed.set(uri, file.missing ? [] : [{ ...remark(say(file.problem), 'house-file'), severity: ERROR }]);
  };
  const changed = (uri: string) => {
    looked.add(uri);
    // one after another, so that an old reading never comes after a new one
    queue = queue
      .then(() => look(uri))
      .catch((error: unknown) => connection.console.error(`${uri} could not be read: ${error}`));
  };
  return {
    changed,
    met(uri) {
      if (!looked.has(uri)) changed(uri);
    },
  };
}
