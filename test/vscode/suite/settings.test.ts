import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, REPEATED } from './article.ts';
import { bluePencil, findings, findingsOn, folder, openDraft, tidy, until, write } from './editor.ts';

const { pasted } = article();

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('bluePencil').update(name, value, vscode.ConfigurationTarget.Workspace);

const { settings } = (() => {
  const manifest = vscode.extensions.getExtension('blue-pencil.blue-pencil')?.packageJSON as {
    readonly contributes: { readonly configuration: { readonly properties: object } };
  };
  return { settings: manifest.contributes.configuration.properties };
})();

describe('settings', () => {
  before(bluePencil);
  afterEach(async () => {
    for (const name of Object.keys(settings)) await set(name.replace('bluePencil.', ''), undefined);
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

  it('leave a draft alone until it is saved', async () => {
    await set('run', 'onSave');
    const editor = await openDraft('crew.draft', REPEATED.draft);
    await findings(editor.document.uri, 'repeated/word');
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'It was to to sail. '));
    // the answer to a later question: what the edit had brought would have come before it
    const other = await openDraft('other.draft', REPEATED.draft);
    await findings(other.document.uri, 'repeated/word');
    assert.equal(findingsOn(editor.document.uri).length, 1);
    await editor.document.save();
    await findings(editor.document.uri, 'repeated/word', 'repeated/word');
  });

  it('wait for a pause in typing', async () => {
    await set('delay', 600);
    const editor = await openDraft('crew.draft', REPEATED.draft);
    await findings(editor.document.uri, 'repeated/word');
    const begun = Date.now();
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'It was to to sail. '));
    await findings(editor.document.uri, 'repeated/word', 'repeated/word');
    assert.ok(Date.now() - begun >= 600, `It took ${Date.now() - begun} ms.`);
  });

  it('say how the house spells, which names it has and which verbs name a source', async () => {
    const { document } = await openDraft(
      'talks.draft',
      'Talks go on\n\nThe talks in Kiev went on by the theatre, the ministry said.\n\nShelling killed at least 30 people on the coast road on Thursday, the hospital in Marat intimated.\n',
    );
    await findings(document.uri, 'attribution/unattributed-claim');
    await set('reportingVerbs', ['intimate']);
    await findings(document.uri);
    await set('names', ['Kyiv = Kiev']);
    await findings(document.uri, 'consistency/name');
    await set('dialect', 'american');
    await findings(document.uri, 'consistency/name', 'style/dialect');
  });

  it('say which languages are checked, others than at the start among them', async () => {
    const uri = await write('ferry.tex', REPEATED.draft);
    const plain = await openDraft('crew.txt', REPEATED.draft);
    await findings(plain.document.uri, 'repeated/word');
    await set('languages', ['latex']);
    await findings(plain.document.uri);
    const tex = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(tex, 'latex'));
    await findings(uri, 'repeated/word');
  });

  it('say how large a draft may be', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    await set('maxFileSize', 1);
    await findings(document.uri, 'not-checked');
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
    // an earlier test's house file may be in VS Code's memory still
    await until(
      vscode.workspace.onDidChangeTextDocument,
      () => /\/\/ "duplicate": /.test(made?.getText() ?? ''),
      () => `The new house file reads ${made?.getText()}`,
    );

    await write('.blue-pencil.json', '{ "severity": { "duplicate/block": "hint" } }');
    await vscode.commands.executeCommand('bluePencil.createHouseFile');
    await until(
      vscode.workspace.onDidChangeTextDocument,
      () => /"hint"/.test(made?.getText() ?? ''),
      () => `The house file reads ${made?.getText()}`,
    );
  });

  it('is shown with the settings in one page that says where each value comes from', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    await set('severity', { 'duplicate/near': 'information' });
    await write('.blue-pencil.json', '{ "severity": { "repeated/word": "error" } }');
    const isError = (): boolean => findingsOn(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error;
    await until(vscode.languages.onDidChangeDiagnostics, isError, () => 'The house file is not in force.');
    try {
      await vscode.commands.executeCommand('bluePencil.showHouseStyle');
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      assert.equal(activeTab?.label, 'House style for crew.draft.md');
      const input = activeTab.input as vscode.TabInputCustom;
      const page = (await vscode.workspace.openTextDocument(input.uri)).getText();
      assert.match(page, /^\| `repeated\/word` \| error \| house file \|$/m);
      assert.match(page, /^\| `duplicate\/near` \| information \| folder settings \|$/m);
      assert.match(page, /^\| `duplicate\/block` \| error \| default \|$/m);
    } finally {
      await set('severity', undefined);
    }
  });

  it('has its faults shown on their words', async () => {
    const { document } = await openDraft('.blue-pencil.json', '{ "checks": { "duplicates": false } }');
    const [fault] = await findings(document.uri, 'house-file');
    assert.equal(document.getText(fault?.range), '"duplicates"');
  });
});
