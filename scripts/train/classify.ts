import {
  emptyView,
  fillView,
  PADDING,
  TOKEN_FEATURES,
  tokenFeatures,
  type View,
} from '../../server/src/checks/garbled/classifier.ts';
import type { WordModel } from '../../server/src/language/model.ts';
import { tableSize } from '../../server/src/language/packed.ts';
import { sentencesOf } from '../../server/src/language/sentences.ts';
import { readSentence, type Sentence } from '../../server/src/language/tagged.ts';
import { type Verb, verbsAmong } from '../../test/corpus/garbles.ts';
import { type Article, heldOut, readCorpus, seeded, shuffle } from './corpora.ts';
import { pushNumber } from './perceptron.ts';
import { garblesFrom } from './teaching.ts';

/** The sentences of some corpora, of each at most `limit`. */
export function sentencesFrom(
  names: readonly string[],
  limit: number,
  model: WordModel,
  random: () => number,
): Sentence[] {
  const all: Sentence[] = [];
  for (const name of names) {
    const articles = readCorpus<Article>(`open/${name}`).filter(({ id }) => !heldOut(name, id));
    shuffle(articles, random);
    let found = 0;
    for (const article of articles) {
      if (found >= limit) break;
      for (const line of article.text.split('\n')) {
        for (const span of sentencesOf(line)) {
          const sentence = readSentence(line, span, model);
          if (sentence.size < 4 || sentence.size > 60 || found >= limit) continue;
          found += 1;
          all.push(sentence);
        }
      }
    }
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
  const verbs = verbsAmong(counts, (word) => model.lexicon.possibleTags(word));
  const common = new Set<Verb>();
  for (const rows of verbs.values())
    for (const { verb } of rows) if ((counts.get(verb.VBD) ?? 0) >= 20) common.add(verb);
  return { verbs, common: [...common].sort((a, b) => (a.VB < b.VB ? -1 : 1)) };
}

/** Sentences in one view: example `n` is the sentence from `starts[n]` on; its tokens from `from[n]` to `to[n]` are garbled, or none. */
export interface Examples {
  readonly view: View;
  readonly starts: Int32Array;
  readonly sizes: Uint8Array;
  readonly from: Int16Array;
  readonly to: Int16Array;
  readonly count: number;
}

/** Every sentence as it stands, and garbled in up to `each` ways. */
export function makeExamples(
  sentences: readonly Sentence[],
  model: WordModel,
  each: number,
  random: () => number,
): Examples {
  const known = verbsOf(sentences, model);
  const places = sentences.reduce((sum, { size }) => sum + (size + PADDING + 2) * (1 + each), 0);
  const most = sentences.length * (1 + each);
  const view = emptyView(places);
  const starts = new Int32Array(most);
  const sizes = new Uint8Array(most);
  const from = new Int16Array(most).fill(-1);
  const to = new Int16Array(most).fill(-1);
  let base = 0;
  let count = 0;
  const add = (sentence: Sentence, start: number, end: number): void => {
    fillView(view, base, sentence);
    starts[count] = base;
    sizes[count] = sentence.size;
    from[count] = start;
    to[count] = end;
    base += sentence.size + PADDING;
    count += 1;
  };
  for (const sentence of sentences) {
    add(sentence, -1, -1);
    for (const made of garblesFrom(sentence, each, model, known, random))
      add(made.sentence, made.from, made.to);
  }
  return { view, starts, sizes, from, to, count };
}

/** What is learnt from: the tokens that teach, each with its features by number, the most common feature being number 0. */
interface Lessons {
  readonly features: Int32Array;
  readonly wrong: Uint8Array;
  readonly count: number;
  /** The keys of the features by number. */
  readonly keys: Int32Array;
}

/** All tokens of clean sentences teach; of garbled ones those at fault, and some that are far from it. */
function teachers(
  { starts, sizes, from, to, count }: Examples,
  random: () => number,
): { at: Int32Array; wrong: Uint8Array } {
  const at: number[] = [];
  const wrong: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const base = starts[n] as number;
    const start = from[n] as number;
    const end = to[n] as number;
    for (let i = 0; i < (sizes[n] as number); i += 1) {
      const bad = start >= 0 && i >= start && i < end;
      if (start >= 0 && !bad && ((i >= start - 3 && i < end + 3) || random() > 0.1)) continue;
      at.push(base + i);
      wrong.push(bad ? 1 : 0);
    }
  }
  return { at: Int32Array.from(at), wrong: Uint8Array.from(wrong) };
}

/** Numbers the features that stand at least so often, and notes those of every token that teaches; -1 for the rare ones. */
function lessonsOf(examples: Examples, least: number, random: () => number): Lessons {
  const { at, wrong } = teachers(examples, random);
  const features = new Int32Array(at.length * TOKEN_FEATURES);
  const some = new Int32Array(TOKEN_FEATURES);
  // counted by hash, in a table so large that rare features seldom share a place
  const seen = new Uint8Array(1 << 26);
  for (let n = 0; n < at.length; n += 1) {
    tokenFeatures(examples.view, at[n] as number, some);
    features.set(some, n * TOKEN_FEATURES);
    for (let f = 0; f < TOKEN_FEATURES; f += 1) {
      const place = (some[f] as number) & (seen.length - 1);
      const times = seen[place] as number;
      if (times < 255) seen[place] = times + 1;
    }
  }
  let kept = 0;
  for (const times of seen) if (times >= least) kept += 1;
  const table = new Int32Array(tableSize(kept * 1.3));
  const counts = new Int32Array(table.length);
  const mask = table.length - 1;
  for (let n = 0; n < features.length; n += 1) {
    const key = features[n] as number;
    if ((seen[key & (seen.length - 1)] as number) < least) {
      features[n] = -1;
      continue;
    }
    let place = key & mask;
    while (table[place] !== key && table[place] !== 0) place = (place + 1) & mask;
    table[place] = key;
    counts[place] = (counts[place] as number) + 1;
    features[n] = place;
  }
  // the common ones side by side, where the processor's cache holds them
  const places = Int32Array.from([...counts.keys()].filter((place) => (counts[place] as number) > 0)).sort(
    (a, b) => (counts[b] as number) - (counts[a] as number) || a - b,
  );
  const numbers = new Int32Array(table.length);
  places.forEach((place, number) => {
    numbers[place] = number;
  });
  for (let n = 0; n < features.length; n += 1) {
    const place = features[n] as number;
    if (place >= 0) features[n] = numbers[place] as number;
  }
  return { features, wrong, count: at.length, keys: places.map((place) => table[place] as number) };
}

/** Trains a logistic regression by AdaGrad; features numbered -1 are left out. */
function learn(
  { features, wrong, count }: Lessons,
  weights: Float32Array,
  rounds: number,
  seed: number,
  start: number,
  say: (line: string) => void,
): number {
  const squares = new Float32Array(weights.length);
  const random = seeded(seed);
  const order = Int32Array.from({ length: count }, (_, n) => n);
  const shown = new Int32Array(TOKEN_FEATURES);
  let lot = seed;
  let bias = start;
  for (let round = 0; round < rounds; round += 1) {
    shuffleNumbers(order, random);
    let loss = 0;
    const rate = 0.06 / (1 + round);
    for (const n of order) {
      const first = n * TOKEN_FEATURES;
      let sum = bias;
      let used = 0;
      for (let f = first; f < first + TOKEN_FEATURES; f += 1) {
        const number = features[f] as number;
        // one feature in eight is left out by lot: copy yet unread will lack some too, and the rest must do without
        lot = (Math.imul(lot, 1664525) + 1013904223) | 0;
        if (number < 0 || lot >>> 29 === 0) continue;
        sum += weights[number] as number;
        shown[used] = number;
        used += 1;
      }
      const bad = wrong[n] === 1;
      const probability = 1 / (1 + Math.exp(-sum));
      const error = probability - (bad ? 1 : 0);
      loss -= Math.log((bad ? probability : 1 - probability) + 1e-9);
      if (Math.abs(error) < 0.002) continue;
      for (let f = 0; f < used; f += 1) {
        const number = shown[f] as number;
        const square = (squares[number] as number) + error * error;
        squares[number] = square;
        weights[number] = (weights[number] as number) - (rate * error) / Math.sqrt(square + 0.05);
      }
      bias -= 0.001 * error;
    }
    say(`classifier round ${round + 1}: loss ${(loss / count).toFixed(5)} over ${count} tokens`);
  }
  return bias;
}

function shuffleNumbers(items: Int32Array, random: () => number): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = items[i] as number;
    items[i] = items[j] as number;
    items[j] = held;
  }
}

/** Trained weights, each by the key of its feature. */
export interface Trained {
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Trains on all features that are common enough, keeps the `most` that tell most, and trains those on. */
export function trainClassifier(
  examples: Examples,
  most: number,
  random: () => number,
  say: (line: string) => void,
): Trained {
  const lessons = lessonsOf(examples, 5, random);
  const { features, keys } = lessons;
  say(`${keys.length} features of ${lessons.count} tokens`);
  const weights = new Float32Array(keys.length);
  const bias = learn(lessons, weights, 3, 4, -4, say);
  const sizes = weights.map(Math.abs).sort();
  const least = Math.max(0.02, sizes[Math.max(0, sizes.length - most)] as number);
  for (let n = 0; n < features.length; n += 1) {
    const number = features[n] as number;
    if (number >= 0 && Math.abs(weights[number] as number) < least) features[n] = -1;
  }
  const kept = weights.map((weight) => (Math.abs(weight) < least ? 0 : weight));
  return { keys, weights: kept, bias: learn(lessons, kept, 2, 5, bias, say) };
}

/** Packs the weights as `unpackClassifier` reads them. */
export function packClassifier(
  { keys, weights }: Trained,
  unit: number,
): { bytes: Uint8Array; count: number } {
  const rows: [key: number, step: number][] = [];
  keys.forEach((key, at) => {
    const step = Math.max(-127, Math.min(127, Math.round((weights[at] as number) / unit)));
    if (step !== 0) rows.push([key, step]);
  });
  rows.sort(([a], [b]) => a - b);
  const out: number[] = [];
  pushNumber(out, rows.length);
  let last = 0;
  for (const [key, step] of rows) {
    pushNumber(out, key - last);
    out.push(step & 255);
    last = key;
  }
  return { bytes: Uint8Array.from(out), count: rows.length };
}
