import { type Span, shift } from '../draft/span.ts';
import type { Raised } from './check.ts';

/** The same finding with each of its spans in another place. */
export function placedBy(raised: Raised, place: (span: Span) => Span): Raised {
  return {
    ...raised,
    span: place(raised.span),
    ...(raised.related && { related: raised.related.map((one) => ({ ...one, span: place(one.span) })) }),
    ...(raised.from && { from: { ...raised.from, spans: raised.from.spans.map(place) } }),
    ...(raised.fixes && {
      fixes: raised.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, span: place(edit.span) })),
      })),
    }),
  };
}

/** The same finding of the same words, `by` UTF-16 units further on in the source. */
export const movedBy = (raised: Raised, by: number): Raised =>
  by === 0 ? raised : placedBy(raised, (span) => shift(span, by));
