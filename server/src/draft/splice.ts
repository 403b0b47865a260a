import { lowerBound } from './search.ts';

/** A call takes only so many arguments (about 120,000 in Node 20); a pasted draft can have more paragraphs. */
const AT_ONCE = 10_000;

/** Puts `items` for `count` items of a list from `at` on, in place, however many they are. Returns those taken out. */
export function spliceInPlace<T>(list: T[], at: number, count: number, items: readonly T[]): readonly T[] {
  const removed = list.splice(at, count, ...items.slice(0, AT_ONCE));
  for (let i = AT_ONCE; i < items.length; i += AT_ONCE) {
    list.splice(at + i, 0, ...items.slice(i, i + AT_ONCE));
  }
  return removed;
}

/** Where two lists differ: how many items they share at the start, and how many of each lie between that and the shared end. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * The splice that changed between two lists of the lengths `before` and `after`; `isSame` compares an item of the one with an item of the
 * other, by their places. What lies outside `within` is known to be the same and is not looked at.
 */
export function spliceBetween(
  before: number,
  after: number,
  isSame: (old: number, now: number) => boolean,
  within: Splice = { at: 0, removed: before, inserted: after },
): Splice {
  let { at, removed, inserted } = within;
  while (removed > 0 && inserted > 0 && isSame(at, at)) {
    at += 1;
    removed -= 1;
    inserted -= 1;
  }
  while (removed > 0 && inserted > 0 && isSame(at + removed - 1, at + inserted - 1)) {
    removed -= 1;
    inserted -= 1;
  }
  return { at, removed, inserted };
}

/** How items that stand in an order of places are read and moved along. */
interface InPlaces<T> {
  placeOf(item: T): number;
  moved(item: T, by: number): T;
}

/**
 * Makes what brings a list, in the order of its items' places, up to date with a splice that changed: the items within it give way
 * to `now`, those behind it move along.
 */
export const spliceWithin =
  <T>({ placeOf, moved }: InPlaces<T>) =>
  (list: T[], { at, removed, inserted }: Splice, now: readonly T[] = []): void => {
    const firstFrom = (place: number) => lowerBound(list.length, (i) => placeOf(list[i] as T) >= place);
    const [first, after] = [firstFrom(at), firstFrom(at + removed)];
    if (inserted !== removed)
      for (let i = after; i < list.length; i += 1) list[i] = moved(list[i] as T, inserted - removed);
    spliceInPlace(list, first, after - first, now);
  };

/** The same for a list of nothing but places. */
export const splicePlaces = spliceWithin<number>({
  placeOf: (place) => place,
  moved: (place, by) => place + by,
});
