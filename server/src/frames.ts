import { Transform } from 'node:stream';

/** A header's lines up to the blank one; and a line that a header can be found by again. */
const HEADER = /^(?:[\w-]+:[^\r\n]*\r\n)+\r\n$/u;
const LENGTH = /^content-length: *(\d{1,9})\r$/imu;
const AGAIN = /content-length: *\d{1,9}\r\n/iu;
/** No header is longer than this, and no line to find one by than that (bytes). */
const LONGEST_HEADER = 4_096;
const LONGEST_LINE = 64;

/**
 * Passes on the frames of the language server protocol (Base Protocol: a header, a blank line, a body of as many bytes as it says) and
 * leaves out what is none, up to the next header: the library that reads them would take every later body for a header. A body can't hold
 * such a line, since JSON has line ends escaped.
 * @param lost is told whenever something begins that is none.
 */
export function wholeFrames(lost: () => void): Transform {
  let held: Buffer = Buffer.alloc(0);
  // how much of a body is to come
  let body = 0;
  let isLost = false;

  /** What can be passed on now; undefined where more must come first. */
  const next = (): Buffer | undefined => {
    if (held.length === 0) return undefined;
    if (body > 0) {
      const part = held.subarray(0, body);
      held = held.subarray(part.length);
      body -= part.length;
      return part;
    }
    const text = held.toString('latin1', 0, LONGEST_HEADER);
    const end = text.indexOf('\r\n\r\n') + 4;
    const header = text.slice(0, Math.max(0, end));
    if (end < 4 && !isLost && held.length < LONGEST_HEADER) return undefined;
    const length = HEADER.test(header) ? LENGTH.exec(header)?.[1] : undefined;
    if (length !== undefined) {
      body = Number(length);
      held = held.subarray(end);
      return Buffer.from(header, 'latin1');
    }
    if (!isLost) lost();
    const from = AGAIN.exec(held.toString('latin1', 1));
    isLost = from === null;
    held = held.subarray(from === null ? Math.max(0, held.length - LONGEST_LINE) : from.index + 1);
    return from === null ? undefined : next();
  };

  return new Transform({
    transform(chunk: Buffer, _, done) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      for (let part = next(); part !== undefined; part = next()) this.push(part);
      done();
    },
  });
}
