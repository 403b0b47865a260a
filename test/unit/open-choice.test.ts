import { expect, test } from 'vitest';
import type { Fix } from '../../server/src/checks/check.ts';
import { offers, openEdit } from '../../server/src/lsp/open-choice.ts';
import { closedText } from '../../server/src/lsp/positions.ts';

const TEXT = 'The storm has reportedly claimed 40 lives.';
const text = closedText('file:///desk/a.txt', TEXT);

const given = (name: string): Fix => {
  const words = `, according to ${name}`;
  const at = TEXT.length - 1;
  return {
    title: `Add “according to ${name}”`,
    oneOf: 'Add “according to …”',
    safe: false,
    edits: [
      { span: { start: 14, end: 25 }, text: '' },
      {
        span: { start: at, end: at },
        text: words,
        choice: { start: words.length - name.length, end: words.length },
      },
    ],
  };
};
const deleted: Fix = { title: 'Delete “reportedly”', safe: false, edits: [] };
const fixes = [given('Lee'), deleted, given('Dow & Sons, the firm')];
const titles = (snippets: boolean) => offers(fixes, { snippets }).map(({ title }) => title);

test('fixes that differ in one word are one offer, where the editor can leave the word open', () => {
  expect(titles(true)).toEqual(['Add “according to …”', 'Delete “reportedly”']);
});

test('any other editor is offered each by name', () => {
  expect(titles(false)).toEqual(fixes.map(({ title }) => title));
});

/** The edits of an offer as “replaced words → new words”. */
const editsOf = (...of: readonly [Fix, ...Fix[]]) =>
  (openEdit(text, of).documentChanges ?? []).flatMap((change) =>
    'edits' in change
      ? change.edits.map(
          (edit) => `${text.getText(edit.range)} → ${'snippet' in edit ? edit.snippet.value : edit.newText}`,
        )
      : [],
  );

test('the sources are choices in the text, what is special in a snippet escaped', () => {
  expect(editsOf(given('Lee'), given('Dow & Sons, the firm'))).toEqual([
    'reportedly  → ',
    ` → , according to \${1|Lee,Dow & Sons\\, the firm|}`,
  ]);
});

test('a single source stands there to be written over', () => {
  expect(editsOf(given('Cash$ {A}'))[1]).toBe(` → , according to \${1:Cash\\$ {A\\}}`);
});
