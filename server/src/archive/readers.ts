import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Fingerprints } from '../reuse/fingerprints.ts';
import { errorMessage } from '../trouble.ts';
import type { StoryRecord } from './segment.ts';
import { type FoundStory, readStory, type Wanted } from './stories.ts';

/** A story as an archive keeps it; or why it could not be read, as the end of a sentence. */
export type ReadStory =
  | { readonly record: StoryRecord; readonly prints: Fingerprints; readonly failed?: undefined }
  | { readonly failed: string };

/** Reads stories, which is most of the work of adding them. */
export interface Readers {
  /** How many lots of stories are worth having under way at once. */
  readonly atOnce: number;
  /** @returns an answer for each, in their order. */
  read(stories: readonly FoundStory[]): Promise<readonly ReadStory[]>;
  close(): Promise<void>;
}

/** Reads stories in this thread. */
export const readHere = (wanted: Wanted): Readers => ({
  atOnce: 1,
  read: (stories) => readAll(stories, wanted),
  close: async () => {},
});

async function readAll(stories: readonly FoundStory[], wanted: Wanted): Promise<readonly ReadStory[]> {
  const read: ReadStory[] = [];
  for (const one of stories) {
    try {
      const { record, story } = await readStory(one, wanted);
      read.push({ record, prints: story.prints });
    } catch (error) {
      read.push({ failed: errorMessage(error) });
    }
  }
  return read;
}

interface Reader {
  readonly worker: Worker;
  readonly waiting: { done: (read: readonly ReadStory[]) => void; failed: (error: Error) => void }[];
}

/**
 * Reads stories in threads.
 * @param script must call `serveReading` where it finds itself in a thread.
 */
export function readInThreads(script: string | URL, threads: number, wanted: Wanted): Readers {
  const readers = Array.from({ length: threads }, (): Reader => {
    const worker = new Worker(script, {
      workerData: { reading: wanted },
      // what one lot of stories leaves behind goes with it
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const waiting: Reader['waiting'] = [];
    worker.on('message', (read: readonly ReadStory[]) => waiting.shift()?.done(read));
    const lost = (error: Error): void => {
      for (const { failed } of waiting.splice(0)) failed(error);
    };
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error('A thread that reads stories ended.')));
    return { worker, waiting };
  });
  return {
    atOnce: threads * 3,
    read: (stories) =>
      new Promise((done, failed) => {
        const [idlest] = [...readers].sort((a, b) => a.waiting.length - b.waiting.length);
        if (stories.length === 0 || idlest === undefined) return done([]);
        idlest.waiting.push({ done, failed });
        idlest.worker.postMessage(stories);
      }),
    async close() {
      await Promise.all(readers.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Reads, in a worker thread, the stories that it is sent; says whether it was started for that. */
export function serveReading(): boolean {
  const wanted = (workerData as { readonly reading?: Wanted } | null)?.reading;
  if (wanted === undefined) return false;
  const answer = async (stories: readonly FoundStory[]): Promise<void> => {
    const read = await readAll(stories, wanted);
    const columns = read.flatMap((one) =>
      one.failed === undefined ? [one.prints.high, one.prints.low, one.prints.at] : [],
    );
    parentPort?.postMessage(
      read,
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };
  // the answers come in the order of the questions, though one waits for the disk
  let last = Promise.resolve();
  parentPort?.on('message', (stories: readonly FoundStory[]) => {
    last = last.then(() => answer(stories));
  });
  return true;
}
