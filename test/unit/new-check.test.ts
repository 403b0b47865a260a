import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whatIsWrong } from '../../scripts/new-check/id.mts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'package.json',
  'package.nls.json',
  'l10n',
  'client/src',
  'biome.json',
  '.gitignore',
  'tsconfig.json',
  'tsconfig.base.json',
  'scripts',
  'schemas',
  'docs/checks',
  'server/package.json',
  'server/models',
  'server/src',
  'test/adversarial',
  'test/bench/story.ts',
  'test/corpus',
  'test/judge.ts',
  'test/marked.ts',
  'test/unit/command.ts',
  'test/unit/drafts.test.ts',
  'test/unit/docs.test.ts',
  'test/unit/examples.test.ts',
  'test/unit/fake-checks.ts',
  'test/unit/folder.ts',
  'test/unit/manifest.test.ts',
];

let copy = '';
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  });
  return { status, said: stdout + stderr };
};
const newCheck = (...args: readonly string[]) => run('--import', 'tsx', 'scripts/new-check.mts', ...args);

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'blue-pencil-new-check-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  // two drafts of each other check are enough: all of them are tested where they are
  for (const id of readdirSync(join(ROOT, 'test/drafts'))) {
    const names = readdirSync(join(ROOT, 'test/drafts', id));
    for (const kind of [/^valid-.*\.txt$/u, /^invalid-.*\.txt$/u]) {
      const path = join('test/drafts', id, names.find((name) => kind.test(name)) ?? '');
      cpSync(join(ROOT, path), join(copy, path));
    }
  }
  for (const modules of ['node_modules', 'server/node_modules']) {
    if (existsSync(join(ROOT, modules))) symlinkSync(join(ROOT, modules), join(copy, modules), 'dir');
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new-check', () => {
  test.each([
    [[], /say the id/u],
    [['two', 'words'], /say the id/u],
    [['No-Good'], /“No-Good” cannot be an id/u],
    [['repeated'], /There is a check “repeated” already/u],
    [['index'], /server\/src\/checks\/index\.ts is there already/u],
  ])('refuses %j', ([id, ...more]: readonly string[], why) => {
    expect(whatIsWrong(id, more, ROOT)).toMatch(why);
  });

  test('says why, and leaves the list of checks as it was', () => {
    const list = readFileSync(join(copy, 'server/src/checks/index.ts'), 'utf8');
    const { status, said } = newCheck('repeated');
    expect(said).toMatch(/^new-check: There is a check “repeated” already/u);
    expect(status).toBe(2);
    expect(readFileSync(join(copy, 'server/src/checks/index.ts'), 'utf8')).toBe(list);
  });

  test('makes a check that passes the tests on drafts, pages and settings', { timeout: 120_000 }, () => {
    // as many checks as make the list too long for a line
    for (const id of ['misplacednumerals', 'misplacedweekdays']) {
      const made = newCheck(id);
      expect(made.status, made.said).toBe(0);
    }
    const biome = run(
      join(ROOT, 'node_modules/@biomejs/biome/bin/biome'),
      'check',
      'server/src/checks',
      'docs/checks',
    );
    expect(biome.status, biome.said).toBe(0);
    const types = run(join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.');
    expect(types.status, types.said).toBe(0);
    const tests = run(
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      'test/unit/drafts.test.ts',
      'test/unit/docs.test.ts',
      'test/unit/examples.test.ts',
      'test/unit/manifest.test.ts',
      '--reporter=verbose',
    );
    expect(tests.status, tests.said).toBe(0);
    expect(tests.said).toContain('drafts for misplacedweekdays > invalid-phrase.txt');
    expect(tests.said).toContain('drafts for misplacedweekdays > invalid-phrase.fixed');
  });
});
