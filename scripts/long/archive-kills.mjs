// Kills `blue-pencil archive add` at random moments, ARCHIVE_KILLS times (200 if not said): no story that was committed may be lost, and
// what is left is whole.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const CLI = join(import.meta.dirname ?? '.', '../../server/dist/cli.cjs');
const cli = process.env.BLUE_PENCIL_CLI ?? CLI;
const tries = Number(process.env.ARCHIVE_KILLS ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'blue-pencil-kills-'));
const archive = join(folder, 'archive');
const STORIES = 500;

let seed = Number(process.env.LONG_SEED ?? 1);
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

/** A file of stories that no other file has. */
function part(number) {
  const path = join(folder, `part-${number}.ndjson`);
  const lines = Array.from({ length: STORIES }, (_, i) => {
    const words = Array.from({ length: 120 }, () => `w${Math.floor(random() * 100_000)}`).join(' ');
    return JSON.stringify({ id: i, title: `Story ${number}-${i}`, text: `Story\n\n${words}.` });
  });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Adds a file, by one thread or two, and kills the run after so many milliseconds; says whether it had ended by then. */
async function add(path, after) {
  const threads = random() < 0.5 ? '1' : '2';
  const child = spawn(
    process.execPath,
    [cli, 'archive', 'add', archive, path, '--quiet', '--jobs', threads],
    {
      stdio: 'inherit',
    },
  );
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
  await Promise.race([ended, pause(after)]);
  child.kill('SIGKILL');
  return ended;
}

function look(action) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'archive', action, archive], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return { status, stdout, stderr };
}

const began = performance.now();
await add(part('first'), 1e6);
const whole = performance.now() - began;
const committed = new Set(['first']);
const half = new Set();
let [killed, faults] = [0, 0];
for (let i = 0; i < tries; i += 1) {
  // what was killed before is added again now and then
  const again = [...half][Math.floor(random() * half.size)];
  const number = again !== undefined && random() < 0.3 ? again : i;
  const path = number === again ? join(folder, `part-${number}.ndjson`) : part(number);
  if (await add(path, random() * whole * 1.3)) {
    committed.add(number);
    half.delete(number);
  } else {
    killed += 1;
    half.add(number);
  }
  const counts = new Map();
  const { status, stdout, stderr } = look('list');
  for (const line of stdout.split('\n').filter(Boolean)) {
    const [, of] = /^Story (\w+)-/.exec(JSON.parse(line).title);
    counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  const lost = [...committed].filter((one) => counts.get(String(one)) !== STORIES);
  const twice = [...counts].filter(([, count]) => count > STORIES);
  if (status !== 0 || lost.length > 0 || twice.length > 0) {
    faults += 1;
    console.error(`try ${i}: lost ${lost.join()}, twice ${twice.join()}, ended with ${status} ${stderr}`);
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
process.exitCode = faults > 0 || killed === 0 ? 1 : 0;
