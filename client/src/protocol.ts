/** What the client and the server say to each other beyond the language server protocol. */
export type {
  CheckedClaim,
  ClientCommand,
  CopiesToCompare,
  HouseTemplateRequest,
  InitializationOptions,
  ServerCommand,
  ServerCommands,
  SignOffRequest,
  Skipped,
  ToSignOff,
  UndoRequest,
  WorkspaceSummary,
} from '../../server/src/lsp/protocol.ts';
