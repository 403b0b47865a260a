import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { USUAL_SEVERITY } from '../host/usual-settings.ts';
import { article, REPEATED } from '../suite/article.ts';
import {
  bluePencil,
  findings,
  folder,
  listenToNotifications,
  openDraft,
  quickFixes,
  replace,
  take,
  tidy,
  write,
} from '../suite/editor.ts';

describe('in a browser', () => {
  before(bluePencil);
  afterEach(tidy);

  it('the checker is a worker, and the drafts are on no disk', async () => {
    const { serverPid } = await bluePencil();
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(serverPid(), undefined);
    assert.notEqual(folder().scheme, 'file');
  });

  it('the nearest house file holds for a draft in a folder below', async () => {
    await write('.blue-pencil.json', '{ "severity": { "repeated/word": "hint" } }');
    const { document } = await openDraft('sport/cup/crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Hint);
  });

  it('Check Workspace leaves alone what house file and .gitignore leave out', async () => {
    await write('.blue-pencil.json', '{ "ignore": ["old/"] }');
    await write('.gitignore', '*.copy\n!kept.copy\n');
    const checked = [await write('crew.md', REPEATED.draft), await write('kept.copy', REPEATED.draft)];
    const ignored = [
      await write('old/crew.md', REPEATED.draft),
      await write('lost.copy', REPEATED.draft),
      await write('.hidden/crew.md', REPEATED.draft),
    ];
    const told = listenToNotifications(() => undefined);
    try {
      await vscode.commands.executeCommand('bluePencil.checkAll');
      for (const uri of checked) await findings(uri, 'repeated/word');
      for (const uri of ignored) await findings(uri);
      await told.message(/^Checked \d+ drafts?: 2 to fix\./);
    } finally {
      told.restore();
    }
  });

  it('the checker has its models, which it fetches from where the extension lies', async () => {
    const { document } = await openDraft('crew.draft', 'The crew were been told to leave the ship.\n');
    await findings(document.uri, 'garbled/phrase');
  });

  it('the model reads a sentence that is broken while typing, and its fix mends it', async () => {
    const right = 'The storm passed in the night. Residents were asked to leave the area by noon.\n';
    const { document } = await openDraft('storm.draft', right);
    await findings(document.uri);
    await replace(document, 'asked to leave', 'asked leave');
    const [finding] = await findings(document.uri, 'garbled/phrase');
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), 'Insert “to” before “leave”');
    assert.equal(document.getText(), right);
    await findings(document.uri);
  });

  it('says that archives are neither asked nor filled here', async () => {
    const set = (archives: readonly string[] | undefined) =>
      vscode.workspace
        .getConfiguration('bluePencil')
        .update('archives', archives, vscode.ConfigurationTarget.Global);
    const told = listenToNotifications(() => undefined);
    try {
      await set(['/archive']);
      await openDraft('crew.draft', REPEATED.draft);
      await told.message(
        /^Archives are asked by VS Code on a desktop or a remote machine, not in a browser\.$/,
      );
      await vscode.commands.executeCommand('bluePencil.addToArchive', folder());
      await told.message(/^Archives are kept on disk/);
    } finally {
      told.restore();
      await set(undefined);
    }
  });

  it('a draft that is deleted is compared with no more', async () => {
    const set = (severity: Readonly<Record<string, string>>) =>
      vscode.workspace
        .getConfiguration('bluePencil')
        .update('severity', severity, vscode.ConfigurationTarget.Global);
    const shut =
      'The bridge to Oru will be shut from Monday until the end of April, after divers found cracks in two of its twelve piers and rust on all of the others.';
    const own =
      'Islanders have been told to stock up on flour and lamp oil, and to be kind to the ferryman. ';
    try {
      await set({ 'duplicate/across-files': 'warning' });
      const release = await openDraft('county.draft', `County acts on bridge\n\n${shut}\n`);
      const { document } = await openDraft(
        'bridge.draft',
        `No bridge\n\n${own}Those who have a boat of their own may land it beside the church until Easter, and the doctor will come over once a week.\n\n${shut}\n`,
      );
      await findings(document.uri, 'duplicate/across-files');
      await vscode.window.showTextDocument(release.document);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(release.document.uri);
      await findings(document.uri);
    } finally {
      await set(USUAL_SEVERITY);
    }
  });

  it('the checker can be started again', async () => {
    const { document } = await openDraft('ferry.draft', article().pasted);
    await findings(document.uri, 'duplicate/block');
    await vscode.commands.executeCommand('bluePencil.restart');
    await findings(document.uri, 'duplicate/block');
  });
});
