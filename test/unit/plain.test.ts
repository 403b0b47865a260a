import { expect, test } from 'vitest';
import { readDraft } from '../../server/src/draft/read.ts';

/** A draft as `kind: text` lines, white space folded, so that a test reads like the page. */
const page = (source: string): string[] =>
  readDraft(source, 'plain').paragraphs.map(
    ({ prose }) => `${prose.kind}: ${prose.text.replace(/\s+/gu, ' ')}`,
  );

const LEAD = 'The harbour at Vessby will close to ferries for a week from Monday, the port authority said.';
const SECOND = 'Engineers found cracks in two of the nine piers during an inspection in May.';

test('blank lines between paragraphs', () => {
  expect(page(`Vessby harbour to close\n\nBy Mira Holt\n\n${LEAD}\n\n${SECOND}\n`)).toEqual([
    'headline: Vessby harbour to close',
    'byline: By Mira Holt',
    `body: ${LEAD}`,
    `body: ${SECOND}`,
  ]);
});

test('one line a paragraph, with no blank lines', () => {
  expect(page([LEAD, SECOND, LEAD.replace('week', 'month'), SECOND].join('\n'))).toHaveLength(4);
});

test('lines wrapped by hand are joined', () => {
  const wrapped = `The harbour at Vessby will close to ferries for a week
from Monday, the port authority said. Two of the nine
piers are cracked.

Engineers found the cracks during an inspection in May
and told the council, which waited until August before
it asked for a second opinion.`;
  expect(page(wrapped)).toEqual([
    'body: The harbour at Vessby will close to ferries for a week from Monday, the port authority said. Two of the nine piers are cracked.',
    'body: Engineers found the cracks during an inspection in May and told the council, which waited until August before it asked for a second opinion.',
  ]);
});

test('a short list under a paragraph is not wrapped text', () => {
  expect(page(`Results from the weekend:\nVessby 2 Ostrand 1\nMarle 0 Tarn 0\n\n${LEAD}`)).toHaveLength(4);
});

test.each([
  ['line feeds', '\n'],
  ['carriage returns and line feeds', '\r\n'],
  ['lone carriage returns', '\r'],
])('%s end lines', (_, end) => {
  const source = [LEAD, '', SECOND, ''].join(end);
  const draft = readDraft(source, 'plain');
  expect(draft.paragraphs.map(({ span }) => source.slice(span.start, span.end))).toEqual([LEAD, SECOND]);
});

test('a byte order mark is no part of the first paragraph or its line', () => {
  const draft = readDraft(`\ufeff${LEAD}\n`, 'plain');
  expect(draft.paragraphs[0]?.span).toEqual({ start: 1, end: 1 + LEAD.length });
  expect(draft.paragraphs[0]?.lines.start).toBe(1);
});

test('kinds of line', () => {
  const kinds = page(
    [
      'Storm closes the coast road',
      'By Mira Holt and Jon Arden',
      'VESSBY, June 2',
      LEAD,
      'What happens next',
      SECOND,
      '- Ferries stop on Monday.',
      '2. Buses run instead.',
      '“We have had worse, and we will be open again by the end of the week.”',
      'Waves break over the pier at Vessby. Picture: Lena Moss',
      '10:45 GMT',
      'The road is open again.',
      'Reporting by Mira Holt; editing by Jon Arden',
    ].join('\n\n'),
  ).map((line) => line.split(':')[0]);
  expect(kinds).toEqual([
    'headline',
    'byline',
    'dateline',
    'body',
    'heading',
    'body',
    'list-item',
    'list-item',
    'quotation',
    'caption',
    'dateline',
    'body',
    'byline',
  ]);
});

test('an empty draft and one of blank lines have no paragraphs', () => {
  expect(page('')).toEqual([]);
  expect(page(' \n\t\n\r\n')).toEqual([]);
});
