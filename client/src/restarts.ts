/** Decides whether a server that has stopped is started again. */
export interface Restarts {
  /** Notes a stop at a time in milliseconds, and says whether to start again. */
  stopped(now: number): boolean;
  /** Forgets the stops so far: a person has asked for a new start. */
  forget(): void;
}

/** How often, and within how long, a server may stop before it is left off. */
const MOST = 4;
const WITHIN = 3 * 60_000;

/** A server is started again unless it has stopped more than four times within three minutes. */
export function createRestarts(): Restarts {
  let stops: readonly number[] = [];
  return {
    stopped(now) {
      stops = [...stops.filter((stop) => now - stop < WITHIN), now];
      return stops.length <= MOST;
    },
    forget() {
      stops = [];
    },
  };
}
