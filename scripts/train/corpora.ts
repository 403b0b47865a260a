import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

/** Reads a corpus in JSON lines. @throws Error if the corpora are not beside the repository. */
export const readCorpus = <T>(name: string): T[] =>
  linesOf(name, 'jsonl').map((line) => JSON.parse(line) as T);

/** Reads a corpus in tab-separated lines. @throws Error if the corpora are not beside the repository. */
export const readTable = (name: string): string[][] => linesOf(name, 'tsv').map((line) => line.split('\t'));

function linesOf(name: string, ending: string): string[] {
  const path = `${CORPORA}${name}.${ending}`;
  if (!existsSync(path)) {
    throw new Error(
      `The corpus ${name} is missing: it is looked for in ../shared/corpora beside the repository.`,
    );
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

export interface Treebank {
  readonly doc: string;
  readonly text: string;
  readonly toks: readonly (readonly [form: string, upos: string, xpos: string, offset: number])[];
}

export interface Article {
  readonly id: string;
  readonly text: string;
}

/** Numbers between 0 and 1 that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place. */
export function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}

/** Whether an article of Wikinews is kept out of training, to measure false alarms on: one in five. */
export function heldOut(name: string, id: string): boolean {
  if (!name.startsWith('wikinews')) return false;
  let hash = 7;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % 5 === 0;
}
