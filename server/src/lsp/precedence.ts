/** Has those who wait for an answer served before work that nobody waits for. */
export interface Precedence {
  /** Work that somebody waits for: other work is not gone on with before it is done. It must not wait for other work. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** To be awaited between two bits of other work: lets messages be read, and what came first be done. */
  turn(): Promise<void>;
}

/**
 * Makes the one precedence of a server.
 * @param turn lets messages that have come in meanwhile be read.
 */
export function createPrecedence(turn: () => Promise<void>): Precedence {
  let asked = 0;
  let waiting: (() => void)[] = [];
  return {
    async first(work) {
      asked += 1;
      try {
        return await work();
      } finally {
        asked -= 1;
        if (asked === 0) {
          for (const go of waiting) go();
          waiting = [];
        }
      }
    },
    async turn() {
      await turn();
      while (asked > 0) await new Promise<void>((go) => waiting.push(go));
    },
  };
}
