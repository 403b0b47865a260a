// Known faults in the packages that users get. Where nobody can be asked for them, that is said and counts as skipped.
import { spawnSync } from 'node:child_process';
import { SKIPPED } from '../stages.mjs';
import { leave } from './leave.mjs';

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], { encoding: 'utf8' });
const found = answerIn(asked.stdout);
const total = found.metadata?.vulnerabilities?.total;
if (total === undefined) {
  const why = found.message ?? asked.error?.message ?? `npm ended with ${asked.status}`;
  console.warn(
    `!!! SKIPPED: the list of known faults could not be asked for (${why}). Nothing is known of them.`,
  );
  leave('audit.json', { why });
  process.exit(SKIPPED);
}
for (const [name, { severity }] of Object.entries(found.vulnerabilities ?? {}))
  console.error(`${name}: ${severity}`);
console.log(`${total} known faults in the packages that users get.`);
leave('audit.json', { total });
process.exitCode = total > 0 ? 1 : 0;

function answerIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
