import type { Check, Counted } from '../checks/check.ts';
import type { Draft, Paragraph } from '../draft/draft.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import type { Prose } from '../draft/prose.ts';
import type { Span } from '../draft/span.ts';

/**
 * How much of what costs checks time a draft may have: so much in any case, and one more for so many characters. Nine corpora of
 * English news, speeches and textbooks have a word in 5.8 to 6.6 characters, a sentence in 100 to 150, a figure in 140 to 750, a capital
 * in 25 to 65 and a paragraph in 100 to 715; what has more, on and on, is no copy.
 */
const ALLOWED: Readonly<Record<Counted, { readonly store: number; readonly characters: number }>> = {
  words: { store: 20_000, characters: 5.2 },
  sentences: { store: 3_000, characters: 30 },
  figures: { store: 3_000, characters: 40 },
  capitals: { store: 5_000, characters: 16 },
  paragraphs: { store: 3_000, characters: 180 },
};
const COUNTED = Object.keys(ALLOWED) as readonly Counted[];

/** A shorter draft cannot have too much of anything: two characters make a sentence. */
const ALWAYS_SHORT = 6_000;

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
/** A full stop, an exclamation mark, a question mark, three points. */
const endsSentence = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 0x2026;

// counted as cheaply as can be, since it is done before anything is judged
const countsOf = memoizeWeak(({ text }: Prose): Readonly<Record<Counted | 'characters', number>> => {
  let words = 0;
  let sentences = 0;
  let figures = 0;
  let capitals = 0;
  let before = 32;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (endsSentence(before)) sentences += 1;
    } else {
      if (isSpace(before)) words += 1;
      if (isDigit(code) && !isDigit(before)) figures += 1;
      if (isCapital(code) && !isCapital(before)) capitals += 1;
    }
    before = code;
  }
  return { words, sentences, figures, capitals, paragraphs: 1, characters: text.length };
});

/** What a draft has too much of. */
export interface Excess {
  /** How many paragraphs are left out for something, and from where to where they stand in the source. */
  readonly of: ReadonlyMap<Counted, { readonly count: number; readonly span: Span }>;
  /** For what a paragraph is left out, a bit for each. */
  readonly bits: ReadonlyMap<Paragraph, number>;
}

/**
 * What a draft has more of than it may have, and so which paragraphs are left out by the checks that it costs time; undefined where there
 * is no such thing. It hangs on nothing but the text: the same draft is cut in the same places on every machine.
 */
export const excessOf = memoizeWeak(({ source, paragraphs }: Draft): Excess | undefined => {
  if (source.length < ALWAYS_SHORT) return undefined;
  const left = COUNTED.map((counted) => ALLOWED[counted].store);
  const bits = new Map<Paragraph, number>();
  const of = new Map<Counted, { count: number; span: Span }>();
  for (const paragraph of paragraphs) {
    const counts = countsOf(paragraph.prose);
    for (const [i, counted] of COUNTED.entries()) {
      const now = (left[i] ?? 0) + counts.characters / ALLOWED[counted].characters;
      const isOver = counts[counted] > now;
      left[i] = isOver ? now : now - counts[counted];
      if (!isOver) continue;
      bits.set(paragraph, (bits.get(paragraph) ?? 0) | (1 << i));
      const { count, span } = of.get(counted) ?? { count: 0, span: paragraph.span };
      of.set(counted, { count: count + 1, span: { start: span.start, end: paragraph.span.end } });
    }
  }
  return bits.size === 0 ? undefined : { of, bits };
});

/** Whether something costs a check time: words and paragraphs do for all. */
export const isDearFor = (counted: Counted, { dearIn = [] }: Check): boolean =>
  counted === 'words' || counted === 'paragraphs' || dearIn.includes(counted);

/** What costs a check time, a bit for each. */
const bitsOf = (check: Check): number =>
  COUNTED.reduce((bits, counted, i) => (isDearFor(counted, check) ? bits | (1 << i) : bits), 0);

/** Those of the checks that do not leave a paragraph out for what it is left out for. */
export const checksFor = <T extends { readonly check: Check }>(
  checks: readonly T[],
  bits: number,
): readonly T[] => checks.filter(({ check }) => (bitsOf(check) & bits) === 0);

/** A draft without the paragraphs that a check leaves out. */
export function withinBudget(draft: Draft, excess: Excess | undefined, check: Check): Draft {
  if (excess === undefined) return draft;
  const dear = bitsOf(check);
  const { reading: _, ...same } = draft;
  return {
    ...same,
    paragraphs: draft.paragraphs.filter((paragraph) => ((excess.bits.get(paragraph) ?? 0) & dear) === 0),
  };
}
