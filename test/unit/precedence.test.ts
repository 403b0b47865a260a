import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPrecedence } from '../../server/src/lsp/precedence.ts';

test('work that nobody waits for is gone on with when all that somebody waits for is done', async () => {
  const { first, turn } = createPrecedence(() => setImmediate());
  const answers: (() => void)[] = [];
  const asked = [1, 2].map(() => first(() => new Promise<void>((answer) => answers.push(answer))));
  let isGoingOn = false;
  const other = turn().then(() => {
    isGoingOn = true;
  });
  answers[0]?.();
  await asked[0];
  await setImmediate();
  expect(isGoingOn).toBe(false);
  answers[1]?.();
  await other;
});

test('what fails holds up nothing', async () => {
  const { first, turn } = createPrecedence(() => setImmediate());
  await expect(first(() => Promise.reject(new Error('no such draft')))).rejects.toThrow('no such draft');
  await turn();
});
