import { LONG } from './bits.ts';
import type { Draft, Format } from './draft.ts';
import { FORMATS } from './formats.ts';
import type { DraftReader } from './reader.ts';

/** Makes a reader for one draft. It keeps what it knew of the paragraphs that a change did not touch. */
export const createReader = (format: Format): DraftReader => FORMATS[format].createReader();

/**
 * Reads a draft once, a long one a bit at a time.
 * @param turn lets other work be done in between.
 */
export async function readBetween(source: string, format: Format, turn: () => Promise<void>): Promise<Draft> {
  if (source.length < LONG) return readDraft(source, format);
  const bits = createReader(format).inBits(source);
  for (;;) {
    const bit = bits.next();
    if (bit.done) return bit.value;
    await turn();
  }
}

/** Reads a draft once. */
export const readDraft = (source: string, format: Format): Draft => createReader(format)(source);
