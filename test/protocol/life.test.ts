import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  ErrorCodes,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { builtServer } from './built.ts';
import { FULL, folderWith, startServer, uriOf } from './harness.ts';
import { PASTED_TWICE } from './story.ts';

const URI = 'untitled:ferry';
const MODELS = join(dirname(builtServer()), '../models');

test('a server without its models says so in the log, and the other checks run', async () => {
  const server = join(folderWith({}), 'dist/server.cjs');
  cpSync(builtServer(), server);
  const client = await startServer({ server });
  client.open(URI, 'The crew said the the ship had sailed.\n\nThe crew were been told to leave.\n');
  expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['repeated/word']);
  await client.logged((message) => message.includes('“garbled” failed') && message.includes('lexicon.bin'));
});

test.each([
  ['cut short', (model: Buffer) => model.subarray(0, 400_000), 'is cut short'],
  ['empty', (model: Buffer) => model.subarray(0, 0), 'is cut short'],
  [
    'damaged',
    (model: Buffer) => model.with(model.length >> 1, ((model.at(model.length >> 1) ?? 0) + 1) % 256),
    'is damaged',
  ],
])('a server whose models are %s says so in the log, and the other checks run', async (_, spoil, said) => {
  const folder = folderWith({});
  const server = join(folder, 'dist/server.cjs');
  cpSync(builtServer(), server);
  cpSync(MODELS, join(folder, 'models'), { recursive: true });
  writeFileSync(join(folder, 'models/tagger.bin'), spoil(readFileSync(join(MODELS, 'tagger.bin'))));
  const client = await startServer({ server });
  client.open(URI, 'The crew said the the ship had sailed.\n\nThe crew were been told to leave.\n');
  expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['repeated/word']);
  await client.logged((message) => message.includes('“garbled” failed') && message.includes(said));
});

describe('what a client should not send', () => {
  test.each([
    ['textDocument/didOpen', null],
    ['textDocument/didOpen', { textDocument: {} }],
    ['textDocument/didOpen', { textDocument: { uri: 7, languageId: [], version: 'x', text: 3 } }],
    ['textDocument/didChange', { textDocument: { uri: URI, version: 2 } }],
    ['textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{}] }],
    [
      'textDocument/didChange',
      { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: 5, text: 'x' }] },
    ],
    ['textDocument/didChange', { textDocument: { uri: 'untitled:unknown', version: 2 }, contentChanges: [] }],
    ['textDocument/didClose', { textDocument: { uri: 'untitled:unknown' } }],
    ['textDocument/didSave', {}],
    ['workspace/didChangeConfiguration', 'yes'],
    ['workspace/didChangeWatchedFiles', { changes: [{}] }],
    ['workspace/didChangeWorkspaceFolders', {}],
    ['window/workDoneProgress/cancel', { token: 'unknown' }],
    ['$/cancelRequest', { id: 4711 }],
    ['no/such/notification', {}],
  ])('%s with %j: the server goes on', async (method, params) => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    await client.connection.sendNotification(method, params as object);
    expect(await client.pull(URI)).toHaveLength(1);
    expect(client.process.exitCode).toBeNull();
  });

  test.each([
    ['textDocument/diagnostic', {}],
    ['textDocument/codeAction', { textDocument: { uri: URI } }],
    ['textDocument/codeAction', { textDocument: { uri: URI }, range: {}, context: {} }],
    ['textDocument/hover', { textDocument: { uri: URI } }],
    ['workspace/executeCommand', { command: 'bluePencil.noSuchCommand' }],
    ['workspace/executeCommand', { command: 'bluePencil.goToCopy' }],
    ['workspace/executeCommand', { command: 'bluePencil.goToCopy', arguments: ['there'] }],
    ['initialize', { processId: null, capabilities: {}, rootUri: null }],
    ['no/such/request', {}],
  ])('%s with %j: an error for an answer, and the server goes on', async (method, params) => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    await expect(client.connection.sendRequest(method, params)).rejects.toThrow();
    expect(await client.pull(URI)).toHaveLength(1);
  });

  test('questions about a document that is not open have empty answers', async () => {
    const client = await startServer();
    const textDocument = { uri: 'untitled:unknown' };
    const start = { line: 0, character: 0 };
    const ask = (method: string, params: object) =>
      client.connection.sendRequest(method, { textDocument, ...params });
    expect(await ask('textDocument/diagnostic', {})).toEqual({ kind: 'full', items: [] });
    expect(await ask('textDocument/hover', { position: start })).toBeNull();
    expect(
      await ask('textDocument/codeAction', { range: { start, end: start }, context: { diagnostics: [] } }),
    ).toEqual([]);
  });

  test('a message that is no JSON is passed over', async () => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    await client.pull(URI);
    client.process.stdin?.write('Content-Length: 9\r\n\r\n{"id": 1,');
    expect(await client.pull(URI)).toHaveLength(1);
  });

  test('a place far outside the text is met with the nearest', async () => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    const far = { line: 9_000, character: 9_000 };
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: URI },
      position: far,
    });
    expect(hover).toBeNull();
  });
});

describe('while somebody types', () => {
  test('questions that are taken back are not answered, and the last one is', async () => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    await client.pull(URI);
    // one write, as when all of it comes while the server is busy
    const messages: object[] = [];
    for (let i = 0; i < 20; i += 1) {
      const id = `burst-${i}`;
      const at = { line: 0, character: 0 };
      messages.push(
        {
          method: 'textDocument/didChange',
          params: {
            textDocument: { uri: URI, version: i + 2 },
            contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
          },
        },
        { id, method: 'textDocument/diagnostic', params: { textDocument: { uri: URI } } },
        { method: '$/cancelRequest', params: { id } },
      );
    }
    const framed = messages.map((message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    const answers: string[] = [];
    client.process.stdout?.on('data', (chunk: Buffer) => void answers.push(chunk.toString('utf8')));
    client.process.stdin?.write(framed.join(''));
    const [finding] = await client.pull(URI);
    expect(finding?.range.start.line).toBe(10);
    const told = answers.join('');
    for (let i = 0; i < 20; i += 1) expect(told).toContain(`"id":"burst-${i}","error":{"code":-32800`);
  });
});

describe('a draft whose file is deleted while it is open', () => {
  test('goes on being checked', async () => {
    const folder = folderWith({ 'a.txt': PASTED_TWICE });
    const uri = uriOf(folder, 'a.txt');
    const client = await startServer({ folders: [folder] });
    client.open(uri, PASTED_TWICE);
    expect(await client.pull(uri)).toHaveLength(1);
    rmSync(folder, { recursive: true });
    client.filesChanged({ uri, type: 3 });
    client.change(uri, { start: 0, end: 0, text: 'Late: ' });
    expect(await client.pull(uri)).toHaveLength(1);
    client.close(uri);
    expect(await client.pull(uri)).toEqual([]);
  });
});

describe('the end', () => {
  test('after shutdown and exit the code is 0', async () => {
    const client = await startServer();
    expect(await client.stop()).toBe(0);
  });

  test('after exit without shutdown it is 1', async () => {
    const client = await startServer();
    await client.connection.sendNotification('exit');
    expect(await client.exited).toBe(1);
  });

  test('comes when the client hangs up', async () => {
    const client = await startServer();
    client.process.stdin?.end();
    expect(await client.exited).toBe(1);
  });

  test('comes when the process that asked for it is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const client = await startServer({ processId: parent.pid ?? null });
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(await client.exited).toBe(1);
  });

  test('comes when an editor that talks by IPC closes the channel', async () => {
    const child = spawn(process.execPath, [builtServer(), '--node-ipc'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const answer = once(child, 'message');
    child.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: FULL },
    });
    const [message] = (await answer) as [{ result?: { serverInfo?: { name: string } } }];
    expect(message.result?.serverInfo?.name).toBe('Blue Pencil');
    child.disconnect();
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
  });

  test('after shutdown every question is an error, and exit still ends it with 0', async () => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    await client.connection.sendRequest('shutdown');
    for (const method of ['textDocument/diagnostic', 'shutdown', 'initialize', 'no/such/request'])
      await expect(
        client.connection.sendRequest(method, { textDocument: { uri: URI } }),
      ).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    await client.connection.sendNotification('exit');
    expect(await client.exited).toBe(0);
  });

  test.each(['pipe', 'socket'])(
    'what is no message is passed over on a %s too, which ends the server when it closes',
    async (kind) => {
      const listener = createServer();
      onTestFinished(() => void listener.close());
      const path =
        process.platform === 'win32' ? '\\\\.\\pipe\\blue-pencil-test' : join(folderWith({}), 'pipe');
      await once(kind === 'pipe' ? listener.listen(path) : listener.listen(0, '127.0.0.1'), 'listening');
      const address = listener.address();
      const where = typeof address === 'string' ? address : address?.port;
      const child = spawn(process.execPath, [builtServer(), `--${kind}=${where}`], { stdio: 'inherit' });
      onTestFinished(() => void child.kill('SIGKILL'));
      const [socket] = (await once(listener, 'connection')) as [Socket];
      socket.write('Content-Lengths: 12\r\n\r\n{"no":"one"}Content-Length: 0\r\n\r\n');
      const connection = createProtocolConnection(
        new StreamMessageReader(socket),
        new StreamMessageWriter(socket),
      );
      connection.listen();
      const greeting = { processId: null, rootUri: null, capabilities: {} };
      expect(await connection.sendRequest('initialize', greeting)).toMatchObject({
        serverInfo: { name: 'Blue Pencil' },
      });
      connection.dispose();
      socket.end();
      expect(await once(child, 'exit')).toEqual([1, null]);
    },
  );

  test('a question before the greeting is an error, and the greeting is still heard', async () => {
    const child = spawn(process.execPath, [builtServer()], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    for (const method of ['textDocument/hover', 'shutdown', 'no/such/request'])
      await expect(connection.sendRequest(method, {})).rejects.toMatchObject({
        code: ErrorCodes.ServerNotInitialized,
      });
    await connection.sendNotification('textDocument/didOpen', {});
    const greeting = { processId: null, rootUri: null, capabilities: {} };
    expect(await connection.sendRequest('initialize', greeting)).toMatchObject({
      serverInfo: { name: 'Blue Pencil' },
    });
    connection.dispose();
  });
});
