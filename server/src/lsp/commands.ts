import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type ExecuteCommandParams,
  type Location,
  ResponseError,
} from 'vscode-languageserver';
import type { DontReport } from './dont-report.ts';
import type { CheckScope, KindInDraft, ServerCommand, SignOffRequest, UndoRequest } from './protocol.ts';
import type { SignOffs } from './sign-off.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/** The commands the server carries out. */
export const SERVER_COMMANDS: readonly ServerCommand[] = [
  'bluePencil.checkWorkspace',
  'bluePencil.dontReport',
  'bluePencil.goToCopy',
  'bluePencil.signOffAs',
  'bluePencil.undoSignOff',
  'bluePencil.checkedClaims',
];

/**
 * Carries out a command.
 * @throws ResponseError for a command that there is not, or with arguments it cannot use.
 */
export async function execute(
  { command, arguments: given = [], workDoneToken }: ExecuteCommandParams,
  token: CancellationToken,
  connection: Connection,
  workspace: WorkspaceCheck,
  dontReport: DontReport,
  signOffs: SignOffs,
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
      await signOffs.signOff((given[0] ?? {}) as SignOffRequest);
      return null;
    case 'bluePencil.undoSignOff':
      await signOffs.undo((given[0] ?? {}) as UndoRequest);
      return null;
    case 'bluePencil.checkedClaims':
      return signOffs.list(token);
    default:
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no command “${command}”.`);
  }
}

function scopeOf(value: unknown): CheckScope {
  if (typeof value !== 'object' || value === null) return {};
  const { folder, files } = value as Partial<Record<string, unknown>>;
  return {
    ...(typeof folder === 'string' && { folder }),
    ...(Array.isArray(files) && { files: files.filter((one) => typeof one === 'string') }),
  };
}

function isKindInDraft(value: unknown): value is KindInDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, code } = value as Partial<KindInDraft>;
  return typeof uri === 'string' && typeof code === 'string';
}

function isLocation(value: unknown): value is Location {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, range } = value as Partial<Location>;
  return (
    typeof uri === 'string' && typeof range?.start?.line === 'number' && typeof range.end?.line === 'number'
  );
}
