import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceSummary } from '../../../client/src/protocol.ts';
import { bluePencil, findings, folder, listenToNotifications, tidy, write } from './editor.ts';

const { executeCommand } = vscode.commands;

describe('Open as Draft', () => {
  before(bluePencil);
  afterEach(tidy);

  it('opens the copy of a file beside it, as Markdown that is checked and belongs to no file', async () => {
    const page = await write(
      'ferry.html',
      '<nav>News</nav><h1>Ferry stays</h1>\n<p>The owner of the the ferry said it would sail.</p>\n',
    );
    await executeCommand('bluePencil.openAsDraft', page);
    const draft = vscode.window.activeTextEditor?.document;
    assert.ok(draft);
    assert.deepEqual([draft.languageId, draft.isUntitled], ['markdown', true]);
    assert.equal(draft.getText(), '# Ferry stays\n\nThe owner of the the ferry said it would sail.\n');
    await findings(draft.uri, 'repeated/word');
  });

  it('reads a Word document, and Check Workspace counts it', async () => {
    const told = listenToNotifications(() => undefined);
    try {
      // what VS Code keeps of the tests before
      const before = await executeCommand<WorkspaceSummary>('bluePencil.checkAll');
      const root = vscode.extensions.getExtension('blue-pencil.blue-pencil')?.extensionUri;
      assert.ok(root);
      const file = vscode.Uri.joinPath(folder(), 'story.docx');
      await vscode.workspace.fs.copy(vscode.Uri.joinPath(root, 'test/documents/story.docx'), file);
      const { files, skipped } = await executeCommand<WorkspaceSummary>('bluePencil.checkAll');
      assert.deepEqual([files, skipped], [before.files + 1, []]);
      await executeCommand('bluePencil.openAsDraft', file);
      const draft = vscode.window.activeTextEditor?.document;
      assert.match(draft?.getText() ?? '', /^# Ferry stays in port as crew walks out\n/u);
    } finally {
      told.restore();
      await executeCommand('bluePencil.clearReview');
    }
  });

  it('says why there is no draft in a file', async () => {
    const file = await write('locked.docx', 'no zip');
    const told = listenToNotifications(() => undefined);
    try {
      await executeCommand('bluePencil.openAsDraft', file);
      await told.message(/^locked\.docx is broken/);
    } finally {
      told.restore();
    }
  });
});
