import * as vscode from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import { longCommand } from './long-command.ts';
import { showInformation, showWarning } from './notices.ts';
import type {
  AddedToArchive,
  AddToArchive,
  ArchivesRequest,
  KnownArchive,
  ServerCommand,
} from './protocol.ts';
import { errorMessage } from './trouble.ts';

const ARCHIVES: ArchivesRequest = 'bluePencil/archives';
const ADD = 'bluePencil.addStories';
const REMOVE: ServerCommand = 'bluePencil.removeStories';
const SETTING = 'archives';
/** The file that makes a folder an archive. */
const MANIFEST = 'archive.json';
/** The folder of a new archive, where the one that was chosen has something else in it. */
const OWN_FOLDER = 'blue-pencil-archive';

const { l10n, window, workspace } = vscode;

type Choice<T> = vscode.QuickPickItem & { readonly does: T };

/**
 * Puts a folder of stories into an archive: asks which and whose copy it is, and says what came of it. From then on drafts are compared
 * with that archive.
 * @param chosen the folder; it is asked for if left out.
 */
export async function addToArchive(client: BaseLanguageClient, chosen?: vscode.Uri): Promise<void> {
  if (!workspace.isTrusted) {
    warn(
      l10n.t(
        'This folder is open in Restricted Mode, in which Blue Pencil writes nothing. Trust the folder, and try again.',
      ),
    );
    return;
  }
  const uri = workspace.workspaceFolders?.[0]?.uri;
  const known = await client.sendRequest<readonly KnownArchive[] | null>(ARCHIVES, {
    ...(uri !== undefined && { uri: client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(uri, 'draft')) }),
  });
  if (known === null || (chosen !== undefined && chosen.scheme !== 'file')) {
    warn(l10n.t('Archives are kept on disk: they need VS Code on a desktop or a remote machine.'));
    return;
  }
  const folder = chosen ?? (await askedFor(l10n.t('Which folder is to be added?'), l10n.t('Add')));
  const archive = folder && (await askArchive(known, folder));
  const kind = archive && (await askKind(folder));
  if (folder === undefined || archive === undefined || kind === undefined) return;
  const asked = { archive: archive.fsPath, folder: client.code2ProtocolConverter.asUri(folder), kind };
  try {
    const title = l10n.t('Adding stories');
    const added = await longCommand(client, title, ADD, asked);
    const isNew = added.added + added.known > 0 && !known.some(({ path }) => path === archive.fsPath);
    if (isNew) await compareWith(archive, true);
    void tell(client, added, archive, isNew);
  } catch (error) {
    warn(errorMessage(error));
  }
}

const warn = (message: string): void => void showWarning(message);

async function askedFor(
  title: string,
  openLabel: string,
  from?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title,
    openLabel,
    canSelectFiles: false,
    canSelectFolders: true,
    ...(from !== undefined && { defaultUri: from }),
  });
  return chosen?.[0];
}

async function askArchive(
  known: readonly KnownArchive[],
  folder: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const choices = known.map(
    ({ path, stories }): Choice<string> => ({
      label: nameOf(path),
      description: stories === null ? l10n.t('cannot be read') : counted(stories),
      detail: path,
      does: path,
    }),
  );
  const fresh: Choice<undefined> = {
    label: l10n.t('Another archive, or a new one…'),
    detail: l10n.t('You choose its folder. It will hold fingerprints, titles and dates, and no text.'),
    does: undefined,
  };
  const chosen = await window.showQuickPick<Choice<string | undefined>>([...choices, fresh], {
    title: l10n.t('Add “{0}” to the Archive', nameOf(folder.path)),
    placeHolder: l10n.t('Which archive?'),
  });
  if (chosen === undefined) return undefined;
  if (chosen.does !== undefined) return vscode.Uri.file(chosen.does);
  const place = await askedFor(
    l10n.t('Where is the archive, or is it to be?'),
    l10n.t('Keep the Archive Here'),
    vscode.Uri.joinPath(folder, '..'),
  );
  if (place === undefined) return undefined;
  const inside = await workspace.fs.readDirectory(place);
  const isFree = inside.length === 0 || inside.some(([name]) => name === MANIFEST);
  return isFree ? place : vscode.Uri.joinPath(place, OWN_FOLDER);
}

async function askKind(folder: vscode.Uri): Promise<AddToArchive['kind'] | undefined> {
  const choices: readonly Choice<AddToArchive['kind']>[] = [
    { label: l10n.t('Our own stories'), detail: l10n.t('“This ran on 12 March in …”'), does: 'ours' },
    {
      label: l10n.t('Press releases'),
      detail: l10n.t('“61 % of the draft stands in the release …”'),
      does: 'release',
    },
    { label: l10n.t('Agency copy'), detail: l10n.t('“This stands in an agency’s copy …”'), does: 'agency' },
    { label: l10n.t('Pages of the web'), detail: l10n.t('“This stands on the web, in …”'), does: 'web' },
  ];
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t('Add “{0}” to the Archive', nameOf(folder.path)),
    placeHolder: l10n.t('Whose copy is it?'),
  });
  return chosen?.does;
}

/** Has drafts compared with an archive from now on, for this user in all windows, or no more. */
async function compareWith({ fsPath }: vscode.Uri, wanted: boolean): Promise<void> {
  const settings = workspace.getConfiguration('bluePencil');
  const own = (settings.inspect<string[]>(SETTING)?.globalValue ?? []).filter((one) => one !== fsPath);
  const now = wanted ? [...own, fsPath] : own;
  await settings.update(SETTING, now.length === 0 ? undefined : now, vscode.ConfigurationTarget.Global);
}

async function tell(
  client: BaseLanguageClient,
  { added, known, refused, problems, cancelled, undo: token }: AddedToArchive,
  archive: vscode.Uri,
  isNew: boolean,
): Promise<void> {
  for (const problem of problems) client.outputChannel.warn(`Not added: ${problem}`);
  const parts = [
    cancelled ? l10n.t('Stopped.') : '',
    added + known === 0
      ? l10n.t('There are no stories in this folder.')
      : l10n.t('Added to “{0}”: {1}.', nameOf(archive.path), counted(added)),
    known === 0 ? '' : l10n.t('In it already: {0}.', counted(known)),
    refused === 0 ? '' : l10n.t('Not read: {0}.', counted(refused)),
    isNew ? l10n.t('Drafts are compared with it from now on.') : '',
  ];
  const undo = l10n.t('Undo');
  const showLog = l10n.t('Show Log');
  const show = refused > 0 ? showWarning : showInformation;
  const chosen = await show(
    parts.filter((part) => part !== '').join(' '),
    ...(token === undefined ? [] : [undo]),
    ...(problems.length > 0 ? [showLog] : []),
  );
  if (chosen === showLog) client.outputChannel.show();
  if (chosen !== undo) return;
  try {
    await client.sendRequest(ExecuteCommandRequest.type, { command: REMOVE, arguments: [token] });
    if (isNew) await compareWith(archive, false);
    void showInformation(l10n.t('Taken out again: {0}.', counted(added)));
  } catch (error) {
    warn(errorMessage(error));
  }
}

const counted = (stories: number): string =>
  stories === 1 ? l10n.t('1 story') : l10n.t('{0} stories', stories);

const nameOf = (path: string): string => path.replace(/[/\\]+$/u, '').replace(/^.*[/\\]/u, '') || path;
