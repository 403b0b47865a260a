import type * as vscode from 'vscode';
import type { SourcingView } from '../../../client/src/sourcing/view.ts';
import { until } from './editor.ts';

/** A sentence that needs a source and has none. */
export const HARM = 'The storm and the strike have claimed 40 lives.';
/** A draft with two sourced sentences, that one, and one that needs no source. */
export const STORM = [
  'Storm cuts off the northern harbours',
  'The ferries will sail again on Monday, harbour master Ann Lee said.',
  'The council lent two boats, a report by the coastguard found.',
  HARM,
  'The harbour lies to the north of the old town.',
].join('\n\n');
/** What is found in it. */
export const CLAIM = 'attribution/unattributed-claim';

/** Waits until the claims marked in a draft stand so, in the order of the text. */
export async function marked(
  view: SourcingView,
  document: vscode.TextDocument,
  ...standings: readonly string[]
) {
  const told = (): string =>
    view
      .marked(document)
      ?.map(({ standing }) => standing)
      .join(', ') ?? 'not marked';
  await until(
    view.onDidDraw,
    () => told() === standings.join(', '),
    () => `The claims are [${told()}], not [${standings.join(', ')}].`,
  );
  return view.marked(document) ?? [];
}
