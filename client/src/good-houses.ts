import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { GoodHouse, GoodHouseNotification, InitializationOptions } from './protocol.ts';

const GOOD: GoodHouseNotification = 'bluePencil/goodHouse';
const KEY = 'bluePencil.goodHouses';
/** House files that one window remembers; of more, the one that was read first is forgotten. */
const MOST = 20;

type Houses = InitializationOptions['houses'] & object;

/** What house files said when they were last without a fault, kept by VS Code for the window and never in the folder. */
export const goodHouses = (memory: vscode.Memento): Houses => memory.get<Houses>(KEY, {});

/** Remembers what the server tells of house files. */
export function rememberHouses(client: BaseLanguageClient, memory: vscode.Memento): vscode.Disposable {
  return client.onNotification(GOOD, ({ uri, text }: GoodHouse) => {
    const { [uri]: _, ...others } = goodHouses(memory);
    const now = Object.entries({ ...others, ...(text !== null && { [uri]: text }) }).slice(-MOST);
    void memory.update(KEY, Object.fromEntries(now));
  });
}
