import { atOnce, type Bits, PARAGRAPHS_A_BIT } from './bits.ts';
import type { Part } from './composer.ts';
import type { Draft, Limit, Reading } from './draft.ts';
import { type Field, fieldsOf, keepsFields } from './fields.ts';
import { frontMatterEnd, mayHaveFrontMatter } from './front-matter.ts';
import { TOP_OF_DRAFT } from './kinds.ts';
import { inParts } from './long.ts';
import {
  type ChunkSpan,
  chunksFrom,
  type Definitions,
  definitionsFor,
  definitionsOf,
  mayDefine,
  mayDefineMore,
  parsedOf,
  workOf,
} from './markdown-chunks.ts';
import { depthsIn, partsOf } from './markdown-parts.ts';
import { proseOf } from './marked.ts';
import { type Movable, movable } from './movable.ts';
import type { Change } from './plain.ts';
import { lowerBound } from './search.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';
import { spliceInPlace } from './splice.ts';
import type { ProseStore } from './store.ts';
import { isWrittenHere } from './written-here.ts';

/** A splice that a blank line divides from the next, with its paragraphs; only its start moves with the text before it. */
interface Chunk {
  start: number;
  readonly text: string;
  /** Its text and the definitions that it refers to: what its paragraphs were made of. */
  readonly given: string;
  readonly parts: readonly Part[];
  /** Whether it ends where nothing but its length asks for it. */
  readonly isCut: boolean;
  /** The lines that stand too deep to be read. */
  readonly deep: readonly Span[];
  /** What it costs the parser, and whether it was parsed. */
  readonly work: number;
  readonly isParsed: boolean;
}

/** A draft as read, with what reading it again after a change starts from. */
export interface MarkdownReading {
  readonly draft: Draft & { readonly reading: Reading };
  readonly definitions: Definitions;
  readonly chunks: Chunk[];
  /** The fields of the front matter; their paragraphs are the first. */
  readonly fields: readonly Field[];
  readonly paragraphs: Movable[];
}

/**
 * Reads Markdown. Code, front matter but for a few fields, URLs, link targets, HTML and tables' rules are no prose; emphasis marks, quote
 * marks and escapes are left out of a paragraph's text, which keeps its place in the source by pieces.
 *
 * The text is read in chunks that a blank line divides; those that `previous` has are not parsed again.
 */
export function* readMarkdown(
  source: SourceText,
  store: ProseStore,
  previous?: MarkdownReading,
): Bits<MarkdownReading> {
  const text = source.toString();
  const definitions = definitionsOf(text);
  const isOurs = isWrittenHere(source);
  const end = isOurs ? 0 : frontMatterEnd(text, 'markdown');
  const spans = isOurs ? [] : chunksFrom(text, end);
  const fields = fieldsOf(text, end);
  const read = yield* withinMeans(source, spans);
  const chunks = yield* chunksOf(source, read, definitions, previous?.chunks ?? []);
  const paragraphs = [...headOf(fields, store), ...(yield* paragraphsOf(chunks, 0, true, store))];
  const draft = draftOf(source, fields, chunks, paragraphs, { id: Symbol() });
  return { draft, definitions, chunks, fields, paragraphs };
}

/**
 * Reads Markdown again after one change, looking only at the chunks it touched and the one before. The result is the same as
 * reading it all. The previous draft must not be used any more.
 */
export function rereadMarkdown(
  previous: MarkdownReading,
  source: SourceText,
  change: Change,
  store: ProseStore,
): MarkdownReading {
  const { chunks, fields, paragraphs, definitions } = previous;
  const head = fields.reduce((count, { parts }) => count + parts.length, 0);
  const all = () => atOnce(readMarkdown(source, store, previous));
  const [top] = chunks;
  // whether front matter is there, and where it ends, hangs on the first line and on all that follows
  const mayOpen = mayHaveFrontMatter(source) || mayHaveFrontMatter(previous.draft.source);
  if (top === undefined || change.start <= top.start || (mayOpen && top.start <= FEWEST)) return all();
  if (isWrittenHere(source) || chunks.some(({ isParsed }) => !isParsed)) return all();
  const moved = change.newEnd - change.end;
  // a chunk more before it: whether one begins where the change does hangs on what is there now
  const first = Math.max(0, lowerBound(chunks.length, (i) => startOf(chunks, i) > change.start) - 2);
  const spans: ChunkSpan[] = [];
  let after = chunks.length;
  for (const span of chunksFrom(source, startOf(chunks, first))) {
    spans.push(span);
    const before = span.end - moved;
    if (before < change.end) continue;
    // from where a chunk began before, all goes on as it did
    const same = lowerBound(chunks.length, (i) => startOf(chunks, i) >= before);
    if (same < chunks.length && startOf(chunks, same) === before) {
      after = same;
      break;
    }
  }
  const removed = chunks.slice(first, after);
  const added = atOnce(chunksOf(source, spans.map(parsed(source)), definitions, removed));
  if ([...removed, ...added].some(({ text }) => mayDefine(text))) return all();
  if (!isWithinMeans([chunks.slice(0, first), added, chunks.slice(after)])) return all();
  const placeOf = (chunk: number) =>
    lowerBound(paragraphs.length, (at) => (paragraphs[at] as Movable).span.start >= startOf(chunks, chunk));
  const at = placeOf(first);
  const until = after === chunks.length ? paragraphs.length : placeOf(after);
  const middle = atOnce(paragraphsOf(added, at - head, after === chunks.length, store));
  const lowest = Math.min(until, at + middle.length) - head;
  if (middle.length !== until - at && lowest < TOP_OF_DRAFT) return all();
  for (let i = until; i < paragraphs.length; i += 1) paragraphs[i]?.moveBy(moved);
  for (let i = after; i < chunks.length; i += 1) (chunks[i] as Chunk).start += moved;
  const splice = { at, removed: until - at, inserted: middle.length };
  spliceInPlace(paragraphs, splice.at, splice.removed, middle);
  spliceInPlace(chunks, first, removed.length, added);
  const reading = { id: Symbol(), since: { id: previous.draft.reading.id, splice } };
  return {
    draft: draftOf(source, fields, chunks, paragraphs, reading),
    definitions,
    chunks,
    fields,
    paragraphs,
  };
}

const draftOf = (
  source: SourceText,
  fields: readonly Field[],
  chunks: readonly Chunk[],
  paragraphs: readonly Movable[],
  reading: Reading,
): Draft & { readonly reading: Reading } => ({
  source,
  format: 'markdown',
  paragraphs,
  reading,
  limits: chunks.flatMap((chunk, i) => limitsOf(chunk, chunks[i + 1])),
  ...(fields.length > 0 && { mayEdit: keepsFields(source, fields) }),
});

function limitsOf({ start, text, isCut, isParsed, deep }: Chunk, next: Chunk | undefined): readonly Limit[] {
  if (!isParsed) return [{ span: { start, end: start + text.length }, why: 'too-marked' }];
  if (!isCut && deep.length === 0) return NONE;
  const end = next === undefined ? start + text.length : next.start + next.text.length;
  return [
    ...(isCut ? [{ span: { start, end }, why: 'in-parts' as const }] : []),
    ...deep.map((line) => ({
      span: { start: start + line.start, end: start + line.end },
      why: 'too-deep' as const,
    })),
  ];
}

const NONE: readonly Limit[] = [];

const headOf = (fields: readonly Field[], store: ProseStore): readonly Movable[] =>
  fields.flatMap(({ parts }) =>
    parts.map((part) => movable(store(part.text, 'field'), part.span, part.lines, part.pieces)),
  );

/** No front matter is as short as this. */
const FEWEST = 4;

const startOf = (chunks: readonly Chunk[], at: number): number => chunks[at]?.start ?? 0;

/** A chunk's place, and whether the parser gets it. */
type ReadSpan = ChunkSpan & Pick<Chunk, 'work' | 'isParsed'>;

const parsed =
  (source: SourceText) =>
  (span: ChunkSpan): ReadSpan => ({
    ...span,
    work: workOf(source.slice(span.start, span.end)),
    isParsed: true,
  });

/** Chunks of a whole draft, with those told that are too many for the parser. */
function* withinMeans(source: SourceText, spans: Iterable<ChunkSpan>): Bits<readonly ReadSpan[]> {
  const all: ReadSpan[] = [];
  for (const span of spans) {
    if (all.length % PARAGRAPHS_A_BIT === 0) yield;
    all.push(parsed(source)(span));
  }
  const isParsed = parsedOf(all.map(({ start, end, work }) => ({ length: end - start, work })));
  return all.map((span, i) => (isParsed[i] === false ? { ...span, isParsed: false } : span));
}

const isWithinMeans = (chunks: readonly (readonly Chunk[])[]): boolean =>
  parsedOf(chunks.flat().map(({ text, work }) => ({ length: text.length, work }))).every(Boolean);

/** Chunks with their paragraphs, parsed as far as `known` has none made of the same. */
function* chunksOf(
  source: SourceText,
  spans: readonly ReadSpan[],
  definitions: Definitions,
  known: readonly Chunk[],
): Bits<Chunk[]> {
  const partsOfGiven = new Map(known.map(({ given, parts }) => [given, parts]));
  const chunks: Chunk[] = [];
  let together: Unread[] = [];
  const readTogether = () => {
    for (const [i, parts] of partsOfEach(together, definitions).entries()) {
      const { prose: _, ...chunk } = together[i] as Unread;
      partsOfGiven.set(chunk.given, parts);
      chunks.push({ ...chunk, parts });
    }
    together = [];
  };
  let length = 0;
  for (const { start, end, proseEnd, isCut, work, isParsed } of spans) {
    const text = source.slice(start, end);
    if (!isParsed) {
      readTogether();
      chunks.push({ start, text, given: '', parts: [], isCut, deep: [], work, isParsed });
      continue;
    }
    const referred = definitionsFor(text, definitions);
    const given = referred === '' ? text : `${text}\n\n${referred}`;
    const known = partsOfGiven.get(given);
    const isApart = isCut || proseEnd !== end || MAY_GO_ON.test(text) || mayDefineMore(text);
    if (known !== undefined || isApart || length + text.length > TOGETHER) {
      readTogether();
      yield;
    }
    if (together.length === 0) length = 0;
    const chunk = { start, text, given, isCut, deep: depthsIn(text), work, isParsed };
    if (known !== undefined) chunks.push({ ...chunk, parts: known });
    else {
      together.push({ ...chunk, prose: text.slice(0, proseEnd - start) });
      length += text.length;
      if (isApart) readTogether();
    }
  }
  readTogether();
  return chunks;
}

/** As much is parsed at once (characters): to start the parser takes as long as to read some hundred, and it takes longer for each the more it is given. */
const TOGETHER = 600;
/** Raw HTML and tags of a template, which the parser may take to go on over blank lines. */
const MAY_GO_ON = /<|\{[{%]/u;

/** A chunk to be parsed. */
type Unread = Omit<Chunk, 'parts'> & { readonly prose: string };

/** The parts of chunks that follow on one another, parsed at once. */
function partsOfEach(chunks: readonly Unread[], definitions: Definitions): readonly (readonly Part[])[] {
  const [first] = chunks;
  if (first === undefined) return [];
  const text = chunks.map(({ prose }) => prose).join('');
  const referred = definitionsFor(text, definitions);
  const all = partsOf(referred === '' ? text : `${text}\n\n${referred}`, text.length);
  let next = 0;
  return chunks.map(({ start, text: { length } }) => {
    const from = start - first.start;
    const parts: Part[] = [];
    for (let part = all[next]; part !== undefined && part.span.start < from + length; part = all[next]) {
      const back = (span: Span) => ({ start: span.start - from, end: span.end - from });
      parts.push({ ...part, span: back(part.span), lines: back(part.lines) });
      next += 1;
    }
    return parts.flatMap(inParts);
  });
}

function* paragraphsOf(
  chunks: readonly Chunk[],
  firstIndex: number,
  toEnd: boolean,
  store: ProseStore,
): Bits<Movable[]> {
  const paragraphs: Movable[] = [];
  for (const [i, { start, parts }] of chunks.entries()) {
    if (i % PARAGRAPHS_A_BIT === 0) yield;
    const isLastChunk = toEnd && start === chunks.at(-1)?.start;
    for (const part of parts) {
      const place = { index: firstIndex + paragraphs.length, last: isLastChunk && part === parts.at(-1) };
      const from = (span: Span) => ({ start: start + span.start, end: start + span.end });
      paragraphs.push(movable(proseOf(part, place, store), from(part.span), from(part.lines), part.pieces));
    }
  }
  return paragraphs;
}
