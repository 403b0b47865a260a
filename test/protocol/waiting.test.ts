// Somebody waits for an answer while the server has drafts to check that nobody waits for.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ExecuteCommandRequest, FileChangeType } from 'vscode-languageserver-protocol';
import type { PreferredKind } from '../../server/src/lsp/protocol.ts';
import { newsWithCopy } from '../bench/story.ts';
import { ALONE, folderWith, startServer, type TestClient, uriOf } from './harness.ts';

const PREFERRED: PreferredKind = 'quickfix.bluePencil.preferred';
const RULES_ALONE = { checks: { garbled: { model: 'off' } } };
const DRAFTS = 40;

/** Drafts that all share copy, as those with a desk's standing paragraph do. */
const drafts = (words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: DRAFTS }, (_, nth) => [
      `report-${nth}.txt`,
      [
        `Harbour report ${nth}`,
        `${words} the the office in ward ${nth} was shut.`,
        'The harbour office keeps a list of all boats that have a berth in winter, and the list may be read by anybody who asks for it at the desk.',
      ].join('\n\n'),
    ]),
  );

const check = (client: TestClient): Promise<unknown> =>
  client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'bluePencil.checkWorkspace' });

function writeAll(client: TestClient, folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  client.filesChanged(
    ...Object.keys(files).map((name) => ({
      uri: uriOf(folder, name),
      type: FileChangeType.Changed as FileChangeType,
    })),
  );
}

test('a fix is answered before the drafts that wait to be checked, each of which is checked once', async () => {
  const before = drafts('Ann Lee said');
  const folder = folderWith(before);
  const client = await startServer({ folders: [folder], settings: () => RULES_ALONE });
  await check(client);
  const told = client.publications.length;
  expect(told).toBe(DRAFTS);

  const after = drafts('On Monday Ann Lee said');
  writeAll(client, folder, after);
  writeAll(client, folder, after);
  const asked = uriOf(folder, 'report-30.txt');
  await client.publishedWhere(uriOf(folder, 'report-1.txt'), () => client.publications.length > told);
  client.open(asked, after['report-30.txt'] ?? '');
  const sent = client.publications.length;
  const [fix] = await client.actionsAt(asked, 'the the office', [PREFERRED]);
  // it is taken back where it is opened, and a check or two were under way
  expect(client.publications.length - sent).toBeLessThanOrEqual(4);
  expect(client.apply(asked, fix)).toContain('said the office in ward 30');
  client.close(asked);

  await client.publishedWhere(
    uriOf(folder, `report-${DRAFTS - 1}.txt`),
    () => client.publications.length >= 2 * told,
  );
  await check(client);
  // the one that was open is told of twice more: taken back while it is open, and told again
  expect(client.publications.length - told).toBeLessThanOrEqual(DRAFTS + 2);
});

test('drafts that are written anew as they were are not told of again', async () => {
  const files = drafts('Ann Lee said');
  const folder = folderWith(files);
  const client = await startServer({ folders: [folder], settings: () => RULES_ALONE });
  await check(client);
  const told = client.publications.length;
  writeAll(client, folder, files);
  await check(client);
  expect(client.publications.length).toBe(told);
});

test('what is known of a draft that was checked is not found anew to fix it', async () => {
  const text = `The the ferry sailed.\n\n${newsWithCopy(10_000, 1)}`;
  const folder = folderWith({ 'long.txt': text });
  const client = await startServer({
    folders: [folder],
    settings: () => ({ ...ALONE, ...RULES_ALONE }),
  });
  await check(client);
  const long = uriOf(folder, 'long.txt');
  const order: string[] = [];
  client.open(long, text);
  const pulled = client.pull(long).then(() => order.push('all that is found'));
  const [fix] = await client.actionsAt(long, 'the ferry', [PREFERRED]);
  order.push('the fix');
  expect(client.apply(long, fix)).toMatch(/^The ferry sailed\./u);
  await pulled;
  expect(order).toEqual(['the fix', 'all that is found']);
});

test('an open draft that shares no copy with the others is not asked for again when they have been read', async () => {
  const folder = folderWith({ 'ferry.txt': 'The ferry sailed.', 'bridge.txt': 'The bridge is shut.' });
  const client = await startServer({ folders: [folder], settings: () => RULES_ALONE });
  let isAsked = false;
  void client.refreshed().then(() => {
    isAsked = true;
  });
  const ferry = uriOf(folder, 'ferry.txt');
  client.open(ferry, 'The ferry sailed.');
  await client.pull(ferry);
  await check(client);
  await client.pull(ferry);
  expect(isAsked).toBe(false);
});
