import type { Memory } from '../engine/memory.ts';
import type { Overrides } from '../engine/plan.ts';
import type { Ledger, SignOff, Undoing } from '../house/ledger.ts';
import type { JudgeLater } from '../phrasing/live.ts';
import type { StoryKind } from '../reuse/archived.ts';
import type { Elsewhere } from '../reuse/elsewhere.ts';
import type { Story } from '../reuse/story.ts';

/**
 * What the server needs of the machine it runs on. Files of `lsp/` reach the machine through this and nothing else, so
 * that the server can also run in a browser worker, which brings a host of its own.
 */
export interface Host {
  /** What the nearest house file asks for a document; undefined where there is none, or no file at all (untitled). */
  houseFor(uri: string): Promise<HouseInForce | undefined>;
  /** Forgets what was read of a house file, since it changed. The last good one stays in force if it has become a bad one. */
  houseChanged(uri: string): void;
  /** The nearest ledger upward from a document, the same object for as long as it is the same; undefined where there is none. */
  ledgerFor(uri: string): Promise<LedgerInForce | undefined>;
  /** Forgets what was read of ledgers, since one has come, changed or gone. */
  ledgerChanged(): void;
  /** Whether the ledger of a document has changed since it was read; if so, what was read of it is forgotten. */
  lookAtLedger(uri: string): Promise<boolean>;
  /**
   * Adds entries to the ledger in a folder, made if there is none, and gives the ledger's URI.
   * @throws Error if it cannot be written.
   */
  appendToLedger(folder: string, entries: readonly (SignOff | Undoing)[]): Promise<string>;
  /** What the computer calls whoever uses it. */
  userName(): string;
  /**
   * Reads a file. Never throws: a file that cannot be read comes back as a problem in plain words.
   * @param largest the most bytes that are read.
   */
  readFile(uri: string, largest?: number): Promise<FileText | FileProblem>;
  /**
   * The drafts in a folder, ignored ones left out, in order, and what is in the way of others. Ends early when the signal
   * says so.
   */
  drafts(folder: string, signal: AbortSignal): AsyncIterable<DraftPlace>;
  /** Opens what was learnt of drafts in earlier checks of the workspace; left out where nothing is kept. */
  openMemory?(): Promise<Memory>;
  /** Reaches archives; left out where none can be reached. */
  readonly archives?: ArchiveHost;
  /** Reads sentences with the phrasing model, without holding up what comes in meanwhile. */
  readonly judgeSentences: JudgeLater;
  /** Lets messages that have come in meanwhile be read. */
  turn(): Promise<void>;
  /** Runs something after a pause, in milliseconds; the answer calls it off. */
  later(pause: number, run: () => void): () => void;
}

/** Archives as the machine reaches them. */
export interface ArchiveHost {
  /**
   * The full path of an archive's folder as settings or a house file name it; undefined for one that cannot be there.
   * @param house the URI of the house file, from whose folder it counts; settings name full paths, or ones from the home folder (~/).
   */
  folderOf(name: string, house?: string): string | undefined;
  /**
   * Makes an asker of archives, which sees when they change.
   * @param tell is told, in a sentence, why an archive cannot be used.
   */
  open(tell: (problem: string) => void): OpenArchives;
  /**
   * Puts the drafts in a folder into an archive, without holding up what comes in meanwhile.
   * @param folder its URI.
   * @throws Error, in words for a user, if the archive cannot be used.
   */
  add(
    asked: { readonly archive: string; readonly folder: string; readonly kind: StoryKind },
    signal: AbortSignal,
    onProgress: (progress: { readonly done: number; readonly total: number; readonly path: string }) => void,
  ): Promise<StoriesAdded>;
  /**
   * Takes stories out of an archive.
   * @throws Error, as `add` does.
   */
  remove(archive: string, ids: readonly string[]): Promise<void>;
  /** How many stories an archive has; undefined where there is none that can be used. */
  count(archive: string): Promise<number | undefined>;
}

/** What came of putting stories into an archive. */
export interface StoriesAdded {
  readonly added: number;
  /** In it already, as they are. */
  readonly known: number;
  readonly refused: number;
  /** Why those that were refused could not be read, in sentences, the first few of them. */
  readonly problems: readonly string[];
  /** The ids of stories that were not there before; none where there are too many to take them out again. */
  readonly fresh: readonly string[];
}

/** Archives that are asked about open drafts. */
export interface OpenArchives {
  /** What archives know of a draft: the same object for as long as that is the same. */
  meet(
    folders: readonly string[],
    story: Story,
    uri: string,
  ): Promise<Pick<Elsewhere, 'archived' | 'habits'>>;
  /** The same as long as archives hold the same stories. */
  stamp(folders: readonly string[]): Promise<string>;
  /** A file has changed, come or gone. */
  changed(uri: string): void;
}

/** Where a draft is, or why something that looks like one cannot be checked. */
export interface DraftPlace {
  readonly uri: string;
  readonly problem: string | undefined;
}

/** A ledger and its place. */
export interface LedgerInForce {
  /** The ledger. */
  readonly uri: string;
  /** The folder that entries name drafts from. */
  readonly folder: string;
  readonly ledger: Ledger;
  /** Why it could not be read, in a sentence; then nothing counts as settled. */
  readonly problem: string | undefined;
}

/** A house file as it applies to one document. */
export interface HouseInForce {
  /** The house file. */
  readonly uri: string;
  /** What it asks for; undefined when it has never been a good one. */
  readonly overrides: Overrides | undefined;
  /** The largest draft that is checked, in kilobytes, if it says so. */
  readonly maxFileSize: number | undefined;
  /** The archives that drafts are compared with, as it names them. */
  readonly archive: readonly string[];
  /** Whether it says that the document is not to be checked. */
  readonly ignored: boolean;
}

export interface FileText {
  readonly text: string;
}

export interface FileProblem {
  /** Why it cannot be read, in a sentence. */
  readonly problem: string;
  /** There is no such file. */
  readonly missing: boolean;
  /** It holds something else than a draft, as most files of its ending do. */
  readonly isNone?: true;
}
