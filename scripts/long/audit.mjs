// Known faults in the packages that users get. Where the registry keeps no list of them, that is said and counts as skipped.
import { spawnSync } from 'node:child_process';
import { SKIPPED } from '../stages.mjs';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const found = JSON.parse(stdout || '{}');
const total = found.metadata?.vulnerabilities?.total;
if (total === undefined) {
  console.warn(
    `SKIPPED: npm audit has no answer here (${found.message ?? 'no network'}). Run it where it has one.`,
  );
  process.exit(SKIPPED);
}
for (const [name, { severity }] of Object.entries(found.vulnerabilities ?? {}))
  console.error(`${name}: ${severity}`);
console.log(`${total} known faults in the packages that users get.`);
process.exitCode = total > 0 ? 1 : 0;
