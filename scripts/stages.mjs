// Stages of tests, run one after the other; one that fails does not stop the others. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfMissing } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const counts = join(root, '.cache', 'counts.json');

/** The exit status of a stage that can't run on this machine: it counts as skipped, which is said aloud. */
export const SKIPPED = 75;

/** A program of npm's. */
export const bin = (name) => join(root, 'node_modules', '.bin', name);

function run(command, args, env) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error) console.error(String(error));
  return status ?? 1;
}

/** A command that passes or fails as one. */
export const whole =
  (command, args, env = {}) =>
  () => {
    const status = run(command, args, env);
    if (status === SKIPPED) return { passed: 0, failed: 0, skipped: 1 };
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  };

/**
 * A command that leaves what it counted in the file that `TEST_COUNTS` names. A failed run counts one failure at least: a file that
 * does not load has no tests to count.
 */
export const counted =
  (command, args, env = {}, read = (found) => found) =>
  () => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    rmSync(counts, { force: true });
    const status = run(command, args, { ...env, TEST_COUNTS: counts });
    const { passed, failed, skipped = 0, failures } = readCounts(read);
    if (passed + failed === 0) console.error('No test ran in this stage: that counts as a failure.');
    const least = status !== 0 || passed + failed === 0 ? 1 : 0;
    return { passed, failed: Math.max(failed, least), skipped, failures };
  };

function readCounts(read) {
  try {
    return read(JSON.parse(readFileSync(counts, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** What failed in a file of tests; the file itself where it did not load. */
const namesOfFailed = ({ name, status, assertionResults }) => {
  const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
  return failed.length === 0 && status === 'failed' ? [name] : failed;
};

/** The tests of a folder or a file under test/. */
export const vitest = (path, env = {}) =>
  counted(
    bin('vitest'),
    ['run', `test/${path}`, '--reporter=default', '--reporter=json', `--outputFile.json=${counts}`],
    env,
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
      failures: testResults.flatMap(namesOfFailed),
    }),
  );

/**
 * Runs the stages that are named, or all, in their order.
 * @param needs what a stage needs before it, by name.
 */
export function runStages(stages, named, needs = {}) {
  const unknown = named.filter((name) => !(name in stages));
  if (unknown.length > 0) {
    console.error(
      `There is no stage ${unknown.join(', ')}. The stages are ${Object.keys(stages).join(', ')}.`,
    );
    process.exit(2);
  }
  const wanted = new Set(named.flatMap((name) => [...(needs[name] ?? []), name]));
  const chosen = Object.keys(stages).filter((name) => named.length === 0 || wanted.has(name));

  installIfMissing(root);
  const results = [];
  for (const name of chosen) {
    console.log(`\n── ${name}`);
    const started = Date.now();
    results.push({ name, ...stages[name](), seconds: (Date.now() - started) / 1000 });
  }

  console.log('\n── result');
  for (const { name, passed, failed, skipped, seconds, failures = [] } of results) {
    const note = skipped > 0 ? `, ${skipped} SKIPPED` : '';
    const mark = failed > 0 ? '✗' : passed > 0 ? '✓' : '–';
    console.log(`${mark} ${name}: ${passed} passed, ${failed} failed${note} (${seconds.toFixed(1)} s)`);
    for (const failure of failures) console.log(`    ✗ ${failure}`);
  }
  const unasked = results.filter(({ skipped, passed, failed }) => skipped > 0 && passed + failed === 0);
  for (const { name } of unasked)
    console.error(`!!! ${name} was SKIPPED on this machine: nothing is known of it.`);
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  process.exitCode = total('failed') > 0 ? 1 : 0;
  console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`);
}
