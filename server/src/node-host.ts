import { homedir, userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import { openArchive } from './archive/archive.ts';
import { performInThread } from './archive/thread.ts';
import { createFileHost, type FileHost } from './file-host.ts';
import type { ArchiveHost, Host, LedgerInForce } from './lsp/host.ts';
import { createPhrasingThread } from './phrasing-thread.ts';
import { createArchives } from './workspace/archives.ts';
import { DISK } from './workspace/disk.ts';
import type { KeptHouses } from './workspace/houses.ts';
import { appendToLedger, createLedgers, type LedgerFile, ledgerIn } from './workspace/ledgers.ts';
import { buildOf, openMemory } from './workspace/memory.ts';
import { turn } from './workspace/turn.ts';
import { writingTrouble } from './workspace/write.ts';

/**
 * The host of a server that runs in Node and reaches files on disk.
 * @param script what runs here, for a thread of its own that reads sentences.
 * @param good remembers house files by their URIs.
 * @param storage the folder in which the client keeps what is worked out for the workspace; without one, nothing is kept.
 * @param elsewhere reaches what is not on disk; without it, that counts as not there.
 */
export function createNodeHost(
  script: URL,
  good: KeptHouses,
  storage: string | undefined,
  elsewhere?: FileHost,
): Host {
  const onDisk = createFileHost(DISK, { placeOf: pathOf, uriOf, nameOf: (path) => basename(path) }, good);
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
    ...(storage !== undefined && {
      openMemory: async () => openMemory(storage, 'findings.tsv', await buildOf(fileURLToPath(script))),
    }),
    archives: archivesBy(script),
    judgeSentences: createPhrasingThread(script),
    turn,
    later(pause, run) {
      const timer = setTimeout(run, pause);
      return () => clearTimeout(timer);
    },
  };
}

const archivesBy = (script: URL): ArchiveHost => ({
  folderOf(name, house) {
    const folder = house === undefined ? undefined : pathOf(house);
    if (folder !== undefined) return resolve(dirname(folder), name);
    const path = name.replace(/^~(?=[/\\])/u, homedir());
    return house === undefined && isAbsolute(path) ? join(path) : undefined;
  },
  open(tell) {
    const archives = createArchives({
      nameOf: (path) => basename(path),
      placeOf: uriOf,
      tell,
      advice: {
        empty: '“Blue Pencil: Add This Folder to the Archive…” puts some in.',
        damaged:
          'Take “Blue Pencil: Add This Folder to the Archive…” on the same folder again: it puts them back.',
      },
      follows: true,
    });
    return {
      stamp: archives.stamp,
      meet: (folders, story, uri) => archives.meet(folders, story, pathOf(uri) ?? uri),
      changed(uri) {
        const path = pathOf(uri);
        if (path !== undefined) archives.changed(path);
      },
    };
  },
  async add({ archive, folder, kind }, signal, onProgress) {
    const path = pathOf(folder);
    if (path === undefined) throw new Error('Only a folder on this computer can be added to an archive.');
    return performInThread(script, { action: 'add', archive, folder: path, kind }, signal, onProgress);
  },
  async remove(archive, ids) {
    const { signal } = new AbortController();
    await performInThread(script, { action: 'remove', archive, ids }, signal, () => {});
  },
  async count(folder) {
    const archive = await openArchive(folder).catch(() => undefined);
    const counts = archive?.parts.map(({ segment, removed }) => segment.stories - removed.size);
    archive?.close();
    return counts?.reduce((sum, one) => sum + one, 0);
  },
});

const uriOf = (path: string): string => URI.file(path).toString();

function pathOf(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri, true);
    return parsed.scheme === 'file' ? parsed.fsPath : undefined;
  } catch {
    return undefined;
  }
}
