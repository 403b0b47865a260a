import { existsSync, linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { explain } from '../../server/src/cli/explain.ts';
import type { Io } from '../../server/src/cli/io.ts';
import { COMMAND_NAMES, optionsOf } from '../../server/src/cli/options.ts';
import { createProgress } from '../../server/src/cli/progress.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { REPORT_FORMATS } from '../../server/src/reports/index.ts';
import { type Given, runIn } from './command.ts';
import { fragile, slip, twice } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const checks = [slip, twice, fragile];

/** Runs a command line in a folder, with checks made for these tests. */
const cli = (folder: string, line: string | readonly string[], given: Given = {}) =>
  runIn(folder, line, checks, given);

const COPY = 'The council met on Tuesday to talk about the bridge.';

/** One safe slip, one unsafe copy, one clean draft. */
const desk = () =>
  folderOf({
    'a.txt': `Council meets again\n\n${COPY}\n\nA word on teh bridge.\n\n${COPY}\n`,
    'clean.md': 'Nothing here.\n',
  });

describe('blue-pencil check, for reading', () => {
  it('prints path, line and column, severity, message and code, the words, the other place, and a summary', async () => {
    const { code, out, err } = await cli(desk(), 'check');
    expect(out).toBe(
      [
        'a.txt:5:11  warning  “teh” should be “the”.  slip/teh',
        '    A word on teh bridge.',
        '              ^^^',
        'a.txt:7:1  error  This paragraph stands twice.  twice/paragraph',
        `    ${COPY}`,
        `    ${'^'.repeat(COPY.length)}`,
        '    a.txt:3:1  It stands here first.',
        '',
        '2 findings in 1 of 2 drafts: 2 to fix. 1 can be fixed safely with --fix.',
        '',
        'By kind',
        '  1  slip/teh',
        '  1  twice/paragraph',
        '',
      ].join('\n'),
    );
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  it('says that there is nothing to report', async () => {
    expect(await cli(folderOf({ 'a.txt': 'Fine.' }), 'check')).toEqual({
      code: 0,
      out: '1 draft checked: nothing to report.\n',
      err: '',
    });
    expect(await cli(folderOf({ 'empty.txt': '' }), 'check empty.txt')).toMatchObject({ code: 0 });
    expect((await cli(folderOf({}), 'check')).out).toBe('There are no drafts to check here.\n');
  });

  it('is quiet if asked', async () => {
    expect((await cli(desk(), 'check --quiet clean.md')).out).toBe('');
    expect((await cli(desk(), 'check --quiet')).out).not.toContain('findings');
  });

  it('uses colour on a terminal only, and not under NO_COLOR', async () => {
    const folder = desk();
    const colour = '\u001b[';
    expect((await cli(folder, 'check', { stdoutIsTerminal: true })).out).toContain(colour);
    expect(
      (await cli(folder, 'check', { stdoutIsTerminal: true, env: { NO_COLOR: '1' } })).out,
    ).not.toContain(colour);
    expect((await cli(folder, 'check --output x.out', { stdoutIsTerminal: true })).out).toBe('');
    expect(readFileSync(join(folder, 'x.out'), 'utf8')).not.toContain(colour);
  });

  it('lets no file name steer the terminal', async () => {
    const folder = folderOf({ 'a\u001b[2J\n.txt': 'teh', 'b\u001b.txt': '\0' });
    const { out, err } = await cli(folder, 'check');
    expect(out).toMatch(/^a\ufffd\[2J \.txt:1:1 /u);
    expect(err).toBe('b\ufffd.txt is not text. Nothing in it was checked.\n');
  });

  it.each(Object.keys(REPORT_FORMATS))(
    'steers neither a terminal nor a workflow with any name: %s',
    async (format) => {
      const names = [
        '::error::a.txt',
        ' ::error::b.txt',
        '##[add-mask]c.txt',
        'd\n::error::e.txt',
        'f\u001b[2J\u009b1m\u007f.txt',
      ];
      const folder = folderOf(
        Object.fromEntries(
          names.flatMap((name) => [
            [name, 'teh'],
            [`not ${name}`, '\0'],
          ]),
        ),
      );
      const { out, err } = await cli(folder, `check --format ${format}`);
      const own = format === 'github' ? /^::(?:warning|error) file=[^\n]*$/gmu : /^$/gmu;
      for (const printed of [out.replace(own, ''), err]) {
        expect(printed).not.toMatch(/^\s*::|##\[/mu);
        expect(printed).not.toMatch(/[^\P{Cc}\t\r\n]/u);
      }
      expect(out).not.toContain('##[');
      expect(out).not.toMatch(/[^\P{Cc}\t\r\n]/u);
    },
  );

  it.each(Object.keys(REPORT_FORMATS))(
    'steers neither a terminal nor a workflow with any words of a draft: %s',
    async (format) => {
      const hostile = '\n::error::x\n\u001b[2J\u009b1m ##[add-mask]y\n';
      const folder = folderOf({
        'a.txt': `${COPY}${hostile}teh\u001b[2J\n\n${COPY}${hostile}teh\u001b[2J\n`,
      });
      const { out } = await runIn(folder, `check --format ${format}`, [...checks, ...CHECKS]);
      const own = format === 'github' ? /^::(?:warning|error|notice) file=[^\n]*$/gmu : /^$/gmu;
      expect(out.length).toBeGreaterThan(50);
      expect(out.replace(own, '')).not.toMatch(/^\s*::|##\[/mu);
      expect(out).not.toMatch(/[^\P{Cc}\t\r\n]/u);
    },
  );

  it('checks the rest beside a file whose name is not UTF-8, and says something of it', async () => {
    const folder = folderOf({ 'a.txt': 'teh' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff]), Buffer.from('.txt')]),
      'teh',
    );
    const { out, err } = await cli(folder, 'check');
    expect(out).toContain('a.txt:1:1  warning');
    expect(`${out}${err}`).toMatch(/b\ufffd\.txt/u);
  });

  it('says which paragraph was too long to be judged as one, in words and in JSON', async () => {
    const long = `${COPY} `.repeat(200).trim();
    const folder = folderOf({
      'a.txt': `${COPY}\n\n${long}\n\n${long}\n\nThe end.\n`,
      'b.html': `<p>${COPY}</p><p>${COPY}</p>`,
    });
    const { out, err, code } = await cli(folder, 'check --format json');
    const [first, second] = JSON.parse(out).files;
    expect(first.notes.map((one: { line: number }) => one.line)).toEqual([3, 5]);
    expect(first.notes[0].span).toEqual([COPY.length + 2, COPY.length + 2 + long.length]);
    expect(first.notes[0].checks).toEqual(expect.arrayContaining(['slip', 'twice']));
    expect(second.notes).toBeUndefined();
    expect(err).toMatch(/^a\.txt:3: No check saw what stands from here to line 3 as one: /u);
    expect(code).toBe(1);
  });

  it.each(['check . --fix', 'check out.txt away near.txt --fix'])(
    '%s mends nothing outside the folder',
    async (line) => {
      const outside = folderOf({ 'private.txt': 'teh' });
      const folder = folderOf({ 'in/a.txt': 'teh' });
      symlinkSync(join(outside, 'private.txt'), join(folder, 'out.txt'));
      symlinkSync(outside, join(folder, 'away'));
      symlinkSync(join('in', 'a.txt'), join(folder, 'near.txt'));
      const { code, out, err } = await cli(folder, line);
      expect(readFileSync(join(outside, 'private.txt'), 'utf8')).toBe('teh');
      expect(readFileSync(join(folder, 'in/a.txt'), 'utf8')).toBe('the');
      expect(code).toBe(2);
      expect(out).toMatch(/^out\.txt:1:1 {2}warning/mu);
      expect(err).toContain(
        'out.txt could not be fixed: it leads out of the folder by a link. It stands as it was.\n',
      );
    },
  );

  it('writes no report over a draft, by whatever name', async () => {
    const folder = desk();
    symlinkSync('a.txt', join(folder, 'report.out'));
    linkSync(join(folder, 'a.txt'), join(folder, 'second.out'));
    for (const name of ['./a.txt', 'report.out', 'second.out'])
      expect(await cli(folder, ['check', '--output', name])).toEqual({
        code: 2,
        out: '',
        err: `--output would overwrite ${name}, a draft that was checked. Name another file.\n`,
      });
  });

  it('stops reading standard input at the limit, and says so', async () => {
    const { code, err } = await cli(desk(), 'check --stdin --max-size 1', {
      stdin: 'x'.repeat(1024 * 1024 + 1),
    });
    expect([code, err]).toEqual([
      2,
      'The draft on standard input is larger than 1 MB, the limit. Nothing in it was checked.\n',
    ]);
  });

  it('names what lies outside the folder as it was asked for', async () => {
    const folder = folderOf({ 'in/x': '', 'out/a.txt': 'teh' });
    const inner = join(folder, 'in');
    expect((await cli(inner, 'check ../out')).out).toMatch(/^\.\.\/out\/a\.txt:1:1 /u);
    expect((await cli(inner, ['check', join(folder, 'out')])).out).toMatch(
      new RegExp(`^${folder}/out/a.txt:1:1 `, 'u'),
    );
    expect((await cli(folder, ['check', join(folder, 'out')])).out).toMatch(/^out\/a\.txt:1:1 /u);
  });
});

describe('what is printed for reading', () => {
  const only = (out: string) => out.slice(0, out.indexOf('\n\n')).split('\n').slice(1);
  const long = 'The council has said so more often than anybody in the town can count. '.repeat(3);

  it.each<[string, string, readonly string[]]>([
    [
      'in the middle of a long line',
      `${long}On teh bridge. ${long}`,
      [
        '    … than anybody in the town can count. On teh bridge. The council has said so more often than …',
        '                                             ^^^',
      ],
    ],
    ['beside wide characters and a tab', '東京\té́ teh end', ['    東京 é́ teh end', '           ^^^']],
    [
      'at the end of a line, before one that ends as on Windows',
      'The teh\r\nend',
      ['    The teh', '        ^^^'],
    ],
    ['beside what would steer a terminal', '\u001b[2J teh', ['    \ufffd[2J teh', '         ^^^']],
  ])('marks the words %s', async (_, draft, wanted) => {
    const { out } = await cli(folderOf({ 'a.txt': draft }), 'check');
    expect(only(out)).toEqual(wanted);
  });

  it('fits the terminal', async () => {
    const { out } = await cli(folderOf({ 'a.txt': `${long}On teh bridge. ${long}` }), 'check', {
      stdoutIsTerminal: true,
      columns: 70,
      env: { NO_COLOR: '1' },
    });
    for (const line of only(out)) expect(line.length).toBeLessThanOrEqual(70);
    expect(only(out)[0]).toContain('On teh bridge');
  });

  it('makes links where the terminal knows them, and nowhere else', async () => {
    const folder = folderOf({ 'a b.txt': 'teh' });
    const link = '\u001b]8;;file://';
    const on = { stdoutIsTerminal: true, showsLinks: true };
    expect((await cli(folder, 'check', on)).out).toContain(
      `${link}${folder}/a%20b.txt\u0007a b.txt:1:1\u001b]8;;\u0007`,
    );
    expect((await cli(folder, 'check', { ...on, showsLinks: false })).out).not.toContain(link);
    await cli(folder, 'check --output r.out', on);
    expect(readFileSync(join(folder, 'r.out'), 'utf8')).not.toContain(link);
  });

  it('sums up by kind and by draft, the worst first, ten at most', async () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`m${10 + i}.txt`, 'teh']));
    const { out } = await cli(
      folderOf({ ...many, 'z.txt': `${COPY}\n\n${COPY}`, 'y.txt': 'teh, teh' }),
      'check',
    );
    expect(out).toContain('By kind\n  16  slip/teh\n   1  twice/paragraph\n');
    expect(out).toContain(
      'By draft, the worst first\n  1  z.txt    1 error\n  2  y.txt    2 warnings\n  1  m10.txt  1 warning\n',
    );
    expect(out).toMatch(/and 6 more drafts\n$/u);
    expect((await cli(desk(), 'check --quiet')).out).not.toContain('By ');
  });

  it('groups by check if asked', async () => {
    const folder = folderOf({ 'a.txt': 'teh', 'b.txt': `Teh.\n\n${COPY}\n\n${COPY}` });
    const { out } = await cli(folder, 'check --group-by check --quiet');
    expect(out.split('\n').filter((line) => /^\S/u.test(line))).toEqual([
      'slip: Slips of the hand. 2 findings',
      expect.stringMatching(/^a\.txt:1:1 /u),
      expect.stringMatching(/^b\.txt:1:1 /u),
      'twice: Paragraphs that stand twice. 1 finding',
      expect.stringMatching(/^b\.txt:5:1 /u),
    ]);
    expect((await cli(folder, 'check --group-by check --format json')).code).toBe(2);
  });

  it('says of each draft how it was judged, if asked', async () => {
    const folder = folderOf({ 'a.md': 'teh', 'in/.blue-pencil.json': '{}', 'in/b.txt': 'a\0' });
    const { err } = await cli(folder, 'check --verbose');
    expect(err).toMatch(/^a\.md: Markdown, no house file, \d+ ms/mu);
    expect(err).toMatch(/^in\/b\.txt: not checked, house file in\/\.blue-pencil\.json$/mu);
    await cli(folder, 'check a.md --cache-folder known');
    expect((await cli(folder, 'check a.md --cache-folder known --verbose')).err).toBe(
      'a.md: Markdown, no house file, remembered\n',
    );
    expect((await cli(folder, 'check --verbose --quiet')).code).toBe(2);
  });
});

describe('progress', () => {
  const show = (given: { stderrIsTerminal: boolean; quiet?: boolean }) => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    let err = '';
    const io = { ...given, env: {}, err: (text: string) => (err += text) } as unknown as Io;
    const progress = createProgress(io, given.quiet ?? false);
    for (let done = 0; done < 30; done += 1) {
      clock += 30;
      progress.show({ done, total: 30, path: 'a.txt' });
    }
    progress.clear();
    return err;
  };

  it('is told on a terminal, now and then, and leaves no trace', () => {
    const err = show({ stderrIsTerminal: true });
    expect(err.match(/Checking draft \d+ of 30…/gu)).toHaveLength(7);
    expect(err).toContain('Checking draft 4 of 30… 25 a second, 2 s left');
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('is not told off a terminal, nor if quiet was asked for', () => {
    expect(show({ stderrIsTerminal: false })).toBe('');
    expect(show({ stderrIsTerminal: true, quiet: true })).toBe('');
  });
});

describe('how it ends', () => {
  it.each([
    ['', 1],
    ['--fail-on error', 1],
    ['--fail-on never', 0],
    ['--fail-on hint', 1],
    ['--check slip', 1],
    ['--check slip --fail-on error', 0],
    ['--check twice,slip', 1],
    ['--check fragile', 0],
    ['clean.md', 0],
    ['clean.md --fail-on hint', 0],
  ])('check %s: %i', async (line, code) => {
    const folder = desk();
    expect((await cli(folder, `check ${line}`.trim())).code).toBe(code);
  });

  it.each<[string, string]>([
    [
      '',
      'What should be done? “blue-pencil check” checks the drafts in this folder; “blue-pencil --help” says the rest.',
    ],
    ['chekc', 'There is no command “chekc”. Did you mean “check”?'],
    ['frobnicate', `There is no command “frobnicate”. The commands are ${COMMAND_NAMES.join(', ')}.`],
    ['source', 'There is no command “source”. Did you mean “sources”?'],
    ['a.txt', 'There is no command “a.txt”. To check a draft: blue-pencil check a.txt'],
    ['--fix', '“--fix” must come after a command, as in: blue-pencil check --fix'],
    ['check --fromat json', '“check” has no option --fromat. Did you mean “--format”?'],
    ['check -x', '“check” has no option -x. “blue-pencil check --help” lists them.'],
    ['init --fail-on error', '“init” has no option --fail-on. It belongs to “check”.'],
    [
      'check --format jsn',
      `--format cannot be “jsn”; it can be ${Object.keys(REPORT_FORMATS).join(', ')}. Did you mean “json”?`,
    ],
    ['check --format', '--format needs a value after it.'],
    ['check --format --fix', '--format needs a value after it.'],
    ['check --fix=yes', '--fix takes no value.'],
    [
      'check --fail-on warn',
      '--fail-on cannot be “warn”; it can be error, warning, information, hint, never.',
    ],
    ['check --check slpi', 'There is no check “slpi”. Did you mean “slip”?'],
    ['check --check slip/teh', '“slip/teh” is a kind of finding; --check takes the name of its check: slip.'],
    ['check --jobs 0', '--jobs must be a whole number from 1 on, not “0”.'],
    ['check --jobs two', '--jobs must be a whole number from 1 on, not “two”.'],
    ['check --update-baseline', '--update-baseline needs to know which file: add --baseline FILE.'],
    ['check --baseline no.json', 'There is no baseline no.json. To write one, add --update-baseline.'],
    [
      'check --stdin a.txt',
      'With --stdin the draft comes from standard input; no file can be named as well.',
    ],
    [
      'check --stdin-filename a.txt',
      '--stdin-filename says what to call the draft on standard input; it needs --stdin.',
    ],
    [
      'checks a.txt',
      '“checks” lists what is checked and takes no files. To check a draft: blue-pencil check a.txt',
    ],
    [
      'check --output no/where.txt',
      'The report could not be written to no/where.txt: there is no such folder.',
    ],
    ['check --output .', 'The report could not be written to .: that is a folder.'],
    ['explain', '“explain” takes one code or the name of one check'],
    ['completion csh', '“completion” takes the name of a shell: bash, zsh or fish.'],
    ['check  a.txt', 'A path is empty. Name a file or a folder, or nothing for this folder.'],
    ['sources ', 'A path is empty. Name a file or a folder, or nothing for this folder.'],
    ['init ', 'A path is empty. Name a file or a folder, or nothing for this folder.'],
    ['check --check __proto__', 'There is no check “__proto__”.'],
    ['check --check constructor', 'There is no check “constructor”.'],
    ['check --constructor', '“check” has no option --constructor.'],
    [
      'check --baseline no/known.json --update-baseline',
      'The baseline could not be written: there is no such folder.',
    ],
    ['check --output a.txt', '--output would overwrite a.txt, a draft that was checked. Name another file.'],
  ])('blue-pencil %s: 2, and why', async (line, message) => {
    const folder = desk();
    const before = readFileSync(join(folder, 'a.txt'), 'utf8');
    const ended = await cli(folder, line === '' ? [] : line);
    expect(ended.err).toContain(message);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe('');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(before);
  });

  it('2 for a file that cannot be read, with everything else checked and reported', async () => {
    const folder = desk();
    writeFileSync(join(folder, 'photo.txt'), 'GIF\0\0');
    writeFileSync(join(folder, 'latin.txt'), Buffer.from('Caf\xc3\xa9 caf\xc3\xa9 caf\xe9', 'latin1'));
    writeFileSync(join(folder, 'huge.txt'), 'x'.repeat(10.5 * 1024 * 1024));
    symlinkSync('.', join(folder, 'loop'));
    const { code, out, err } = await cli(folder, 'check . gone.txt picture.png');
    expect(code).toBe(2);
    expect(err.split('\n')).toEqual([
      'loop is a link to a folder that is checked anyway (.); it was not followed.',
      'huge.txt is 10.5 MB; the limit is 4 MB. Nothing in it was checked.',
      'latin.txt has characters that are not written in UTF-8. Save it as UTF-8 and check it again; nothing in it was checked.',
      'photo.txt is not text. Nothing in it was checked.',
      'There is no file gone.txt.',
      'There is no file picture.png.',
      '',
    ]);
    expect(out).toContain('a.txt:5:11  warning');
    expect(out).toContain('5 files not checked.');
  });

  it('2 for a check that fails, named with its file, and nothing else is lost', async () => {
    const { code, out, err } = await cli(folderOf({ 'a.txt': 'boom and teh end' }), 'check');
    expect(code).toBe(2);
    expect(err).toContain('The check “fragile” failed on a.txt: The check stumbled.');
    expect(out).toContain('slip/teh');
  });

  it('2 for a bad house file, with its place; what lies under another one is checked', async () => {
    const folder = folderOf({
      '.blue-pencil.json': '{\n  "checks": {"slpi": true}\n}',
      'a.txt': 'teh',
      'own/.blue-pencil.json': '{}',
      'own/b.txt': 'teh',
    });
    const { code, out, err } = await cli(folder, 'check --format json');
    expect(err).toBe(
      '.blue-pencil.json:2:14: There is no check “slpi”. Did you mean “slip”?\n1 draft was not checked because of the house file.\n',
    );
    expect(code).toBe(2);
    const [a, b] = JSON.parse(out).files;
    expect(a).toMatchObject({
      path: 'a.txt',
      error: 'a.txt was not checked: there is a mistake in the house file .blue-pencil.json.',
      findings: [],
    });
    expect(b.findings).toHaveLength(1);
  });

  it('2 for a bad house file even where there is no draft', async () => {
    expect((await cli(folderOf({ '.blue-pencil.json': '{,}' }), 'check')).code).toBe(2);
    expect((await cli(folderOf({ '.blue-pencil.json': '{,}' }), 'checks')).code).toBe(2);
  });
});

describe('house files on the command line', () => {
  it('decide what is checked and how grave it is', async () => {
    const folder = desk();
    writeFileSync(
      join(folder, '.blue-pencil.json'),
      '{"checks": {"twice": false}, "severity": {"slip/teh": "hint"}}',
    );
    const { code, out } = await cli(folder, 'check');
    expect(out).toContain('a.txt:5:11  hint');
    expect(out).not.toContain('twice/paragraph');
    expect(code).toBe(0);
    expect((await cli(folder, 'check --check twice')).out).toContain('twice/paragraph');
  });

  it('can be another one, whose patterns count from here', async () => {
    const folder = desk();
    writeFileSync(join(folder, '.blue-pencil.json'), '{"checks": {"slip": false}}');
    const elsewhere = folderOf({ 'house.json': '{"checks": {"twice": false}, "ignore": ["*.md"]}' });
    const { out } = await cli(folder, ['check', '--config', join(elsewhere, 'house.json')]);
    expect(out).toContain('slip/teh');
    expect(out).not.toContain('twice/paragraph');
    expect(out).toContain('1 finding in 1 draft');
    const missing = await cli(folder, 'check --config no.json');
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.err).toContain('no.json:1:1: There is no such house file.');
  });
});

describe('--format json', () => {
  it('says all of the contract, key by key, and nothing else', async () => {
    const folder = desk();
    writeFileSync(join(folder, 'bad.txt'), 'a\0');
    const { out } = await cli(folder, 'check --format json');
    const position = (line: number, character: number) => ({ line, character });
    const text = readFileSync(join(folder, 'a.txt'), 'utf8');
    const slipAt = text.indexOf('teh');
    const copyAt = text.lastIndexOf(COPY);
    const first = text.indexOf(COPY);
    const copyRange = { start: position(6, 0), end: position(6, COPY.length) };
    expect(JSON.parse(out)).toStrictEqual({
      schemaVersion: 1,
      files: [
        {
          path: 'a.txt',
          error: null,
          findings: [
            {
              code: 'slip/teh',
              check: 'slip',
              severity: 'warning',
              message: '“teh” should be “the”.',
              span: [slipAt, slipAt + 3],
              range: { start: position(4, 10), end: position(4, 13) },
              related: [],
              fixes: [
                {
                  title: 'Write “the”',
                  safe: true,
                  preferred: true,
                  edits: [
                    {
                      path: 'a.txt',
                      span: [slipAt, slipAt + 3],
                      range: { start: position(4, 10), end: position(4, 13) },
                      newText: 'the',
                    },
                  ],
                },
              ],
            },
            {
              code: 'twice/paragraph',
              check: 'twice',
              severity: 'error',
              message: 'This paragraph stands twice.',
              span: [copyAt, copyAt + COPY.length],
              range: copyRange,
              related: [
                {
                  path: 'a.txt',
                  span: [first, first + COPY.length],
                  range: { start: position(2, 0), end: position(2, COPY.length) },
                  message: 'It stands here first.',
                },
              ],
              fixes: [
                {
                  title: 'Delete this copy',
                  safe: false,
                  preferred: true,
                  edits: [
                    { path: 'a.txt', span: [copyAt, copyAt + COPY.length], range: copyRange, newText: '' },
                  ],
                },
              ],
            },
          ],
        },
        { path: 'bad.txt', error: 'bad.txt is not text. Nothing in it was checked.', findings: [] },
        { path: 'clean.md', error: null, findings: [] },
      ],
      summary: {
        files: 3,
        findings: 2,
        bySeverity: { error: 1, warning: 1, information: 0, hint: 0 },
        byCode: { 'slip/teh': 1, 'twice/paragraph': 1 },
      },
    });
  });

  it('counts spans in the text of the file and ranges as an editor does, with a byte order mark and every line end', async () => {
    const text = '\ufeffteh\r\n\r\n📰 teh\r\rteh';
    const { out } = await cli(folderOf({ 'a.txt': text }), 'check --format json');
    const { findings } = JSON.parse(out).files[0];
    expect(
      findings.map(({ span: [start, end] }: { span: [number, number] }) => text.slice(start, end)),
    ).toEqual(['teh', 'teh', 'teh']);
    expect(findings.map(({ range }: { range: { start: object } }) => range.start)).toEqual([
      { line: 0, character: 0 },
      { line: 2, character: 3 },
      { line: 4, character: 0 },
    ]);
  });
});

describe('--format sarif', () => {
  it('holds to the schema of SARIF 2.1.0, with fixes, related places and errors', async () => {
    const folder = desk();
    writeFileSync(join(folder, 'bad file.txt'), 'a\0');
    const log = JSON.parse((await cli(folder, 'check --format sarif')).out);
    // the schema of the standard's technical committee (rtm.5), as @microsoft/jest-sarif carries it; Ajv no longer reads draft 4 by its name
    const {
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(readFileSync(new URL('./schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    validate(log);
    expect(validate.errors).toBeNull();
    validate({ ...log, runs: [{ results: [] }] });
    expect(validate.errors, 'a run without a tool must not pass').not.toBeNull();

    const [{ results, tool, invocations }] = log.runs;
    expect(results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
      ['slip/teh', 'warning'],
      ['twice/paragraph', 'error'],
    ]);
    expect(tool.driver.rules[results[1].ruleIndex].id).toBe('twice/paragraph');
    expect(results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'a.txt' },
      region: { startLine: 5, startColumn: 11, endLine: 5, endColumn: 14 },
    });
    expect(results[1].relatedLocations[0].physicalLocation.region.startLine).toBe(3);
    const [{ replacements }] = results[0].fixes[0].artifactChanges;
    const text = readFileSync(join(folder, 'a.txt'), 'utf8');
    const mended = applyEdits(
      text,
      replacements.map(({ deletedRegion: { charOffset, charLength }, insertedContent }: Replacement) => ({
        span: { start: charOffset, end: charOffset + charLength },
        text: insertedContent?.text ?? '',
      })),
    );
    expect(mended).toBe(text.replace('teh', 'the'));
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(
      invocations[0].toolExecutionNotifications[0].locations[0].physicalLocation.artifactLocation.uri,
    ).toBe('bad%20file.txt');
  });
});

interface Replacement {
  readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
  readonly insertedContent?: { readonly text: string };
}

describe('the other formats', () => {
  it('github: one workflow command a finding, escaped', async () => {
    const folder = folderOf({ '100%, a:b.txt': 'Cut teh rest.\n', 'bad.txt': '\0' });
    expect((await cli(folder, 'check --format github')).out).toBe(
      [
        '::warning file=100%25%2C a%3Ab.txt,line=1,endLine=1,col=5,endColumn=8,title=slip/teh::“teh” should be “the”.',
        '::error file=bad.txt::bad.txt is not text. Nothing in it was checked.',
        '',
      ].join('\n'),
    );
  });

  it('junit: a suite a draft; what does not count against --fail-on is no failure', async () => {
    const folder = desk();
    writeFileSync(join(folder, 'b&<\u0007>.txt'), 'a\0');
    const { out } = await cli(folder, 'check --format junit --fail-on error');
    expect(out).toContain('<testsuites name="blue-pencil" tests="4" failures="1" errors="1">');
    expect(out).toContain('<testsuite name="a.txt" tests="2" failures="1" errors="0">');
    expect(out).toContain(
      '<failure type="twice/paragraph" message="This paragraph stands twice.">a.txt:7:1: ',
    );
    expect(out).toContain('<system-out>a.txt:5:11: warning: “teh” should be “the”.</system-out>');
    expect(out).toContain('<testsuite name="b&amp;&lt;\ufffd&gt;.txt"');
    expect(out).toContain('<testcase name="nothing to report" classname="clean.md"/>');
  });

  it('html: a page with each finding in its paragraph, the words marked, nothing of the draft taken for markup', async () => {
    const folder = folderOf({
      'a.txt': `<script>alert("teh")</script> & so on\n\n${COPY}\n\n${COPY}\n\n${'word '.repeat(400)}teh${' word'.repeat(400)}\n`,
      'clean.txt': 'Fine.',
    });
    const { out } = await cli(folder, 'check --format html');
    expect(out).toContain(
      '<blockquote>&lt;script&gt;alert(&quot;<mark>teh</mark>&quot;)&lt;/script&gt; &amp; so on</blockquote>',
    );
    expect(out).toContain(`<blockquote><mark>${COPY}</mark></blockquote>`);
    expect(out).toMatch(/<blockquote>… (?:word ){50,70}<mark>teh<\/mark>(?: word){50,70} …<\/blockquote>/u);
    expect(out).toContain('<li>It stands here first. (line 3)</li>');
    expect(out).not.toContain('<script');
    expect(out).not.toMatch(/(?:src|href)=/u);
    expect(out).not.toContain('clean.txt');
  });

  it.each(['text', 'json', 'sarif', 'github', 'html', 'junit', 'markdown', 'csv'])(
    '--output writes %s to a file, and nothing to standard output',
    async (format) => {
      const folder = desk();
      const printed = await cli(folder, `check --format ${format}`);
      const written = await cli(folder, `check --format ${format} --output report.out`);
      expect(written).toEqual({ code: 1, out: '', err: 'The report is in report.out.\n' });
      expect(readFileSync(join(folder, 'report.out'), 'utf8')).toBe(printed.out);
    },
  );
});

describe('--fix', () => {
  it('mends what is safe and reports what remains', async () => {
    const folder = desk();
    const { code, out } = await cli(folder, 'check --fix');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(
      `Council meets again\n\n${COPY}\n\nA word on the bridge.\n\n${COPY}\n`,
    );
    expect(out).toContain('twice/paragraph');
    expect(out).not.toContain('slip/teh');
    expect(out).toContain('Fixed 1 place in 1 draft. 1 finding in 1 of 2 drafts: 1 to fix.');
    expect(code).toBe(1);
    expect((await cli(folder, 'check --fix')).out).toContain('There was nothing to fix safely.');
  });
});

describe('--stdin', () => {
  it('checks standard input under the name it is given, by the house file there', async () => {
    const folder = folderOf({ 'in/.blue-pencil.json': '{"severity": {"slip/teh": "hint"}}' });
    const plain = await cli(folder, 'check --stdin', { stdin: 'teh' });
    expect(plain).toMatchObject({ code: 1 });
    const named = await cli(folder, 'check --stdin --stdin-filename in/new.md --format json', {
      stdin: '`teh` teh',
    });
    expect(named.code).toBe(0);
    expect(JSON.parse(named.out).files).toMatchObject([
      { path: 'in/new.md', findings: [{ severity: 'hint', span: [6, 9] }] },
    ]);
    expect(existsSync(join(folder, 'in/new.md'))).toBe(false);
  });

  it('with --fix prints the mended draft, byte for byte, and the report to standard error', async () => {
    const ended = await cli(folderOf({}), 'check --stdin --fix', {
      stdin: `\ufeffTeh end.\r\n\r\n${COPY}\r\n\r\n${COPY}`,
    });
    expect(ended.out).toBe(`\ufeffThe end.\r\n\r\n${COPY}\r\n\r\n${COPY}`);
    expect(ended.err).toContain('twice/paragraph');
    expect(ended.code).toBe(1);
  });

  it('with --fix prints nothing of what it cannot read', async () => {
    const ended = await cli(folderOf({}), 'check --stdin --fix', { stdin: 'a\0b' });
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('The draft on standard input is not text.');
  });
});

describe('a baseline', () => {
  const entries = (folder: string) => JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')).findings;

  it('leaves out what is known, and keeps knowing it when it moves', async () => {
    const folder = desk();
    const update = await cli(folder, 'check --baseline known.json --update-baseline');
    expect(update.code).toBe(0);
    expect(update.err).toBe('known.json now knows 2 findings of the drafts that were checked.\n');
    const known = await cli(folder, 'check --baseline known.json');
    expect(known).toMatchObject({ code: 0 });
    expect(known.out).toContain('2 known findings left out.');
    writeFileSync(
      join(folder, 'a.txt'),
      `A new start.\n\nA word on teh bridge.\n\n${COPY}\n\n${COPY}\n\nAnd another slip: teh.\n`,
    );
    const later = await cli(folder, 'check --baseline known.json --format json');
    expect(later.code).toBe(1);
    const { findings } = JSON.parse(later.out).files[0];
    expect(
      findings.map(({ code, range }: { code: string; range: { start: { line: number } } }) => [
        code,
        range.start.line,
      ]),
    ).toEqual([['slip/teh', 8]]);
  });

  it('is sorted, a line an entry, and forgets drafts that are gone but not those that were not checked', async () => {
    const folder = folderOf({ 'z.txt': 'teh teh', 'a.txt': 'teh', 'in/m.txt': 'teh' });
    await cli(folder, 'check --baseline known.json --update-baseline');
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(
      [
        '{',
        '  "schemaVersion": 1,',
        '  "findings": [',
        '    {"path":"a.txt","code":"slip/teh","text":"teh","count":1},',
        '    {"path":"in/m.txt","code":"slip/teh","text":"teh","count":1},',
        '    {"path":"z.txt","code":"slip/teh","text":"teh","count":2}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    writeFileSync(join(folder, 'a.txt'), 'fine');
    await cli(folder, 'check a.txt --baseline known.json --update-baseline');
    expect(entries(folder).map(({ path }: { path: string }) => path)).toEqual(['in/m.txt', 'z.txt']);
    expect((await cli(join(folder, 'in'), 'check --baseline ../known.json')).code).toBe(0);
  });

  it('keeps --fix from known findings', async () => {
    const folder = folderOf({ 'a.txt': 'teh' });
    await cli(folder, 'check --baseline known.json --update-baseline');
    await cli(folder, 'check --baseline known.json --fix');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('teh');
  });

  it.each([
    ['<<<<<<< ours', 'it is no JSON'],
    ['[]', 'it holds no list of findings'],
    ['{"schemaVersion": 2, "findings": []}', 'it was written by another version'],
    ['{"schemaVersion": 1, "findings": [{"path": "a.txt"}]}', 'its finding number 1 cannot be read'],
  ])('that is damaged ends the run with 2, and stays as it is: %s', async (text, why) => {
    const folder = desk();
    writeFileSync(join(folder, 'known.json'), text);
    for (const line of ['check --baseline known.json', 'check --baseline known.json --update-baseline']) {
      const { code, err } = await cli(folder, line);
      expect(code).toBe(2);
      expect(err).toContain(`The baseline known.json is damaged: ${why}`);
      expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text);
    }
  });
});

describe('the other commands', () => {
  it('checks: lists what is checked, as the house file has it', async () => {
    const folder = folderOf({
      '.blue-pencil.json':
        '{"checks": {"twice": false, "slip": {"minimum": 2}}, "severity": {"slip/teh": "error"}}',
    });
    const { code, out } = await cli(folder, 'checks');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'slip: Slips of the hand.',
        '  slip/teh         error        “teh” for “the”',
        '  option minimum: 2',
        '  option words: ["teh"]',
        '',
        'twice (off): Paragraphs that stand twice.',
        '  twice/paragraph  off          A paragraph again',
        '  twice/quietly    off          Never found',
        '',
        'fragile: A check with a fault.',
        '  fragile/boom     hint         Nothing',
        '',
      ].join('\n'),
    );
    expect(JSON.parse((await cli(folder, 'checks --format json')).out).checks[0]).toMatchObject({
      id: 'slip',
      enabled: true,
      options: { minimum: 2 },
      codes: [{ code: 'slip/teh', severity: 'error' }],
    });
  });

  it('init: writes a house file that changes nothing, and none over another', async () => {
    const folder = desk();
    const before = await cli(folder, 'check');
    expect(await cli(folder, 'init')).toMatchObject({ code: 0, err: '' });
    expect(await cli(folder, 'check')).toEqual(before);
    writeFileSync(join(folder, '.blue-pencil.json'), '{}');
    const again = await cli(folder, 'init');
    expect(again).toMatchObject({ code: 2, err: '.blue-pencil.json is there already; it stays as it is.\n' });
    expect(readFileSync(join(folder, '.blue-pencil.json'), 'utf8')).toBe('{}');
    expect((await cli(folder, 'init no/where')).err).toBe('There is no folder no/where.\n');
  });

  it.each(['--help', '-h', 'help', 'check --help', 'checks -h', 'init --help', 'help check'])(
    '%s helps',
    async (line) => {
      const { code, out, err } = await cli(folderOf({}), line);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('blue-pencil');
    },
  );

  it('help on “check” names every option it has', async () => {
    const { out } = await cli(folderOf({}), 'check --help');
    for (const option of Object.keys(optionsOf('check')))
      expect(out).toMatch(new RegExp(`^  --${option} `, 'mu'));
  });

  it('explain: prints the page on a check, or on the check that finds a kind of thing', async () => {
    const io = { cwd: '/', out: (text: string) => printed.push(text) } as unknown as Io;
    const printed: string[] = [];
    expect(await explain('repeated', CHECKS, io)).toBe(0);
    expect(printed.join('')).toMatch(/^# /u);
    await explain('repeated/word', CHECKS, io);
    expect(printed.at(-1)).toContain(printed[0]);
    expect(await cli(folderOf({}), 'explain slip/the')).toMatchObject({
      code: 2,
      err: 'There is no check or kind of finding “slip/the”. Did you mean “slip/teh”?\n',
    });
  });

  it('--version says which', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../server/package.json', import.meta.url), 'utf8'));
    expect((await cli(folderOf({}), '--version')).out).toBe(`${manifest.version}\n`);
  });
});
