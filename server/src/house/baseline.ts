import type { Finding } from '../engine/finding.ts';
import { hash } from '../language/hash.ts';

/** Findings a desk knows and lives with: how often each stands in each file. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  /** From the folder of the baseline, with slashes. */
  readonly path: string;
  readonly code: string;
  /** The words it is said of, as compared; long ones are cut and end with a number that stands for all of them. */
  readonly text: string;
  readonly count: number;
}

export const NO_BASELINE: Baseline = { entries: [] };

const LONGEST = 80;

/**
 * The words of a finding as they are compared: a finding that has moved, or whose lines were broken anew, is still known. What
 * stands around it does not count.
 */
export function fingerprint(source: string, finding: Finding): string {
  const text = source
    .slice(finding.span.start, finding.span.end)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
  if (text.length <= LONGEST) return text;
  const cut = [...text].slice(0, LONGEST / 2).join('');
  return `${cut}… #${hash(text)}`;
}

/** The findings of a file that a baseline does not know. Of several alike, the first ones are the known ones. */
export function unknownFindings(
  baseline: Baseline,
  path: string,
  source: string,
  findings: readonly Finding[],
): readonly Finding[] {
  const left = new Map<string, number>();
  for (const entry of baseline.entries) if (entry.path === path) left.set(keyOf(entry), entry.count);
  if (left.size === 0) return findings;
  return findings.filter((finding) => {
    const key = keyOf({ code: finding.code, text: fingerprint(source, finding) });
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** The entries that make a file's findings known. */
export function entriesOf(
  path: string,
  source: string,
  findings: readonly Finding[],
): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const entry = { path, code: finding.code, text: fingerprint(source, finding), count: 1 };
    const known = entries.get(keyOf(entry));
    entries.set(keyOf(entry), { ...entry, count: (known?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** Writes a baseline: sorted, an entry a line, so that two people's changes merge. */
export function printBaseline(baseline: Baseline): string {
  const sorted = [...baseline.entries].sort(
    (a, b) => compare(a.path, b.path) || compare(a.code, b.code) || compare(a.text, b.text),
  );
  const lines = sorted.map(
    ({ path, code, text, count }) => `    ${JSON.stringify({ path, code, text, count })}`,
  );
  return `{\n  "schemaVersion": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/**
 * Reads a baseline.
 * @throws Error, with a sentence on what is wrong, if it is damaged.
 */
export function parseBaseline(text: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    // not what the parser says: it quotes the file, which may be a link to one of somebody's
    throw new Error('it is no JSON');
  }
  if (!isRecord(value) || !Array.isArray(value.findings)) throw new Error('it holds no list of findings');
  if (value.schemaVersion !== 1) throw new Error('it was written by another version');
  return {
    entries: value.findings.map((entry: unknown, i) => {
      if (!isEntry(entry)) throw new Error(`its finding number ${i + 1} cannot be read`);
      return entry;
    }),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (entry: unknown): entry is BaselineEntry =>
  isRecord(entry) &&
  typeof entry.path === 'string' &&
  typeof entry.code === 'string' &&
  typeof entry.text === 'string' &&
  Number.isInteger(entry.count) &&
  Number(entry.count) > 0;

const keyOf = ({ code, text }: { readonly code: string; readonly text: string }): string => `${code} ${text}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
