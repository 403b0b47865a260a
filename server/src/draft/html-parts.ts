import { type Add, compose, type Part } from './composer.ts';
import { entityAt } from './entities.ts';
import type { Span } from './span.ts';

// A tag, a comment, a declaration. CommonMark takes HTML as it stands, tag by tag, with no tree: an element may open in one block and close in another.
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<\/?([a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>/giu;
// What stands in these is no prose.
export const NO_PROSE_ELEMENT =
  /^(?:script|style|template|pre|code|kbd|samp|var|textarea|svg|math|iframe|object|noscript|select|button|title)$/i;
// These run on with the words beside them; any other element parts paragraphs.
export const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|cite|data|del|dfn|em|font|i|img|ins|label|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|wbr)$/i;
export const KINDS: ReadonlyMap<string, Part['kind']> = new Map([
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['li', 'list-item'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['blockquote', 'quotation'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
]);

/** The element that a tag opens, in small letters, if what stands in it is no prose. */
export function noProseElement(tag: string): string | undefined {
  const name = /^<([a-z][\w:-]*)/i.exec(tag)?.[1] ?? '';
  return NO_PROSE_ELEMENT.test(name) && !tag.endsWith('/>') ? name.toLowerCase() : undefined;
}

/** The paragraphs of the HTML in [from, to) of a source: its text without tags, code and scripts, each part where it stands. */
export function htmlParts(source: string, from: number, to: number, kind: Part['kind']): readonly Part[] {
  const html = source.slice(from, to);
  const parts: Part[] = [];
  let own = kind;
  let runs: Run[] = [];
  const close = (next: Part['kind']) => {
    const composed = compose((add) => addTrimmed(source, runs, add));
    if (composed !== undefined) parts.push({ ...composed, kind: own, lines: composed.span });
    runs = [];
    own = next;
  };
  let at = 0;
  let skipping: string | undefined;
  for (const match of html.matchAll(MARKUP)) {
    const [tag, name = ''] = match;
    const closes = tag.startsWith('</');
    const ends = match.index + tag.length;
    if (skipping === undefined) runs.push({ start: from + at, end: from + match.index });
    at = ends;
    if (skipping !== undefined) {
      if (closes && name.toLowerCase() === skipping) skipping = undefined;
      continue;
    }
    skipping = noProseElement(tag);
    if (/^br$/i.test(name)) runs.push({ start: from + match.index, end: from + ends, text: '\n' });
    else if (name !== '' && skipping === undefined && !INLINE.test(name))
      close(closes ? kind : (KINDS.get(name.toLowerCase()) ?? kind));
  }
  if (skipping === undefined) runs.push({ start: from + at, end: to });
  close(kind);
  return parts;
}

/** A stretch of the source between two tags; `text` is what a tag itself stands for. */
interface Run extends Span {
  readonly text?: string;
}

/** Adds stretches of HTML text, entities as what they stand for, without the white space at the ends. */
function addTrimmed(source: string, runs: readonly Run[], add: Add): void {
  const isFilled = ({ start, end, text }: Run) =>
    text === undefined && source.slice(start, end).trim() !== '';
  const first = runs.findIndex(isFilled);
  const last = runs.findLastIndex(isFilled);
  for (const [i, { start, end, text }] of runs.entries()) {
    if (i < first || i > last) continue;
    if (text !== undefined) {
      add(text, start, end - start);
      continue;
    }
    const run = source.slice(start, end);
    const to = i === last ? start + run.trimEnd().length : end;
    addText(source, i === first ? end - run.trimStart().length : start, to, add);
  }
}

function addText(source: string, start: number, end: number, add: Add): void {
  let at = start;
  while (at < end) {
    const entity = entityAt(source, at, end);
    const next = source.indexOf('&', at + 1);
    const to = entity ? at + entity.fromLength : next < 0 || next > end ? end : next;
    add(entity?.text ?? source.slice(at, to), at, to - at);
    at = to;
  }
}
