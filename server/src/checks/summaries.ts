import type { Prose } from '../draft/prose.ts';

/** Gives what is known of a paragraph, working it out the first time it is asked for. */
export type Summaries<T> = (prose: Prose) => T;

/**
 * Keeps one summary for each paragraph, so that an edit costs its paragraph and not the draft. Make it inside
 * `context.remember`; `make` must depend on nothing but the paragraph and the check's options.
 */
export function keepSummaries<T>(make: (prose: Prose) => T): Summaries<T> {
  const kept = new WeakMap<Prose, { readonly value: T }>();
  return (prose) => {
    let summary = kept.get(prose);
    if (summary === undefined) {
      summary = { value: make(prose) };
      kept.set(prose, summary);
    }
    return summary.value;
  };
}
