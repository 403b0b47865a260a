import { createFindings, judgeSentence, type Phrasing } from './index.ts';
import type { Doubt, Thoroughness } from './judge.ts';

/** A sentence to be read. */
export interface Asked {
  readonly sentence: string;
  readonly how: Thoroughness;
}

/** Reads sentences elsewhere, or between other work; a list of doubts for each. */
export type JudgeLater = (asked: readonly Asked[]) => Promise<readonly (readonly Doubt[])[]>;

/**
 * Reads sentences in this thread, one at a time.
 * @param turn lets other work be done in between.
 */
export const judgeBetween =
  (turn: () => Promise<void>): JudgeLater =>
  async (asked) => {
    const found: (readonly Doubt[])[] = [];
    for (const { sentence, how } of asked) {
      await turn();
      found.push(judgeSentence(sentence, how));
    }
    return found;
  };

/** The phrasing of one open draft. */
export interface LivePhrasing extends Phrasing {
  /** How often something has become known of its sentences. */
  readonly known: () => number;
  /** The sentences that are in view now: they are read before the others. */
  readonly inView: (sentences: ReadonlySet<string>) => void;
  /** Waits until all that is asked about is known, or cannot be. */
  readonly settled: () => Promise<void>;
  /** Of a draft that is closed, nothing is read any more. */
  readonly close: () => void;
}

/** The phrasing of all drafts that are open. */
export interface Live {
  /** Follows a draft; `changed` is told each time that something has become known of its sentences. */
  readonly follow: (changed: (all: boolean) => void) => LivePhrasing;
  /** Whether sentences cannot be read, so that nothing is found in them. */
  readonly isBroken: () => boolean;
  /** What is known by now; of what is not, nothing. */
  readonly sofar: Phrasing;
}

/** Letters read in one go: some 50 ms, for which a newer sentence has to wait at most. */
const LETTERS = 500;

interface Draft {
  /** What is wanted, by its key: what is new, and what was wanted in the check before too. */
  readonly wanted: readonly [Map<string, Asked>, Map<string, Asked>];
  readonly isInView: (asked: Asked) => boolean;
  readonly arrived: () => void;
}

function inViewFirst(some: ReadonlyMap<string, Asked>, isInView: Draft['isInView']): Asked[] {
  const all = [...some.values()];
  return [...all.filter(isInView), ...all.filter((asked) => !isInView(asked))];
}

const countOf = (wanted: Draft['wanted']): number => wanted[0].size + wanted[1].size;

/**
 * Reads the sentences of open drafts, a few at a time, and keeps what was found. First come the sentences of the draft that was
 * checked last, and of these the ones that were not wanted before, what was typed just now; of both those in view come first. What an
 * edit has changed meanwhile is not asked about again and so never read.
 * @param failed is told, once, if sentences cannot be read; from then on nothing is found.
 */
export function createLive(judgeLater: JudgeLater, failed: (error: unknown) => void): Live {
  const findings = createFindings();
  const keyOf = ({ sentence, how }: Asked): string => `${how} ${sentence}`;
  // the one checked last comes last
  const drafts = new Set<Draft>();
  let reading = false;
  let broken = false;

  const next = (): Asked[] => {
    const batch: Asked[] = [];
    let letters = 0;
    const draft = [...drafts].reverse().find(({ wanted }) => countOf(wanted) > 0);
    for (const asked of draft?.wanted.flatMap((some) => inViewFirst(some, draft.isInView)) ?? []) {
      letters += asked.sentence.length;
      if (batch.length > 0 && letters > LETTERS) break;
      batch.push(asked);
    }
    return batch;
  };

  const read = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    // the check that asks is to end first, so that all it asks about is known
    await Promise.resolve();
    for (let batch = next(); batch.length > 0; batch = next()) {
      const found = await judged(batch);
      batch.forEach(({ sentence, how }, i) => {
        findings.set(sentence, how, found[i] ?? []);
      });
      const keys = batch.map(keyOf);
      for (const { wanted, arrived } of drafts) {
        const before = countOf(wanted);
        for (const some of wanted) for (const key of keys) some.delete(key);
        if (countOf(wanted) < before) arrived();
      }
    }
    reading = false;
  };

  const judged = async (batch: readonly Asked[]): Promise<readonly (readonly Doubt[])[]> => {
    if (broken) return [];
    try {
      return await judgeLater(batch);
    } catch (error) {
      broken = true;
      failed(error);
      return [];
    }
  };

  return {
    follow(changed) {
      let count = 0;
      let before: ReadonlySet<string> = new Set();
      let waiting: (() => void)[] = [];
      const wanted = [new Map<string, Asked>(), new Map<string, Asked>()] as const;
      const release = (): void => {
        for (const resolve of waiting) resolve();
        waiting = [];
      };
      let inView: ReadonlySet<string> = new Set();
      const draft: Draft = {
        wanted,
        isInView: ({ sentence }) => inView.has(sentence),
        arrived() {
          count += 1;
          const all = countOf(wanted) === 0;
          if (all) release();
          changed(all);
        },
      };
      return {
        begins() {
          before = new Set(wanted.flatMap((some) => [...some.keys()]));
          for (const some of wanted) some.clear();
          drafts.delete(draft);
          drafts.add(draft);
        },
        doubts(sentence, how) {
          const known = findings.get(sentence, how);
          if (known !== undefined) return known;
          const asked = { sentence, how };
          const key = keyOf(asked);
          wanted[before.has(key) ? 1 : 0].set(key, asked);
          void read();
          return undefined;
        },
        known: () => count,
        inView(sentences) {
          inView = sentences;
        },
        settled: () =>
          countOf(wanted) === 0
            ? Promise.resolve()
            : new Promise((resolve) => {
                waiting.push(resolve);
              }),
        close() {
          for (const some of wanted) some.clear();
          drafts.delete(draft);
          release();
        },
      };
    },
    isBroken: () => broken,
    sofar: { doubts: (sentence, how) => findings.get(sentence, how) ?? [], begins() {} },
  };
}
