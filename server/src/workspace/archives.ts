import { join } from 'node:path';
import { type Archive, MANIFEST, type MetInArchive, openArchive } from '../archive/archive.ts';
import { linesOf } from '../draft/lines.ts';
import { memoizeWeak } from '../draft/memoize.ts';
import { readDraft } from '../draft/read.ts';
import { hash } from '../language/hash.ts';
import type { ArchivedStory, OriginalStory } from '../reuse/archived.ts';
import type { Elsewhere, Habit } from '../reuse/elsewhere.ts';
import { type Story, storyOf } from '../reuse/story.ts';
import { errorMessage } from '../trouble.ts';
import { DISK } from './disk.ts';
import { readDraftFile } from './draft-file.ts';
import { turn } from './turn.ts';

/** What archives know of a draft. */
export type MetInArchives = Pick<Elsewhere, 'archived' | 'habits'>;

/** Asks archives what they know of drafts. */
export interface Archives {
  /**
   * The stories of archives that share copy with a draft: the same object for as long as that is the same. Asked again after an edit,
   * only what the edit has changed is looked up.
   * @param folders the archives' folders.
   * @param own the draft's full path, by which it may be in an archive itself.
   */
  meet(folders: readonly string[], story: Story, own: string): Promise<MetInArchives>;
  /** The same as long as archives hold the same stories. */
  stamp(folders: readonly string[]): Promise<string>;
  /** A file has changed, come or gone: what was read of it is forgotten. */
  changed(path: string): void;
  close(): Promise<void>;
}

/** How messages and findings name things, and who hears of trouble. */
export interface ArchivesOptions {
  /** How messages call a path. */
  readonly nameOf: (path: string) => string;
  /** The place that a finding leads to; what messages call it, if left out. */
  readonly placeOf?: (path: string) => string;
  /** Is told, in a sentence, why an archive or a part of it cannot be used; once for each as it stands. */
  readonly tell: (problem: string) => void;
  /** What to do about an archive that has no stories or only a part of them, in sentences. */
  readonly advice?: { readonly empty: string; readonly damaged: string };
  /** Whether it is seen that an archive has changed since it was opened; if not, it stays as it was then. */
  readonly follows?: boolean;
}

/** So many drafts are kept as they were asked about last, and so many archived stories as they were read. */
const DRAFTS = 20;
const ORIGINALS = 50;

const AT_THE_COMMAND_LINE = {
  empty: '“blue-pencil archive add” puts some in.',
  damaged: 'Run “blue-pencil archive add” on the same files again, which puts them back.',
};

/** What was said of a draft, and by which archives. */
interface Known {
  readonly story: Story;
  readonly archives: readonly Archive[];
  readonly standing: readonly MetInArchive['standing'][];
  /** Nothing where a file has changed since. */
  readonly met: MetInArchives | undefined;
}

/** Makes an asker of archives; each is opened when it is first asked for. */
export function createArchives({
  nameOf,
  placeOf = nameOf,
  tell,
  advice = AT_THE_COMMAND_LINE,
  follows = false,
}: ArchivesOptions): Archives {
  const opened = new Map<
    string,
    { readonly stamp: string; readonly archive: Promise<Archive | undefined> }
  >();
  const known = new Map<string, Known>();
  // an archive that another has taken the place of is closed when nobody asks it any more
  const replaced: Archive[] = [];
  let asking = 0;
  let changes = 0;
  const ask = async <T>(
    folders: readonly string[],
    question: (archives: readonly Archive[]) => Promise<T>,
  ): Promise<T> => {
    asking += 1;
    try {
      return await question((await Promise.all(folders.map(get))).filter((one) => one !== undefined));
    } finally {
      asking -= 1;
      if (asking === 0) for (const one of replaced.splice(0)) one.close();
    }
  };
  const originals = new Map<string, Promise<OriginalStory | undefined>>();
  const open = async (folder: string): Promise<Archive | undefined> => {
    try {
      const archive = await openArchive(folder);
      if (archive.manifest.segments.length === 0)
        tell(`There are no stories in the archive ${nameOf(folder)}. ${advice.empty}`);
      for (const { entry, why } of archive.damaged)
        tell(
          `A part of the archive ${nameOf(folder)} with ${entry.stories === 1 ? '1 story' : `${entry.stories} stories`} cannot be used: ${why}. ${advice.damaged}`,
        );
      return archive;
    } catch (error) {
      tell(errorMessage(error));
      return undefined;
    }
  };
  const get = async (folder: string): Promise<Archive | undefined> => {
    const stamp = follows ? await whenWritten(folder) : '';
    const before = opened.get(folder);
    if (before?.stamp === stamp) return before.archive;
    const archive = open(folder);
    opened.set(folder, { stamp, archive });
    await archive;
    replaced.push(...[await before?.archive].filter((one) => one !== undefined));
    return archive;
  };
  const original = (id: string, text: string): Promise<OriginalStory | undefined> =>
    keptIn(originals, `${id}\n${text}`, ORIGINALS, () => originalOf(id, text, nameOf(id), placeOf(id)));

  return {
    stamp: (folders) =>
      ask(folders, async (archives) => (folders.length === 0 ? '' : archives.map(stampOf).join(' '))),
    meet: (folders, story, own) =>
      ask(folders, async (archives) => {
        const before = known.get(own);
        const same = isSame(before?.archives, archives) ? before : undefined;
        if (same?.met !== undefined && same.story === story) return same.met;
        const since = changes;
        const found: MetInArchive[] = [];
        for (const [i, archive] of archives.entries())
          found.push(await archive.meet(story, own, same?.standing[i]));
        const habits = new Map<number, Habit>(found.flatMap(({ crowd }) => [...crowd]));
        const archived: ArchivedStory[] = [];
        for (const { record, places } of found.flatMap(({ stories }) => stories)) {
          const there = await original(record.id, record.text);
          archived.push({ ...record, places, ...(there !== undefined && { original: there }) });
        }
        archived.sort((a, b) => b.places.size - a.places.size);
        const met = archived.length === 0 && habits.size === 0 ? NOTHING : { archived, habits };
        const standing = found.map((one) => one.standing);
        known.delete(own);
        const stands = changes === since ? met : undefined;
        keptIn(known, own, DRAFTS, () => ({ story, archives, standing, met: stands }));
        return met;
      }),
    changed(path) {
      changes += 1;
      for (const key of originals.keys()) if (key.startsWith(`${path}\n`)) originals.delete(key);
      for (const [own, one] of known) known.set(own, { ...one, met: undefined });
    },
    async close() {
      for (const { archive } of opened.values()) (await archive)?.close();
    },
  };
}

const stampOf = memoizeWeak(({ manifest }: Archive): string => hash(JSON.stringify(manifest)));

const NOTHING: MetInArchives = { archived: [], habits: new Map() };

const isSame = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  a?.length === b.length && b.every((one, i) => one === a[i]);

/** What a map keeps under a key, made where it is missing; what was put in first goes when there is too much. */
function keptIn<T>(map: Map<string, T>, key: string, most: number, make: () => T): T {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
  return value;
}

async function whenWritten(folder: string): Promise<string> {
  const found = await DISK.stat(join(folder, MANIFEST));
  return 'failed' in found ? found.failed : String(found.changed?.getTime());
}

/** The story in its file, if that is there and says what it said. */
async function originalOf(
  id: string,
  text: string,
  name: string,
  place: string,
): Promise<OriginalStory | undefined> {
  if ('failed' in (await DISK.stat(id))) return undefined;
  const { file } = await readDraftFile(DISK, id);
  // reading one is a piece of work by itself
  await turn();
  if (file === undefined || hash(file.text) !== text) return undefined;
  const { positionAt } = linesOf(file.text);
  return { place, name, story: storyOf(readDraft(file.text, file.format)), positionAt };
}
