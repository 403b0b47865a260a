// More than any editor does: a thousand open drafts, frames that are none, a draft as long as a book beside a short one.
import { describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  ExecuteCommandRequest,
  HoverRequest,
  WorkDoneProgress,
} from 'vscode-languageserver-protocol/node';
import { newsWithCopy } from '../bench/story.ts';
import { ALONE, folderWith, startServer, type TestClient, uriOf } from './harness.ts';
import { PASTED_TWICE } from './story.ts';

const URI = uriOf('/desk/ferry');
const WORD_TWICE = 'The ferry sailed after the the council had hired a crew.';
/** What the model reads takes its time and is not what is asked about here. */
const RULES_ALONE = () => ({ checks: { garbled: { model: 'off' } } });

test('a thousand open drafts are each told of their own', async () => {
  const client = await startServer({ settings: RULES_ALONE });
  const uris = Array.from({ length: 1_000 }, (_, n) => uriOf(`/desk/draft-${n}.txt`));
  for (const uri of uris) client.open(uri, WORD_TWICE);
  const found = await Promise.all(uris.map((uri) => client.pull(uri)));
  expect(found.filter((one) => one.length !== 1)).toEqual([]);
  for (const [n, uri] of uris.entries()) if (n % 2 === 0) client.replaceAll(uri, 'The ferry sailed.');
  const again = await Promise.all(uris.map((uri) => client.pull(uri)));
  expect(again.map((one) => one.length)).toEqual(uris.map((_, n) => n % 2));
  for (const uri of uris) client.close(uri);
  client.open(URI, PASTED_TWICE);
  expect(await client.pull(URI)).toHaveLength(1);
}, 120_000);

test('a paragraph that is too long to be judged as one is told of where it begins, and no longer when it is cut', async () => {
  const client = await startServer({ settings: RULES_ALONE });
  const long = `${WORD_TWICE.replace('the the', 'the')} It came back. `.repeat(120);
  client.open(URI, `One.\n\n${long}\n`);
  const remarks = async () => (await client.pull(URI)).filter(({ code }) => code === 'in-parts');
  expect((await remarks()).map(({ range, severity }) => [range.start.line, severity])).toEqual([[2, 4]]);
  client.replaceAll(URI, `One.\n\n${long.slice(0, 4_000)}\n\n${long.slice(4_000)}`);
  expect(await remarks()).toEqual([]);
});

describe('a draft as long as many books', () => {
  const AT = { line: 0, character: 28 };
  const hover = (client: TestClient) =>
    client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position: AT });

  test.each(['plaintext', 'markdown', 'html'])(
    'leaves time for a short one beside it: %s',
    async (language) => {
      const client = await startServer({
        settings: () => ({ ...RULES_ALONE(), languages: [language, 'plaintext'] }),
      });
      const long = uriOf('/desk/books');
      const text = newsWithCopy(30_000, 1);
      const order: string[] = [];
      client.open(
        long,
        Array.from({ length: 25 }, (_, n) => text.replaceAll('said', `said ${n}`))
          .join('\n\n')
          .slice(0, 4_000_000),
        language,
      );
      const longIsTold = client.pull(long).then((found) => {
        order.push('long');
        return found;
      });
      client.open(URI, WORD_TWICE);
      expect(await client.pull(URI)).toHaveLength(1);
      expect(await hover(client)).not.toBeNull();
      client.change(URI, { start: 0, end: 0, text: 'Late: ' });
      expect(await client.pull(URI)).toHaveLength(1);
      order.push('short');
      // nobody waits for what is found in a draft that is closed
      client.close(long);
      expect(await longIsTold).toEqual([]);
      expect(order).toEqual(['short', 'long']);
    },
    120_000,
  );

  test.each(['books.md', 'books.html'])(
    'that is not open is read while a short one beside it has its answers: %s',
    async (name) => {
      const paragraphs = newsWithCopy(100_000, 1).split('\n\n');
      const text = paragraphs.map((one) => (name.endsWith('.html') ? `<p>${one}</p>` : one)).join('\n\n');
      const folder = folderWith({ [name]: text, 'short.txt': WORD_TWICE });
      const client = await startServer({
        folders: [folder],
        settings: () => ({ ...RULES_ALONE(), languages: ['markdown', 'html', 'plaintext'] }),
      });
      const short = uriOf(folder, 'short.txt');
      client.open(short, WORD_TWICE);
      await client.pull(short);
      let isRead = false;
      client.connection.onProgress(WorkDoneProgress.type, 'check', ({ kind }) => {
        isRead ||= kind === 'report';
      });
      const calledOff = new CancellationTokenSource();
      const check = client.connection.sendRequest(
        ExecuteCommandRequest.type,
        { command: 'bluePencil.checkWorkspace', workDoneToken: 'check' },
        calledOff.token,
      );
      let answers = 0;
      for (; !isRead && answers < 20; answers += 1) {
        client.change(short, { start: 0, end: 0, text: 'Late: ' });
        expect(await client.pull(short)).toHaveLength(1);
      }
      // read in one go, it lets a few questions be asked before and after
      expect(answers).toBe(20);
      calledOff.cancel();
      await check;
    },
    120_000,
  );

  test('has the findings of a fresh check, though it is typed into while it is read', async () => {
    const client = await startServer({ settings: () => ({ ...RULES_ALONE(), ...ALONE }) });
    const [typed, fresh] = [uriOf('/desk/typed'), uriOf('/desk/fresh')];
    client.open(typed, newsWithCopy(12_000, 2));
    const asked: Promise<unknown>[] = [];
    for (const at of [60_000, 30, 15_000]) {
      asked.push(client.pull(typed));
      await client.connection.sendRequest('bluePencil/houseTemplate');
      client.change(typed, { start: at, end: at + 40, text: ' and and the harbour was\n\nshut' });
    }
    await Promise.all(asked);
    client.open(fresh, client.text(typed));
    const found = await client.pull(typed);
    expect(found.length).toBeGreaterThan(3);
    expect(JSON.stringify(found).replaceAll(typed, fresh)).toBe(JSON.stringify(await client.pull(fresh)));
  }, 120_000);
});

describe('a frame that is none', () => {
  test.each([
    ['a length that is no number', 'Content-Length: many\r\n\r\n'],
    ['a header without a length', 'Content-Type: x\r\n\r\n'],
    ['a body that is a list', 'Content-Length: 2\r\n\r\n[]'],
    ['a body that is a word', 'Content-Length: 4\r\n\r\nnull'],
    ['a body that is not UTF-8', Buffer.from([...Buffer.from('Content-Length: 2\r\n\r\n'), 0xff, 0xfe])],
    ['no header at all', '\r\n\r\n'],
  ])('%s: the server goes on', async (_, frame) => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    await client.pull(URI);
    client.process.stdin?.write(frame);
    expect(await client.pull(URI)).toHaveLength(1);
  });
});

describe('what is no frame and has a body', () => {
  test.each([
    ['a length that is no number', 'Content-Length: many\r\n\r\n{"jsonrpc":"2.0"}'],
    ['no length', 'Content-Type: x\r\n\r\n{"jsonrpc":"2.0","method":"exit"}'],
    ['a length below nothing', 'Content-Length: -5\r\n\r\n{"a":1}'],
    ['a length past all sense', 'Content-Length: 99999999999\r\n\r\n{"a":1}'],
    ['a length that is too short', 'Content-Length: 4\r\n\r\n{"jsonrpc":"2.0","method":"exit"}'],
    ['a page of something else', `GET / HTTP/1.1\r\nHost: a.b\r\n\r\n${'<p>Copy</p>\r\n'.repeat(1_000)}`],
    ['bytes without an end', Buffer.alloc(50_000, 0xff)],
  ])('%s: what follows is heard, and the log says that something was not', async (_, junk) => {
    const client = await startServer();
    client.open(URI, PASTED_TWICE);
    await client.pull(URI);
    client.process.stdin?.write(junk);
    expect(await client.pull(URI)).toHaveLength(1);
    await client.logged((message) => message.includes('passed over'));
    client.change(URI, { start: 0, end: 0, text: 'Late: ' });
    expect(await client.pull(URI)).toHaveLength(1);
  });
});
