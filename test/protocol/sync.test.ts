import { describe, expect, test } from 'vitest';
import { startServer, told } from './harness.ts';
import { PASTED_TWICE, STORY } from './story.ts';

const PIECES = [
  ...STORY,
  `${STORY[2]}\n\n${STORY[3]}`,
  'the the ',
  'The The',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '⛴️',
  'e\u0301',
  ' ',
  '',
  'x',
] as const;

/** A stream of figures between 0 and 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// An editor never changes half of a character or of a line's end.
function whole(text: string, at: number): number {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1)) ? at + 1 : at;
}

describe('edits, one by one and several at once, leave what opening the text anew would', () => {
  test.each([
    [1, 'plaintext'],
    [2, 'plaintext'],
    [3, 'plaintext'],
    [4, 'markdown'],
  ])('seed %i, %s', async (seed, language) => {
    const random = chance(seed);
    const upTo = (most: number) => Math.floor(random() * (most + 1));
    // what the model reads comes when it comes, for either text
    const client = await startServer({ settings: () => ({ checks: { garbled: { model: 'off' } } }) });
    const edited = 'untitled:edited';
    client.open(edited, PASTED_TWICE, language);
    let findings = 0;
    for (let round = 0; round < 60; round += 1) {
      // dozens of copies of copies, all a little different, are no draft that anybody writes
      if (round % 12 === 11) client.replaceAll(edited, PASTED_TWICE);
      for (let notification = upTo(2); notification >= 0; notification -= 1) {
        let text = client.text(edited);
        const edits = Array.from({ length: 1 + upTo(2) }, () => {
          const start = whole(text, upTo(text.length));
          const end = whole(text, Math.min(text.length, start + (random() < 0.7 ? upTo(3) : upTo(300))));
          const edit = { start, end, text: PIECES[upTo(PIECES.length - 1)] ?? '' };
          text = text.slice(0, start) + edit.text + text.slice(end);
          return edit;
        });
        client.change(edited, ...edits);
        expect(client.text(edited)).toBe(text);
      }
      const fresh = `untitled:fresh-${round}`;
      client.open(fresh, client.text(edited), language);
      const [now, anew] = await Promise.all([client.pull(edited), client.pull(fresh)]);
      const plain = (diagnostics: readonly unknown[]) =>
        JSON.stringify(diagnostics).replaceAll(fresh, edited);
      expect(plain(now)).toBe(plain(anew));
      findings += now.length;
      client.close(fresh);
    }
    // the edits must not have left an empty page that anything would agree on
    expect(findings).toBeGreaterThan(2);
  });

  test('a client that points beyond the end of a line or of the text is met halfway', async () => {
    const client = await startServer();
    const uri = 'untitled:edges';
    client.open(uri, 'one\ntwo');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 99 }, end: { line: 0, character: 99 } }, text: '!' },
        {
          range: { start: { line: 7, character: 3 }, end: { line: 9, character: 0 } },
          text: `\n\n${PASTED_TWICE}`,
        },
      ],
    });
    const [finding] = await client.pull(uri);
    expect(finding?.code).toBe('duplicate/block');
    expect(finding?.range.start).toEqual({ line: 13, character: 0 });
  });

  test('a client that does not count its versions hears about the text as it stands', async () => {
    const client = await startServer();
    const uri = 'untitled:uncounted';
    client.open(uri, 'It was the the end.');
    expect(told(client, uri, await client.pull(uri))).toEqual(['repeated/word: the the']);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 1 },
      contentChanges: [{ text: 'It was the end.' }],
    });
    expect(await client.pull(uri)).toEqual([]);
  });
});
