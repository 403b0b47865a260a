// Writes the checks and codes into the settings that package.json contributes, so that VS Code lists them.
//
//   npx tsx scripts/manifest.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { SEVERITIES } from '../server/src/checks/check.ts';
import { CHECKS } from '../server/src/checks/index.ts';
import { CHECKED_LANGUAGES, DRAFT_LANGUAGES, FORMATS } from '../server/src/draft/formats.ts';

const file = new URL('../package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const settings = manifest.contributes.configuration.properties;

const checks = CHECKS.map(({ id, summary }) => ({
  key: id,
  setting: { type: 'boolean', default: true, description: `${summary}.` },
}));
const codes = CHECKS.flatMap((check) => Object.entries(check.codes)).map(([code, { severity, summary }]) => ({
  key: code,
  setting: { type: 'string', enum: [...SEVERITIES, 'off'], default: severity, description: `${summary}.` },
}));
for (const [name, entries] of [
  ['checks', checks],
  ['severity', codes],
] as const) {
  const setting = settings[`bluePencil.${name}`];
  setting.properties = Object.fromEntries(entries.map(({ key, setting }) => [key, setting]));
  // VS Code shows what stands here, not the defaults of the properties: without it every box would be empty.
  setting.default = Object.fromEntries(entries.map(({ key, setting }) => [key, setting.default]));
}
// the languages that are drafts: the one of our own, and those an editor knows itself, for which it must be told to wake the extension
const OWN = 'news-draft';
const BUILT_IN = new Set(['plaintext', 'markdown', 'html']);
const declared: { id: string; aliases?: string[]; extensions?: string[] }[] = manifest.contributes.languages;
for (const { label, languages } of Object.values(FORMATS)) {
  for (const [id, endings] of Object.entries(languages)) {
    if (BUILT_IN.has(id)) continue;
    const language = declared.find((one) => one.id === id) ?? { id, aliases: [label] };
    language.extensions = endings.map((ending) => `.${ending}`);
    if (!declared.includes(language)) declared.push(language);
  }
}
settings['bluePencil.languages'].default = [OWN, ...CHECKED_LANGUAGES.filter((id) => id !== OWN)];
manifest.activationEvents = [
  ...DRAFT_LANGUAGES.filter((id) => id !== OWN).map((id) => `onLanguage:${id}`),
  ...manifest.activationEvents.filter((event: string) => !event.startsWith('onLanguage:')),
];
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`package.json names ${CHECKS.length} checks.`);
