import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol';
import type { TrustedNotification, WorkspaceSummary } from '../../server/src/lsp/protocol.ts';
import { folderWith, startServer, type TestClient, uriOf } from './harness.ts';
import { CLEAN, PASTED_TWICE } from './story.ts';

// a.txt and c.txt share copy
const THREE = { 'a.txt': PASTED_TWICE, 'b.md': 'The the ferry sank.', 'c.txt': CLEAN };

/** A desk of which one draft's copy stands in another too, and the folder where an editor keeps things for it. */
function deskOf(files: Readonly<Record<string, string>>) {
  const folder = folderWith(files);
  const storage = join(folderWith({}), 'deep', 'storage');
  const begin = (restricted = false): Promise<TestClient> =>
    startServer({
      folders: [folder],
      settings: () => ({ checks: { garbled: { model: 'off' } } }),
      initializationOptions: { storage, restricted },
    });
  /** What a check of the workspace finds, in a server that is started for it, and how many drafts it judged. */
  const check = async (client?: TestClient) => {
    const one = client ?? (await begin());
    const summary: WorkspaceSummary = await one.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'bluePencil.checkWorkspace',
    });
    const found = Object.keys(files).map((name) =>
      one.published(uriOf(folder, name))?.map(({ code, message, range }) => ({ code, message, range })),
    );
    if (client === undefined) await one.stop();
    return { judged: summary.files - summary.remembered, found };
  };
  const change = (name: string, text: string) => writeFileSync(join(folder, name), text);
  return { folder, storage, cache: join(storage, 'findings.tsv'), begin, check, change };
}

// each test starts several servers
const TIMEOUT = 60_000;

describe('what a check of the workspace found before', { timeout: TIMEOUT }, () => {
  test('is not looked for again in drafts that are as they were, in the same window or another', async () => {
    const { folder, check, begin } = deskOf(THREE);
    const first = await check();
    expect(first.judged).toBe(3);
    expect(first.found.map((one) => one?.length)).toEqual([2, 1, 1]);
    const client = await begin();
    expect(await check(client)).toEqual({ ...first, judged: 0 });
    expect(await check(client)).toEqual({ ...first, judged: 0 });
    expect(readdirSync(folder).sort()).toEqual(Object.keys(THREE));
  });

  test('holds until the draft changes, or what it is judged by, or a draft that it shares copy with', async () => {
    const { check, change } = deskOf(THREE);
    expect((await check()).judged).toBe(3);
    change('a.txt', `By our own reporter\n\n${PASTED_TWICE}`);
    expect((await check()).judged).toBe(2);
    change('.blue-pencil.json', '{ "checks": { "repeated": false } }');
    const without = await check();
    expect(without.judged).toBe(3);
    expect(without.found[1]).toBeUndefined();
  });

  test('is read from the folder of the editor', async () => {
    const { check, cache } = deskOf(THREE);
    await check();
    writeFileSync(
      cache,
      readFileSync(cache, 'utf8').replace(/"message":"[^"]*"/gu, '"message":"As before."'),
    );
    const { judged, found } = await check();
    expect(judged).toBe(0);
    const messages = found.flatMap((one) => one?.map(({ message }) => message) ?? []);
    expect([...new Set(messages)]).toEqual(['As before.']);
  });

  test('is whole after a server that was killed in the middle, whatever it left', async () => {
    const { check, cache, begin } = deskOf(THREE);
    const client = await begin();
    void check(client).catch(() => {});
    client.process.kill('SIGKILL');
    await client.exited;
    const first = await check();
    const whole = readFileSync(cache);
    truncateSync(cache, whole.length - 1);
    expect((await check()).found).toEqual(first.found);
    expect((await check()).judged).toBe(0);
  });

  test('is kept nowhere in Restricted Mode, until the folder is trusted', async () => {
    const { check, storage, begin } = deskOf(THREE);
    const client = await begin(true);
    const first = await check(client);
    expect(existsSync(storage)).toBe(false);
    await client.connection.sendNotification('bluePencil/trusted' satisfies TrustedNotification);
    await check(client);
    expect(existsSync(storage)).toBe(true);
    expect(await check()).toEqual({ ...first, judged: 0 });
  });

  test('is not kept where that is not possible, which the log says, and the check goes on', async () => {
    const { check, storage, begin } = deskOf(THREE);
    writeFileSync(join(storage, '../..', 'deep'), '');
    onTestFinished(() => rmSync(join(storage, '../..', 'deep')));
    const client = await begin();
    expect((await check(client)).judged).toBe(3);
    expect(await client.logged((line) => line.includes('could not be kept'))).toMatch(/could not be kept: /u);
  });
});
