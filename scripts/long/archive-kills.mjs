// Kills `blue-pencil archive add` midway, ARCHIVE_KILLS times (200 if not said): no story that was committed may be lost, and what is left
// is whole. The moment is drawn by what the run has done in the archive's folder so far, not by the clock, so that a busy machine does not
// make it late: while it reads, as a part is begun, written, named, as the parts are put together in one and the old ones go.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const CLI = join(import.meta.dirname ?? '.', '../../server/dist/cli.cjs');
const cli = process.env.BLUE_PENCIL_CLI ?? CLI;
const tries = Number(process.env.ARCHIVE_KILLS ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'blue-pencil-kills-'));
const archive = join(folder, 'archive');
const STORIES = 500;
mkdirSync(archive);

let seed = Number(process.env.LONG_SEED ?? 1);
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

/** A file of stories that no other file has. */
function part(number) {
  const path = join(folder, `part-${number}.ndjson`);
  const lines = Array.from({ length: STORIES }, (_, i) => {
    const words = Array.from({ length: 60 }, () => `w${Math.floor(random() * 100_000)}`).join(' ');
    return JSON.stringify({ id: i, title: `Story ${number}-${i}`, text: `Story\n\n${words}.` });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** So many things a run does in the folder, at the least, to commit its stories, and to put four parts together in one as well. */
const COMMITTING = 9;
const TOGETHER = 23;
const MANIFEST = 'archive.json';

/**
 * Draws when the next run is killed, by how many things it has done in the folder and the file of the last: parts are put together when
 * there are four, and until then every second run may commit.
 */
function drawMoment() {
  const { segments } = JSON.parse(readFileSync(join(archive, MANIFEST), 'utf8'));
  if (segments.length < 3 && random() < 0.5) return (_done, file) => file === MANIFEST;
  const moment = 1 + Math.floor(random() * (segments.length < 3 ? COMMITTING : TOGETHER));
  return (done) => done === moment;
}

/** What a run does first in the folder is to lock it; then it reads the stories, in so many milliseconds at the least. */
const LOCKED = 2;
let leastReading = Number.POSITIVE_INFINITY;

/** Adds a file, by one thread or two, and kills the run when its moment has come; says whether it had ended by then. */
async function add(path, isMoment) {
  const threads = random() < 0.5 ? '1' : '2';
  const child = spawn(
    process.execPath,
    [cli, 'archive', 'add', archive, path, '--quiet', '--jobs', threads],
    {
      stdio: 'inherit',
    },
  );
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
  const times = [];
  const watcher = watch(archive, async (_, file) => {
    const done = times.push(performance.now());
    if (!isMoment(done, file)) return;
    if (done <= LOCKED) await pause(random() * leastReading);
    child.kill('SIGKILL');
  });
  const whole = await ended;
  watcher.close();
  const read = (times[LOCKED + 1] ?? Number.POSITIVE_INFINITY) - (times[LOCKED - 1] ?? 0);
  leastReading = Math.min(leastReading, read);
  return whole;
}

function look(action) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'archive', action, archive], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return { status, stdout, stderr };
}

await add(part('first'), () => false);
const committed = new Set(['first']);
const half = new Set();
let [killed, faults] = [0, 0];
for (let i = 0; i < tries; i += 1) {
  // what was killed before is added again now and then
  const again = [...half][Math.floor(random() * half.size)];
  const number = again !== undefined && random() < 0.3 ? again : i;
  const path = number === again ? join(folder, `part-${number}.ndjson`) : part(number);
  if (await add(path, drawMoment())) {
    committed.add(number);

    half.delete(number);
  } else {
    killed += 1;
    if (!committed.has(number)) half.add(number);
  }
  const counts = new Map();
  const { status, stdout, stderr } = look('list');
  for (const line of stdout.split('\n').filter(Boolean)) {
    const [, of] = /^Story (\w+)-/.exec(JSON.parse(line).title);
    counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  const lost = [...committed].filter((one) => counts.get(String(one)) !== STORIES);
  // the stories of a file are committed together, and stay from then on
  const parts = [...counts].filter(([, count]) => count !== STORIES);
  for (const one of half) if (counts.get(String(one)) === STORIES && half.delete(one)) committed.add(one);
  if (status !== 0 || lost.length > 0 || parts.length > 0) {
    faults += 1;
    console.error(`try ${i}: lost ${lost.join()}, in part ${parts.join()}, ended with ${status} ${stderr}`);
  }
  if (i % 20 === 19 && look('verify').status !== 0) {
    faults += 1;
    console.error(`try ${i}: ${look('verify').stderr}`);
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(
  `${tries} runs, ${killed} of them killed before their end, ${committed.size} parts of ${STORIES} stories committed: ${faults} faults.`,
);
process.exitCode = faults > 0 || killed < tries * 0.95 ? 1 : 0;
