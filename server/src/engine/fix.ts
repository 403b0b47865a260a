import type { Edit, Fix } from '../checks/check.ts';
import { overlaps } from '../draft/span.ts';
import type { Finding } from './finding.ts';

/**
 * Applies edits, all of them given in offsets of the text as it stands.
 * @throws RangeError if two of them overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < at || span.end > text.length)
      throw new RangeError('Edits overlap or lie outside the text.');
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The safe fixes that can be applied together: the first of each finding, none overlapping one before it. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.safe && one.edits.length > 0);
    if (fix === undefined) continue;
    const clashes = chosen.some((other) => other.edits.some((a) => fix.edits.some((b) => touches(a, b))));
    if (!clashes) chosen.push(fix);
  }
  return chosen;
}

const touches = (a: Edit, b: Edit): boolean =>
  overlaps(a.span, b.span) || a.span.start === b.span.start || a.span.end === b.span.end;

/**
 * Applies every safe fix until none is left, reading the draft anew after each round (one mend can show another).
 * @param check reads and checks a source.
 */
export function fixAll(source: string, check: (source: string) => readonly Finding[]): string {
  let text = source;
  for (let round = 0; round < 10; round += 1) {
    const fixes = safeFixes(check(text));
    if (fixes.length === 0) break;
    text = applyEdits(
      text,
      fixes.flatMap((fix) => fix.edits),
    );
  }
  return text;
}
