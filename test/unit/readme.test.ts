import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ignore from 'ignore';
import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { help } from '../../server/src/cli/help.ts';
import { COMMAND_NAMES, EXIT_CODES, optionsOf } from '../../server/src/cli/options.ts';
import { DRAFT_EXTENSIONS } from '../../server/src/draft/formats.ts';
import { REPORT_FORMATS } from '../../server/src/reports/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

test('the README names every option of “blue-pencil check”, and no other', () => {
  const options = [...help('check').matchAll(/^ {2}(--[a-z-]+)/gmu)].map(([, option]) => option);
  const rows = read('README.md').match(/^\| `--.*$/gmu) ?? [];
  const named = rows.flatMap((row) =>
    [
      ...row
        .split('|', 2)
        .join('')
        .matchAll(/--[a-z-]+/gu),
    ].map(([name]) => name),
  );
  expect(named.sort()).toEqual(options.sort());
});

test('the README names every format of a report', () => {
  const row = read('README.md').match(/^\| `--format.*$/mu)?.[0] ?? '';
  expect(Object.keys(REPORT_FORMATS).filter((name) => !row.includes(`\`${name}\``))).toEqual([]);
});

test('the README says how a command can end, in the words of the table', () => {
  const rows = [...read('README.md').matchAll(/^\| (\d+) +\| (.*?) +\|$/gmu)].map(([, code, words]) => [
    code,
    words,
  ]);
  expect(rows).toEqual(Object.entries(EXIT_CODES));
});

test('the README names every command', () => {
  const named = [...read('README.md').matchAll(/^npx blue-pencil (\w+)/gmu)].map(([, name]) => name);
  expect(named.sort()).toEqual([...COMMAND_NAMES].sort());
});

test('npm start knows which options have a value after them', () => {
  const known =
    /TAKES_VALUE =\s+\/\^--\(\?:([^)]+)\)/u.exec(read('scripts/start.mjs'))?.[1]?.split('|') ?? [];
  const valued = Object.entries(optionsOf('check')).filter(([, { value }]) => value !== undefined);
  expect(known.sort()).toEqual(valued.map(([name]) => name).sort());
});

test('the hook of pre-commit is given every kind of draft, and nothing else', () => {
  const [, endings = ''] = /^ {2}files: .*\((.*)\)/mu.exec(read('.pre-commit-hooks.yaml')) ?? [];
  // what is given by name and is no story is refused, as most JSON and XML would be
  const given = DRAFT_EXTENSIONS.filter((ending) => !/^(?:json|xml)$/u.test(ending));
  expect(endings.split('|').sort()).toEqual(given.sort());
});

test('the README says what each check is for, and links to its page', () => {
  const linked = read('README.md');
  expect(CHECKS.map(({ id }) => `(docs/checks/${id}.md)`).filter((link) => !linked.includes(link))).toEqual(
    [],
  );
});

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s links to what there is', (name) => {
  const links = [...read(name).matchAll(/\]\((?!\w+:|#)([^)\s#]+)/gu)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md'])('the scripts that %s names are there', (name) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  const named = [...read(name).matchAll(/npm (?:run )?([a-z][a-z:-]*)/gu)].map(([, script = '']) => script);
  expect(named.filter((script) => script !== 'ci' && !(script in scripts))).toEqual([]);
});

test.each(['', 'server/', 'server/src/'])(
  'CONTRIBUTING names every folder of “%s”, and no other',
  (above) => {
    const rows = [...read('CONTRIBUTING.md').matchAll(/^\| `([\w/]+)\/`/gmu)].map(
      ([, path = '']) => `${path}/`,
    );
    const named = rows
      .filter((path) => path.startsWith(above))
      .map((path) => path.slice(above.length).split('/')[0] ?? '');
    const isMade = ignore().add(read('.gitignore'));
    const folders = readdirSync(join(ROOT, above), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !isMade.ignores(`${entry.name}/`),
    );
    expect([...new Set(named)].sort()).toEqual(folders.map(({ name }) => name).sort());
  },
);
