import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { URI } from 'vscode-uri';
import { createFileHost, type FileHost } from './file-host.ts';
import type { Host, LedgerInForce } from './lsp/host.ts';
import { createPhrasingThread } from './phrasing-thread.ts';
import { DISK } from './workspace/disk.ts';
import { appendToLedger, createLedgers, type LedgerFile, ledgerIn } from './workspace/ledgers.ts';
import { writingTrouble } from './workspace/write.ts';

/**
 * The host of a server that runs in Node and reaches files on disk.
 * @param script what runs here, for a thread of its own that reads sentences.
 * @param elsewhere reaches what is not on disk; without it, that counts as not there.
 */
export function createNodeHost(script: URL, elsewhere?: FileHost): Host {
  const onDisk = createFileHost(DISK, { placeOf: pathOf, uriOf, nameOf: (path) => basename(path) });
  const hostOf = (uri: string): FileHost =>
    elsewhere === undefined || pathOf(uri) !== undefined ? onDisk : elsewhere;
  const ledgers = createLedgers();
  const inForce = new WeakMap<LedgerFile, LedgerInForce>();
  return {
    houseFor: (uri) => hostOf(uri).houseFor(uri),
    houseChanged: (uri) => hostOf(uri).houseChanged(uri),
    readFile: (uri, largest) => hostOf(uri).readFile(uri, largest),
    drafts: (folder, signal) => hostOf(folder).drafts(folder, signal),
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
    judgeSentences: createPhrasingThread(script),
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
