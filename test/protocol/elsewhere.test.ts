// Drafts that are on no disk: the server reads what belongs to them through the client.
import { describe, expect, test } from 'vitest';
import {
  DiagnosticSeverity,
  ExecuteCommandRequest,
  FileChangeType,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol';
import type {
  FileRead,
  FileToRead,
  FolderRead,
  FolderToRead,
  WorkspaceSummary,
} from '../../server/src/lsp/protocol.ts';
import { type Options, startServer, type TestClient } from './harness.ts';
import { PASTED_TWICE } from './story.ts';

const DESK = 'vscode-vfs://github/desk/drafts';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
 * A client that keeps these files, by their paths below the desk's address.
 * @param options of the client; it tells the server that it reads files for it unless they say otherwise.
 * @param read is waited for after a file was read, before its text is sent.
 */
async function clientWith(
  files: Readonly<Record<string, string>>,
  options: Options = { initializationOptions: { files: true } },
  read: (name: string) => Promise<void> = async () => {},
): Promise<TestClient & { asked: string[] }> {
  const client = await startServer(options);
  const asked: string[] = [];
  client.connection.onRequest<FileRead, never>(
    'bluePencil/readFile',
    async ({ uri }: FileToRead): Promise<FileRead> => {
      asked.push(uri);
      const name = uri.slice(DESK.length + 1);
      const text = files[name];
      await read(name);
      return text === undefined ? { missing: true } : { base64: base64(text) };
    },
  );
  const names = Object.keys(files);
  client.connection.onRequest<FolderRead, never>(
    'bluePencil/readFolder',
    ({ uri }: FolderToRead): FolderRead => {
      const within = names
        .map((name) => `${DESK}/${name}`)
        .filter((name) => name.startsWith(`${uri}/`))
        .map((name) => name.slice(uri.length + 1).split('/'));
      return {
        files: within.filter((parts) => parts.length === 1).map(([name = '']) => name),
        folders: [...new Set(within.filter((parts) => parts.length > 1).map(([name = '']) => name))],
      };
    },
  );
  client.connection.onRequest(WorkspaceFoldersRequest.type, () => [{ uri: DESK, name: 'desk' }]);
  return { ...client, asked };
}

describe('a draft on no disk', () => {
  test('is judged by the nearest house file above it', async () => {
    const { open, pull } = await clientWith({
      '.blue-pencil.json': '{ "severity": { "duplicate/block": "hint" }, "ignore": ["wire/"] }',
    });
    open(`${DESK}/sport/cup/a.txt`, PASTED_TWICE);
    open(`${DESK}/wire/a.txt`, PASTED_TWICE);
    expect((await pull(`${DESK}/sport/cup/a.txt`)).map(({ severity }) => severity)).toEqual([
      DiagnosticSeverity.Hint,
    ]);
    expect(await pull(`${DESK}/wire/a.txt`)).toEqual([]);
  });

  test('costs no question while it is typed into', async () => {
    const { open, pull, replaceAll, asked } = await clientWith({});
    const uri = `${DESK}/a.txt`;
    open(uri, 'Ferry back in service\n');
    await pull(uri);
    const before = asked.length;
    expect(before).toBeGreaterThan(0);
    replaceAll(uri, PASTED_TWICE);
    expect(await pull(uri)).toHaveLength(1);
    expect(asked).toHaveLength(before);
  });

  test('is checked with its folder, unless it is ignored or not text', async () => {
    const { connection, publishedWhere, published } = await clientWith({
      '.blue-pencil.json': '{ "ignore": ["wire/"] }',
      '.gitignore': '*.copy',
      'a.txt': 'Ferry back in service\n',
      'sport/cup/b.md': PASTED_TWICE,
      'wire/c.txt': PASTED_TWICE,
      'old.copy': PASTED_TWICE,
      'picture.txt': 'GIF\0\0',
    });
    const params = { command: 'bluePencil.checkWorkspace', arguments: [] };
    const summary: WorkspaceSummary = await connection.sendRequest(ExecuteCommandRequest.type, params);
    expect(summary).toMatchObject({ files: 2, findings: 1, cancelled: false });
    expect(summary.skipped).toEqual([
      { uri: `${DESK}/picture.txt`, reason: expect.stringContaining('not text') },
    ]);
    await publishedWhere(`${DESK}/sport/cup/b.md`, ({ diagnostics }) => diagnostics.length === 1);
    expect(published(`${DESK}/wire/c.txt`) ?? []).toEqual([]);
  });

  test('that has no file at all is checked without asking for one', async () => {
    const { open, pull, asked } = await clientWith({});
    open('untitled:Untitled-1', PASTED_TWICE);
    expect(await pull('untitled:Untitled-1')).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  test('is checked by the defaults where the client reads no files', async () => {
    const { open, pull, asked } = await clientWith({ '.blue-pencil.json': '{ "ignore": ["*"] }' }, {});
    open(`${DESK}/a.txt`, PASTED_TWICE);
    expect(await pull(`${DESK}/a.txt`)).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  test('is compared with another no more when that is deleted while it is being read', async () => {
    const SHUT =
      'The bridge to Oru will be shut from Monday until the end of March, after divers found cracks in two of its twelve piers and rust on all of the others.';
    const RELEASE = `County acts on bridge\n\nThe county council has decided to act at once, and thanks everybody for waiting so long. It has set aside the money for that, and will say more when it knows more.\n\n${SHUT}\n`;
    const files: Record<string, string> = { 'release.txt': RELEASE };
    let answer: (() => void) | undefined;
    let isAsked: (() => void) | undefined;
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let first = true;
    const client = await clientWith(
      files,
      { initializationOptions: { files: true }, settings: () => ({}) },
      async (name) => {
        if (name !== 'release.txt' || !first) return;
        first = false;
        isAsked?.();
        await held;
      },
    );
    const [uri, release] = [`${DESK}/story.txt`, `${DESK}/release.txt`];
    client.open(release, RELEASE);
    client.open(
      uri,
      `No bridge until spring\n\nIslanders have been told to stock up on flour and lamp oil, and to be kind to the ferryman. Those who have a boat of their own may land it beside the church until Easter.\n\n${SHUT}\n`,
    );
    const codes = async () => (await client.pull(uri)).map(({ code }) => code);
    await client.pull(release);
    expect(await codes()).toEqual(['duplicate/across-files']);

    client.close(release);
    await asked;
    delete files['release.txt'];
    client.filesChanged({ uri: release, type: FileChangeType.Deleted });
    answer?.();
    while ((await codes()).length > 0) await client.refreshed();
    // an edit asks the shelf anew
    client.change(uri, { start: 0, end: 2, text: 'Still no' });
    expect(await codes()).toEqual([]);
  });
});
