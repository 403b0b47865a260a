import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeFrames } from '../../server/src/frames.ts';

const frame = (body: string, more = '') => `Content-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;

/** What is passed on of bytes that come in chunks, and how often something was not. */
async function passedOn(chunks: readonly Buffer[]): Promise<{ text: string; lost: number }> {
  let lost = 0;
  const frames = wholeFrames(() => {
    lost += 1;
  });
  for (const chunk of chunks) frames.write(chunk);
  frames.end();
  const passed: Buffer[] = [];
  for await (const part of frames) passed.push(part);
  return { text: Buffer.concat(passed).toString('utf8'), lost };
}

const ONE = frame('{"method":"one – ☂"}');
const TWO = frame('{"method":"two"}', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n');

test.each([
  ['nothing between two messages', '', false],
  ['a header with a body that has no length', 'Content-Type: x\r\n\r\n{"a":1}', true],
  ['a length that is no number', 'Content-Length: x\r\n\r\n{"a":1}', true],
  ['a page', `GET / HTTP/1.1\r\nHost: a.b\r\n\r\n${'<p>Copy</p>\r\n'.repeat(600)}`, true],
  ['bytes without a line end', 'x'.repeat(9_000), true],
])('what is no message is left out, however the bytes come: %s', async (_, junk, isJunk) => {
  const bytes = Buffer.from(ONE + junk + TWO + ONE);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 200 }),
      async (sizes) => {
        const chunks: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          // what is left comes at once
          const size = sizes[i] ?? bytes.length;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        const { text, lost } = await passedOn(chunks);
        expect(text).toBe(ONE + TWO + ONE);
        expect(lost > 0).toBe(isJunk);
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});
