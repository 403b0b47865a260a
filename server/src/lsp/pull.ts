import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import type { DocumentJudge } from './judge.ts';

/** Answers a client that asks for a document's diagnostics: the list, or that it is as it was. */
export async function pull(
  params: DocumentDiagnosticParams,
  token: CancellationToken,
  documents: Documents,
  judge: DocumentJudge,
  host: Host,
): Promise<DocumentDiagnosticReport> {
  // while somebody types, most requests are cancelled before they are answered: let the cancellation arrive first
  await host.turn();
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Taken back.');
  const document = documents.get(params.textDocument.uri);
  if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId, diagnostics } = await judge.judge(document);
  return resultId === params.previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
}
