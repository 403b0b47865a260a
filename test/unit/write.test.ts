import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../server/src/workspace/check.ts';
import { DISK } from '../../server/src/workspace/disk.ts';
import { createFileJudge } from '../../server/src/workspace/file-judge.ts';
import { readText } from '../../server/src/workspace/file-system.ts';
import { createHouses } from '../../server/src/workspace/houses.ts';
import { appendToLedger, createLedgers } from '../../server/src/workspace/ledgers.ts';
import { walkDrafts } from '../../server/src/workspace/named.ts';
import { write, writeOutput } from '../../server/src/workspace/write.ts';
import { slip } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const onWindows = process.platform === 'win32';
const LINK = 'it is a link, and nothing is written through a link';
const LEADS_OUT = 'it leads out of the folder by a link';

/** A folder to work in, and beside it a file of somebody's that nothing may touch. */
function deskBeside(files: Readonly<Record<string, string>> = {}) {
  const outside = folderOf({ 'private.txt': 'teh private matter' });
  const folder = folderOf(files);
  const unharmed = () =>
    expect([readdirSync(outside), readFileSync(join(outside, 'private.txt'), 'utf8')]).toEqual([
      ['private.txt'],
      'teh private matter',
    ]);
  return { folder, outside, unharmed };
}

describe('writing a file', () => {
  it('keeps its mode and leaves nothing else behind', async () => {
    const folder = folderOf({ 'a.txt': 'old' });
    const path = join(folder, 'a.txt');
    chmodSync(path, 0o640);
    await write({ folder, path, content: 'new' });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it.each(['replace', 'create', 'append'] as const)(
    'to %s follows no link, wherever it leads',
    async (how) => {
      const { folder, outside, unharmed } = deskBeside({ 'real.txt': 'real' });
      symlinkSync(join(outside, 'private.txt'), join(folder, 'out.txt'));
      symlinkSync(join(outside, 'new.txt'), join(folder, 'nowhere.txt'));
      symlinkSync('real.txt', join(folder, 'in.txt'));
      for (const name of ['out.txt', 'nowhere.txt', 'in.txt'])
        await expect(write({ folder, path: join(folder, name), content: 'x', how })).rejects.toThrow(LINK);
      unharmed();
      expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('real');
    },
  );

  it.each(['replace', 'create', 'append'] as const)('to %s never leaves the folder', async (how) => {
    const { folder, outside, unharmed } = deskBeside({ 'in/a.txt': 'a' });
    symlinkSync(outside, join(folder, 'away'));
    symlinkSync('in', join(folder, 'near'));
    const to = (...parts: string[]) => write({ folder, path: join(folder, ...parts), content: 'x', how });
    await expect(to('away', 'private.txt')).rejects.toThrow(LEADS_OUT);
    await expect(to('away', 'new.txt')).rejects.toThrow(LEADS_OUT);
    await expect(to('..', 'new.txt')).rejects.toThrow(LEADS_OUT);
    await to('near', 'b.txt');
    expect(readFileSync(join(folder, 'in', 'b.txt'), 'utf8')).toBe('x');
    expect(existsSync(join(folder, '..', 'new.txt'))).toBe(false);
    unharmed();
  });

  it('fails, with the folder as it was, where a folder or a pipe is in the way', async () => {
    const folder = folderOf({ 'a.txt/inner': 'x' });
    await expect(write({ folder, path: join(folder, 'a.txt'), content: 'x' })).rejects.toThrow('a folder');
    if (!onWindows) {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      for (const how of ['replace', 'append'] as const)
        await expect(write({ folder, path: join(folder, 'pipe'), content: 'x', how })).rejects.toThrow(
          'no ordinary file',
        );
    }
    expect(readdirSync(folder)).toEqual(onWindows ? ['a.txt'] : ['a.txt', 'pipe']);
  });

  it('takes away what a killed run left half written, when it is old, and nothing else', async () => {
    const half = (name: string, digits: string) => `.${name}.${digits}.tmp`;
    const old = half('a.txt', '0123456789ab');
    const young = half('a.txt', 'ba9876543210');
    const theirs = ['.cache.tmp', half('gone.txt', '0123456789ab'), 'a.txt.0123456789ab.tmp'];
    const names = [old, young, ...theirs, 'a.txt'];
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, 'half'])));
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    for (const name of [old, ...theirs]) utimesSync(join(folder, name), yesterday, yesterday);
    await write({ folder, path: join(folder, 'a.txt'), content: 'new' });
    expect(readdirSync(folder).sort()).toEqual([young, ...theirs, 'a.txt'].sort());
  });
});

describe.skipIf(onWindows)('writing what a command puts out', () => {
  it('writes into a pipe or a device, and leaves it what it is', async () => {
    const folder = folderOf({});
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
    const heard: string[] = [];
    reader.stdout.on('data', (data) => heard.push(String(data)));
    const ended = new Promise((resolve) => reader.once('close', resolve));
    await writeOutput(pipe, 'the report');
    await ended;
    expect(heard.join('')).toBe('the report');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    await writeOutput('/dev/null', 'the report');
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('follows no link of a folder’s own, not even to a device', async () => {
    const { folder, outside, unharmed } = deskBeside();
    symlinkSync(join(outside, 'private.txt'), join(folder, 'report.html'));
    symlinkSync('/dev/null', join(folder, 'null.html'));
    for (const name of ['report.html', 'null.html'])
      await expect(writeOutput(join(folder, name), 'x')).rejects.toThrow(LINK);
    unharmed();
  });
});

describe('reading a file', () => {
  it.skipIf(onWindows)('neither waits at a pipe nor takes in a device without end', async () => {
    const folder = folderOf({});
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('/dev/zero', join(folder, 'zero'));
    for (const name of ['pipe', 'zero'])
      expect(await DISK.read(join(folder, name), 1000)).toEqual({ failed: 'special' });
  });

  it.runIf(existsSync('/proc/self/status'))(
    'is cut off at the limit where a file tells no size',
    async () => {
      expect(statSync('/proc/self/status').size).toBe(0);
      expect(await DISK.read('/proc/self/status', 10)).toMatchObject({ failed: 'too-large' });
      expect(await readText(DISK, '/proc/self/status', 100_000)).toMatchObject({ text: /^Name:/u });
    },
  );

  it.skipIf(onWindows)('tells of a house file or ledger that is a pipe or far too large', async () => {
    const folder = folderOf({
      'piped/a.txt': '',
      'large/a.txt': '',
      'large/.blue-pencil.json': ' '.repeat(2 * 1024 * 1024),
    });
    execFileSync('mkfifo', [join(folder, 'piped', '.blue-pencil.json')]);
    execFileSync('mkdir', [join(folder, 'piped', '.blue-pencil')]);
    execFileSync('mkfifo', [join(folder, 'piped', '.blue-pencil', 'checked.jsonl')]);
    const houses = createHouses(DISK, [slip], { root: folder });
    const said = async (path: string) =>
      (await houses.forFile(join(folder, path)))?.problems.map(({ message }) => message);
    expect(await said('piped/a.txt')).toEqual([
      'This is no ordinary file, so it is not read as a house file.',
    ]);
    expect(await said('large/a.txt')).toEqual(['The house file is 2 MB; the limit is 1 MB.']);
    expect((await createLedgers().forFile(join(folder, 'piped', 'a.txt')))?.problem).toMatch(
      /^The ledger is no ordinary file and is not read/u,
    );
  });
});

describe('a ledger behind a link', () => {
  const entry = {
    id: 'a',
    fingerprint: '1-a',
    code: 'slip/teh',
    excerpt: 'teh',
    reason: 'ignored',
    who: 'Ann Lee',
    when: '2026-11-25T08:00:00.000Z',
    path: 'a.txt',
  };

  it.each([
    ['its folder', '.blue-pencil', ''],
    ['the file', '.blue-pencil/checked.jsonl', 'private.txt'],
    ['the file, that is not there yet', '.blue-pencil/checked.jsonl', 'new.txt'],
  ])('is neither read nor written, where %s is one', async (_, place, target) => {
    const { folder, outside, unharmed } = deskBeside(
      place === '.blue-pencil' ? {} : { '.blue-pencil/note': '' },
    );
    symlinkSync(join(outside, target), join(folder, place));
    await expect(appendToLedger(folder, [entry])).rejects.toThrow(LINK);
    unharmed();
    expect((await createLedgers().forFile(join(folder, 'a.txt')))?.problem).toBe(
      'The ledger lies behind a link and is not read, so that every finding is shown, settled or not.',
    );
  });
});

describe('mending drafts on a walk', () => {
  it('mends what a link leads to in the folder, and nothing that it leads to elsewhere', async () => {
    const { folder, outside, unharmed } = deskBeside({ 'real/a.txt': 'teh' });
    symlinkSync(join('real', 'a.txt'), join(folder, 'near.txt'));
    symlinkSync(join(outside, 'private.txt'), join(folder, 'out.txt'));
    symlinkSync(outside, join(folder, 'away'));
    const nameOf = (path: string) => relative(folder, path);
    const houses = createHouses(DISK, [slip], { root: folder });
    const judge = createFileJudge({ checks: [slip], houses, nameOf, fix: 'write', homeOf: () => folder });
    const told: unknown[] = [];
    for await (const { path, problem, findings } of checkFiles(['.'], { cwd: folder, houses, nameOf, judge }))
      told.push([nameOf(path), problem?.message, findings.length]);
    const why = `could not be fixed: ${LEADS_OUT}. It stands as it was.`;
    expect(told).toEqual([
      ['away/private.txt', `away/private.txt ${why}`, 1],
      ['near.txt', undefined, 0],
      ['out.txt', `out.txt ${why}`, 1],
      ['real/a.txt', undefined, 0],
    ]);
    expect(readFileSync(join(folder, 'real', 'a.txt'), 'utf8')).toBe('the');
    expect(lstatSync(join(folder, 'near.txt')).isSymbolicLink()).toBe(true);
    unharmed();
  });
});

it.skipIf(onWindows || process.platform === 'darwin')(
  'a draft or a folder whose name is not written in UTF-8 is told of, and the others are checked',
  async () => {
    const folder = folderOf({ 'b.txt': 'teh' });
    const named = (name: string) =>
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(name)]);
    writeFileSync(named('.txt'), 'teh');
    mkdirSync(named(''));
    const houses = createHouses(DISK, [slip], { root: folder });
    const nameOf = (path: string) => relative(folder, path);
    const told: unknown[] = [];
    for await (const { path, problem } of walkDrafts(['.'], { cwd: folder, houses, nameOf }))
      told.push(problem?.message ?? nameOf(path));
    const why =
      'has a name that is not written in UTF-8, so it cannot be opened. Rename it and check it again.';
    expect(told).toEqual(['b.txt', `caf\ufffd ${why}`, `caf\ufffd.txt ${why}`]);
  },
);
