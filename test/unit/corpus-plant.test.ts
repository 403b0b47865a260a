import { describe, expect, test } from 'vitest';
import { comparable, wordsOf } from '../../server/src/language/words.ts';
import { duplicate } from '../corpus/duplicate.ts';
import { KINDS, plantCopies } from '../corpus/plant.ts';

const HARBOUR = [
  'Harbour pilots vote on new rota',
  'Pilots at the port of Ellmouth will vote on Friday on a rota that would end night shifts, which the union has opposed for 12 years.',
  '"We have waited long enough," said Mara Quill, who speaks for the pilots. She said the vote would be close.',
  'The port handled 4,210 ships last year, a rise of 8 per cent, but three pilots have left since May.',
  'A spokesman for the port said it would accept the result, and that no pilot would lose pay.',
].join('\n\n');
const BAKERY = [
  'Baker to reopen after the flood',
  'A bakery that lost its ovens in the March flood will reopen on Monday, its owner said.',
  'Tom Harrow said he had borrowed £30,000 to replace the ovens, after the insurers refused to pay.',
  'The street was under water for six days, and two of its shops are still shut.',
  'The council has promised to raise the wall along the river before the winter.',
].join('\n\n');
const texts = [HARBOUR, BAKERY].map((text, i) => ({ corpus: 'own', id: String(i), text }));
const planted = plantCopies(texts, 20, 7);

describe('planted copies', () => {
  test('there are as many of each kind as were asked for', () => {
    for (const kind of KINDS) expect(planted.filter((one) => one.kind === kind)).toHaveLength(20);
  });

  test('the same seed plants the same drafts, another seed others', () => {
    expect(plantCopies(texts, 20, 7)).toEqual(planted);
    expect(plantCopies(texts, 20, 8)).not.toEqual(planted);
  });

  test('without the copy and the separator before it a draft is the text it was', () => {
    for (const { text, copy, original } of planted) {
      const separator = text.length - original.length - (copy.end - copy.start);
      expect(text.slice(0, copy.start - separator) + text.slice(copy.end)).toBe(original);
      expect(text.slice(copy.start - separator, copy.start)).toMatch(/^(?:\n\n| )$/u);
    }
  });

  test('an exact copy is the passage it was copied from, and stands below it', () => {
    for (const { text, copy, first } of planted.filter(
      ({ kind }) => kind === 'exact' || kind === 'sentence',
    )) {
      expect(text.slice(copy.start, copy.end)).toBe(text.slice(first.start, first.end));
      expect(copy.start).toBeGreaterThan(first.end);
    }
  });

  test.each(['recased', 'typographic'] as const)(
    'a copy that is %s has the same words, set otherwise',
    (kind) => {
      for (const { text, copy, first } of planted.filter((one) => one.kind === kind)) {
        const [a, b] = [first, copy].map(({ start, end }) => text.slice(start, end));
        expect(a).not.toBe(b);
        const words = (of = '') => wordsOf(of).map((word) => comparable(word.text));
        expect(words(b)).toEqual(words(a));
      }
    },
  );

  test('a share of an edited copy’s words is other than it was', () => {
    for (const share of [5, 30]) {
      for (const { text, copy, first } of planted.filter(({ kind }) => kind === `edited-${share}`)) {
        const before = wordsOf(text.slice(first.start, first.end));
        const kept = new Set(wordsOf(text.slice(copy.start, copy.end)).map((word) => word.text));
        const gone = before.filter((word) => !kept.has(word.text)).length / before.length;
        expect(gone).toBeLessThanOrEqual(share / 100 + 0.05);
      }
    }
  });

  test('a clause is dropped or a sentence of another article added', () => {
    for (const { text, copy, first, kind } of planted) {
      const grown = copy.end - copy.start - (first.end - first.start);
      if (kind === 'clause-dropped') expect(grown).toBeLessThan(0);
      if (kind === 'sentence-added') {
        expect(grown).toBeGreaterThan(0);
        const foreign = text.includes('pilots') ? /oven|street|council|bakery/iu : /pilot|port/iu;
        expect(text.slice(copy.start, copy.end)).toMatch(foreign);
      }
    }
  });
});

describe('the measure of planted copies', () => {
  const material = { texts, seed: 7, size: 20, misses: 0 };

  test('a check that finds nothing finds no copy', () => {
    const { data } = duplicate.run({ ...material, check: () => [] });
    for (const row of data as { found: number; together: number }[])
      expect([row.found, row.together]).toEqual([0, 0]);
  });

  test('a check that knows the answer finds every copy and restores the exact ones', () => {
    const { data } = duplicate.run({
      ...material,
      check: (text) =>
        planted
          .filter((one) => one.text === text)
          .map(({ copy, first, text, original }) => ({
            code: 'duplicate/paragraph',
            check: 'duplicate',
            severity: 'error',
            message: 'twice',
            span: copy,
            related: [{ span: first, message: 'first' }],
            fixes: [
              {
                title: 'Delete',
                safe: false,
                edits: [
                  { span: { start: copy.end - (text.length - original.length), end: copy.end }, text: '' },
                ],
              },
            ],
            copy: true,
          })),
    });
    for (const row of data as { kind: string; found: number; exactly: number; restored: number }[]) {
      expect([row.kind, row.found, row.exactly]).toEqual([row.kind, 1, 1]);
      expect([row.kind, row.restored]).toEqual([row.kind, 1]);
    }
  });
});
