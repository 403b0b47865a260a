import * as vscode from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import { claimItem, reasons } from './checked-claims.ts';
import { showError, showInformation, showWarning } from './notices.ts';
import type { CheckedClaim, ServerCommands, SignOffRequest, ToSignOff, UndoRequest } from './protocol.ts';
import { errorMessage } from './trouble.ts';

type Sent = 'bluePencil.signOffAs' | 'bluePencil.undoSignOff' | 'bluePencil.checkedClaims';

/** What somebody does whose name is noted with it. */
type Does = keyof typeof NAME_PROMPTS;

/** The name that a sign-off of a draft carries; undefined when the editor gives none. */
type NameFor = (draft: string, does: Does) => Promise<string | undefined>;

/**
 * Registers the commands that settle findings and list what is settled.
 * @param userName what the computer calls whoever uses it.
 */
export function registerSignOff(client: BaseLanguageClient, userName: () => string): vscode.Disposable {
  const nameFor: NameFor = (draft, does) => editorName(draft, does, userName);
  const send = async <C extends Sent>(
    command: C,
    ...given: ServerCommands[C]['arguments']
  ): Promise<ServerCommands[C]['result']> =>
    client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...given] });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('bluePencil.signOff', (...asked: readonly ToSignOff[]) =>
      orTell(() =>
        signOff(
          asked,
          nameFor,
          (first, ...more) => send('bluePencil.signOffAs', first, ...more),
          (first, ...more) => send('bluePencil.undoSignOff', first, ...more),
        ),
      ),
    ),
    vscode.commands.registerCommand('bluePencil.showCheckedClaims', () =>
      orTell(() =>
        showCheckedClaims(
          nameFor,
          () => send('bluePencil.checkedClaims'),
          (request) => send('bluePencil.undoSignOff', request),
        ),
      ),
    ),
  );
}

type Send<R, T> = (first: R, ...more: readonly R[]) => Promise<T>;

/**
 * Asks for the reason and the editor's name, as far as they are needed, and has the findings settled; a notice takes them back.
 * Escape leaves them as they are.
 */
async function signOff(
  asked: readonly ToSignOff[],
  nameFor: NameFor,
  send: Send<SignOffRequest, readonly Pick<UndoRequest, 'ledger' | 'id'>[]>,
  undo: Send<UndoRequest, unknown>,
): Promise<void> {
  const hindrance = asked.find((one) => one.hindrance !== undefined)?.hindrance;
  if (hindrance !== undefined) {
    void showWarning(hindrance);
    return;
  }
  const claims = asked.some(({ claim }) => claim);
  const why = claims ? await askReason() : IGNORED;
  const who = why && asked[0] && (await nameFor(asked[0].uri, claims ? 'check' : 'ignore'));
  if (why === undefined || who === undefined) return;
  const [first, ...more] = asked.map(
    ({ claim, hindrance: _, ...target }): SignOffRequest => ({ target, ...(claim ? why : IGNORED), who }),
  );
  if (first !== undefined) void offerUndo(asked, who, await send(first, ...more), undo);
}

const IGNORED = { reason: 'ignored' };

async function offerUndo(
  settled: readonly ToSignOff[],
  who: string,
  taken: readonly Pick<UndoRequest, 'ledger' | 'id'>[],
  undo: Send<UndoRequest, unknown>,
): Promise<void> {
  const { l10n } = vscode;
  const [one, another] = settled;
  const claims = settled.some(({ claim }) => claim);
  const ledgers = [...new Set(taken.map(({ ledger }) => ledger))]
    .map((ledger) => vscode.workspace.asRelativePath(vscode.Uri.parse(ledger)))
    .join(', ');
  const told =
    another !== undefined || one === undefined
      ? claims
        ? l10n.t('Marked as checked: {0} findings.', settled.length)
        : l10n.t('Ignored in {0}: {1} findings.', ledgers, settled.length)
      : claims
        ? l10n.t('Marked as checked: “{0}”', one.excerpt)
        : l10n.t('Ignored in {0}: “{1}”', ledgers, one.words ?? one.excerpt);
  const [first, ...more] = taken.map((entry): UndoRequest => ({ ...entry, who }));
  const chosen = await showInformation(told, l10n.t('Undo'));
  if (chosen !== undefined && first !== undefined)
    await orTell(async () => void (await undo(first, ...more)));
}

async function askReason(): Promise<{ reason: string; note?: string } | undefined> {
  const chosen = await vscode.window.showQuickPick(reasons(vscode.l10n.t), {
    title: vscode.l10n.t('Mark as checked'),
    placeHolder: vscode.l10n.t('How do you know?'),
  });
  if (chosen === undefined) return undefined;
  let { reason } = chosen;
  if (chosen.asksWhom) {
    const whom = await vscode.window.showInputBox({
      title: vscode.l10n.t('Mark as checked'),
      prompt: vscode.l10n.t('Whom or what was it checked with?'),
      placeHolder: vscode.l10n.t('the coroner’s office'),
      validateInput: (text) =>
        text.trim() === '' ? vscode.l10n.t('A name or a source is needed here.') : undefined,
    });
    if (whom === undefined) return undefined;
    reason = `${reason} ${whom.trim()}`;
  }
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Mark as checked'),
    prompt: vscode.l10n.t('A note for the desk, if you like. Press Enter to leave it out.'),
  });
  return note === undefined ? undefined : { reason, note };
}

const NAME_PROMPTS = {
  check: vscode.l10n.t(
    'It is noted in the ledger with what you check. You are asked once; the settings keep it.',
  ),
  ignore: vscode.l10n.t(
    'It is noted in the ledger with what you ignore. You are asked once; the settings keep it.',
  ),
  undo: vscode.l10n.t(
    'It is noted in the ledger with what you take back. You are asked once; the settings keep it.',
  ),
};

/** The name that sign-offs carry: the one in the settings, or the one the editor gives when asked for the first time. */
async function editorName(draft: string, does: Does, userName: () => string): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('bluePencil', vscode.Uri.parse(draft));
  const known = settings.get<string>('editorName', '').trim();
  if (known !== '') return known;
  const given = await vscode.window.showInputBox({
    title: vscode.l10n.t('Your name'),
    prompt: NAME_PROMPTS[does],
    value: userName(),
  });
  if (given === undefined) return undefined;
  const name = given.trim() || userName();
  await settings.update('editorName', name, vscode.ConfigurationTarget.Global);
  return name;
}

interface ClaimItem extends vscode.QuickPickItem {
  readonly claim: CheckedClaim;
}

const UNDO: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('discard'),
  tooltip: vscode.l10n.t('Undo: the finding comes back'),
};

/** Lists what is settled. Choosing an entry goes to its sentence; its button takes it back. */
async function showCheckedClaims(
  nameFor: NameFor,
  list: () => Promise<readonly CheckedClaim[]>,
  undo: (request: UndoRequest) => Promise<unknown>,
): Promise<void> {
  const pick = vscode.window.createQuickPick<ClaimItem>();
  const fill = async (): Promise<void> => {
    pick.busy = true;
    try {
      pick.items = (await list()).map((claim) => ({
        ...claimItem(claim, vscode.l10n.t),
        claim,
        buttons: [UNDO],
      }));
    } finally {
      pick.busy = false;
    }
    pick.placeholder =
      pick.items.length === 0
        ? vscode.l10n.t('Nothing is marked as checked or ignored in the open folders.')
        : vscode.l10n.t('Choose an entry to go to its sentence. The arrow at its end takes it back.');
  };
  pick.title = vscode.l10n.t('Checked claims');
  pick.placeholder = vscode.l10n.t('Looking for the sentences…');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.onDidHide(() => pick.dispose());
  pick.onDidTriggerItemButton(({ item: { claim } }) =>
    orTell(async () => {
      const who = await nameFor(claim.uri, 'undo');
      if (who === undefined) return;
      await undo({ ledger: claim.ledger, id: claim.id, who });
      await fill();
    }),
  );
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    pick.hide();
    if (item !== undefined) void orTell(() => goTo(item.claim));
  });
  pick.show();
  try {
    await fill();
  } catch (error) {
    pick.hide();
    throw error;
  }
}

async function goTo({ uri, range, path }: CheckedClaim): Promise<void> {
  if (range === null) {
    void showInformation(
      vscode.l10n.t(
        'That sentence is no longer in {0}, nor in another draft: it was changed or taken out.',
        path,
      ),
    );
    return;
  }
  const selection = new vscode.Range(
    range.start.line,
    range.start.character,
    range.end.line,
    range.end.character,
  );
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

/** Runs something and tells the user what went wrong. */
async function orTell(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    void showError(errorMessage(error));
  }
}
