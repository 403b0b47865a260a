import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import { isLineBreak, lineStarts } from '../draft/lines.ts';
import type { Change } from '../draft/plain.ts';
import { lowerBound } from '../draft/search.ts';
import { type PiecedSource, piecedSource } from '../draft/source.ts';

/** A text with lines and columns, open in the editor or not. */
export type LinedText = Pick<
  TextDocument,
  'uri' | 'version' | 'getText' | 'positionAt' | 'offsetAt' | 'lineCount'
>;

/**
 * A text that is open in the editor. The library's own `TextDocument` copies the whole text at every keystroke, which in a long
 * draft costs more than checking it.
 */
export interface OpenText extends LinedText {
  readonly languageId: string;
  /** The text as it stands; a change makes a new one. */
  readonly source: PiecedSource;
  /** Applies one content change and says what it was, in offsets; undefined when the whole text was replaced. */
  apply(change: TextDocumentContentChangeEvent, version: number): Change | undefined;
}

/** Opens a text. */
export function openText(uri: string, languageId: string, firstVersion: number, text: string): OpenText {
  let source = piecedSource(text);
  let version = firstVersion;
  let starts = lineStarts(text);

  const lineEnd = (line: number): number => starts[line + 1] ?? source.length;
  const lineOf = (offset: number): number =>
    Math.max(0, lowerBound(starts.length, (line) => (starts[line] ?? 0) > offset) - 1);
  const beforeLineBreak = (offset: number, line: number): number => {
    let at = offset;
    while (at > (starts[line] ?? 0) && isLineBreak(source.charCodeAt(at - 1))) at -= 1;
    return at;
  };

  function offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = starts[line];
    if (start === undefined) return source.length;
    if (character <= 0) return start;
    return beforeLineBreak(Math.min(start + character, lineEnd(line)), line);
  }

  function positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, source.length));
    const line = lineOf(at);
    return { line, character: beforeLineBreak(at, line) - (starts[line] ?? 0) };
  }

  function replace(start: number, end: number, inserted: string): void {
    // a line more on either side: a carriage return and a line feed can meet or part there
    const first = Math.max(0, lineOf(start) - 1);
    const after = Math.min(starts.length, lineOf(end) + 2);
    const grown = inserted.length - (end - start);
    source = source.replace(start, end, inserted);
    const from = starts[first] ?? 0;
    const to = after === starts.length ? source.length : (starts[after] ?? 0) + grown;
    const renewed = lineStarts(source.slice(from, to)).map((at) => from + at);
    if (after < starts.length) {
      renewed.pop();
      for (let i = after; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + grown;
    }
    starts.splice(first, after - first, ...renewed);
  }

  return {
    uri,
    languageId,
    get version() {
      return version;
    },
    get lineCount() {
      return starts.length;
    },
    get source() {
      return source;
    },
    getText: (range) =>
      range === undefined ? source.toString() : source.slice(offsetAt(range.start), offsetAt(range.end)),
    positionAt,
    offsetAt,
    apply(change, next) {
      version = next;
      if (!('range' in change) || change.range === undefined) {
        source = piecedSource(change.text);
        starts = lineStarts(change.text);
        return undefined;
      }
      const [start, end] = inOrder(change.range, offsetAt);
      replace(start, end, change.text);
      return { start, end, newEnd: start + change.text.length };
    },
  };
}

function inOrder({ start, end }: Range, offsetAt: (position: Position) => number): readonly [number, number] {
  const a = offsetAt(start);
  const b = offsetAt(end);
  return a <= b ? [a, b] : [b, a];
}
