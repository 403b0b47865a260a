import { type Draft, type Paragraph, toSource } from '../draft/draft.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import type { Span } from '../draft/span.ts';
import { createFollower, type Memory, personIn } from './follow.ts';
import { type Followed, isSure, type Judged, type Status } from './judged.ts';
import { isPlausibleSource } from './plausible.ts';
import type { QuoteKind } from './quotations.ts';
import { houseVerbs } from './reporting-verbs.ts';
import type { Source, SourceKind } from './sources.ts';
import { personBefore } from './suggest.ts';
import { type Summary, summarise } from './summary.ts';

/** A source, placed in the draft: UTF-16 offsets of the draft's text. */
export interface Placed {
  readonly text: string;
  readonly span: Span;
}

/** A source that stands for somebody named before. */
interface Standing {
  /** The person a pronoun stands for, where the draft leaves no doubt. */
  readonly person?: string;
  /** It was read as a name and is hardly one. */
  readonly doubtful?: true;
}

export interface SourcedSentence {
  readonly span: Span;
  /** Which of the draft's paragraphs it stands in, counted from 0. */
  readonly paragraph: number;
  readonly status: Status;
  readonly source: (Placed & Standing & { readonly kind: SourceKind }) | null;
  readonly cue: Placed | null;
}

export interface SourcedQuote {
  readonly span: Span;
  readonly kind: QuoteKind;
  readonly speaker: (Placed & Standing) | null;
}

/** The sourcing of a draft: the contract of `blue-pencil sources --format json`, without the path. */
export interface Sourcing {
  readonly sentences: readonly SourcedSentence[];
  readonly quotes: readonly SourcedQuote[];
}

/**
 * Tells who says what, by the reporting verbs of one house. It keeps what it learnt of each paragraph for as long as the
 * paragraph is there, so make one for each plan and ask no other.
 */
export interface Sourcer {
  /** What is told in one paragraph, whatever stands around it. */
  summaryOf(prose: Prose): Summary;
  /**
   * Makes a judge that follows one draft through its changes. It looks again only at the paragraphs that changed and at those
   * after them whose speakers hang on them. What it gave before is used up by the next call.
   */
  follow(): (draft: Draft) => Followed;
  /** Judges who says what in a draft. */
  judge(draft: Draft): Judged;
  /** The sourcing of every sentence and the speaker of every quote, in offsets of the draft's source. */
  sourcingOf(draft: Draft): Sourcing;
}

/**
 * Makes a sourcer.
 * @param reportingVerbs the house's own, each as “to …” has it.
 * @param read how a paragraph is read.
 */
export function createSourcer(reportingVerbs: readonly string[] = [], read = summarise): Sourcer {
  const verbs = houseVerbs(reportingVerbs);
  const summaryOf = memoizeWeak((prose: Prose) => read(prose, verbs));
  const memory: Memory = {
    summaryOf,
    personOf: memoizeWeak((prose) => personIn(prose, summaryOf(prose))),
    judged: new WeakMap(),
  };
  const judge = (draft: Draft): Judged => createFollower(memory)(draft).judged;
  return {
    summaryOf,
    follow: () => createFollower(memory),
    judge,
    sourcingOf: (draft) => placeSourcing(draft, judge(draft)),
  };
}

function placeSourcing(draft: Draft, judged: Judged): Sourcing {
  const sentences: SourcedSentence[] = [];
  const quotes: SourcedQuote[] = [];
  const standing = (at: number, source: Source, cue: Span | undefined): Standing => {
    const person = source.kind === 'pronoun' ? personBefore(judged, at, source) : undefined;
    if (person !== undefined) return { person };
    return cue === undefined || isPlausibleSource(draft, at, source, cue) ? {} : { doubtful: true };
  };
  for (const [at, one] of judged.paragraphs.entries()) {
    const paragraph = draft.paragraphs[at] as Paragraph;
    const place = (span: Span): Placed => ({
      text: paragraph.prose.text.slice(span.start, span.end),
      span: toSource(paragraph, span),
    });
    for (const { sentence, status, cue, source } of one.sentences) {
      sentences.push({
        span: toSource(paragraph, sentence),
        paragraph: at,
        status,
        source:
          source === undefined
            ? null
            : { ...place(source), kind: source.kind, ...standing(at, source, cue?.span) },
        cue: cue === undefined ? null : place(cue.span),
      });
    }
    for (const { quote, speaker } of one.quotes) {
      const owner = speaker === undefined ? undefined : draft.paragraphs[at - speaker.back];
      quotes.push({
        span: toSource(paragraph, quote),
        kind: quote.kind,
        speaker:
          speaker === undefined || owner === undefined || !isSure(speaker)
            ? null
            : {
                text: speaker.source.text,
                span: toSource(owner, speaker.source),
                ...standing(at - speaker.back, speaker.source, undefined),
              },
      });
    }
  }
  return { sentences, quotes };
}
