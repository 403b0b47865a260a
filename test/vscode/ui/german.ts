import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { article, REPEATED } from '../suite/article.ts';
import { type Setting, withWorkbench } from './installed.ts';
import { type Counts, carryOut, command, type Step } from './vsix.ts';

/** Opens the packed extension in a workbench whose user reads German. `tryVsix` has made the folder for pictures. */
export function tryInGerman(setting: Setting): Promise<Counts> {
  const drafts = {
    'ferry.draft': article().pasted,
    'bridge.txt': REPEATED.draft,
    'clean.draft': 'The last ferry of the day leaves Inchkerran at a quarter past six.\n',
  };
  const pictures = path.join(setting.root, 'artifacts');
  return withWorkbench({ ...setting, language: 'de' }, drafts, (page) => carryOut(STEPS, page, pictures));
}

const review = (page: Page): Locator =>
  page.locator('.pane-body', { has: page.locator('.tree-explorer-viewlet-tree-view') });
const bar = (page: Page, text: string): Locator => page.locator('.statusbar-item').filter({ hasText: text });

/** Shows the review; the palette has it once the extension is known, which may be a moment after the drafts are listed. */
async function showReview(page: Page): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await page.keyboard.press('F1');
    await page.keyboard.type('View: Show Blue Pencil');
    const found = page
      .locator('.quick-input-list')
      .getByText('View: Show Blue Pencil', { exact: true })
      .first();
    try {
      await found.waitFor({ timeout: 5_000 });
      await page.keyboard.press('Enter');
      return;
    } catch (error) {
      if (tries === 5) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

const STEPS: readonly Step[] = [
  {
    says: 'in German, the review says what there is to see: before anything is checked, of a clean draft, paused, and of none',
    picture: 'german-welcome',
    async act(page) {
      const explorer = page.getByRole('treeitem', { name: 'clean.draft' });
      await explorer.waitFor();
      await showReview(page);
      await review(page).getByText('Blue Pencil liest Ihre Entwürfe wie ein Schlussredakteur').waitFor();
      await page.getByRole('button', { name: 'Arbeitsbereich prüfen' }).waitFor();
      await command(page, 'View: Show Explorer');
      await explorer.dblclick();
      await bar(page, 'Nichts offen').waitFor();
      await command(page, 'View: Show Blue Pencil');
      await review(page).getByText('nichts offen').first().waitFor();
      await command(page, 'Blue Pencil: Für diesen Entwurf pausieren');
      await bar(page, 'Pausiert').waitFor();
      await review(page).getByText('Der Entwurf im Vordergrund ist pausiert.').waitFor();
      await page.getByRole('button', { name: 'Fortsetzen', exact: true }).click();
      await bar(page, 'Nichts offen').waitFor();
      await page.getByRole('tab', { name: 'clean.draft' }).click({ button: 'middle' });
      await review(page).getByText('Es ist kein Entwurf geöffnet.').waitFor();
    },
  },
  {
    says: 'in German, the palette names the check of the workspace, and the notice sums up',
    picture: 'german-notice',
    async act(page) {
      await command(page, 'View: Show Explorer');
      await page.getByRole('treeitem', { name: 'ferry.draft' }).dblclick();
      await page.locator('.squiggly-error').first().waitFor();
      await command(page, 'Blue Pencil: Arbeitsbereich prüfen');
      await page
        .locator('.notification-list-item-message', { hasText: 'Geprüft: 3 Entwürfe, 2 zu beheben.' })
        .waitFor();
      await page.locator('.notification-list-item').getByText('Durchsicht zeigen').waitFor();
    },
  },
  {
    says: 'in German, the review view counts what is to be fixed',
    picture: 'german-review',
    async act(page) {
      await command(page, 'View: Show Blue Pencil');
      await page.getByRole('treeitem', { name: 'ferry.draft: 1 zu beheben' }).waitFor();
      await page.getByRole('treeitem', { name: /^Warnung, bridge\.txt, Zeile \d+: / }).waitFor();
      const title = page.locator('.part.sidebar .title-label h2', { hasText: 'Blue Pencil: Durchsicht' });
      if (await title.evaluate((one) => one.scrollWidth > one.clientWidth + 1))
        throw new Error('The title is cut.');
    },
  },
  {
    says: 'in German, the hover says what is wrong, and with which copy',
    picture: 'german-hover',
    async act(page) {
      await page.getByRole('treeitem', { name: /^Warnung, bridge\.txt, Zeile \d+: / }).dblclick();
      await page.getByRole('tab', { name: 'bridge.txt' }).waitFor();
      // the row has led to its words; a pointer may come while the editor still moves
      await page.locator('.squiggly-warning').first().waitFor();
      await command(page, 'Show or Focus Hover');
      const hover = page.locator('.monaco-hover:visible');
      for (const said of [
        'ist doppelt. Behalten Sie eins.',
        'Dasselbe Wort zweimal hintereinander',
        'Falsch:',
      ])
        await hover.getByText(said).first().waitFor();
      await page.keyboard.press('Escape');
    },
  },
  {
    says: 'in German, the house file is told to be in force, and its fault is told on its words',
    picture: 'german-house-file',
    async act(page) {
      await command(page, 'Blue Pencil: Hausstil-Datei anlegen');
      await page.getByRole('tab', { name: '.blue-pencil.json' }).waitFor();
      await bar(page, 'Hausstil-Datei: in Kraft').waitFor();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('x');
      await bar(page, 'Hausstil-Datei: fehlerhaft').waitFor();
      await command(page, 'Problems: Focus on Problems View');
      await page
        .locator('.markers-panel')
        .getByText('wurde hier erwartet, nicht „x', { exact: false })
        .first()
        .waitFor();
    },
  },
  {
    says: 'in German, the settings explain themselves',
    picture: 'german-settings',
    async act(page) {
      await page.keyboard.press('Control+,');
      await page.locator('.settings-editor .suggest-input-container').click();
      await page.keyboard.type('@id:bluePencil.enable,bluePencil.checks');
      await page
        .locator('.setting-item-description', { hasText: 'Entwürfe während des Schreibens prüfen.' })
        .waitFor();
      await page.locator('.setting-item-description', { hasText: 'hat das letzte Wort' }).first().waitFor();
    },
  },
];
