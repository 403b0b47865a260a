import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceSummary } from '../../../client/src/protocol.ts';
import { article, REPEATED } from './article.ts';
import { bluePencil, findings, folder, listenToNotifications, openDraft, tidy, write } from './editor.ts';
import { findingsFollow } from './moves.ts';

const { pasted } = article();
const CLEAN = 'The last ferry of the day leaves Inchkerran at a quarter past six.\n';
/** A draft that shares nothing with the others. */
const OTHER = 'Library stays open late\n\nReaders may stay until ten on Thursdays from now on.\n';
const checkWorkspace = (): Thenable<WorkspaceSummary> =>
  vscode.commands.executeCommand('bluePencil.checkAll');

async function apply(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('Check Workspace', () => {
  before(bluePencil);
  const shelf = () => vscode.Uri.joinPath(folder(), 'shelf');
  afterEach(tidy);

  it('puts the findings of closed drafts among the problems, and sums up', async () => {
    const ferry = await write('shelf/ferry.txt', pasted);
    const crew = await write('shelf/crew.md', REPEATED.draft);
    const clean = await write('shelf/clean.draft', OTHER);
    const told = listenToNotifications(() => undefined);
    try {
      const summary = await checkWorkspace();
      assert.equal(summary.cancelled, false);
      assert.equal(summary.findings, 2);
      await findings(ferry, 'duplicate/block');
      await findings(crew, 'repeated/word');
      await findings(clean);
      await told.message(/^Checked \d+ drafts: 2 to fix\. \| Show Review$/);
    } finally {
      told.restore();
    }
  });

  it('names a file that could not be read', async () => {
    await write('shelf/clean.draft', CLEAN);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(shelf(), 'picture.txt'),
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
    );
    const told = listenToNotifications(() => undefined);
    try {
      const summary = await checkWorkspace();
      assert.deepEqual(
        summary.skipped.map(({ uri }) => uri.split('/').at(-1)),
        ['picture.txt'],
      );
      await told.message(/One file was not checked: picture\.txt \(/);
    } finally {
      told.restore();
    }
  });

  it('does not tell a finding twice once its draft is opened', async () => {
    const crew = await write('shelf/crew.txt', REPEATED.draft);
    const told = listenToNotifications(() => undefined);
    try {
      await checkWorkspace();
      await findings(crew, 'repeated/word');
      const { document } = await openDraft('shelf/crew.txt', REPEATED.draft);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(0), 'Update: ');
      await vscode.workspace.applyEdit(edit);
      const [finding] = await findings(crew, 'repeated/word');
      assert.match(document.getText(finding?.range), /the/);
    } finally {
      told.restore();
    }
  });

  findingsFollow('in VS Code', {
    move: (from, to) => apply((edit) => edit.renameFile(from, to)),
    remove: (place) => apply((edit) => edit.deleteFile(place, { recursive: true })),
    add: (file, text) => apply((edit) => edit.createFile(file, { contents: new TextEncoder().encode(text) })),
  });

  it('can be cancelled', async () => {
    for (let i = 0; i < 400; i += 1) await write(`shelf/${i}.txt`, `${pasted}\n${i}\n`);
    const told = listenToNotifications(() => undefined);
    const window = vscode.window as { withProgress: typeof vscode.window.withProgress };
    const { withProgress } = window;
    // Pressing “Cancel” in a notification is beyond what an extension can do: the task gets our token in place of VS Code's.
    window.withProgress = (options, task) =>
      withProgress(options, (progress) => {
        assert.equal(options.cancellable, true);
        const cancel = new vscode.CancellationTokenSource();
        const report = (step: { message?: string; increment?: number }): void => {
          progress.report(step);
          cancel.cancel();
        };
        return task({ report }, cancel.token);
      });
    try {
      const summary = await checkWorkspace();
      assert.equal(summary.cancelled, true);
      assert.ok(summary.files < 400, `${summary.files} drafts were checked all the same`);
      await told.message(/^Stopped (?:after|before) /);
    } finally {
      window.withProgress = withProgress;
      told.restore();
    }
  });
});
