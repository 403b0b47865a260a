/** What the client and the server say to each other beyond the language server protocol. */
export type {
  CheckScope,
  ClientCommand,
  CopiesToCompare,
  DiagnosticData,
  DraftStatus,
  DraftStatusRequest,
  HouseChange,
  HouseTemplateRequest,
  InitializationOptions,
  KindInDraft,
  ReportParams,
  ReportRequest,
  ReportResult,
  ServerCommand,
  Skipped,
  WorkspaceSummary,
} from '../../server/src/lsp/protocol.ts';
