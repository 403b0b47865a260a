import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linesOf } from '../../server/src/draft/lines.ts';
import { checkFiles } from '../../server/src/workspace/check.ts';
import { DISK } from '../../server/src/workspace/disk.ts';
import { DRAFT_ENDINGS, encodeDraft, readDraftFile } from '../../server/src/workspace/draft-file.ts';
import { createFileJudge } from '../../server/src/workspace/file-judge.ts';
import { createHouses } from '../../server/src/workspace/houses.ts';
import { walkDrafts } from '../../server/src/workspace/named.ts';
import type { FileReport } from '../../server/src/workspace/report.ts';
import { fragile, slip, twice } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const checks = [slip, twice, fragile];
const asRoot = process.getuid?.() === 0;

describe('lines', () => {
  const text = 'one\ntwo\r\nthree\rfour 📰!';
  const lines = linesOf(text);

  it.each([
    ['o of one', 0, 0, 0],
    ['the line feed', 3, 0, 3],
    ['t of two', 4, 1, 0],
    ['the carriage return', 7, 1, 3],
    ['t of three', 9, 2, 0],
    ['f of four', 15, 3, 0],
    ['the mark after an astral character', text.indexOf('!'), 3, 7],
    ['the end', text.length, 3, 8],
  ])('place %s and find it again', (_, offset, line, character) => {
    expect(lines.positionAt(offset)).toEqual({ line, character });
    expect(lines.offsetAt({ line, character })).toBe(offset);
  });

  it('have no place between a carriage return and its line feed, nor outside the text', () => {
    expect(lines.positionAt(8)).toEqual({ line: 1, character: 3 });
    expect(lines.positionAt(999)).toEqual({ line: 3, character: 8 });
    expect(lines.offsetAt({ line: 1, character: 99 })).toBe(7);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(text.length);
    expect(linesOf('').positionAt(0)).toEqual({ line: 0, character: 0 });
    expect(linesOf('a\n').count).toBe(2);
  });

  it('do not count a byte order mark, as no editor does', () => {
    const marked = linesOf('\ufeffone\ntwo');
    expect(marked.positionAt(1)).toEqual({ line: 0, character: 0 });
    expect(marked.positionAt(4)).toEqual({ line: 0, character: 3 });
    expect(marked.offsetAt({ line: 0, character: 3 })).toBe(4);
    expect(marked.positionAt(5)).toEqual({ line: 1, character: 0 });
  });
});

describe('lines, beside the reference of the language server protocol', () => {
  it('agree on every place', () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '📰', '\n', '\r', '\r\n', ' ', '\u2028'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const lines = linesOf(source);
        const reference = TextDocument.create('file:///a.txt', 'plaintext', 1, source);
        expect(lines.count).toBe(reference.lineCount);
        for (let offset = 0; offset <= source.length; offset += 1) {
          const place = reference.positionAt(offset);
          expect(lines.positionAt(offset)).toEqual(place);
          expect(lines.offsetAt(place)).toBe(reference.offsetAt(place));
        }
        for (let line = 0; line <= lines.count; line += 1) {
          expect(lines.offsetAt({ line, character: 99 })).toBe(reference.offsetAt({ line, character: 99 }));
        }
      }),
    );
  });
});

describe('reading a file', () => {
  const read = async (content: string | Uint8Array, maxBytes?: number) => {
    const folder = folderOf({ 'a.txt': content });
    return readDraftFile(DISK, join(folder, 'a.txt'), {
      name: 'a.txt',
      maxBytes,
    });
  };

  it.each([
    ['UTF-8', 'Café\r\n', 'utf-8', Buffer.from('Café\r\n')],
    ['UTF-8 with a mark', '\ufeffCafé', 'utf-8', Buffer.from('\ufeffCafé')],
    ['UTF-16, little end first', '\ufeffCafé', 'utf-16le', Buffer.from('\ufeffCafé', 'utf16le')],
    ['UTF-16, big end first', '\ufeffCafé', 'utf-16be', Buffer.from('\ufeffCafé', 'utf16le').swap16()],
    ['an empty file', '', 'utf-8', Buffer.alloc(0)],
  ] as const)('takes %s, and gives the same bytes back', async (_, text, encoding, bytes) => {
    const { file } = await read(bytes);
    expect(file).toMatchObject({ text, encoding });
    expect(Buffer.compare(encodeDraft(text, encoding), bytes)).toBe(0);
  });

  it.each([
    ['binary', 'abc\0def', undefined, 'a.txt is not text. Nothing in it was checked.'],
    [
      'encoding',
      Buffer.from([0x43, 0xc3, 0xa9, 0xc3, 0xa9, 0x66, 0xe9]),
      undefined,
      'a.txt has characters that are not written in UTF-8. Save it as UTF-8 and check it again; nothing in it was checked.',
    ],
    [
      'too-large',
      'x'.repeat(10.5 * 1024 * 1024),
      undefined,
      'a.txt is 10.5 MB; the limit is 4 MB. Nothing in it was checked.',
    ],
    ['too-large', 'x'.repeat(2048), 1024, 'a.txt is 2 KB; the limit is 1 KB. Nothing in it was checked.'],
  ] as const)('says of a %s file what is the matter', async (kind, content, maxBytes, message) => {
    expect((await read(content, maxBytes)).problem).toMatchObject({ kind, message });
  });

  it('says that a file is missing, or a folder', async () => {
    const folder = folderOf({ 'inner.txt/b.txt': 'x' });
    const path = (name: string) => join(folder, name);
    expect((await readDraftFile(DISK, path('no.txt'), { name: 'no.txt' })).problem).toMatchObject({
      kind: 'missing',
      message: 'There is no file no.txt.',
    });
    expect((await readDraftFile(DISK, path('inner.txt'), { name: 'inner.txt' })).problem).toMatchObject({
      kind: 'folder',
      message: 'inner.txt is a folder, not a draft.',
    });
  });

  it.skipIf(asRoot)('says that it has no permission', async () => {
    const folder = folderOf({ 'a.txt': 'x' });
    chmodSync(join(folder, 'a.txt'), 0);
    expect((await readDraftFile(DISK, join(folder, 'a.txt'), { name: 'a.txt' })).problem).toMatchObject({
      kind: 'unreadable',
      message: 'a.txt may not be read: you have no permission for it.',
    });
  });
});

/** What a walk finds: paths from the folder, problems by their message, and what it remarked on. */
async function walk(folder: string, paths: readonly string[], gitignore = true) {
  const notices: string[] = [];
  const found: string[] = [];
  const problems: string[] = [];
  const nameOf = (path: string) => relative(folder, path);
  const options = {
    cwd: folder,
    houses: createHouses(DISK, checks, { root: folder }),
    gitignore,
    nameOf,
    onNotice: (message: string) => notices.push(message),
  };
  for await (const one of walkDrafts(paths, options)) {
    if (one.problem === undefined) found.push(nameOf(one.path));
    else problems.push(one.problem.message);
  }
  return { found, problems, notices };
}

describe('finding drafts', () => {
  it('takes drafts in folders, deep ones too, and nothing else', async () => {
    const folder = folderOf({
      'a.txt': '',
      'b.md': '',
      'c.draft': '',
      'd.pdf': '',
      'e.ts': '',
      '.hidden.txt': '',
      '.git/x.txt': '',
      'node_modules/y.txt': '',
      'deep/er/f.copy': '',
    });
    expect(await walk(folder, ['.'])).toEqual({
      found: ['a.txt', 'b.md', 'c.draft', 'deep/er/f.copy'],
      problems: [],
      notices: [],
    });
  });

  it('gives a draft once, however often it is named', async () => {
    const folder = folderOf({ 'a.txt': '', 'in/b.txt': '' });
    expect((await walk(folder, ['in', 'a.txt', '.', '**/*.txt', './a.txt'])).found).toEqual([
      'in/b.txt',
      'a.txt',
    ]);
  });

  it('honours nested .gitignore files, the deeper one having the last word', async () => {
    const folder = folderOf({
      '.git/config': '',
      '.gitignore': 'old/\n*.copy\n/top.txt\n',
      'top.txt': '',
      'keep.txt': '',
      'x.copy': '',
      'old/a.txt': '',
      'in/top.txt': '',
      'in/.gitignore': '!y.copy\nnotes/*\n!notes/good.txt\n',
      'in/y.copy': '',
      'in/z.copy': '',
      'in/notes/bad.txt': '',
      'in/notes/good.txt': '',
      'in/old/.gitignore': '!*\n',
      'in/old/b.txt': '',
    });
    const kept = ['in/notes/good.txt', 'in/top.txt', 'in/y.copy', 'keep.txt'];
    expect((await walk(folder, ['.'])).found).toEqual(kept);
    expect((await walk(join(folder, 'in'), ['.'])).found).toEqual(['notes/good.txt', 'top.txt', 'y.copy']);
    expect((await walk(folder, ['**/*.{txt,copy}'])).found.sort()).toEqual(kept);
    expect((await walk(folder, ['.'], false)).found).toContain('old/a.txt');
  });

  it('leaves out what git leaves out', async () => {
    const patterns = [
      '*.txt',
      '!keep.txt',
      'one/',
      '/one',
      'two/*',
      '!two/keep.txt',
      '**/deep/a.txt',
      'one/**',
      '',
      '#a',
      '\\!x',
    ];
    const lists = fc.array(fc.constantFrom(...patterns), { maxLength: 4 });
    const places = ['', 'one/', 'two/', 'two/deep/'];
    const tree = Object.fromEntries(
      places.flatMap((place) => ['a.txt', 'keep.txt', '!x.md'].map((name) => [place + name, ''])),
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(lists, lists, lists), async (ignored) => {
        const files = ignored.map((list, i) => [`${places[i]}.gitignore`, list.join('\n')]);
        const folder = folderOf({ ...tree, ...Object.fromEntries(files) });
        const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
        git('init', '-q');
        const listed = git('ls-files', '-z', '--others', '--exclude-standard').split('\0');
        const drafts = listed.filter((name) => name.endsWith('.txt') || name.endsWith('.md'));
        expect((await walk(folder, ['.'])).found.sort()).toEqual(drafts.sort());
      }),
      { numRuns: 40 },
    );
  });

  it('honours the ignore list of the nearest house file', async () => {
    const folder = folderOf({
      '.blue-pencil.json': '{"ignore": ["archive/", "*.story", "!keep.story"]}',
      'a.txt': '',
      'b.story': '',
      'keep.story': '',
      'archive/c.txt': '',
      'in/archive/d.txt': '',
      'own/.blue-pencil.json': '{}',
      'own/e.story': '',
    });
    expect((await walk(folder, ['.'])).found).toEqual(['a.txt', 'keep.story', 'own/e.story']);
    expect((await walk(folder, ['**/*.story'])).found.sort()).toEqual(['keep.story', 'own/e.story']);
  });

  it('checks what is named, ignored or not, if it is a draft', async () => {
    const folder = folderOf({
      '.git/config': '',
      '.gitignore': 'drafts/\n',
      '.blue-pencil.json': '{"ignore": ["a.txt"]}',
      'a.txt': '',
      'drafts/b.txt': '',
      'drafts/a.txt': '',
      'picture.png': '',
      'story [final].txt': '',
    });
    expect(await walk(folder, ['a.txt', 'drafts', 'story [final].txt', 'picture.png'])).toEqual({
      found: ['a.txt', 'drafts/a.txt', 'drafts/b.txt', 'story [final].txt'],
      problems: [`picture.png is no draft that Blue Pencil reads. Drafts end in ${DRAFT_ENDINGS}.`],
      notices: [],
    });
  });

  it('says that a path is missing or a pattern matches nothing', async () => {
    const folder = folderOf({ 'a.txt': '' });
    expect(await walk(folder, ['b.txt', '*.md', 'a.txt'])).toEqual({
      found: ['a.txt'],
      problems: ['There is no file b.txt.', 'No draft matches *.md.'],
      notices: [],
    });
  });

  it('follows no link in circles, and says so', async () => {
    const folder = folderOf({ 'in/a.txt': '' });
    symlinkSync(folder, join(folder, 'in/loop'));
    symlinkSync('../in', join(folder, 'in/self'));
    symlinkSync('gone.txt', join(folder, 'broken.txt'));
    symlinkSync('round.txt', join(folder, 'round.txt'));
    const { found, problems, notices } = await walk(folder, ['.']);
    expect(found).toEqual(['in/a.txt']);
    expect(notices).toHaveLength(2);
    expect(notices[0]).toMatch(/^in\/loop is a link to a folder that is checked anyway/u);
    expect(problems).toEqual([
      'broken.txt is a link to a file that is not there.',
      'round.txt is a link that leads back to itself.',
    ]);
  });

  it('follows a link out of the folder, once, even where links go round out there', async () => {
    const outside = folderOf({ 'far.txt': '' });
    const folder = folderOf({ 'a.txt': '' });
    symlinkSync(outside, join(folder, 'one'));
    symlinkSync(outside, join(folder, 'two'));
    symlinkSync(outside, join(outside, 'round'));
    const { found, notices } = await walk(folder, ['.']);
    expect(found).toEqual(['a.txt', 'one/far.txt']);
    expect(notices).toHaveLength(2);
  });

  it.skipIf(asRoot)('says that a folder may not be read, and goes on', async () => {
    const folder = folderOf({ 'closed/a.txt': '', 'open/b.txt': '' });
    chmodSync(join(folder, 'closed'), 0);
    const { found, problems } = await walk(folder, ['.']);
    chmodSync(join(folder, 'closed'), 0o755);
    expect(found).toEqual(['open/b.txt']);
    expect(problems).toEqual(['The folder closed may not be read: you have no permission for it.']);
  });
});

describe('house files', () => {
  it('are found upward, the nearest alone in force, as far as the root or a repository', async () => {
    const folder = folderOf({
      '.blue-pencil.json': '{"ignore": ["top"]}',
      'in/.blue-pencil.json': '{"ignore": ["in"]}',
      'in/deep/a.txt': '',
      'other/a.txt': '',
      'repo/.git/config': '',
      'repo/sub/a.txt': '',
    });
    const houses = createHouses(DISK, checks);
    const ignoreFor = async (path: string) => (await houses.forFile(join(folder, path)))?.house.ignore;
    expect(await ignoreFor('in/deep/a.txt')).toEqual(['in']);
    expect(await ignoreFor('other/a.txt')).toEqual(['top']);
    expect(await ignoreFor('repo/sub/a.txt')).toBeUndefined();
    const fromOther = createHouses(DISK, checks, { root: join(folder, 'other') });
    expect(await fromOther.forFile(join(folder, 'other/a.txt'))).toBeUndefined();
  });

  it('take wording from files that lie beside them, and from nowhere else', async () => {
    const folder = folderOf({
      '.blue-pencil.json': '{"wording": [{"say": "use", "not": ["utilise"]}, "words/desk.csv"]}',
      'words/desk.csv': 'say,not\nadviser,advisor\n',
      'bad/.blue-pencil.json': '{"wording": ["../words/desk.csv", "none.csv"]}',
    });
    const houses = createHouses(DISK, checks, { root: folder });
    const at = (path: string) => houses.forFile(join(folder, path));
    expect((await at('a.txt'))?.house.overrides.wording).toEqual([
      { say: 'adviser', not: ['advisor'] },
      { say: 'use', not: ['utilise'] },
    ]);
    expect((await at('bad/a.txt'))?.problems.map(({ message }) => message)).toEqual([
      '“../words/desk.csv” lies outside the folder of the house file.',
      '“none.csv” could not be read.',
    ]);
  });

  it('stay in force as they last were good, until they are mended or gone', async () => {
    const folder = folderOf({ '.blue-pencil.json': '{"ignore": ["one"]}' });
    const path = join(folder, '.blue-pencil.json');
    const houses = createHouses(DISK, checks, { root: folder });
    const now = async () => {
      houses.invalidate(path);
      return houses.forFile(join(folder, 'in/a.txt'));
    };
    expect((await now())?.house.ignore).toEqual(['one']);
    writeFileSync(path, '{"ignore": "two"}');
    expect((await houses.forFile(join(folder, 'in/a.txt')))?.problems).toEqual([]); // nobody has said yet that it changed
    const bad = await now();
    expect(bad?.house.ignore).toEqual(['one']);
    expect(bad?.problems).toHaveLength(1);
    writeFileSync(path, '{"ignore": ["three"]}');
    expect((await now())?.house.ignore).toEqual(['three']);
    rmSync(path);
    expect(await now()).toBeUndefined();
    writeFileSync(path, '{"ignore": "four"}');
    expect((await now())?.house.ignore).toEqual([]);
  });
});

async function checkAll(
  folder: string,
  options: {
    fix?: 'write' | 'show';
    maxBytes?: number;
    signal?: AbortSignal;
    onReport?: (report: FileReport) => void;
  } = {},
) {
  const houses = createHouses(DISK, checks, { root: folder });
  const nameOf = (path: string) => relative(folder, path);
  const judge = createFileJudge({
    checks,
    houses,
    nameOf,
    fix: options.fix,
    ...(options.maxBytes && { maxBytes: options.maxBytes }),
  });
  const progress: string[] = [];
  const reports: FileReport[] = [];
  const found = checkFiles(['.'], {
    cwd: folder,
    houses,
    nameOf,
    judge,
    onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
    ...(options.signal && { signal: options.signal }),
  });
  for await (const report of found) {
    reports.push(report);
    options.onReport?.(report);
  }
  return { reports, progress };
}

describe('checking files', () => {
  it('reports on each, goes by its house file, and loses nothing for a bad file or a check that fails', async () => {
    const folder = folderOf({
      'a.txt': 'I saw teh cat.',
      'b.txt': 'boom, teh end',
      'c.txt': 'a\0b',
      'quiet/.blue-pencil.json': '{"severity": {"slip/teh": "off"}}',
      'quiet/d.txt': 'teh',
    });
    const { reports, progress } = await checkAll(folder);
    expect(
      reports.map(({ path, findings, problem, failures }) => [
        relative(folder, path),
        findings.map(({ code, severity, span }) => `${code} ${severity} ${span.start}-${span.end}`),
        problem?.kind,
        failures,
      ]),
    ).toEqual([
      ['a.txt', ['slip/teh warning 6-9'], undefined, []],
      ['b.txt', ['slip/teh warning 6-9'], undefined, [{ check: 'fragile', message: 'The check stumbled.' }]],
      ['c.txt', [], 'binary', []],
      ['quiet/d.txt', [], undefined, []],
    ]);
    expect(progress).toEqual(['0/4', '1/4', '2/4', '3/4']);
  });

  it('tells of a file that goes while the others are checked', async () => {
    const folder = folderOf({ 'a.txt': '', 'b.txt': '', 'c.txt': '' });
    const { reports } = await checkAll(folder, {
      onReport: () => rmSync(join(folder, 'b.txt'), { force: true }),
    });
    expect(reports.map(({ problem }) => problem?.message)).toEqual([
      undefined,
      'There is no file b.txt.',
      undefined,
    ]);
  });

  it('ends early when it is called off', async () => {
    const folder = folderOf({ 'a.txt': '', 'b.txt': '', 'c.txt': '' });
    const controller = new AbortController();
    const { reports } = await checkAll(folder, {
      signal: controller.signal,
      onReport: () => controller.abort(),
    });
    expect(reports).toHaveLength(1);
    expect((await checkAll(folder, { signal: AbortSignal.abort() })).reports).toEqual([]);
  });

  it('lets other work have its turn between two files', async () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, 'teh'])));
    let turns = 0;
    const timer = setInterval(() => {}, 1000);
    const count = () => {
      turns += 1;
      again = setImmediate(count);
    };
    let again = setImmediate(count);
    await checkAll(folder);
    clearImmediate(again);
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(20);
  });

  it('mends what is safe, in the encoding and with the line ends of the file, and leaves the rest', async () => {
    const long = 'This paragraph is long enough to be told as a copy.';
    const utf16 = encodeDraft('\ufeffTeh caf\u00e9.\r\n', 'utf-16be');
    const folder = folderOf({
      'a.txt': `\ufeffTeh cat.\r\n\r\n${long}\r\n\r\n${long}\r\n`,
      'b.txt': utf16,
      'c.txt': 'Nothing.\r',
    });
    const before = statSync(join(folder, 'c.txt')).mtimeMs;
    const { reports } = await checkAll(folder, { fix: 'write' });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(
      `\ufeffThe cat.\r\n\r\n${long}\r\n\r\n${long}\r\n`,
    );
    expect(
      readFileSync(join(folder, 'b.txt')).equals(encodeDraft('\ufeffThe caf\u00e9.\r\n', 'utf-16be')),
    ).toBe(true);
    expect(statSync(join(folder, 'c.txt')).mtimeMs).toBe(before);
    expect(reports.map(({ fixed, findings }) => [fixed, findings.map(({ code }) => code)])).toEqual([
      [1, ['twice/paragraph']],
      [1, []],
      [0, []],
    ]);
  });

  it.skipIf(asRoot)('leaves a file that may not be written as it was, and says so', async () => {
    const folder = folderOf({ 'a.txt': 'teh' });
    chmodSync(join(folder, 'a.txt'), 0o444);
    const { reports } = await checkAll(folder, { fix: 'write' });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('teh');
    expect(reports[0]?.findings).toHaveLength(1);
    expect(reports[0]?.problem?.message).toBe(
      'a.txt could not be fixed: you have no permission to write it. It stands as it was.',
    );
  });

  it('checks one line of ten megabytes if it is allowed to, and says otherwise that it did not', async () => {
    const folder = folderOf({ 'a.txt': 'word '.repeat(2_200_000), 'b.txt': 'teh' });
    const { reports } = await checkAll(folder);
    expect(reports.map(({ problem, findings }) => [problem?.kind, findings.length])).toEqual([
      ['too-large', 0],
      [undefined, 1],
    ]);
  });

  it('checks drafts up to the size the house file says, unless more is asked for', async () => {
    const folder = folderOf({ 'a.txt': 'teh '.repeat(400), '.blue-pencil.json': '{ "maxFileSize": 1 }' });
    const kinds = async (options: { maxBytes?: number }) =>
      (await checkAll(folder, options)).reports.map(({ problem }) => problem?.kind);
    expect(await kinds({})).toEqual(['too-large']);
    expect(await kinds({ maxBytes: 4096 })).toEqual([undefined]);
  });

  it('takes a folder with the name of a draft for the folder it is', async () => {
    const folder = folderOf({ 'a.txt/b.txt': 'teh' });
    mkdirSync(join(folder, 'empty.txt'));
    const { reports } = await checkAll(folder);
    expect(reports.map(({ path }) => relative(folder, path))).toEqual(['a.txt/b.txt']);
  });
});
