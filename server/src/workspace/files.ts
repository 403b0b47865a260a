import { readFile, stat } from 'node:fs/promises';
import { decodeDraft, type Encoding } from '../draft/decode.ts';
import type { Format } from '../draft/draft.ts';
import { DRAFT_EXTENSIONS, formatOfPath } from '../draft/formats.ts';
import { codeOf } from './disk.ts';

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
    | 'not-written';
  readonly message: string;
}

export type ReadResult =
  | { readonly file: DraftFile; readonly problem?: undefined }
  | { readonly file?: undefined; readonly problem: FileProblem };

/** The largest file that is read unless more is asked for, in bytes. */
export const MAX_BYTES = 4 * 1024 * 1024;

export interface ReadOptions {
  /** In bytes. */
  readonly maxBytes?: number;
  /** How the file is called in messages; its path if left out. */
  readonly name?: string;
}

/**
 * Reads a file as a draft. A file that can't be read is told of as a problem; nothing is thrown. What does not end as
 * drafts do reads as plain text.
 */
export async function readDraftFile(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  const { maxBytes = MAX_BYTES, name = path } = options;
  const fail = (kind: FileProblem['kind'], message: string): ReadResult => ({
    problem: { path, kind, message },
  });
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return fail('folder', `${name} is a folder, not a draft.`);
    if (!found.isFile()) return fail('unreadable', `${name} is no ordinary file. Nothing in it was checked.`);
    if (found.size > maxBytes) {
      return fail(
        'too-large',
        `${name} is ${megabytes(found.size)}; the limit is ${megabytes(maxBytes)}. Nothing in it was checked.`,
      );
    }
    bytes = await readFile(path);
  } catch (error) {
    const { kind, message } = readingProblem(name, error);
    return fail(kind, message);
  }
  const decoded = decodeDraft(bytes, name);
  if (decoded.problem !== undefined) return fail(decoded.problem.kind, decoded.problem.message);
  return {
    file: {
      path,
      text: decoded.text,
      encoding: decoded.encoding,
      format: formatOfPath(path) ?? 'plain',
      bytes,
    },
  };
}

/** The bytes of a text in the encoding it was read in. */
export function encodeDraft(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** What a failed look at a file means to a user. */
export function readingProblem(
  name: string,
  error: unknown,
): { readonly kind: FileProblem['kind']; readonly message: string } {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { kind: 'missing', message: `There is no file ${name}.` };
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'unreadable', message: `${name} may not be read: you have no permission for it.` };
  if (code === 'ELOOP')
    return { kind: 'unreadable', message: `${name} is a link that leads back to itself.` };
  if (code === 'EISDIR') return { kind: 'folder', message: `${name} is a folder, not a draft.` };
  return {
    kind: 'unreadable',
    message: `${name} could not be read: ${error instanceof Error ? error.message : String(error)}`,
  };
}

/** The endings of drafts, for a message. */
export const DRAFT_ENDINGS = DRAFT_EXTENSIONS.map((ending) => `.${ending}`).join(', ');

function megabytes(bytes: number): string {
  const amount = bytes / (1024 * 1024);
  const shown = amount < 0.1 ? `${Math.ceil(bytes / 1024)} KB` : `${Number(amount.toFixed(1))} MB`;
  return shown;
}
