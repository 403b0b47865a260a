import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../checks/check.ts';
import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import { applyEdits, fixAll, safeFixes } from '../engine/fix.ts';
import type { Signable } from '../house/ledger.ts';
import type { Client } from './client.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { LinedText } from './open-text.ts';
import { touches as meets, toRange, toSpan } from './positions.ts';
import type { ClientCommands, ServerCommands } from './protocol.ts';
import { signOffActions } from './sign-off-actions.ts';

/** The kind of the action that takes every safe fix at once, for a client's "fix all" and "on save". */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.bluePencil`;

/** What code actions are worked out from. */
export interface Judged {
  readonly text: LinedText;
  readonly findings: readonly Finding[];
  /** Checks another text as this document is checked, for fixes that bring further faults to light. */
  recheck(source: string): readonly Finding[];
  /** What signing off one of the findings is about. */
  signable(finding: Finding): Signable | undefined;
  /** Why nothing can be signed off here, in plain words. */
  readonly hindrance: string | undefined;
}

/**
 * The actions for a place or a selection: each finding's fixes, the ways to its other copy, the ways to sign it off last, and fix-all
 * where it is asked for.
 */
export function codeActions(judged: Judged, params: CodeActionParams, client: Client): CodeAction[] {
  const { only } = params.context;
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix, only)) {
    const at = toSpan(judged.text, params.range);
    const here = judged.findings.filter(({ span }) => meets(span, at));
    for (const finding of here) actions.push(...quickFixes(judged.text, finding, client));
    actions.push(...signOffActions(judged, here, client));
  }
  // on-save and "source actions" menus name the kind; in a list of everything at the cursor it would be in the way
  if (only !== undefined && only.length > 0 && wanted(FIX_ALL, only)) {
    const edits = allSafe(judged);
    if (edits.length > 0) {
      actions.push({
        title: 'Apply every safe fix in this draft',
        kind: FIX_ALL,
        edit: workspaceEdit(judged.text, edits, client),
      });
    }
  }
  return actions;
}

// A client asks for a kind and everything under it: "source" takes in "source.fixAll.bluePencil".
const wanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined ||
  only.length === 0 ||
  only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));

function quickFixes(text: LinedText, finding: Finding, client: Client): CodeAction[] {
  const diagnostics = [toDiagnostic(text, finding, client)];
  const kind = CodeActionKind.QuickFix;
  const fixes = finding.fixes.map(
    (fix): CodeAction => ({
      title: fix.title,
      kind,
      diagnostics,
      ...(fix.preferred === true && { isPreferred: true }),
      edit: workspaceEdit(text, fix.edits, client),
    }),
  );
  return [...fixes, ...waysToCopy(text, finding, client).map((one) => ({ ...one, kind, diagnostics }))];
}

function waysToCopy(text: LinedText, finding: Finding, client: Client): CodeAction[] {
  const first = finding.check === 'duplicate' ? finding.related[0]?.span : undefined;
  if (first === undefined) return [];
  const actions: CodeAction[] = [];
  const range = toRange(text, first);
  if (client.showDocument) {
    const title = 'Go to the other copy';
    const args: ServerCommands['bluePencil.goToCopy']['arguments'] = [{ uri: text.uri, range }];
    actions.push({ title, command: { title, command: 'bluePencil.goToCopy', arguments: [...args] } });
  }
  if (client.options.commands?.includes('bluePencil.compareCopies') === true) {
    const title = 'Compare the two copies';
    const args: ClientCommands['bluePencil.compareCopies']['arguments'] = [
      { uri: text.uri, first: range, second: toRange(text, finding.span) },
    ];
    actions.push({ title, command: { title, command: 'bluePencil.compareCopies', arguments: [...args] } });
  }
  return actions;
}

/** Edits that bring every safe fix; where one fix shows another, the rounds come together as one edit. */
function allSafe({ text, findings, recheck }: Judged): readonly Edit[] {
  const source = text.getText();
  const first = safeFixes(findings).flatMap(({ edits }) => edits);
  if (first.length === 0) return [];
  const mended = fixAll(source, recheck);
  if (mended === source) return [];
  return mended === applyEdits(source, first) ? first : [difference(source, mended)];
}

/** The one edit between two texts, ends that are the same left alone. */
function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1;
  }
  // an end within a line break or a character would be moved by the editor
  while (start > 0 && (splits(before, start) || splits(after, start))) start -= 1;
  while (same > 0 && (splits(before, before.length - same) || splits(after, after.length - same))) same -= 1;
  const span: Span = { start, end: before.length - same };
  return { span, text: after.slice(start, after.length - same) };
}

const splits = (text: string, at: number): boolean =>
  /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1));

function workspaceEdit(text: LinedText, edits: readonly Edit[], client: Client): WorkspaceEdit {
  const changes = edits.map((edit): TextEdit => ({ range: toRange(text, edit.span), newText: edit.text }));
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits: changes }] }
    : { changes: { [text.uri]: changes } };
}
