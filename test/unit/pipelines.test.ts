import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Given, runIn } from './command.ts';
import { fragile, slip, twice } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const cli = (folder: string, line: string | readonly string[], given: Given = {}) =>
  runIn(folder, line, [slip, twice, fragile], given);

const lines = (out: string) => out.split('\n').filter((line) => line !== '');
const answers = (out: string): { id: unknown; error: string | null; findings: { code: string }[] }[] =>
  lines(out).map((line) => JSON.parse(line));

/** A folder under git, with everything in it committed. */
function repositoryOf(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'one');
  return { folder, git };
}

describe('--format ndjson', () => {
  it('has a line for each draft, as json has it', async () => {
    const folder = folderOf({ 'a.txt': 'I saw teh cat.', 'b.txt': 'Fine.', 'c.txt': 'a\0b' });
    const { out, code } = await cli(folder, 'check --format ndjson');
    const whole = JSON.parse((await cli(folder, 'check --format json')).out);
    expect(lines(out).map((line) => JSON.parse(line))).toEqual(whole.files);
    expect(code).toBe(2);
    expect((await cli(folder, 'check a.txt --format ndjson')).code).toBe(1);
    expect((await cli(folder, 'check b.txt --format ndjson')).code).toBe(0);
  });

  it('prints each draft when it is checked, not when all are', async () => {
    const folder = folderOf({ 'a.txt': 'teh', 'b.txt': 'teh' });
    const stop = new AbortController();
    const printed: string[] = [];
    const { code } = await cli(folder, 'check --format ndjson', {
      stopped: stop.signal,
      out: (text) => {
        printed.push(String(text));
        stop.abort();
      },
    });
    expect(printed.map((line) => JSON.parse(line).path)).toEqual(['a.txt']);
    expect(code).toBe(130);
  });

  it('is the same in a file', async () => {
    const folder = folderOf({ 'a.txt': 'teh', 'b.txt': 'Fine.' });
    const { out } = await cli(folder, 'check --format ndjson');
    await cli(folder, 'check --format ndjson --output report.ndjson');
    expect(readFileSync(join(folder, 'report.ndjson'), 'utf8')).toBe(out);
  });
});

describe('--stdin --input ndjson', () => {
  const ask = (stdin: string, more = '', given: Given = {}) =>
    cli(folderOf({}), `check --stdin --input ndjson${more}`, { stdin, ...given });

  it('answers each line with a line, in order, under its id', async () => {
    const { out, err, code } = await ask(
      [
        '{"id":"x/1","text":"I saw teh cat."}',
        '{"text":"Fine.","id":2}',
        '{"text":"`teh` teh","format":"markdown"}',
      ].join('\n'),
    );
    expect(answers(out).map(({ id, findings }) => [id, findings.map(({ code }) => code)])).toEqual([
      ['x/1', ['slip/teh']],
      [2, []],
      [null, ['slip/teh']],
    ]);
    expect([err, code]).toEqual(['', 1]);
  });

  it('answers a line that is no draft with what is wrong with it, and goes on', async () => {
    const bad = [
      '{"id":1',
      '[]',
      '{"id":3}',
      '{"id":4,"text":5}',
      '{"id":{},"text":""}',
      '{"id":6,"text":"","format":"wordstar"}',
      '{"id":7,"text":"Fine."}',
    ];
    const { out, err, code } = await ask(bad.join('\r\n'));
    expect(answers(out).map(({ id, error }) => [id, error])).toEqual([
      [null, 'Line 1 is no JSON.'],
      [null, 'Line 2 is no JSON object.'],
      [3, 'Line 3 has no “text”, which must be a string.'],
      [4, 'Line 4 has no “text”, which must be a string.'],
      [null, 'Line 5 has an “id” that is neither a string nor a number.'],
      [6, expect.stringContaining('Line 6 has a “format” that is none of plain, markdown')],
      [7, null],
    ]);
    expect(err).toBe('6 lines were no draft; the answers say why.\n');
    expect(code).toBe(2);
  });

  it('passes over what is longer than it may be, without keeping it', async () => {
    const { out } = await ask(
      `{"id":1,"text":"${'x'.repeat(1024 * 1024)}"}\n\n{"id":2,"text":"teh"}\n`,
      ' --max-size 1',
      {},
    );
    expect(answers(out).map(({ id, error, findings }) => [id, error, findings.length])).toEqual([
      [null, 'Line 1 is longer than 1 MB, the limit.', 0],
      [2, null, 1],
    ]);
  });

  it('answers before the next line comes', async () => {
    const heard: string[] = [];
    let answered = () => {};
    async function* conversation() {
      for (const id of [1, 2, 3]) {
        const wait = new Promise<void>((resolve) => {
          answered = resolve;
        });
        yield Buffer.from(`${JSON.stringify({ id, text: 'teh' })}\n`);
        await wait;
      }
    }
    const out = (text: string | Uint8Array) => {
      heard.push(String(text));
      answered();
    };
    await cli(folderOf({}), 'check --stdin --input ndjson', { stdin: conversation(), out });
    expect(answers(heard.join('')).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('keeps the order where threads do not', async () => {
    // the longer a draft, the sooner it is answered
    const script = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ path, text, format }) => setTimeout(() => parentPort.postMessage(
        { path, format, findings: [], failures: [], fixed: 0, known: 0, settled: 0 }), 40 - text.length));`;
    const folder = folderOf({ 'late.cjs': script });
    const ids = Array.from({ length: 30 }, (_, i) => i);
    const stdin = ids.map((id) => JSON.stringify({ id, text: 'x'.repeat(id) })).join('\n');
    const { out } = await cli(folder, 'check --stdin --input ndjson --jobs 2', {
      stdin,
      workerScript: join(folder, 'late.cjs'),
    });
    expect(answers(out).map(({ id }) => id)).toEqual(ids);
  });

  it('goes by the house file of the folder, whatever an id says', async () => {
    const folder = folderOf({
      '.blue-pencil.json': '{"severity": {"slip/teh": "off"}}',
      'in/.blue-pencil.json': '{}',
    });
    const { out } = await cli(folder, 'check --stdin --input ndjson', {
      stdin: '{"id":"in/a.txt","text":"teh"}',
    });
    expect(answers(out)).toEqual([{ id: 'in/a.txt', error: null, findings: [] }]);
  });

  it.each([
    ['--input ndjson', 'it needs --stdin'],
    ['--stdin --input ndjson --format html', '--format can only be ndjson'],
    ['--stdin --input ndjson --fix', '--fix does not go together with --input ndjson'],
    ['--stdin --input lines', '--input cannot be “lines”'],
  ])('check %s: 2, and why', async (line, why) => {
    const { code, err } = await cli(folderOf({}), `check ${line}`);
    expect(err).toContain(why);
    expect(code).toBe(2);
  });
});

describe('--fix-dry-run', () => {
  const DRAFTS = {
    'a.txt': 'One.\n\nI saw teh cat.\n\nThree.\n\nFour.\n\nFive, teh last.',
    'windows.txt': '\ufeffFine.\r\n\r\nTeh end.\r\n\r\nBye.\r\n',
    'in the/köln “x”.md': 'Teh end.\n',
    'clean.txt': 'Fine.\n',
  };
  const all = (folder: string) => Object.keys(DRAFTS).map((name) => readFileSync(join(folder, name), 'utf8'));

  it('prints a diff that git applies to what --fix would write, and writes nothing', async () => {
    const { folder, git } = repositoryOf(DRAFTS);
    const { out, err, code } = await cli(folder, 'check --fix-dry-run');
    expect(all(folder)).toEqual(Object.values(DRAFTS));
    expect([code, err]).toEqual([1, '--fix would fix 4 places in 3 drafts.\n']);
    writeFileSync(join(folder, 'fixes.patch'), out);
    git('apply', 'fixes.patch');
    const patched = all(folder);
    git('checkout', '-q', '.');
    await cli(folder, 'check --fix');
    expect(patched).toEqual(all(folder));
    expect(patched).not.toEqual(Object.values(DRAFTS));
  });

  it('names drafts from the top of the repository, as git does', async () => {
    const { folder, git } = repositoryOf({ 'news/a.txt': 'Teh end.\n' });
    const { out } = await cli(join(folder, 'news'), 'check --fix-dry-run --quiet');
    writeFileSync(join(folder, 'fixes.patch'), out);
    git('-C', 'news', 'apply', '../fixes.patch');
    expect(readFileSync(join(folder, 'news/a.txt'), 'utf8')).toBe('The end.\n');
  });

  it('applies outside a repository too', async () => {
    const folder = folderOf({ 'a.txt': 'Teh end.\n' });
    const { out } = await cli(folder, 'check --fix-dry-run --quiet');
    execFileSync('git', ['apply'], {
      cwd: folder,
      input: out,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: folder },
    });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('The end.\n');
  });

  it('says of a draft in UTF-16 that no diff can show it', async () => {
    const folder = folderOf({ 'a.txt': Buffer.from('\ufeffTeh end.', 'utf16le') });
    expect(await cli(folder, 'check --fix-dry-run')).toEqual({
      code: 2,
      out: '',
      err: 'a.txt is not written in UTF-8, so that no diff can show what would be fixed in it.\nThere is nothing to fix safely.\n',
    });
  });

  it('says that there is nothing to mend', async () => {
    expect(await cli(folderOf({ 'a.txt': 'Fine.' }), 'check --fix-dry-run')).toEqual({
      code: 0,
      out: '',
      err: 'There is nothing to fix safely.\n',
    });
  });

  it.each(['--fix', '--format json', '--baseline b.json --update-baseline'])(
    'does not go with %s',
    async (line) => {
      expect((await cli(folderOf({}), `check --fix-dry-run ${line}`)).code).toBe(2);
    },
  );
});

describe('--since', () => {
  const paths = (out: string) => lines(out).map((line) => JSON.parse(line).path);
  const since = async (folder: string, ref: string, ...more: readonly string[]) =>
    paths((await cli(folder, ['check', '--format', 'ndjson', '--since', ref, ...more])).out);

  it('checks what was committed, staged, edited or added since, and nothing else', async () => {
    const { folder, git } = repositoryOf({
      'same.txt': 'teh',
      'committed.txt': '',
      'staged.txt': '',
      'edited.txt': '',
      'gone.txt': '',
      'news/deep.txt': '',
      '.gitignore': 'ignored.txt',
    });
    git('tag', 'printed');
    writeFileSync(join(folder, 'committed.txt'), 'teh');
    git('commit', '-qam', 'two');
    writeFileSync(join(folder, 'staged.txt'), 'teh');
    git('add', '.');
    for (const name of ['edited.txt', 'new “one”.txt', 'ignored.txt', 'news/deep.txt', 'photo.png'])
      writeFileSync(join(folder, name), 'teh');
    rmSync(join(folder, 'gone.txt'));
    const all = ['committed.txt', 'edited.txt', 'new “one”.txt', 'news/deep.txt', 'staged.txt'];
    expect(await since(folder, 'printed')).toEqual(all);
    expect(await since(folder, 'HEAD')).toEqual(all.filter((name) => name !== 'committed.txt'));
    expect(await since(join(folder, 'news'), 'printed')).toEqual(['deep.txt']);
    expect(await since(folder, 'printed', 'news', 'same.txt')).toEqual(['news/deep.txt']);
  });

  it('leaves out what only the other branch has changed', async () => {
    const { folder, git } = repositoryOf({ 'a.txt': 'teh', 'b.txt': 'teh' });
    git('checkout', '-qb', 'desk');
    writeFileSync(join(folder, 'a.txt'), 'teh end');
    git('commit', '-qam', 'ours');
    git('checkout', '-q', 'main');
    writeFileSync(join(folder, 'b.txt'), 'teh other end');
    git('commit', '-qam', 'theirs');
    git('checkout', '-q', 'desk');
    expect(await since(folder, 'main')).toEqual(['a.txt']);
  });

  it('says what is in the way', async () => {
    const { folder } = repositoryOf({ 'a.txt': '' });
    mkdirSync(join(folder, 'in'));
    for (const ref of ['nowhere', '--output=x'])
      expect(await cli(folder, ['check', `--since=${ref}`])).toEqual({
        code: 2,
        out: '',
        err: `--since: git knows no commit “${ref}” here.\n`,
      });
    expect((await cli(folderOf({}), 'check --since HEAD')).err).toContain('this folder is in no repository');
  });
});

it('a run that is stopped prints what was found, and ends with 130', async () => {
  const folder = folderOf({
    'a.txt': 'teh',
    'slow.txt': 'Slow.',
    'z.txt': 'teh',
    // answers all drafts but the slow one
    'thread.cjs': `const { parentPort } = require('node:worker_threads');
      const finding = { code: 'slip/teh', check: 'slip', severity: 'warning', message: 'A slip.', span: { start: 0, end: 3 },
        related: [], fixes: [], copy: false };
      parentPort.on('message', ({ path, text, format }) => { if (text === 'Slow.') return; parentPort.postMessage(
        { path, format, findings: [finding], failures: [], fixed: 0, known: 0, settled: 0 }); });`,
  });
  const stop = new AbortController();
  const io = {
    workerScript: join(folder, 'thread.cjs'),
    stopped: stop.signal,
    stderrIsTerminal: true,
    env: {},
  };
  // the line that tells of progress comes when the slow draft is under way
  const err = (text: string) => {
    if (text.includes('2 of 3')) stop.abort();
  };
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const { code, out } = await cli(folder, 'check --format json', { ...io, err });
  expect(code).toBe(130);
  expect(JSON.parse(out).files.map(({ path }: { path: string }) => path)).toEqual(['a.txt']);
});
