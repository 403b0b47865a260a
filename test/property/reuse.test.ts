import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintsOf, keyOf, SHINGLE, SURE } from '../../server/src/reuse/fingerprints.ts';
import { fingerprinted, type SharedPassage, sharedPassages } from '../../server/src/reuse/passages.ts';

/** Few words, so that runs come about by chance as well. */
const anyWords = (most = 60) =>
  fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: most }).map((all) => Int32Array.from(all));

const passages = (here: Int32Array, there: Int32Array): readonly SharedPassage[] =>
  sharedPassages(fingerprinted(here), fingerprinted(there));

const joined = (...parts: readonly Int32Array[]): Int32Array =>
  Int32Array.from(parts.flatMap((part) => [...part]));

/** A text with words of its own around a run that both have. */
const twoWith = (atLeast: number, atMost: number) =>
  fc
    .record({
      run: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: atLeast, maxLength: atMost }),
      before: fc.tuple(fc.nat(80), fc.nat(80)),
      after: fc.tuple(fc.nat(80), fc.nat(80)),
    })
    .map(({ run, before, after }) => {
      // words that stand nowhere else
      const own = (first: number, count: number) => Int32Array.from({ length: count }, (_, i) => first + i);
      const middle = Int32Array.from(run);
      return {
        run: middle,
        from: before[0],
        here: joined(own(1_000, before[0]), middle, own(2_000, after[0])),
        there: joined(own(3_000, before[1]), middle, own(4_000, after[1])),
      };
    });

test('any run of twelve equal words or more is found, wherever it stands', () => {
  fc.assert(
    fc.property(twoWith(SURE, 90), ({ here, there, run, from }) => {
      const covered = new Set(
        passages(here, there).flatMap((one) =>
          Array.from({ length: one.here[1] - one.here[0] }, (_, i) => one.here[0] + i),
        ),
      );
      for (let at = from; at < from + run.length; at += 1) expect(covered.has(at)).toBe(true);
    }),
  );
});

test('texts that share less than six words in a row share no passage', () => {
  fc.assert(
    fc.property(twoWith(1, SHINGLE - 1), ({ here, there }) => {
      expect(passages(here, there)).toEqual([]);
    }),
  );
});

test('texts that share twelve words in a row share a fingerprint', () => {
  const keys = (words: Int32Array): ReadonlySet<number> => {
    const { high, low } = fingerprintsOf(words);
    return new Set(Array.from(high, (one, n) => keyOf(one, low[n] ?? 0)));
  };
  fc.assert(
    fc.property(twoWith(SURE, SURE), ({ here, there }) => {
      const others = keys(there);
      expect([...keys(here)].some((one) => others.has(one))).toBe(true);
    }),
  );
});

test('a passage counts the words that both have in order, and tells where they differ', () => {
  fc.assert(
    fc.property(anyWords(400), anyWords(400), fc.nat(), (a, b, at) => {
      const cut = at % (b.length + 1);
      const here = joined(b.subarray(0, cut), a, b.subarray(cut));
      for (const one of passages(here, b)) {
        const [from, to] = one.here;
        let [i, j, words] = [one.here[0], one.there[0], 0];
        for (const { here: ours, there: theirs } of [
          ...one.changed,
          { here: [to, to], there: [one.there[1], one.there[1]] },
        ]) {
          // up to each difference the words are the same
          expect([...here.slice(i, ours[0])]).toEqual([...b.slice(j, theirs[0])]);
          words += (ours[0] as number) - i;
          [i, j] = [ours[1] as number, theirs[1] as number];
        }
        expect(words).toBe(one.words);
        expect(one.exact).toBe(one.changed.length === 0);
        expect(from < to && one.words >= SHINGLE).toBe(true);
      }
    }),
  );
});

test('of a passage with a word changed in every ten the whole is one passage', () => {
  const there = Int32Array.from({ length: 90 }, (_, i) => 100 + i);
  const here = there.map((word, i) => (i % 10 === 7 ? word + 5_000 : word));
  const [only, ...others] = passages(here, there);
  expect(others).toEqual([]);
  expect(only?.here).toEqual([0, 87]);
  expect(only?.words).toBe(79);
  expect(only?.changed.length).toBe(8);
});

test('paragraphs in another order are found one by one', () => {
  const part = (first: number) => Int32Array.from({ length: 40 }, (_, i) => first + i);
  const [a, b, c] = [part(100), part(200), part(300)] as const;
  const found = passages(joined(c, a, b), joined(a, b, c));
  expect(found.map(({ here, there }) => [here, there])).toEqual([
    [
      [40, 120],
      [0, 80],
    ],
    [
      [0, 40],
      [80, 120],
    ],
  ]);
});

test('a text that says one word again and again takes no longer than its length allows', () => {
  const words = new Int32Array(20_000).fill(7);
  expect(passages(words, words)[0]?.words).toBe(20_000);
});
