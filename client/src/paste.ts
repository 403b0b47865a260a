import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { draftSelector } from './drafts.ts';
import { checkedLanguages, openedSchemes } from './languages.ts';
import type { PasteParams, PasteRequest } from './protocol.ts';

const PASTE: PasteRequest = 'bluePencil/pasteAsCopy';

// What is used of the API of VS Code 1.97 and later (`vscode.d.ts`); older ones, which this extension runs in too, have none of it.
interface Kind {
  append(...parts: readonly string[]): Kind;
}
interface PasteEdit {
  yieldTo?: readonly Kind[];
}
interface PasteApi {
  // older ones have it too, without the kinds
  readonly DocumentDropOrPasteEditKind?: { readonly Text?: Kind };
  readonly DocumentPasteEdit?: new (text: string, title: string, kind: Kind) => PasteEdit;
}
interface Provider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<readonly PasteEdit[] | undefined>;
}
type Register = (
  selector: vscode.DocumentSelector,
  provider: Provider,
  metadata: { readonly providedPasteEditKinds: readonly Kind[]; readonly pasteMimeTypes: readonly string[] },
) => vscode.Disposable;

/**
 * Offers, beside the words as they are, to paste them as copy: what a web page, an e-mail or Word brings along is left out. Nothing
 * where VS Code has no such offers.
 */
export function registerPaste(client: BaseLanguageClient): vscode.Disposable {
  const { DocumentDropOrPasteEditKind, DocumentPasteEdit: Edit } = vscode as PasteApi;
  const asText = DocumentDropOrPasteEditKind?.Text;
  const { registerDocumentPasteEditProvider: register } = vscode.languages as {
    readonly registerDocumentPasteEditProvider?: Register;
  };
  if (asText === undefined || Edit === undefined || register === undefined)
    return new vscode.Disposable(() => {});
  const kind = asText.append('bluePencil', 'copy');
  const provider: Provider = {
    async provideDocumentPasteEdits({ uri }, _ranges, data, _context, token) {
      const [text, html] = await Promise.all(
        ['text/plain', 'text/html'].map((type) => data.get(type)?.asString()),
      );
      if (text === undefined || text === '' || token.isCancellationRequested || !client.isRunning())
        return undefined;
      const asked: PasteParams = {
        uri: client.code2ProtocolConverter.asUri(uri),
        text,
        ...(html !== undefined && html !== '' && { html }),
      };
      const copy = await client.sendRequest<string | null>(PASTE, asked, token);
      if (copy === null || copy === '' || copy === text) return undefined;
      const edit = new Edit(copy, vscode.l10n.t('Paste as copy'), kind);
      edit.yieldTo = [asText];
      return [edit];
    },
  };
  return register(draftSelector(openedSchemes(), checkedLanguages()), provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain', 'text/html'],
  });
}
