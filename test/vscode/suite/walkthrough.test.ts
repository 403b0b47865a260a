import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bluePencil, codeOf, findingsOn, tidy, until } from './editor.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly keybindings: readonly {
      readonly command: string;
      readonly args?: { readonly commands: readonly string[] };
      readonly key: string;
      readonly mac: string;
      readonly when: string;
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly image: Readonly<Record<string, string>> };
      }[];
    }[];
  };
}

describe('a new user', () => {
  before(bluePencil);
  afterEach(tidy);
  const extension = (): vscode.Extension<unknown> => {
    const found = vscode.extensions.getExtension('blue-pencil.blue-pencil');
    assert.ok(found);
    return found;
  };
  const { contributes } = extension().packageJSON as Manifest;
  const steps = contributes.walkthroughs.flatMap((one) => one.steps);

  it('opens a sample draft with something to fix in it, which belongs to no file', async () => {
    await vscode.commands.executeCommand('bluePencil.openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.isUntitled, true);
    const found = (): string[] => findingsOn(document.uri).map(codeOf);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () =>
        found().join() ===
        'repeated/word,duplicate/block,attribution/unsourced-hedge,attribution/vague-source,repeated/word',
      () => `The sample has ${found().join()}.`,
    );
  });

  it('is led only to commands and pictures that there are', async () => {
    const commands = await vscode.commands.getCommands();
    for (const { description, media } of steps) {
      for (const [, command = ''] of description.matchAll(/\(command:([^)?]+)/g))
        assert.ok(commands.includes(command), command);
      for (const picture of Object.values(media.image))
        await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension().extensionUri, picture));
    }
  });

  it('has a key for what is done again and again, only where there is something to do', () => {
    for (const { command, args, key, mac, when } of contributes.keybindings) {
      // one that selects the row in focus first
      const ours = args?.commands.at(-1) ?? command;
      assert.ok(
        contributes.commands.some((one) => one.command === ours),
        ours,
      );
      assert.equal(mac, key.replace('ctrl', 'cmd'));
      for (const condition of when.split(' || '))
        assert.match(
          condition,
          /bluePencil\.(?:drafts|left)/,
          `${key} is taken where there is nothing to do`,
        );
    }
  });

  it('meets at most seventeen commands in the palette at a time, every one of them there', async () => {
    // of two that undo each other one is shown
    const others = ['bluePencil.hideSourcing', 'bluePencil.resumeDraft'];
    const hidden = contributes.menus.commandPalette.filter(
      ({ command, when }) => when === 'false' || others.includes(command),
    );
    const shown = contributes.commands.filter(
      ({ command }) => !hidden.some((one) => one.command === command),
    );
    assert.ok(shown.length <= 17, `${shown.length} commands`);
    const commands = await vscode.commands.getCommands();
    for (const { command } of contributes.commands) assert.ok(commands.includes(command), command);
  });
});
