import { readFileSync } from 'node:fs';
import { modelFile, type ReadModel, unreadable, unsealed } from './models.ts';

/** The models from their files: `../models` leads there from the sources' folder as from the bundles'. */
export const readModel: ReadModel = (name) => {
  let file: Uint8Array;
  try {
    file = readFileSync(new URL(`../models/${modelFile(name)}`, import.meta.url));
  } catch (error) {
    throw unreadable(name, error instanceof Error ? error.message : String(error));
  }
  return unsealed(name, file);
};
