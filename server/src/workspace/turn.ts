/** Lets what has come in meanwhile have its turn: messages, files that were read, timers. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
