import { describe, expect, it } from 'vitest';
import type { Doubt } from '../../server/src/phrasing/index.ts';
import { type Asked, createLive } from '../../server/src/phrasing/live.ts';

const doubt: Doubt = { start: 0, end: 3, kind: 'extra', score: 5, grade: 'warning', edits: [] };

/** A reader of sentences that answers when it is told to: “bad” sentences have a doubt. */
function reader() {
  const batches: string[][] = [];
  let answer: (() => void) | undefined;
  let heard: (() => void) | undefined;
  const failures: unknown[] = [];
  const live = createLive(
    (asked: readonly Asked[]) => {
      batches.push(asked.map(({ sentence }) => sentence));
      heard?.();
      return new Promise((resolve) => {
        answer = () => resolve(asked.map(({ sentence }) => (sentence.includes('bad') ? [doubt] : [])));
      });
    },
    (error) => failures.push(error),
  );
  /** Waits until it is asked to read something, lets it answer, and gives what it was asked. */
  const reads = async (): Promise<readonly string[] | undefined> => {
    if (answer === undefined) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
    const now = answer;
    answer = undefined;
    now?.();
    return batches.at(-1);
  };
  return { live, reads, batches, failures };
}

const long = (word: string): string => `${word} ${'x'.repeat(400)}`;

describe('the phrasing of open drafts', () => {
  it('answers when it has read, and tells of it', async () => {
    const { live, reads } = reader();
    const told: boolean[] = [];
    const draft = live.follow((all) => told.push(all));
    draft.begins();
    expect(draft.doubts('bad one', 'full')).toBeUndefined();
    expect(draft.doubts('good one', 'full')).toBeUndefined();
    expect(await reads()).toEqual(['bad one', 'good one']);
    await draft.settled();
    expect(told).toEqual([true]);
    expect(draft.known()).toBe(1);
    expect(draft.doubts('bad one', 'full')).toEqual([doubt]);
    expect(draft.doubts('good one', 'full')).toEqual([]);
    expect(live.sofar.doubts('bad one', 'full')).toEqual([doubt]);
    expect(live.sofar.doubts('another', 'full')).toEqual([]);
    // another way of reading it is another question
    expect(draft.doubts('bad one', 'fast')).toBeUndefined();
  });

  it('reads first what was typed just now, and never what was typed over', async () => {
    const { live, reads } = reader();
    const draft = live.follow(() => {});
    draft.begins();
    for (const word of ['one', 'two', 'three', 'four']) draft.doubts(long(word), 'full');
    // “one” is being read; meanwhile “three” becomes “five”
    await Promise.resolve();
    draft.begins();
    for (const word of ['one', 'two', 'five', 'four']) draft.doubts(long(word), 'full');
    expect(await reads()).toEqual([long('one')]);
    expect(await reads()).toEqual([long('five')]);
    expect(await reads()).toEqual([long('two')]);
    expect(await reads()).toEqual([long('four')]);
    await draft.settled();
  });

  it('reads first what is in view', async () => {
    const { live, reads } = reader();
    const draft = live.follow(() => {});
    draft.begins();
    for (const word of ['one', 'two', 'three', 'four']) draft.doubts(long(word), 'full');
    await Promise.resolve();
    draft.inView(new Set([long('three')]));
    expect(await reads()).toEqual([long('one')]);
    expect(await reads()).toEqual([long('three')]);
    expect(await reads()).toEqual([long('two')]);
    expect(await reads()).toEqual([long('four')]);
    await draft.settled();
  });

  it('reads the draft first that was checked last, and one sentence once for all', async () => {
    const { live, reads, batches } = reader();
    const first = live.follow(() => {});
    const second = live.follow(() => {});
    first.begins();
    for (const word of ['one', 'two', 'both']) first.doubts(long(word), 'full');
    await Promise.resolve();
    second.begins();
    for (const word of ['three', 'both']) second.doubts(long(word), 'full');
    for (let i = 0; i < 4; i += 1) await reads();
    await Promise.all([first.settled(), second.settled()]);
    expect(batches).toEqual([[long('one')], [long('three')], [long('both')], [long('two')]]);
  });

  it('reads nothing more of a draft that is closed', async () => {
    const { live, reads, batches } = reader();
    const draft = live.follow(() => {});
    draft.begins();
    for (const word of ['one', 'two']) draft.doubts(long(word), 'full');
    await Promise.resolve();
    draft.close();
    await draft.settled();
    await reads();
    await Promise.resolve();
    expect(batches).toEqual([[long('one')]]);
  });

  it('finds nothing, and says so once, where the model fails', async () => {
    const failures: unknown[] = [];
    const live = createLive(
      async () => {
        throw new Error('no model');
      },
      (error) => failures.push(error),
    );
    const draft = live.follow(() => {});
    draft.begins();
    draft.doubts('bad one', 'full');
    await draft.settled();
    draft.doubts('bad two', 'full');
    await draft.settled();
    expect(draft.doubts('bad two', 'full')).toEqual([]);
    expect(failures).toHaveLength(1);
  });
});
