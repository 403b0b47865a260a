import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { run } from '../../programs.ts';
import { codeServerConfig, codeServerEnv, startCodeServer } from '../host/code-server.ts';
import type { CodeServer } from '../host/setup.ts';
import { launchBrowser, QUIET_SETTINGS, workbenchUrl } from '../host/workbench.ts';

/** Where things are. */
export interface Setting {
  /** The repository, with the packed extension in it. */
  readonly root: string;
  /** A folder for what need not be kept. */
  readonly cache: string;
  readonly codeServer: CodeServer;
  readonly chromium: string;
  /** What VS Code takes for the user's language; its own words stay English without a language pack. English if left out. */
  readonly language?: string;
}

/** Where the drafts of a workbench lie. */
export const drafts = ({ cache }: Setting): string => path.join(cache, 'ui', 'drafts');

const SETTINGS = {
  ...QUIET_SETTINGS,
  'workbench.colorTheme': 'Default Light Modern',
  'git.enabled': false,
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in
  'window.title': '${activeEditorShort}',
  'workbench.activityBar.location': 'hidden',
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
};

/**
 * Installs the packed extension as a user does and opens a workbench, with light colours, on a folder of drafts.
 * @param texts the drafts by their file names.
 * @param settings further settings, or others than these.
 */
export async function withWorkbench<T>(
  { root, cache, codeServer, chromium, language }: Setting,
  texts: Readonly<Record<string, string>>,
  use: (page: Page) => Promise<T>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const home = path.join(cache, 'ui');
  rmSync(home, { recursive: true, force: true });
  const workspace = drafts({ root, cache, codeServer, chromium });
  const userData = path.join(home, 'user-data');
  const extensions = path.join(home, 'extensions');
  for (const folder of [workspace, path.join(userData, 'User'), extensions])
    mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(workspace, name), text);

  const places = ['--user-data-dir', userData, '--extensions-dir', extensions];
  const install = ['--install-extension', path.join(root, 'blue-pencil.vsix')];
  await run(
    codeServer.node,
    [codeServer.entry, '--config', codeServerConfig(userData), ...places, ...install],
    home,
    codeServerEnv(),
  );
  const server = await startCodeServer(codeServer, {
    userData,
    extensions,
    log: path.join(home, 'code-server.log'),
  });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser(chromium);
    const context = await browser.newContext({
      viewport: { width: 1200, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    if (language !== undefined) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}';`);
    await page.goto(workbenchUrl(server.port, { workspace }));
    return await use(page);
  } finally {
    await browser?.close();
    await server.stop();
  }
}
