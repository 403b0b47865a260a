import type { Edit } from '../../server/src/checks/check.ts';
import type { Span } from '../../server/src/draft/span.ts';
import type { Finding } from '../../server/src/engine/finding.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { wordsOf } from '../../server/src/language/words.ts';
import { inContext } from './alarms.ts';
import type { Measure } from './measure.ts';
import { FEWEST_WORDS, KINDS, type Kind, type Planted, plantCopies } from './plant.ts';

interface Outcome {
  readonly planted: Planted;
  readonly findings: readonly Finding[];
  /** One finding covers at least half of the copy. */
  readonly found: boolean;
  /** The findings cover at least half of the copy between them. */
  readonly together: boolean;
  /** A finding's span is the copy, neither more nor less. */
  readonly exactly: boolean;
  /** That finding's first related place overlaps the passage that was copied. */
  readonly first: boolean;
  /** The preferred fix gives the text as it was before, byte for byte. */
  readonly restored: boolean;
  /** A preferred or safe fix takes away words that stood in the draft before the copy was planted. */
  readonly harm: boolean;
  /** Findings that touch neither the copy nor the passage it was copied from. */
  readonly elsewhere: number;
}

export const duplicate: Measure = {
  check: 'duplicate',
  title: 'Planted copies',
  run({ texts, check, size, seed, misses }) {
    const skipped = new Set<string>();
    const clean = texts.filter((text) => {
      const repeats = check(text.text).some((finding) => finding.check === 'duplicate');
      if (repeats) skipped.add(`${text.corpus} ${text.id}`);
      return !repeats;
    });
    const outcomes = plantCopies(clean, size, seed).map((planted) => judge(planted, check(planted.text)));
    const rows = KINDS.map((kind) =>
      rowOf(
        kind,
        outcomes.filter(({ planted }) => planted.kind === kind),
      ),
    );
    return {
      lines: [
        `Of each kind ${size} drafts, from ${clean.length} texts, seed ${seed}; half of them one paragraph, half runs of 2 to 12.`,
        `${skipped.size} texts in which the check finds something already were not planted in.`,
        `Paragraphs and sentences of fewer than ${FEWEST_WORDS} words were not planted alone.`,
        'found: one finding covers at least half of the copy; together: all of them do; exactly: one of them is the copy;',
        'first: it points at the passage copied; restored: its preferred fix, or its first, gives the text as it was, byte for byte;',
        'elsewhere: findings on neither; harm: drafts in which a preferred or safe fix takes away words that stood there before.',
        '',
        ...table(rows),
        ...missLines(outcomes, misses),
      ],
      data: rows,
    };
  },
};

function judge(planted: Planted, all: readonly Finding[]): Outcome {
  const { copy, first, text, original } = planted;
  const findings = all.filter((finding) => finding.check === 'duplicate');
  const half = (copy.end - copy.start) / 2;
  const exact = findings.find(({ span }) => span.start === copy.start && span.end === copy.end);
  const fix = exact?.fixes.find((one) => one.preferred) ?? exact?.fixes[0];
  const related = exact?.related[0]?.span;
  return {
    planted,
    findings,
    found: findings.some(({ span }) => shared(span, copy) >= half),
    together: covered(findings, copy) >= half,
    exactly: exact !== undefined,
    first: related !== undefined && shared(related, first) > 0,
    restored: fix !== undefined && applyEdits(text, fix.edits) === original,
    harm: findings.some((one) =>
      one.fixes.some(
        (fix) => (fix.preferred || fix.safe) && fix.edits.some((edit) => takesMore(text, edit, copy)),
      ),
    ),
    elsewhere: findings.filter(({ span }) => shared(span, copy) === 0 && shared(span, first) === 0).length,
  };
}

const takesMore = (text: string, { span, text: put }: Edit, copy: Span): boolean => {
  const before = text.slice(span.start, Math.max(span.start, Math.min(span.end, copy.start)));
  const after = text.slice(Math.min(span.end, Math.max(span.start, copy.end)), span.end);
  return put === '' && wordsOf(`${before} ${after}`).length > 0;
};

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

function covered(findings: readonly Finding[], copy: Span): number {
  let sum = 0;
  let at = copy.start;
  for (const { span } of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    const from = Math.max(at, span.start);
    const to = Math.min(copy.end, span.end);
    if (to > from) {
      sum += to - from;
      at = to;
    }
  }
  return sum;
}

interface Row {
  readonly kind: Kind;
  readonly drafts: number;
  readonly found: number;
  readonly foundAlone: number;
  readonly foundRuns: number;
  readonly together: number;
  readonly exactly: number;
  readonly first: number;
  readonly restored: number;
  readonly harm: number;
  readonly elsewhere: number;
  readonly findingsPerDraft: number;
}

function rowOf(kind: Kind, outcomes: readonly Outcome[]): Row {
  const share = (of: readonly Outcome[], holds: (outcome: Outcome) => boolean) =>
    of.length === 0 ? Number.NaN : of.filter(holds).length / of.length;
  const alone = outcomes.filter(({ planted }) => planted.paragraphs === 1);
  const runs = outcomes.filter(({ planted }) => planted.paragraphs > 1);
  return {
    kind,
    drafts: outcomes.length,
    found: share(outcomes, (one) => one.found),
    foundAlone: share(alone, (one) => one.found),
    foundRuns: share(runs, (one) => one.found),
    together: share(outcomes, (one) => one.together),
    exactly: share(outcomes, (one) => one.exactly),
    first: share(outcomes, (one) => one.first),
    restored: share(outcomes, (one) => one.restored),
    harm: outcomes.filter((one) => one.harm).length,
    elsewhere: outcomes.reduce((sum, one) => sum + one.elsewhere, 0),
    findingsPerDraft: outcomes.reduce((sum, one) => sum + one.findings.length, 0) / outcomes.length,
  };
}

function table(rows: readonly Row[]): readonly string[] {
  const percent = (share: number) =>
    (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`).padStart(9);
  const head = ['found', 'one par.', 'runs', 'together', 'exactly', 'first', 'restored'];
  return [
    `${'kind'.padEnd(15)}${'drafts'.padStart(7)}${head.map((name) => name.padStart(9)).join('')}  findings a draft, elsewhere, harm`,
    ...rows.map(
      (row) =>
        `${row.kind.padEnd(15)}${String(row.drafts).padStart(7)}${[
          row.found,
          row.foundAlone,
          row.foundRuns,
          row.together,
          row.exactly,
          row.first,
          row.restored,
        ]
          .map(percent)
          .join('')}  ${row.findingsPerDraft.toFixed(2)}, ${row.elsewhere}, ${row.harm}`,
    ),
  ];
}

/** Where the copy has the words of the passage it was copied from, so that its fix should give the text as it was. */
const SAME_WORDS: readonly Kind[] = ['exact', 'recased', 'typographic', 'sentence'];

function missLines(outcomes: readonly Outcome[], misses: number): readonly string[] {
  const lines: string[] = [];
  for (const kind of KINDS) {
    const own = outcomes.filter(({ planted }) => planted.kind === kind);
    const missed = own.filter((one) => !one.found);
    const unrestored = own.filter((one) => one.found && !one.restored && SAME_WORDS.includes(kind));
    const harmed = own.filter((one) => one.harm);
    for (const [what, some] of [
      ['THE FIX TAKES TOO MUCH', harmed],
      ['MISSED', missed],
      ['FOUND BUT NOT RESTORED', unrestored],
    ] as const) {
      for (const { planted, findings } of some.slice(0, misses)) {
        lines.push(
          '',
          `${what}  ${kind}, ${planted.paragraphs} paragraphs, ${planted.id}`,
          `    copied: ${inContext(planted.text, planted.first)}`,
          `    planted: ${inContext(planted.text, planted.copy)}`,
          ...findings.map((one) => `    said: ${one.code} ${inContext(planted.text, one.span)}`),
        );
      }
    }
  }
  return lines;
}
