import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { piecedSource } from '../../server/src/draft/source.ts';
import { openText } from '../../server/src/lsp/open-text.ts';

const text = fc
  .array(fc.constantFrom('a', 'word ', '\n', '\r', '\r\n', '𝒜', 'é', '“', ' ', 'x'.repeat(5_000)), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  text,
});

test('an open text after any edits is the text that the edits make, with the protocol’s lines', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 8 }), (start, edits) => {
      const open = openText('a', 'plaintext', 0, start);
      let plain = start;
      for (const [i, { from, to, text: inserted }] of edits.entries()) {
        const ends = [Math.round(from * plain.length), Math.round(to * plain.length)].sort((a, b) => a - b);
        const range = { start: open.positionAt(ends[0] ?? 0), end: open.positionAt(ends[1] ?? 0) };
        // a place between a carriage return and its line feed is before both
        const change = open.apply({ range, text: inserted }, i);
        if (change === undefined) throw new Error('a change with a range says what it was');
        plain = plain.slice(0, change.start) + inserted + plain.slice(change.end);
        expect(change.newEnd).toBe(change.start + inserted.length);
      }
      const fresh = TextDocument.create('a', 'plaintext', 0, plain);
      expect(open.getText()).toBe(plain);
      expect(open.lineCount).toBe(fresh.lineCount);
      for (let at = 0; at <= plain.length; at += Math.max(1, Math.floor(plain.length / 50))) {
        expect(open.positionAt(at)).toEqual(fresh.positionAt(at));
        const position = { line: at % (fresh.lineCount + 1), character: at % 9 };
        expect(open.offsetAt(position)).toBe(fresh.offsetAt(position));
      }
    }),
  );
});

test('a text in pieces slices as a string does', () => {
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: -9, max: 30_000 }),
      fc.integer({ min: -9, max: 30_000 }),
      (whole, from, to) => {
        const source = piecedSource(whole);
        expect(source.slice(from, to)).toBe(whole.slice(from, to));
        expect(source.slice(from)).toBe(whole.slice(from));
        expect(source.length).toBe(whole.length);
        expect(String(source)).toBe(whole);
      },
    ),
  );
});
