/** The start value of a hash built character by character with `addChar`. */
export const HASH_START = 0x811c9dc5 | 0;

/** Adds one UTF-16 unit to a hash (FNV-1a). */
export const addChar = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Hashes a word of lower-case letters, as the tokeniser does on its way. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i += 1) hash = addChar(hash, word.charCodeAt(i));
  return hash;
}

/**
 * Mixes two numbers and the number of a feature's template into a key of 28 bits, never 0. Two features share a key
 * about once in a thousand lookups at the sizes used here, which the weights survive.
 */
export function mix(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x27d4eb2f);
  hash ^= hash >>> 16;
  return hash & 0x0fffffff || 1;
}
