// Starts a new check: its code, its page, two drafts, and its place in the list of checks. It works at once; what it
// finds is a sample to write over.
//
//   npm run new-check ID
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whatIsWrong } from './new-check/id.mts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const templates = join(root, 'scripts/new-check');
const LIST = 'server/src/checks/index.ts';
const BIOME = 'node_modules/@biomejs/biome/bin/biome';

const [id, ...more] = process.argv.slice(2);
const wrong = whatIsWrong(id, more, root);
if (id === undefined || wrong !== undefined) {
  console.error(`new-check: ${wrong}`);
  process.exit(2);
}

const files = [
  { template: 'check.ts.txt', target: `server/src/checks/${id}.ts` },
  { template: 'page.md', target: `docs/checks/${id}.md` },
  ...readdirSync(templates)
    .filter((name) => /^(?:valid|invalid)-/u.test(name))
    .map((name) => ({ template: name, target: `test/drafts/${id}/${name}` })),
];
for (const { template, target } of files) {
  const path = join(root, target);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, readFileSync(join(templates, template), 'utf8').replaceAll('__ID__', id));
}
writeFileSync(join(root, LIST), registered(id, readFileSync(join(root, LIST), 'utf8')));
run('the settings do not name the new check yet', '--import', 'tsx', 'scripts/manifest.ts');
run('the words to translate are not collected yet', '--import', 'tsx', 'scripts/l10n.ts');
run('the schema does not name the new check yet', '--import', 'tsx', 'scripts/schema.ts');
const written = [LIST, ...files.map(({ target }) => target).filter((target) => !target.startsWith('test/'))];
run('the new files are not in order', BIOME, 'check', '--write', '--log-level=error', ...written);

console.log(`
The check “${id}” is there and works. Now make it yours:
  1. server/src/checks/${id}.ts   what it finds, what it says, how it mends it
  2. test/drafts/${id}/           copy that is wrong (with ⟦marks⟧), and tempting copy that is right
  3. docs/checks/${id}.md         what an editor should know; the examples are run as tests
  4. npx vitest run test/unit/drafts.test.ts test/unit/docs.test.ts test/unit/examples.test.ts -t ${id}
  5. npm run schema                     whenever codes, summaries or options change; say new ones in package.nls.de.json too`);

/** The list of checks with one more at its end. */
function registered(id: string, list: string): string {
  const array = /\bCHECKS: readonly Check\[\] = \[([^\]]*?),?\s*\]/u.exec(list);
  if (array === null) throw new Error(`${LIST} has changed its shape: register the check by hand.`);
  const longer = list.replace(array[0], `${array[0].replace(/,?\s*\]$/u, '')}, ${id}Check]`);
  return `import { ${id}Check } from './${id}.ts';\n${longer}`;
}

function run(otherwise: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${otherwise}.`);
}
