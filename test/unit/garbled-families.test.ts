import { describe, expect, test } from 'vitest';
import { garbled } from '../../server/src/checks/garbled/index.ts';
import { byOpeningWord } from '../../server/src/checks/garbled/rule.ts';
import { FAMILIES } from '../../server/src/checks/garbled/rules/index.ts';
import { makeProse } from '../../server/src/draft/prose.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { wordModel } from '../../server/src/language/model.ts';
import { readSentence } from '../../server/src/language/tagged.ts';

const model = wordModel();

/** What one family finds in a sentence, marked as in its examples. */
function marked(family: (typeof FAMILIES)[number], text: string): string {
  const sentence = readSentence(text, { start: 0, end: text.length }, model);
  const familyAt = byOpeningWord([family]);
  for (let i = 0; i < sentence.size; i += 1) {
    const found = familyAt(sentence.words[i] ?? '')[0]?.find(sentence, i);
    if (found === undefined) continue;
    const start = sentence.starts[found.from] ?? 0;
    const end = sentence.ends[found.to - 1] ?? 0;
    return `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
  }
  return text;
}

/** The families alone. */
const BY_RULES = { options: { ...garbled.defaults, model: 'off' }, doubts: () => [] } as const;

const flagged = (text: string): string[] =>
  [...garbled.run(makeProse(text, 'body'), BY_RULES)].map(({ span }) => text.slice(span.start, span.end));

describe.each(FAMILIES.map((family) => [family.name, family] as const))('%s', (_, family) => {
  test.each(family.wrong)('finds what is wrong in: %s', (example) => {
    expect(marked(family, example.replace(/[⟦⟧]/gu, ''))).toBe(example);
  });
  test.each(family.right)('no family finds anything in: %s', (example) => {
    expect(flagged(example)).toEqual([]);
  });
  test.each(family.wrong)('an offered mend leaves nothing to find in: %s', (example) => {
    const text = example.replace(/[⟦⟧]/gu, '');
    for (const { fixes = [] } of garbled.run(makeProse(text, 'body'), BY_RULES)) {
      for (const fix of fixes.filter(({ preferred }) => preferred === true)) {
        expect(flagged(applyEdits(text, fix.edits)), fix.title).toEqual([]);
      }
    }
  });
});
