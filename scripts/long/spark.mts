// What Blue Pencil does on a cluster (examples/spark), on Spark in this machine and on DuckDB: an archive of SPARK_STORIES stories (20,000 if
// not said) made by each and by Blue Pencil itself, which must find the same in drafts, byte for byte; and SPARK_DRAFTS drafts (10,000) checked
// through Spark's pipe, which must give what one run gives. Skipped, aloud, where Python has no pyspark or duckdb or there is no Java.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newsLike } from '../../test/bench/story.ts';

/** The exit status of a step that cannot run here (scripts/stages.mjs). */
const SKIPPED = 75;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'server/dist/cli.cjs');
const PYTHON = process.env.PYTHON ?? 'python3';
const STORIES = Number(process.env.SPARK_STORIES ?? 20_000);
const DRAFTS = Number(process.env.SPARK_DRAFTS ?? 10_000);
/** Drafts with copy of the archive in them. */
const ASKING = 400;

/** Ends here where something is missing. */
for (const [what, command, ...args] of [
  ['pyspark and duckdb', PYTHON, '-c', 'import pyspark, duckdb'],
  ['Java', 'java', '-version'],
] as const) {
  const { error, status } = spawnSync(command, args, { encoding: 'utf8' });
  if (error === undefined && status === 0) continue;
  console.log(`SKIPPED: nothing was tried on Spark or DuckDB, since ${what} cannot be started here.`);
  process.exit(SKIPPED);
}

const folder = mkdtempSync(join(tmpdir(), 'blue-pencil-spark-'));
const inside = (name: string): string => join(folder, name);

/** Runs a program to its end, its output in a file; says how many seconds it took. */
function run(command: string, args: readonly string[], files: { from?: string; to?: string } = {}): number {
  const began = performance.now();
  const from = files.from === undefined ? 'ignore' : openSync(inside(files.from), 'r');
  const to = files.to === undefined ? 'ignore' : openSync(inside(files.to), 'w');
  const { status, stderr } = spawnSync(command, args, {
    cwd: folder,
    stdio: [from, to, 'pipe'],
    encoding: 'utf8',
  });
  for (const file of [from, to]) if (typeof file === 'number') closeSync(file);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - began) / 1000;
}
const pencil = (args: string, files: { from?: string; to?: string } = {}): number =>
  run(process.execPath, [CLI, ...args.split(' ')], files);
const python = (script: string, ...args: readonly string[]): number =>
  run(PYTHON, [join(ROOT, 'examples/spark', script), ...args, '--program', `"${process.execPath}" "${CLI}"`]);

const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const said = (seconds: number): string => `${seconds.toFixed(0)} s`;
let failed = false;
function same(what: string, sums: readonly string[]): void {
  const equal = new Set(sums).size === 1;
  failed ||= !equal;
  console.log(`${equal ? '✓' : '✗'} ${what} ${equal ? 'are the same, byte for byte' : 'differ'}`);
}

const linesOf = <T,>(count: number, make: (i: number) => T): string =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify(make(i))}\n`).join('');
const storyOf = (i: number): readonly string[] => newsLike(250, 1_000 + i);
/** Five paragraphs of its own, two of a story, one of them with a word changed. */
function draftOf(i: number): string {
  const own = newsLike(200, 500_000 + i);
  const [, first = '', second = ''] = storyOf((i * 47) % STORIES);
  const words = second.split(' ');
  const changed = [
    ...words.slice(0, words.length >> 1),
    'elsewhere',
    ...words.slice((words.length >> 1) + 1),
  ];
  return [...own.slice(0, 4), first, changed.join(' '), ...own.slice(4)].join('\n\n');
}

// with the model a draft of 80 words takes a hundred times as long as without
writeFileSync(inside('.blue-pencil.json'), JSON.stringify({ checks: { garbled: { model: 'off' } } }));

try {
  console.log(`${STORIES} stories, load ${loadavg()[0]?.toFixed(1)}`);
  writeFileSync(
    inside('stories.ndjson'),
    linesOf(STORIES, (i) => ({
      id: `s${String(i).padStart(7, '0')}`,
      title: `Story ${i}`,
      date: `20${10 + (i % 14)}-0${1 + (i % 9)}-1${i % 10}`,
      kind: i % 50 === 0 ? 'release' : 'ours',
      text: storyOf(i).join('\n\n'),
    })),
  );
  writeFileSync(
    inside('asking.ndjson'),
    linesOf(ASKING, (i) => ({ id: i, text: draftOf(i) })),
  );

  const print = pencil('fingerprint --input ndjson', { from: 'stories.ndjson', to: 'prints.ndjson' });
  const importing = pencil(`archive import ${inside('plain')} ${inside('prints.ndjson')} --quiet`);
  console.log(`Blue Pencil alone: fingerprints ${said(print)}, import ${said(importing)}`);
  for (const engine of ['spark', 'duckdb']) {
    const out = inside(`tables-${engine}`);
    const made = python('archive.py', engine, inside('stories.ndjson'), out);
    const taken = pencil(`archive import ${inside(engine)} ${out}/stories ${out}/prints --quiet`);
    console.log(`${engine}: tables ${said(made)}, import of its Parquet ${said(taken)}`);
  }
  const archives = ['plain', 'spark', 'duckdb'];
  for (const name of archives) {
    pencil(`archive verify ${inside(name)} --quiet`);
    pencil(
      `check --stdin --input ndjson --archive ${inside(name)} --check duplicate --format ndjson --quiet --fail-on never`,
      { from: 'asking.ndjson', to: `findings-${name}` },
    );
  }
  const findings = readFileSync(inside('findings-plain'), 'utf8').split('\n').filter(Boolean);
  const marked = findings.filter((line) => JSON.parse(line).findings.length > 0).length;
  console.log(`${marked} of ${ASKING} drafts have copy of the archive`);
  failed ||= marked < ASKING * 0.95;
  same(
    'the findings of the three archives',
    archives.map((name) => sumOf(inside(`findings-${name}`))),
  );
  same(
    'the parts of the archives of Spark and DuckDB',
    ['spark', 'duckdb'].map((name) => sumOf(inside(`${name}/000001.seg`))),
  );

  writeFileSync(
    inside('drafts.ndjson'),
    linesOf(DRAFTS, (i) => ({ id: i, text: newsLike(80, 900_000 + i).join('\n\n') })),
  );
  const one = pencil('check --stdin --input ndjson --format ndjson --quiet --fail-on never', {
    from: 'drafts.ndjson',
    to: 'checked',
  });
  const piped = python('check.py', inside('drafts.ndjson'), inside('piped'));
  const parts = readdirSync(inside('piped'))
    .filter((name) => name.startsWith('part-'))
    .sort();
  writeFileSync(
    inside('joined'),
    Buffer.concat(parts.map((name) => readFileSync(join(inside('piped'), name)))),
  );
  const lines = readFileSync(inside('joined'), 'utf8').split('\n').filter(Boolean).length;
  failed ||= lines !== DRAFTS;
  console.log(
    `${lines} of ${DRAFTS} drafts checked through ${parts.length} pipes ${said(piped)}, by one run ${said(one)}`,
  );
  same('the lines of the pipes and of one run', [inside('joined'), inside('checked')].map(sumOf));
} finally {
  if (process.env.SPARK_KEEP === undefined) rmSync(folder, { recursive: true, force: true });
  else console.log(folder);
}
process.exitCode = failed ? 1 : 0;
