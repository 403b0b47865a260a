import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, printEntry } from '../../server/src/house/ledger.ts';
import { type Given, runIn } from './command.ts';
import { fragile, slip, twice } from './fake-checks.ts';
import { folderOf } from './folder.ts';

/** A desk with a cache, whose check of slips takes down what it reads. */
function deskOf(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const read: string[] = [];
  const watched: typeof slip = {
    ...slip,
    *run(paragraph, context) {
      read.push(paragraph.text);
      yield* slip.run(paragraph, context);
    },
  };
  const check = async (line = '', given: Given = {}) => {
    read.length = 0;
    const words = `check --cache-folder .known ${line}`.trim();
    const ended = await runIn(folder, words, [watched, twice, fragile], given);
    return { ...ended, read: [...read] };
  };
  return { folder, check, cache: join(folder, '.known/findings.tsv') };
}

const THREE = { 'a.txt': 'I saw teh cat.', 'b.txt': 'Fine.', 'c.md': 'On `teh` roof, teh dog.' };

describe('--cache', () => {
  it('says the same as before, and reads no draft that is as it was', async () => {
    const { check } = deskOf(THREE);
    const first = await check('--format json');
    expect(first.read).toHaveLength(3);
    const second = await check('--format json');
    expect(second).toEqual({ ...first, read: [] });
    expect(JSON.parse(second.out).summary.findings).toBe(2);
    expect(await check('--format json --cache')).toEqual(second);
  });

  it('costs one draft where one has changed', async () => {
    const { folder, check } = deskOf(THREE);
    await check();
    writeFileSync(join(folder, 'b.txt'), 'Teh end.');
    const { read, out } = await check();
    expect(read).toEqual(['Teh end.']);
    expect(out).toContain('b.txt:1:1 ');
    expect((await check()).read).toEqual([]);
  });

  it('is the same for the same words read another way', async () => {
    const { folder, check } = deskOf({ 'a.txt': '`teh`' });
    await check();
    writeFileSync(join(folder, 'a.md'), '`teh`');
    expect((await check('a.md')).out).toContain('nothing to report');
    expect((await check('a.txt')).out).toContain('a.txt:1:2 ');
  });

  it('looks again at a draft whose copy in another draft has changed, and at no other', async () => {
    const story = (n: number) =>
      `The council met on Tuesday to talk about the bridge over the river at Marl, which has been shut for ${n} weeks since a lorry struck it.`;
    const { folder, check, cache } = deskOf({
      'a.txt': story(3),
      'b.txt': story(3),
      'c.txt': 'A word on teh quay.',
    });
    const all = await check('--format json');
    expect(await check('--format json')).toEqual({ ...all, read: [] });
    expect(readFileSync(cache, 'utf8')).toContain('marks ');
    const changed = `${story(3)}\n\nIt will open in May.`;
    writeFileSync(join(folder, 'b.txt'), changed);
    expect((await check()).read).toEqual([story(3), ...changed.split('\n\n')]);
  });

  it.each<[string, string, Given]>([
    ['the house file says otherwise', '', {}],
    ['other checks are asked for', '--check slip', {}],
    ['it is another build', '', { build: async () => 'another build' }],
  ])('checks anew where %s', async (why, line, given) => {
    const { folder, check } = deskOf(THREE);
    const { out } = await check('--format json');
    if (why.startsWith('the house'))
      writeFileSync(join(folder, '.blue-pencil.json'), '{"severity": {"slip/teh": "error"}}');
    const anew = await check(`${line} --format json`.trim(), given);
    expect(anew.read).toHaveLength(3);
    expect(anew.out === out).toBe(!why.startsWith('the house'));
  });

  it('heeds a ledger and a baseline that came since', async () => {
    const { folder, check } = deskOf(THREE);
    await check();
    const sentence = THREE['a.txt'];
    const entry = printEntry({
      id: '1',
      code: 'slip/teh',
      fingerprint: fingerprintOf('slip/teh', [sentence]),
      excerpt: sentence,
      reason: 'ignored',
      who: 'Ann Lee',
      when: '2026-11-25T08:00:00.000Z',
      path: 'a.txt',
    });
    const settled = deskOf({ ...THREE, '.blue-pencil/checked.jsonl': entry });
    await settled.check('--no-ledger');
    const later = await settled.check();
    expect(later.read).toEqual([]);
    expect(later.out).toContain('1 finding left out as checked or ignored');
    expect((await settled.check('--no-ledger')).out).toContain('2 findings');
    await check('--baseline known.json --update-baseline');
    const known = await check('--baseline known.json');
    expect(known.read).toEqual([]);
    expect(known.out).toContain('2 known findings left out.');
    expect(existsSync(join(folder, 'known.json'))).toBe(true);
  });

  it('is no help to a run that mends, which looks at each draft itself', async () => {
    const { folder, check, cache } = deskOf({ 'a.txt': 'I saw a cat.' });
    await check();
    // somebody else's cache may say anything
    const bad = readFileSync(cache, 'utf8').replace(
      '[]',
      JSON.stringify([
        {
          code: 'slip/teh',
          check: 'slip',
          severity: 'warning',
          message: 'x',
          span: { start: 0, end: 1 },
          related: [],
          fixes: [{ title: 'x', safe: true, edits: [{ span: { start: 0, end: 12 }, text: 'Nothing.' }] }],
          copy: false,
        },
      ]),
    );
    writeFileSync(cache, bad);
    expect((await check()).out).toContain('1 finding');
    expect((await check('--fix')).out).toContain('nothing more to report');
    expect((await check('--fix-dry-run')).out).toBe('');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('I saw a cat.');
  });

  it('takes a file that was cut off anywhere, or is damaged, for what is whole of it', async () => {
    const { check, cache } = deskOf(THREE);
    const first = await check('--format json');
    const whole = readFileSync(cache);
    for (const length of [0, 1, 20, 60, whole.length - 40, whole.length - 1]) {
      writeFileSync(cache, whole);
      truncateSync(cache, length);
      expect((await check('--format json')).out, `cut off at ${length}`).toBe(first.out);
      expect((await check()).read, `cut off at ${length}, and mended`).toEqual([]);
    }
    writeFileSync(cache, whole.toString().replaceAll('span', 'sp\nan').replaceAll('"severity"', '"sev'));
    expect((await check('--format json')).out).toBe(first.out);
  });

  it('keeps nothing of a check that failed or a draft that could not be read', async () => {
    const { check } = deskOf({ 'a.txt': 'boom, teh end', 'b.txt': 'a\0b' });
    const first = await check();
    expect(first.code).toBe(2);
    expect(await check()).toEqual(first);
  });

  it('does not grow for drafts that change again and again', async () => {
    const { folder, check, cache } = deskOf(THREE);
    for (let i = 0; i < 30; i += 1) {
      writeFileSync(join(folder, 'a.txt'), `Teh end, ${i}.`);
      await check();
    }
    expect(readFileSync(cache, 'utf8').split('\n').length).toBeLessThan(12);
    expect((await check()).read).toEqual([]);
  });

  it('lies where this computer keeps such things for its user, unless it is told', async () => {
    const { folder } = deskOf(THREE);
    const home = folderOf({});
    const env = { XDG_CACHE_HOME: join(home, 'deep', 'cache') };
    await runIn(folder, 'check --cache', [slip], { env });
    expect(statSync(join(home, 'deep/cache/blue-pencil')).isDirectory()).toBe(true);
    expect(existsSync(join(folder, '.known'))).toBe(false);
  });

  it('says that it could not be written, and checks all the same', async () => {
    const { folder, check } = deskOf(THREE);
    writeFileSync(join(folder, '.known'), '');
    const { code, out, err } = await check();
    expect(code).toBe(1);
    expect(out).toContain('2 findings');
    expect(err).toMatch(/^The cache could not be written: /u);
  });

  it('goes with no --stdin', async () => {
    expect((await deskOf({}).check('--stdin')).code).toBe(2);
  });
});
