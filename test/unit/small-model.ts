// A phrasing model of random weights, in the format of the real one, and the same arithmetic in plain words.

/** A source of numbers from -1 to 1, the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

const WIDTH = 64;
const GATE = { width: 32, heads: 2, inner: 64, layers: 1, after: 1, threshold: -100 };
export const SHAPE = { width: WIDTH, heads: 4, inner: 128, layers: 2, positions: 24 };
export const EDITS = ['keep', 'delete', 'insert:to', 'insert:?', 'replace:than'];

interface Matrix {
  readonly weights: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

/** A model with these pieces: its file, and a reader that does not hurry. */
export function smallModel(pieces: readonly string[], { gate = true, hint = -100 } = {}) {
  const next = numbers(7);
  const tensors: { name: string; type: string; shape: number[]; offset: number; length: number }[] = [];
  const parts: Uint8Array[] = [];
  let size = 0;
  const put = <T extends { buffer: ArrayBufferLike; byteLength: number }>(name: string, values: T): T => {
    const padded = new Uint8Array(Math.ceil(values.byteLength / 64) * 64);
    padded.set(new Uint8Array(values.buffer as ArrayBuffer, 0, values.byteLength));
    tensors.push({ name, type: '', shape: [], offset: size, length: values.byteLength });
    parts.push(padded);
    size += padded.length;
    return values;
  };
  const floats = (name: string, length: number, by: number, from = 0) =>
    put(
      name,
      Float32Array.from({ length }, () => from + by * next()),
    );
  const bytes = (name: string, length: number) =>
    put(
      name,
      Int8Array.from({ length }, () => Math.round(127 * next())),
    );
  const matrix = (name: string, outputs: number, inputs: number): Matrix => ({
    weights: bytes(name, outputs * inputs),
    scale: floats(`${name}.scale`, outputs, 0.0005, 0.0015),
    bias: floats(`${name}.bias`, outputs, 0.2),
  });
  const norm = (name: string, width: number) => ({
    weight: floats(`${name}.weight`, width, 0.2, 1),
    bias: floats(`${name}.bias`, width, 0.2),
  });
  const layers = (prefix: string, { layers: count, width, inner }: typeof GATE | typeof SHAPE) =>
    Array.from({ length: count }, (_, i) => ({
      qkv: matrix(`${prefix}layers.${i}.qkv`, 3 * width, width),
      out: matrix(`${prefix}layers.${i}.out`, width, width),
      up: matrix(`${prefix}layers.${i}.up`, inner, width),
      down: matrix(`${prefix}layers.${i}.down`, width, inner),
      ln1: norm(`${prefix}layers.${i}.ln1`, width),
      ln2: norm(`${prefix}layers.${i}.ln2`, width),
    }));

  put('vocabulary', new TextEncoder().encode(pieces.join('\n')));
  const words = put(
    'words',
    Uint8Array.from({ length: (pieces.length * WIDTH) / 2 }, () => Math.round(127.5 + 127.5 * next())),
  );
  const row = floats('words.row', pieces.length, 0.02, 0.1);
  const step = put(
    'words.step',
    Uint8Array.from({ length: pieces.length }, () => Math.round(200 + 55 * next())),
  );
  const position = bytes('position', SHAPE.positions * WIDTH);
  const positionScale = floats('position.scale', SHAPE.positions, 0.001, 0.002);
  const cases = floats('case', 4 * WIDTH, 0.3);
  const ln = norm('ln', WIDTH);
  const full = layers('', SHAPE);
  const heads = {
    detect: matrix('detect', 4, WIDTH),
    edit: matrix('edit', EDITS.length, WIDTH),
    whole: matrix('whole', 1, WIDTH),
  };
  const narrow = matrix('gate.project', GATE.width, WIDTH);
  const small = layers('gate.', GATE);
  const gateHead = matrix('gate.detect', 1, GATE.width);

  const kinds = { extra: 0, wrong: 0, missing: 0 };
  const scores = {
    whole: 0.1,
    kinds,
    beside: [0, 0],
    edge: -8,
    span: 1000,
    hint,
    information: 2,
    warning: 4,
    fix: 0.5,
  };
  const header = new TextEncoder().encode(
    JSON.stringify({ ...SHAPE, edits: EDITS, gate: gate ? GATE : null, scores, tensors }).padEnd(
      20_000 * 4 - 12,
    ),
  );
  const file = new Uint8Array(12 + header.length + size);
  file.set(new TextEncoder().encode('BPPM'));
  new DataView(file.buffer).setUint32(4, 1, true);
  new DataView(file.buffer).setUint32(8, header.length, true);
  file.set(header, 12);
  let at = 12 + header.length;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }

  const embed = (rows: readonly number[]) =>
    Array.from({ length: rows.length / 3 }, (_, i) => {
      const [piece = 0, written = 0, place = 0] = rows.slice(3 * i);
      const x = Array.from({ length: WIDTH }, (_, k) => {
        const pair = words[(piece * WIDTH + k) >> 1] as number;
        const value = (k % 2 === 0 ? pair & 15 : pair >> 4) - 8;
        return (
          (value * (row[piece] as number) * (step[piece] as number)) / 255 +
          (cases[written * WIDTH + k] as number) +
          (position[place * WIDTH + k] as number) * (positionScale[place] as number)
        );
      });
      return normal(x, ln);
    });
  const encode = (all: number[][], some: ReturnType<typeof layers>, count: number) => {
    let xs = all;
    for (const layer of some) {
      const seen = attention(
        xs.map((x) => linear(x, layer.qkv)),
        count,
      );
      xs = xs.map((x, i) => normal(add(x, linear(seen[i] as number[], layer.out)), layer.ln1));
      xs = xs.map((x) => normal(add(x, linear(linear(x, layer.up).map(gelu), layer.down)), layer.ln2));
    }
    return xs;
  };
  return {
    file,
    /** What the model thinks of a sentence. */
    read(rows: readonly number[]) {
      const xs = encode(embed(rows), full, SHAPE.heads);
      return {
        detect: xs.flatMap((x) => linear(x, heads.detect)),
        edit: xs.flatMap((x) => softmax(linear(x, heads.edit))),
        whole: linear(xs[0] as number[], heads.whole)[0] as number,
      };
    },
    glance(rows: readonly number[]) {
      const xs = encode(
        encode(embed(rows), full.slice(0, GATE.after), SHAPE.heads).map((x) => linear(x, narrow)),
        small,
        GATE.heads,
      );
      return xs.map((x) => linear(x, gateHead)[0] as number);
    },
  };
}

/** Rounds to seven bits, multiplies whole numbers, and gives what they stand for. */
function linear(input: readonly number[], { weights, scale, bias }: Matrix): number[] {
  const x = Float32Array.from(input);
  const low = x.reduce((a, b) => Math.min(a, b));
  const step = Math.max(Math.fround(Math.fround(x.reduce((a, b) => Math.max(a, b)) - low) / 127), 1e-8);
  const whole = Array.from(x, (one) => halfToEven(Math.fround(Math.fround(one - low) / step)));
  return Array.from(scale, (factor, output) => {
    const own = weights.subarray(output * x.length, (output + 1) * x.length);
    const products = own.reduce((sum, weight, k) => sum + weight * (whole[k] as number), 0);
    const all = own.reduce((sum, weight) => sum + weight, 0);
    return factor * (step * products + low * all) + (bias[output] as number);
  });
}

function halfToEven(x: number): number {
  const down = Math.floor(x);
  return x - down === 0.5 ? down + (down % 2) : Math.round(x);
}

function normal(
  x: readonly number[],
  { weight, bias }: { weight: Float32Array; bias: Float32Array },
): number[] {
  const mean = x.reduce((a, b) => a + b) / x.length;
  const variance = x.reduce((sum, one) => sum + (one - mean) ** 2, 0) / x.length;
  return x.map(
    (one, i) => ((one - mean) / Math.sqrt(variance + 1e-12)) * (weight[i] as number) + (bias[i] as number),
  );
}

function attention(rows: readonly number[][], heads: number): number[][] {
  const width = (rows[0] as number[]).length / 3;
  const size = width / heads;
  const part = (row: number[], head: number, which: number) =>
    row.slice(which * width + head * size, which * width + (head + 1) * size);
  return rows.map((row) =>
    Array.from({ length: heads }, (_, head) => {
      const query = part(row, head, 0);
      const shares = softmax(rows.map((other) => dot(query, part(other, head, 1)) / Math.sqrt(size)));
      return query.map((_, k) =>
        dot(
          shares,
          rows.map((other) => part(other, head, 2)[k] as number),
        ),
      );
    }).flat(),
  );
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, i) => sum + one * (b[i] as number), 0);
const add = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((one, i) => one + (b[i] as number));
const gelu = (x: number): number =>
  0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));

function softmax(x: readonly number[]): number[] {
  const most = Math.max(...x);
  const powers = x.map((one) => Math.exp(one - most));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((one) => one / sum);
}
