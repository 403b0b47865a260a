import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Check, Edit, Severity } from '../checks/check.ts';
import type { Span } from '../draft/span.ts';
import { parseHouse } from './house.ts';

/** A house file that says nothing but how grave one kind of finding is. */
export const houseFileSaying = (code: string, shownAs: Severity | 'off'): string =>
  `${JSON.stringify({ severity: { [code]: shownAs } }, null, 2)}\n`;

/**
 * Edits of a house file after which a kind of finding is as grave as this. Comments and all else stay as they are; offsets are
 * UTF-16 into the text.
 * @returns undefined where the file has a fault, or cannot be edited so that it says this and nothing else new.
 */
export function setSeverity(
  text: string,
  code: string,
  shownAs: Severity | 'off',
  checks: readonly Check[],
): readonly Edit[] | undefined {
  const before = parseHouse(text, checks).house;
  if (before === undefined) return undefined;
  const edits = [saying(text, code, shownAs)];
  const after = parseHouse(applied(text, edits), checks).house;
  const expected = {
    ...before,
    overrides: { ...before.overrides, severity: { ...before.overrides.severity, [code]: shownAs } },
  };
  return canonical(after) === canonical(expected) ? edits : undefined;
}

/**
 * The one edit. What is new comes first in its object: after the last there may be a comment that belongs to it, and
 * jsonc-parser's own `modify` would lay out the lines around it anew.
 */
function saying(text: string, code: string, shownAs: string): Edit {
  const value = JSON.stringify(shownAs);
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const there = tree && findNodeAtLocation(tree, ['severity', code]);
  if (there !== undefined) return { span: spanOf(there), text: value };
  const severity = tree && findNodeAtLocation(tree, ['severity']);
  const indent = /\n([ \t]+)\S/u.exec(text)?.[1] ?? '  ';
  const entry = `${JSON.stringify(code)}: ${value}`;
  if (severity !== undefined) return firstIn(text, severity, [entry], indent, 2);
  const block = ['"severity": {', `${indent}${entry}`, '}'];
  return firstIn(text, tree ?? { type: 'object', offset: 0, length: text.length }, block, indent, 1);
}

function firstIn(text: string, object: Node, lines: readonly string[], indent: string, depth: number): Edit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const empty = (object.children ?? []).length === 0;
  const inside = text.slice(object.offset + 1, object.offset + object.length - 1);
  // what is commented out in there may come into force one day
  const comma = empty && inside.trim() === '' ? '' : ',';
  // a comment beside the brace stays there
  const beside = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/u.exec(inside)?.[0];
  const at = object.offset + 1 + (beside?.length ?? 0);
  const span = { start: at, end: at };
  const laidOut = lines.map((line) => `${eol}${indent.repeat(depth)}${line}`).join('');
  if (beside !== undefined) return { span, text: laidOut + comma };
  if (inside.trim() === '')
    return {
      span: { start: at, end: at + inside.length },
      text: `${laidOut}${eol}${indent.repeat(depth - 1)}`,
    };
  return { span, text: ` ${lines.map((line) => line.trim()).join(' ')}${comma}` };
}

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight(
    (result, { span, text: words }) => result.slice(0, span.start) + words + result.slice(span.end),
    text,
  );

/** A value in one spelling, its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
