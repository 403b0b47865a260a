import type { Span } from './span.ts';

/** A direct quote within one paragraph, its marks included (UTF-16 offsets of the paragraph's text). */
export interface QuoteSpan extends Span {
  /** False when the paragraph ends before the quote does: it is left open, or goes on in the next paragraph. */
  readonly closed: boolean;
}

const MARK = /[“”„«"'`‘’]/u;
const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;
const BEFORE_OPENING = /[\s([{—–\-/“‘"'«„]/u;
const AFTER_CLOSING = /[\s.,;:!?)\]}—–\-…/’'”"»]/u;
// ’90s, ’tis, ’em: letters or figures left out, with either mark
const ELISION = /^(?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|n\b|cause\b|bout\b|cos\b)/i;

type Family = 'curly' | 'angled' | 'straight' | 'single' | 'doubled';

interface Mark {
  readonly family: Family;
  readonly length: number;
}

/**
 * Finds the direct quotes of a paragraph: curly, straight, angled and low-high marks, two single marks set for a double
 * one, double or single, and curly marks turned the wrong way. An apostrophe (O'Brien, '90s, players') is no quote: a
 * single mark opens only before a letter, after a space or another mark, and only if a closing mark follows. A quote
 * still open at the end of the paragraph runs to its end, as a continuing quotation does; single marks never run on.
 */
export function quotesOf(text: string): readonly QuoteSpan[] {
  const quotes: QuoteSpan[] = [];
  let at = text.search(MARK);
  if (at < 0) return quotes;
  // a single mark that nothing closes tells that nothing closes one further on: the rest is not looked through again for each
  const unclosed = new Set<Family>();
  while (at < text.length) {
    const mark = openingMark(text, at);
    if (mark === undefined) {
      at += 1;
      continue;
    }
    const end = unclosed.has(mark.family) ? undefined : closingEnd(text, at, mark);
    if (end === 'reopened') at += mark.length;
    else if (end !== undefined) {
      quotes.push({ start: at, end, closed: true });
      at = end;
    } else if (mark.family === 'single' || mark.family === 'doubled') {
      unclosed.add(mark.family);
      at += mark.length;
    } else {
      quotes.push({ start: at, end: text.length, closed: false });
      at = text.length;
    }
  }
  return quotes;
}

/** A quote that is opened and never closed as it should be. */
export interface OpenQuote extends Span {
  readonly mark: string;
  /** The mark that would close it. */
  readonly closer: string;
  /** Where a mark of another kind stands in its place (‘We will go,” she said). */
  readonly wrongCloser?: Span;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '„': '“',
  '«': '»',
  '”': '”',
  '‘': '’',
  '’': '’',
  "'": "'",
};

/**
 * The quote that a paragraph leaves open; `quotes` are those `quotesOf` finds in it. A single mark opens one that can be left open only where
 * speech begins: at the start, after a lead-in or another sentence, with a capital and a clause to follow. Elsewhere it is an apostrophe.
 */
export function leftOpen(text: string, quotes: readonly QuoteSpan[]): OpenQuote | undefined {
  const last = quotes.at(-1);
  if (last?.closed === false) return openFrom(text, last.start, quotes);
  for (let at = text.search(/['‘’]/u); at >= 0 && at < text.length; at += 1) {
    const within = quotes.find((quote) => quote.start <= at && at < quote.end);
    if (within !== undefined) at = within.end - 1;
    else if (openingMark(text, at)?.family === 'single' && opensSpeech(text, at))
      return openFrom(text, at, quotes);
  }
  return undefined;
}

const opensSpeech = (text: string, at: number): boolean =>
  /^.(?:\p{Lu}[\p{Ll}’']*|I)(?:[,\s]+\S+){3}/u.test(text.slice(at, at + 200)) &&
  (at === 0 || /[,:;.!?…”’'"—–]\s+$/u.test(text.slice(Math.max(0, at - 40), at)));

function openFrom(text: string, start: number, quotes: readonly QuoteSpan[]): OpenQuote {
  const mark = text.charAt(start);
  const wrong = /['‘’]/u.test(mark)
    ? /(?<=[\p{L}\p{N}.,!?…])["”](?=$|[\s.,;:!?)])/gu
    : /(?<=[.,!?…])['’](?=$|\s)/gu;
  let wrongCloser: Span | undefined;
  for (const { index } of text.slice(start).matchAll(wrong)) {
    const at = start + index;
    const owned = quotes.some((quote) => start < quote.start && quote.start < at && at < quote.end);
    if (owned || /[\s(]['‘]\p{L}[^'’]*$/u.test(text.slice(start + 1, at))) continue;
    wrongCloser = { start: at, end: at + 1 };
    break;
  }
  return { start, end: text.length, mark, closer: CLOSERS[mark] ?? '”', ...(wrongCloser && { wrongCloser }) };
}

function openingMark(text: string, at: number): Mark | undefined {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  switch (char) {
    case '“':
    case '„':
      // turned the wrong way, after the last word of a quote that was never opened
      if (char === '“' && LETTER.test(before) && /^(?:$|[\s.,;:!?)])/u.test(text.slice(at + 1, at + 2)))
        return undefined;
      return { family: 'curly', length: 1 };
    case '«':
      return { family: 'angled', length: 1 };
    case '”':
      return startsWord(text, at, 1) ? { family: 'curly', length: 1 } : undefined;
    case '"':
      return startsWord(text, at, 1) ? { family: 'straight', length: 1 } : undefined;
    case '`':
    case "'":
    case '‘':
    case '’': {
      if (text.charAt(at + 1) === char && char !== '‘' && char !== '’')
        return startsWord(text, at, 2) ? { family: 'doubled', length: 2 } : undefined;
      if (char === '`' || !startsWord(text, at, 1)) return undefined;
      if (!LETTER.test(text.charAt(at + 1)) && !/[“"[(…$£€]/u.test(text.charAt(at + 1))) return undefined;
      return ELISION.test(text.slice(at + 1, at + 7)) ? undefined : { family: 'single', length: 1 };
    }
    default:
      return undefined;
  }
}

function startsWord(text: string, at: number, length: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  return after !== '' && !SPACE.test(after) && (before === '' || BEFORE_OPENING.test(before));
}

/** Where a quote ends; none if nothing closes it, or if the next one opens before anything does. */
function closingEnd(text: string, at: number, mark: Mark): number | 'reopened' | undefined {
  const opener = text.charAt(at);
  let depth = 0;
  let inner = false;
  for (let i = at + mark.length; i < text.length; i += 1) {
    const char = text.charAt(i);
    switch (mark.family) {
      case 'angled':
        if (char === '»') return i + 1;
        break;
      case 'doubled':
        if ((char === "'" && text.charAt(i + 1) === "'") || char === '"' || char === '”')
          return char === "'" ? i + 2 : i + 1;
        break;
      case 'curly':
        if (char === '”') {
          // a quote within the quote set in the same marks
          if (depth > 0) depth -= 1;
          else return i + 1;
        } else if (char === '“') {
          if (opener === '„' || closesTurned(text, i)) return i + 1;
          if (hasTwoClosings(text, i)) depth += 1;
        } else if (char === '"' && depth === 0) {
          // closed by a straight mark, unless a straight one opened within
          if (closesTurned(text, i)) {
            if (!inner) return i + 1;
            inner = false;
          } else if (startsWord(text, i, 1)) inner = true;
        }
        break;
      case 'straight':
        if ((char === '"' && !reopens(text, i)) || (char === '”' && !startsWord(text, i, 1))) return i + 1;
        break;
      case 'single':
        if ((char === '’' || char === "'") && closesSingle(text, i)) return i + 1;
        if ((char === '‘' || char === "'") && opensAnew(text, i)) return 'reopened';
        break;
    }
  }
  return undefined;
}

const closesTurned = (text: string, at: number): boolean =>
  /[\p{L}\p{N}.,!?…—–-]/u.test(text.charAt(at - 1)) &&
  (at + 1 >= text.length || AFTER_CLOSING.test(text.charAt(at + 1)));

const reopens = (text: string, at: number): boolean =>
  SPACE.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at + 1));

// Only with two closing marks to come, none of them after another opening, is an opening mark a quote within the quote.
function hasTwoClosings(text: string, at: number): boolean {
  let closings = 0;
  for (let i = at + 1; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '“') return false;
    if (char === '”' && ++closings === 2) return true;
  }
  return false;
}

function closesSingle(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  // within single marks an apostrophe has a letter on both sides, and a plural's (players’ union) none after it
  if (LETTER.test(after) || SPACE.test(before)) return false;
  return !(/s/i.test(before) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) && laterClose(text, at));
}

// ‘Nobody gets rich, she added. ‘But you should get the bus home.’
const opensAnew = (text: string, at: number): boolean =>
  /[.!?…]\s+$/u.test(text.slice(Math.max(0, at - 4), at)) && /^.\p{Lu}/u.test(text.slice(at, at + 3));

function laterClose(text: string, at: number): boolean {
  for (let i = at + 1; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char !== '’' && char !== "'") {
      // a new quote opens first: the mark in question was the closing one
      if (char === '‘' || (char === "'" && startsWord(text, i, 1))) return false;
      continue;
    }
    if (!LETTER.test(text.charAt(i + 1)) && !SPACE.test(text.charAt(i - 1))) return true;
  }
  return false;
}

/** Whether a span of a paragraph lies within one of its direct quotes. */
export const inQuote = (quotes: readonly QuoteSpan[], span: Span): boolean =>
  quotes.some((quote) => quote.start <= span.start && span.end <= quote.end);
