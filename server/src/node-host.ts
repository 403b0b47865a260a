import { basename } from 'node:path';
import { URI } from 'vscode-uri';
import { CHECKS } from './checks/index.ts';
import type { FileHost } from './client-host.ts';
import type { Host } from './lsp/host.ts';
import { readDraftFile } from './workspace/files.ts';
import { createHouses } from './workspace/houses.ts';
import { walkDrafts } from './workspace/walk.ts';

/**
 * The host of a server that runs in Node and reaches files on disk.
 * @param elsewhere reaches what is not on disk; without it, that counts as not there.
 */
export function createNodeHost(elsewhere?: FileHost): Host {
  const houses = createHouses(CHECKS);
  return {
    async houseFor(uri) {
      const path = pathOf(uri);
      if (path === undefined) return elsewhere?.houseFor(uri);
      const house = await houses.forFile(path);
      if (house === undefined) return undefined;
      return { uri: uriOf(house.path), wishes: house.house.wishes, ignored: house.ignores(path) };
    },
    houseChanged(uri) {
      const path = pathOf(uri);
      if (path !== undefined) houses.invalidate(path);
      else elsewhere?.houseChanged(uri);
    },
    async readFile(uri, largest) {
      const path = pathOf(uri);
      if (path === undefined) {
        const none = { problem: 'It is not a file on this computer.', missing: true };
        return elsewhere?.readFile(uri, largest) ?? none;
      }
      const { file, problem } = await readDraftFile(path, {
        name: basename(path),
        ...(largest !== undefined && { maxBytes: largest }),
      });
      return problem === undefined
        ? { text: file.text }
        : { problem: problem.message, missing: problem.kind === 'missing' };
    },
    async *drafts(folder, signal) {
      const path = pathOf(folder);
      if (path === undefined) {
        if (elsewhere !== undefined) yield* elsewhere.drafts(folder, signal);
        return;
      }
      const options = { cwd: path, houses, signal, nameOf: (one: string) => basename(one) };
      for await (const { path: draft, problem } of walkDrafts([path], options)) {
        yield { uri: uriOf(draft), problem: problem?.message };
      }
    },
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    later(pause, run) {
      const timer = setTimeout(run, pause);
      return () => clearTimeout(timer);
    },
  };
}

const uriOf = (path: string): string => URI.file(path).toString();

function pathOf(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri, true);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  } catch {
    return undefined;
  }
}
