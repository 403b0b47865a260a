import { readFileSync } from 'node:fs';
import { modelFile, type ReadModel, unreadable } from './models.ts';
import { unsealed } from './sealed.ts';

/** The models from the files that lie beside the bundle, in Node. */
export const readModel: ReadModel = (name) => {
  return unsealed(name, fileOf(name));
};

const fileOf: ReadModel = (name) => {
  try {
    return readFileSync(new URL(modelFile(name), import.meta.url));
  } catch (error) {
    throw unreadable(name, error instanceof Error ? error.message : String(error));
  }
};
