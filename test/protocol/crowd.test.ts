// More than any editor does: a thousand open drafts, frames that are none, a draft as long as a book beside a short one.
import { describe, expect, test } from 'vitest';
import { startServer, uriOf } from './harness.ts';
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
