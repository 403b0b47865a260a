import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { formatOfPath, readDraft } from '../../server/src/draft/read.ts';
import type { Finding } from '../../server/src/engine/finding.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { readMarked } from '../marked.ts';

const DRAFTS = fileURLToPath(new URL('../drafts/', import.meta.url));
const DESK = ['furniture', 'placeholder', 'consistency', 'style'];

/** Codes that are off unless asked for, asked for here. */
const ALL_ON = Object.fromEntries(
  CHECKS.filter((check) => check.id === 'style').flatMap((check) =>
    Object.entries(check.codes).map(([code, { severity }]) => [code, severity === 'off' ? 'hint' : severity]),
  ),
);

const findingsIn = (text: string, path: string, id: string): readonly Finding[] =>
  checkDraft(
    readDraft(text, formatOfPath(path) ?? 'plain'),
    planChecks(
      CHECKS.filter((check) => check.id === id),
      { severity: ALL_ON as Record<string, 'hint'> },
    ),
    (_, error) => {
      throw error;
    },
  );

describe.each(DESK.filter((id) => existsSync(DRAFTS + id)))('%s', (id) => {
  const files = readdirSync(DRAFTS + id).filter((file) => !file.endsWith('.fixed'));

  test.each(files)('%s', (file) => {
    const path = `${DRAFTS}${id}/${file}`;
    const { text, expected } = readMarked(path);
    expect(expected.length > 0).toBe(file.startsWith('invalid-'));
    const found = findingsIn(text, path, id);
    const shown = (code: string, span: { start: number; end: number }) =>
      `${code}: ${text.slice(span.start, span.end)}`;
    expect(found.map((one) => shown(one.code, one.span))).toEqual(
      expected.map((one) => shown(one.code, one.span)),
    );
    expect(found.map((one) => one.span.start)).toEqual(expected.map((one) => one.span.start));
  });

  test.each(files.filter((file) => existsSync(`${DRAFTS}${id}/${file}.fixed`)))(
    '%s, once its first fixes are taken',
    (file) => {
      const path = `${DRAFTS}${id}/${file}`;
      let { text } = readMarked(path);
      // one after another, as an editor takes them: every fix must end its finding
      for (let left = findingsIn(text, path, id).length; left > 0; left -= 1) {
        const found = findingsIn(text, path, id);
        const fix = found.find((one) => one.fixes.length > 0)?.fixes[0];
        if (fix === undefined) break;
        text = applyEdits(text, fix.edits);
        expect(findingsIn(text, path, id).length).toBeLessThan(found.length);
      }
      expect(text).toBe(readFileSync(`${path}.fixed`, 'utf8'));
    },
  );
});
