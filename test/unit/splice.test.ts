import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { spliceInPlace } from '../../server/src/draft/splice.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';

test('a stretch of any length takes the place of another', () => {
  const list = [0, 1, 2, 3];
  const items = Array.from({ length: 25_001 }, (_, i) => i);
  expect(spliceInPlace(list, 1, 2, items)).toEqual([1, 2]);
  expect(list).toEqual([0, ...items, 3]);
});

// longer than a call may have arguments; some seconds of work, and more where the machine has other work too
test('a draft of 150,000 lines is checked like any other', { timeout: 90_000 }, () => {
  const lines = Array.from({ length: 150_000 }, (_, i) => `Line ${i} of the list\n`).join('');
  const failed: string[] = [];
  checkDraft(readDraft(lines, 'plain'), planChecks(CHECKS), ({ id }, error) =>
    failed.push(`${id}: ${error}`),
  );
  expect(failed).toEqual([]);
});
