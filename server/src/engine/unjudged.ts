import type { Draft, Limit } from '../draft/draft.ts';
import { foreignPage, notInEnglish } from '../draft/html.ts';
import { judgedInParts } from '../draft/long.ts';
import type { Span } from '../draft/span.ts';
import { excessOf, isDearFor } from './budget.ts';
import type { Plan } from './plan.ts';

/** What was not judged, or not as one, and by which checks: an editor is told, since nothing found there says nothing. */
export interface Unjudged {
  readonly code: 'in-parts' | 'too-deep' | 'too-marked' | 'left-out' | 'foreign';
  /** In offsets of the source. */
  readonly span: Span;
  /** The ids of the checks that did not see it. */
  readonly checks: readonly string[];
  /** What is told of it; `lastLine` is the line that it ends in, from 1. */
  message(lastLine: number): string;
}

const IN_PARTS = (line: number): string =>
  `No check saw what stands from here to line ${line} as one: it is longer than 8,000 characters and was judged in parts. What begins in one of them and ends in another was not seen.`;
const TOO_DEEP = (line: number): string =>
  `No check read what stands from here to line ${line} more than 100 quotations or lists deep.`;
const TOO_MARKED = (line: number): string =>
  `No check read some of what stands from here to line ${line}. The draft has more marks of Markdown than copy of its length has.`;

/** What was not judged of a draft by a plan, or not as one, in the order it stands in. */
export function unjudgedIn(draft: Draft, plan: Plan): readonly Unjudged[] {
  const running = plan.checks.filter(({ muted }) => !muted).map(({ check }) => check);
  const all = running.map(({ id }) => id);
  const limited = (by: Limit['why']) =>
    (draft.limits ?? []).filter(({ why }) => why === by).map(({ span }) => span);
  const marked = limited('too-marked');
  const between = { start: marked[0]?.start ?? 0, end: marked.at(-1)?.end ?? 0 };
  const foreign = draft.format === 'html' ? foreignPage(draft.source) : undefined;
  const excess = [...(excessOf(draft)?.of ?? [])].map(([counted, left]) => ({
    counted,
    ...left,
    checks: running.filter((check) => isDearFor(counted, check)).map(({ id }) => id),
  }));
  const unjudged: readonly Unjudged[] = [
    ...(foreign === undefined
      ? []
      : [
          {
            code: 'foreign' as const,
            span: foreign.tag,
            checks: all,
            message: () => notInEnglish(foreign.language),
          },
        ]),
    ...joined([...judgedInParts(draft.paragraphs), ...limited('in-parts')]).map(
      (span): Unjudged => ({ code: 'in-parts', span, checks: all, message: IN_PARTS }),
    ),
    ...joined(limited('too-deep')).map(
      (span): Unjudged => ({ code: 'too-deep', span, checks: all, message: TOO_DEEP }),
    ),
    ...(marked.length === 0
      ? []
      : [{ code: 'too-marked', span: between, checks: all, message: TOO_MARKED } as const]),
    ...excess
      .filter(({ checks }) => checks.length > 0)
      .map(
        ({ counted, count, span, checks }): Unjudged => ({
          code: 'left-out',
          span,
          checks,
          message: (line) =>
            `Left out by ${checks.length === all.length ? 'all checks' : checks.join(', ')}: ${count} of the paragraphs from here to line ${line}. The draft has more ${counted} than copy of its length has.`,
        }),
      ),
  ];
  return [...unjudged].sort((a, b) => a.span.start - b.span.start);
}

/** Spans in their order, those that overlap as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const together: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = together.at(-1);
    if (last !== undefined && span.start < last.end)
      together[together.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else together.push(span);
  }
  return together;
}
