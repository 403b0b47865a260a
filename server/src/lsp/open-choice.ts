import { type SnippetTextEdit, StringValue, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Fix } from '../checks/check.ts';
import type { Client } from './client.ts';
import type { LinedText } from './open-text.ts';
import { toRange } from './positions.ts';

/** A fix as it is offered. */
interface Offer {
  readonly title: string;
  readonly fix: Fix;
  /** The fixes it can be changed into once it is taken; undefined for one that leaves nothing to choose. */
  readonly others: readonly Fix[] | undefined;
}

/** Fixes as they are offered: those that differ in one choice are one offer, where the client can leave the choice open. */
export function offers(fixes: readonly Fix[], { snippets }: Pick<Client, 'snippets'>): readonly Offer[] {
  return fixes.flatMap((fix): Offer[] => {
    const { title, oneOf } = fix;
    if (!snippets || oneOf === undefined) return [{ title, fix, others: undefined }];
    const [first, ...others] = fixes.filter((other) => other.oneOf === oneOf);
    return first === fix ? [{ title: oneOf, fix, others }] : [];
  });
}

/** The edit of fixes that differ in one choice: the first is put in with its choice selected, and the others can be chosen instead. */
export function openEdit(text: LinedText, fixes: readonly [Fix, ...Fix[]]): WorkspaceEdit {
  const edits = fixes[0].edits.map((edit, i): TextEdit | SnippetTextEdit => {
    const range = toRange(text, edit.span);
    const { choice, text: words } = edit;
    if (choice === undefined) return { range, newText: words };
    const choices = fixes.flatMap((fix) => chosenIn(fix.edits[i]) ?? []);
    const snippet =
      escaped(words.slice(0, choice.start)) + openChoice(choices) + escaped(words.slice(choice.end));
    return { range, snippet: StringValue.createSnippet(snippet) };
  });
  return { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits }] };
}

const chosenIn = (edit: Edit | undefined): string | undefined =>
  edit?.choice && edit.text.slice(edit.choice.start, edit.choice.end);

// As LSP 3.18 has it under “Snippet Syntax”.
const openChoice = (choices: readonly string[]): string =>
  choices.length === 1
    ? `\${1:${escaped(choices.join(''))}}`
    : `\${1|${choices.map((one) => one.replace(/[\\,|]/gu, '\\$&')).join(',')}|}`;

const escaped = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');
