import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { vsdiag } from 'vscode-languageclient';

/** When drafts are checked, and which are being checked at the moment. */
export interface Pulls extends vscode.Disposable {
  readonly middleware: Middleware;
  /** Whether a change is left for the next save, for `diagnosticPullOptions`. */
  waitsForSave(document: { readonly uri: vscode.Uri }): boolean;
  isChecking(uri: vscode.Uri): boolean;
  /** Whether nothing is told of a draft for now. */
  isPaused(uri: vscode.Uri): boolean;
  /** Tells nothing of a draft until `resume`, or until it is closed; the caller has it asked for anew. */
  pause(uri: vscode.Uri): void;
  resume(uri: vscode.Uri): void;
  /** A draft is being checked, or has been. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/** Makes the watch over the questions for diagnostics; a question after typing waits for the pause that the settings ask for. */
export function createPulls(): Pulls {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const asking = new Map<string, number>();
  const asked = new Map<string, number>();
  const paused = new Set<string>();
  const isPaused = (uri: vscode.Uri): boolean => paused.has(uri.toString());
  const count = (uri: vscode.Uri, by: number): void => {
    const now = (asking.get(uri.toString()) ?? 0) + by;
    if (now === 0) asking.delete(uri.toString());
    else asking.set(uri.toString(), now);
    changed.fire(uri);
  };
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    asked.delete(uri.toString());
    paused.delete(uri.toString());
  });
  return {
    onDidChange: changed.event,
    isChecking: (uri) => asking.has(uri.toString()),
    isPaused,
    pause(uri) {
      paused.add(uri.toString());
      changed.fire(uri);
    },
    resume(uri) {
      if (paused.delete(uri.toString())) changed.fire(uri);
    },
    waitsForSave: ({ uri }) => settings(uri).get('run') === 'onSave',
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const uri = document instanceof vscode.Uri ? document : document.uri;
        const version = document instanceof vscode.Uri ? undefined : document.version;
        if (isPaused(uri)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        const before = asked.get(uri.toString());
        count(uri, 1);
        try {
          // opened or asked again under other settings: nobody is typing
          if (before !== undefined && version !== undefined && before < version) {
            await pause(settings(uri).get('delay', 0), token);
            if (token.isCancellationRequested) throw new vscode.CancellationError();
          }
          if (version !== undefined) asked.set(uri.toString(), version);
          return await next(document, previousResultId, token);
        } finally {
          count(uri, -1);
        }
      },
      provideHover: (document, position, token, next) =>
        isPaused(document.uri) ? undefined : next(document, position, token),
      provideCodeActions: (document, range, context, token, next) =>
        isPaused(document.uri) ? undefined : next(document, range, context, token),
    },
    dispose() {
      closing.dispose();
      changed.dispose();
    },
  };
}

const settings = (uri: vscode.Uri): vscode.WorkspaceConfiguration =>
  vscode.workspace.getConfiguration('bluePencil', uri);

function pause(milliseconds: number, token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const listening = token.onCancellationRequested(done);
  });
}
