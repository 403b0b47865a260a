import { expect, test } from 'vitest';
import { createReader, readDraft } from '../../server/src/draft/read.ts';

// The shape of a text is told from its first 16,000 characters, and from whole lines only.
test('a text that grows past the part its shape is told from reads as if read afresh', () => {
  const wrapped =
    'The harbour pilots will vote on Friday on a rota that\nwould end night shifts at the port of Ellmouth now.\n\n'.repeat(
      140,
    );
  const long = 'x'.repeat(16_000 - wrapped.length);
  const source = wrapped + long;
  const read = createReader('plain');
  read(source);
  const grown = `${source}y`;
  const again = read(grown, { start: 16_000, end: 16_000, newEnd: 16_001 });
  const texts = (of: typeof again) => of.paragraphs.map(({ prose }) => prose.text);
  expect(texts(again)).toEqual(texts(readDraft(grown, 'plain')));
});
