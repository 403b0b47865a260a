// Drafts that are on no disk: the server reads what belongs to them through the client.
import { describe, expect, test } from 'vitest';
import {
  DiagnosticSeverity,
  ExecuteCommandRequest,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol';
import type {
  FileRead,
  FileToRead,
  FolderRead,
  FolderToRead,
  WorkspaceSummary,
} from '../../server/src/lsp/protocol.ts';
import { startServer, type TestClient } from './harness.ts';
import { PASTED_TWICE } from './story.ts';

const DESK = 'vscode-vfs://github/desk/drafts';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
 * A client that keeps these files, by their paths below the desk's address.
 * @param says whether it tells the server that it reads files for it.
 */
async function clientWith(
  files: Readonly<Record<string, string>>,
  says = true,
): Promise<TestClient & { asked: string[] }> {
  const client = await startServer({ initializationOptions: says ? { files: true } : {} });
  const asked: string[] = [];
  client.connection.onRequest<FileRead, never>('bluePencil/readFile', ({ uri }: FileToRead): FileRead => {
    asked.push(uri);
    const text = files[uri.slice(DESK.length + 1)];
    return text === undefined ? { missing: true } : { base64: base64(text) };
  });
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
    const { open, pull, asked } = await clientWith({ '.blue-pencil.json': '{ "ignore": ["*"] }' }, false);
    open(`${DESK}/a.txt`, PASTED_TWICE);
    expect(await pull(`${DESK}/a.txt`)).toHaveLength(1);
    expect(asked).toEqual([]);
  });
});
