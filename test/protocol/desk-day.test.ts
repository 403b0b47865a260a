import { expect, test } from 'vitest';
import type { DraftSourcing } from '../../server/src/lsp/protocol.ts';
import { COPY } from '../copy.ts';
import { type Chance, chanceFrom } from '../corpus/chance.ts';
import { PATIENCE } from '../property/drafts.ts';
import { startServer, type TestClient, uriOf } from './harness.ts';

const LANGUAGES = ['plaintext', 'markdown', 'news-draft'] as const;

const TEXTS = COPY.filter(({ format }) => format !== 'html').map(({ text }) => text);

const KEYS = [
  ...' aest.,’”“"\'-\n\r\t0#>*`_[]()⛴é\u0301\ufeff',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '- ',
  '## ',
  '```\n',
  '---\n',
  '. ',
];

/** What the model reads comes when it comes, for either text: `phrasing.test.ts` waits for it. */
const RULES_ALONE = () => ({ checks: { garbled: { model: 'off' } } });

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// An editor never changes half of a character or of a line's end.
const whole = (text: string, at: number): number =>
  /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/u.test(text.slice(at - 1, at + 1)) ? at + 1 : at;

/** What somebody does next to a draft: types, deletes, pastes from another or from above, replaces a figure or a name. */
function nextEdit(text: string, chance: Chance): Edit {
  const anywhere = () => whole(text, chance.between(0, text.length));
  const lineEnd = () => {
    const found = text.slice(anywhere()).search(/[\r\n]/u);
    return found < 0 ? text.length : whole(text, Math.min(text.length, found));
  };
  const start = chance.next() < 0.3 ? lineEnd() : anywhere();
  const what = chance.next();
  if (what < 0.35) return { start, end: start, text: chance.pick(KEYS) };
  if (what < 0.5)
    return { start, end: whole(text, Math.min(text.length, start + chance.between(1, 4))), text: '' };
  if (what < 0.58)
    return { start, end: whole(text, Math.min(text.length, start + chance.between(20, 600))), text: '' };
  if (what < 0.75) {
    const paragraphs = chance.pick(TEXTS).split(/\n{2,}/u);
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const pasted = chance.some(paragraphs, chance.between(1, 3)).join('\n\n').replaceAll('\n', eol);
    return { start, end: start, text: eol + eol + pasted + (chance.next() < 0.5 ? eol + eol : '') };
  }
  if (what < 0.85) {
    const from = anywhere();
    return {
      start,
      end: start,
      text: text.slice(from, whole(text, Math.min(text.length, from + chance.between(30, 900)))),
    };
  }
  const words = [...text.matchAll(/\p{Lu}\p{Ll}+|\d[\d,.]*/gu)];
  if (words.length === 0) return { start, end: start, text: 'Monday, March 3' };
  const word = chance.pick(words);
  const other = chance.pick(words)[0];
  return { start: word.index, end: word.index + word[0].length, text: other };
}

const inverse = (text: string, { start, end, text: put }: Edit): Edit => ({
  start,
  end: start + put.length,
  text: text.slice(start, end),
});

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
