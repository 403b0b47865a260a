import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  ExecuteCommandRequest,
  FileChangeType,
  type ProgressToken,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol';
import type { ReportResult, WorkspaceSummary } from '../../server/src/lsp/protocol.ts';
import { ALONE, BARE, folderWith, startServer, type TestClient, told, uriOf } from './harness.ts';
import { CLEAN, PASTED_TWICE, RUN } from './story.ts';

const checkWorkspace = (
  client: TestClient,
  token?: CancellationTokenSource['token'],
  workDoneToken?: ProgressToken,
): Promise<WorkspaceSummary> =>
  client.connection.sendRequest(
    ExecuteCommandRequest.type,
    { command: 'bluePencil.checkWorkspace', ...(workDoneToken !== undefined && { workDoneToken }) },
    token,
  ) as Promise<WorkspaceSummary>;

const codes = (client: TestClient, uri: string) => client.published(uri)?.map(({ code }) => code);

type Step = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** A folder of so many drafts, each with a run pasted twice. */
const manyDrafts = (count: number) =>
  folderWith(
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`draft-${1000 + i}.txt`, PASTED_TWICE])),
  );

describe('a check of the workspace', () => {
  test('tells of every draft in every folder, and what was passed over', async () => {
    const city = folderWith({
      'a.txt': PASTED_TWICE,
      'deep/b.md': PASTED_TWICE.replaceAll('\n', '\r\n'),
      'clean.txt': CLEAN,
      'empty.txt': '',
      'notes.json': PASTED_TWICE,
      'picture.txt': 'GIF\0\0',
      'wire/c.txt': PASTED_TWICE,
      '.gitignore': 'wire/\n',
    });
    const sport = folderWith({
      'd.txt': `\ufeff${PASTED_TWICE}`,
      '.blue-pencil.json': '{ "ignore": ["e.txt"] }',
      'e.txt': PASTED_TWICE,
    });
    const client = await startServer({ folders: [city, sport] });
    const { skipped, ...summary } = await checkWorkspace(client);
    expect(summary).toMatchObject({ files: 5, findings: 3, cancelled: false });
    expect(Object.values(summary.bySeverity).reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(skipped.map(({ uri }) => uri)).toEqual([uriOf(city, 'picture.txt')]);
    expect(skipped[0]?.reason).toContain('picture.txt is not text');
    for (const uri of [uriOf(city, 'a.txt'), uriOf(city, 'deep/b.md'), uriOf(sport, 'd.txt')]) {
      expect(codes(client, uri)).toEqual(['duplicate/block']);
      expect(client.published(uri)?.[0]?.range.start).toEqual({ line: 10, character: 0 });
    }
    for (const name of ['clean.txt', 'empty.txt', 'picture.txt', 'notes.json', 'wire/c.txt']) {
      expect(client.published(uriOf(city, name))).toBeUndefined();
    }
    expect(client.published(uriOf(sport, 'e.txt'))).toBeUndefined();
  });

  test('asks for each folder’s own settings', async () => {
    const city = folderWith({ 'a.txt': PASTED_TWICE });
    const sport = folderWith({ 'a.txt': PASTED_TWICE });
    const culture = folderWith({ 'a.txt': PASTED_TWICE });
    const client = await startServer({
      folders: [city, sport, culture],
      settings: (uri) =>
        uri?.startsWith(uriOf(sport))
          ? { checks: { duplicate: false } }
          : uri?.startsWith(uriOf(culture))
            ? { enable: false }
            : ALONE,
    });
    const { skipped, ...summary } = await checkWorkspace(client);
    expect(summary).toMatchObject({ files: 2, findings: 1, cancelled: false });
    expect(skipped).toEqual([
      { uri: uriOf(culture), reason: 'Checking is switched off for it in the settings.' },
    ]);
    expect(codes(client, uriOf(city, 'a.txt'))).toEqual(['duplicate/block']);
  });

  test('shows its progress where the client wants it', async () => {
    const client = await startServer({ folders: [manyDrafts(8)] });
    const steps: Step[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'mine', (step) => void steps.push(step));
    await checkWorkspace(client, undefined, 'mine');
    expect(steps[0]).toMatchObject({ kind: 'begin', cancellable: true, percentage: 0 });
    expect(steps.at(-1)).toEqual({ kind: 'end' });
    const reports = steps.flatMap((step) => (step.kind === 'report' ? [step] : []));
    expect(reports).toHaveLength(8);
    expect(reports.at(-1)?.percentage).toBe(87);
    expect(reports.at(-1)?.message).toContain('draft-1007.txt');
  });

  test('brings a progress of its own when it is given none', async () => {
    const client = await startServer({ folders: [manyDrafts(1)] });
    const kinds: string[] = [];
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      client.connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => void kinds.push(kind));
    });
    await checkWorkspace(client);
    expect(kinds).toEqual(['begin', 'report', 'end']);
  });

  test('can be called off in the middle by its progress, and says how far it came', async () => {
    const client = await startServer({ folders: [manyDrafts(400)] });
    client.connection.onProgress(WorkDoneProgress.type, 'mine', (step) => {
      if (step.kind !== 'report') return;
      void client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token: 'mine' });
    });
    const summary = await checkWorkspace(client, undefined, 'mine');
    expect(summary.cancelled).toBe(true);
    expect(summary.files).toBeGreaterThan(0);
    expect(summary.files).toBeLessThan(400);
    expect(summary.findings).toBe(summary.files);
  });

  test('can be called off by taking the request back', async () => {
    const client = await startServer({ folders: [manyDrafts(400)] });
    const source = new CancellationTokenSource();
    client.connection.onProgress(WorkDoneProgress.type, 'mine', (step) => {
      if (step.kind === 'report') source.cancel();
    });
    const summary = await checkWorkspace(client, source.token, 'mine');
    expect(summary.cancelled).toBe(true);
    expect(summary.files).toBeLessThan(400);
  });

  test('is replaced by a second one', async () => {
    const folder = manyDrafts(60);
    const client = await startServer({ folders: [folder] });
    const [first, second] = await Promise.all([checkWorkspace(client), checkWorkspace(client)]);
    expect(first.cancelled).toBe(true);
    expect(second).toMatchObject({ files: 60, findings: 60, skipped: [], cancelled: false });

    rmSync(join(folder, 'draft-1000.txt'));
    writeFileSync(join(folder, 'draft-1001.txt'), CLEAN);
    expect((await checkWorkspace(client)).findings).toBe(58);
    expect(codes(client, uriOf(folder, 'draft-1000.txt'))).toEqual([]);
    expect(codes(client, uriOf(folder, 'draft-1001.txt'))).toEqual([]);
    expect(codes(client, uriOf(folder, 'draft-1002.txt'))).toEqual(['duplicate/block']);
  });

  test('answers other questions meanwhile', async () => {
    const folder = manyDrafts(200);
    // what the model reads takes its time, and is no matter here
    writeFileSync(join(folder, '.blue-pencil.json'), '{ "checks": { "garbled": { "model": "off" } } }');
    const client = await startServer({ folders: [folder] });
    client.open('untitled:a', PASTED_TWICE);
    let over = false;
    const run = checkWorkspace(client).then(() => {
      over = true;
    });
    expect(await client.pull('untitled:a')).toHaveLength(1);
    expect(over).toBe(false);
    await run;
  });

  test('does without folders, and without anything the client cannot do', async () => {
    const none = await startServer();
    expect(await checkWorkspace(none)).toMatchObject({
      files: 0,
      findings: 0,
      skipped: [],
      cancelled: false,
    });
    const folder = manyDrafts(2);
    const bare = await startServer({
      capabilities: BARE,
      folders: [folder],
      initializationOptions: { settings: ALONE },
    });
    expect((await checkWorkspace(bare)).findings).toBe(2);
    expect(codes(bare, uriOf(folder, 'draft-1000.txt'))).toEqual(['duplicate/block']);
  });

  // root may read everything
  test.skipIf(process.getuid?.() === 0)('names a file that may not be read', async () => {
    const folder = folderWith({ 'a.txt': PASTED_TWICE, 'b.txt': PASTED_TWICE });
    chmodSync(join(folder, 'a.txt'), 0);
    const client = await startServer({ folders: [folder] });
    const summary = await checkWorkspace(client);
    expect(summary.files).toBe(1);
    expect(summary.skipped[0]?.reason).toContain('permission');
  });

  test('names a draft over the size limit', async () => {
    const folder = folderWith({ 'long.txt': PASTED_TWICE, 'short.txt': 'Ferry stays\n' });
    const client = await startServer({ folders: [folder], settings: () => ({ maxFileSize: 0.5 }) });
    const { skipped, ...summary } = await checkWorkspace(client);
    expect(summary).toMatchObject({ files: 1, findings: 0, cancelled: false });
    expect(skipped.map(({ uri }) => uri)).toEqual([uriOf(folder, 'long.txt')]);
  });
});

test('leaves alone what is written in a language that is not checked', async () => {
  const folder = folderWith({ 'a.txt': PASTED_TWICE, 'b.md': PASTED_TWICE, 'c.draft': PASTED_TWICE });
  const settings = () => ({ languages: ['plaintext'] });
  const client = await startServer({ folders: [folder], settings });
  const { skipped, ...summary } = await checkWorkspace(client);
  expect(summary).toMatchObject({ files: 1, findings: 1, cancelled: false });
  expect(skipped).toEqual([]);
});

test('checks documents, naming the paragraph and its words, and says which files it left out', async () => {
  const text = PASTED_TWICE.split('\n\n').filter((one) => one.trim() !== '');
  const story = JSON.stringify({
    headline: 'A day',
    body_xhtml: text.map((one) => `<p>${one}</p>`).join(''),
  });
  const folder = folderWith({ 'a.json': story, 'package.json': '{}', 'b.rtf': '{}', 'c.docx': 'no zip' });
  const client = await startServer({ folders: [folder], settings: () => ({ languages: ['plaintext'] }) });
  const { skipped, ...summary } = await checkWorkspace(client);
  expect(summary).toMatchObject({ files: 1, findings: 1, cancelled: false });
  expect(skipped.map(({ uri }) => uri).sort()).toEqual([uriOf(folder, 'b.rtf'), uriOf(folder, 'c.docx')]);
  const [found] = client.published(uriOf(folder, 'a.json')) ?? [];
  expect(found?.message).toMatch(/^Paragraph \d+, “.+”: /u);
  expect(found?.message).toContain(`Paragraph ${(found?.range.start.line ?? 0) + 1},`);
});

test('names the paragraph of a document in the language of the desk', async () => {
  const paragraph = 'The ferry left the the island at noon, and the pilot went back to the pier.';
  const story = JSON.stringify({ headline: 'A day', body_xhtml: `<p>${paragraph}</p>` });
  const folder = folderWith({ 'a.json': story });
  const client = await startServer({ folders: [folder], locale: 'de' });
  await checkWorkspace(client);
  const [found] = client.published(uriOf(folder, 'a.json')) ?? [];
  expect(found?.message).toMatch(/^Absatz \d+, „.+“: „the“ ist doppelt\./u);
});

test('checks pages where they are asked for, and says what it left out elsewhere', async () => {
  const page = `<nav><p>News</p></nav>${PASTED_TWICE.split('\n\n')
    .map((text) => `<p>${text.trim()}</p>`)
    .join('\n')}`;
  const folder = folderWith({ 'a.html': page, 'b.htm': page, 'c.txt': PASTED_TWICE });
  const settings = (languages: readonly string[]) => () => ({ ...ALONE, languages });
  const client = await startServer({ folders: [folder], settings: settings(['plaintext']) });
  const { skipped, ...summary } = await checkWorkspace(client);
  expect(summary).toMatchObject({ files: 1, findings: 1, cancelled: false });
  const reason = 'HTML is checked only where the setting bluePencil.languages names it.';
  expect(skipped).toEqual(['a.html', 'b.htm'].map((name) => ({ uri: uriOf(folder, name), reason })));
  client.setSettings(settings(['plaintext', 'html']));
  expect(await checkWorkspace(client)).toMatchObject({
    files: 3,
    findings: 3,
    skipped: [],
    cancelled: false,
  });
  expect(codes(client, uriOf(folder, 'a.html'))).toEqual(['duplicate/block']);
});

test('neither counts nor names the pages that Blue Pencil has written', async () => {
  const folder = folderWith({ 'a.txt': PASTED_TWICE, 'b.txt': CLEAN });
  const client = await startServer({ folders: [folder] });
  await checkWorkspace(client);
  const report = (format: 'html' | 'markdown'): Promise<ReportResult> =>
    client.connection.sendRequest('bluePencil/report', { format });
  for (const [name, format] of [['a-report.html', 'html'] as const, ['a-report.md', 'markdown'] as const])
    writeFileSync(join(folder, name), (await report(format)).text);
  client.open('untitled:sheet', (await report('markdown')).text, 'markdown');
  expect(await checkWorkspace(client)).toMatchObject({ files: 2, findings: 1, skipped: [] });
  expect(await report('markdown')).toMatchObject({ files: 2 });
  client.setSettings(() => ({ ...ALONE, languages: ['plaintext', 'markdown', 'html'] }));
  expect(await checkWorkspace(client)).toMatchObject({ files: 2, findings: 1, skipped: [] });
});

test('names a page that says it is in another language', async () => {
  const folder = folderWith({ 'a.html': `<html lang="fr"><p>${PASTED_TWICE}</p></html>`, 'b.txt': CLEAN });
  const client = await startServer({ folders: [folder] });
  const { files, skipped } = await checkWorkspace(client);
  expect(files).toBe(1);
  expect(skipped.map(({ uri }) => uri)).toEqual([uriOf(folder, 'a.html')]);
  expect(skipped[0]?.reason).toContain('(lang="fr")');
});

describe('a draft that a check of the workspace told of', () => {
  test('speaks for itself while it is open, and is told of again once it is closed', async () => {
    const folder = folderWith({ 'a.txt': PASTED_TWICE });
    const uri = uriOf(folder, 'a.txt');
    const client = await startServer({ folders: [folder] });
    await checkWorkspace(client);
    expect(codes(client, uri)).toEqual(['duplicate/block']);

    client.open(uri, PASTED_TWICE);
    await client.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === 0);
    expect(told(client, uri, await client.pull(uri))).toEqual([`duplicate/block: ${RUN}`]);

    // a run while it is open counts it and leaves it to the editor
    const { findings } = await checkWorkspace(client);
    expect(findings).toBe(1);
    expect(codes(client, uri)).toEqual([]);

    client.close(uri);
    await client.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === 1);
  });

  test('mended, saved and closed, is told of no more', async () => {
    const folder = folderWith({ 'a.txt': PASTED_TWICE, 'b.txt': PASTED_TWICE });
    const uri = uriOf(folder, 'a.txt');
    const client = await startServer({ folders: [folder] });
    await checkWorkspace(client);
    client.open(uri, PASTED_TWICE);
    client.replaceAll(uri, CLEAN);
    writeFileSync(join(folder, 'a.txt'), CLEAN);
    client.close(uri);
    await client.pull(uri);
    // what was asked for after closing is answered after it, so that an answer here means the closing was dealt with
    client.filesChanged({ uri: uriOf(folder, 'b.txt'), type: FileChangeType.Deleted });
    rmSync(join(folder, 'b.txt'));
    await client.publishedWhere(uriOf(folder, 'b.txt'), ({ diagnostics }) => diagnostics.length === 0);
    expect(codes(client, uri)).toEqual([]);
  });

  test('is checked again when it changes on disk, and forgotten when it is deleted', async () => {
    const folder = folderWith({ 'a.txt': PASTED_TWICE });
    const uri = uriOf(folder, 'a.txt');
    const client = await startServer({ folders: [folder] });
    await checkWorkspace(client);
    writeFileSync(join(folder, 'a.txt'), CLEAN);
    client.filesChanged({ uri, type: FileChangeType.Changed });
    await client.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === 0);
    writeFileSync(join(folder, 'a.txt'), PASTED_TWICE);
    client.filesChanged({ uri, type: FileChangeType.Changed });
    await client.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === 1);
    rmSync(join(folder, 'a.txt'));
    client.filesChanged({ uri, type: FileChangeType.Deleted });
    await client.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === 0);
    const report = client.connection.sendRequest<ReportResult>('bluePencil/report', { format: 'csv' });
    expect((await report).text).not.toContain('a.txt');
  });

  test('goes along with a folder that is renamed or moved on disk, of which only the folder is told', async () => {
    const folder = folderWith({ 'night/a.txt': PASTED_TWICE, 'week/clean.txt': CLEAN });
    const client = await startServer({ folders: [folder] });
    await checkWorkspace(client);
    for (const [from, to] of [
      ['night', 'day'],
      ['day', 'week/day'],
    ] as const) {
      renameSync(join(folder, from), join(folder, to));
      client.filesChanged(
        // another folder that came at the same time
        { uri: uriOf(folder, 'week'), type: FileChangeType.Created },
        { uri: uriOf(folder, to), type: FileChangeType.Created },
        { uri: uriOf(folder, from), type: FileChangeType.Deleted },
      );
      const moved = uriOf(folder, `${to}/a.txt`);
      await client.publishedWhere(moved, ({ diagnostics }) => diagnostics.length === 1);
      expect(codes(client, uriOf(folder, `${from}/a.txt`))).toEqual([]);
    }
  });

  test('goes from the list with its folder', async () => {
    const [city, sport] = [folderWith({ 'a.txt': PASTED_TWICE }), folderWith({ 'a.txt': PASTED_TWICE })];
    const client = await startServer({ folders: [city, sport] });
    await checkWorkspace(client);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: uriOf(city), name: 'city' }] },
    });
    await client.publishedWhere(uriOf(city, 'a.txt'), ({ diagnostics }) => diagnostics.length === 0);
    expect(codes(client, uriOf(sport, 'a.txt'))).toEqual(['duplicate/block']);
  });
});
