// Runs the suite's tests in the extension host of a browser. Bundled by test/vscode/web/run.ts.
import 'mocha/mocha';
import * as vscode from 'vscode';
import { BEGIN, END, SUITE } from '../host/marks.ts';
import { USUAL_SEVERITY } from '../host/usual-settings.ts';

const say = (line: string): void => console.log(SUITE + line.replaceAll('%', '%%'));

/** The entry that VS Code calls. Its end marker carries the counts. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 20_000, slow: 5_000, retries: 1, reporter: class {} as never });
  await import('./drafts.test.ts');
  await import('../suite/duplicates.test.ts');
  await import('../suite/repeated-word.test.ts');
  await import('../suite/settings.test.ts');
  await import('../suite/sourcing.test.ts');
  await import('../suite/workspace.test.ts');
  await vscode.workspace
    .getConfiguration('bluePencil')
    .update('severity', USUAL_SEVERITY, vscode.ConfigurationTarget.Global);
  say(BEGIN);
  let passed = 0;
  const failures: string[] = [];
  const failed = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('suite', ({ title }) => say(`  ${title}`))
      .on('pass', ({ title, duration }) => {
        passed += 1;
        say(`    ✔ ${title} (${duration} ms)`);
      })
      .on('retry', (test, error) => say(`    !!! “${test.title}” is tried once more: ${error.message}`))
      .on('fail', (test, error) => {
        failures.push(test.fullTitle());
        say(`    ✗ ${test.title}\n${error.stack ?? error.message}`);
      });
  });
  say(`${END} ${JSON.stringify({ passed, failed, failures })}`);
}
