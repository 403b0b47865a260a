// Copy that ran before or stands in a release: what archives on disk know of drafts in the editor.
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  ExecuteCommandRequest,
  FileChangeType,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
} from 'vscode-languageserver-protocol';
import { readStory } from '../../server/src/archive/stories.ts';
import { openWriter } from '../../server/src/archive/writer.ts';
import type { AddedToArchive, AddToArchive } from '../../server/src/lsp/protocol.ts';
import type { StoryKind } from '../../server/src/reuse/archived.ts';
import { ISLAND, OWN, RELEASE, STORY } from '../bridge.ts';
import { ALONE, folderWith, startServer, type TestClient, uriOf } from './harness.ts';

const PRINTED = `---\ndate: 2024-03-12\n---\n\n# Island counts its people\n\n${ISLAND}\n`;

async function put(archive: string, path: string, text: string, kind: StoryKind): Promise<void> {
  const writer = await openWriter(archive);
  const found = { id: path, text, format: path.endsWith('.md') ? 'markdown' : 'plain' } as const;
  const { record, story } = await readStory(found, { kind, datesFrom: undefined });
  await writer.put(record, story.prints);
  await writer.close();
}

/** A shelf with a release and a printed story, an archive of both, and a desk with today's draft. */
async function desk(house?: string) {
  const shelf = folderWith({ 'county.txt': RELEASE, 'island.md': PRINTED });
  const archive = join(shelf, 'archive');
  await put(archive, join(shelf, 'county.txt'), RELEASE, 'release');
  await put(archive, join(shelf, 'island.md'), PRINTED, 'ours');
  const folder = folderWith({
    'bridge.txt': STORY,
    ...(house !== undefined && { '.blue-pencil.json': house.replace('SHELF', shelf) }),
  });
  return { shelf, archive, folder, uri: uriOf(folder, 'bridge.txt') };
}

const told = (diagnostics: readonly Diagnostic[] | undefined): readonly string[] =>
  (diagnostics ?? []).map(({ code, message }) => `${code}: ${String(message).split('. ')[0]}`);

const BOTH = [
  'duplicate/press-release: 2 paragraphs (55 % of the draft) stand in the release ‘County acts on the bridge to Oru’',
  'duplicate/archive: This passage ran on 12 March 2024 in ‘Island counts its people’ (24 of 25 words; it says “410”, the archive says “400”)',
];

const checkAll = (client: TestClient): Promise<unknown> =>
  client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'bluePencil.checkWorkspace' });

describe('a draft in the editor, with an archive', () => {
  test('is told what ran before and what stands in a release, and can be compared with the archived file', async () => {
    const { shelf, archive, folder, uri } = await desk();
    const client = await startServer({
      folders: [folder],
      settings: () => ({ archives: [archive] }),
      initializationOptions: { commands: ['bluePencil.compareCopies'] },
    });
    client.open(uri, STORY);
    expect(told(await client.pull(uri))).toEqual(BOTH);
    const compare = (await client.actionsAt(uri, 'About 410')).find(
      ({ title }) => title === 'Compare the two copies',
    );
    expect(compare?.command?.arguments?.[0]).toMatchObject({ firstUri: uriOf(shelf, 'island.md') });

    const at = STORY.indexOf('About 410');
    client.change(uri, { start: at, end: at + 60, text: 'Nobody lives there now' });
    expect(told(await client.pull(uri))).toEqual([BOTH[0]?.replace('55', '60')]);
  });

  test('is told by a check of the workspace too, and by the archive that the house file names', async () => {
    const { folder, uri } = await desk('{ "archive": ["SHELF/archive"] }');
    const client = await startServer({ folders: [folder], settings: () => ({}) });
    await checkAll(client);
    expect(told(client.published(uri))).toEqual(BOTH);
  });

  test('is told of what was put into the archive meanwhile, and what of it is gone', async () => {
    const { shelf, archive, folder, uri } = await desk();
    const client = await startServer({
      folders: [folder, shelf],
      settings: () => ({ ...ALONE, archives: [archive] }),
    });
    client.open(uri, STORY);
    await client.pull(uri);
    await put(archive, join(shelf, 'wire.txt'), `Stock up\n\n${OWN} The ferryman said so twice.\n`, 'agency');
    expect(told(await client.pull(uri)).join('\n')).toContain('copy, ‘Stock up’ (about 19 of 19 words)');

    rmSync(join(shelf, 'island.md'));
    client.filesChanged({ uri: uriOf(shelf, 'island.md'), type: FileChangeType.Deleted });
    expect(told(await client.pull(uri)).join('\n')).toContain(
      '‘Island counts its people’ (about 23 of 23 words)',
    );
  });

  test('is told that an archive cannot be used, once, and is checked all the same', async () => {
    const { archive, folder, uri } = await desk();
    writeFileSync(join(archive, '000001.seg'), 'nothing');
    const client = await startServer({ folders: [folder], settings: () => ({ archives: [archive, 'old'] }) });
    client.open(uri, STORY);
    expect(told(await client.pull(uri))).toEqual([BOTH[1]]);
    client.change(uri, { start: 0, end: 2, text: 'Yes' });
    await client.pull(uri);
    expect(client.log.filter((line) => line.includes('rchive'))).toEqual([
      'The archive “old” must be named by its full path, or by one that begins with ~/.',
      'A part of the archive archive with 1 story cannot be used: it is cut off. Take “Blue Pencil: Add This Folder to the Archive…” on the same folder again: it puts them back.',
    ]);
  });

  test('is compared with none in Restricted Mode, nor where both kinds are off', async () => {
    const { archive, folder, uri } = await desk('{ "archive": ["SHELF/archive"] }');
    const restricted = await startServer({
      folders: [folder],
      settings: () => ({ archives: [archive] }),
      initializationOptions: { restricted: true },
    });
    restricted.open(uri, STORY);
    expect(await restricted.pull(uri)).toEqual([]);
    await restricted.connection.sendNotification('bluePencil/trusted');
    expect(told(await restricted.pull(uri))).toEqual(BOTH);
    restricted.setSettings(() => ({
      severity: { 'duplicate/archive': 'off', 'duplicate/press-release': 'off' },
    }));
    expect(await restricted.pull(uri)).toEqual([]);
  });
});

describe('a folder that is added to an archive', () => {
  const add = (client: TestClient, asked: AddToArchive, workDoneToken?: string): Promise<AddedToArchive> =>
    client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'bluePencil.addStories',
      arguments: [asked],
      ...(workDoneToken !== undefined && { workDoneToken }),
    });

  test('is told at once of open drafts, and taken out again as it was put in', async () => {
    const shelf = folderWith({
      'county.txt': RELEASE,
      'wire/old.ndjson': '{"text": "Well then."}\nno JSON\n',
    });
    const folder = folderWith({ 'bridge.txt': STORY });
    const archive = join(folderWith({}), 'archive');
    const client = await startServer({ folders: [folder], settings: () => ({ archives: [archive] }) });
    const uri = uriOf(folder, 'bridge.txt');
    client.open(uri, STORY);
    expect(await client.pull(uri)).toEqual([]);
    const refreshed = client.refreshed();
    const asked = { archive, folder: uriOf(shelf), kind: 'release' } as const;
    const { undo, ...done } = await add(client, asked, 'mine');
    expect(done).toEqual({
      added: 2,
      known: 0,
      refused: 1,
      problems: [`${basename(shelf)}/wire/old.ndjson, line 2 is no JSON object in UTF-8.`],
      cancelled: false,
    });
    await refreshed;
    expect(told(await client.pull(uri))).toEqual([BOTH[0]]);
    expect(await client.connection.sendRequest('bluePencil/archives', { uri })).toEqual([
      { path: archive, stories: 2 },
    ]);
    expect(await add(client, asked)).toMatchObject({ added: 0, known: 2 });

    const remove = (token: unknown) =>
      client.connection.sendRequest(ExecuteCommandRequest.type, {
        command: 'bluePencil.removeStories',
        arguments: [token],
      });
    // something else was added since
    await expect(remove(undo)).rejects.toThrow('That can no longer be undone');
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'bluePencil.addStories',
      arguments: [{ ...asked, folder: uriOf(folder), kind: 'ours' }],
    });
    expect(told(await client.pull(uri))).toEqual([BOTH[0]]);
  });

  test('can be taken out again', async () => {
    const shelf = folderWith({ 'county.txt': RELEASE });
    const folder = folderWith({ 'bridge.txt': STORY });
    const archive = join(folderWith({}), 'archive');
    const client = await startServer({ folders: [folder], settings: () => ({ archives: [archive] }) });
    const uri = uriOf(folder, 'bridge.txt');
    client.open(uri, STORY);
    const { undo } = await add(client, { archive, folder: uriOf(shelf), kind: 'release' });
    expect(told(await client.pull(uri))).toEqual([BOTH[0]]);
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'bluePencil.removeStories',
      arguments: [undo],
    });
    expect(await client.pull(uri)).toEqual([]);
  });

  test('is refused in Restricted Mode, and while another is being added', async () => {
    const many = Array.from({ length: 300 }, (_, i) => JSON.stringify({ id: i, text: `${i} ${STORY}` }));
    const shelf = folderWith({ 'old.ndjson': many.join('\n') });
    const archive = join(folderWith({}), 'archive');
    const asked = { archive, folder: uriOf(shelf), kind: 'ours' } as const;
    const restricted = await startServer({ initializationOptions: { restricted: true } });
    await expect(add(restricted, asked)).rejects.toThrow('open in Restricted Mode');
    const client = await startServer({});
    const [first, second] = await Promise.allSettled([add(client, asked), add(client, asked)]);
    expect(first).toMatchObject({ value: { added: 300 } });
    expect(String((second as PromiseRejectedResult).reason)).toContain('just now');
  });

  test('is as far in as it was read when it is called off', async () => {
    const files = Array.from({ length: 400 }, (_, i) => [
      `s${i}.txt`,
      `${i}\n\n${STORY.replaceAll('Oru', `Oru${i}`)}`,
    ]);
    const shelf = folderWith(Object.fromEntries(files));
    const client = await startServer({});
    const archive = join(folderWith({}), 'archive');
    client.connection.onProgress(WorkDoneProgress.type, 'mine', ({ kind }) => {
      if (kind === 'report')
        void client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token: 'mine' });
    });
    const { added, cancelled } = await add(client, { archive, folder: uriOf(shelf), kind: 'ours' }, 'mine');
    expect(cancelled).toBe(true);
    expect(added).toBeLessThan(400);
    const { added: rest } = await add(client, { archive, folder: uriOf(shelf), kind: 'ours' });
    expect(added + rest).toBe(400);
  });
});
