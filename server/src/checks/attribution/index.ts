import { type Judged, type JudgedQuote, type JudgedSentence, judge } from '../../attribution/index.ts';
import type { Draft, Paragraph } from '../../draft/draft.ts';
import { toSource } from '../../draft/draft.ts';
import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import type { DraftCheck, Fix, Raised, Severity } from '../check.ts';
import { claimFixes, hedgeFixes, speakerFixes } from './fixes.ts';
import { messageFor } from './messages.ts';
import { CONFLICT, COURT, SPORT, WEATHER } from './patterns.ts';
import { type Trigger, triggersOf } from './triggers.ts';

interface Options extends Readonly<Record<string, boolean>> {
  readonly figures: boolean;
}

/** Asks what a desk would ask: who says so? */
export const attribution: DraftCheck<Options> = {
  id: 'attribution',
  scope: 'draft',
  summary: 'What needs a source and has none',
  codes: {
    'attribution/unattributed-claim': {
      severity: 'warning',
      summary: 'Casualties, control of territory, figures or wrongdoing stated flatly, with no source',
    },
    'attribution/unattributed-quote': { severity: 'warning', summary: 'A quote whose speaker can’t be told' },
    'attribution/unsourced-hedge': {
      severity: 'warning',
      summary: 'Reportedly, allegedly, is believed to: by whom?',
    },
    'attribution/vague-source': {
      severity: 'information',
      summary: 'Critics, analysts, growing pressure: nobody who could be asked',
    },
    'attribution/agentless-accusation': {
      severity: 'warning',
      summary: 'Accused, blamed or criticised by nobody',
    },
    'attribution/editorialising': {
      severity: 'hint',
      summary: 'The reporter’s own verdict: of course, clearly',
    },
    'attribution/loaded-verb': {
      severity: 'off',
      summary: 'A verb of speech that takes a side: claimed, admitted',
    },
  },
  defaults: { figures: true },
  optionDocs: { figures: 'Asks for the source of plain figures too, as a hint.' },
  *run(draft, { options }) {
    const judged = judge(draft);
    if (judged.mode !== 'news') return;
    const context = contextOf(draft);
    for (const [at, sentences] of judged.sentences.entries()) {
      for (const sentence of sentences) {
        const raised = raise(draft, judged, context, at, sentence, options);
        if (raised !== undefined) yield raised;
      }
    }
    for (const quote of judged.quotes) {
      if (isUnattributed(draft, judged, quote)) yield raiseQuote(draft, judged, quote);
    }
  },
};

interface Context {
  /** A report of a conviction: what the court found is told as fact. */
  readonly convicted: boolean;
  readonly conflict: boolean;
  readonly sport: boolean;
}

interface Signs {
  readonly conflict: readonly string[];
  readonly sport: readonly string[];
}

const signs = new WeakMap<Prose, Signs>();

function signsOf(prose: Prose): Signs {
  let found = signs.get(prose);
  if (found === undefined) {
    const words = (pattern: RegExp) =>
      Array.from(prose.text.matchAll(pattern), ([word]) => word.toLowerCase());
    found = { conflict: words(CONFLICT), sport: words(SPORT) };
    signs.set(prose, found);
  }
  return found;
}

function contextOf(draft: Draft): Context {
  const conflict = new Set<string>();
  const sport = new Set<string>();
  let sports = 0;
  for (const { prose } of draft.paragraphs) {
    const found = signsOf(prose);
    for (const word of found.conflict) conflict.add(word);
    for (const word of found.sport) sport.add(word);
    sports += found.sport.length;
  }
  const words = draft.source.length / 6;
  const top = draft.paragraphs.slice(0, 4).map(({ prose }) => prose.text);
  const convicted = top.some((text) =>
    /\b(?:convicted|sentenced|jailed|pleaded guilty|pled guilty|found guilty)\b/iu.test(text),
  );
  return {
    convicted,
    conflict: conflict.size >= 3,
    sport: sport.size >= 5 && sports / Math.max(1, words) > 0.012,
  };
}

const CODE: Readonly<Record<Trigger['what'], string>> = {
  wrongdoing: 'attribution/unattributed-claim',
  casualties: 'attribution/unattributed-claim',
  control: 'attribution/unattributed-claim',
  figure: 'attribution/unattributed-claim',
  hedge: 'attribution/unsourced-hedge',
  'vague-source': 'attribution/vague-source',
  pressure: 'attribution/vague-source',
  accused: 'attribution/agentless-accusation',
  editorial: 'attribution/editorialising',
  loaded: 'attribution/loaded-verb',
};

function raise(
  draft: Draft,
  judged: Judged,
  context: Context,
  at: number,
  sentence: JudgedSentence,
  options: Options,
): Raised | undefined {
  if (sentence.status === 'exempt') return undefined;
  const paragraph = draft.paragraphs[at] as Paragraph;
  const text = paragraph.prose.text;
  if (/\?[”"’']*$/u.test(text.slice(sentence.sentence.start, sentence.sentence.end))) return undefined;
  // a headline or a label set among the paragraphs
  if (judged.summaries[at]?.sentences.length === 1 && !/[.!?…:”"’')]$/u.test(text)) return undefined;
  const trigger = triggersOf(paragraph.prose)[sentence.index]?.find((one) =>
    applies(draft, judged, context, at, sentence, one, options),
  );
  if (trigger === undefined) return undefined;
  const words = text.slice(trigger.span.start, trigger.span.end);
  const atMost: Severity | undefined = trigger.what === 'figure' ? 'hint' : undefined;
  return {
    code: CODE[trigger.what],
    span: toSource(paragraph, trigger.span),
    message: messageFor(trigger, words),
    fixes: fixesFor(draft, judged, at, sentence, trigger),
    ...(atMost && { atMost }),
  };
}

function fixesFor(
  draft: Draft,
  judged: Judged,
  at: number,
  sentence: JudgedSentence,
  trigger: Trigger,
): readonly Fix[] {
  switch (trigger.what) {
    case 'hedge':
      return [...claimFixes(draft, judged, at, sentence), ...hedgeFixes(draft, at, trigger.span)];
    case 'wrongdoing':
    case 'casualties':
    case 'control':
    case 'figure':
      return claimFixes(draft, judged, at, sentence);
    default:
      return [];
  }
}

function applies(
  draft: Draft,
  judged: Judged,
  context: Context,
  at: number,
  sentence: JudgedSentence,
  trigger: Trigger,
  options: Options,
): boolean {
  const text = draft.paragraphs[at]?.prose.text ?? '';
  const { own, start } = sentence.sentence;
  // the reporter was there: first-person copy speaks for itself
  if (/\b(?:I|we|my|our|us)\b/u.test(own.replace(/\bUS\b/gu, ''))) return false;
  const previous = judged.sentences[at]?.[sentence.index - 1];
  const follows =
    previous !== undefined &&
    previous.cue?.tier !== 'stance' &&
    (previous.status === 'attributed' || previous.status === 'quoted');
  switch (trigger.what) {
    case 'wrongdoing':
      return !sentence.carried && !context.sport && !context.convicted && !isInCourt(draft, at);
    case 'casualties':
      return !sentence.carried && !context.sport && !follows && !WEATHER.test(own.slice(0, 0));
    case 'control':
      return context.conflict && !sentence.carried && !follows;
    case 'figure':
      return options.figures && !sentence.carried && !follows && !context.sport && !isCounted(previous, text);
    case 'accused':
      return !sentence.carried && !follows && !COURT.test(text) && !context.sport;
    case 'vague-source':
      return !isNamedNext(judged, at, sentence);
    case 'hedge': {
      const hedge = text.slice(trigger.span.start, trigger.span.end);
      // in a criminal case "allegedly" is what the law asks for
      if (/alleged/iu.test(hedge) && isInCourt(draft, at)) return false;
      return !sentence.carried || /reportedly|allegedly/iu.test(hedge);
    }
    case 'pressure':
      return !sentence.carried && !context.sport;
    case 'editorial':
      return !sentence.carried && start >= 0;
    default:
      return true;
  }
}

// "Experts warned of more. “It is coming,” said Ann Lee": the next sentence says who.
function isNamedNext(judged: Judged, at: number, sentence: JudgedSentence): boolean {
  const next = judged.sentences[at]?.[sentence.index + 1] ?? judged.sentences[at + 1]?.[0];
  const named = (one: JudgedSentence | undefined): boolean =>
    one !== undefined &&
    one.cue !== undefined &&
    one.cue.tier !== 'stance' &&
    (one.source?.kind === 'named' || one.source?.kind === 'role');
  return named(next);
}

const isCounted = (previous: JudgedSentence | undefined, text: string): boolean => {
  void text;
  return (
    previous !== undefined &&
    /\b(?:polls?|survey|study|report|data|figures|statistics|research)\b/iu.test(previous.sentence.own)
  );
};

const RULED =
  /\b(?:convicted|sentenced|jailed|pleaded guilty|pled guilty|found guilty|guilty plea|verdict|convictions?|struck off|admitted|confessed)\b/iu;
const HEARD =
  /\b(?:the court|the jury|the judge|a judge|a jury|prosecutors?|indictment|tribunal|the trial|inquest|charged with)\b/iu;

// Once a court has ruled, what it found is told as fact; so is what it hears, in the same paragraph.
const isInCourt = (draft: Draft, at: number): boolean => {
  const here = draft.paragraphs[at]?.prose.text ?? '';
  return RULED.test(here) || HEARD.test(here) || RULED.test(draft.paragraphs[at - 1]?.prose.text ?? '');
};

/** A full quote of some length whose speaker is named neither in its paragraph nor by a lead-in, nor goes on from the one before. */
function isUnattributed(
  draft: Draft,
  judged: Judged,
  { quote, paragraph, speaker, index }: JudgedQuote,
): boolean {
  if (quote.kind !== 'full' || quote.words < 6) return false;
  const prose = draft.paragraphs[paragraph]?.prose;
  if (prose === undefined || (prose.kind !== 'body' && prose.kind !== 'quotation')) return false;
  if (speaker !== undefined && speaker.how !== 'previous') return false;
  const sentences = judged.summaries[paragraph]?.sentences ?? [];
  const sentence = sentences[quote.sentence];
  // one finding a paragraph: its first quote
  if (
    index > 0 &&
    judged.quotes.some((one) => one.paragraph === paragraph && one.index < index && one.quote.kind === 'full')
  )
    return false;
  const own = sentences.reduce((sum, one) => sum + one.ownWords, 0);
  // a few words beside it with a name or a pronoun among them leave little doubt
  const named = sentences.some((one) => /\p{Lu}\p{Ll}|\b(?:he|she|they)\b/u.test(one.own));
  const transcript = /^["“]\p{Lu}{2,}:/u.test(prose.text.slice(quote.start));
  return (
    sentence !== undefined &&
    sentence.ownWords === 0 &&
    (own === 0 || (own <= 8 && !named)) &&
    !transcript &&
    /[.!?…][”"’']*$/u.test(prose.text)
  );
}

function raiseQuote(draft: Draft, judged: Judged, quote: JudgedQuote): Raised {
  const paragraph = draft.paragraphs[quote.paragraph] as Paragraph;
  const text = paragraph.prose.text;
  const span: Span = {
    start: quote.quote.start,
    end: Math.min(quote.quote.end, firstSentenceEnd(text, quote.quote)),
  };
  return {
    code: 'attribution/unattributed-quote',
    span: toSource(paragraph, quote.quote),
    message: `Who is speaking? Name the speaker by the end of the first sentence: “${text
      .slice(span.start, span.end)
      .replace(/^[“"'‘]+|[”"'’]+$/gu, '')
      .slice(0, 70)}…”`,
    fixes: speakerFixes(draft, judged, quote),
  };
}

const firstSentenceEnd = (text: string, quote: Span): number => {
  const stop = /[.!?](?=\s)/u.exec(text.slice(quote.start, quote.end));
  return stop === null ? quote.end : quote.start + stop.index + 1;
};
