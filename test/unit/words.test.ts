import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { houseStyle } from '../../server/src/lsp/house-style.ts';
import { sayIn } from '../../server/src/lsp/say.ts';
import { judge } from '../judge.ts';

const german = sayIn('de-AT');

let said: readonly string[] = [];
beforeAll(() => {
  said = allSaid();
}, 180_000);

/** What is said of the drafts that the checks are tested on. */
function allSaid(): readonly string[] {
  const drafts = new URL('../drafts/', import.meta.url);
  return CHECKS.flatMap((check) =>
    readdirSync(new URL(`${check.id}/`, drafts))
      .filter((name) => /^invalid-.*\.(?:txt|draft|md)$/u.test(name))
      .flatMap((name) => {
        const text = readFileSync(new URL(`${check.id}/${name}`, drafts), 'utf8').replace(
          /⟦[\w/-]+:|⟧/gu,
          '',
        );
        return judge(check, text, name.endsWith('.md') ? 'markdown' : 'plain').flatMap(
          ({ message, fixes, related }) => [
            message,
            ...fixes.map(({ title }) => title),
            ...related.map((one) => one.message),
          ],
        );
      }),
  );
}

it('is in the terms of docs/wording.md', () => {
  const texts = [...said, ...CHECKS.flatMap(({ codes }) => Object.values(codes).map((one) => one.summary))];
  expect(
    texts.filter((text) => /\b(?:mend|mends|mended|stands? (?:twice|earlier))\b|\?\.$|^Change /u.test(text)),
  ).toEqual([]);
});

it('is in one term each on the command line, in the settings and in German', () => {
  const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const used = (file: string, shape: RegExp) =>
    [...read(file).matchAll(shape)].map(([found]) => `${file}: ${found}`);
  const wrong = [
    ...used('server/src/cli/options.ts', /\bif not said\b/giu),
    ...used('package.nls.json', /\b(?:mend(?:s|ed|ing)?|, information,)/gu),
    ...['l10n/bundle.l10n.json', 'server/src/lsp/german.json'].flatMap((file) =>
      used(file, /\bmend(?:s|ed|ing)?\b|\bstands? (?:twice|earlier)\b|\?\."/gu),
    ),
    ...['package.nls.de.json', 'l10n/bundle.l10n.de.json', 'server/src/lsp/german.json'].flatMap((file) =>
      used(file, /[Kk]lischee|geprüft markier|Kein Fund\b|keine Fragen| …",?$/gmu),
    ),
  ];
  expect(wrong).toEqual([]);
});

it('is in German for a German desk, but for what has just been written', () => {
  const left = said.filter((text) => german(text) === text);
  expect(left.length / said.length, left.join('\n')).toBeLessThan(0.02);
});

it('has a short label for every kind, since a code is English', () => {
  const labels = readFileSync(new URL('../../client/src/review/labels.ts', import.meta.url), 'utf8');
  const codes = CHECKS.flatMap((check) => Object.keys(check.codes));
  expect(codes.filter((code) => !labels.includes(`'${code}': l10n.t(`))).toEqual([]);
});

it('has German rules in the hover', () => {
  const rules = CHECKS.flatMap(({ codes }) => Object.values(codes).flatMap(({ rule }) => rule ?? []));
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter((rule) => german(rule) === rule)).toEqual([]);
});

it('calls each kind of finding what the settings call it', () => {
  const settings = (file: string): readonly (readonly [string, string])[] =>
    Object.entries(JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')));
  const called = new Map(settings('package.nls.de.json'));
  const kinds = settings('package.nls.json').filter(([key]) => key.includes('.severity.properties.'));
  expect(kinds.length).toBeGreaterThan(20);
  for (const [key, text] of kinds) expect(`${german(text.slice(0, -1))}.`).toBe(called.get(key));
});

it('shows the house style in force in German, but for values as they are written', () => {
  const layers = [{ name: 'your settings', settings: { severity: { 'style/passive': 'off' } } } as const];
  const page = houseStyle({ uri: 'file:///desk/ferry.draft', layers }, undefined, german);
  expect(page).toContain('# Hausstil für ferry.draft\n\nWas für diesen Entwurf gilt');
  expect(page).toContain('| `style/passive` | off | Ihre Einstellungen |');
  for (const { id, summary } of CHECKS) expect([id, german(summary)]).not.toEqual([id, summary]);
  expect(page).not.toMatch(/\b(?:default|your settings|in force|where it is set)\b/u);
});

it.each([
  ['“the” is repeated. Keep one.', '„the“ ist doppelt. Behalten Sie eins.'],
  [
    'Who counted? “Four people died” needs a source.',
    'Wer hat gezählt? „Four people died“ braucht eine Quelle.',
  ],
  ['Replace “advisor” with “adviser”', '„advisor“ durch „adviser“ ersetzen'],
  ['Delete “Ignore this”', '„Ignore this“ löschen'],
  [
    'This passage stands in pier.draft and boat.draft too, 30 of 40 words (it leaves out “old”). If both are to run, keep it in one of them.',
    'Diese Passage steht auch in pier.draft und boat.draft, 30 von 40 Wörtern (es fehlt „old“). Sollen beide erscheinen, lassen Sie sie nur in einem stehen.',
  ],
  ['A text that nobody has translated', 'A text that nobody has translated'],
])('says %s in German, and leaves the draft’s own words alone', (english, expected) => {
  expect(german(english)).toBe(expected);
  expect(sayIn('en-GB')(english)).toBe(english);
});

it('says in German what ran before and when, the words of the stories as they stand', () => {
  expect(
    german(
      'This passage ran on 12 March 2024 in ‘Island counts the archive’ (24 of 25 words; it says “410”, the archive says “400”). If it is background, see that it still holds; if not, write it anew.',
    ),
  ).toBe(
    'Diese Passage lief am 12. März 2024 in „Island counts the archive“ (24 von 25 Wörtern; hier steht „410“, in dem Archiv „400“). Ist sie Hintergrund, prüfen Sie, ob sie noch stimmt; wenn nicht, schreiben Sie sie neu.',
  );
  expect(
    german(
      '2 paragraphs (about 50 % of the draft) stand in the release ‘County acts’ of 1 May 2024. Say so, or report it yourself.',
    ),
  ).toBe(
    '2 Absätze (etwa 50 % des Entwurfs) stehen in der Mitteilung „County acts“ vom 1. Mai 2024. Sagen Sie das, oder recherchieren Sie selbst.',
  );
});
