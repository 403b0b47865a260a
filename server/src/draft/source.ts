import { lowerBound } from './search.ts';

/** The text of a draft, as far as reading it needs: a string is one, and so is a text in pieces. Offsets are UTF-16 units. */
export interface SourceText {
  readonly length: number;
  slice(start?: number, end?: number): string;
  charCodeAt(at: number): number;
  /** The whole text; costs its length. */
  toString(): string;
}

/** A text in which a small change costs little, however long it is. It never changes itself. */
export interface PiecedSource extends SourceText {
  /** The text cut up, in order; pieces that an edit left alone are the same strings as before. */
  readonly pieces: readonly string[];
  /** The text with `[start, end)` replaced. */
  replace(start: number, end: number, text: string): PiecedSource;
}

/** Pieces of about this length: long enough to be few, short enough to be copied at a keystroke. */
const PIECE = 8_192;

/** The pieces of a text; a text that is no list of pieces is one itself. */
export const piecesOf = (source: SourceText): readonly string[] =>
  isPieced(source) ? source.pieces : [source.toString()];

const isPieced = (source: SourceText): source is PiecedSource =>
  typeof source === 'object' && 'pieces' in source;

/** Makes a text in pieces. */
export const piecedSource = (text: string): PiecedSource => fromPieces(cut(text));

function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}

function fromPieces(pieces: readonly string[]): PiecedSource {
  const starts = new Array<number>(pieces.length);
  let length = 0;
  for (let i = 0; i < pieces.length; i += 1) {
    starts[i] = length;
    length += pieces[i]?.length ?? 0;
  }
  let whole: string | undefined;

  /** The piece that holds an offset; the last one for the end of the text. */
  const pieceAt = (offset: number): number =>
    Math.max(0, lowerBound(pieces.length, (at) => (starts[at] ?? 0) > offset) - 1);

  const slice = (from = 0, to = length): string => {
    const start = from < 0 ? Math.max(0, length + from) : Math.min(from, length);
    const end = to < 0 ? Math.max(0, length + to) : Math.min(to, length);
    if (start >= end) return '';
    const first = pieceAt(start);
    const last = pieceAt(end - 1);
    const base = starts[first] ?? 0;
    if (first === last) return (pieces[first] ?? '').slice(start - base, end - base);
    return pieces
      .slice(first, last + 1)
      .join('')
      .slice(start - base, end - base);
  };

  return {
    length,
    pieces,
    slice,
    charCodeAt(at) {
      const index = pieceAt(at);
      return (pieces[index] ?? '').charCodeAt(at - (starts[index] ?? 0));
    },
    toString() {
      whole ??= pieces.join('');
      return whole;
    },
    replace(start, end, text) {
      if (pieces.length === 0) return piecedSource(text);
      const first = pieceAt(start);
      const last = pieceAt(Math.max(start, end - 1));
      const before = (pieces[first] ?? '').slice(0, start - (starts[first] ?? 0));
      const after = (pieces[last] ?? '').slice(end - (starts[last] ?? 0));
      const middle = before + text + after;
      const renewed = middle.length > PIECE * 2 ? cut(middle) : middle === '' ? [] : [middle];
      return fromPieces([...pieces.slice(0, first), ...renewed, ...pieces.slice(last + 1)]);
    },
  };
}
