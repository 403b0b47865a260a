// An archive as large as a newspaper's: ARCHIVE_STORIES stories (a million if not said) of 500 words, made of the open corpora's sentences, with
// copies planted in drafts of 1,000 words. Says what it takes to put them in and to ask: `npx tsx scripts/long/million.mts [FOLDER]`, once
// the program is built; FOLDER (a temporary one if not said) needs 6 GB, and what was made in it goes when it is done.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../../server/src/archive/archive.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { passagesBySeeds } from '../../server/src/reuse/archived.ts';
import { storyOf } from '../../server/src/reuse/story.ts';
import { readCorpora } from '../../test/corpus/corpora.ts';
import { randomOf } from '../../test/corpus/planting.ts';

const STORIES = Number(process.env.ARCHIVE_STORIES ?? 1_000_000);
const SEED = Number(process.env.LONG_SEED ?? 16);
const JOBS = process.env.ARCHIVE_JOBS ?? '2';
const WORDS = 500;
/** Drafts of 1,000 words with a copy planted in them, so many of each size in words. */
const DRAFTS = 20;
const SIZES = [25, 50, 100, 250] as const;
const CORPORA = [
  'congress-press',
  'senate-press-2005-07',
  'fed-beige-book',
  'gsa-digitalgov-news',
  'gsa-18f-blog',
  'us-presidential-addresses',
  'wikinews',
  'openstax-textbooks',
];

/** A draft, and the words of which story it has. */
interface Planted {
  readonly story: number;
  readonly size: number;
  readonly text: string;
}

const folder = process.argv[2] ?? join(tmpdir(), 'blue-pencil-million');
const CLI =
  process.env.BLUE_PENCIL_CLI ?? fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
const stories = join(folder, 'stories.ndjson');
const place = join(folder, 'archive');

const chance = randomOf(SEED);
const random = (below: number): number => Math.floor(chance() * below);
const any = <T,>(list: readonly T[]): T => list[random(list.length)] as T;

/**
 * A sentence of the corpora, one word in six another's: a million stories draw each sentence fifty times, and a newspaper does not say
 * each of its sentences fifty times.
 */
function sentenceOf(sentences: readonly (readonly string[])[]): readonly string[] {
  const shift = random(6);
  return any(sentences).map((word, i) =>
    i % 6 === shift && i > 0 ? any(any(sentences).slice(1, -1)) : word,
  );
}

/** Words as a text of paragraphs of some 50 words. */
function paragraphs(words: readonly string[]): string {
  const parts: string[] = [];
  for (let from = 0; from < words.length; from += 50)
    parts.push(`${words.slice(from, from + 50).join(' ')}.`);
  return parts.join('\n\n');
}

async function make(): Promise<readonly Planted[]> {
  const sentences = readCorpora(CORPORA).flatMap(({ text }) =>
    text
      .split(/\n+|(?<=[.!?]) (?=[A-Z])/u)
      .map((sentence) => sentence.trim().split(/\s+/u))
      .filter(({ length }) => length > 5 && length < 45),
  );
  console.log(`${sentences.length} sentences`);
  const wordsOf = (count: number): readonly string[] => {
    const words: string[] = [];
    while (words.length < count) words.push(...sentenceOf(sentences));
    return words.slice(0, count);
  };
  const out = createWriteStream(stories, { highWaterMark: 1 << 20 });
  const sources = new Map(
    SIZES.flatMap((size) => Array.from({ length: DRAFTS }, () => [random(STORIES), size] as const)),
  );
  const drafts: Planted[] = [];
  for (let story = 0; story < STORIES; story += 1) {
    const words = wordsOf(WORDS);
    const day = new Date(Date.UTC(2000, 0, 1 + (story % 9000))).toISOString().slice(0, 10);
    const line = {
      id: story,
      title: `Story ${story}`,
      date: day,
      kind: 'ours',
      text: `Story ${story}\n\n${paragraphs(words)}`,
    };
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
    const size = sources.get(story);
    if (size === undefined) continue;
    const from = random(WORDS - size + 1);
    const own = wordsOf(1000 - size);
    const at = 50 * (1 + random(8));
    const text = [own.slice(0, at), words.slice(from, from + size), own.slice(at)]
      .map(paragraphs)
      .join('\n\n');
    drafts.push({ story, size, text });
  }
  out.end();
  await finished(out);
  return drafts;
}

/** Runs the program and says what it took: seconds by the clock and of the processor, megabytes at the most. */
async function run(...args: readonly string[]): Promise<{ seconds: number; cpu: number; megabytes: number }> {
  const took = join(folder, 'took.json');
  const hook = join(folder, 'took.cjs');
  writeFileSync(
    hook,
    `if (require('node:worker_threads').isMainThread) process.on('exit', () => { const u = process.resourceUsage(); require('node:fs').writeFileSync(${JSON.stringify(took)}, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, megabytes: u.maxRSS / 1024 })); });`,
  );
  const began = performance.now();
  const child = spawn(process.execPath, ['--require', hook, CLI, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const status = await new Promise((resolve) => child.once('exit', resolve));
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return { seconds: (performance.now() - began) / 1000, ...JSON.parse(readFileSync(took, 'utf8')) };
}

/** Makes the system forget what it has read of the archive. */
function forget(): void {
  for (const file of readdirSync(place))
    spawnSync('dd', [`if=${join(place, file)}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds by the clock and of the processor. */
async function timed<T>(work: () => T | Promise<T>): Promise<readonly [T, clock: number, cpu: number]> {
  const [clock, spent] = [performance.now(), cpu()];
  const result = await work();
  return [result, performance.now() - clock, cpu() - spent];
}

const inOrder = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);
const share = (numbers: readonly number[], of: number): string =>
  (inOrder(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * of))] ?? Number.NaN).toFixed(1);
const spread = (numbers: readonly number[]): string =>
  `${share(numbers, 0.5)} ms (95 of 100 below ${share(numbers, 0.95)})`;

/** Asks about all drafts; says how many planted copies were found. */
async function ask(drafts: readonly Planted[], cold: boolean): Promise<void> {
  const [clocks, cpus, found]: [number[], number[], Map<number, number>] = [[], [], new Map()];
  let [others, opening] = [0, 0];
  let archive = await openArchive(place);
  for (const { story, size, text } of drafts) {
    if (cold) {
      archive.close();
      forget();
      const [opened, clock] = await timed(() => openArchive(place));
      archive = opened;
      opening += clock;
    }
    const asked = storyOf(readDraft(text, 'plain'));
    const [met, clock, spent] = await timed(() => archive.meet(asked, ''));
    clocks.push(clock);
    cpus.push(spent);
    for (const { record, places } of met.stories) {
      const most = Math.max(0, ...passagesBySeeds(asked, places).map(({ words }) => words));
      if (!record.id.endsWith(`#${story}`)) others += most >= 20 ? 1 : 0;
      else if (most * 2 >= size) found.set(size, (found.get(size) ?? 0) + 1);
    }
  }
  archive.close();
  const opened = cold ? `, opening ${(opening / drafts.length).toFixed(1)} ms each` : '';
  console.log(
    `${cold ? 'Cold' : 'Warm'}: ${drafts.length} drafts of 1,000 words, by the clock ${spread(clocks)}, of the processor ${spread(cpus)}${opened}`,
  );
  if (!cold)
    console.log(
      `Found: ${SIZES.map((size) => `${found.get(size) ?? 0} of ${drafts.filter((one) => one.size === size).length} of ${size} words`).join(', ')}; passages of 20 words or more in other stories: ${others}`,
    );
}

const [, , asking] = process.argv.slice(1);
const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;
if (asking === 'ask') {
  // in a process of its own, so that what making the stories took does not count
  const drafts = JSON.parse(readFileSync(join(folder, 'drafts.json'), 'utf8')) as readonly Planted[];
  const before = process.memoryUsage().rss;
  await ask(drafts, true);
  await ask(drafts, false);
  console.log(
    `Memory while asking: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at the most, ${Math.round(before / 1e6)} of them before the first question`,
  );
  process.exit();
}
mkdirSync(folder, { recursive: true });
try {
  console.log(`${STORIES} stories of ${WORDS} words, seed ${SEED}, ${load()}`);
  const [drafts, making] = await timed(make);
  writeFileSync(join(folder, 'drafts.json'), JSON.stringify(drafts));
  console.log(
    `Made in ${Math.round(making / 1000)} s, ${Math.round(statSync(stories).size / 1e6)} MB, ${load()}`,
  );
  const added = await run('archive', 'add', place, stories, '--quiet', '--jobs', JOBS);
  const size = readdirSync(place).reduce((sum, file) => sum + statSync(join(place, file)).size, 0);
  console.log(
    `Added by ${JOBS} threads in ${Math.round(added.seconds)} s, ${Math.round(added.cpu)} s of the processor, ${Math.round(added.megabytes)} MB of memory; ${Math.round(size / 1e6)} MB on disk in ${readdirSync(place).length - 1} parts; ${load()}`,
  );
  spawnSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', folder, 'ask'], {
    stdio: 'inherit',
  });
  console.log(
    `Verified: ${Math.round((await run('archive', 'verify', place, '--quiet')).seconds)} s; ${load()}`,
  );
} finally {
  if (process.env.ARCHIVE_KEEP === undefined) rmSync(folder, { recursive: true, force: true });
}
