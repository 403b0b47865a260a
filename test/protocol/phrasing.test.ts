import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import type { InView, InViewNotification } from '../../server/src/lsp/protocol.ts';
import { builtServer } from './built.ts';
import { BARE, folderWith, startServer, type TestClient, told, uriOf } from './harness.ts';

const URI = 'untitled:bridge';
const MODELS = fileURLToPath(new URL('../../server/models', import.meta.url));
const RIGHT = `The bridge over the Tarn will close on Monday so that engineers can replace its bearings.

Residents were asked to leave the area by noon. The council is to set out its plans on Thursday.
`;

/** Types over words, as somebody does who changes his mind half-way. */
function type(client: TestClient, words: string, over: string): void {
  const start = client.text(URI).indexOf(words);
  client.change(URI, { start, end: start + words.length, text: over });
}

/** Pulls, and again whenever the server has news, until what is told is as it should be. */
async function toldAtLast(client: TestClient, due: readonly string[]): Promise<void> {
  for (;;) {
    const refreshed = client.refreshed();
    const now = told(client, URI, await client.pull(URI));
    if (now.join() === due.join()) return;
    await refreshed;
  }
}

const BROKEN = RIGHT.replace('asked to leave', 'asked leave');
const FOUND = ['garbled/phrase: asked leave'];

// a machine that is busy takes seconds to load what it reads with
describe('phrasing that no rule knows', { timeout: 60_000 }, () => {
  test('is marked while somebody types, soon after, and no longer once it is mended', async () => {
    const client = await startServer();
    client.open(URI, RIGHT);
    expect(await client.pull(URI)).toEqual([]);
    type(client, 'asked to leave', 'asked leave');
    await toldAtLast(client, FOUND);
    const [mend] = await client.actionsAt(URI, 'asked leave');
    expect([mend?.title, mend?.isPreferred]).toEqual(['Insert “to” before “leave”', true]);
    expect(client.apply(URI, mend)).toBe(RIGHT);
    // what was known of a sentence is known still
    expect(await client.pull(URI)).toEqual([]);
  });

  test('is found first where the user is reading', async () => {
    const plain = (i: number) =>
      `The ${i} residents of the island have been told to boil their water for a week.`;
    const asked = (who: string) => `The ${who} were asked leave the area by noon.`;
    const draft = Array.from({ length: 90 }, (_, i) => plain(i + 2))
      .with(30, asked('nurses'))
      .with(89, asked('players'));
    const client = await startServer();
    client.open(URI, draft.join('\n\n'));
    const end = { line: 178, character: 5 };
    const view: InView = { uri: URI, ranges: [{ start: { line: 170, character: 0 }, end }] };
    void client.connection.sendNotification('bluePencil/inView' satisfies InViewNotification, view);
    for (;;) {
      const refreshed = client.refreshed();
      const found = (await client.pull(URI)).filter(({ code }) => code === 'garbled/phrase');
      if (found.length > 0) {
        expect(found.map(({ range }) => range.start.line)).toContain(178);
        return;
      }
      await refreshed;
    }
  });

  test('is the same as where all is read at once', async () => {
    const draft = readDraft(BROKEN, 'plain');
    const found = checkDraft(draft, planChecks(CHECKS)).map(
      ({ code, span }) => `${code}: ${BROKEN.slice(span.start, span.end)}`,
    );
    expect(found).toEqual(FOUND);
    const client = await startServer();
    client.open(URI, BROKEN);
    await toldAtLast(client, found);
  });

  test('is sent unasked to clients that cannot ask', async () => {
    const client = await startServer({ capabilities: BARE });
    client.open(URI, BROKEN);
    const { diagnostics } = await client.publishedWhere(URI, (published) => published.diagnostics.length > 0);
    expect(told(client, URI, diagnostics)).toEqual(FOUND);
  });

  test('is found in drafts that are not open, by the check of the workspace', async () => {
    const folder = folderWith({ 'bridge.txt': BROKEN });
    const client = await startServer({ folders: [folder], capabilities: BARE });
    await client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'bluePencil.checkWorkspace' });
    const uri = uriOf(folder, 'bridge.txt');
    const { diagnostics } = await client.publishedWhere(uri, () => true);
    expect(diagnostics.map(({ code }) => code)).toEqual(['garbled/phrase']);
  });

  test('is left alone where the house wants no model', async () => {
    const client = await startServer({ settings: () => ({ checks: { garbled: { model: 'off' } } }) });
    client.open(URI, BROKEN);
    expect(await client.pull(URI)).toEqual([]);
  });

  test.each(['phrasing', 'kernel-plain'])(
    'goes unread, and the log says why, where %s.bin is damaged',
    async (name) => {
      const folder = folderWith({});
      const server = join(folder, 'dist/server.cjs');
      cpSync(builtServer(), server);
      cpSync(MODELS, join(folder, 'models'), { recursive: true });
      writeFileSync(
        join(folder, `models/${name}.bin`),
        readFileSync(join(MODELS, `${name}.bin`)).subarray(0, 1000),
      );
      const client = await startServer({ server });
      client.open(URI, BROKEN.replace('Residents were', 'The residents was'));
      await client.pull(URI);
      await client.logged(
        (message) => message.includes('phrasing model is left out') && message.includes(`${name}.bin`),
      );
      expect(told(client, URI, await client.pull(URI))).toEqual(['garbled/phrase: residents was']);
    },
  );
});
