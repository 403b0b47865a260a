import { expect, test } from 'vitest';
import { attribution } from '../../server/src/checks/attribution/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { createSession } from '../../server/src/engine/session.ts';
import { claimsOf } from '../../server/src/reports/claims.ts';
import { createSourcer } from '../../server/src/sourcing/index.ts';
import { summarise } from '../../server/src/sourcing/summary.ts';

const story = (last: string) =>
  readDraft(
    [
      'Bridge to open in May',
      'The bridge will open in May, the ministry intimated on Friday.',
      '“We have waited long enough,” said Ann Lee. “It must open.”',
      last,
    ].join('\n\n'),
    'plain',
  );

test('by one plan each paragraph is read once, whoever asks: the check, the claims, who says what', () => {
  let read = 0;
  const sourcer = createSourcer(['intimate'], (prose, verbs) => {
    read += 1;
    return summarise(prose, verbs);
  });
  const plan = { ...planChecks([attribution], { reportingVerbs: ['intimate'] }), sourcer };
  const session = createSession();
  const draft = story('The town is glad.');
  for (let round = 0; round < 3; round += 1) {
    const findings = session.check(draft, plan);
    claimsOf(draft, findings, [], plan.sourcer);
    plan.sourcer.sourcingOf(draft);
  }
  expect(read).toBe(draft.paragraphs.length);

  const judged = plan.sourcer.judge(draft).paragraphs;
  session.check(draft, plan);
  expect(plan.sourcer.judge(draft).paragraphs.every((one, i) => one === judged[i])).toBe(true);
});

test('a plan is made with the reporting verbs of its house', () => {
  const draft = story('The town is glad.');
  const source = (...verbs: readonly string[]) =>
    planChecks([attribution], { reportingVerbs: verbs }).sourcer.sourcingOf(draft).sentences[1]?.source?.text;
  expect([source(), source('intimate')]).toEqual([undefined, 'the ministry']);
});

test('also where the check itself is off', () => {
  const { sourcer } = planChecks(
    [attribution],
    { reportingVerbs: ['intimate'] },
    { checks: { attribution: false } },
  );
  expect(sourcer.sourcingOf(story('The town is glad.')).sentences[1]?.status).toBe('attributed');
});
