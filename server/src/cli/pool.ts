import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Check } from '../checks/check.ts';
import type { Format } from '../draft/draft.ts';
import { shareWeights } from '../phrasing/index.ts';
import { createShare, type Share } from '../phrasing/shared.ts';
import type { FileJudge } from '../workspace/file-judge.ts';
import { type FileReport, fallen } from '../workspace/report.ts';
import type { Neighbours } from '../workspace/survey.ts';
import { judgeFrom, namer, type Setup } from './setup.ts';

/** Judges texts in worker threads. */
export interface Pool extends Pick<FileJudge, 'checkText'> {
  close(): Promise<void>;
}

interface Job {
  readonly path: string;
  readonly text: string;
  readonly format: Format;
  readonly neighbours: Neighbours | undefined;
}

interface ForThread {
  readonly setup: Setup;
  /** The phrasing model's weights, and the thread's place beside them; none while one that has died has not ended. */
  readonly share: Share;
  readonly number: number | undefined;
}

interface Task extends Job {
  readonly done: (report: FileReport) => void;
}

/** What a thread answers; a text that is as it was need not come back. */
type Answer = Omit<FileReport, 'text'> & { readonly text?: string };

/**
 * Starts up to `size` threads with `script`, one more whenever a text finds all of them busy. The script must call `serve` where it
 * finds itself in a thread. A text that a thread dies of is reported as a problem; another thread takes its place.
 */
export function createPool(script: string, size: number, setup: Setup): Pool {
  const nameOf = namer(setup);
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task>();
  let closed = false;

  const share = createShare(size);
  const numbers = new Set(Array.from({ length: size }, (_, i) => i));

  const start = (): void => {
    const [number] = numbers;
    if (number !== undefined) numbers.delete(number);
    const worker = new Worker(script, { workerData: { setup, share, number } satisfies ForThread });
    worker.on('message', (answer: Answer) => {
      const task = busy.get(worker);
      busy.delete(worker);
      task?.done({ ...answer, text: answer.text ?? task.text });
      give(worker);
    });
    worker.on('error', (error) => lose(worker, error));
    worker.on('exit', () => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      if (number !== undefined) numbers.add(number);
      lose(worker, new Error('its thread ended'));
      if (!closed && waiting.length > 0) start();
    });
    give(worker);
  };

  const lose = (worker: Worker, error: Error): void => {
    const task = busy.get(worker);
    busy.delete(worker);
    if (task === undefined) return;
    const { path, text, format } = task;
    task.done({ ...fallen(path, nameOf(path), error), text, format });
  };

  const give = (worker: Worker): void => {
    const task = waiting.shift();
    if (task === undefined) {
      idle.push(worker);
      return;
    }
    busy.set(worker, task);
    const { path, text, format, neighbours } = task;
    worker.postMessage({ path, text, format, neighbours } satisfies Job);
  };

  return {
    checkText: (path, text, format, neighbours) =>
      new Promise((done) => {
        waiting.push({ path, text, format, neighbours, done });
        const worker = idle.shift();
        if (worker !== undefined) give(worker);
        else if (busy.size < size) start();
      }),
    async close() {
      closed = true;
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}

/** Judges, in a worker thread, each text that the main thread sends. */
export function serve(checks: readonly Check[]): void {
  const { setup, share, number } = workerData as ForThread;
  if (number !== undefined) shareWeights(share, number);
  const { judge } = judgeFrom(setup, checks);
  parentPort?.on('message', async ({ path, text, format, neighbours }: Job) => {
    const { text: now, ...report } = await judge.checkText(path, text, format, neighbours);
    parentPort?.postMessage((now === text ? report : { ...report, text: now }) satisfies Answer);
  });
}
