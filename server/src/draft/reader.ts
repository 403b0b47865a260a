import { atOnce, type Bits } from './bits.ts';
import type { Draft } from './draft.ts';
import type { Change } from './plain.ts';
import type { SourceText } from './source.ts';
import { createProseStore, type ProseStore } from './store.ts';

/**
 * Reads one draft again and again as it changes; a `change` says what is new since the last reading. The draft it gave before is
 * used up by the next reading.
 */
export interface DraftReader {
  (source: SourceText, change?: Change): Draft;
  /** Reads the whole, a bit at a time. If it is given up, the next reading reads the whole too. */
  readonly inBits: (source: SourceText) => Bits<Draft>;
}

/** Makes a reader of a format that is always read as a whole. */
export function readWhole(read: (source: SourceText, store: ProseStore) => Bits<Draft>): DraftReader {
  const store = createProseStore();
  return Object.assign((source: SourceText) => atOnce(read(source, store)), {
    inBits: (source: SourceText) => read(source, store),
  });
}

/**
 * Makes a reader of a format's two ways to read: the whole, and what one change touched. What they give holds the draft and whatever
 * else the next reading needs.
 */
export function followChanges<R extends { readonly draft: Draft }>(
  read: (source: SourceText, store: ProseStore, previous?: R) => Bits<R>,
  reread: (previous: R, source: SourceText, change: Change, store: ProseStore) => R,
): DraftReader {
  const store = createProseStore();
  let reading: R | undefined;
  function* inBits(source: SourceText, change?: Change): Bits<Draft> {
    const before = reading;
    // until this reading is done there is nothing to start the next one from
    reading = undefined;
    const fits = before !== undefined && before.draft.source.length + grownBy(change) === source.length;
    const now = fits && change ? reread(before, source, change, store) : yield* read(source, store, before);
    reading = now;
    return now.draft;
  }
  return Object.assign((source: SourceText, change?: Change) => atOnce(inBits(source, change)), { inBits });
}

const grownBy = (change: Change | undefined): number =>
  change === undefined ? Number.NaN : change.newEnd - change.end;
