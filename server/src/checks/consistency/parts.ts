import type { Span } from '../../draft/span.ts';

/** A named group of a pattern; the span is in UTF-16 offsets of the text it was found in. */
export interface Part extends Span {
  readonly text: string;
}

/** The part of a match with this name, where it has one; the pattern needs the flag d. */
export function partOf(match: RegExpExecArray, name: string): Part | undefined {
  const at = match.indices?.groups?.[name];
  const text = match.groups?.[name];
  return at === undefined || text === undefined ? undefined : { start: at[0], end: at[1], text };
}
