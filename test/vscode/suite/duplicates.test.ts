import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { USUAL_SEVERITY } from '../host/usual-settings.ts';
import { article } from './article.ts';
import {
  bluePencil,
  codeOf,
  comparison,
  findings,
  openDraft,
  openUntitled,
  quickFixes,
  read,
  take,
  tidy,
  until,
  write,
} from './editor.ts';

const DELETE = 'Delete the 4 repeated paragraphs';
const KEEP = 'Keep this copy and delete the first';
const GO_TO = 'Go to the other copy';
const COMPARE = 'Compare the two copies';

describe('a passage pasted twice', () => {
  before(bluePencil);
  afterEach(tidy);

  const { pasted, once, secondOnly, firstCopy, secondCopy } = article();

  it('is one error on the second copy, faded, with a link to the first', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual(finding.tags, [vscode.DiagnosticTag.Unnecessary]);
    assert.equal(document.getText(finding.range), secondCopy);
    const [first, ...more] = finding.relatedInformation ?? [];
    assert.ok(first);
    assert.deepEqual(more, []);
    assert.equal(first.message, 'The first copy');
    assert.equal(document.getText(first.location.range), firstCopy);
  });

  it('offers to delete either copy, to go to the other, to compare the two and to leave them', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    const fixes = await quickFixes(document.uri, finding);
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [DELETE, KEEP, GO_TO, COMPARE, 'Ignore this', 'More…'],
    );
    assert.deepEqual(
      fixes.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      [DELETE],
    );
  });

  const shapes = {
    'with blank lines': ['\n\n', '\n'],
    'one line a paragraph': ['\n', '\n'],
    'with the line ends of Windows': ['\r\n\r\n', '\r\n'],
    'with no line end at its end': ['\n\n', ''],
  } as const;
  for (const [shape, [gap, end]] of Object.entries(shapes)) {
    it(`is deleted as if it had never been pasted, byte for byte: ${shape}`, async () => {
      const written = article(gap, end);
      const { document } = await openDraft('ferry.txt', written.pasted);
      const [finding] = await findings(document.uri, 'duplicate/block');
      assert.ok(finding);
      await take(await quickFixes(document.uri, finding), DELETE);
      await document.save();
      assert.equal(await read(document.uri), written.once);
      await findings(document.uri);
    });
  }

  it('can be kept in place of the first copy', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), KEEP);
    assert.equal(document.getText(), secondOnly);
    await findings(document.uri);
  });

  it('leads to the other copy', async () => {
    const editor = await openDraft('ferry.draft', pasted);
    const { document } = editor;
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), GO_TO);
    const at = (): vscode.Selection | undefined => vscode.window.activeTextEditor?.selection;
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      () => at()?.isEmpty === false,
      () => 'Nothing was selected.',
    );
    assert.equal(document.getText(at()), firstCopy);
  });

  it('is compared with the first copy side by side', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    await take(await quickFixes(document.uri, finding), COMPARE);
    const { original, modified } = await comparison();
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'First copy ↔ Second copy');
    const shown = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.equal(await shown(original), firstCopy);
    assert.equal(await shown(modified), secondCopy);
  });

  for (const language of ['plaintext', 'markdown', 'news-draft']) {
    it(`is found in a document that has no file yet: ${language}`, async () => {
      const { document } = await openUntitled(language, pasted);
      const [finding] = await findings(document.uri, 'duplicate/block');
      assert.ok(finding);
      await take(await quickFixes(document.uri, finding), DELETE);
      assert.equal(document.getText(), once);
      await findings(document.uri);
    });
  }

  it('is found while it is being pasted', async () => {
    const { document } = await openDraft('ferry.md', once);
    await findings(document.uri);
    const edit = new vscode.WorkspaceEdit();
    const end = document.positionAt(once.indexOf(firstCopy) + firstCopy.length);
    edit.insert(document.uri, end, `\n\n${secondCopy}`);
    await vscode.workspace.applyEdit(edit);
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.equal(document.getText(finding?.range), secondCopy);
  });

  it('carries a link to the page on its check, which came with the extension', async () => {
    const { document } = await openDraft('ferry.draft', pasted);
    const [finding] = await findings(document.uri, 'duplicate/block');
    assert.ok(finding);
    assert.equal(codeOf(finding), 'duplicate/block');
    assert.ok(typeof finding.code === 'object');
    const page = await vscode.workspace.openTextDocument(finding.code.target);
    assert.match(page.getText(), /^# /);
  });
});

describe('a passage that stands in another draft', () => {
  before(bluePencil);
  // for the user, as the suite has it off: a folder's own settings would go with the folder's files
  const set = (severity: Readonly<Record<string, string>>): Thenable<void> =>
    vscode.workspace
      .getConfiguration('bluePencil')
      .update('severity', severity, vscode.ConfigurationTarget.Global);
  afterEach(async () => {
    await set(USUAL_SEVERITY);
    await tidy();
  });

  const RELEASE =
    'County acts on bridge\n\nThe bridge to Oru will be shut from Monday until the end of April, after divers found cracks in two of its twelve piers and rust on all of the others.\n';
  const STORY = `No bridge until spring\n\nIslanders have been told to stock up on flour and lamp oil. Those who have a boat of their own may land it beside the church until Easter, and the doctor will come over once a week.\n\n${RELEASE.slice(23).replace('April', 'March')}`;

  it('is told while it is written, leads to the other file, and is compared with it', async () => {
    await set({ 'duplicate/across-files': 'warning' });
    await write('release.draft', RELEASE);
    const { document } = await openDraft('story.draft', STORY);
    const [finding] = await findings(document.uri, 'duplicate/across-files');
    assert.ok(finding);
    assert.match(finding.message, /it says “March”, the other says “April”/);
    assert.match(finding.relatedInformation?.[0]?.location.uri.path ?? '', /release\.draft$/);
    await take(await quickFixes(document.uri, finding), COMPARE);
    const input = await comparison();
    assert.match(input.original.path, /release\.draft$/);
    assert.match(input.modified.path, /story\.draft$/);
  });
});
