// The language server in a browser's web worker: it has no files but those the client reads for it.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createClientHost } from './client-host.ts';
import { filesOfClient } from './lsp/client-files.ts';
import { createGoodHouses } from './lsp/good-houses.ts';
import { createOrder } from './lsp/order.ts';
import { serve } from './lsp/server.ts';
import { modelsLieIn } from './models-fetched.ts';
import { judgeBetween } from './phrasing/live.ts';

const connection = createConnection(
  new BrowserMessageReader(globalThis),
  new BrowserMessageWriter(globalThis),
  { messageStrategy: createOrder() },
);

serve(connection, (client) => {
  const { models } = client.options;
  if (models !== undefined) modelsLieIn(models);
  return {
    ...createClientHost(filesOfClient(connection), createGoodHouses(connection, client)),
    ledgerFor: async () => undefined,
    ledgerChanged() {},
    lookAtLedger: async () => false,
    async appendToLedger() {
      throw new Error('VS Code in a browser cannot write it yet; a desktop can');
    },
    userName: () => 'unnamed',
    judgeSentences: judgeBetween(turn),
    turn,
    later(pause, run) {
      const timer = setTimeout(run, pause);
      return () => clearTimeout(timer);
    },
  };
});

/** A message to oneself, since a browser puts off timers by four milliseconds. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const heard = () => {
      port1.close();
      resolve();
    };
    // setting the listener this way starts the port
    Object.assign(port1, { onmessage: heard });
    port2.postMessage(undefined);
  });
}
