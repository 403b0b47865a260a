/**
 * What Blue Pencil's server and its clients say to each other beyond the language server protocol. Types only: a client
 * may import them with `import type`.
 *
 * The server announces its commands in `executeCommandProvider`. vscode-languageclient registers each of those as a
 * command of the editor by itself, so an extension must not register one of the same name again.
 */
import type { Location, Range } from 'vscode-languageserver-types';
import type { Severity } from '../checks/check.ts';
import type { SignOff, Target } from '../house/ledger.ts';
import type { Standing } from '../reports/claims.ts';
import type { ExportedFormat } from '../reports/index.ts';
import type { About } from '../reports/report.ts';
import type { SheetName } from '../reports/sheet.ts';
import type { StoryKind } from '../reuse/archived.ts';
import type { SourceKind } from '../sourcing/index.ts';

/** The section of the client's settings that the server asks for, resource by resource. */
export type SettingsSection = 'bluePencil';

/** Settings as a client keeps them; everything may be missing. `checks` and `severity` read as in a house file. */
export interface ClientSettings {
  /** Whether drafts are checked at all. Default true. */
  readonly enable?: boolean;
  /** The ids of the languages that are checked; default all that the client sends. */
  readonly languages?: readonly string[];
  readonly checks?: Readonly<Record<string, unknown>>;
  readonly severity?: Readonly<Record<string, string>>;
  /** The spelling of the house: `either` (the default), `british` or `american`. */
  readonly dialect?: string;
  /** The quote marks that pasted copy gets: `either` (the default), `curly` or `straight`. */
  readonly quoteMarks?: string;
  /** How the house spells names, as in a house file. */
  readonly names?: readonly string[];
  /** Further verbs that name a source, as in a house file. */
  readonly reportingVerbs?: readonly string[];
  /** What the house writes in place of other words, as in a house file. */
  readonly wording?: readonly unknown[];
  /** Lists of wording to start from, as in a house file. */
  readonly extends?: readonly string[];
  /** The largest draft that is checked, in kilobytes. Default 4096. */
  readonly maxFileSize?: number;
  /** How long typing must pause before a draft is checked, in milliseconds; for clients without pull diagnostics. Default 150. */
  readonly delay?: number;
  /** The name that sign-offs carry. Default: what the computer calls its user. */
  readonly editorName?: string;
  /** Folders of archives that drafts are compared with: full paths, or paths from the home folder (`~/archive`). */
  readonly archives?: readonly string[];
}

/**
 * A kind of code action that a client may ask for: of what is found at a place, the preferred fix alone. It is answered before all else
 * is gathered, and at once for a draft that has been checked and then opened.
 */
export type PreferredKind = 'quickfix.bluePencil.preferred';

/** `initializationOptions`, all of them optional. */
export interface InitializationOptions {
  /** Commands that the client carries out itself; an action that needs one is only offered if it is named here. */
  readonly commands?: readonly ClientCommand[];
  /** Where the pages on the checks are: `<docsBase>/<check id>.md`. Default: the project's pages on GitHub. */
  readonly docsBase?: string;
  /** The editor shows a diagnostic's message on hover by itself, so that the server's hover leaves it out. */
  readonly messageInHover?: boolean;
  /** The client reads files for the server that the server cannot reach (`ClientRequests`). */
  readonly files?: boolean;
  /**
   * What house files said when they were last without a fault, by their URIs: it holds where one has a fault when the server starts. A
   * client that gives it, empty at first, is told of what to remember (`GoodHouseNotification`).
   */
  readonly houses?: Readonly<Record<string, string>>;
  /** The address of the folder with the server's models (`server/models`), for a server in a browser: it cannot find them itself. */
  readonly models?: string;
  /** The client wants to be told how many findings of each draft are settled. */
  readonly settled?: boolean;
  /** The user does not trust the open folders: nothing may be written. `TrustedNotification` ends it. */
  readonly restricted?: boolean;
  /**
   * The full path of a folder, outside of the user's own, in which a check of the workspace may keep what it found for the next one; it
   * is made where it is not there. Without it, and as long as `restricted` holds, nothing is kept.
   */
  readonly storage?: string;
  /** Settings for clients that cannot be asked for them. */
  readonly settings?: ClientSettings;
}

/** Commands of the server, for `workspace/executeCommand`. */
export interface ServerCommands {
  /**
   * Checks every draft in the workspace's folders, in one folder, or the files named, and publishes the findings of those
   * that are not open. Reports progress by `workDoneToken`, or by a progress of its own if the client allows that. Cancelling
   * the progress (`window/workDoneProgress/cancel`, for a token of the client's too) or the request ends it early: the
   * summary so far is the answer, and says so. A second run ends the first in the same way.
   */
  'bluePencil.checkWorkspace': {
    readonly arguments: readonly [CheckScope?];
    readonly result: WorkspaceSummary;
  };
  /** Says in the house file that holds for a document how a kind of finding is shown; not at all, if nothing is asked for. Makes the file where there is none. */
  'bluePencil.dontReport': {
    readonly arguments: readonly [KindInDraft & { readonly shownAs?: ShownAs }];
    readonly result: HouseChange;
  };
  /** Shows the place where a repeated passage stood first. */
  'bluePencil.goToCopy': { readonly arguments: readonly [Location]; readonly result: null };
  /** Settles findings, all for one reason: notes in the ledger who settled them and why. Their drafts are checked again. */
  'bluePencil.signOffAs': {
    readonly arguments: readonly [SignOffRequest, ...SignOffRequest[]];
    /** What takes them back, in the order they were given. */
    readonly result: readonly Pick<UndoRequest, 'ledger' | 'id'>[];
  };
  /** Takes back what was settled, so that the finding returns. */
  'bluePencil.undoSignOff': {
    readonly arguments: readonly [UndoRequest, ...UndoRequest[]];
    readonly result: null;
  };
  /** What is settled in the open folders and documents, the latest first. Takes no arguments. */
  'bluePencil.checkedClaims': { readonly arguments: readonly []; readonly result: readonly CheckedClaim[] };
  /**
   * Puts the drafts in a folder into an archive, made where there is none. Reports progress by `workDoneToken` and can be called off,
   * as `checkWorkspace`: what was put in until then stays in. One at a time.
   */
  'bluePencil.addStories': {
    readonly arguments: readonly [AddToArchive];
    readonly result: AddedToArchive;
  };
  /** Takes out of an archive again what was put in last, by its `undo`. */
  'bluePencil.removeStories': { readonly arguments: readonly [string]; readonly result: null };
  /** Takes back what was told of drafts that are not open, and forgets that they were checked. Takes no arguments. */
  'bluePencil.forgetClosed': { readonly arguments: readonly []; readonly result: null };
}
export type ServerCommand = keyof ServerCommands;

/** What is to be checked, by URIs: a folder, or files (those that are no drafts are passed over); neither for everything. */
export interface CheckScope {
  readonly folder?: string;
  readonly files?: readonly string[];
}

/** A folder that is to be put into an archive. */
export interface AddToArchive {
  /** The archive's full path. */
  readonly archive: string;
  /** The folder's URI. */
  readonly folder: string;
  readonly kind: StoryKind;
}

/** What came of it. */
export interface AddedToArchive {
  readonly added: number;
  /** Stories that were in it already. */
  readonly known: number;
  readonly refused: number;
  /** Why those that were refused could not be read, in sentences, the first few of them. */
  readonly problems: readonly string[];
  /** Whether it was ended before it was through. */
  readonly cancelled: boolean;
  /** Stands for what was put in, to take it out again; left out where nothing was, or too much. */
  readonly undo?: string;
}

/**
 * Asks for the archives that a draft is compared with, or a draft of the workspace; its parameters are `{ uri?: string }`. Null where
 * archives cannot be reached, as in a browser.
 */
export type ArchivesRequest = 'bluePencil/archives';
export interface KnownArchive {
  /** Its full path. */
  readonly path: string;
  /** How many stories it has; null where it cannot be read. */
  readonly stories: number | null;
}

/** Where drafts lie and when they were read, in words, for a page that is kept. */
export type PageAbout = About;

/** Asks for a report on the open drafts and all that a run has checked; its parameters are `ReportParams`. */
export type ReportRequest = 'bluePencil/report';
export interface ReportParams {
  readonly format: ExportedFormat;
  /** One draft that is open; without it, all of them and those that a run has checked. */
  readonly uri?: string;
  /** Where the drafts lie and when this is, in words. */
  readonly about?: PageAbout;
}
export interface ReportResult {
  readonly text: string;
  /** Drafts in it. */
  readonly files: number;
  readonly bySeverity: BySeverity;
}

/** How many findings there are of each severity. */
export type BySeverity = Readonly<Record<Severity, number>>;

/** Asks for the claims of an open document and how each stands; its parameters are a `TextDocumentIdentifier`. */
export type SourcingRequest = 'bluePencil/sourcing';
export interface DraftSourcing {
  /** The version of the document it is about. */
  readonly version: number;
  /** In the order of the text; none in a document that is not checked. */
  readonly claims: readonly SourcedClaim[];
}

/** A sentence that has a source or needs one. */
export interface SourcedClaim {
  readonly range: Range;
  readonly standing: Standing;
  readonly source?: { readonly text: string; readonly kind: SourceKind };
  /** The word by which the source is told: said, according to. */
  readonly cue?: string;
  /** What a desk would ask. */
  readonly asked?: string;
  readonly checked?: Pick<SignOff, 'reason' | 'note' | 'who' | 'when'>;
}

/** A notification with no parameters, to a client that has asked for sourcing: what it was told may no longer hold. */
export type SourcingChanged = 'bluePencil/sourcingChanged';

/** Asks for the draft in a file, as Markdown; its parameters are a `TextDocumentIdentifier`. */
export type AsDraftRequest = 'bluePencil/asDraft';
export type AsDraftResult =
  | { readonly text: string }
  /** Why there is none, in a sentence. */
  | { readonly problem: string };

/** Asks for the fact checker's sheet on an open document; its parameters are `SheetParams`. Null if it is not open. */
export type SheetRequest = 'bluePencil/factCheckSheet';
export interface SheetParams {
  readonly uri: string;
  readonly format: SheetName;
  /** Where the draft lies and when this is, in words. */
  readonly about?: PageAbout;
}
export interface SheetResult {
  readonly text: string;
  readonly claims: number;
  /** How many of them have no source, or only a vague one, and are not checked. */
  readonly open: number;
}

/** Asks for a page that says what holds for a document and where it is said; its parameters are `HouseStyleParams`. */
export type HouseStyleRequest = 'bluePencil/houseStyle';
export interface HouseStyleParams {
  readonly uri: string;
  /** What the editor's settings say, layer by layer, the weakest first. */
  readonly layers: readonly { readonly name: string; readonly settings: ClientSettings }[];
}

/** A kind of finding in a draft, by its code. */
export interface KindInDraft {
  readonly uri: string;
  readonly code: string;
}

/** A kind of finding at a place, as it is offered to say more about it. */
export interface KindAtPlace extends KindInDraft {
  /** What the code stands for, in a line. */
  readonly kind: string;
  /** Whether there is a folder whose house file can speak of the draft. */
  readonly inFolder: boolean;
}

/** How grave a kind of finding is shown; `off`: not at all. */
export type ShownAs = Severity | 'off';

/** The house file that was edited in the editor, there to be saved, and its text before; or why it was left as it is, in a sentence. */
export type HouseChange =
  | {
      readonly house: string;
      readonly kind: string;
      readonly shownAs: ShownAs;
      /** Null where there was none. */
      readonly before: string | null;
    }
  | { readonly house: string; readonly problem: string };

/** A request with no parameters: the text of a commented house file to start from, in which nothing is changed yet. */
export type HouseTemplateRequest = 'bluePencil/houseTemplate';

/** Tells how many findings of a draft are settled in the ledger, whenever that has changed; for clients that asked for it. */
export type SettledNotification = 'bluePencil/settled';
export interface Settled {
  readonly uri: string;
  readonly settled: number;
}

/** Tells what a house file says that is without a fault, whenever that has changed; for clients that remember it. */
export type GoodHouseNotification = 'bluePencil/goodHouse';
export interface GoodHouse {
  readonly uri: string;
  /** Null where there is no such file any more. */
  readonly text: string | null;
}

/** A notification of the client with no parameters: the user has come to trust the open folders. */
export type TrustedNotification = 'bluePencil/trusted';

/** A notification of the client: what of an open document is in view has changed. The phrasing model reads that first. */
export type InViewNotification = 'bluePencil/inView';
export interface InView {
  readonly uri: string;
  readonly ranges: readonly Range[];
}

/** A notification of the client: a draft that is open has lost its last tab, or has one again. Without one it speaks as a file that is not open. */
export type InTabNotification = 'bluePencil/inTab';
export interface InTab {
  readonly uri: string;
  readonly inTab: boolean;
}

/** Asks for what is pasted into an open document as copy; its parameters are `PasteParams`. Null where the document is not open. */
export type PasteRequest = 'bluePencil/pasteAsCopy';
export interface PasteParams {
  readonly uri: string;
  readonly text: string;
  /** The same as a page, where it was copied from one. */
  readonly html?: string;
}

/** Asks how a draft stands; its parameters are `DraftStatusParams`. */
export type DraftStatusRequest = 'bluePencil/draftStatus';
export interface DraftStatusParams {
  readonly uri: string;
  /** What is selected in it, whose words are counted too. */
  readonly selected?: readonly Range[];
}

/** How an open document stands: it is checked, or why not. */
export type DraftStatus =
  /** `words` is how many words its copy has, without front matter, addresses and markup; `selected` how many of them are selected. */
  | { readonly state: 'checked'; readonly words?: number; readonly selected?: number }
  | { readonly state: 'off'; readonly why: 'settings' | 'language' | 'failed' | 'not open' | 'written here' }
  /** `house` is the house file that sets the limit, where one does. */
  | { readonly state: 'off'; readonly why: 'too large'; readonly house?: string }
  | { readonly state: 'off'; readonly why: 'house file'; readonly house: string }
  /** It is a house file, which is no draft. */
  | { readonly state: 'off'; readonly why: 'is house file'; readonly faults: number };

/** What Blue Pencil's diagnostics carry in `data`, for clients that keep it. */
export interface DiagnosticData {
  /** What the code stands for, in a line. */
  readonly kind: string;
  /** The words it is about, in one line, cut where they are long. */
  readonly words: string;
  /** The title of the preferred fix. */
  readonly fix?: string;
  /** It asks for a source, so that it is settled by a reason. */
  readonly claim?: true;
  /** Whose copy it is, and how much of the draft, from 0 to 1, without what another finding counts. */
  readonly from?: { readonly kind: StoryKind; readonly share: number };
}

/** Commands of the client, offered as code actions. */
export interface ClientCommands {
  /** Shows two passages side by side, of one draft or of two. */
  'bluePencil.compareCopies': { readonly arguments: readonly [CopiesToCompare] };
  /** Offers to change how kinds of findings are shown. */
  'bluePencil.more': { readonly arguments: readonly KindAtPlace[] };
  /** Asks for the reason, and the editor's name if it is not known, and has the server sign off. */
  'bluePencil.signOff': { readonly arguments: readonly [ToSignOff, ...ToSignOff[]] };
}
export type ClientCommand = keyof ClientCommands;

export interface CopiesToCompare {
  /** The draft that the second passage is in. */
  readonly uri: string;
  /** The draft that the first is in; the same, if left out. */
  readonly firstUri?: string;
  readonly first: Range;
  readonly second: Range;
}

/** What is signed off, in the draft it stands in. */
export interface SignOffTarget extends Target {
  readonly uri: string;
}

export interface ToSignOff extends SignOffTarget {
  /** Whether it is a claim, which is checked for some reason, or another finding, which is ignored. */
  readonly claim: boolean;
  /** Why nothing can be signed off in this draft, in plain words. */
  readonly hindrance?: string;
}

export interface SignOffRequest {
  readonly target: SignOffTarget;
  /** “public record”, “witnessed”, “common knowledge”, “checked with …”, or “ignored”. */
  readonly reason: string;
  readonly note?: string;
  /** The editor's name; without it, the one in the settings or what the computer calls its user. */
  readonly who?: string;
}

export interface UndoRequest {
  /** The ledger's URI, as in `CheckedClaim`. */
  readonly ledger: string;
  readonly id: string;
  readonly who?: string;
}

/** An entry of a ledger, and where its sentence stands now. */
export interface CheckedClaim extends Omit<SignOff, keyof Target>, Pick<SignOff, 'code' | 'excerpt'> {
  readonly ledger: string;
  /** The draft the sentence stands in, or stood in. */
  readonly uri: string;
  /** Null when the sentence is gone. */
  readonly range: Range | null;
}

/** What a check of the workspace came to. Open drafts are counted, though their findings are left to the editor's own asking. */
export interface WorkspaceSummary {
  /** Drafts that were checked. */
  readonly files: number;
  readonly findings: number;
  readonly bySeverity: BySeverity;
  /** Findings that are settled in a ledger, and are not among the others. */
  readonly settled: number;
  /** Drafts that stand as they stood in an earlier check, and were not judged anew. */
  readonly remembered: number;
  /** Files that could not be checked, and why, in plain words. */
  readonly skipped: readonly Skipped[];
  /** Whether it was ended before it was through. */
  readonly cancelled: boolean;
}

export interface Skipped {
  readonly uri: string;
  readonly reason: string;
}

/**
 * Requests of the server to a client that said `files: true`: a server in a browser has no files of its own, and one on a
 * desktop reaches none that are not on disk. The client answers for the folders that are open, and for nothing else.
 */
export interface ClientRequests {
  'bluePencil/readFile': { readonly params: FileToRead; readonly result: FileRead };
  /** What lies directly in a folder. */
  'bluePencil/readFolder': { readonly params: FolderToRead; readonly result: FolderRead };
}
export type ClientRequest = keyof ClientRequests;

export interface FileToRead {
  readonly uri: string;
  /** In bytes; a larger file is not read. */
  readonly largest: number;
}

/** A file's bytes in base64; or its size in bytes, where it is too large; or why it could not be read. */
export type FileRead =
  | { readonly base64: string }
  | { readonly missing: true }
  | { readonly tooLarge: number }
  | { readonly failed: string };

export interface FolderToRead {
  readonly uri: string;
}

/** Names of files and folders, links to folders left out; or why the folder could not be read. */
export type FolderRead =
  | { readonly files: readonly string[]; readonly folders: readonly string[] }
  | { readonly failed: string };
