import { type Draft, type Paragraph, toSource } from '../draft/draft.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import type { ParagraphKind, Prose } from '../draft/prose.ts';
import { lowerBound } from '../draft/search.ts';
import type { Span } from '../draft/span.ts';
import { type Fingerprinted, fingerprinted, type Stretch } from './passages.ts';
import { createWordReader } from './words.ts';

/** What copy is recognised by: running text. Headlines, bylines, captions and cells say again what others say. */
const RUNNING: ReadonlySet<ParagraphKind> = new Set(['body', 'quotation', 'list-item']);

/** The words of a paragraph, and where they stand in its text. */
interface ProseWords {
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const readWords = createWordReader();

const proseWords = memoizeWeak(({ text }: Prose): ProseWords => {
  const { count, hashes, starts, ends } = readWords(text);
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count), ends: ends.slice(0, count) };
});

/** A draft's running text as one row of words. */
export interface Story extends Fingerprinted {
  readonly draft: Draft;
  /** The places, among the draft's paragraphs, of those with words in the row. */
  readonly paragraphs: readonly number[];
  /** The place in the row of the first word of each of them, and at the end the number of words. */
  readonly firsts: readonly number[];
}

/** Reads a draft's running text. What was learnt of a draft and of a paragraph is kept. */
export const storyOf: (draft: Draft) => Story = memoizeWeak((draft) =>
  readRow(draft, (prose) => proseWords(prose).hashes),
);

/**
 * Reads the running text of a draft that is looked at this once. What `storyOf` keeps goes only when the whole of memory is cleared up, which
 * is late where thousands of drafts are read.
 */
export const storyOnce = (draft: Draft): Story =>
  readRow(draft, ({ text }) => {
    const { count, hashes } = readWords(text);
    return hashes.slice(0, count);
  });

function readRow(draft: Draft, hashesOf: (prose: Prose) => Int32Array): Story {
  const paragraphs: number[] = [];
  const firsts: number[] = [0];
  const parts: Int32Array[] = [];
  draft.paragraphs.forEach(({ prose }, at) => {
    if (!RUNNING.has(prose.kind)) return;
    const hashes = hashesOf(prose);
    if (hashes.length === 0) return;
    paragraphs.push(at);
    firsts.push((firsts.at(-1) ?? 0) + hashes.length);
    parts.push(hashes);
  });
  const words = new Int32Array(firsts.at(-1) ?? 0);
  parts.forEach((part, n) => {
    words.set(part, firsts[n] ?? 0);
  });
  return { draft, paragraphs, firsts, ...fingerprinted(words) };
}

/** A part of a stretch that lies in one paragraph. */
export interface Part {
  readonly paragraph: Paragraph;
  /** Where it stands in the paragraph's text. */
  readonly span: Span;
  /** The words of it, by their places in the row. */
  readonly words: Stretch;
  /** The words of its paragraph, by their places in the row. */
  readonly of: Stretch;
}

/** The parts of a stretch of words, paragraph by paragraph. */
export function partsOf({ draft, paragraphs, firsts }: Story, [from, to]: Stretch): readonly Part[] {
  const parts: Part[] = [];
  // the first paragraph that ends after the start
  let n = lowerBound(paragraphs.length, (i) => (firsts[i + 1] ?? 0) > from);
  for (; n < paragraphs.length && (firsts[n] ?? 0) < to; n += 1) {
    const [first, next] = [firsts[n] ?? 0, firsts[n + 1] ?? 0];
    const words: Stretch = [Math.max(from, first), Math.min(to, next)];
    if (words[0] >= words[1]) continue;
    const paragraph = draft.paragraphs[paragraphs[n] ?? 0] as Paragraph;
    const { starts, ends } = proseWords(paragraph.prose);
    const span = { start: starts[words[0] - first] ?? 0, end: ends[words[1] - first - 1] ?? 0 };
    parts.push({ paragraph, span, words, of: [first, next] });
  }
  return parts;
}

/** A stretch with the rest of what is written as one at its ends: $12 is two words, and so is right-hand. */
export function withWholeTokens(story: Story, [from, to]: Stretch): Stretch {
  let [start, end] = [from, to];
  while (goesOn(story, start)) start -= 1;
  while (goesOn(story, end)) end += 1;
  return [start, end];
}

/** Whether a word is written as one with the word before it. */
function goesOn({ draft, paragraphs, firsts, words }: Story, word: number): boolean {
  if (word <= 0 || word >= words.length) return false;
  const n = lowerBound(paragraphs.length, (i) => (firsts[i + 1] ?? 0) > word);
  const first = firsts[n] ?? 0;
  const { starts } = proseWords((draft.paragraphs[paragraphs[n] ?? 0] as Paragraph).prose);
  return word > first && starts[word - first] === starts[word - first - 1];
}

/** Where a stretch of words stands in the draft's source, from its first word to its last. */
export function spanOf(story: Story, stretch: Stretch): Span {
  const parts = partsOf(story, stretch);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: toSource(first.paragraph, first.span).start, end: toSource(last.paragraph, last.span).end };
}

/** The words of a stretch as they stand, white space made one space. */
export const textOf = (story: Story, stretch: Stretch): string =>
  partsOf(story, stretch)
    .map(({ paragraph, span }) => paragraph.prose.text.slice(span.start, span.end).replace(/\s+/gu, ' '))
    .join(' ');

/** In words: a longer quote is copy, a shorter one is somebody's words, which any story may bring. */
const LONGEST_QUOTE = 25;

/** The words of a paragraph that stand in direct quotes of 25 words or fewer. */
const shortQuotes = memoizeWeak((prose: Prose): readonly Stretch[] => {
  const { starts } = proseWords(prose);
  const firstFrom = (place: number) => lowerBound(starts.length, (i) => (starts[i] ?? 0) >= place);
  return prose.quotes
    .map(({ start, end }): Stretch => [firstFrom(start), firstFrom(end)])
    .filter(([from, to]) => to - from <= LONGEST_QUOTE);
});

/** Marks each word of the row that stands in a direct quote of 25 words or fewer. */
export function quotedWords({ draft, paragraphs, firsts, words }: Story): Uint8Array {
  const quoted = new Uint8Array(words.length);
  paragraphs.forEach((at, n) => {
    const first = firsts[n] ?? 0;
    for (const [from, to] of shortQuotes((draft.paragraphs[at] as Paragraph).prose))
      quoted.fill(1, first + from, first + to);
  });
  return quoted;
}
