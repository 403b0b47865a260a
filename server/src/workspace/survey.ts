import { linesOf } from '../draft/lines.ts';
import { readDraft } from '../draft/read.ts';
import type { Memory } from '../engine/memory.ts';
import { type Elsewhere, MOST_OTHERS, NOWHERE, type OtherDraft } from '../reuse/elsewhere.ts';
import { createShelf } from '../reuse/shelf.ts';
import { storyOf } from '../reuse/story.ts';
import { DISK } from './disk.ts';
import { readDraftFile } from './draft-file.ts';
import { marksIn } from './memory.ts';

/** Which other drafts share copy with one, as plain data that can be sent to a worker thread. */
export interface Neighbours {
  /** Their paths, those that share most first. */
  readonly paths: readonly string[];
  readonly crowd: Elsewhere['crowd'];
  /** Tells them as they stand from any others, where something is remembered of them. */
  readonly stamp?: string;
}

/** How a draft is read to be compared: as it is checked. */
export interface SurveyOptions {
  /** In bytes. */
  readonly maxBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What an earlier run has learnt of drafts. */
  readonly remembered?: Memory | undefined;
}

/**
 * Reads drafts once and finds which of them share copy, in time that grows as their number. Those that cannot be read are passed over:
 * whoever checks them says so.
 */
export async function surveyDrafts(
  paths: readonly string[],
  { maxBytes, signal, remembered }: SurveyOptions = {},
): Promise<ReadonlyMap<string, Neighbours>> {
  const shelf = createShelf();
  const keys = new Map<string, string>();
  for (const path of paths) {
    if (signal?.aborted) break;
    const { file } = await readDraftFile(DISK, path, { maxBytes });
    if (file === undefined) continue;
    if (remembered === undefined) shelf.put(path, await marksIn(file));
    else {
      const { marks, sum } = await remembered.marks(path, file);
      keys.set(path, sum);
      shelf.put(path, marks);
    }
  }
  return new Map(
    [...shelf.meetAll()].map(([path, { others, crowd }]) => {
      const near = [...others.keys()].slice(0, MOST_OTHERS);
      const stamp = JSON.stringify([near.map((one) => [one, keys.get(one)]), [...crowd]]);
      return [path, { paths: near, crowd, ...(remembered && { stamp }) }];
    }),
  );
}

/** Reads what a draft is to be compared with. */
export type ReadElsewhere = (
  path: string,
  neighbours: Neighbours | undefined,
) => Promise<Pick<Elsewhere, 'name' | 'others' | 'crowd'>>;

/** So many drafts are kept as they were read. */
const KEPT = 50;

/**
 * Makes a reader of the drafts that others are compared with; those read last are kept.
 * @param nameOf how messages call a path.
 */
export function createElsewhere(
  nameOf: (path: string) => string,
  maxBytes: number | undefined,
): ReadElsewhere {
  const kept = new Map<string, Promise<OtherDraft | undefined>>();
  const read = async (path: string): Promise<OtherDraft | undefined> => {
    const { file } = await readDraftFile(DISK, path, { maxBytes });
    if (file === undefined) return undefined;
    const { positionAt } = linesOf(file.text);
    return {
      place: nameOf(path),
      name: nameOf(path),
      story: storyOf(readDraft(file.text, file.format)),
      positionAt,
    };
  };
  const other = (path: string): Promise<OtherDraft | undefined> => {
    const found = kept.get(path) ?? read(path);
    kept.delete(path);
    kept.set(path, found);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
  };
  return async (path, neighbours) => {
    if (neighbours === undefined) return NOWHERE;
    const others = await Promise.all(neighbours.paths.map(other));
    return {
      name: nameOf(path),
      others: others.filter((one) => one !== undefined),
      crowd: neighbours.crowd,
    };
  };
}
