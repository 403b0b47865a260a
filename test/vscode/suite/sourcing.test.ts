import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourcingView } from '../../../client/src/sourcing/view.ts';
import {
  bluePencil,
  codeOf,
  findings,
  findingsOn,
  folder,
  listenToNotifications,
  openDraft,
  openUntitled,
  quickFixes,
  read,
  replace,
  take,
  tidy,
  until,
} from './editor.ts';
import { answer, prompts, restorePrompts, setName } from './prompts.ts';

const HARM = 'The storm and the strike have claimed 40 lives.';
const DRAFT = [
  'Storm cuts off the northern harbours',
  'The ferries will sail again on Monday, harbour master Ann Lee said.',
  'The council lent two boats, a report by the coastguard found.',
  HARM,
  'The harbour lies to the north of the old town.',
].join('\n\n');
const CLAIM = 'attribution/unattributed-claim';

const { executeCommand } = vscode.commands;

/** Waits until the claims marked in a draft stand so, in the order of the text. */
async function marked(view: SourcingView, document: vscode.TextDocument, ...standings: readonly string[]) {
  const told = (): string =>
    view
      .marked(document)
      ?.map(({ standing }) => standing)
      .join(', ') ?? 'not marked';
  await until(
    view.onDidDraw,
    () => told() === standings.join(', '),
    () => `The claims are [${told()}], not [${standings.join(', ')}].`,
  );
  return view.marked(document) ?? [];
}

describe('Show Sourcing', () => {
  let view: SourcingView;
  before(async () => {
    view = (await bluePencil()).sourcing;
  });
  afterEach(async () => {
    await executeCommand('bluePencil.hideSourcing');
    restorePrompts();
    await setName(undefined);
    await tidy();
  });

  it('marks how each claim stands, in a draft with no file too, until it is hidden', async () => {
    const { document } = await openUntitled('plaintext', DRAFT);
    assert.equal(view.marked(document), undefined);
    await executeCommand('bluePencil.showSourcing');
    const [first, , harm] = await marked(view, document, 'attributed', 'attributed', 'bare');
    assert.equal(first?.source?.text, 'harbour master Ann Lee');
    assert.equal(first?.cue, 'said');
    const { start, end } = harm?.range ?? assert.fail();
    assert.equal(
      document.getText(new vscode.Range(start.line, start.character, end.line, end.character)),
      HARM,
    );
    await executeCommand('bluePencil.hideSourcing');
    assert.equal(view.shown, false);
    assert.equal(view.marked(document), undefined);
  });

  it('follows the text; marks of an older text are not kept', async () => {
    const { document } = await openUntitled('plaintext', DRAFT);
    await executeCommand('bluePencil.showSourcing');
    await marked(view, document, 'attributed', 'attributed', 'bare');
    await replace(document, '40 lives.', '40 lives, according to the coroner.');
    await marked(view, document, 'attributed', 'attributed', 'attributed');
    await replace(document, 'The harbour lies', 'Critics say the harbour lies');
    await replace(document, ', harbour master Ann Lee said', '');
    await marked(view, document, 'attributed', 'attributed', 'vague');
  });

  it('marks a draft in every editor that shows it, and drafts that come into view', async () => {
    const { document } = await openUntitled('plaintext', DRAFT);
    await executeCommand('bluePencil.showSourcing');
    await marked(view, document, 'attributed', 'attributed', 'bare');
    const drawn: string[] = [];
    const listening = view.onDidDraw((uri) => drawn.push(uri.toString()));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    const other = await openUntitled('markdown', `# Storm\n\n${HARM}\n`);
    await marked(view, other.document, 'bare');
    listening.dispose();
    assert.ok(drawn.includes(document.uri.toString()), 'The second editor was not drawn in.');
    assert.notEqual(view.marked(document), undefined);
  });

  it('follows the ledger: a claim marked as checked, and open again once its figure changes', async () => {
    await setName('Bo Lind');
    const { document } = await openDraft('storm.draft', DRAFT);
    await executeCommand('bluePencil.showSourcing');
    await marked(view, document, 'attributed', 'attributed', 'bare');
    const [finding] = await findings(document.uri, CLAIM);
    assert.ok(finding);
    answer('Public record', 'coroner’s list');
    await take(await quickFixes(document.uri, finding), 'Mark as checked…');
    await findings(document.uri);
    const harm = (await marked(view, document, 'attributed', 'attributed', 'checked')).at(-1);
    assert.deepEqual(
      [harm?.checked?.reason, harm?.checked?.note, harm?.checked?.who],
      ['public record', 'coroner’s list', 'Bo Lind'],
    );
    assert.equal(document.getText(), DRAFT);
    await replace(document, '40 lives', '41 lives');
    await findings(document.uri, CLAIM);
    await marked(view, document, 'attributed', 'attributed', 'bare');
  });
});

describe('the fact-check sheet', () => {
  before(bluePencil);
  afterEach(async () => {
    restorePrompts();
    await tidy();
  });

  /** Makes the sheet of a draft, and saves it under a name. */
  async function saved(name: string): Promise<{ sheet: vscode.TextDocument; text: string }> {
    const { document } = await openDraft('storm.draft', DRAFT);
    // a ledger of a test before this one has gone by then
    await findings(document.uri, CLAIM);
    const target = vscode.Uri.joinPath(folder(), name);
    prompts.showSaveDialog = async () => target;
    const told = listenToNotifications((items) => items.find((item) => item === 'Save…'));
    try {
      await executeCommand('bluePencil.factCheckSheet');
      const sheet = vscode.window.activeTextEditor?.document ?? assert.fail();
      await told.message(new RegExp(`The fact-check sheet is in ${name}`));
      assert.match(told.messages[0] ?? '', /^Claims to check: 3\. With no source, or a vague one: 1\./);
      return { sheet, text: await read(target) };
    } finally {
      told.restore();
    }
  }

  it('opens beside the draft as Markdown that is not checked, and is saved as it stands', async () => {
    const { sheet, text } = await saved('storm-fact-check.md');
    assert.deepEqual([sheet.languageId, sheet.isUntitled, text], ['markdown', true, sheet.getText()]);
    assert.match(text, /^# Fact-check sheet: storm\.draft$/m);
    assert.match(text, /^- \[ \] \*\*no source:\*\* The storm and the strike have claimed 40 lives\.$/m);
    assert.match(text, /^ {2}- Source: harbour master Ann Lee \(named\), “said”$/m);
    // a draft beside it is checked, so the sheet has been as well by then
    const other = await openDraft('other.draft', `A storm passes\n\n${HARM}\n`);
    await findings(other.document.uri, CLAIM);
    assert.deepEqual(findingsOn(sheet.uri).map(codeOf), []);
  });

  it('is saved as a table by its ending', async () => {
    const { text } = await saved('storm.csv');
    assert.match(text, /^\ufeffDraft,Paragraph,Line,Claim,/);
    assert.match(text, /^storm\.draft,4,7,The storm and the strike have claimed 40 lives\.,no source,none,/m);
  });

  it('asks for a draft where none is in front', async () => {
    const told = listenToNotifications(() => undefined);
    try {
      await executeCommand('bluePencil.factCheckSheet');
      await told.message(/^Open a draft first/);
    } finally {
      told.restore();
    }
  });
});

describe('a claim given to a source', () => {
  before(bluePencil);
  afterEach(tidy);

  it('has the source selected, to be written over or chosen from those of the draft', async () => {
    const editor = await openUntitled('plaintext', DRAFT);
    const { document } = editor;
    const [finding] = await findings(document.uri, CLAIM);
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), 'Add “according to …”');
    const givenTo = (name: string) => DRAFT.replace('40 lives.', `40 lives, according to ${name}.`);
    assert.equal(document.getText(), givenTo('a report by the coastguard'));
    assert.equal(document.getText(editor.selection), 'a report by the coastguard');
    await executeCommand('type', { text: 'the coroner' });
    assert.equal(document.getText(), givenTo('the coroner'));
    await findings(document.uri);
    await executeCommand('undo');
  });
});
