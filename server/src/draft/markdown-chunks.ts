import type { SourceText } from './source.ts';
import type { Span } from './span.ts';

const DEFINITION = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gmu;

/** Whether a stretch of text may hold a definition that links elsewhere refer to. */
export const mayDefine = (text: string): boolean => text.includes(']:');

/** The definitions of a text: a link by reference is told from plain brackets only where its definition is known. */
export const definitionsOf = (source: string): string =>
  mayDefine(source) ? (source.match(DEFINITION) ?? []).join('\n') : '';

// In these CommonMark reads on over blank lines, to the end of the element.
const RAW = /^ {0,3}<(?:script|style|pre|textarea)(?=[\s>]|$)/iu;
const RAW_END = /<\/(?:script|style|pre|textarea)>/iu;

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * Top-level stretches between blank lines, from a place on where one of them begins; fences, comments, scripts and indented text are
 * kept whole.
 */
export function* chunksFrom(source: SourceText, from: number): Generator<Span> {
  let start = from;
  let at = start;
  let fence = '';
  let comment = false;
  let raw = false;
  let blank = true;
  while (at < source.length) {
    let end = at;
    while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end += 1;
    const next = source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    const line = source.slice(at, Math.min(end, at + 400));
    const whole = fence === '' && !comment && !raw;
    if (whole && blank && at > start && /^\S/u.test(line)) {
      yield { start, end: at };
      start = at;
    }
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (raw || (whole && RAW.test(line))) raw = !RAW_END.test(source.slice(at, end));
    else if (fence === '' && !comment && mark !== '') fence = mark;
    else if (fence !== '' && mark.startsWith(fence) && line.trim() === mark) fence = '';
    else if (fence === '') {
      const open = source.slice(at, end).lastIndexOf('<!--');
      const close = source.slice(at, end).lastIndexOf('-->');
      if (open > close) comment = true;
      else if (close >= 0) comment = false;
    }
    blank = line.trim() === '';
    at = next;
  }
  if (start < source.length) yield { start, end: source.length };
}
