import type { Connection } from 'vscode-languageserver';
import { errorMessage } from '../trouble.ts';
import type { Client } from './client.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { isHouseFile } from './house-file.ts';
import type { DocumentJudge } from './judge.ts';
import type { Settings } from './settings.ts';
import { normalizeUri } from './uris.ts';

/** Pushes diagnostics of drafts to clients without pull; `soon` debounces. */
export interface Push {
  /** Without waiting, and instead of a push that waits. */
  now(document: OpenDocument): void;
  /** Debounced: once no change has come for the delay of the settings. */
  soon(document: OpenDocument): void;
  closed(uri: string): void;
}

/** Makes the push of diagnostics of open documents. */
export function createPush(
  connection: Connection,
  client: Client,
  documents: Documents,
  judge: DocumentJudge,
  settings: Settings,
  host: Host,
): Push {
  const waiting = new Map<string, () => void>();

  const callOff = (uri: string) => {
    waiting.get(normalizeUri(uri))?.();
    waiting.delete(normalizeUri(uri));
  };

  const latest = new WeakMap<OpenDocument, symbol>();

  const send = async (document: OpenDocument) => {
    const turn = Symbol();
    latest.set(document, turn);
    const { version, diagnostics } = await judge.judge(document);
    // closed meanwhile, or a later push has the word: an answer under old settings must not come after one under new ones
    if (documents.get(document.uri) !== document || latest.get(document) !== turn) return;
    await connection.sendDiagnostics({
      uri: document.uri,
      ...(client.pushVersions && { version }),
      diagnostics: [...diagnostics],
    });
  };

  const now = (document: OpenDocument) => {
    if (isHouseFile(document.uri)) return;
    callOff(document.uri);
    send(document).catch((error: unknown) => {
      connection.console.error(`${document.uri} could not be checked: ${errorMessage(error)}`);
    });
  };

  return {
    now,
    soon(document) {
      callOff(document.uri);
      let off = false;
      waiting.set(normalizeUri(document.uri), () => {
        off = true;
      });
      settings.for(document.uri).then(
        ({ delay }) => {
          if (off) return;
          waiting.set(
            normalizeUri(document.uri),
            host.later(delay, () => now(document)),
          );
        },
        () => now(document),
      );
    },
    closed: callOff,
  };
}
