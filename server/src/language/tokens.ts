import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import { addChar, HASH_START } from './hash.ts';

/**
 * The tokens of one sentence, split as treebanks split them: clitics apart ("do|n't", "Moscow|'s"), every mark of punctuation
 * by itself; but a hyphenated word is one token, as copy editors count. Spans are UTF-16 offsets into the paragraph's text.
 */
export interface Tokens {
  readonly size: number;
  /** As it stands in the text. */
  readonly raw: readonly string[];
  /** In lower case, with straight apostrophes. */
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What the tagger sees of each token: hashes of the word and its parts. */
export interface TokenHashes {
  readonly word: Int32Array;
  /** Of the last two, three and four characters. */
  readonly end2: Int32Array;
  readonly end3: Int32Array;
  readonly end4: Int32Array;
  /** Of the first three characters. */
  readonly start3: Int32Array;
  /** 0 lower case, 1 capital first, 2 all capitals, 3 with a figure, 4 hyphenated, 5 no letter; +8 at the sentence's start. */
  readonly shape: Int32Array;
}

const LETTER = /[\p{L}\p{M}]/u;
const isLetter = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  (unit > 127 &&
    unit !== 0xa0 &&
    !(unit >= 0x2000 && unit <= 0x2bff) &&
    LETTER.test(String.fromCharCode(unit)));
/** Whether a word begins with one of a to z, as most do: of these no pattern need be asked what they begin with. */
export const startsSmall = (word: string): boolean => {
  const unit = word.charCodeAt(0);
  return unit >= 97 && unit <= 122;
};
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isUpper = (unit: number): boolean =>
  (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7);
const isHyphen = (unit: number): boolean => unit === 45 || unit === 0x2010 || unit === 0x2011;
const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019;
const isSpace = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200b) ||
  unit === 0x202f ||
  unit === 0xfeff;

const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm']);

/** The tokens of each of a paragraph's sentences, made once. */
export const tokensOf = memoizeWeak((prose: Prose): readonly Tokens[] =>
  prose.sentences.map(({ start, end }) => tokenise(prose.text, start, end)),
);

/** Splits the text from `start` to `end` into tokens. */
export function tokenise(text: string, start: number, end: number): Tokens {
  const raw: string[] = [];
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (from: number, to: number): void => {
    const token = text.slice(from, to);
    raw.push(token);
    words.push(normal(token));
    starts.push(from);
    ends.push(to);
  };
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      at += 1;
    } else if (isLetter(unit)) {
      at = pushWord(text, at, end, push);
    } else if (isDigit(unit)) {
      const to = endOfFigure(text, at, end);
      push(at, to);
      at = to;
    } else {
      let to = at + 1;
      // "..." and "--" are one mark
      if (unit === 46 || unit === 45) while (to < end && text.charCodeAt(to) === unit) to += 1;
      else if (unit >= 0xd800 && unit < 0xdc00) to = Math.min(end, to + 1);
      push(at, to);
      at = to;
    }
  }
  return { size: raw.length, raw, words, starts, ends };
}

function normal(token: string): string {
  const lower = token.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

function pushWord(text: string, from: number, end: number, push: (from: number, to: number) => void): number {
  let at = from;
  let clitic = -1;
  let initials = true;
  let part = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit) || isDigit(unit)) {
      at += 1;
      continue;
    }
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 32;
    if (isHyphen(unit) && (isLetter(next) || isDigit(next))) {
      initials = false;
      part = at + 1;
      at += 1;
    } else if (unit === 46 && isLetter(next) && (at - part === 1 || !isUpper(next))) {
      // "U.S", "bbc.co.uk"; but "war.The" is a missing space
      initials &&= at - part === 1;
      part = at + 1;
      at += 1;
    } else if (isApostrophe(unit) && isLetter(next)) {
      let to = at + 1;
      while (to < end && isLetter(text.charCodeAt(to))) to += 1;
      const tail = text.slice(at + 1, to).toLowerCase();
      if (tail === 't' && at - from > 1 && (text.charCodeAt(at - 1) | 32) === 110) clitic = at - 1;
      else if (CLITICS.has(tail)) clitic = at;
      else clitic = -1;
      initials = false;
      at = to;
    } else break;
  }
  if (clitic > from) {
    push(from, clitic);
    push(clitic, at);
    return at;
  }
  // the stop after initials is part of them
  if (initials && part > from && at - part === 1 && text.charCodeAt(at) === 46 && at < end) at += 1;
  push(from, at);
  return at;
}

function endOfFigure(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit) || isLetter(unit)) at += 1;
    else if ((unit === 46 || unit === 44 || unit === 58 || isHyphen(unit)) && at + 1 < end) {
      const next = text.charCodeAt(at + 1);
      if (!isDigit(next) && !(isHyphen(unit) && isLetter(next))) break;
      at += 2;
    } else break;
  }
  return at;
}

const FIGURE = 0x46494755;
const YEAR = 0x59454152;

/** Hashes the tokens and their parts; figures are all alike, but for years. */
export function hashTokens(tokens: {
  readonly raw: readonly string[];
  readonly words: readonly string[];
}): TokenHashes {
  const size = tokens.words.length;
  const word = new Int32Array(size);
  const end2 = new Int32Array(size);
  const end3 = new Int32Array(size);
  const end4 = new Int32Array(size);
  const start3 = new Int32Array(size);
  const shape = new Int32Array(size);
  for (let i = 0; i < size; i += 1) {
    const form = tokens.words[i] ?? '';
    const length = form.length;
    if (isDigit(form.charCodeAt(0))) {
      word[i] = length === 4 && !form.includes(',') ? YEAR : FIGURE;
      let tail = HASH_START;
      for (let c = Math.max(0, length - 2); c < length; c += 1) {
        const unit = form.charCodeAt(c);
        tail = addChar(tail, isDigit(unit) ? 48 : unit);
      }
      end2[i] = end3[i] = end4[i] = tail;
      start3[i] = FIGURE;
    } else {
      let hash = HASH_START;
      for (let c = 0; c < length; c += 1) {
        hash = addChar(hash, form.charCodeAt(c));
        if (c === 2) start3[i] = hash;
      }
      word[i] = hash;
      if (length < 3) start3[i] = hash;
      const last = form.charCodeAt(length - 1);
      let tail = addChar(addChar(HASH_START, last), length > 1 ? form.charCodeAt(length - 2) : 0);
      end2[i] = tail;
      tail = addChar(tail, length > 2 ? form.charCodeAt(length - 3) : 0);
      end3[i] = tail;
      end4[i] = addChar(tail, length > 3 ? form.charCodeAt(length - 4) : 0);
    }
    shape[i] = shapeOf(tokens.raw[i] ?? '') + (i === 0 ? 8 : 0);
  }
  return { word, end2, end3, end4, start3, shape };
}

function shapeOf(token: string): number {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < token.length; i += 1) {
    const unit = token.charCodeAt(i);
    if (isDigit(unit)) return 3;
    if (isHyphen(unit) && token.length > 1) return 4;
    if (isUpper(unit)) upper += 1;
    else if (isLetter(unit)) lower += 1;
  }
  if (upper + lower === 0) return 5;
  if (lower === 0 && token.length > 1) return 2;
  return isUpper(token.charCodeAt(0)) ? 1 : 0;
}
