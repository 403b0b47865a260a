import { hashWord } from './hash.ts';
import type { TokenHashes } from './tokens.ts';

/** What is known of single words. A word is kept by 28 bits of its hash. */
export interface LexiconTable {
  /** Open addressing: the word's key, 0 for an empty place. Its length is a power of two. */
  readonly keys: Int32Array;
  /** The tags the word can have, as a set. */
  readonly possibleTags: Int32Array;
  /** The tag of a word that has but one; 255 for the rest. */
  readonly onlyTag: Uint8Array;
  /** How common the word is: the binary logarithm of how often it stood in the training text, at most 15. */
  readonly logFrequency: Uint8Array;
}

/** The key a word with this hash is kept by. */
export const lexiconKey = (hash: number): number => (hash >>> 4) | 0 || 1;

export interface Lexicon {
  /** The tags a word (in lower case) can have; 0 if the word is not known. */
  possibleTags(word: string): number;
  /** How common a word is, 0 to 15. */
  logFrequency(word: string): number;
  /** Looks up a whole sentence. */
  lookUp(hashes: TokenHashes, size: number, possible: Int32Array, only: Uint8Array): void;
}

export function createLexicon(table: LexiconTable): Lexicon {
  const { keys, possibleTags, onlyTag, logFrequency } = table;
  const mask = keys.length - 1;
  const placeOf = (hash: number): number => {
    const key = lexiconKey(hash);
    let place = Math.imul(key, 0x9e3779b1) & mask;
    while (keys[place] !== key && keys[place] !== 0) place = (place + 1) & mask;
    return keys[place] === 0 ? -1 : place;
  };
  return {
    possibleTags(word) {
      const place = placeOf(hashWord(word));
      return place < 0 ? 0 : (possibleTags[place] as number);
    },
    logFrequency(word) {
      const place = placeOf(hashWord(word));
      return place < 0 ? 0 : (logFrequency[place] as number);
    },
    lookUp(hashes, size, possible, only) {
      for (let i = 0; i < size; i += 1) {
        const place = placeOf(hashes.word[i] as number);
        possible[i] = place < 0 ? 0 : (possibleTags[place] as number);
        only[i] = place < 0 ? 255 : (onlyTag[place] as number);
      }
    },
  };
}
