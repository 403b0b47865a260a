import type { Span } from '../draft/span.ts';
import type { Raised } from './check.ts';

/** The same finding of the same words, `by` UTF-16 units further on in the source. */
export function movedBy(raised: Raised, by: number): Raised {
  if (by === 0) return raised;
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...raised,
    span: moved(raised.span),
    ...(raised.related && { related: raised.related.map((one) => ({ ...one, span: moved(one.span) })) }),
    ...(raised.fixes && {
      fixes: raised.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, span: moved(edit.span) })),
      })),
    }),
  };
}
