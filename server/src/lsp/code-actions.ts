import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Fix } from '../checks/check.ts';
import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import { applyEdits, fixAll, safeFixes } from '../engine/fix.ts';
import type { ActionContext } from './action-context.ts';
import type { Client } from './client.ts';
import { placeOf, toDiagnostic } from './diagnostics.ts';
import { kindInASentence, kindSaid } from './kinds.ts';
import { offers, openEdit } from './open-choice.ts';
import type { LinedText } from './open-text.ts';
import { touches as meets, toRange, toSpan } from './positions.ts';
import type { ClientCommands, KindAtPlace, KindInDraft, PreferredKind, ServerCommands } from './protocol.ts';
import { signOffActions } from './sign-off-actions.ts';

/** The kind of the action that takes every safe fix at once, for a client's "fix all" and "on save". */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.bluePencil`;

/** What the review asks for: the preferred fixes of what is found at a place, and nothing that takes long to gather. */
export const PREFERRED: PreferredKind = 'quickfix.bluePencil.preferred';

/** The preferred fixes of the findings at a place. */
export function preferredFixes(
  text: LinedText,
  findings: readonly Finding[],
  range: Range,
  client: Client,
): CodeAction[] {
  const at = toSpan(text, range);
  return findings
    .filter(({ span }) => meets(span, at))
    .flatMap((finding) => quickFixes(text, finding, client))
    .filter(({ isPreferred }) => isPreferred)
    .map((action) => ({ ...action, title: client.say(action.title), kind: PREFERRED }));
}

/**
 * The actions for a place or a selection: each finding's fixes, the ways to its other copy, the ways to sign it off last, and fix-all
 * where it is asked for.
 */
export function codeActions(context: ActionContext, params: CodeActionParams, client: Client): CodeAction[] {
  const { only } = params.context;
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix, only)) {
    const at = toSpan(context.text, params.range);
    const here = context.findings.filter(({ span }) => meets(span, at));
    actions.push(
      ...toldApart(
        here.map((finding) => [finding, quickFixes(context.text, finding, client)]),
        client,
      ),
    );
    const kinds = firstOfEachKind(here);
    actions.push(
      ...toldApart(
        kinds.map((finding) => [finding, allOfKind(context, finding, client)]),
        client,
      ),
    );
    actions.push(...here.flatMap((finding) => waysToCopy(context.text, finding, client)));
    actions.push(...signOffActions(context, here, client));
    actions.push(...more(context, kinds, client));
  }
  // on-save and "source actions" menus name the kind; in a list of everything at the cursor it would be in the way
  if (only !== undefined && only.length > 0 && wanted(FIX_ALL, only)) {
    const edits = allSafe(context);
    if (edits.length > 0) {
      actions.push({
        title: 'Apply every safe fix in this draft',
        kind: FIX_ALL,
        edit: workspaceEdit(context.text, edits, client),
      });
    }
  }
  return actions.map((action) => ({ ...action, title: client.say(action.title) }));
}

// A client asks for a kind and everything under it: "source" takes in "source.fixAll.bluePencil".
const wanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined ||
  only.length === 0 ||
  only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));

function quickFixes(text: LinedText, finding: Finding, client: Client): CodeAction[] {
  const diagnostics = [toDiagnostic(text, finding, client)];
  const kind = CodeActionKind.QuickFix;
  return offers(preferredFirst(finding.fixes), client).map(
    ({ title, fix, others }): CodeAction => ({
      title,
      kind,
      diagnostics,
      ...(fix.preferred === true && { isPreferred: true }),
      edit: others === undefined ? workspaceEdit(text, fix.edits, client) : openEdit(text, [fix, ...others]),
    }),
  );
}

/** The fixes of several findings; of two with one title each says what it fixes. */
function toldApart(
  offered: readonly (readonly [Finding, readonly CodeAction[]])[],
  { say }: Client,
): CodeAction[] {
  const titles = offered.flatMap(([, actions]) => actions.map(({ title }) => title));
  const isTwice = (title: string): boolean => titles.indexOf(title) !== titles.lastIndexOf(title);
  return offered.flatMap(([{ code }, actions]) =>
    actions.map((action) =>
      isTwice(action.title)
        ? { ...action, title: `${say(action.title)}: ${kindInASentence(code, say)}` }
        : action,
    ),
  );
}

const preferredFirst = (fixes: readonly Fix[]): readonly Fix[] => [
  ...fixes.filter((fix) => fix.preferred === true),
  ...fixes.filter((fix) => fix.preferred !== true),
];

const firstOfEachKind = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding, i) => findings.findIndex(({ code }) => code === finding.code) === i);

/** The safe fixes of one kind in the whole draft, where there are more of them than the one at the cursor. */
function allOfKind({ text, findings }: ActionContext, finding: Finding, client: Client): CodeAction[] {
  const same = findings.filter(({ code }) => code === finding.code);
  const fixes = safeFixes(same);
  if (fixes.length < 2) return [];
  return [
    {
      title:
        fixes.length === same.length
          ? `Fix all ${fixes.length} of this kind`
          : `Fix the ${fixes.length} safe ones of this kind`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(text, finding, client)],
      edit: workspaceEdit(
        text,
        fixes.flatMap(({ edits }) => edits),
        client,
      ),
    },
  ];
}

/** The way to change how kinds are shown; for a client that cannot ask how, one to hear no more of each. */
function more(
  { text, inFolder: inAny }: ActionContext,
  kinds: readonly Finding[],
  client: Client,
): CodeAction[] {
  const kind = CodeActionKind.QuickFix;
  const inFolder = inAny && client.applyEdit && client.createsFiles;
  if (kinds.length === 0) return [];
  if (client.options.commands?.includes('bluePencil.more') === true) {
    const about = kinds.map(({ code }): KindAtPlace => {
      return { uri: text.uri, code, kind: kindSaid(code, client.say), inFolder };
    });
    const title = 'More…';
    const diagnostics = kinds.map((finding) => toDiagnostic(text, finding, client));
    return [{ title, kind, diagnostics, command: { title, command: 'bluePencil.more', arguments: about } }];
  }
  if (!inFolder) return [];
  return kinds.map((finding): CodeAction => {
    const about: KindInDraft = { uri: text.uri, code: finding.code };
    const title = `${client.say('Don’t report this kind in this folder')}: ${kindInASentence(finding.code, client.say)}`;
    const command = { title, command: 'bluePencil.dontReport', arguments: [about] };
    return { title, kind, diagnostics: [toDiagnostic(text, finding, client)], command };
  });
}

function waysToCopy(text: LinedText, finding: Finding, client: Client): CodeAction[] {
  const copy = finding.check === 'duplicate' ? finding.related[0] : undefined;
  if (copy === undefined) return [];
  const actions: CodeAction[] = [];
  const kind = CodeActionKind.QuickFix;
  const diagnostics = [toDiagnostic(text, finding, client)];
  const first = placeOf(text, copy);
  if (client.showDocument) {
    const title = 'Go to the other copy';
    const args: ServerCommands['bluePencil.goToCopy']['arguments'] = [first];
    const command = { title, command: 'bluePencil.goToCopy', arguments: [...args] };
    actions.push({ title, kind, diagnostics, command });
  }
  if (client.options.commands?.includes('bluePencil.compareCopies') === true) {
    const title = 'Compare the two copies';
    const args: ClientCommands['bluePencil.compareCopies']['arguments'] = [
      { uri: text.uri, first: first.range, second: toRange(text, finding.span), firstUri: first.uri },
    ];
    const command = { title, command: 'bluePencil.compareCopies', arguments: [...args] };
    actions.push({ title, kind, diagnostics, command });
  }
  return actions;
}

/** A longer text is not judged again for what its fixes may show, which would hold up all else for seconds (UTF-16 units). */
const MOST_IN_ROUNDS = 200_000;

/** Edits that bring every safe fix; where one fix shows another, the rounds come together as one edit. */
function allSafe({ text, findings, recheck }: ActionContext): readonly Edit[] {
  const source = text.getText();
  const first = safeFixes(findings).flatMap(({ edits }) => edits);
  if (first.length === 0 || source.length > MOST_IN_ROUNDS) return first;
  const fixed = fixAll(source, recheck);
  if (fixed === source) return [];
  return fixed === applyEdits(source, first) ? first : [difference(source, fixed)];
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
