import { readFileSync } from 'node:fs';
import { MODELS, type ModelName, modelFile, type ReadModel, sealIn, unreadable, unsealed } from './models.ts';

/** What tells these models from those of another build; a model that is not there is told as one. */
export const modelSeals = (): readonly string[] =>
  MODELS.map((name) => {
    try {
      return sealIn(readFileSync(fileOf(name)));
    } catch {
      return `no ${name}`;
    }
  });

const fileOf = (name: ModelName): URL => new URL(`../models/${modelFile(name)}`, import.meta.url);

/** The models from their files: `../models` leads there from the sources' folder as from the bundles'. */
export const readModel: ReadModel = (name) => {
  let file: Uint8Array;
  try {
    file = readFileSync(fileOf(name));
  } catch (error) {
    throw unreadable(name, error instanceof Error ? error.message : String(error));
  }
  return unsealed(name, file);
};
