// Writes docs/reliability.md from what the last runs have left in .cache: `npx tsx scripts/long/reliability.mts`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GROWING } from '../../test/adversarial/inputs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const left = <T,>(name: string): T | undefined => {
  const file = join(root, '.cache', name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

interface Soak {
  readonly minutes: number;
  readonly seed: number;
  readonly edits: number;
  readonly compared: number;
  readonly folders: number;
  readonly workspaces: number;
  readonly servers: number;
  readonly commands: number;
  readonly storms: number;
  readonly heaps: readonly number[];
}
interface Property {
  readonly name: string;
  readonly runs: number;
  readonly seed: number;
  readonly holds: boolean;
}
interface Patterns {
  readonly patterns: number;
  readonly texts: number;
  readonly slow: readonly string[];
}
const patterns = left<Patterns>('patterns.json');
const times = left<readonly { name: string; format: string; ms: number }[]>('times.json') ?? [];
const soak = left<Soak>('soak.json');
const properties = left<readonly Property[]>('properties.json') ?? [];

/** What was tried, how often, what was found, and what became of it. */
const rows: string[][] = [
  ['Tried', 'How many', 'Found', 'Mended'],
  [
    'Hostile texts that grow from 10,000 to 160,000 characters (`npm test -- adversarial`)',
    String(GROWING.length),
    'time as the square or cube of the length in quotes, names, dates, lists, Markdown',
    'all: parts, bounds, one look instead of many',
  ],
];
if (times.length > 0) {
  const slow = times.filter(({ ms }) => ms > 3_000);
  rows.push([
    'The same texts at 1 MB, in seconds of the processor, on a busy machine (`npm run test:long -- times`)',
    `${times.length} of ${GROWING.length}`,
    slow.length === 0
      ? `the slowest ${(Math.max(...times.map(({ ms }) => ms)) / 1000).toFixed(1)} s`
      : `${slow.length} over 3 s: ${slow.map(({ name, ms }) => `\`${name}\` ${(ms / 1000).toFixed(1)} s`).join(', ')}`,
    'straight quotes 16 → 3 s, weekdays (cubic), placeholders, hedges, one word over and over; tags that do not close; what is far more than copy has is left out by count',
  ]);
}
if (patterns !== undefined)
  rows.push([
    'Each pattern against texts made of its own words, up to 8,000 characters (`npm run test:long -- patterns`)',
    `${patterns.patterns} patterns, ${patterns.texts} texts`,
    patterns.slow.length === 0
      ? 'nothing'
      : patterns.slow.map((one) => `\`${one.slice(0, 90)}…\``).join(', '),
    'sums told of a total, in a run of letters without a space',
  ]);
rows.push(
  ...properties.map(({ name, runs, seed, holds }) => [
    `Property: ${name} (seed ${seed})`,
    runs.toLocaleString('en-GB'),
    holds ? 'nothing' : 'it does not hold',
    '–',
  ]),
);
if (soak !== undefined) {
  const grown = ((soak.heaps.at(-1) ?? 0) / (soak.heaps[5] ?? 1) - 1) * 100;
  rows.push([
    `Soak, ${soak.minutes} minutes (seed ${soak.seed})`,
    `${soak.edits} edits, ${soak.compared} fresh checks, ${soak.folders} folder changes, ${soak.workspaces} workspace checks, ${soak.servers + soak.commands} kills, ${soak.storms} cancel storms`,
    `no difference; memory ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} %`,
    '–',
  ]);
}

const table = rows.flatMap((row, i) => [
  `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  ...(i === 0 ? [`| ${row.map(() => '---').join(' | ')} |`] : []),
]);
writeFileSync(
  join(root, 'docs/reliability.md'),
  `# Reliability\n\nWhat was tried against Blue Pencil, and what came of it. Written by \`npx tsx scripts/long/reliability.mts\` from the latest run of\n\`npm run test:long\`; what is promised stands in [SECURITY.md](../SECURITY.md) and [PRIVACY.md](../PRIVACY.md).\n\n${table.join('\n')}\n`,
);
