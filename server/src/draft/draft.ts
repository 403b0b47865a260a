import type { Prose } from './prose.ts';
import { lowerBound } from './search.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';
import type { Splice } from './splice.ts';

/**
 * One splice where the paragraph's text and the source run side by side. Usually both lengths are the same and every
 * character has its own; where they differ (an entity such as `&amp;`) the splice is one whole.
 */
export interface Piece {
  /** Where it starts in the paragraph's text. */
  readonly at: number;
  readonly length: number;
  /** Where it starts in the source, counted from the start of the paragraph. */
  readonly from: number;
  readonly fromLength: number;
}

/** A paragraph and its place in the source; spans are UTF-16 offsets into the source. */
export interface Paragraph {
  readonly prose: Prose;
  /** From its first word to its last, without indents, list marks and heading marks. */
  readonly span: Span;
  /** The whole lines it stands on, without the last line's end: what goes when the paragraph is deleted. */
  readonly lines: Span;
  /** How its text lies in the source; absent where the two are the same, character for character, but for line ends, which are spaces in the text. */
  readonly pieces?: readonly Piece[];
}

/** A draft as read: its source and its paragraphs in order. */
export interface Draft {
  readonly source: SourceText;
  readonly format: Format;
  readonly paragraphs: readonly Paragraph[];
  /** Absent where the reader cannot tell what changed. */
  readonly reading?: Reading;
  /** Where the reader keeps within bounds: what it reads in parts, and what it does not read since it stands too deep or has too many marks. In offsets of the source. */
  readonly limits?: readonly Limit[];
  /** Whether an edit (in offsets of the source) leaves whole what is no prose; absent where each does that keeps to a paragraph's unbroken stretches. */
  readonly mayEdit?: (edit: { readonly span: Span; readonly text: string }) => boolean;
}

export interface Limit {
  readonly span: Span;
  readonly why: 'in-parts' | 'too-deep' | 'too-marked';
}

/**
 * How many words the copy of a draft has: its front matter, addresses and markup are none of it.
 * @param within counts only words that spans of the source hold, or a part of which they hold.
 */
export const wordCount = ({ paragraphs }: Pick<Draft, 'paragraphs'>, within?: readonly Span[]): number =>
  paragraphs
    .filter(({ prose }) => prose.kind !== 'field')
    .reduce((sum, paragraph) => {
      const { words } = paragraph.prose;
      if (within === undefined) return sum + words.length;
      const near = within.filter((one) => overlap(one, paragraph.span));
      return near.length === 0
        ? sum
        : sum + words.filter((word) => near.some((one) => overlap(one, toSource(paragraph, word)))).length;
    }, 0);

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Which reading of a draft this is, and where its paragraphs may differ from those of the reading before it. */
export interface Reading {
  readonly id: symbol;
  /** Absent in the first reading. */
  readonly since?: { readonly id: symbol; readonly splice: Splice };
}

/** What a draft can be written in. */
export type Format = 'plain' | 'markdown' | 'html' | 'extracted';

/** Places a span of the paragraph's text in the source. */
export function toSource(
  paragraph: { readonly span: Span; readonly pieces?: readonly Piece[] | undefined },
  span: Span,
): Span {
  const base = paragraph.span.start;
  const { pieces } = paragraph;
  if (pieces === undefined) return { start: base + span.start, end: base + span.end };
  const start = base + sourceOffset(pieces, span.start, 'start');
  const end = span.end > span.start ? base + sourceOffset(pieces, span.end, 'end') : start;
  return { start, end };
}

/**
 * Whether an edit to this span touches only the words it names: the source between its ends is one unbroken
 * splice, with no markup inside that the edit would take away or cut in two.
 */
export function isUnbroken(paragraph: Paragraph, span: Span): boolean {
  const { pieces } = paragraph;
  if (pieces === undefined) return true;
  let previous: Piece | undefined;
  for (const piece of pieces) {
    if (piece.at + piece.length <= span.start || piece.at >= span.end) continue;
    const whole = span.start <= piece.at && span.end >= piece.at + piece.length;
    if (piece.length !== piece.fromLength && !whole) return false;
    if (previous !== undefined && piece.from !== previous.from + previous.fromLength) return false;
    previous = piece;
  }
  return true;
}

function sourceOffset(pieces: readonly Piece[], offset: number, side: 'start' | 'end'): number {
  // at a seam a start belongs to the piece that begins there and an end to the piece that closes there
  const index = side === 'start' ? lastPiece(pieces, offset) : lastPiece(pieces, offset - 1);
  const piece = pieces[index];
  if (piece === undefined) return offset;
  if (piece.length === piece.fromLength) return piece.from + (offset - piece.at);
  return side === 'start' ? piece.from : piece.from + piece.fromLength;
}

const lastPiece = (pieces: readonly Piece[], offset: number): number =>
  Math.max(0, lowerBound(pieces.length, (at) => (pieces[at]?.at ?? 0) > offset) - 1);
