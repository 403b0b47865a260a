import type { Draft, Paragraph } from '../../draft/draft.ts';
import { TOP_OF_DRAFT } from '../../draft/kinds.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Likeness } from './likeness.ts';
import type { Passage } from './passage.ts';
import type { Pair, Run } from './runs.ts';
import { isTime, type ShingleIndex, type Standing } from './shingle-index.ts';

/** A line that comes back again and again, and is no longer than this, is a refrain. */
const LONGEST_REFRAIN = 15;
/** The longest headline that reads as a sentence, in words. */
const LONGEST_HEADLINE = 25;
/** The longest standfirst, in words. */
const LONGEST_STANDFIRST = 40;
/** Entries under headings of their own share no more telling words than this. */
const LONGEST_ENTRY = 25;
/** So many paragraphs above an entry its heading may stand. */
const HEADING_ABOVE = 4;
/** A paragraph of which less than this stands elsewhere is one of its own. */
const HALF = 0.5;
/** From this share of the longer passage on, chance and style no longer explain the likeness. */
const SURELY_COPIED = 0.8;

/** Whether a paragraph that stands word for word elsewhere is a refrain: short, and there for the third time at least. */
export function isRefrain({ here, first }: Pair, row: readonly Standing[]): boolean {
  return first !== here - 1 && recurs(row[here] as Standing);
}

/** Whether a paragraph is short and stands in the draft three times or more. */
export const recurs = ({ entry }: Standing): boolean =>
  entry.count > 2 && entry.passage.tokens.length <= LONGEST_REFRAIN;

/** In a live blog fewer paragraphs than this, repeated in another entry, are background that each entry gives anew. */
const LIVE_RUN = 3;

/** Numbers the entries of a live blog (a draft with three or more lines that give the time); undefined for other drafts. */
export function liveEntries({ row, timeLines }: ShingleIndex): readonly number[] | undefined {
  if (timeLines < 3) return undefined;
  let entry = 0;
  return row.map(({ passage }) => {
    if (isTime(passage.prose)) entry += 1;
    return entry;
  });
}

/** Whether a run gives background that an earlier entry of a live blog has given. */
export function isLiveBackground(run: Run, entries: readonly number[] | undefined): boolean {
  const [pair] = run;
  if (entries === undefined || pair === undefined || entries[pair.here] === entries[pair.first]) return false;
  return run.filter((one) => one.exact).length < LIVE_RUN;
}

/**
 * Whether two paragraphs that are nearly the same are so rightly: a headline or standfirst that the story repeats, a quote
 * pulled out of its paragraph, questions of an interview, or paragraphs that say the same of two names, places or counts.
 * A paragraph whose sentences stand in a longer one is left to the check of sentences, which marks those.
 */
export function isException(pair: Pair, index: ShingleIndex, draft: Draft): boolean {
  const here = (draft.paragraphs[pair.here] as Paragraph).prose;
  const first = (draft.paragraphs[pair.first] as Paragraph).prose;
  const ours = (index.row[pair.here] as Standing).passage;
  const theirs = (index.row[pair.first] as Standing).passage;
  const alike = index.compare(ours, theirs);
  if (isQuestion(here.text) && isQuestion(first.text)) return true;
  if (isPulledQuote(here, first) && alike.ofShorter >= SURELY_COPIED) return true;
  if (haveOtherLabels(here, first) || alike.isParallel) return true;
  if (alike.shared < LONGEST_ENTRY && haveOwnHeadings(pair, draft)) return true;
  if (sharesOnlySentences(ours, theirs)) return true;
  if (alike.ofLonger >= SURELY_COPIED) return false;
  if (pair.here < TOP_OF_DRAFT && isDisplay(pair.first, draft)) return true;
  if (isPastedInto(ours, theirs, alike)) return true;
  const single = here.sentences.length === 1 && first.sentences.length === 1;
  return single && startsWithName(ours) && startsWithName(theirs) && alike.differences[0]?.here[0] === 0;
}

// What is told of each of several things under a heading of its own (an inspection, a candidate, a price list) is built alike.
function haveOwnHeadings({ here, first }: Pair, draft: Draft): boolean {
  const proseAt = (at: number) => draft.paragraphs[at]?.prose;
  for (let above = 1; above <= HEADING_ABOVE; above += 1) {
    const [ours, theirs] = [proseAt(here - above), proseAt(first - above)];
    if (ours?.kind !== 'heading' && theirs?.kind !== 'heading') continue;
    return ours?.kind === theirs?.kind && ours?.text !== theirs?.text;
  }
  return false;
}

// "North: …" and "South: …", "12 min: …" and "23 min: …" are entries of one list, however alike.
function haveOtherLabels(here: Prose, first: Prose): boolean {
  const ours = LABEL.exec(here.text)?.[0];
  const theirs = LABEL.exec(first.text)?.[0];
  return ours !== undefined && theirs !== undefined && ours.toLowerCase() !== theirs.toLowerCase();
}

const LABEL = /^[^\s.:!?]+(?:\s+[^\s.:!?]+){0,4}:\s/u;

/**
 * Whether the shorter of two passages stands in the longer one sentence by sentence, and the longer one is a paragraph of its own all the
 * same: it says more than that, or has words both before and after. The check of sentences marks what is repeated.
 */
function isPastedInto(a: Passage, b: Passage, { ofLonger }: Likeness): boolean {
  const [shorter, longer] = a.tokens.length < b.tokens.length ? [a, b] : [b, a];
  const held = longer.sentences.filter(({ key }) => shorter.sentences.some((one) => one.key === key));
  const [first] = held;
  const last = held.at(-1);
  if (first === undefined || last === undefined || held.length < shorter.sentences.length) return false;
  const { text } = longer.prose;
  const amidst = text.slice(0, first.span.start).trim() !== '' && text.slice(last.span.end).trim() !== '';
  return ofLonger < HALF || amidst;
}

/**
 * Whether two passages share whole sentences and nothing else: what each says beside them it says in other words. The check of sentences
 * marks what is repeated.
 */
function sharesOnlySentences(a: Passage, b: Passage): boolean {
  const [ours, theirs] = [restOf(a, b), restOf(b, a)];
  if (ours === undefined || theirs === undefined) return false;
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return shared * 2 <= Math.min(ours.size, theirs.size);
}

/** The longer words of a passage outside the sentences that it shares with another; undefined where it shares none, or has nothing else. */
function restOf({ prose, sentences }: Passage, other: Passage): ReadonlySet<string> | undefined {
  const held = sentences.filter(({ key }) => other.sentences.some((one) => one.key === key));
  const words = prose.words.filter(
    ({ start, text }) => text.length > 3 && !held.some(({ span }) => span.start <= start && start < span.end),
  );
  return held.length === 0 || words.length === 0
    ? undefined
    : new Set(words.map(({ text }) => text.toLowerCase()));
}

/** Whether one of two is a quote set on its own, as display, and the other the paragraph that holds it. */
const isPulledQuote = (a: Prose, b: Prose): boolean => {
  const [quote, story] = a.kind === 'quotation' ? [a, b] : [b, a];
  return quote.kind === 'quotation' && story.kind === 'body' && quote.text.length <= story.text.length;
};

/** The story says again what its headline and standfirst say; a headline that ends with a full stop reads as a paragraph. */
function isDisplay(at: number, draft: Draft): boolean {
  const prose = draft.paragraphs[at]?.prose;
  if (prose === undefined || prose.sentences.length > 1) return false;
  if (at === 0) return prose.words.length <= LONGEST_HEADLINE;
  return (
    at === 1 &&
    draft.paragraphs[0]?.prose.kind === 'body' &&
    isDisplay(0, draft) &&
    prose.words.length <= LONGEST_STANDFIRST
  );
}

/** Whether a text ends as a question of the writer's own, not of somebody quoted. */
export const isQuestion = (text: string): boolean => /\?\s*$/u.test(text);

const startsWithName = ({ prose }: Passage): boolean => /^[^\p{L}]*\p{Lu}/u.test(prose.text);
