import { atOnce, type Bits, PARAGRAPHS_A_BIT } from './bits.ts';
import { type Composed, composeText } from './composer.ts';
import type { Draft, Reading } from './draft.ts';
import { frontMatterEnd, mayHaveFrontMatter } from './front-matter.ts';
import { beginsSentence, isRow, LIST_MARK, readsAsHeading, runsOn, standsAlone } from './joins.ts';
import { kindOf, TOP_OF_DRAFT } from './kinds.ts';
import { inParts } from './long.ts';
import { type Movable, movable } from './movable.ts';
import { lowerBound } from './search.ts';
import type { SourceText } from './source.ts';
import { type Span, shift } from './span.ts';
import { spliceInPlace } from './splice.ts';
import type { ProseStore } from './store.ts';

/** One change of a text: what stood in [start, end) before is now [start, newEnd). UTF-16 offsets. */
export interface Change extends Span {
  readonly newEnd: number;
}

/**
 * How lines make paragraphs. Plain text comes with a blank line between paragraphs, with one line a paragraph and no
 * blank lines, and with lines broken by hand at some width; the first two read the same.
 */
export type Shape = { readonly kind: 'lines' } | Wrapped;

interface Wrapped {
  readonly kind: 'wrapped';
  readonly width: number;
  /** Whether blank lines part the paragraphs; where none do, a short line ends one. */
  readonly spaced: boolean;
}

/** In a draft of long lines, more lines in a row than this are no paragraph pasted from a hard-wrapped text. */
const MOST_PASTED = 40;

/** The shape is told from the start of a draft, so that a keystroke further down cannot change it. */
const SAMPLE = 16_000;
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 40;
const QUOTE_MARK = /^>[ \t]?/u;

/** Tells how the lines of a plain text make paragraphs. */
export function shapeOf(source: SourceText, from = 0): Shape {
  const lines = source.slice(from, from + SAMPLE).split(/\r\n|\n|\r/u);
  if (source.length > from + SAMPLE) lines.pop();
  const texts = lines.map((line) => line.trimEnd());
  const width = Math.max(0, ...texts.map((line) => line.length));
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return { kind: 'lines' };
  let pairs = 0;
  let wraps = 0;
  let inSentence = 0;
  let blanks = 0;
  let ends = 0;
  texts.forEach((line, i) => {
    const next = texts[i + 1]?.trimStart() ?? '';
    if (line.trim() !== '' && next === '') blanks += 1;
    if (line.trim() === '' || next === '' || LIST_MARK.test(next) || isRow(line)) return;
    const full = wrapsInto(line, next, width);
    const within = /^[\p{Ll}\p{N}]/u.test(next);
    // a paragraph of its own starts with a capital; a broken line more often than not starts within a sentence
    if (within) inSentence += 1;
    pairs += 1;
    if (full) wraps += 1;
    else if (/^[^\p{L}\p{N}]*\p{Lu}/u.test(next)) ends += 1;
  });
  return pairs > 0 && wraps >= pairs * 0.6 && inSentence >= pairs * 0.4
    ? { kind: 'wrapped', width, spaced: blanks > ends }
    : { kind: 'lines' };
}

// A line was broken by width when the next line's first word would not have fitted on it (a little slack for editors that count marks differently).
function wrapsInto(line: string, next: string, width: number): boolean {
  const firstWord = /^\S+/u.exec(next)?.[0].length ?? 0;
  return line.length + 1 + firstWord > width - 4 || (line.length > width / 2 && /^\p{Ll}/u.test(next));
}

interface Block {
  readonly text: string;
  readonly lines: Span;
  readonly span: Span;
  readonly listItem: boolean;
  readonly quoted: boolean;
  readonly row: boolean;
}

/** A draft as read, with what reading it again after a change starts from. */
export interface PlainReading {
  readonly draft: Draft & { readonly reading: Reading };
  /** Where its front matter ends; 0 where it has none. */
  readonly top: number;
  readonly shape: Shape;
  readonly paragraphs: Movable[];
}

/** Reads plain text. */
export function* readPlain(source: SourceText, store: ProseStore): Bits<PlainReading> {
  const text = source.toString();
  const top = frontMatterEnd(text, 'plain');
  const shape = shapeOf(source, top);
  const paragraphs = yield* paragraphsOf(blocksOf(text.slice(top), top, shape, true), 0, true, store);
  return {
    draft: { source, format: 'plain', paragraphs, reading: { id: Symbol() } },
    top,
    shape,
    paragraphs,
  };
}

/**
 * Reads plain text again after one change, looking only at the paragraphs it touched and their neighbours. The result is
 * the same as reading it all. The paragraphs of the previous reading are moved, not copied, so that a keystroke in a long draft
 * costs no more than in a short one: the previous draft must not be used any more.
 */
export function rereadPlain(
  previous: PlainReading,
  source: SourceText,
  change: Change,
  store: ProseStore,
): PlainReading {
  const { paragraphs, top } = previous;
  const all = () => atOnce(readPlain(source, store));
  const mayOpen = mayHaveFrontMatter(source) || mayHaveFrontMatter(previous.draft.source);
  if (mayOpen && (top === 0 || change.start <= top)) return all();
  const shape = change.start <= top + SAMPLE ? shapeOf(source, top) : previous.shape;
  if (!sameShape(shape, previous.shape)) return all();
  const moved = change.newEnd - change.end;
  // a paragraph more on either side: where two lines join or part depends on both
  let first = lowerBound(paragraphs.length, (at) => (paragraphs[at] as Movable).lines.end >= change.start);
  first = firstPart(paragraphs, Math.max(0, firstPart(paragraphs, first) - 1));
  let after = lowerBound(paragraphs.length, (at) => (paragraphs[at] as Movable).lines.start > change.end);
  after = pastParts(paragraphs, Math.min(paragraphs.length, pastParts(paragraphs, after) + 1));
  // lines with no blank line between them are read as one: their common width tells how they join
  const noBlankLine = (i: number, shifted: number) =>
    /^(?:\r\n|\r|\n)$/u.test(
      source.slice(
        (paragraphs[i]?.lines.end ?? 0) + shifted,
        (paragraphs[i + 1]?.lines.start ?? 0) + shifted,
      ),
    );
  // where lines are paragraphs, a long one or a great many tell that none of those around it join
  const settles = (i: number, shifted: number) =>
    shape.kind === 'lines' && isLongLine(source, (paragraphs[i] as Movable).lines, shifted);
  const most = shape.kind === 'lines' ? MOST_PASTED : Number.POSITIVE_INFINITY;
  for (let more = 0; more <= most && first > 0 && noBlankLine(first - 1, 0); more += 1) {
    first = firstPart(paragraphs, first - 1);
    if (settles(first, 0)) break;
  }
  for (let more = 0; more <= most && after > 0 && after < paragraphs.length; more += 1) {
    if (!noBlankLine(after - 1, moved)) break;
    after = pastParts(paragraphs, after + 1);
    if (settles(after - 1, moved)) break;
  }
  const toEnd = after === paragraphs.length;
  const from = first === 0 ? top : (paragraphs[first - 1]?.lines.end ?? 0);
  const to = toEnd ? source.length : (paragraphs[after]?.lines.start ?? 0) + moved;
  const blocks = blocksOf(source.slice(from, to), from, shape, first === 0);
  const middle = atOnce(paragraphsOf(blocks, first, toEnd, store));
  const renumbered = middle.length !== after - first;
  if (renumbered && Math.min(after, first + middle.length) < TOP_OF_DRAFT) return all();
  for (let i = after; i < paragraphs.length; i += 1) paragraphs[i]?.moveBy(moved);
  const splice = { at: first, removed: after - first, inserted: middle.length };
  spliceInPlace(paragraphs, splice.at, splice.removed, middle);
  const reading = { id: Symbol(), since: { id: previous.draft.reading.id, splice } };
  return { draft: { source, format: 'plain', paragraphs, reading }, top, shape, paragraphs };
}

// the parts of a paragraph that is too long for one stand side by side, with no line's end between them
const goesOn = (paragraphs: readonly Movable[], at: number): boolean =>
  at > 0 && at < paragraphs.length && paragraphs[at - 1]?.lines.end === paragraphs[at]?.lines.start;

function firstPart(paragraphs: readonly Movable[], at: number): number {
  let first = at;
  while (goesOn(paragraphs, first)) first -= 1;
  return first;
}

function pastParts(paragraphs: readonly Movable[], at: number): number {
  let after = at;
  while (goesOn(paragraphs, after)) after += 1;
  return after;
}

const sameShape = (a: Shape, b: Shape): boolean =>
  a.kind === 'wrapped'
    ? b.kind === 'wrapped' && a.width === b.width && a.spaced === b.spaced
    : b.kind === 'lines';

function* paragraphsOf(
  blocks: readonly Block[],
  firstIndex: number,
  toEnd: boolean,
  store: ProseStore,
): Bits<Movable[]> {
  const paragraphs: Movable[] = [];
  for (const [i, block] of blocks.entries()) {
    if (i % PARAGRAPHS_A_BIT === 0) yield;
    const composed = composeText(block.text);
    const { text, span, pieces } = composed ?? asItStands(block.text);
    const place = { index: firstIndex + paragraphs.length, last: toEnd && i === blocks.length - 1 };
    const apart = block.row || composed === undefined;
    const kind = apart
      ? 'cell'
      : block.listItem
        ? 'list-item'
        : block.quoted
          ? 'quotation'
          : kindOf(text, place);
    const whole = { text, span: shift(span, block.span.start), lines: block.lines, pieces };
    for (const part of inParts(whole))
      paragraphs.push(movable(store(part.text, kind), part.span, part.lines, part.pieces));
  }
  return paragraphs;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** The first character that is no white space; `end` on a blank line. */
  readonly text: number;
}

/** The blocks of a splice of whole lines; `base` is where it starts in the draft. */
function blocksOf(source: string, base: number, shape: Shape, atTop: boolean): Block[] {
  const blocks: Block[] = [];
  let group: Line[] = [];
  const close = () => {
    const width =
      shape.kind === 'wrapped' ? widthWithin(source, group, shape.width) : pastedWidth(source, group);
    const spaced = shape.kind === 'wrapped' && shape.spaced && !isOfShortLines(group, shape.width);
    let from = 0;
    for (let i = 1; i <= group.length; i += 1) {
      const line = group[i];
      const topOfDraft = atTop && blocks.length === 0;
      const seam = { first: from === i - 1, topOfDraft, spaced, width };
      if (line !== undefined && joins(source, group[i - 1] as Line, line, seam)) continue;
      blocks.push(blockOf(source, base, group.slice(from, i)));
      from = i;
    }
    group = [];
  };
  for (const line of linesOf(source, atTop)) {
    if (line.text === line.end) close();
    else group.push(line);
  }
  close();
  return blocks;
}

// Lines that are all short were not broken by a width: verse, an address, results.
const isOfShortLines = (group: readonly Line[], width: number): boolean =>
  group.length > 2 && group.every(({ text, end }) => end - text < width * 0.6);

// A passage pasted from elsewhere may be broken at a width of its own, which shows where all its lines are.
function widthWithin(source: string, group: readonly Line[], width: number): number {
  const texts = group.map(({ start, end }) => source.slice(start, end).trimEnd());
  const own = Math.max(0, ...texts.map((text) => text.length));
  if (own >= width || own < NARROWEST_WRAP) return width;
  const nexts = texts.slice(1).map((text) => text.trimStart());
  const wrapped =
    nexts.some((next) => /^\p{Ll}/u.test(next)) &&
    nexts.every((next, i) => wrapsInto(texts[i] ?? '', next, own));
  return wrapped ? own : width;
}

// A paragraph pasted from a hard-wrapped text into a draft of long lines stands between blank lines, and every line of it
// was broken by one width, more often than not within a sentence.
function pastedWidth(source: string, group: readonly Line[]): number | undefined {
  if (group.length < 2 || group.length > MOST_PASTED) return undefined;
  if (group.some(({ start, end }) => end - start > WIDEST_WRAP)) return undefined;
  const texts = group.map(({ start, end }) => source.slice(start, end).trimEnd());
  const own = Math.max(...texts.map((text) => text.length));
  if (own < NARROWEST_WRAP) return undefined;
  const nexts = texts.slice(1).map((text) => text.trimStart());
  const inSentence = nexts.filter((next) => /^\p{Ll}/u.test(next)).length;
  const wrapped =
    inSentence >= nexts.length * 0.4 && nexts.every((next, i) => wrapsInto(texts[i] ?? '', next, own));
  return wrapped ? own : undefined;
}

const isLongLine = (source: SourceText, { start, end }: Span, shifted: number): boolean =>
  end - start > WIDEST_WRAP && !/[\r\n]/u.test(source.slice(start + shifted, end + shifted));

/** Where two lines stand that may be one paragraph. */
interface Seam {
  /** The first of the two begins its paragraph. */
  readonly first: boolean;
  readonly topOfDraft: boolean;
  readonly spaced: boolean;
  /** To which lines are broken; undefined where they are not. */
  readonly width: number | undefined;
}

function joins(source: string, line: Line, next: Line, seam: Seam): boolean {
  const [above, below] = [
    source.slice(line.text, line.end).trimEnd(),
    source.slice(next.text, next.end).trimEnd(),
  ];
  if (LIST_MARK.test(below) || isRow(above) || isRow(below)) return false;
  const deeper = next.text - next.start > line.text - line.start;
  if (deeper && !LIST_MARK.test(above)) return false;
  if (seam.width === undefined) return (!seam.first || beginsSentence(above)) && runsOn(above, below);
  if (wrapsInto(source.slice(line.start, line.end).trimEnd(), below, seam.width) || runsOn(above, below))
    return true;
  // what is left is a short line: it ends its paragraph where nothing else does, or was broken by whoever edited it
  if (!seam.spaced || seam.topOfDraft || standsAlone(above) || standsAlone(below)) return false;
  const fits = above.length + 1 + below.length <= seam.width;
  return fits || !seam.first || !readsAsHeading(above, below);
}

function* linesOf(source: string, fromTop: boolean): Generator<Line> {
  const to = source.length;
  let start = fromTop && source.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
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

function blockOf(source: string, base: number, lines: readonly Line[]): Block {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const text = source.slice(first.text, last.end);
  const listMark = LIST_MARK.exec(text)?.[0].length ?? 0;
  const quoteMark = listMark === 0 ? (QUOTE_MARK.exec(text)?.[0].length ?? 0) : 0;
  let end = last.end;
  while (end > first.text && isSpace(source.charCodeAt(end - 1))) end -= 1;
  const start = Math.min(first.text + listMark + quoteMark, end);
  return {
    text: source.slice(start, end),
    lines: { start: base + first.start, end: base + last.end },
    span: { start: base + start, end: base + end },
    listItem: listMark > 0,
    quoted: quoteMark > 0,
    row: lines.length === 1 && isRow(text),
  };
}

const asItStands = (text: string): Composed => ({
  text,
  span: { start: 0, end: text.length },
  pieces: undefined,
});
