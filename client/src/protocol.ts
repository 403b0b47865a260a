/** What the client and the server say to each other beyond the language server protocol. */
export type {
  ClientCommand,
  ClientRequest,
  CopiesToCompare,
  FileRead,
  FileToRead,
  FolderRead,
  FolderToRead,
  HouseTemplateRequest,
  InitializationOptions,
  ServerCommand,
  Skipped,
  WorkspaceSummary,
} from '../../server/src/lsp/protocol.ts';
