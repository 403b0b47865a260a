import { setTimeout } from 'node:timers/promises';
import { parentPort, Worker } from 'node:worker_threads';
import { type Doubt, judgeSentence } from './phrasing/index.ts';
import { type Asked, type JudgeLater, judgeBetween } from './phrasing/live.ts';
import { errorMessage } from './trouble.ts';
import { turn } from './workspace/turn.ts';

type Answer = { readonly found: readonly (readonly Doubt[])[] } | { readonly error: string };

/** So long it is waited to start the thread, in milliseconds: what it loads would hold up an editor that is about to draw the first marks. */
const AT_FIRST = 600;

/**
 * Reads sentences in a thread of its own, started a moment after it is first asked; run from its sources, between other work.
 * @param script must call `servePhrasing` where it finds itself in a thread.
 */
export function createPhrasingThread(script: URL): JudgeLater {
  if (script.pathname.endsWith('.ts')) return judgeBetween(turn);
  let thread: Worker | undefined;
  let ready: Promise<void> | undefined;
  const waiting: { done: (found: readonly (readonly Doubt[])[]) => void; failed: (error: Error) => void }[] =
    [];
  const start = (): Worker => {
    const worker = new Worker(script);
    // it keeps nobody from ending
    worker.unref();
    worker.on('message', (answer: Answer) => {
      const asker = waiting.shift();
      if ('found' in answer) asker?.done(answer.found);
      else asker?.failed(new Error(answer.error));
    });
    const lost = (error: Error): void => {
      thread = undefined;
      for (const { failed } of waiting.splice(0)) failed(error);
    };
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error('Its thread ended.')));
    return worker;
  };
  return async (asked) => {
    ready ??= setTimeout(AT_FIRST, undefined, { ref: false });
    await ready;
    return new Promise((done, failed) => {
      thread ??= start();
      waiting.push({ done, failed });
      thread.postMessage(asked);
    });
  };
}

/** Reads, in a worker thread, the sentences that the main thread sends. */
export function servePhrasing(): void {
  parentPort?.on('message', (asked: readonly Asked[]) => {
    parentPort?.postMessage(answerTo(asked));
  });
}

function answerTo(asked: readonly Asked[]): Answer {
  try {
    return { found: asked.map(({ sentence, how }) => judgeSentence(sentence, how)) };
  } catch (error) {
    return { error: errorMessage(error) };
  }
}
