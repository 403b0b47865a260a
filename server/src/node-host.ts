import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { URI } from 'vscode-uri';
import { CHECKS } from './checks/index.ts';
import type { FileHost } from './client-host.ts';
import type { Host, LedgerInForce } from './lsp/host.ts';
import { readDraftFile } from './workspace/files.ts';
import { createHouses } from './workspace/houses.ts';
import { appendToLedger, createLedgers, type LedgerFile, ledgerIn } from './workspace/ledgers.ts';
import { walkDrafts } from './workspace/walk.ts';
import { writingTrouble } from './workspace/write.ts';

/**
 * The host of a server that runs in Node and reaches files on disk.
 * @param elsewhere reaches what is not on disk; without it, that counts as not there.
 */
export function createNodeHost(elsewhere?: FileHost): Host {
  const houses = createHouses(CHECKS);
  const ledgers = createLedgers();
  const inForce = new WeakMap<LedgerFile, LedgerInForce>();
  return {
    async houseFor(uri) {
      const path = pathOf(uri);
      if (path === undefined) return elsewhere?.houseFor(uri);
      const house = await houses.forFile(path);
      if (house === undefined) return undefined;
      const { wishes, maxFileSize } = house.house;
      return { uri: uriOf(house.path), wishes, maxFileSize, ignored: house.ignores(path) };
    },
    houseChanged(uri) {
      const path = pathOf(uri);
      if (path !== undefined) houses.invalidate(path);
      else elsewhere?.houseChanged(uri);
    },
    async ledgerFor(uri) {
      const path = pathOf(uri);
      const file = path === undefined ? undefined : await ledgers.forFile(path);
      if (file === undefined) return undefined;
      const { ledger, problem } = file;
      const known = inForce.get(file) ?? {
        uri: uriOf(file.path),
        folder: uriOf(file.folder),
        ledger,
        problem,
      };
      inForce.set(file, known);
      return known;
    },
    ledgerChanged: ledgers.invalidate,
    async lookAtLedger(uri) {
      const path = pathOf(uri);
      return path !== undefined && ledgers.look(path);
    },
    async appendToLedger(folder, entries) {
      const path = pathOf(folder);
      if (path === undefined) throw new Error('it is no folder on this computer');
      try {
        await appendToLedger(path, entries);
      } catch (error) {
        throw new Error(writingTrouble(error));
      }
      return uriOf(ledgerIn(path));
    },
    userName() {
      try {
        return userInfo().username;
      } catch {
        return 'unnamed';
      }
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
