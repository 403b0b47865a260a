import { type Draft, isUnbroken, type Paragraph, toSource } from '../draft/draft.ts';
import { isSeamless, removalOf } from '../draft/removal.ts';
import type { Span } from '../draft/span.ts';
import type { Fix } from './check.ts';

/** Words as a message or a title shows them: at most 50 characters of them. */
export const shortened = (text: string): string =>
  text.length <= 50 ? text : `${text.slice(0, 47).trimEnd()}…`;

/** A span with the white space on one side of it, so that cutting it leaves neither a gap nor two words run together. */
export function withSpace(text: string, span: Span): Span {
  let { start, end } = span;
  if (start > 0 && /\s/u.test(text.charAt(start - 1))) {
    while (start > 0 && /\s/u.test(text.charAt(start - 1))) start -= 1;
  } else {
    while (end < text.length && /\s/u.test(text.charAt(end))) end += 1;
  }
  return { start, end };
}

/** The fix that deletes paragraphs `first` to `last` (indexes, both included); none where something else stands between them. */
export function linesCut(draft: Draft, first: number, last: number): readonly Fix[] {
  const lines = last - first + 1;
  return isSeamless(draft, first, last)
    ? [
        {
          title: lines === 1 ? 'Delete this line' : `Delete these ${lines} lines`,
          edits: [{ span: removalOf(draft, first, last), text: '' }],
          safe: false,
          preferred: true,
        },
      ]
    : [];
}

/** The fix that deletes a passage within a paragraph, with the space beside it; none where markup runs through it. */
export function passageCut(paragraph: Paragraph, span: Span): readonly Fix[] {
  const { text } = paragraph.prose;
  const cut = withSpace(text, span);
  return isUnbroken(paragraph, cut)
    ? [
        {
          title: `Delete “${shortened(text.slice(span.start, span.end))}”`,
          edits: [{ span: toSource(paragraph, cut), text: '' }],
          safe: false,
          preferred: true,
        },
      ]
    : [];
}
