import type { Format } from '../draft/draft.ts';
import { linesOf } from '../draft/lines.ts';
import { createReader } from '../draft/read.ts';
import type { Finding } from '../engine/finding.ts';
import { fixAll, safeFixes } from '../engine/fix.ts';
import type { Plan } from '../engine/plan.ts';
import { createSession } from '../engine/session.ts';
import { type Unjudged, unjudgedIn } from '../engine/unjudged.ts';
import { judgeDraft } from '../house/judge.ts';
import type { Ledger } from '../house/ledger.ts';
import type { Elsewhere } from '../reuse/elsewhere.ts';
import { errorMessage } from '../trouble.ts';
import { type CheckFailure, type FileReport, fallen, type Note } from './report.ts';

/** Whether safe fixes are written into the file, or only shown. */
export type Fixing = 'write' | 'show';

interface Text {
  readonly path: string;
  /** How the path is called in messages. */
  readonly name: string;
  readonly text: string;
  readonly format: Format;
}

/** What a text is judged by. */
interface By {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly elsewhere: Elsewhere;
  readonly fix: Fixing | undefined;
  readonly timed: boolean;
  /** Those of the findings that are not known already. */
  readonly unknownOf: (source: string, findings: readonly Finding[]) => readonly Finding[];
}

/** Judges a text, mended first if that is asked for. Never throws. */
export function judgeText({ path, name, text, format }: Text, by: By): FileReport {
  const { plan, fix } = by;
  const failures: CheckFailure[] = [];
  const times: Record<string, number> = {};
  const started = performance.now();
  const session = createSession(
    ({ id }, error) => {
      const message = errorMessage(error);
      if (!failures.some((one) => one.check === id && one.message === message))
        failures.push({ check: id, message });
    },
    undefined,
    by.timed
      ? ({ id }, took) => {
          times[id] = (times[id] ?? 0) + took;
        }
      : undefined,
  );
  const read = createReader(format);
  const check = (source: string) => {
    const draft = read(source);
    const { found, findings } = judgeDraft(draft, plan, by.ledger, session, by.elsewhere);
    const fresh = by.unknownOf(source, findings);
    return {
      findings: fresh,
      settled: found.length - findings.length,
      known: findings.length - fresh.length,
      unjudged: unjudgedIn(draft, plan),
    };
  };
  let fixed = 0;
  try {
    const mended =
      fix === undefined
        ? text
        : fixAll(text, (source) => {
            const { findings } = check(source);
            fixed += safeFixes(findings).length;
            return findings;
          });
    const now = fix === 'show' ? text : mended;
    const { unjudged, ...found } = check(now);
    return {
      path,
      text: now,
      ...(fix === 'show' && mended !== text && { mended }),
      format,
      ...found,
      failures,
      ...(unjudged.length > 0 && { notes: notesOf(now, unjudged) }),
      fixed,
      reportingVerbs: plan.reportingVerbs,
      ...(by.timed && { took: { all: performance.now() - started, checks: times } }),
    };
  } catch (error) {
    return { ...fallen(path, name, error), text, format };
  }
}

function notesOf(text: string, unjudged: readonly Unjudged[]): readonly Note[] {
  const lines = linesOf(text);
  const lineOf = (at: number) => lines.positionAt(at).line + 1;
  return unjudged.map(({ span, checks, message }) => ({
    span,
    line: lineOf(span.start),
    checks,
    message: message(lineOf(span.end)),
  }));
}
