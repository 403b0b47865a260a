// How long each hostile text of 1 MB takes (processor time, the model off): `npm run test:long -- times`. A text over 3 s fails.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { GROWING } from '../../test/adversarial/inputs.ts';
import { leave } from './leave.mjs';

const MOST = 3_000;
/** Programs that run beside take from the processor's caches: time is never told too short, so the best of some tries counts. */
const TRIES = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));

// bundled as what ships is; the models are found from the folder beside theirs, as by the bundles
const bundle = join(root, 'server/dist/times.cjs');
await build({
  entryPoints: [join(root, 'scripts/long/times-of.mts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});

/** Milliseconds that texts take, judged one after the other in a process of their own. */
const timesOf = (numbers: readonly number[]): readonly number[] => {
  const { stdout } = spawnSync(process.execPath, [bundle, ...numbers.map(String)], { encoding: 'utf8' });
  const took = stdout.split('\n').map((line) => Number.parseInt(line, 10));
  return numbers.map((_, i) => took[i] ?? Number.NaN);
};

/** So many are judged together, since to start a process takes half as long as to judge a text. */
const TOGETHER = 8;

const times: { name: string; format: string; ms: number }[] = [];
for (let from = 0; from < GROWING.length; from += TOGETHER) {
  const some = GROWING.slice(from, from + TOGETHER);
  const took = timesOf(some.map((_, i) => from + i));
  for (const [i, { name, format }] of some.entries()) {
    let ms = took[i] ?? Number.NaN;
    for (let tries = 1; tries < TRIES && !(ms <= MOST); tries += 1)
      ms = Math.min(...timesOf([from + i]), Number.isNaN(ms) ? Number.POSITIVE_INFINITY : ms);
    times.push({ name, format, ms });
    console.log(`${ms <= MOST ? '✓' : '✗'} ${format} ${name}: ${(ms / 1000).toFixed(1)} s of the processor`);
  }
  leave('times.json', { load: Number(loadavg()[1]?.toFixed(1)), times });
}
rmSync(bundle);
const slow = times.filter(({ ms }) => !(ms <= MOST)).length;
if (process.env.TEST_COUNTS !== undefined)
  writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed: times.length - slow, failed: slow }));
process.exitCode = slow > 0 ? 1 : 0;
