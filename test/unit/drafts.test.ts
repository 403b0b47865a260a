import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { DRAFT_EXTENSIONS, formatOfPath } from '../../server/src/draft/formats.ts';
import { judge, mark, mended, offered, told } from '../judge.ts';
import { readMarked } from '../marked.ts';

// Drafts with what a check must find in them, in one folder for each check:
//   valid-NAME     right as it stands: the check must be silent
//   invalid-NAME   ⟦code:text⟧ around each finding
//   known-NAME     marked as it should be judged, and is not yet; rename it when the check has learnt it
//   invalid-NAME.fixed   the text once the fix of each finding is taken
const DRAFTS = fileURLToPath(new URL('../drafts', import.meta.url));
const NAME = new RegExp(`^(?:valid|invalid|known)-[a-z0-9-]+\\.(?:${DRAFT_EXTENSIONS.join('|')})$`, 'u');

for (const folder of readdirSync(DRAFTS)) {
  const check = CHECKS.find(({ id }) => id === folder);
  const at = (name: string) => join(DRAFTS, folder, name);

  describe(`drafts for ${folder}`, () => {
    test('there is such a check', () => {
      expect(
        CHECKS.map(({ id }) => id),
        `test/drafts/${folder} is no check's`,
      ).toContain(folder);
    });
    if (check === undefined) return;

    const names = readdirSync(at('.')).sort();
    for (const name of names.filter((one) => !one.endsWith('.fixed'))) {
      const stated = name.startsWith('known-') ? test.fails : test;
      stated(name, () => {
        expect(name, 'a draft is called valid-NAME, invalid-NAME or known-NAME').toMatch(NAME);
        const { text, expected } = readMarked(at(name));
        if (!name.startsWith('known-')) {
          expect(expected.length > 0, 'an invalid draft has marks, a valid one has none').toBe(
            name.startsWith('invalid-'),
          );
        }
        const findings = judge(check, text, formatOf(name));
        expect(mark(text, findings), told(findings)).toBe(mark(text, expected));
      });
    }

    for (const name of names.filter((one) => one.endsWith('.fixed'))) {
      test(name, () => {
        const draft = names.find(
          (one) => !one.endsWith('.fixed') && one.replace(/\.\w+$/u, '.fixed') === name,
        );
        if (draft === undefined) throw new Error(`There is no draft that ${name} belongs to.`);
        const { text } = readMarked(at(draft));
        const findings = judge(check, text, formatOf(draft));
        const fixed = mended(text, findings);
        expect(fixed, told(findings)).toBe(readFileSync(at(name), 'utf8'));
        const left = findings.filter((finding) => offered(finding) === undefined);
        expect(judge(check, fixed, formatOf(draft)).map(({ code }) => code)).toEqual(
          left.map(({ code }) => code),
        );
      });
    }
  });
}

test('the drafts are where they are looked for', () => {
  for (const { id } of CHECKS) expect(existsSync(join(DRAFTS, id)), id).toBe(true);
});

const formatOf = (name: string) => formatOfPath(name) ?? 'plain';
