// Every pattern in use against texts made of its own words, over and over: none may take the power of a line's length, nor hang on a paragraph.
import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { GROWING } from '../adversarial/inputs.ts';
import { COPY } from '../copy.ts';

/**
 * Characters, and how long a pattern may take for so many (milliseconds): a line, a sentence and a paragraph at their longest. Each length
 * is near the one before, so that one that takes the power or the cube of a length is met while it still takes seconds.
 */
const MOST = [
  [22, 15],
  [28, 15],
  [34, 20],
  [40, 20],
  [50, 30],
  [60, 30],
  [250, 60],
  [1_000, 300],
  [2_000, 600],
  [4_000, 1_500],
  [8_000, 3_000],
] as const;

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

test('no pattern hangs on its own words', () => {
  const patterns = patternsInUse();
  const slow: string[] = [];
  let tried = 0;
  for (const used of patterns) {
    const pattern = new RegExp(used.source, used.flags.replace(/[gyd]/gu, ''));
    units: for (const unit of unitsOf(pattern)) {
      for (const [length, most] of MOST) {
        const text = `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\u0002`;
        tried += 1;
        // twice: a pause for garbage may fall into one
        const ms = time(pattern, text) > most ? time(pattern, text) : 0;
        if (ms <= most) continue;
        slow.push(
          `${ms.toFixed(0)} ms for ${length} characters of ${JSON.stringify(unit)}: ${used.source.slice(0, 200)}`,
        );
        break units;
      }
    }
  }
  console.log(`${patterns.length} patterns, ${tried} texts`);
  expect(patterns.length).toBeGreaterThan(200);
  expect(slow).toEqual([]);
}, 3_600_000);
