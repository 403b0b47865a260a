// Takes the pictures of the walkthrough from the packed extension, in light, dark and high contrast, into docs/walkthrough/, and
// those of the whole workbench into artifacts/:
//
//   npm run package && npx tsx test/vscode/pictures.ts [light|dark|high-contrast…]
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { findChromium, installCodeServer } from './host/setup.ts';
import { withWorkbench } from './ui/installed.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = path.join(root, '.vscode-test');
const steps = path.join(root, 'docs', 'walkthrough');
const artifacts = path.join(root, 'artifacts');
const sample = readFileSync(path.join(steps, 'sample.draft'), 'utf8');

const THEMES: Readonly<Record<string, string>> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
};
const SIZE = { width: 1200, height: 740 };

async function take(theme: string, colours: string): Promise<void> {
  const setting = { root, cache, codeServer: await installCodeServer(cache), chromium: await findChromium() };
  const settings = { 'workbench.colorTheme': colours, 'workbench.activityBar.location': 'default' };
  await withWorkbench(setting, { 'harbour-cafe.draft': sample }, (page) => session(page, theme), settings);
}

async function session(page: Page, theme: string): Promise<void> {
  const picture = async (name: string, clip = { x: 0, y: 0, ...SIZE }): Promise<void> => {
    await page.screenshot({ path: path.join(artifacts, `${name}-${theme}.png`), animations: 'disabled' });
    await page.screenshot({ path: path.join(steps, `${name}-${theme}.png`), animations: 'disabled', clip });
  };
  const right = { x: 348, y: 35, width: SIZE.width - 348, height: 480 };
  await page.setViewportSize(SIZE);
  await page.getByRole('treeitem', { name: 'harbour-cafe.draft' }).dblclick();
  await page.locator('.squiggly-warning').first().waitFor();
  await page.locator('.squiggly-error').first().waitFor();
  await page.getByRole('tab', { name: 'Blue Pencil' }).first().click();
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: 'harbour-cafe.draft' }).first().waitFor();
  await page.locator('.view-line', { hasText: 'Harbour' }).first().click();
  await picture('text', right);

  await rows.nth(1).hover();
  await page.getByRole('button', { name: 'Fix' }).first().waitFor();
  await picture('review', { x: 0, y: 35, width: 560, height: 300 });

  await page.locator('.squiggly-warning').first().hover({ force: true });
  await page.locator('.monaco-hover', { hasText: 'Wrong' }).waitFor();
  await picture('hover', right);
  await page.keyboard.press('Escape');

  await page.locator('.view-line', { hasText: 'Harbour' }).first().click();
  await page.keyboard.press('F1');
  await page.keyboard.type('Blue Pencil: Go to Next Finding');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').getByText('Change how findings are shown').waitFor();
  await picture('quick-fix', right);
}

async function main(): Promise<void> {
  mkdirSync(artifacts, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const [theme, colours] of Object.entries(THEMES)) {
    if (wanted.length > 0 && !wanted.includes(theme)) continue;
    await take(theme, colours);
    console.log(`Took the pictures in ${theme}.`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
