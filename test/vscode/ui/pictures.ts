import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { drafts, type Setting, withWorkbench } from './installed.ts';
import { type Counts, carryOut, command, openFixes, type Step, sumOf } from './vsix.ts';

/** A theme of VS Code's, and how a browser shows a page to whoever has chosen the like. */
interface Theme {
  readonly name: 'light' | 'dark' | 'high-contrast';
  readonly colours: string;
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
}

const THEMES: readonly Theme[] = [
  { name: 'light', colours: 'Default Light Modern', media: { colorScheme: 'light' } },
  { name: 'dark', colours: 'Default Dark Modern', media: { colorScheme: 'dark' } },
  {
    name: 'high-contrast',
    colours: 'Default High Contrast',
    media: { colorScheme: 'dark', forcedColors: 'active' },
  },
];
const SIZE = { width: 1200, height: 760 };
const BESIDE = { x: 348, y: 35, width: SIZE.width - 348, height: 560 };
const DRAFT = 'harbour-cafe.draft';

/** The pictures that the walkthrough shows in each theme, and those of the README in the light one. */
const SHOWN = {
  walkthrough: ['text', 'quick-fix', 'review', 'report'],
  readme: ['overview', 'hover', 'report'],
};

/**
 * Takes pictures of all there is to be seen, in light, dark and high contrast, into `artifacts/pictures/`, and looks whether
 * what belongs in them is there.
 * @param keep whether those of the walkthrough and the README are put into `docs/` too.
 */
export async function takePictures(setting: Setting, keep = false): Promise<Counts> {
  const all: Counts[] = [];
  for (const theme of THEMES) {
    console.log(`  in ${theme.name}:`);
    all.push(await inTheme(setting, theme, keep));
  }
  return sumOf(all);
}

async function inTheme(setting: Setting, theme: Theme, keep: boolean): Promise<Counts> {
  const docs = path.join(setting.root, 'docs');
  const folder = path.join(setting.root, 'artifacts', 'pictures', theme.name);
  mkdirSync(path.join(folder, 'clipped'), { recursive: true });
  const sample = readFileSync(path.join(docs, 'walkthrough', 'sample.draft'), 'utf8');
  const settings = {
    'workbench.colorTheme': theme.colours,
    'workbench.activityBar.location': 'default',
    'bluePencil.editorName': 'Ann Lee',
    'editor.occurrencesHighlight': 'off',
  };
  const clipped: Clip = async (page, name, clip) =>
    void (await page.screenshot({
      path: path.join(folder, 'clipped', `${name}.png`),
      clip,
      animations: 'disabled',
    }));
  const steps = stepsFor(theme, drafts(setting), clipped, hasSourcing(setting));
  const counts = await withWorkbench(
    setting,
    { [DRAFT]: sample },
    async (page) => {
      await page.setViewportSize(SIZE);
      return carryOut(steps, page, folder);
    },
    settings,
  );
  if (keep && counts.failed === 0) {
    const from = (name: string): string => path.join(folder, 'clipped', `${name}.png`);
    for (const name of SHOWN.walkthrough)
      keepPicture(from(name), path.join(docs, 'walkthrough', `${name}-${theme.name}.png`));
    if (theme.name === 'light')
      for (const name of SHOWN.readme) keepPicture(from(name), path.join(docs, 'images', `${name}.png`));
  }
  return counts;
}

/** Copies a picture, in the fewest colours that show it well: they ship, and a third of their size will do. */
function keepPicture(from: string, to: string): void {
  const { error, status } = spawnSync('pngquant', ['--force', '--quality=70-95', '--output', to, from]);
  if (error === undefined && status === 0) return;
  console.warn(`${to} is kept as it was taken: pngquant (from Debian) is missing or would spoil it.`);
  copyFileSync(from, to);
}

type Clip = (
  page: Page,
  name: string,
  clip: { x: number; y: number; width: number; height: number },
) => Promise<void>;

const rows = (page: Page): Locator => page.locator('.pane-body .monaco-list-row');
const headline = (page: Page): Locator => page.locator('.view-line', { hasText: 'Harbour' }).first();
const prompt = (page: Page): Locator => page.locator('.quick-input-widget');

/** The command that shows who says what may not be in this build of the extension. */
function hasSourcing({ root }: Setting): boolean {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return manifest.contributes.commands.some(
    ({ command }: { command: string }) => command === 'bluePencil.showSourcing',
  );
}

const stepsFor = (theme: Theme, folder: string, clipped: Clip, sourcing: boolean): readonly Step[] => [
  {
    says: 'findings in the text',
    picture: 'text',
    async act(page) {
      await page.getByRole('treeitem', { name: DRAFT }).dblclick();
      await page.locator('.squiggly-warning').first().waitFor();
      await page.locator('.squiggly-error').first().waitFor();
      await page.getByRole('tab', { name: 'Blue Pencil' }).first().click();
      await rows(page).filter({ hasText: DRAFT }).first().waitFor();
      await headline(page).click();
      await clipped(page, 'text', BESIDE);
    },
  },
  {
    says: 'the review view, with what can be done about a row',
    picture: 'review',
    async act(page) {
      const claim = rows(page).filter({ hasText: 'reportedly' });
      await claim.hover();
      await claim.getByRole('button', { name: 'Mark as Checked' }).waitFor();
      await clipped(page, 'review', { x: 0, y: 30, width: 620, height: 300 });
      await clipped(page, 'overview', { x: 0, y: 0, ...SIZE, height: 590 });
    },
  },
  {
    says: 'the reason for a finding, with wrong and right copy and the rule',
    picture: 'hover',
    async act(page) {
      const claim = page.locator('.view-line', { hasText: 'reportedly' });
      const box = await claim.boundingBox();
      if (box === null) throw new Error('The claim is not to be seen.');
      await page.mouse.move(box.x + 175, box.y + box.height / 2);
      await page.locator('.monaco-hover:visible', { hasText: 'To handbooks a hedge is no source' }).waitFor();
      await clipped(page, 'hover', { ...BESIDE, y: 290, height: 380 });
    },
  },
  {
    says: 'the menu of quick fixes',
    picture: 'quick-fix',
    async act(page) {
      await page.keyboard.press('Escape');
      await headline(page).click();
      await page.keyboard.press('Control+F8');
      await openFixes(page);
      await page.locator('.action-widget').getByText('More…').waitFor();
      await clipped(page, 'quick-fix', BESIDE);
    },
  },
  {
    says: 'how the draft stands, in the status bar',
    picture: 'status',
    async act(page) {
      await page.keyboard.press('Escape');
      await page.locator('.statusbar-item[id^="status.languageStatus"]').first().hover();
      await page.locator('.monaco-hover:visible', { hasText: 'to fix' }).first().waitFor();
    },
  },
  {
    says: sourcing
      ? 'who says what, shown in the text'
      : 'who says what, shown in the text: SKIPPED, this build has no command “Show Sourcing”',
    picture: 'sourcing',
    async act(page) {
      if (!sourcing) return;
      await page.keyboard.press('Escape');
      await command(page, 'Blue Pencil: Show Sourcing');
      await page.locator('.view-lines [class*="ced-"]').first().waitFor();
    },
  },
  {
    says: 'the settings',
    picture: 'settings',
    async act(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+,');
      await page.locator('.settings-editor').waitFor();
      await page.keyboard.type('@ext:blue-pencil.blue-pencil');
      await page.locator('.setting-item-description', { hasText: 'Check drafts while you write' }).waitFor();
    },
  },
  {
    says: 'the settings of the house',
    picture: 'settings-house',
    async act(page) {
      await page.keyboard.press('Control+A');
      await page.keyboard.type('@id:bluePencil.dialect,bluePencil.names,bluePencil.reportingVerbs');
      await page.locator('.setting-item-description', { hasText: 'How the house spells names' }).waitFor();
    },
  },
  {
    says: 'the house style in force',
    picture: 'house-style',
    async act(page) {
      await page.keyboard.press('Escape');
      await command(page, 'Blue Pencil: Show Effective House Style');
      const rendered = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await rendered.locator('h1', { hasText: 'House style for' }).waitFor();
    },
  },
  {
    says: 'the walkthrough',
    picture: 'walkthrough',
    async act(page) {
      // with a view beside it there is no room for its pictures
      await page.keyboard.press('Control+B');
      await command(page, 'Welcome: Open Walkthrough...');
      await prompt(page).getByText('Get Started with Blue Pencil').first().click();
      const walkthrough = page.locator('.gettingStartedContainer');
      await walkthrough.getByText('Open the Sample Draft').waitFor();
      await walkthrough.locator('img').first().waitFor();
    },
  },
  {
    says: 'the last page of the walkthrough',
    picture: 'walkthrough-desk',
    async act(page) {
      await page.locator('.gettingStartedContainer').getByText('Check everything, and tell the desk').click();
      await page.locator('.gettingStartedContainer').getByText('Export Report').waitFor();
    },
  },
  {
    says: 'the report',
    picture: 'report-offered',
    async act(page) {
      await page.getByRole('tab', { name: DRAFT }).first().click();
      await command(page, 'Blue Pencil: Export Report…');
      await prompt(page).getByText('Web Page').click();
      await prompt(page).getByRole('button', { name: 'OK' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.notification-list-item-message', { hasText: 'Report saved' }).waitFor();
      const report = await page.context().newPage();
      await report.setViewportSize({ width: 820, height: 900 });
      await report.emulateMedia(theme.media);
      await report.setContent(
        readFileSync(path.join(folder, `${DRAFT.replace(/\.\w+$/u, '')}-report.html`), 'utf8'),
      );
      await report.locator('table.kinds').waitFor();
      await clipped(report, 'report', { x: 0, y: 0, width: 820, height: 640 });
      await report.close();
    },
  },
];
