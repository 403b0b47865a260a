import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILDS, compileKernel, sealed } from '../../scripts/kernel.mjs';
import { unsealed } from '../../server/src/models.ts';
import { modelOf } from '../../server/src/phrasing/model.ts';
import { createShare, sharedModel } from '../../server/src/phrasing/shared.ts';
import { fasterOf, machinesOf } from '../../server/src/phrasing/wasm.ts';
import { readWeights } from '../../server/src/phrasing/weights.ts';
import { EDITS, smallModel } from './small-model.ts';

const kernel = (build: 'plain' | 'relaxed') =>
  unsealed(
    `kernel-${build}`,
    readFileSync(new URL(`../../server/models/kernel-${build}.bin`, import.meta.url)),
  );
const small = smallModel(['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...'abcdefghij']);
const weights = readWeights(small.file);
const model = modelOf(weights, machinesOf(kernel('plain')));

/** Sentences of 1 to 24 pieces, so that some of their rows fill up fours and some do not. */
const SENTENCES = Array.from({ length: 12 }, (_, i) =>
  Array.from({ length: 2 * i + 2 }, (_, place) => [(place * 5 + i) % 14, (place * 3 + i) % 4, place]).flat(),
);

describe('the arithmetic of the phrasing model', () => {
  it.each(BUILDS)(
    'is compiled from its source: run `node scripts/kernel.mjs` (%s)',
    async (build) => {
      const compiled = sealed(await compileKernel(build));
      expect(
        compiled.equals(readFileSync(new URL(`../../server/models/kernel-${build}.bin`, import.meta.url))),
      ).toBe(true);
    },
    120_000,
  );

  it('gives what the same arithmetic gives without any hurry', () => {
    // a number that lies half-way between two steps may be rounded to either, and all that follows moves by a little
    const apart = SENTENCES.map((rows) => {
      const [found] = model.read([rows]);
      const due = small.read(rows);
      expect(found?.detect.length).toBe((rows.length / 3) * 4);
      expect(found?.edit.length).toBe((rows.length / 3) * EDITS.length);
      return Math.max(
        ...due.detect.map((one, i) => Math.abs(one - (found?.detect[i] as number))),
        ...due.edit.map((one, i) => Math.abs(one - (found?.edit[i] as number))),
        Math.abs(due.whole - (found?.whole as number)),
        ...small.glance(rows).map((one, i) => Math.abs(one - (model.glance([rows])[0]?.[i] as number))),
      );
    });
    expect(apart.filter((one) => one < 1e-5).length).toBeGreaterThanOrEqual(11);
    expect(Math.max(...apart)).toBeLessThan(0.05);
  });

  it('reads a sentence the same to the last bit, whatever is read with it', () => {
    const together = model.read(SENTENCES);
    const glances = model.glance(SENTENCES);
    SENTENCES.forEach((rows, i) => {
      expect(model.read([rows])).toEqual([together[i]]);
      expect(model.glance([rows])).toEqual([glances[i]]);
      // goes on from where the glance left it
      expect(model.read([rows])).toEqual([together[i]]);
    });
  });

  it('is the same in both builds where the engine has relaxed SIMD, and falls back where it reckons otherwise', () => {
    const either = modelOf(
      weights,
      machinesOf(fasterOf({ plain: () => kernel('plain'), relaxed: () => kernel('relaxed') })),
    );
    expect(either.read(SENTENCES)).toEqual(model.read(SENTENCES));
  });

  it('is the same where threads share the weights, which one of them reads', () => {
    const build = fasterOf({ plain: () => kernel('plain'), relaxed: () => kernel('relaxed') });
    const share = createShare(3);
    const loaded: string[] = [];
    const thread = (name: string, number: number) =>
      sharedModel(share, number, build, () => {
        loaded.push(name);
        if (name === 'without a file') throw new Error('It is not there.');
        return weights;
      });
    expect(() => thread('without a file', 0)).toThrow('It is not there.');
    const threads = ['first', 'second', 'third'].map((name, i) => thread(name, i));
    expect(loaded).toEqual(['without a file', 'first']);
    expect(threads[2]?.weights.vocabulary).toEqual(weights.vocabulary);
    const due = model.read(SENTENCES);
    for (const [i, rows] of SENTENCES.entries()) {
      // all of them at once, as far as one thread can
      const glances = threads.map((one) => one.model.glance([rows]));
      for (const glance of glances) expect(glance).toEqual(model.glance([rows]));
      for (const one of threads) expect(one.model.read([rows])).toEqual([due[i]]);
    }
  });

  it('passes everything on without a gate', () => {
    const { file } = smallModel(['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'a'], { gate: false });
    const open = modelOf(readWeights(file), machinesOf(kernel('plain')));
    expect(
      open.glance([[2, 0, 0, 4, 0, 1, 3, 0, 2]])[0]?.every((one) => one === Number.POSITIVE_INFINITY),
    ).toBe(true);
  });

  it('says what is wrong with a file that holds no such weights', () => {
    expect(() => readWeights(new Uint8Array(40))).toThrow('This is no file of weights.');
    const newer = small.file.slice();
    newer[4] = 9;
    expect(() => readWeights(newer)).toThrow('The weights are of version 9, not 1.');
    expect(() => weights.tensor('nothing')).toThrow('The weights lack nothing.');
  });
});
