import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { showInformation, showWarning } from './notices.ts';
import type { HouseChange, KindAtPlace, ServerCommand, ShownAs } from './protocol.ts';
import { tellChangedSince } from './review/fix.ts';
import type { Review } from './review/view.ts';
import { isLink } from './save.ts';

const DONT_REPORT: ServerCommand = 'bluePencil.dontReport';

/** Puts in force what the server has written into a house file, and says what was done. */
export const savesHouseFile: Middleware = {
  async executeCommand(command, args, next) {
    if (command !== DONT_REPORT) return next(command, args);
    const unsaved = new Set(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
    );
    const change = (await next(command, args)) as HouseChange;
    await putInForce(change, unsaved);
    return change;
  },
};

async function putInForce(change: HouseChange, unsaved: ReadonlySet<string>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(change.house));
  if ('problem' in change) {
    await vscode.window.showTextDocument(document);
    void showWarning(change.problem);
    return;
  }
  const where = vscode.workspace.asRelativePath(document.uri);
  const told = vscode.l10n.t('Written in {0}: {1}.', where, saying(change.kind, change.shownAs));
  // somebody is in the middle of changing it; or it lies elsewhere, where only they may want it changed
  if (unsaved.has(document.uri.toString()) || (await isLink(document.uri))) {
    await vscode.window.showTextDocument(document);
    const still = vscode.l10n.t('Save the house file to put it in force.');
    void showInformation(`${told} ${still}`);
    return;
  }
  await document.save();
  void tell(told, document, change.before);
}

async function tell(told: string, document: vscode.TextDocument, before: string | null): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const written = document.getText();
  const chosen = await showInformation(told, undo, vscode.l10n.t('Show House File'));
  if (chosen === undefined) return;
  if (chosen !== undo) {
    await vscode.window.showTextDocument(document);
    return;
  }
  // it may be closed by now, and edited elsewhere
  const now = document.isClosed ? await vscode.workspace.openTextDocument(document.uri) : document;
  if (now.getText() !== written) {
    await vscode.window.showTextDocument(document.uri);
    tellChangedSince(document.uri);
    return;
  }
  if (before === null) {
    await vscode.workspace.fs.delete(document.uri);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), before);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** `“The same word twice in a row” is not reported`, `… is shown as: Hint`. */
const saying = (kind: string, shownAs: ShownAs): string =>
  shownAs === 'off'
    ? vscode.l10n.t('“{0}” is not reported', kind)
    : vscode.l10n.t('“{0}” is shown as: {1}', kind, SHOWN_AS[shownAs]);

const SHOWN_AS: Readonly<Record<ShownAs, string>> = {
  error: vscode.l10n.t('Error'),
  warning: vscode.l10n.t('Warning'),
  information: vscode.l10n.t('Question'),
  hint: vscode.l10n.t('Hint'),
  off: vscode.l10n.t('Not at all'),
};

type Choice<T> = vscode.QuickPickItem & { readonly does: T };
type Where = 'draft' | 'house' | 'me';

/** Registers what stands behind “More…” in the menu of fixes: how a kind of finding is shown, and where. */
export const registerKindSettings = (review: Review): vscode.Disposable =>
  vscode.commands.registerCommand('bluePencil.more', async (...about: readonly KindAtPlace[]) => {
    const choices = about.flatMap((one): Choice<() => Promise<void>>[] => [
      {
        label: vscode.l10n.t('Don’t report this kind…'),
        description: one.kind,
        does: () => set(review, one, 'off'),
      },
      {
        label: vscode.l10n.t('Change how this kind is shown…'),
        description: one.kind,
        does: () => change(review, one),
      },
    ]);
    const chosen = await vscode.window.showQuickPick(choices, {
      title: vscode.l10n.t('More for This Kind of Finding'),
    });
    await chosen?.does();
  });

async function change(review: Review, about: KindAtPlace): Promise<void> {
  const choices = Object.entries(SHOWN_AS).map(
    ([as, label]): Choice<ShownAs> => ({ label, does: as as ShownAs }),
  );
  const chosen = await vscode.window.showQuickPick(choices, {
    title: about.kind,
    placeHolder: vscode.l10n.t('How is it shown?'),
  });
  if (chosen !== undefined) await set(review, about, chosen.does);
}

async function set(review: Review, about: KindAtPlace, shownAs: ShownAs): Promise<void> {
  const where = await askWhere(review, about, shownAs);
  if (where === 'draft') await vscode.commands.executeCommand('bluePencil.ignoreKind', about);
  if (where === 'house')
    await vscode.commands.executeCommand(DONT_REPORT, { uri: about.uri, code: about.code, shownAs });
  if (where === 'me') await setForMe(about, shownAs);
}

async function askWhere(
  review: Review,
  { uri, code, kind, inFolder }: KindAtPlace,
  shownAs: ShownAs,
): Promise<Where | undefined> {
  const { l10n } = vscode;
  const here = review.rows(vscode.Uri.parse(uri)).filter((row) => row.code === code).length;
  const choices: Choice<Where>[] = [
    ...(shownAs === 'off'
      ? [
          {
            label: l10n.t('In this draft'),
            description: l10n.t('ignores those there are now: {0}', here),
            does: 'draft' as const,
          },
        ]
      : []),
    ...(inFolder
      ? [
          {
            label: l10n.t('In this folder, for the whole desk'),
            description: l10n.t('in the house file'),
            does: 'house' as const,
          },
        ]
      : []),
    {
      label: l10n.t('Everywhere, for me alone'),
      description: l10n.t('in your settings; a house file has the last word'),
      does: 'me',
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: kind, placeHolder: l10n.t('Where?') });
  return chosen?.does;
}

async function setForMe({ code, kind }: KindAtPlace, shownAs: ShownAs): Promise<void> {
  const settings = vscode.workspace.getConfiguration('bluePencil');
  const before = settings.inspect<Readonly<Record<string, string>>>('severity')?.globalValue;
  const { Global } = vscode.ConfigurationTarget;
  await settings.update('severity', { ...before, [code]: shownAs }, Global);
  const told = vscode.l10n.t('Written in your settings: {0}.', saying(kind, shownAs));
  const undo = vscode.l10n.t('Undo');
  const chosen = await showInformation(told, undo, vscode.l10n.t('Show Settings'));
  if (chosen === undo) await settings.update('severity', before, Global);
  else if (chosen !== undefined)
    await vscode.commands.executeCommand('workbench.action.openSettings', '@id:bluePencil.severity');
}
