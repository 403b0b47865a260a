import { FIRST_SET, FIRST_WORD, type Network, TAG_ROWS } from './network.ts';

/**
 * Packed network: five whole numbers (words, sets, width, reach, hidden units), five fractions (what a step is worth in each
 * of the four tables, and the offset), the sets, the words' keys, bias and last weights in four bytes each, then the four
 * tables in a byte a weight. The lowest byte comes first, as on every machine that runs this.
 */
const TABLES = ['words', 'tags', 'setRows', 'first'] as const;
const NUMBERS = 5;

/** Packs a network, its tables rounded to 255 steps each; see `unpackNetwork`. */
export function packNetwork(network: Network): Uint8Array {
  const { keys, sets, width, reach, hidden, bias, last, offset } = network;
  const steps = TABLES.map((name) => stepOf(network[name]));
  const parts = [
    Int32Array.of(keys.length, sets.length, width, reach, hidden),
    Float32Array.of(...steps, offset),
    sets,
    keys,
    bias,
    last,
    ...TABLES.map((name, n) =>
      Int8Array.from(network[name], (weight) =>
        Math.max(-127, Math.min(127, Math.round(weight / (steps[n] as number)))),
      ),
    ),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** What a step is worth where all but one weight in two thousand are kept whole; those are cut off. */
function stepOf(weights: Float32Array): number {
  const sizes = weights.map(Math.abs).sort();
  return (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
}

/** Unpacks a network. */
export function unpackNetwork(packed: Uint8Array): Network {
  // a copy starts where numbers of four bytes may; `slice` of a Buffer of Node is none
  const { buffer } = new Uint8Array(packed);
  const [words = 0, setCount = 0, width = 0, reach = 0, hidden = 0] = new Int32Array(buffer, 0, NUMBERS);
  const fractions = new Float32Array(buffer, NUMBERS * 4, NUMBERS);
  let at = NUMBERS * 8;
  const take = <T>(read: (at: number) => T, bytes: number): T => {
    const part = read(at);
    at += bytes;
    return part;
  };
  const whole = (length: number): Int32Array =>
    take((from) => new Int32Array(buffer, from, length), length * 4);
  const fraction = (length: number): Float32Array =>
    take((from) => new Float32Array(buffer, from, length), length * 4);
  const sets = whole(setCount);
  const keys = whole(words);
  const bias = fraction(hidden);
  const last = fraction(hidden);
  const table = (n: number, rows: number, columns: number): Float32Array => {
    const step = fractions[n] as number;
    const length = rows * columns;
    return take(
      (from) => Float32Array.from(new Int8Array(buffer, from, length), (weight) => weight * step),
      length,
    );
  };
  return {
    keys,
    sets,
    width,
    reach,
    hidden,
    bias,
    last,
    offset: fractions[TABLES.length] as number,
    words: table(0, FIRST_WORD + words, width),
    tags: table(1, TAG_ROWS, width),
    setRows: table(2, FIRST_SET + setCount, width),
    first: table(3, (2 * reach + 1) * width, hidden),
  };
}
