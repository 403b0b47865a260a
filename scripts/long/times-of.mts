// Judges hostile texts of 1 MB by their numbers, and prints what each took in milliseconds of the processor: other programs may run beside.
import { CHECKS } from '../../server/src/checks/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { GROWING } from '../../test/adversarial/inputs.ts';

const SIZE = 1_000_000;
const plan = planChecks(CHECKS, { checks: { garbled: { model: 'off' } } });

checkDraft(readDraft('The crew were told to leave.', 'plain'), plan);
for (const one of process.argv.slice(2).flatMap((number) => GROWING[Number(number)] ?? [])) {
  const text = one.make(SIZE);
  const before = process.cpuUsage();
  checkDraft(readDraft(text, one.format), plan);
  const { user, system } = process.cpuUsage(before);
  console.log(Math.round((user + system) / 1000));
}
