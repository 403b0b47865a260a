// Nothing goes out: the server and the command line run where there is no network, and open no socket.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SKIPPED = 75;
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'blue-pencil-'));
writeFileSync(
  join(folder, 'a.txt'),
  'The ferry sailed after the the council had hired a crew.\n\nThe crew were been told to leave.\n',
);
writeFileSync(join(folder, 'b.md'), 'See [the page](https://example.org/a) for more. It was was late.\n');

const message = (body: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
const textDocument = {
  uri: 'untitled:a',
  languageId: 'plaintext',
  version: 1,
  text: readFileSync(join(folder, 'a.txt'), 'utf8'),
};
const conversation = [
  {
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
  },
  { method: 'initialized', params: {} },
  { method: 'textDocument/didOpen', params: { textDocument } },
  { id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: 'untitled:a' } } },
  { id: 3, method: 'shutdown' },
  { method: 'exit' },
].map(message);

const programs = [
  {
    name: 'the command line',
    args: [join(root, 'server/dist/cli.cjs'), 'check', '.'],
    input: '',
    status: 1,
    says: 'repeated/word',
  },
  {
    name: 'the server',
    args: [join(root, 'server/dist/server.cjs'), '--stdio'],
    input: conversation.join(''),
    status: 0,
    says: 'repeated/word',
  },
];

const works = (command: string, args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const around: {
  readonly name: string;
  readonly command: readonly string[] | undefined;
  readonly trace?: string;
}[] = [
  {
    name: 'without any interface (unshare --net)',
    command: works('unshare', ['-rn', 'true'])
      ? ['unshare', '-rn']
      : works('unshare', ['-n', 'true'])
        ? ['unshare', '-n']
        : undefined,
  },
  {
    name: 'with its calls traced (strace)',
    command: works('strace', ['-f', '-o', '/dev/null', 'true'])
      ? ['strace', '-f', '-e', 'trace=connect,sendto,sendmsg,bind,socket', '-o', join(folder, 'trace')]
      : undefined,
    trace: join(folder, 'trace'),
  },
];

/** Runs a program that ends by itself, as the server does when it is told to. */
async function talk(command: string, args: readonly string[], input: string) {
  const child = spawn(command, args, { cwd: folder, timeout: 120_000 });
  const told = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => {
    told.stdout += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    told.stderr += data;
  });
  child.stdin.write(input);
  const [status] = await once(child, 'close');
  return { status, ...told };
}

let passed = 0;
let failed = 0;
let skipped = 0;
for (const { name: how, command, trace } of around) {
  for (const { name, args, input, status, says } of programs) {
    if (command === undefined) {
      console.warn(`SKIPPED: ${name} ${how}: not to be had on this machine.`);
      skipped += 1;
      continue;
    }
    const [first = '', ...rest] = [...command, process.execPath, ...args];
    const ended = await talk(first, rest, input);
    const calls =
      trace === undefined
        ? []
        : readFileSync(trace, 'utf8')
            .split('\n')
            .filter((line) => /\b(?:connect|sendto|sendmsg|bind|socket)\(.*AF_INET/u.test(line));
    const good = ended.status === status && ended.stdout.includes(says) && calls.length === 0;
    console.log(`${good ? '✓' : '✗'} ${name} ${how}`);
    for (const call of calls) console.error(call);
    if (!good)
      console.error(`ended with ${ended.status}: ${ended.stdout.slice(-500)}${ended.stderr.slice(-500)}`);
    if (good) passed += 1;
    else failed += 1;
  }
}
rmSync(folder, { recursive: true, force: true });
if (process.env.TEST_COUNTS !== undefined)
  writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed, failed, skipped }));
process.exitCode = failed > 0 ? 1 : passed === 0 ? SKIPPED : 0;
