import { expect, test } from 'vitest';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Finding } from '../../server/src/engine/finding.ts';
import { signables } from '../../server/src/house/ledger.ts';
import { clientOf } from '../../server/src/lsp/client.ts';
import { codeActions } from '../../server/src/lsp/code-actions.ts';
import { closedText } from '../../server/src/lsp/positions.ts';

const DRAFT = 'Rebels seized the town of Elmstead on Monday. Clearly, it was raining.';
const finding = (check: string, code: string, words: string): Finding => ({
  code,
  check,
  severity: 'warning',
  message: 'Who says so?',
  span: { start: DRAFT.indexOf(words), end: DRAFT.indexOf(words) + words.length },
  related: [],
  fixes: [{ title: 'Add “according to …”', safe: false, edits: [{ span: { start: 0, end: 0 }, text: 'x' }] }],
  copy: false,
});

/** The actions on the whole draft, for a client that carries out these commands. */
function offered(findings: readonly Finding[], commands: readonly string[], hindrance?: string) {
  const text = closedText('file:///desk/a.txt', DRAFT);
  const targets = signables(readDraft(DRAFT, 'plain'), findings);
  const client = clientOf({
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { commands },
  });
  const range = { start: text.positionAt(0), end: text.positionAt(DRAFT.length) };
  const params = { textDocument: { uri: text.uri }, range, context: { diagnostics: [] } };
  const signable = (one: Finding) => targets[findings.indexOf(one)];
  return codeActions(
    { text, findings, inFolder: false, recheck: () => [], signable, hindrance },
    params,
    client,
  );
}

const seized = finding('attribution', 'attribution/unattributed-claim', 'seized the town');
const clearly = finding('attribution', 'attribution/editorialising', 'Clearly');
const ASKING = ['bluePencil.signOff'];

test('a claim is marked as checked, last in the menu, for its whole sentence', () => {
  const actions = offered([seized], ASKING);
  expect(actions.map(({ title }) => title)).toEqual(['Add “according to …”', 'Mark as checked…']);
  expect(actions[1]?.command?.arguments).toEqual([
    {
      uri: 'file:///desk/a.txt',
      fingerprint: expect.stringMatching(/^1-/u),
      code: 'attribution/unattributed-claim',
      excerpt: 'Rebels seized the town of Elmstead on Monday.',
      claim: true,
    },
  ]);
});

test('a client that cannot ask is offered each reason', () => {
  const actions = offered([seized], []).slice(1);
  expect(actions.map(({ title }) => title)).toEqual([
    'Mark as checked: public record',
    'Mark as checked: witnessed',
    'Mark as checked: common knowledge',
    'Mark as checked: checked with a source',
  ]);
  expect(actions.map(({ command }) => [command?.command, command?.arguments?.[0].reason])).toEqual([
    ['bluePencil.signOffAs', 'public record'],
    ['bluePencil.signOffAs', 'witnessed'],
    ['bluePencil.signOffAs', 'common knowledge'],
    ['bluePencil.signOffAs', 'checked with a source'],
  ]);
});

test('a remark on wording is ignored, not checked, and for its own words', () => {
  const action = offered([clearly], ASKING).at(-1);
  expect(action?.title).toBe('Ignore this');
  expect(action?.command?.arguments?.[0]).toMatchObject({ claim: false, words: 'clearly' });
});

test('the fixes of all findings come before the ways to settle any', () => {
  expect(offered([seized, clearly], ASKING).map(({ title }) => title)).toEqual([
    'Add “according to …”: casualties, control of territory, figures or wrongdoing stated flatly, with no source',
    'Add “according to …”: the reporter’s own verdict: of course, clearly',
    'Mark as checked…',
    'Ignore this',
  ]);
});

test('what is in the way is passed on to the client, which tells it before it asks', () => {
  expect(offered([seized], ASKING, 'No folder.').at(-1)?.command?.arguments?.[0].hindrance).toBe(
    'No folder.',
  );
});

test('two findings on the same words have an entry each, which says what it is about', () => {
  const killed = finding('attribution', 'attribution/unsourced-hedge', 'seized the town');
  expect(offered([seized, killed], ASKING).map(({ title }) => title)).toEqual([
    'Add “according to …”: casualties, control of territory, figures or wrongdoing stated flatly, with no source',
    'Add “according to …”: reportedly, allegedly, is believed to, with nobody named',
    'Mark as checked…: casualties, control of territory, figures or wrongdoing stated flatly, with no source',
    'Mark as checked…: reportedly, allegedly, is believed to, with nobody named',
  ]);
});

test('fixing all in a draft as long as a book takes the fixes that are known, and judges nothing anew', () => {
  const text = closedText('file:///desk/a.txt', `It is teh bridge.${' It stood.'.repeat(25_000)}`);
  const edits = [{ span: { start: 6, end: 9 }, text: 'the' }];
  const teh: Finding = { ...seized, span: { start: 6, end: 9 }, fixes: [{ title: '', safe: true, edits }] };
  const client = clientOf({ processId: null, rootUri: null, capabilities: {} });
  const recheck = () => {
    throw new Error('judged anew');
  };
  const start = { line: 0, character: 0 };
  const actions = codeActions(
    { text, findings: [teh], inFolder: false, recheck, signable: () => undefined, hindrance: undefined },
    {
      textDocument: { uri: text.uri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['source.fixAll'] },
    },
    client,
  );
  expect(actions.map(({ edit }) => edit?.changes?.[text.uri]?.map(({ newText }) => newText))).toEqual([
    ['the'],
  ]);
});
