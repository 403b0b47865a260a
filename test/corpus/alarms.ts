import { readDraft } from '../../server/src/draft/read.ts';
import type { Span } from '../../server/src/draft/span.ts';
import type { Finding } from '../../server/src/engine/finding.ts';
import type { Plan } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import type { Text } from './corpora.ts';

/** A finding on a text that is held to be clean. */
export interface Alarm {
  readonly text: Text;
  readonly finding: Finding;
}

export interface Alarms {
  readonly texts: number;
  readonly words: number;
  readonly alarms: readonly Alarm[];
  readonly byCode: Readonly<Record<string, number>>;
  /** Checks that threw, with the text they threw on. */
  readonly failures: readonly string[];
}

/** Checks clean texts and gathers every finding. */
export function alarmsOn(texts: readonly Text[], plan: Plan): Alarms {
  const alarms: Alarm[] = [];
  const byCode: Record<string, number> = {};
  const failures: string[] = [];
  let words = 0;
  for (const text of texts) {
    const draft = readDraft(text.text, 'plain');
    for (const { prose } of draft.paragraphs) words += prose.words.length;
    const findings = checkDraft(draft, plan, (check, error) => {
      failures.push(
        `${check.id} on ${text.corpus} ${text.id}: ${error instanceof Error ? error.stack : error}`,
      );
    });
    for (const finding of findings) {
      alarms.push({ text, finding });
      byCode[finding.code] = (byCode[finding.code] ?? 0) + 1;
    }
  }
  return { texts: texts.length, words, alarms, byCode, failures };
}

/** The alarms of several corpora taken together. */
export function together(all: readonly Alarms[]): Alarms {
  const byCode: Record<string, number> = {};
  for (const one of all)
    for (const [code, count] of Object.entries(one.byCode)) byCode[code] = (byCode[code] ?? 0) + count;
  return {
    texts: all.reduce((sum, one) => sum + one.texts, 0),
    words: all.reduce((sum, one) => sum + one.words, 0),
    alarms: all.flatMap((one) => one.alarms),
    byCode,
    failures: all.flatMap((one) => one.failures),
  };
}

/** How many there are in ten thousand words. */
export const perTenThousand = (count: number, words: number): number =>
  words === 0 ? 0 : (count / words) * 10_000;

/** Counts by code, as lines to read. */
export function countLines(
  name: string,
  { texts, words, alarms, byCode, failures }: Alarms,
): readonly string[] {
  const rate = (count: number) => perTenThousand(count, words).toFixed(3);
  return [
    `${name}: ${texts} texts, ${words} words, ${alarms.length} alarms, ${rate(alarms.length)} per 10,000 words`,
    ...Object.entries(byCode)
      .sort(([, a], [, b]) => b - a)
      .map(
        ([code, count]) =>
          `  ${code.padEnd(36)} ${String(count).padStart(6)}   ${rate(count)} per 10,000 words`,
      ),
    ...failures.map((failure) => `  A CHECK FAILED: ${failure}`),
  ];
}

/** One alarm, to be read: what is said, the words with what stands around them, and the other places. */
export function alarmLines({ text, finding }: Alarm): readonly string[] {
  return [
    `${finding.code}  ${text.corpus}  ${text.id}  [${finding.span.start}, ${finding.span.end}]  ${finding.severity}`,
    `    ${finding.message}`,
    `    ${inContext(text.text, finding.span)}`,
    ...finding.related.map((one) => `    ${one.message}: ${inContext(text.text, one.span)}`),
  ];
}

const AROUND = 80;
const LONGEST = 700;

/** The words of a span between marks, with 80 characters on either side; long ones are shortened in their middle. */
export function inContext(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  const shown =
    words.length <= LONGEST
      ? words
      : `${words.slice(0, LONGEST / 2)} […${words.length - LONGEST} characters…] ${words.slice(-LONGEST / 2)}`;
  const before = text.slice(Math.max(0, span.start - AROUND), span.start);
  const after = text.slice(span.end, span.end + AROUND);
  return `…${before}⟦${shown}⟧${after}…`.replace(/\s*[\r\n]+\s*/gu, ' ⏎ ');
}
