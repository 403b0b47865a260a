import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CIRCUMSTANCES_BY_CUE } from '../../server/src/checks/attribution/wrongdoing/circumstances/index.ts';
import { FRAMES } from '../../server/src/checks/attribution/wrongdoing/frames/index.ts';
import { IDIOMS } from '../../server/src/checks/attribution/wrongdoing/idioms.ts';
import { reachOf } from '../../server/src/checks/attribution/wrongdoing/index.ts';
import {
  ACT_WEIGHTS,
  ACTS,
  DOER_HEADS,
  HONEST_ACTS,
} from '../../server/src/checks/attribution/wrongdoing/weights.ts';
import { actForms } from '../../server/src/checks/attribution/wrongdoing/words.ts';
import { type Frame, framesOf, WRONGS } from '../../server/src/checks/attribution/wrongdoing/wrongs.ts';
import type { Prose } from '../../server/src/draft/prose.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { wordList } from '../../server/src/language/closed-class.ts';
import { houseVerbs } from '../../server/src/sourcing/reporting-verbs.ts';
import { sourcingTokens } from '../../server/src/sourcing/tokens.ts';

/** The tables of wrongdoing hold nothing that can never speak: each entry has a sentence in which it does. */

const NO_VERBS = houseVerbs([]);

const proseOf = (text: string): readonly Prose[] =>
  readDraft(text, 'plain').paragraphs.map(({ prose }) => prose);

const tokensOf = (text: string) => proseOf(text).flatMap((prose) => sourcingTokens(prose, NO_VERBS));

/** "The clerk forged the invoices there." */
function fires(frame: Frame, word: string): boolean {
  const doer = first(frame.doers, 'clerk');
  for (const object of frame.objects ?? ['']) {
    for (const also of frame.also ?? ['']) {
      const sums = `${object} ${also}`.replace(/([£$€])/gu, '$120,000');
      const done = `${frame.negated ? 'never ' : ''}${word} ${frame.particle ?? ''}`;
      const tokens = tokensOf(`The ${doer} ${done} ${sums} there.`);
      const at = tokens.findIndex(({ low }) => low === word);
      if (reachOf({ tokens, from: 0, to: tokens.length }, at, frame) !== undefined) return true;
    }
  }
  return false;
}

const first = (words: ReadonlySet<string> | undefined, otherwise: string): string =>
  words === undefined ? otherwise : ([...words][0] ?? otherwise);

describe('every entry can fire', () => {
  test('a frame, in the past of each of its acts', () => {
    const silent = [...framesOf()].flatMap(([word, frames]) =>
      frames
        .filter((frame) => frame.form === 'past' && !fires(frame, word))
        .map((frame) => `${word} (${frame.kind}): ${[...(frame.objects ?? [])].slice(0, 3).join(' ')}`),
    );
    expect(silent).toEqual([]);
  });

  test('a word of a list: as the tokens of copy have it', () => {
    const lists = [...WRONGS, ...FRAMES].flatMap(({ objects, also, unless, doers }) => [
      objects,
      also,
      unless,
      doers,
    ]);
    const words = new Set([
      ...lists.flatMap((list) => wordList(list ?? '')),
      ...CIRCUMSTANCES_BY_CUE.keys(),
      ...IDIOMS.flatMap(([cues]) => wordList(cues)),
      ...DOER_HEADS,
      ...HONEST_ACTS,
    ]);
    const read = new Set(tokensOf(`They took ${[...words].join(' , ')} there.`).map(({ low }) => low));
    expect([...words].filter((word) => !read.has(word))).toEqual([]);
  });

  test('an act: no heavier list holds each of its forms', () => {
    const covered = ACTS.flatMap(([lemmas, weight, kind]) =>
      wordList(lemmas)
        .filter((lemma, at, all) => {
          const wins = actForms(lemma).some(([form]) => {
            const known = ACT_WEIGHTS.get(form);
            return known?.weight === weight && known.kind === kind;
          });
          return !wins || all.indexOf(lemma) !== at;
        })
        .map((lemma) => `${lemma} (${kind}, ${weight})`),
    );
    expect(covered).toEqual([]);
  });

  test('a circumstance and an idiom: in a sentence of the drafts or of the lists of claims', () => {
    const sentences = readSentences();
    const speaks = (cues: string, pattern: RegExp): boolean => {
      const words = new Set(wordList(cues));
      return sentences.some(({ text, low }) => low.some((word) => words.has(word)) && pattern.test(text));
    };
    const circumstances = [...new Set([...CIRCUMSTANCES_BY_CUE.values()].flat())];
    expect(circumstances.filter(({ cues, pattern }) => !speaks(cues, pattern))).toEqual([]);
    expect(IDIOMS.filter(([cues, , pattern]) => !speaks(cues, pattern))).toEqual([]);
  });
});

interface Sentence {
  readonly text: string;
  readonly low: readonly string[];
}

/** Every sentence of the check's drafts, without their marks, and of the lists of claims. */
function readSentences(): readonly Sentence[] {
  const drafts = new URL('../drafts/attribution/', import.meta.url);
  const claims = new URL('../corpus/attribution-claims/', import.meta.url);
  const texts = [
    ...readdirSync(drafts).map((name) =>
      readFileSync(new URL(name, drafts), 'utf8').replace(/⟦[^:⟧]*:|⟧/gu, ''),
    ),
    ...readdirSync(claims).map((name) =>
      readFileSync(new URL(name, claims), 'utf8').replace(/^[+-] \S+: (.*)$/gmu, '$1\n'),
    ),
  ];
  return texts.flatMap(proseOf).flatMap((prose) =>
    prose.sentences.map(({ start, end }) => {
      const text = prose.text.slice(start, end);
      return { text, low: text.toLowerCase().match(/[\p{L}-]+/gu) ?? [] };
    }),
  );
}
