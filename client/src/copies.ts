import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CopiesToCompare } from './protocol.ts';

const SCHEME = 'blue-pencil-copy';

/** Registers the command that shows two passages side by side, of one draft or of two. */
export function registerCompareCopies(client: BaseLanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const { draft, range } = passageIn(uri);
      const document = await vscode.workspace.openTextDocument(draft);
      return document.getText(range);
    },
  };
  const compare = async ({ uri, firstUri = uri, first, second }: CopiesToCompare): Promise<void> => {
    const draft = client.protocol2CodeConverter.asUri;
    const range = client.protocol2CodeConverter.asRange;
    const copies = [
      passageUri('first', draft(firstUri), range(first)),
      passageUri('second', draft(uri), range(second)),
    ] as const;
    // A comparison that is still open may show the text of before an edit.
    for (const copy of copies) changed.fire(copy);
    await vscode.commands.executeCommand('vscode.diff', ...copies, vscode.l10n.t('First copy ↔ Second copy'));
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    vscode.commands.registerCommand('bluePencil.compareCopies', compare),
  );
}

/** The address of a passage: the draft's name is kept, so that it is shown in the draft's language. */
function passageUri(copy: 'first' | 'second', draft: vscode.Uri, { start, end }: vscode.Range): vscode.Uri {
  const query = [draft.toString(), start.line, start.character, end.line, end.character];
  const name = draft.path.slice(draft.path.lastIndexOf('/') + 1);
  return vscode.Uri.from({ scheme: SCHEME, path: `/${copy}/${name}`, query: JSON.stringify(query) });
}

function passageIn(uri: vscode.Uri): { draft: vscode.Uri; range: vscode.Range } {
  const [draft, ...place] = JSON.parse(uri.query) as [string, number, number, number, number];
  return { draft: vscode.Uri.parse(draft), range: new vscode.Range(...place) };
}
