import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Check } from '../checks/check.ts';
import type { FileJudge, FileReport } from '../workspace/check.ts';
import { judgeFrom, type Setup, slimmed } from './setup.ts';

/** Judges files in worker threads. */
export interface Pool extends Pick<FileJudge, 'checkFile'> {
  close(): Promise<void>;
}

interface Task {
  readonly path: string;
  readonly done: (report: FileReport) => void;
}

/**
 * Starts up to `size` threads with `script`, one more whenever a file finds all of them busy. The script must call `serve` where it
 * finds itself in a thread. A file that a thread dies of is reported as a problem; another thread takes its place.
 */
export function createPool(script: string, size: number, setup: Setup): Pool {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task>();
  let closed = false;

  const start = (): void => {
    const worker = new Worker(script, { workerData: setup });
    worker.on('message', (report: FileReport) => {
      const task = busy.get(worker);
      busy.delete(worker);
      task?.done(report);
      give(worker);
    });
    worker.on('error', (error) => {
      const task = busy.get(worker);
      busy.delete(worker);
      task?.done(lost(task.path, error));
    });
    worker.on('exit', () => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      const task = busy.get(worker);
      busy.delete(worker);
      task?.done(lost(task.path, new Error('its thread ended')));
      if (!closed && waiting.length > 0) start();
    });
    give(worker);
  };

  const give = (worker: Worker): void => {
    const task = waiting.shift();
    if (task === undefined) {
      idle.push(worker);
      return;
    }
    busy.set(worker, task);
    worker.postMessage(task.path);
  };

  return {
    checkFile: (path) =>
      new Promise((done) => {
        waiting.push({ path, done });
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

const lost = (path: string, error: Error): FileReport => ({
  path,
  text: '',
  format: 'plain',
  findings: [],
  problem: { path, kind: 'unreadable', message: `${path} could not be checked: ${error.message}` },
  failures: [],
  fixed: 0,
  known: 0,
  settled: 0,
});

/** Judges, in a worker thread, each file that the main thread names. */
export function serve(checks: readonly Check[]): void {
  const setup = workerData as Setup;
  const { judge } = judgeFrom(setup, checks);
  parentPort?.on('message', async (path: string) => {
    parentPort?.postMessage(slimmed(await judge.checkFile(path), setup));
  });
}
