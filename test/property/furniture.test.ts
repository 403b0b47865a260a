import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROMPTS } from '../../server/src/checks/furniture/prompts.ts';

/** A pattern that lines can be made from: letters for classes of letters, and nothing that only looks. */
const makeable = (pattern: string): RegExp =>
  new RegExp(
    `^(?:${pattern
      .replace(/\(\?<=(?:[^()]|\([^()]*\))*\)/gu, '')
      .replaceAll('\\b', '')
      .replaceAll('\\p{Lu}', '[A-Z]')
      .replaceAll('\\p{L}', '[a-z]')
      .replace(/\[A-Z\](?=[^[\]]*\])/gu, 'A-Z')
      .replace(/\[\[a-z\]/gu, '[a-z')
      .replace(/(?:\.|\[\^[^\]]*\])\{(\d+),\d+\}/gu, '[a-z ]{$1,4}')})$`,
    'u',
  );

describe('a prompt of a page', () => {
  it.each(PROMPTS.map(([opening, whole]) => [whole.slice(0, 40), opening, whole] as const))(
    'opens as it is looked for: %s',
    (_, opening, whole) => {
      const opens = new RegExp(`^(?:${opening})`, 'iu');
      const isWhole = new RegExp(`^(?:${whole})$`, 'iu');
      let made = 0;
      fc.assert(
        fc.property(fc.stringMatching(makeable(whole)), (line) => {
          if (!isWhole.test(line)) return;
          made += 1;
          expect(line).toMatch(opens);
        }),
        { numRuns: 1_000 },
      );
      expect(made).toBeGreaterThan(100);
    },
  );
});
