import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Piece } from './draft.ts';
import type { ParagraphKind } from './prose.ts';
import type { Span } from './span.ts';

/** Stands for something inline that is no prose (code, a picture): keeps the words on either side apart. */
export const NO_PROSE = '\ufffc';

/** A paragraph of a chunk, placed from the chunk's start. */
export interface Part {
  readonly text: string;
  readonly kind: ParagraphKind | 'prose';
  readonly span: Span;
  readonly lines: Span;
  readonly pieces: readonly Piece[] | undefined;
}

/** The paragraphs of a chunk of this length, which may stand before definitions that its links refer to. */
export function partsOf(text: string, length: number): Part[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const parts: Part[] = [];
  for (const child of tree.children) collect(child, text, length, 'prose', child, parts);
  return parts;
}

function collect(
  node: Nodes,
  text: string,
  length: number,
  kind: Part['kind'],
  block: Nodes,
  parts: Part[],
): void {
  if (offsetOf(node, 'start') >= length) return;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell': {
      const own =
        node.type === 'heading' ? 'heading' : isCaption(node) && kind === 'prose' ? 'caption' : kind;
      const part = partOf(node, node.type === 'tableCell' ? node : block, text, own);
      if (part !== undefined) parts.push(part);
      return;
    }
    case 'blockquote':
      for (const child of node.children)
        collect(child, text, length, kind === 'prose' ? 'quotation' : kind, child, parts);
      return;
    case 'list':
      for (const item of node.children) {
        item.children.forEach((child, i) => {
          collect(child, text, length, 'list-item', i === 0 ? item : child, parts);
        });
      }
      return;
    case 'table':
      for (const row of node.children)
        for (const cell of row.children) collect(cell, text, length, 'cell', cell, parts);
      return;
    case 'footnoteDefinition':
      for (const child of node.children) collect(child, text, length, kind, child, parts);
      return;
    default:
      return;
  }
}

// A picture's line with nothing but emphasised words beside it is its caption.
function isCaption(node: Parents): boolean {
  const [first, ...rest] = node.children;
  return (
    first?.type === 'image' &&
    rest.length > 0 &&
    rest.every((n) => n.type === 'emphasis' || (n.type === 'text' && n.value.trim() === ''))
  );
}

const offsetOf = (node: Nodes, side: 'start' | 'end'): number => node.position?.[side].offset ?? 0;

function partOf(node: Nodes, block: Nodes, source: string, kind: Part['kind']): Part | undefined {
  const text: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const add = (value: string, from: number, fromLength: number) => {
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
  walkInline(node, source, add);
  const joined = text.join('');
  if (joined.replaceAll(NO_PROSE, '').trim() === '') return undefined;
  const start = pieces[0]?.from ?? 0;
  const last = pieces.at(-1) as Piece;
  const end = last.from + last.fromLength;
  const lines = wholeLines(
    source,
    Math.min(start, offsetOf(block, 'start')),
    Math.max(end, offsetOf(node, 'end')),
  );
  const placed = pieces.map((piece) => ({ ...piece, from: piece.from - start }));
  const plain = placed.length === 1 && placed[0]?.length === placed[0]?.fromLength;
  return {
    text: joined,
    kind,
    span: { start, end },
    // a cell shares its line with others
    lines: node.type === 'tableCell' ? { start, end } : lines,
    pieces: plain ? undefined : placed,
  };
}

function wholeLines(source: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && source.charCodeAt(from - 1) !== 10 && source.charCodeAt(from - 1) !== 13) from -= 1;
  let to = end;
  while (to < source.length && source.charCodeAt(to) !== 10 && source.charCodeAt(to) !== 13) to += 1;
  return { start: from, end: to };
}

type Add = (value: string, from: number, fromLength: number) => void;

function walkInline(node: Nodes, source: string, add: Add): void {
  const start = offsetOf(node, 'start');
  const end = offsetOf(node, 'end');
  switch (node.type) {
    case 'text':
      alignText(node.value, source, start, end, add);
      return;
    case 'break':
      add('\n', start, end - start);
      return;
    case 'inlineCode':
    case 'image':
    case 'imageReference':
      add(NO_PROSE, start, end - start);
      return;
    case 'link': {
      const [only] = node.children;
      const bare =
        node.children.length === 1 &&
        only?.type === 'text' &&
        /^(?:[a-z]+:|www\.|[^\s@]+@)\S*$/iu.test(only.value);
      if (bare) add(NO_PROSE, start, end - start);
      else for (const child of node.children) walkInline(child, source, add);
      return;
    }
    case 'html':
    case 'footnoteReference':
      return;
    default:
      if ('children' in node) for (const child of node.children) walkInline(child, source, add);
  }
}

/** Lays the value of a text node beside its source: escapes, entities and the marks at the start of a line are passed over. */
function alignText(value: string, source: string, start: number, end: number, add: Add): void {
  let at = start;
  let i = 0;
  let lineStart = false;
  while (i < value.length && at < end) {
    const run = sameRun(value, i, source, at, end, lineStart);
    if (run > 0) {
      add(value.slice(i, i + run), at, run);
      lineStart = /[\r\n]/u.test(value.charAt(i + run - 1));
      i += run;
      at += run;
      continue;
    }
    const entity = entityAt(source, at, end);
    if (entity !== undefined) {
      add(value.slice(i, i + entity.length), at, entity.fromLength);
      i += entity.length;
      at += entity.fromLength;
      lineStart = false;
      continue;
    }
    // a backslash before a mark, white space at the ends of a line, or the `>` of a quotation's next line
    at += 1;
  }
}

/** How many UTF-16 units the entity here stands for, and how many it takes; undefined where there is none (“AT&T;”). */
function entityAt(
  source: string,
  at: number,
  end: number,
): { length: number; fromLength: number } | undefined {
  if (source.charCodeAt(at) !== 38) return undefined;
  const match = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,31}));/iu.exec(
    source.slice(at, Math.min(end, at + 40)),
  );
  if (match === null) return undefined;
  const [entity, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const decoded = decodeNamedCharacterReference(name);
    return decoded === false ? undefined : { length: decoded.length, fromLength: entity.length };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  // a number that is no character comes out as one replacement mark
  const astral = code > 0xffff && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe;
  return { length: astral ? 2 : 1, fromLength: entity.length };
}

// How far value and source agree from here: to a difference, a possible entity, or past a line's end.
function sameRun(
  value: string,
  i: number,
  source: string,
  at: number,
  end: number,
  lineStart: boolean,
): number {
  let run = 0;
  while (i + run < value.length && at + run < end) {
    const code = source.charCodeAt(at + run);
    const same = value.charCodeAt(i + run);
    // Markdown puts a replacement mark for a null
    if (code !== same && !(code === 0 && same === 0xfffd)) break;
    if (code === 38 && entityAt(source, at + run, end) !== undefined) break;
    if (
      code === 92 &&
      /[!-/:-@[-`{-~]/u.test(source.charAt(at + run + 1)) &&
      value.charCodeAt(i + run + 1) !== source.charCodeAt(at + run + 1)
    )
      break;
    if (lineStart && run === 0 && code === 62 && value.charCodeAt(i) !== 62) break;
    run += 1;
    if (code === 10 || code === 13) {
      if (code === 13 && source.charCodeAt(at + run) === 10 && value.charCodeAt(i + run) === 10) run += 1;
      break;
    }
  }
  return run;
}
