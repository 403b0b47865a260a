import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import type { Span } from '../../draft/span.ts';
import { takesStop } from '../../language/abbreviations.ts';
import {
  isPlausibleSource,
  type Judged,
  type JudgedParagraph,
  type JudgedQuote,
  suggestSpeakers,
} from '../../sourcing/index.ts';
import type { Edit, Fix } from '../check.ts';
import { accused } from './accused.ts';
import { NEAR, namedSources, speakerAt } from './names.ts';

/**
 * How far from a paragraph, in paragraphs, its fixes look: for sources, and from each source for where it is introduced. They look
 * into as many at the top of the draft.
 */
export const FIX_REACH = 2 * NEAR;

const nearby = (judged: Judged, at: number): readonly JudgedParagraph[] =>
  judged.paragraphs.slice(Math.max(0, at - NEAR), at + NEAR);

function verbOf(judged: Judged, at: number): 'said' | 'says' {
  let past = 0;
  let present = 0;
  for (const { summary, sentences } of nearby(judged, at)) {
    for (const { cue } of sentences) {
      if (cue?.lemma !== 'say') continue;
      const token = summary.tokens.find(({ start }) => start === cue.span.start);
      if (token?.low === 'says') present += 1;
      else past += 1;
    }
  }
  return present > past ? 'says' : 'said';
}

/** What holds the place of a name until an editor gives one; the check of placeholders finds it. */
const SPEAKER = '[NAME]';
const SOURCE = '[SOURCE]';

/**
 * Ways to say who speaks in a quote, none before the others: it goes on from the quote before; or ", … said" after its first
 * sentence, with a place to fill and the likeliest speakers to choose from.
 */
export function speakerFixes(draft: Draft, judged: Judged, at: number, quote: JudgedQuote): readonly Fix[] {
  const paragraph = draft.paragraphs[at] as Paragraph;
  const verb = verbOf(judged, at);
  const tagged = (name: string): Fix | undefined => {
    const edit = tagEdit(paragraph, quote.quote, name, verb);
    const title = `Add “${name} ${verb}”`;
    return edit && { title, edits: [edit], safe: false, oneOf: `Add “… ${verb}”` };
  };
  const likely = suggestSpeakers(judged, at, 2 * MOST_NAMES).filter((one) =>
    isPlausibleSource(draft, one.paragraph, one.source, one.cue),
  );
  const names = new Set(likely.map(({ source }) => speakerAt(draft, source, at)));
  const named = [...names].slice(0, MOST_NAMES).map(tagged);
  return [
    continueFix(draft, judged, at, quote),
    tagged(SPEAKER),
    ...named.map((fix): Fix | undefined => fix && { ...fix, names: true }),
  ].filter((fix) => fix !== undefined);
}

/** How many names are offered to choose from. */
const MOST_NAMES = 3;

function tagEdit(paragraph: Paragraph, quote: Span, name: string, verb: string): Edit | undefined {
  const { text } = paragraph.prose;
  const opener = /^(?:“|"|‘|'|''|«|„)/u.exec(text.slice(quote.start, quote.start + 2))?.[0] ?? '“';
  const closer = CLOSERS[opener] ?? '”';
  for (const match of text.slice(quote.start, quote.end).matchAll(/([.!?…]+)(?=(?:\s+\S)|[”"’'»]|$)/gu)) {
    const at = quote.start + match.index;
    if (match[1] === '.' && takesStop(lastWord(text.slice(quote.start, at)))) continue;
    const end = at + (match[1]?.length ?? 1);
    const rest = text.slice(end, quote.end);
    const closes = /^[”"’'»]+$/u.test(rest);
    const comma = match[1] === '.' ? ',' : match[1];
    const span = { start: at, end: closes ? Math.min(quote.end, end + rest.length) : end };
    if (!isUnbroken(paragraph, span)) return undefined;
    // a quote of one sentence: the tag follows its closing mark; a longer one goes on after the tag
    const before = closes ? `${comma}${rest} ` : `${comma}${closer} `;
    const after = closes ? ` ${verb}.` : ` ${verb}. ${opener}`;
    const gap = closes ? '' : (/^\s+/u.exec(rest)?.[0] ?? '');
    return {
      span: toSource(paragraph, { start: span.start, end: span.end + gap.length }),
      text: before + name + after,
      choice: { start: before.length, end: before.length + name.length },
    };
  }
  return undefined;
}

const lastWord = (text: string): string => /[\p{L}\p{N}.]*$/u.exec(text)?.[0] ?? '';

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  "''": "''",
  '«': '»',
  '„': '“',
};

/** The quote goes on from the paragraph before: that one is left open, as the convention asks. */
function continueFix(draft: Draft, judged: Judged, at: number, quote: JudgedQuote): Fix | undefined {
  const before = judged.paragraphs[at - 1]?.quotes.at(-1);
  const previous = draft.paragraphs[at - 1];
  if (before === undefined || previous === undefined || quote.quote.start !== 0) return undefined;
  const { text } = previous.prose;
  if (before.quote.kind !== 'full' || !before.quote.closed || before.quote.end !== text.length)
    return undefined;
  const mark = /[”"’'»]+$/u.exec(text)?.[0];
  if (mark === undefined) return undefined;
  const span = { start: text.length - mark.length, end: text.length };
  return {
    title: 'Join it to the quote before',
    edits: [{ span: toSource(previous, span), text: '' }],
    safe: false,
  };
}

/**
 * Puts ", according to …" at the end of the sentence: a place to fill, and the draft's sources to choose from. Where a hedge comes
 * out cleanly, it goes for the source that takes its place.
 */
export function claimFixes(
  draft: Draft,
  judged: Judged,
  at: number,
  sentence: Span,
  hedge?: Span,
): readonly Fix[] {
  const paragraph = draft.paragraphs[at] as Paragraph;
  const tail = tailOf(paragraph, sentence, hedge);
  if (tail === undefined) return [];
  const taken = hedge === undefined ? undefined : takenOut(paragraph, hedge);
  const titled = (name: string) =>
    taken === undefined
      ? `Add “according to ${name}”`
      : `Put “according to ${name}” for “${taken.hedge.toLowerCase()}”`;
  const given = (name: string): Fix => {
    // the sentence's full stop is the stop of "the U.S." too
    const source = name.replace(/\.$/u, '');
    const text = `, according to ${source}${tail.stop}`;
    const end = text.length - tail.stop.length;
    const edit: Edit = { ...tail.edit, text, choice: { start: end - source.length, end } };
    const edits = taken === undefined ? [edit] : [taken.edit, edit];
    return { title: titled(name), edits, safe: false, oneOf: titled('…') };
  };
  const isToldOf = accused(draft, at, sentence);
  const sources = namedSources(draft, judged, at, (one) => !isToldOf(one));
  return [given(SOURCE), ...sources.map(({ name }): Fix => ({ ...given(name), names: true }))];
}

/** Where a sentence's words end, or those of the aside that a hedge stands in: before its full stop; after the stop of "5 a.m.", which then needs one more. */
function tailOf(
  paragraph: Paragraph,
  { start, end }: Span,
  hedge?: Span,
): { readonly edit: Edit; readonly stop: string } | undefined {
  const words = paragraph.prose.text.slice(start, end);
  // "The watch, allegedly bought in Geneva, is in a safe": the hedge is the clause's, and so is its source
  const aside = hedge === undefined ? -1 : words.indexOf(',', hedge.end - start);
  if (
    hedge !== undefined &&
    aside > hedge.end - start &&
    /, (?:(?:who|which|whose)\b[^,]*)?$/u.test(words.slice(0, hedge.start - start))
  ) {
    const at = start + aside;
    return { edit: { span: toSource(paragraph, { start: at, end: at }), text: '' }, stop: '' };
  }
  // any other mark at the end belongs to words that a source can't be hung on
  if (!/[^.!?…,;:]\.$/u.test(words)) return undefined;
  const last = lastWord(words.slice(0, -1));
  // "World War I." takes one stop, "Vessby Corp." two
  const abbreviated = last.length > 1 && takesStop(last);
  const at = abbreviated ? end : end - 1;
  return {
    edit: { span: toSource(paragraph, { start: at, end: at }), text: '' },
    stop: abbreviated ? '.' : '',
  };
}

/**
 * Takes a hedge out: "have reportedly seized" becomes "have seized". Only an adverb comes out cleanly, and never "allegedly":
 * what is left would accuse in the reporter's own words.
 */
export function hedgeFixes(draft: Draft, at: number, span: Span): readonly Fix[] {
  const taken = takenOut(draft.paragraphs[at] as Paragraph, span);
  return taken === undefined || !/^(?:reported|purported)ly$/i.test(taken.hedge)
    ? []
    : [{ title: `Delete “${taken.hedge}”`, edits: [taken.edit], safe: false }];
}

// alone between its commas: those of another aside would be torn
const isTag = (text: string, start: number, end: number): boolean =>
  text[end] === '.' || (text[end] === ',' && !/,[^.!?]*$/u.test(text.slice(0, start - 2)));

function takenOut(
  paragraph: Paragraph,
  { start, end }: Span,
): { readonly hedge: string; readonly edit: Edit } | undefined {
  const { text } = paragraph.prose;
  const words = text.slice(start, end);
  // "The raids followed a tip-off, it is understood."
  if (
    /^it (?:is|was) \p{L}+$/u.test(words) &&
    text.slice(start - 2, start) === ', ' &&
    isTag(text, start, end)
  ) {
    const tag = { start: start - 2, end: text[end] === ',' ? end + 1 : end };
    return isUnbroken(paragraph, tag)
      ? { hedge: words, edit: { span: toSource(paragraph, tag), text: '' } }
      : undefined;
  }
  const hedge = /^(?:reportedly|allegedly|purportedly)\b/i.exec(words)?.[0];
  if (hedge === undefined) return undefined;
  const before = text.slice(Math.max(0, start - 4), start);
  const [gap = '', next = ''] =
    /^(,?) ?([\p{L}\p{N}]?)/u.exec(text.slice(start + hedge.length))?.slice(1) ?? [];
  const after = text.slice(start + hedge.length, start + hedge.length + gap.length + 1);
  let cut: Span;
  let put = '';
  if (/^\p{Lu}/u.test(hedge)) {
    // "Reportedly, two left" becomes "Two left"
    if (after !== ', ' || next === '') return undefined;
    cut = { start, end: start + hedge.length + ', '.length + next.length };
    put = next.toUpperCase();
  } else if (after === ' ') {
    // "a reportedly ill man" would want another article
    if (/(?:^|\s)an? $/i.test(before)) return undefined;
    cut = { start, end: start + hedge.length + 1 };
  } else if (after === ', ' && before.endsWith(', ')) {
    // "has, reportedly, left" becomes "has left"
    cut = { start: start - ', '.length, end: start + hedge.length + 1 };
  } else return undefined;
  if (!isUnbroken(paragraph, cut)) return undefined;
  return { hedge, edit: { span: toSource(paragraph, cut), text: put } };
}
