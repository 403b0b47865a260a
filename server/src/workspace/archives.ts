import { type Archive, openArchive } from '../archive/archive.ts';
import { linesOf } from '../draft/lines.ts';
import { readDraft } from '../draft/read.ts';
import { hash } from '../language/hash.ts';
import type { ArchivedStory, OriginalStory } from '../reuse/archived.ts';
import type { Elsewhere, Habit } from '../reuse/elsewhere.ts';
import { type Story, storyOf } from '../reuse/story.ts';
import { DISK } from './disk.ts';
import { readDraftFile } from './draft-file.ts';

/** Asks archives what they know of drafts. */
export interface Archives {
  /**
   * The stories of archives that share copy with a draft.
   * @param folders the archives' folders.
   * @param own the draft's full path, by which it may be in an archive itself.
   */
  meet(
    folders: readonly string[],
    story: Story,
    own: string,
  ): Promise<Pick<Elsewhere, 'archived' | 'habits'>>;
  /** The same as long as archives hold the same stories. */
  stamp(folders: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/**
 * Makes an asker of archives; each is opened when it is first asked for, and stays as it was then.
 * @param nameOf how messages call a path.
 * @param tell is told, in a sentence, why an archive or a part of it cannot be used; once for each.
 */
export function createArchives(nameOf: (path: string) => string, tell: (problem: string) => void): Archives {
  const opened = new Map<string, Promise<Archive | undefined>>();
  const open = async (folder: string): Promise<Archive | undefined> => {
    try {
      const archive = await openArchive(folder);
      if (archive.manifest.segments.length === 0)
        tell(
          `There are no stories in the archive ${nameOf(folder)}. “blue-pencil archive add” puts some in.`,
        );
      for (const { entry, why } of archive.damaged)
        tell(
          `A part of the archive ${nameOf(folder)} with ${entry.stories === 1 ? '1 story' : `${entry.stories} stories`} cannot be used: ${why}. Run “blue-pencil archive add” on the same files again, which puts them back.`,
        );
      return archive;
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const get = (folder: string): Promise<Archive | undefined> => {
    const opening = opened.get(folder) ?? open(folder);
    opened.set(folder, opening);
    return opening;
  };
  return {
    async stamp(folders) {
      const archives = await Promise.all(folders.map(get));
      return archives.length === 0 ? '' : hash(JSON.stringify(archives.map((one) => one?.manifest)));
    },
    async meet(folders, story, own) {
      const archived: ArchivedStory[] = [];
      const habits = new Map<number, Habit>();
      for (const folder of folders) {
        const archive = await get(folder);
        if (archive === undefined) continue;
        const { stories, crowd } = archive.meet(story, own);
        for (const [print, habit] of crowd) habits.set(print, habit);
        for (const { record, places } of stories) {
          const original = await originalOf(record.id, record.text, nameOf);
          archived.push({ ...record, places, ...(original !== undefined && { original }) });
        }
      }
      archived.sort((a, b) => b.places.size - a.places.size);
      return { archived, habits };
    },
    async close() {
      for (const archive of await Promise.all(opened.values())) archive?.close();
    },
  };
}

/** The story in its file, if that is there and says what it said. */
async function originalOf(
  id: string,
  text: string,
  nameOf: (path: string) => string,
): Promise<OriginalStory | undefined> {
  if ('failed' in (await DISK.stat(id))) return undefined;
  const { file } = await readDraftFile(DISK, id);
  if (file === undefined || hash(file.text) !== text) return undefined;
  const { positionAt } = linesOf(file.text);
  const story = storyOf(readDraft(file.text, file.format));
  return { place: nameOf(id), name: nameOf(id), story, positionAt };
}
