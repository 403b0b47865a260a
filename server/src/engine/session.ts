import {
  type Check,
  type DraftCheck,
  type ParagraphCheck,
  type Raised,
  SEVERITIES,
  type Severity,
} from '../checks/check.ts';
import { placedBy } from '../checks/moved.ts';
import { keepMarked, type Marked, type Summaries } from '../checks/summaries.ts';
import { type Draft, isUnbroken, type Paragraph, toSource } from '../draft/draft.ts';
import type { Prose } from '../draft/prose.ts';
import { lowerBound } from '../draft/search.ts';
import { type Phrasing, phrasingAtOnce } from '../phrasing/index.ts';
import { type Elsewhere, NOWHERE } from '../reuse/elsewhere.ts';
import { checksFor, type Excess, excessOf, withinBudget } from './budget.ts';
import type { Finding } from './finding.ts';
import type { Plan, Planned } from './plan.ts';

/** Checks one draft again and again as it changes; what it learnt of unchanged paragraphs is kept. */
export interface Session {
  /**
   * The findings of a draft, in the order they stand in. A check that fails is told to `onError`; the others' findings are kept.
   * @param elsewhere what it is compared with beside itself; nothing, if left out.
   */
  check(draft: Draft, plan: Plan, elsewhere?: Elsewhere): readonly Finding[];
  /**
   * Learns bit by bit what a check of a long draft needs, so that the check itself then takes little time. What is found is the same
   * with it and without it. Other work may be done between two bits.
   * @param now the draft as it stands, which may have changed since the last bit.
   * @param bit how much is learnt at once, in characters.
   */
  learn(now: () => Draft, plan: Plan, bit?: number): Iterable<undefined>;
}

/** Some milliseconds' work for all checks. */
const BIT = 2_000;
/** What hangs on the whole draft is learnt as the draft grows, by so many bits or by this part of it. */
const GROWTH = 8;
const PART = 64;

/** What checks of paragraphs say of one, in offsets of its text. */
interface Said {
  raised: readonly (readonly [Planned, Raised])[];
  /** The sentences whose phrasing was not known yet; when all of them are, those checks are asked again. */
  waiting: readonly Waiting[];
  /** The check, counted from 1, in which it was said. */
  readonly since: number;
}

interface Waiting {
  readonly planned: Planned;
  readonly asked: readonly Parameters<Phrasing['doubts']>[];
}

/**
 * Makes a session for one draft.
 * @param phrasing reads the sentences that checks ask about; one that answers later, answers in a later check.
 * @param onTime is told how long a check took over a paragraph or a draft, in milliseconds. What several checks share (words and their
 * classes, say) counts for the first that asks for it.
 */
export function createSession(
  onError: (check: Check, error: unknown) => void = () => {},
  phrasing: Phrasing = phrasingAtOnce,
  onTime?: (check: Check, took: number) => void,
): Session {
  let said: Summaries<Marked<Said>> | undefined;
  let partlySaid = new WeakMap<Prose, Map<number, Said>>();
  let lastPlan: Plan | undefined;
  let count = 0;
  const memories = new WeakMap<Planned, { value: unknown }>();

  const saidOf = (prose: Prose, checks: readonly Planned[]): Said => {
    const raised: (readonly [Planned, Raised])[] = [];
    const waiting: Waiting[] = [];
    for (const planned of checks) {
      if (planned.check.scope !== 'paragraph') continue;
      const asked: Parameters<Phrasing['doubts']>[] = [];
      const doubts: Phrasing['doubts'] = (...one) => {
        const found = phrasing.doubts(...one);
        if (found === undefined) asked.push(one);
        return found;
      };
      for (const one of guard(planned, () => runOnParagraph(planned, prose, doubts)))
        raised.push([planned, one]);
      if (asked.length > 0) waiting.push({ planned, asked });
    }
    return { raised, waiting, since: count };
  };

  const askAgain = (said: Said, prose: Prose): void => {
    // all are asked about, known or not: those that nobody asks about any more are not read
    const still = said.waiting.map(
      ({ asked }) => asked.filter((one) => phrasing.doubts(...one) === undefined).length > 0,
    );
    const ready = said.waiting.filter((_, i) => !still[i]).map(({ planned }) => planned);
    if (ready.length === 0) return;
    const anew = saidOf(prose, ready);
    said.raised = [...said.raised.filter(([planned]) => !ready.includes(planned)), ...anew.raised];
    said.waiting = [...said.waiting.filter((_, i) => still[i]), ...anew.waiting];
  };

  const guard = (planned: Planned, run: () => readonly Raised[]): readonly Raised[] => {
    const started = onTime === undefined ? 0 : performance.now();
    try {
      return run().map((raised) => declared(planned.check, raised));
    } catch (error) {
      // what it remembered may be half done
      memories.delete(planned);
      onError(planned.check, error);
      return [];
    } finally {
      onTime?.(planned.check, performance.now() - started);
    }
  };

  const saidIn = (draft: Draft, plan: Plan, excess: Excess | undefined): readonly Marked<Said>[] => {
    if (plan !== lastPlan) {
      said = undefined;
      partlySaid = new WeakMap();
    }
    lastPlan = plan;
    if (excess !== undefined) return partlySaidIn(draft, plan, excess);
    said ??= keepMarked((prose) => {
      const all = saidOf(prose, plan.checks);
      return all.raised.length > 0 || all.waiting.length > 0 ? all : undefined;
    });
    return said(draft);
  };

  // of a draft that has too much of something, which checks judge a paragraph hangs on where it stands
  const partlySaidIn = ({ paragraphs }: Draft, plan: Plan, excess: Excess): readonly Marked<Said>[] => {
    const checksBy = new Map<number, readonly Planned[]>();
    return paragraphs.flatMap((paragraph, at) => {
      const bits = excess.bits.get(paragraph) ?? 0;
      const checks = checksBy.get(bits) ?? checksFor(plan.checks, bits);
      checksBy.set(bits, checks);
      const known = partlySaid.get(paragraph.prose) ?? new Map<number, Said>();
      partlySaid.set(paragraph.prose, known);
      const value = known.get(bits) ?? saidOf(paragraph.prose, checks);
      known.set(bits, value);
      return value.raised.length > 0 || value.waiting.length > 0 ? [{ at, value }] : [];
    });
  };

  return {
    check(draft, plan, elsewhere = NOWHERE) {
      const findings: Finding[] = [];
      const muted: Finding[] = [];
      count += 1;
      phrasing.begins();
      const excess = excessOf(draft);
      for (const { at, value } of saidIn(draft, plan, excess)) {
        const paragraph = draft.paragraphs[at] as Paragraph;
        if (value.waiting.length > 0 && value.since < count) askAgain(value, paragraph.prose);
        for (const [planned, raised] of value.raised)
          add(findings, muted, planned, placed(raised, paragraph), plan);
      }
      for (const planned of plan.checks) {
        if (planned.check.scope !== 'draft') continue;
        const given = withinBudget(draft, excess, planned.check);
        for (const raised of guard(planned, () => runOnDraft(planned, given, plan, memories, elsewhere))) {
          add(findings, muted, planned, raised, plan);
        }
      }
      return allowed(inOrder(withoutRepeats(withoutEchoes(findings, muted, plan))), draft);
    },
    *learn(now, plan, bit = BIT) {
      const ofDrafts = plan.checks.filter(({ check }) => check.scope === 'draft');
      const learnPart = function* (from: number, to: number) {
        for (const planned of ofDrafts) {
          const given = withinBudget(partOf(now(), from, to), excessOf(now()), planned.check);
          guard(planned, () => runOnDraft(planned, given, plan, memories, NOWHERE));
          yield undefined;
        }
      };
      // each paragraph beside its neighbours first, which is most of the work
      for (let from = 0, to = 0; from < now().paragraphs.length; from = to) {
        to = reachFrom(now(), from, bit);
        saidIn(partOf(now(), from, to), plan, excessOf(now()));
        yield undefined;
        yield* learnPart(from, to);
      }
      for (let to = 0; to < now().paragraphs.length; ) {
        const { source } = now();
        to = reachFrom(now(), to, Math.max(GROWTH * bit, source.length / PART));
        yield* learnPart(0, to);
      }
    },
  };
}

/** Some of a draft's paragraphs, as if it had no others. */
function partOf({ reading: _, ...draft }: Draft, from: number, to: number): Draft {
  return { ...draft, paragraphs: draft.paragraphs.slice(from, to) };
}

/** The paragraph up to which, from another on, a draft has so many characters, or the first that has them by itself. */
function reachFrom({ paragraphs }: Draft, from: number, characters: number): number {
  let to = from;
  for (let count = 0; to < paragraphs.length && (to === from || count < characters); to += 1)
    count += paragraphs[to]?.prose.text.length ?? 0;
  return to;
}

/** Checks a draft once. */
export const checkDraft = (
  draft: Draft,
  plan: Plan,
  onError?: (check: Check, error: unknown) => void,
  phrasing?: Phrasing,
): readonly Finding[] => createSession(onError, phrasing).check(draft, plan);

const runOnParagraph = (
  { check, options }: Planned,
  prose: Prose,
  doubts: Phrasing['doubts'],
): readonly Raised[] => [...(check as ParagraphCheck).run(prose, { options, doubts })];

function runOnDraft(
  planned: Planned,
  draft: Draft,
  plan: Plan,
  memories: WeakMap<Planned, { value: unknown }>,
  elsewhere: Elsewhere,
): readonly Raised[] {
  const remember = <T>(make: () => T): T => {
    let memory = memories.get(planned);
    if (memory === undefined) {
      memory = { value: make() };
      memories.set(planned, memory);
    }
    return memory.value as T;
  };
  const isOn = (code: string) => (plan.severities.get(code) ?? 'off') !== 'off';
  return [
    ...(planned.check as DraftCheck).run(draft, {
      options: planned.options,
      remember,
      isOn,
      sourcer: plan.sourcer,
      elsewhere,
    }),
  ];
}

function declared(check: Check, raised: Raised): Raised {
  if (raised.code in check.codes) return raised;
  throw new Error(`The check “${check.id}” raised “${raised.code}”, which is none of its codes.`);
}

function placed(raised: Raised, paragraph: Paragraph): Raised {
  const fixes = raised.fixes?.filter((fix) => fix.edits.every((edit) => isUnbroken(paragraph, edit.span)));
  return placedBy({ ...raised, ...(fixes && { fixes }) }, (span) => toSource(paragraph, span));
}

function add(
  findings: Finding[],
  muted: Finding[],
  { check, muted: isMuted }: Planned,
  raised: Raised,
  plan: Plan,
): void {
  const set = plan.severities.get(raised.code) ?? 'off';
  const list = isMuted || set === 'off' ? muted : findings;
  list.push({
    code: raised.code,
    check: check.id,
    severity: set === 'off' ? 'hint' : raised.atMost === undefined ? set : lesser(set, raised.atMost),
    message: raised.message,
    span: raised.span,
    related: raised.related ?? [],
    fixes: raised.fixes ?? [],
    copy: raised.copy ?? false,
    ...(raised.from && { from: raised.from }),
  });
}

/** The findings with the fixes that the draft's format lets be made. */
function allowed(findings: readonly Finding[], { mayEdit }: Draft): readonly Finding[] {
  if (mayEdit === undefined) return findings;
  return findings.map((one) =>
    one.fixes.length === 0 ? one : { ...one, fixes: one.fixes.filter(({ edits }) => edits.every(mayEdit)) },
  );
}

const lesser = (a: Severity, b: Severity): Severity =>
  SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;

// Two checks can see one slip ("the the" is a repeated word and garbled too): it is told once, and not at all where the check
// that has the first word is switched off.
function withoutEchoes(
  findings: readonly Finding[],
  muted: readonly Finding[],
  plan: Plan,
): readonly Finding[] {
  const all = [...findings, ...muted];
  const reaches = new Map(
    plan.checks.map(({ check: { id, yieldsTo = [] } }) => [
      id,
      reachOf(all.filter(({ check }) => yieldsTo.includes(check))),
    ]),
  );
  return findings.filter(({ check, span }) => (reaches.get(check)?.(span.end) ?? 0) <= span.start);
}

// What stands inside a copy is told at the first copy: the copy itself is the finding.
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const reach = reachOf(findings.filter((finding) => finding.copy));
  return findings.filter(({ copy, span }) => copy || reach(span.start + 1) < span.end);
}

/** How far those of the findings reach that start before a place; 0 if none does. */
function reachOf(findings: readonly Finding[]): (before: number) => number {
  const starting = inOrder(findings);
  const reach: number[] = [];
  for (const { span } of starting) reach.push(Math.max(span.end, reach.at(-1) ?? 0));
  return (before) =>
    reach[lowerBound(starting.length, (at) => (starting[at]?.span.start ?? 0) >= before) - 1] ?? 0;
}

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.code.localeCompare(b.code),
  );
