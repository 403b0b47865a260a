import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { article, REPEATED } from './article.ts';
import { bluePencil, findings, listenToNotifications, openDraft, tidy, until, write } from './editor.ts';

const { pasted, once } = article();
const run = vscode.commands.executeCommand;

describe('the review view', () => {
  let api: Api;
  before(async () => {
    api = await bluePencil();
    await run('bluePencil.review.focus');
  });
  afterEach(async () => {
    await run('bluePencil.clearFilter');
    await run('bluePencil.groupBy.draft');
    await tidy();
  });

  type Item = Parameters<Api['review']['provider']['getTreeItem']>[0];
  const children = async (item?: Item): Promise<Item[]> =>
    (await api.review.provider.getChildren(item)) ?? [];
  const itemOf = async (item: Item): Promise<vscode.TreeItem> => api.review.provider.getTreeItem(item);
  /** The view as lines, rows indented below their group. */
  const tree = async (): Promise<string[]> => {
    const lines: string[] = [];
    for (const group of await children()) {
      const { label, description } = await itemOf(group);
      lines.push(`${label} (${description})`);
      for (const row of await children(group)) {
        const item = await itemOf(row);
        lines.push(`  ${item.description}: ${String(item.label).slice(0, 20)}`);
      }
    }
    return lines;
  };
  const left = (fix: number): Promise<void> =>
    until(
      api.review.onDidChange,
      () => api.review.counts().fix === fix,
      () => `There are ${api.review.counts().fix} to fix.`,
    );
  const twoDrafts = async (): Promise<{ ferry: vscode.TextEditor; crew: vscode.TextEditor }> => {
    const ferry = await openDraft('ferry.draft', pasted.replaceAll('is supplied', 'is is supplied'));
    await findings(ferry.document.uri, 'repeated/word', 'duplicate/block');
    const crew = await openDraft('crew.draft', REPEATED.draft);
    await findings(crew.document.uri, 'repeated/word');
    await left(3);
    return { ferry, crew };
  };
  const at = (): string => {
    const editor = vscode.window.activeTextEditor;
    return `${editor?.document.uri.path.split('/').at(-1)}:${(editor?.selection.start.line ?? -1) + 1}`;
  };

  it('groups findings by draft, kind and severity, with what is left of each', async () => {
    await twoDrafts();
    const lines = await tree();
    assert.deepEqual(
      lines.map((line) => line.replace(/: .*/, '')),
      ['crew.draft (1 to fix)', '  line 3', 'ferry.draft (2 to fix)', '  line 9', '  line 13'],
    );
    await run('bluePencil.groupBy.kind');
    assert.deepEqual(
      (await tree()).filter((line) => !line.startsWith(' ')),
      ['The same word twice in a row (2 to fix)', 'Two or more paragraphs in a row stand twice (1 to fix)'],
    );
    await run('bluePencil.groupBy.severity');
    assert.deepEqual(
      (await tree()).map((line) => line.replace(/:.*/, '')),
      ['Errors', '  ferry.draft, line 13', 'Warnings', '  crew.draft, line 3', '  ferry.draft, line 9'],
    );
    assert.equal(api.review.view.badge?.value, 3);
    assert.equal(api.review.view.message, '3 to fix.');
  });

  it('shows the rows with a text, and says how many there are', async () => {
    await twoDrafts();
    api.review.filter('CREW');
    assert.deepEqual(
      (await tree()).map((line) => line.replace(/: .*/, '')),
      ['crew.draft (1 to fix)', '  line 3'],
    );
    assert.equal(api.review.view.message, '1 of 3 findings, with “CREW”.');
    await run('bluePencil.clearFilter');
    assert.equal((await tree()).length, 5);
  });

  it('leads from finding to finding, over the drafts and round', async () => {
    await twoDrafts();
    const places: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      await run('bluePencil.nextFinding');
      places.push(at());
    }
    assert.deepEqual(places, ['crew.draft:3', 'ferry.draft:9', 'ferry.draft:13', 'crew.draft:3']);
    await run('bluePencil.previousFinding');
    assert.equal(at(), 'ferry.draft:13');
    await run('bluePencil.previousFinding');
    assert.equal(at(), 'ferry.draft:9');
  });

  it('mends a finding from its row, and only that', async () => {
    const { crew, ferry } = await twoDrafts();
    const [group] = await children();
    const [row] = await children(group);
    assert.ok(row);
    const item = await itemOf(row);
    assert.equal(item.contextValue, 'finding.fixable');
    assert.match(item.accessibilityInformation?.label ?? '', /^Warning, crew\.draft, line 3: /);
    const before = ferry.document.getText();
    await run('bluePencil.fixFinding', row);
    assert.equal(crew.document.getText(), REPEATED.mended);
    assert.equal(ferry.document.getText(), before);
    await left(2);
  });

  it('mends a finding of a draft that is not open', async () => {
    const uri = await write('shelf.draft', REPEATED.draft);
    const told = listenToNotifications(() => undefined);
    try {
      await run('bluePencil.checkAll');
      await findings(uri, 'repeated/word');
      await left(1);
      const [row] = await children((await children())[0]);
      await run('bluePencil.fixFinding', row);
      assert.equal(vscode.window.activeTextEditor?.document.getText(), REPEATED.mended);
      await left(0);
    } finally {
      told.restore();
    }
  });

  it('settles a finding from its row, in the ledger', async () => {
    const { crew } = await twoDrafts();
    const settings = vscode.workspace.getConfiguration('bluePencil');
    await settings.update('editorName', 'Ann Lee', vscode.ConfigurationTarget.Workspace);
    const told = listenToNotifications(() => undefined);
    try {
      const [row] = await children((await children())[0]);
      assert.equal((await itemOf(row as Item)).contextValue, 'finding.fixable');
      await run('bluePencil.ignoreFinding', row);
      await findings(crew.document.uri);
      assert.equal(crew.document.getText(), REPEATED.draft);
      await left(2);
      await until(
        api.review.onDidChange,
        () => api.review.counts().checked === 1,
        () =>
          `${api.review.counts().checked} are counted as checked, ${api.review.counts(crew.document.uri).checked} of them here.`,
      );
      assert.equal(api.review.view.message, '2 to fix, 1 checked.');
      assert.equal(api.review.counts(crew.document.uri).checked, 1);
    } finally {
      told.restore();
      await settings.update('editorName', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('offers “Mark as Checked” for a claim, and asks for the reason', async () => {
    const { document } = await openDraft(
      'wire.draft',
      'Rebels reportedly seized the town of Elmstead on Friday night.\n',
    );
    await findings(document.uri, 'attribution/unsourced-hedge');
    const [row] = await children((await children())[0]);
    assert.match((await itemOf(row as Item)).contextValue ?? '', /^finding\.claim/);
  });

  it('acts on the row that is selected when a key is pressed', async () => {
    const { crew } = await twoDrafts();
    const [row] = await children((await children())[0]);
    assert.ok(row);
    await api.review.view.reveal(row, { select: true, focus: true });
    await run('bluePencil.fixFinding');
    assert.equal(crew.document.getText(), REPEATED.mended);
  });

  it('keeps its place while text above is typed', async () => {
    const { crew } = await twoDrafts();
    const ids = async (): Promise<(string | undefined)[]> => {
      const groups = await children();
      const rows = (await Promise.all(groups.map(children))).flat();
      return Promise.all([...groups, ...rows].map(async (item) => (await itemOf(item)).id));
    };
    const before = await ids();
    const [line] = (await tree()).slice(1);
    await crew.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Inchkerran\n\n'));
    await findings(crew.document.uri, 'repeated/word');
    await until(
      api.review.onDidChange,
      () => api.review.rows(crew.document.uri)[0]?.range.start.line === 4,
      () => 'The row did not move.',
    );
    assert.deepEqual(await ids(), before);
    assert.notEqual((await tree())[1], line);
  });

  it('says nothing, and shows no badge, when there is nothing to ask', async () => {
    const { document } = await openDraft('clean.draft', once);
    await findings(document.uri);
    await left(0);
    assert.deepEqual(await tree(), []);
    assert.equal(api.review.view.badge, undefined);
    // only then does VS Code show the words for an empty view
    assert.equal(api.review.view.message, '');
  });
});
