import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readJson, untranslated, wordsOfClient, wordsOfManifest } from '../../scripts/l10n.ts';

import { folderOf } from './folder.ts';

type Words = Readonly<Record<string, string>>;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COLLECT = 'After a change, run: npm run schema. Then translate what is new.';
const english = readJson('package.nls.json') as Words;
const manifest = readJson('package.json') as Parameters<typeof wordsOfManifest>[0];
/** What is filled in, and the targets of links. */
const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\d+\}|(?<=\])\([^)]*\)/gu)].map(String).sort();

/** Languages that there are files for, by a name of those files around the language. */
const languages = (folder: string, shape: RegExp): string[] =>
  readdirSync(`${ROOT}/${folder}`).flatMap((name) => shape.exec(name)?.[1] ?? []);

/** Where VS Code takes what a user reads: its notices, and the parts of its lists, prompts and rows. */
const SHOWN =
  /(?:show(?:Information|Warning|Error)Message\(|setStatusBarMessage\(|\b(?:title|prompt|place[hH]older|label|description|detail|tooltip|text|message)(?:: | = ))\s*(?:'((?:[^'\\\n]|\\.)*)'|`([^`]*)`)/gu;

/** What stands there in English for good, untranslated; names are the same in every language. */
const unlocalised = (source: string): string[] =>
  [...source.matchAll(SHOWN)]
    .map(([, plain = '', filled = '']) => plain || filled)
    .filter((said) =>
      /\p{L}/u.test(
        said.replace(/\$\{[^}]*(?:\}|$)/gu, '').replace(/Blue Pencil|Markdown|\$\([\w-]+\)/gu, ''),
      ),
    );

describe('what the extension says', () => {
  it('is nowhere English for good: the client’s goes by vscode.l10n.t', () => {
    const files = readdirSync(`${ROOT}/client/src`, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'));
    const found = files.flatMap((name) =>
      unlocalised(readFileSync(`${ROOT}/client/src/${name}`, 'utf8')).map((said) => `${name}: ${said}`),
    );
    expect(found).toEqual([]);
    const sample = `showErrorMessage(\n  'It broke.'); title: 'Undo', text: \`\${n} drafts\`, label: \`Blue Pencil: \${n}\``;
    expect(unlocalised(sample)).toEqual(['It broke.', 'Undo', `\${n} drafts`]);
  });

  it('stands in files for translators: the manifest’s', () => {
    const unread = structuredClone(manifest);
    expect(wordsOfManifest(unread, english), COLLECT).toEqual(english);
    // nothing said in English is left in the manifest
    expect(unread, COLLECT).toEqual(manifest);
  });

  it('stands in files for translators: the client’s', () => {
    const words = wordsOfClient();
    expect(Object.keys(words).length).toBeGreaterThan(0);
    expect(readJson('l10n/bundle.l10n.json'), COLLECT).toEqual(words);
  });

  it('can be had in German', () => {
    expect(languages('.', /^package\.nls\.(.+)\.json$/u)).toContain('de');
    expect(languages('l10n', /^bundle\.l10n\.(.+)\.json$/u)).toEqual(
      languages('.', /^package\.nls\.(.+)\.json$/u),
    );
  });

  it('may lack a text in another language until it is packed: what is missing is named', () => {
    const folder = pathToFileURL(
      `${folderOf({
        'package.nls.json': '{"open": "Open", "close": "Close"}',
        'package.nls.de.json': '{"open": "Öffnen"}',
        'l10n/bundle.l10n.json': '{"Yes": "Yes"}',
        'l10n/bundle.l10n.de.json': '{"Yes": "Ja"}',
      })}/`,
    );
    expect(untranslated(folder)).toEqual(['package.nls.de.json lacks “Close”.']);
    const missing = untranslated(pathToFileURL(ROOT));
    if (missing.length > 0)
      console.warn(`NOT TRANSLATED YET, so that npm run package refuses:\n${missing.join('\n')}`);
  });

  describe.each(languages('.', /^package\.nls\.(.+)\.json$/u))('in the language %s', (language) => {
    it.each([
      ['package.nls.json', `package.nls.${language}.json`],
      ['l10n/bundle.l10n.json', `l10n/bundle.l10n.${language}.json`],
    ])('says nothing that %s does not', (original, translation) => {
      const words = readJson(original) as Words;
      const translated = readJson(translation) as Words;
      expect(Object.keys(translated).filter((key) => !(key in words))).toEqual([]);
      for (const [key, text] of Object.entries(translated)) {
        expect(text.trim(), key).not.toBe('');
        // what is filled in has its place in every language
        expect(blanks(text), key).toEqual(blanks(words[key] ?? ''));
      }
    });
  });
});
