/** Runs of fewer equal words than this are never matched: a shingle is so many words. */
export const SHINGLE = 6;
/** Runs of so many equal words or more are always matched. */
export const SURE = 12;
/** Of so many shingles in a row one at least is kept: every run of SURE words holds so many. */
const WINDOW = SURE - SHINGLE + 1;

/**
 * Some of a text's shingles, in order, by which copies of its passages are found. A fingerprint has 64 bits, as two whole numbers of 32
 * without a sign.
 */
export interface Fingerprints {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** The place of each shingle's first word, counted from 0. */
  readonly at: Uint32Array;
}

/**
 * Picks fingerprints of a list of hashed words by winnowing (Schleimer, Wilkerson and Aiken, “Winnowing: Local Algorithms for Document
 * Fingerprinting”, SIGMOD 2003): of each WINDOW shingles in a row the one with the smallest hash, so that two texts that share SURE words
 * in a row share a fingerprint, wherever the words stand in them; about one word in four has one. A text of fewer than SURE words has
 * the smallest of its shingles.
 * Archives that are kept hold these numbers, so they must stay as they are.
 */
export function fingerprintsOf(words: Int32Array): Fingerprints {
  const shingles = Math.max(0, words.length - SHINGLE + 1);
  const high = new Uint32Array(shingles);
  const low = new Uint32Array(shingles);
  for (let i = 0; i < shingles; i += 1) {
    let a = 0x9e3779b9;
    let b = 0x7f4a7c15;
    for (let k = i; k < i + SHINGLE; k += 1) {
      const word = words[k] ?? 0;
      a = Math.imul((a ^ word) + ((a << 5) | (a >>> 27)), 0x85ebca6b);
      b = Math.imul(((b << 13) | (b >>> 19)) + word, 0xc2b2ae35);
    }
    high[i] = scatter(a);
    low[i] = scatter(b ^ (a << 7));
  }
  let kept = 0;
  const at = new Uint32Array(shingles);
  let last = -1;
  for (let from = 0; from < Math.max(1, shingles - WINDOW + 1) && shingles > 0; from += 1) {
    const to = Math.min(from + WINDOW, shingles);
    let least = Math.max(last, from);
    for (let i = last >= from ? to - 1 : from; i < to; i += 1) {
      if (high[i] === high[least] ? (low[i] ?? 0) < (low[least] ?? 0) : (high[i] ?? 0) < (high[least] ?? 0))
        least = i;
    }
    if (least === last) continue;
    last = least;
    high[kept] = high[least] ?? 0;
    low[kept] = low[least] ?? 0;
    at[kept] = least;
    kept += 1;
  }
  return { high: high.slice(0, kept), low: low.slice(0, kept), at: at.slice(0, kept) };
}

// the last steps of MurmurHash3: one bit changed in a word changes half of the bits
function scatter(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A fingerprint as one number, of 53 of its bits, to keep it in a map. */
export const keyOf = (high: number, low: number): number => high * 0x200000 + (low >>> 11);
