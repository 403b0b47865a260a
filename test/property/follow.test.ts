import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passagesWith } from '../../server/src/checks/duplicate/elsewhere.ts';
import { createReader } from '../../server/src/draft/read.ts';
import { type Compare, following } from '../../server/src/reuse/follow.ts';
import { type Story, storyOf } from '../../server/src/reuse/story.ts';

/** Reads one draft again and again; paragraphs that have not changed are known again. */
const reader = (): ((paragraphs: readonly string[]) => Story) => {
  const read = createReader('plain');
  return (paragraphs) => storyOf(read(['A headline of ours', ...paragraphs].join('\n\n')));
};

/** So many words that stand nowhere else. */
const own = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `w${from + i}`).join(' ');

const fresh: Compare = (here, there) =>
  // as copies that nobody has compared yet
  passagesWith(here, { ...there });

describe('a comparison that follows a draft', () => {
  test('compares anew only what an edit has come near to', () => {
    const text = Array.from({ length: 100 }, (_, i) => own(i * 1000, 100));
    const others = Array.from({ length: 20 }, (_, i) =>
      reader()([own(500_000 + i * 1000, 200), text[i * 5] ?? '', own(700_000 + i * 1000, 90)]),
    );
    const read = reader();
    let compared = 0;
    const compare = following((here, there) => {
      compared += 1;
      return fresh(here, there);
    });
    const keys = (paragraphs: readonly string[]): number => {
      compared = 0;
      const story = read(paragraphs);
      for (const other of others) expect(compare(story, other)).toEqual(fresh(story, other));
      return compared;
    };
    expect(keys(text)).toBe(20);
    // in a paragraph that nobody has, and which is none's neighbour
    const far = text.with(52, `${own(900_000, 3)} ${text[52]}`);
    expect(keys(far)).toBe(0);
    // in one that is an archived story's
    expect(keys(far.with(50, `${text[50]} more`))).toBe(1);
    // what comes in is an archived story's
    expect(keys(far.with(50, `${text[50]} more`).toSpliced(73, 0, text[45] ?? ''))).toBe(1);
  });

  test('finds what a comparison from the start finds, whatever is typed, cut and pasted', () => {
    const words = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 40 });
    const paragraph = words.map((all) => all.map((one) => `${one % 7 === 0 ? '$' : 'w'}${one}`).join(' '));
    const edit = fc.record({
      at: fc.nat(60),
      removed: fc.nat(3),
      put: fc.array(paragraph, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 20, maxLength: 60 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.nat(40),
        (paragraphs, edits, from) => {
          const other = reader()([
            own(1_000, 40),
            ...paragraphs.slice(from, from + 3),
            own(2_000, 40),
            paragraphs[2] ?? '',
          ]);
          const compare = following(fresh);
          const read = reader();
          let now = paragraphs;
          for (const { at, removed, put } of [{ at: 0, removed: 0, put: [] }, ...edits]) {
            now = now.toSpliced(at, removed, ...put);
            const story = read(now);
            expect(compare(story, other)).toEqual(fresh(story, other));
          }
        },
      ),
    );
  });
});
