// What is longer than anything a newsroom writes is judged in parts, after an edit as afresh.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnbroken, toSource } from '../../server/src/draft/draft.ts';
import { FORMATS } from '../../server/src/draft/formats.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { GROWING } from './inputs.ts';

const shown = (draft: ReturnType<typeof readDraft>) =>
  draft.paragraphs.map(({ prose, span, lines, pieces }) => ({
    text: prose.text,
    kind: prose.kind,
    span,
    lines,
    pieces,
  }));

const SENTENCE = 'The council of Ashby met on Monday and put off the vote again. ';
const LONG = SENTENCE.repeat(400).trim();

describe('a paragraph of 25,000 characters', () => {
  const { paragraphs } = readDraft(`${LONG}\n\nIt met again on Tuesday.`, 'plain');

  it('is judged in parts that end where sentences do, none longer than 8,000', () => {
    const parts = paragraphs.slice(0, -1).map(({ prose }) => prose.text);
    expect(parts).toHaveLength(4);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(8_000);
      expect(part).toMatch(/^The council.*again\.$/u);
    }
    expect(parts.join(' ')).toBe(LONG);
  });

  it('leaves a quote whole', () => {
    const quote = `“${'We will not go there. '.repeat(40).trim()}”`;
    const text = `${SENTENCE.repeat(122)}She said: ${quote} ${SENTENCE.repeat(122)}`;
    const parts = readDraft(text, 'plain').paragraphs.map(({ prose }) => prose.text);
    expect(parts.filter((part) => part.includes('“')).map((part) => part.includes('”'))).toEqual([true]);
  });
});

it.each(['plain', 'markdown'] as const)('has its text in the source where it says: %s', (format) => {
  const text = `${SENTENCE.replace('Ashby', '*Ashby* &amp; Co').repeat(300)}`;
  const draft = readDraft(text, format);
  expect(draft.paragraphs.length).toBeGreaterThan(2);
  for (const paragraph of draft.paragraphs) {
    for (const word of paragraph.prose.words) {
      const { start, end } = toSource(paragraph, word);
      if (isUnbroken(paragraph, word)) expect(text.slice(start, end)).toBe(word.text);
    }
  }
});

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat({ max: 3_000 })),
  text: fc.constantFrom(
    '',
    ' ',
    '\n',
    '\n\n',
    'x',
    '. ',
    '”',
    '“',
    '```\n',
    '<!--',
    '-->',
    '[a]: b\n',
    SENTENCE,
  ),
});

describe('reading a change of a text that is read in parts', () => {
  const texts = [
    { name: 'long paragraphs', format: 'plain' as const, text: `${LONG}\n${LONG}\n\n${LONG}` },
    { name: 'long paragraphs', format: 'markdown' as const, text: `${LONG}\n${LONG}\n\n${LONG}` },
    { name: 'a long list', format: 'markdown' as const, text: '- One of them left.\n'.repeat(1_500) },
    {
      name: 'long code',
      format: 'markdown' as const,
      text: `${SENTENCE}\n\n\`\`\`\n${'let a = 1;\n'.repeat(1_500)}\`\`\`\n${SENTENCE}\n\n${SENTENCE}`,
    },
    ...GROWING.map(({ name, format, make }) => ({ name, format, text: make(20_000) })),
  ];
  it.each(texts)(
    'gives what reading it afresh gives: $format $name',
    ({ text, format }) => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          const reader = FORMATS[format].createReader();
          let now = text;
          reader(now);
          for (const { at, length, text: inserted } of edits) {
            const start = Math.floor(at * now.length);
            const end = Math.min(now.length, start + length);
            now = now.slice(0, start) + inserted + now.slice(end);
            const draft = reader(now, { start, end, newEnd: start + inserted.length });
            expect(JSON.stringify(shown(draft)) === JSON.stringify(shown(readDraft(now, format)))).toBe(true);
          }
        }),
        { numRuns: 3 },
      );
    },
    60_000,
  );
});
