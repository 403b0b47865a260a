import { lowerBound } from '../../draft/search.ts';
import { lexiconKey } from '../../language/lexicon.ts';
import type { Sentence } from '../../language/tagged.ts';

/** What a token is where it is no word the network knows by itself. The numbers of known words follow. */
export const OTHER_TOKENS = {
  outside: 0,
  name: 1,
  capitals: 2,
  figure: 3,
  year: 4,
  hyphenated: 5,
  ing: 6,
  ed: 7,
  s: 8,
  ly: 9,
  other: 10,
  mark: 11,
} as const;
export const FIRST_WORD = 12;
/** Tags are numbered from 1: 0 stands outside the sentence. */
export const TAG_ROWS = 54;
/** Sets of possible tags: 0 outside the sentence, 1 a set the network does not know. */
export const FIRST_SET = 2;

/** The weights of a network. Lists are in rows: a row of `width` for each word, tag and set. */
export interface Network {
  /** The keys of the words it knows, rising. */
  readonly keys: Int32Array;
  /** The sets of possible tags it knows, rising. */
  readonly sets: Int32Array;
  /** How many numbers a token is turned into. */
  readonly width: number;
  /** How many tokens it sees on either side. */
  readonly reach: number;
  readonly hidden: number;
  readonly words: Float32Array;
  readonly tags: Float32Array;
  readonly setRows: Float32Array;
  /** From each number of each token in reach to each hidden unit. */
  readonly first: Float32Array;
  readonly bias: Float32Array;
  readonly last: Float32Array;
  readonly offset: number;
}

/** A sentence in the numbers of a network's rows. */
export interface Rows {
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly sets: Int32Array;
}

/** The place of a number in a rising list; -1 if it is not there. */
function placeOf(list: Int32Array, wanted: number): number {
  const at = lowerBound(list.length, (i) => (list[i] as number) >= wanted);
  return list[at] === wanted ? at : -1;
}

/** Whether a token stands for any name: a capital inside the sentence, but for "I". */
export const isNameHere = (s: Sentence, i: number): boolean => {
  const shape = (s.hashes.shape[i] as number) & 7;
  return i > 0 && (shape === 1 || shape === 2) && s.words[i] !== 'i';
};

function wordRow(s: Sentence, i: number, keys: Int32Array): number {
  const shape = (s.hashes.shape[i] as number) & 7;
  const word = s.words[i] as string;
  if (shape === 3 && /^\d/u.test(word))
    return /^\d{4}$/u.test(word) ? OTHER_TOKENS.year : OTHER_TOKENS.figure;
  if (isNameHere(s, i)) return shape === 2 ? OTHER_TOKENS.capitals : OTHER_TOKENS.name;
  const place = placeOf(keys, lexiconKey(s.hashes.word[i] as number));
  if (place >= 0) return FIRST_WORD + place;
  if (shape === 5) return OTHER_TOKENS.mark;
  if (shape === 4) return OTHER_TOKENS.hyphenated;
  for (const end of ['ing', 'ed', 'ly', 's'] as const) if (word.endsWith(end)) return OTHER_TOKENS[end];
  return OTHER_TOKENS.other;
}

const OUTSIDE = { word: OTHER_TOKENS.outside, tag: 0, set: 0 };

/** The rows of a token; those of nothing before the sentence and after it. */
function rowOf(
  s: Sentence,
  i: number,
  { keys, sets }: Pick<Network, 'keys' | 'sets'>,
): { readonly word: number; readonly tag: number; readonly set: number } {
  if (i < 0 || i >= s.size) return OUTSIDE;
  const place = placeOf(sets, s.possibleTags[i] as number);
  return {
    word: wordRow(s, i, keys),
    tag: (s.tags[i] as number) + 1,
    set: place < 0 ? 1 : FIRST_SET + place,
  };
}

/** Numbers the tokens of a sentence. */
export function rowsOf(s: Sentence, network: Pick<Network, 'keys' | 'sets'>): Rows {
  const rows = Array.from({ length: s.size }, (_, i) => rowOf(s, i, network));
  return {
    words: Int32Array.from(rows, ({ word }) => word),
    tags: Int32Array.from(rows, ({ tag }) => tag),
    sets: Int32Array.from(rows, ({ set }) => set),
  };
}

/** What the network says of one token of a sentence: the log-odds that it stands in a garble. */
export type SecondOpinion = (sentence: Sentence, i: number) => number;

/**
 * The network as a second opinion. It reads a window of tokens, each as the sum of what its word, its tag and its possible tags
 * stand for (Collobert et al., "Natural language processing (almost) from scratch", 2011, section 3.3.1). A token costs tens of
 * microseconds, so ask it of the few that another look finds doubtful.
 */
export function createSecondOpinion(network: Network): SecondOpinion {
  const { width, reach, hidden, words, tags, setRows, first, bias, last, offset } = network;
  const units = new Float32Array(hidden);
  return (sentence, i) => {
    units.set(bias);
    for (let place = 0; place <= 2 * reach; place += 1) {
      const { word, tag, set } = rowOf(sentence, i + place - reach, network);
      for (let n = 0; n < width; n += 1) {
        const value =
          (words[word * width + n] as number) +
          (tags[tag * width + n] as number) +
          (setRows[set * width + n] as number);
        const from = (place * width + n) * hidden;
        for (let unit = 0; unit < hidden; unit += 1)
          units[unit] = (units[unit] as number) + value * (first[from + unit] as number);
      }
    }
    let score = offset;
    for (let unit = 0; unit < hidden; unit += 1) {
      const value = units[unit] as number;
      if (value > 0) score += value * (last[unit] as number);
    }
    return score;
  };
}
