import type { Piece } from './draft.ts';
import { isRow } from './joins.ts';
import type { ParagraphKind } from './prose.ts';
import type { Span } from './span.ts';

/** Stands for something inline that is no prose (code, a picture, a template's tag): keeps the words on either side apart. */
export const NO_PROSE = '\ufffc';

// Characters that show nothing: a soft hyphen, a space of no width, a word joiner, a byte order mark.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]+/u;
// `{% … %}` of Liquid and Nunjucks, `{{< … >}}` of Hugo, `{{ page.title }}`: what a site's generator puts its own text for. Plain words in
// braces are left: whoever wrote them holds a place for something to come. No tag has another in it: one that does not close is sought once.
const TAG =
  /\{%(?:(?!\{%)[^\r\n])*?%\}|\{\{(?!\s*[\p{L}_][\p{L}\p{N}_ -]{0,40}\}\})(?:(?!\{\{)[\s\S]){1,4000}?\}\}/gu;
const MAY_DIFFER = /[\u00ad\u200b\u2060\ufeff\r\n]|\{[{%]/u;
// a character of no script, which no markup is made of, as often as the tag is long
const MASK = '\ue000';
const APART = /(\ue000+|[\u00ad\u200b\u2060\ufeff]+)/u;

/** Puts masks for the tags of a template, so that a text keeps its length and nothing in them is read as markup. */
export const maskTags = (text: string): string =>
  text.includes('{{') || text.includes('{%') ? text.replace(TAG, (tag) => MASK.repeat(tag.length)) : text;

/** A paragraph of a chunk, placed from the chunk's start. */
export interface Part extends Composed {
  readonly kind: ParagraphKind | 'prose';
  readonly lines: Span;
}

/** Adds a stretch of a paragraph's text, and where it stands in the source. */
export type Add = (value: string, from: number, fromLength: number) => void;

/** A paragraph's text with its place in the source; `pieces` are counted from `span.start` and absent where the two are the same but for line ends. */
export interface Composed {
  readonly text: string;
  readonly span: Span;
  readonly pieces: readonly Piece[] | undefined;
}

// A line that ends within a paragraph is a space and no more; a row of a table and the mark of a merge are lines.
const LINE_END = /[ \t]*(?:\r\n|\r|\n)[ \t]*/u;
const LINE_ENDS = new RegExp(`(${LINE_END.source})`, 'u');
const MERGE_MARK = /^(?:<{7}|={7}|>{7}|\|{7})/mu;
const isOfLines = (text: string): boolean =>
  MERGE_MARK.test(text) || (/\t| {2}/u.test(text) && text.split(/\r\n|\r|\n/u).every(isRow));

interface Stretch {
  readonly value: string;
  readonly from: number;
  readonly fromLength: number;
}

/**
 * Makes a paragraph's text of stretches of its source, without what does not show; the masks of tags come out as no prose, line ends
 * as spaces.
 */
export function compose(fill: (add: Add) => void): Composed | undefined {
  const stretches: Stretch[] = [];
  fill((value, from, fromLength) => stretches.push({ value, from, fromLength }));
  const whole = stretches.map(({ value }) => value).join('');
  if (whole.replaceAll(NOTHING, '') === '') return undefined;
  const { text, pieces } = piecedFrom(stretches, isOfLines(whole));
  const start = pieces[0]?.from ?? 0;
  const last = pieces.at(-1) as Piece;
  const placed = pieces.map((piece) => ({ ...piece, from: piece.from - start }));
  const plain = placed.length === 1 && last.length === last.fromLength;
  return { text, span: { start, end: last.from + last.fromLength }, pieces: plain ? undefined : placed };
}

const NOTHING = /[\s\ue000\ufffc\u00ad\u200b\u2060\ufeff]+/gu;

function piecedFrom(
  stretches: readonly Stretch[],
  keepsLines: boolean,
): { text: string; pieces: readonly Piece[] } {
  const text: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const put = (value: string, from: number, fromLength: number): void => {
    const last = pieces.at(-1);
    const joins =
      last !== undefined &&
      value.length === fromLength &&
      last.length === last.fromLength &&
      last.from + last.length === from;
    if (joins)
      pieces[pieces.length - 1] = {
        ...last,
        length: last.length + fromLength,
        fromLength: last.fromLength + fromLength,
      };
    else pieces.push({ at: length, length: value.length, from, fromLength });
    text.push(value);
    length += value.length;
  };
  const putLines = (value: string, from: number): void => {
    let at = from;
    for (const part of keepsLines ? [value] : value.split(LINE_ENDS)) {
      if (part !== '') put(!keepsLines && LINE_END.test(part) ? ' ' : part, at, part.length);
      at += part.length;
    }
  };
  for (const { value, from, fromLength } of stretches) {
    if (value.length !== fromLength) {
      put(value, from, fromLength);
      continue;
    }
    let at = from;
    for (const run of value.split(APART)) {
      if (run.startsWith(MASK)) put(NO_PROSE, at, run.length);
      else if (!UNSEEN.test(run)) putLines(run, at);
      at += run.length;
    }
  }
  return { text: text.join(''), pieces };
}

/** The same of a text that is all prose but for its line ends, what does not show and the tags of a template. */
export const composeText = (text: string): Composed | undefined =>
  MAY_DIFFER.test(text)
    ? compose((add) => add(maskTags(text), 0, text.length))
    : { text, span: { start: 0, end: text.length }, pieces: undefined };
