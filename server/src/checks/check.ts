import type { Draft } from '../draft/draft.ts';
import type { Position } from '../draft/lines.ts';
import type { Prose } from '../draft/prose.ts';
import type { Span } from '../draft/span.ts';
import type { Phrasing } from '../phrasing/index.ts';
import type { Provenance } from '../reuse/archived.ts';
import type { Elsewhere } from '../reuse/elsewhere.ts';
import type { Sourcer } from '../sourcing/index.ts';

/** How grave a finding is, gravest first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A replacement of the text in `span`; a deletion has empty text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** The part of `text` that the editor may choose, in offsets of `text`. */
  readonly choice?: Span;
}

/**
 * A change an editor can take with one key. It touches nothing but what its title names, and its finding is gone once it is applied.
 */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether any editor would accept it unseen. Only such fixes are applied by fix-all. */
  readonly safe: boolean;
  readonly preferred?: boolean;
  /**
   * Fixes of a finding with the same name here differ in nothing but the `choice` of one edit. An editor that can leave the
   * choice open in the text offers them as one, under this name.
   */
  readonly oneOf?: string;
  /** It puts a name to words or to a claim: for an editor to choose, and never in a report. */
  readonly names?: true;
}

/** Another place that belongs to a finding: in the draft, or in another one. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The draft that it is in, where it is another one: then the span counts in that draft's source. */
  readonly other?: {
    readonly place: string;
    readonly start: Position;
    readonly end: Position;
  };
}

/**
 * What a check says of a passage. Spans are UTF-16 offsets: into the paragraph's text for a check of paragraphs, into
 * the source for a check of drafts.
 */
export interface Raised {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** At most this grave, whatever the code's severity: a repeat inside somebody's quote is only a hint. */
  readonly atMost?: Severity;
  /** The passage is a copy of another: it is shown faded, and nothing inside it is reported again. */
  readonly copy?: boolean;
  /** Where the passage comes from, if an archive tells it. */
  readonly from?: Provenance;
}

/** A check's settings: plain values, so that they can stand in a house file. */
export type Options = Readonly<Record<string, number | boolean | string | readonly string[]>>;

export interface Code {
  /** Whether a finding of it asks for a source, so that it is settled by a reason and not by leaving it be. */
  readonly asksForSource?: true;
  /** Whether it takes more than the draft to find it, other drafts or an archive, so that no line of copy shows it. */
  readonly takesOthers?: true;
  readonly severity: Severity | 'off';
  /** What the code stands for, in a line. */
  readonly summary: string;
  /** A line of copy with the fault and the same line without it, for whoever asks what is meant. */
  readonly examples?: { readonly wrong: string; readonly right: string };
  /** What newsroom handbooks (Reuters, AP, BBC, NPR, Guardian) ask of it, in a sentence of ours. */
  readonly rule?: string;
}

/** The spellings a house may keep to; `either` asks only that a draft does not mix them. */
export const DIALECTS = ['either', 'british', 'american'] as const;

/** The quote marks a house may write; `either` leaves it to the draft. */
export const QUOTE_MARKS = ['either', 'curly', 'straight'] as const;
export type QuoteMarks = (typeof QUOTE_MARKS)[number];

/** What a house writes in place of other words, and why. */
export interface WordingEntry {
  readonly say: string;
  readonly not: readonly string[];
  readonly why?: string;
}

/** The lists of wording to start from. */
export const WORDING_LISTS = ['british-news', 'american-news'] as const;

/** What a house says once, whatever checks go by it. */
export interface HouseWords {
  readonly dialect?: (typeof DIALECTS)[number];
  /** What pasted copy gets; no check goes by it. */
  readonly quoteMarks?: QuoteMarks;
  /** How names are spelled, as in the option `spellings` of the check of names. */
  readonly names?: readonly string[];
  /** Verbs that tell that somebody said something, beside those that are known. */
  readonly reportingVerbs?: readonly string[];
  /** What the house writes in place of other words. */
  readonly wording?: readonly WordingEntry[];
  /** Lists of wording that the house starts from; its own entries have more weight. */
  readonly extends?: readonly (typeof WORDING_LISTS)[number][];
}

/** What is counted of a draft, since it costs checks time. */
export type Counted = 'words' | 'sentences' | 'figures' | 'capitals' | 'paragraphs';

interface CheckBase<O extends Options> {
  /** The key in settings; its findings' codes start with it: `repeated` raises `repeated/word`. */
  readonly id: string;
  readonly summary: string;
  readonly codes: Readonly<Record<string, Code>>;
  readonly defaults: O;
  /** Ids of checks that have the first word: where one of them marks the same place, this one says nothing. */
  readonly yieldsTo?: readonly string[];
  /** What costs it much time beside words and paragraphs: where a draft has more of it than copy has, it leaves paragraphs out (`engine/budget.ts`). */
  readonly dearIn?: readonly Counted[];
  /** What each option does, for the settings' documentation. */
  readonly optionDocs: { readonly [K in keyof O]: string };
  /** The values an option may have, where it is one of a few words. */
  readonly choices?: { readonly [K in keyof O]?: readonly string[] };
  /** Options that go by what the house says once; what is said of the option itself has more weight. */
  readonly fromHouse?: { readonly [K in keyof O]?: keyof HouseWords };
}

/**
 * A check of single paragraphs. It must be a pure function of the paragraph's prose and its options: its answer is kept
 * for as long as the paragraph stays the same. What the model finds in a sentence may not be known yet: then it is asked again, for
 * the whole paragraph, when it is.
 */
export interface ParagraphCheck<O extends Options = Options> extends CheckBase<O> {
  readonly scope: 'paragraph';
  run(
    paragraph: Prose,
    context: { readonly options: O; readonly doubts: Phrasing['doubts'] },
  ): Iterable<Raised>;
}

/**
 * A check that compares paragraphs. `remember` keeps a value from one run on the same draft to the next, so
 * that a keystroke need not cost the whole draft: `summaries.ts` and `groups.ts` follow a draft and do the work only for the paragraphs
 * that an edit touched.
 */
export interface DraftCheck<O extends Options = Options> extends CheckBase<O> {
  readonly scope: 'draft';
  run(
    draft: Draft,
    context: {
      readonly options: O;
      remember<T>(make: () => T): T;
      /** Whether a code is wanted: what costs time need not be looked for in vain. */
      isOn(code: string): boolean;
      /** Tells who says what. */
      readonly sourcer: Sourcer;
      /** What the draft is compared with beside itself. */
      readonly elsewhere: Elsewhere;
    },
  ): Iterable<Raised>;
}

export type Check<O extends Options = Options> = ParagraphCheck<O> | DraftCheck<O>;
