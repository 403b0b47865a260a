import type { ClassifierWeights } from './classifier.ts';
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

/** Packed classifier: the number of features, then by rising key the step to the key and the weight in a byte. */
export function unpackClassifier(bytes: Uint8Array): Pick<ClassifierWeights, 'keys' | 'steps'> {
  const reader = readBytes(bytes);
  const count = reader.number();
  const size = tableSize(count);
  const keys = new Int32Array(size);
  const steps = new Int8Array(size);
  let key = 0;
  for (let n = 0; n < count; n += 1) {
    key += reader.number();
    let place = key & (size - 1);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    steps[place] = reader.byte();
  }
  return { keys, steps };
}

/**
 * Packed lexicon: a list of sets of tags, then the words by rising key: the step to the key, the number of the word's
 * set, and a byte that is its one tag, or 128 and more with how common it is.
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
  const may = new Int32Array(size);
  const sure = new Uint8Array(size);
  const common = new Uint8Array(size);
  let key = 0;
  for (let n = 0; n < count; n += 1) {
    key += reader.number();
    let place = Math.imul(key, 0x9e3779b1) & (size - 1);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    may[place] = sets[reader.number()] ?? 0;
    const last = reader.byte();
    sure[place] = last < 128 ? last : 255;
    common[place] = last < 128 ? 15 : last - 128;
  }
  return { keys, may, sure, common };
}

/** The models in one run of bytes. */
export interface ModelParts {
  readonly tagger: Uint8Array;
  readonly lexicon: Uint8Array;
  readonly classifier: Uint8Array;
  readonly network: Uint8Array;
}

const PARTS = ['tagger', 'lexicon', 'classifier', 'network'] as const;

/** Joins the models: the length of each in four bytes, the lowest first, then the models. */
export function joinParts(parts: ModelParts): Uint8Array {
  const lengths = Uint32Array.from(PARTS, (name) => parts[name].length);
  const bytes = new Uint8Array(4 * PARTS.length + lengths.reduce((sum, length) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 4 * PARTS.length;
  PARTS.forEach((name, n) => {
    view.setUint32(4 * n, parts[name].length, true);
    bytes.set(parts[name], at);
    at += parts[name].length;
  });
  return bytes;
}

/** Takes apart what `joinParts` has joined. */
export function splitParts(bytes: Uint8Array): ModelParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 4 * PARTS.length;
  const part = (n: number): Uint8Array => {
    const from = at;
    at += view.getUint32(4 * n, true);
    return bytes.subarray(from, at);
  };
  return { tagger: part(0), lexicon: part(1), classifier: part(2), network: part(3) };
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes base64. Neither Node's Buffer nor a browser's fetch is at hand in every place that checks run. */
export function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let n = 0; n < 64; n += 1) values[BASE64.charCodeAt(n)] = n;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    const group =
      ((values[text.charCodeAt(i)] ?? 0) << 18) |
      ((values[text.charCodeAt(i + 1)] ?? 0) << 12) |
      ((values[text.charCodeAt(i + 2)] ?? 0) << 6) |
      (values[text.charCodeAt(i + 3)] ?? 0);
    bytes[at] = group >> 16;
    bytes[at + 1] = (group >> 8) & 255;
    bytes[at + 2] = group & 255;
    at += 3;
  }
  return bytes;
}
