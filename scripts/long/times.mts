// How long each hostile text of 1 MB takes (processor time, the model off): `npm run test:long -- times`. A text over 3 s fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { GROWING } from '../../test/adversarial/inputs.ts';

const SIZE = 1_000_000;
const MOST = 3_000;
const file = join(fileURLToPath(new URL('../..', import.meta.url)), '.cache/times.json');
const plan = planChecks(CHECKS, { checks: { garbled: { model: 'off' } } });

/** Milliseconds of the processor: other programs may run beside. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

/** Judges texts one after the other, and prints what each took. */
function judgeSome(numbers: readonly string[]): void {
  checkDraft(readDraft('The crew were told to leave.', 'plain'), plan);
  for (const one of numbers.flatMap((number) => GROWING[Number(number)] ?? [])) {
    const text = one.make(SIZE);
    console.log(cpu(() => checkDraft(readDraft(text, one.format), plan)));
  }
}

/** So many texts are judged in a process of their own, since to start one takes half as long as to judge a text. */
const TOGETHER = 8;

const [, script = '', ...numbers] = process.argv;
if (numbers.length > 0) {
  judgeSome(numbers);
  process.exit();
}
const times: { name: string; format: string; ms: number }[] = [];
for (let from = 0; from < GROWING.length; from += TOGETHER) {
  const some = GROWING.slice(from, from + TOGETHER);
  const asked = some.map((_, i) => String(from + i));
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, script, ...asked], {
    encoding: 'utf8',
  });
  const took = stdout.split('\n').map((line) => Number.parseInt(line, 10));
  for (const [i, { name, format }] of some.entries()) {
    const ms = took[i] ?? Number.NaN;
    times.push({ name, format, ms });
    console.log(
      `${!(ms <= MOST) ? '✗' : '✓'} ${format} ${name}: ${(ms / 1000).toFixed(1)} s of the processor`,
    );
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(times));
}
const slow = times.filter(({ ms }) => !(ms <= MOST)).length;
if (process.env.TEST_COUNTS !== undefined)
  writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed: times.length - slow, failed: slow }));
process.exitCode = slow > 0 ? 1 : 0;
