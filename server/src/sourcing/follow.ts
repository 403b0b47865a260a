import type { Draft, Paragraph } from '../draft/draft.ts';
import { followDraft } from '../draft/follow.ts';
import { once } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import { spliceInPlace } from '../draft/splice.ts';
import { wordSet } from '../language/closed-class.ts';
import type { Cue } from './clause.ts';
import {
  type Followed,
  type How,
  isSure,
  type JudgedParagraph,
  type JudgedQuote,
  type JudgedSentence,
  type Mode,
  type Speaker,
} from './judged.ts';
import { goesOnFrom } from './quotations.ts';
import { SOURCE_KINDS, type Source } from './sources.ts';
import { isRead, type QuoteIn, type SentenceIn, type Summary } from './summary.ts';

/** What is kept of paragraphs. */
export interface Memory {
  readonly summaryOf: (prose: Prose) => Summary;
  readonly personOf: (prose: Prose) => Person;
  readonly judged: WeakMap<Prose, Kept>;
}

/** See `Sourcer.follow`. */
export function createFollower(memory: Memory): (draft: Draft) => Followed {
  const follow = followDraft();
  const paragraphs: JudgedParagraph[] = [];
  const tally: Tally = { paragraphs: 0, turns: 0, own: 0, first: 0 };
  let mode: Mode | undefined;
  return (draft) => {
    const now = draft.paragraphs;
    const { left, added, ...stretch } = follow(draft);
    const { at: start, removed, inserted } = stretch;
    for (const prose of left) count(tally, prose, memory, -1);
    for (const prose of added) count(tally, prose, memory, 1);
    spliceInPlace(
      paragraphs,
      start,
      removed,
      added.map(() => UNJUDGED),
    );
    const next = modeOf(tally);
    const from = next === mode ? start : 0;
    const settles = next === mode;
    mode = next;
    let at = from;
    for (; at < now.length; at += 1) {
      const earlier = now[at - 1]?.prose;
      const before = earlier && { prose: earlier, judged: paragraphs[at - 1] as JudgedParagraph };
      const judged = judgeParagraph((now[at] as Paragraph).prose, mode, before, memory);
      const same = judged === paragraphs[at];
      paragraphs[at] = judged;
      if (settles && same && at >= start + inserted) break;
    }
    return { ...stretch, judged: { mode, paragraphs }, from, to: Math.min(at + 1, now.length) };
  };
}

const UNJUDGED: JudgedParagraph = {
  summary: { tokens: [], quotes: [], sentences: [] },
  sentences: [],
  quotes: [],
};

interface Before {
  readonly prose: Prose;
  readonly judged: JudgedParagraph;
}

interface Kept {
  readonly mode: Mode;
  readonly before: Prose | undefined;
  readonly last: Speaker | undefined;
  readonly full: Speaker | undefined;
  readonly judged: JudgedParagraph;
}

// A paragraph depends on the one before it by its words and by who speaks there last.
function judgeParagraph(
  prose: Prose,
  mode: Mode,
  before: Before | undefined,
  memory: Memory,
): JudgedParagraph {
  const summary = memory.summaryOf(prose);
  const last = before?.judged.quotes.at(-1)?.speaker;
  const full = lastFull(before?.judged)?.speaker;
  const known = memory.judged.get(prose);
  if (
    known !== undefined &&
    known.mode === mode &&
    known.before === before?.prose &&
    isSameSpeaker(known.last, last) &&
    isSameSpeaker(known.full, full)
  ) {
    return known.judged;
  }
  const quotes = speakers(prose, summary, before);
  const judged = { summary, quotes, sentences: statuses(prose, summary, mode, quotes) };
  memory.judged.set(prose, { mode, before: before?.prose, last, full, judged });
  return judged;
}

const lastFull = (judged: JudgedParagraph | undefined): JudgedQuote | undefined =>
  judged?.quotes.findLast((one) => one.quote.kind === 'full');

const isSameSpeaker = (a: Speaker | undefined, b: Speaker | undefined): boolean =>
  a === b || (a?.source === b?.source && a?.back === b?.back && a?.how === b?.how);

// ---- what kind of copy

const TURN =
  /^(?:\(\(|(?:Q|A|WN|Question|Answer)\s?[:.]|(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}:\s(?![“"‘]))/u;

/** What is counted over a draft to tell what kind of copy it is. */
interface Tally {
  paragraphs: number;
  turns: number;
  own: number;
  first: number;
}

function count(tally: Tally, prose: Prose, memory: Memory, by: 1 | -1): void {
  if (!isRead(prose)) return;
  const person = memory.personOf(prose);
  tally.paragraphs += by;
  if (person.turn) tally.turns += by;
  tally.own += by * person.own;
  tally.first += by * person.first;
}

function modeOf({ paragraphs, turns, own, first }: Tally): Mode {
  if (turns >= 3 && turns * 5 >= paragraphs) return 'interview';
  // a short column says “I” in every other sentence
  return own >= (first / own > 0.05 ? 25 : 60) && first / own > 0.012 ? 'opinion' : 'news';
}

export interface Person {
  readonly turn: boolean;
  /** The reporter's own words, and how many of them are in the first or second person. */
  readonly own: number;
  readonly first: number;
}

const FIRST_AND_SECOND = wordSet("i i'm i've i'd i'll my me you your you're");

export function personIn(prose: Prose, { tokens }: Summary): Person {
  const words = tokens.filter((token) => token.kind === 'word');
  const first = words.filter((token) => FIRST_AND_SECOND.has(token.low));
  return { turn: TURN.test(prose.text), own: words.length, first: first.length };
}

// ---- speakers

function speakers(prose: Prose, summary: Summary, before: Before | undefined): readonly JudgedQuote[] {
  const continued = summary.quotes.length > 0 && before !== undefined && goesOnFrom(before.prose, prose);
  // the same for many: asked for each of thousands of quotes they would take the square of them
  const inParagraph = summary.sentences.map((_, at) => once(() => speakerInParagraph(summary, at)));
  const inBefore = once(() => (before === undefined ? undefined : speakerBefore(before)));
  return summary.quotes.map((quote, index): JudgedQuote => {
    const continues = index === 0 && continued;
    const earlier = before?.judged.quotes.at(-1)?.speaker;
    const speaker =
      speakerInSentence(summary, quote) ??
      (continues && earlier !== undefined ? further(earlier, 'continued') : undefined) ??
      inParagraph[quote.sentence]?.() ??
      inBefore();
    return { index, quote, continues, speaker };
  });
}

const further = (speaker: Speaker, how: How): Speaker => ({
  source: speaker.source,
  back: speaker.back + 1,
  how,
});

const ANYBODY = /^(?:any|anybody|anyone|everybody|everyone|nobody|whoever|those)\b/i;

/** A quote that a full stop ends takes its tag before it. */
const STOPPED = /\.[”"’']*$/u;

function speakerInSentence(summary: Summary, quote: QuoteIn): Speaker | undefined {
  const sentence = summary.sentences[quote.sentence];
  if (sentence === undefined || sentence.cues.length === 0) return undefined;
  const stopped = STOPPED.test(
    summary.tokens.slice(sentence.from, sentence.to).find((token) => token.start === quote.start)?.text ?? '',
  );
  let best: Cue | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cue of sentence.cues) {
    if (cue.source === undefined || ANYBODY.test(cue.source.text)) continue;
    const after = cue.span.start >= quote.end;
    const between = after
      ? summaryText(summary, quote.end, cue.span.start)
      : summaryText(summary, cue.span.end, quote.start);
    let distance = after ? cue.span.start - quote.end : quote.start - cue.span.end;
    // a tag after a quote holds to it; a verb in a clause of its own is further off than it looks
    if (after) distance += quote.kind === 'full' ? 0 : 15;
    if (after && quote.kind !== 'full' && between > 0) distance += 20 * between;
    // “… it.” He added, “…”: a full stop closes the quote, and the tag belongs to the next one
    if (after && stopped) distance += 60;
    if (cue.tier === 'stance') distance += 100;
    if (cue.tier === 'noun') distance += 400;
    if (distance < least) {
      least = distance;
      best = cue;
    }
  }
  if (best?.source === undefined) return undefined;
  const named = best.source.kind === 'pronoun' ? namedFor(sentence.cues, best, quote.start) : undefined;
  return { source: named ?? best.source, back: 0, how: 'sentence' };
}

// "Lee says she likes what she calls “…”": the name for the pronoun, where the sentence gives one.
function namedFor(cues: readonly Cue[], pronoun: Cue, quoteAt: number): Source | undefined {
  if (!/^(?:he|she|they)$/i.test(pronoun.source?.text ?? '')) return undefined;
  const earlier = cues.filter(
    (cue) =>
      cue.span.start < pronoun.span.start &&
      cue.tier === 'say' &&
      (pronoun.lemma === 'call' || pronoun.span.start > quoteAt),
  );
  return earlier.findLast((cue) => cue.source?.kind === 'named' || cue.source?.kind === 'role')?.source;
}

// How many other quotes stand between: each is likelier to be the one the cue belongs to.
function summaryText(summary: Summary, from: number, to: number): number {
  return summary.quotes.filter((quote) => quote.start >= from && quote.end <= to).length;
}

function speakerInParagraph(summary: Summary, at: number): Speaker | undefined {
  const speaks = (cue: Cue): boolean =>
    cue.source !== undefined &&
    (cue.tier === 'say' || cue.tier === 'beside') &&
    cue.source.kind !== 'anonymous';
  for (let i = at - 1; i >= 0; i -= 1) {
    const cue = summary.sentences[i]?.cues.findLast(speaks);
    if (cue?.source !== undefined) return { source: cue.source, back: 0, how: 'paragraph' };
  }
  const next = summary.sentences[at + 1];
  const cue = next?.quotes.length ? next.cues.find(speaks) : undefined;
  return cue?.source && { source: cue.source, back: 0, how: 'paragraph' };
}

function speakerBefore({ prose, judged }: Before): Speaker | undefined {
  const lead = /:\s*$/u.test(prose.text);
  const how = lead ? 'lead-in' : 'previous';
  const source = judged.summary.sentences
    .flatMap((sentence) => sentence.cues)
    .findLast((cue) => cue.source !== undefined && cue.tier !== 'noun')?.source;
  const quoted = lastFull(judged)?.speaker;
  if (quoted !== undefined && !(lead && source !== undefined)) return further(quoted, how);
  return source && { source, back: 1, how };
}

// ---- statuses

function statuses(
  prose: Prose,
  summary: Summary,
  mode: Mode,
  quotes: readonly JudgedQuote[],
): readonly JudgedSentence[] {
  const judged: JudgedSentence[] = [];
  for (const [index, sentence] of summary.sentences.entries()) {
    const told = isRead(prose) ? statusOf(sentence, quotes, judged.at(-1), prose.text) : EXEMPT;
    // in an interview everybody speaks for themselves, but may still tell what others said
    const verdict = mode === 'interview' && told.status === 'unattributed' ? EXEMPT : told;
    judged.push({ index, sentence, ...verdict });
  }
  return judged;
}

const EXEMPT: Verdict = { status: 'exempt', cue: undefined, source: undefined, carried: false };

type Verdict = Pick<JudgedSentence, 'status' | 'cue' | 'source' | 'carried'>;

function statusOf(
  sentence: SentenceIn,
  quotes: readonly JudgedQuote[],
  previous: JudgedSentence | undefined,
  text: string,
): Verdict {
  const full = quotes.filter((one) => one.quote.kind === 'full' && sentence.quotes.includes(one.index));
  const cue = strongestCue(sentence.cues);
  if (cue !== undefined) {
    const source = cue.source;
    return { status: source?.kind === 'anonymous' ? 'vague' : 'attributed', cue, source, carried: false };
  }
  if (full.length > 0 && sentence.ownWords <= 12) {
    const speaker = full[0]?.speaker;
    const here = speaker !== undefined && isSure(speaker) && speaker.back === 0 ? speaker.source : undefined;
    return { status: 'quoted', cue: undefined, source: here, carried: false };
  }
  const own = text.slice(sentence.start, sentence.end);
  if (/\?[”"’']*$/u.test(own)) return EXEMPT;
  if (
    previous !== undefined &&
    (previous.status === 'attributed' || previous.status === 'quoted') &&
    goesOn(sentence, previous)
  ) {
    return { status: 'attributed', cue: undefined, source: previous.source, carried: true };
  }
  return { status: 'unattributed', cue: undefined, source: undefined, carried: false };
}

function strongestCue(cues: readonly Cue[]): Cue | undefined {
  const sourced = cues.filter((cue) => cue.source !== undefined && cue.tier !== 'lead-in');
  const rank = (cue: Cue): number =>
    SOURCE_KINDS.indexOf(cue.source?.kind ?? 'anonymous') +
    (cue.tier === 'stance' ? 10 : cue.tier === 'noun' ? 20 : 0);
  const best = sourced.reduce<Cue | undefined>(
    (now, cue) => (now === undefined || rank(cue) < rank(now) ? cue : now),
    undefined,
  );
  return (
    best ??
    cues.find(
      (cue) =>
        cue.tier === 'say' &&
        !cue.agentless &&
        cue.source === undefined &&
        /^(?:say|tell|add|according to|ask|note|write)$/u.test(cue.lemma),
    )
  );
}

// What somebody said, told on in the next sentence: "She had …", "He would …", "The two would …".
function goesOn(sentence: SentenceIn, previous: JudgedSentence): boolean {
  const said = previous.cue?.tier === 'say' || previous.carried || previous.status === 'quoted';
  return (
    said &&
    /^\s*(?:[“"]?)(?:He|She|They|It|The|This|That|These|There|His|Her|Their)\b[^.;]*?\b(?:would|had|could|might|should)\b/u.test(
      sentence.own,
    )
  );
}
