import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type ExecuteCommandParams,
  type Location,
  ResponseError,
} from 'vscode-languageserver';
import type { ServerCommand, SignOffRequest, UndoRequest } from './protocol.ts';
import type { SignOffs } from './sign-off.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/** The commands the server carries out. */
export const SERVER_COMMANDS: readonly ServerCommand[] = [
  'bluePencil.checkWorkspace',
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
  signOffs: SignOffs,
): Promise<unknown> {
  switch (command as ServerCommand) {
    case 'bluePencil.checkWorkspace':
      return workspace.run(token, workDoneToken);
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

function isLocation(value: unknown): value is Location {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, range } = value as Partial<Location>;
  return (
    typeof uri === 'string' && typeof range?.start?.line === 'number' && typeof range.end?.line === 'number'
  );
}
