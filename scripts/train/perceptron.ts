import { tableSize } from '../../server/src/language/packed.ts';
import { FEATURES, featuresOf, type TaggerWeights } from '../../server/src/language/tagger.ts';
import { TAGS } from '../../server/src/language/tags.ts';
import type { TokenHashes } from '../../server/src/language/tokens.ts';
import { seeded, shuffle } from './corpora.ts';

/** A sentence with its right tags. */
export interface Tagged {
  readonly hashes: TokenHashes;
  readonly may: Int32Array;
  readonly sure: Uint8Array;
  readonly tags: Uint8Array;
}

const T: number = TAGS.length;

/** What training gives: for each kept feature its key and its weights. */
export interface Trained {
  readonly keys: Int32Array;
  /** `TAGS.length` weights for each key. */
  readonly weights: Float32Array;
}

/** Trains an averaged perceptron. Features seen once are left out. */
export function trainTagger(sentences: readonly Tagged[], rounds: number, seed: number, least = 2): Trained {
  const size = 1 << 24;
  const table = new Int32Array(size);
  const counts = new Uint16Array(size);
  const placeOf = (key: number): number => {
    let place = key & (size - 1);
    while (table[place] !== key && table[place] !== 0) place = (place + 1) & (size - 1);
    return place;
  };
  const features = new Int32Array(FEATURES);
  for (const { hashes, may, tags } of sentences) {
    for (let i = 0; i < tags.length; i += 1) {
      featuresOf(
        hashes,
        may,
        tags.length,
        i,
        i > 0 ? (tags[i - 1] as number) : T,
        i > 1 ? (tags[i - 2] as number) : T,
        features,
      );
      for (const key of features) {
        const place = placeOf(key);
        table[place] = key;
        if ((counts[place] as number) < 65535) counts[place] = (counts[place] as number) + 1;
      }
    }
  }
  const ids = new Int32Array(size).fill(-1);
  const kept: number[] = [];
  for (let place = 0; place < size; place += 1) {
    if ((counts[place] as number) >= least) {
      ids[place] = kept.length;
      kept.push(table[place] as number);
    }
  }
  const weights = new Float32Array(kept.length * T);
  const sums = new Float64Array(kept.length * T);
  const rows = new Int32Array(FEATURES);
  const scores = new Float64Array(T);
  const random = seeded(seed);
  const order = sentences.map((_, index) => index);
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const { hashes, may, sure, tags } = sentences[index] as Tagged;
      let before = T;
      let beforeThat = T;
      for (let i = 0; i < tags.length; i += 1) {
        step += 1;
        const right = tags[i] as number;
        let best: number = sure[i] as number;
        if (best === 255) {
          featuresOf(hashes, may, tags.length, i, before, beforeThat, features);
          scores.fill(0);
          for (let f = 0; f < FEATURES; f += 1) {
            const row = ids[placeOf(features[f] as number)] as number;
            rows[f] = row;
            if (row < 0) continue;
            for (let tag = 0; tag < T; tag += 1)
              scores[tag] = (scores[tag] as number) + (weights[row * T + tag] as number);
          }
          best = 0;
          for (let tag = 1; tag < T; tag += 1)
            if ((scores[tag] as number) > (scores[best] as number)) best = tag;
          if (best !== right) {
            for (let f = 0; f < FEATURES; f += 1) {
              const row = rows[f] as number;
              if (row < 0) continue;
              weights[row * T + right] = (weights[row * T + right] as number) + 1;
              sums[row * T + right] = (sums[row * T + right] as number) + step;
              weights[row * T + best] = (weights[row * T + best] as number) - 1;
              sums[row * T + best] = (sums[row * T + best] as number) - step;
            }
          }
        }
        beforeThat = before;
        before = best;
      }
    }
  }
  for (let n = 0; n < weights.length; n += 1) {
    weights[n] = (weights[n] as number) - (sums[n] as number) / step;
  }
  return { keys: Int32Array.from(kept), weights };
}

/** Packs the weights of at least `least`, in steps of `unit`; see `unpackTagger`. */
export function packTagger(trained: Trained, least: number, unit: number): Uint8Array {
  const { keys, weights } = trained;
  const order = Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number));
  const body: number[] = [];
  let count = 0;
  let total = 0;
  let last = 0;
  for (const row of order) {
    const run: number[] = [];
    for (let tag = 0; tag < T; tag += 1) {
      const weight = weights[row * T + tag] as number;
      const gain = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (Math.abs(weight) >= least && gain !== 0) run.push(tag, gain & 255);
    }
    if (run.length === 0) continue;
    const key = keys[row] as number;
    pushNumber(body, key - last);
    last = key;
    body.push(run.length / 2, ...run);
    count += 1;
    total += run.length / 2;
  }
  const head: number[] = [];
  pushNumber(head, count);
  pushNumber(head, total);
  return Uint8Array.from(head.concat(body));
}

/** Writes a number as `ByteReader.number` reads it. */
export function pushNumber(out: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    out.push((rest & 127) | 128);
    rest >>>= 7;
  }
  out.push(rest);
}

/** Weights straight from training, unpruned, for the stages before the last. */
export function inMemory(trained: Trained, unit: number): TaggerWeights {
  const { keys, weights } = trained;
  const size = tableSize(keys.length);
  const out = { keys: new Int32Array(size), runs: new Int32Array(size), lengths: new Uint8Array(size) };
  const tags: number[] = [];
  const gains: number[] = [];
  keys.forEach((key, row) => {
    let place = key & (size - 1);
    while (out.keys[place] !== 0) place = (place + 1) & (size - 1);
    out.keys[place] = key;
    out.runs[place] = tags.length;
    for (let tag = 0; tag < T; tag += 1) {
      const gain = Math.max(-127, Math.min(127, Math.round((weights[row * T + tag] as number) / unit)));
      if (gain === 0) continue;
      tags.push(tag);
      gains.push(gain);
    }
    out.lengths[place] = tags.length - (out.runs[place] as number);
  });
  return { ...out, tags: Uint8Array.from(tags), gains: Int8Array.from(gains) };
}
