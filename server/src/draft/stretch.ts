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
