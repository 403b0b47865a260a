// Drafts come from strangers: whatever one holds, the time it takes grows as the text does, and not as its square.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import type { Format } from '../../server/src/draft/draft.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { GROWING } from './inputs.ts';

const SMALL = 10_000;
const LARGE = 160_000;
/** What takes less is told from noise by nothing (milliseconds of the processor). */
const FLOOR = 60;
const STEEPEST = 1.2;

const root = fileURLToPath(new URL('../..', import.meta.url));
const plan = planChecks(CHECKS);

function judge(text: string, format: Format): void {
  checkDraft(readDraft(text, format), plan, ({ id }, error) => {
    throw new Error(`The check “${id}” failed`, { cause: error });
  });
}

/** The processor's time and not the clock's: other programs may run beside the test. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

beforeAll(() => {
  const copy = readFileSync(join(root, 'README.md'), 'utf8');
  for (const format of ['plain', 'markdown', 'plain', 'markdown'] as const) judge(copy, format);
}, 120_000);

describe('the time a draft takes', () => {
  it.each(GROWING)(
    'grows no faster than the text: $format $name',
    ({ make, format }) => {
      const [small, large] = [make(SMALL), make(LARGE)];
      let steepness = Number.POSITIVE_INFINITY;
      // a pause for the garbage of the test before it may fall into one measurement
      for (let tries = 0; tries < 3 && steepness > STEEPEST; tries += 1) {
        const [few, many] = [small, large].map((text) =>
          Math.max(
            FLOOR,
            cpu(() => judge(text, format)),
          ),
        );
        steepness = Math.log((many ?? 0) / (few ?? 1)) / Math.log(large.length / small.length);
      }
      expect(steepness).toBeLessThanOrEqual(STEEPEST);
    },
    120_000,
  );
});
