import { CHECKS } from './checks/index.ts';
import type { Host } from './lsp/host.ts';
import { errorMessage } from './trouble.ts';
import { readDraftFile } from './workspace/draft-file.ts';
import type { FileSystem } from './workspace/file-system.ts';
import { createHouses, type KeptHouses } from './workspace/houses.ts';
import { createWalker } from './workspace/walk.ts';

/** The part of a host that has to do with drafts and house files. */
export type FileHost = Pick<Host, 'houseFor' | 'houseChanged' | 'readFile' | 'drafts'>;

/** How a file system and the protocol call a place. */
export interface Places {
  /** Undefined for what is kept nowhere there. */
  placeOf(uri: string): string | undefined;
  uriOf(place: string): string;
  /** The last part of a place. */
  nameOf(place: string): string;
}

/**
 * Reaches drafts and house files on a file system.
 * @param good remembers house files by their URIs.
 */
export function createFileHost(
  files: FileSystem,
  { placeOf, uriOf, nameOf }: Places,
  good: KeptHouses,
): FileHost {
  const kept: KeptHouses = {
    of: (path) => good.of(uriOf(path)),
    keep: (path, text) => good.keep(uriOf(path), text),
  };
  const houses = createHouses(files, CHECKS, { kept });
  return {
    async houseFor(uri) {
      const place = placeOf(uri);
      const file = place === undefined ? undefined : await houses.forFile(place);
      if (place === undefined || file === undefined) return undefined;
      const { overrides, maxFileSize, archive = [] } = file.house;
      return { uri: uriOf(file.path), overrides, maxFileSize, archive, ignored: file.ignores(place) };
    },
    houseChanged(uri) {
      const place = placeOf(uri);
      if (place !== undefined) houses.invalidate(place);
    },
    async readFile(uri, largest) {
      const place = placeOf(uri);
      if (place === undefined)
        return { problem: 'It is not kept in a file that can be read.', missing: true };
      try {
        const { file, problem } = await readDraftFile(files, place, {
          name: nameOf(place),
          maxBytes: largest,
        });
        return problem === undefined
          ? { text: file.text }
          : {
              problem: problem.message,
              missing: problem.kind === 'missing',
              ...(problem.kind === 'no-draft' && { isNone: true }),
            };
      } catch (error) {
        const why = errorMessage(error);
        return { problem: `It could not be read: ${why}`, missing: false };
      }
    },
    async *drafts(folder, signal) {
      // whoever asks for a check wants today's house files, and not every place tells of their changes
      houses.invalidate();
      const place = placeOf(folder);
      if (place === undefined) return;
      const { walk } = createWalker(files, { houses, signal, nameOf });
      for await (const { path, problem } of walk(place))
        yield { uri: uriOf(path), problem: problem?.message };
    },
  };
}
