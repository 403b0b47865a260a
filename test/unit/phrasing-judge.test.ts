import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unsealed } from '../../server/src/models.ts';
import { judgeOf } from '../../server/src/phrasing/judge.ts';
import { type Model, modelOf } from '../../server/src/phrasing/model.ts';
import { vocabularyOf } from '../../server/src/phrasing/pieces.ts';
import { machinesOf } from '../../server/src/phrasing/wasm.ts';
import { readWeights, type Weights } from '../../server/src/phrasing/weights.ts';
import { SHAPE, smallModel } from './small-model.ts';

const PIECES = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'the', 'mayor', 'has', 'went', 'home', '.', '##s', 'to'];
const { file } = smallModel(PIECES);
const weights = readWeights(file);
const vocabulary = vocabularyOf(weights.vocabulary);
const EDITS = ['keep', 'delete', 'verb:participle'];

/** A judge for which each piece is as suspicious as it is told: log-odds by its number. */
function judgeBy(
  suspicions: Readonly<Record<string, readonly [extra: number, wrong: number, missing: number]>>,
  more: Partial<Weights> = {},
) {
  const row = (id: number) => [0, ...(suspicions[PIECES[id] ?? ''] ?? [-9, -9, -9])];
  const model: Model = {
    read: (sentences) =>
      sentences.map((rows) => {
        const ids = rows.filter((_, i) => i % 3 === 0);
        return {
          detect: Float32Array.from(ids.flatMap(row)),
          edit: Float32Array.from(ids.flatMap((id) => (PIECES[id] === 'went' ? [0.1, 0.2, 0.7] : [1, 0, 0]))),
          whole: 0,
        };
      }),
    glance: (sentences) =>
      sentences.map((rows) => new Float32Array(rows.length / 3).fill(rows.length > 30 ? 1 : -1)),
  };
  const kinds = { extra: 0, wrong: 0, missing: 0 };
  const scores = {
    ...{ whole: 0, kinds, beside: [0, 0] as const, edge: -8, span: 1, hint: 2, information: 3, warning: 4 },
    ...{ fix: 0.6, fixes: { delete: 2 } },
  };
  return judgeOf(model, vocabulary, { ...weights, edits: EDITS, scores, ...more });
}

const shown = (sentence: string, suspicions: Parameters<typeof judgeBy>[0]) =>
  judgeBy(suspicions)(sentence, 'full').map(
    ({ start, end, kind, grade }) => `${sentence.slice(start, end)}: ${kind}, ${grade}`,
  );

describe('judging the words of a sentence', () => {
  it('marks words that are likely at fault, as gravely as is likely', () => {
    expect(shown('The mayor has went home.', {})).toEqual([]);
    expect(shown('The mayor has went home.', { went: [-9, 5, -9] })).toEqual(['went: wrong, warning']);
    expect(shown('The mayor has went home.', { went: [-9, 3.5, -9] })).toEqual(['went: wrong, information']);
    expect(shown('The mayor has went home.', { home: [-9, -9, 2.5] })).toEqual(['home: missing, hint']);
  });

  it('takes words together that stand side by side or with one between, and neighbours that look bad beside them', () => {
    const both = { has: [2.5, -9, -9], home: [-9, 4.5, -9] } as const;
    expect(shown('The mayor has went home.', both)).toEqual(['has went home: wrong, warning']);
    expect(shown('The mayor has went home.', { went: [5, -9, -9], has: [1.5, -9, -9] })).toEqual([
      'has went: extra, warning',
    ]);
    expect(shown('The mayor has went home.', { went: [5, -9, -9], the: [1.5, -9, -9] })).toEqual([
      'went home: extra, warning',
    ]);
  });

  it('shows a word that is one too many with the neighbour it collides with', () => {
    expect(shown('The mayor has went home.', { went: [5, -9, -9], has: [0, -9, -9] })).toEqual([
      'has went: extra, warning',
    ]);
    expect(shown('The mayor has went home.', { home: [5, -9, -9] })).toEqual(['went home: extra, warning']);
  });

  it('passes on what may be done about it, the likeliest first', () => {
    const [doubt] = judgeBy({ went: [-9, 5, -9] })('The mayor has went home.', 'full');
    expect(
      doubt?.edits.map(({ edit, probability, sure }) => [edit, Math.round(100 * probability), sure]),
    ).toEqual([
      ['verb:participle', 70, 0.6],
      ['delete', 20, 2],
    ]);
  });

  it('counts what speaks against the neighbours of a word too', () => {
    const kinds = { extra: 0, wrong: 1, missing: 0 };
    const beside = [0.5, 0.25] as const;
    const scores = { ...weights.scores, whole: 0, kinds, beside, edge: -8, hint: 2, span: 9 };
    const found = (suspicions: Parameters<typeof judgeBy>[0]) =>
      judgeBy(suspicions, { scores })('The mayor has went home.', 'full').map(({ score }) =>
        Math.round(score),
      );
    // neighbours of 3 and -8: 4 + 1 + 1.5 - 2; of -8 and -8: 3 + 1 - 4 - 2
    expect(found({ has: [-30, 3, -30], mayor: [-30, 4, -30], home: [-9, -9, -9] })).toEqual([5]);
    expect(found({ has: [-30, 3, -30] })).toEqual([]);
  });

  it('reads in a hurry only what a glance finds worth it', () => {
    const suspicions = { went: [-9, 5, -9] } as const;
    const judge = judgeBy(suspicions, {
      gate: { layers: 1, width: 32, heads: 2, inner: 64, after: 0, threshold: 0 },
    });
    const long = 'The mayor has went home to the mayor home to the mayor.';
    expect(judge('The mayor has went.', 'full')).toHaveLength(1);
    expect(judge('The mayor has went.', 'fast')).toHaveLength(0);
    expect(judge(long, 'fast')).toEqual(judge(long, 'full'));
  });

  it('reads a sentence too long for it in windows, and each word once', () => {
    const long = `${'The mayors has went home to the '.repeat(12)}mayor.`;
    const found = judgeBy({ went: [-9, 5, -9] })(long, 'full');
    expect(found.map(({ start, end }) => long.slice(start, end))).toEqual(Array(12).fill('went'));
    expect(found.map(({ start }) => start)).toEqual(
      Array.from(long.matchAll(/went/gu), ({ index }) => index),
    );
  });

  it('judges every word by the weights alone', () => {
    const bytes = readFileSync(new URL('../../server/models/kernel-plain.bin', import.meta.url));
    const judge = judgeOf(modelOf(weights, machinesOf(unsealed('kernel-plain', bytes))), vocabulary, weights);
    const long = `${'The mayors has went home to the '.repeat(12)}mayor.`;
    // everything is over a threshold of -100
    for (const sentence of ['The mayor has went home.', 'Home', long]) {
      const [whole, ...others] = judge(sentence, 'fast');
      expect([whole?.start, whole?.end, others]).toEqual([0, sentence.length, []]);
    }
    expect(SHAPE.positions).toBeLessThan(40);
    expect(judge('', 'full')).toEqual([]);
  });
});
