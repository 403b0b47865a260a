import type { Draft, Format } from './draft.ts';
import { type ChunkCache, readMarkdown } from './markdown.ts';
import { type Change, readPlain, rereadPlain } from './plain.ts';
import { createProseStore } from './store.ts';

/** Reads one draft again and again as it changes; a `change` says what is new since the last reading. */
export type DraftReader = (source: string, change?: Change) => Draft;

/** Makes a reader for one draft. It keeps what it knew of the paragraphs that a change did not touch. */
export function createReader(format: Format): DraftReader {
  const store = createProseStore();
  if (format === 'markdown') {
    const cache: ChunkCache = new Map();
    return (source) => readMarkdown(source, store, cache);
  }
  let previous: Draft | undefined;
  return (source, change) => {
    const fits =
      previous !== undefined &&
      change !== undefined &&
      previous.source.length + change.newEnd - change.end === source.length;
    previous = fits
      ? rereadPlain(previous as Draft, source, change as Change, store)
      : readPlain(source, store);
    return previous;
  };
}

/** Reads a draft once. */
export const readDraft = (source: string, format: Format): Draft => createReader(format)(source);

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/iu;
const PLAIN = /\.(?:txt|text|draft|story|copy)$/iu;

/** The format of a file by its name; undefined for a file that is no draft. */
export const formatOfPath = (path: string): Format | undefined =>
  MARKDOWN.test(path) ? 'markdown' : PLAIN.test(path) ? 'plain' : undefined;

/** The format of an editor's language id; anything but Markdown reads as plain text. */
export const formatOfLanguage = (languageId: string): Format =>
  languageId === 'markdown' ? 'markdown' : 'plain';

/** File name endings of drafts, without the dot. */
export const DRAFT_EXTENSIONS = [
  'txt',
  'text',
  'draft',
  'story',
  'copy',
  'md',
  'markdown',
  'mdown',
  'mkd',
] as const;
