import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  bluePencil,
  comparison,
  findings,
  folder,
  listenToNotifications,
  openDraft,
  quickFixes,
  replace,
  type Told,
  take,
  tidy,
  write,
} from './editor.ts';
import { answer, restorePrompts } from './prompts.ts';

const SHUT =
  'The bridge to Oru will be shut from Monday until the end of April, after divers found cracks in two of its twelve piers and rust on all of the others.';
const TODAY = SHUT.replace('April', 'March');
const RELEASE = `County acts on the bridge to Oru\n\n${SHUT}\n`;
const STORY = `No bridge until spring\n\nIslanders have been told to stock up on flour and lamp oil. Those who have a boat of their own may land it beside the church until Easter.\n\n${TODAY}\n`;

const archives = (): readonly string[] | undefined =>
  vscode.workspace.getConfiguration('bluePencil').inspect<string[]>('archives')?.globalValue;

describe('Add This Folder to the Archive…', () => {
  const { showOpenDialog } = vscode.window;
  let told: Told;
  let press: string | undefined;
  before(bluePencil);
  beforeEach(() => {
    press = undefined;
    told = listenToNotifications((buttons) => buttons.find((one) => one === press));
  });
  afterEach(async () => {
    told.restore();
    restorePrompts();
    Object.assign(vscode.window, { showOpenDialog });
    await vscode.workspace
      .getConfiguration('bluePencil')
      .update('archives', undefined, vscode.ConfigurationTarget.Global);
    await tidy();
  });

  it('has what stands in a release told, compared, and, once that is undone, not told', async () => {
    await write('releases/county.draft', RELEASE);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), 'kept'));
    const { document } = await openDraft('today.draft', STORY);
    await findings(document.uri);

    const asked = answer('Another archive, or a new one…', 'Press releases');
    Object.assign(vscode.window, { showOpenDialog: async () => [vscode.Uri.joinPath(folder(), 'kept')] });
    press = 'Undo';
    let pressed: (() => void) | undefined;
    // Undo is pressed when the finding was seen
    const seen = new Promise<void>((resolve) => {
      pressed = resolve;
    });
    const { showInformationMessage } = vscode.window;
    Object.assign(vscode.window, {
      showInformationMessage: async (message: string, ...buttons: string[]) => {
        if (buttons.includes('Undo')) await seen;
        return showInformationMessage(message, ...buttons);
      },
    });
    await vscode.commands.executeCommand(
      'bluePencil.addToArchive',
      vscode.Uri.joinPath(folder(), 'releases'),
    );
    assert.deepEqual(asked, [
      'Another archive, or a new one…',
      'Our own stories, Press releases, Agency copy, Pages of the web',
    ]);
    assert.deepEqual(archives(), [vscode.Uri.joinPath(folder(), 'kept').fsPath]);

    const [finding] = await findings(document.uri, 'duplicate/press-release');
    assert.ok(finding);
    assert.match(
      finding.message,
      /^A paragraph \(\d+ % of the draft\) stands in the release ‘County acts on the bridge to Oru’\./,
    );
    await take(await quickFixes(document.uri, finding), 'Compare the two copies');
    const input = await comparison();
    assert.match(input.original.path, /county\.draft$/);

    await replace(document, TODAY, 'It is shut.');
    await findings(document.uri);
    await replace(document, 'It is shut.', TODAY);
    await findings(document.uri, 'duplicate/press-release');
    const { review } = await bluePencil();
    const group = review.provider.getTreeItem((review.provider.getChildren() as never[])[0] as never);
    assert.match(String((group as vscode.TreeItem).description), /^1 to fix · \d+ % release$/);

    pressed?.();
    await told.message(/^Added to “kept”: 1 story\. Drafts are compared with it from now on\. \| Undo$/);
    await told.message(/^Taken out again: 1 story\.$/);
    await findings(document.uri);
    assert.equal(archives(), undefined);
  });

  it('asks which archive by name where there is one, and says what is in it already', async () => {
    await write('releases/county.draft', RELEASE);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), 'kept'));
    Object.assign(vscode.window, { showOpenDialog: async () => [vscode.Uri.joinPath(folder(), 'kept')] });
    const releases = vscode.Uri.joinPath(folder(), 'releases');
    answer('Another archive, or a new one…', 'Press releases');
    await vscode.commands.executeCommand('bluePencil.addToArchive', releases);
    const asked = answer('kept', 'Press releases');
    await vscode.commands.executeCommand('bluePencil.addToArchive', releases);
    assert.equal(asked[0], 'kept, Another archive, or a new one…');
    await told.message(/^Added to “kept”: 0 stories\. In it already: 1 story\.$/);
  });
});
