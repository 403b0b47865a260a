// The arithmetic of the phrasing model, in AssemblyScript: `node scripts/kernel.mjs` makes server/models/kernel-*.wasm of it.
//
// Two builds give the same numbers to the last bit: matrices are multiplied in whole numbers, and what is done in fractions is
// done by plain f32 operations in a fixed order. Where the engine has relaxed SIMD, sixteen products of bytes are one
// instruction; elsewhere, bytes are widened and eight products are one. Memory, and what lies where in it, is the caller's.

/** Whether bytes are multiplied as bytes. */
const RELAXED: bool = ASC_FEATURE_RELAXED_SIMD;
/** How many inputs of a row lie in the 32 bits that one lane of a product takes. */
const STEP: usize = RELAXED ? 4 : 2;
/** Bytes of one input. */
const WIDE: usize = RELAXED ? 1 : 2;
/** Outputs that lie side by side in a packed matrix. */
const PANEL: usize = 8;

/** Bytes of a packed matrix of so many outputs and inputs. */
export function packedSize(outputs: usize, inputs: usize): usize {
  return outputs * inputs * WIDE;
}

/** Packs the weights of a matrix, a row of bytes for each output, for `multiply`, and sums each row. Outputs and inputs divide by 8. */
export function pack(from: usize, to: usize, sums: usize, outputs: usize, inputs: usize): void {
  for (let panel: usize = 0; panel < outputs; panel += PANEL) {
    for (let input: usize = 0; input < inputs; input += STEP) {
      for (let output: usize = panel; output < panel + PANEL; output += 1) {
        for (let i: usize = 0; i < STEP; i += 1) {
          const weight = load<i8>(from + output * inputs + input + i);
          if (RELAXED) store<i8>(to, weight);
          else store<i16>(to, weight);
          to += WIDE;
        }
      }
    }
  }
  for (let output: usize = 0; output < outputs; output += 1) {
    let sum: i32 = 0;
    for (let input: usize = 0; input < inputs; input += 1) sum += load<i8>(from + output * inputs + input);
    store<f32>(sums + output * 4, <f32>sum);
  }
}

/** Adds the products of a few inputs of one row, the same in every lane, with the weights of four outputs. */
// @ts-ignore: decorator
@inline
function dot(inputs: v128, weights: v128, sum: v128): v128 {
  return RELAXED
    ? i32x4.relaxed_dot_i8x16_i7x16_add_s(weights, inputs, sum)
    : i32x4.add(sum, i32x4.dot_i16x8_s(inputs, weights));
}

/** Rounds rows of fractions to 0..127: each row from its least number up (`least`), in steps of its own (`steps`). */
export function round(from: usize, to: usize, least: usize, steps: usize, rows: usize, width: usize): void {
  for (let row: usize = 0; row < rows; row += 1) {
    const end = from + width * 4;
    let low = v128.load(from);
    let high = low;
    for (let at = from; at < end; at += 16) {
      const x = v128.load(at);
      low = f32x4.min(low, x);
      high = f32x4.max(high, x);
    }
    const smallest = min(
      min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)),
      min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3)),
    );
    const step = max<f32>((largest(high) - smallest) / 127, 1e-8);
    store<f32>(least + row * 4, smallest);
    store<f32>(steps + row * 4, step);
    const zero = f32x4.splat(smallest);
    const one = f32x4.splat(step);
    for (; from < end; from += 32) {
      const first = f32x4.nearest(f32x4.div(f32x4.sub(v128.load(from), zero), one));
      const second = f32x4.nearest(f32x4.div(f32x4.sub(v128.load(from, 16), zero), one));
      const both = i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(first), i32x4.trunc_sat_f32x4_s(second));
      if (RELAXED) v128.store64_lane(to, i8x16.narrow_i16x8_s(both, both), 0);
      else v128.store(to, both);
      to += 8 * WIDE;
    }
  }
}

// @ts-ignore: decorator
@inline
function largest(lanes: v128): f32 {
  return max(
    max(f32x4.extract_lane(lanes, 0), f32x4.extract_lane(lanes, 1)),
    max(f32x4.extract_lane(lanes, 2), f32x4.extract_lane(lanes, 3)),
  );
}

/** Rounded rows times a packed matrix, in fractions again: a multiple of four rows (what lies in rows too many is no matter). */
export function multiply(
  from: usize,
  least: usize,
  steps: usize,
  weights: usize,
  scales: usize,
  sums: usize,
  bias: usize,
  to: usize,
  rows: usize,
  inputs: usize,
  outputs: usize,
): void {
  const wide = inputs * WIDE;
  const next = outputs * 4;
  for (let panel: usize = 0; panel < outputs; panel += PANEL) {
    const first = weights + panel * wide;
    const last = first + PANEL * wide;
    for (let row: usize = 0; row < rows; row += 4) {
      let a = from + row * wide;
      let b = a + wide;
      let c = b + wide;
      let d = c + wide;
      let a0 = i32x4.splat(0);
      let b0 = a0;
      let c0 = a0;
      let d0 = a0;
      let a1 = a0;
      let b1 = a0;
      let c1 = a0;
      let d1 = a0;
      for (let at = first; at < last; at += 64) {
        let low = v128.load(at);
        let high = v128.load(at, 16);
        let x = v128.load32_splat(a);
        a0 = dot(x, low, a0);
        a1 = dot(x, high, a1);
        x = v128.load32_splat(b);
        b0 = dot(x, low, b0);
        b1 = dot(x, high, b1);
        x = v128.load32_splat(c);
        c0 = dot(x, low, c0);
        c1 = dot(x, high, c1);
        x = v128.load32_splat(d);
        d0 = dot(x, low, d0);
        d1 = dot(x, high, d1);
        low = v128.load(at, 32);
        high = v128.load(at, 48);
        x = v128.load32_splat(a, 4);
        a0 = dot(x, low, a0);
        a1 = dot(x, high, a1);
        x = v128.load32_splat(b, 4);
        b0 = dot(x, low, b0);
        b1 = dot(x, high, b1);
        x = v128.load32_splat(c, 4);
        c0 = dot(x, low, c0);
        c1 = dot(x, high, c1);
        x = v128.load32_splat(d, 4);
        d0 = dot(x, low, d0);
        d1 = dot(x, high, d1);
        a += 8;
        b += 8;
        c += 8;
        d += 8;
      }
      for (let half: usize = 0; half < 32; half += 16) {
        const column = panel * 4 + half;
        const scale = v128.load(scales + column);
        const sum = v128.load(sums + column);
        const added = v128.load(bias + column);
        const at = to + row * next + column;
        const low = least + row * 4;
        const step = steps + row * 4;
        const isLow = half == 0;
        v128.store(at, whole(isLow ? a0 : a1, low, step, scale, sum, added));
        v128.store(at + next, whole(isLow ? b0 : b1, low + 4, step + 4, scale, sum, added));
        v128.store(at + 2 * next, whole(isLow ? c0 : c1, low + 8, step + 8, scale, sum, added));
        v128.store(at + 3 * next, whole(isLow ? d0 : d1, low + 12, step + 12, scale, sum, added));
      }
    }
  }
}

/** What sums of products of rounded numbers stand for. */
// @ts-ignore: decorator
@inline
function whole(products: v128, least: usize, step: usize, scale: v128, sum: v128, bias: v128): v128 {
  const inSteps = f32x4.mul(v128.load32_splat(step), f32x4.convert_i32x4_s(products));
  const fromLeast = f32x4.mul(v128.load32_splat(least), sum);
  return f32x4.add(f32x4.mul(scale, f32x4.add(inSteps, fromLeast)), bias);
}

/** e to the power of each lane, to seven digits: Cephes' expf. Below -87 it stays at what it is there. */
// @ts-ignore: decorator
@inline
function exp(lanes: v128): v128 {
  const x = f32x4.max(f32x4.min(lanes, f32x4.splat(88)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let y = f32x4.splat(1.9875691500e-4);
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.3981999507e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1));
  y = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(y, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(y, power);
}

/** GELU of rows that lie one after the other, in place, by its tangent form: x / (1 + e^-2u), u = sqrt(2/pi) (x + 0.044715 x^3). */
export function gelu(at: usize, rows: usize, width: usize): void {
  const end = at + rows * width * 4;
  for (; at < end; at += 16) {
    const x = v128.load(at);
    const cube = f32x4.mul(f32x4.mul(x, x), x);
    const u = f32x4.add(f32x4.mul(x, f32x4.splat(-1.595769122)), f32x4.mul(cube, f32x4.splat(-0.07135481283)));
    v128.store(at, f32x4.div(x, f32x4.add(f32x4.splat(1), exp(u))));
  }
}

// @ts-ignore: decorator
@inline
function total(lanes: v128): f32 {
  return (
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3))
  );
}

/** Adds rows to rows, if there are any to add, and brings each to mean 0 and variance 1, then weighs its numbers; in place. */
export function normalise(at: usize, add: usize, weights: usize, bias: usize, rows: usize, width: usize): void {
  const bytes = width * 4;
  for (let row: usize = 0; row < rows; row += 1) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      let x = v128.load(at + i);
      if (add != 0) {
        x = f32x4.add(x, v128.load(add + i));
        v128.store(at + i, x);
      }
      sum = f32x4.add(sum, x);
    }
    const mean = f32x4.splat(total(sum) / <f32>width);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const x = f32x4.sub(v128.load(at + i), mean);
      squares = f32x4.add(squares, f32x4.mul(x, x));
    }
    const scale = f32x4.splat(1 / sqrt<f32>(total(squares) / <f32>width + 1e-12));
    for (let i: usize = 0; i < bytes; i += 16) {
      const x = f32x4.mul(f32x4.sub(v128.load(at + i), mean), scale);
      v128.store(at + i, f32x4.add(f32x4.mul(x, v128.load(weights + i)), v128.load(bias + i)));
    }
    at += bytes;
    if (add != 0) add += bytes;
  }
}

/**
 * Turns pieces into rows: what the piece is (half a byte a number, in steps of its own and of the columns' block), how it is
 * written and where it stands, added up and normalised. `pieces` holds three whole numbers for each row: piece, case and place;
 * `parts` the addresses of: words, the step of each, the steps of their blocks of 64 columns (in 255ths), cases, places, the step
 * of each, weights and bias of the norm.
 */
export function embed(pieces: usize, parts: usize, to: usize, rows: usize, width: usize): void {
  const words = load<usize>(parts);
  const places = load<usize>(parts, 16);
  for (let row: usize = 0; row < rows; row += 1) {
    const piece = <usize>load<u32>(pieces + row * 12);
    const written = load<usize>(parts, 12) + <usize>load<u32>(pieces + row * 12, 4) * width * 4;
    const place = <usize>load<u32>(pieces + row * 12, 8);
    const step = load<f32>(load<usize>(parts, 4) + piece * 4);
    const placeStep = load<f32>(load<usize>(parts, 20) + place * 4);
    const blocks = load<usize>(parts, 8) + piece * (width >> 6);
    const at = to + row * width * 4;
    for (let i: usize = 0; i < width; i += 1) {
      const pair = <i32>load<u8>(words + ((piece * width + i) >> 1));
      const value = <f32>(((i & 1) == 0 ? pair & 15 : pair >> 4) - 8);
      const word = value * (step * <f32>load<u8>(blocks + (i >> 6)) / 255);
      const stands = <f32>load<i8>(places + place * width + i) * placeStep;
      store<f32>(at + i * 4, word + load<f32>(written + i * 4) + stands);
    }
  }
  normalise(to, 0, load<usize>(parts, 24), load<usize>(parts, 28), rows, width);
}

/** Rows of fractions times a matrix whose rows are inputs: four rows, and a multiple of eight outputs. */
function product(
  rows: usize,
  rowBytes: usize,
  matrix: usize,
  matrixBytes: usize,
  to: usize,
  toBytes: usize,
  inputs: usize,
  outputs: usize,
): void {
  for (let output: usize = 0; output < outputs * 4; output += 32) {
    let a = rows;
    let at = matrix + output;
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let b0 = a0;
    let b1 = a0;
    let c0 = a0;
    let c1 = a0;
    let d0 = a0;
    let d1 = a0;
    for (let input: usize = 0; input < inputs; input += 1) {
      const low = v128.load(at);
      const high = v128.load(at, 16);
      let x = v128.load32_splat(a);
      a0 = f32x4.add(a0, f32x4.mul(x, low));
      a1 = f32x4.add(a1, f32x4.mul(x, high));
      x = v128.load32_splat(a + rowBytes);
      b0 = f32x4.add(b0, f32x4.mul(x, low));
      b1 = f32x4.add(b1, f32x4.mul(x, high));
      x = v128.load32_splat(a + 2 * rowBytes);
      c0 = f32x4.add(c0, f32x4.mul(x, low));
      c1 = f32x4.add(c1, f32x4.mul(x, high));
      x = v128.load32_splat(a + 3 * rowBytes);
      d0 = f32x4.add(d0, f32x4.mul(x, low));
      d1 = f32x4.add(d1, f32x4.mul(x, high));
      a += 4;
      at += matrixBytes;
    }
    const put = to + output;
    v128.store(put, a0);
    v128.store(put, a1, 16);
    v128.store(put + toBytes, b0);
    v128.store(put + toBytes, b1, 16);
    v128.store(put + 2 * toBytes, c0);
    v128.store(put + 2 * toBytes, c1, 16);
    v128.store(put + 3 * toBytes, d0);
    v128.store(put + 3 * toBytes, d1, 16);
  }
}

/** Turns log-odds, scaled, into probabilities, in place; after the last one there is room up to a multiple of four. */
export function soften(at: usize, count: usize, scale: f32): void {
  const end = at + ((count + 3) & ~3) * 4;
  for (let i = at + count * 4; i < end; i += 4) store<f32>(i, -1e30);
  let most = f32x4.splat(-1e30);
  for (let i = at; i < end; i += 16) most = f32x4.max(most, v128.load(i));
  const top = f32x4.splat(largest(most));
  let sum = f32x4.splat(0);
  for (let i = at; i < end; i += 16) {
    const x = exp(f32x4.mul(f32x4.sub(v128.load(i), top), f32x4.splat(scale)));
    v128.store(i, x);
    sum = f32x4.add(sum, x);
  }
  const share = f32x4.splat(1 / total(sum));
  for (let i = at; i < end; i += 16) v128.store(i, f32x4.mul(v128.load(i), share));
}

/**
 * Lets the pieces of one sentence see each other. `from` holds a row of queries, keys and values for each piece, `to` takes a
 * row of values, both followed by room for three rows more.
 */
function attend(from: usize, to: usize, room: usize, pieces: usize, width: usize, heads: usize): void {
  const size = width / heads;
  const rowBytes = width * 12;
  const padded = (pieces + 7) & ~7;
  const shares = room + size * padded * 4;
  const scale: f32 = 1 / sqrt<f32>(<f32>size);
  for (let head: usize = 0; head < heads; head += 1) {
    const queries = from + head * size * 4;
    const keys = queries + width * 4;
    const values = keys + width * 4;
    for (let piece: usize = 0; piece < pieces; piece += 1) {
      for (let i: usize = 0; i < size; i += 1)
        store<f32>(room + (i * padded + piece) * 4, load<f32>(keys + piece * rowBytes + i * 4));
    }
    for (let piece: usize = 0; piece < pieces; piece += 4) {
      product(queries + piece * rowBytes, rowBytes, room, padded * 4, shares, padded * 4, size, padded);
      for (let i: usize = 0; i < 4; i += 1) soften(shares + i * padded * 4, pieces, scale);
      const at = to + (piece * width + head * size) * 4;
      product(shares, padded * 4, values, rowBytes, at, width * 4, pieces, size);
    }
  }
}

/** Bytes that `encode` needs to work in, for so many rows (of a batch) and pieces (of its longest sentence). */
export function roomFor(rows: usize, longest: usize, width: usize, inner: usize, heads: usize): usize {
  const padded = (longest + 7) & ~7;
  return (rows + 4) * (max(width, inner) * WIDE + 8 + max(3 * width, inner) * 4 + width * 4) + (width / heads + 4) * padded * 4;
}

/**
 * One layer of the encoder, over the rows of several sentences, in place; whatever else is in a batch, a sentence's rows come
 * out the same. `layer` holds the addresses of weights, steps, sums and bias of four matrices (queries with keys and values, out, up,
 * down), then those of weights and bias of two norms; `lengths` says how many rows each sentence has. After the rows there is
 * room for four more.
 */
export function encode(
  layer: usize,
  at: usize,
  rows: usize,
  lengths: usize,
  sentences: usize,
  room: usize,
  width: usize,
  inner: usize,
  heads: usize,
): void {
  const fours = (rows + 3) & ~3;
  const least = room;
  const steps = least + (rows + 4) * 4;
  const narrow = steps + (rows + 4) * 4;
  const wide = narrow + (rows + 4) * width * 4;
  const rounded = wide + (rows + 4) * max(3 * width, inner) * 4;
  const rest = rounded + (rows + 4) * max(width, inner) * WIDE;

  round(at, rounded, least, steps, rows, width);
  through(layer, rounded, least, steps, wide, fours, width, 3 * width);
  let row: usize = 0;
  for (let sentence: usize = 0; sentence < sentences; sentence += 1) {
    const pieces = <usize>load<u32>(lengths + sentence * 4);
    attend(wide + row * width * 12, narrow + row * width * 4, rest, pieces, width, heads);
    row += pieces;
  }
  round(narrow, rounded, least, steps, rows, width);
  through(layer + 16, rounded, least, steps, narrow, fours, width, width);
  normalise(at, narrow, load<usize>(layer, 64), load<usize>(layer, 68), rows, width);

  round(at, rounded, least, steps, rows, width);
  through(layer + 32, rounded, least, steps, wide, fours, width, inner);
  gelu(wide, rows, inner);
  round(wide, rounded, least, steps, rows, inner);
  through(layer + 48, rounded, least, steps, narrow, fours, inner, width);
  normalise(at, narrow, load<usize>(layer, 72), load<usize>(layer, 76), rows, width);
}

/**
 * Rows times a matrix, whose addresses `matrix` holds: weights, steps, sums and bias. After the rows that come out there is room
 * for four more, in `room` for as many rows and four more of bytes.
 */
export function project(
  matrix: usize,
  at: usize,
  to: usize,
  rows: usize,
  room: usize,
  inputs: usize,
  outputs: usize,
): void {
  const steps = room + (rows + 4) * 4;
  const rounded = steps + (rows + 4) * 4;
  round(at, rounded, room, steps, rows, inputs);
  through(matrix, rounded, room, steps, to, (rows + 3) & ~3, inputs, outputs);
}

function through(
  matrix: usize,
  from: usize,
  least: usize,
  steps: usize,
  to: usize,
  rows: usize,
  inputs: usize,
  outputs: usize,
): void {
  multiply(
    from,
    least,
    steps,
    load<usize>(matrix),
    load<usize>(matrix, 4),
    load<usize>(matrix, 8),
    load<usize>(matrix, 12),
    to,
    rows,
    inputs,
    outputs,
  );
}
