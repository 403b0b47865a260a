import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { article, REPEATED } from './article.ts';
import { bluePencil, findings, openDraft, openUntitled, replace, tidy, until, write } from './editor.ts';

const { once } = article();

describe('the status item', () => {
  let api: Api;
  before(async () => {
    api = await bluePencil();
  });
  afterEach(async () => {
    const settings = vscode.workspace.getConfiguration('bluePencil');
    for (const name of ['enable', 'maxFileSize'])
      await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    await tidy();
  });

  /** Waits until the item says this, and gives the command it offers. */
  const says = async (text: string, detail = ''): Promise<vscode.Command | undefined> => {
    const now = (): string => JSON.stringify([api.status.now()?.text, api.status.now()?.detail ?? '']);
    await until(
      api.status.onDidChange,
      () => now() === JSON.stringify([text, detail]),
      () => `The status item says ${now()}.`,
    );
    return api.status.now()?.command;
  };
  const set = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('bluePencil').update(name, value, vscode.ConfigurationTarget.Workspace);

  it('counts what is left, and leads to it', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    assert.equal((await says('1 to fix'))?.command, 'bluePencil.nextFinding');
  });

  it('says that there is nothing to ask', async () => {
    await openDraft('ferry.draft', once);
    assert.equal((await says('Nothing to ask', 'ferry.draft'))?.command, 'bluePencil.review.focus');
  });

  it('counts what is selected as it counts the draft: words of the copy, no front matter, addresses or tags', async () => {
    const text = '---\nslug: a-b-c\n---\n\nThe [ferry](https://pier.example/two/words) <b>sailed</b> late.\n';
    const { document } = await openDraft('ferry.md', text);
    await findings(document.uri);
    const bar = (words: string) =>
      until(
        api.status.onDidChange,
        () => api.status.bar()?.includes(` · ${words}, `) === true,
        () => `The bar says ${api.status.bar()}.`,
      );
    await bar('4 words');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 5, 0);
    await bar('4 of 4 words');
    editor.selections = [
      new vscode.Selection(4, 0, 4, 3),
      new vscode.Selection(4, text.split('\n')[4]?.indexOf('late') ?? 0, 5, 0),
    ];
    await bar('2 of 4 words');
  });

  it('says that checking is switched off, and where to switch it on', async () => {
    await openDraft('ferry.draft', once);
    await set('enable', false);
    const command = await says('Not checked', 'Checking is switched off in the settings');
    assert.deepEqual(command?.arguments, ['bluePencil.enable']);
    await set('enable', undefined);
    await says('Nothing to ask', 'ferry.draft');
  });

  it('says that the house file leaves the draft alone, and opens that file', async () => {
    await openDraft('ferry.draft', once);
    await says('Nothing to ask', 'ferry.draft');
    await write('.blue-pencil.json', '{ "ignore": ["ferry.*"] }');
    const command = await says('Not checked', 'The house file says to leave this file alone');
    assert.equal(command?.title, 'Open House File');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/\.blue-pencil\.json$/);
  });

  it('says of a house file whether it is in force, and never that there is nothing to ask', async () => {
    const { document } = await openDraft('.blue-pencil.json', '{ "dialect": "british" }');
    await says('House file: in force');
    assert.equal(api.status.bar(), '$(edit) House file: in force');
    await replace(document, 'british', 'loud');
    const command = await says('House file: has a fault', 'What held before stays in force');
    assert.equal(command?.title, 'Next Fault');
    assert.deepEqual(api.review.reportable().front, undefined);
  });

  it('says that the draft is too large', async () => {
    await set('maxFileSize', 1);
    await openDraft('ferry.draft', once.repeat(3));
    const command = await says('Not checked', 'The draft is larger than the limit');
    assert.deepEqual(command?.arguments, ['bluePencil.maxFileSize']);
  });

  it('leads to the house file if that sets the limit', async () => {
    await write('.blue-pencil.json', '{ "maxFileSize": 1 }');
    await openDraft('ferry.draft', once.repeat(3));
    // it may be said of the setting before, which has just gone
    await until(
      api.status.onDidChange,
      () => api.status.now()?.command?.command === 'vscode.open',
      () => `The status item leads to ${api.status.now()?.command?.command}.`,
    );
    await says('Not checked', 'The draft is larger than the limit');
  });

  it('says that the language is not one of a draft, and changes it', async () => {
    await openUntitled('javascript', once);
    const command = await says('Not checked', 'Its language is not one of those that are checked');
    assert.equal(command?.command, 'workbench.action.editor.changeLanguageMode');
  });

  it('leads to the setting for a page, which stays one', async () => {
    await openUntitled('html', once);
    const command = await says('Not checked', 'Its language is not one of those that are checked');
    assert.deepEqual(command?.arguments, ['bluePencil.languages']);
  });

  it('says that the checker has stopped, and that it is back', async () => {
    await openDraft('ferry.draft', once);
    await says('Nothing to ask', 'ferry.draft');
    await api.checker.stop();
    assert.equal(
      (await says('The checker is not running', 'Drafts are not being checked'))?.command,
      'bluePencil.restart',
    );
    await vscode.commands.executeCommand('bluePencil.restart');
    await says('Nothing to ask', 'ferry.draft');
  });
});
