import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPool } from '../../server/src/cli/pool.ts';
import { folderOf } from './folder.ts';

// a thread that answers with its own number, in place of findings
const ECHO = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', (path) => parentPort.postMessage({ path, text: String(threadId) }));
`;

it('starts no more threads than there are files under way, and no more than it may', async () => {
  const script = join(folderOf({ 'echo.cjs': ECHO }), 'echo.cjs');
  const setup = {
    cwd: '/',
    paths: [],
    only: [],
    config: undefined,
    baseline: undefined,
    fix: false,
    ledger: false,
    maxBytes: undefined,
  };
  const pool = createPool(script, 3, setup);
  const threads = new Set<string>();
  const check = async (path: string) => threads.add((await pool.checkFile(path)).text);
  await check('a.txt');
  await check('b.txt');
  expect(threads.size).toBe(1);
  await Promise.all(['c.txt', 'd.txt', 'e.txt', 'f.txt', 'g.txt'].map(check));
  expect(threads.size).toBeLessThanOrEqual(3);
  await pool.close();
});
