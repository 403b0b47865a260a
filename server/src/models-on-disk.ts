import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  MODELS,
  type ModelName,
  modelFile,
  type ReadModel,
  SEAL,
  sealIn,
  unreadable,
  unsealed,
} from './models.ts';
import { errorMessage } from './trouble.ts';
import { openInPlaces } from './workspace/disk.ts';

/** What tells these models from those of another build; a model that is not there is told as one. */
export const modelSeals = (): readonly string[] =>
  MODELS.map((name) => {
    try {
      return sealIn(startOf(fileOf(name)));
    } catch {
      return `no ${name}`;
    }
  });

/** As much of a model's file as its seal takes; all of them are fifteen megabytes. */
function startOf(file: URL): Uint8Array {
  const opened = openInPlaces(fileURLToPath(file));
  try {
    return opened.read(0, SEAL);
  } finally {
    opened.close();
  }
}

const fileOf = (name: ModelName): URL => new URL(`../models/${modelFile(name)}`, import.meta.url);

/** The models from their files: `../models` leads there from the sources' folder as from the bundles'. */
export const readModel: ReadModel = (name) => {
  let file: Uint8Array;
  try {
    file = readFileSync(fileOf(name));
  } catch (error) {
    throw unreadable(name, errorMessage(error));
  }
  return unsealed(name, file);
};
