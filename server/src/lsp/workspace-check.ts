import type { CancellationToken, Connection, ProgressToken } from 'vscode-languageserver';
import { LONG } from '../draft/bits.ts';
import type { Draft, Format } from '../draft/draft.ts';
import { FORMATS, formatOfPath, languageOfPath } from '../draft/formats.ts';
import { foreignPage, notInEnglish } from '../draft/html.ts';
import { readBetween } from '../draft/read.ts';
import { isWrittenHere } from '../draft/written-here.ts';
import type { Finding } from '../engine/finding.ts';
import type { Memory, Text } from '../engine/memory.ts';
import { planKey } from '../engine/plan.ts';
import { createSession } from '../engine/session.ts';
import { judgeDraft, stillOpen } from '../house/judge.ts';
import type { Live } from '../phrasing/live.ts';
import { excerpt } from '../reports/excerpt.ts';
import { countBySeverity, type ReportedFile, reportedFile } from '../reports/report.ts';
import { errorMessage } from '../trouble.ts';
import { type Checked, type CheckedDrafts, isSameElsewhere } from './checked.ts';
import type { Client } from './client.ts';
import type { ClosedFiles } from './closed-files.ts';
import type { Compared } from './compared.ts';
import { toDiagnostic } from './diagnostics.ts';
import { type CheckFailed, type Documents, type OpenDocument, onceEach } from './documents.ts';
import type { Host } from './host.ts';
import { isHouseFile } from './house-file.ts';
import type { DocumentJudge } from './judge.ts';
import type { Ledgers } from './ledgers.ts';
import type { Neighbours } from './neighbours.ts';
import type { LinedText } from './open-text.ts';
import { closedText } from './positions.ts';
import type { Precedence } from './precedence.ts';
import type { Progress, ProgressBoard } from './progress.ts';
import type { CheckScope, Skipped, WorkspaceSummary } from './protocol.ts';
import { isLanguageChecked, type Settings } from './settings.ts';
import type { SettledNews } from './settled.ts';
import type { Trust } from './trust.ts';
import { fileName, inFolder, movedAlong, nearestFolder, normalizeUri, pathIn } from './uris.ts';

/** Checks the drafts of the workspace's folders, open or not. */
export interface WorkspaceCheck {
  /** Checks them all; what an earlier run found is replaced. */
  run(
    token: CancellationToken,
    progress: ProgressToken | undefined,
    scope?: CheckScope,
  ): Promise<WorkspaceSummary>;
  /** What is found now in the open drafts and in those that a run has checked, by their paths in the workspace; or in one alone. */
  report(only?: string): Promise<readonly ReportedFile[]>;
  /** Checks a file again that a run has checked, because it changed, was closed, or is gone. */
  again(uri: string): void;
  /** Checks all files again that a run has checked, because a ledger, a house file or the settings changed. */
  allAgain(): void;
  /** A file or a folder is gone, and what was told of it goes too. */
  gone(uri: string): void;
  /** A file or a folder has another name, which may be one of several: what was told of it is told under that one. */
  moved(from: string, to: readonly string[]): void;
  /** Takes back what was told of drafts that are not open. */
  forgetClosed(): void;
}

/** What the check of the workspace works with. */
export interface Dependencies {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly ledgers: Ledgers;
  readonly neighbours: Neighbours;
  readonly compared: Pick<Compared, 'of' | 'stamp'>;
  readonly judge: DocumentJudge;
  readonly host: Host;
  readonly precedence: Precedence;
  readonly checked: CheckedDrafts;
  readonly live: Live;
  readonly closed: ClosedFiles;
  readonly news: SettledNews;
  readonly board: ProgressBoard;
  readonly onCheckFailed: CheckFailed;
  readonly trust: Pick<Trust, 'isRestricted'>;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
}

/** Takes down a draft as it was checked. */
type Note = (file: Pick<ReportedFile, 'text' | 'format' | 'findings'>) => void;

type Outcome =
  | { readonly findings: readonly Finding[]; readonly settled: number; readonly remembered?: boolean }
  | { readonly reason: string; readonly unread?: true; readonly missing?: boolean }
  /** Checking is switched off there. */
  | 'left alone'
  /** It is in a language that is not checked, or a page that Blue Pencil has written, and so no draft. */
  | 'no draft'
  /** It is in a format that is checked only where that is asked for. */
  | 'not asked for';

/** Makes the check of the workspace. */
export function createWorkspaceCheck(around: Dependencies): WorkspaceCheck {
  const { client, documents, precedence, closed, board, news } = around;
  let current: AbortController | undefined;
  // a branch checked out may change a thousand files at once, and each a thousand others that share copy with it
  const waiting = new Set<string>();
  let isChecking = false;
  let forgotten = 0;

  const forgetClosed = (): void => {
    const isOpen = (uri: string) => documents.get(uri) !== undefined;
    closed.keepOnly(isOpen);
    news.keepOnly(isOpen);
    forgotten += 1;
  };
  const soon = async (uri: string): Promise<void> => {
    waiting.add(normalizeUri(uri));
    if (isChecking) return;
    isChecking = true;
    for (const next of waiting) {
      await precedence.turn();
      const before = forgotten;
      if (waiting.delete(next)) await checkFile(around, next, next);
      // what was found meanwhile is to be forgotten as well
      if (forgotten !== before) forgetClosed();
    }
    isChecking = false;
  };
  const again = (uri: string): void => {
    if (closed.knows(uri)) void soon(uri);
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
      try {
        const { drafts, skipped } = await listDrafts(around, scope, signal);
        const summary = await remembering(around, async (memory) => {
          await around.neighbours.read(drafts.keys(), signal, memory);
          return checkEach({ ...around, memory }, drafts, signal, progress, (uri) => waiting.delete(uri));
        });
        if (!signal.aborted) forgetOthers(around, scope, drafts);
        const told = [...skipped, ...summary.skipped].map(({ uri, reason }) => ({
          uri,
          reason: client.say(reason),
        }));
        return { ...summary, skipped: told, cancelled: signal.aborted };
      } finally {
        listening.dispose();
        progress.done();
        if (current === controller) current = undefined;
      }
    },
    async report(only) {
      const all = [...closed.all(), ...documents.all().map(({ uri }) => normalizeUri(uri))];
      const uris = new Set(only === undefined ? all : [normalizeUri(only)]);
      const files: ReportedFile[] = [];
      await remembering(around, async (memory) => {
        for (const uri of uris) {
          if (isHouseFile(uri)) continue;
          await precedence.turn();
          files.push(...(await reportOn({ ...around, memory }, uri)));
        }
      });
      return files.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    again,
    gone(uri) {
      const name = normalizeUri(uri);
      for (const one of closed.all()) if (one === name || inFolder(one, name)) again(one);
    },
    moved(from, to) {
      const before = normalizeUri(from);
      const within = (uri: string) => uri === before || inFolder(uri, before);
      const known = closed.all().filter(within);
      closed.keepOnly((uri) => !within(uri));
      news.keepOnly((uri) => !within(uri) || documents.get(uri) !== undefined);
      for (const uri of known.flatMap((one) => movedAlong(one, from, to))) void soon(uri);
    },
    forgetClosed,
    allAgain() {
      for (const uri of closed.all()) again(uri);
    },
  };
}

/** Where something may be kept of drafts, and what it is kept in; not by what a change of a file sets off. */
interface Around extends Dependencies {
  readonly memory?: Memory | undefined;
}

/** Does some work with what is remembered of drafts. In Restricted Mode nothing is kept. */
async function remembering<T>(
  { host, trust, connection }: Dependencies,
  work: (memory: Memory | undefined) => Promise<T>,
): Promise<T> {
  const memory = trust.isRestricted() ? undefined : await host.openMemory?.();
  try {
    return await work(memory);
  } finally {
    const trouble = await memory?.close();
    if (trouble !== undefined) connection.console.warn(`What was found could not be kept: ${trouble}.`);
  }
}

/** Drafts by their URIs, each with the folder it was found in. */
type Drafts = ReadonlyMap<string, string>;

/** The drafts there are in a scope, and what is in the way of others. */
async function listDrafts(
  { folders, host }: Dependencies,
  { files, folder }: CheckScope,
  signal: AbortSignal,
): Promise<{ readonly drafts: Drafts; readonly skipped: readonly Skipped[] }> {
  const drafts = new Map<string, string>();
  const skipped: Skipped[] = [];
  for (const file of files ?? []) {
    if (formatOfPath(fileName(file)) !== undefined)
      drafts.set(normalizeUri(file), nearestFolder(file, await folders()) ?? file);
  }
  const within = folder === undefined ? await folders() : [folder];
  for (const one of files === undefined ? within : []) {
    try {
      for await (const { uri, problem } of host.drafts(one, signal)) {
        if (problem === undefined) drafts.set(normalizeUri(uri), one);
        else skipped.push({ uri, reason: problem });
      }
    } catch (error) {
      skipped.push({ uri: one, reason: `The folder could not be read: ${errorMessage(error)}` });
    }
  }
  return { drafts, skipped };
}

/**
 * Checks drafts one by one, until it is called off.
 * @param begins is told of each before it is read.
 */
async function checkEach(
  around: Around,
  drafts: Drafts,
  signal: AbortSignal,
  progress: Progress,
  begins: (uri: string) => void,
): Promise<Omit<WorkspaceSummary, 'cancelled'>> {
  const skipped: Skipped[] = [];
  const off = new Set<string>();
  let files = 0;
  let settled = 0;
  let remembered = 0;
  const severities: Pick<Finding, 'severity'>[] = [];
  let done = 0;
  for (const [uri, folder] of drafts) {
    await around.precedence.turn();
    if (signal.aborted) break;
    progress.report((100 * done) / drafts.size, `${done + 1}/${drafts.size}: ${fileName(uri)}`);
    begins(uri);
    const outcome = await checkFile(around, uri, folder);
    done += 1;
    if (outcome === 'left alone') off.add(folder);
    else if (outcome === 'not asked for') skipped.push({ uri, reason: unasked(uri) });
    else if (outcome === 'no draft') continue;
    else if ('reason' in outcome) skipped.push({ uri, reason: outcome.reason });
    else {
      files += 1;
      settled += outcome.settled;
      if (outcome.remembered) remembered += 1;
      for (const { severity } of outcome.findings) severities.push({ severity });
    }
  }
  for (const uri of off) skipped.push({ uri, reason: 'Checking is switched off for it in the settings.' });
  const bySeverity = countBySeverity(severities);
  return { files, findings: severities.length, bySeverity, settled, remembered, skipped };
}

const formatOf = (uri: string): (typeof FORMATS)[Format] => FORMATS[formatOfPath(fileName(uri)) ?? 'plain'];

const unasked = (uri: string): string =>
  `${formatOf(uri).label} is checked only where the setting bluePencil.languages names it.`;

/** Takes back what was told of drafts in a scope that are there no more. */
function forgetOthers({ closed, news, documents }: Dependencies, scope: CheckScope, drafts: Drafts): void {
  const { folder, files } = scope;
  const covered = (uri: string) => files === undefined && (folder === undefined || inFolder(uri, folder));
  const belongs = (uri: string) => !covered(uri) || drafts.has(uri);
  closed.keepOnly(belongs);
  news.keepOnly((uri) => belongs(uri) || documents.get(uri) !== undefined);
}

/** A draft's path as a report has it. */
function pathOf(uri: string, folders: readonly string[]): string {
  const folder = nearestFolder(uri, folders);
  return folder === undefined ? fileName(uri) : pathIn(uri, folder);
}

/** A draft as a report has it; none where it is not to be checked. */
async function reportOn(around: Around, uri: string): Promise<readonly ReportedFile[]> {
  const roots = await around.folders();
  const folder = nearestFolder(uri, roots);
  const path = pathOf(uri, roots);
  let noted: Parameters<Note>[0] = { text: '', format: 'plain', findings: [] };
  const outcome = await checkFile(around, uri, folder ?? uri, (file) => {
    noted = file;
  });
  if (typeof outcome === 'string') return [];
  // deleted since it was checked
  if ('missing' in outcome && outcome.missing) return [];
  const named = noted.findings.map((one) => ({
    ...one,
    related: one.related.map(({ other, ...where }) =>
      other === undefined ? where : { ...where, other: { ...other, place: pathOf(other.place, roots) } },
    ),
  }));
  return [reportedFile(path, { ...noted, findings: named }, 'reason' in outcome ? outcome.reason : null)];
}

/** Checks a draft, open or not, and tells what is found in it. A fault of ours is its outcome. */
async function checkFile(around: Around, uri: string, folder: string, note?: Note): Promise<Outcome> {
  const { connection, closed, news, documents } = around;
  try {
    const open = documents.get(uri);
    const outcome =
      open === undefined ? await checkClosed(around, uri, folder, note) : await checkOpen(around, open, note);
    if (typeof outcome === 'string' || 'unread' in outcome) {
      closed.set(uri, []);
      news.tell(uri, 0);
    }
    return outcome;
  } catch (error) {
    connection.console.error(`${uri} could not be checked: ${errorMessage(error)}`);
    closed.set(uri, []);
    news.tell(uri, 0);
    return { reason: 'It could not be checked. The log says why.' };
  }
}

async function checkOpen({ judge, closed }: Dependencies, open: OpenDocument, note?: Note): Promise<Outcome> {
  await judge.judge(open);
  await open.settled();
  const { found, findings, problem, inForce } = await judge.judge(open);
  note?.({ text: open.text.getText(), format: open.draft().format, findings });
  if (!inForce.enabled) return 'left alone';
  if (!isLanguageChecked(inForce, open.text.languageId) || isWrittenHere(open.text.source)) return 'no draft';
  // remembered, so that it is checked from disk once it is closed
  closed.set(open.uri, []);
  return problem === undefined ? { findings, settled: found.length - findings.length } : { reason: problem };
}

async function checkClosed(around: Around, uri: string, folder: string, note?: Note): Promise<Outcome> {
  const { client, settings, ledgers, compared, host, checked, closed, news, memory } = around;
  const inForce = await settings.forClosed(uri, folder);
  if (!inForce.enabled) return 'left alone';
  const isAsked = isLanguageChecked(inForce, languageOfPath(fileName(uri)));
  if (!isAsked && !formatOf(uri).onRequest) return 'no draft';
  const file = await host.readFile(uri, inForce.largest);
  if ('problem' in file ? file.isNone : isWrittenHere(file.text)) return 'no draft';
  if (!isAsked) return 'not asked for';
  if ('problem' in file) return { reason: file.problem, unread: true, missing: file.missing };
  const lined = closedText(uri, file.text);
  const written: Text = { text: lined.getText(), format: formatOfPath(fileName(uri)) ?? 'plain' };
  const read = (): Promise<Draft> => readBetween(written.text, written.format, around.precedence.turn);
  const foreign = written.format === 'html' ? foreignPage(lined.getText()) : undefined;
  if (foreign !== undefined) return { reason: notInEnglish(foreign.language), unread: true };
  const ledger = await ledgers.for(uri);
  const judgedBy = async (by: Memory): Promise<string> =>
    `${planKey(inForce.plan)} ${await compared.stamp(uri, written, inForce, by)}`;
  const before = memory && (await judgedBy(memory));
  const remembered = before === undefined ? undefined : memory?.found(uri, before, written);
  const now =
    remembered === undefined
      ? await judgeOrKnow(around, uri, written, read, { inForce, ledger })
      : {
          found: remembered,
          findings: await stillOpen(remembered, ledger, read),
          isWhole: true,
          isKnown: true,
        };
  const { found, findings } = now;
  checked.set(uri, { text: written.text, inForce, ledger, ...now });
  // what it is compared with may have changed meanwhile
  if (memory && remembered === undefined && now.isWhole && (await judgedBy(memory)) === before)
    await memory.keep(uri, before, written, found);
  const settled = found.length - findings.length;
  news.tell(uri, settled);
  note?.({ ...written, findings });
  closed.set(
    uri,
    findings
      .map((finding) => (written.format === 'extracted' ? namingItsPlace(finding, lined) : finding))
      .map((finding) => toDiagnostic(lined, finding, client)),
  );
  return { findings, settled, remembered: now.isKnown };
}

/** What is found in a draft that is not open: what is known of it, where all that it hangs on is the same. */
async function judgeOrKnow(
  around: Dependencies,
  uri: string,
  { text }: Text,
  read: () => Promise<Draft>,
  { inForce, ledger }: Pick<Checked, 'inForce' | 'ledger'>,
): Promise<Pick<Checked, 'found' | 'findings' | 'elsewhere' | 'isWhole'> & { readonly isKnown: boolean }> {
  const draft = await read();
  const elsewhere = await around.compared.of(uri, draft, inForce);
  const known = around.checked.get(uri, { text, inForce, ledger });
  if (known?.elsewhere !== undefined && isSameElsewhere(known.elsewhere, elsewhere))
    return { ...known, isKnown: true };
  const judged = await judgeClosed(around, uri, draft, { inForce, ledger, elsewhere });
  return { ...judged, elsewhere, isKnown: false };
}

/** Judges a draft that is not open, when the model has read all that is asked about. */
async function judgeClosed(
  { precedence, live, onCheckFailed }: Dependencies,
  uri: string,
  draft: Draft,
  { inForce: { plan }, ledger, elsewhere }: Pick<Checked, 'inForce' | 'ledger' | 'elsewhere'>,
): Promise<Pick<Checked, 'found' | 'findings' | 'isWhole'>> {
  let isWhole = true;
  const phrasing = live.follow(() => {});
  const session = createSession(
    onceEach((check, error) => {
      isWhole = false;
      onCheckFailed(uri, check, error);
    }),
    phrasing,
  );
  if (draft.source.length >= LONG) for (const _ of session.learn(() => draft, plan)) await precedence.turn();
  let judged = judgeDraft(draft, plan, ledger, session, elsewhere);
  const known = phrasing.known();
  await phrasing.settled();
  if (phrasing.known() !== known) judged = judgeDraft(draft, plan, ledger, session, elsewhere);
  phrasing.close();
  return { ...judged, isWhole: isWhole && !live.isBroken() };
}

/** A finding in a document, of which no editor shows the place: its message says which paragraph and which words. */
function namingItsPlace(finding: Finding, text: LinedText): Finding {
  const { line } = text.positionAt(finding.span.start);
  const words = excerpt(text.getText(), finding.span);
  return { ...finding, message: `Paragraph ${line + 1}, “${words}”: ${finding.message}` };
}
