import type { Connection, Diagnostic } from 'vscode-languageserver';
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

/** Makes the keeper of diagnostics of files that are not open. */
export function createClosedFiles(connection: Connection, documents: Documents): ClosedFiles {
  const kept = new Set<string>();
  const shown = new Set<string>();

  const show = (uri: string, diagnostics: readonly Diagnostic[]) => {
    if (diagnostics.length === 0 && !shown.has(uri)) return;
    if (diagnostics.length === 0) shown.delete(uri);
    else shown.add(uri);
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
