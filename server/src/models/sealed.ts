import { type ModelName, unreadable } from './models.ts';

const SEAL = 8;

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

/** FNV-1a, in 32 bits. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
