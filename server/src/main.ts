// The language server in Node: --stdio (also without any argument), --node-ipc, --socket=PORT or --pipe=NAME.
import { Console } from 'node:console';
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
  const connection = process.argv.includes('--stdio')
    ? createConnection(ProposedFeatures.all, process.stdin.pipe(wholeFrames(lost)), process.stdout, options)
    : createConnection(ProposedFeatures.all, options);

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
    return createNodeHost(new URL(import.meta.url), good, elsewhere);
  });
}

function detail(what: unknown): string {
  return what instanceof Error ? (what.stack ?? what.message) : String(what);
}
