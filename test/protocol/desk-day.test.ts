import { expect, test } from 'vitest';
import type { DraftSourcing } from '../../server/src/lsp/protocol.ts';
import { chanceFrom } from '../corpus/chance.ts';
import { PATIENCE } from '../property/drafts.ts';
import { type Edit, inverse, nextEdit, TEXTS } from './edits.ts';
import { startServer, type TestClient, uriOf } from './harness.ts';

const LANGUAGES = ['plaintext', 'markdown', 'news-draft'] as const;

/** What the model reads comes when it comes, for either text: `phrasing.test.ts` waits for it. */
const RULES_ALONE = () => ({ checks: { garbled: { model: 'off' } } });

// A longer day, or others: DESK_ROUNDS=160 DESK_SEEDS=11,12 npx vitest run test/protocol/desk-day.test.ts
const ROUNDS = Number(process.env.DESK_ROUNDS ?? 20);
const SEEDS = (process.env.DESK_SEEDS ?? '1,2').split(',').map(Number);

test.each(SEEDS)(
  'a day of edits, pastes and undoing in several drafts, of one kind and then another: each stands as if opened anew (seed %i)',
  async (seed) => {
    const chance = chanceFrom(seed);
    const client = await startServer({ settings: RULES_ALONE });
    let findings = 0;
    let fresh = 0;
    const seen = new Set<string>();
    // who says what goes by what was kept of the draft, too; versions differ
    const toldOf = async (uri: string, server: TestClient) => {
      const found = await server.pull(uri);
      const sourcing: DraftSourcing = await server.connection.sendRequest('bluePencil/sourcing', { uri });
      return JSON.stringify([found, sourcing.claims]).replaceAll(uri, 'URI');
    };
    const anew = async (text: string, language: string, server: TestClient) => {
      fresh += 1;
      const uri = uriOf(`/desk/fresh-${fresh}`);
      server.open(uri, text, language);
      const found = await toldOf(uri, server);
      server.close(uri);
      return found;
    };
    for (const at of LANGUAGES.keys()) {
      const uri = uriOf(`/desk/draft-${at}`);
      let language: string = LANGUAGES[at] ?? 'plaintext';
      client.open(uri, chance.some(TEXTS, chance.between(1, 3)).join('\n\n'), language);
      const undo: Edit[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = client.text(uri);
        const turn = chance.next();
        if (turn < 0.03) {
          // an editor closes a document and opens it anew when its language is changed
          language = chance.pick(LANGUAGES);
          client.close(uri);
          client.open(uri, before, language);
        } else if (turn < 0.06 || before.length > 40_000) {
          undo.length = 0;
          client.replaceAll(
            uri,
            before.length > 40_000
              ? chance.pick(TEXTS)
              : before.includes('\r\n')
                ? before.replaceAll('\r\n', '\n')
                : before.replaceAll(/\r?\n/gu, '\r\n'),
          );
        } else if (turn < 0.25 && undo.length > 0) {
          for (let steps = chance.between(1, 3); steps > 0; steps -= 1) {
            const last = undo.pop();
            if (last !== undefined) client.change(uri, last);
          }
        } else {
          for (let strokes = chance.between(1, 3); strokes > 0; strokes -= 1) {
            const text = client.text(uri);
            const edit = nextEdit(text, chance);
            undo.push(inverse(text, edit));
            client.change(uri, edit);
          }
        }
        const now = await client.pull(uri);
        findings += now.length;
        for (const { code } of now) seen.add(String(code));
        const told = await toldOf(uri, client);
        expect({ round, language, told }).toEqual({
          round,
          language,
          told: await anew(client.text(uri), language, client),
        });
      }
      // and as a server says it that has read nothing else
      const other = await startServer({ settings: RULES_ALONE });
      expect(await toldOf(uri, client)).toBe(await anew(client.text(uri), language, other));
    }
    expect(findings).toBeGreaterThan(ROUNDS);
    expect(seen.size).toBeGreaterThan(4);
  },
  PATIENCE,
);
