import type { Io } from './io.ts';

/** A line on a terminal that says how far a long run is. */
export interface Progress {
  show(progress: { readonly done: number; readonly total: number; readonly path: string }): void;
  clear(): void;
}

const EVERY_MS = 100;

/** Makes the progress line; off a terminal it stays silent. */
export function createProgress(io: Io, quiet: boolean): Progress {
  if (!io.stderrIsTerminal || quiet || io.env.TERM === 'dumb') return { show() {}, clear() {} };
  // a run that is over at once shows nothing
  let last = performance.now();
  let shown = false;
  return {
    show({ done, total }) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      shown = true;
      io.err(`\r\u001b[2KChecking draft ${done + 1} of ${total}…`);
    },
    clear() {
      if (shown) io.err('\r\u001b[2K');
    },
  };
}
