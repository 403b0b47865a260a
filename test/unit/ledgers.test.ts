import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseLedger, printEntry, type SignOff } from '../../server/src/house/ledger.ts';
import { appendToLedger, createLedgers, draftName, ledgerIn } from '../../server/src/workspace/ledgers.ts';
import { folderOf } from './folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEDGER = '.blue-pencil/checked.jsonl';

const entry = (id: string, given: Partial<SignOff> = {}): SignOff => ({
  id,
  fingerprint: `1-${id}`,
  code: 'slip/teh',
  excerpt: 'He saw teh sea.',
  reason: 'ignored',
  who: 'Ann Lee',
  when: '2026-11-25T08:00:00.000Z',
  path: 'a.txt',
  ...given,
});
const ids = (folder: string) =>
  parseLedger(readFileSync(ledgerIn(folder), 'utf8')).entries.map(({ id }) => id);

describe('the ledger of a draft', () => {
  it('is the nearest one upward', async () => {
    const folder = folderOf({
      [LEDGER]: printEntry(entry('a')),
      'news/deep/b.txt': '',
      [`sport/${LEDGER}`]: printEntry(entry('c')),
      'sport/c.txt': '',
    });
    const ledgers = createLedgers();
    const found = async (path: string) => {
      const file = await ledgers.forFile(join(folder, path));
      return [file?.folder, file?.ledger.entries.map(({ id }) => id)];
    };
    expect(await found('news/deep/b.txt')).toEqual([folder, ['a']]);
    expect(await found('sport/c.txt')).toEqual([join(folder, 'sport'), ['c']]);
    expect(draftName(folder, join(folder, 'news', 'deep', 'b.txt'))).toBe('news/deep/b.txt');
  });

  it('is not looked for above the folder of a repository', async () => {
    const folder = folderOf({ [LEDGER]: '', 'desk/.git/HEAD': '', 'desk/a.txt': '' });
    expect(await createLedgers().forFile(join(folder, 'desk', 'a.txt'))).toBeUndefined();
  });

  it('is empty where only its folder is there', async () => {
    const folder = folderOf({ '.blue-pencil/note.txt': '' });
    const file = await createLedgers().forFile(join(folder, 'a.txt'));
    expect(file).toMatchObject({ problem: undefined, ledger: { entries: [], damaged: [] } });
  });

  it('is read once, and again when it has changed', async () => {
    const folder = folderOf({ 'a.txt': '' });
    const ledgers = createLedgers();
    const draft = join(folder, 'a.txt');
    expect(await ledgers.look(draft)).toBe(false);
    await appendToLedger(folder, [entry('a')]);
    expect(await ledgers.forFile(draft)).toBeUndefined();
    expect(await ledgers.look(draft)).toBe(true);
    const first = await ledgers.forFile(draft);
    expect(first?.ledger.entries).toHaveLength(1);
    expect(await ledgers.look(draft)).toBe(false);
    ledgers.invalidate();
    expect(await ledgers.forFile(draft)).toBe(first);
    rmSync(join(folder, '.blue-pencil'), { recursive: true });
    expect(await ledgers.look(draft)).toBe(true);
    expect(await ledgers.forFile(draft)).toBeUndefined();
  });

  it('that cannot be read settles nothing, and says why', async () => {
    const folder = folderOf({ 'a.txt': '' });
    mkdirSync(ledgerIn(folder), { recursive: true });
    const file = await createLedgers().forFile(join(folder, 'a.txt'));
    expect(file?.problem).toMatch(/is a folder and cannot be read/u);
    expect(file?.ledger.entries).toEqual([]);
  });
});

describe('writing to the ledger', () => {
  it('makes it on first use, and only adds to it after that', async () => {
    const folder = folderOf({});
    await appendToLedger(folder, [entry('a')]);
    const first = readFileSync(ledgerIn(folder), 'utf8');
    await appendToLedger(folder, [
      entry('b'),
      { id: 'c', undoes: 'a', who: 'Bo Lind', when: '2026-11-25T09:00:00.000Z' },
    ]);
    const second = readFileSync(ledgerIn(folder), 'utf8');
    expect(second.startsWith(first)).toBe(true);
    expect(second.split('\n')).toHaveLength(4);
    expect(ids(folder)).toEqual(['b']);
  });

  it('finishes a last line that has no end, and leaves what is there as it is', async () => {
    for (const before of ['{"id":"torn', `\ufeff${printEntry(entry('a')).trim()}`, '\r\n', 'x\r']) {
      const folder = folderOf({ [LEDGER]: before });
      await appendToLedger(folder, [entry('b')]);
      const after = readFileSync(ledgerIn(folder), 'utf8');
      expect(after.startsWith(before)).toBe(true);
      expect(ids(folder)).toContain('b');
      expect(after.endsWith(`\n${printEntry(entry('b'))}`)).toBe(true);
    }
  });

  it('fails aloud where it may not be written', async () => {
    const folder = folderOf({ '.blue-pencil': 'a file in the way' });
    await expect(appendToLedger(folder, [entry('a')])).rejects.toThrow();
    if (process.getuid?.() === 0) return;
    const locked = folderOf({});
    chmodSync(locked, 0o555);
    onTestFinished(() => chmodSync(locked, 0o755));
    await expect(appendToLedger(locked, [entry('a')])).rejects.toThrow(/EACCES/u);
  });

  it('loses and tears nothing when two windows write five hundred entries each at once', async () => {
    const folder = folderOf({});
    const window = (name: string) =>
      new Promise<number | null>((resolve, reject) => {
        const script = join(ROOT, 'test/unit/append-entries.mts');
        const child = spawn(process.execPath, ['--import', 'tsx', script, folder, name, '500'], {
          cwd: ROOT,
          stdio: 'inherit',
        });
        child.once('error', reject);
        child.once('exit', resolve);
      });
    expect(await Promise.all([window('left'), window('right')])).toEqual([0, 0]);
    const source = readFileSync(ledgerIn(folder), 'utf8');
    const { entries, damaged } = parseLedger(source);
    expect(damaged).toEqual([]);
    expect(source.split('\n').filter((line) => line !== '')).toHaveLength(1000);
    for (const name of ['left', 'right']) {
      const own = entries.filter(({ who }) => who === name).map(({ id }) => id);
      expect(own).toEqual(Array.from({ length: 500 }, (_, i) => `${name}-${i}`));
    }
  }, 120_000);

  it('leaves git nothing to ask when two desks have added to it', async () => {
    const folder = folderOf({ 'a.txt': 'He saw teh sea.\n' });
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    const commit = async (...entries: readonly SignOff[]) => {
      await appendToLedger(folder, entries);
      git('add', '-A');
      git('commit', '-q', '-m', 'checked');
    };
    git('init', '-q', '-b', 'main');
    await commit(entry('base'));
    git('checkout', '-q', '-b', 'night');
    await commit(entry('night'));
    git('checkout', '-q', 'main');
    await commit(entry('day'));
    git('merge', '-q', 'night', '-m', 'both');
    expect(existsSync(join(folder, '.blue-pencil', '.gitattributes'))).toBe(true);
    expect(ids(folder).sort()).toEqual(['base', 'day', 'night']);
    expect(parseLedger(readFileSync(ledgerIn(folder), 'utf8')).damaged).toEqual([]);
  });

  it('leaves attributes that a desk has set down alone', async () => {
    const folder = folderOf({ '.blue-pencil/.gitattributes': 'mine\n' });
    await appendToLedger(folder, [entry('a')]);
    expect(readFileSync(join(folder, '.blue-pencil', '.gitattributes'), 'utf8')).toBe('mine\n');
    writeFileSync(ledgerIn(folder), '');
    await appendToLedger(folder, [entry('b')]);
    expect(ids(folder)).toEqual(['b']);
  });
});
