import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../draft/plain.ts';
import type { Span } from '../draft/span.ts';

// The one place that knows lines and columns. Columns count UTF-16 units, as offsets do, so that characters beyond
// them (emoji, combining marks) need no arithmetic of their own; the server announces that encoding and no other.

/** A span of a text as lines and columns. */
export const toRange = (text: TextDocument, span: Span): Range => ({
  start: text.positionAt(span.start),
  end: text.positionAt(span.end),
});

/** Lines and columns as offsets; places outside the text are moved to its nearest end. */
export function toSpan(text: TextDocument, range: Range): Span {
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  return start <= end ? { start, end } : { start: end, end: start };
}

/** A place as an offset. */
export const toOffset = (text: TextDocument, position: Position): number => text.offsetAt(position);

/**
 * A text that is not open in the editor, so that its offsets can be told as lines and columns. A byte order mark is left
 * out, as editors do.
 */
export const closedText = (uri: string, text: string): TextDocument =>
  TextDocument.create(uri, '', 0, text.replace(/^\ufeff/u, ''));

/**
 * Applies one content change to an open text and says what it was, in offsets; undefined when the whole text was
 * replaced.
 */
export function applyChange(
  text: TextDocument,
  change: TextDocumentContentChangeEvent,
  version: number,
): Change | undefined {
  if (!('range' in change) || change.range === undefined) {
    TextDocument.update(text, [{ text: change.text }], version);
    return undefined;
  }
  const span = toSpan(text, change.range);
  // lines beyond the last would leave holes in the text's table of lines
  TextDocument.update(text, [{ range: toRange(text, span), text: change.text }], version);
  return { ...span, newEnd: span.start + change.text.length };
}

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
