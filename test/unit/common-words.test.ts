import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonWords } from '../../server/src/reuse/common-words.ts';

const words = (text: string): Int32Array =>
  Int32Array.from(text.split(' ').map((word) => Number.parseInt(word, 36)));

const shared = (a: string, b: string): string =>
  commonWords(words(a), words(b))
    .map(([at]) => a.split(' ')[at])
    .join(' ');

test('the words that two texts share in order are found, as many as can be', () => {
  expect(shared('the port was shut on monday', 'the old port was then shut')).toBe('the port was shut');
  expect(shared('a b c d', 'e f g')).toBe('');
  expect(shared('a b a c', 'b a c a')).toBe('b a c');
});

const list = (most: number) => fc.array(fc.nat(most), { maxLength: 900 }).map((all) => Int32Array.from(all));

test('shared words are the same words, in the order of both texts, however long these are', () => {
  fc.assert(
    fc.property(
      fc.nat(3_000).chain((most) => fc.tuple(list(most), list(most))),
      fc.boolean(),
      ([a, b], copied) => {
        const other = copied ? Int32Array.from([...a.slice(0, 400), ...b.slice(0, 60), ...a.slice(420)]) : b;
        let [i, j] = [-1, -1];
        for (const [nextI, nextJ] of commonWords(a, other)) {
          expect(a[nextI]).toBe(other[nextJ]);
          expect(nextI > i && nextJ > j).toBe(true);
          [i, j] = [nextI, nextJ];
        }
      },
    ),
  );
});

test('a long copy with some words changed shares the others', () => {
  const text = Int32Array.from({ length: 1_800 }, (_, i) => (i * 7_919) % 1_801);
  const copy = text.map((word, i) => (i % 20 === 7 ? 10_000 + i : word));
  expect(commonWords(text, copy)).toHaveLength(1_800 - 90);
});
