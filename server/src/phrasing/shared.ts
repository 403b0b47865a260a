import { type Model, modelOf } from './model.ts';
import { type Memory, machinesIn, sharedMemory } from './wasm.ts';
import { readWeights, type Weights } from './weights.ts';

/** Weights that threads share, to be sent to each of them: whoever needs them first puts them there. */
export interface Share {
  readonly memory: Memory;
  /** How far it is (EMPTY, FILLING, FILLED), and how long `head` is. */
  readonly state: Int32Array;
  /** `Weights.head` */
  readonly head: Uint8Array;
}

const EMPTY = 0;
const FILLING = 1;
const FILLED = 2;

// addresses, of which only what is written takes room: the weights have 14 MB, twice that at most, and a thread two
const WEIGHTS = 64 << 20;
const THREAD = 8 << 20;
const HEAD = 1 << 20;

/** Milliseconds after which a thread that was to fill it is taken for dead. */
const PATIENCE = 20_000;

/** Makes room for weights that so many threads share. */
export const createShare = (threads: number): Share => ({
  memory: sharedMemory(WEIGHTS + threads * THREAD),
  state: new Int32Array(new SharedArrayBuffer(8)),
  head: new Uint8Array(new SharedArrayBuffer(HEAD)),
});

/**
 * The model of one of the threads, with its weights in the memory that all share.
 * @param number the thread's own, from 0.
 * @param load reads the weights, if no other thread has.
 * @throws Error if they cannot be read, in a sentence.
 */
export function sharedModel(
  { memory, state, head }: Share,
  number: number,
  build: Uint8Array,
  load: () => Weights,
): { readonly model: Model; readonly weights: Weights } {
  const machines = machinesIn(memory, build);
  const say = (now: number): void => {
    Atomics.store(state, 0, now);
    Atomics.notify(state, 0);
  };
  for (;;) {
    const before = Atomics.compareExchange(state, 0, EMPTY, FILLING);
    if (before === FILLED) {
      const weights = readWeights(head.slice(0, Atomics.load(state, 1)));
      return { model: modelOf(weights, machines, { number, filled: true }), weights };
    }
    if (before === FILLING && Atomics.wait(state, 0, FILLING, PATIENCE) !== 'timed-out') continue;
    try {
      const weights = load();
      const model = modelOf(weights, machines, { number, filled: false });
      head.set(weights.head);
      Atomics.store(state, 1, weights.head.length);
      say(FILLED);
      return { model, weights };
    } catch (error) {
      say(EMPTY);
      throw error;
    }
  }
}
