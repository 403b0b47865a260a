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

/**
 * A number that stands for a text, in sixteen hexadecimal digits. FNV-1a twice, from two starts: enough to tell a desk's texts
 * apart, and it runs in a browser. Files that are kept hold such numbers, so it must stay as it is.
 */
export function hash(text: string): string {
  let a = HASH_START;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = addChar(a, code);
    b = addChar(b, code) ^ (b >>> 13);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
