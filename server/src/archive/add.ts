import type { Walked } from '../workspace/walk.ts';
import { type Found, isKnown, readStory, storiesIn, type Wanted } from './stories.ts';
import type { ArchiveWriter } from './writer.ts';

/** What is put into an archive, and who hears of it. */
export interface Adding {
  /** The files, as they are found. */
  readonly found: AsyncIterable<Walked>;
  readonly wanted: Wanted;
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

/** How many stories were put in, were in it as they are already, and could not be read. */
export interface Added {
  readonly added: number;
  readonly known: number;
  readonly refused: number;
}

/** Puts the stories in files and folders into an archive; those that are in it as they are already cost little. */
export async function addStories(writer: ArchiveWriter, adding: Adding): Promise<Added> {
  const { wanted, maxBytes, nameOf, signal } = adding;
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
  const put = async (found: Found): Promise<void> => {
    if (found.problem !== undefined) return complain(found.problem);
    const before = writer.has(found.id);
    if (isKnown(found, before, wanted)) {
      counts.known += 1;
      return;
    }
    const { record, story } = await readStory(found, wanted);
    await writer.put(record, story.prints);
    counts.added += 1;
    adding.onStory?.(record.id, before !== undefined);
  };
  for (const [done, path] of files.entries()) {
    adding.onProgress({ done, total: files.length, path });
    for await (const found of storiesIn(path, nameOf(path), maxBytes)) {
      if (signal.aborted) return counts;
      await put(found);
    }
  }
  return counts;
}
