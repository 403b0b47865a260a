import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { article, REPEATED } from '../suite/article.ts';
import { type Setting, withWorkbench } from './installed.ts';

/** How many tests passed and failed, and what those are called. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly failures?: readonly string[];
}

/** What several runs came to. */
export const sumOf = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
  failures: all.flatMap(({ failures = [] }) => failures),
});

/**
 * Opens a draft in a workbench with the packed extension and checks what is to be seen. Pictures of it are kept in
 * `artifacts/`.
 */
export function tryVsix(setting: Setting): Promise<Counts> {
  const pictures = path.join(setting.root, 'artifacts');
  mkdirSync(pictures, { recursive: true });
  const drafts = {
    'ferry.draft': article().pasted.replaceAll('is supplied', 'is is supplied'),
    'bridge.txt': REPEATED.draft,
  };
  return withWorkbench(setting, drafts, (page) => carryOut(STEPS, page, pictures));
}

/** What a user does, and what is to be seen then. */
export interface Step {
  readonly says: string;
  readonly picture: string;
  act(page: Page): Promise<void>;
}

/** Where a line of the Problems panel is clicked. */
const ON_WORDS = { x: 80, y: 8 };
const findingLines = (page: Page) => page.locator('.markers-panel .monaco-list-row');
const hover = (page: Page) => page.locator('.monaco-hover:visible', { hasText: 'is repeated' });
const menu = (page: Page) => page.locator('.action-widget');
const prompt = (page: Page) => page.locator('.quick-input-widget');
const checkedClaim = (page: Page) =>
  prompt(page).locator('.monaco-list-row', { hasText: 'ignored · Ann Lee' });

/** Opens the menu of quick fixes. On a busy machine VS Code may close it again while it is still settling. */
export async function openFixes(page: Page): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await page.keyboard.press('Control+.');
    try {
      await menu(page).first().waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

async function closeTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

/** Chooses a command from the palette. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget').locator('visible=true').waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list').getByText(title, { exact: true }).first().waitFor();
  await page.keyboard.press('Enter');
}

const STEPS: readonly Step[] = [
  {
    says: 'a draft opened from the explorer shows its findings as squiggles, the second copy faded',
    picture: 'squiggles',
    async act(page) {
      await page.getByRole('treeitem', { name: 'ferry.draft' }).dblclick();
      await page.locator('.squiggly-error').first().waitFor();
      await page.locator('.squiggly-warning').first().waitFor();
      await page.locator('.squiggly-unnecessary, .squiggly-inline-unnecessary').first().waitFor();
    },
  },
  {
    says: 'the Problems panel lists them, with the way to the first copy',
    picture: 'problems',
    async act(page) {
      await page.keyboard.press('Control+Shift+M');
      await findingLines(page).filter({ hasText: 'These 4 paragraphs' }).waitFor();
      await findingLines(page).filter({ hasText: 'repeated/word' }).waitFor();
      await findingLines(page).filter({ hasText: 'duplicate/block' }).waitFor();
    },
  },
  {
    says: 'a finding’s code leads to the page on its check, rendered',
    picture: 'guide',
    async act(page) {
      await findingLines(page).getByText('duplicate/block', { exact: true }).click();
      await page.getByRole('tab', { name: 'duplicate.md' }).waitFor();
      const rendered = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await rendered.locator('h1').first().waitFor();
    },
  },
  {
    says: 'the hover tells the finding',
    picture: 'hover',
    async act(page) {
      await closeTab(page, 'duplicate.md');
      // The squiggle lies under the text it marks.
      await page.locator('.squiggly-warning').first().hover({ force: true });
      await hover(page).locator('a.code-link').waitFor();
    },
  },
  {
    says: 'its code leads to the page on the check, too',
    picture: 'guide-from-hover',
    async act(page) {
      await hover(page).locator('a.code-link').click();
      await page.getByRole('tab', { name: 'repeated.md' }).waitFor();
    },
  },
  {
    says: 'the quick fixes stand in the menu in their order',
    picture: 'quick-fixes',
    async act(page) {
      await closeTab(page, 'repeated.md');
      await findingLines(page).filter({ hasText: 'These 4 paragraphs' }).dblclick({ position: ON_WORDS });
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await openFixes(page);
      const titles = [
        'Delete the 4 repeated paragraphs',
        'Keep this copy and delete the first',
        'Go to the other copy',
        'Compare the two copies',
        'Ignore this',
      ];
      for (const title of titles) await menu(page).getByText(title, { exact: true }).waitFor();
      const listed = await menu(page).locator('.action-item, .action').allInnerTexts();
      const places = titles.map((title) => listed.findIndex((text) => text.includes(title)));
      if (places.some((place, i) => place < (places[i - 1] ?? 0)))
        throw new Error(`The fixes stand in another order: ${listed.join('; ')}`);
    },
  },
  {
    says: 'the two copies are compared side by side',
    picture: 'compare',
    async act(page) {
      await menu(page).getByText('Compare the two copies', { exact: true }).click();
      await page.getByRole('tab', { name: 'First copy ↔ Second copy' }).waitFor();
      await page.locator('.monaco-diff-editor .line-insert').locator('visible=true').first().waitFor();
    },
  },
  {
    says: 'choosing “Delete” takes the copy away and its finding with it',
    picture: 'fixed',
    async act(page) {
      await closeTab(page, 'First copy ↔ Second copy');
      await findingLines(page).filter({ hasText: 'These 4 paragraphs' }).dblclick({ position: ON_WORDS });
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await openFixes(page);
      await menu(page).getByText('Delete the 4 repeated paragraphs', { exact: true }).click();
      await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
      await findingLines(page).filter({ hasText: 'These 4 paragraphs' }).waitFor({ state: 'detached' });
    },
  },
  {
    says: 'Check Workspace lists the findings of drafts that are not open, and sums up',
    picture: 'workspace',
    async act(page) {
      await command(page, 'Blue Pencil: Check Workspace');
      await page
        .locator('.notification-list-item-message', { hasText: 'Checked 2 drafts: 2 to fix.' })
        .waitFor();
      await findingLines(page).filter({ hasText: 'bridge.txt' }).waitFor();
    },
  },
  {
    says: '“Ignore this” asks for a name the first time',
    picture: 'name',
    async act(page) {
      // on its words: farther right stands the link to the page on its check
      await findingLines(page).filter({ hasText: '“the” is repeated' }).dblclick({ position: ON_WORDS });
      await page.getByRole('tab', { name: 'bridge.txt' }).waitFor();
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await openFixes(page);
      await menu(page).getByText('Ignore this', { exact: true }).click();
      await prompt(page).getByText('You are asked once').waitFor();
      await page.keyboard.type('Ann Lee');
    },
  },
  {
    says: 'given it, it takes the finding away',
    picture: 'ignored',
    async act(page) {
      await page.keyboard.press('Enter');
      await findingLines(page).filter({ hasText: 'bridge.txt' }).waitFor({ state: 'detached' });
    },
  },
  {
    says: 'Show Checked Claims lists what was ignored',
    picture: 'checked-claims',
    async act(page) {
      await command(page, 'Blue Pencil: Show Checked Claims');
      await checkedClaim(page).hover();
    },
  },
  {
    says: 'the arrow beside it brings the finding back',
    picture: 'undone',
    async act(page) {
      await checkedClaim(page).locator('.codicon-discard').click();
      await findingLines(page).filter({ hasText: 'bridge.txt' }).waitFor();
      await checkedClaim(page).waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
    },
  },
  {
    says: 'Create House File opens a commented house file',
    picture: 'house-file',
    async act(page) {
      await command(page, 'Blue Pencil: Create House File');
      await page.getByRole('tab', { name: '.blue-pencil.json' }).waitFor();
      await page.locator('.view-line', { hasText: 'House style for Blue Pencil' }).waitFor();
    },
  },
];

/** Takes steps, each of which goes on from the one before it. */
export async function carryOut(steps: readonly Step[], page: Page, pictures: string): Promise<Counts> {
  let passed = 0;
  for (const { says, picture, act } of steps) {
    try {
      await act(page);
      await page.screenshot({ path: path.join(pictures, `${picture}.png`), animations: 'disabled' });
      passed += 1;
      console.log(`  ✔ ${says}`);
    } catch (error) {
      await page.screenshot({ path: path.join(pictures, `${picture}-failed.png`) });
      console.log(`  ✘ ${says}`);
      console.error(error);
      return { passed, failed: steps.length - passed, failures: [says] };
    }
  }
  return { passed, failed: 0 };
}
