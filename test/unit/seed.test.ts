import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';

const SEED = new URL('../../../shared/seed-article.txt', import.meta.url);
const absent = !existsSync(SEED);
if (absent)
  console.warn('SKIPPED: ../shared/seed-article.txt is not here, so the seed article is not checked.');

test.skipIf(absent)(
  'the seed article: the pasted run is one finding, and its fix takes it out to the byte',
  () => {
    const source = readFileSync(SEED, 'utf8');
    const lines = source.split('\n');
    const copy = lines.indexOf(lines[1] ?? '', 2);
    const run = copy - 1;
    expect(lines.slice(copy, copy + run)).toEqual(lines.slice(1, copy));

    const findings = checkDraft(readDraft(source, 'plain'), planChecks(CHECKS)).filter(
      ({ check }) => check === 'duplicate' || check === 'repeated',
    );
    expect(findings.map(({ code }) => code)).toEqual(['duplicate/block']);
    const [block] = findings;
    const text = (span?: { start: number; end: number }) => source.slice(span?.start, span?.end);
    expect(text(block?.span)).toBe(lines.slice(copy, copy + run).join('\n'));
    expect(text(block?.related[0]?.span)).toBe(lines.slice(1, copy).join('\n'));
    const asIfNeverPasted = [...lines.slice(0, copy), ...lines.slice(copy + run)].join('\n');
    expect(block?.fixes.map((fix) => applyEdits(source, fix.edits))).toEqual([
      asIfNeverPasted,
      asIfNeverPasted,
    ]);
  },
);

test.skipIf(absent)(
  'the seed article: the six lines at its end are page furniture, and nothing else is wrong with names, days and figures',
  () => {
    const source = readFileSync(SEED, 'utf8');
    const findings = checkDraft(readDraft(source, 'plain'), planChecks(CHECKS)).filter(({ check }) =>
      ['furniture', 'placeholder', 'consistency'].includes(check),
    );
    expect(findings.map(({ code }) => code)).toEqual(['furniture/leftover']);
    const [furniture] = findings;
    const lines = source.trimEnd().split('\n');
    expect(source.slice(furniture?.span.start, furniture?.span.end)).toBe(lines.slice(-6).join('\n'));
    expect(lines.at(-6)).toBe('You may also like');
    expect(furniture?.fixes.map((fix) => applyEdits(source, fix.edits).trimEnd())).toEqual([
      lines.slice(0, -6).join('\n'),
    ]);
  },
);
