import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Add, compose, maskTags, NO_PROSE, type Part } from './composer.ts';
import { entityAt } from './entities.ts';
import { htmlParts, noProseElement } from './html-parts.ts';
import type { Span } from './span.ts';

// made once, since most chunks are short
const PARSER = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/** The paragraphs of a chunk of this length, which may stand before definitions that its links refer to. */
export function partsOf(source: string, length: number): Part[] {
  const text = maskTags(withoutDepths(source));
  const tree = fromMarkdown(text, PARSER);
  const parts: Part[] = [];
  for (const child of tree.children) collect(child, text, length, 'prose', child, parts);
  return parts;
}

// Quotations and lists within one another, 100 deep: a mark and the space after it are two, and so is a level of a list that is told by its indent.
const TOO_DEEP = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])){200,}.*$/gmu;

/** A text without the lines that stand more than 100 quotations or lists deep: nobody writes such, and the parser takes the square of the depth. */
const withoutDepths = (text: string): string => text.replace(TOO_DEEP, (line) => ' '.repeat(line.length));

/** The lines of a text that are not read since they stand too deep. */
export const depthsIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(TOO_DEEP), ({ 0: line, index }) => ({ start: index, end: index + line.length }));

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
    case 'html':
      parts.push(...htmlParts(text, offsetOf(node, 'start'), offsetOf(node, 'end'), kind));
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
  const composed = compose((add) => walkInline(node, source, add));
  if (composed === undefined) return undefined;
  const { span } = composed;
  const lines = wholeLines(
    source,
    Math.min(span.start, offsetOf(block, 'start')),
    Math.max(span.end, offsetOf(node, 'end')),
  );
  // a cell shares its line with others
  return { ...composed, kind, lines: node.type === 'tableCell' ? span : lines };
}

function wholeLines(source: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && source.charCodeAt(from - 1) !== 10 && source.charCodeAt(from - 1) !== 13) from -= 1;
  let to = end;
  while (to < source.length && source.charCodeAt(to) !== 10 && source.charCodeAt(to) !== 13) to += 1;
  return { start: from, end: to };
}

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
      // a link without a text shows nothing, yet parts the words beside it
      if (bare || only === undefined) add(NO_PROSE, start, end - start);
      else walkAll(node.children, source, add);
      return;
    }
    case 'html':
      return;
    case 'footnoteReference':
      // between spaces it parts two words; after a word it is a mark on it
      if (/\s/u.test(source.charAt(start - 1))) add(NO_PROSE, start, end - start);
      return;
    default:
      if ('children' in node) walkAll(node.children, source, add);
  }
}

function walkAll(nodes: readonly Nodes[], source: string, add: Add): void {
  for (let i = 0; i < nodes.length; i += 1) {
    const node = nodes[i] as Nodes;
    const close = node.type === 'html' ? closingOf(nodes, i) : -1;
    if (close < 0) walkInline(node, source, add);
    else {
      const start = offsetOf(node, 'start');
      add(NO_PROSE, start, offsetOf(nodes[close] as Nodes, 'end') - start);
      i = close;
    }
  }
}

/** Where an element that holds no prose (code, a script) ends among its siblings; -1 where none begins. */
function closingOf(nodes: readonly Nodes[], at: number): number {
  const open = nodes[at];
  const name = open?.type === 'html' ? noProseElement(open.value) : undefined;
  if (name === undefined) return -1;
  return nodes.findIndex(
    (node, i) => i > at && node.type === 'html' && node.value.toLowerCase().startsWith(`</${name}`),
  );
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
      add(value.slice(i, i + entity.text.length), at, entity.fromLength);
      i += entity.text.length;
      at += entity.fromLength;
      lineStart = false;
      continue;
    }
    if (source.charCodeAt(at) === 92 && source.charAt(at + 1) === value.charAt(i)) {
      // what it escapes begins no entity
      add(value.charAt(i), at + 1, 1);
      i += 1;
      at += 2;
      lineStart = false;
      continue;
    }
    // white space at the ends of a line, or the `>` of a quotation's next line
    at += 1;
  }
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
