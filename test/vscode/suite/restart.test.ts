import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article } from './article.ts';
import {
  bluePencil,
  findings,
  findingsOn,
  listenToNotifications,
  openDraft,
  quickFixes,
  take,
  tidy,
  until,
  write,
} from './editor.ts';

const { pasted, once } = article();

describe('a checker that has stopped', () => {
  afterEach(tidy);

  async function kill(): Promise<number> {
    const pid = (await bluePencil()).serverPid();
    assert.ok(pid, 'No server runs.');
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  it('is started again, says so, and checks what is open', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    const told = listenToNotifications(() => undefined);
    try {
      const before = await kill();
      await told.message(/^Blue Pencil’s checker stopped and was started again\.$/);
      const after = (await bluePencil()).serverPid();
      assert.notEqual(after, before);
    } finally {
      told.restore();
    }
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), 'Delete the 4 repeated paragraphs');
    assert.equal(document.getText(), once);
    await findings(document.uri);
  });

  it('is left off when it keeps stopping, until somebody asks for it', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    // Asking for a new start forgets how often it has stopped so far.
    await vscode.commands.executeCommand('bluePencil.restart');
    const offers: (readonly string[])[] = [];
    const told = listenToNotifications((items) => {
      offers.push(items);
      return items.includes('Restart') ? 'Restart' : undefined;
    });
    try {
      for (let stop = 1; stop <= 5; stop += 1) {
        told.forget();
        await kill();
        await told.message(stop < 5 ? /started again/ : /keeps stopping/);
      }
      assert.deepEqual(offers.at(-1), ['Restart', 'Show Log']);
    } finally {
      told.restore();
    }
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    assert.ok((await bluePencil()).serverPid());
  });

  it('goes by what the house file said when it was last without a fault', async () => {
    // a file that no test has opened: VS Code keeps a document for minutes after its tab is closed, and asks nothing about it
    const house = await write('desk/.blue-pencil.json', '{ "severity": { "duplicate/block": "hint" } }');
    const { document } = await openDraft('desk/ferry.draft', pasted);
    // whether the file was there already when the draft was judged depends on the watcher
    const isHint = async (): Promise<void> => {
      const severities = (): (vscode.DiagnosticSeverity | undefined)[] =>
        findingsOn(document.uri).map(({ severity }) => severity);
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => severities().join() === String(vscode.DiagnosticSeverity.Hint),
        () => `The severities are ${severities()}.`,
      );
    };
    await isHint();
    await write('desk/.blue-pencil.json', '{ "severity": { "duplicate/block": "loud" } }');
    await vscode.commands.executeCommand('bluePencil.restart');
    await findings(house, 'house-file');
    await isHint();
  });

  it('can be restarted by a command', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    await findings(document.uri, 'duplicate/block');
    const before = (await bluePencil()).serverPid();
    await vscode.commands.executeCommand('bluePencil.restart');
    assert.notEqual((await bluePencil()).serverPid(), before);
    await findings(document.uri, 'duplicate/block');
  });
});
