import type { Check, HouseWords, Options, QuoteMarks, Severity } from '../checks/check.ts';
import { lineOf } from '../checks/wording/entries.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import { createSourcer, type Sourcer } from '../sourcing/index.ts';

/** What a user has said of the checks, from settings or a house file; what is not named keeps its default. */
export interface Overrides extends HouseWords {
  /** By check id: on, off, or options. */
  readonly checks?: Readonly<Record<string, boolean | Options>>;
  /** By code. */
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
}

/** A check that will run, with its options filled in. */
export interface Planned {
  readonly check: Check;
  readonly options: Options;
  /** It is switched off, and runs only so that a check that yields to it keeps silent where it would speak. */
  readonly muted: boolean;
}

/** The checks that will run on a draft and how grave each code is. */
export interface Plan {
  readonly checks: readonly Planned[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Tells who says what by the house's reporting verbs: one for all that ask by this plan. */
  readonly sourcer: Sourcer;
  /** The verbs of the house that the sourcer knows beside its own. */
  readonly reportingVerbs: readonly string[];
  /** What pasted copy gets. */
  readonly quoteMarks: QuoteMarks;
}

/** Tells a plan from all others: all that decides what is found in a text but the text, and the program. */
export const planKey = memoizeWeak(({ checks, severities, reportingVerbs }: Plan): string =>
  JSON.stringify([
    checks.map(({ check, options, muted }) => [check.id, options, muted]),
    [...severities],
    reportingVerbs,
  ]),
);

/**
 * Plans the checks by the defaults and by what users have said, the later overrides winning over the earlier ones. A check
 * with every code off does not run.
 */
export function planChecks(checks: readonly Check[], ...overrides: readonly Overrides[]): Plan {
  const severities = new Map<string, Severity | 'off'>();
  const planned: Planned[] = [];
  const reportingVerbs = new Set<string>();
  const heeded = new Set(checks.flatMap((check) => check.yieldsTo ?? []));
  for (const check of checks) {
    let on = true;
    let options: Options = check.defaults;
    for (const override of overrides) {
      options = { ...options, ...optionsFromHouse(check, override) };
      const said = override.checks?.[check.id];
      if (typeof said === 'boolean') on = said;
      else if (said !== undefined) {
        on = said.enabled !== false;
        const { enabled: _, ...rest } = said;
        options = { ...options, ...rest };
      }
    }
    for (const verb of reportingVerbsOf(check, options)) reportingVerbs.add(verb);
    for (const [code, { severity }] of Object.entries(check.codes)) {
      severities.set(
        code,
        overrides.reduce<Severity | 'off'>((now, override) => override.severity?.[code] ?? now, severity),
      );
    }
    const silent = Object.keys(check.codes).every((code) => severities.get(code) === 'off');
    const muted = !on || silent;
    if (!muted || heeded.has(check.id)) planned.push({ check, options, muted });
  }
  const verbs = [...reportingVerbs];
  const quoteMarks = overrides.reduce<QuoteMarks>((now, said) => said.quoteMarks ?? now, 'either');
  return { checks: planned, severities, sourcer: createSourcer(verbs), reportingVerbs: verbs, quoteMarks };
}

// What a check's own option says has more weight than what the house says once, so it is asked for there.
const reportingVerbsOf = ({ fromHouse = {} }: Check, options: Options): readonly string[] =>
  Object.entries(fromHouse).flatMap(([option, key]) => {
    const verbs = options[option];
    return key === 'reportingVerbs' && Array.isArray(verbs) ? verbs : [];
  });

/** What a house says once for all checks, as the options of one that goes by it. */
export function optionsFromHouse({ fromHouse = {} }: Check, words: HouseWords): Options {
  const entries = Object.entries(fromHouse).flatMap(([option, key]) => {
    const value = key === undefined ? undefined : key === 'wording' ? words.wording?.map(lineOf) : words[key];
    return value === undefined ? [] : [[option, value] as const];
  });
  return Object.fromEntries(entries);
}
