// Collects what the extension says to its users, for translators: the manifest's words go to package.nls.json and leave a
// key behind, the client's to l10n/bundle.l10n.json. Run it after words have been written into package.json or client/src.
//
//   npx tsx scripts/l10n.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Words = Record<string, string>;

const root = new URL('../', import.meta.url);
const NAME = 'Blue Pencil';
const SPOKEN = new Set([
  'title',
  'description',
  'markdownDescription',
  'contents',
  'name',
  'contextualTitle',
  'label',
  'altText',
  'patternErrorMessage',
]);
const SPOKEN_LISTS = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);

/** Reads a JSON file of the repository. */
export const readJson = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'));

/**
 * Takes the words out of a manifest, which is changed: each leaves its key. Words that have left their key before are those of
 * `known`; the extension's own name stays.
 * @throws Error for a key that stands in the manifest with no words to it.
 */
export function wordsOfManifest(
  manifest: { description: string; contributes: object; capabilities?: object },
  known: Words,
): Words {
  const words: Words = {};
  const take = (key: string, said: string): string => {
    if (said === NAME) return said;
    const kept = /^%(.+)%$/u.exec(said)?.[1];
    const text = kept === undefined ? said : known[kept];
    if (text === undefined) throw new Error(`package.nls.json has no words for %${kept}%.`);
    // tools that pack extensions know plain keys only
    const plain = key.replace(/!=?/gu, ' not ').replace(/[^\w.]+/gu, '_');
    if ((words[plain] ?? text) !== text) throw new Error(`Two texts would have the key ${plain}.`);
    words[plain] = text;
    return `%${plain}%`;
  };
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const parts = value as Record<string, unknown>;
    for (const [key, part] of Object.entries(parts)) {
      const place = [...path, placeName(key, part, value)];
      if (typeof part === 'string' && SPOKEN.has(key)) parts[key] = take(place.join('.'), part);
      else if (Array.isArray(part) && SPOKEN_LISTS.has(key))
        parts[key] = part.map((one, i) =>
          typeof one === 'string' ? take([...place, i + 1].join('.'), one) : one,
        );
      else if (key !== 'default') walk(part, place);
    }
  };
  walk(manifest.contributes, []);
  walk(manifest.capabilities, ['capabilities']);
  manifest.description = take('description', manifest.description);
  return words;
}

/** What a part is called in a key: an item of a list by its own name, so that the key holds when others come before it. */
function placeName(key: string, part: unknown, around: object): string {
  if (!Array.isArray(around) || typeof part !== 'object' || part === null) return key;
  const { command, id, view, when } = part as Record<string, unknown>;
  if (typeof command === 'string') return command;
  if (typeof id === 'string') return id;
  if (typeof view === 'string') return [view, when].filter((one) => typeof one === 'string').join(' ');
  return key;
}

/**
 * What the client says through `vscode.l10n.t` (`t` in functions that know no editor).
 * @throws Error where it is given anything but one piece of text in quotes, which nobody could translate.
 */
export function wordsOfClient(): Words {
  const words: Words = {};
  const folder = new URL('client/src/', root);
  const files = readdirSync(folder, { recursive: true }).map(String);
  for (const file of files.filter((one) => one.endsWith('.ts')).sort()) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    for (const call of source.matchAll(/(?<![\w.]|function )(?:vscode\.l10n\.|l10n\.)?t\(/gu)) {
      const text = /^\s*'((?:[^'\\\n]|\\.)*)'\s*[,)]/u.exec(source.slice(call.index + call[0].length))?.[1];
      if (text === undefined)
        throw new Error(
          `client/src/${file}: what is said must be one text in quotes, near ${source.slice(call.index, call.index + 60)}`,
        );
      const said = text.replace(/\\(.)/gu, (_, char) => (char === 'n' ? '\n' : char));
      words[said] = said;
    }
  }
  return words;
}

/** What other languages lack, a line each: the file of the language and the text that stands in English there. */
export function untranslated(root: URL): readonly string[] {
  const folders = [
    ['', 'package.nls'],
    ['l10n/', 'bundle.l10n'],
  ] as const;
  return folders.flatMap(([folder, name]) => {
    const read = (file: string) =>
      JSON.parse(readFileSync(new URL(`${folder}${file}`, root), 'utf8')) as Words;
    const words = read(`${name}.json`);
    return readdirSync(new URL(folder, root))
      .filter((file) => file.startsWith(`${name}.`) && file !== `${name}.json`)
      .flatMap((file) => {
        const translated = read(file);
        return Object.entries(words).flatMap(([key, text]) =>
          key in translated ? [] : [`${folder}${file} lacks “${text}”.`],
        );
      });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // what is packed speaks every language it says it does
  if (process.argv.includes('--complete')) {
    const missing = untranslated(root);
    for (const line of missing) console.error(line);
    process.exit(missing.length > 0 ? 1 : 0);
  }

  const write = (file: string, value: unknown): void =>
    writeFileSync(new URL(file, root), `${JSON.stringify(value, null, 2)}\n`);
  const manifest = readJson('package.json') as Parameters<typeof wordsOfManifest>[0];
  const spoken = wordsOfManifest(manifest, readJson('package.nls.json') as Words);
  const client = wordsOfClient();
  write('package.json', manifest);
  write('package.nls.json', spoken);
  write('l10n/bundle.l10n.json', client);
  console.log(
    `The manifest has ${Object.keys(spoken).length} texts to translate, the client ${Object.keys(client).length}.`,
  );
}
