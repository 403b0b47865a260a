import {
  BUCKETS,
  TOKEN_FEATURES,
  tokenFeatures,
  type View,
  viewOf,
} from '../../server/src/checks/garbled/classifier.ts';
import type { WordModel } from '../../server/src/checks/garbled/model.ts';
import { type Sentence, tagTokens } from '../../server/src/checks/garbled/read.ts';
import { tokenise } from '../../server/src/checks/garbled/tokens.ts';
import { sentencesOf } from '../../server/src/draft/sentences.ts';
import { garble, joinTokens, type Kind, usable, type Verb, verbsAmong } from '../../test/corpus/garbles.ts';
import { type Article, heldOut, readCorpus, seeded, shuffle } from './corpora.ts';

/** Kinds that teach; missing words and agreement too often leave a sentence right, and only blur what is learnt. */
const TAUGHT: readonly Kind[] = [
  'doubled function word',
  'function words collide',
  'function words collide',
  'leftover verb',
  'verbs collide',
  'verbs collide',
  'wrong verb form',
  'wrong verb form',
  'words swapped',
  'pasted word',
];

export interface Example {
  readonly view: View;
  /** The tokens at fault; none in a clean sentence. */
  readonly from: number;
  readonly to: number;
}

/** The sentences of some corpora, every `step`th of those that can be garbled. */
export function sentencesFrom(
  names: readonly string[],
  limit: number,
  model: WordModel,
  random: () => number,
): Sentence[] {
  const all: Sentence[] = [];
  for (const name of names) {
    const found: Sentence[] = [];
    const articles = readCorpus<Article>(`open/${name}`).filter(({ id }) => !heldOut(name, id));
    shuffle(articles, random);
    for (const article of articles) {
      if (found.length >= limit) break;
      for (const line of article.text.split('\n')) found.push(...usable(line, sentencesOf(line), model));
    }
    for (const sentence of found.slice(0, limit)) all.push(sentence);
  }
  return all;
}

/** The verbs of the sentences, and the common ones. */
export function verbsOf(
  sentences: readonly Sentence[],
  model: Pick<WordModel, 'lexicon'>,
): { verbs: ReturnType<typeof verbsAmong>; common: Verb[] } {
  const counts = new Map<string, number>();
  for (const { raw, words } of sentences) {
    for (let i = 0; i < raw.length; i += 1)
      if (raw[i] === words[i]) counts.set(words[i] ?? '', (counts.get(words[i] ?? '') ?? 0) + 1);
  }
  const verbs = verbsAmong(counts, (word) => model.lexicon.mayBe(word));
  const common = new Set<Verb>();
  for (const rows of verbs.values())
    for (const { verb } of rows) if ((counts.get(verb.VBD) ?? 0) >= 20) common.add(verb);
  return { verbs, common: [...common].sort((a, b) => (a.VB < b.VB ? -1 : 1)) };
}

/** Clean sentences and garbled ones, in turn. */
export function makeExamples(
  sentences: readonly Sentence[],
  model: WordModel,
  random: () => number,
): Example[] {
  const { verbs, common } = verbsOf(sentences, model);
  const examples: Example[] = [];
  for (const sentence of sentences) {
    examples.push({ view: viewOf(sentence), from: -1, to: -1 });
    const kind = TAUGHT[Math.floor(random() * TAUGHT.length)] as Kind;
    const made = garble(sentence, kind, verbs, common, random);
    if (made === undefined) continue;
    const text = joinTokens(made.tokens);
    const tokens = tokenise(text, 0, text.length);
    // a garble that reads back in other tokens (a quotation mark, an initial) would be marked in the wrong place
    if (tokens.size !== made.tokens.length) continue;
    examples.push({ view: viewOf(tagTokens(tokens, model)), from: made.from, to: made.to });
  }
  return examples;
}

/** Trains a logistic regression by AdaGrad; only some of a garbled sentence's right tokens are shown. */
export function trainClassifier(
  examples: Example[],
  rounds: number,
  seed: number,
  say: (line: string) => void,
): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(BUCKETS);
  const squares = new Float32Array(BUCKETS);
  const features = new Int32Array(TOKEN_FEATURES);
  const random = seeded(seed);
  let bias = -4;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(examples, random);
    let loss = 0;
    let seen = 0;
    const rate = 0.08 / (1 + round);
    for (const { view, from, to } of examples) {
      for (let i = 0; i < view.size; i += 1) {
        const wrong = from >= 0 && i >= from && i < to;
        if (from >= 0 && !wrong && i >= from - 2 && i < to + 2) continue;
        if (from >= 0 && !wrong && random() > 0.1) continue;
        tokenFeatures(view, i, features);
        let sum = bias;
        for (let f = 0; f < TOKEN_FEATURES; f += 1) sum += weights[features[f] as number] as number;
        const probability = 1 / (1 + Math.exp(-sum));
        const error = probability - (wrong ? 1 : 0);
        loss -= Math.log((wrong ? probability : 1 - probability) + 1e-9);
        seen += 1;
        if (Math.abs(error) < 0.004) continue;
        for (let f = 0; f < TOKEN_FEATURES; f += 1) {
          const b = features[f] as number;
          squares[b] = (squares[b] as number) + error * error;
          weights[b] = (weights[b] as number) - (rate * error) / Math.sqrt((squares[b] as number) + 0.01);
        }
        bias -= 0.001 * error;
      }
    }
    say(`classifier round ${round + 1}: loss ${(loss / seen).toFixed(4)} over ${seen} tokens`);
  }
  return { weights, bias };
}
