import { mix } from './hash.ts';
import { TAG, TAGS } from './tags.ts';
import type { TokenHashes } from './tokens.ts';

/** How many features a token has. */
export const FEATURES = 26;

const NO_WORD = 0x3c2f733e;
const NO_TAG: number = TAGS.length;

/**
 * Writes the features of token `i` into `out`: the word and its parts, its neighbours and what they can be, and the two
 * tags before it. `may` holds each token's possible tags. The templates follow Collins (2002) and Ratnaparkhi (1996); the
 * sets of possible tags are added, since they tell much about words that the treebanks seldom hold.
 */
export function featuresOf(
  hashes: TokenHashes,
  may: Int32Array,
  size: number,
  i: number,
  before: number,
  beforeThat: number,
  out: Int32Array,
): void {
  const { word, end2, end3, end4, start3, shape } = hashes;
  const w = word[i] as number;
  const left = i > 0 ? (word[i - 1] as number) : NO_WORD;
  const left2 = i > 1 ? (word[i - 2] as number) : NO_WORD;
  const right = i + 1 < size ? (word[i + 1] as number) : NO_WORD;
  const right2 = i + 2 < size ? (word[i + 2] as number) : NO_WORD;
  const leftEnd = i > 0 ? (end3[i - 1] as number) : NO_WORD;
  const rightEnd = i + 1 < size ? (end3[i + 1] as number) : NO_WORD;
  const can = may[i] as number;
  const rightCan = i + 1 < size ? (may[i + 1] as number) : NO_WORD;
  const right2Can = i + 2 < size ? (may[i + 2] as number) : NO_WORD;
  const tail = end3[i] as number;
  out[0] = mix(1, w, 0);
  out[1] = mix(2, end2[i] as number, 0);
  out[2] = mix(3, tail, 0);
  out[3] = mix(4, end4[i] as number, 0);
  out[4] = mix(5, start3[i] as number, 0);
  out[5] = mix(6, shape[i] as number, tail);
  out[6] = mix(7, shape[i] as number, before);
  out[7] = mix(8, before, beforeThat);
  out[8] = mix(9, before, w);
  out[9] = mix(10, left, 0);
  out[10] = mix(11, left2, left);
  out[11] = mix(12, right, 0);
  out[12] = mix(13, right2, right);
  out[13] = mix(14, leftEnd, before);
  out[14] = mix(15, rightEnd, 0);
  out[15] = mix(16, left, w);
  out[16] = mix(17, w, right);
  out[17] = mix(18, before, tail);
  out[18] = mix(19, before, right);
  out[19] = mix(20, can, before);
  out[20] = mix(21, can, rightCan);
  out[21] = mix(22, w, rightCan);
  out[22] = mix(23, can, mix(24, before, rightCan));
  out[23] = mix(25, rightCan, right2Can);
  out[24] = mix(26, mix(27, before, beforeThat), can);
  out[25] = mix(
    28,
    shape[i] as number,
    mix(29, i + 1 < size ? (shape[i + 1] as number) : 9, i > 0 ? (shape[i - 1] as number) : 9),
  );
}

/** Sparse weights: for each feature a run of tags and what they gain or lose. */
export interface TaggerWeights {
  /** Open addressing: keys of features, 0 for an empty place. Its length is a power of two. */
  readonly keys: Int32Array;
  /** Where the run of the feature at the same place starts, and how long it is. */
  readonly runs: Int32Array;
  readonly lengths: Uint8Array;
  readonly tags: Uint8Array;
  readonly gains: Int8Array;
}

/** Tags the tokens of a sentence. `sure` holds the tag of a word that has only one (255: none); such words are not weighed. */
export type Tagger = (hashes: TokenHashes, may: Int32Array, sure: Uint8Array, size: number) => Uint8Array;

/** A power of two. */
const BITS = 2 ** 21;

/** Makes a tagger that takes the best tag of each token from left to right (an averaged perceptron). */
export function createTagger(weights: TaggerWeights): Tagger {
  const { keys, runs, lengths, tags, gains } = weights;
  const mask = keys.length - 1;
  // Most features are in no table, and the table is larger than what a processor has close by: these bits are not.
  const known = new Int32Array(BITS / 32);
  // A key beside its run and the run's length, a tag beside its gain: what is read together lies together.
  const table = new Int32Array(2 * keys.length);
  // counted, not iterated: it is the first thing that a server does for its first draft, on code that is not compiled yet
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] as number;
    if (key === 0) continue;
    known[(key & (BITS - 1)) >>> 5] = (known[(key & (BITS - 1)) >>> 5] as number) | (1 << (key & 31));
    table[2 * place] = key;
    table[2 * place + 1] = ((runs[place] as number) << 6) | (lengths[place] as number);
  }
  const votes = new Int8Array(2 * tags.length);
  for (let at = 0; at < tags.length; at += 1) {
    votes[2 * at] = tags[at] as number;
    votes[2 * at + 1] = gains[at] as number;
  }
  const features = new Int32Array(FEATURES);
  const scores = new Int32Array(TAGS.length);
  return (hashes, may, sure, size) => {
    const tagged = new Uint8Array(size);
    let before = NO_TAG;
    let beforeThat = NO_TAG;
    for (let i = 0; i < size; i += 1) {
      let best: number = sure[i] as number;
      if (best === 255) {
        scores.fill(0);
        featuresOf(hashes, may, size, i, before, beforeThat, features);
        for (let f = 0; f < FEATURES; f += 1) {
          const key = features[f] as number;
          if ((((known[(key & (BITS - 1)) >>> 5] as number) >>> (key & 31)) & 1) === 0) continue;
          let place = key & mask;
          let found = table[2 * place] as number;
          while (found !== key && found !== 0) {
            place = (place + 1) & mask;
            found = table[2 * place] as number;
          }
          if (found === 0) continue;
          const run = table[2 * place + 1] as number;
          const end = 2 * ((run >>> 6) + (run & 63));
          for (let k = 2 * (run >>> 6); k < end; k += 2) {
            const tag = votes[k] as number;
            scores[tag] = (scores[tag] as number) + (votes[k + 1] as number);
          }
        }
        best = TAG.NN;
        for (let tag = 0; tag < scores.length; tag += 1) {
          if ((scores[tag] as number) > (scores[best] as number)) best = tag;
        }
      }
      tagged[i] = best;
      beforeThat = before;
      before = best;
    }
    return tagged;
  };
}
