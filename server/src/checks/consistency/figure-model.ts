import { readModel } from '#models';
import { once } from '../../draft/memoize.ts';
import { hashWord } from '../../language/hash.ts';
import { lexiconKey } from '../../language/lexicon.ts';

/** What was learnt of figures: directions that words stand for, and trees that judge a pair by its row (scripts/figures). */
export interface FigureModel {
  /** Numbers in a direction. */
  readonly size: number;
  /** The place of a word (in lower case) among those that are known; -1 for another. */
  placeOf(word: string): number;
  /** Adds the direction of the word at a place to a sum, `weight` times. */
  addVector(place: number, weight: number, sum: Float32Array): void;
  /** How likely a pair with this row is one quantity told twice, in two ways, as log odds. */
  judge(row: readonly number[]): number;
  /** The log odds from which a pair is told. */
  readonly least: number;
}

/**
 * The model that comes with the package, read when first asked for. Its file: the numbers of a direction, of words, of trees and of nodes (four
 * bytes each, the lowest first) and the least log odds (a float); the words by their keys (four bytes each, rising), a scale and its
 * direction each (a float, bytes); where each tree begins (four bytes); of each node the feature (a byte; 255 for a leaf), the threshold or the leaf's
 * value (a float) and the nodes to the left (at most the threshold) and right (two bytes each, counted from the tree's first).
 * @throws Error if it cannot be read.
 */
export const figureModel: () => FigureModel = once(() => modelIn(readModel('figures')));

function modelIn(bytes: Uint8Array): FigureModel {
  const whole = new Uint8Array(bytes).buffer;
  let at = 0;
  const floats = (count: number): Float32Array => {
    const found = new Float32Array(whole, at, count);
    at += 4 * count;
    return found;
  };
  const numbers = (count: number): Int32Array => {
    const found = new Int32Array(whole, at, count);
    at += 4 * count;
    return found;
  };
  const [size = 0, words = 0, trees = 0, nodes = 0] = numbers(4);
  const [least = 0] = floats(1);
  const keys = numbers(words);
  const scales = floats(words);
  const starts = numbers(trees);
  const thresholds = floats(nodes);
  const lefts = new Int16Array(whole, at, nodes);
  const rights = new Int16Array(whole, at + 2 * nodes, nodes);
  const features = new Uint8Array(whole, at + 4 * nodes, nodes);
  const vectors = new Int8Array(whole, at + 5 * nodes, size * words);

  const places = new Map(Array.from(keys, (key, i) => [key, i]));
  return {
    size,
    least,
    placeOf: (word) => places.get(lexiconKey(hashWord(word))) ?? -1,
    addVector(place, weight, sum) {
      const scale = weight * (scales[place] as number);
      const from = place * size;
      for (let i = 0; i < size; i += 1) sum[i] = (sum[i] as number) + scale * (vectors[from + i] as number);
    },
    judge(row) {
      let sum = 0;
      for (const start of starts) {
        let node = start;
        for (;;) {
          const feature = features[node] as number;
          const threshold = thresholds[node] as number;
          if (feature === 255) {
            sum += threshold;
            break;
          }
          node = start + (((row[feature] as number) <= threshold ? lefts[node] : rights[node]) as number);
        }
      }
      return sum;
    },
  };
}
