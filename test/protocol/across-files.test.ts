import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, ExecuteCommandRequest, FileChangeType } from 'vscode-languageserver-protocol';
import { ALONE, folderWith, startServer, type TestClient, uriOf } from './harness.ts';

const RELEASE = [
  'County acts on bridge',
  'The county council has decided to act at once, and thanks everybody for waiting so long. It has set aside the money for that, and will say more when it knows more.',
  'The bridge to Oru will be shut from Monday until the end of April, after divers found cracks in two of its twelve piers and rust on all of the others.',
].join('\n\n');

const STORY = [
  'No bridge until spring',
  'Islanders have been told to stock up on flour and lamp oil, and to be kind to the ferryman. Those who have a boat of their own may land it beside the church until Easter.',
  'The bridge to Oru will be shut from Monday until the end of March, after divers found cracks in two of its twelve piers and rust on all of the others.',
].join('\n\n');

const across = (diagnostics: readonly Diagnostic[] | undefined): readonly Diagnostic[] =>
  (diagnostics ?? []).filter(({ code }) => code === 'duplicate/across-files');

/** Pulls until the draft has so many passages that stand elsewhere; each look follows news of the server. */
async function pulledWith(client: TestClient, uri: string, count: number): Promise<readonly Diagnostic[]> {
  for (;;) {
    const news = client.refreshed();
    const found = across(await client.pull(uri));
    if (found.length === count) return found;
    await news;
  }
}

describe('copy that stands in another draft of the workspace', () => {
  test('is told of an open draft, leads to the other file, and can be compared with it', async () => {
    const folder = folderWith({ 'release.txt': RELEASE, 'story.txt': STORY });
    const client = await startServer({
      folders: [folder],
      settings: () => ({}),
      initializationOptions: { commands: ['bluePencil.compareCopies'] },
    });
    const story = uriOf(folder, 'story.txt');
    client.open(story, STORY);
    const [found] = await pulledWith(client, story, 1);
    expect(found?.message).toBe(
      'This passage stands in release.txt too, 30 of 31 words (it says “March”, the other says “April”). If both are to run, keep it in one of them.',
    );
    expect(found?.relatedInformation?.map(({ location }) => location)).toEqual([
      {
        uri: uriOf(folder, 'release.txt'),
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 149 } },
      },
    ]);
    const actions = await client.actionsAt(story, 'divers found');
    const compare = actions.find(({ title }) => title === 'Compare the two copies');
    expect(compare?.command?.arguments?.[0]).toMatchObject({
      uri: story,
      firstUri: uriOf(folder, 'release.txt'),
    });
    expect(actions.map(({ title }) => title)).toContain('Go to the other copy');
  });

  test('is found and gone again as the drafts change, open or on disk', async () => {
    const folder = folderWith({ 'story.txt': STORY });
    const client = await startServer({ folders: [folder], settings: () => ({}) });
    const story = uriOf(folder, 'story.txt');
    const release = uriOf(folder, 'release.txt');
    client.open(story, STORY);
    expect(across(await client.pull(story))).toEqual([]);

    writeFileSync(join(folder, 'release.txt'), RELEASE);
    client.filesChanged({ uri: release, type: FileChangeType.Created });
    await pulledWith(client, story, 1);

    client.open(release, RELEASE);
    const at = RELEASE.indexOf('The bridge to Oru');
    client.change(release, { start: at, end: RELEASE.length, text: 'That is all.' });
    await pulledWith(client, story, 0);

    client.close(release);
    await pulledWith(client, story, 1);

    rmSync(join(folder, 'release.txt'));
    client.filesChanged({ uri: release, type: FileChangeType.Deleted });
    await pulledWith(client, story, 0);
  });

  test('is told by a check of the workspace in drafts that are not open', async () => {
    const folder = folderWith({ 'release.txt': RELEASE, 'deep/story.md': STORY });
    const client = await startServer({ folders: [folder], settings: () => ({}) });
    await client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'bluePencil.checkWorkspace' });
    const [found] = across(client.published(uriOf(folder, 'release.txt')));
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(uriOf(folder, 'deep/story.md'));
    expect(across(client.published(uriOf(folder, 'deep/story.md'))).length).toBe(1);
  });

  test('is left alone where the setting says so, and outside the folders', async () => {
    const folder = folderWith({ 'release.txt': RELEASE, 'story.txt': STORY });
    const elsewhere = folderWith({ 'story.txt': STORY });
    const client = await startServer({
      folders: [folder],
      settings: () => ALONE,
    });
    client.open(uriOf(folder, 'story.txt'), STORY);
    client.open(uriOf(elsewhere, 'story.txt'), STORY);
    await client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'bluePencil.checkWorkspace' });
    expect(across(await client.pull(uriOf(folder, 'story.txt')))).toEqual([]);
    client.setSettings(() => ({}));
    await pulledWith(client, uriOf(folder, 'story.txt'), 1);
    expect(across(await client.pull(uriOf(elsewhere, 'story.txt')))).toEqual([]);
  });

  test('is told no more when the other file is deleted, though its document stays open, until somebody goes on with it', async () => {
    const folder = folderWith({ 'release.txt': RELEASE, 'story.txt': STORY });
    const client = await startServer({ folders: [folder], settings: () => ({}) });
    const [story, release] = [uriOf(folder, 'story.txt'), uriOf(folder, 'release.txt')];
    client.open(release, RELEASE);
    client.open(story, STORY);
    await pulledWith(client, story, 1);

    rmSync(join(folder, 'release.txt'));
    client.filesChanged({ uri: release, type: FileChangeType.Deleted });
    await pulledWith(client, story, 0);
    await client.pull(release);
    expect(across(await client.pull(story))).toEqual([]);

    client.change(release, { start: 0, end: 0, text: 'New: ' });
    await pulledWith(client, story, 1);
  });
});
