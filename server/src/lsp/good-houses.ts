import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { GoodHouse, GoodHouseNotification } from './protocol.ts';

/** What house files said when they were last without a fault, by their URIs. */
export interface GoodHouses {
  of(uri: string): string | undefined;
  /** Undefined where there is no such file any more. */
  keep(uri: string, text: string | undefined): void;
}

const GOOD: GoodHouseNotification = 'bluePencil/goodHouse';

/**
 * Makes their keeper. The client remembers them from one start of the server to the next; for one that does not, nothing is
 * remembered.
 */
export function createGoodHouses(connection: Connection, { options }: Client): GoodHouses {
  const known = new Map(Object.entries(options.houses ?? {}));
  return {
    of: (uri) => known.get(uri),
    keep(uri, text) {
      if (options.houses === undefined || known.get(uri) === text) return;
      if (text === undefined) known.delete(uri);
      else known.set(uri, text);
      const news: GoodHouse = { uri, text: text ?? null };
      void connection.sendNotification(GOOD, news);
    },
  };
}
