// What is kept of a draft that is typed into: counted, not timed.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { planChecks } from '../../server/src/engine/plan.ts';
import { judgeDraft } from '../../server/src/house/judge.ts';
import { NO_LEDGER } from '../../server/src/house/ledger.ts';
import { createDocuments } from '../../server/src/lsp/documents.ts';
import { createLive } from '../../server/src/phrasing/live.ts';
import { slip, twice } from './fake-checks.ts';

setFlagsFromString('--expose_gc');
const gc = runInNewContext('gc') as () => void;
const turn = () => new Promise((resolve) => setImmediate(resolve));

const URI = 'file:///a.txt';
const PLAN = planChecks([slip, twice]);
const OTHERS = 'The ferry sails at noon.\n\nIt takes teh post along.\n\n';

/** Types into the last paragraph of a draft, and gives what was made of that paragraph at each key. */
async function typed(keys: number, languageId: string) {
  const documents = createDocuments(
    (_, check, error) => expect.fail(`${check.id}: ${error}`),
    createLive(
      async () => [],
      () => {},
    ),
    () => {},
  );
  documents.open({ textDocument: { uri: URI, languageId, version: 1, text: `${OTHERS}Nobody ` } });
  const made: WeakRef<object>[] = [];
  for (let i = 0; i < keys; i += 1) {
    // a reference that was looked at holds until the turn ends, as one message of the editor's does
    await turn();
    const at = { line: 4, character: 7 + i };
    documents.change({
      textDocument: { uri: URI, version: i + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
    });
    const document = documents.get(URI);
    if (document === undefined) throw new Error('The draft was closed.');
    judgeDraft(document.draft(), PLAN, NO_LEDGER, document.session);
    const last = document.draft().paragraphs.at(-1)?.prose;
    if (last !== undefined) made.push(new WeakRef(last));
  }
  return { documents, made };
}

it.each(['plaintext', 'markdown'])(
  'of a paragraph that is typed into, the present is kept and one step to undo (%s)',
  async (languageId) => {
    const { documents, made } = await typed(60, languageId);
    for (let i = 0; i < 3; i += 1) {
      await turn();
      gc();
    }
    const alive = made.flatMap((ref, key) => (ref.deref() === undefined ? [] : [key]));
    expect(documents.get(URI)?.text.getText()).toBe(`${OTHERS}Nobody ${'x'.repeat(60)}`);
    expect(alive).toEqual([58, 59]);
  },
);
