import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import type { Settled, SettledNotification } from './protocol.ts';
import { normalizeUri } from './uris.ts';

/** Tells a client that wants to know how many findings of each draft are settled in the ledger. */
export interface SettledNews {
  /** What has just been found in a draft: so many of its findings are settled. Told only where that has changed. */
  tell(uri: string, settled: number): void;
  /** Drafts that nobody has checked are not counted. */
  keepOnly(belongs: (uri: string) => boolean): void;
}

const SETTLED: SettledNotification = 'bluePencil/settled';

/** Makes the teller; one that keeps silent for a client that does not ask. */
export function createSettledNews(connection: Connection, client: Client): SettledNews {
  const known = new Map<string, number>();
  const tell = (uri: string, settled: number) => {
    const key = normalizeUri(uri);
    if (client.options.settled !== true || (known.get(key) ?? 0) === settled) return;
    if (settled === 0) known.delete(key);
    else known.set(key, settled);
    const news: Settled = { uri, settled };
    void connection.sendNotification(SETTLED, news);
  };
  return {
    tell,
    keepOnly(belongs) {
      for (const uri of [...known.keys()]) if (!belongs(uri)) tell(uri, 0);
    },
  };
}
