import type { CancellationToken, Connection, ProgressToken } from 'vscode-languageserver';
import { formatOfPath, languageOfPath } from '../draft/formats.ts';
import { readDraft } from '../draft/read.ts';
import { createSession } from '../engine/session.ts';
import { judgeDraft } from '../house/judge.ts';
import { type ReportedFile, reportedFile } from '../reports/report.ts';
import type { Client } from './client.ts';
import type { ClosedFiles } from './closed-files.ts';
import { toDiagnostic } from './diagnostics.ts';
import { type CheckFailed, type Documents, onceEach } from './documents.ts';
import type { Host } from './host.ts';
import { isHouseFile } from './house-file.ts';
import type { DocumentJudge } from './judge.ts';
import type { Ledgers } from './ledgers.ts';
import { closedText } from './positions.ts';
import type { ProgressBoard } from './progress.ts';
import type { CheckScope, Skipped, WorkspaceSummary } from './protocol.ts';
import { errorMessage, isLanguageChecked, type Settings } from './settings.ts';
import type { SettledNews } from './settled.ts';
import { fileName, inFolder, normalizeUri, pathIn } from './uris.ts';

/** Checks the drafts of the workspace's folders, open or not. */
export interface WorkspaceCheck {
  /** Checks them all; what an earlier run found is replaced. */
  run(
    token: CancellationToken,
    progress: ProgressToken | undefined,
    scope?: CheckScope,
  ): Promise<WorkspaceSummary>;
  /** What is found now in the open drafts and in those that a run has checked, by their paths in the workspace. */
  report(): Promise<readonly ReportedFile[]>;
  /** Checks a file again that a run has checked, because it changed, was closed, or is gone. */
  again(uri: string): void;
  /** Checks all files again that a run has checked, because a ledger changed. */
  allAgain(): void;
}

/** What the check of the workspace works with. */
export interface Surroundings {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly ledgers: Ledgers;
  readonly judge: DocumentJudge;
  readonly host: Host;
  readonly closed: ClosedFiles;
  readonly news: SettledNews;
  readonly board: ProgressBoard;
  readonly onCheckFailed: CheckFailed;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
}

/** Takes down a draft as it was checked. */
type Note = (file: Pick<ReportedFile, 'text' | 'format' | 'findings'>) => void;

type Outcome =
  | { readonly findings: number }
  | { readonly reason: string }
  /** Checking is switched off there. */
  | 'left alone'
  /** It is in a language that is not checked, and so no draft. */
  | 'no draft';

/** Makes the check of the workspace. */
export function createWorkspaceCheck(around: Surroundings): WorkspaceCheck {
  const {
    connection,
    client,
    documents,
    settings,
    ledgers,
    judge,
    host,
    closed,
    news,
    board,
    onCheckFailed,
    folders,
  } = around;
  let current: AbortController | undefined;
  // a branch checked out may change a thousand files at once
  let queue: Promise<unknown> = Promise.resolve();

  const passedOver = (uri: string, outcome: Outcome): Outcome => {
    closed.set(uri, []);
    news.tell(uri, 0);
    return outcome;
  };

  const checkOne = async (uri: string, folder: string, note?: Note): Promise<Outcome> => {
    const open = documents.get(uri);
    if (open !== undefined) {
      const { findings, problem, inForce } = await judge.judge(open);
      note?.({ text: open.text.getText(), format: open.draft().format, findings });
      if (!inForce.enabled) return passedOver(uri, 'left alone');
      if (!isLanguageChecked(inForce, open.text.languageId)) return passedOver(uri, 'no draft');
      // remembered, so that it is checked from disk once it is closed
      closed.set(uri, []);
      return problem === undefined ? { findings: findings.length } : { reason: problem };
    }
    const inForce = await settings.forClosed(uri, folder);
    if (!inForce.enabled) return passedOver(uri, 'left alone');
    if (!isLanguageChecked(inForce, languageOfPath(fileName(uri)))) return passedOver(uri, 'no draft');
    const file = await host.readFile(uri, inForce.largest);
    if ('problem' in file) return passedOver(uri, { reason: file.problem });
    const text = closedText(uri, file.text);
    const draft = readDraft(text.getText(), formatOfPath(fileName(uri)) ?? 'plain');
    const failed = onceEach((check, error) => onCheckFailed(uri, check, error));
    const session = createSession(failed);
    const { found, findings } = judgeDraft(draft, inForce.plan, await ledgers.for(uri), session);
    news.tell(uri, found.length - findings.length);
    note?.({ text: text.getText(), format: draft.format, findings });
    closed.set(
      uri,
      findings.map((finding) => toDiagnostic(text, finding, client)),
    );
    return { findings: findings.length };
  };

  const outcomeOf = async (uri: string, folder: string, note?: Note): Promise<Outcome> => {
    try {
      return await checkOne(uri, folder, note);
    } catch (error) {
      connection.console.error(`${uri} could not be checked: ${errorMessage(error)}`);
      return passedOver(uri, { reason: 'It could not be checked. The log says why.' });
    }
  };

  const folderOf = async (uri: string): Promise<string | undefined> =>
    (await folders()).filter((one) => inFolder(uri, one)).sort((a, b) => b.length - a.length)[0];

  const again = (uri: string): void => {
    if (!closed.knows(uri)) return;
    queue = queue.then(() => outcomeOf(uri, uri));
  };

  /** The drafts there are, each with its folder. */
  const list = async (
    skipped: Skipped[],
    signal: AbortSignal,
    scope: CheckScope,
  ): Promise<ReadonlyMap<string, string>> => {
    const drafts = new Map<string, string>();
    for (const file of scope.files ?? []) {
      if (formatOfPath(fileName(file)) !== undefined)
        drafts.set(normalizeUri(file), (await folderOf(file)) ?? file);
    }
    const within = scope.folder === undefined ? await folders() : [scope.folder];
    for (const folder of scope.files === undefined ? within : []) {
      try {
        for await (const { uri, problem } of host.drafts(folder, signal)) {
          if (problem === undefined) drafts.set(normalizeUri(uri), folder);
          else skipped.push({ uri, reason: problem });
        }
      } catch (error) {
        skipped.push({ uri: folder, reason: `The folder could not be read: ${errorMessage(error)}` });
      }
    }
    return drafts;
  };

  return {
    async run(token, progressToken, scope = {}) {
      current?.abort();
      const controller = new AbortController();
      current = controller;
      const { signal } = controller;
      const cancel = () => controller.abort();
      const listening = token.onCancellationRequested(cancel);
      if (token.isCancellationRequested) cancel();
      const progress = await board.begin(progressToken, 'Checking drafts', cancel);
      const skipped: Skipped[] = [];
      const off = new Set<string>();
      let files = 0;
      let found = 0;
      try {
        const drafts = await list(skipped, signal, scope);
        let done = 0;
        for (const [uri, folder] of drafts) {
          await host.turn();
          if (signal.aborted) break;
          progress.report((100 * done) / drafts.size, `${done + 1} of ${drafts.size}: ${fileName(uri)}`);
          const outcome = await outcomeOf(uri, folder);
          done += 1;
          if (outcome === 'left alone') off.add(folder);
          else if (outcome === 'no draft') continue;
          else if ('reason' in outcome) skipped.push({ uri, reason: outcome.reason });
          else {
            files += 1;
            found += outcome.findings;
          }
        }
        for (const uri of off)
          skipped.push({ uri, reason: 'Checking is switched off for it in the settings.' });
        const { folder, files: named } = scope;
        const covered = (uri: string) =>
          named === undefined && (folder === undefined || inFolder(uri, folder));
        if (!signal.aborted) {
          const belongs = (uri: string) => !covered(uri) || drafts.has(uri);
          closed.keepOnly(belongs);
          news.keepOnly((uri) => belongs(uri) || documents.get(uri) !== undefined);
        }
      } finally {
        listening.dispose();
        progress.done();
        if (current === controller) current = undefined;
      }
      return { files, findings: found, skipped, cancelled: signal.aborted };
    },
    async report() {
      const uris = new Set([...closed.all(), ...documents.all().map(({ uri }) => normalizeUri(uri))]);
      const files: ReportedFile[] = [];
      for (const uri of uris) {
        if (isHouseFile(uri)) continue;
        await host.turn();
        const folder = await folderOf(uri);
        const path = folder === undefined ? fileName(uri) : pathIn(uri, folder);
        let noted: Parameters<Note>[0] = { text: '', format: 'plain', findings: [] };
        const outcome = await outcomeOf(uri, folder ?? uri, (file) => {
          noted = file;
        });
        if (outcome === 'left alone' || outcome === 'no draft') continue;
        files.push(reportedFile(path, noted, 'reason' in outcome ? outcome.reason : null));
      }
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    again,
    allAgain() {
      for (const uri of closed.all()) again(uri);
    },
  };
}
