import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';
import { article, REPEATED } from './article.ts';
import { bluePencil, findings, listenToNotifications, openDraft, tidy, until, write } from './editor.ts';
import { setName } from './prompts.ts';

const { pasted, once } = article();
const run = vscode.commands.executeCommand;
/** The words of the copy as a row shows them, in one line and cut. */
const COPY = 'Engineers found a crack in the crankshaft of the Maid of Lorne on Monday mornin…';
/** The numbers that VS Code puts on tabs and in the explorer: errors and warnings. */
const tabNumber = (): number =>
  vscode.languages
    .getDiagnostics()
    .flatMap(([, all]) => all)
    .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).length;

describe('the review view', () => {
  let api: Api;
  before(async () => {
    api = await bluePencil();
    await run('bluePencil.review.focus');
  });
  afterEach(async () => {
    await run('bluePencil.clearFilter');
    await run('bluePencil.allDrafts');
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
        lines.push(`  ${[item.label, ...(item.description ? [item.description] : [])].join(' – ')}`);
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
  /** Does something while the review has the one finding of a draft that is not open, and was not a moment ago: VS Code keeps it for minutes. */
  const withClosedDraft = async (name: string, act: (uri: vscode.Uri) => Promise<void>): Promise<void> => {
    const uri = await write(name, REPEATED.draft);
    const told = listenToNotifications(() => undefined);
    try {
      await run('bluePencil.checkAll');
      await findings(uri, 'repeated/word');
      await left(1);
      await act(uri);
    } finally {
      told.restore();
      await run('bluePencil.clearReview');
    }
  };
  const at = (): string => {
    const editor = vscode.window.activeTextEditor;
    return `${editor?.document.uri.path.split('/').at(-1)}:${(editor?.selection.start.line ?? -1) + 1}`;
  };

  it('groups findings by draft, kind and severity, with what is left of each', async () => {
    await twoDrafts();
    assert.deepEqual(await tree(), [
      'crew.draft (1 to fix)',
      '  3 · repeated · the the',
      'ferry.draft (2 to fix)',
      '  9 · repeated · is is',
      `  13 · pasted twice · ${COPY}`,
    ]);
    await run('bluePencil.groupBy.kind');
    assert.deepEqual(
      (await tree()).map((line) => line.replace(/Engineers.*…/u, '…')),
      [
        'The same word twice in a row (2 to fix)',
        '  3 · the the – crew.draft',
        '  9 · is is – ferry.draft',
        'Two or more paragraphs in a row appear twice (1 to fix)',
        '  13 · … – ferry.draft',
      ],
    );
    await run('bluePencil.groupBy.severity');
    assert.deepEqual(
      (await tree()).map((line) => line.replace(/:.*| · .* –/u, '')),
      ['Errors (1 to fix)', '  13 ferry.draft', 'Warnings (2 to fix)', '  3 crew.draft', '  9 ferry.draft'],
    );
    assert.equal(api.review.view.badge?.value, 3);
    assert.equal(api.review.view.message, '3 to fix.');
    assert.equal(tabNumber(), 3);
  });

  it('shows the rows with a text, and says how many there are', async () => {
    await twoDrafts();
    api.review.filter('CREW');
    assert.deepEqual(await tree(), ['crew.draft (1 to fix)', '  3 · repeated · the the']);
    assert.equal(api.review.view.message, '1 of 3 findings, with “CREW”.');
    await run('bluePencil.clearFilter');
    assert.equal((await tree()).length, 5);
  });

  /** What the line at the bottom says meanwhile, and what the menus and the welcome are told. */
  async function heard(act: () => PromiseLike<unknown>): Promise<{ said: string[]; told: string }> {
    const [window, commands] = [vscode.window, vscode.commands] as unknown as Record<string, unknown>[];
    const { setStatusBarMessage } = vscode.window;
    const { executeCommand } = vscode.commands;
    const said: string[] = [];
    const context = new Map<unknown, unknown>();
    Object.assign(window ?? {}, { setStatusBarMessage: (text: string) => said.push(text) });
    Object.assign(commands ?? {}, {
      executeCommand: (command: string, ...args: readonly unknown[]) => {
        if (command === 'setContext') context.set(args[0], args[1]);
        return executeCommand(command, ...args);
      },
    });
    try {
      await act();
    } finally {
      Object.assign(window ?? {}, { setStatusBarMessage });
      Object.assign(commands ?? {}, { executeCommand });
    }
    return { said, told: `${context.get('bluePencil.review')} ${context.get('bluePencil.front')}` };
  }
  const front = (state: string | undefined): Promise<void> =>
    until(
      api.status.onDidChange,
      () => api.status.now()?.text === state,
      () => `The draft in front: ${api.status.now()?.text}.`,
    );

  it('says that a filter hides what is left, and not that there is nothing', async () => {
    await twoDrafts();
    api.review.filter('zeppelin');
    const { said } = await heard(() => run('bluePencil.nextFinding'));
    assert.deepEqual(said, ['None of 3 findings has “zeppelin” in it.']);
  });

  it('says that no draft is open only where none is', async () => {
    const { document } = await openDraft('rest.draft', once);
    await findings(document.uri);
    await front('Nothing to ask');
    const paused = await heard(async () => {
      await run('bluePencil.pauseDraft');
      await front('Paused');
      await run('bluePencil.nextFinding');
    });
    assert.deepEqual(paused, { said: ['rest.draft is not checked.'], told: 'clean paused' });
    const closed = await heard(async () => {
      await run('workbench.action.closeAllEditors');
      await front(undefined);
      await run('bluePencil.nextFinding');
    });
    assert.deepEqual(closed.said, ['No draft is open.']);
    assert.match(closed.told, / none$/u);
  });

  it('counts nothing above an empty list', async () => {
    await withClosedDraft('shelf.draft', async () => {
      assert.equal(api.review.view.message, '1 to fix.');
      const only = await heard(() => run('bluePencil.onlyThisDraft'));
      assert.match(only.told, /^clean/u);
      assert.equal(api.review.view.message, '');
    });
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

  it('keeps what is found in a draft that has lost its tab, which VS Code keeps in memory for minutes', async () => {
    const uris = [
      await write('first.draft', REPEATED.draft),
      await write('second.draft', REPEATED.draft.replaceAll('Crew', 'Team')),
    ];
    const told = listenToNotifications(() => undefined);
    const both = () => left(2);
    try {
      await run('bluePencil.checkAll');
      for (const uri of uris) await findings(uri, 'repeated/word');
      await both();
      const [first, second] = await children();
      const [row] = await children(first);
      const [other] = await children(second);
      await run('bluePencil.showFinding', row);
      await both();
      // takes the place of the other's tab
      await run('bluePencil.showFinding', other);
      await both();
      for (const uri of uris) await findings(uri, 'repeated/word');
      await run('workbench.action.closeAllEditors');
      for (const uri of uris) await findings(uri, 'repeated/word');
      await both();
      // one finding, once, where it has a tab again
      await run('bluePencil.showFinding', row);
      await findings(uris[0] as vscode.Uri, 'repeated/word');
      await both();
    } finally {
      told.restore();
      await run('workbench.action.closeAllEditors');
      await run('bluePencil.clearReview');
      await left(0);
    }
  });

  it('mends a finding of a draft that is not open', async () => {
    await withClosedDraft('shelf.draft', async () => {
      const [row] = await children((await children())[0]);
      await run('bluePencil.fixFinding', row);
      assert.equal(vscode.window.activeTextEditor?.document.getText(), REPEATED.mended);
      await left(0);
    });
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
      assert.equal(api.review.view.message, '2 to fix, 1 settled.');
      // what a narrow view would cut is told on hover
      const [clean] = await children();
      assert.ok(clean);
      const { label, description, tooltip } = await itemOf(clean);
      assert.deepEqual(
        [label, description, tooltip],
        ['crew.draft', 'nothing to ask', 'crew.draft\n\nnothing to ask, 1 settled'],
      );
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

  it('says by its name that the draft in front has nothing to ask', async () => {
    const { document } = await openDraft('clean.draft', once);
    await findings(document.uri);
    await until(
      api.review.onDidChange,
      () => api.review.counts().fix === 0,
      () => 'Something is left.',
    );
    await until(
      api.status.onDidChange,
      () => api.status.now()?.detail === 'clean.draft',
      () => 'Not known.',
    );
    assert.deepEqual(await tree(), ['clean.draft (nothing to ask)']);
    assert.equal(api.review.view.badge, undefined);
    await run('workbench.action.closeAllEditors');
    await until(
      api.status.onDidChange,
      () => api.status.now() === undefined,
      () => 'A draft is in front.',
    );
    // only then does VS Code show the words for an empty view
    assert.deepEqual(await tree(), []);
    assert.equal(api.review.view.message, '');
  });

  it('counts questions and hints apart from what is to be fixed, as the tab does', async () => {
    const { document } = await openDraft(
      'wire.draft',
      'The the crew waited.\n\nCritics say the harbour is too small for the ferry, which sails on Monday.\n',
    );
    await findings(document.uri, 'repeated/word', 'attribution/vague-source');
    await left(1);
    const { fix, ask } = api.review.counts();
    assert.deepEqual([fix, ask], [1, 1]);
    assert.equal(api.review.view.badge?.value, tabNumber());
    assert.equal(api.review.view.message, '1 to fix, 1 question.');
    await until(
      api.status.onDidChange,
      () => api.status.now()?.text === '1 to fix, 1 question',
      () => `The status is ${api.status.now()?.text}.`,
    );
    assert.match(api.status.bar() ?? '', /^\$\(edit\) 1 to fix, 1 question · 18 words, 1 min$/u);
  });

  it('shows the draft in front alone, and walks in it alone', async () => {
    await twoDrafts();
    await run('bluePencil.onlyThisDraft');
    assert.deepEqual(
      (await tree()).map((line) => line.replace(/ · .*/u, '')),
      ['crew.draft (1 to fix)', '  3'],
    );
    assert.equal(api.review.view.message, 'crew.draft: 1 to fix.');
    for (let i = 0; i < 2; i += 1) {
      await run('bluePencil.nextFinding');
      assert.equal(at(), 'crew.draft:3');
    }
    await run('bluePencil.allDrafts');
    assert.equal((await tree()).length, 5);
  });

  it('sets the cursor and selects nothing', async () => {
    await twoDrafts();
    await run('bluePencil.nextFinding');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.selection.isEmpty, true);
    assert.equal(
      editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active)),
      'the',
    );
  });

  it('follows the cursor in the text', async () => {
    const { ferry } = await twoDrafts();
    const editor = await vscode.window.showTextDocument(ferry.document);
    const selected = (): string | undefined => {
      const [item] = api.review.view.selection;
      return item !== undefined && 'words' in item ? item.words : undefined;
    };
    editor.selection = new vscode.Selection(12, 3, 12, 3);
    await until(
      api.review.view.onDidChangeSelection,
      () => selected() === COPY,
      () => `${selected()} is selected.`,
    );
    const [, row] = api.review.rows(ferry.document.uri);
    const [first] = api.review.rows(ferry.document.uri);
    assert.ok(row && first);
    editor.selection = new vscode.Selection(first.range.start, first.range.start);
    await until(
      api.review.view.onDidChangeSelection,
      () => selected() === 'is is',
      () => `${selected()} is selected.`,
    );
  });

  it('fixes several rows at once, which are undone at once', async () => {
    const text = 'The the crew waited.\n\nThe ferry ferry sailed on Monday, the the crew said.\n';
    const { document } = await openDraft('three.draft', text);
    await findings(document.uri, 'repeated/word', 'repeated/word', 'repeated/word');
    await left(3);
    const [group] = await children();
    const rows = await children(group);
    await run('bluePencil.fixFinding', rows[0], rows);
    assert.equal(document.getText(), 'The crew waited.\n\nThe ferry sailed on Monday, the crew said.\n');
    await run('undo');
    assert.equal(document.getText(), text);
  });

  it('says what was left when it fixed several, and takes the others back while nothing came after', async () => {
    const text =
      'The the crew waited.\n\nCritics say the harbour is too small for the ferry, which sails on Monday.\n';
    const { document } = await openDraft('mixed.draft', text);
    await findings(document.uri, 'repeated/word', 'attribution/vague-source');
    await left(1);
    const rows = await children((await children())[0]);
    const told = listenToNotifications((items) => items.find((one) => one === 'Undo'));
    try {
      await run('bluePencil.fixFinding', rows[0], rows);
      await told.message(/^Fixed: 1\. Left to be decided one by one: 1\. \| Undo$/u);
      await until(
        vscode.workspace.onDidChangeTextDocument,
        () => document.getText() === text,
        () => document.getText(),
      );
    } finally {
      told.restore();
    }
  });

  it('ignores all of the same at once, and a notice takes it back', async () => {
    const { document } = await openDraft(
      'three.draft',
      'The the crew waited.\n\nThe ferry ferry sailed on Monday, the the crew said.\n',
    );
    await findings(document.uri, 'repeated/word', 'repeated/word', 'repeated/word');
    await left(3);
    await setName('Ann Lee');
    let press: (() => void) | undefined;
    const told = listenToNotifications((items) => (press === undefined ? undefined : items[0]));
    try {
      press = () => {};
      // the two that are alike are both meant by each
      const [first, , second] = await children((await children())[0]);
      await run('bluePencil.ignoreAlike', first, [first, second]);
      await told.message(/^Ignored in \.blue-pencil\/checked\.jsonl: 2 findings\. \| Undo$/u);
      await findings(document.uri, 'repeated/word', 'repeated/word', 'repeated/word');
    } finally {
      told.restore();
      await setName(undefined);
    }
  });

  it('forgets what was found in drafts that are not open', async () => {
    await withClosedDraft('shelf/closed.draft', async (uri) => {
      await run('bluePencil.clearReview');
      await findings(uri);
      await left(0);
    });
  });
});

describe('the draft in front', () => {
  let api: Api;
  before(async () => {
    api = await bluePencil();
  });
  afterEach(tidy);

  it('is left alone while it is paused, and checked again when it is resumed', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    await findings(document.uri, 'repeated/word');
    await run('bluePencil.pauseDraft');
    await findings(document.uri);
    await until(
      api.status.onDidChange,
      () => api.status.now()?.text === 'Paused',
      () => 'It is not paused.',
    );
    assert.match(api.status.bar() ?? '', /Paused/u);
    await run('bluePencil.resumeDraft');
    await findings(document.uri, 'repeated/word');
  });

  it('is checked on demand, and a notice says how it stands', async () => {
    const told = listenToNotifications(() => undefined);
    try {
      const { document } = await openDraft('crew.draft', REPEATED.draft);
      await findings(document.uri, 'repeated/word');
      await run('bluePencil.checkDraft');
      await told.message(/^crew\.draft: 1 to fix \| Show Review$/u);
    } finally {
      told.restore();
    }
  });
});
