/** The one of `known` that was most likely meant by `said`, if one is near enough to be a slip of the hand. */
export function nearest(said: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(said.length / 3)) + 1;
  for (const one of known) {
    const away = slips(said.toLowerCase(), one.toLowerCase());
    if (away < least) {
      best = one;
      least = away;
    }
  }
  return best;
}

/** “ Did you mean …?” for a message, or nothing. */
export function didYouMean(said: string, known: Iterable<string>): string {
  const meant = nearest(said, known);
  return meant === undefined ? '' : ` Did you mean “${meant}”?`;
}

// Letters to add, take away, change or swap with their neighbour (optimal string alignment distance).
function slips(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
