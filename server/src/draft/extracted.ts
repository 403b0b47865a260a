import type { Bits } from './bits.ts';
import { composeText, type Part } from './composer.ts';
import type { Draft } from './draft.ts';
import { isEnglishTag } from './english.ts';
import { kindOf } from './kinds.ts';
import { inParts } from './long.ts';
import { paragraphsOfParts, proseOf } from './marked.ts';
import type { SourceText } from './source.ts';
import type { ProseStore } from './store.ts';

/** A paragraph that was taken out of a file of another kind; `prose` is what its shape and place tell. */
export interface Told {
  readonly kind: Part['kind'];
  readonly text: string;
}

/** What a file of another kind holds, or why there is no draft in it. */
export type Extracted =
  | { readonly paragraphs: readonly Told[]; readonly problem?: undefined }
  | { readonly problem: ExtractProblem };

/** The message follows the file's name: “is protected by a password”. */
export interface ExtractProblem {
  /** `no-draft`: a file of that ending that holds something else, and is no draft at all. `left-out`: one that is not read here. */
  readonly kind: 'no-draft' | 'left-out' | 'unreadable' | 'too-large';
  readonly message: string;
}

/** Why a document that says what language it is in is not read; undefined if that is English, or it says nothing. */
export const otherLanguage = (language: unknown): string | undefined =>
  typeof language !== 'string' || language === '' || isEnglishTag(language)
    ? undefined
    : `says that it is in another language than English (“${language}”), and is not read.`;

const MARKS: readonly (readonly [Part['kind'], string])[] = [
  ['heading', '# '],
  ['list-item', '- '],
  ['quotation', '> '],
  ['cell', '| '],
  ['caption', '! '],
  ['byline', '~ '],
  ['dateline', '@ '],
];
const MARKED = /^[#\->|!~@\\] /u;

/**
 * The text of a draft that was taken out of a file of another kind: a paragraph a line, so that the number of a line is that of its
 * paragraph, with a mark before what is no plain paragraph.
 */
export function writeExtracted(paragraphs: readonly Told[]): string {
  return paragraphs
    .map(({ kind, text }) => ({ kind, text: text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/gu, blank).trim() }))
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => {
      const mark = MARKS.find(([marked]) => marked === kind)?.[1] ?? (MARKED.test(text) ? '\\ ' : '');
      return `${mark}${text}\n`;
    })
    .join('');
}

// a hard space stays; what shows nothing goes
const blank = (run: string): string =>
  /^\u00a0+$/u.test(run) ? run : /\s/u.test(run.replaceAll('\ufeff', '')) ? ' ' : '';

/** The paragraphs in a text that `writeExtracted` made. */
export const toldIn = (source: string): readonly Told[] =>
  source
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const kind = MARKS.find(([, mark]) => line.startsWith(mark))?.[0];
      return { kind: kind ?? 'prose', text: MARKED.test(line) ? line.slice(2) : line };
    });

/** Reads what `writeExtracted` made. Nothing in it may be mended: the file that it came from holds more than is seen here. */
export function* readExtracted(source: SourceText, store: ProseStore): Bits<Draft> {
  const text = source.toString();
  const parts: Part[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/gu)) {
    const mark = MARKED.test(line) ? 2 : 0;
    const composed = composeText(line.slice(mark));
    if (composed === undefined) continue;
    const start = index + mark + composed.span.start;
    const span = { start, end: start + composed.span.end - composed.span.start };
    const kind = MARKS.find(([, one]) => line.startsWith(one))?.[0] ?? 'prose';
    parts.push(...inParts({ ...composed, kind, span, lines: { start: index, end: index + line.length } }));
  }
  // a document in which nobody marked a heading has them told by their shape
  const isMarked = parts.some(({ kind }) => kind === 'heading');
  const paragraphs = yield* paragraphsOfParts(parts, (part, place) =>
    part.kind === 'prose' && !isMarked
      ? store(part.text, kindOf(part.text, place))
      : proseOf(part, place, store),
  );
  return { source, format: 'extracted', paragraphs, mayEdit: () => false };
}

// what Markdown would take for marks of its own
const IN_LINE = /[\\`*_[\]<>~|]|&(?=#?\w+;)|!(?=\[)/gu;
const AT_START = /^(?:[#+=-]|\d{1,9}[.)](?=\s))/u;

/** The same paragraphs as a draft in Markdown. */
export function asMarkdown(paragraphs: readonly Told[]): string {
  const blocks: string[] = [];
  let row: string[] = [];
  const flush = () => {
    if (row.length > 0) blocks.push(row.join('\n\n'));
    row = [];
  };
  for (const { kind, text } of paragraphs) {
    const words = text
      .replace(IN_LINE, '\\$&')
      .replace(AT_START, (mark) =>
        /\d/u.test(mark) ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`,
      );
    if (kind === 'heading') {
      flush();
      blocks.push(`${blocks.length === 0 ? '#' : '##'} ${words}`);
    } else if (kind === 'list-item') row.push(`- ${words}`);
    else {
      flush();
      blocks.push(kind === 'quotation' ? `> ${words}` : words);
    }
  }
  flush();
  return `${blocks.join('\n\n')}\n`;
}
