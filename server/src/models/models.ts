/**
 * Gives the bytes of a model, at once: checks do not wait. Which of the files beside this one does it is settled where
 * `#models` is resolved (`imports` in server/package.json): sources carry the models, bundles find them in a file of their
 * own, so that what ships has them once.
 * @throws Error if they cannot be read, in a sentence.
 */
export type ReadModel = (name: ModelName) => Uint8Array;

export type ModelName = 'garbled';

/** Where a bundle finds a model, from where the bundles lie. */
export const modelFile = (name: ModelName): string => `${name}.bin`;

/** The error of a model that is not to be had. */
export const unreadable = (name: ModelName, why: string): Error =>
  new Error(`What it has learnt could not be read from ${modelFile(name)} (${why}).`);
