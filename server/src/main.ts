// The language server in Node: --stdio (also without any argument), --node-ipc, --socket=PORT or --pipe=NAME.
import './v8-flags.ts';
import { Console } from 'node:console';
import { connect } from 'node:net';
import type { Writable } from 'node:stream';
import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { serveArchive } from './archive/thread.ts';
import { createClientHost } from './client-host.ts';
import { wholeFrames } from './frames.ts';
import { filesOfClient } from './lsp/client-files.ts';
import { createGoodHouses } from './lsp/good-houses.ts';
import { createOrder } from './lsp/order.ts';
import { serve } from './lsp/server.ts';
import { createNodeHost } from './node-host.ts';
import { servePhrasing } from './phrasing-thread.ts';

const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/u;

if (!isMainThread) {
  if (!serveArchive()) servePhrasing();
} else if (process.argv.includes('--version')) {
  process.stdout.write(`${version}\n`);
} else if (process.argv.includes('--help')) {
  process.stdout.write(
    'blue-pencil-language-server [--stdio | --node-ipc | --socket=PORT | --pipe=NAME]\n\nChecks news drafts for an editor that speaks the language server protocol. For a check from the command line use blue-pencil.\n',
  );
} else {
  if (!process.argv.some((arg) => TRANSPORT.test(arg))) process.argv.push('--stdio');
  const lost = () => {
    connection.console.error('Something that the client sent is no message; it was passed over.');
  };
  const options = { messageStrategy: createOrder() };
  // what is logged by habit must not come between messages
  globalThis.console = new Console(process.stderr);
  const { input, output } = streamsOf(process.argv) ?? {};
  // what comes from another program of Node's is no frames
  const connection =
    input === undefined || output === undefined
      ? createConnection(ProposedFeatures.all, options)
      : createConnection(ProposedFeatures.all, input.pipe(wholeFrames(lost)), output, options);

  // A fault in one place must not take the checking of everything else away, but nobody should miss it either.
  const survive = (what: unknown) => {
    const broken =
      what instanceof Error &&
      'code' in what &&
      ['EPIPE', 'ERR_IPC_CHANNEL_CLOSED'].includes(String(what.code));
    // nobody is listening any more
    if (broken) process.exit(1);
    connection.console.error(`Something went wrong in the server, which goes on: ${detail(what)}`);
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
  process.on('disconnect', () => process.exit(1));

  serve(connection, (client) => {
    const good = createGoodHouses(connection, client);
    const elsewhere = client.files ? createClientHost(filesOfClient(connection), good) : undefined;
    return createNodeHost(new URL(import.meta.url), good, client.options.storage, elsewhere);
  });
}

/** Where messages come from and go to, as the arguments say; undefined for another program of Node's. */
function streamsOf(args: readonly string[]): { input: NodeJS.ReadableStream; output: Writable } | undefined {
  if (args.includes('--stdio')) return { input: process.stdin, output: process.stdout };
  const at = args.findIndex((arg) => /^--(?:socket|pipe)(?:=|$)/u.test(arg));
  const [kind, where = args[at + 1] ?? ''] = args[at]?.split(/=(.*)/su) ?? [];
  if (kind === undefined) return undefined;
  // the client listens there
  const socket = kind === '--pipe' ? connect(where) : connect(Number(where), '127.0.0.1');
  return { input: socket, output: socket };
}

function detail(what: unknown): string {
  return what instanceof Error ? (what.stack ?? what.message) : String(what);
}
