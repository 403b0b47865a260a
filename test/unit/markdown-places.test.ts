import { expect, test } from 'vitest';
import { toSource } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';

/** The words of a Markdown draft, each as it stands in the source. */
const wordsIn = (source: string): readonly string[] =>
  readDraft(source, 'markdown').paragraphs.flatMap((paragraph) =>
    paragraph.prose.words.map((word) => {
      const { start, end } = toSource(paragraph, word);
      return source.slice(start, end);
    }),
  );

test('a byte order mark moves nothing', () => {
  expect(wordsIn('\ufeff## *Pilots* vote\n\nThe harbour.')).toEqual(['Pilots', 'vote', 'The', 'harbour']);
});

test('an entity of two characters takes no words along', () => {
  expect(wordsIn('Pilots &NotEqualTilde; crew &#x1F600; and &fjlig;ord')).toEqual(
    expect.arrayContaining(['Pilots', 'crew', 'and']),
  );
});

test('an ampersand that starts no entity is an ampersand', () => {
  expect(wordsIn('Shares in AT&T; and in Marks & Spencer; rose')).toEqual([
    'Shares',
    'in',
    'AT',
    'T',
    'and',
    'in',
    'Marks',
    'Spencer',
    'rose',
  ]);
});
