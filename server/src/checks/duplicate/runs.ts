import type { Draft, Paragraph } from '../../draft/draft.ts';
import { LONGEST_COMPARED } from './likeness.ts';
import type { Passage } from './passage.ts';
import type { Entry, ShingleIndex, Standing } from './shingle-index.ts';

/** A paragraph and the earlier one it repeats, by their places in the draft. */
export interface Pair {
  readonly here: number;
  readonly first: number;
  readonly exact: boolean;
}

/** Consecutive paragraphs that repeat earlier ones in the same order. */
export type Run = readonly Pair[];

/** More places of the same words than this need not be tried: the first few tell as much. */
const PLACES_TRIED = 4;

/**
 * Finds the runs of paragraphs that stand earlier in the draft already. A run goes on over one edited paragraph and over one
 * that the copy leaves out; it never takes in a paragraph that has no counterpart, since deleting it would lose copy.
 */
export function findRuns(index: ShingleIndex, draft: Draft, minimumWords: number): readonly Run[] {
  const { row, repeated } = index;
  const places = placesOf(repeated, row);
  const runs: Run[] = [];
  let free = 0;
  for (const here of repeated) {
    if (here < free) continue;
    const run = longest(here, free, index, places, minimumWords);
    const last = run?.at(-1)?.here ?? here;
    if (run !== undefined && hasSubstance(run, row, draft, minimumWords)) {
      runs.push(run);
      free = last + 1;
    } else if (!run?.some((pair) => isWeighty(pair.here, row, draft, minimumWords))) free = last + 1;
  }
  return runs;
}

function placesOf(
  repeated: readonly number[],
  row: readonly Standing[],
): ReadonlyMap<Entry, readonly number[]> {
  const places = new Map<Entry, number[]>();
  for (const at of repeated) {
    const { entry } = row[at] as Standing;
    const known = places.get(entry);
    if (known === undefined) places.set(entry, [at]);
    else if (known.length < PLACES_TRIED) known.push(at);
  }
  return places;
}

function longest(
  here: number,
  free: number,
  index: ShingleIndex,
  places: ReadonlyMap<Entry, readonly number[]>,
  minimumWords: number,
): Run | undefined {
  const { entry } = index.row[here] as Standing;
  const firsts = [entry, ...entry.near].flatMap((other) => places.get(other) ?? []).filter((at) => at < here);
  let best: Run | undefined;
  for (const first of firsts.sort((a, b) => a - b)) {
    const run = extended(here, first, free, index, minimumWords);
    if (
      best === undefined ||
      run.length > best.length ||
      (run.length === best.length && exactOnes(run) > exactOnes(best))
    ) {
      best = run;
    }
  }
  return best;
}

const exactOnes = (run: Run): number => run.filter((pair) => pair.exact).length;

function extended(here: number, first: number, free: number, index: ShingleIndex, minimumWords: number): Run {
  const { row } = index;
  const run: Pair[] = [{ here, first, exact: same(row, here, first) }];
  // headings and short lines before it that stand before the first copy too
  while (
    here > free &&
    first > 0 &&
    same(row, here - 1, first - 1) &&
    here - 1 > (run.at(-1) as Pair).first
  ) {
    here -= 1;
    first -= 1;
    run.unshift({ here, first, exact: true });
  }
  const start = here;
  for (;;) {
    const last = run.at(-1) as Pair;
    const next = nextPair(last, start, index, minimumWords);
    if (next === undefined) return run;
    run.push(next);
  }
}

function nextPair(last: Pair, start: number, index: ShingleIndex, minimumWords: number): Pair | undefined {
  const { row } = index;
  const here = last.here + 1;
  const entry = row[here]?.entry;
  if (entry === undefined) return undefined;
  for (const first of [last.first + 1, last.first + 2]) {
    const other = row[first]?.entry;
    if (first >= start || other === undefined) break;
    if (entry === other) return { here, first, exact: true };
    if (entry.near.has(other)) return { here, first, exact: false };
  }
  const first = last.first + 1;
  const goesOn = first + 1 < start && linked(row, here + 1, first + 1);
  if (goesOn && isReworked(entry.passage, (row[first] as Standing).entry.passage, index, minimumWords))
    return { here, first, exact: false };
  return undefined;
}

const same = (row: readonly Standing[], a: number, b: number): boolean =>
  row[a] !== undefined && row[a].entry === row[b]?.entry;

const linked = (row: readonly Standing[], a: number, b: number): boolean =>
  same(row, a, b) || (row[a] !== undefined && row[b] !== undefined && row[a].entry.near.has(row[b].entry));

// Between two copied paragraphs a heavily edited one still counts, where alone it would not; of a short line half the words
// must have stayed.
function isReworked(a: Passage, b: Passage, { compare }: ShingleIndex, minimumWords: number): boolean {
  const longer = Math.max(a.tokens.length, b.tokens.length);
  if (longer > LONGEST_COMPARED) return false;
  const { ofShorter, ofLonger, differences } = compare(a, b);
  if (longer >= minimumWords) return ofShorter >= 0.4 && ofLonger >= 0.3;
  const changed = differences.reduce((sum, { here }) => sum + here[1] - here[0], 0);
  return (a.tokens.length - changed) * 2 >= longer;
}

const hasSubstance = (run: Run, row: readonly Standing[], draft: Draft, minimumWords: number): boolean =>
  run.some(
    ({ here, first }) => isWeighty(here, row, draft, minimumWords) && isRunning(draft.paragraphs[first]),
  );

const isWeighty = (at: number, row: readonly Standing[], draft: Draft, minimumWords: number): boolean =>
  (row[at] as Standing).passage.tokens.length >= minimumWords && isRunning(draft.paragraphs[at]);

/** Whether a paragraph is running text: headlines, captions and list items may say again what the story says. */
export const isRunning = (paragraph: Paragraph | undefined): boolean =>
  paragraph?.prose.kind === 'body' || paragraph?.prose.kind === 'quotation';
