import { readModel } from '#models';
import { once } from '../draft/memoize.ts';
import { type Doubt, type JudgeSentence, judgeOf, type Thoroughness } from './judge.ts';
import { type Model, modelOf } from './model.ts';
import { vocabularyOf } from './pieces.ts';
import { type Share, sharedModel } from './shared.ts';
import { fasterOf, machinesOf } from './wasm.ts';
import { readWeights, type Weights } from './weights.ts';

export type { Doubt, Proposal, Thoroughness } from './judge.ts';

/** What the phrasing model finds in the sentences of a draft. */
export interface Phrasing {
  /** What is at fault in a sentence; undefined where that is not known yet. */
  readonly doubts: (sentence: string, how: Thoroughness) => readonly Doubt[] | undefined;
  /** A check of the draft begins: what was asked about before and is not again is of no interest any more. */
  readonly begins: () => void;
}

/** Sentences whose doubts are kept: some ten drafts of 20,000 words, most without any. */
const KEPT = 10_000;

/** What was found in sentences; of too many, those that were asked about longest ago are forgotten. */
export interface Findings {
  get(sentence: string, how: Thoroughness): readonly Doubt[] | undefined;
  set(sentence: string, how: Thoroughness, doubts: readonly Doubt[]): void;
}

/** Keeps what was found. */
export function createFindings(kept = KEPT): Findings {
  const found = new Map<string, readonly Doubt[]>();
  return {
    get(sentence, how) {
      const key = `${how} ${sentence}`;
      const doubts = found.get(key);
      if (doubts !== undefined) {
        found.delete(key);
        found.set(key, doubts);
      }
      return doubts;
    },
    set(sentence, how, doubts) {
      found.set(`${how} ${sentence}`, doubts);
      if (found.size > kept) found.delete(found.keys().next().value as string);
    },
  };
}

/**
 * Loads the model that comes with the package, some 50 ms.
 * @throws Error if it cannot be read, in a sentence.
 */
export function loadJudge(): JudgeSentence {
  const build = fasterOf({
    plain: () => readModel('kernel-plain'),
    relaxed: () => readModel('kernel-relaxed'),
  });
  const load = (): Weights => readWeights(readModel('phrasing'));
  const { model, weights } = shared === undefined ? alone(build, load()) : shared(build, load);
  return judgeOf(model, vocabularyOf(weights.vocabulary), weights);
}

type Loaded = { readonly model: Model; readonly weights: Weights };

const alone = (build: Uint8Array, weights: Weights): Loaded => ({
  model: modelOf(weights, machinesOf(build)),
  weights,
});

// what a thread is told once, before it reads anything
let shared: ((build: Uint8Array, load: () => Weights) => Loaded) | undefined;

/** Says that this thread, of this number, shares the weights with others. */
export function shareWeights(share: Share, number: number): void {
  shared = (build, load) => sharedModel(share, number, build, load);
}

const theJudge = once(loadJudge);
const findings = createFindings();

/** Judges a sentence by the model of this thread, loaded when it is first needed. */
export const judgeSentence: JudgeSentence = (sentence, how) => theJudge()(sentence, how);

/** Answers at once, some ten milliseconds a sentence: for whoever can wait. */
export const phrasingAtOnce: Phrasing = {
  doubts(sentence, how) {
    const known = findings.get(sentence, how);
    if (known !== undefined) return known;
    const doubts = judgeSentence(sentence, how);
    findings.set(sentence, how, doubts);
    return doubts;
  },
  begins() {},
};
