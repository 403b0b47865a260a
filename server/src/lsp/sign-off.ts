import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Draft } from '../draft/draft.ts';
import { formatOfPath } from '../draft/formats.ts';
import { readBetween } from '../draft/read.ts';
import { alike, placesOf, type SignOff, type Undoing } from '../house/ledger.ts';
import { errorMessage } from '../trouble.ts';
import type { Client } from './client.ts';
import type { Documents } from './documents.ts';
import type { Host, LedgerInForce } from './host.ts';
import type { Ledgers } from './ledgers.ts';
import type { LinedText } from './open-text.ts';
import { closedText, toRange } from './positions.ts';
import type { CheckedClaim, SignOffRequest, UndoRequest } from './protocol.ts';
import type { Settings } from './settings.ts';
import { RESTRICTED, type Trust } from './trust.ts';
import { fileName, inFolder, nearestFolder, normalizeUri } from './uris.ts';

/** Writes to the ledgers, and lists what is in them. */
export interface SignOffs {
  /** Why nothing can be signed off in a document, in plain words; undefined where it can. */
  hindrance(uri: string): Promise<string | undefined>;
  /**
   * Settles findings: adds an entry for each to the ledger of its draft, and makes the ledger if there is none.
   * @returns what takes them back.
   * @throws ResponseError, in words for a user, if there is no folder for a ledger or it cannot be written.
   */
  signOff(requests: readonly SignOffRequest[]): Promise<readonly Taken[]>;
  /**
   * Takes entries back, and those that settle the same, so that the finding returns.
   * @throws ResponseError, in words for a user, if the ledger cannot be written.
   */
  undo(requests: readonly UndoRequest[]): Promise<void>;
  /**
   * What is settled in the open folders and documents, the latest first, its reasons in the user's language. Ends early, with less,
   * when it is called off.
   */
  list(token: CancellationToken): Promise<readonly CheckedClaim[]>;
}

/** What takes a sign-off back. */
type Taken = Pick<UndoRequest, 'ledger' | 'id'>;

/** What sign-offs work with. */
export interface Dependencies {
  readonly client: Client;
  readonly host: Host;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly ledgers: Ledgers;
  readonly trust: Trust;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
}

/** A ledger and the drafts it holds for. */
interface Reach {
  readonly file: LedgerInForce;
  readonly drafts: readonly string[];
}

const UNSAVED =
  'This draft is in no folder yet, so there is nowhere to note what was checked. Save it in the folder you work in, and try again.';
const OUTSIDE =
  'This draft is in none of the folders that are open, so there is nowhere to note what was checked. Open the folder it is in, and try again.';

/** Makes the writer of sign-offs. */
export function createSignOffs(around: Dependencies): SignOffs {
  return {
    async hindrance(uri) {
      const found = await placeFor(around, uri);
      return 'problem' in found ? around.client.say(found.problem) : undefined;
    },
    async signOff(requests) {
      const entries = new Map<string, SignOff[]>();
      for (const request of requests) {
        const { folder, entry } = await signed(around, request);
        entries.set(folder, [...(entries.get(folder) ?? []), entry]);
      }
      const taken: Taken[] = [];
      for (const [folder, noted] of entries) {
        const ledger = await append(around, folder, noted);
        taken.push(...noted.map(({ id }) => ({ ledger, id })));
      }
      return taken;
    },
    async undo(requests) {
      if (requests.some(({ ledger, id }) => typeof ledger !== 'string' || typeof id !== 'string'))
        throw new ResponseError(ErrorCodes.InvalidParams, 'The entry to undo is missing.');
      if (around.trust.isRestricted()) throw new ResponseError(LSPErrorCodes.RequestFailed, RESTRICTED);
      const undoings = new Map<string, Undoing[]>();
      for (const { ledger, id, who } of requests) {
        const draft = Utils.joinPath(URI.parse(ledger), '..', '..', 'draft').toString();
        const file = await around.ledgers.fileFor(draft);
        const entry = file?.ledger.entries.find((one) => one.id === id);
        // somebody else has undone it meanwhile
        if (file === undefined || entry === undefined) continue;
        const here = undoings.get(file.folder) ?? [];
        undoings.set(file.folder, here);
        for (const one of alike(file.ledger, entry)) {
          if (here.some(({ undoes }) => undoes === one.id)) continue;
          const { id, ...by } = await signature(around, who, file.folder);
          here.push({ id, undoes: one.id, ...by });
        }
      }
      for (const [folder, entries] of undoings) await append(around, folder, entries);
    },
    async list(token) {
      const claims: CheckedClaim[] = [];
      for (const reach of await everywhere(around, token))
        claims.push(...(await claimsIn(around, reach, token)));
      return claims.sort((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0));
    },
  };
}

/** An entry as it is noted, and the folder whose ledger it belongs to. */
async function signed(
  around: Dependencies,
  { target, reason, note = '', who }: SignOffRequest,
): Promise<{ readonly folder: string; readonly entry: SignOff }> {
  if (!isTarget(target) || typeof reason !== 'string' || reason.trim() === '')
    throw new ResponseError(ErrorCodes.InvalidParams, 'What is to be signed off, or the reason, is missing.');
  const { uri, fingerprint, code, excerpt, words, copy, sentences } = target;
  const found = await placeFor(around, uri);
  if ('problem' in found) throw new ResponseError(LSPErrorCodes.RequestFailed, found.problem);
  const { id, ...by } = await signature(around, who, uri);
  const remark = inOneLine(note);
  const entry: SignOff = {
    id,
    fingerprint,
    code,
    excerpt,
    reason: inOneLine(reason),
    ...(remark !== '' && { note: remark }),
    ...by,
    path: nameIn(found.folder, uri),
    ...(words !== undefined && { words }),
    ...(copy !== undefined && { copy }),
    ...(sentences !== undefined && { sentences }),
  };
  return { folder: found.folder, entry };
}

/** The folder whose ledger holds for a draft, or why nothing can be noted there. */
async function placeFor(
  { trust, ledgers, folders }: Dependencies,
  uri: string,
): Promise<{ readonly folder: string } | { readonly problem: string }> {
  if (trust.isRestricted()) return { problem: RESTRICTED };
  const folder = (await ledgers.fileFor(uri))?.folder ?? nearestFolder(uri, await folders());
  if (folder !== undefined) return { folder };
  return { problem: URI.parse(uri).scheme === 'untitled' ? UNSAVED : OUTSIDE };
}

async function append(
  { host, ledgers }: Dependencies,
  folder: string,
  entries: readonly (SignOff | Undoing)[],
): Promise<string> {
  try {
    const ledger = await host.appendToLedger(folder, entries);
    ledgers.changed([ledger]);
    return ledger;
  } catch (error) {
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `This could not be noted: the ledger in ${fileName(folder)} cannot be written (${errorMessage(error)}).`,
    );
  }
}

const signature = async ({ settings, host }: Dependencies, who: string | undefined, uri: string) => ({
  id: crypto.randomUUID(),
  who: inOneLine(who ?? '') || (await settings.for(uri)).editor || host.userName(),
  when: new Date().toISOString(),
});

/** Every ledger that holds for an open document or a draft in the open folders, with those drafts. */
async function everywhere(
  { documents, folders, host, ledgers }: Dependencies,
  token: CancellationToken,
): Promise<readonly Reach[]> {
  const found = new Map<string, Reach & { readonly drafts: string[] }>();
  const meet = async (uri: string) => {
    const file = await ledgers.fileFor(uri);
    if (file === undefined) return;
    const reach = found.get(file.uri) ?? { file, drafts: [] };
    found.set(file.uri, reach);
    if (formatOfPath(fileName(uri)) !== undefined) reach.drafts.push(uri);
  };
  const off = new AbortController();
  const listening = token.onCancellationRequested(() => off.abort());
  try {
    for (const { uri } of documents.all()) await meet(uri);
    for (const folder of await folders()) {
      await meet(`${folder.replace(/\/$/u, '')}/folder`);
      for await (const { uri, problem } of host.drafts(folder, off.signal)) {
        if (problem === undefined) await meet(uri);
      }
    }
  } finally {
    listening.dispose();
  }
  return [...found.values()];
}

/** What a ledger settles, and where each sentence stands now. */
async function claimsIn(
  around: Dependencies,
  { file, drafts }: Reach,
  token: CancellationToken,
): Promise<readonly CheckedClaim[]> {
  const { entries } = file.ledger;
  const found = new Map<string, Pick<CheckedClaim, 'uri' | 'range'>>();
  const home = ({ path }: SignOff) => normalizeUri(Utils.joinPath(URI.parse(file.folder), path).toString());
  const seek = async (uri: string, sought: readonly SignOff[]) => {
    // a ledger speaks of what lies in its own folder, and leads to no other file
    if (sought.length === 0 || token.isCancellationRequested || !inFolder(uri, file.folder)) return;
    await around.host.turn();
    const one = await readOne(around, uri);
    if (one === undefined) return;
    for (const [id, span] of placesOf(one.draft, sought)) {
      found.set(id, { uri, range: toRange(one.text, span) });
    }
  };
  for (const uri of new Set(entries.map(home))) {
    await seek(
      uri,
      entries.filter((entry) => home(entry) === uri),
    );
  }
  // a draft may have been renamed, or the sentence moved to another one
  for (const uri of drafts) {
    await seek(
      uri,
      entries.filter(({ id }) => !found.has(id)),
    );
  }
  return entries.map((entry) => {
    const { id, code, excerpt, reason, note, who, when, path } = entry;
    const noted = note === undefined ? {} : { note };
    const place = found.get(id) ?? { uri: home(entry), range: null };
    const told = around.client.say(reason);
    return { ledger: file.uri, id, code, excerpt, reason: told, ...noted, who, when, path, ...place };
  });
}

async function readOne(
  { documents, host }: Dependencies,
  uri: string,
): Promise<{ readonly text: LinedText; readonly draft: Draft } | undefined> {
  const open = documents.get(uri);
  if (open !== undefined) return { text: open.text, draft: open.draft() };
  const file = await host.readFile(uri);
  if ('problem' in file) return undefined;
  const text = closedText(uri, file.text);
  const format = formatOfPath(fileName(uri)) ?? 'plain';
  return { text, draft: await readBetween(text.getText(), format, host.turn) };
}

/** A draft's name from a folder, with slashes; the whole path of one outside it. */
function nameIn(folder: string, uri: string): string {
  const base = `${URI.parse(folder).path.replace(/\/$/u, '')}/`;
  const { path } = URI.parse(uri);
  return path.startsWith(base) ? path.slice(base.length) : path;
}

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function isTarget(value: unknown): value is SignOffRequest['target'] {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, fingerprint, code, excerpt, words, copy, sentences } = value as Record<string, unknown>;
  return (
    [uri, fingerprint, code, excerpt].every((one) => typeof one === 'string') &&
    (words === undefined || typeof words === 'string') &&
    [copy, sentences].every((one) => one === undefined || typeof one === 'number')
  );
}
