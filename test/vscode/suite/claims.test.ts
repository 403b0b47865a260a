import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bluePencil, findings, openDraft, openUntitled, quickFixes, replace, take, tidy } from './editor.ts';
import { answer, restorePrompts, setName } from './prompts.ts';
import { CLAIM, HARM, marked, STORM } from './storm.ts';

const { executeCommand } = vscode.commands;

describe('a claim marked as checked', () => {
  before(bluePencil);
  afterEach(async () => {
    await executeCommand('bluePencil.hideSourcing');
    restorePrompts();
    await setName(undefined);
    await tidy();
  });

  it('is settled, with the reason shown, until its figure changes', async () => {
    const view = (await bluePencil()).sourcing;
    await setName('Bo Lind');
    const { document } = await openDraft('storm.draft', STORM);
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
    assert.equal(document.getText(), STORM);
    await replace(document, '40 lives', '41 lives');
    await findings(document.uri, CLAIM);
    await marked(view, document, 'attributed', 'attributed', 'bare');
  });
});

describe('a claim given to a source', () => {
  before(bluePencil);
  afterEach(tidy);

  it('has a place for the source selected, to be written over or chosen from those of the draft', async () => {
    const editor = await openUntitled('plaintext', STORM);
    const { document } = editor;
    const [finding] = await findings(document.uri, CLAIM);
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), 'Add “according to …”');
    const givenTo = (name: string) => STORM.replace('40 lives.', `40 lives, according to ${name}.`);
    assert.equal(document.getText(), givenTo('[SOURCE]'));
    assert.equal(document.getText(editor.selection), '[SOURCE]');
    await executeCommand('type', { text: 'the coroner' });
    assert.equal(document.getText(), givenTo('the coroner'));
    await findings(document.uri);
  });

  it('loses its hedge for the source, in one step that can be undone', async () => {
    const hedge = 'Two captains have reportedly resigned over it.';
    const before = STORM.replace(HARM, hedge);
    const editor = await openUntitled('plaintext', before);
    const { document } = editor;
    const [finding] = await findings(document.uri, 'attribution/unsourced-hedge');
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), 'Put “according to …” for “reportedly”');
    const source = '[SOURCE]';
    const given = `Two captains have resigned over it, according to ${source}.`;
    assert.equal(document.getText(), STORM.replace(HARM, given));
    assert.equal(document.getText(editor.selection), source);
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
