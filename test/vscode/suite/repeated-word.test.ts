import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, REPEATED } from './article.ts';
import { bluePencil, findings, openDraft, quickFixes, take, tidy } from './editor.ts';

describe('a word that stands twice', () => {
  before(bluePencil);
  afterEach(tidy);

  it('is a warning with one fix, which leaves it once', async () => {
    const { document } = await openDraft('crew.draft', REPEATED.draft);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(document.getText(finding.range), /^\s?the( the)?$/);
    const fixes = await quickFixes(document.uri, finding);
    assert.deepEqual(
      fixes.slice(1).map(({ title }) => title),
      ['Ignore this'],
    );
    await take(fixes, fixes[0]?.title ?? '');
    assert.equal(document.getText(), REPEATED.mended);
    await findings(document.uri);
  });

  it('is told once where it stands in both copies of a passage', async () => {
    const slip = (text: string): string => text.replaceAll('is supplied', 'is is supplied');
    const { document } = await openDraft('ferry.draft', slip(article().pasted));
    await findings(document.uri, 'repeated/word', 'duplicate/block');
  });
});
