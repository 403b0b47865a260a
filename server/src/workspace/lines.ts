/** A line of a stream, without its end. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Undefined where the line is too long; it is passed over and not kept. */
  readonly bytes: Uint8Array | undefined;
}

const LF = 10;

/**
 * The lines of a stream, each as soon as it is whole; empty ones are left out.
 * @param largest the longest line that is given, in bytes.
 */
export async function* linesOfStream(
  stream: AsyncIterable<Uint8Array>,
  largest: number,
): AsyncGenerator<Line> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > largest) parts = [];
    else parts.push(part);
  };
  const whole = (): Line | undefined => {
    number += 1;
    const line = { number, bytes: length > largest ? undefined : Buffer.concat(parts) };
    parts = [];
    length = 0;
    return line.bytes?.every((one) => one === 13 || one === 32) ? undefined : line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      add(chunk.subarray(from, end));
      const line = whole();
      if (line !== undefined) yield line;
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  const last = length > 0 ? whole() : undefined;
  if (last !== undefined) yield last;
}
