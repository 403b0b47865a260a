// Installs what is missing, then runs every stage of the tests, or only those named: `npm test`, `npm test -- unit grammar`.
// A stage that fails does not stop the others. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfMissing } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const counts = join(root, '.cache', 'counts.json');
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Runs a command with its output shown; its exit status, 1 where it was killed. */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error) console.error(String(error));
  return status ?? 1;
}

const whole = (command, args) => () => {
  const status = run(command, args);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
};

/** A failed run counts one failure at least: a file that does not load has no tests to count. */
const counted = (command, args, env, read) => () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(counts, { force: true });
  const status = run(command, args, env);
  const { passed, failed, skipped } = readCounts(read);
  if (passed + failed === 0) console.error('No test ran in this stage: that counts as a failure.');
  const least = status !== 0 || passed + failed === 0 ? 1 : 0;
  return { passed, failed: Math.max(failed, least), skipped };
};

function readCounts(read) {
  try {
    return read(JSON.parse(readFileSync(counts, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const vitest = (folder) =>
  counted(
    bin('vitest'),
    ['run', `test/${folder}`, '--reporter=default', '--reporter=json', `--outputFile.json=${counts}`],
    {},
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
  );

const stages = {
  lint: whole(bin('biome'), ['check', '.']),
  types: whole(bin('tsc'), ['-p', '.']),
  build: whole(process.execPath, ['scripts/build.mjs']),
  unit: vitest('unit'),
  property: vitest('property'),
  protocol: vitest('protocol'),
  adversarial: vitest('adversarial'),
  grammar: whole('npm', ['run', '--silent', 'test:grammar']),
  vscode: counted(
    'npm',
    ['run', '--silent', 'test:vscode'],
    { TEST_COUNTS: counts },
    ({ passed, failed }) => ({
      passed,
      failed,
      skipped: 0,
    }),
  ),
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}. The stages are ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}
// the protocol tests drive the built server
const needed = named.includes('protocol') && !named.includes('build') ? ['build', ...named] : named;
const chosen = needed.length > 0 ? needed : Object.keys(stages);

installIfMissing(root);
const results = [];
for (const name of chosen) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  results.push({ name, ...stages[name](), seconds: (Date.now() - started) / 1000 });
}

console.log('\n── result');
for (const { name, passed, failed, skipped, seconds } of results) {
  const note = skipped > 0 ? `, ${skipped} SKIPPED` : '';
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${note} (${seconds.toFixed(1)} s)`,
  );
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`);
