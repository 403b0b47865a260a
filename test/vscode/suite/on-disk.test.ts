import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { REPEATED } from './article.ts';

import {
  bluePencil,
  codeOf,
  findings,
  findingsOn,
  folder,
  makeFolder,
  openDraft,
  tidy,
  write,
} from './editor.ts';
import { findingsFollow } from './moves.ts';

const house = (): vscode.Uri => vscode.Uri.joinPath(folder(), '.blue-pencil.json');

describe('what another program does in the folder', () => {
  before(bluePencil);
  afterEach(tidy);

  findingsFollow('on disk', {
    move: (from, to) => rename(from.fsPath, to.fsPath),
    remove: (place) => rm(place.fsPath, { recursive: true }),
    add: (file, text) => writeFile(file.fsPath, text),
  });

  it('lists the faults of a house file while it is not open, until they are fixed or it goes', async () => {
    const file = house();
    await writeFile(file.fsPath, '{ "rules": {} }');
    await findings(file, 'house-file');
    await vscode.window.showTextDocument(file);
    // VS Code keeps the text of a closed tab for minutes, and asks nothing about it
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    assert.deepEqual(findingsOn(file).map(codeOf), ['house-file']);
    await writeFile(file.fsPath, '{}');
    await findings(file);
    await writeFile(file.fsPath, '{ "dialect": "brittish" }');
    await findings(file, 'house-file');
    await rm(file.fsPath);
    await findings(file);
  });

  it('takes the faults of a house file along in a folder that is renamed on disk', async () => {
    const [before, after] = ['spring', 'summer'].map((name) => vscode.Uri.joinPath(folder(), name));
    assert.ok(before && after);
    await makeFolder('spring');
    const file = await write('spring/.blue-pencil.json', '{ "rules": {} }');
    await findings(file, 'house-file');
    await rename(before.fsPath, after.fsPath);
    await findings(file);
    await findings(vscode.Uri.joinPath(after, '.blue-pencil.json'), 'house-file');
    await rm(after.fsPath, { recursive: true });
    await findings(vscode.Uri.joinPath(after, '.blue-pencil.json'));
  });
});
