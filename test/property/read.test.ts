import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, type Format, type Paragraph, toSource } from '../../server/src/draft/draft.ts';
import { createReader, readDraft } from '../../server/src/draft/read.ts';
import { contains, type Span } from '../../server/src/draft/span.ts';
import { wordsOf } from '../../server/src/language/words.ts';
import { anyEdit, DRAFTS, makeEdit, markdownDraft, PATIENCE, tried } from './drafts.ts';

const FORMATS = Object.keys(DRAFTS) as Format[];
/** How often a change is tried: Markdown takes long to read. */
const RUNS: Readonly<Partial<Record<Format, number>>> = { plain: 400 };
// code units of every sort: marks of Markdown, line ends, lone halves of an emoji, anything else
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...'\n \r \r\n \t # > - * _ ` ~ [ ] ( ) ! < > & | \\ : . , " \' “ ” ‘ ’ — 1. a B é 👍 \ud83d \udc4d \u0301 \ufeff \u2028 \u200b &amp; --- ``` [x]: <!-- --> www.x.org mr. 12'.split(
          ' ',
        ),
        ' ',
        '    ',
        'word',
      ),
      { maxLength: 80 },
    )
    .map((bits) => bits.join('')),
);

const seen = ({ paragraphs }: Draft) =>
  paragraphs.map(({ prose, span, lines }) => ({ kind: prose.kind, text: prose.text, span, lines }));

test.each(FORMATS)(
  'reading a draft of %s again after a change gives what reading it afresh gives',
  (format) => {
    fc.assert(
      fc.property(DRAFTS[format], fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (source, edits) => {
        const read = createReader(format);
        read(source);
        let text = source;
        for (const edit of edits) {
          const edited = makeEdit(text, edit);
          text = edited.text;
          expect(seen(read(text, edited.change))).toEqual(seen(readDraft(text, format)));
        }
      }),
      tried(RUNS[format] ?? 100),
    );
  },
  PATIENCE,
);

test(
  'where a page is cut to be parsed bit by bit changes nothing in what is read of it',
  () => {
    const pushedBy = (length: number, page: string) =>
      readDraft(`<!--${'x'.repeat(length)}-->${page}`, 'html').paragraphs.map(({ prose, span }) => [
        prose.kind,
        prose.text,
        span.start - length,
        span.end - length,
      ]);
    fc.assert(
      fc.property(fc.array(DRAFTS.html, { minLength: 1, maxLength: 6 }), fc.nat(4_100), (pages, length) => {
        const page = pages.join('\n');
        expect(pushedBy(length, page)).toEqual(pushedBy(0, page));
      }),
      tried(200),
    );
  },
  PATIENCE,
);

test(
  'no word of a draft in Markdown is lost',
  () => {
    fc.assert(
      fc.property(markdownDraft, (source) => {
        const read = readDraft(source, 'markdown').paragraphs.flatMap(({ prose }) => prose.words);
        const kept = new Set(read.map((word) => word.text.toLowerCase()));
        // what is no prose: code, pictures, the target of a link, marks, numbers of a list, front matter
        const prose = source
          .replace(/^(?:(---|\+\+\+)[\s\S]*?\n?\1|\{[\s\S]*?[\r\n]\})/u, '')
          .replaceAll(/`[^`]*`|!\[alt\]\(a\.png\)|\]\([^)]*\)|&#?\w+;|<\/?b>|\\(?=\*)|\b\d\. /gu, ' ');
        for (const word of wordsOf(prose)) expect(kept).toContain(word.text.toLowerCase());
      }),
      tried(300),
    );
  },
  PATIENCE,
);

describe.each(FORMATS)('a draft of %s', (format) => {
  const everyDraft = fc.oneof({ weight: 3, arbitrary: DRAFTS[format] }, { weight: 2, arbitrary: anyText });

  test(
    'is read, whatever it holds',
    () => {
      fc.assert(
        fc.property(anyText, (source) => {
          for (const { prose } of readDraft(source, format).paragraphs) {
            expect(Array.isArray(prose.sentences) && Array.isArray(prose.words)).toBe(true);
            expect(Array.isArray(prose.quotes)).toBe(true);
          }
        }),
        tried(600),
      );
    },
    PATIENCE,
  );

  test(
    'has its paragraphs in order, none over another',
    () => {
      fc.assert(
        fc.property(everyDraft, (source) => {
          const { paragraphs } = readDraft(source, format);
          inOrder(
            paragraphs.map(({ span }) => span),
            source.length,
          );
          for (const { span, lines } of paragraphs) expect(contains(lines, span)).toBe(true);
          if (format === 'plain')
            inOrder(
              paragraphs.map(({ lines }) => lines),
              source.length,
            );
        }),
        tried(300),
      );
    },
    PATIENCE,
  );

  test(
    'has each paragraph’s text in the source where it says',
    () => {
      fc.assert(
        fc.property(everyDraft, (source) => {
          for (const paragraph of readDraft(source, format).paragraphs) liesIn(source, paragraph);
        }),
        tried(300),
      );
    },
    PATIENCE,
  );

  test(
    'places any part of a paragraph within the paragraph, the same part again or more',
    () => {
      fc.assert(
        fc.property(everyDraft, fc.nat(), fc.nat(), (source, a, b) => {
          for (const paragraph of readDraft(source, format).paragraphs) {
            const { length } = paragraph.prose.text;
            const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
            const placed = toSource(paragraph, { start, end });
            expect(placed.start).toBeLessThanOrEqual(placed.end);
            expect(contains(paragraph.span, placed)).toBe(true);
            if (end === length && start === 0 && length > 0) expect(placed).toEqual(paragraph.span);
          }
        }),
        tried(300),
      );
    },
    PATIENCE,
  );

  test(
    'has sentences, words and quotes in order, and every word in a sentence',
    () => {
      fc.assert(
        fc.property(everyDraft, (source) => {
          for (const { prose } of readDraft(source, format).paragraphs) {
            const { text, sentences, words, quotes } = prose;
            for (const spans of [sentences, words, quotes]) {
              inOrder(spans, text.length);
              for (const { start, end } of spans) expect(start).toBeLessThan(end);
            }
            for (const word of words) {
              expect(word.text).toBe(text.slice(word.start, word.end));
              expect(sentences.filter((one) => contains(one, word))).toHaveLength(1);
            }
            for (const { start, end } of sentences)
              expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            const between = sentences.map(({ start }, i) => text.slice(sentences[i - 1]?.end ?? 0, start));
            expect([...between, text.slice(sentences.at(-1)?.end ?? 0)].join('').trim()).toBe('');
          }
        }),
        tried(300),
      );
    },
    PATIENCE,
  );
});

function inOrder(spans: readonly Span[], length: number): void {
  let at = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThanOrEqual(start);
    at = end;
  }
  expect(at).toBeLessThanOrEqual(length);
}

function liesIn(source: string, { prose, span, pieces }: Paragraph): void {
  // a line that ends within a paragraph is a space in its text, and so is a tab in HTML
  const lined = (text: string) => text.replaceAll(/[\r\n\t\f]/gu, ' ');
  if (pieces === undefined) {
    expect(lined(source.slice(span.start, span.end))).toBe(lined(prose.text));
    return;
  }
  let at = 0;
  for (const piece of pieces) {
    expect(piece.at).toBe(at);
    at += piece.length;
    const from = span.start + piece.from;
    if (piece.length === piece.fromLength)
      expect(lined(source.slice(from, from + piece.length))).toBe(
        lined(prose.text.slice(piece.at, piece.at + piece.length)),
      );
  }
  expect(at).toBe(prose.text.length);
  inOrder(
    pieces.map(({ from, fromLength }) => ({ start: from, end: from + fromLength })),
    span.end - span.start,
  );
}
