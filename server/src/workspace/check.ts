import type { Entry } from '../draft/entries.ts';
import type { Memory } from '../engine/memory.ts';
import { errorMessage } from '../trouble.ts';
import { MAX_BYTES } from './draft-file.ts';
import { entriesOf, manyIn, pathOfEntry } from './entries.ts';
import type { FileJudge } from './file-judge.ts';
import { type NamedOptions, walkDrafts } from './named.ts';
import { emptyReport, type FileReport } from './report.ts';
import { surveyDrafts } from './survey.ts';
import { turn } from './turn.ts';
import type { Walked } from './walk.ts';

export interface CheckFilesOptions extends NamedOptions {
  readonly judge: Pick<FileJudge, 'checkFile' | 'checkText'>;
  /** Which of the drafts that are found; all of them if this is left out. */
  readonly only?: ((path: string) => boolean) | undefined;
  /** Whether it is looked for what stands in several of the drafts that are found. */
  readonly compared?: boolean;
  /** In bytes; larger drafts are not compared. */
  readonly maxBytes?: number | undefined;
  /** What an earlier run has learnt of the drafts that are compared. */
  readonly remembered?: Memory | undefined;
  /** How many files may be under way at once; more than one only makes sense where the judge has helpers. */
  readonly atOnce?: number;
  /** Is told before each file how many are done, of how many. */
  readonly onProgress?: (progress: FilesProgress) => void;
}

export interface FilesProgress {
  readonly done: number;
  readonly total: number;
  readonly path: string;
}

/**
 * Checks the drafts under paths, as `walkDrafts` finds them, and gives a report on each, in that order. Between two files
 * other work gets its turn. When the signal is aborted it gives what is done, waits for nothing more, and ends without an error.
 */
export async function* checkFiles(
  paths: readonly string[],
  options: CheckFilesOptions,
): AsyncGenerator<FileReport> {
  const { signal, only, atOnce = 1 } = options;
  const all: Walked[] = [];
  for await (const one of walkDrafts(paths, options)) all.push(one);
  const found = all.filter(({ path }) => only?.(path) ?? true);
  const sound = all.filter(({ problem }) => problem === undefined).map(({ path }) => path);
  const compared = options.compared === true && sound.length > 1 && found.length > 0;
  const neighbours = compared ? await surveyDrafts(sound, options) : undefined;

  const tasks = tasksFor(found, options, neighbours);
  const underWay: { readonly task: Task; readonly report: Promise<FileReport> }[] = [];
  let isMore = true;
  for (;;) {
    while (isMore && underWay.length < atOnce && !signal?.aborted) {
      const next = await tasks.next();
      isMore = next.done !== true;
      if (next.value !== undefined) underWay.push({ task: next.value, report: next.value.run() });
    }
    const first = underWay.shift();
    if (first === undefined) return;
    const { path, done, isAsked } = first.task;
    options.onProgress?.({ done, total: found.length, path });
    const report = await unlessAborted(first.report, signal);
    await turn();
    // most files of some endings hold something else than a story
    if (report !== undefined && (isAsked || report.problem?.kind !== 'no-draft')) yield report;
  }
}

/** A draft to check: a file, or an entry of a file of many. */
interface Task {
  readonly path: string;
  /** How many files are done before it. */
  readonly done: number;
  /** It is told of even if it is no draft. */
  readonly isAsked: boolean;
  run(): Promise<FileReport>;
}

async function* tasksFor(
  found: readonly Walked[],
  { judge, nameOf = (path) => path, maxBytes = MAX_BYTES }: CheckFilesOptions,
  neighbours: Awaited<ReturnType<typeof surveyDrafts>> | undefined,
): AsyncGenerator<Task, undefined> {
  for (const [done, one] of found.entries()) {
    const { path, problem } = one;
    const file = { path, done, isAsked: problem !== undefined || one.asked === true };
    if (problem !== undefined) {
      yield { ...file, run: async () => ({ ...emptyReport(path), problem }) };
      continue;
    }
    try {
      const how = await manyIn(path);
      if (how === undefined) yield { ...file, run: () => judge.checkFile(path, neighbours?.get(path)) };
      else
        for await (const entry of entriesOf(path, how, maxBytes))
          yield {
            ...file,
            path: pathOfEntry(path, entry),
            run: () => checkEntry(pathOfEntry(path, entry), entry, judge, nameOf),
          };
    } catch (error) {
      const message = `${nameOf(path)} could not be read: ${errorMessage(error)}`;
      yield {
        ...file,
        run: async () => ({ ...emptyReport(path), problem: { path, kind: 'unreadable', message } }),
      };
    }
  }
  return undefined;
}

async function checkEntry(
  path: string,
  entry: Entry,
  judge: CheckFilesOptions['judge'],
  nameOf: (path: string) => string,
): Promise<FileReport> {
  if (entry.problem === undefined) return judge.checkText(path, entry.text, 'extracted');
  const message = `${nameOf(path)} ${entry.problem}`;
  return {
    ...emptyReport(path),
    problem: { path, kind: entry.isLeftOut === true ? 'left-out' : 'unreadable', message },
  };
}

/** What comes of some work; undefined if the signal is aborted before it is done. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    // what is done already comes first
    const stop = () => setImmediate(resolve, undefined);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
