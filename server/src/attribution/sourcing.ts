import { type Draft, type Paragraph, toSource } from '../draft/draft.ts';
import type { Span } from '../draft/span.ts';
import type { Cue } from './cues.ts';
import { continuedParagraphs, type QuoteKind } from './quotations.ts';
import { SOURCE_KINDS, type Source, type SourceKind } from './sources.ts';
import { type QuoteIn, type SentenceIn, type Summary, summaryOf } from './summary.ts';

/**
 * How a sentence is sourced: somebody is named for it; it is somebody's words; only nobody in particular is ("critics say");
 * the reporter says it; or it needs no source (a headline, a question, an interview).
 */
export type Status = 'attributed' | 'quoted' | 'vague' | 'unattributed' | 'exempt';

/** Where a quote's speaker was found, the surest first. */
export type How = 'sentence' | 'continued' | 'paragraph' | 'lead-in' | 'previous';

/** A source, placed in the draft: UTF-16 offsets of the draft's text. */
export interface Placed {
  readonly text: string;
  readonly span: Span;
}

export interface SourcedSentence {
  readonly span: Span;
  /** Which of the draft's paragraphs it stands in, counted from 0. */
  readonly paragraph: number;
  readonly status: Status;
  readonly source: (Placed & { readonly kind: SourceKind }) | null;
  readonly cue: Placed | null;
}

export interface SourcedQuote {
  readonly span: Span;
  readonly kind: QuoteKind;
  readonly speaker: Placed | null;
}

/** The sourcing of a draft: the contract of `blue-pencil sources --format json`, without the path. */
export interface Sourcing {
  readonly sentences: readonly SourcedSentence[];
  readonly quotes: readonly SourcedQuote[];
}

/** Who speaks in a quote, as far as can be told. */
export interface Speaker {
  readonly source: Source;
  /** The paragraph its mention stands in. */
  readonly paragraph: number;
  readonly how: How;
}

export interface JudgedSentence {
  readonly paragraph: number;
  readonly index: number;
  readonly sentence: SentenceIn;
  readonly status: Status;
  readonly cue: Cue | undefined;
  readonly source: Source | undefined;
  /** It goes on with what the sentence before it in the paragraph attributes. */
  readonly carried: boolean;
}

export interface JudgedQuote {
  readonly paragraph: number;
  readonly index: number;
  readonly quote: QuoteIn;
  /** It goes on with the quote that the paragraph before left open. */
  readonly continues: boolean;
  readonly speaker: Speaker | undefined;
}

/** Everything known of who says what in a draft, in offsets of its paragraphs. */
export interface Judged {
  readonly mode: Mode;
  readonly summaries: readonly Summary[];
  readonly sentences: readonly (readonly JudgedSentence[])[];
  readonly quotes: readonly JudgedQuote[];
}

/** News has sources; an interview and first-person copy speak for themselves. */
export type Mode = 'news' | 'interview' | 'opinion';

/** Judges who says what in a draft. */
export function judge(draft: Draft): Judged {
  const summaries = draft.paragraphs.map(({ prose }) => summaryOf(prose));
  const mode = modeOf(draft, summaries);
  const quotes = speakers(draft, summaries);
  const sentences = draft.paragraphs.map((paragraph, i) =>
    statuses(paragraph, i, summaries[i] as Summary, mode, quotes),
  );
  return { mode, summaries, sentences, quotes };
}

/** The sourcing of every sentence and the speaker of every quote, in offsets of the draft's source. */
export function sourcingOf(draft: Draft): Sourcing {
  const judged = judge(draft);
  const place = (paragraph: number, span: Span): Span =>
    toSource(draft.paragraphs[paragraph] as Paragraph, span);
  return {
    sentences: judged.sentences.flat().map(({ paragraph, sentence, status, cue, source }) => ({
      span: place(paragraph, sentence),
      paragraph,
      status,
      source:
        source === undefined
          ? null
          : { text: source.text, span: place(paragraph, source), kind: source.kind },
      cue:
        cue === undefined
          ? null
          : {
              text: draft.paragraphs[paragraph]?.prose.text.slice(cue.span.start, cue.span.end) ?? '',
              span: place(paragraph, cue.span),
            },
    })),
    quotes: judged.quotes.map(({ paragraph, quote, speaker }) => ({
      span: place(paragraph, quote),
      kind: quote.kind,
      speaker:
        speaker === undefined || !isSure(speaker)
          ? null
          : { text: speaker.source.text, span: place(speaker.paragraph, speaker.source) },
    })),
  };
}

/** Whether a speaker is named where a reader looks for one; from the paragraph before it is only a guess. */
export const isSure = (speaker: Speaker): boolean => speaker.how !== 'previous';

// ---- what kind of copy

const READ = new Set(['body', 'quotation', 'list-item']);

/** Whether a paragraph's sentences are told by a reporter: not a headline, a byline, a caption. */
export const isRead = (paragraph: Paragraph): boolean => READ.has(paragraph.prose.kind);

const TURN =
  /^(?:\(\(|(?:Q|A|WN|Question|Answer)\s?[:.]|(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}:\s(?![“"‘]))/u;

function modeOf(draft: Draft, summaries: readonly Summary[]): Mode {
  const body = draft.paragraphs.filter(isRead);
  const turns = body.filter(({ prose }) => TURN.test(prose.text)).length;
  if (turns >= 3 && turns * 5 >= body.length) return 'interview';
  let own = 0;
  let first = 0;
  for (const [i, paragraph] of draft.paragraphs.entries()) {
    if (!isRead(paragraph)) continue;
    for (const token of summaries[i]?.tokens ?? []) {
      if (token.kind !== 'word') continue;
      own += 1;
      if (/^(?:i|i'm|i've|i'd|i'll|my|me|you|your|you're)$/u.test(token.low)) first += 1;
    }
  }
  return own >= 60 && first / own > 0.012 ? 'opinion' : 'news';
}

// ---- speakers

function speakers(draft: Draft, summaries: readonly Summary[]): readonly JudgedQuote[] {
  const continued = continuedParagraphs(draft);
  const judged: JudgedQuote[] = [];
  for (const [paragraph, summary] of summaries.entries()) {
    for (const [index, quote] of summary.quotes.entries()) {
      const continues = index === 0 && continued[paragraph] === true;
      const before = judged.at(-1);
      const speaker =
        speakerInSentence(summary, quote, paragraph) ??
        (continues && before?.speaker !== undefined
          ? { ...before.speaker, how: 'continued' as const }
          : undefined) ??
        speakerInParagraph(summary, quote, paragraph) ??
        speakerBefore(draft, summaries, judged, paragraph);
      judged.push({ paragraph, index, quote, continues, speaker });
    }
  }
  return judged;
}

function speakerInSentence(summary: Summary, quote: QuoteIn, paragraph: number): Speaker | undefined {
  const sentence = summary.sentences[quote.sentence];
  if (sentence === undefined) return undefined;
  let best: Cue | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cue of sentence.cues) {
    if (cue.source === undefined) continue;
    const after = cue.span.start >= quote.end;
    const between = after
      ? summaryText(summary, quote.end, cue.span.start)
      : summaryText(summary, cue.span.end, quote.start);
    let distance = after ? cue.span.start - quote.end : quote.start - cue.span.end;
    // a tag after a quote holds to it; a verb in a clause of its own is further off than it looks
    if (after) distance += quote.kind === 'full' ? 0 : 15;
    if (after && quote.kind !== 'full' && between > 0) distance += 20 * between;
    if (cue.tier === 'stance') distance += 100;
    if (cue.tier === 'noun') distance += 150;
    if (distance < least) {
      least = distance;
      best = cue;
    }
  }
  return best?.source && { source: best.source, paragraph, how: 'sentence' };
}

// How many other quotes stand between: each is likelier to be the one the cue belongs to.
function summaryText(summary: Summary, from: number, to: number): number {
  return summary.quotes.filter((quote) => quote.start >= from && quote.end <= to).length;
}

function speakerInParagraph(summary: Summary, quote: QuoteIn, paragraph: number): Speaker | undefined {
  const speaks = (cue: Cue): boolean =>
    cue.source !== undefined &&
    (cue.tier === 'say' || cue.tier === 'beside') &&
    cue.source.kind !== 'anonymous';
  for (let i = quote.sentence - 1; i >= 0; i -= 1) {
    const cue = summary.sentences[i]?.cues.findLast(speaks);
    if (cue?.source !== undefined) return { source: cue.source, paragraph, how: 'paragraph' };
  }
  const next = summary.sentences[quote.sentence + 1];
  const cue = next?.quotes.length ? next.cues.find(speaks) : undefined;
  return cue?.source && { source: cue.source, paragraph, how: 'paragraph' };
}

function speakerBefore(
  draft: Draft,
  summaries: readonly Summary[],
  judged: readonly JudgedQuote[],
  paragraph: number,
): Speaker | undefined {
  const before = summaries[paragraph - 1];
  if (before === undefined) return undefined;
  const lead = /[:]\s*$/u.test(draft.paragraphs[paragraph - 1]?.prose.text ?? '');
  const how = lead ? 'lead-in' : 'previous';
  const cues = before.sentences
    .flatMap((sentence) => sentence.cues)
    .filter((cue) => cue.source !== undefined && cue.tier !== 'noun');
  if (lead) {
    const cue = cues.at(-1);
    if (cue?.source !== undefined) return { source: cue.source, paragraph: paragraph - 1, how };
  }
  const quoted = judged.findLast((one) => one.paragraph === paragraph - 1 && one.quote.kind === 'full');
  if (quoted?.speaker !== undefined) return { ...quoted.speaker, how };
  const spoke = cues.findLast((cue) => cue.tier === 'say' || cue.tier === 'beside') ?? cues.at(-1);
  return spoke?.source && { source: spoke.source, paragraph: paragraph - 1, how };
}

// ---- statuses

function statuses(
  paragraph: Paragraph,
  index: number,
  summary: Summary,
  mode: Mode,
  quotes: readonly JudgedQuote[],
): readonly JudgedSentence[] {
  const mine = quotes.filter((one) => one.paragraph === index);
  const judged: JudgedSentence[] = [];
  for (const [i, sentence] of summary.sentences.entries()) {
    const previous = judged.at(-1);
    const base = { paragraph: index, index: i, sentence };
    if (!isRead(paragraph) || mode === 'interview') {
      judged.push({ ...base, status: 'exempt', cue: undefined, source: undefined, carried: false });
      continue;
    }
    judged.push({ ...base, ...statusOf(sentence, mine, previous, paragraph.prose.text) });
  }
  return judged;
}

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
    const here =
      speaker !== undefined && isSure(speaker) && speaker.paragraph === full[0]?.paragraph
        ? speaker.source
        : undefined;
    return { status: 'quoted', cue: undefined, source: here, carried: false };
  }
  const own = text.slice(sentence.start, sentence.end);
  if (/\?[”"’']*$/u.test(own)) return { status: 'exempt', cue: undefined, source: undefined, carried: false };
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
