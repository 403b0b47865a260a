import { decodeDraft, type Encoding } from '../draft/decode.ts';
import type { Format } from '../draft/draft.ts';
import { DRAFT_EXTENSIONS, formatOfPath } from '../draft/formats.ts';
import { type Failure, type FileSystem, readingTrouble } from './file-system.ts';

/** A draft as it stands in a file; a byte order mark is part of the text. */
export interface DraftFile {
  readonly path: string;
  readonly text: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

/** Why a file was not checked. The message is a sentence or two for a user, and names the file. */
export interface FileProblem {
  readonly path: string;
  readonly kind:
    | 'missing'
    | 'folder'
    | 'no-draft'
    | 'unreadable'
    | 'too-large'
    | 'binary'
    | 'encoding'
    | 'house'
    | 'not-written'
    | 'failed';
  readonly message: string;
}

export type ReadResult =
  | { readonly file: DraftFile; readonly problem?: undefined }
  | { readonly file?: undefined; readonly problem: FileProblem };

/** The largest file that is read unless more is asked for, in bytes. */
export const MAX_BYTES = 4 * 1024 * 1024;

export interface ReadOptions {
  /** In bytes. */
  readonly maxBytes?: number | undefined;
  /** How the file is called in messages; its path if left out. */
  readonly name?: string;
}

/**
 * Reads a file as a draft. A file that can't be read is told of as a problem. What does not end as drafts do reads as plain text.
 */
export async function readDraftFile(
  files: FileSystem,
  path: string,
  { maxBytes = MAX_BYTES, name = path }: ReadOptions = {},
): Promise<ReadResult> {
  const read = await files.read(path, maxBytes);
  if ('failed' in read) return { problem: { path, ...readingProblem(name, read) } };
  const { bytes } = read;
  const decoded = decodeDraft(bytes, name);
  if (decoded.problem !== undefined) return { problem: { path, ...decoded.problem } };
  const { text, encoding } = decoded;
  return { file: { path, text, encoding, format: formatOfPath(path) ?? 'plain', bytes } };
}

/** The bytes of a text in the encoding it was read in. */
export function encodeDraft(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** What a draft that cannot be read means to a user. */
export function readingProblem(name: string, failure: Failure): Omit<FileProblem, 'path'> {
  const { failed } = failure;
  const message = readingTrouble(name, failure);
  switch (failed) {
    case 'missing':
      return { kind: failed, message };
    case 'folder':
      return { kind: failed, message: `${name} is a folder, not a draft.` };
    case 'too-large':
      return { kind: failed, message: `${message} Nothing in it was checked.` };
    case 'special':
      return { kind: 'unreadable', message: `${message} Nothing in it was checked.` };
    default:
      return { kind: 'unreadable', message };
  }
}

/** The endings of drafts, for a message. */
export const DRAFT_ENDINGS = DRAFT_EXTENSIONS.map((ending) => `.${ending}`).join(', ');
