import { canWrite, decodeDraft, type Encoding } from '../draft/decode.ts';
import { LEFT_OUT, readDocument } from '../draft/documents.ts';
import type { Format } from '../draft/draft.ts';
import { writeExtracted } from '../draft/extracted.ts';
import { DRAFT_EXTENSIONS, documentOfPath, endingOf, formatOfPath } from '../draft/formats.ts';
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
    /** Copy in a kind of file that is not read. */
    | 'left-out'
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
  const packed = documentOfPath(path)?.packed ?? false;
  const read = await files.read(path, packed ? Math.max(maxBytes, MOST_PACKED) : maxBytes);
  if ('failed' in read) return { problem: { path, ...readingProblem(name, read) } };
  const result = draftIn(read.bytes, path, name);
  const size = packed ? (result.file?.text.length ?? 0) : 0;
  return size > maxBytes
    ? { problem: { path, ...readingProblem(name, { failed: 'too-large', size, largest: maxBytes }) } }
    : result;
}

/** The largest document that is read, in bytes: most of it are pictures. */
const MOST_PACKED = 64 * 1024 * 1024;

/** The draft in the bytes of a file. `name` is how it is called in messages. */
export function draftIn(bytes: Uint8Array, path: string, name: string): ReadResult {
  const document = documentOfPath(path);
  if (document !== undefined) {
    const read = readDocument(document, bytes, name);
    if (read.problem !== undefined) return { problem: { path, ...read.problem } };
    const { paragraphs, encoding } = read;
    return { file: { path, text: writeExtracted(paragraphs), encoding, format: 'extracted', bytes } };
  }
  const decoded = decodeDraft(bytes, name);
  if (decoded.problem !== undefined) return { problem: { path, ...decoded.problem } };
  const { text, encoding } = decoded;
  return { file: { path, text, encoding, format: formatOfPath(path) ?? 'plain', bytes } };
}

/**
 * The bytes of a text in the encoding it was read in.
 * @throws RangeError for an encoding that is only read.
 */
export function encodeDraft(text: string, encoding: Encoding): Uint8Array {
  if (!canWrite(encoding)) throw new RangeError(`Nothing is written in ${encoding}.`);
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** What to do about a file that holds copy in a kind that is not read; undefined for any other. */
export function leftOut(path: string, name: string): FileProblem | undefined {
  const why = LEFT_OUT.get(endingOf(path));
  return why === undefined ? undefined : { path, kind: 'left-out', message: `${name} ${why}` };
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
