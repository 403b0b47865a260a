// Runs the extension in a real VS Code: first its suite, then its suite in VS Code for browsers, then the packed .vsix as a
// user sees it.
//
//   npm run test:vscode [-- suite|web|ui|NAME]
//
// NAME is one of the workbench's stages (vsix, german, first-run, desk, pictures): it alone is run, on a newly packed .vsix.
//
// Where a desktop VS Code is installed (or VSCODE names one) the suite runs in it too; where none is found, the run says so.
// With BLUE_PENCIL_VSCODE=desktop the suite runs in the desktop VS Code that @vscode/test-electron downloads; without it,
// in code-server from the npm registry. The .vsix is tried in code-server, on a desktop only when `ui` is named.
// SUITE_ONLY picks the suite's tests by a part of their titles. Ends with `N passed, N failed`; the counts
// are also written as JSON to the file named by TEST_COUNTS.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildTests } from './build.ts';
import { findDesktop, NO_DESKTOP } from './host/desktop.ts';
import { type CodeServer, findChromium, installCodeServer, step } from './host/setup.ts';
import { QUIET_SETTINGS } from './host/workbench.ts';
import { tryDesk } from './ui/desk.ts';
import { tryFirstRun } from './ui/first-run.ts';
import { tryInGerman } from './ui/german.ts';
import type { Setting } from './ui/installed.ts';
import { takePictures } from './ui/pictures.ts';
import { type Counts, sumOf, tryVsix } from './ui/vsix.ts';
import { runInBrowser } from './web/run.ts';
import { installWebVscode } from './web/setup.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = path.join(root, '.vscode-test');
const desktop = process.env.BLUE_PENCIL_VSCODE === 'desktop';

/** What is tried with the packed .vsix, in this order. */
const UI_STAGES: readonly {
  readonly name: string;
  readonly does: string;
  readonly work: (setting: Setting) => Promise<Counts>;
}[] = [
  { name: 'vsix', does: 'trying the .vsix in a workbench', work: tryVsix },
  { name: 'german', does: 'trying the .vsix in German', work: tryInGerman },
  { name: 'first-run', does: 'trying the .vsix for the first time', work: tryFirstRun },
  { name: 'desk', does: 'a sub-editor at work', work: tryDesk },
  { name: 'pictures', does: 'taking pictures', work: takePictures },
];

async function main(): Promise<Counts> {
  const wanted = process.argv.slice(2);
  const web = desktop ? wanted.includes('web') : wanted.length === 0 || wanted.includes('web');
  const stages = UI_STAGES.filter(
    ({ name }) => wanted.length === 0 || wanted.includes('ui') || wanted.includes(name),
  );
  const ui = desktop ? wanted.length > 0 && stages.length > 0 : stages.length > 0;
  const all: Counts[] = [];
  const suite = wanted.length === 0 || wanted.includes('suite');
  const inBrowser =
    !ui && (desktop || !suite)
      ? undefined
      : { codeServer: await installCodeServer(cache), chromium: await findChromium() };
  if (suite) {
    all.push(await stage('running the suite in VS Code', () => runSuite(desktop ? undefined : inBrowser)));
    const installed = desktop ? undefined : findDesktop();
    if (installed !== undefined)
      all.push(await stage(`running the suite in ${installed}`, () => runSuite(installed)));
    else if (!desktop) console.warn(NO_DESKTOP);
  }
  if (web) {
    const vscode = await installWebVscode(cache);
    const chromium = await findChromium();
    script('scripts/build.mjs', 'web-server', 'web-client');
    all.push(
      await stage('running the suite in VS Code for browsers', () =>
        runInBrowser(root, cache, vscode, chromium),
      ),
    );
  }
  if (ui && inBrowser !== undefined) {
    await step('packing the extension', async () => script('scripts/package.mjs'));
    const setting = { root, cache, ...inBrowser };
    for (const { does, work } of stages) all.push(await stage(does, () => work(setting)));
  } else console.log('The .vsix was not tried in a workbench; `npm run test:vscode -- ui` does that.');
  // once more where it is read
  if (suite && !desktop && findDesktop() === undefined) console.warn(NO_DESKTOP);
  return sumOf(all);
}

/**
 * Does a stage, and once more from the start where it fails: on a busy machine VS Code now and then loses a click or a key.
 * The log says so; a fault of ours fails both times.
 */
async function stage(what: string, work: () => Promise<Counts>): Promise<Counts> {
  const first = await step(what, work).catch((error: unknown) => {
    console.error(error);
    return undefined;
  });
  if (first?.failed === 0) return first;
  console.warn(`!!! ${what}: failed, and is tried once more from the start. What fails again counts.`);
  return step(`${what}, the second time`, work);
}

interface InBrowser {
  readonly codeServer: CodeServer;
  readonly chromium: string;
}

/** Runs the suite in code-server, in the VS Code of this machine, or in the desktop VS Code that is downloaded where neither is given. */
async function runSuite(where: InBrowser | string | undefined): Promise<Counts> {
  const inBrowser = typeof where === 'object' ? where : undefined;
  script('scripts/build.mjs', 'server', 'client');
  const { executable, suite } = await buildTests(path.join(cache, 'build'));
  const workspace = fresh('suite-workspace');
  const userData = fresh('suite-user-data');
  const counts = path.join(userData, 'counts.json');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify(QUIET_SETTINGS));
  try {
    await runTests({
      ...(inBrowser && { vscodeExecutablePath: executable }),
      ...(typeof where === 'string' && { vscodeExecutablePath: where }),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${fresh('suite-extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: {
        SUITE_COUNTS: counts,
        ...(inBrowser && {
          CODE_SERVER_NODE: inBrowser.codeServer.node,
          CODE_SERVER_ENTRY: inBrowser.codeServer.entry,
          CHROMIUM: inBrowser.chromium,
        }),
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    const told = read(counts);
    return { ...told, passed: told?.passed ?? 0, failed: Math.max(told?.failed ?? 0, 1) };
  }
  const told = read(counts);
  if (told !== undefined) return told;
  console.error('The suite ended without saying what it came to.');
  return { passed: 0, failed: 1 };
}

const read = (file: string): Counts | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : undefined;

function fresh(name: string): string {
  const folder = path.join(cache, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

function script(file: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${file} failed.`);
}

function tell({ passed, failed, failures = [] }: Counts): void {
  const file = process.env.TEST_COUNTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed, failures }));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

main().then(tell, (error: unknown) => {
  console.error(error);
  tell({ passed: 0, failed: 1 });
});
