import * as vscode from 'vscode';
import { type Row, rowsAt } from './findings.ts';

/** Follows the cursor among the findings. */
export interface Place extends vscode.Disposable {
  /** The findings at the cursor of the editor in front. */
  here(): readonly Row[];
}

/**
 * Makes the follower. A finding whose first word the cursor stands at is marked in the text, for as long as the cursor stays
 * there: nothing is selected, so that typing and deleting do what they did.
 * @param moved is told when the cursor has moved, with the findings it stands in.
 */
export function followCursor(
  rowsOf: (uri: vscode.Uri) => readonly Row[],
  moved: (rows: readonly Row[]) => void,
): Place {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
  });
  const at = (editor: vscode.TextEditor | undefined): readonly Row[] =>
    editor === undefined ? [] : rowsAt(rowsOf(editor.document.uri), editor.selection.active);
  const look = (editor: vscode.TextEditor | undefined): void => {
    if (editor === undefined) return;
    const rows = at(editor);
    const begun = rows.filter(({ range }) => range.start.isEqual(editor.selection.active));
    editor.setDecorations(
      mark,
      begun.map(({ range }) => range),
    );
    moved(rows);
  };
  const subscriptions = vscode.Disposable.from(
    mark,
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)),
  );
  return { here: () => at(vscode.window.activeTextEditor), dispose: () => subscriptions.dispose() };
}
