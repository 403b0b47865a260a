import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { judge, mark, told } from '../judge.ts';
import { unmark } from '../marked.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCS = join(ROOT, 'docs/checks');
const EXAMPLE = /^```draft\n([\s\S]*?)\n```$/gmu;

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const file = join(DOCS, `${id}.md`);
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const examples = [...page.matchAll(EXAMPLE)].map(([, example = '']) => example);

  test('has a page', () => expect(existsSync(file), `docs/checks/${id}.md is missing`).toBe(true));

  test.each(['valid', 'invalid'])('has a draft that is %s', (kind) => {
    const folder = join(ROOT, 'test/drafts', id);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const fitting = names.filter((name) => name.startsWith(`${kind}-`) && !name.endsWith('.fixed'));
    expect(fitting, `test/drafts/${id}/${kind}-*.txt is missing`).not.toEqual([]);
  });

  test('its page names every code, and no code that there is not', () => {
    const named = [...page.matchAll(new RegExp(String.raw`\x60(${id}/[a-z-]+)\x60`, 'gu'))].map(
      ([, code]) => code,
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(check.codes).sort());
  });

  test('its page says how grave each finding is', () => {
    for (const [code, { severity }] of Object.entries(check.codes)) {
      expect(page, `a row of the table on ${code}`).toMatch(
        new RegExp(String.raw`^\| \x60${code}\x60 +\| ${severity} +\|`, 'mu'),
      );
    }
  });

  test('its page names every option', () => {
    for (const option of Object.keys(check.defaults)) expect(page).toContain(option);
  });

  test('its page shows wrong copy and right copy', () => {
    expect(examples.some((example) => example.includes('⟦'))).toBe(true);
    expect(examples.some((example) => !example.includes('⟦'))).toBe(true);
  });

  test.each(examples.map((example, i) => [i + 1, example] as const))(
    'example %i is judged so',
    (_, example) => {
      const { text, expected } = unmark(example);
      const findings = judge(check, text, 'plain');
      expect(mark(text, findings), told(findings)).toBe(mark(text, expected));
    },
  );

  test('its summaries are a few words, with no full stop', () => {
    for (const { summary } of [check, ...Object.values(check.codes)])
      expect(summary).toMatch(/^\S.*[^.\s]$/u);
  });
});

test('every page is about a check', () => {
  const ids = CHECKS.map(({ id }) => `${id}.md`);
  expect(readdirSync(DOCS).filter((name) => !ids.includes(name))).toEqual([]);
});
