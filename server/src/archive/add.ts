import { turn } from '../workspace/turn.ts';
import type { Walked } from '../workspace/walk.ts';
import { type Readers, type ReadStory, readHere } from './readers.ts';
import { type FoundStory, isKnown, storiesIn, type Wanted } from './stories.ts';
import type { ArchiveWriter } from './writer.ts';

/** What is put into an archive, and who hears of it. */
export interface Adding {
  /** The files, as they are found. */
  readonly found: AsyncIterable<Walked>;
  readonly wanted: Wanted;
  /** Reads the stories; this thread if left out. */
  readonly readers?: Readers | undefined;
  /** The largest story that is read, in bytes. */
  readonly maxBytes?: number | undefined;
  /** How messages call a path. */
  readonly nameOf: (path: string) => string;
  /** Ends it; what was put in until then stays in. */
  readonly signal: AbortSignal;
  /** Is told before each file how many are done, of how many. */
  onProgress(progress: { readonly done: number; readonly total: number; readonly path: string }): void;
  /** Is told, in a sentence, what could not be read. */
  onProblem(problem: string): void;
  /** Is told the id of each story that was put in; `anew` if it takes the place of one. */
  onStory?(id: string, anew: boolean): void;
}

/** So many stories are read at a stretch. */
const LOT = 16;

/** Stories that are being read. */
interface Lot {
  readonly stories: readonly FoundStory[];
  readonly read: Promise<ReadonlyMap<FoundStory, ReadStory>>;
}

/** How many stories were put in, were in it as they are already, and could not be read. */
export interface Added {
  readonly added: number;
  readonly known: number;
  readonly refused: number;
}

/** Puts the stories in files and folders into an archive; those that are in it as they are already cost little. */
export async function addStories(writer: ArchiveWriter, adding: Adding): Promise<Added> {
  const { wanted, maxBytes, nameOf, signal, readers = readHere(wanted) } = adding;
  const counts = { added: 0, known: 0, refused: 0 };
  const complain = (problem: string): void => {
    counts.refused += 1;
    adding.onProblem(problem);
  };
  const files: string[] = [];
  for await (const { path, problem } of adding.found) {
    if (problem === undefined) files.push(path);
    else complain(problem.message);
  }
  let lot: FoundStory[] = [];
  const underWay: Lot[] = [];
  const begin = (): void => {
    const stories = lot;
    const unknown = stories.filter((one) => !isKnown(one, writer.has(one.id), wanted));
    const read = readers
      .read(unknown)
      .then((all) => new Map(unknown.map((one, i) => [one, all[i] as ReadStory])));
    underWay.push({ stories, read });
    lot = [];
  };
  /** Puts in the stories of the lot that was begun first: in their order, however many are read at once. */
  const putFirst = async (): Promise<void> => {
    const first = underWay.shift();
    const read = await first?.read;
    for (const found of first?.stories ?? []) {
      const before = writer.has(found.id);
      // a story that came before it in the same files may have changed that
      if (isKnown(found, before, wanted)) {
        counts.known += 1;
        continue;
      }
      const one = read?.get(found) ?? (await readers.read([found]))[0];
      if (one?.failed !== undefined) complain(`${nameOf(found.id)} could not be read: ${one.failed}`);
      else if (one !== undefined) {
        await writer.put(one.record, one.prints);
        counts.added += 1;
        adding.onStory?.(one.record.id, before !== undefined);
      }
    }
    // not only for others' sake: what a draft was read with is let go of in a pause, and files are read without one
    await turn();
  };
  for (const [done, path] of files.entries()) {
    adding.onProgress({ done, total: files.length, path });
    for await (const found of storiesIn(path, nameOf(path), maxBytes)) {
      if (signal.aborted) return counts;
      if (found.problem !== undefined) complain(found.problem);
      else if (lot.push(found) === LOT) begin();
      if (underWay.length > readers.atOnce) await putFirst();
    }
  }
  begin();
  while (underWay.length > 0 && !signal.aborted) await putFirst();
  return counts;
}
