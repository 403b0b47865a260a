import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync, unlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import type { WorkspaceSummary } from '../../../client/src/protocol.ts';
import { article, REPEATED } from './article.ts';
import {
  bluePencil,
  findings,
  folder,
  listenToNotifications,
  openDraft,
  read,
  type Told,
  tidy,
  until,
  write,
} from './editor.ts';
import { answer, restorePrompts, setName } from './prompts.ts';

const { pasted } = article();
const run = vscode.commands.executeCommand;

describe('checking some of the drafts', () => {
  let told: Told;
  before(bluePencil);
  beforeEach(() => {
    told = listenToNotifications(() => undefined);
  });
  afterEach(async () => {
    told.restore();
    await tidy();
  });

  it('checks one folder, and leaves what is known of the others', async () => {
    const crew = await write('inbox/crew.draft', REPEATED.draft);
    const ferry = await write('shelf/ferry.draft', pasted);
    const check = (name: string): Thenable<WorkspaceSummary> =>
      run('bluePencil.checkFolder', vscode.Uri.joinPath(folder(), name));
    assert.equal((await check('inbox')).files, 1);
    await findings(crew, 'repeated/word');
    await findings(ferry);
    assert.equal((await check('shelf')).files, 1);
    await findings(ferry, 'duplicate/block');
    await findings(crew, 'repeated/word');
  });

  it('checks the drafts that git has as changed or new', async () => {
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@localhost', ...args], {
        cwd: folder().fsPath,
        stdio: 'ignore',
      });
    await write('old.draft', REPEATED.draft);
    await write('changed.draft', 'Nothing yet.\n');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Drafts');
    const changed = await write('changed.draft', REPEATED.draft);
    const fresh = await write('fresh.draft', pasted);
    await write('picture.png', 'no draft');
    const extension = vscode.extensions.getExtension('vscode.git');
    assert.ok(extension, 'VS Code’s git extension is not there.');
    const exported = await extension.activate();
    const api = exported.getAPI(1);
    await api.openRepository(folder());
    await until(
      api.onDidOpenRepository,
      () => api.repositories.length > 0,
      () => 'git opened no repository.',
    );
    const summary = await run<WorkspaceSummary>('bluePencil.checkChanged');
    assert.deepEqual([summary.files, summary.findings, summary.skipped], [2, 2, []]);
    await findings(changed, 'repeated/word');
    await findings(fresh, 'duplicate/block');
    await findings(vscode.Uri.joinPath(folder(), 'old.draft'));
  });
});

describe('Export Report', () => {
  before(bluePencil);
  afterEach(tidy);

  /** Chooses a format and a place, as the pickers would. */
  async function exported(label: string, name: string, left = '1 to fix'): Promise<string> {
    const target = vscode.Uri.joinPath(folder(), name);
    await exportTo(target, label, new RegExp(`^Report saved: \\d drafts?, ${left}\\. \\| Open Report$`));
    return read(target);
  }

  async function exportTo(target: vscode.Uri, label: string, notice: RegExp): Promise<void> {
    const window = vscode.window as unknown as Record<string, unknown>;
    const { showQuickPick, showSaveDialog } = window;
    const told = listenToNotifications(() => undefined);
    window.showQuickPick = async (items: readonly { label: string }[]) =>
      items.find((item) => item.label === 'This draft' || item.label === label);
    window.showSaveDialog = async () => target;
    try {
      await run('bluePencil.exportReport');
      await told.message(notice);
    } finally {
      Object.assign(window, { showQuickPick, showSaveDialog });
      told.restore();
    }
  }

  it('says in plain words why nothing could be saved', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    const folderThere = vscode.Uri.joinPath(folder(), 'report.csv');
    await vscode.workspace.fs.createDirectory(folderThere);
    await exportTo(folderThere, 'Table', /^report\.csv could not be written: that is a folder\.$/u);
  });

  it('says that there is nothing to report before it asks anything, once the drafts are closed', async () => {
    await run('bluePencil.clearReview');
    const uri = await write('crew.draft', REPEATED.draft);
    await run('vscode.open', uri);
    await findings(uri, 'repeated/word');
    await run('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
    assert.equal((await run<WorkspaceSummary>('bluePencil.checkAll')).files, 0);
    const asked = answer(undefined);
    const told = listenToNotifications(() => undefined);
    try {
      await run('bluePencil.exportReport');
      await told.message(/there is nothing to report/);
      assert.deepEqual(asked, []);
    } finally {
      restorePrompts();
      told.restore();
    }
  });

  it('counts what is settled', async () => {
    const { review } = await bluePencil();
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    await setName('Ann Lee');
    try {
      await run('bluePencil.ignoreKind', { uri: document.uri.toString(), code: 'repeated/word' });
      await until(
        review.onDidChange,
        () => review.counts(document.uri).checked === 1,
        () => 'Nothing is settled.',
      );
      await exported('Web Page', 'report.html', 'nothing to ask, 1 settled');
    } finally {
      await setName(undefined);
    }
  });

  it('writes a page, Markdown or a table on what was checked', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    const page = await exported('Web Page', 'report.html');
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /<mark>the the<\/mark>/);
    assert.match(page, new RegExp(`<p class="where">.*${new Date().getFullYear()}`));
    assert.match(await exported('Markdown', 'report.md'), /^## crew\.draft$/m);
    assert.match(await exported('Table', 'report.csv'), /^crew\.draft,3,\d+,warning,/m);
  });

  it('writes through no link that the folder brings, to a file or to where none is yet', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    const elsewhere = await write('start-up.txt', 'as it was');
    for (const [name, leadsTo] of [
      ['linked.md', 'start-up.txt'],
      ['dangling.md', 'not-there.txt'],
    ] as const) {
      const target = vscode.Uri.joinPath(folder(), name);
      symlinkSync(leadsTo, target.fsPath);
      try {
        await exportTo(target, 'Markdown', /^Nothing was saved: there is a link/);
      } finally {
        unlinkSync(target.fsPath);
      }
    }
    assert.equal(await read(elsewhere), 'as it was');
    assert.equal(existsSync(vscode.Uri.joinPath(folder(), 'not-there.txt').fsPath), false);
    await vscode.workspace.fs.delete(elsewhere);
  });
});
