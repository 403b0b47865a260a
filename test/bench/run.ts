import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { corpusNames, readCorpora } from '../corpus/corpora.ts';
import { median, ms, perSecond, target, thousands, timed, times } from './figures.ts';
import { type Engine, measureBatch, measureDuplicates, measureReader, measureShares } from './inside.ts';
import { newsLike } from './story.ts';
import { measureColdStart, measureEdits, measureTyping, PLACES } from './typing.ts';

const USAGE = `npm run bench [-- PART…] [--quick] [--drafts COUNT]

Measures Blue Pencil on drafts made by chance of our own words; the parts are typing, edits (on real news, where the corpora
lie beside the repository), cold, reader, batch, scaling, shares,
peers and reuse (needs the corpora, and Python with datasketch and passim; PYTHON names it), all of them without a name. --quick repeats less, for a first look. --drafts says
how many drafts the peers are given (400; there is real news for some 9,000).
`;
const PARTS = ['typing', 'edits', 'cold', 'reader', 'batch', 'scaling', 'shares', 'peers', 'reuse'] as const;
type Part = (typeof PARTS)[number];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'artifacts/bench');
const SERVER = join(ROOT, 'server/dist/server.cjs');
const CLI = join(ROOT, 'server/dist/cli.cjs');
const ENGINE = join(ROOT, 'server/artifacts/engine.mjs');
const SIZES = [1_000, 10_000, 100_000] as const;
const FEW = 5_000;
const MANY = 100_000;

const say = (...lines: readonly string[]): void => console.log(lines.join('\n'));
const results: Record<string, unknown> = {};
const targets: string[] = [];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      drafts: { type: 'string', default: '400' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(USAGE);
  const unknown = positionals.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined)
    throw new Error(`There is no part “${unknown}”. There are: ${PARTS.join(', ')}.`);
  const wanted = (part: Part) => positionals.length === 0 || positionals.includes(part);
  const repeat = values.quick ? 0.2 : 1;

  mkdirSync(OUT, { recursive: true });
  say('Building what is measured …');
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'server', 'cli'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const load = loadavg()[0] ?? 0;
  const machine = `Node ${process.version}, ${cpus().length} cores, load ${load.toFixed(1)} before the run`;
  say(
    `${machine}${load > 0.5 * cpus().length ? ': something else is running, the figures are worse than they need be' : ''}`,
  );
  results.machine = machine;

  if (wanted('typing')) await typing(repeat);
  if (wanted('edits')) await edits(repeat);
  if (wanted('cold')) await cold(repeat);
  const engine = await bundled();
  if (wanted('reader')) await reader(engine, repeat);
  if (wanted('shares')) await shares(engine, repeat);
  if (wanted('batch')) await batch(engine, repeat);
  if (wanted('scaling')) await scaling(engine, repeat);
  if (wanted('peers')) await peers(Number(values.drafts), repeat);

  if (wanted('reuse')) reuse();

  if (targets.length > 0) say('', 'TARGETS', ...targets);
  const name = positionals.length === 0 ? 'bench.json' : `${positionals.join('-')}.json`;
  writeFileSync(join(OUT, name), `${JSON.stringify({ ...results, targets }, null, 1)}\n`);
  say('', `All of it: artifacts/bench/${name}`);
}

async function bundled(): Promise<Engine> {
  // where it finds the models beside it, as what ships does
  const outfile = ENGINE;
  await build({
    entryPoints: [fileURLToPath(new URL('engine.ts', import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

async function typing(repeat: number): Promise<void> {
  say(`Typing in drafts of ${SIZES.map(thousands).join(', ')} words …`);
  const all = await measureTyping(SERVER, SIZES, Math.max(2, Math.round(8 * repeat)), 60);
  results.typing = all;
  const of = (words: number, place?: string) =>
    all.filter((one) => one.words === words && (place === undefined || one.place === place));
  const worst = (words: number) => Math.max(...of(words).map((one) => one.p95));
  const ratios = PLACES.map((place) => {
    const [ten, hundred] = [10_000, 100_000].map((words) => of(words, place)[0]?.p95 ?? Number.NaN);
    return `${place} ${times((hundred ?? 0) / (ten ?? 1))}`;
  });
  const ratio = worst(100_000) / worst(10_000);
  say(
    '',
    'KEYSTROKE TO DIAGNOSTICS over stdio, one character at a time, pulled after each',
    `p95 at 100,000 words to p95 at 10,000: ${ratios.join(', ')}; the worst places: ${times(ratio)}`,
    'words      place          p50        p95      worst',
    ...all.map(
      ({ words, place, p50, p95, worst }) =>
        `${thousands(words).padEnd(10)} ${place.padEnd(8)} ${[p50, p95, worst].map((one) => ms(one).padStart(10)).join(' ')}`,
    ),
  );
  targets.push(
    target('p95 at 100,000 words at most 1.5 × that at 10,000', times(ratio), ratio <= 1.5),
    target('p95 at 100,000 words at most 10 ms', ms(worst(100_000)), worst(100_000) <= 10),
  );
}

const REAL = 'bbc-dev';

async function edits(repeat: number): Promise<void> {
  if (!corpusNames().includes(REAL)) return say('', `Edits in real news: the corpus “${REAL}” is not there.`);
  say('', 'Editing real news at random places …');
  const texts = readCorpora([REAL]).map(({ text }) => text);
  const all = await measureEdits(
    SERVER,
    [10_000, 100_000].map((words) => firstWords(texts, words)),
    Math.round(400 * repeat),
  );
  results.edits = all;
  const [ten = Number.NaN, hundred = Number.NaN] = all.map(({ p95 }) => p95);
  say(
    'EDIT TO DIAGNOSTICS in real news, at random places, pulled after each',
    'words             p50        p95      worst',
    ...all.map(
      ({ words, p50, p95, worst }) =>
        `${thousands(words).padEnd(10)} ${[p50, p95, worst].map((one) => ms(one).padStart(10)).join(' ')}`,
    ),
  );
  targets.push(
    target('in real news, p95 at 10,000 words at most 10 ms', ms(ten), ten <= 10),
    target(
      'in real news, p95 at 100,000 words at most 1.3 × that',
      times(hundred / ten),
      hundred <= 1.3 * ten,
    ),
  );
}

/** Stories one after the other until they have so many words. */
function firstWords(texts: readonly string[], words: number): string {
  const taken: string[] = [];
  let count = 0;
  for (const text of texts) {
    if (count >= words) break;
    taken.push(text);
    count += text.split(/\s+/u).length;
  }
  return taken.join('\n\n');
}

async function cold(repeat: number): Promise<void> {
  say('', 'Starting cold …');
  const start = await measureColdStart(SERVER, Math.max(3, Math.round(11 * repeat)));
  const node = median(
    await inTurn(7, () => timed(() => execFileSync(process.execPath, ['-e', '0'], { stdio: 'ignore' }))),
  );
  results.cold = { ...start, node };
  say(
    'COLD START (the middle one of several)',
    `to the answer to initialize ${times(start.initialize / node)} what Node itself takes to start; to the first diagnostics of 1,000 words ${times(start.diagnostics / node)}`,
    `Node ${ms(node)}, initialize ${ms(start.initialize)}, first diagnostics ${ms(start.diagnostics)}`,
  );
}

async function reader(engine: Engine, repeat: number): Promise<void> {
  say('', 'Reading with the phrasing model …');
  const found = await measureReader(engine, Math.max(2, Math.round(5 * repeat)));
  results.reader = found;
  say(
    'THE PHRASING MODEL, one core',
    `loaded in ${ms(found.load)}; a sentence ${ms(found.sentence)} (the middle one), ${ms(found.longest)} (of 100, the slowest five left out)`,
    `1,000 words: full ${ms(found.full)}, fast ${ms(found.fast)}`,
  );
  targets.push(
    target('a sentence at most 20 ms', ms(found.sentence), found.sentence <= 20),
    target('1,000 words in full at most 600 ms', ms(found.full), found.full <= 600),
  );
}

async function shares(engine: Engine, repeat: number): Promise<void> {
  say('', 'WHERE A KEYSTROKE’S TIME GOES, in process, in the middle of a draft');
  const all = [];
  for (const words of [10_000, 100_000]) {
    const parts = await measureShares(engine, words, Math.round(300 * repeat));
    const whole = parts.find(({ name }) => name === 'all of it')?.p50 ?? Number.NaN;
    say(
      `${thousands(words)} words`,
      ...parts.map(
        ({ name, p50, p95 }) =>
          `  ${name.padEnd(38)} ${`${((p50 / whole) * 100).toFixed(0)} %`.padStart(6)}   p50 ${ms(p50)}, p95 ${ms(p95)}`,
      ),
    );
    all.push({ words, parts });
  }
  results.shares = all;
}

/** As many drafts of 500 words as make this many words. */
const drafts = (words: number): readonly string[] =>
  Array.from({ length: Math.round(words / 500) }, (_, i) => newsLike(500, i + 1).join('\n\n'));

const countWords = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);

async function batch(engine: Engine, repeat: number): Promise<void> {
  say('', 'Checking drafts in batch …');
  const texts = drafts(20_000);
  const words = countWords(texts);
  const inProcess = await measureBatch(engine, texts, Math.max(3, Math.round(7 * repeat)));
  const folder = mkdtempSync(join(tmpdir(), 'blue-pencil-bench-'));
  try {
    texts.forEach((text, i) => {
      writeFileSync(join(folder, `story-${i}.txt`), text);
    });
    const cli = (paths: readonly string[]) =>
      timed(() => {
        const { status, stderr } = spawnSync(
          process.execPath,
          [CLI, 'check', '--format', 'json', '--fail-on', 'never', ...paths],
          {
            cwd: folder,
            encoding: 'utf8',
            maxBuffer: 1 << 28,
          },
        );
        if (status !== 0) throw new Error(`The command line ended with ${status}: ${stderr}`);
      });
    const whole = median(await inTurn(Math.max(3, Math.round(7 * repeat)), () => cli(['.'])));
    const one = median(await inTurn(5, () => cli(['story-0.txt'])));
    results.batch = { words, inProcess, cli: whole, cliOneFile: one };
    say(
      'IN BATCH, 40 drafts of 500 words',
      `the command line takes ${times(whole / inProcess)} the time of the engine alone; one file of the 40 takes ${times(one / whole)} the time of all`,
      `engine ${thousands(perSecond(words, inProcess))} words/s (${ms(inProcess)}); command line ${thousands(perSecond(words, whole))} words/s (${ms(whole)}; one file ${ms(one)})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scaling(engine: Engine, repeat: number): Promise<void> {
  say('', 'Looking for duplicates in long drafts …');
  const rounds = Math.max(1, Math.round(5 * repeat));
  const [few = Number.NaN, many = Number.NaN] = await measureDuplicates(engine, [FEW, MANY], rounds);
  results.scaling = { [FEW]: few, [MANY]: many };
  say(
    'DUPLICATES IN LONG DRAFTS',
    `${thousands(MANY)} paragraphs to ${thousands(FEW)}: ${times(many / few)} the time for ${MANY / FEW} times the paragraphs`,
    `${thousands(FEW)} ${ms(few)}, ${thousands(MANY)} ${ms(many)}`,
  );
  targets.push(
    target(
      'duplicates in 100,000 paragraphs in under 30 × the time of 5,000',
      times(many / few),
      many / few < 30,
    ),
  );
}

async function peers(count: number, repeat: number): Promise<void> {
  const folder = fileURLToPath(new URL('peers', import.meta.url));
  if (!existsSync(join(folder, 'node_modules'))) {
    say('', 'Installing the peers into test/bench/peers (once) …');
    const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) {
      say(
        `*** THE PEERS COULD NOT BE INSTALLED, so nothing is measured beside them: ${stderr.trim().split('\n')[0]} ***`,
      );
      results.peers = null;
      return;
    }
  }
  const texts = newsDrafts(Math.max(20, Math.round(count * repeat)));
  say('', `Running the peers on the same ${thousands(texts.length)} drafts …`);
  const file = join(OUT, 'texts.json');
  writeFileSync(file, JSON.stringify(texts));
  const [every, read] = texts.length > 1000 ? [20, 100] : [5, 20];
  const took: Took = JSON.parse(
    execFileSync(process.execPath, [join(folder, 'run.mjs'), ENGINE, file, String(every), String(read)], {
      encoding: 'utf8',
    }),
  );
  results.peers = took;
  const perThousand = (name: string) => ((took[name]?.ms ?? Number.NaN) / (took[name]?.words ?? 0)) * 1000;
  const ours = perThousand('ours');
  const ratios = {
    'write-good': perThousand('write-good') / ours,
    'harper.js': perThousand('harper.js') / perThousand('beside harper.js'),
    model: perThousand('harper.js') / perThousand('ours with the model'),
  };
  say(
    `BESIDE PEERS, ${corpusNames().length > 0 ? 'real news' : 'drafts of our own'}, in turn in one process; milliseconds of processor time for 1,000 words`,
    ...Object.entries(took).map(
      ([name, { words }]) =>
        `${name.padEnd(28)} ${perThousand(name).toFixed(1).padStart(8)}   (${thousands(words)} words)`,
    ),
  );
  targets.push(
    target('all checks but the model, 1,000 words in at most 12 ms', ms(ours), ours <= 12),
    target('at least 12 × harper.js', times(ratios['harper.js']), ratios['harper.js'] >= 12),
    target('at least 0.5 × write-good', times(ratios['write-good']), ratios['write-good'] >= 0.5),
    target('with the model, at least 2 × harper.js', times(ratios.model), ratios.model >= 2),
  );
}

/** What finds copies, and how well: of the drafts of a kind those of which half of the planted words were found, in per cent. */
interface Finder {
  readonly name: string;
  readonly recall: Readonly<Record<string, number>>;
  /** Of the words that were found those that were planted, in per cent. */
  readonly precision: number;
  readonly storiesPerCpuSecond: number;
  readonly peakMB: number;
}

/** Planted copies, looked for by us and by others. */
function reuse(): void {
  const corpora = join(ROOT, '../shared/corpora');
  const python = process.env.PYTHON ?? 'python3';
  if (corpusNames().length === 0) {
    say('', '*** THE CORPORA ARE ABSENT, so no copies are planted and none looked for. ***');
    results.reuse = null;
    return;
  }
  const planted = mkdtempSync(join(tmpdir(), 'blue-pencil-reuse-'));
  const here = (name: string): string => fileURLToPath(new URL(`reuse/${name}`, import.meta.url));
  const run = (command: string, ...args: readonly string[]): readonly Finder[] => {
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (status === 0)
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Finder);
    const why = stderr.trim().split('\n').at(-1);
    say(`*** SKIPPED: ${args.find((arg) => arg.endsWith('.py'))} could not be run: ${why} ***`);
    return [];
  };
  try {
    say('', execFileSync(python, [here('plant.py'), corpora, planted], { encoding: 'utf8' }).trim());
    const finders = [
      ...run(process.execPath, ...process.execArgv, here('ours.mts'), planted),
      ...run(python, here('peers.py'), planted),
      ...run(python, here('passim.py'), planted),
    ];
    results.reuse = finders;
    const kinds = Object.keys(finders[0]?.recall ?? {});
    say(
      'PLANTED COPIES, found in per cent by kind; precision by words; stories a second of processor time; memory',
      `| | ${kinds.join(' | ')} | precision, % | stories/s | MB |`,
      `| --- | ${[...kinds, '', '', ''].map(() => '---').join(' | ')} |`,
      ...finders.map(
        ({ name, recall, precision, storiesPerCpuSecond, peakMB }) =>
          `| ${[name, ...kinds.map((kind) => recall[kind]), precision, storiesPerCpuSecond, peakMB].join(' | ')} |`,
      ),
    );
    const ours = finders.filter(({ name }) => name.startsWith('Blue Pencil'));
    const passim = finders.find(({ name }) => name.startsWith('passim'));
    for (const { name, recall, precision } of ours) {
      const least = Math.min(
        ...kinds.filter((kind) => kind !== 'paraphrase').map((kind) => recall[kind] ?? 0),
      );
      targets.push(
        target(`${name}: of all kinds but paraphrase at least 98 % found`, `${least} %`, least >= 98),
        target(`${name}: precision by words at least 99 %`, `${precision} %`, precision >= 99),
      );
    }
    if (passim === undefined) return;
    const ratio = (ours[0]?.storiesPerCpuSecond ?? 0) / passim.storiesPerCpuSecond;
    targets.push(target('at least 20 × the stories per second of passim', times(ratio), ratio >= 20));
  } finally {
    rmSync(planted, { recursive: true, force: true });
  }
}

/** What each has taken, in milliseconds of processor time, over how many words. */
type Took = Readonly<Record<string, { readonly words: number; readonly ms: number }>>;

const NEWS = ['bbc-dev', 'polnear-dev', 'wikinews', 'bbc-train', 'polnear-train', 'wikinews-2007'];
const MORE_NEWS = ['congress-press', 'senate-press-2005-07', 'wikipedia-current-events-2020-23'];

/** Drafts of some 500 words of real news, where the corpora lie beside the repository; of our own otherwise. */
function newsDrafts(count: number): readonly string[] {
  const there = [...NEWS, ...MORE_NEWS].filter((name) => corpusNames().includes(name));
  if (there.length === 0) return drafts(count * 500);
  const found: string[] = [];
  let paragraphs: string[] = [];
  let words = 0;
  const paragraphsOfAll = readCorpora(there).flatMap(({ text }) => text.split(/\n+/u));
  for (const paragraph of paragraphsOfAll) {
    if (found.length === count) break;
    if (paragraph.trim() === '') continue;
    paragraphs.push(paragraph);
    words += paragraph.split(/\s+/u).length;
    if (words < 500) continue;
    found.push(paragraphs.join('\n\n'));
    paragraphs = [];
    words = 0;
  }
  return found;
}

async function inTurn<T>(count: number, work: () => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let i = 0; i < count; i += 1) all.push(await work());
  return all;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
