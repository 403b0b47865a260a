import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol';
import { BARE, FULL, folderWith, startServer, told, uriOf } from './harness.ts';
import { CLEAN, PASTED_TWICE, RUN, STORY } from './story.ts';

const URI = 'file:///desk/ferry.txt';
const REPEAT = STORY[1];

describe('a client that asks for diagnostics', () => {
  test('is told of the repeated run, faded, with the way to the first copy and to its page', async () => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    const [finding, ...others] = await client.pull(URI);
    expect(others).toEqual([]);
    expect(finding?.code).toBe('duplicate/block');
    expect(finding?.source).toBe('Blue Pencil');
    expect(finding?.severity).toBe(DiagnosticSeverity.Error);
    expect(finding?.tags).toEqual([DiagnosticTag.Unnecessary]);
    expect(finding?.codeDescription?.href).toBe(
      'https://github.com/blue-pencil/blue-pencil/blob/main/docs/checks/duplicate.md',
    );
    expect(finding?.range.start).toEqual({ line: 10, character: 0 });
    expect(finding && client.wordsOf(URI, finding.range)).toBe(RUN);
    const [first, ...rest] = finding?.relatedInformation ?? [];
    expect(rest).toEqual([]);
    expect(first?.location.uri).toBe(URI);
    expect(first?.location.range.start).toEqual({ line: 2, character: 0 });
    expect(first && client.wordsOf(URI, first.location.range)).toBe(RUN);
  });

  test('is sent where the client keeps the pages, if it says so', async () => {
    const client = await startServer({ initializationOptions: { docsBase: 'guide:/checks/' } });
    client.open(URI, PASTED_TWICE);
    const [finding] = await client.pull(URI);
    expect(finding?.codeDescription?.href).toBe('guide:/checks/duplicate.md');
  });

  test('hears “unchanged” until the findings change', async () => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    const first = await client.report(URI);
    expect(first.kind).toBe('full');
    const again = await client.report(URI, first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });

    // an edit after the last finding leaves every finding where it is
    const end = client.text(URI).length;
    client.change(URI, { start: end, end, text: '\nThe harbour master agreed.\n' });
    expect((await client.report(URI, first.resultId)).kind).toBe('unchanged');

    client.change(URI, { start: 0, end: 0, text: 'Late edition\n\n' });
    const moved = await client.report(URI, first.resultId);
    expect(moved.kind).toBe('full');
    expect(moved.resultId).not.toBe(first.resultId);
    // an id that the server never gave is no reason to say nothing
    expect((await client.report(URI, 'of another day')).kind).toBe('full');
  });

  test('is pushed nothing', async () => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    client.change(URI, { start: 0, end: 0, text: 'A' });
    await client.pull(URI);
    expect(client.published(URI)).toBeUndefined();
  });

  test('has a draft checked that was never saved', async () => {
    const client = await startServer();
    client.open('untitled:Untitled-1', PASTED_TWICE, 'news-draft');
    expect((await client.pull('untitled:Untitled-1')).map(({ code }) => code)).toEqual(['duplicate/block']);
  });

  test('has Markdown read as Markdown', async () => {
    const client = await startServer();
    const code = `\`\`\`\n${REPEAT}\n\`\`\``;
    client.open('file:///desk/ferry.md', `${code}\n\n${STORY[4]}\n\n${code}\n`, 'markdown');
    expect(await client.pull('file:///desk/ferry.md')).toEqual([]);
  });

  test('gets a fresh answer when it spells the name of the document otherwise', async () => {
    const client = await startServer();
    client.open('file:///desk/ferry%20(2).txt', PASTED_TWICE);
    expect(await client.pull('file:///desk/ferry%20%282%29.txt')).toHaveLength(1);
  });

  test('finds a clean draft clean, and an empty one', async () => {
    const client = await startServer();
    client.open(URI, CLEAN);
    expect(await client.pull(URI)).toEqual([]);
    client.replaceAll(URI, '');
    expect(await client.pull(URI)).toEqual([]);
    client.replaceAll(URI, PASTED_TWICE);
    expect(await client.pull(URI)).toHaveLength(1);
  });
});

describe('a client that can only be sent diagnostics', () => {
  test('is sent them on opening, after a pause in typing, and nothing is left on closing', async () => {
    const client = await startServer({ capabilities: BARE });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    client.open(URI, PASTED_TWICE);
    const opened = await client.publishedWhere(URI, ({ version }) => version === 1);
    expect(opened.diagnostics.map(({ code }) => code)).toEqual(['duplicate/block']);

    const later = client.text(URI).lastIndexOf(REPEAT);
    const length = `${RUN}\n\n`.length;
    client.change(URI, { start: 0, end: 0, text: 'x' });
    client.change(URI, { start: 0, end: 1, text: '' });
    client.change(URI, { start: later, end: later + length, text: '' });
    const typed = await client.publishedWhere(URI, ({ version }) => version !== 1);
    // one answer for the burst, of its last state
    expect(typed.version).toBe(4);
    expect(typed.diagnostics).toEqual([]);
    expect(client.text(URI)).toBe(CLEAN);

    client.replaceAll(URI, PASTED_TWICE);
    await client.publishedWhere(URI, ({ diagnostics }) => diagnostics.length === 1);
    client.close(URI);
    await client.publishedWhere(URI, ({ diagnostics }) => diagnostics.length === 0);
  });

  test('is sent them anew when settings change, which it sends along', async () => {
    const client = await startServer({
      capabilities: BARE,
      initializationOptions: { settings: { checks: { duplicate: false }, delay: 0 } },
    });
    client.open(URI, PASTED_TWICE);
    expect((await client.publishedWhere(URI, () => true)).diagnostics).toEqual([]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { bluePencil: { severity: { 'duplicate/block': 'hint' } } },
    });
    const changed = await client.publishedWhere(URI, ({ diagnostics }) => diagnostics.length > 0);
    expect(changed.diagnostics.map(({ severity }) => severity)).toEqual([DiagnosticSeverity.Hint]);
  });
});

describe('places', () => {
  test('columns count UTF-16 units, whatever characters stand before', async () => {
    const client = await startServer();
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
    // an emoji is two units, e with a combining acute two, a family of four eleven
    const before = '⛴️ 🛥️ Cafe\u0301 👨‍👩‍👧‍👦 ';
    const draft = `${before}${REPEAT} ${STORY[4]}\n\n${STORY[5]}\n\n${before}${REPEAT}\n`;
    client.open(URI, draft);
    const findings = await client.pull(URI);
    expect(findings.length).toBeGreaterThan(0);
    for (const { range, relatedInformation } of findings) {
      expect(client.wordsOf(URI, range)).toContain(REPEAT);
      expect(range.end.line).toBe(4);
      expect(range.end.character).toBe(before.length + REPEAT.length);
      for (const { location } of relatedInformation ?? []) {
        expect(client.wordsOf(URI, location.range)).toContain(REPEAT);
      }
    }
  });

  test.each([
    ['CRLF', '\r\n'],
    ['a carriage return alone', '\r'],
    ['LF', '\n'],
  ])('lines may end in %s', async (_, end) => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE.replaceAll('\n', end));
    const [finding] = await client.pull(URI);
    expect(finding?.range.start).toEqual({ line: 10, character: 0 });
    expect(finding?.range.end).toEqual({ line: 14, character: STORY[3].length });
    expect(finding && client.wordsOf(URI, finding.range)).toBe(RUN.replaceAll('\n', end));
  });
});

describe('settings', () => {
  test('are those of the document’s folder, and the house file’s word comes after them', async () => {
    const city = folderWith({
      'a.txt': '',
      '.blue-pencil.json': '{ "severity": { "duplicate/block": "hint" } }',
    });
    const sport = folderWith({ 'b.txt': '' });
    const client = await startServer({
      folders: [city, sport],
      settings: (uri) =>
        uri?.startsWith(uriOf(sport))
          ? { checks: { duplicate: false } }
          : { severity: { 'duplicate/block': 'information' } },
    });
    client.open(uriOf(city, 'a.txt'), PASTED_TWICE);
    client.open(uriOf(sport, 'b.txt'), PASTED_TWICE);
    client.open('untitled:c', PASTED_TWICE);
    const severities = async (uri: string) => (await client.pull(uri)).map(({ severity }) => severity);
    expect(await severities(uriOf(city, 'a.txt'))).toEqual([DiagnosticSeverity.Hint]);
    expect(await severities(uriOf(sport, 'b.txt'))).toEqual([]);
    expect(await severities('untitled:c')).toEqual([DiagnosticSeverity.Information]);
  });

  test('are asked again when they change, and the client is told to pull', async () => {
    const client = await startServer({ settings: () => ({ enable: false }) });
    client.open(URI, PASTED_TWICE);
    expect(await client.pull(URI)).toEqual([]);
    const asked = client.refreshed();
    client.setSettings(() => ({}));
    await asked;
    expect(await client.pull(URI)).toHaveLength(1);
  });

  test('leave a status that counts the words of the copy alone', async () => {
    const client = await startServer();
    const uri = 'file:///ferry.md';
    client.open(
      uri,
      '---\ntags: [sea, land]\n---\n\nThe **ferry** [sails](https://a.example/ferry/today).\n',
      'markdown',
    );
    expect(await client.connection.sendRequest('bluePencil/draftStatus', { uri })).toEqual({
      state: 'checked',
      words: 3,
    });
  });

  test('say which languages are checked', async () => {
    const client = await startServer({ settings: () => ({ languages: ['markdown'] }) });
    client.open(URI, PASTED_TWICE);
    expect(await client.pull(URI)).toEqual([]);
    expect(await client.connection.sendRequest('bluePencil/draftStatus', { uri: URI })).toEqual({
      state: 'off',
      why: 'language',
    });
    const asked = client.refreshed();
    client.setSettings(() => ({ languages: ['markdown', 'plaintext'] }));
    await asked;
    expect(await client.pull(URI)).toHaveLength(1);
  });

  test('a bad one is logged and the good ones beside it hold', async () => {
    const client = await startServer({
      settings: () => ({
        severity: { 'duplicate/block': 'hint', 'repeated/word': 'loud' },
        maxFileSize: 'all',
      }),
    });
    client.open(URI, PASTED_TWICE);
    expect((await client.pull(URI)).map(({ severity }) => severity)).toEqual([DiagnosticSeverity.Hint]);
    expect(await client.logged((message) => message.includes('“loud”'))).toContain('repeated/word');
  });

  test('hold at their defaults for a client that has none', async () => {
    const { configuration: _, ...workspace } = FULL.workspace ?? {};
    const client = await startServer({ capabilities: { ...FULL, workspace } });
    client.open(URI, PASTED_TWICE);
    expect(told(client, URI, await client.pull(URI))).toEqual([`duplicate/block: ${RUN}`]);
  });

  test('hold at their defaults when the client cannot answer', async () => {
    const client = await startServer({
      settings: () => {
        throw new Error('no settings today');
      },
    });
    client.open(URI, PASTED_TWICE);
    expect(await client.pull(URI)).toHaveLength(1);
    await client.logged((message) => message.includes('no settings today'));
  });

  test('a draft over the size limit gets one remark at its top, and is checked once it is short enough', async () => {
    const client = await startServer({ settings: () => ({ maxFileSize: 0.5 }) });
    client.open(URI, PASTED_TWICE);
    const [remark, ...others] = await client.pull(URI);
    expect(others).toEqual([]);
    expect(remark?.severity).toBe(DiagnosticSeverity.Information);
    expect(remark?.range.start).toEqual({ line: 0, character: 0 });
    expect(remark?.message).toMatch(/not checked/);
    const asked = client.refreshed();
    client.setSettings(() => ({ maxFileSize: 2 }));
    await asked;
    expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['duplicate/block']);
  });

  test('one line of ten million characters is refused without reading it', async () => {
    const client = await startServer();
    client.open(URI, 'ferry '.repeat(1_700_000));
    expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['not-checked']);
  });
});
