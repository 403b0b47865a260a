import type { MakeMachine } from './wasm.ts';
import type { Weights } from './weights.ts';

/** Three whole numbers for each piece of a sentence: its number in the vocabulary, how it is written, where it stands. */
export type Rows = readonly number[];

/** What the model thinks of a sentence's pieces. */
export interface Reading {
  /** Log-odds of each piece: right, one too many, wrong, something missing before it. */
  readonly detect: Float32Array;
  /** The probabilities of each edit, for each piece. */
  readonly edit: Float32Array;
  /** The log-odds that the sentence is broken. */
  readonly whole: number;
}

/**
 * The phrasing model in a machine's memory. Both take sentences of as many pieces as the model has places; what else is read in
 * the same call, and on what machine, changes nothing.
 */
export interface Model {
  readonly read: (sentences: readonly Rows[]) => Reading[];
  /**
   * The log-odds of each piece that the sentence is worth reading; without a gate in the weights, it is. To read next what was
   * glanced at last costs only the layers that the gate has not asked for.
   */
  readonly glance: (sentences: readonly Rows[]) => Float32Array[];
}

/** Pieces read at once; more are hardly faster, and a caller who is in no hurry waits no longer than for these. */
const BATCH = 128;

/** The numbers of a piece that the first head gives. */
export const KINDS = 4;

const LAYER = ['qkv', 'out', 'up', 'down', 'ln1', 'ln2'] as const;
const HEADS = ['detect', 'edit', 'whole'] as const;
// the kernel's own few numbers lie at the start of its memory
const STATIC = 4096;
const ALIGNED = 64;
const EIGHT = 8;

/** A place among the threads that share a machine's memory: the weights lie in it once, each thread has a room of its own. */
export interface Place {
  readonly number: number;
  /** Whether another thread has put the weights there already. */
  readonly filled: boolean;
}

const ALONE: Place = { number: 0, filled: false };

/**
 * Makes a model of weights: copies them into a machine's memory, packed for its instructions.
 * @throws Error if the weights lack something, or if they find no room in a memory that is shared, in a sentence.
 */
export function modelOf(weights: Weights, makeMachine: MakeMachine, place: Place = ALONE): Model {
  const { width, positions, edits, gate, tensor, lengthOf } = weights;
  const most = Math.max(BATCH, positions);
  const labels = Math.ceil((KINDS + edits.length + 1) / EIGHT) * EIGHT;
  const { roomFor } = makeMachine(1).kernel;
  const room = Math.max(
    roomFor(most, positions, width, weights.inner, weights.heads),
    width * Math.max(3 * width, weights.inner),
  );
  const state = (most + 4) * 4 * Math.max(width, labels);
  const own = room + 2 * state + (most + 4) * 4 * EIGHT + most * 16 + 6 * ALIGNED;
  // weights take twice their room at most; what is never written takes none
  const shared = Math.ceil((STATIC + 2 * weights.size + (1 << 20)) / ALIGNED) * ALIGNED;
  const needed = shared + (place.number + 1) * own;
  const { kernel, memory } = makeMachine(needed);
  if (memory.buffer.byteLength < needed) throw new Error('The weights find no room in the memory.');
  const bytes = new Uint8Array(memory.buffer);

  let next = shared + place.number * own;
  const take = (length: number): number => {
    const at = next;
    next += Math.ceil(length / ALIGNED) * ALIGNED;
    return at;
  };
  const work = take(room);
  const pieces = take(most * 12);
  const lengths = take(most * 4);
  const first = take(state);
  const second = take(state);
  const third = take((most + 4) * 4 * EIGHT);

  next = STATIC;
  /** Takes room for what is the same in all threads; only one fills it. */
  const put = (length: number, part: () => Uint8Array): number => {
    const at = take(length);
    if (!place.filled) bytes.set(part(), at);
    return at;
  };
  const putTensor = (name: string): number => put(lengthOf(name), () => tensor(name));
  const list = (addresses: readonly number[]): number =>
    put(addresses.length * 4, () => new Uint8Array(Uint32Array.from(addresses).buffer));
  /** Puts matrices of as many inputs one below the other, their outputs filled up to eights. */
  const matrix = (names: readonly string[]): number[] => {
    const count = (of: (name: string) => number): number => names.reduce((sum, name) => sum + of(name), 0);
    const outputs = count((name) => lengthOf(`${name}.scale`)) / 4;
    const inputs = count(lengthOf) / outputs;
    const all = Math.ceil(outputs / EIGHT) * EIGHT;
    const packed = take(kernel.packedSize(all, inputs));
    const sums = take(all * 4);
    if (!place.filled) {
      bytes.fill(0, work, work + all * inputs);
      bytes.set(join(names.map(tensor)), work);
      kernel.pack(work, packed, sums, all, inputs);
    }
    const padded = (part: string): number =>
      put(all * 4, () => join(names.map((name) => tensor(`${name}.${part}`))));
    return [packed, padded('scale'), sums, padded('bias')];
  };
  const layersOf = (prefix: string, count: number): number[] =>
    Array.from({ length: count }, (_, layer) =>
      list(
        LAYER.flatMap((part) => {
          const name = `${prefix}layers.${layer}.${part}`;
          return part.startsWith('ln')
            ? [putTensor(`${name}.weight`), putTensor(`${name}.bias`)]
            : matrix([name]);
        }),
      ),
    );
  const parts = list(
    ['words', 'words.row', 'words.step', 'case', 'position', 'position.scale', 'ln.weight', 'ln.bias'].map(
      putTensor,
    ),
  );
  const layers = layersOf('', weights.layers);
  const heads = list(matrix(HEADS));
  const small = gate && {
    ...gate,
    narrow: list(matrix(['gate.project'])),
    layers: layersOf('gate.', gate.layers),
    head: list(matrix(['gate.detect'])),
  };
  // the sentences that `first` holds as the layers before the gate left them
  let glanced: readonly Rows[] = [];

  const embed = (sentences: readonly Rows[]): number => {
    const numbers = sentences.flat();
    new Uint32Array(memory.buffer, pieces).set(numbers);
    new Uint32Array(memory.buffer, lengths).set(sentences.map((one) => one.length / 3));
    kernel.embed(pieces, parts, first, numbers.length / 3, width);
    return numbers.length / 3;
  };
  /** The numbers that each sentence's pieces were given: so many of so many, from one on. */
  const answers = (
    sentences: readonly Rows[],
    at: number,
    of: number,
    from: number,
    count: number,
  ): Float32Array[] => {
    let row = 0;
    return sentences.map((one) => {
      const own = new Float32Array((one.length / 3) * count);
      for (let piece = 0; piece < one.length / 3; piece += 1, row += 1) {
        own.set(new Float32Array(memory.buffer, at + (row * of + from) * 4, count), piece * count);
      }
      return own;
    });
  };

  const encode = (sentences: readonly Rows[], rows: number, from: number, to: number): void => {
    for (const layer of layers.slice(from, to)) {
      kernel.encode(layer, first, rows, lengths, sentences.length, work, width, weights.inner, weights.heads);
    }
  };
  const read = (sentences: readonly Rows[]): Reading[] => {
    const isKnown = sentences.length === glanced.length && sentences.every((one, i) => one === glanced[i]);
    glanced = [];
    const rows = isKnown ? sentences.flat().length / 3 : embed(sentences);
    encode(sentences, rows, isKnown ? (small?.after ?? 0) : 0, layers.length);
    kernel.project(heads, first, second, rows, work, width, labels);
    const detect = answers(sentences, second, labels, 0, KINDS);
    const whole = answers(sentences, second, labels, KINDS + edits.length, 1);
    for (let row = 0; row < rows; row += 1) {
      kernel.soften(second + (row * labels + KINDS) * 4, edits.length, 1);
    }
    const edit = answers(sentences, second, labels, KINDS, edits.length);
    return sentences.map((_, i) => ({
      detect: detect[i] as Float32Array,
      edit: edit[i] as Float32Array,
      whole: whole[i]?.[0] ?? 0,
    }));
  };
  const glance = (sentences: readonly Rows[]): Float32Array[] => {
    if (small === null)
      return sentences.map((one) => new Float32Array(one.length / 3).fill(Number.POSITIVE_INFINITY));
    const rows = embed(sentences);
    encode(sentences, rows, 0, small.after);
    glanced = sentences;
    kernel.project(small.narrow, first, second, rows, work, width, small.width);
    for (const layer of small.layers) {
      kernel.encode(
        layer,
        second,
        rows,
        lengths,
        sentences.length,
        work,
        small.width,
        small.inner,
        small.heads,
      );
    }
    kernel.project(small.head, second, third, rows, work, small.width, EIGHT);
    return answers(sentences, third, EIGHT, 0, 1);
  };
  return {
    read: (sentences) => batchesOf(sentences).flatMap(read),
    glance: (sentences) => batchesOf(sentences).flatMap(glance),
  };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Sentences in their order, as many at once as make a batch. */
function batchesOf(sentences: readonly Rows[]): Rows[][] {
  const batches: Rows[][] = [];
  let count = Number.POSITIVE_INFINITY;
  for (const sentence of sentences) {
    count += sentence.length / 3;
    if (count > BATCH) {
      batches.push([]);
      count = sentence.length / 3;
    }
    batches[batches.length - 1]?.push(sentence);
  }
  return batches;
}
