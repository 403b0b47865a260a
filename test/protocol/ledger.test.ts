import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  DiagnosticSeverity,
  ExecuteCommandRequest,
  FileChangeType,
} from 'vscode-languageserver-protocol';
import type {
  CheckedClaim,
  ServerCommands,
  Settled,
  ToSignOff,
  WorkspaceSummary,
} from '../../server/src/lsp/protocol.ts';
import { BARE, folderWith, startServer, type TestClient, uriOf } from './harness.ts';
import { PASTED_TWICE } from './story.ts';

const LEDGER = '.blue-pencil/checked.jsonl';
const CREW =
  'Ferry stays\n\nThe boat is late. It will sail on on 12 weekdays, the office “said”. It rained.\n';
const ASKS = { commands: ['bluePencil.signOff'] };

const execute = <C extends keyof ServerCommands>(
  client: TestClient,
  command: C,
  ...given: ServerCommands[C]['arguments']
): Promise<ServerCommands[C]['result']> =>
  client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...given] });

const run = (client: TestClient, action: CodeAction | undefined) =>
  client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: action?.command?.command ?? '',
    arguments: action?.command?.arguments ?? [],
  });

const codes = async (client: TestClient, uri: string) => (await client.pull(uri)).map(({ code }) => code);
const lines = (folder: string) =>
  readFileSync(join(folder, LEDGER), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A folder with one draft, open in a client that asks for nothing, and the way to ignore its finding. */
async function crew(options: Parameters<typeof startServer>[0] = {}) {
  const folder = folderWith({ 'news/crew.txt': CREW });
  const client = await startServer({ folders: [folder], ...options });
  const uri = uriOf(folder, 'news/crew.txt');
  client.open(uri, CREW);
  const ignore = async () =>
    (await client.actionsAt(uri, 'on on')).find(({ title }) => title.startsWith('Ignore'));
  return { folder, client, uri, ignore };
}

describe('a finding that is signed off', () => {
  test('is gone, and the ledger says what, why, who and when', async () => {
    const { folder, client, uri, ignore } = await crew();
    expect(await codes(client, uri)).toEqual(['repeated/word']);
    const asked = client.refreshed();
    await run(client, await ignore());
    await asked;
    expect(await codes(client, uri)).toEqual([]);
    expect(await client.actionsAt(uri, 'on on')).toEqual([]);
    const [entry, ...others] = lines(folder);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      code: 'repeated/word',
      excerpt: 'It will sail on on 12 weekdays, the office “said”.',
      reason: 'ignored',
      who: userInfo().username,
      path: 'news/crew.txt',
    });
    expect(new Date(String(entry?.when)).toISOString()).toBe(entry?.when);
    expect(readFileSync(join(folder, 'news/crew.txt'), 'utf8')).toBe(CREW);
  });

  test('stays gone when the sentence moves or is set anew, and comes back when a figure changes', async () => {
    const { client, uri, ignore } = await crew();
    await run(client, await ignore());
    client.replaceAll(uri, CREW.replace('The boat is late. ', '').replace('“said”', "'said'"));
    expect(await codes(client, uri)).toEqual([]);
    const at = client.text(uri).indexOf('12');
    client.change(uri, { start: at, end: at + 2, text: '13' });
    expect(await codes(client, uri)).toEqual(['repeated/word']);
    client.change(uri, { start: at, end: at + 2, text: '12' });
    expect(await codes(client, uri)).toEqual([]);
  });

  test('is gone from a check of the workspace, open or not, and comes back when its file changes', async () => {
    const { folder, client, uri, ignore } = await crew();
    writeFileSync(join(folder, 'copy.txt'), CREW);
    writeFileSync(join(folder, 'later.txt'), CREW.replace('12', '14'));
    const check = async () =>
      (await execute(client, 'bluePencil.checkWorkspace')) as unknown as WorkspaceSummary;
    expect(await check()).toMatchObject({ files: 3, findings: 3, settled: 0 });
    const copy = uriOf(folder, 'copy.txt');
    await client.publishedWhere(copy, ({ diagnostics }) => diagnostics.length === 1);
    await run(client, await ignore());
    // closed drafts that were checked are checked again by themselves
    await client.publishedWhere(copy, ({ diagnostics }) => diagnostics.length === 0);
    expect(await codes(client, uri)).toEqual([]);
    expect(await check()).toMatchObject({ files: 3, findings: 1, settled: 2 });
    expect(client.published(uriOf(folder, 'later.txt'))).toHaveLength(1);
  });

  test('is counted for a client that asks for it, in open drafts and in those that a run checked', async () => {
    const { folder, client, uri, ignore } = await crew({ initializationOptions: { settled: true } });
    writeFileSync(join(folder, 'copy.txt'), CREW);
    const copy = uriOf(folder, 'copy.txt');
    const heard = new Map<string, number>();
    const waiting: { ready(): boolean; done(): void }[] = [];
    client.connection.onNotification('bluePencil/settled', (news: Settled) => {
      heard.set(news.uri, news.settled);
      for (const one of waiting) if (one.ready()) one.done();
    });
    const settled = (of: string, count: number) =>
      new Promise<void>((done) => {
        const ready = () => (heard.get(of) ?? 0) === count;
        if (ready()) done();
        else waiting.push({ ready, done });
      });
    await execute(client, 'bluePencil.checkWorkspace');
    await codes(client, uri);
    expect(heard).toEqual(new Map());
    await run(client, await ignore());
    await codes(client, uri);
    await Promise.all([settled(uri, 1), settled(copy, 1)]);
    // a draft that nobody checks any more counts for nothing
    rmSync(join(folder, 'copy.txt'));
    await execute(client, 'bluePencil.checkWorkspace');
    await settled(copy, 0);
    expect(heard.get(uri)).toBe(1);
  });

  test('comes back when it is undone', async () => {
    const { client, uri, ignore, folder } = await crew();
    await run(client, await ignore());
    const [claim] = await execute(client, 'bluePencil.checkedClaims');
    const asked = client.refreshed();
    await execute(client, 'bluePencil.undoSignOff', {
      ledger: claim?.ledger ?? '',
      id: claim?.id ?? '',
      who: 'Bo',
    });
    await asked;
    expect(await codes(client, uri)).toEqual(['repeated/word']);
    expect(lines(folder)).toMatchObject([{ id: claim?.id }, { undoes: claim?.id, who: 'Bo' }]);
    expect(await execute(client, 'bluePencil.checkedClaims')).toEqual([]);
    await run(client, await ignore());
    expect(await codes(client, uri)).toEqual([]);
  });

  test('comes back when it is undone, however many editors have settled it', async () => {
    const { client, uri, ignore } = await crew();
    const action = await ignore();
    await run(client, action);
    await run(client, action);
    const [claim, ...others] = await execute(client, 'bluePencil.checkedClaims');
    expect(others).toHaveLength(1);
    await execute(client, 'bluePencil.undoSignOff', { ledger: claim?.ledger ?? '', id: claim?.id ?? '' });
    expect(await codes(client, uri)).toEqual(['repeated/word']);
  });

  test('is not fixed by “fix all”', async () => {
    const { client, uri, ignore } = await crew();
    const both = CREW.replace('It rained', 'It rained on the the pier');
    client.replaceAll(uri, both);
    await run(client, await ignore());
    const [all] = await client.actionsAt(uri, 'Ferry', ['source.fixAll']);
    expect(client.apply(uri, all)).toBe(CREW.replace('It rained', 'It rained on the pier'));
  });

  test('goes at once where another window works in the same folder, and comes back there', async () => {
    const { folder, client, uri, ignore } = await crew();
    const other = await startServer({ folders: [folder] });
    other.open(uri, CREW);
    expect(await codes(other, uri)).toEqual(['repeated/word']);
    await run(client, await ignore());
    // what the editor's watcher tells the other window
    const told = async (type: FileChangeType) => {
      const asked = other.refreshed();
      other.filesChanged({ uri: uriOf(folder, LEDGER), type });
      await asked;
    };
    await told(FileChangeType.Created);
    expect(await codes(other, uri)).toEqual([]);
    const [claim] = await execute(other, 'bluePencil.checkedClaims');
    await execute(other, 'bluePencil.undoSignOff', { ledger: claim?.ledger ?? '', id: claim?.id ?? '' });
    client.filesChanged({ uri: uriOf(folder, LEDGER), type: FileChangeType.Changed });
    expect(await codes(client, uri)).toEqual(['repeated/word']);
  });

  test('is settled by both of two windows that write at the same time', async () => {
    const { folder, client, uri } = await crew();
    const other = await startServer({ folders: [folder] });
    const target = (name: string) => ({
      uri,
      fingerprint: `1-${name}`,
      code: 'repeated/word',
      excerpt: name,
    });
    const many = Array.from({ length: 50 }, (_, i) => i);
    await Promise.all(
      many.flatMap((i) => [
        execute(client, 'bluePencil.signOffAs', { target: target(`a${i}`), reason: 'ignored' }),
        execute(other, 'bluePencil.signOffAs', { target: target(`b${i}`), reason: 'ignored' }),
      ]),
    );
    expect(new Set(lines(folder).map(({ excerpt }) => excerpt)).size).toBe(100);
  });

  test('is looked for again on saving, where the client watches nothing', async () => {
    const { folder, client, uri, ignore } = await crew();
    await run(client, await ignore());
    const signed = readFileSync(join(folder, LEDGER));
    rmSync(join(folder, '.blue-pencil'), { recursive: true });
    const bare = await startServer({ capabilities: BARE, folders: [folder] });
    bare.open(uri, CREW);
    await bare.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === 1);
    mkdirSync(join(folder, '.blue-pencil'));
    writeFileSync(join(folder, LEDGER), signed);
    await bare.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await bare.publishedWhere(uri, ({ diagnostics }) => diagnostics.length === 0);
  });
});

describe('the way to sign off', () => {
  test('comes last, and is carried out by a client that can ask', async () => {
    const { folder, client, uri } = await crew({ initializationOptions: ASKS });
    const actions = await client.actionsAt(uri, 'on on');
    expect(actions.map(({ title }) => title)).toEqual(['Delete the second “on”', 'Ignore this']);
    const command = actions.at(-1)?.command;
    expect(command?.command).toBe('bluePencil.signOff');
    const target = command?.arguments?.[0] as ToSignOff;
    expect(target).toMatchObject({ uri, code: 'repeated/word', claim: false, words: 'on on' });
    await execute(client, 'bluePencil.signOffAs', {
      target,
      reason: 'checked with  the\nharbour office',
      note: ' by telephone ',
      who: 'Ann Lee',
    });
    expect(lines(folder)).toMatchObject([
      { reason: 'checked with the harbour office', note: 'by telephone', who: 'Ann Lee' },
    ]);
    expect(await codes(client, uri)).toEqual([]);
  });

  test('signs with the name in the settings', async () => {
    const { folder, client, ignore } = await crew({ settings: () => ({ editorName: ' Ann Lee ' }) });
    await run(client, await ignore());
    expect(lines(folder)).toMatchObject([{ who: 'Ann Lee' }]);
  });

  test('tells several findings at one place apart', async () => {
    const { client, uri } = await crew();
    const slipped = PASTED_TWICE.replace('The', 'The the');
    client.replaceAll(uri, slipped);
    const found = await client.pull(uri);
    const widest = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: widest,
      context: { diagnostics: [] },
    })) as CodeAction[];
    const ways = actions.filter(({ title }) => title.startsWith('Ignore this'));
    expect(ways).toHaveLength(found.length);
    expect(new Set(ways.map(({ title }) => title)).size).toBe(found.length);
    expect(actions.slice(-ways.length)).toEqual(ways);
  });

  test('ignores one copy of a passage, and a further copy is told of', async () => {
    const folder = folderWith({});
    const client = await startServer({ folders: [folder] });
    const uri = uriOf(folder, 'story.txt');
    client.open(uri, PASTED_TWICE);
    const [finding] = await client.pull(uri);
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: finding?.range,
      context: { diagnostics: [] },
    })) as CodeAction[];
    await run(client, actions.at(-1));
    expect(await codes(client, uri)).toEqual([]);
    client.replaceAll(
      uri,
      `${PASTED_TWICE}\nAnd this is how it went on.\n\n${PASTED_TWICE.split('\n\n').slice(1).join('\n\n')}`,
    );
    expect((await codes(client, uri)).length).toBeGreaterThan(0);
  });

  test('says that a draft without a folder has no ledger', async () => {
    const { folder, client } = await crew({ initializationOptions: ASKS });
    const elsewhere = uriOf(folderWith({ 'a.txt': CREW }), 'a.txt');
    for (const [uri, words] of [
      ['untitled:crew', 'Save it in the folder you work in'],
      [elsewhere, 'Open the folder it is in'],
    ] as const) {
      client.open(uri, CREW);
      const action = (await client.actionsAt(uri, 'on on')).at(-1);
      const target = action?.command?.arguments?.[0] as ToSignOff;
      expect(target.hindrance).toContain(words);
      await expect(execute(client, 'bluePencil.signOffAs', { target, reason: 'ignored' })).rejects.toThrow(
        words,
      );
    }
    expect(existsSync(join(folder, LEDGER))).toBe(false);
  });

  test('says that the ledger cannot be written', async () => {
    const { folder, client, ignore } = await crew();
    const action = await ignore();
    writeFileSync(join(folder, '.blue-pencil'), 'in the way');
    await expect(run(client, action)).rejects.toThrow(
      /^This could not be noted: the ledger in .* cannot be written/u,
    );
  });

  test('refuses what is no finding', async () => {
    const { client } = await crew();
    await expect(execute(client, 'bluePencil.signOffAs', {} as never)).rejects.toThrow(/is missing/u);
    await expect(execute(client, 'bluePencil.undoSignOff', {} as never)).rejects.toThrow(/is missing/u);
  });
});

describe('a damaged ledger', () => {
  test('is told of on its lines, and its other lines hold', async () => {
    const { folder, client, uri, ignore } = await crew();
    await run(client, await ignore());
    const ledger = uriOf(folder, LEDGER);
    const told = (count: number) =>
      client.publishedWhere(ledger, ({ diagnostics }) => diagnostics.length === count);
    appendFileSync(join(folder, LEDGER), '{"id":"torn');
    client.filesChanged({ uri: ledger, type: FileChangeType.Changed });
    const { diagnostics } = await told(1);
    expect(diagnostics[0]).toMatchObject({
      severity: DiagnosticSeverity.Warning,
      range: { start: { line: 1, character: 0 } },
      message: expect.stringMatching(/^This line is damaged and is passed over/u),
    });
    expect(await codes(client, uri)).toEqual([]);
    await execute(client, 'bluePencil.signOffAs', {
      target: { uri, fingerprint: '1-0', code: 'repeated/word', excerpt: '' },
      reason: 'ignored',
    });
    expect(readFileSync(join(folder, LEDGER), 'utf8').split('\n')[1]).toBe('{"id":"torn');
    rmSync(join(folder, '.blue-pencil'), { recursive: true });
    client.filesChanged({ uri: uriOf(folder, '.blue-pencil'), type: FileChangeType.Deleted });
    await told(0);
    expect(await codes(client, uri)).toEqual(['repeated/word']);
  });

  test('is told of from the start, without a draft being open', async () => {
    const folder = folderWith({ [LEDGER]: '<<<<<<< HEAD\n' });
    const client = await startServer({ folders: [folder] });
    await client.publishedWhere(uriOf(folder, LEDGER), ({ diagnostics }) => diagnostics.length === 1);
  });

  test('that cannot be read settles nothing, and that is told', async () => {
    const folder = folderWith({ [`${LEDGER}/x`]: '' });
    const client = await startServer({ folders: [folder] });
    const { diagnostics } = await client.publishedWhere(uriOf(folder, LEDGER), () => true);
    expect(diagnostics[0]?.severity).toBe(DiagnosticSeverity.Error);
    expect(diagnostics[0]?.message).toContain('every finding is shown');
  });
});

describe('the list of what is settled', () => {
  test('says where each sentence stands now, the latest first, and which are gone', async () => {
    const { folder, client, uri, ignore } = await crew();
    const sign = async (name: string, text: string) => {
      const draft = uriOf(folder, name);
      writeFileSync(join(folder, name), text);
      client.open(draft, text);
      await run(client, (await client.actionsAt(draft, 'on on')).at(-1));
      client.close(draft);
    };
    await run(client, await ignore());
    await sign('renamed.txt', CREW.replace('12', '13'));
    await sign('gone.md', CREW.replace('12', '14'));
    rmSync(join(folder, 'renamed.txt'));
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'new name.txt'), `\ufeff${CREW.replace('12', '13')}`);
    writeFileSync(join(folder, 'gone.md'), CREW.replace('12', '15'));
    client.change(uri, { start: 0, end: 0, text: 'Late news\n\n' });

    const claims = await execute(client, 'bluePencil.checkedClaims');
    const place = ({ uri, range }: CheckedClaim) => [uri, range?.start];
    expect(claims.map(place)).toEqual([
      [uriOf(folder, 'gone.md'), undefined],
      [uriOf(folder, 'deep', 'new name.txt'), { line: 2, character: 18 }],
      [uri, { line: 4, character: 18 }],
    ]);
    expect(claims.map(({ path, reason }) => [path, reason])).toEqual([
      ['gone.md', 'ignored'],
      ['renamed.txt', 'ignored'],
      ['news/crew.txt', 'ignored'],
    ]);
  });

  test('is empty where nothing is settled', async () => {
    const { client } = await crew();
    expect(await execute(client, 'bluePencil.checkedClaims')).toEqual([]);
  });
});
