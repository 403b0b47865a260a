import { expect, test, vi } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import type { Draft } from '../../server/src/draft/draft.ts';
import { createReader } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { createSession } from '../../server/src/engine/session.ts';
import { wordModel } from '../../server/src/language/model.ts';
import { newsWithCopy } from '../bench/story.ts';
import { chanceFrom } from '../corpus/chance.ts';

// Clocks say what a machine can do; these say what is done.
const done = { texts: 0, lookedAt: new Set<object>() };
const tagger = vi.spyOn(wordModel(), 'tagger');

/** Takes down each time that anybody asks for the words of a paragraph. */
function watch({ paragraphs }: Draft): void {
  for (const { prose } of paragraphs) {
    if (Object.getOwnPropertyDescriptor(prose, 'text')?.get !== undefined) continue;
    const { text } = prose;
    Object.defineProperty(prose, 'text', {
      get() {
        done.texts += 1;
        done.lookedAt.add(prose);
        return text;
      },
    });
  }
}

/** What a key cost. */
interface Cost {
  /** Paragraphs whose words were looked at, besides those that were made anew. */
  readonly paragraphs: number;
  /** How often the words of any of those were asked for. */
  readonly texts: number;
  /** Sentences whose words were tagged. */
  readonly tagged: number;
  /** Paragraphs that the draft has. */
  readonly draft: number;
}

/** What keys cost at places all over a draft: letters, spaces, stops and words that come, and characters that go. */
function typing(words: number, keys: number): readonly Cost[] {
  const plan = planChecks(CHECKS, { checks: { garbled: { model: 'off' } } });
  const chance = chanceFrom(words);
  let source = newsWithCopy(words, 7);
  const read = createReader('plain');
  const session = createSession((check, error) => {
    throw new Error(`${check.id} failed`, { cause: error });
  });
  let draft = read(source);
  session.check(draft, plan);
  const costs: Cost[] = [];
  for (let key = 0; key < keys; key += 1) {
    watch(draft);
    const start = chance.between(0, source.length - 1);
    const gone = chance.between(0, 3) === 0 ? 1 : 0;
    const put = gone > 0 ? '' : chance.pick(['e', 's', 'x', ' ', '.', ' said']);
    source = source.slice(0, start) + put + source.slice(start + gone);
    tagger.mockClear();
    done.texts = 0;
    done.lookedAt.clear();
    draft = read(source, { start, end: start + gone, newEnd: start + put.length });
    session.check(draft, plan);
    costs.push({
      paragraphs: done.lookedAt.size,
      texts: done.texts,
      tagged: tagger.mock.calls.length,
      draft: draft.paragraphs.length,
    });
  }
  return costs;
}

const KEYS = 40;
const [short, long] = [typing(1_000, KEYS), typing(8_000, KEYS)];
tagger.mockRestore();

const most = (costs: readonly Cost[], of: (cost: Cost) => number, share = 1): number =>
  costs.map(of).sort((a, b) => a - b)[Math.floor(share * (costs.length - 1))] ?? Number.NaN;

test.each([
  ['short', short],
  ['long', long],
])('a key tags the sentences of its own paragraph and of no other: a %s draft', (_, costs) => {
  // the longest paragraphs have four, and a key can join two or make one into two
  expect(most(costs, ({ tagged }) => tagged)).toBeLessThanOrEqual(8);
  expect(most(costs, ({ tagged }) => tagged, 0.5)).toBeGreaterThan(0);
});

// The check of sources looks at twenty paragraphs on either side of a claim, and at the first twenty, for who is accused in them.
test('nine keys in ten look at the words of a neighbourhood, however long the draft', () => {
  expect(most(long, ({ paragraphs }) => paragraphs, 0.9)).toBeLessThanOrEqual(100);
  expect(long[0]?.draft).toBeGreaterThan(200);
});

// A key that makes a new spelling of a name has the draft searched for it and for its like, as common words.
test('no key passes over a draft again and again', () => {
  for (const costs of [short, long])
    for (const { draft, texts } of costs) expect(texts).toBeLessThanOrEqual(8 * Math.max(draft, 100));
});
