import type { Draft } from '../draft/draft.ts';
import { formatOfPath, languageOfPath } from '../draft/formats.ts';
import { linesOf } from '../draft/lines.ts';
import { readBetween } from '../draft/read.ts';
import type { Memory, Text } from '../engine/memory.ts';
import { hash } from '../language/hash.ts';
import { type Elsewhere, MOST_OTHERS, NOWHERE, type OtherDraft } from '../reuse/elsewhere.ts';
import { createShelf, type Met, marksOf, metOf } from '../reuse/shelf.ts';
import { storyOf } from '../reuse/story.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { readOpen } from './prepare.ts';
import { isLanguageChecked, type Settings } from './settings.ts';
import { fileName, inFolder, nearestFolder, normalizeUri, pathIn } from './uris.ts';

/** Knows which drafts of the workspace share copy. */
export interface Neighbours {
  /**
   * What a draft of the workspace is compared with, as far as it is known by now: the same object for as long as that is the same. The
   * first question sets off a look at the drafts on disk.
   */
  of(uri: string, draft: Draft): Promise<Elsewhere>;
  /** The same as long as a text is compared with the same, as far as that is known by now. */
  stamp(uri: string, text: Text, memory: Memory): Promise<string>;
  /** Reads drafts that are not known yet, by their URIs, before they are compared. */
  read(uris: Iterable<string>, signal: AbortSignal, memory: Memory | undefined): Promise<void>;
  /** A draft has been typed in. */
  typed(document: OpenDocument): void;
  /** A file has changed, come or gone, or a document was closed. */
  changed(uri: string): void;
  /** A file or a folder is gone, or has another name. */
  gone(uri: string): void;
  /** Folders of the workspace have come or gone. */
  foldersChanged(): void;
}

/** What it works with. */
export interface Dependencies {
  readonly host: Host;
  /** Lets messages be read, and what somebody waits for be done. */
  turn(): Promise<void>;
  readonly documents: Documents;
  readonly settings: Settings;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
  /** Is told of drafts in which something else may be found now, though they have not changed. */
  onNews(uris: readonly string[]): void;
}

/** A draft as it was read. */
interface Read extends OtherDraft {
  /** A hash of its file; none for one that is open. */
  readonly stamp?: string;
}

/** What was found of a draft's marks, and when. */
interface Known {
  readonly draft: Draft;
  readonly marks: Uint32Array;
  /** The drafts that have each of its marks, where any has. */
  readonly held: ReadonlyMap<number, readonly string[]>;
  readonly news: number;
  readonly elsewhere: Elsewhere;
}

/** How long typing must pause before other drafts are compared with what was typed, in milliseconds. */
const PAUSE = 800;
/** So many drafts that are not open are kept as they were read. */
const KEPT = 50;

/** Makes the keeper of what drafts share. Nothing is read before it is asked. */
export function createNeighbours({
  host,
  turn,
  documents,
  settings,
  folders,
  onNews,
}: Dependencies): Neighbours {
  const shelf = createShelf();
  const known = new Map<string, Known>();
  const kept = new Map<string, Read>();
  // hashes of the files on the shelf as all others were told of them; none for what was read from the editor since
  const stamps = new Map<string, string>();
  const stale = new Set<string>();
  let isRenewing = false;
  const waiting = new Map<string, () => void>();
  // an editor may keep the document of a file that is gone, for minutes; it is no draft unless somebody goes on with it
  const deleted = new Set<string>();
  // how often a file has changed
  const changes = new Map<string, number>();
  let roots: Promise<readonly string[]> | undefined;
  let looked: Promise<void> | undefined;
  // counts what has changed on the shelf but for a draft's own marks
  let news = 0;

  const rootOf = async (uri: string): Promise<string | undefined> => {
    roots ??= folders();
    return nearestFolder(uri, await roots);
  };
  const nameOf = async (uri: string): Promise<string> => {
    const root = await rootOf(uri);
    return root === undefined ? fileName(uri) : pathIn(uri, root);
  };

  /** The text of a draft on disk; nothing for what is not checked. */
  const textOf = async (uri: string): Promise<Text | undefined> => {
    const at = changes.get(uri);
    const format = formatOfPath(fileName(uri));
    const root = await rootOf(uri);
    if (format === undefined || root === undefined) return undefined;
    const inForce = await settings.forClosed(uri, root);
    const isRead = inForce.enabled && isLanguageChecked(inForce, languageOfPath(fileName(uri)));
    const file = isRead ? await host.readFile(uri, inForce.largest) : undefined;
    // or a draft that was deleted while it was being read would be there for good
    if (changes.get(uri) !== at) return textOf(uri);
    return file === undefined || 'problem' in file ? undefined : { text: file.text, format };
  };

  /** A draft as it stands in the editor, or else on disk; nothing for what is not checked. */
  const readOne = async (uri: string): Promise<Read | undefined> => {
    const open = documents.get(uri);
    if (open !== undefined && deleted.has(uri)) return undefined;
    if (open !== undefined) {
      await readOpen(open, host.turn);
      const { source } = open.text;
      const { positionAt } = linesOf(source.slice(0, source.length));
      stamps.delete(uri);
      return { place: open.uri, name: await nameOf(uri), story: storyOf(open.draft()), positionAt };
    }
    const before = kept.get(uri);
    if (before !== undefined) {
      kept.delete(uri);
      kept.set(uri, before);
      return before;
    }
    const written = await textOf(uri);
    if (written === undefined) return undefined;
    const { positionAt } = linesOf(written.text);
    const story = storyOf(await readBetween(written.text, written.format, host.turn));
    const one = { place: uri, name: await nameOf(uri), story, positionAt, stamp: hash(written.text) };
    kept.set(uri, one);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return one;
  };

  const shelve = (uri: string, one: Read | undefined): void => {
    if (one?.stamp === undefined) stamps.delete(uri);
    else stamps.set(uri, one.stamp);
    if (one === undefined) shelf.remove(uri);
    else shelf.put(uri, marksOf(one.story.prints));
  };
  const put = async (uri: string): Promise<void> => shelve(uri, await readOne(uri));
  const putRemembered = async (uri: string, memory: Memory): Promise<void> => {
    const written = await textOf(uri);
    if (written === undefined) return shelve(uri, undefined);
    shelf.put(uri, (await memory.marks(uri, written)).marks);
    stamps.set(uri, hash(written.text));
  };
  /** A hash of a draft's text as it is on the shelf. */
  const stampOf = async (uri: string): Promise<string | undefined> => {
    const source = documents.get(uri)?.text.source;
    if (source !== undefined) return hash(source.slice(0, source.length));
    if (!stamps.has(uri)) await put(uri);
    return stamps.get(uri);
  };

  const tell = (uris: readonly string[]): void => {
    news += 1;
    if (uris.length > 0) onNews(uris);
  };

  const tellIfAny = (uris: readonly string[]): void => {
    if (uris.length > 0) tell(uris);
  };

  /** Puts a draft on the shelf as it now stands. Gives the others that it meets, or that have met it before; none where it is as it was. */
  const renew = async (uri: string): Promise<ReadonlySet<string>> => {
    const before = stamps.get(uri);
    const one = await readOne(uri);
    if (documents.get(uri) === undefined) known.delete(uri);
    const others = new Set<string>();
    if (before !== undefined && one?.stamp === before) return others;
    for (const mark of one === undefined ? [] : marksOf(one.story.prints))
      for (const other of shelf.holders(mark, uri)) others.add(other);
    for (const [other, { elsewhere }] of known)
      if (elsewhere.others.some(({ place }) => normalizeUri(place) === uri)) others.add(other);
    shelve(uri, one);
    others.delete(uri);
    return others;
  };

  /** Renews what has changed on disk, each once, and tells of all others at the end. */
  const renewStale = async (): Promise<void> => {
    if (isRenewing) return;
    isRenewing = true;
    const others = new Set<string>();
    for (const uri of stale) {
      await turn();
      if (!stale.delete(uri)) continue;
      for (const other of await renew(uri).catch(() => [])) others.add(other);
    }
    isRenewing = false;
    tellIfAny([...others]);
  };

  const look = async (): Promise<void> => {
    const { signal } = new AbortController();
    roots ??= folders();
    for (const root of await roots) {
      // elsewhere every file would come over the wire; there a check of the workspace reads them
      if (!root.startsWith('file:')) continue;
      for await (const { uri, problem } of host.drafts(root, signal)) {
        await turn();
        const key = normalizeUri(uri);
        if (problem === undefined && !shelf.has(key)) await put(key);
      }
    }
    for (const name of shelf.names()) if (nearestFolder(name, await roots) === undefined) shelf.remove(name);
    kept.clear();
    // to be asked for what is found once more, just when a window is opened, holds up its first marks
    const meetsOthers = (uri: string): boolean =>
      known.get(uri)?.marks.some((mark) => shelf.holders(mark, uri).length > 0) !== false;
    tell(
      documents
        .all()
        .map(({ uri }) => normalizeUri(uri))
        .filter(meetsOthers),
    );
  };

  const find = (uri: string, draft: Draft, before: Known | undefined): Pick<Known, 'marks' | 'held'> => {
    const marks = marksOf(storyOf(draft).prints);
    const same = before?.news === news ? before : undefined;
    const old = new Set(same?.marks);
    const held = new Map<number, readonly string[]>();
    for (const mark of marks) {
      const holders = old.has(mark) ? (same?.held.get(mark) ?? []) : shelf.holders(mark, uri);
      if (holders.length > 0) held.set(mark, holders);
    }
    return { marks, held };
  };
  const nearest = ({ others }: Met): readonly string[] => [...others.keys()].slice(0, MOST_OTHERS);

  const changed = (asked: string): void => {
    const uri = normalizeUri(asked);
    deleted.delete(uri);
    readAgain(uri);
  };

  const readAgain = (uri: string): void => {
    if (looked === undefined && !shelf.has(uri)) return;
    kept.delete(uri);
    changes.set(uri, (changes.get(uri) ?? 0) + 1);
    stale.add(uri);
    void renewStale();
  };

  return {
    async of(asked, draft) {
      const uri = normalizeUri(asked);
      if ((await rootOf(uri)) === undefined) return NOWHERE;
      looked ??= look().catch(() => {});
      const before = known.get(uri);
      if (before !== undefined && before.draft === draft && before.news === news) return before.elsewhere;
      const at = news;
      const { marks, held } = find(uri, draft, before);
      const met = metOf(held);
      const { crowd } = met;
      const found: OtherDraft[] = [];
      for (const other of nearest(met)) {
        const one = await readOne(other);
        if (one !== undefined) found.push(one);
      }
      const elsewhere =
        found.length === 0 && crowd.size === 0
          ? NOWHERE
          : { ...NOWHERE, name: await nameOf(uri), others: found, crowd };
      if (documents.get(uri) !== undefined) {
        stamps.delete(uri);
        if (!deleted.has(uri)) shelf.put(uri, marks);
        known.set(uri, { draft, marks, held, news: at, elsewhere });
      }
      return elsewhere;
    },
    async stamp(asked, text, memory) {
      const uri = normalizeUri(asked);
      if ((await rootOf(uri)) === undefined) return '';
      const { marks } = await memory.marks(uri, text);
      const met = metOf(new Map(Array.from(marks, (mark) => [mark, shelf.holders(mark, uri)])));
      const near: unknown[] = [];
      for (const other of nearest(met)) near.push([await nameOf(other), await stampOf(other)]);
      return JSON.stringify([await nameOf(uri), near, [...met.crowd]]);
    },
    async read(uris, signal, memory) {
      for (const uri of uris) {
        await turn();
        if (signal.aborted) return;
        const key = normalizeUri(uri);
        if (shelf.has(key)) continue;
        if (memory === undefined || documents.get(key) !== undefined) await put(key);
        else await putRemembered(key, memory);
      }
      news += 1;
    },
    typed(document) {
      const uri = normalizeUri(document.uri);
      deleted.delete(uri);
      if (looked === undefined) return;
      waiting.get(uri)?.();
      const now = (): void => {
        waiting.delete(uri);
        const isOpen = (other: string): boolean => documents.get(other) !== undefined;
        void renew(uri).then(
          (others) => tellIfAny([...others].filter(isOpen)),
          () => {},
        );
      };
      waiting.set(uri, host.later(PAUSE, now));
    },
    changed,
    gone(asked) {
      for (const name of [...shelf.names()])
        if (name === normalizeUri(asked) || inFolder(name, asked)) {
          deleted.add(name);
          readAgain(name);
        }
    },
    foldersChanged() {
      roots = undefined;
      looked = undefined;
      news += 1;
    },
  };
}
