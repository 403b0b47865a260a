import { addChar, HASH_START } from './language/hash.ts';

/** The models that come with the package, each in a file of its own in `server/models`; its README says what they were trained on. */
export const MODELS = ['tagger', 'lexicon', 'figures', 'phrasing', 'kernel-plain', 'kernel-relaxed'] as const;
export type ModelName = (typeof MODELS)[number];

/**
 * Gives the bytes of a model, at once: checks do not wait. Which of the files beside this one does it is settled where `#models` is
 * resolved (`imports` in server/package.json): from the disk in Node, by a request in a browser's worker.
 * @throws Error if they cannot be read, in a sentence.
 */
export type ReadModel = (name: ModelName) => Uint8Array;

/** The name of a model's file. */
export const modelFile = (name: ModelName): string => `${name}.bin`;

/** The error of a model that is not to be had. */
export const unreadable = (name: ModelName, why: string): Error =>
  new Error(`What it has learnt could not be read from ${modelFile(name)} (${why}).`);

/** The length of a seal, in bytes. */
export const SEAL = 8;

/** What tells a model's file from every other: the seal at its start. */
export const sealIn = (file: Uint8Array): string => file.subarray(0, SEAL).join('.');

/** What a model's file holds: how long the model is and a sum of its bytes, in four bytes each, the lowest first, then the model. */
export function sealed(model: Uint8Array): Uint8Array {
  const file = new Uint8Array(SEAL + model.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, model.length, true);
  view.setUint32(4, sumOf(model), true);
  file.set(model, SEAL);
  return file;
}

/**
 * The model in a file that `sealed` has made. Half a model would still be read, slowly, and find nothing.
 * @throws Error if the file is cut short or damaged, in a sentence.
 */
export function unsealed(name: ModelName, file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const model = file.subarray(SEAL);
  if (file.length < SEAL || model.length < view.getUint32(0, true)) {
    throw unreadable(name, 'the file is cut short; please install Blue Pencil again');
  }
  if (model.length > view.getUint32(0, true) || sumOf(model) !== view.getUint32(4, true)) {
    throw unreadable(name, 'the file is damaged; please install Blue Pencil again');
  }
  return model;
}

function sumOf(bytes: Uint8Array): number {
  let sum = HASH_START;
  // fourteen megabytes of them: `reduce` takes ten times as long
  for (let i = 0; i < bytes.length; i += 1) sum = addChar(sum, bytes[i] as number);
  return sum >>> 0;
}
