import { hashWord, mix } from './hash.ts';
import type { Sentence } from './read.ts';
import { TAG } from './tags.ts';

/** How many weights there are: a power of two. */
export const BUCKETS = 1 << 18;
/** How many features a token has. */
export const TOKEN_FEATURES = 38;

/** Closed-class words, which stand for themselves; other words are seen by their tag. */
const FUNCTION_WORDS = new Set(
  `the a an this that these those my your his her its our their some any no every each either neither another all both half such what
   which who whom whose where when why how while whether if because although though unless until since before after as than so but
   and or nor yet of in on at by for with from to into onto upon over under about against between among through during without within
   along across behind beyond near toward towards above below off up down out around despite except like per via amid amongst
   throughout beneath beside besides inside outside i you he she it we they me him us them myself yourself himself herself itself
   ourselves themselves be am is are was were been being have has had having do does did doing will would shall should can could may
   might must ought 's 're 've 'll 'd 'm n't not there here never ever also only just even still already too very more most less least
   much many few several other own same then now again once back away together ' due rather well one said`
    .split(/\s+/)
    .map(hashWord),
);
const RESETS = new Set(', ; : . ? ! ( ) — – - “ ” "'.split(' ').map(hashWord));
const CLAUSES = new Set(
  'that which who and but because if when while as whether where what than or how after before since'
    .split(' ')
    .map(hashWord),
);
const LINKS = new Set('of in to for on with at by from'.split(' ').map(hashWord));

const START = 0x2a;
const END = 0x2b;
const NAME = 0x2c;
const FIGURE = 0x2d;
const PAD = 2;

/** A sentence as the classifier sees it; every list is padded by two places at either end. */
export interface View {
  readonly size: number;
  /** The word, names and figures being all alike. */
  readonly words: Int32Array;
  /** A function word itself, or else the tag. */
  readonly kinds: Int32Array;
  /** A function word itself, or else the tags it could have. */
  readonly sets: Int32Array;
  /** The last verb of the clause before the token, the last noun, and how many finite verbs there were. */
  readonly verbs: Int32Array;
  readonly nouns: Int32Array;
  readonly finites: Int32Array;
}

/** Prepares a sentence. */
export function viewOf(s: Sentence): View {
  const total = s.size + 2 * PAD;
  const words = new Int32Array(total).fill(END);
  const kinds = new Int32Array(total).fill(END);
  const sets = new Int32Array(total).fill(END);
  const verbs = new Int32Array(total);
  const nouns = new Int32Array(total);
  const finites = new Int32Array(total);
  for (const list of [words, kinds, sets]) list.fill(START, 0, PAD);
  let verb = 0;
  let noun = 0;
  let finite = 0;
  for (let i = 0; i < s.size; i += 1) {
    const at = i + PAD;
    const hash = s.hashes.word[i] as number;
    const shape = (s.hashes.shape[i] as number) & 7;
    const tag = s.tags[i] as number;
    const closed = FUNCTION_WORDS.has(hash) && !(i > 0 && (shape === 1 || shape === 2));
    const name = i > 0 && (shape === 1 || shape === 2);
    const kind = closed || shape === 5 ? hash : shape === 3 ? FIGURE : name ? NAME : 0x100 + tag;
    words[at] = name && !closed ? NAME : shape === 3 ? FIGURE : hash;
    kinds[at] = kind;
    sets[at] = kind === 0x100 + tag ? mix(99, s.may[i] as number, 0) : kind;
    verbs[at] = verb;
    nouns[at] = noun;
    finites[at] = Math.min(finite, 2);
    if (RESETS.has(hash)) {
      verb = 0;
      noun = 0;
      finite = 0;
    } else if (CLAUSES.has(hash)) {
      verb = hash;
      finite = 0;
    } else if (tag >= TAG.VB && tag <= TAG.MD) {
      verb = closed ? hash : 0x100 + tag;
      if (tag === TAG.MD || tag === TAG.VBD || tag === TAG.VBZ || tag === TAG.VBP) finite += 1;
    } else if (tag <= TAG.NNPS || tag === TAG.PRP || tag === TAG.CD)
      noun = tag === TAG.PRP ? hash : 0x100 + tag;
    else if (LINKS.has(hash)) noun = noun === 0 ? 0 : (noun & 0xfff) | 0x4000;
  }
  return { size: s.size, words, kinds, sets, verbs, nouns, finites };
}

/** Writes the features of token `i` into `out`: the sequences of words, tags and possible tags around it. */
export function tokenFeatures(view: View, i: number, out: Int32Array): void {
  const { words: W, kinds: H, sets: A } = view;
  const at = i + PAD;
  const w0 = W[at] as number;
  const wl = W[at - 1] as number;
  const wr = W[at + 1] as number;
  const h0 = H[at] as number;
  const hl = H[at - 1] as number;
  const hl2 = H[at - 2] as number;
  const hr = H[at + 1] as number;
  const hr2 = H[at + 2] as number;
  const a0 = A[at] as number;
  const al = A[at - 1] as number;
  const al2 = A[at - 2] as number;
  const ar = A[at + 1] as number;
  const ar2 = A[at + 2] as number;
  const v = view.verbs[at] as number;
  const n = view.nouns[at] as number;
  const f = view.finites[at] as number;
  const left = mix(40, hl, h0);
  const right = mix(41, h0, hr);
  const sl = mix(42, al, a0);
  const sr = mix(43, a0, ar);
  let k = 0;
  const put = (template: number, a: number, b: number): void => {
    out[k] = mix(template, a, b) & (BUCKETS - 1);
    k += 1;
  };
  put(50, h0, 0);
  put(51, a0, 0);
  put(52, left, 0);
  put(53, right, 0);
  put(54, left, hl2);
  put(55, left, hr);
  put(56, right, hr2);
  put(57, mix(44, hl2, left), hr);
  put(58, left, mix(45, hr, hr2));
  put(59, sl, 0);
  put(60, sr, 0);
  put(61, sl, ar);
  put(62, sl, al2);
  put(63, sr, ar2);
  put(64, wl, w0);
  put(65, w0, wr);
  put(66, wl, h0);
  put(67, hl, w0);
  put(68, w0, hr);
  put(69, h0, wr);
  put(70, mix(46, hl, w0), hr);
  put(71, a0, h0);
  put(72, v, h0);
  put(73, v, left);
  put(74, v, a0);
  put(75, mix(47, n, v), h0);
  put(76, mix(47, n, f), h0);
  put(77, mix(48, f, v), right);
  put(78, n, left);
  put(79, mix(47, n, f), mix(49, left, hr));
  put(80, n, w0);
  put(81, mix(45, al, hl), mix(45, a0, h0));
  put(82, mix(45, a0, h0), mix(45, ar, hr));
  put(83, mix(45, a0, h0), mix(45, ar, hr2));
  put(84, v, sl);
  put(85, mix(46, v, a0), ar);
  put(86, mix(45, al, a0), mix(45, ar, ar2));
  put(87, w0, mix(45, hl, hl2));
}

export interface ClassifierWeights {
  readonly weights: Int8Array;
  /** What one step of a weight is worth, in log-odds. */
  readonly unit: number;
  readonly bias: number;
}

/** Scores each token of a sentence: the log-odds that it stands in a garble. */
export type Classifier = (sentence: Sentence) => Float32Array;

export function createClassifier({ weights, unit, bias }: ClassifierWeights): Classifier {
  const features = new Int32Array(TOKEN_FEATURES);
  return (sentence) => {
    const view = viewOf(sentence);
    const scores = new Float32Array(sentence.size);
    for (let i = 0; i < sentence.size; i += 1) {
      tokenFeatures(view, i, features);
      let sum = 0;
      for (let f = 0; f < TOKEN_FEATURES; f += 1) sum += weights[features[f] as number] as number;
      scores[i] = sum * unit + bias;
    }
    return scores;
  };
}
