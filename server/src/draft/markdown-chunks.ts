import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

// a note, or a link's address with its title
const DEFINITION =
  /^ {0,3}\[([^\]\n]+)\]:[ \t]*(?:(?:<[^<>\n]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$|(?<=^ {0,3}\[\^[^\]\s]+\]:[ \t]*)\S)/gmu;

/** Whether a stretch of text may hold a definition that links elsewhere refer to. */
export const mayDefine = (text: string): boolean => text.includes(']:');

/** Whether a stretch may hold what is a definition to the parser and none here: a title over two lines, say. */
export const mayDefineMore = (text: string): boolean =>
  mayDefine(text) && text.split(']:').length - 1 !== Array.from(text.matchAll(DEFINITION)).length;

/** The labels of the definitions of a text, as they are told apart, each as it is written. */
export type Definitions = ReadonlyMap<string, string>;

/** The definitions of a text: a link by reference is told from plain brackets only where its definition is known. */
export function definitionsOf(source: string): Definitions {
  const labels = new Map<string, string>();
  if (!mayDefine(source)) return labels;
  for (const [, label = ''] of source.matchAll(DEFINITION)) {
    const told = toldLabel(label);
    if (!labels.has(told)) labels.set(told, label);
  }
  return labels;
}

/** Definitions of what a chunk refers to and no others: each chunk is read with them. Where a link leads is no matter. */
export function definitionsFor(chunk: string, definitions: Definitions): string {
  if (definitions.size === 0) return '';
  const found = new Set<string>();
  for (const before of chunk.split(']').slice(0, -1)) {
    const label = definitions.get(toldLabel(before.slice(-LONGEST_LABEL)));
    if (label !== undefined) found.add(`[${label}]: x`);
  }
  return [...found].join('\n\n');
}

/** By CommonMark. */
const LONGEST_LABEL = 999;

const toldLabel = (label: string): string =>
  label
    .slice(label.lastIndexOf('[') + 1)
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();

// In these CommonMark reads on over blank lines, to the end of the element.
const RAW = /^ {0,3}<(?:script|style|pre|textarea)(?=[\s>]|$)/i;
const RAW_END = /<\/(?:script|style|pre|textarea)>/i;

const COMMENT = /^ {0,3}<!--/u;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/u;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/u;

// The parser takes the square of what it is given, and more of its marks: a character counts for one, a mark for more.
const LONGEST_CHUNK = 8_000;
const MARK_COUNTS = 8;
const MARKS: ReadonlySet<number> = new Set(Array.from('[]*_`<&!\\', (mark) => mark.charCodeAt(0)));

/** A stretch of a text that is read by itself. */
export interface ChunkSpan extends Span {
  /** Where the rest of it is no prose: code, a script or a comment that goes on for longer than a chunk. */
  readonly proseEnd: number;
  /** Whether it ends where nothing but its length asks for it. */
  readonly isCut: boolean;
}

/** What a chunk costs the parser, counted: its marks, and what it takes to begin. */
export const workOf = (text: string): number => {
  let work = BEGINNING;
  for (let i = 0; i < text.length; i += 1) if (MARKS.has(text.charCodeAt(i))) work += 1;
  return work;
};

/**
 * Which of a draft's chunks are parsed: so much work in any case, and one more for so many characters. News in Markdown has a mark in 50
 * characters and a chunk in 200; what has far more, on and on, takes the parser ten times as long, and is no copy.
 */
export function parsedOf(
  chunks: readonly { readonly length: number; readonly work: number }[],
): readonly boolean[] {
  let left = WORK;
  return chunks.map(({ length, work }) => {
    left += length / CHARACTERS_A_WORK;
    if (work > left) return false;
    left -= work;
    return true;
  });
}

const BEGINNING = 30;
const WORK = 40_000;
const CHARACTERS_A_WORK = 6;

/**
 * Top-level stretches between blank lines, from a place on where one of them begins; fences, comments, scripts and indented text are
 * kept whole. What goes on for longer than a chunk without a blank line is cut between lines, and a longer line at a space.
 */
export function* chunksFrom(source: SourceText, from: number): Generator<ChunkSpan> {
  let start = from;
  let at = start;
  let fence = '';
  let comment = false;
  let raw = false;
  let blank = true;
  let underlined = false;
  let count = 0;
  let proseEnd = start;
  while (at < source.length) {
    const line = lineFrom(source, at);
    const whole = fence === '' && !comment && !raw;
    const mark = FENCE.exec(line)?.[1] ?? '';
    const opens = whole && (mark !== '' || RAW.test(line) || COMMENT.test(line));
    const { end, next, lineCount, cut } = lineAt(source, at, whole && !opens);
    const apart = /^\S/u.test(line) && (blank || (underlined && count > SHORT_CHUNK));
    const tooLong = count + lineCount > LONGEST_CHUNK || (count > LONGEST_CHUNK / 2 && LIST_ITEM.test(line));
    if (whole && at > start && (apart || tooLong)) {
      yield { start, end: at, proseEnd: at, isCut: !apart && !LIST_ITEM.test(line) };
      start = at;
      count = 0;
    }
    if (cut !== undefined) {
      yield { start, end: cut, proseEnd: cut, isCut: true };
      start = cut;
      at = cut;
      count = 0;
      blank = false;
      underlined = false;
      continue;
    }
    if (raw || (whole && RAW.test(line))) raw = !RAW_END.test(source.slice(at, end));
    else if (whole && mark !== '') fence = mark;
    else if (fence !== '' && mark.startsWith(fence) && line.trim() === mark) fence = '';
    else if (comment || (whole && opens))
      comment = !source.slice(comment ? at : at + line.indexOf('<!--') + 4, end).includes('-->');
    if (whole) proseEnd = at;
    count += lineCount + 1;
    const closes = (opens || !whole) && fence === '' && !comment && !raw;
    if (closes && count > LONGEST_CHUNK) {
      yield { start, end: next, proseEnd, isCut: false };
      start = next;
      count = 0;
    }
    blank = line.trim() === '';
    underlined = UNDERLINE.test(line);
    at = next;
  }
  if (start < source.length) {
    const inProse = (fence === '' && !comment && !raw) || count <= LONGEST_CHUNK;
    yield { start, end: source.length, proseEnd: inProse ? source.length : proseEnd, isCut: false };
  }
}

/** A chunk as short as this need not be cut at a heading. */
const SHORT_CHUNK = 400;

/** The start of a line, which tells what it is. */
const lineFrom = (source: SourceText, at: number): string =>
  /^[^\r\n]*/u.exec(source.slice(at, at + 400))?.[0] ?? '';

/** Where a line ends and the next begins, and what it counts for; or, if it may be cut and counts for more than a chunk, where to cut it. */
function lineAt(source: SourceText, at: number, mayCut: boolean) {
  let lineCount = 0;
  let end = at;
  for (; end < source.length; end += 1) {
    const code = source.charCodeAt(end);
    if (code === 10 || code === 13) break;
    lineCount += MARKS.has(code) ? MARK_COUNTS : 1;
    if (mayCut && lineCount > LONGEST_CHUNK)
      return { end, next: end, lineCount, cut: cutOf(source, at, end) };
  }
  const next = source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  return { end, next: Math.min(next, source.length), lineCount, cut: undefined };
}

/** Past the last space before a place in a line, or that place where there is none near it. */
function cutOf(source: SourceText, from: number, at: number): number {
  const window = source.slice(Math.floor((from + at) / 2), at);
  const space = window.trimEnd().search(/\s\S*$/u);
  if (space >= 0) return at - window.length + space + 1;
  return /[\ud800-\udbff]$/.test(window) ? at - 1 : at;
}
