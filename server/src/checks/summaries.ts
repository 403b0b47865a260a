import type { Draft } from '../draft/draft.ts';
import { followDraft } from '../draft/follow.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import { spliceInPlace, spliceWithin } from '../draft/splice.ts';

/** Gives what is known of each paragraph of a draft, in their order; the list is used up by the next call. */
export type Summaries<S> = (draft: Draft) => readonly S[];

/** What is known of one paragraph, and its place among the draft's paragraphs, counted from 0. */
export interface Marked<S> {
  readonly at: number;
  readonly value: S;
}

/**
 * Follows a draft through its edits and keeps a summary of each paragraph, so that an edit costs the paragraphs it touched.
 * Make it inside `context.remember`; `make` must depend on nothing but the paragraph and the check's options.
 */
export function keepSummaries<S>(make: (prose: Prose) => S): Summaries<S> {
  const summaryOf = memoizeWeak(make);
  const follow = followDraft();
  const list: S[] = [];
  return (draft) => {
    const { at, removed, added } = follow(draft);
    spliceInPlace(list, at, removed, added.map(summaryOf));
    return list;
  };
}

/**
 * Like `keepSummaries`, for what only few paragraphs have: gives those for which `make` tells something, in their order, and
 * costs nothing for the others.
 */
export function keepMarked<S>(make: (prose: Prose) => S | undefined): Summaries<Marked<S>> {
  const summaryOf = memoizeWeak(make);
  const follow = followDraft();
  const marks: Marked<S>[] = [];
  const renew = spliceWithin<Marked<S>>({
    placeOf: ({ at }) => at,
    moved: ({ at, value }, by) => ({ at: at + by, value }),
  });
  return (draft) => {
    const { added, left: _, ...stretch } = follow(draft);
    const fresh = added.flatMap((prose, i) => {
      const value = summaryOf(prose);
      return value === undefined ? [] : [{ at: stretch.at + i, value }];
    });
    renew(marks, stretch, fresh);
    return marks;
  };
}

/** Tells whether a word stands anywhere in a draft. */
export type WordWatch = (draft: Draft) => (word: string) => boolean;

/**
 * Watches a draft for single words, compared as they stand. What was asked once is kept, and an edit costs the
 * paragraphs it touched.
 */
export function watchWords(): WordWatch {
  const follow = followDraft();
  const known = new Map<string, Prose | undefined>();
  const hasWord = (prose: Prose, word: string) =>
    prose.text.includes(word) && prose.words.some(({ text }) => text === word);
  return (draft) => {
    const { left, added } = follow(draft);
    for (const [word, place] of known) {
      if (place === undefined) {
        const found = added.find((prose) => hasWord(prose, word));
        if (found !== undefined) known.set(word, found);
      } else if (left.includes(place)) known.delete(word);
    }
    return (word) => {
      if (!known.has(word))
        known.set(word, draft.paragraphs.find(({ prose }) => hasWord(prose, word))?.prose);
      return known.get(word) !== undefined;
    };
  };
}
