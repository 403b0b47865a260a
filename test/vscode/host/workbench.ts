import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { USUAL_SEVERITY } from './usual-settings.ts';

/** What a workbench opens with. Paths are absolute. */
export interface WorkbenchOptions {
  /** A folder or a `.code-workspace` file. */
  readonly workspace?: string;
  readonly openFile?: string;
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string;
  /** Further pairs for the workbench's payload. */
  readonly payload?: readonly (readonly [string, string])[];
}

/**
 * Settings that keep a workbench's own offers out of the tests and the pictures. Drafts are not compared with each other: many tests
 * put one in several files; the test of that switches it on.
 */
export const QUIET_SETTINGS: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'bluePencil.severity': USUAL_SEVERITY,
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts a headless Chromium. */
export const launchBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, handleSIGINT: false, args: FLAGS });

/** The address that opens a workbench of the code-server on this port. */
export function workbenchUrl(port: number, options: WorkbenchOptions): string {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`;
  const payload: (readonly [string, string])[] = [];
  for (const folder of options.extensionDevelopmentPaths ?? [])
    payload.push(['extensionDevelopmentPath', remote(folder)]);
  if (options.extensionTestsPath !== undefined)
    payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  if (options.openFile !== undefined) payload.push(['openFile', remote(options.openFile)]);
  payload.push(['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...(options.payload ?? []));

  const query = new URLSearchParams();
  if (options.workspace === undefined) query.set('ew', 'true');
  else query.set(options.workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', options.workspace);
  query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}
