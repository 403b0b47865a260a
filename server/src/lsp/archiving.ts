import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type ProgressToken,
  ResponseError,
} from 'vscode-languageserver';
import { STORY_KINDS } from '../reuse/archived.ts';
import { errorMessage } from '../trouble.ts';
import type { Client } from './client.ts';
import type { Host } from './host.ts';
import type { ProgressBoard } from './progress.ts';
import type { AddedToArchive, AddToArchive, KnownArchive } from './protocol.ts';
import type { Settings } from './settings.ts';
import { RESTRICTED, type Trust } from './trust.ts';
import { fileName, nearestFolder } from './uris.ts';

/** Puts folders of stories into archives, when the user asks. */
export interface Archiving {
  /**
   * Puts a folder into an archive; what is in it already stays as it is.
   * @throws ResponseError, in words for a user, if that cannot be done.
   */
  add(asked: unknown, token: CancellationToken, progress: ProgressToken | undefined): Promise<AddedToArchive>;
  /** Takes out again what was put in last. */
  undo(asked: unknown): Promise<null>;
  /** The archives that a draft is compared with; null where archives cannot be reached. */
  known(uri: string | undefined): Promise<readonly KnownArchive[] | null>;
}

/** What it works with. */
export interface Dependencies {
  readonly client: Client;
  readonly host: Host;
  readonly trust: Trust;
  readonly settings: Settings;
  readonly board: ProgressBoard;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
  /** Archives hold something else now. */
  onChanged(): void;
}

const refusal = (message: string) => new ResponseError(LSPErrorCodes.RequestFailed, message);

/** Makes what puts folders into archives, one after the other. */
export function createArchiving({
  client: { say },
  host: { archives },
  trust,
  settings,
  board,
  folders,
  onChanged,
}: Dependencies): Archiving {
  let busy = false;
  let last: { readonly undo: string; readonly archive: string; readonly ids: readonly string[] } | undefined;

  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) throw refusal('Stories are being added to an archive just now. Wait until that is done.');
    busy = true;
    try {
      return await work();
    } catch (error) {
      throw error instanceof ResponseError ? error : refusal(errorMessage(error));
    } finally {
      busy = false;
      onChanged();
    }
  };
  const reached = (): NonNullable<Host['archives']> => {
    if (trust.isRestricted()) throw refusal(RESTRICTED);
    if (archives === undefined) throw refusal('Archives need VS Code on a desktop or a remote machine.');
    return archives;
  };

  return {
    add: async (asked, token, progressToken) =>
      alone(async () => {
        const host = reached();
        if (!isToAdd(asked))
          throw new ResponseError(
            ErrorCodes.InvalidParams,
            'The archive, the folder or its kind is missing.',
          );
        const controller = new AbortController();
        const cancel = () => controller.abort();
        const listening = token.onCancellationRequested(cancel);
        const progress = await board.begin(progressToken, 'Adding stories', cancel);
        try {
          const { fresh, ...told } = await host.add(asked, controller.signal, ({ done, total, path }) =>
            progress.report((100 * done) / total, `${done + 1}/${total}: ${path.replace(/^.*[/\\]/u, '')}`),
          );
          const undo = fresh.length === 0 ? undefined : crypto.randomUUID();
          last = undo === undefined ? undefined : { undo, archive: asked.archive, ids: fresh };
          return {
            ...told,
            problems: told.problems.map(say),
            cancelled: controller.signal.aborted,
            ...(undo !== undefined && { undo }),
          };
        } finally {
          listening.dispose();
          progress.done();
        }
      }),
    undo: async (asked) =>
      alone(async () => {
        const host = reached();
        if (last === undefined || last.undo !== asked)
          throw refusal('That can no longer be undone: something else was added since.');
        await host.remove(last.archive, last.ids);
        last = undefined;
        return null;
      }),
    async known(uri) {
      if (archives === undefined) return null;
      const roots = await folders();
      const about = uri ?? `${roots[0] ?? 'untitled:'}/draft`;
      const inForce = await settings.forClosed(about, nearestFolder(about, roots) ?? about);
      return Promise.all(
        inForce.archives.map(async (path) => ({ path, stories: (await archives.count(path)) ?? null })),
      );
    },
  };
}

function isToAdd(value: unknown): value is AddToArchive {
  if (typeof value !== 'object' || value === null) return false;
  const { archive, folder, kind } = value as Partial<AddToArchive>;
  return (
    typeof archive === 'string' &&
    typeof folder === 'string' &&
    fileName(folder) !== '' &&
    STORY_KINDS.some((one) => one === kind)
  );
}
