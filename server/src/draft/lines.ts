import { lowerBound } from './search.ts';

/** A place in a text as editors name it: line and character counted from 0, the character in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text begin, to turn offsets into places and back. */
export interface Lines {
  /** How many lines there are; a text always has one. */
  readonly count: number;
  /** The place of an offset; one outside the text is taken to its nearest end. */
  positionAt(offset: number): Position;
  /** The offset of a place; one past the end of its line is taken to that end, without its line break. */
  offsetAt(position: Position): number;
  /** The start of a line, counted from 0, and its end without its line break. */
  span(line: number): { readonly start: number; readonly end: number };
}

const LF = 10;
const CR = 13;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Finds the lines of a text: they end at a line feed, at a carriage return and line feed, or at a carriage return alone, as
 * the language server protocol says. A byte order mark at the start has no width in places, because no editor counts it,
 * while offsets count it.
 */
export function linesOf(text: string): Lines {
  const starts = lineStarts(text);
  const mark = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const startOf = (line: number): number => starts[line] ?? text.length;
  const endOf = (line: number): number => {
    let end = starts[line + 1] ?? text.length;
    while (end > startOf(line) && isLineBreak(text.charCodeAt(end - 1))) end -= 1;
    return end;
  };
  const firstOf = (line: number): number => (line === 0 ? mark : startOf(line));

  return {
    count: starts.length,
    positionAt(offset) {
      const at = Math.max(mark, Math.min(offset, text.length));
      const line = Math.max(0, lowerBound(starts.length, (one) => startOf(one) > at) - 1);
      // between a carriage return and its line feed there is no place of its own
      return { line, character: Math.min(at, endOf(line)) - firstOf(line) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(firstOf(line) + Math.max(0, character), endOf(line));
    },
    span: (line) => ({ start: firstOf(line), end: endOf(line) }),
  };
}

/** Whether a UTF-16 unit ends a line. */
export const isLineBreak = (code: number): boolean => code === LF || code === CR;

/** Where the lines of a text start (UTF-16 offsets): after a line feed, a carriage return and line feed, or a carriage return alone. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}
