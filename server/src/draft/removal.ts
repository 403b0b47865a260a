import type { Draft, Paragraph } from './draft.ts';
import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

/**
 * What to cut so that paragraphs `first` to `last` (indexes, both included) are gone as if they had never been pasted: their lines and the
 * blank lines that parted them from what follows, or, at the end of the draft, from what stands before. Whatever
 * else stands in the source (code, pictures, the end of the file) stays.
 * @throws RangeError if there are no such paragraphs.
 */
export function removalOf(draft: Draft, first: number, last: number): Span {
  const { source, paragraphs } = draft;
  const from = paragraphs[first];
  const to = paragraphs[last];
  if (from === undefined || to === undefined || last < first)
    throw new RangeError('There are no such paragraphs.');
  const next = pastBlankLines(source, to.lines.end);
  if (next < source.length) return { start: from.lines.start, end: next };
  const previous = endOfTextBefore(source, from.lines.start);
  // a lone passage leaves the end of its line behind, as an empty file has it
  return { start: previous, end: to.lines.end };
}

/**
 * Whether deleting paragraphs `first` to `last` takes away nothing but them: between them stand only white space and
 * the marks of quotations and lists.
 */
export function isSeamless(draft: Draft, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) {
    const { lines } = draft.paragraphs[i] as Paragraph;
    const next = (draft.paragraphs[i + 1] as Paragraph).lines;
    if (next.start < lines.end || !/^[\s>]*$/u.test(draft.source.slice(lines.end, next.start))) return false;
  }
  return true;
}

function pastBlankLines(source: SourceText, at: number): number {
  let lineStart = at;
  for (let i = at; i < source.length; i += 1) {
    const char = String.fromCharCode(source.charCodeAt(i));
    if (char === '\n' || char === '\r') lineStart = i + 1;
    else if (!/\s/u.test(char)) return lineStart;
  }
  return source.length;
}

function endOfTextBefore(source: SourceText, at: number): number {
  let end = at;
  while (
    end > 0 &&
    /\s/u.test(String.fromCharCode(source.charCodeAt(end - 1))) &&
    source.charCodeAt(end - 1) !== 0xfeff
  )
    end -= 1;
  return end;
}
