import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { judge } from '../judge.ts';

const codes = CHECKS.flatMap((check) =>
  Object.entries(check.codes)
    .filter(([, { takesOthers }]) => takesOthers !== true)
    .map(([code, { examples, rule }]) => ({ code, check, examples, rule })),
);

describe.each(codes)('$code', ({ code, check, examples, rule }) => {
  const { wrong, right } = examples ?? { wrong: '', right: '' };

  test('its wrong example has the fault', () => {
    expect(judge(check, wrong, 'plain').map((finding) => finding.code)).toContain(code);
  });

  test('its right example has none', () => {
    expect(right).not.toBe('');
    expect(judge(check, right, 'plain')).toEqual([]);
  });

  test('its examples are short enough to be read in passing', () => {
    const words = (text: string) => text.split(/\s+/u).length;
    expect(Math.max(words(wrong), words(right))).toBeLessThan(48);
  });

  test('its rule, if there is one, is a sentence', () => {
    if (rule !== undefined) expect(rule).toMatch(/^\p{Lu}.{20,140}\.$/u);
  });
});
