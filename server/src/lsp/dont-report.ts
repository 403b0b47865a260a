import {
  type Connection,
  CreateFile,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver';
import { CHECKS } from '../checks/index.ts';
import { houseFileSaying, setSeverity } from '../house/edit.ts';
import { HOUSE_FILE } from '../house/house.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { kindOf, kindSaid } from './kinds.ts';
import type { LinedText } from './open-text.ts';
import { closedText, toRange } from './positions.ts';
import type { HouseChange, KindInDraft, ShownAs } from './protocol.ts';
import { RESTRICTED, type Trust } from './trust.ts';
import { fileName, nearestFolder } from './uris.ts';

/** Says in a house file how a kind of finding is shown. */
export type DontReport = (about: KindInDraft & { readonly shownAs?: ShownAs }) => Promise<HouseChange>;

/** The house file that speaks, or could speak, of a document: the nearest, else one in its workspace folder. */
export function houseFileFor(
  uri: string,
  nearest: string | undefined,
  folders: readonly string[],
): string | undefined {
  if (nearest !== undefined) return nearest;
  const folder = nearestFolder(uri, folders);
  return folder === undefined ? undefined : `${folder.replace(/\/$/u, '')}/${HOUSE_FILE}`;
}

/** What the editing of house files works with. */
export interface Dependencies {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: Documents;
  readonly host: Host;
  readonly trust: Trust;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
}

/** Makes the editing of house files: always through the client, where it can be seen and undone. */
export function createDontReport({
  connection,
  client,
  documents,
  host,
  trust,
  folders,
}: Dependencies): DontReport {
  const apply = async (house: string, edits: (CreateFile | TextDocumentEdit)[]): Promise<void> => {
    const { applied } = await connection.workspace.applyEdit({
      label: `Blue Pencil: ${HOUSE_FILE}`,
      edit: { documentChanges: edits },
    });
    if (!applied)
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${fileName(house)} could not be changed.`);
  };
  const changed = (text: LinedText, version: number | null, edits: readonly TextEdit[]): TextDocumentEdit =>
    TextDocumentEdit.create({ uri: text.uri, version }, [...edits]);

  return async ({ uri, code, shownAs = 'off' }) => {
    if (trust.isRestricted()) throw new ResponseError(LSPErrorCodes.RequestFailed, RESTRICTED);
    const kind = kindSaid(code, client.say);
    const nearest = await host.houseFor(uri);
    const house = houseFileFor(uri, nearest?.uri, await folders());
    if (kindOf(code) === undefined)
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no kind “${code}”.`);
    if (house === undefined)
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        'This draft is in none of the folders that are open, so there is no house file for it. Open the folder it is in, and try again.',
      );
    const open = documents.get(house);
    const file = open === undefined ? await host.readFile(house) : undefined;
    if (file !== undefined && 'problem' in file && file.missing) {
      const text = closedText(house, '');
      await apply(house, [
        CreateFile.create(house, { ignoreIfExists: true }),
        changed(text, null, [
          { range: toRange(text, { start: 0, end: 0 }), newText: houseFileSaying(code, shownAs) },
        ]),
      ]);
      return { house, kind, shownAs, before: null };
    }
    if (file !== undefined && 'problem' in file) return { house, problem: client.say(file.problem) };
    const text = open?.text ?? closedText(house, file?.text ?? '');
    const edits = setSeverity(text.getText(), code, shownAs, CHECKS);
    if (edits === undefined) {
      return {
        house,
        problem: client.say(
          'The house file has a fault, so it was left as it is. Fix what is marked in it, then try again.',
        ),
      };
    }
    await apply(house, [
      changed(
        text,
        open === undefined ? null : text.version,
        edits.map((edit) => ({ range: toRange(text, edit.span), newText: edit.text })),
      ),
    ]);
    return { house, kind, shownAs, before: text.getText() };
  };
}
