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
  const started = performance.now();
  let last = started;
  let shown = false;
  return {
    show({ done, total }) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      shown = true;
      const pace = done === 0 ? '' : paceInWords(done, total, (now - started) / 1000);
      io.err(`\r\u001b[2KChecking draft ${done + 1} of ${total}…${pace}`);
    },
    clear() {
      if (shown) io.err('\r\u001b[2K');
      shown = false;
    },
  };
}

/** How fast it goes and what is left at that pace. */
function paceInWords(done: number, total: number, seconds: number): string {
  const rate = done / seconds;
  const left = (total - done) / rate;
  const time = left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`;
  return ` ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, ${time} left`;
}
