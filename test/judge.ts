import type { Check } from '../server/src/checks/check.ts';
import type { Format } from '../server/src/draft/draft.ts';
import { readDraft } from '../server/src/draft/read.ts';
import type { Finding } from '../server/src/engine/finding.ts';
import { applyEdits } from '../server/src/engine/fix.ts';
import { planChecks } from '../server/src/engine/plan.ts';
import { checkDraft } from '../server/src/engine/session.ts';
import type { Expected } from './marked.ts';

/** The house of the test drafts, for a check that finds nothing until a house says what it writes. */
const HOUSE = { wording: [{ say: 'adviser', not: ['advisor'] }] };

/**
 * Checks a text with one check and nothing else, codes that are off by default switched on.
 * @throws whatever the check throws.
 */
export function judge(check: Check, text: string, format: Format): readonly Finding[] {
  const off = Object.entries(check.codes).filter(([, { severity }]) => severity === 'off');
  const severity = Object.fromEntries(off.map(([code]) => [code, 'warning' as const]));
  const plan = planChecks([check], HOUSE, { severity });
  return checkDraft(readDraft(text, format), plan, (_, error) => {
    throw error;
  });
}

/** Sets marks around findings, as `unmark` takes them off: `⟦code:text⟧`. */
export function mark(text: string, findings: readonly Expected[]): string {
  const inOrder = [...findings].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let marked = '';
  let ends: number[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    marked += '⟧'.repeat(ends.filter((end) => end === at).length);
    ends = ends.filter((end) => end !== at);
    for (const { code, span } of inOrder) {
      if (span.start !== at) continue;
      marked += `⟦${code}:`;
      if (span.end === at) marked += '⟧';
      else ends.push(span.end);
    }
    marked += text.charAt(at);
  }
  return marked;
}

/** What was found, a line each: for the message of a test that fails. */
export const told = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'Nothing was found.'
    : findings.map(({ code, message }) => `${code}: ${message}`).join('\n');

/** What an editor gets by taking the offered fix of every finding: the preferred one, else the first safe one. */
export const mended = (text: string, findings: readonly Finding[]): string =>
  applyEdits(
    text,
    findings.flatMap((finding) => offered(finding)?.edits ?? []),
  );

/** The fix of a finding that is offered first; none where the editor has to choose. */
export const offered = ({ fixes }: Finding) =>
  fixes.find(({ preferred }) => preferred === true) ?? fixes.find(({ safe }) => safe);
