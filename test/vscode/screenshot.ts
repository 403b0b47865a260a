// Takes the picture for the README from the packed extension: npm run package && npx tsx test/vscode/screenshot.ts
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, installCodeServer } from './host/setup.ts';
import { article } from './suite/article.ts';
import { withWorkbench } from './ui/installed.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = path.join(root, '.vscode-test');
const picture = path.join(root, 'docs', 'images', 'screenshot.png');
const draft = article().pasted.replaceAll('is supplied', 'is is supplied');

async function take(): Promise<void> {
  const setting = { root, cache, codeServer: await installCodeServer(cache), chromium: await findChromium() };
  await withWorkbench(setting, { 'ferry.draft': draft }, async (page) => {
    await page.setViewportSize({ width: 1200, height: 740 });
    await page.getByRole('treeitem', { name: 'ferry.draft' }).dblclick();
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    const problems = page.locator('.markers-panel .monaco-list-row');
    await problems.filter({ hasText: 'The first copy' }).waitFor();
    await page.getByRole('tab', { name: 'ferry.draft' }).click();
    await page.keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await page.locator('.view-line', { hasText: 'Shopkeeper' }).first().click();
    for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').getByText('Compare the two copies').waitFor();
    await page.screenshot({ path: picture, animations: 'disabled' });
  });
}

take().then(
  () => console.log(`Wrote ${path.relative(root, picture)}.`),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
