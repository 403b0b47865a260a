import type { Prose } from '../draft/prose.ts';
import type { Span } from '../draft/span.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Cue } from './clause.ts';
import { cuesOf } from './cues.ts';
import { countWords, type QuoteKind, quoteKind, withoutMarks } from './quotations.ts';
import { type HouseVerbs, reportingVerb } from './reporting-verbs.ts';
import { sourcingTokens, type Token } from './tokens.ts';

/** A direct quote of a paragraph. Spans are offsets of the paragraph's text. */
export interface QuoteIn extends Span {
  readonly kind: QuoteKind;
  readonly closed: boolean;
  readonly words: number;
  /** The sentence it opens in. */
  readonly sentence: number;
}

/** A sentence, a quote of several sentences taken as one word of it. */
export interface SentenceIn extends Span {
  /** Its tokens: [from, to) of the paragraph's. */
  readonly from: number;
  readonly to: number;
  readonly cues: readonly Cue[];
  /** Places of its quotes in the paragraph's list. */
  readonly quotes: readonly number[];
  /** How many words stand outside its quotes. */
  readonly ownWords: number;
  /** The sentence with its quotes blanked out, as long as the sentence itself: what the reporter says. */
  readonly own: string;
}

/** What attribution needs to know of one paragraph, whatever stands around it. */
export interface Summary {
  readonly tokens: readonly Token[];
  readonly quotes: readonly QuoteIn[];
  readonly sentences: readonly SentenceIn[];
}

const READ = new Set(['body', 'quotation', 'list-item']);

/** Whether a paragraph's sentences are told by a reporter: not a headline, a byline, a caption. */
export const isRead = (prose: Prose): boolean => READ.has(prose.kind);

/** Reads who says what in one paragraph, whatever stands around it. */
export function summarise(prose: Prose, verbs: HouseVerbs): Summary {
  const { text } = prose;
  // a heading without a quote holds nobody's words
  if (prose.quotes.length === 0 && !isRead(prose)) {
    const sentence = { from: 0, to: 0, cues: [], quotes: [], ownWords: 0, own: '' };
    const sentences = prose.sentences.map((span): SentenceIn => ({ ...span, ...sentence }));
    return { tokens: [], quotes: [], sentences };
  }
  const kinds = prose.quotes.map((quote) => quoteKind(text, quote));
  const tokens = sourcingTokens(prose, verbs);
  const isFull = (quote: number) => kinds[quote] === 'full';
  const own = blanked(text, prose.quotes);
  let from = 0;
  const sentences = maskedSentences(prose, verbs).map((span): SentenceIn => {
    let to = from;
    let ownWords = 0;
    const quotesHere: number[] = [];
    for (; to < tokens.length && (tokens[to] as Token).start < span.end; to += 1) {
      const { kind, quote } = tokens[to] as Token;
      if (kind === 'quote') quotesHere.push(quote);
      else if (kind === 'word') ownWords += 1;
    }
    const clause = { tokens, from, to, text, isFull };
    const sentence: SentenceIn = {
      ...span,
      from,
      to,
      cues: cuesOf(clause),
      quotes: quotesHere,
      ownWords,
      own: own.slice(span.start, span.end),
    };
    from = to;
    return sentence;
  });
  const quotes = prose.quotes.map(
    (quote, i): QuoteIn => ({
      start: quote.start,
      end: quote.end,
      closed: quote.closed,
      kind: kinds[i] ?? 'partial',
      words: countWords(withoutMarks(text.slice(quote.start, quote.end))),
      sentence: Math.max(
        0,
        sentences.findLastIndex((sentence) => sentence.start <= quote.start),
      ),
    }),
  );
  return { tokens, quotes, sentences };
}

function blanked(text: string, quotes: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const quote of quotes) {
    result += text.slice(at, quote.start) + '\u0001'.repeat(quote.end - quote.start);
    at = quote.end;
  }
  return result + text.slice(at);
}

// Sentences are told with every quote's inside hidden, so that a quote of three sentences stays one part of its own sentence.
function maskedSentences({ text, quotes, sentences }: Prose, verbs: HouseVerbs): readonly Span[] {
  if (quotes.length === 0) return sentences;
  let masked = '';
  let at = 0;
  for (const quote of quotes) {
    masked += text.slice(at, quote.start) + mask(text.slice(quote.start, quote.end));
    at = quote.end;
  }
  const spans = sentencesOf(masked + text.slice(at));
  const joined: Span[] = [];
  for (const span of spans) {
    const previous = joined.at(-1);
    if (previous !== undefined && isSpeechTag(text, previous, span, verbs)) {
      joined[joined.length - 1] = { start: previous.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

function mask(quote: string): string {
  const opening = /^[“”"„«‘'`]+/u.exec(quote)?.[0] ?? '';
  const closing = /[.!?,…—–-]*[”“"»’'`]*$/u.exec(quote.slice(opening.length))?.[0] ?? '';
  const inner = quote.slice(opening.length, quote.length - closing.length);
  const first = inner.charAt(0);
  return opening + first + 'q'.repeat(Math.max(0, inner.length - first.length)) + closing;
}

// "“Why me?” Trump asked." is one sentence.
function isSpeechTag(text: string, before: Span, span: Span, verbs: HouseVerbs): boolean {
  if (!/[?!…—][”"’'»]+$/u.test(text.slice(Math.max(before.start, before.end - 4), before.end))) return false;
  const words = text.slice(span.start, Math.min(span.end, span.start + 160)).split(/\s+/u);
  if (/^[“"‘«]/u.test(words[0] ?? '')) return false;
  for (let i = 1; i < Math.min(words.length, 14); i += 1) {
    const word = (words[i] ?? '').replace(/[.,;:!?”"]+$/u, '').toLowerCase();
    const verb = reportingVerb(verbs.get(word) ?? word);
    const tag = word === 'went' && words[i + 1]?.startsWith('on') === true;
    if (!tag && !(verb?.tier === 'say' && (verb.form === 'past' || verb.form === 's'))) continue;
    if (verb?.needsClause === true && !/^(?:asked|sang|roared|thundered|snapped)$/u.test(word)) return false;
    if (/[.,;:!?]$/u.test(words[i] ?? '')) return true;
    // "Trump said the plan was dead." after a question is a sentence of its own
    const rest = words.slice(i + 1).join(' ');
    return (
      verb?.lemma === 'tell' || !/^(?:that|the|he|she|it|they|there|his|her|a|an|for|\p{Lu}|“|")/u.test(rest)
    );
  }
  return false;
}
