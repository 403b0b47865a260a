import type { Draft, Format } from './draft.ts';
import { FORMATS } from './formats.ts';
import type { DraftReader } from './reader.ts';

/** Makes a reader for one draft. It keeps what it knew of the paragraphs that a change did not touch. */
export const createReader = (format: Format): DraftReader => FORMATS[format].createReader();

/** Reads a draft once. */
export const readDraft = (source: string, format: Format): Draft => createReader(format)(source);
