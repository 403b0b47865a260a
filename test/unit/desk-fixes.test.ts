import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { judge } from '../judge.ts';
import { readMarked } from '../marked.ts';

const DRAFTS = fileURLToPath(new URL('../drafts/', import.meta.url));
const DESK = ['furniture', 'placeholder', 'consistency', 'style'];

// These checks offer fixes to choose from, most of them with none preferred: each must end the finding it is offered for.
describe.each(CHECKS.filter(({ id }) => DESK.includes(id)).map((check) => [check.id, check] as const))(
  'the fixes of %s',
  (id, check) => {
    test.each(readdirSync(DRAFTS + id).filter((name) => /^invalid-.*(?:txt|md)$/u.test(name)))(
      '%s',
      (name) => {
        const { text } = readMarked(`${DRAFTS}${id}/${name}`);
        const format = name.endsWith('.md') ? 'markdown' : 'plain';
        for (const finding of judge(check, text, format)) {
          for (const fix of finding.fixes) {
            const left = judge(check, applyEdits(text, fix.edits), format);
            expect(
              left.map(({ message }) => message),
              fix.title,
            ).not.toContain(finding.message);
          }
        }
      },
    );
  },
);

test('a note to the desk is deleted only where the sentence is whole without it', () => {
  const check = CHECKS.find(({ id }) => id === 'placeholder');
  const { text } = readMarked(`${DRAFTS}placeholder/invalid-note-needed.txt`);
  const fixes = check === undefined ? [] : judge(check, text, 'plain').flatMap((one) => one.fixes);
  expect(fixes.map(({ title }) => title)).toEqual(['Delete “[CHECK]”']);
});
