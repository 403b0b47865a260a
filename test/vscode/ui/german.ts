import path from 'node:path';
import { article, REPEATED } from '../suite/article.ts';
import { type Setting, withWorkbench } from './installed.ts';
import { type Counts, carryOut, command, type Step } from './vsix.ts';

/** Opens the packed extension in a workbench whose user reads German. `tryVsix` has made the folder for pictures. */
export function tryInGerman(setting: Setting): Promise<Counts> {
  const drafts = { 'ferry.draft': article().pasted, 'bridge.txt': REPEATED.draft };
  const pictures = path.join(setting.root, 'artifacts');
  return withWorkbench({ ...setting, language: 'de' }, drafts, (page) => carryOut(STEPS, page, pictures));
}

const STEPS: readonly Step[] = [
  {
    says: 'in German, the palette names the check of the workspace, and the notice sums up',
    picture: 'german-notice',
    async act(page) {
      await page.getByRole('treeitem', { name: 'ferry.draft' }).dblclick();
      await page.locator('.squiggly-error').first().waitFor();
      await command(page, 'Blue Pencil: Arbeitsbereich prüfen');
      await page
        .locator('.notification-list-item-message', { hasText: 'Geprüft: 2 Entwürfe, 2 zu beheben.' })
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
    says: 'in German, the settings explain themselves',
    picture: 'german-settings',
    async act(page) {
      await page.keyboard.press('Control+,');
      await page.locator('.settings-editor').waitFor();
      await page.keyboard.type('@id:bluePencil.enable,bluePencil.checks');
      await page
        .locator('.setting-item-description', { hasText: 'Entwürfe während des Schreibens prüfen.' })
        .waitFor();
      await page.locator('.setting-item-description', { hasText: 'hat das letzte Wort' }).first().waitFor();
    },
  },
];
