import type { Draft } from '../draft/draft.ts';
import { followDraft } from '../draft/follow.ts';
import { TOP_OF_DRAFT } from '../draft/kinds.ts';
import type { Prose } from '../draft/prose.ts';
import { lowerBound } from '../draft/search.ts';
import { spliceInPlace } from '../draft/splice.ts';

/** Something that a paragraph says: a name, a figure. */
export interface Mention<S, T> {
  /** As the paragraph stands now. */
  readonly said: T;
  /** Which of the things it says, counted from 0. */
  readonly item: number;
  readonly spot: Spot<S>;
}

/** A paragraph in its place. It moves along when paragraphs before it come or go. */
export interface Spot<S> {
  /** Counted from 0. */
  readonly at: number;
  readonly summary: S;
}

/** All that a draft says of one thing, in the order it stands in. */
export type Group<S, T> = readonly Mention<S, T>[];

/** What a draft says, by what it says it of; used up by the next call. */
export interface Groups<S, T> {
  readonly byKey: ReadonlyMap<string, Group<S, T>>;
  /** The keys of which something else may be said than in the run before, or of which nothing is said any more. */
  readonly changed: ReadonlySet<string>;
}

/** How what the paragraphs say is put together. */
export interface Grouping<S, T> {
  /** Must depend on nothing but the paragraph and the check's options. */
  summarise(prose: Prose): S;
  itemsOf(summary: S): readonly T[];
  keyOf(item: T): string;
  /** Whether two items say the same, wherever they stand in their paragraphs. */
  isSame(a: T, b: T): boolean;
  /** Whether two summaries are the same apart from their items. */
  isSameKind(a: S, b: S): boolean;
}

interface OwnMention<S, T> extends Mention<S, T> {
  said: T;
  readonly spot: OwnSpot<S, T>;
}

interface OwnSpot<S, T> extends Spot<S> {
  at: number;
  summary: S;
  mentions: readonly OwnMention<S, T>[];
}

/**
 * Follows a draft through its edits and keeps what its paragraphs say in groups, so that an edit costs the groups that are spoken
 * of in the paragraphs it touched. A group may be judged by the order of its mentions, and by their places within the top
 * of the draft. Make it inside `context.remember`.
 */
export function keepGroups<S, T>(grouping: Grouping<S, T>): (draft: Draft) => Groups<S, T> {
  const { itemsOf, keyOf, isSame, isSameKind, summarise } = grouping;
  const follow = followDraft();
  const spots: OwnSpot<S, T>[] = [];
  const byKey = new Map<string, OwnMention<S, T>[]>();

  const firstFrom = (group: readonly OwnMention<S, T>[], place: number) =>
    lowerBound(group.length, (i) => (group[i]?.spot.at ?? 0) >= place);

  function enter(at: number, summary: S): OwnSpot<S, T> {
    const spot: OwnSpot<S, T> = { at, summary, mentions: [] };
    spot.mentions = itemsOf(summary).map((said, item) => ({ said, item, spot }));
    for (const mention of spot.mentions) {
      const key = keyOf(mention.said);
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [mention]);
      else group.splice(firstFrom(group, at + 1), 0, mention);
    }
    return spot;
  }

  function leave({ mentions }: OwnSpot<S, T>): void {
    for (const mention of mentions) {
      const key = keyOf(mention.said);
      const group = byKey.get(key) ?? [];
      group.splice(group.indexOf(mention, firstFrom(group, mention.spot.at)), 1);
      if (group.length === 0) byKey.delete(key);
    }
  }

  /** Takes over a summary that speaks of the same things in the same order; false if it does not. */
  function renew(spot: OwnSpot<S, T>, summary: S, changed: Set<string>): boolean {
    const items = itemsOf(summary);
    const fits =
      items.length === spot.mentions.length &&
      isSameKind(spot.summary, summary) &&
      spot.mentions.every(({ said, item }) => keyOf(said) === keyOf(items[item] as T));
    if (!fits) return false;
    spot.summary = summary;
    for (const mention of spot.mentions) {
      const now = items[mention.item] as T;
      if (!isSame(mention.said, now)) changed.add(keyOf(now));
      mention.said = now;
    }
    return true;
  }

  return (draft) => {
    const { at, removed, inserted, added } = follow(draft);
    const changed = new Set<string>();
    const summaries = added.map(summarise);
    const isChanged = (spot: OwnSpot<S, T>) => {
      for (const { said } of spot.mentions) changed.add(keyOf(said));
    };
    const old = spots.slice(at, at + removed);
    if (removed === inserted && old.every((spot, i) => renew(spot, summaries[i] as S, changed)))
      return { byKey, changed };
    for (const spot of old) {
      isChanged(spot);
      leave(spot);
    }
    if (removed !== inserted)
      for (let i = at + removed; i < spots.length; i += 1)
        (spots[i] as OwnSpot<S, T>).at += inserted - removed;
    const fresh = summaries.map((summary, i) => enter(at + i, summary));
    fresh.forEach(isChanged);
    spliceInPlace(spots, at, removed, fresh);
    // what stood in the top may have left it, and the other way round
    if (removed !== inserted && at < TOP_OF_DRAFT)
      spots.slice(0, TOP_OF_DRAFT + Math.max(0, inserted - removed)).forEach(isChanged);
    return { byKey, changed };
  };
}
