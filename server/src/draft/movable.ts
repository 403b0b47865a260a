import type { Paragraph, Piece } from './draft.ts';
import type { Prose } from './prose.ts';
import { type Span, shift } from './span.ts';

/** A paragraph that moves along when the text before it grows or shrinks. */
export interface Movable extends Paragraph {
  moveBy(units: number): void;
}

/** Makes a paragraph that can move. */
export function movable(prose: Prose, span: Span, lines: Span, pieces?: readonly Piece[]): Movable {
  let moved = 0;
  return {
    prose,
    get span() {
      return moved === 0 ? span : shift(span, moved);
    },
    get lines() {
      return moved === 0 ? lines : shift(lines, moved);
    },
    ...(pieces !== undefined && { pieces }),
    moveBy(units) {
      moved += units;
    },
  };
}
