import type { Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import { linesOf } from '../draft/lines.ts';
import { checkedIn } from '../house/ledger.ts';
import { type Claim, type Claims, claimsOf } from '../reports/claims.ts';
import { SHEETS, sheetMarkdown } from '../reports/sheet.ts';
import type { Client } from './client.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { isHouseFile } from './house-file.ts';
import type { DocumentJudge, Judgement } from './judge.ts';
import type { LinedText } from './open-text.ts';
import { toRange } from './positions.ts';
import type {
  DraftSourcing,
  SheetParams,
  SheetRequest,
  SheetResult,
  SourcedClaim,
  SourcingChanged,
  SourcingRequest,
} from './protocol.ts';
import type { Say } from './say.ts';
import { fileName, inFolder, pathIn } from './uris.ts';

/** What answers on sourcing work with. */
export interface Dependencies {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly judge: DocumentJudge;
  readonly client: Client;
  /** The URIs of the workspace's folders. */
  folders(): Promise<readonly string[]>;
}

/** Answers who says what in open documents, and makes the fact checker's sheet. */
export function serveSourcing({ connection, documents, judge, client, folders }: Dependencies): {
  /** What was told may no longer hold, though no text has changed. */
  changed(): void;
} {
  const kept = new WeakMap<Judgement, Claims>();
  let asked = false;

  const claimsIn = (document: OpenDocument, judgement: Judgement): Claims => {
    const { findings, ledger, inForce } = judgement;
    const draft = document.draft();
    const claims =
      kept.get(judgement) ?? claimsOf(draft, findings, checkedIn(draft, ledger), inForce.plan.sourcer);
    kept.set(judgement, claims);
    return claims;
  };

  const nameOf = async (uri: string): Promise<string> => {
    const folder = (await folders()).find((one) => inFolder(uri, one));
    return folder === undefined ? fileName(uri) : pathIn(uri, folder);
  };

  const sourcing: SourcingRequest = 'bluePencil/sourcing';
  connection.onRequest<DraftSourcing, void>(sourcing, async ({ uri }: TextDocumentIdentifier) => {
    asked = true;
    const document = documents.get(uri);
    if (document === undefined) return { version: 0, claims: [] };
    const judgement = await judge.judge(document);
    const { text } = document;
    const isRead = judgement.status.state === 'checked';
    const claims = isRead ? claimsIn(document, judgement).claims : [];
    return { version: text.version, claims: claims.map((claim) => told(text, claim, client.say)) };
  });

  const sheet: SheetRequest = 'bluePencil/factCheckSheet';
  connection.onRequest<SheetResult | null, void>(sheet, async ({ uri, format, about }: SheetParams) => {
    const document = documents.get(uri);
    if (document === undefined || isHouseFile(document.uri)) return null;
    const path = await nameOf(document.uri);
    const judgement = await judge.judge(document);
    const { claims, leftOut } = claimsIn(document, judgement);
    const lines = linesOf(document.text.getText());
    return {
      text: (SHEETS[format] ?? sheetMarkdown)([{ path, lines, claims, leftOut }], about, client.say),
      claims: claims.length,
      open: claims.filter(({ standing }) => standing === 'bare' || standing === 'vague').length,
    };
  });

  const notice: SourcingChanged = 'bluePencil/sourcingChanged';
  return {
    changed() {
      if (asked) void connection.sendNotification(notice);
    },
  };
}

function told(
  text: LinedText,
  { span, standing, source, cue, asked, checked }: Claim,
  say: Say,
): SourcedClaim {
  return {
    range: toRange(text, span),
    standing,
    ...(source !== null && { source: { text: source.text, kind: source.kind } }),
    ...(cue !== null && { cue: cue.text }),
    ...(asked !== undefined && { asked: say(asked.message) }),
    ...(checked !== undefined && { checked: settled(checked, say) }),
  };
}

const settled = ({ reason, note, who, when }: NonNullable<Claim['checked']>, say: Say) => ({
  reason: say(reason),
  ...(note !== undefined && { note }),
  who,
  when,
});
