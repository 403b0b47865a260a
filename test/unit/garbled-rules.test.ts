import { describe, expect, test } from 'vitest';
import { garbled } from '../../server/src/checks/garbled/index.ts';
import { byOpeningWord } from '../../server/src/checks/garbled/rule.ts';
import { RULES } from '../../server/src/checks/garbled/rules/index.ts';
import { makeProse } from '../../server/src/draft/prose.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { wordModel } from '../../server/src/language/model.ts';
import { readSentence } from '../../server/src/language/tagged.ts';

const model = wordModel();

/** What one rule finds in a sentence, marked as in its examples. */
function marked(rule: (typeof RULES)[number], text: string): string {
  const sentence = readSentence(text, { start: 0, end: text.length }, model);
  const ruleAt = byOpeningWord([rule]);
  for (let i = 0; i < sentence.size; i += 1) {
    const found = ruleAt(sentence.words[i] ?? '')[0]?.find(sentence, i);
    if (found === undefined) continue;
    const start = sentence.starts[found.from] ?? 0;
    const end = sentence.ends[found.to - 1] ?? 0;
    return `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
  }
  return text;
}

/** The rules alone. */
const BY_RULES = { options: { ...garbled.defaults, model: 'off' }, doubts: () => [] } as const;

const flagged = (text: string): string[] =>
  [...garbled.run(makeProse(text, 'body'), BY_RULES)].map(({ span }) => text.slice(span.start, span.end));

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  test.each(rule.wrong)('finds what is wrong in: %s', (example) => {
    expect(marked(rule, example.replace(/[⟦⟧]/gu, ''))).toBe(example);
  });
  test.each(rule.right)('no rule finds anything in: %s', (example) => {
    expect(flagged(example)).toEqual([]);
  });
  test.each(rule.wrong)('an offered fix leaves nothing to find in: %s', (example) => {
    const text = example.replace(/[⟦⟧]/gu, '');
    for (const { fixes = [] } of garbled.run(makeProse(text, 'body'), BY_RULES)) {
      for (const fix of fixes.filter(({ preferred }) => preferred === true)) {
        expect(flagged(applyEdits(text, fix.edits)), fix.title).toEqual([]);
      }
    }
  });
});
