import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ToSignOff } from '../../../client/src/protocol.ts';
import {
  bluePencil,
  findings,
  folder,
  listenToNotifications,
  openDraft,
  openUntitled,
  quickFixes,
  read,
  replace,
  take,
  tidy,
  until,
  write,
} from './editor.ts';
import { answer, prompts, restorePrompts, setName } from './prompts.ts';

const DRAFT =
  'Ferry back in service\n\nIt rained. The ferry sailed again on Monday with 12 hands after the the council “had” hired a second crew.\n';
const LEDGER = '.blue-pencil/checked.jsonl';
const { createQuickPick } = prompts;

const lines = async (): Promise<Record<string, unknown>[]> =>
  (await read(vscode.Uri.joinPath(folder(), LEDGER)))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The draft, open, and its one finding. */
async function openFerry(): Promise<{ document: vscode.TextDocument; finding: vscode.Diagnostic }> {
  const { document } = await openDraft('ferry.draft', DRAFT);
  const [finding] = await findings(document.uri, 'repeated/word');
  assert.ok(finding);
  return { document, finding };
}

describe('the ledger of checked claims', () => {
  before(bluePencil);
  afterEach(async () => {
    restorePrompts();
    await setName(undefined);
    await tidy();
  });

  it('takes an ignored finding away, and brings it back when a figure of its sentence changes', async () => {
    const { document, finding } = await openFerry();
    const fixes = await quickFixes(document.uri, finding);
    const asked = answer('Ann Lee');
    await take(fixes, 'Ignore this');
    await findings(document.uri);
    assert.equal(asked.length, 1);
    assert.match(asked[0] ?? '', /You are asked once/);
    const [entry] = await lines();
    assert.equal(entry?.who, 'Ann Lee');
    assert.equal(entry?.reason, 'ignored');
    assert.equal(entry?.path, 'ferry.draft');
    assert.equal(document.getText(), DRAFT);

    await replace(document, 'It rained. ', '');
    await replace(document, '“had”', '"had"');
    await findings(document.uri);
    await replace(document, '12 hands', '14 hands');
    await findings(document.uri, 'repeated/word');
    await replace(document, '14 hands', '12 hands');
    await findings(document.uri);
  });

  it('notes the reason, whom it was checked with, and a note, and asks for the name only once', async () => {
    await setName('Bo Lind');
    const { document, finding } = await openFerry();
    const action = (await quickFixes(document.uri, finding)).find(
      ({ command }) => command?.command === 'bluePencil.signOff',
    );
    const target = action?.command?.arguments?.[0] as ToSignOff;
    const asked = answer('Checked with …', ' the harbour office ', 'by telephone');
    await vscode.commands.executeCommand('bluePencil.signOff', { ...target, claim: true });
    await findings(document.uri);
    assert.deepEqual(asked, [
      'Public record, Witnessed, Common knowledge, Checked with …',
      'Whom or what was it checked with?',
      'A note for the desk, if you like. Press Enter to leave it out.',
    ]);
    const [entry] = await lines();
    assert.equal(entry?.reason, 'checked with the harbour office');
    assert.equal(entry?.note, 'by telephone');
    assert.equal(entry?.who, 'Bo Lind');
  });

  it('leaves the finding when a prompt is left with Escape', async () => {
    const { document, finding } = await openFerry();
    const asked = answer(undefined);
    await take(await quickFixes(document.uri, finding), 'Ignore this');
    assert.deepEqual(asked, [
      'It is noted in the ledger with what you ignore. You are asked once; the settings keep it.',
    ]);
    await findings(document.uri, 'repeated/word');
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(vscode.Uri.joinPath(folder(), LEDGER))));
  });

  it('is followed when another window or git writes it, and when it goes', async () => {
    await setName('Ann Lee');
    const { document, finding } = await openFerry();
    await take(await quickFixes(document.uri, finding), 'Ignore this');
    await findings(document.uri);
    const ledger = await read(vscode.Uri.joinPath(folder(), LEDGER));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '.blue-pencil'), { recursive: true });
    await findings(document.uri, 'repeated/word');
    await write(LEDGER, `${ledger}{"id":"torn\n`);
    await findings(document.uri);
    const [damaged] = await findings(vscode.Uri.joinPath(folder(), LEDGER), 'ledger');
    assert.equal(damaged?.range.start.line, 1);
  });

  it('says that a draft with no folder has no ledger', async () => {
    const { document } = await openUntitled('plaintext', DRAFT);
    const [finding] = await findings(document.uri, 'repeated/word');
    assert.ok(finding);
    const asked = answer();
    const told = listenToNotifications(() => undefined);
    try {
      await take(await quickFixes(document.uri, finding), 'Ignore this');
      await told.message(/Save it in the folder you work in/);
    } finally {
      told.restore();
    }
    assert.deepEqual(asked, []);
  });

  it('is listed; an entry leads to its sentence, and its button undoes it', async () => {
    await setName('Ann Lee');
    const { document, finding } = await openFerry();
    await take(await quickFixes(document.uri, finding), 'Ignore this');
    await findings(document.uri);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');

    const first = fakePick();
    await vscode.commands.executeCommand('bluePencil.showCheckedClaims');
    assert.equal(first.items.length, 1);
    const [item] = first.items;
    assert.match(item?.label ?? '', /The ferry sailed again on Monday/);
    assert.equal(item?.description, '');
    assert.match(item?.detail ?? '', /^ignored · Ann Lee · .+ · ferry\.draft$/);
    first.accept();
    await until(
      vscode.window.onDidChangeTextEditorSelection,
      () => vscode.window.activeTextEditor?.selection.isEmpty === false,
      () => 'The sentence was not gone to.',
    );
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /^The ferry sailed .* crew\.$/);

    const second = fakePick();
    await vscode.commands.executeCommand('bluePencil.showCheckedClaims');
    second.press();
    await findings(document.uri, 'repeated/word');
    assert.equal((await lines()).length, 2);
    await second.emptied;
  });

  it('is listed with the entries whose sentence is gone', async () => {
    await setName('Ann Lee');
    const { document, finding } = await openFerry();
    await take(await quickFixes(document.uri, finding), 'Ignore this');
    await findings(document.uri);
    await replace(document, '12 hands', '14 hands');
    await findings(document.uri, 'repeated/word');
    const pick = fakePick();
    const told = listenToNotifications(() => undefined);
    try {
      await vscode.commands.executeCommand('bluePencil.showCheckedClaims');
      assert.equal(pick.items[0]?.description, 'the sentence is gone');
      pick.accept();
      await told.message(/no longer in ferry\.draft/);
    } finally {
      told.restore();
    }
  });
});

interface FakePick {
  readonly items: readonly vscode.QuickPickItem[];
  /** Chooses the first entry. */
  accept(): void;
  /** Presses the button of the first entry. */
  press(): void;
  /** Settles when the list has become empty. */
  readonly emptied: Promise<void>;
}

/** Stands in for the next list that is shown: its buttons cannot be pressed from outside. */
function fakePick(): FakePick {
  const real = createQuickPick();
  const accepted = new vscode.EventEmitter<void>();
  const pressed = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>>();
  let items: readonly vscode.QuickPickItem[] = [];
  let empty: () => void = () => {};
  const emptied = new Promise<void>((resolve) => {
    empty = resolve;
  });
  const fake = new Proxy(real, {
    get(target, name) {
      if (name === 'onDidAccept') return accepted.event;
      if (name === 'onDidTriggerItemButton') return pressed.event;
      if (name === 'activeItems') return items.slice(0, 1);
      if (name === 'items') return items;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, name, value) {
      if (name === 'items') {
        items = value as readonly vscode.QuickPickItem[];
        if (items.length === 0) empty();
      }
      return Reflect.set(target, name, value, target);
    },
  });
  prompts.createQuickPick = () => {
    prompts.createQuickPick = createQuickPick;
    return fake;
  };
  const first = (): vscode.QuickPickItem => {
    const [item] = items;
    assert.ok(item, 'The list is empty.');
    return item;
  };
  return {
    get items() {
      return items;
    },
    emptied,
    accept: () => accepted.fire(),
    press() {
      const item = first();
      const [button] = item.buttons ?? [];
      assert.ok(button, 'The entry has no button.');
      pressed.fire({ item, button });
    },
  };
}
