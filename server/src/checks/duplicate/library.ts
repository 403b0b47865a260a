import type { Draft } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import { type Likeness, LONGEST_COMPARED, likeness } from './likeness.ts';
import { type Passage, passageOf } from './passage.ts';

/** All paragraphs of a draft with the same words. */
export interface Entry {
  /** The first of them that was read. */
  readonly passage: Passage;
  /** How many paragraphs have these words. */
  count: number;
  /** Entries with other words that say much the same. */
  readonly near: Set<Entry>;
  /** How many of its long sentences stand somewhere else, or twice here. */
  sharedSentences: number;
  readonly marks: Int32Array;
}

/** A paragraph in its place. */
export interface Standing {
  readonly passage: Passage;
  readonly entry: Entry;
}

/** What is known of a draft's paragraphs, kept from one keystroke to the next. */
export interface Library {
  /** The paragraphs in order. */
  readonly row: readonly Standing[];
  /** Brings the library up to date with a draft; only the paragraphs that changed cost anything. */
  update(draft: Draft): void;
}

export interface LibraryOptions {
  readonly minimumWords: number;
  readonly minimumSentenceWords: number;
}

/** A mark shared by more passages than this is too common to tell copies by, and would cost the square of its number. */
const CROWD = 12;
const MOST_CANDIDATES = 8;

/**
 * Whether one passage is an edited copy of the other. With up to 30 % of its words changed at random a paragraph of news
 * keeps 58 % of its telling words in 19 cases of 20; one that lost or gained a sentence keeps nearly all of the shorter's.
 * Short sentences are often built alike, so more is asked of them.
 */
const isNear = ({ shared, ofShorter, ofLonger }: Likeness): boolean =>
  shared >= 5 &&
  (ofLonger >= (shared / ofLonger < SHORT ? 0.7 : 0.58) ||
    (shared >= SHORT && ofShorter >= 0.85 && ofLonger >= 0.35));

/** In telling words. */
const SHORT = 10;

// Which words two passages share can hang on which of them is compared with the other; what is near must not hang on which
// was typed first.
const inSteadyOrder = (a: Passage, b: Passage): Likeness => (a.key < b.key ? likeness(a, b) : likeness(b, a));

/** Makes an empty library. */
export function createLibrary({ minimumWords, minimumSentenceWords }: LibraryOptions): Library {
  const entries = new Map<string, Entry>();
  const byMark = new Map<number, Entry[]>();
  const bySentence = new Map<string, Entry[]>();
  let proses: readonly Prose[] = [];
  let row: readonly Standing[] = [];

  function enter(prose: Prose): Standing {
    const passage = passageOf(prose, minimumSentenceWords);
    const known = entries.get(passage.key);
    if (known !== undefined) {
      known.count += 1;
      return { passage, entry: known };
    }
    const entry: Entry = {
      passage,
      count: 1,
      near: new Set(),
      sharedSentences: 0,
      marks: marksOf(passage, minimumWords),
    };
    entries.set(passage.key, entry);
    for (const other of candidates(entry, byMark)) {
      if (!isNear(inSteadyOrder(entry.passage, other.passage))) continue;
      entry.near.add(other);
      other.near.add(entry);
    }
    for (const mark of entry.marks) put(byMark, mark, entry);
    for (const { key } of passage.sentences) {
      const holders = put(bySentence, key, entry);
      if (holders.length < 2) continue;
      entry.sharedSentences += 1;
      if (holders.length === 2) (holders[0] as Entry).sharedSentences += 1;
    }
    return { passage, entry };
  }

  function leave({ entry }: Standing): void {
    entry.count -= 1;
    if (entry.count > 0) return;
    entries.delete(entry.passage.key);
    for (const other of entry.near) other.near.delete(entry);
    for (const mark of entry.marks) take(byMark, mark, entry);
    for (const { key } of entry.passage.sentences) {
      const holders = take(bySentence, key, entry);
      if (holders.length === 1) (holders[0] as Entry).sharedSentences -= 1;
    }
  }

  return {
    get row() {
      return row;
    },
    update(draft) {
      const next = draft.paragraphs.map((paragraph) => paragraph.prose);
      let same = 0;
      while (same < next.length && same < proses.length && next[same] === proses[same]) same += 1;
      let tail = 0;
      const most = Math.min(next.length, proses.length) - same;
      while (tail < most && next[next.length - 1 - tail] === proses[proses.length - 1 - tail]) tail += 1;
      const gone = row.slice(same, row.length - tail);
      const come = next.slice(same, next.length - tail).map(enter);
      for (const standing of gone) leave(standing);
      row = [...row.slice(0, same), ...come, ...row.slice(row.length - tail)];
      proses = next;
    },
  };
}

/**
 * What a copy is found by: pairs of telling words that stand next to each other or one apart, function words left out. A third of the
 * words can change and some pairs are still there.
 */
function marksOf({ tokens, telling }: Passage, minimumWords: number): Int32Array {
  if (tokens.length < minimumWords || tokens.length > LONGEST_COMPARED) return new Int32Array();
  const words = tokens.filter((_, i) => telling[i] === 1);
  const marks = new Set<number>();
  for (let i = 0; i + 1 < words.length; i += 1) {
    marks.add(pairOf(words[i] ?? 0, words[i + 1] ?? 0));
    if (i + 2 < words.length) marks.add(pairOf(words[i] ?? 0, words[i + 2] ?? 0));
  }
  return Int32Array.from(marks);
}

const pairOf = (a: number, b: number): number => Math.imul(a, 0x85ebca6b) ^ ((b << 7) | (b >>> 25));

function candidates(entry: Entry, byMark: ReadonlyMap<number, readonly Entry[]>): readonly Entry[] {
  const shared = new Map<Entry, number>();
  for (const mark of entry.marks) {
    const holders = byMark.get(mark);
    if (holders === undefined || holders.length > CROWD) continue;
    for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  }
  const likely: [Entry, number][] = [];
  for (const [other, number] of shared) {
    const fewer = Math.min(entry.marks.length, other.marks.length);
    if (number >= Math.max(1, fewer * 0.12)) likely.push([other, number]);
  }
  likely.sort((a, b) => b[1] - a[1]);
  return likely.slice(0, MOST_CANDIDATES).map(([other]) => other);
}

function put<K>(map: Map<K, Entry[]>, key: K, entry: Entry): readonly Entry[] {
  const holders = map.get(key);
  if (holders === undefined) {
    const first = [entry];
    map.set(key, first);
    return first;
  }
  holders.push(entry);
  return holders;
}

function take<K>(map: Map<K, Entry[]>, key: K, entry: Entry): readonly Entry[] {
  const holders = map.get(key) ?? [];
  const at = holders.indexOf(entry);
  if (at >= 0) holders.splice(at, 1);
  if (holders.length === 0) map.delete(key);
  return holders;
}
