import type { Draft } from '../../draft/draft.ts';
import { followDraft } from '../../draft/follow.ts';
import { isTimeLine } from '../../draft/kinds.ts';
import type { Prose } from '../../draft/prose.ts';
import { spliceInPlace, splicePlaces } from '../../draft/splice.ts';
import { type Likeness, LONGEST_COMPARED, likeness } from './likeness.ts';
import { isParallel } from './parallel.ts';
import { createPassageReader, isTelling, type Passage } from './passage.ts';
import { differencesInWords } from './wording.ts';

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
  /** How many shingles it is found by. */
  readonly shingles: number;
  /** For counting the shingles it shares with one that is entered: how many, and which count that was. */
  tally: number;
  counted: number;
}

/** A paragraph in its place. */
export interface Standing {
  readonly passage: Passage;
  readonly entry: Entry;
}

/** What is known of a draft's paragraphs, kept from one keystroke to the next. */
export interface ShingleIndex {
  /** The paragraphs in order. */
  readonly row: readonly Standing[];
  /** How many paragraphs give nothing but a time. */
  readonly timeLines: number;
  /** Brings the index up to date with a draft; only the paragraphs that changed cost anything. */
  update(draft: Draft): void;
  /** The places of paragraphs that stand elsewhere too, as they are, nearly, or in a long sentence. */
  readonly repeated: readonly number[];
  /** How two paragraphs differ; worked out once for each pair. */
  compare(here: Passage, there: Passage): Comparison;
}

/** How two passages differ, and what that means. */
export interface Comparison extends Likeness {
  /** Whether they say the same of two things. Worked out when first asked for. */
  readonly isParallel: boolean;
  /** Where they differ, as a message says it. Worked out when first asked for. */
  readonly inWords: string;
}

export interface ShingleIndexOptions {
  readonly minimumWords: number;
  readonly minimumSentenceWords: number;
}

/** A shingle shared by more passages than this is too common to tell copies by, and would cost the square of its number. */
const CROWD = 12;
/** In a draft of many versions of one text, so that what is found hardly ever hangs on which was typed first. */
const MOST_CANDIDATES = 40;
/** Of a long passage the shingles with the smallest hashes stand for all: a fixed sample, the same in each copy (Broder 1997). */
const MOST_SHINGLES = 20;
/** The share of the shorter passage's shingles that the other must have to be compared word by word. */
const SHARED_SHINGLES = 0.1;

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

const isRepeated = ({ count, near, sharedSentences }: Entry): boolean =>
  count > 1 || near.size > 0 || sharedSentences > 0;

function repeatedIn(row: readonly Standing[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) if (isRepeated((row[at] as Standing).entry)) places.push(at);
  return places;
}

/** Whether a paragraph gives nothing but a time, as those that part the entries of a live blog do. */
export const isTime = ({ kind, text }: Prose): boolean => kind === 'dateline' && isTimeLine(text);

/** A cell can't be cut out of its table, and front matter says again what the story does: nothing is made of one that repeats another. */
const isApart = ({ kind }: Prose): boolean => kind === 'cell' || kind === 'field';

/** Makes an empty index. */
export function createShingleIndex({
  minimumWords,
  minimumSentenceWords,
}: ShingleIndexOptions): ShingleIndex {
  const { passageOf } = createPassageReader();
  const follow = followDraft();
  const entries = new Map<number, Entry>();
  const byShingle: Holders = new Map();
  const bySentence: Holders = new Map();
  const row: Standing[] = [];
  const compared = new WeakMap<Passage, WeakMap<Passage, Comparison>>();
  let timeLines = 0;
  let counts = 0;
  let repeated: number[] = [];
  // whether a paragraph that was not touched stands elsewhere now, or no longer does
  let turned = false;

  function enter(prose: Prose): Standing {
    if (isTime(prose)) timeLines += 1;
    const passage = passageOf(prose, minimumSentenceWords);
    const apart = isApart(prose);
    const known = apart ? undefined : entries.get(passage.key);
    if (known !== undefined) {
      known.count += 1;
      if (known.count === 2) turned = true;
      return { passage, entry: known };
    }
    const shingles = apart ? NO_SHINGLES : shinglesOf(passage, minimumWords);
    const entry: Entry = {
      passage,
      count: 1,
      near: new Set(),
      sharedSentences: 0,
      shingles: shingles.length,
      tally: 0,
      counted: 0,
    };
    counts += 1;
    if (apart) return { passage, entry };
    entries.set(passage.key, entry);
    for (const other of candidates(shingles, byShingle, counts)) {
      if (!isNear(inSteadyOrder(entry.passage, other.passage))) continue;
      entry.near.add(other);
      other.near.add(entry);
      turned = true;
    }
    for (const shingle of shingles) put(byShingle, shingle, entry);
    for (const { key } of passage.sentences) {
      const others = put(bySentence, key, entry);
      if (others.length === 0) continue;
      entry.sharedSentences += 1;
      if (others.length > 1) continue;
      (others[0] as Entry).sharedSentences += 1;
      turned = true;
    }
    return { passage, entry };
  }

  function leave({ entry, passage }: Standing): void {
    if (isTime(passage.prose)) timeLines -= 1;
    entry.count -= 1;
    if (entry.count === 1) turned = true;
    if (entry.count > 0 || isApart(passage.prose)) return;
    if (entry.near.size > 0) turned = true;
    entries.delete(entry.passage.key);
    for (const other of entry.near) other.near.delete(entry);
    for (const shingle of shinglesOf(entry.passage, minimumWords)) take(byShingle, shingle, entry);
    for (const { key } of entry.passage.sentences) {
      const others = take(bySentence, key, entry);
      if (others.length !== 1) continue;
      (others[0] as Entry).sharedSentences -= 1;
      turned = true;
    }
  }

  return {
    row,
    get timeLines() {
      return timeLines;
    },
    get repeated() {
      return repeated;
    },
    compare(here, there) {
      const known = compared.get(here) ?? new WeakMap<Passage, Comparison>();
      compared.set(here, known);
      const comparison = known.get(there) ?? compare(here, there);
      known.set(there, comparison);
      return comparison;
    },
    update(draft) {
      const { left: _, added, ...change } = follow(draft);
      turned = false;
      const entered = added.map(enter);
      for (const standing of spliceInPlace(row, change.at, change.removed, entered)) leave(standing);
      if (turned) repeated = repeatedIn(row, 0, row.length);
      else splicePlaces(repeated, change, repeatedIn(row, change.at, change.at + change.inserted));
    },
  };
}

function compare(here: Passage, there: Passage): Comparison {
  const alike = likeness(here, there);
  let parallel: boolean | undefined;
  let words: string | undefined;
  return {
    ...alike,
    get isParallel() {
      parallel ??= isParallel(here, there, alike);
      return parallel;
    },
    get inWords() {
      words ??= differencesInWords(here, there, alike.differences);
      return words;
    },
  };
}

/**
 * What a copy is found by: pairs of telling words that stand next to each other or one apart, function words left out. A third of the
 * words can change and some pairs are still there.
 */
function shinglesOf(passage: Passage, minimumWords: number): Int32Array {
  const { tokens } = passage;
  if (tokens.length < minimumWords || tokens.length > LONGEST_COMPARED) return new Int32Array();
  const pairs = new Int32Array(tokens.length * 2);
  let count = 0;
  let last = 0;
  let lastButOne = 0;
  for (let i = 0, words = 0; i < tokens.length; i += 1) {
    if (!isTelling(passage, i)) continue;
    const word = tokens[i] ?? 0;
    if (words > 0) pairs[count++] = pairOf(last, word);
    if (words > 1) pairs[count++] = pairOf(lastButOne, word);
    lastButOne = last;
    last = word;
    words += 1;
  }
  const sorted = pairs.subarray(0, count).sort();
  let kept = 0;
  for (let i = 0; i < count && kept < MOST_SHINGLES; i += 1) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0;
  }
  return sorted.slice(0, kept);
}

const pairOf = (a: number, b: number): number => Math.imul(a, 0x85ebca6b) ^ ((b << 7) | (b >>> 25));

function candidates(own: Int32Array, byShingle: Holders, count: number): readonly Entry[] {
  const met: Entry[] = [];
  const meet = (holder: Entry) => {
    if (holder.counted === count) {
      holder.tally += 1;
      return;
    }
    holder.counted = count;
    holder.tally = 1;
    met.push(holder);
  };
  for (const shingle of own) {
    const holders = byShingle.get(shingle);
    if (holders === undefined) continue;
    if (!Array.isArray(holders)) meet(holders);
    else if (holders.length <= CROWD) for (const holder of holders) meet(holder);
  }
  const likely = met.filter(
    ({ tally, shingles }) => tally >= Math.max(1, Math.min(own.length, shingles) * SHARED_SHINGLES),
  );
  if (likely.length <= MOST_CANDIDATES) return likely;
  return likely.sort((a, b) => b.tally - a.tally || a.passage.key - b.passage.key).slice(0, MOST_CANDIDATES);
}

const NO_SHINGLES = new Int32Array();

/** Which entries hold a shingle or a sentence. Most are held by one, which then needs no list of its own. */
type Holders = Map<number, Entry | Entry[]>;

/** Adds a holder; returns none where it is the first, the other where there was one, and all of them where there were more. */
function put(map: Holders, key: number, entry: Entry): readonly Entry[] {
  const holders = map.get(key);
  if (holders === undefined) {
    map.set(key, entry);
    return NOBODY;
  }
  if (!Array.isArray(holders)) {
    map.set(key, [holders, entry]);
    return [holders];
  }
  // the list is kept whole, so that a shingle can leave the crowd again; only few of a crowd are ever looked at
  holders.push(entry);
  return holders;
}

/** Takes a holder away; returns those that are left. */
function take(map: Holders, key: number, entry: Entry): readonly Entry[] {
  const holders = map.get(key);
  if (holders === undefined) return NOBODY;
  if (!Array.isArray(holders)) {
    map.delete(key);
    return NOBODY;
  }
  const at = holders.indexOf(entry);
  if (at >= 0) holders.splice(at, 1);
  if (holders.length === 1) map.set(key, holders[0] as Entry);
  return holders;
}

const NOBODY: readonly Entry[] = [];
