import type { Draft, Paragraph } from '../../draft/draft.ts';
import { isTimeLine, TOP_OF_DRAFT } from '../../draft/kinds.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Standing } from './library.ts';
import type { Likeness } from './likeness.ts';
import type { Passage } from './passage.ts';
import type { Pair, Run } from './runs.ts';

/** A line that comes back again and again, and is no longer than this, is a refrain. */
const LONGEST_REFRAIN = 15;
/** The longest headline that reads as a sentence, in words. */
const LONGEST_HEADLINE = 25;
/** The longest standfirst, in words. */
const LONGEST_STANDFIRST = 40;
/** From this share of the longer passage on, chance and style no longer explain the likeness. */
const SURELY_COPIED = 0.8;

/** Whether a paragraph that stands word for word elsewhere is a refrain: short, and there for the third time at least. */
export function isRefrain({ here, first }: Pair, row: readonly Standing[]): boolean {
  const { entry } = row[here] as Standing;
  return entry.count > 2 && first !== here - 1 && entry.passage.tokens.length <= LONGEST_REFRAIN;
}

/** In a live blog fewer paragraphs than this, repeated in another entry, are background that each entry gives anew. */
const LIVE_RUN = 3;

/** Numbers the entries of a live blog (a draft with three or more lines that give the time); undefined for other drafts. */
export function liveEntries({ paragraphs }: Draft): readonly number[] | undefined {
  const isTime = ({ prose }: Paragraph): boolean => prose.kind === 'dateline' && isTimeLine(prose.text);
  if (paragraphs.filter(isTime).length < 3) return undefined;
  let entry = 0;
  return paragraphs.map((paragraph) => {
    if (isTime(paragraph)) entry += 1;
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
 * pulled out of its paragraph, questions of an interview, or sentences that say the same of two names ("Knapp predicts…", "Gunzburger predicts…").
 */
export function isRightlyAlike(pair: Pair, row: readonly Standing[], draft: Draft, alike: Likeness): boolean {
  const here = (draft.paragraphs[pair.here] as Paragraph).prose;
  const first = (draft.paragraphs[pair.first] as Paragraph).prose;
  if (isQuestion(here.text) && isQuestion(first.text)) return true;
  if (isPulledQuote(here, first) && alike.ofShorter >= SURELY_COPIED) return true;
  if (alike.ofLonger >= SURELY_COPIED) return false;
  if (pair.here < TOP_OF_DRAFT && isDisplay(pair.first, draft)) return true;
  const ours = (row[pair.here] as Standing).passage;
  const theirs = (row[pair.first] as Standing).passage;
  if (here.sentences.length > 1 || first.sentences.length > 1) return false;
  return startsWithName(ours) && startsWithName(theirs) && alike.differences[0]?.here[0] === 0;
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
