import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { judge } from '../judge.ts';

const examples = CHECKS.flatMap((check) =>
  Object.entries(check.codes).flatMap(([code, { examples }]) =>
    examples === undefined ? [] : [[code, check, examples] as const],
  ),
);

test.each(examples)(
  '%s: the wrong example has the fault, the right one has none',
  (code, check, { wrong, right }) => {
    expect(judge(check, wrong, 'plain').map((finding) => finding.code)).toContain(code);
    expect(judge(check, right, 'plain')).toEqual([]);
  },
);
