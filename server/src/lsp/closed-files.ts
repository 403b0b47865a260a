import type { Connection, Diagnostic } from 'vscode-languageserver';
import { hash } from '../language/hash.ts';
import type { Documents } from './documents.ts';
import { normalizeUri } from './uris.ts';

/**
 * Diagnostics of files that are not open. They are pushed, and taken back while the file is open, when it speaks for
 * itself: a client would show both.
 */
export interface ClosedFiles {
  /** Files that were told of, whether or not there was anything to tell. */
  knows(uri: string): boolean;
  /** Every file that was told of. */
  all(): readonly string[];
  set(uri: string, diagnostics: readonly Diagnostic[]): void;
  /** The file was opened. */
  opened(uri: string): void;
  /** Takes back what was told of files that do not belong any more. */
  keepOnly(belongs: (uri: string) => boolean): void;
}

/**
 * Makes the keeper of diagnostics of files that are not open.
 * @param documents the open ones that speak for themselves.
 */
export function createClosedFiles(connection: Connection, documents: Pick<Documents, 'get'>): ClosedFiles {
  const kept = new Set<string>();
  // what is shown of each, by a hash of it
  const shown = new Map<string, string>();

  const show = (uri: string, diagnostics: readonly Diagnostic[]) => {
    const now = diagnostics.length === 0 ? undefined : hash(JSON.stringify(diagnostics));
    // a client draws its lists anew for all that it is told
    if (shown.get(uri) === now) return;
    if (now === undefined) shown.delete(uri);
    else shown.set(uri, now);
    void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  };

  return {
    knows: (uri) => kept.has(normalizeUri(uri)),
    all: () => [...kept],
    set(uri, diagnostics) {
      const key = normalizeUri(uri);
      kept.add(key);
      if (documents.get(uri) === undefined) show(key, diagnostics);
    },
    opened: (uri) => show(normalizeUri(uri), []),
    keepOnly(belongs) {
      for (const uri of [...kept]) {
        if (belongs(uri)) continue;
        kept.delete(uri);
        show(uri, []);
      }
    },
  };
}
