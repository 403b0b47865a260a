import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { readDraft } from '../draft/read.ts';
import type { SourceText } from '../draft/source.ts';
import { isWrittenHere } from '../draft/written-here.ts';
import type { Finding } from '../engine/finding.ts';
import { createSession } from '../engine/session.ts';
import { unjudgedIn } from '../engine/unjudged.ts';
import { judgeDraft } from '../house/judge.ts';
import type { Ledger } from '../house/ledger.ts';
import type { Phrasing } from '../phrasing/index.ts';
import { type Elsewhere, NOWHERE } from '../reuse/elsewhere.ts';
import { errorMessage } from '../trouble.ts';
import type { Client } from './client.ts';
import type { Compared } from './compared.ts';
import { remark, toDiagnostic, tooLarge } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Host } from './host.ts';
import { houseFaults, isHouseFile } from './house-file.ts';
import type { Ledgers } from './ledgers.ts';
import { createPrepare } from './prepare.ts';
import type { DraftStatus } from './protocol.ts';
import { isSame } from './same.ts';
import { type InForce, isLanguageChecked, type Settings } from './settings.ts';

/** What is found in an open document as it stands. */
export interface Judgement {
  readonly version: number;
  /** The text it is about. */
  readonly source: SourceText;
  readonly inForce: InForce;
  readonly ledger: Ledger;
  /** How much was known of its phrasing, by `OpenDocument.known`. */
  readonly known: number;
  /** What it was compared with beside itself. */
  readonly elsewhere: Elsewhere;
  /** What nobody has settled. */
  readonly findings: readonly Finding[];
  /** All that was found, settled or not. */
  readonly found: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why it was not checked, in plain words. */
  readonly problem: string | undefined;
  readonly status: DraftStatus;
  /** The same as long as the diagnostics are the same. */
  readonly resultId: string;
}

/** Judges open documents, each once for each text, change of settings or ledger, and news of its phrasing. */
export interface DocumentJudge {
  /** Judges a document as it stands when the settings are known, which may be later than when it was asked. */
  judge(document: OpenDocument): Promise<Judgement>;
  /** Checks another text as a document was judged. */
  recheck(document: OpenDocument, judgement: Judgement, source: string): readonly Finding[];
}

/**
 * Makes a judge.
 * @param tellSettled is told how many findings of a document are settled, each time it is judged.
 * @param compared knows what drafts are compared with beside themselves.
 * @param sofar what the model has found by now, for texts that are only tried out.
 */
export function createDocumentJudge(
  connection: Connection,
  client: Client,
  settings: Settings,
  ledgers: Ledgers,
  host: Pick<Host, 'turn'>,
  tellSettled: (document: OpenDocument, settled: number) => void,
  compared: Pick<Compared, 'of'>,
  sofar: Phrasing,
): DocumentJudge {
  const latest = new WeakMap<OpenDocument, Judgement>();
  const prepare = createPrepare(host);
  // a client may hold ids of an earlier server over a restart
  const mark = crypto.randomUUID().slice(0, 8);
  let counter = 0;

  const find = (document: OpenDocument, inForce: InForce, ledger: Ledger, elsewhere: Elsewhere): Found => {
    const { text } = document;
    if (document.isClosed()) return { ...NOTHING, status: { state: 'off', why: 'not open' } };
    // its faults are told by `HouseFiles`
    if (isHouseFile(document.uri))
      return { ...NOTHING, status: { state: 'off', why: 'is house file', faults: houseFaults(text) } };
    if (!inForce.enabled) {
      const { ignoredBy } = inForce;
      const off = { ...NOTHING, status: { state: 'off', why: 'settings' } as const };
      return ignoredBy === undefined
        ? off
        : { ...off, status: { state: 'off', why: 'house file', house: ignoredBy } };
    }
    if (!isLanguageChecked(inForce, text.languageId))
      return { ...NOTHING, status: { state: 'off', why: 'language' } };
    if (isWrittenHere(text.source)) return { ...NOTHING, status: { state: 'off', why: 'written here' } };
    const { length } = text.source;
    if (length > inForce.largest) {
      const { house } = inForce;
      const set = house?.maxFileSize === undefined ? {} : { house: house.uri };
      return unchecked(client.say(tooLarge(length, inForce.largest)), {
        state: 'off',
        why: 'too large',
        ...set,
      });
    }
    try {
      const draft = document.draft();
      const judged = judgeDraft(draft, inForce.plan, ledger, document.session, elsewhere);
      const unjudged = unjudgedIn(draft, inForce.plan).map(({ code, span, message }) =>
        remark(
          client.say(message(text.positionAt(span.end).line + 1)),
          code,
          text.positionAt(span.start),
          DiagnosticSeverity.Hint,
        ),
      );
      const diagnostics = [...unjudged, ...judged.findings.map((one) => toDiagnostic(text, one, client))];
      return { ...NOTHING, ...judged, diagnostics };
    } catch (error) {
      connection.console.error(`${document.uri} could not be checked: ${errorMessage(error)}`);
      return unchecked(client.say('This draft could not be checked. The log says why.'), {
        state: 'off',
        why: 'failed',
      });
    }
  };

  const elsewhereOf = async (document: OpenDocument, inForce: InForce): Promise<Elsewhere> => {
    const { uri } = document;
    if (!isRead(document, inForce)) return NOWHERE;
    try {
      return await compared.of(uri, document.draft(), inForce);
    } catch (error) {
      connection.console.error(`${uri} could not be compared with other drafts: ${errorMessage(error)}`);
      return NOWHERE;
    }
  };

  return {
    async judge(document) {
      const { uri } = document;
      const holding = () => Promise.all([settings.for(uri), ledgers.for(uri)]);
      let [inForce, ledger] = await holding();
      while (isRead(document, inForce) && !(await prepare(document, inForce.plan)))
        [inForce, ledger] = await holding();
      const elsewhere = await elsewhereOf(document, inForce);
      const before = latest.get(document);
      const { version, source } = document.text;
      // the text itself, since not every client counts its versions
      const same = before?.source === source && before.version === version;
      const known = document.known();
      if (
        same &&
        before.inForce === inForce &&
        before.ledger === ledger &&
        before.known === known &&
        before.elsewhere === elsewhere
      )
        return before;
      const found = find(document, inForce, ledger, elsewhere);
      const told = before !== undefined && isSame(before.diagnostics, found.diagnostics);
      if (!told) counter += 1;
      const resultId = told ? before.resultId : `${mark}-${counter}`;
      const judgement = { version, source, inForce, ledger, known, elsewhere, ...found, resultId };
      latest.set(document, judgement);
      tellSettled(document, found.found.length - found.findings.length);
      return judgement;
    },
    recheck(document, { inForce, ledger, elsewhere }, source) {
      const draft = readDraft(source, document.draft().format);
      return judgeDraft(draft, inForce.plan, ledger, createSession(undefined, sofar), elsewhere).findings;
    },
  };
}

/** Whether a document is read as a draft by what holds for it. */
const isRead = ({ uri, text, isClosed }: OpenDocument, inForce: InForce): boolean =>
  !isClosed() &&
  inForce.enabled &&
  isLanguageChecked(inForce, text.languageId) &&
  text.source.length <= inForce.largest &&
  !isHouseFile(uri);

type Found = Pick<Judgement, 'findings' | 'found' | 'diagnostics' | 'problem' | 'status'>;

const NOTHING: Found = {
  findings: [],
  found: [],
  diagnostics: [],
  problem: undefined,
  status: { state: 'checked' },
};

const unchecked = (problem: string, status: DraftStatus): Found => ({
  findings: [],
  found: [],
  diagnostics: [remark(problem, 'not-checked')],
  problem,
  status,
});
