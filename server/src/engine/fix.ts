import type { Edit, Fix } from '../checks/check.ts';
import type { Span } from '../draft/span.ts';
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

/**
 * The safe fixes that can be applied together: the first of each finding, none reaching into another. What is left out for
 * that reason comes in the next round.
 */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const candidates = findings
    .map((finding) => finding.fixes.find((fix) => fix.safe && fix.edits.length > 0))
    .filter((fix) => fix !== undefined)
    .map((fix) => ({ fix, reach: reachOf(fix) }))
    .sort((a, b) => a.reach.start - b.reach.start || a.reach.end - b.reach.end);
  const chosen: Fix[] = [];
  let free = -1;
  for (const { fix, reach } of candidates) {
    if (reach.start <= free) continue;
    chosen.push(fix);
    free = reach.end;
  }
  return chosen;
}

const reachOf = ({ edits }: Fix): Span => ({
  start: edits.reduce((least, { span }) => Math.min(least, span.start), Number.POSITIVE_INFINITY),
  end: edits.reduce((most, { span }) => Math.max(most, span.end), 0),
});

/**
 * Applies every safe fix until none is left, reading the draft anew after each round (one fix can show another fault).
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
