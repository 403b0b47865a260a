import { type Node, parseTree } from 'jsonc-parser';
import { compose, type Part } from './composer.ts';
import { lowerBound } from './search.ts';
import type { SourceText } from './source.ts';
import { overlaps, type Span } from './span.ts';

/** A field of front matter whose words readers see. Spans are UTF-16 offsets of the source. */
export interface Field {
  readonly parts: readonly Part[];
  /** Its value as it is written, quote marks and all. */
  readonly value: Span;
  /** Its whole lines. */
  readonly lines: Span;
  /** Whether a value in place of this one is written in the same way, so that the front matter stays whole. */
  readonly takes: (value: string) => boolean;
}

const SEEN = /^(?:headline|standfirst|dek|caption)$/i;
const KEY = /^([ \t]*(?:- +)?)(["']?)([\w-]+)\2[ \t]*([:=])(?:[ \t]+|$)/;
const LINE = /([^\r\n]*)(?:\r\n|\n|\r|$)/y;

interface Line extends Span {
  readonly text: string;
  /** Where the next one starts. */
  readonly next: number;
}

function linesOf(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = from; at < to; ) {
    LINE.lastIndex = at;
    const [whole = '', own = ''] = LINE.exec(text) ?? [];
    if (whole === '') break;
    lines.push({ text: own, start: at, end: at + own.length, next: at + whole.length });
    at += whole.length;
  }
  return lines;
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;
const isBlank = (line: string): boolean => line.trim() === '';

/**
 * The fields of front matter in YAML, TOML or JSON that are read as prose: those of a few names, where each letter of the value is one of
 * the source. Values with escapes other than of quote marks, blocks set further in, values that run over lines within quotes: none of them
 * is read, and after a value whose end is in doubt nothing is.
 */
export function fieldsOf(source: string, end: number): readonly Field[] {
  if (/^\ufeff?\s{0,20}\{/.test(source)) return fieldsOfJson(source, end);
  const [opening, ...lines] = linesOf(source, 0, end);
  const toml = opening?.text.includes('+++') === true;
  if (opening === undefined || !/^\ufeff?(?:---|\+\+\+)[ \t]*$/.test(opening.text)) return [];
  const fields: Field[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    const [lead, before = '', , key = '', sign] = KEY.exec(line.text) ?? [];
    const value = line.text.slice(lead?.length ?? 0).trim();
    if (lead === undefined || value === '' || value.startsWith('#')) {
      if (/^\s*- +["'[{]/.test(line.text) && !/["'\]}]\s*$/.test(line.text)) break;
      continue;
    }
    if (/^["'[{]/.test(value) && !/["'\]}]\s*(?:#.*)?$/.test(value)) break;
    // a value goes on over lines that are set further in than its key
    const indent = before.length;
    const block = /^[|>]/.test(value);
    let last = i;
    while (
      last + 1 < lines.length &&
      (indentOf(lines[last + 1]?.text ?? '') > indent || (block && isBlank(lines[last + 1]?.text ?? '')))
    )
      last += 1;
    while (block && last > i && isBlank(lines[last]?.text ?? '')) last -= 1;
    const start = line.start + lead.length;
    const valueEnd = (lines[last] as Line).end;
    i = last;
    if (!SEEN.test(key) || (sign === '=') !== toml) continue;
    const read = (text: string) => scalar(text, indent, toml);
    const whole = source.slice(start, valueEnd);
    const found = read(whole);
    if (found === undefined) continue;
    fields.push({
      parts: found.parts.map((part) => placed(part, start, { start: line.start, end: valueEnd })),
      value: { start, end: valueEnd },
      lines: { start: line.start, end: valueEnd },
      takes(text) {
        const now = read(text);
        return now !== undefined && now.style === found.style && now.parts.length === found.parts.length;
      },
    });
  }
  return fields;
}

/** Hugo's front matter in JSON: a value keeps its quote marks, and what parts it from the next is not touched. */
function fieldsOfJson(source: string, end: number): readonly Field[] {
  // a byte order mark is no JSON, and a space is as long
  const root = parseTree(source.slice(0, end).replace(/^\ufeff/, ' '));
  return root === undefined ? [] : propertiesOf(root).flatMap((property) => fieldOfJson(source, property));
}

const propertiesOf = (node: Node): readonly Node[] =>
  (node.children ?? []).flatMap((child) =>
    child.type === 'property' ? [child, ...propertiesOf(child)] : propertiesOf(child),
  );

function fieldOfJson(source: string, { offset, length, children: [key, node] = [] }: Node): readonly Field[] {
  if (node?.type !== 'string' || !SEEN.test(String(key?.value))) return [];
  const value = { start: node.offset, end: node.offset + node.length };
  const found = jsonString(source.slice(value.start, value.end));
  if (found === undefined) return [];
  const lines = { start: offset, end: offset + length };
  const parts = found.parts.map((part) => placed(part, value.start, lines));
  return [{ parts, value, lines, takes: (text) => jsonString(text) !== undefined }];
}

function jsonString(text: string): Scalar | undefined {
  const inner = JSON_STRING.exec(text)?.[1];
  return inner === undefined ? undefined : scalarOf('quoted', [unescaped(inner, 1, '\\"', true)]);
}

// a quote mark is the only thing that may be escaped
const JSON_STRING = /^"((?:[^"\\\p{Cc}]|\\")*)"$/u;

const placed = ({ text, span, pieces }: Scalar['parts'][number], start: number, lines: Span): Part => ({
  text,
  span: { start: start + span.start, end: start + span.end },
  pieces,
  kind: 'field',
  lines,
});

/** Whether an edit leaves front matter as whole as it was: it keeps to the words of one field, or touches none. */
export const keepsFields =
  (source: SourceText, fields: readonly Field[]) =>
  ({ span: { start, end }, text }: { readonly span: Span; readonly text: string }): boolean => {
    const first = lowerBound(fields.length, (i) => (fields[i]?.lines.end ?? 0) >= start);
    for (const { value, lines, takes } of fields.slice(first, first + 2)) {
      if (lines.start > end) break;
      if (start < value.start || end > value.end) {
        if (overlaps({ start, end }, lines)) return false;
        continue;
      }
      const now = source.slice(value.start, start) + text + source.slice(end, value.end);
      if (/[\r\n]/.test(text) || !takes(now)) return false;
    }
    return true;
  };

interface Scalar {
  readonly style: 'plain' | 'quoted' | 'block';
  readonly parts: readonly Omit<Part, 'kind' | 'lines'>[];
}

/** A value of words, read from how it is written; undefined where it is something else, or its letters are not those of the source. */
function scalar(text: string, indent: number, toml: boolean): Scalar | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted !== null) {
    const inner = quoted[1] ?? quoted[2] ?? '';
    const escapes = quoted[1] === undefined ? (toml ? '' : "''") : '\\"';
    return scalarOf('quoted', [unescaped(inner, 1, escapes, quoted[1] !== undefined)]);
  }
  if (toml) return undefined;
  if (/^[|>]/.test(text)) return scalarOf('block', blocks(text, indent));
  return PLAIN.test(text) && !NO_WORDS.test(text) && !/: |:$|: *[\r\n]|\s#/.test(text)
    ? scalarOf('plain', [stretchesOf(linesOf(text, 0, text.length))])
    : undefined;
}

const QUOTED = /^(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)')[ \t]*(?:\s#[^\r\n]*)?$/;
// what a plain value may not begin with; lines within it that are blank part paragraphs
const PLAIN =
  /^(?![-?:](?:\s|$))[^\s[\]{}&*!|>%@`"'#,](?:[^\r\n]|(?:\r\n|\r|\n)(?![ \t]*(?:[\r\n]|$)))*(?<!\s)$/;
const NO_WORDS = /^(?:true|false|yes|no|y|n|on|off|null|~|[\d.:+_-]+)$/i;

type Stretch = readonly [value: string, from: number, fromLength: number];

function scalarOf(
  style: Scalar['style'],
  paragraphs: readonly (readonly Stretch[] | undefined)[] | undefined,
): Scalar | undefined {
  const parts = paragraphs?.map((stretches) =>
    stretches === undefined
      ? undefined
      : compose((add) => {
          for (const stretch of stretches) add(...stretch);
        }),
  );
  if (parts === undefined || parts.length === 0) return undefined;
  const whole = parts.filter((part) => part !== undefined);
  return whole.length === parts.length ? { style, parts: whole } : undefined;
}

/** Words between quote marks; `pair` is how a quote mark stands within them. */
function unescaped(
  inner: string,
  from: number,
  pair: string,
  backslashes: boolean,
): readonly Stretch[] | undefined {
  if (pair === '' && inner.includes("'")) return undefined;
  const stretches: Stretch[] = [];
  let at = from;
  for (const run of pair === '' ? [inner] : inner.split(pair)) {
    if (at > from) stretches.push([pair.charAt(1), at - 2, 2]);
    if (backslashes && run.includes('\\')) return undefined;
    if (run !== '') stretches.push([run, at, run.length]);
    at += run.length + 2;
  }
  return stretches;
}

/** The paragraphs of a block, each of its lines as far in as the first. */
function blocks(text: string, indent: number): readonly (readonly Stretch[])[] | undefined {
  const [header, ...lines] = linesOf(text, 0, text.length);
  if (!/^[|>][+-]?[ \t]*(?:\s#.*)?$/.test(header?.text ?? '')) return undefined;
  const depth = indentOf(lines.find((line) => !isBlank(line.text))?.text ?? '');
  if (depth <= indent) return undefined;
  const paragraphs: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isBlank(line.text)) {
      isOpen = false;
      continue;
    }
    if (indentOf(line.text) !== depth || line.text.charAt(depth) === '\t') return undefined;
    if (isOpen) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
    isOpen = true;
  }
  return paragraphs.map(stretchesOf);
}

/** The words of lines, with a space for what lies between two. */
const stretchesOf = (lines: readonly Line[]): readonly Stretch[] =>
  lines.flatMap((line, i) => {
    const words = line.text.trim();
    const start = line.start + line.text.indexOf(words);
    const next = lines[i + 1];
    const own: Stretch = [words, start, words.length];
    if (next === undefined) return [own];
    const end = start + words.length;
    return [own, [' ', end, next.start + indentOf(next.text) - end]];
  });
