import type { Draft, Format } from './draft.ts';
import { readMarkdown, rereadMarkdown } from './markdown.ts';
import { type Change, readPlain, rereadPlain } from './plain.ts';
import type { SourceText } from './source.ts';
import { createProseStore, type ProseStore } from './store.ts';

/**
 * Reads one draft again and again as it changes; a `change` says what is new since the last reading. The draft it gave before is
 * used up by the next reading.
 */
export type DraftReader = (source: SourceText, change?: Change) => Draft;

/** Makes a reader for one draft. It keeps what it knew of the paragraphs that a change did not touch. */
export const createReader = (format: Format): DraftReader =>
  format === 'markdown' ? follow(readMarkdown, rereadMarkdown) : follow(readPlain, rereadPlain);

function follow<R extends { readonly draft: Draft }>(
  read: (source: SourceText, store: ProseStore, previous?: R) => R,
  reread: (previous: R, source: SourceText, change: Change, store: ProseStore) => R,
): DraftReader {
  const store = createProseStore();
  let reading: R | undefined;
  return (source, change) => {
    const before = reading;
    // until this reading is done there is nothing to start the next one from
    reading = undefined;
    const fits = before !== undefined && before.draft.source.length + grownBy(change) === source.length;
    reading = fits && change ? reread(before, source, change, store) : read(source, store, before);
    return reading.draft;
  };
}

const grownBy = (change: Change | undefined): number =>
  change === undefined ? Number.NaN : change.newEnd - change.end;

/** Reads a draft once. */
export const readDraft = (source: string, format: Format): Draft => createReader(format)(source);

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/iu;
const PLAIN = /\.(?:txt|text|draft|story|copy)$/iu;

/** The format of a file by its name; undefined for a file that is no draft. */
export const formatOfPath = (path: string): Format | undefined =>
  MARKDOWN.test(path) ? 'markdown' : PLAIN.test(path) ? 'plain' : undefined;

/** What an editor takes the language of a draft for, by the name of its file. */
export const languageOfPath = (path: string): string =>
  MARKDOWN.test(path) ? 'markdown' : /\.(?:draft|story|copy)$/iu.test(path) ? 'news-draft' : 'plaintext';

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
