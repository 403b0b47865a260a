/** How many letters must be added, taken, changed or swapped with their neighbour to make one of the other; at most `limit` + 1. */
export function distance(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return over;
  // what is further than `limit` from the same place in the other word costs more than that: a row has only what is nearer
  let older: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: 2 * limit + 1 }, (_, at) =>
    at < limit ? over : at - limit,
  );
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [];
    let least = over;
    for (let at = 0; at <= 2 * limit; at += 1) {
      const j = i + at - limit;
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[at + 1] ?? over) + 1,
        (row[at - 1] ?? over) + 1,
        (previous[at] ?? over) + (same ? 0 : 1),
      );
      if (a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, (older[at] ?? over) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return over;
    older = previous;
    previous = row;
  }
  return Math.min(previous[b.length - a.length + limit] ?? over, over);
}
