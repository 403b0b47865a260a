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
  /** Whether the cursor has come into a quote left open, or has left one, since the draft was last told of. */
  hasMoved(document: vscode.TextDocument): boolean;
  /** A draft is being checked, or has been. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/** Makes the watch over the questions for diagnostics; a question after typing waits for the pause that the settings ask for. */
export function createPulls(): Pulls {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const asking = new Map<string, number>();
  const asked = new Map<string, number>();
  const paused = new Set<string>();
  const quotes = new Map<string, OpenQuotes>();
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
    quotes.delete(uri.toString());
  });
  const hasMoved = ({ uri, version }: vscode.TextDocument): boolean => {
    const known = quotes.get(uri.toString());
    // what has been typed into is asked about anyway
    if (known === undefined || asked.get(uri.toString()) !== version) return false;
    return lineLeftOut(known, cursorIn(uri)) !== known.leftOut;
  };
  return {
    onDidChange: changed.event,
    isChecking: (uri) => asking.has(uri.toString()),
    isPaused,
    hasMoved,
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
          const cursor = cursorIn(uri);
          const known = quotes.get(uri.toString());
          // what is the same to the server is told in full where the cursor makes a difference
          const isSame = known === undefined || lineLeftOut(known, cursor) === known.leftOut;
          const report = await next(document, isSame ? previousResultId : undefined, token);
          if (report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report;
          const isTyped = before !== undefined && version !== undefined && before < version;
          const starts = report.items.filter(({ code }) => isUnclosed(code)).map(({ range }) => range);
          const typedAt = isTyped ? cursor : known?.typedAt;
          const leftOut = lineLeftOut({ starts, typedAt }, cursor);
          quotes.set(uri.toString(), { starts, typedAt, leftOut });
          return leftOut === undefined ? report : withoutUnclosedIn(leftOut, report);
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

/** Where quotes that were left open start, where somebody was typing, and the line of those that are not told of. */
interface OpenQuotes {
  readonly starts: readonly vscode.Range[];
  readonly typedAt: vscode.Position | undefined;
  readonly leftOut: number | undefined;
}

/**
 * The line of an open quote that the cursor stands in: after the words that are marked, on which its fixes are offered, or, where somebody
 * is writing, after its opening mark.
 */
const lineLeftOut = (
  { starts, typedAt }: Pick<OpenQuotes, 'starts' | 'typedAt'>,
  cursor: vscode.Position | undefined,
): number | undefined =>
  cursor &&
  starts.find(
    ({ start, end }) =>
      start.line === cursor.line && (typedAt?.isEqual(cursor) ? start : end).isBefore(cursor),
  )?.start.line;

/** The report then has no id, so that the next one is told in full. */
const withoutUnclosedIn = (
  line: number,
  { kind, items }: vsdiag.FullDocumentDiagnosticReport,
): vsdiag.FullDocumentDiagnosticReport => ({
  kind,
  items: items.filter(({ code, range }) => !(isUnclosed(code) && range.start.line === line)),
});

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
