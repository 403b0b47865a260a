import * as vscode from 'vscode';
import { REPEATED } from './article.ts';

import { findings, folder, listenToNotifications, makeFolder, write } from './editor.ts';

/** Who moves files and folders about: VS Code, as from its explorer, or another program. */
export interface Hands {
  move(from: vscode.Uri, to: vscode.Uri): Promise<void>;
  remove(place: vscode.Uri): Promise<void>;
  add(file: vscode.Uri, text: string): Promise<void>;
}

/** Tests that what is found in drafts that are not open goes along with them, and by the house file that holds for them. */
export function findingsFollow(where: string, { move, remove, add }: Hands): void {
  it(`takes the findings along when a folder is renamed or moved ${where}, and away when it goes`, async () => {
    const at = (place: string) => vscode.Uri.joinPath(folder(), 'shelf', place);
    for (const one of ['shelf', 'shelf/night', 'shelf/weekend']) await makeFolder(one);
    const night = await write('shelf/night/crew.txt', REPEATED.draft);
    await write(
      'shelf/weekend/clean.draft',
      'Library stays open late\n\nReaders may stay until ten on Thursdays from now on.\n',
    );
    const told = listenToNotifications(() => undefined);
    try {
      await vscode.commands.executeCommand('bluePencil.checkAll');
      await findings(night, 'repeated/word');
      await move(at('night'), at('day'));
      await findings(at('day/crew.txt'), 'repeated/word');
      await findings(night);
      await move(at('day'), at('weekend/day'));
      await findings(at('weekend/day/crew.txt'), 'repeated/word');
      await findings(at('day/crew.txt'));
      await remove(at('weekend'));
      await findings(at('weekend/day/crew.txt'));
    } finally {
      told.restore();
    }
  });

  it(`goes by a house file that is added, moved and taken away ${where} after it, in drafts that are not open`, async () => {
    const at = (place: string) => vscode.Uri.joinPath(folder(), place);
    const crew = await write('shelf/late.txt', REPEATED.draft);
    const told = listenToNotifications(() => undefined);
    try {
      await vscode.commands.executeCommand('bluePencil.checkAll');
      await findings(crew, 'repeated/word');
      await add(at('.blue-pencil.json'), '{ "severity": { "repeated/word": "off" } }');
      await findings(crew);
      await add(at('shelf/.blue-pencil.json'), '{ "severity": { "repeated/word": "hint" } }');
      await findings(crew, 'repeated/word');
      await remove(at('shelf/.blue-pencil.json'));
      await findings(crew);
      await move(at('.blue-pencil.json'), at('house.json'));
      await findings(crew, 'repeated/word');
    } finally {
      told.restore();
    }
  });
}
