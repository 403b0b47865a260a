import { hashWord, mix } from '../../language/hash.ts';
import type { Sentence } from '../../language/tagged.ts';
import { TAG } from '../../language/tags.ts';

/** How many features a token has. */
export const TOKEN_FEATURES = 58;

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
const PAD = 3;
/** How many places stand between the first tokens of two sentences that share a view, beside the first one's tokens. */
export const PADDING = 2 * PAD;

/** Sentences as the classifier sees them; every list is padded by some places at either end of a sentence. */
export interface View {
  /** The word, names and figures being all alike. */
  readonly words: Int32Array;
  /** A function word itself, or else the tag. */
  readonly kinds: Int32Array;
  /** A function word itself, or else the tags it could have. */
  readonly sets: Int32Array;
  /** The last verb of the clause before the token by its kind and as a word, the last noun, and how many finite verbs there were. */
  readonly verbs: Int32Array;
  readonly verbWords: Int32Array;
  readonly nouns: Int32Array;
  readonly finites: Int32Array;
  /** The next verb of the clause after the token, and how many finite verbs come in the whole sentence before and after it. */
  readonly nextVerbs: Int32Array;
  readonly around: Int32Array;
}

/** An empty view that holds so many tokens, padding counted. */
export const emptyView = (places: number): View => ({
  words: new Int32Array(places),
  kinds: new Int32Array(places),
  sets: new Int32Array(places),
  verbs: new Int32Array(places),
  verbWords: new Int32Array(places),
  nouns: new Int32Array(places),
  finites: new Int32Array(places),
  nextVerbs: new Int32Array(places),
  around: new Int32Array(places),
});

/** Writes a sentence into a view, its padding from `base` on; its tokens are numbered from `base`. */
export function fillView(view: View, base: number, s: Sentence): void {
  const { words, kinds, sets, verbs, verbWords, nouns, finites, nextVerbs, around } = view;
  const first = base + PAD;
  for (const list of [words, kinds, sets]) {
    list.fill(START, base, first);
    list.fill(END, first + s.size, first + s.size + PAD);
  }
  let verb = 0;
  let verbWord = 0;
  let noun = 0;
  let finite = 0;
  let allFinite = 0;
  for (let i = 0; i < s.size; i += 1) {
    const at = first + i;
    const hash = s.hashes.word[i] as number;
    const shape = (s.hashes.shape[i] as number) & 7;
    const tag = s.tags[i] as number;
    const name = i > 0 && (shape === 1 || shape === 2);
    const closed = !name && FUNCTION_WORDS.has(hash);
    const kind = closed || shape === 5 ? hash : shape === 3 ? FIGURE : name ? NAME : 0x100 + tag;
    words[at] = name ? NAME : shape === 3 ? FIGURE : hash;
    kinds[at] = kind;
    sets[at] = kind === 0x100 + tag ? mix(99, s.possibleTags[i] as number, 0) : kind;
    verbs[at] = verb;
    verbWords[at] = verbWord;
    nouns[at] = noun;
    finites[at] = Math.min(finite, 2);
    around[at] = Math.min(allFinite, 2);
    if (RESETS.has(hash)) {
      verb = 0;
      verbWord = 0;
      noun = 0;
      finite = 0;
    } else if (CLAUSES.has(hash)) {
      verb = hash;
      verbWord = hash;
      finite = 0;
    } else if (tag >= TAG.VB && tag <= TAG.MD) {
      verb = closed ? hash : 0x100 + tag;
      verbWord = hash;
      if (hasTense(tag)) {
        finite += 1;
        allFinite += 1;
      }
    } else if (tag <= TAG.NNPS || tag === TAG.PRP || tag === TAG.CD)
      noun = tag === TAG.PRP ? hash : 0x100 + tag;
    else if (LINKS.has(hash)) noun = noun === 0 ? 0 : (noun & 0xfff) | 0x4000;
  }
  let next = 0;
  let after = 0;
  for (let i = s.size - 1; i >= 0; i -= 1) {
    const at = first + i;
    const hash = s.hashes.word[i] as number;
    const tag = s.tags[i] as number;
    nextVerbs[at] = next;
    around[at] = (around[at] as number) * 3 + Math.min(after, 2);
    if (RESETS.has(hash) || CLAUSES.has(hash)) next = 0;
    else if (tag >= TAG.VB && tag <= TAG.MD) {
      next = kinds[at] as number;
      if (hasTense(tag)) after += 1;
    }
  }
}

const hasTense = (tag: number): boolean =>
  tag === TAG.MD || tag === TAG.VBD || tag === TAG.VBZ || tag === TAG.VBP;

/** Writes the features of token `i` into `out`: the sequences of words, tags and possible tags around it. */
export function tokenFeatures(view: View, i: number, out: Int32Array): void {
  const { words: W, kinds: H, sets: A } = view;
  const at = i + PAD;
  const w0 = W[at] as number;
  const wl = W[at - 1] as number;
  const wl2 = W[at - 2] as number;
  const wr = W[at + 1] as number;
  const wr2 = W[at + 2] as number;
  const h0 = H[at] as number;
  const hl = H[at - 1] as number;
  const hl2 = H[at - 2] as number;
  const hl3 = H[at - 3] as number;
  const hr = H[at + 1] as number;
  const hr2 = H[at + 2] as number;
  const hr3 = H[at + 3] as number;
  const a0 = A[at] as number;
  const al = A[at - 1] as number;
  const al2 = A[at - 2] as number;
  const ar = A[at + 1] as number;
  const ar2 = A[at + 2] as number;
  const v = view.verbs[at] as number;
  const vw = view.verbWords[at] as number;
  const n = view.nouns[at] as number;
  const f = view.finites[at] as number;
  const nv = view.nextVerbs[at] as number;
  const fs = view.around[at] as number;
  const left = mix(40, hl, h0);
  const right = mix(41, h0, hr);
  const sl = mix(42, al, a0);
  const sr = mix(43, a0, ar);
  const nf = mix(47, n, f);
  const before = mix(49, hl2, left);
  const after = mix(48, right, hr2);
  out[0] = mix(50, h0, 0);
  out[1] = mix(51, a0, 0);
  out[2] = left;
  out[3] = right;
  out[4] = before;
  out[5] = mix(55, left, hr);
  out[6] = after;
  out[7] = mix(57, before, hr);
  out[8] = mix(58, left, mix(45, hr, hr2));
  out[9] = sl;
  out[10] = sr;
  out[11] = mix(61, sl, ar);
  out[12] = mix(62, sl, al2);
  out[13] = mix(63, sr, ar2);
  out[14] = mix(64, wl, w0);
  out[15] = mix(65, w0, wr);
  out[16] = mix(66, wl, h0);
  out[17] = mix(67, hl, w0);
  out[18] = mix(68, w0, hr);
  out[19] = mix(69, h0, wr);
  out[20] = mix(70, mix(46, hl, w0), hr);
  out[21] = mix(71, a0, h0);
  out[22] = mix(72, v, h0);
  out[23] = mix(73, v, left);
  out[24] = mix(74, v, a0);
  out[25] = mix(75, mix(44, n, v), h0);
  out[26] = mix(76, nf, h0);
  out[27] = mix(77, mix(48, f, v), right);
  out[28] = mix(78, n, left);
  out[29] = mix(79, nf, mix(49, left, hr));
  out[30] = mix(80, n, w0);
  out[31] = mix(81, mix(45, al, hl), mix(45, a0, h0));
  out[32] = mix(82, mix(45, a0, h0), mix(45, ar, hr));
  out[33] = mix(83, mix(45, a0, h0), mix(45, ar, hr2));
  out[34] = mix(84, v, sl);
  out[35] = mix(85, mix(46, v, a0), ar);
  out[36] = mix(86, mix(45, al, a0), mix(45, ar, ar2));
  out[37] = mix(87, w0, mix(45, hl, hl2));
  // what would stand together if the token were taken out
  out[38] = mix(88, wl, wr);
  out[39] = mix(89, hl, hr);
  out[40] = mix(90, mix(45, hl2, hl), mix(45, hr, hr2));
  out[41] = mix(91, wl, a0);
  out[42] = mix(92, w0, ar);
  out[43] = mix(93, a0, wr);
  out[44] = mix(94, al, w0);
  out[45] = mix(95, vw, h0);
  out[46] = mix(96, vw, left);
  out[47] = mix(97, mix(45, nv, f), left);
  out[48] = mix(98, mix(45, nv, v), mix(45, n, h0));
  out[49] = mix(99, fs, left);
  out[50] = mix(100, fs, mix(45, nv, mix(45, v, h0)));
  out[51] = mix(101, hl3, before);
  out[52] = mix(102, after, hr3);
  out[53] = mix(103, mix(45, wl2, wl), h0);
  out[54] = mix(104, mix(45, wl, w0), wr);
  out[55] = mix(105, h0, mix(45, wr, wr2));
  out[56] = mix(106, before, mix(45, hr, hr2));
  out[57] = mix(107, mix(45, vw, n), h0);
}

/** Weights of features by their keys. */
export interface ClassifierWeights {
  /** Open addressing: keys of features, 0 for an empty place. Its length is a power of two. */
  readonly keys: Int32Array;
  /** The weight of the feature at the same place, in steps. */
  readonly steps: Int8Array;
  /** What one step is worth, in log-odds. */
  readonly unit: number;
  readonly bias: number;
}

/** The last place of the sieve: eight keys' bits a place. */
const SIEVE = (1 << 19) - 1;
/** A token whose first features put it this low is not looked at further: four in five are so. */
const GLANCE = 28;
const HOPELESS = -4;

/** Scores each token of a sentence: the log-odds that it stands in a garble. */
export type Classifier = (sentence: Sentence) => Float32Array;

export function createClassifier({ keys, steps, unit, bias }: ClassifierWeights): Classifier {
  const features = new Int32Array(TOKEN_FEATURES);
  const mask = keys.length - 1;
  const hopeless = (HOPELESS - bias) / unit;
  // most features have no weight: a small table of bits says so sooner than the large one
  const sieve = new Uint8Array(SIEVE + 1);
  for (const key of keys) {
    const at = (key >>> 3) & SIEVE;
    if (key !== 0) sieve[at] = (sieve[at] as number) | (1 << (key & 7));
  }
  // written anew for every sentence
  let view = emptyView(256);
  return (sentence) => {
    const places = sentence.size + PADDING;
    if (places > view.words.length) view = emptyView(2 * places);
    fillView(view, 0, sentence);
    const scores = new Float32Array(sentence.size);
    for (let i = 0; i < sentence.size; i += 1) {
      tokenFeatures(view, i, features);
      let sum = 0;
      for (let f = 0; f < TOKEN_FEATURES; f += 1) {
        if (f === GLANCE && sum < hopeless) break;
        const key = features[f] as number;
        if ((((sieve[(key >>> 3) & SIEVE] as number) >>> (key & 7)) & 1) === 0) continue;
        let place = key & mask;
        while (keys[place] !== key && keys[place] !== 0) place = (place + 1) & mask;
        sum += steps[place] as number;
      }
      scores[i] = sum * unit + bias;
    }
    return scores;
  };
}
