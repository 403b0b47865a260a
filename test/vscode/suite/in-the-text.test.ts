import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { USUAL_SEVERITY } from '../host/usual-settings.ts';
import { article, REPEATED } from './article.ts';
import {
  bluePencil,
  findings,
  findingsOn,
  folder,
  listenToNotifications,
  openDraft,
  quickFixes,
  read,
  take,
  tidy,
  until,
  write,
} from './editor.ts';
import { answer, restorePrompts, setName } from './prompts.ts';

const { once, pasted } = article();
const TWICE =
  'Ferry back in service\n\nThe ferry sailed after the the council had hired a crew.\n\nIt was for the the first time since Monday.\n';

describe('a finding in the text', () => {
  before(bluePencil);
  afterEach(async () => {
    restorePrompts();
    await tidy();
  });
  const house = (): vscode.Uri => vscode.Uri.joinPath(folder(), '.blue-pencil.json');
  const titles = (fixes: readonly vscode.CodeAction[]): string[] => fixes.map(({ title }) => title);

  it('tells on hover what it is, with a wrong and a right example and the house rule', async () => {
    await write('.blue-pencil.json', '{ "severity": { "repeated/word": "error" } }');
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    const isError = (): boolean => findingsOn(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error;
    await until(vscode.languages.onDidChangeDiagnostics, isError, () => 'The house file is not in force.');
    const [finding] = findingsOn(document.uri);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      finding?.range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((one) => (typeof one === 'string' ? one : one.value))
      .join('\n');
    assert.match(text, /\*\*The same word twice in a row\*\*/);
    assert.match(text, /^Wrong: .*the the council/m);
    assert.match(text, /^Right: .*after the council/m);
    assert.match(text, /House style: this kind is shown as an error/);
  });

  it('offers its fix first, and the ways to switch it off last', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    const fixes = await quickFixes(document.uri, finding);
    assert.deepEqual(titles(fixes), [
      'Delete the 4 repeated paragraphs',
      'Keep this copy and delete the first',
      'Go to the other copy',
      'Compare the two copies',
      'Ignore this',
      'More…',
    ]);
    assert.equal(fixes[0]?.isPreferred, true);
  });

  it('is mended with all others of its kind', async () => {
    const { document } = await openDraft('crew.draft', TWICE);
    const [first] = await findings(document.uri, 'repeated/word', 'repeated/word');
    assert.ok(first);
    await take(await quickFixes(document.uri, first), 'Fix all 2 of this kind');
    assert.equal(document.getText(), TWICE.replaceAll('the the', 'the'));
    await findings(document.uri);
  });

  it('is switched off in a house file that is made for it', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    const told = listenToNotifications(() => undefined);
    try {
      answer('Don’t report this kind…', 'In this folder, for the whole desk');
      await take(await quickFixes(document.uri, finding), 'More…');
      await findings(document.uri);
      assert.deepEqual(JSON.parse(await read(house())), { severity: { 'repeated/word': 'off' } });
      await told.message(
        /^Written in \.blue-pencil\.json: “The same word twice in a row” is not reported\. \| Undo \| Show House File$/,
      );
    } finally {
      told.restore();
    }
  });

  it('is switched off in the house file that is there, and nothing else in it changes', async () => {
    const before = '{\n  // the night desk’s\n  "ignore": ["night/"], // nobody reads them\n}\n';
    await write('.blue-pencil.json', before);
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    const told = listenToNotifications(() => undefined);
    try {
      answer('Don’t report this kind…', 'In this folder, for the whole desk');
      await take(await quickFixes(document.uri, finding), 'More…');
      await told.message(/^Written in/u);
      await findings(document.uri);
      const after = await read(house());
      assert.equal(after, before.replace('{', '{\n  "severity": {\n    "repeated/word": "off"\n  },'));
    } finally {
      told.restore();
    }
  });

  it('comes back, and the house file goes, when the notice takes it back', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    const watcher = vscode.workspace.createFileSystemWatcher('**/.blue-pencil.json');
    const told = listenToNotifications((items) => items[0]);
    try {
      answer('Don’t report this kind…', 'In this folder, for the whole desk');
      await take(await quickFixes(document.uri, finding), 'More…');
      await told.message(/is not reported/u);
      await until(
        watcher.onDidDelete,
        () => !existsSync(house().fsPath),
        () => 'The house file is still there.',
      );
      await findings(document.uri, 'repeated/word');
    } finally {
      watcher.dispose();
      told.restore();
    }
  });

  it('stays switched off when the house file was changed before the notice takes it back', async () => {
    // one of its own: VS Code keeps what it has had open
    const file = await write('sport/.blue-pencil.json', '{}\n');
    const { document } = await openDraft('sport/crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    const own = '{ "severity": { "repeated/word": "off" }, "dialect": "british" }\n';
    const told = listenToNotifications(async (items) => {
      if (!items.includes('Show House File')) return undefined;
      const open = await vscode.workspace.openTextDocument(file);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(file, new vscode.Range(0, 0, open.lineCount, 0), own);
      await vscode.workspace.applyEdit(edit);
      await open.save();
      return items[0];
    });
    try {
      answer('Don’t report this kind…', 'In this folder, for the whole desk');
      await take(await quickFixes(document.uri, finding), 'More…');
      await told.message(/^\.blue-pencil\.json has changed since, so nothing was undone\./u);
      assert.equal(await read(file), own);
    } finally {
      told.restore();
    }
  });

  it('is shown as something else, for me alone', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    const told = listenToNotifications(() => undefined);
    try {
      answer('Change how this kind is shown…', 'Question', 'Everywhere, for me alone');
      await take(await quickFixes(document.uri, finding), 'More…');
      await until(
        vscode.languages.onDidChangeDiagnostics,
        () => findingsOn(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Information,
        () => 'It is shown as before.',
      );
      await told.message(/^Written in your settings: .* is shown as: Question\. \| Undo/u);
    } finally {
      told.restore();
      await vscode.workspace
        .getConfiguration('bluePencil')
        .update('severity', USUAL_SEVERITY, vscode.ConfigurationTarget.Global);
    }
  });

  it('is ignored with the others of its kind in this draft', async () => {
    const { document } = await openDraft('crew.draft', TWICE);
    const [finding] = await findings(document.uri, 'repeated/word', 'repeated/word');
    assert.ok(finding);
    await setName('Ann Lee');
    const told = listenToNotifications(() => undefined);
    try {
      answer('Don’t report this kind…', 'In this draft');
      await take(await quickFixes(document.uri, finding), 'More…');
      await findings(document.uri);
      await told.message(/^Ignored in \.blue-pencil\/checked\.jsonl: 2 findings/u);
    } finally {
      told.restore();
      await setName(undefined);
    }
  });

  it('is not switched off in a house file with a fault, which is shown instead', async () => {
    const { document } = await openDraft('faulty/crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    // one of its own: VS Code keeps a document for minutes after its tab is closed, and asks nothing about it
    const file = await write('faulty/.blue-pencil.json', '{ "rules": {} }');
    await findings(file, 'house-file');
    const told = listenToNotifications(() => undefined);
    try {
      answer('Don’t report this kind…', 'In this folder, for the whole desk');
      await take(await quickFixes(document.uri, finding), 'More…');
      await told.message(/^The house file has a fault/);
      assert.equal(await read(file), '{ "rules": {} }');
      assert.equal(vscode.window.activeTextEditor?.document.uri.path, file.path);
    } finally {
      told.restore();
    }
  });

  const writesQuote = async (leave: 'line' | 'draft'): Promise<void> => {
    const editor = await openDraft(
      'quote.draft',
      'Ferry back\n\n\n\nThe crew of four waited at the pier until noon.\n',
    );
    await findings(editor.document.uri);
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    const { status } = await bluePencil();
    const checked = (async () => {
      await until(
        status.onDidChange,
        () => status.now()?.busy === true,
        () => 'Nobody checks.',
      );
      await until(
        status.onDidChange,
        () => status.now()?.busy !== true,
        () => 'It is still being checked.',
      );
    })();
    // not typed: the editor would close it
    const words = 'The master, Ann Lee, said “we sail on Monday and the crew is ready for it';
    await editor.edit((edit) => edit.insert(editor.selection.active, words));
    editor.selection = new vscode.Selection(2, words.length, 2, words.length);
    await checked;
    assert.deepEqual(
      findingsOn(editor.document.uri).map(({ message }) => message),
      [],
    );
    if (leave === 'line') editor.selection = new vscode.Selection(4, 0, 4, 0);
    else await openDraft('other.draft', once);
    await findings(editor.document.uri, 'quotes/unclosed');
  };

  it('is no open quote while the cursor stands in it, but for its first words, where its fixes are', async () => {
    const quote = 'The master, Ann Lee, said “we sail on Monday and the crew is ready for it.';
    const editor = await openDraft('quote.draft', `Ferry back\n\n${quote}\n\nThe crew waited until noon.\n`);
    const goTo = (line: number, character: number): void => {
      editor.selection = new vscode.Selection(line, character, line, character);
    };
    const { uri } = editor.document;
    const gone = () =>
      until(
        vscode.languages.onDidChangeDiagnostics,
        () => findingsOn(uri).length === 0,
        () => 'It is still marked.',
      );
    await findings(uri, 'quotes/unclosed');
    goTo(2, quote.length);
    await gone();
    goTo(4, 0);
    await findings(uri, 'quotes/unclosed');
    goTo(2, quote.indexOf('Monday'));
    await gone();
    goTo(2, quote.indexOf('we') + 1);
    await findings(uri, 'quotes/unclosed');
  });

  it('is no open quote while somebody is writing it, and is one when the cursor has left it', () =>
    writesQuote('line'));
  it('is told of a quote left open when another draft comes to the front', () => writesQuote('draft'));
});
