import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import type { Check } from '../checks/check.ts';
import { atOnce, type Bits } from '../draft/bits.ts';
import { type Draft, toSource } from '../draft/draft.ts';
import { followDraft } from '../draft/follow.ts';
import { formatOfLanguage } from '../draft/formats.ts';
import type { Change } from '../draft/plain.ts';
import type { Prose } from '../draft/prose.ts';
import { createReader } from '../draft/read.ts';
import type { Span } from '../draft/span.ts';
import { createSession, type Session } from '../engine/session.ts';
import type { Live } from '../phrasing/live.ts';
import { type OpenText, openText } from './open-text.ts';
import { joinChanges, touches } from './positions.ts';
import { normalizeUri } from './uris.ts';

/** A document the editor has open. What was learnt of its paragraphs is kept until it is closed. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  /** Its text as of the latest change; the object stays the same and its content moves on. */
  readonly text: OpenText;
  readonly session: Session;
  /** How often the model has found out more of its phrasing: another number is another judgement. */
  known(): number;
  /** Waits until the model has read all that the latest check asked about. */
  settled(): Promise<void>;
  /** The stretches that the user sees: the model reads their sentences first. */
  inView(spans: readonly Span[]): void;
  /** The draft as the text now stands. Reads only what changed since it was last asked for. */
  draft(): Draft;
  /** Whether all of the text is to be read, as it is at first, and not just what changed. */
  isUnread(): boolean;
  /** Reads a bit of that, so that `draft` finds less to do. */
  readOn(): void;
  isClosed(): boolean;
}

/** The documents the editor has open, by URI. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
  open(params: DidOpenTextDocumentParams): OpenDocument;
  /** The changed document; undefined for one that is not open. */
  change(params: DidChangeTextDocumentParams): OpenDocument | undefined;
  close(params: DidCloseTextDocumentParams): void;
}

interface Entry {
  readonly document: OpenDocument;
  close(): void;
  changed(change: Change | undefined): void;
}

/** Is told of a check that failed on a document, once for each check and document. */
export type CheckFailed = (uri: string, check: Check, error: unknown) => void;

/** Passes on only the first failure of each check: one that fails on a paragraph mostly fails on all of them. */
export function onceEach(
  tell: (check: Check, error: unknown) => void,
): (check: Check, error: unknown) => void {
  const told = new Set<string>();
  return (check, error) => {
    if (told.has(check.id)) return;
    told.add(check.id);
    tell(check, error);
  };
}

/**
 * Keeps the documents the editor has open.
 * @param onKnown is told when the model has found out more of a document's phrasing, and whether that is all.
 */
export function createDocuments(
  onCheckFailed: CheckFailed,
  live: Live,
  onKnown: (all: boolean) => void,
): Documents {
  const entries = new Map<string, Entry>();
  return {
    get: (uri) => entries.get(normalizeUri(uri))?.document,
    all: () => [...entries.values()].map(({ document }) => document),
    open({ textDocument: { uri, languageId, version, text } }) {
      const entry = makeEntry(openText(uri, languageId, version, text), onCheckFailed, live, onKnown);
      entries.get(normalizeUri(uri))?.close();
      entries.set(normalizeUri(uri), entry);
      return entry.document;
    },
    change({ textDocument, contentChanges }) {
      const entry = entries.get(normalizeUri(textDocument.uri));
      if (entry === undefined) return undefined;
      for (const change of contentChanges) {
        entry.changed(entry.document.text.apply(change, textDocument.version));
      }
      return entry.document;
    },
    close({ textDocument }) {
      entries.get(normalizeUri(textDocument.uri))?.close();
      entries.delete(normalizeUri(textDocument.uri));
    },
  };
}

function makeEntry(
  text: OpenText,
  onCheckFailed: CheckFailed,
  live: Live,
  onKnown: (all: boolean) => void,
): Entry {
  const format = formatOfLanguage(text.languageId);
  const phrasing = live.follow(onKnown);
  const session = createSession(
    onceEach((check, error) => onCheckFailed(text.uri, check, error)),
    phrasing,
  );
  let read = createReader(format);
  let latest: Draft | undefined;
  let isClosed = false;
  const follow = followDraft();
  // what the latest change took away is kept for one step more: to undo it brings it back with all that was learnt of it
  const undo: { left: readonly Prose[] } = { left: [] };
  // what has changed since the latest reading
  let pending: Change | undefined;
  // the reading of the whole that is under way
  let bits: Bits<Draft> | undefined;
  // a format without a way to read a change is read as a whole
  const isUnread = () => latest === undefined || (pending !== undefined && latest.reading === undefined);
  const take = (draft: Draft): Draft => {
    latest = draft;
    pending = undefined;
    bits = undefined;
    undo.left = follow(draft).left;
    return draft;
  };
  const reading = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      // what the reader remembers may be half changed, so the next reading starts afresh
      read = createReader(format);
      latest = undefined;
      bits = undefined;
      throw error;
    }
  };
  const begun = (): Bits<Draft> => {
    bits ??= read.inBits(text.source);
    return bits;
  };
  const document: OpenDocument = {
    uri: text.uri,
    text,
    session,
    known: phrasing.known,
    settled: phrasing.settled,
    inView: (spans) => phrasing.inView(sentencesIn(document.draft(), spans)),
    isUnread,
    readOn() {
      const bit = reading(() => begun().next());
      if (bit.done) take(bit.value);
    },
    isClosed: () => isClosed,
    draft() {
      if (latest !== undefined && pending === undefined) return latest;
      return take(reading(() => (isUnread() ? atOnce(begun()) : read(text.source, pending))));
    },
  };
  return {
    changed(change) {
      bits = undefined;
      if (change === undefined) latest = undefined;
      else pending = pending === undefined ? change : joinChanges(pending, change);
    },
    document,
    close() {
      isClosed = true;
      phrasing.close();
    },
  };
}

/** The sentences that lie in stretches of the source, in part at least. */
function sentencesIn({ paragraphs }: Draft, spans: readonly Span[]): ReadonlySet<string> {
  const isIn = (at: Span): boolean => spans.some((span) => touches(at, span));
  return new Set(
    paragraphs
      .filter(({ span }) => isIn(span))
      .flatMap((paragraph) =>
        paragraph.prose.sentences
          .filter((sentence) => isIn(toSource(paragraph, sentence)))
          .map(({ start, end }) => paragraph.prose.text.slice(start, end)),
      ),
  );
}
