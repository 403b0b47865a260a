import {
  type CancellationToken,
  ErrorCodes,
  type ExecuteCommandParams,
  type Location,
  ResponseError,
} from 'vscode-languageserver';
import { SEVERITIES } from '../checks/check.ts';
import type { DontReport } from './dont-report.ts';
import type { Parts } from './parts.ts';
import type { CheckScope, ServerCommand, SignOffRequest, UndoRequest } from './protocol.ts';

/** The commands the server carries out. */
export const SERVER_COMMANDS: readonly ServerCommand[] = [
  'bluePencil.checkWorkspace',
  'bluePencil.dontReport',
  'bluePencil.goToCopy',
  'bluePencil.signOffAs',
  'bluePencil.undoSignOff',
  'bluePencil.checkedClaims',
  'bluePencil.forgetClosed',
  'bluePencil.addStories',
  'bluePencil.removeStories',
];

type Carriers = Pick<Parts, 'connection' | 'workspace' | 'dontReport' | 'signOffs' | 'archiving'>;

/**
 * Carries out a command.
 * @throws ResponseError, in the user's language, for what cannot be done; for a command that there is not, or with arguments it cannot use.
 */
export async function execute(
  asked: ExecuteCommandParams,
  token: CancellationToken,
  { client, ...carriers }: Carriers & Pick<Parts, 'client'>,
): Promise<unknown> {
  try {
    return await carryOut(asked, token, carriers);
  } catch (error) {
    throw error instanceof ResponseError ? new ResponseError(error.code, client.say(error.message)) : error;
  }
}

async function carryOut(
  { command, arguments: given = [], workDoneToken }: ExecuteCommandParams,
  token: CancellationToken,
  { connection, workspace, dontReport, signOffs, archiving }: Carriers,
): Promise<unknown> {
  switch (command as ServerCommand) {
    case 'bluePencil.checkWorkspace':
      return workspace.run(token, workDoneToken, scopeOf(given[0]));
    case 'bluePencil.dontReport': {
      const [about] = given;
      if (!isKindInDraft(about))
        throw new ResponseError(ErrorCodes.InvalidParams, 'The kind of finding or its draft is missing.');
      return dontReport(about);
    }
    case 'bluePencil.goToCopy': {
      const [place] = given;
      if (!isLocation(place))
        throw new ResponseError(ErrorCodes.InvalidParams, 'The other copy’s place is missing.');
      await connection.window.showDocument({ uri: place.uri, selection: place.range, takeFocus: true });
      return null;
    }
    case 'bluePencil.signOffAs':
      return signOffs.signOff(requests<SignOffRequest>(given));
    case 'bluePencil.undoSignOff':
      await signOffs.undo(requests<UndoRequest>(given));
      return null;
    case 'bluePencil.checkedClaims':
      return signOffs.list(token);
    case 'bluePencil.forgetClosed':
      workspace.forgetClosed();
      return null;
    case 'bluePencil.addStories':
      return archiving.add(given[0], token, workDoneToken);
    case 'bluePencil.removeStories':
      return archiving.undo(given[0]);
    default:
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no command “${command}”.`);
  }
}

/** What is asked for, at least one thing; whether it is whole is for those to say who carry it out. */
const requests = <T>(given: readonly unknown[]): readonly T[] =>
  (given.length === 0 ? [{}] : given).map((one) => (one ?? {}) as T);

function scopeOf(value: unknown): CheckScope {
  if (typeof value !== 'object' || value === null) return {};
  const { folder, files } = value as Partial<Record<string, unknown>>;
  return {
    ...(typeof folder === 'string' && { folder }),
    ...(Array.isArray(files) && { files: files.filter((one) => typeof one === 'string') }),
  };
}

function isKindInDraft(value: unknown): value is Parameters<DontReport>[0] {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, code, shownAs = 'off' } = value as Partial<Parameters<DontReport>[0]>;
  return typeof uri === 'string' && typeof code === 'string' && [...SEVERITIES, 'off'].includes(shownAs);
}

function isLocation(value: unknown): value is Location {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, range } = value as Partial<Location>;
  return (
    typeof uri === 'string' && typeof range?.start?.line === 'number' && typeof range.end?.line === 'number'
  );
}
