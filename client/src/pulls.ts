import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { vsdiag } from 'vscode-languageclient';

/** When drafts are checked, and which are being checked at the moment. */
export interface Pulls extends vscode.Disposable {
  readonly middleware: Middleware;
  /** Whether a change is left for the next save, for `diagnosticPullOptions`; one that came from the disk is not. */
  waitsForSave(document: { readonly uri: vscode.Uri; readonly isDirty?: boolean }): boolean;
  isChecking(uri: vscode.Uri): boolean;
  /** Whether nothing is told of a draft for now. */
  isPaused(uri: vscode.Uri): boolean;
  /** Tells nothing of a draft until `resume`, or until it is closed; the caller has it asked for anew. */
  pause(uri: vscode.Uri): void;
  resume(uri: vscode.Uri): void;
  /** The line with a quote that somebody is in the middle of writing, which is not told of yet. */
  unfinishedIn(uri: vscode.Uri): number | undefined;
  /** A draft is being checked, or has been. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/** Makes the watch over the questions for diagnostics; a question after typing waits for the pause that the settings ask for. */
export function createPulls(): Pulls {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const asking = new Map<string, number>();
  const asked = new Map<string, number>();
  const paused = new Set<string>();
  const unfinished = new Map<string, number>();
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
    unfinished.delete(uri.toString());
  });
  return {
    onDidChange: changed.event,
    isChecking: (uri) => asking.has(uri.toString()),
    isPaused,
    unfinishedIn: (uri) => unfinished.get(uri.toString()),
    pause(uri) {
      paused.add(uri.toString());
      changed.fire(uri);
    },
    resume(uri) {
      if (paused.delete(uri.toString())) changed.fire(uri);
    },
    waitsForSave,
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const uri = document instanceof vscode.Uri ? document : document.uri;
        const version = document instanceof vscode.Uri ? undefined : document.version;
        if (isPaused(uri)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        const before = asked.get(uri.toString());
        // what is left for the next save is not told because another draft or a setting has changed
        if (isLeft(document, before) && previousResultId !== undefined)
          return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousResultId };
        count(uri, 1);
        try {
          // opened or asked again under other settings: nobody is typing
          if (before !== undefined && version !== undefined && before < version) {
            await pause(settings(uri).get('delay', 0), token);
            if (token.isCancellationRequested) throw new vscode.CancellationError();
          }
          if (version !== undefined) asked.set(uri.toString(), version);
          const report = await next(document, previousResultId, token);
          unfinished.delete(uri.toString());
          if (before === undefined || before === version) return report;
          const finished = withoutUnfinished(uri, report);
          if (finished !== report) unfinished.set(uri.toString(), cursorIn(uri)?.line ?? 0);
          return finished;
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

const waitsForSave: Pulls['waitsForSave'] = ({ uri, isDirty }) =>
  isDirty !== false && settings(uri).get('run') === 'onSave';

/** Whether a draft has been edited since it was last asked about, and is left alone until it is saved. */
const isLeft = (document: vscode.TextDocument | vscode.Uri, asked: number | undefined): boolean =>
  !(document instanceof vscode.Uri) &&
  asked !== undefined &&
  asked < document.version &&
  waitsForSave(document);

/**
 * Leaves out a quote that somebody is in the middle of writing: the cursor stands after its opening mark, in its line. The report then
 * has no id, so that the next one is told in full.
 */
function withoutUnfinished(
  uri: vscode.Uri,
  report: vsdiag.DocumentDiagnosticReport | null | undefined,
): vsdiag.DocumentDiagnosticReport | null | undefined {
  if (report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report;
  const active = cursorIn(uri);
  if (active === undefined) return report;
  const items = report.items.filter(
    ({ code, range: { start } }) =>
      !(isUnclosed(code) && start.line === active.line && start.isBefore(active)),
  );
  return items.length === report.items.length
    ? report
    : { kind: vsdiag.DocumentDiagnosticReportKind.full, items };
}

function cursorIn(uri: vscode.Uri): vscode.Position | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString() ? editor.selection.active : undefined;
}

const isUnclosed = (code: vscode.Diagnostic['code']): boolean =>
  (typeof code === 'object' ? code.value : code) === 'quotes/unclosed';

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
