import { DOCUMENTS, type DocumentKind, documentOfEnding } from './documents.ts';
import type { Format } from './draft.ts';
import { readExtracted } from './extracted.ts';
import { readHtml } from './html.ts';
import { readMarkdown, rereadMarkdown } from './markdown.ts';
import { readPlain, rereadPlain } from './plain.ts';
import { type DraftReader, followChanges, readWhole } from './reader.ts';

/** One thing a draft can be written in. */
export interface FormatDescription {
  /** What people call it. */
  readonly label: string;
  /** The editor's language ids it is known by, each with the file name endings (without the dot) that stand for it. */
  readonly languages: Readonly<Record<string, readonly string[]>>;
  /** An editor checks it only where its user has asked for it, since most of what is written in it is no draft. */
  readonly onRequest?: true;
  /** Makes a reader for one draft as it changes. */
  createReader(): DraftReader;
}

/**
 * Every format, in one table: what reads a file by its name or a document by its language, the help of the command line, and the
 * manifest (`npm run schema`) go by it. A new one is named in `Format` (draft.ts) and described here.
 */
export const FORMATS: Readonly<Record<Format, FormatDescription>> = {
  plain: {
    label: 'plain text',
    languages: { plaintext: ['txt', 'text'], 'news-draft': ['draft', 'story', 'copy'] },
    createReader: () => followChanges(readPlain, rereadPlain),
  },
  markdown: {
    label: 'Markdown',
    languages: { markdown: ['md', 'markdown', 'mdown', 'mkd'] },
    createReader: () => followChanges(readMarkdown, rereadMarkdown),
  },
  html: {
    label: 'HTML',
    languages: { html: ['html', 'htm', 'xhtml'] },
    onRequest: true,
    createReader: () => readWhole(readHtml),
  },
  // the text of a document, a paragraph a line: nobody writes it, and no editor shows it
  extracted: {
    label: 'document',
    languages: {},
    createReader: () => readWhole(readExtracted),
  },
};

const LANGUAGES = Object.entries(FORMATS).flatMap(([format, { languages }]) =>
  Object.entries(languages).map(([id, extensions]) => ({ format: format as Format, id, extensions })),
);

/** The editor's language ids that drafts have, and those of them that are checked unless its user says otherwise. */
export const DRAFT_LANGUAGES: readonly string[] = LANGUAGES.map(({ id }) => id);
export const CHECKED_LANGUAGES: readonly string[] = LANGUAGES.filter(
  ({ format }) => FORMATS[format].onRequest === undefined,
).map(({ id }) => id);

/** File name endings of drafts, without the dot. */
export const DRAFT_EXTENSIONS: readonly string[] = [
  ...LANGUAGES.flatMap(({ extensions }) => extensions),
  ...DOCUMENTS.flatMap(({ endings }) => endings),
];

const byEnding = new Map(
  LANGUAGES.flatMap((language) => language.extensions.map((ending) => [ending, language] as const)),
);

/** The ending of a file’s name in small letters, without the dot; '' where it has none. */
export const endingOf = (path: string): string => /\.(\w+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';

/** The kind of document that a file is by its name; undefined for a text and for what is no draft. */
// a house file ends in .json too
export const documentOfPath = (path: string): DocumentKind | undefined =>
  /(?:^|[\\/])\.[^\\/]*$/u.test(path) ? undefined : documentOfEnding(endingOf(path));

/** The format of a file by its name; undefined for a file that is no draft. */
export const formatOfPath = (path: string): Format | undefined =>
  byEnding.get(endingOf(path))?.format ?? (documentOfPath(path) === undefined ? undefined : 'extracted');

/** What an editor takes the language of a draft for, by the name of its file; undefined for a document, which it shows no text of. */
export const languageOfPath = (path: string): string | undefined =>
  byEnding.get(endingOf(path))?.id ?? (documentOfPath(path) === undefined ? 'plaintext' : undefined);

/** The format of an editor's language id; any other language reads as plain text. */
export const formatOfLanguage = (languageId: string): Format =>
  LANGUAGES.find(({ id }) => id === languageId)?.format ?? 'plain';
