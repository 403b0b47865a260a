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

/** Judges one text in a process of its own: what the others leave behind does not count. */
function judgeAlone(name: string): void {
  const one = GROWING.find((growing) => `${growing.format} ${growing.name}` === name);
  if (one === undefined) throw new Error(`There is no text ${name}.`);
  checkDraft(readDraft('The crew were told to leave.', 'plain'), plan);
  const text = one.make(SIZE);
  console.log(cpu(() => checkDraft(readDraft(text, one.format), plan)));
}

const [, script = '', alone] = process.argv;
if (alone !== undefined) {
  judgeAlone(alone);
  process.exit();
}
const times: { name: string; format: string; ms: number }[] = [];
for (const { name, format } of GROWING) {
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, script, `${format} ${name}`], {
    encoding: 'utf8',
  });
  const ms = Number.parseInt(stdout, 10);
  times.push({ name, format, ms });
  console.log(`${!(ms <= MOST) ? '✗' : '✓'} ${format} ${name}: ${ms} ms`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(times));
}
const slow = times.filter(({ ms }) => !(ms <= MOST)).length;
if (process.env.TEST_COUNTS !== undefined)
  writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed: times.length - slow, failed: slow }));
process.exitCode = slow > 0 ? 1 : 0;
