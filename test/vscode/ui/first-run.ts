import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Setting, withWorkbench } from './installed.ts';
import { type Counts, carryOut, command, type Step } from './vsix.ts';

const DRAFT = `Harbour café to stay open through the winter

By Ada Linnet

INCHKERRAN, Tuesday — The café at the harbour will stay open through the winter after the the council agreed to lower its rent.

The committee voted five to one on Monday to ask for half the rent from November to March, its chair, Colm Durrant, said.

The café’s owners have reportedly been offered a longer lease on the pier.

The committee voted five to one on Monday to ask for half the rent from November to March, its chair, Colm Durrant, said.

The last ferry of the day leaves Inchkerran at a quarter past six.
`;

/** Installs the packed extension and does what somebody does who has never seen it: open a draft, mend it, sign it off, report. */
export function tryFirstRun(setting: Setting): Promise<Counts> {
  const pictures = path.join(setting.root, 'artifacts', 'first-run');
  mkdirSync(pictures, { recursive: true });
  const settings = { 'workbench.activityBar.location': 'default' };
  return withWorkbench(
    setting,
    { 'harbour-cafe.txt': DRAFT, 'ferry.txt': 'The ferry will sail at six.\n' },
    (page) => carryOut(STEPS, page, pictures),
    settings,
  );
}

const rows = (page: Page): Locator => page.locator('.pane-body .monaco-list-row');
const row = (page: Page, text: string): Locator => rows(page).filter({ hasText: text }).first();
const prompt = (page: Page): Locator => page.locator('.quick-input-widget');
const notice = (page: Page): Locator => page.locator('.notification-list-item-message');

const STEPS: readonly Step[] = [
  {
    says: 'before anything is checked, the review says what it is for',
    picture: '1-welcome',
    async act(page) {
      await page.getByRole('tab', { name: 'Blue Pencil' }).first().click();
      await page.getByText('reads your drafts as a sub-editor would').waitFor();
    },
  },
  {
    says: 'a draft that is opened shows what is wrong, and the review lists it',
    picture: '2-opened',
    async act(page) {
      await page.getByRole('tab', { name: 'Explorer' }).first().click();
      await page.getByRole('treeitem', { name: 'harbour-cafe.txt' }).dblclick();
      await page.locator('.squiggly-warning').first().waitFor();
      await page.getByRole('tab', { name: 'Blue Pencil' }).first().click();
      await row(page, 'harbour-cafe.txt').waitFor();
    },
  },
  {
    says: 'the key for the next finding leads to it',
    picture: '3-next',
    async act(page) {
      await page.locator('.view-line', { hasText: 'Harbour' }).first().click();
      await page.keyboard.press('Control+F8');
      await page.locator('.statusbar').getByText('Ln 5').waitFor();
    },
  },
  {
    says: 'the button in its row mends it',
    picture: '4-mended',
    async act(page) {
      const doubled = row(page, 'repeated · the the');
      await doubled.hover();
      await doubled.getByRole('button', { name: 'Fix' }).click();
      await doubled.waitFor({ state: 'detached' });
    },
  },
  {
    says: 'the key in the review mends the row that is selected',
    picture: '5-by-key',
    async act(page) {
      const copy = row(page, 'pasted twice');
      // the hover of the row above would lie over it
      await page.mouse.move(900, 500);
      await page.locator('.context-view .hover-contents').waitFor({ state: 'hidden' });
      await copy.click();
      await page.getByRole('tree', { name: 'Review' }).focus();
      await page.keyboard.press('Control+.');
      await copy.waitFor({ state: 'detached' });
    },
  },
  {
    says: 'a claim is marked as checked, which asks how one knows',
    picture: '6-reason',
    async act(page) {
      const claim = row(page, 'reportedly');
      await claim.hover();
      await claim.getByRole('button', { name: 'Mark as Checked' }).click();
      await prompt(page)
        .getByText('How do you know?')
        .or(prompt(page).getByText('Public record'))
        .first()
        .waitFor();
    },
  },
  {
    says: 'and is gone once that and a name are given',
    picture: '7-checked',
    async act(page) {
      await prompt(page).getByText('Public record').click();
      await prompt(page).getByText('A note for the desk').waitFor();
      await page.keyboard.press('Enter');
      await prompt(page).getByText('You are asked once').waitFor();
      await page.keyboard.type('Ann Lee');
      await page.keyboard.press('Enter');
      await row(page, 'nothing to ask').waitFor();
    },
  },
  {
    says: 'Check Workspace says how all drafts stand',
    picture: '8-workspace',
    async act(page) {
      await command(page, 'Blue Pencil: Check Workspace');
      await notice(page).filter({ hasText: 'Checked 2 drafts' }).waitFor();
    },
  },
  {
    says: 'Export Report asks on which drafts, and offers a page, Markdown and a table',
    picture: '9-report',
    async act(page) {
      await command(page, 'Blue Pencil: Export Report…');
      await prompt(page).getByText('All drafts that were checked').click();
      await prompt(page).getByText('Web Page').waitFor();
    },
  },
  {
    says: 'and asks where to save it',
    picture: '10-save',
    async act(page) {
      await prompt(page).getByText('Web Page').click();
      await prompt(page).locator('input').first().waitFor();
    },
  },
  {
    says: 'the report is saved, and can be opened',
    picture: '11-saved',
    async act(page) {
      await page.keyboard.press('Enter');
      await notice(page).filter({ hasText: 'Report saved' }).waitFor();
    },
  },
];
