// What the server may do in a folder that its user does not trust, and what no folder can make it do.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ApplyWorkspaceEditRequest, ExecuteCommandRequest } from 'vscode-languageserver-protocol';
import type { ToSignOff } from '../../server/src/lsp/protocol.ts';
import { FULL, folderWith, startServer, uriOf } from './harness.ts';

const CREW =
  'Ferry stays\n\nThe boat is late. It will sail on on 12 weekdays, the office “said”. It rained.\n';
const SENTENCE = /open in Restricted Mode, in which Blue Pencil writes nothing/u;
const EDITS = {
  ...FULL,
  workspace: {
    ...FULL.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

async function desk({
  restricted = false,
  files = {},
}: {
  restricted?: boolean;
  files?: Record<string, string>;
}) {
  const folder = folderWith({ 'crew.txt': CREW, ...files });
  const client = await startServer({
    folders: [folder],
    capabilities: EDITS,
    initializationOptions: { restricted, commands: ['bluePencil.signOff'] },
  });
  const edited: unknown[] = [];
  client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    edited.push(edit);
    return { applied: true };
  });
  const uri = uriOf(folder, 'crew.txt');
  client.open(uri, CREW);
  const actions = () => client.actionsAt(uri, 'on on');
  const target = async () => {
    const ignore = (await actions()).find(({ title }) => title.startsWith('Ignore'));
    return ignore?.command?.arguments?.[0] as ToSignOff;
  };
  const execute = (command: string, given: unknown) =>
    client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [given] });
  return { folder, client, uri, edited, actions, target, execute };
}

describe('a folder in Restricted Mode', () => {
  test('is checked, and nothing in it is written until it is trusted', async () => {
    const { folder, client, uri, edited, actions, target, execute } = await desk({ restricted: true });
    expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['repeated/word']);
    expect((await target()).hindrance).toMatch(SENTENCE);
    const offered = async () => (await actions()).map(({ title }) => title).join('\n');
    expect(await offered()).not.toMatch(/Don’t report this kind/u);

    const request = { target: await target(), reason: 'ignored' };
    await expect(execute('bluePencil.signOffAs', request)).rejects.toThrow(SENTENCE);
    const undoing = { ledger: uriOf(folder, '.blue-pencil/checked.jsonl'), id: 'a' };
    await expect(execute('bluePencil.undoSignOff', undoing)).rejects.toThrow(SENTENCE);
    const kind = { uri, code: 'repeated/word' };
    await expect(execute('bluePencil.dontReport', kind)).rejects.toThrow(SENTENCE);
    expect(readdirSync(folder)).toEqual(['crew.txt']);
    expect(edited).toEqual([]);

    const asked = client.refreshed();
    await client.connection.sendNotification('bluePencil/trusted');
    await asked;
    expect(await offered()).toMatch(/Don’t report this kind/u);
    await execute('bluePencil.signOffAs', request);
    expect(existsSync(join(folder, '.blue-pencil/checked.jsonl'))).toBe(true);
    await execute('bluePencil.dontReport', kind);
    expect(edited).toHaveLength(1);
  });

  test('can tune the checks by its house file, but not have larger drafts read', async () => {
    const house = '{ "severity": { "repeated/word": "hint" }, "maxFileSize": 100000 }';
    const { client, folder, uri } = await desk({ restricted: true, files: { '.blue-pencil.json': house } });
    expect((await client.pull(uri)).map(({ severity }) => severity)).toEqual([4]);
    const large = uriOf(folder, 'large.txt');
    client.open(large, 'It rained.\n'.repeat(450_000));
    expect((await client.pull(large)).map(({ message }) => message)).toEqual([
      expect.stringContaining('checked up to 4,096 KB'),
    ]);
  });
});

test('a ledger behind a link is refused, with a clear message, and what it leads to is left alone', async () => {
  const outside = folderWith({ profile: 'PATH=/bin\n' });
  const { folder, client, target, execute } = await desk({});
  mkdirSync(join(folder, '.blue-pencil'));
  symlinkSync(join(outside, 'profile'), join(folder, '.blue-pencil', 'checked.jsonl'));
  await expect(
    execute('bluePencil.signOffAs', { target: await target(), reason: 'ignored' }),
  ).rejects.toThrow('cannot be written (it is a link, and nothing is written through a link)');
  expect(readFileSync(join(outside, 'profile'), 'utf8')).toBe('PATH=/bin\n');
  const ledger = uriOf(folder, '.blue-pencil/checked.jsonl');
  const { diagnostics } = await client.publishedWhere(ledger, (told) => told.diagnostics.length > 0);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'The ledger lies behind a link and is not read, so that every finding is shown, settled or not.',
  ]);
});
