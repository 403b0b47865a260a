import { type Trigger, triggersOf } from '../checks/attribution/triggers.ts';
import { isClaim } from '../checks/claims.ts';
import type { Draft } from '../draft/draft.ts';
import { contains, overlaps, type Span } from '../draft/span.ts';
import type { Finding } from '../engine/finding.ts';
import { wordsOf } from '../language/words.ts';
import {
  createSourcer,
  type Placed,
  type SourcedQuote,
  type SourcedSentence,
  type SourceKind,
  type Sourcer,
  type Sourcing,
} from '../sourcing/index.ts';

/** How a claim stands: somebody is named for it, only nobody in particular is, nobody is, or an editor has settled it. */
export type Standing = 'attributed' | 'vague' | 'bare' | 'checked';

/** That somebody has checked a sentence, as the ledger has it. */
export interface Checked {
  readonly span: Span;
  readonly code: string;
  readonly reason: string;
  readonly note?: string | undefined;
  readonly who: string;
  /** In ISO 8601. */
  readonly when: string;
}

/** A sentence that a fact checker would look at: it has a source, or it needs one. Spans are UTF-16 offsets of the draft. */
export interface Claim extends Pick<SourcedSentence, 'span' | 'paragraph' | 'source' | 'cue'> {
  /** Its words, without the markup among them. */
  readonly words: string;
  readonly standing: Standing;
  /** What is still to be asked about it. */
  readonly asked: Finding | undefined;
  /** Who settled it, and why. */
  readonly checked: Checked | undefined;
}

/** The claims of a draft. */
export interface Claims {
  readonly claims: readonly Claim[];
  /** Stretches whose claims are not listed: what stands twice, and page furniture. Each is a finding of its own. */
  readonly leftOut: readonly Finding[];
}

/**
 * Lists a draft's claims, in the order of the text.
 * @param findings what nobody has settled.
 * @param checked what somebody has.
 */
export function claimsOf(
  draft: Draft,
  findings: readonly Finding[],
  checked: readonly Checked[],
  sourcer: Sourcer = createSourcer(),
): Claims {
  const sourcing = sourcer.sourcingOf(draft);
  const leftOut = findings.filter((one) => one.copy || one.check === 'furniture');
  const asking = findings.filter(isClaim);
  const speakers = speakerFinder(sourcing);
  const claims: Claim[] = [];
  const told = sentencesOf(draft, sourcer);
  for (const [i, sentence] of sourcing.sentences.entries()) {
    const { words = '', triggers = [] } = told[i] ?? {};
    const { quotes, speaker } = speakers(sentence);
    if (leftOut.some(({ span }) => contains(span, sentence.span))) continue;
    const asked = asking.find(({ span }) => contains(sentence.span, { ...span, end: span.start + 1 }));
    // the latest word on it counts
    const settled = checked
      .filter(({ span }) => overlaps(span, sentence.span))
      .reduce<Checked | undefined>((a, b) => (a !== undefined && a.when > b.when ? a : b), undefined);
    const { span, paragraph, cue } = sentence;
    const source = listed(
      sentence.source ?? (speaker === null ? null : { ...speaker, kind: kindOf(speaker) }),
    );
    const needsSource = () =>
      triggers.some(({ what }) => ASKS.includes(what)) ||
      hasFigure(words) ||
      quotes.some((one) => isSpoken(draft, one));
    const standing = standingOf({ ...sentence, source }, asked, settled, needsSource);
    if (standing !== undefined) {
      claims.push({ span, words, paragraph, cue, source, standing, asked, checked: settled });
    }
  }
  return { claims, leftOut };
}

/** A source as it is listed: by the name a pronoun stands for, and not at all where what was read as one can be nobody. */
const listed = (source: Claim['source']): Claim['source'] =>
  source === null || source.doubtful ? null : { ...source, text: source.person ?? source.text };

/** How a sentence stands; undefined where there is nothing to check in it. */
function standingOf(
  { status, source }: SourcedSentence,
  asked: Finding | undefined,
  checked: Checked | undefined,
  needsSource: () => boolean,
): Standing | undefined {
  if (checked !== undefined && asked === undefined) return 'checked';
  if (asked !== undefined) return asked.code === 'attribution/vague-source' ? 'vague' : 'bare';
  switch (status) {
    case 'attributed':
    case 'vague':
      return status;
    case 'quoted':
      return source === null ? 'bare' : 'attributed';
    case 'unattributed':
      return needsSource() ? 'bare' : undefined;
    case 'exempt':
      return undefined;
  }
}

const textOf = ({ source }: Draft, { start, end }: Span): string => source.slice(start, end);

/** Finds the quotes of a sentence and who speaks in them. Sentences are asked for in the order of the text. */
function speakerFinder({ quotes }: Sourcing): (sentence: SourcedSentence) => {
  readonly quotes: readonly SourcedQuote[];
  readonly speaker: SourcedQuote['speaker'];
} {
  let next = 0;
  return ({ span }) => {
    while (next < quotes.length && (quotes[next] as SourcedQuote).span.start < span.start) next += 1;
    const here: SourcedQuote[] = [];
    for (; next < quotes.length; next += 1) {
      const quote = quotes[next] as SourcedQuote;
      if (quote.span.start >= span.end) break;
      here.push(quote);
    }
    const speaker = here.find((one) => one.kind === 'full' && one.speaker !== null)?.speaker ?? null;
    return { quotes: here, speaker };
  };
}

const kindOf = ({ text }: Placed): SourceKind =>
  /^(?:he|she|they|it)$/i.test(text) ? 'pronoun' : /^\p{Lu}/u.test(text) ? 'named' : 'role';

// A word or two in marks is a name or a wink; more is somebody's words.
const isSpoken = (draft: Draft, { kind, span }: SourcedQuote): boolean =>
  kind === 'full' || (kind === 'partial' && wordsOf(textOf(draft, span)).length > 2);

const ASKS: readonly Trigger['what'][] = [
  'wrongdoing',
  'casualties',
  'control',
  'figure',
  'hedge',
  'accused',
];

interface Told {
  readonly words: string;
  readonly triggers: readonly Trigger[];
}

/** The sentences of a draft, as many as its sourcing has and in that order. */
function sentencesOf({ paragraphs }: Draft, sourcer: Sourcer): readonly Told[] {
  return paragraphs.flatMap(({ prose }) => {
    const summary = sourcer.summaryOf(prose);
    const triggers = triggersOf(summary);
    return summary.sentences.map(({ start, end }, i) => ({
      words: prose.text.slice(start, end),
      triggers: triggers[i] ?? [],
    }));
  });
}

const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?`;
// Dates, years, times of day, places in a row and numbers that are names are no figures to be counted again.
const NO_FIGURE = new RegExp(
  [
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \d{4})?`,
    String.raw`\b${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?\b`,
    String.raw`\b(?:1[5-9]|20)\d\ds?\b`,
    String.raw`\b\d{1,2}[.:]\d{2}\b(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?`,
    String.raw`\b\d+(?:st|nd|rd|th)\b`,
    String.raw`\b\p{Lu}\p{L}*-?\d[\d-]*\b`,
    String.raw`\b(?:[Nn]o\.?|[Rr]oute|[Rr]oad|[Hh]ighway|[Ff]light|[Pp]age|[Cc]hapter|[Aa]rticle|[Ss]ection) \d+\b`,
  ].join('|'),
  'gu',
);
const COUNTED =
  /\d|\b(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores|half|halved|doubled|trebled|tripled|quadrupled|twice|(?:two|three)[- ](?:thirds|quarters)|a (?:third|quarter|fifth|tenth)|per cent|percent)\b/i;

/** Whether a sentence gives an amount that somebody must have counted. */
const hasFigure = (text: string): boolean => COUNTED.test(text.replace(NO_FIGURE, ' '));
