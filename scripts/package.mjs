// Builds for production and packs blue-pencil.vsix, the extension as VS Code installs it.
//
//   node scripts/package.mjs [--no-build]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { writeNotices } from './notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const vsix = join(root, 'blue-pencil.vsix');
const LARGEST = 17_000_000;
const published = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).repository !== undefined;
const README = '.cache/package/README.md';

const NEEDED = [
  'package.json',
  'package.nls.json',
  'l10n/bundle.l10n.json',
  README,
  'LICENSE',
  'THIRD-PARTY-NOTICES.md',
  'language-configuration.json',
  'client/dist/extension.cjs',
  'client/dist/web/extension.js',
  'server/dist/server.cjs',
  'server/dist/browser.js',
  'server/models/tagger.bin',
  'server/models/lexicon.bin',
  'server/models/figures.bin',
  'server/models/phrasing.bin',
  'server/models/kernel-plain.bin',
  'server/models/kernel-relaxed.bin',
  'schemas/house.schema.json',
  'docs/images/icon.png',
  'docs/images/pencil.svg',
  'docs/walkthrough/sample.draft',
];
const MAY_SHIP = [
  ...NEEDED.map((file) => new RegExp(`^${file.replaceAll('.', '\\.')}$`)),
  /^package\.nls\.[a-z-]+\.json$/,
  /^l10n\/bundle\.l10n\.[a-z-]+\.json$/,
  /^server\/models\/[a-z-]+\.bin$/,
  /^CHANGELOG\.md$/,
  /^syntaxes\/[^/]+\.tmLanguage\.json$/,
  /^docs\/checks\/[^/]+\.md$/,
  /^docs\/walkthrough\/[^/]+\.png$/,
];

try {
  refuseUntranslated();
  if (!process.argv.includes('--no-build')) build();
  writeReadme();
  const packages = writeNotices(root);
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None, readmePath: README });
  refuse(
    'is missing, so that the extension would not work',
    NEEDED.filter((file) => !files.includes(file)),
  );
  refuse(
    'should not ship; see .vscodeignore',
    files.filter((file) => !MAY_SHIP.some((shape) => shape.test(file))),
  );
  for (const file of files)
    console.log(`  ${kilobytes(statSync(join(root, file)).size).padStart(8)}  ${file}`);
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    readmePath: README,
    dependencies: false,
    allowMissingRepository: !published,
    rewriteRelativeLinks: published,
  });
  const { size } = statSync(vsix);
  if (size > LARGEST) {
    rmSync(vsix);
    throw new Error(`The extension weighs ${kilobytes(size)}, more than the ${kilobytes(LARGEST)} it may.`);
  }
  console.log(
    `Packed blue-pencil.vsix: ${files.length} files, ${kilobytes(size)}, with the licences of ${packages} packages`,
  );
} catch (error) {
  console.error(`package: ${error.message}`);
  process.exit(1);
}

function refuseUntranslated() {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { status } = spawnSync(process.execPath, [tsx, 'scripts/l10n.ts', '--complete'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('Some texts are not translated yet; they are named above.');
}

function build() {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

/**
 * Writes the README that ships. Its pictures and links lead into the repository; VS Code shows pictures from the web alone,
 * so until package.json names a repository on the web, the README has to do without them.
 */
function writeReadme() {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  mkdirSync(join(root, dirname(README)), { recursive: true });
  writeFileSync(join(root, README), published ? text : selfContained(text));
}

/** Leaves out pictures that stand in the repository, and of links into it all but the words. */
function selfContained(markdown) {
  const target = '\\((?!\\w+:|#)[^)\\s]+\\)';
  return markdown
    .replace(new RegExp(`^ *!\\[[^\\]]*\\]${target}\\n\\n?`, 'gm'), '')
    .replace(new RegExp(`\\s+\\[More[^\\]]*\\]${target}`, 'g'), '')
    .replace(new RegExp(`\\[([^\\]]*)\\]${target}`, 'g'), '$1');
}

function refuse(why, files) {
  if (files.length > 0) throw new Error(`${files.join(', ')}: ${why}.`);
}

function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)} KB`;
}
