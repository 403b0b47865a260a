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
interface Times {
  /** Of the machine, on average, when they were done. */
  readonly load: number;
  readonly times: readonly { readonly name: string; readonly ms: number }[];
}
interface Patterns {
  readonly patterns: number;
  readonly texts: number;
  readonly slow: readonly string[];
}
const patterns = left<Patterns>('patterns.json');
const { load, times } = left<Times>('times.json') ?? { load: 0, times: [] };
const soak = left<Soak>('soak.json');
const properties = left<readonly Property[]>('properties.json') ?? [];
const audit = left<{ readonly total?: number; readonly why?: string }>('audit.json');
const licences = left<{ readonly packages: number; readonly bad: readonly string[] }>('licences.json');

/** What was tried, how often, what was found, and what became of it; by what its first words are, which a later run says again. */
const rows: (readonly [string, string, string, string])[] = [];

rows.push([
  'Hostile texts that grow from 10,000 to 160,000 characters (`npm test -- adversarial`)',
  String(GROWING.length),
  'time as the square or cube of the length in quotes, names, dates, lists, Markdown',
  'all: parts, bounds, one look instead of many',
]);
if (times.length > 0) {
  const slow = times.filter(({ ms }) => ms > 3_000);
  rows.push([
    `The same texts at 1 MB, in seconds of the processor (\`npm run test:long -- times\`, load ${load})`,
    `${times.length} of ${GROWING.length}`,
    slow.length === 0
      ? `the slowest ${(Math.max(...times.map(({ ms }) => ms)) / 1000).toFixed(1)} s`
      : `${slow.length} over 3 s: ${slow.map(({ name, ms }) => `\`${name}\` ${(ms / 1000).toFixed(1)} s`).join(', ')}`,
    'straight quotes 16 → 3 s, `Mr. ` over and over 6.9 → 1.8 s (load 8), weekdays (cubic), placeholders, hedges, one word over and over; tags that do not close; what is far more than copy has is left out by count',
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
rows.push([
  'Links, pipes, devices, folders and drafts where a command reads or writes (`test/adversarial/places.test.ts`)',
  'each way to write and to read × 5 such traps, links above each, 15 archives',
  'a link above the place of a report, a baseline, a cache or an archive led out of the folder; an archive’s part that is a pipe hung the run; a damaged baseline’s words were printed',
  'all',
]);
for (const { name, runs, seed, holds } of properties)
  rows.push([
    `Property: ${name} (seed ${seed})`,
    runs.toLocaleString('en-GB'),
    holds ? 'nothing' : 'it does not hold',
    '–',
  ]);
if (soak !== undefined) {
  const grown = ((soak.heaps.at(-1) ?? 0) / (soak.heaps[5] ?? 1) - 1) * 100;
  rows.push([
    `Soak, ${soak.minutes} minutes (seed ${soak.seed})`,
    `${soak.edits} edits, ${soak.compared} fresh checks, ${soak.folders} folder changes, ${soak.workspaces} workspace checks, ${soak.servers + soak.commands} kills, ${soak.storms} cancel storms`,
    `no difference; memory ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} %`,
    '–',
  ]);
}
if (audit !== undefined)
  rows.push([
    'Known faults of the packages that users get (`npm run test:long -- audit`)',
    audit.total === undefined ? '–' : 'all',
    audit.total === undefined ? `not asked: ${audit.why}` : `${audit.total}`,
    '–',
  ]);
if (licences !== undefined)
  rows.push([
    'Licences of what is bundled (`npm run test:long -- licences`)',
    `${licences.packages} packages`,
    licences.bad.length === 0 ? 'nothing' : licences.bad.join(', '),
    '–',
  ]);

const page = join(root, 'docs/reliability.md');
/** What is tried, without how long, by which chance and at which load. */
const subjectOf = (line: string): string =>
  line.replace(/^\| |,? \d+ minutes.*|(?:, load [\d.]+|\(seed).*| *\|.*/gu, '').trim();
const made = rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
const fresh = new Map(made.map((line) => [subjectOf(line), line]));
// what no run on this machine has left stays as another has told it
const before = readFileSync(page, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Tried|-)/u.test(line));
const kept = before.map((line) => fresh.get(subjectOf(line)) ?? line);
const added = made.filter((line) => !kept.includes(line));
const table = ['| Tried | How many | Found | Mended |', '| --- | --- | --- | --- |', ...kept, ...added];
writeFileSync(
  page,
  `# Reliability\n\nWhat was tried against Blue Pencil, and what came of it. Written by \`npx tsx scripts/long/reliability.mts\`, each row from the latest run of its\nstep of \`npm run test:long\`; what is promised stands in [SECURITY.md](../SECURITY.md) and [PRIVACY.md](../PRIVACY.md).\n\n${table.join('\n')}\n`,
);
