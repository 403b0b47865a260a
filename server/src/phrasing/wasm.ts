/** The part of WebAssembly that is used here; neither Node's types nor those of ECMAScript know it. */
declare const WebAssembly: {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum?: number;
    readonly shared?: boolean;
  }) => Memory;
};

/** What a machine works in; threads may share it. */
export interface Memory {
  readonly buffer: ArrayBufferLike;
}

/** What server/kernel/kernel.ts exports, which says what it does; every argument is an address in bytes or a count. */
export interface Kernel {
  packedSize(outputs: number, inputs: number): number;
  pack(from: number, to: number, sums: number, outputs: number, inputs: number): void;
  embed(pieces: number, parts: number, to: number, rows: number, width: number): void;
  roomFor(rows: number, longest: number, width: number, inner: number, heads: number): number;
  encode(
    layer: number,
    at: number,
    rows: number,
    lengths: number,
    sentences: number,
    room: number,
    width: number,
    inner: number,
    heads: number,
  ): void;
  project(
    matrix: number,
    at: number,
    to: number,
    rows: number,
    room: number,
    inputs: number,
    outputs: number,
  ): void;
  soften(at: number, count: number, scale: number): void;
}

/** A kernel with the memory it works in. */
export interface Machine {
  readonly kernel: Kernel;
  readonly memory: Memory;
}

/** Makes a machine with so many bytes of memory. */
export type MakeMachine = (bytes: number) => Machine;

const PAGE = 65536;

/** Machines of one build of the kernel. */
export function machinesOf(build: Uint8Array): MakeMachine {
  const module = new WebAssembly.Module(build);
  return (bytes) => {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { kernel: exports as Kernel, memory };
  };
}

/** Memory that threads can share. What is never written in it takes no room. */
export function sharedMemory(bytes: number): Memory {
  const pages = Math.ceil(bytes / PAGE);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

/** How a build says which memory it works in: `env`, `memory`, and that it may be of any size, and is one thread's own. */
const OWN = [3, 0x65, 0x6e, 0x76, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0, 0];

/** The same build, for memory that is shared: its import says so, and how large it is at most, which takes three bytes more. */
export function forShared(build: Uint8Array): Uint8Array {
  const at = build.findIndex((_, i) => OWN.every((byte, k) => build[i + k] === byte));
  const length = at - 2;
  const end = at + OWN.length;
  return Uint8Array.from([
    ...build.subarray(0, length),
    (build[length] as number) + 3,
    ...build.subarray(length + 1, end - 2),
    ...[3, 0, 0x80, 0x80, 4],
    ...build.subarray(end),
  ]);
}

/** Machines of one build that all work in the same memory. */
export function machinesIn(memory: Memory, build: Uint8Array): MakeMachine {
  const module = new WebAssembly.Module(forShared(build));
  return () => {
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { kernel: exports as Kernel, memory };
  };
}

/**
 * The faster of two builds that give the same numbers: the relaxed one where the engine has relaxed SIMD and reckons by it as
 * it should (Node 20, which has it behind a flag, at first does not).
 */
export function fasterOf(builds: Readonly<Record<'plain' | 'relaxed', () => Uint8Array>>): Uint8Array {
  const relaxed = builds.relaxed();
  return WebAssembly.validate(relaxed) && multipliesRight(machinesOf(relaxed)) ? relaxed : builds.plain();
}

/** Whether the largest products of either sign are added up as whole numbers are. */
function multipliesRight(makeMachine: MakeMachine): boolean {
  const rows = 4;
  const inputs = 32;
  const outputs = 8;
  const { kernel, memory } = makeMachine(2 * PAGE);
  const place = (part: number): number => PAGE + part * 1024;
  const weights = new Int8Array(memory.buffer, place(0), outputs * inputs).map(
    (_, i) => ((i * 37) % 255) - 127,
  );
  new Int8Array(memory.buffer, place(0)).set(weights);
  const numbers = Float32Array.from({ length: rows * inputs }, (_, i) =>
    i % 3 === 0 ? 127 : (i * 11) % 128,
  );
  for (let row = 0; row < rows; row += 1) numbers.set([0, 127], row * inputs);
  new Float32Array(memory.buffer, place(1)).set(numbers);
  new Float32Array(memory.buffer, place(2), outputs).fill(1);
  kernel.pack(place(0), place(3), place(4), outputs, inputs);
  new Uint32Array(memory.buffer, place(5)).set([place(3), place(2), place(4), place(6)]);
  kernel.project(place(5), place(1), place(7), rows, place(8), inputs, outputs);
  const found = new Float32Array(memory.buffer, place(7), rows * outputs);
  return found.every((sum, i) => {
    const row = numbers.subarray(Math.floor(i / outputs) * inputs);
    const column = weights.subarray((i % outputs) * inputs, (i % outputs) * inputs + inputs);
    return sum === column.reduce((right, weight, k) => right + weight * (row[k] as number), 0);
  });
}
