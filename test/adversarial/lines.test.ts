// A line as short as a button's label must not cost more than a page: patterns that can be read in many ways cost the power of its length.
import { expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { GROWING } from './inputs.ts';

const UNITS =
  `x |x,|x and |x or |and x |share |share, |tweet|email |1 share, |1,|comments 1, |likes (1) |related |top |latest news |
  you may also like |more from |more stories |sponsored |newsletter |sign up to |subscribe |follow us on |cookies |privacy policy |
  terms of use |photo: |image source, |getty / |reuters / |> a |home > |tags: a |1 of 2 |updated 1 |view |read more |in |on |by |
  for you |all |accept all |enter |the characters you see |please |your email |copyright 2020 |: |… |. |A. B. |Al |Al’s |Mr A |A-|
  a, |1. |1, 2 |1/|1-|1:|£1 |% |(a |[a |to come |TK, |name |5 March |Monday, |March 1, 2020, |By A and |By Al B, |(AP) |— |- |#a |@a |a@|a.|
  who said |said he said |which is |had been |will not |not only |as well as |on the one |of a |to to |very very |in order to `
    .split('|')
    .map((unit) => unit.replace(/^\n\s*/u, ''))
    .filter((unit) => unit !== '');

const plan = planChecks(CHECKS);

const lines = [...UNITS, ...GROWING.map(({ make }) => make(200))].map(
  (unit) => `${unit.repeat(Math.ceil(230 / unit.length)).slice(0, 230)}z`,
);

it.each([
  ['on a line of its own', (line: string) => line],
  [
    'as a headline above copy',
    (line: string) => `${line}\n\nThe council met on Monday and put off the vote.`,
  ],
])(
  'a line of 230 characters takes less than a second, whatever is said over and over: %s',
  (_, draftOf) => {
    const slow = lines.filter((line) => {
      const before = process.cpuUsage();
      for (const format of ['plain', 'markdown'] as const) checkDraft(readDraft(draftOf(line), format), plan);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 > 1_000;
    });
    expect(slow).toEqual([]);
  },
  300_000,
);

// longer than a call may have arguments; some seconds of work, and more where the machine has other work too
it('a draft of 150,000 lines is checked like any other', { timeout: 90_000 }, () => {
  const lines = Array.from({ length: 150_000 }, (_, i) => `Line ${i} of the list\n`).join('');
  const failed: string[] = [];
  checkDraft(readDraft(lines, 'plain'), plan, ({ id }, error) => failed.push(`${id}: ${error}`));
  expect(failed).toEqual([]);
});
