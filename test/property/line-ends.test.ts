import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import type { Format } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { judge } from '../judge.ts';
import { readMarked } from '../marked.ts';
import { PATIENCE } from './drafts.ts';

// Wherever a line ends within a sentence, the same is found: in a draft of lines broken at a width and edited since, so that one of
// them is short, and in Markdown. Each sentence with a fault in our own drafts is broken at each of its gaps.
const DRAFTS = fileURLToPath(new URL('../drafts', import.meta.url));
const WIDTH = 72;
/** Every how many gaps one is tried; PROPERTY_RUNS=1 tries them all. */
const STEP = process.env.PROPERTY_RUNS === undefined ? 11 : 1;

// of these the finding is about lines: what stands on lines of its own, lists, tables
const ABOUT_LINES = new Set(['furniture']);

interface Sentence {
  readonly check: (typeof CHECKS)[number];
  readonly name: string;
  readonly text: string;
}

const sentences: readonly Sentence[] = CHECKS.filter(({ id }) => !ABOUT_LINES.has(id)).flatMap((check) =>
  readdirSync(join(DRAFTS, check.id))
    .filter((name) => /^invalid-.*\.txt$/u.test(name))
    .flatMap((name) => faulty(check, name)),
);

function faulty(check: Sentence['check'], name: string): readonly Sentence[] {
  const { text, expected } = readMarked(join(DRAFTS, check.id, name));
  const { paragraphs } = readDraft(text, 'plain');
  const held = paragraphs.flatMap(({ prose, span }) =>
    prose.kind !== 'body'
      ? []
      : prose.sentences
          .map(({ start, end }) => ({ start: span.start + start, end: span.start + end }))
          .filter((one) => expected.some((mark) => one.start <= mark.span.start && mark.span.end <= one.end))
          .map((one) => text.slice(one.start, one.end).replaceAll(/\s+/gu, ' ')),
  );
  return held.map((one) => ({ check, name: `${check.id}/${name}`, text: one }));
}

/** A draft that holds a sentence, broken at a gap. */
function draftWith(sentence: string, gap: number, eol: string, format: Format): string {
  const broken = sentence.slice(0, gap) + eol + sentence.slice(gap + 1);
  const heading = format === 'markdown' ? '# Notes from the coast' : 'Notes from the coast';
  const lines = (text: string) => wrapped(text).join(eol);
  return [heading, lines(BEFORE), broken.split(eol).map(lines).join(eol), lines(AFTER), ''].join(eol + eol);
}

const BEFORE =
  'It was a quiet week along the coast, with little wind and less rain, and the boats that had been laid up since the autumn went back to the water one after another.';
const AFTER =
  'The week to come looks much the same, with more of the dry air from the east and no word yet of the swell that usually comes with the first days of the spring.';

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const found = ({ check }: Sentence, text: string, format: Format) =>
  judge(check, text, format).map(
    ({ code, span }) => `${code}: ${text.slice(span.start, span.end).replaceAll(/\s+/gu, ' ')}`,
  );

describe.each<[string, string, Format]>([
  ['plain text, LF', '\n', 'plain'],
  ['plain text, CRLF', '\r\n', 'plain'],
  ['Markdown, LF', '\n', 'markdown'],
])('wherever a line ends, the same is found: %s', (_, eol, format) => {
  test(
    'in each sentence with a fault',
    () => {
      expect(sentences.length).toBeGreaterThan(300);
      const differ: string[] = [];
      let tried = 0;
      for (const sentence of sentences) {
        const whole = found(sentence, draftWith(sentence.text, sentence.text.length, eol, format), format);
        const gaps = [...sentence.text.matchAll(/ /gu)].map(({ index }) => index);
        for (const [i, gap] of gaps.entries()) {
          if ((i + sentence.text.length) % STEP !== 0) continue;
          tried += 1;
          const broken = found(sentence, draftWith(sentence.text, gap, eol, format), format);
          if (broken.join('|') !== whole.join('|'))
            differ.push(
              `${sentence.name}: ${sentence.text.slice(0, gap)}⏎${sentence.text.slice(gap + 1)}\n  whole ${whole.join(', ')}\n  broken ${broken.join(', ')}`,
            );
        }
      }
      expect(tried).toBeGreaterThan(200);
      expect(differ, differ.join('\n')).toEqual([]);
    },
    PATIENCE,
  );
});
