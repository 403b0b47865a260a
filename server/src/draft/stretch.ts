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
 * other, by their places.
 */
export function changedStretch(
  before: number,
  after: number,
  isSame: (old: number, now: number) => boolean,
): Stretch {
  const least = Math.min(before, after);
  let at = 0;
  while (at < least && isSame(at, at)) at += 1;
  let tail = 0;
  while (tail < least - at && isSame(before - 1 - tail, after - 1 - tail)) tail += 1;
  return { at, gone: before - tail - at, come: after - tail - at };
}
