import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { type RunningCodeServer, startCodeServer } from './code-server.ts';
import { BEGIN, END, SUITE, TESTS_PATH } from './marks.ts';
import type { CodeServer } from './setup.ts';
import { launchBrowser, QUIET_SETTINGS, type WorkbenchOptions, workbenchUrl } from './workbench.ts';

export interface SuiteOptions extends WorkbenchOptions {
  readonly codeServer: CodeServer;
  readonly chromium: string;
  readonly userData: string;
  readonly extensions: string;
  /** The file the extension host loads in place of the suite (marked-suite.ts, bundled). */
  readonly markedSuite: string;
  readonly suite: string;
  /** Ends the run early: the servers are stopped, and the suite counts as failed. */
  readonly signal: AbortSignal;
}

const BEGINS_WITHIN = 90_000;

/**
 * Runs a suite in code-server's extension host, with a workbench open in a headless browser, and prints what the suite
 * prints.
 * @returns the extension host's exit code; 1 for a host that ended without the suite's end marker, whatever code it gave.
 * @throws Error when the suite does not begin, or when browser or page go away.
 */
export async function runInCodeServer(options: SuiteOptions): Promise<number> {
  const { userData } = options;
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  const settings = path.join(userData, 'User', 'settings.json');
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(QUIET_SETTINGS));

  const log = path.join(userData, 'code-server.log');
  const workbenchLog = createWriteStream(path.join(userData, 'workbench.log'), { flags: 'a' });
  let server: RunningCodeServer | undefined;
  let browser: Browser | undefined;
  try {
    server = await startCodeServer(options.codeServer, {
      userData,
      extensions: options.extensions,
      log,
      env: { [TESTS_PATH]: options.suite },
      forSuite: true,
    });
    browser = await launchBrowser(options.chromium);
    return await runInPage(browser, server.port, options, (line) => workbenchLog.write(`${line}\n`));
  } finally {
    await browser?.close().catch(() => {});
    await server?.stop();
    workbenchLog.end();
  }
}

async function runInPage(
  browser: Browser,
  port: number,
  options: SuiteOptions,
  note: (line: string) => void,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  let begun = false;
  let ended: number | undefined;
  const lastLines: string[] = [];

  const { promise, resolve, reject } = settleable<number>();
  const startTimer = setTimeout(() => {
    const picture = path.join(options.userData, 'not-begun.png');
    const told = `The suite did not begin within ${BEGINS_WITHIN / 1000} s; see ${options.userData} and ${picture}.`;
    void page
      .screenshot({ path: picture })
      .catch(() => {})
      .then(() => reject(new Error(told)));
  }, BEGINS_WITHIN);
  options.signal.addEventListener('abort', () => reject(new Error('Stopped.')), { once: true });
  page.on('pageerror', (error) => note(`[page] ${error.stack}`));
  page.on('crash', () => reject(new Error('The workbench page crashed.')));
  browser.on('disconnected', () => reject(new Error('The browser went away.')));

  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
    if (!line.startsWith(SUITE)) {
      lastLines.push(line);
      if (lastLines.length > 40) lastLines.shift();
      note(`[${type}] ${line}`);
      return;
    }
    const said = line.slice(SUITE.length);
    if (said === BEGIN) {
      begun = true;
      clearTimeout(startTimer);
    } else if (said.startsWith(END)) ended = Number(said.slice(END.length));
    else {
      const out = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
      out.write(`${said.replaceAll('%%', '%')}\n`);
    }
  });
  // An extension host that crashes or calls process.exit() is reported here with code 0 all the same.
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    if (ended !== undefined) return resolve(code || ended);
    const when = begun ? 'before the suite did' : `before the suite began:\n${lastLines.join('\n')}`;
    console.error(`The extension host ended ${when}`);
    resolve(code || 1);
  });
  const address = workbenchUrl(port, { ...options, extensionTestsPath: options.markedSuite });
  page.goto(address).catch(reject);
  try {
    return await promise;
  } finally {
    clearTimeout(startTimer);
  }
}

function settleable<T>(): {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
} {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((whenDone, whenNot) => {
    resolve = whenDone;
    reject = whenNot;
  });
  return { promise, resolve, reject };
}
