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
  read,
  replace,
  tidy,
  until,
} from './editor.ts';
import { prompts, restorePrompts } from './prompts.ts';
import { CLAIM, HARM, marked, STORM } from './storm.ts';

const { executeCommand } = vscode.commands;

describe('Show Sourcing', () => {
  let view: SourcingView;
  before(async () => {
    view = (await bluePencil()).sourcing;
  });
  afterEach(async () => {
    await executeCommand('bluePencil.hideSourcing');
    restorePrompts();
    await tidy();
  });

  it('marks how each claim stands, in a draft with no file too, until it is hidden', async () => {
    const { document } = await openUntitled('plaintext', STORM);
    assert.equal(view.marked(document), undefined);
    await executeCommand('bluePencil.showSourcing');
    const [first, , harm] = await marked(view, document, 'attributed', 'attributed', 'bare');
    assert.equal(first?.source?.text, 'harbour master Ann Lee');
    assert.equal(first?.cue, 'said');
    assert.ok(harm);
    const { start, end } = harm.range;
    assert.equal(
      document.getText(new vscode.Range(start.line, start.character, end.line, end.character)),
      HARM,
    );
    await executeCommand('bluePencil.hideSourcing');
    assert.equal(view.shown, false);
    assert.equal(view.marked(document), undefined);
  });

  it('follows the text; marks of an older text are not kept', async () => {
    const { document } = await openUntitled('plaintext', STORM);
    await executeCommand('bluePencil.showSourcing');
    await marked(view, document, 'attributed', 'attributed', 'bare');
    await replace(document, '40 lives.', '40 lives, according to the coroner.');
    await marked(view, document, 'attributed', 'attributed', 'attributed');
    await replace(document, 'The harbour lies', 'Critics say the harbour lies');
    await replace(document, ', harbour master Ann Lee said', '');
    await marked(view, document, 'attributed', 'attributed', 'vague');
  });

  it('marks a draft in every editor that shows it, and drafts that come into view', async () => {
    const { document } = await openUntitled('plaintext', STORM);
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
});

describe('the fact-check sheet', () => {
  before(bluePencil);
  afterEach(async () => {
    restorePrompts();
    await tidy();
  });

  /** Makes the sheet of a draft, and saves it under a name. */
  async function saved(name: string): Promise<{ sheet: vscode.TextDocument; text: string }> {
    const { document } = await openDraft('storm.draft', STORM);
    // a ledger of a test before this one has gone by then
    await findings(document.uri, CLAIM);
    const target = vscode.Uri.joinPath(folder(), name);
    prompts.showSaveDialog = async () => target;
    const told = listenToNotifications((items) => items.find((item) => item === 'Save…'));
    try {
      await executeCommand('bluePencil.factCheckSheet');
      const sheet = vscode.workspace.textDocuments.find(
        ({ isUntitled, languageId, isClosed }) => isUntitled && languageId === 'markdown' && !isClosed,
      );
      assert.ok(sheet);
      const isPage = (): boolean =>
        vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.label.startsWith('Preview') === true);
      await until(vscode.window.tabGroups.onDidChangeTabs, isPage, () => 'It is not shown as a page.');
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
