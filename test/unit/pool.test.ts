import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startRun } from '../../server/src/cli/gather.ts';
import { createPool } from '../../server/src/cli/pool.ts';
import { judgeFrom } from '../../server/src/cli/setup.ts';
import { offTerminal } from './command.ts';
import { folderOf } from './folder.ts';

// a thread that answers with its own number, in place of findings
const ECHO = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ path }) => parentPort.postMessage({ path, text: String(threadId) }));
`;

const SETUP = {
  cwd: '/',
  paths: [],
  only: [],
  config: undefined,
  baseline: undefined,
  fix: undefined,
  ledger: false,
  maxBytes: undefined,
};

// dies of one draft, and finds the others as they are
const FRAIL = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ path, text, format }) => {
  if (text.includes('deadly')) process.exit();
  parentPort.postMessage({ path, format, findings: [], failures: [], fixed: 1, known: 0, settled: 0, text: 'Mended.' });
});
`;

it('loses one draft for one that a thread dies of, and leaves that one as it was', async () => {
  const folder = folderOf({
    'frail.cjs': FRAIL,
    'a.txt': 'One.',
    'b.txt': 'A deadly draft.',
    'c.txt': 'Three.',
  });
  const setup = { ...SETUP, cwd: folder, fix: 'write' } as const;
  const pool = createPool(join(folder, 'frail.cjs'), 1, setup);
  const { judge } = judgeFrom(setup, [], pool.checkText);
  const reports = await Promise.all(
    ['a.txt', 'b.txt', 'c.txt'].map((name) => judge.checkFile(join(folder, name))),
  );
  await pool.close();
  expect(reports.map(({ problem }) => problem?.message)).toEqual([
    undefined,
    'b.txt could not be checked: its thread ended. This is a fault in Blue Pencil, not in the draft.',
    undefined,
  ]);
  const now = ['a.txt', 'b.txt', 'c.txt'].map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(now).toEqual(['Mended.', 'A deadly draft.', 'Mended.']);
});

it('writes nothing where it was not asked to mend', async () => {
  const folder = folderOf({ 'frail.cjs': FRAIL, 'a.txt': 'One.' });
  const setup = { ...SETUP, cwd: folder };
  const pool = createPool(join(folder, 'frail.cjs'), 1, setup);
  await judgeFrom(setup, [], pool.checkText).judge.checkFile(join(folder, 'a.txt'));
  await pool.close();
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('One.');
});

it('starts no more threads than there are files under way, and no more than it may', async () => {
  const script = join(folderOf({ 'echo.cjs': ECHO }), 'echo.cjs');
  const pool = createPool(script, 3, SETUP);
  const threads = new Set<string>();
  const check = async (path: string) => threads.add((await pool.checkText(path, '', 'plain')).text);
  await check('a.txt');
  await check('b.txt');
  expect(threads.size).toBe(1);
  await Promise.all(['c.txt', 'd.txt', 'e.txt', 'f.txt', 'g.txt'].map(check));
  expect(threads.size).toBeLessThanOrEqual(3);
  await pool.close();
});

it('starts no more threads than the machine has cores, however many are asked for', async () => {
  const folder = folderOf({ 'echo.cjs': ECHO });
  const run = await startRun({ jobs: 64, quiet: true }, { ...SETUP, cwd: folder }, [], {
    cwd: folder,
    ...offTerminal(),
    out: () => {},
    err: () => {},
    stdin: (async function* () {})(),
    workerScript: join(folder, 'echo.cjs'),
  });
  const reports = await Promise.all(
    Array.from({ length: 40 }, (_, n) => run.judge.checkText(join(folder, `${n}.txt`), '', 'plain')),
  );
  await run.end();
  expect(new Set(reports.map(({ text }) => text)).size).toBeLessThanOrEqual(availableParallelism());
});
