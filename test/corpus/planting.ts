import type { Text } from './corpora.ts';

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Choices that follow from a seed. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  number(below: number): number;
  /** One of several. @throws RangeError if there is none. */
  one<T>(of: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  const random = randomOf(seed);
  const number = (below: number) => Math.floor(random() * below);
  return {
    number,
    one: (of) => {
      const item = of[number(of.length)];
      if (item === undefined) throw new RangeError('There is nothing to choose from.');
      return item;
    },
  };
}

/** A clean story as a plain draft, one line a paragraph or with blank lines between, as it comes. */
export interface Story {
  readonly id: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** News stories of four to thirty paragraphs, to plant faults in. */
export function storiesOf(texts: readonly Text[]): readonly Story[] {
  return texts.flatMap((text) => {
    const [headline, ...paragraphs] = text.text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return headline !== undefined && paragraphs.length >= 4 && paragraphs.length <= 30
      ? [{ id: `${text.corpus} ${text.id}`, headline: headline.replace(/\.$/u, ''), paragraphs }]
      : [];
  });
}

/** Counts of what was planted and found, by kind of fault, as lines to read. */
export function tally(
  results: readonly { readonly kind: string; readonly found: boolean; readonly shown: string }[],
  print: number,
): { lines: readonly string[]; data: Readonly<Record<string, { planted: number; found: number }>> } {
  const kinds = [...new Set(results.map((one) => one.kind))].sort();
  const data: Record<string, { planted: number; found: number }> = {};
  const lines: string[] = [];
  const share = (found: number, planted: number) => `${((100 * found) / planted).toFixed(1)} %`;
  for (const kind of kinds) {
    const own = results.filter((one) => one.kind === kind);
    const found = own.filter((one) => one.found).length;
    data[kind] = { planted: own.length, found };
    lines.push(`  ${kind.padEnd(36)} ${found} of ${own.length}  ${share(found, own.length)}`);
    for (const miss of own.filter((one) => !one.found).slice(0, print))
      lines.push(`      missed: ${miss.shown}`);
  }
  const all = results.filter((one) => one.found).length;
  lines.push(`  all: ${all} of ${results.length}  ${share(all, results.length)}`);
  return { lines, data };
}
