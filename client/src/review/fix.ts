import * as vscode from 'vscode';
import { type BaseLanguageClient, CodeActionRequest, CodeActionTriggerKind } from 'vscode-languageclient';
import { showInformation, showWarning } from '../notices.ts';
import type { ClientCommand, PreferredKind, ToSignOff } from '../protocol.ts';
import { codeOf, nameOf, type Row } from './findings.ts';

const SIGN_OFF: ClientCommand = 'bluePencil.signOff';
const PREFERRED: PreferredKind = 'quickfix.bluePencil.preferred';

/** Sets the cursor where a finding begins; nothing is selected, so that a key pressed by mistake deletes nothing. */
export const show = ({ uri, range: { start } }: Row, preserveFocus = false): Thenable<vscode.TextEditor> =>
  vscode.window.showTextDocument(uri, { selection: new vscode.Range(start, start), preserveFocus });

/** Takes the preferred fix of each finding, where it can be seen and undone; those of one draft are undone together. */
export async function fix(client: BaseLanguageClient, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  // a choice can be left open only in an editor; meanwhile the server is asked
  const shown = show(first, true);
  const edit = new vscode.WorkspaceEdit();
  let left = 0;
  for (const [uri, here] of byDraft(rows)) {
    const edits: vscode.TextEdit[] = [];
    for (const row of here) {
      const found = (await actionsAt(client, row, PREFERRED)).find(({ isPreferred }) => isPreferred)?.edit;
      // a choice that is left open in the text can be made for one at a time only
      if (found !== undefined && rows.length === 1) {
        await shown;
        await applyOrTell(found);
        return;
      }
      const mine = found?.entries().flatMap(([, one]) => one) ?? [];
      if (mine.length === 0 || mine.some((a) => edits.some((b) => a.range.intersection(b.range)))) left += 1;
      else edits.push(...mine);
    }
    edit.set(vscode.Uri.parse(uri), edits);
  }
  await shown;
  if (left === rows.length) return tellChanged();
  if ((await applyOrTell(edit)) && left > 0) void tellLeft(rows, left);
}

async function tellLeft(rows: readonly Row[], left: number): Promise<void> {
  const fixed = await Promise.all(
    [...byDraft(rows).keys()].map((uri) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri))),
  );
  const now = new Map(fixed.map((document) => [document, document.version]));
  const undo = vscode.l10n.t('Undo');
  const chosen = await showInformation(
    vscode.l10n.t('Fixed: {0}. Left to be decided one by one: {1}.', rows.length - left, left),
    undo,
  );
  if (chosen !== undo) return;
  // its own undo, which would take back another change where one came after
  for (const [document, version] of now) {
    await vscode.window.showTextDocument(document);
    if (document.version === version) await vscode.commands.executeCommand('undo');
    else tellChangedSince(document.uri);
  }
}

/** Says that what was done is not undone, since more has been done. */
export const tellChangedSince = (uri: vscode.Uri): void =>
  void showWarning(vscode.l10n.t('{0} has changed since, so nothing was undone. Here it is.', nameOf(uri)));

/** Settles findings in the ledger, asking for the reason as the quick fix does. */
export async function settle(
  client: BaseLanguageClient,
  rows: readonly Row[],
  how: 'by kind' | 'ignored' = 'by kind',
): Promise<void> {
  if (rows[0] !== undefined) await show(rows[0], true);
  const targets: ToSignOff[] = [];
  for (const row of rows) {
    const actions = await actionsAt(client, row, vscode.CodeActionKind.QuickFix.value);
    const mine = actions.find(({ command }) => command?.command === SIGN_OFF)?.command?.arguments?.[0];
    if (mine !== undefined) targets.push(how === 'ignored' ? { ...mine, claim: false } : mine);
  }
  if (targets.length === 0) tellChanged();
  else await vscode.commands.executeCommand(SIGN_OFF, ...targets);
}

async function applyOrTell(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const applied = await vscode.workspace.applyEdit(edit);
  if (!applied) tellChanged();
  return applied;
}

/** What can be done about a finding, asked of the server alone: others may be slow, and their fixes are none of it. */
async function actionsAt(
  client: BaseLanguageClient,
  row: Row,
  kind: string,
): Promise<readonly vscode.CodeAction[]> {
  // the server is told of the draft
  await vscode.workspace.openTextDocument(row.uri);
  const { start } = row.range;
  const offered = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(row.uri) },
    range: client.code2ProtocolConverter.asRange(new vscode.Range(start, start)),
    context: {
      diagnostics: [],
      only: [kind],
      triggerKind: CodeActionTriggerKind.Invoked,
    },
  });
  const actions = (await client.protocol2CodeConverter.asCodeActionResult(offered ?? [])) ?? [];
  return actions
    .filter((one): one is vscode.CodeAction => one instanceof vscode.CodeAction)
    .filter(({ diagnostics = [] }) =>
      diagnostics.some((one) => codeOf(one) === row.code && one.range.isEqual(row.range)),
    );
}

function byDraft(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const drafts = new Map<string, Row[]>();
  for (const row of rows) drafts.set(String(row.uri), [...(drafts.get(String(row.uri)) ?? []), row]);
  return drafts;
}

const tellChanged = (): void =>
  void showWarning(
    vscode.l10n.t(
      'The text has changed since it was checked, so nothing was altered. Look at the place again.',
    ),
  );
