// Runs the tests beside it in the extension host. Bundled by test/vscode/build.ts, each test file for itself.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * The entry that the extension host calls. The counts go to the file named by SUITE_COUNTS;
 * SUITE_ONLY names the tests to run, by a part of their titles.
 */
export async function run(): Promise<void> {
  // VS Code now and then loses a question or an event: a test that fails is tried once more, and the log says so
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, slow: 5_000, retries: 1 });
  const only = process.env.SUITE_ONLY;
  if (only !== undefined) mocha.grep(only);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  }
  const failures: string[] = [];
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
    runner.on('fail', (test) => failures.push(test.fullTitle()));
    runner.on('retry', (test, error) =>
      console.warn(`!!! “${test.fullTitle()}” is tried once more: ${error.message}`),
    );
  });
  const passed = stats?.passes ?? 0;
  const failed = stats?.failures ?? 0;
  const counts = process.env.SUITE_COUNTS;
  if (counts !== undefined) writeFileSync(counts, JSON.stringify({ passed, failed, failures }));
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
  if (passed === 0) throw new Error('No test ran.');
}
