import type { LexiconTable } from './lexicon.ts';
import type { TaggerWeights } from './tagger.ts';

/** Reads numbers from packed bytes, one after the other. */
export interface ByteReader {
  byte(): number;
  /** A number below 2^28 in groups of seven bits, the lowest first; the top bit says that more follow. */
  number(): number;
  /** The next `length` bytes as they stand. */
  bytes(length: number): Uint8Array;
}

export function readBytes(bytes: Uint8Array): ByteReader {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at] ?? 0;
    at += 1;
    return value;
  };
  return {
    byte,
    number() {
      let value = 0;
      let shift = 0;
      for (;;) {
        const next = byte();
        value |= (next & 127) << shift;
        if (next < 128) return value;
        shift += 7;
      }
    },
    bytes(length) {
      const slice = bytes.subarray(at, at + length);
      at += length;
      return slice;
    },
  };
}

/** The power of two that leaves at least half of a table's places empty. */
export const tableSize = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, entries * 2)));

/**
 * Packed tagger: the number of features, then by rising key the step to the key, the length of its run, and the run: a tag
 * and a gain in a byte each.
 */
export function unpackTagger(bytes: Uint8Array): TaggerWeights {
  const reader = readBytes(bytes);
  const count = reader.number();
  const total = reader.number();
  const size = tableSize(count);
  const keys = new Int32Array(size);
  const runs = new Int32Array(size);
  const lengths = new Uint8Array(size);
  const tags = new Uint8Array(total);
  const gains = new Int8Array(total);
  let key = 0;
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    key += reader.number();
    const length = reader.byte();
    let place = key & (size - 1);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    runs[place] = at;
    lengths[place] = length;
    for (let k = 0; k < length; k += 1) {
      tags[at] = reader.byte();
      gains[at] = (reader.byte() << 24) >> 24;
      at += 1;
    }
  }
  return { keys, runs, lengths, tags, gains };
}

/**
 * Packed lexicon: a list of sets of tags, then the words by rising key: the step to the key, the number of the word's
 * set, and a byte that is its one tag, or 128 and more with how logFrequency it is.
 */
export function unpackLexicon(bytes: Uint8Array): LexiconTable {
  const reader = readBytes(bytes);
  const sets = new Int32Array(reader.number());
  for (let n = 0; n < sets.length; n += 1) {
    sets[n] = reader.byte() | (reader.byte() << 8) | (reader.byte() << 16) | (reader.byte() << 24);
  }
  const count = reader.number();
  const size = tableSize(count);
  const keys = new Int32Array(size);
  const possibleTags = new Int32Array(size);
  const onlyTag = new Uint8Array(size);
  const logFrequency = new Uint8Array(size);
  let key = 0;
  for (let n = 0; n < count; n += 1) {
    key += reader.number();
    let place = Math.imul(key, 0x9e3779b1) & (size - 1);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    possibleTags[place] = sets[reader.number()] ?? 0;
    const last = reader.byte();
    onlyTag[place] = last < 128 ? last : 255;
    logFrequency[place] = last < 128 ? 15 : last - 128;
  }
  return { keys, possibleTags, onlyTag, logFrequency };
}
