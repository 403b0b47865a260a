import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver-protocol';
import type { GoodHouse } from '../../server/src/lsp/protocol.ts';
import { BARE, folderWith, startServer, uriOf } from './harness.ts';
import { PASTED_TWICE } from './story.ts';

const HOUSE = '.blue-pencil.json';
const HINTS = '{ "severity": { "duplicate/block": "hint" } }';
const OFF = '// summer desk\n{ "checks": { "duplicate": false } }';
const BAD = '{\n  "severity": {\n    "duplicate/block": "loud"\n  }\n}';

describe('a house file', () => {
  test('holds for every draft below it, and the nearest one alone', async () => {
    const folder = folderWith({
      [HOUSE]: HINTS,
      'a.txt': '',
      'sport/b.txt': '',
      'culture/c.txt': '',
      [`culture/${HOUSE}`]: OFF,
    });
    const client = await startServer({ folders: [folder] });
    const severities = async (name: string) => {
      client.open(uriOf(folder, name), PASTED_TWICE);
      return (await client.pull(uriOf(folder, name))).map(({ severity }) => severity);
    };
    expect(await severities('a.txt')).toEqual([DiagnosticSeverity.Hint]);
    expect(await severities('sport/b.txt')).toEqual([DiagnosticSeverity.Hint]);
    expect(await severities('culture/c.txt')).toEqual([]);
  });

  test('wins over the settings where both say it, and the settings over the defaults', async () => {
    const folder = folderWith({
      [HOUSE]: '{ "dialect": "american", "maxFileSize": 1 }',
      'a.txt': '',
      'long.txt': '',
    });
    const settings = { dialect: 'british', names: ['Kyiv = Kiev'], maxFileSize: 4096 };
    const client = await startServer({ folders: [folder], settings: () => settings });
    const marked = async (name: string, text: string) => {
      client.open(uriOf(folder, name), text);
      return (await client.pull(uriOf(folder, name))).map(({ message }) => message);
    };
    expect(await marked('a.txt', 'The talks in Kiev went on by the theatre.\n')).toEqual([
      'House style spells this name “Kyiv”.',
      'House style is American spelling: “theater”.',
    ]);
    const [remark] = await marked('long.txt', 'The talks went on by the pier.\n'.repeat(100));
    expect(remark).toMatch(/not checked: .* up to 1 KB/u);
  });

  test('is no draft that has nothing to ask: it is in force, or has faults', async () => {
    const client = await startServer({ folders: [folderWith({ [HOUSE]: '' })] });
    const stands = async (uri: string, text: string) => {
      client.open(uri, text);
      return client.connection.sendRequest('bluePencil/draftStatus', { uri });
    };
    const off = { state: 'off', why: 'is house file' };
    expect(await stands(uriOf(folderWith({ [HOUSE]: '' }), HOUSE), HINTS)).toEqual({ ...off, faults: 0 });
    expect(await stands(uriOf(folderWith({ [HOUSE]: '' }), HOUSE), BAD)).toEqual({ ...off, faults: 1 });
  });

  test('takes the drafts it ignores out', async () => {
    const folder = folderWith({ [HOUSE]: '{ "ignore": ["wire/"] }', 'wire/a.txt': '', 'own/a.txt': '' });
    const client = await startServer({ folders: [folder] });
    client.open(uriOf(folder, 'wire/a.txt'), PASTED_TWICE);
    client.open(uriOf(folder, 'own/a.txt'), PASTED_TWICE);
    expect(await client.pull(uriOf(folder, 'wire/a.txt'))).toEqual([]);
    expect(await client.pull(uriOf(folder, 'own/a.txt'))).toHaveLength(1);
  });

  test('is watched: a change on disk has open drafts checked again', async () => {
    const folder = folderWith({ 'a.txt': '' });
    const client = await startServer({ folders: [folder] });
    const [draft, house] = [uriOf(folder, 'a.txt'), uriOf(folder, HOUSE)];
    client.open(draft, PASTED_TWICE);
    const severities = async () => (await client.pull(draft)).map(({ severity }) => severity);
    expect(await severities()).toEqual([DiagnosticSeverity.Error]);
    expect(client.registered).toContain('workspace/didChangeWatchedFiles');

    const change = async (type: FileChangeType) => {
      const asked = client.refreshed();
      client.filesChanged({ uri: house, type });
      await asked;
    };
    writeFileSync(join(folder, HOUSE), HINTS);
    await change(FileChangeType.Created);
    expect(await severities()).toEqual([DiagnosticSeverity.Hint]);
    writeFileSync(join(folder, HOUSE), OFF);
    await change(FileChangeType.Changed);
    expect(await severities()).toEqual([]);
    rmSync(join(folder, HOUSE));
    await change(FileChangeType.Deleted);
    expect(await severities()).toEqual([DiagnosticSeverity.Error]);
  });

  test('that becomes a bad one is marked on the line at fault, and the last good one stays in force', async () => {
    const folder = folderWith({ [HOUSE]: HINTS, 'a.txt': '' });
    const client = await startServer({ folders: [folder] });
    const [draft, house] = [uriOf(folder, 'a.txt'), uriOf(folder, HOUSE)];
    client.open(draft, PASTED_TWICE);
    const severities = async () => (await client.pull(draft)).map(({ severity }) => severity);
    expect(await severities()).toEqual([DiagnosticSeverity.Hint]);

    writeFileSync(join(folder, HOUSE), BAD);
    client.filesChanged({ uri: house, type: FileChangeType.Changed });
    // a reading under way while the file is written may find half of it
    const { diagnostics } = await client.publishedWhere(house, (params) =>
      params.diagnostics.some(({ message }) => String(message).includes('can’t be “loud”')),
    );
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.severity).toBe(DiagnosticSeverity.Error);
    expect(diagnostics[0]?.range).toEqual({
      start: { line: 2, character: 23 },
      end: { line: 2, character: 29 },
    });
    expect(await severities()).toEqual([DiagnosticSeverity.Hint]);

    // opened, its faults are those of what is in the editor, and told in one way: nothing more for a client that asks
    client.open(house, BAD, 'jsonc');
    expect(await client.pull(house)).toEqual([]);
    client.replaceAll(house, HINTS);
    await client.publishedWhere(house, (params) => params.diagnostics.length === 0);

    // closed without saving, it is what it is on disk
    client.close(house);
    await client.publishedWhere(house, (params) => params.diagnostics.length === 1);

    writeFileSync(join(folder, HOUSE), OFF);
    client.filesChanged({ uri: house, type: FileChangeType.Changed });
    await client.publishedWhere(house, (params) => params.diagnostics.length === 0);
    expect(await severities()).toEqual([]);
  });

  test('that is open has no faults left once it is deleted or in another folder', async () => {
    const folder = folderWith({ [`spring/${HOUSE}`]: BAD, 'spring/a.txt': '' });
    const client = await startServer({ folders: [folder] });
    const [before, after] = [uriOf(folder, `spring/${HOUSE}`), uriOf(folder, `summer/${HOUSE}`)];
    const listed = (uri: string, count: number) =>
      client.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === count);
    // an editor keeps it for minutes after its tab is closed
    client.open(before, BAD, 'jsonc');
    await listed(before, 1);
    client.filesChanged({ uri: before, type: FileChangeType.Changed });
    renameSync(join(folder, 'spring'), join(folder, 'summer'));
    client.filesChanged(
      { uri: uriOf(folder, 'summer'), type: FileChangeType.Created },
      { uri: uriOf(folder, 'spring'), type: FileChangeType.Deleted },
    );
    await listed(before, 0);
    await listed(after, 1);
    rmSync(join(folder, `summer/${HOUSE}`));
    client.filesChanged({ uri: after, type: FileChangeType.Deleted });
    await listed(after, 0);
  });

  test('that has a fault when the server starts leaves in force what it said before, if the client remembers that', async () => {
    const folder = folderWith({ [HOUSE]: HINTS, 'a.txt': '' });
    const [draft, house] = [uriOf(folder, 'a.txt'), uriOf(folder, HOUSE)];
    /** Starts the server with what is remembered, and gives what is found and what is to be remembered then. */
    const start = async (houses: Readonly<Record<string, string>>) => {
      const client = await startServer({ folders: [folder], initializationOptions: { houses } });
      const told: GoodHouse[] = [];
      client.connection.onNotification('bluePencil/goodHouse', (news: GoodHouse) => {
        told.push(news);
      });
      client.open(draft, PASTED_TWICE);
      const severities = (await client.pull(draft)).map(({ severity }) => severity);
      await client.stop();
      return { severities, told };
    };
    const remembered = { [house]: HINTS };
    expect(await start({})).toEqual({
      severities: [DiagnosticSeverity.Hint],
      told: [{ uri: house, text: HINTS }],
    });
    writeFileSync(join(folder, HOUSE), BAD);
    expect(await start(remembered)).toEqual({ severities: [DiagnosticSeverity.Hint], told: [] });
    rmSync(join(folder, HOUSE));
    expect(await start(remembered)).toEqual({
      severities: [DiagnosticSeverity.Error],
      told: [{ uri: house, text: null }],
    });
  }, 60_000);

  test('that is bad from the start is marked without being opened, and the defaults hold', async () => {
    const folder = folderWith({ [HOUSE]: '{ "checks": ', 'a.txt': '' });
    const client = await startServer({ folders: [folder] });
    await client.publishedWhere(uriOf(folder, HOUSE), ({ diagnostics }) => diagnostics.length === 1);
    client.open(uriOf(folder, 'a.txt'), PASTED_TWICE);
    expect(await client.pull(uriOf(folder, 'a.txt'))).toHaveLength(1);
  });

  test('that is no text is told of, and the defaults hold', async () => {
    const folder = folderWith({ [HOUSE]: 'GIF\0\0', 'a.txt': '' });
    const client = await startServer({ folders: [folder] });
    const { diagnostics } = await client.publishedWhere(uriOf(folder, HOUSE), () => true);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '.blue-pencil.json is not text. Nothing in it was checked.',
    ]);
    client.open(uriOf(folder, 'a.txt'), PASTED_TWICE);
    expect(await client.pull(uriOf(folder, 'a.txt'))).toHaveLength(1);
  });

  test('saved in a client that watches nothing has the drafts checked again', async () => {
    const folder = folderWith({ [HOUSE]: HINTS, 'a.txt': '' });
    const client = await startServer({ capabilities: BARE, folders: [folder] });
    const [draft, house] = [uriOf(folder, 'a.txt'), uriOf(folder, HOUSE)];
    client.open(draft, PASTED_TWICE);
    await client.publishedWhere(
      draft,
      ({ diagnostics }) => diagnostics[0]?.severity === DiagnosticSeverity.Hint,
    );
    client.open(house, HINTS, 'json');
    client.replaceAll(house, OFF);
    writeFileSync(join(folder, HOUSE), OFF);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: house } });
    await client.publishedWhere(draft, ({ diagnostics }) => diagnostics.length === 0);
  });
});
