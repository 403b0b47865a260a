import { URI, Utils } from 'vscode-uri';
import { createFileHost, type FileHost } from './file-host.ts';
import type { ClientFiles } from './lsp/client-files.ts';
import type { Entry, FileSystem } from './workspace/file-system.ts';
import type { KeptHouses } from './workspace/houses.ts';

/**
 * Reaches files through the client, by address alone: drafts on a server, in a repository that was never cloned, or in a
 * browser. The client shows what lies in the open folders.
 */
export const createClientHost = (files: ClientFiles, good: KeptHouses): FileHost =>
  createFileHost(
    fileSystemOf(files),
    {
      placeOf: addressOf,
      uriOf: (place) => place,
      nameOf: (place) => Utils.basename(URI.parse(place)),
    },
    good,
  );

/** The address of something that is kept somewhere; undefined for a document that is not. */
function addressOf(uri: string): string | undefined {
  try {
    const parsed = URI.parse(uri, true);
    return parsed.scheme === 'untitled' ? undefined : parsed.toString();
  } catch {
    return undefined;
  }
}

function fileSystemOf(files: ClientFiles): FileSystem {
  const list = async (folder: string) => {
    const found = await files.list(folder);
    if ('failed' in found) return { failed: 'other' as const, message: found.failed };
    return [
      ...found.files.map((name): Entry => ({ name, kind: 'file' })),
      ...found.folders.map((name): Entry => ({ name, kind: 'folder' })),
    ];
  };
  const join = (folder: string, name: string) => Utils.joinPath(URI.parse(folder), name).toString();
  const parent = (place: string) => Utils.dirname(URI.parse(place)).toString();
  return {
    list,
    join,
    parent,
    async read(place, largest) {
      const file = await files.read(place, largest);
      if ('missing' in file) return { failed: 'missing' };
      if ('tooLarge' in file) return { failed: 'too-large', size: file.tooLarge, largest };
      if ('failed' in file) return { failed: 'other', message: file.failed };
      return { bytes: bytesOf(file.base64) };
    },
    async stat(place) {
      const entries = await list(parent(place));
      if ('failed' in entries) return entries;
      const name = Utils.basename(URI.parse(place));
      const kind = entries.find((one) => one.name === name)?.kind;
      return kind === 'file' || kind === 'folder' ? { kind, real: place } : { failed: 'missing' };
    },
    within(folder, place) {
      const [outer, inner] = [URI.parse(folder), URI.parse(place)];
      if (outer.scheme !== inner.scheme || outer.authority !== inner.authority) return undefined;
      const base = outer.path.replace(/\/$/u, '');
      if (inner.path === outer.path || inner.path === base) return '';
      return inner.path.startsWith(`${base}/`) ? inner.path.slice(base.length + 1) : undefined;
    },
  };
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  return Uint8Array.from(binary, (one) => one.charCodeAt(0));
}
