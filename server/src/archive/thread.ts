import { basename, dirname } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { CHECKS } from '../checks/index.ts';
import type { StoriesAdded } from '../lsp/host.ts';
import type { StoryKind } from '../reuse/archived.ts';
import { errorMessage } from '../trouble.ts';
import { DISK } from '../workspace/disk.ts';
import { createHouses } from '../workspace/houses.ts';
import { createWalker } from '../workspace/walk.ts';
import { type Adding, addStories } from './add.ts';
import { openWriter } from './writer.ts';

/** What is done to an archive in a thread of its own, so that nobody waits for it. */
export type ArchiveTask =
  | {
      readonly action: 'add';
      /** Full paths of folders. */
      readonly archive: string;
      readonly folder: string;
      readonly kind: StoryKind;
    }
  | { readonly action: 'remove'; readonly archive: string; readonly ids: readonly string[] };

/** Of more stories than this no list is kept, and of more problems. */
const MOST_FRESH = 100_000;
const MOST_PROBLEMS = 200;

/**
 * Does something to an archive.
 * @throws Error, in words for a user, if the archive cannot be used or another is writing to it.
 */
async function perform(
  task: ArchiveTask,
  signal: AbortSignal,
  onProgress: Adding['onProgress'],
): Promise<StoriesAdded> {
  const writer = await openWriter(task.archive);
  try {
    const fresh: string[] = [];
    const problems: string[] = [];
    if (task.action === 'remove') {
      for (const id of task.ids) if (await writer.remove(id)) fresh.push(id);
      return { added: 0, known: 0, refused: 0, fresh, problems };
    }
    const parent = dirname(task.folder);
    const nameOf = (path: string) => DISK.within(parent, path) ?? basename(path);
    const counts = await addStories(writer, {
      found: createWalker(DISK, { houses: createHouses(DISK, CHECKS), nameOf, signal }).walk(task.folder),
      wanted: { kind: task.kind, datesFrom: undefined },
      nameOf,
      signal,
      onProgress,
      onProblem(problem) {
        if (problems.length < MOST_PROBLEMS) problems.push(problem);
      },
      onStory(id, anew) {
        if (!anew && fresh.length <= MOST_FRESH) fresh.push(id);
      },
    });
    return { ...counts, fresh: fresh.length > MOST_FRESH ? [] : fresh, problems };
  } finally {
    await writer.close();
  }
}

type Answer =
  | { readonly progress: Parameters<Adding['onProgress']>[0] }
  | { readonly done: StoriesAdded }
  | { readonly error: string };

/**
 * Does something to an archive in a thread of its own; run from its sources, between other work.
 * @param script must call `serveArchive` where it finds itself in a thread.
 * @throws Error, as `perform` does.
 */
export function performInThread(
  script: URL,
  task: ArchiveTask,
  signal: AbortSignal,
  onProgress: Adding['onProgress'],
): Promise<StoriesAdded> {
  if (script.pathname.endsWith('.ts')) return perform(task, signal, onProgress);
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: { archive: task } });
    const stop = () => worker.postMessage('stop');
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (answer: Answer) => {
      if ('progress' in answer) onProgress(answer.progress);
      else if ('done' in answer) resolve(answer.done);
      else reject(new Error(answer.error));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('Its thread ended.'));
    });
  });
}

/** Does, in a worker thread, what it was started for; says whether it was started for an archive at all. */
export function serveArchive(): boolean {
  const task = (workerData as { readonly archive?: ArchiveTask } | null)?.archive;
  if (isMainThread || task === undefined) return false;
  const stopping = new AbortController();
  parentPort?.on('message', () => stopping.abort());
  const say = (answer: Answer): void => parentPort?.postMessage(answer);
  let last = Number.NEGATIVE_INFINITY;
  perform(task, stopping.signal, (progress) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    say({ progress });
  })
    .then(
      (done) => say({ done }),
      (error: unknown) => say({ error: errorMessage(error) }),
    )
    // nothing more keeps the thread
    .finally(() => parentPort?.close());
  return true;
}

const EVERY_MS = 100;
