// Every pattern in use against texts made of its own words, over and over: none may take the power of a line's length, nor hang on a paragraph.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { GROWING } from '../adversarial/inputs.ts';
import { COPY } from '../copy.ts';

/**
 * Characters, and how long a pattern may take for so many (milliseconds): a line and a sentence at their longest. Each length is near the one
 * before, so that one that takes the power of a length is met while it still takes seconds.
 */
const SHORT = [
  [22, 15],
  [28, 15],
  [34, 20],
  [40, 20],
  [50, 30],
  [60, 30],
  [250, 60],
  [1_000, 300],
] as const;
/** The same for a paragraph, tried with the texts that took longest so far: what takes the square of a length may, of a paragraph. */
const LONG = [
  [2_000, 600],
  [4_000, 1_500],
  [8_000, 3_000],
] as const;
const WORST = 2;

/** For docs/reliability.md. */
const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

/** The patterns that the checks look with, whatever they are made from. */
function patternsInUse(): readonly RegExp[] {
  const used = new Map<string, RegExp>();
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    used.set(`${this.source}/${this.flags}`, this);
    return exec.call(this, text);
  };
  try {
    const plan = planChecks(CHECKS, { checks: { garbled: { model: 'off' } } });
    for (const { text, format } of COPY) checkDraft(readDraft(text, format), plan);
    for (const { make, format } of GROWING) checkDraft(readDraft(make(300), format), plan);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return [...used.values()];
}

/** What stands for a class of characters. */
const SAMPLES: readonly (readonly [RegExp, string])[] = [
  [/\\p\{Lu\}/gu, 'A'],
  [/\\p\{[^}]*\}/gu, 'a'],
  [/\\[sb]/gu, ' '],
  [/\\d/gu, '1'],
  [/\\[wS]/gu, 'a'],
  [/\\[rn]/gu, '\n'],
  [/\(\?(?:<?[=!]|:|<[^>]*>)|[{]\d*,?\d*[}]|\\k<[^>]*>/gu, '|'],
  [/\\(.)/gu, '$1'],
];

/** Pieces of text that a pattern's own source suggests: its words, alone and two by two. */
function unitsOf({ source }: RegExp): readonly string[] {
  const sampled = SAMPLES.reduce((text, [from, to]) => text.replace(from, to), source);
  const atoms = [...new Set(sampled.split(/[()|?*+^$.[\]]+/u))].filter((one) => one !== '').slice(0, 14);
  const plain = ['a', ' ', 'a ', 'A ', '1', '1,', 'a, ', 'A a '];
  const pairs = atoms
    .slice(0, 6)
    .flatMap((one) => [`${one} `, `${one}a`, ...atoms.slice(0, 6).map((two) => one + two)]);
  return [...new Set([...plain, ...atoms, ...pairs])];
}

const time = (pattern: RegExp, text: string): number => {
  const before = process.cpuUsage();
  pattern.test(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** How long a pattern takes for a text of so many characters (milliseconds), at best of three: it is compiled at first, and a pause for garbage may fall into one. */
function timeOf(pattern: RegExp, unit: string, [length, most]: readonly [number, number]): number {
  const text = `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\u0002`;
  let ms = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && ms > most; tries += 1) ms = Math.min(ms, time(pattern, text));
  return ms;
}

/** The first length at which a pattern takes too long for a text of one unit, in words; or how long the longest takes. */
function slowness(
  pattern: RegExp,
  unit: string,
  lengths: readonly (readonly [number, number])[],
): string | number {
  let last = 0;
  for (const step of lengths) {
    last = timeOf(pattern, unit, step);
    if (last > step[1])
      return `${last.toFixed(0)} ms for ${step[0]} characters of ${JSON.stringify(unit)}: ${pattern.source.slice(0, 200)}`;
  }
  return last;
}

/** What is too slow about a pattern, if anything is. */
function fault(pattern: RegExp): string | undefined {
  const short: { readonly unit: string; readonly took: number }[] = [];
  for (const unit of unitsOf(pattern)) {
    const took = slowness(pattern, unit, SHORT);
    if (typeof took === 'string') return took;
    short.push({ unit, took });
  }
  const worst = short.sort((a, b) => b.took - a.took).slice(0, WORST);
  for (const { unit } of worst) {
    const took = slowness(pattern, unit, LONG);
    if (typeof took === 'string') return took;
  }
  return undefined;
}

test('no pattern hangs on its own words', () => {
  const patterns = patternsInUse().map(
    ({ source, flags }) => new RegExp(source, flags.replace(/[gyd]/gu, '')),
  );
  const slow = patterns.flatMap((pattern) => fault(pattern) ?? []);
  mkdirSync(CACHE, { recursive: true });
  const texts = patterns.reduce((sum, pattern) => sum + unitsOf(pattern).length, 0);
  writeFileSync(join(CACHE, 'patterns.json'), JSON.stringify({ patterns: patterns.length, texts, slow }));
  console.log(`${patterns.length} patterns, ${texts} texts`);
  expect(patterns.length).toBeGreaterThan(200);
  expect(slow).toEqual([]);
}, 3_600_000);
