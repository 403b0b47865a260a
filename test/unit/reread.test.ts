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

/** Reads a draft of Markdown, puts text into it, and tells its paragraphs as read again and as read afresh. */
function typedInto(source: string, at: number, text: string) {
  const read = createReader('markdown');
  read(source);
  const grown = source.slice(0, at) + text + source.slice(at);
  const seen = (of: ReturnType<typeof readDraft>) =>
    of.paragraphs.map(({ prose, span }) => [prose.text, span]);
  const again = seen(read(grown, { start: at, end: at, newEnd: at + text.length }));
  return { again, afresh: seen(readDraft(grown, 'markdown')) };
}

const STORY = '# Pilots vote\n\nThe pilots [will vote][rota] on Friday.\n\nThe port stays open.\n';

test.each([
  ['a byte order mark before the headline', STORY, 0, '\ufeff'],
  ['the definition of a link that stands further up', STORY, STORY.length, '\n[rota]: https://example.org\n'],
  ['the line that closes front matter', `---\ntitle: Vote\n\n${STORY}`, 17, '---\n'],
  ['a fence that makes code of what follows', STORY, STORY.indexOf('The port'), '```\n'],
  ['a comment that opens', STORY, STORY.indexOf('The pilots'), '<!-- '],
  ['a paragraph at the end', STORY, STORY.length, '\nNobody else would speak.\n'],
])('Markdown reads again as afresh: %s', (_, source, at, text) => {
  const { again, afresh } = typedInto(source, at, text);
  expect(again).toEqual(afresh);
  expect(afresh).not.toEqual(typedInto(source, at, '').afresh);
});
