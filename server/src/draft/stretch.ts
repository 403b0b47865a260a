import { firstWhere } from './search.ts';

/** A call takes only so many arguments (about 120,000 in Node 20); a pasted draft can have more paragraphs. */
const AT_ONCE = 10_000;

/** Puts `items` for `count` items of a list from `at` on, in place, however many they are. Returns those taken out. */
export function replaceStretch<T>(list: T[], at: number, count: number, items: readonly T[]): readonly T[] {
  const gone = list.splice(at, count, ...items.slice(0, AT_ONCE));
  for (let i = AT_ONCE; i < items.length; i += AT_ONCE) {
    list.splice(at + i, 0, ...items.slice(i, i + AT_ONCE));
  }
  return gone;
}

/** Where two lists differ: how many items they share at the start, and how many of each lie between that and the shared end. */
export interface Stretch {
  readonly at: number;
  readonly gone: number;
  readonly come: number;
}

/**
 * The stretch that changed between two lists of the lengths `before` and `after`; `isSame` compares an item of the one with an item of the
 * other, by their places. What lies outside `within` is known to be the same and is not looked at.
 */
export function changedStretch(
  before: number,
  after: number,
  isSame: (old: number, now: number) => boolean,
  within: Stretch = { at: 0, gone: before, come: after },
): Stretch {
  let { at, gone, come } = within;
  while (gone > 0 && come > 0 && isSame(at, at)) {
    at += 1;
    gone -= 1;
    come -= 1;
  }
  while (gone > 0 && come > 0 && isSame(at + gone - 1, at + come - 1)) {
    gone -= 1;
    come -= 1;
  }
  return { at, gone, come };
}

/**
 * Brings a list of places, in their order, up to date with a stretch that changed: those within it give way to `now`, those behind it
 * move along.
 */
export function renewPlaces(
  places: number[],
  { at, gone, come }: Stretch,
  now: readonly number[] = [],
): void {
  const firstFrom = (place: number) => firstWhere(places.length, (i) => (places[i] ?? 0) >= place);
  const [first, after] = [firstFrom(at), firstFrom(at + gone)];
  if (come !== gone)
    for (let i = after; i < places.length; i += 1) places[i] = (places[i] ?? 0) + come - gone;
  replaceStretch(places, first, after - first, now);
}
