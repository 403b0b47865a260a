import type { Composed } from './composer.ts';
import { type Paragraph, type Piece, toSource } from './draft.ts';
import { quotesOf } from './quotes.ts';
import { lowerBound } from './search.ts';
import type { Span } from './span.ts';

/** No paragraph of published copy is as long (UTF-16 units); what judges one may take the square of it. */
export const LONGEST_PARAGRAPH = 8_000;

const SENTENCE_END = /[.!?…][”’"')\]]*(?=\s)/gu;

/** A paragraph's text, where it stands in the source, and the lines it stands on. */
type Placed = Composed & { readonly lines: Span };

/**
 * A text that is longer than any paragraph of published copy as several, so that the time it takes to judge grows as the text does and
 * not as its square. It is cut where a sentence ends outside quotes, else at a space. The parts share out its lines.
 */
export function inParts<T extends Placed>(whole: T): readonly T[] {
  const { text, lines } = whole;
  if (text.length <= LONGEST_PARAGRAPH) return [whole];
  const spans = partsOf(text, whole.pieces ?? []);
  const placed = spans.map((span) => toSource(whole, span));
  let piece = 0;
  return spans.map((span, i) => {
    const place = placed[i] as Span;
    const next = placed[i + 1];
    const pieces: Piece[] = [];
    for (; piece < (whole.pieces?.length ?? 0); piece += 1) {
      const one = whole.pieces?.[piece] as Piece;
      if (one.at >= span.end) break;
      pieces.push(...pieceWithin(one, span, place.start - whole.span.start));
      // what reaches past this part goes on in the next
      if (one.at + one.length > span.end) break;
    }
    return {
      ...whole,
      text: text.slice(span.start, span.end),
      span: place,
      lines: { start: i === 0 ? lines.start : place.start, end: next?.start ?? lines.end },
      pieces: whole.pieces && pieces,
    };
  });
}

/** The paragraphs of a draft that are judged in parts, each whole; spans in the source. */
export function judgedInParts(paragraphs: readonly Paragraph[]): readonly Span[] {
  const cut: Span[] = [];
  for (const [i, { span, lines }] of paragraphs.entries()) {
    const before = paragraphs[i - 1];
    // the parts of one share out its lines; else a line's end or a tag lies between two paragraphs
    const goesOn = before !== undefined && before.lines.end === lines.start && lines.start === span.start;
    if (!goesOn || before.prose.text.length < LONGEST_PARAGRAPH / 2) continue;
    const last = cut.at(-1);
    if (last !== undefined && last.end === before.span.end)
      cut[cut.length - 1] = { start: last.start, end: span.end };
    else cut.push({ start: before.span.start, end: span.end });
  }
  return cut;
}

function partsOf(text: string, pieces: readonly Piece[]): readonly Span[] {
  const quotes = quotesOf(text);
  const isQuoted = (at: number) => {
    const quote = quotes[lowerBound(quotes.length, (i) => (quotes[i]?.start ?? 0) >= at) - 1];
    return quote !== undefined && at < quote.end;
  };
  const spans: Span[] = [];
  let start = 0;
  while (text.length - start > LONGEST_PARAGRAPH) {
    const base = start + LONGEST_PARAGRAPH / 2;
    const window = text.slice(base, start + LONGEST_PARAGRAPH);
    const ends = Array.from(
      window.matchAll(SENTENCE_END),
      ({ 0: mark, index }) => base + index + mark.length,
    );
    const space = window.search(/\s\S*$/u);
    const end =
      ends.findLast((at) => !isQuoted(at)) ??
      ends.at(-1) ??
      (space > 0 ? base + space : wholeCharacter(text, pieces, start + LONGEST_PARAGRAPH));
    spans.push({ start, end });
    start = end;
    while (start < text.length && /\s/u.test(text.charAt(start))) start += 1;
  }
  return start < text.length ? [...spans, { start, end: text.length }] : spans;
}

/** The nearest place before this one that parts neither a character nor what stands for an entity. */
function wholeCharacter(text: string, pieces: readonly Piece[], at: number): number {
  const piece = pieces[lowerBound(pieces.length, (i) => (pieces[i]?.at ?? 0) >= at) - 1];
  if (piece !== undefined && piece.length !== piece.fromLength && piece.at + piece.length > at)
    return piece.at;
  return /[\udc00-\udfff]/u.test(text.charAt(at)) ? at - 1 : at;
}

/** As much of a piece as lies in a part, counted from the part. */
function pieceWithin(piece: Piece, { start, end }: Span, from: number): readonly Piece[] {
  const at = Math.max(piece.at, start);
  const until = Math.min(piece.at + piece.length, end);
  if (until <= at) return [];
  if (piece.length !== piece.fromLength) return [{ ...piece, at: piece.at - start, from: piece.from - from }];
  return [
    {
      at: at - start,
      length: until - at,
      from: piece.from + (at - piece.at) - from,
      fromLength: until - at,
    },
  ];
}
