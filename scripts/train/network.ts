import {
  FIRST_SET,
  FIRST_WORD,
  isNameHere,
  type Network,
  OTHER_TOKENS,
  type Rows,
  rowsOf,
  TAG_ROWS,
} from '../../server/src/checks/garbled/network.ts';
import { lexiconKey } from '../../server/src/language/lexicon.ts';
import type { WordModel } from '../../server/src/language/model.ts';
import type { Sentence } from '../../server/src/language/tagged.ts';
import { verbsOf } from './classify.ts';
import { seeded, shuffle } from './corpora.ts';
import { garblesFrom } from './teaching.ts';

const WIDTH = 24;
const REACH = 4;
const HIDDEN = 128;
const PLACES = 2 * REACH + 1;
const WINDOW = PLACES * WIDTH;
const KNOWN_WORDS = 12_000;
const KNOWN_SETS = 400;

const SENTENCES_A_STEP = 128;
/** How many garbles are made of each sentence in a round. */
const GARBLES = 2;
/** The share of right tokens that is learnt from; each then counts as much more. */
const RIGHT_SHARE = 0.25;
/** The share of words taken for unknown ones while learning, so that the network does not lean on single words. */
const HIDDEN_WORDS = 0.1;
/** The share of hidden units left out while learning. */
const DROPPED = 0.15;
/** How much a token of a garble counts that is not the one the network sees best. */
const REST_OF_GARBLE = 0.05;
/** Errors below this teach nothing. */
const SMALL_ERROR = 2e-3;
const RATE = 0.002;
const LAST_RATE = 0.0001;

interface Example extends Rows {
  /** The tokens at fault; -1 in a right sentence. */
  readonly from: number;
  readonly to: number;
}

/** Trains the network on sentences and on garbles made of them, anew in each round. The same weights on every run. */
export function trainNetwork(
  sentences: readonly Sentence[],
  model: WordModel,
  rounds: number,
  seed: number,
  say: (line: string) => void,
): Network {
  const random = seeded(seed);
  const network = emptyNetwork(sentences, random);
  say(`network: ${network.keys.length} words, ${network.sets.length} sets of tags`);
  const known = verbsOf(sentences, model);
  const right = sentences.map((sentence): Example => ({ ...rowsOf(sentence, network), from: -1, to: -1 }));
  const order = sentences.map((_, i) => i);
  const learner = learnerOf(network, random);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    let loss = 0;
    let seen = 0;
    for (let at = 0; at < order.length; at += SENTENCES_A_STEP) {
      const done = (round + at / order.length) / rounds;
      const step: Example[] = [];
      for (const i of order.slice(at, at + SENTENCES_A_STEP)) {
        step.push(right[i] as Example);
        for (const { sentence, from, to } of garblesFrom(
          sentences[i] as Sentence,
          GARBLES,
          model,
          known,
          random,
        ))
          step.push({ ...rowsOf(sentence, network), from, to });
      }
      const result = learner.step(step, RATE + (LAST_RATE - RATE) * done);
      loss += result.loss;
      seen += result.seen;
    }
    say(`network round ${round + 1}: loss ${(loss / seen).toFixed(4)} over ${seen} tokens`);
  }
  return learner.network();
}

/** A network that knows the most common words and sets of tags, with weights by chance. */
function emptyNetwork(sentences: readonly Sentence[], random: () => number): Network {
  const words = new Map<number, number>();
  const sets = new Map<number, number>();
  for (const s of sentences) {
    for (let i = 0; i < s.size; i += 1) {
      const may = s.possibleTags[i] as number;
      sets.set(may, (sets.get(may) ?? 0) + 1);
      if (isNameHere(s, i) || /\d|-/u.test(s.words[i] as string)) continue;
      const key = lexiconKey(s.hashes.word[i] as number);
      words.set(key, (words.get(key) ?? 0) + 1);
    }
  }
  const keys = mostCommon(words, KNOWN_WORDS);
  const known = mostCommon(sets, KNOWN_SETS);
  const chance = (size: number, spread: number): Float32Array =>
    Float32Array.from({ length: size }, () => spread * normal(random));
  return {
    keys,
    sets: known,
    width: WIDTH,
    reach: REACH,
    hidden: HIDDEN,
    words: chance((FIRST_WORD + keys.length) * WIDTH, 0.1),
    tags: chance(TAG_ROWS * WIDTH, 0.1),
    setRows: chance((FIRST_SET + known.length) * WIDTH, 0.1),
    // He et al. 2015: keeps the spread of the sums through rectified units
    first: chance(WINDOW * HIDDEN, Math.sqrt(2 / WINDOW)),
    bias: new Float32Array(HIDDEN),
    last: chance(HIDDEN, 0.1),
    offset: -3,
  };
}

const mostCommon = (counts: ReadonlyMap<number, number>, most: number): Int32Array =>
  Int32Array.from(
    [...counts]
      .sort(([a, often], [b, oftenB]) => oftenB - often || a - b)
      .slice(0, most)
      .map(([key]) => key),
  ).sort();

/** A number by the normal distribution (Box and Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

interface Learner {
  /** Learns from some sentences at once. */
  step(examples: readonly Example[], rate: number): { loss: number; seen: number };
  /** The network as it has been learnt so far. */
  network(): Network;
}

/** Weights with the running averages that Adam (Kingma and Ba, 2015) keeps of their slopes. */
interface Learnt {
  readonly weights: Float64Array;
  readonly slopes: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
}
// in numbers of 64 bits, which JavaScript reckons with: half as fast again
const learnt = (weights: Float32Array): Learnt => ({
  weights: Float64Array.from(weights),
  slopes: new Float64Array(weights.length),
  means: new Float64Array(weights.length),
  squares: new Float64Array(weights.length),
});

function learnerOf(network: Network, random: () => number): Learner {
  const words = learnt(network.words);
  const tags = learnt(network.tags);
  const sets = learnt(network.setRows);
  const first = learnt(network.first);
  const bias = learnt(network.bias);
  const last = learnt(network.last);
  const offset = learnt(Float32Array.of(network.offset));
  // the window's tokens: where the rows of each begin, and what they stand for
  const wordsAt = new Int32Array(PLACES);
  const tagsAt = new Int32Array(PLACES);
  const setsAt = new Int32Array(PLACES);
  const window = new Float64Array(WINDOW);
  const windowSlopes = new Float64Array(WINDOW);
  const units = new Float64Array(HIDDEN);
  const unitSlopes = new Float64Array(HIDDEN);
  const activeUnits = new Int32Array(HIDDEN);
  let steps = 0;

  /** Puts what the tokens around `i` stand for into `window`. */
  const look = ({ words: w, tags: t, sets: m }: Rows, i: number): void => {
    for (let place = 0; place < PLACES; place += 1) {
      const at = i + place - REACH;
      const inside = at >= 0 && at < w.length;
      const word = (inside ? (w[at] as number) : 0) * WIDTH;
      const tag = (inside ? (t[at] as number) : 0) * WIDTH;
      const set = (inside ? (m[at] as number) : 0) * WIDTH;
      wordsAt[place] = word;
      tagsAt[place] = tag;
      setsAt[place] = set;
      for (let n = 0; n < WIDTH; n += 1)
        window[place * WIDTH + n] =
          (words.weights[word + n] as number) +
          (tags.weights[tag + n] as number) +
          (sets.weights[set + n] as number);
    }
  };
  const forward = (rows: Rows, i: number): number => {
    look(rows, i);
    units.set(bias.weights);
    // four rows at a time: half the loads and stores
    for (let j = 0; j < WINDOW; j += 4) {
      const a = window[j] as number;
      const b = window[j + 1] as number;
      const c = window[j + 2] as number;
      const d = window[j + 3] as number;
      let at = j * HIDDEN;
      for (let unit = 0; unit < HIDDEN; unit += 1, at += 1)
        units[unit] =
          (units[unit] as number) +
          a * (first.weights[at] as number) +
          b * (first.weights[at + HIDDEN] as number) +
          c * (first.weights[at + 2 * HIDDEN] as number) +
          d * (first.weights[at + 3 * HIDDEN] as number);
    }
    let score = offset.weights[0] as number;
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      const value = units[unit] as number;
      if (value <= 0) units[unit] = 0;
      else score += value * (last.weights[unit] as number);
    }
    return score;
  };
  /** Leaves units out by chance; the rest count as much more. */
  const drop = (): number => {
    let score = offset.weights[0] as number;
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      units[unit] = random() < DROPPED ? 0 : (units[unit] as number) / (1 - DROPPED);
      score += (units[unit] as number) * (last.weights[unit] as number);
    }
    return score;
  };
  /** Goes back from the token that `forward` saw last. */
  const backward = (slope: number): void => {
    offset.slopes[0] = (offset.slopes[0] as number) + slope;
    let active = 0;
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      const value = units[unit] as number;
      if (value === 0) continue;
      last.slopes[unit] = (last.slopes[unit] as number) + slope * value;
      const at = (slope * (last.weights[unit] as number)) / (1 - DROPPED);
      bias.slopes[unit] = (bias.slopes[unit] as number) + at;
      unitSlopes[active] = at;
      activeUnits[active] = unit;
      active += 1;
    }
    for (let j = 0; j < WINDOW; j += 1) {
      const value = window[j] as number;
      const row = j * HIDDEN;
      let back = 0;
      for (let k = 0; k < active; k += 1) {
        const at = unitSlopes[k] as number;
        const place = row + (activeUnits[k] as number);
        back += at * (first.weights[place] as number);
        first.slopes[place] = (first.slopes[place] as number) + at * value;
      }
      windowSlopes[j] = back;
    }
    for (let place = 0; place < PLACES; place += 1) {
      const word = wordsAt[place] as number;
      const tag = tagsAt[place] as number;
      const set = setsAt[place] as number;
      touched.add(word / WIDTH);
      for (let n = 0; n < WIDTH; n += 1) {
        const back = windowSlopes[place * WIDTH + n] as number;
        words.slopes[word + n] = (words.slopes[word + n] as number) + back;
        tags.slopes[tag + n] = (tags.slopes[tag + n] as number) + back;
        sets.slopes[set + n] = (sets.slopes[set + n] as number) + back;
      }
    }
  };
  const touched = new Set<number>();
  const adam = (
    { weights, slopes, means, squares }: Learnt,
    rate: number,
    from = 0,
    to = weights.length,
  ): void => {
    const early = 1 - 0.9 ** steps;
    const earlySquares = 1 - 0.999 ** steps;
    for (let k = from; k < to; k += 1) {
      const slope = slopes[k] as number;
      const mean = 0.9 * (means[k] as number) + 0.1 * slope;
      const square = 0.999 * (squares[k] as number) + 0.001 * slope * slope;
      means[k] = mean;
      squares[k] = square;
      slopes[k] = 0;
      weights[k] =
        (weights[k] as number) - (rate * (mean / early)) / (Math.sqrt(square / earlySquares) + 1e-7);
    }
  };

  return {
    network: () => ({
      ...network,
      words: Float32Array.from(words.weights),
      tags: Float32Array.from(tags.weights),
      setRows: Float32Array.from(sets.weights),
      first: Float32Array.from(first.weights),
      bias: Float32Array.from(bias.weights),
      last: Float32Array.from(last.weights),
      offset: offset.weights[0] as number,
    }),
    step(examples, rate) {
      let loss = 0;
      let seen = 0;
      const learn = (rows: Rows, i: number, wrong: boolean, weight: number): void => {
        forward(rows, i);
        const probability = 1 / (1 + Math.exp(-drop()));
        const error = probability - (wrong ? 1 : 0);
        loss -= weight * Math.log((wrong ? probability : 1 - probability) + 1e-7);
        seen += weight;
        if (Math.abs(error) > SMALL_ERROR) backward((error * weight) / 64);
      };
      for (const example of examples) {
        const { from, to } = example;
        const rows: Rows = {
          words: example.words.map((word) => (random() < HIDDEN_WORDS ? OTHER_TOKENS.other : word)),
          tags: example.tags,
          sets: example.sets.map((set) => (random() < HIDDEN_WORDS / 2 ? 1 : set)),
        };
        let best = -1;
        let most = Number.NEGATIVE_INFINITY;
        for (let i = from; from >= 0 && i < to; i += 1) {
          const score = forward(rows, i);
          if (score > most) {
            most = score;
            best = i;
          }
        }
        for (let i = 0; i < rows.words.length; i += 1) {
          const wrong = from >= 0 && i >= from && i < to;
          // whether the words beside a garble are part of it is open
          if (!wrong && from >= 0 && i >= from - 2 && i < to + 2) continue;
          if (wrong) learn(rows, i, true, i === best ? 1 : REST_OF_GARBLE);
          else if (random() < RIGHT_SHARE) learn(rows, i, false, 1 / RIGHT_SHARE);
        }
      }
      steps += 1;
      for (const part of [tags, sets, first, bias, last, offset]) adam(part, rate);
      for (const word of touched) adam(words, rate, word * WIDTH, (word + 1) * WIDTH);
      touched.clear();
      return { loss, seen };
    },
  };
}
