import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { freePort } from '../host/code-server.ts';
import { BEGIN, END, SUITE } from '../host/marks.ts';
import { launchBrowser } from '../host/workbench.ts';
import type { Counts } from '../ui/vsix.ts';
import { loadTestWeb, type WebVscode } from './setup.ts';

const BEGINS_WITHIN = 60_000;
const ENDS_WITHIN = 180_000;

/**
 * Runs the suite in VS Code for browsers, as @vscode/test-web serves it, with the extension's browser build.
 * @param cache a folder below the root for what need not be kept: the extension's folder is all that the page can load.
 */
export async function runInBrowser(
  root: string,
  cache: string,
  vscode: WebVscode,
  chromium: string,
): Promise<Counts> {
  const home = path.join(cache, 'web');
  const suite = path.join(home, 'suite.js');
  const drafts = path.join(home, 'drafts');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(drafts, { recursive: true });
  const here = path.join(root, 'test', 'vscode', 'web');
  await build({
    entryPoints: [path.join(here, 'suite.ts')],
    outfile: suite,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': path.join(here, 'assert.ts') },
    define: { global: 'globalThis' },
    logLevel: 'warning',
  });
  const port = await freePort();
  const server = await loadTestWeb(vscode).open({
    browserType: 'none',
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    folderPath: drafts,
    host: 'localhost',
    port,
    ...vscode.build,
  });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser(chromium);
    return await countsOf(browser, port, path.join(home, 'not-ended.png'));
  } finally {
    await browser?.close().catch(() => {});
    server.dispose();
  }
}

async function countsOf(browser: Browser, port: number, picture: string): Promise<Counts> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const others: string[] = [];
  const lastOthers = (): string => others.slice(-20).join('\n');
  return new Promise<Counts>((resolve, reject) => {
    const giveUp = (told: string): void => {
      void page
        .screenshot({ path: picture })
        .catch(() => {})
        .then(() => reject(new Error(`${told}; see ${picture}.\n${lastOthers()}`)));
    };
    const begins = setTimeout(giveUp, BEGINS_WITHIN, 'The suite did not begin');
    const ends = setTimeout(giveUp, ENDS_WITHIN, 'The suite did not end');
    const settle = (counts: Counts): void => {
      clearTimeout(begins);
      clearTimeout(ends);
      resolve(counts);
    };
    let counts: Counts | undefined;
    const hear = (type: string, args: readonly unknown[]): void => {
      const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      if (!line.startsWith(SUITE)) others.push(`[${type}] ${line}`);
      else if (line.startsWith(SUITE + BEGIN)) clearTimeout(begins);
      else if (line.startsWith(SUITE + END)) counts = JSON.parse(line.slice((SUITE + END).length)) as Counts;
      else console.log(line.slice(SUITE.length).replaceAll('%%', '%'));
    };
    page.on('pageerror', (error) => others.push(`[page] ${error.stack}`));
    page.on('crash', () => reject(new Error('The workbench page crashed.')));
    void (async () => {
      await page.exposeFunction('codeAutomationLog', hear);
      // an extension host that ends early is reported here too
      await page.exposeFunction('codeAutomationExit', () => {
        if (counts === undefined)
          console.error(`The extension host ended before the suite did.\n${lastOthers()}`);
        settle(counts ?? { passed: 0, failed: 1 });
      });
      await page.goto(`http://localhost:${port}/`);
    })().catch(reject);
  });
}
