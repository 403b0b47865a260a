import type { Draft } from '../draft/draft.ts';
import type { Prose } from '../draft/prose.ts';
import { changedStretch, replaceStretch } from '../draft/stretch.ts';

/** Gives what is known of each paragraph of a draft, in their order; the list is used up by the next call. */
export type Summaries<S> = (draft: Draft) => readonly S[];

interface Followed<S> {
  readonly list: readonly S[];
  /** What stood in the changed stretch before, and what stands there now. */
  readonly before: readonly S[];
  readonly after: readonly S[];
}

/**
 * Follows a draft through its edits and keeps a summary of each paragraph, so that an edit costs its paragraph and a look
 * at the others. Make it inside `context.remember`; `make` must depend on nothing but the paragraph and the check's options.
 */
export function keepSummaries<S>(make: (prose: Prose) => S): Summaries<S> {
  const follow = followDraft(make);
  return (draft) => follow(draft).list;
}

/** What the paragraphs say and what follows from all of them together. */
export interface Whole<S, W> {
  readonly list: readonly S[];
  readonly whole: W;
}

/**
 * Like `keepSummaries`, and works out a whole from the summaries. While an edit leaves every summary the same as it was, apart from
 * places in the paragraph, the whole is kept: `join` may hold on to the numbers of paragraphs and of what stands in
 * their summaries, but not to spans.
 */
export function keepWhole<S, W>(
  make: (prose: Prose) => S,
  same: (a: S, b: S) => boolean,
  join: (list: readonly S[]) => W,
): (draft: Draft) => Whole<S, W> {
  const follow = followDraft(make);
  let kept: { readonly whole: W } | undefined;
  return (draft) => {
    const { list, before, after } = follow(draft);
    const stays = before.length === after.length && before.every((one, i) => same(one, after[i] as S));
    if (kept === undefined || !stays) kept = { whole: join(list) };
    return { list, whole: kept.whole };
  };
}

/** Tells whether a word stands anywhere in a draft. */
export type WordWatch = (draft: Draft) => (word: string) => boolean;

/**
 * Watches a draft for single words, compared as they stand. What was asked once is kept, and an edit costs the
 * paragraphs it touched.
 */
export function watchWords(): WordWatch {
  const follow = followDraft((prose) => prose);
  const known = new Map<string, Prose | undefined>();
  const hasWord = (prose: Prose, word: string) =>
    prose.text.includes(word) && prose.words.some(({ text }) => text === word);
  return (draft) => {
    const { list, before, after } = follow(draft);
    for (const [word, place] of known) {
      if (place === undefined) {
        const found = after.find((prose) => hasWord(prose, word));
        if (found !== undefined) known.set(word, found);
      } else if (before.includes(place)) known.delete(word);
    }
    return (word) => {
      if (!known.has(word))
        known.set(
          word,
          list.find((prose) => hasWord(prose, word)),
        );
      return known.get(word) !== undefined;
    };
  };
}

function followDraft<S>(make: (prose: Prose) => S): (draft: Draft) => Followed<S> {
  const known = new WeakMap<Prose, { readonly value: S }>();
  const proses: Prose[] = [];
  const list: S[] = [];
  const summaryOf = (prose: Prose): S => {
    let one = known.get(prose);
    if (one === undefined) {
      one = { value: make(prose) };
      known.set(prose, one);
    }
    return one.value;
  };
  return ({ paragraphs }) => {
    const { at, gone, come } = changedStretch(
      proses.length,
      paragraphs.length,
      (old, now) => proses[old] === paragraphs[now]?.prose,
    );
    const changed = paragraphs.slice(at, at + come).map(({ prose }) => prose);
    // the summaries are worked out before anything is kept: a check that throws starts again from where it was
    const after = changed.map(summaryOf);
    replaceStretch(proses, at, gone, changed);
    const before = replaceStretch(list, at, gone, after);
    return { list, before, after };
  };
}
