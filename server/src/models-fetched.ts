import { modelFile, type ReadModel, unreadable, unsealed } from './models.ts';
import { errorMessage } from './trouble.ts';

// A browser's own; Node's types know nothing of it.
declare const XMLHttpRequest: new () => {
  responseType: string;
  readonly response: ArrayBuffer;
  readonly status: number;
  readonly statusText: string;
  open(method: string, address: string, wait: boolean): void;
  send(): void;
};

// a worker does not know where it came from, for VS Code starts it from a copy: the client says it, once
let folder: string | undefined;

/** Says where the models lie: the address of a folder. */
export function modelsLieIn(address: string): void {
  folder = address.replace(/\/?$/u, '/');
}

/** The models from where the extension lies, in a browser's worker, which may wait for an answer. */
export const readModel: ReadModel = (name) => {
  if (folder === undefined) throw unreadable(name, 'the editor did not say where it lies');
  const request = new XMLHttpRequest();
  try {
    request.open('GET', folder + modelFile(name), false);
    request.responseType = 'arraybuffer';
    request.send();
  } catch (error) {
    throw unreadable(name, errorMessage(error));
  }
  if (request.status !== 200) throw unreadable(name, `${request.status} ${request.statusText}`);
  return unsealed(name, new Uint8Array(request.response));
};
