import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, REPEATED } from './article.ts';
import { bluePencil, findings, folder, openDraft, tidy, write } from './editor.ts';

const { pasted } = article();

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('bluePencil').update(name, value, vscode.ConfigurationTarget.Workspace);

describe('settings', () => {
  before(bluePencil);
  afterEach(async () => {
    for (const name of ['enable', 'checks', 'severity', 'maxFileSize']) await set(name, undefined);
    await tidy();
  });

  it('switch a check off and on again', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    await set('checks', { duplicate: false });
    await findings(document.uri);
    await set('checks', undefined);
    await findings(document.uri, 'duplicate/block');
  });

  it('say how grave a finding is', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    await set('severity', { 'repeated/word': 'off', 'garbled/phrase': 'off' });
    await findings(document.uri);
    await set('severity', { 'repeated/word': 'error' });
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
  });

  it('switch everything off', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    await set('enable', false);
    await findings(document.uri);
  });
});

describe('a house file', () => {
  before(bluePencil);
  const house = () => vscode.Uri.joinPath(folder(), '.blue-pencil.json');
  afterEach(tidy);

  it('takes hold when it is written, and lets go when it is deleted', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    await write('.blue-pencil.json', '{ "checks": { "duplicate": false } }');
    await findings(document.uri);
    await vscode.workspace.fs.delete(house());
    await findings(document.uri, 'duplicate/block');
  });

  it('is made by a command, changes nothing by itself, and is never written over', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    await vscode.commands.executeCommand('bluePencil.createHouseFile');
    const made = vscode.window.activeTextEditor?.document;
    assert.equal(made?.uri.path, house().path);
    assert.equal(made?.languageId, 'jsonc');
    assert.match(made?.getText() ?? '', /\/\/ "duplicate": /);

    await write('.blue-pencil.json', '{ "severity": { "duplicate/block": "hint" } }');
    await vscode.commands.executeCommand('bluePencil.createHouseFile');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /"hint"/);
  });

  it('has its faults shown on their words', async () => {
    const { document } = await openDraft('.blue-pencil.json', '{ "checks": { "duplicates": false } }');
    const [fault] = await findings(document.uri, 'house-file');
    assert.equal(document.getText(fault?.range), '"duplicates"');
  });
});
