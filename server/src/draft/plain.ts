import type { Draft, Paragraph } from './draft.ts';
import { kindOf, TOP_OF_DRAFT } from './kinds.ts';
import type { Span } from './span.ts';
import type { ProseStore } from './store.ts';

/** One change of a text: what stood in [start, end) before is now [start, newEnd). UTF-16 offsets. */
export interface Change extends Span {
  readonly newEnd: number;
}

/**
 * How lines make paragraphs. Plain text comes with a blank line between paragraphs, with one line a paragraph and no
 * blank lines, and with lines broken by hand at some width; the first two read the same.
 */
export type Shape = { readonly kind: 'lines' } | { readonly kind: 'wrapped'; readonly width: number };

/** The shape is told from the start of a draft, so that a keystroke further down cannot change it. */
const SAMPLE = 16_000;
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 40;
const LIST_MARK = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t\u00a0]+/u;
const QUOTE_MARK = /^>[ \t]?/u;

/** Tells how the lines of a plain text make paragraphs. */
export function shapeOf(source: string): Shape {
  const lines = source.slice(0, SAMPLE).split(/\r\n|\n|\r/u);
  if (source.length > SAMPLE) lines.pop();
  const texts = lines.map((line) => line.trimEnd());
  const width = Math.max(0, ...texts.map((line) => line.length));
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return { kind: 'lines' };
  let pairs = 0;
  let full = 0;
  let inSentence = 0;
  texts.forEach((line, i) => {
    const next = texts[i + 1]?.trimStart() ?? '';
    if (line.trim() === '' || next === '' || LIST_MARK.test(next)) return;
    pairs += 1;
    if (wrapsInto(line, next, width)) full += 1;
    // a paragraph of its own starts with a capital; a broken line more often than not starts within a sentence
    if (/^[\p{Ll}\p{N}]/u.test(next)) inSentence += 1;
  });
  return pairs > 0 && full >= pairs * 0.6 && inSentence >= pairs * 0.4
    ? { kind: 'wrapped', width }
    : { kind: 'lines' };
}

// A line was broken by width when the next line's first word would not have fitted on it (a little slack for editors that count marks differently).
function wrapsInto(line: string, next: string, width: number): boolean {
  const firstWord = /^\S+/u.exec(next)?.[0].length ?? 0;
  return line.length + 1 + firstWord > width - 4 || (line.length > width / 2 && /^\p{Ll}/u.test(next));
}

interface Block {
  readonly lines: Span;
  readonly span: Span;
  readonly listItem: boolean;
  readonly quoted: boolean;
}

/** Reads plain text. */
export function readPlain(source: string, store: ProseStore): Draft {
  const blocks = blocksOf(source, 0, source.length, shapeOf(source));
  return { source, format: 'plain', paragraphs: paragraphsOf(source, blocks, 0, true, store) };
}

/**
 * Reads plain text again after one change, looking only at the paragraphs it touched and their neighbours. The result is
 * the same as reading it all.
 */
export function rereadPlain(previous: Draft, source: string, change: Change, store: ProseStore): Draft {
  const shape = shapeOf(source);
  if (change.start <= SAMPLE && !sameShape(shape, shapeOf(previous.source))) return readPlain(source, store);
  const old = previous.paragraphs;
  const moved = change.newEnd - change.end;
  // a paragraph more on either side: where two lines join or part depends on both
  const first = Math.max(0, firstWhere(old, (p) => p.lines.end >= change.start) - 1);
  const after = Math.min(old.length, firstWhere(old, (p) => p.lines.start > change.end) + 1);
  const from = first === 0 ? 0 : (old[first - 1]?.lines.end ?? 0);
  const to = after === old.length ? source.length : (old[after]?.lines.start ?? 0) + moved;
  const blocks = blocksOf(source, from, to, shape);
  const middle = paragraphsOf(source, blocks, first, after === old.length, store);
  const renumbered = middle.length !== after - first;
  if (renumbered && Math.min(after, first + middle.length) < TOP_OF_DRAFT) return readPlain(source, store);
  const paragraphs = old.slice(0, first);
  for (const paragraph of middle) paragraphs.push(paragraph);
  for (let i = after; i < old.length; i += 1) {
    const { prose, span, lines } = old[i] as Paragraph;
    paragraphs.push({
      prose,
      span: { start: span.start + moved, end: span.end + moved },
      lines: { start: lines.start + moved, end: lines.end + moved },
    });
  }
  return { source, format: 'plain', paragraphs };
}

const sameShape = (a: Shape, b: Shape): boolean =>
  a.kind === 'wrapped' ? b.kind === 'wrapped' && a.width === b.width : b.kind === 'lines';

function firstWhere<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function paragraphsOf(
  source: string,
  blocks: readonly Block[],
  firstIndex: number,
  toEnd: boolean,
  store: ProseStore,
): Paragraph[] {
  return blocks.map(({ span, lines, listItem, quoted }, i) => {
    const text = source.slice(span.start, span.end);
    const place = { index: firstIndex + i, last: toEnd && i === blocks.length - 1 };
    const kind = listItem ? 'list-item' : quoted ? 'quotation' : kindOf(text, place);
    return { prose: store(text, kind), span, lines };
  });
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** The first character that is no white space; `end` on a blank line. */
  readonly text: number;
}

function blocksOf(source: string, from: number, to: number, shape: Shape): Block[] {
  const blocks: Block[] = [];
  let group: Line[] = [];
  const close = () => {
    if (group.length > 0) blocks.push(blockOf(source, group));
    group = [];
  };
  for (const line of linesOf(source, from, to)) {
    if (line.text === line.end) {
      close();
      continue;
    }
    const previous = group.at(-1);
    if (previous !== undefined && !(shape.kind === 'wrapped' && joins(source, previous, line, shape.width)))
      close();
    group.push(line);
  }
  close();
  return blocks;
}

function joins(source: string, line: Line, next: Line, width: number): boolean {
  const text = source.slice(next.text, next.end);
  if (LIST_MARK.test(text)) return false;
  const deeper = next.text - next.start > line.text - line.start;
  const list = LIST_MARK.test(source.slice(line.text, line.end));
  if (deeper && !list) return false;
  return wrapsInto(source.slice(line.start, line.end).trimEnd(), text, width);
}

function* linesOf(source: string, from: number, to: number): Generator<Line> {
  let start = from === 0 && source.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : from;
  while (start < to) {
    let end = start;
    while (end < to && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end += 1;
    let text = start;
    while (text < end && isSpace(source.charCodeAt(text))) text += 1;
    yield { start, end, text };
    start = source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
}

const BYTE_ORDER_MARK = 0xfeff;

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x3000;

function blockOf(source: string, lines: readonly Line[]): Block {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const text = source.slice(first.text, last.end);
  const listMark = LIST_MARK.exec(text)?.[0].length ?? 0;
  const quoteMark = listMark === 0 ? (QUOTE_MARK.exec(text)?.[0].length ?? 0) : 0;
  let end = last.end;
  while (end > first.text && isSpace(source.charCodeAt(end - 1))) end -= 1;
  const start = Math.min(first.text + listMark + quoteMark, end);
  return {
    lines: { start: first.start, end: last.end },
    span: { start, end },
    listItem: listMark > 0,
    quoted: quoteMark > 0,
  };
}
