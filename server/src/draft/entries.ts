import { toldOfCopy } from './copy.ts';
import type { Format } from './draft.ts';
import { otherLanguage, type Told, writeExtracted } from './extracted.ts';
import { FORMATS } from './formats.ts';
import { toldOfItem } from './ninjs.ts';
import { readDraft } from './read.ts';
import { xmlReader } from './xml.ts';

/** A draft out of a file of many, or why one of its entries is none. */
export type Entry =
  | {
      readonly id: string;
      readonly text: string;
      /** The day it was put out, as in 2024-03-12, where the file says it. */
      readonly date?: string;
      readonly problem?: undefined;
    }
  /** The message follows the entry's name. It is left out if it is a draft, but none that is read here. */
  | { readonly id: string; readonly problem: string; readonly isLeftOut?: true };

type Fields = Readonly<Record<string, unknown>>;

/** What the text of an entry can be said to be written in. */
export const TEXT_FORMATS = (Object.keys(FORMATS) as Format[]).filter((format) => format !== 'extracted');

const toldOfDraft = (text: string, format: Format): readonly Told[] =>
  readDraft(text, format).paragraphs.map(({ prose }) => ({
    kind: prose.kind === 'headline' ? 'heading' : prose.kind,
    text: prose.text,
  }));

const IDS = ['id', 'uri', 'guid', '_id', 'url', 'slug'];
const TITLES = ['headline', 'title'];
const BODIES = ['text', 'body', 'content', 'article', 'html'];

/**
 * The draft on a line of a file with an object of JSON a line: an item of ninjs, or one that has its copy in `text`, `body`, `content`, `article` or
 * `html`, with a `headline` or `title` if it has one. With a `format` its text is read as that. Undefined for an object without copy.
 * @param number of the line, counted from 1, by which an entry without an id is called.
 */
export function entryOfLine(line: string, number: number): Entry | undefined {
  const called = `line ${number}`;
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    return { id: called, problem: 'is no JSON. Nothing in it was checked.' };
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined;
  const item = said as Fields;
  const first = (names: readonly string[]) =>
    names.map((name) => item[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  const named = IDS.map((name) => item[name]).find((id) => typeof id === 'string' || typeof id === 'number');
  const id = named === undefined ? called : String(named);
  const format = TEXT_FORMATS.find((one) => one === item.format);
  const copy = first(BODIES);
  if (format !== undefined && typeof copy === 'string')
    return { id, text: writeExtracted(toldOfDraft(copy, format)) };
  const title = first(TITLES);
  const headline: readonly Told[] = typeof title === 'string' ? [{ kind: 'heading', text: title }] : [];
  const told =
    toldOfItem(item) ?? (typeof copy === 'string' ? [...headline, ...toldOfCopy(copy)] : undefined);
  const foreign = otherLanguage(item.language);
  if (told !== undefined && foreign !== undefined) return { id, problem: foreign, isLeftOut: true };
  return told && { id, text: writeExtracted(told) };
}

// What WordPress puts something in the place of; of a caption its words stay.
const SHORTCODE = /\[\/?(?:caption|wp_caption|gallery|embed|audio|video|playlist)\b[^\]]{0,1000}\]/gu;
const POSTS = /^(?:post|page)$/u;
const KEPT = /^(?:title|content:encoded|wp:post_id|wp:post_type|wp:post_date)$/u;
const DAY = /^\s*(?!0000)(\d{4}-\d\d-\d\d)\b/u;

/**
 * Makes a reader of an export of WordPress that is given piece by piece: its posts and pages, each by its number. `take` gives those that
 * are whole since it was last asked.
 * @param largest the longest entry that is kept, in UTF-16 units.
 */
export function wxrReader(largest: number): {
  write(piece: string): void;
  end(): void;
  take(): readonly Entry[];
} {
  let ready: Entry[] = [];
  let fields: Record<string, string> | undefined;
  let open: string | undefined;
  let isTooLarge = false;
  const finish = (): void => {
    const {
      title = '',
      'content:encoded': content = '',
      'wp:post_id': id = '',
      'wp:post_type': type = 'post',
      'wp:post_date': written = '',
    } = fields ?? {};
    if (!POSTS.test(type.trim())) return;
    if (isTooLarge) {
      ready.push({ id: id.trim(), problem: 'is too large. Nothing in it was checked.' });
      return;
    }
    const copy = toldOfCopy(content.replace(SHORTCODE, ' '));
    const text = writeExtracted([{ kind: 'heading', text: title }, ...copy]);
    const date = DAY.exec(written)?.[1];
    if (text !== '') ready.push({ id: id.trim(), text, ...(date !== undefined && { date }) });
  };
  const reader = xmlReader({
    open(name) {
      if (name === 'item') {
        fields = {};
        isTooLarge = false;
      } else if (fields !== undefined) open = KEPT.test(name) ? name : undefined;
    },
    text(words) {
      if (fields === undefined || open === undefined) return;
      const before = fields[open] ?? '';
      if (before.length + words.length > largest) isTooLarge = true;
      else fields[open] = before + words;
    },
    close(name) {
      open = undefined;
      if (name !== 'item') return;
      finish();
      fields = undefined;
    },
  });
  return {
    ...{ write: (piece: string) => reader.write(piece), end: () => reader.end() },
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
  };
}
