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

test('a line broken by whoever edited a wrapped draft goes on in the next; short lines in a row do not', () => {
  const wrapped = `The harbour at Vessby will close to ferries for a week
from Monday, the port authority said.

Engineers found the
cracks in May and told the council, which waited until
August.
Nothing was done before the storm.

What happens next
The council meets on Monday, and the port authority is
to report to it by noon, with the crews of the ferries
and the men who keep the cranes at the far end of the
quay.

The league went on in spite of it, on a pitch that was
under water at one end and had no lights at the other,
so that the last goal was seen by nobody but the man at
the gate, who does not count.

Vessby 2 Ostrand 1
Marle 0 Tarn 0
Holm 1 Lund 1`;
  expect(page(wrapped)).toEqual([
    'body: The harbour at Vessby will close to ferries for a week from Monday, the port authority said.',
    'body: Engineers found the cracks in May and told the council, which waited until August. Nothing was done before the storm.',
    'heading: What happens next',
    'body: The council meets on Monday, and the port authority is to report to it by noon, with the crews of the ferries and the men who keep the cranes at the far end of the quay.',
    'body: The league went on in spite of it, on a pitch that was under water at one end and had no lights at the other, so that the last goal was seen by nobody but the man at the gate, who does not count.',
    'heading: Vessby 2 Ostrand 1',
    'heading: Marle 0 Tarn 0',
    'body: Holm 1 Lund 1',
  ]);
});

test('a line that a small letter follows goes on, in a draft of long lines too', () => {
  expect(page(`${LEAD}\n\nEngineers told the\nthe council in May.\n\n${SECOND}\nnote\nnote\n`)).toEqual([
    `body: ${LEAD}`,
    'body: Engineers told the the council in May.',
    `body: ${SECOND}`,
    'body: note',
    'body: note',
  ]);
});

test('rows set with tabs or in columns are cells', () => {
  expect(
    page(`${LEAD}\n\nClub\tHome\tAway\nTarn\tdraw\tdraw\nHolm   won   lost\n\n${SECOND}  It rained.`),
  ).toEqual([
    `body: ${LEAD}`,
    'cell: Club Home Away',
    'cell: Tarn draw draw',
    'cell: Holm won lost',
    `body: ${SECOND} It rained.`,
  ]);
});

test('front matter, the tags of a template and what does not show are no prose', () => {
  const draft = readDraft(
    `---\ntitle: Vessby\n---\n\nThe har\u00adbour {% map 3 %} at\r\nVess\u200bby is shut.`,
    'plain',
  );
  expect(draft.paragraphs.map(({ prose }) => prose.text)).toEqual(['The harbour \ufffc at Vessby is shut.']);
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
