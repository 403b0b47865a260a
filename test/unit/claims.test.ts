import { expect, test } from 'vitest';
import { readDraft } from '../../server/src/draft/read.ts';
import { claimsOf } from '../../server/src/reports/claims.ts';

/** Each claim that has words of saying in it, as “source (kind): cue”. */
const listed = (...paragraphs: readonly string[]): readonly string[] =>
  claimsOf(readDraft(['A headline stands here', ...paragraphs].join('\n\n'), 'plain'), [], []).claims.map(
    ({ source, cue }) => `${source?.text ?? 'none'} (${source?.kind ?? 'nobody'}): ${cue?.text ?? ''}`,
  );

test('a pronoun is listed by the name of the person it stands for', () => {
  expect(listed('The roof leaked, said Ann Lee.', 'She said that it had cost 40 lives.')).toEqual([
    'Ann Lee (named): said',
    'Ann Lee (pronoun): said',
  ]);
});

test('as a pronoun where two people could be meant', () => {
  expect(
    listed(
      'The roof leaked, said Ann Lee. It did not, said Bea Roth.',
      'She said that it had cost 40 lives.',
    ).at(-1),
  ).toBe('She (pronoun): said');
});

test.each([
  ['a dateline', 'MILLBROOK, rejecting the plan, said it would cost 40 lives.'],
  ['things', 'US-made Apaches said to be unfit cost 40 lives.'],
  ['the first word of a sentence', 'Pressure said little about the 40 lives.'],
])('%s is listed as nobody’s name', (_, sentence) => {
  expect(listed(sentence).every((one) => one.startsWith('none'))).toBe(true);
});
