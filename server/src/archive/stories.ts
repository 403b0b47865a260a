import { basename } from 'node:path';
import type { Draft, Format } from '../draft/draft.ts';
import { entryOfLine } from '../draft/entries.ts';
import { FORMATS } from '../draft/formats.ts';
import { readDraft } from '../draft/read.ts';
import { hash } from '../language/hash.ts';
import { STORY_KINDS, type StoryKind } from '../reuse/archived.ts';
import { type Story, storyOnce } from '../reuse/story.ts';
import { errorMessage } from '../trouble.ts';
import { DISK, piecesOf } from '../workspace/disk.ts';
import { MAX_BYTES, readDraftFile } from '../workspace/draft-file.ts';
import { entriesOf, manyIn, pathOfEntry } from '../workspace/entries.ts';
import { linesOfStream } from '../workspace/lines.ts';
import type { StoryRecord } from './segment.ts';

/** Where the day on which a story ran is taken from: what its text or its entry says, its path, or the file's own time. */
export const DATES_FROM = ['text', 'path', 'file'] as const;

/** A story to be put in, not read yet; or why there is none, in a sentence. */
export type Found =
  | {
      readonly id: string;
      readonly text: string;
      readonly format: Format;
      readonly title?: string;
      readonly date?: string;
      readonly kind?: StoryKind;
      readonly problem?: undefined;
    }
  | { readonly problem: string };

/**
 * The stories in a file: one, or those of a file with a story a line or of an export of WordPress.
 * @param name how messages call it.
 * @param maxBytes the largest story that is read.
 */
export async function* storiesIn(path: string, name: string, maxBytes = MAX_BYTES): AsyncGenerator<Found> {
  try {
    const how = await manyIn(path);
    if (how === 'lines') {
      for await (const { number, bytes } of linesOfStream(piecesOf(path), maxBytes))
        yield storyOfLine(path, name, number, bytes);
    } else if (how === 'wxr') {
      for await (const entry of entriesOf(path, how, maxBytes)) {
        if (entry.problem !== undefined) yield { problem: `${name}, ${entry.id} ${entry.problem}` };
        else yield { ...entry, id: pathOfEntry(path, entry), format: 'extracted' };
      }
    } else {
      const { file, problem } = await readDraftFile(DISK, path, { name, maxBytes });
      if (problem === undefined) yield { id: path, text: file.text, format: file.format };
      // most files of some endings hold something else than a story
      else if (problem.kind !== 'no-draft') yield { problem: problem.message };
    }
  } catch (error) {
    yield { problem: `${name} could not be read: ${errorMessage(error)}` };
  }
}

/**
 * Reads a line, `{"id": …, "text": "…", "title": "…", "date": "2024-03-12", "kind": "ours", "format": "plain"}`, or one that a check
 * reads: an item of ninjs, or one that has its copy under another name.
 */
export function storyOfLine(
  path: string,
  name: string,
  number: number,
  bytes: Uint8Array | undefined,
): Found {
  const no = (why: string): Found => ({ problem: `${name}, line ${number} ${why}` });
  if (bytes === undefined) return no('is too long.');
  try {
    const line = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { id: own, text: plain, ...said } = JSON.parse(line) as Record<string, unknown>;
    const entry = typeof plain === 'string' ? undefined : entryOfLine(line, number);
    const text = typeof plain === 'string' ? plain : entry?.problem === undefined && entry?.text;
    if (typeof text !== 'string') return no('has no “text”, which must be a string.');
    const { title, date, kind, format = entry === undefined ? 'plain' : 'extracted' } = said;
    const id = own ?? entry?.id ?? number;
    if (typeof id !== 'string' && typeof id !== 'number')
      return no('has an “id” that is neither a string nor a number.');
    if (typeof format !== 'string' || !Object.hasOwn(FORMATS, format)) return no(`has an unknown “format”.`);
    const ofKind = STORY_KINDS.find((one) => one === kind);
    const day = typeof date === 'string' ? dayIn(date) : undefined;
    return {
      id: path === '' ? String(id) : `${path}#${id}`,
      text,
      format: format as Format,
      ...(typeof title === 'string' && { title }),
      ...(day !== undefined && { date: day }),
      ...(ofKind !== undefined && { kind: ofKind }),
    };
  } catch {
    return no('is no JSON object in UTF-8.');
  }
}

/** What is wanted of stories that do not say it themselves. */
export interface Wanted {
  /** Undefined for the house's own, or what a story that is known already is. */
  readonly kind: StoryKind | undefined;
  readonly datesFrom: (typeof DATES_FROM)[number] | undefined;
}

export type FoundStory = Exclude<Found, { problem: string }>;

/** Stands for all that a story says of itself: another text, title or day has another. */
const hashOf = ({ text, format, title, date, kind }: FoundStory): string =>
  hash([format, title, date, kind, text].join('\n'));

/** Whether a story is in an archive already as it is to be put in. */
export const isKnown = (found: FoundStory, known: StoryRecord | undefined, { kind }: Wanted): boolean =>
  known !== undefined && known.hash === hashOf(found) && known.kind === (found.kind ?? kind ?? known.kind);

/** Reads a story that was found: its record and its words. */
export async function readStory(
  found: FoundStory,
  wanted: Wanted,
): Promise<{ readonly record: StoryRecord; readonly story: Story }> {
  const draft = readDraft(found.text, found.format);
  const story = storyOnce(draft);
  const date = found.date ?? (await dayOf(found, wanted.datesFrom));
  const record: StoryRecord = {
    id: found.id,
    title: (found.title ?? titleOf(draft, found.id)).slice(0, LONGEST_TITLE),
    ...(date !== undefined && { date }),
    kind: found.kind ?? wanted.kind ?? 'ours',
    words: story.words.length,
    hash: hashOf(found),
    text: hash(found.text),
  };
  return { record, story };
}

const LONGEST_TITLE = 120;

/** A headline is a title; a story without one goes by its name. */
function titleOf({ paragraphs }: Draft, id: string): string {
  const top = paragraphs.find(({ prose }) => prose.kind === 'headline' || prose.kind === 'heading');
  return top?.prose.text.trim().replace(/\s+/gu, ' ') ?? basename(id);
}

async function dayOf({ id, text }: FoundStory, from: Wanted['datesFrom']): Promise<string | undefined> {
  if (from === 'file') {
    const found = await DISK.stat(id.replace(/#[^#/\\]*$/u, ''));
    return 'failed' in found || found.changed === undefined
      ? undefined
      : found.changed.toISOString().slice(0, 10);
  }
  const inText = from === 'path' ? undefined : dayIn(FRONT_MATTER_DATE.exec(text)?.[1] ?? '');
  return inText ?? (from === 'text' ? undefined : dayIn(id));
}

const FRONT_MATTER_DATE = /^\ufeff?(?:---|\+\+\+)[\s\S]{0,2000}?^date\s*[:=]\s*["']?([\d-]{10})/mu;

/** The day that a text names in digits, the year first: 2024-03-12, 2024/03/12, 20240312. */
function dayIn(text: string): string | undefined {
  const [, year, month, day] =
    /(?<!\d)((?:19|20)\d\d)([-/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/u
      .exec(text)
      ?.filter((_, i) => i !== 2) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
