// What a folder from strangers may have where a command is told to read or write: links, pipes, devices, folders, a draft.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../server/src/archive/archive.ts';
import { DISK } from '../../server/src/workspace/disk.ts';
import { runIn } from '../unit/command.ts';
import { slip } from '../unit/fake-checks.ts';
import { folderOf } from '../unit/folder.ts';

const STORY = 'The ferry left teh harbour at noon, and the crew of nine went home by train.';

/** A way to put something where a place is that a command is given. */
type Trap = (place: string, outside: string) => void;
const FIFO: Trap = (place) => void execFileSync('mkfifo', [place]);

const TRAPS: Readonly<Record<string, Trap>> = {
  'a link to a file elsewhere': (place, outside) => symlinkSync(join(outside, 'private.txt'), place),
  'a link to a file that is not there': (place, outside) => symlinkSync(join(outside, 'new.txt'), place),
  'a link to a device': (place) => symlinkSync('/dev/zero', place),
  'a folder': (place) => void mkdirSync(place),
  'a pipe': FIFO,
};

/** A desk with one draft, and beside it a folder of somebody's that must stay as it is whatever is done at the desk. */
function desk() {
  const outside = folderOf({ 'private.txt': 'teh private matter' });
  const folder = folderOf({ 'a.txt': STORY });
  return {
    folder,
    outside,
    unharmed() {
      expect(readdirSync(outside)).toEqual(['private.txt']);
      expect(readFileSync(join(outside, 'private.txt'), 'utf8')).toBe('teh private matter');
      expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(STORY);
    },
  };
}

/** What is written where: a command, and the file of it that a trap may stand for. */
const WRITING: Readonly<Record<string, { readonly line: string; readonly place: string }>> = {
  'a report': { line: 'check a.txt --output report', place: 'report' },
  'a report in a folder': { line: 'check a.txt --output out/report', place: 'out/report' },
  'a baseline': { line: 'check a.txt --baseline known --update-baseline', place: 'known' },
  'a cache': { line: 'check a.txt --cache --cache-folder kept', place: 'kept/findings.tsv' },
  'a house file': { line: 'init', place: '.blue-pencil.json' },
  'an archive': { line: 'archive add shelf a.txt', place: 'shelf/archive.json' },
};

describe.skipIf(process.platform === 'win32')('a place where a command writes', () => {
  const cases = Object.entries(WRITING).flatMap(([what, writing]) =>
    Object.entries(TRAPS)
      // what a user calls a pipe or a device is written to as it stands
      .filter(([name]) => name !== 'a pipe' || !what.startsWith('a report'))
      .map(([name, trap]) => ({ what, name, trap, ...writing })),
  );
  it.each(cases)('of $what is $name: it is told, and nothing is touched', async ({ line, place, trap }) => {
    const { folder, outside, unharmed } = desk();
    mkdirSync(dirname(join(folder, place)), { recursive: true });
    trap(join(folder, place), outside);
    const before = lstatSync(join(folder, place)).mode;
    const { err } = await runIn(folder, line, [slip]);
    expect(err).toMatch(/link|ordinary file|folder|there already|no JSON|no archive/u);
    expect(err).not.toMatch(/ at .*\(|E[A-Z]{4,}/u);
    expect(lstatSync(join(folder, place)).mode).toBe(before);
    unharmed();
  });

  const inFolders = Object.entries(WRITING).filter(([, { place }]) => place.includes('/'));
  it.each([
    ...inFolders,
    ['a house file in a folder', { line: 'init sub', place: 'sub/.blue-pencil.json' }],
    ['a cache far down', { line: 'check a.txt --cache --cache-folder kept/x/y', place: 'kept/x/y/z' }],
    [
      'a baseline in a folder',
      { line: 'check a.txt --baseline sub/known --update-baseline', place: 'sub/known' },
    ],
  ] as const)(
    'of %s has a link in a folder above it: it is told, and nothing is touched',
    async (_, { line, place }) => {
      const { folder, outside, unharmed } = desk();
      symlinkSync(outside, join(folder, place.split('/')[0] ?? ''));
      const { code, err } = await runIn(folder, line, [slip]);
      expect([code, err]).toEqual([2, expect.stringContaining('it leads out of the folder by a link')]);
      unharmed();
    },
  );

  it('is a draft, by its own name, another or a hard link: it is told, and stays', async () => {
    const { folder, unharmed } = desk();
    linkSync(join(folder, 'a.txt'), join(folder, 'twin'));
    mkdirSync(join(folder, 'sub'));
    for (const name of ['a.txt', './sub/../a.txt', 'twin', join(folder, 'a.txt')]) {
      const { code, err } = await runIn(folder, ['check', 'a.txt', '--output', name], [slip]);
      expect([code, err]).toEqual([2, expect.stringContaining('a draft that was checked')]);
    }
    unharmed();
  });

  it('leads out by a link that its user has named in full: that is meant', async () => {
    const { folder, outside } = desk();
    const other = folderOf({});
    symlinkSync(outside, join(other, 'out'));
    const { code } = await runIn(
      folder,
      ['check', 'a.txt', '--output', join(other, 'out', 'report')],
      [slip],
    );
    expect(code).toBe(1);
    expect(readdirSync(outside)).toEqual(['private.txt', 'report']);
  });
});

describe.skipIf(process.platform === 'win32')('a place where a command reads', () => {
  it.each(['a pipe', 'a link to a device', 'a folder'])(
    'is %s: it is told, and nothing waits',
    async (name) => {
      const { folder, outside } = desk();
      TRAPS[name]?.(join(folder, 'trap'), outside);
      symlinkSync('trap', join(folder, 'trap.ndjson'));
      const ofFiles = ['check trap', 'archive add shelf trap.ndjson'];
      for (const line of [
        'check a.txt --baseline trap',
        'check a.txt --config trap',
        ...(name === 'a folder' ? [] : ofFiles),
      ]) {
        const { code, err } = await runIn(folder, line, [slip]);
        expect([line, code, err.length > 0]).toEqual([line, 2, true]);
      }
    },
  );
});

describe.skipIf(process.platform === 'win32')('an archive that a folder from strangers brings', () => {
  const manifestOf = async (folder: string) => {
    await runIn(folder, 'archive add shelf a.txt', [slip]);
    const path = join(folder, 'shelf', 'archive.json');
    return { path, manifest: JSON.parse(readFileSync(path, 'utf8')) };
  };

  it.each([['../../../etc/passwd'], ['/dev/zero'], ['x'], [null], [{}]])(
    'may name no file but its own: %j',
    async (file) => {
      const { folder } = desk();
      const { path, manifest } = await manifestOf(folder);
      manifest.segments[0].file = file;
      writeFileSync(path, JSON.stringify(manifest));
      await expect(openArchive(join(folder, 'shelf'))).rejects.toThrow('is no archive of this version');
    },
  );

  it.each([[null], [[null]], [{}], [[{ file: '000001.seg' }]]])(
    'is told of where its parts are %j',
    async (segments) => {
      const { folder } = desk();
      const { path, manifest } = await manifestOf(folder);
      writeFileSync(path, JSON.stringify({ ...manifest, segments }));
      const { code, err } = await runIn(folder, 'check a.txt --archive shelf', [slip]);
      expect([code, err]).toEqual([
        expect.any(Number),
        expect.stringContaining('is no archive of this version'),
      ]);
    },
  );

  it.each([
    ['a pipe', FIFO],
    ['a device', (path) => symlinkSync('/dev/zero', path)],
    ['a folder', (path) => mkdirSync(path)],
    ['cut off', (path) => writeFileSync(path, 'x')],
    ['longer than it says', (path) => writeFileSync(path, Buffer.alloc(4096, 0xff))],
  ] satisfies [string, Trap][])('has a part that is %s: it is told, and nothing waits', async (_, trap) => {
    const { folder } = desk();
    const { path } = await manifestOf(folder);
    const part = join(dirname(path), '000001.seg');
    expect(existsSync(part)).toBe(true);
    execFileSync('rm', [part]);
    trap(part, '');
    const { damaged, parts } = await openArchive(join(folder, 'shelf'));
    expect([parts.length, damaged.length]).toEqual([0, 1]);
  });

  it('has a manifest that is a pipe: it is told, and nothing waits', async () => {
    const { folder } = desk();
    mkdirSync(join(folder, 'shelf'));
    FIFO(join(folder, 'shelf', 'archive.json'), '');
    await expect(openArchive(join(folder, 'shelf'))).rejects.toThrow('no ordinary file');
    expect(await DISK.stat(join(folder, 'shelf', 'archive.json'))).toMatchObject({ kind: 'special' });
  });
});
