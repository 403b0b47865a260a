import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../draft/plain.ts';
import type { Span } from '../draft/span.ts';
import type { LinedText } from './open-text.ts';

// With open-text.ts the one place that knows lines and columns. Columns count UTF-16 units, as offsets do, so that characters beyond
// them (emoji, combining marks) need no arithmetic of their own; the server announces that encoding and no other.

/** A span of a text as lines and columns. */
export const toRange = (text: LinedText, span: Span): Range => ({
  start: text.positionAt(span.start),
  end: text.positionAt(span.end),
});

/** Lines and columns as offsets; places outside the text are moved to its nearest end. */
export function toSpan(text: LinedText, range: Range): Span {
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  return start <= end ? { start, end } : { start: end, end: start };
}

/** A place as an offset. */
export const toOffset = (text: LinedText, position: Position): number => text.offsetAt(position);

/**
 * A text that is not open in the editor, so that its offsets can be told as lines and columns. A byte order mark is left
 * out, as editors do.
 */
export const closedText = (uri: string, text: string): LinedText =>
  TextDocument.create(uri, '', 0, text.replace(/^\ufeff/u, ''));

/** Two changes, one after the other, as one that covers both. */
export function joinChanges(first: Change, second: Change): Change {
  const reach = Math.max(first.newEnd, second.end);
  return {
    start: Math.min(first.start, second.start),
    end: first.end + (reach - first.newEnd),
    newEnd: reach + (second.newEnd - second.end),
  };
}

/** Whether an offset lies in a span or at either end of it, as a cursor does. */
export const touches = (span: Span, at: Span): boolean => at.start <= span.end && span.start <= at.end;
