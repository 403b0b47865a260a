import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension.ts';

const WITHIN = 15_000;

/** The extension under test, running. */
export async function bluePencil(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('blue-pencil.blue-pencil');
  assert.ok(extension, 'The extension is not installed.');
  return extension.activate();
}

/**
 * Waits until a condition holds, asking again at each event.
 * @param within in milliseconds.
 * @throws Error with what `describe` says when it does not hold by then.
 */
export function until<T>(
  event: vscode.Event<T>,
  holds: () => boolean,
  describe: () => string,
  within = WITHIN,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (holds()) return resolve();
    const timer = setTimeout(() => {
      listening.dispose();
      reject(new Error(describe()));
    }, within);
    const listening = event(() => {
      if (!holds()) return;
      clearTimeout(timer);
      listening.dispose();
      resolve();
    });
  });
}

/** Blue Pencil's findings on a document, in the order of the text. */
export const findingsOn = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Blue Pencil')
    .sort((a, b) => a.range.start.compareTo(b.range.start));

/** The code of a finding, without the link it carries. */
export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : code);

/** Waits until the findings on a document are these, by their codes. */
export async function findings(uri: vscode.Uri, ...codes: readonly string[]): Promise<vscode.Diagnostic[]> {
  const found = (): string => findingsOn(uri).map(codeOf).join(', ');
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => found() === codes.join(', '),
    () => `${uri.path} has the findings [${found()}], not [${codes.join(', ')}].`,
  );
  return findingsOn(uri);
}

/** The folder the suite runs in, made anew for each run. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'No folder is open.');
  return first.uri;
}

/** Makes a folder, and waits until VS Code has seen it: of what is done in a folder that it does not watch yet it never hears. */
export async function makeFolder(name: string): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${name}`);
  // one that was deleted a moment ago has changed
  const seen = new Promise((resolve) => {
    watcher.onDidCreate(resolve);
    watcher.onDidChange(resolve);
  });
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), name));
  await seen;
  watcher.dispose();
}

/** Writes a file into the folder; it is not opened. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The text of a file as it is on disk. */
export const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));

/** Writes a draft into the folder and shows it. */
export async function openDraft(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = await write(name, text);
  // a tab of its own: the next draft would take a preview's place; and the cursor not where it stood in a file of that name
  const editor = await vscode.window.showTextDocument(uri, {
    preview: false,
    selection: new vscode.Range(0, 0, 0, 0),
  });
  // a file of that name may have been open a moment ago, and VS Code may show what it had
  if (editor.document.getText() !== text)
    await vscode.commands.executeCommand('workbench.action.files.revert');
  await until(
    vscode.workspace.onDidChangeTextDocument,
    () => editor.document.getText() === text,
    () => `${name} is shown with another text than was written.`,
  );
  return editor;
}

/** Shows a document that has no file yet. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Replaces words of a document, at the first place where they stand. */
export async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const at = document.getText().indexOf(before);
  assert.ok(at >= 0, `“${before}” does not stand in the draft.`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + before.length));
  edit.replace(document.uri, range, after);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The quick fixes offered at a finding, in the order VS Code lists them. */
export async function quickFixes(uri: vscode.Uri, finding: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  const at = new vscode.Range(finding.range.start, finding.range.start);
  const ask = async (): Promise<vscode.CodeAction[]> => {
    try {
      return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, at, 'quickfix');
    } catch (error) {
      // VS Code gives up when an extension offers new fixes meanwhile, as its own for Markdown do once they have started
      if (error instanceof Error && error.message.startsWith('Canceled')) return [];
      throw error;
    }
  };
  let fixes = await ask();
  // it gives none either, and no reason, when it does something to the document meanwhile: set its language, say
  for (let again = 0; fixes.length === 0 && again < 3; again += 1) fixes = await ask();
  return fixes;
}

/** Takes a quick fix, as choosing it from the menu does. */
export async function take(fixes: readonly vscode.CodeAction[], title: string): Promise<void> {
  const fix = fixes.find((one) => one.title === title);
  assert.ok(fix, `“${title}” is not among the fixes: ${fixes.map((one) => one.title).join('; ')}`);
  if (fix.edit) assert.ok(await vscode.workspace.applyEdit(fix.edit), `“${title}” could not be applied.`);
  if (fix.command)
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
}

/** Waits until two texts are shown side by side; gives both. */
export async function comparison(): Promise<vscode.TabInputTextDiff> {
  const input = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  await until(
    vscode.window.tabGroups.onDidChangeTabs,
    () => input() instanceof vscode.TabInputTextDiff,
    () => 'No comparison was opened.',
  );
  const shown = input();
  assert.ok(shown instanceof vscode.TabInputTextDiff);
  return shown;
}

/** Closes every editor, throwing away what was not saved, and empties the folder. */
export async function tidy(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const [name] of await vscode.workspace.fs.readDirectory(folder())) {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), name), { recursive: true });
  }
}

type Show = (message: string, ...items: unknown[]) => Thenable<unknown>;

/** What the extension tells the user while a test runs, shown as it is; `restore` ends the listening. */
export interface Told {
  readonly messages: readonly string[];
  /** Waits until a message matches. */
  message(shape: RegExp): Promise<void>;
  /** Forgets the messages so far. */
  forget(): void;
  restore(): void;
}

/**
 * Listens to the notifications. VS Code gives no way to read them: the calls are passed on, and noted.
 * @param choose the button to press, instead of showing the notification.
 */
export function listenToNotifications(
  choose?: (items: readonly string[]) => string | undefined | Promise<string | undefined>,
): Told {
  const messages: string[] = [];
  const told = new vscode.EventEmitter<void>();
  const originals = new Map<string, Show>();
  const window = vscode.window as unknown as Record<string, Show>;
  for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage']) {
    const original = window[name] as Show;
    originals.set(name, original);
    window[name] = (message, ...items) => {
      messages.push([message, ...items].join(' | '));
      told.fire();
      if (choose === undefined) return original(message, ...items);
      return Promise.resolve(choose(items.map(String)));
    };
  }
  return {
    messages,
    message: (shape) =>
      until(
        told.event,
        () => messages.some((one) => shape.test(one)),
        () => `No notification says ${shape}, only [${messages.join('; ')}].`,
      ),
    forget() {
      messages.length = 0;
    },
    restore() {
      for (const [name, original] of originals) window[name] = original;
    },
  };
}
