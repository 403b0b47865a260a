import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, printEntry } from '../../server/src/house/ledger.ts';
import { folderOf } from './folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'server/dist/cli.cjs');

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], { cwd: root });
  if (status !== 0) throw new Error(`The command line could not be built: ${stderr}`);
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end. */
function finish(command: string, args: readonly string[], options: SpawnOptions, stdin = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'pipe' });
    let out = '';
    let err = '';
    child.stdout?.on('data', (part) => {
      out += part;
    });
    child.stderr?.on('data', (part) => {
      err += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin?.on('error', () => {});
    child.stdin?.end(stdin);
  });
}

const bluePencil = (cwd: string, args: readonly string[], options: SpawnOptions = {}, stdin = '') =>
  finish(process.execPath, [bundle, ...args], { cwd, ...options }, stdin);

const WITH_REPEAT = 'The mayor said the the bridge would open on Monday.\n';
const GARBLED = 'She did not went to the meeting on Monday.\n';
const CLEAN = 'The mayor said the bridge would open on Monday.\n';
// where any finding will do: a run that loads no model takes a third of the time
const REPEATED = ['--check', 'repeated'] as const;

describe('blue-pencil archive add', () => {
  it.each(['text', 'file'])(
    'makes the same archive, byte for byte, by however many threads the stories are read, days from the %s',
    async (days) => {
      const words = (from: number) => Array.from({ length: 60 }, (_, i) => `w${from + i}`).join(' ');
      const line = (id: number, text: string) => JSON.stringify({ id, text: `Story ${id}\n\n${text}.` });
      const lines = Array.from({ length: 150 }, (_, id) => line(id, words(id * 40)));
      // a story that is told twice, and then as it was the second time
      const again = [line(7, words(9_000)), line(7, words(7 * 40)), 'no JSON'];
      const folder = folderOf({
        'wire/a.ndjson': lines.join('\n'),
        'wire/b.ndjson': [...again, ...lines.slice(0, 40), line(200, words(80_000))].join('\n'),
        'wire/c.txt': words(100_000),
      });
      const by = async (jobs: string) => {
        const { err } = await bluePencil(folder, [
          ...['archive', 'add', `by-${jobs}`, 'wire', '--jobs', jobs, '--date-from', days],
        ]);
        const names = readdirSync(join(folder, `by-${jobs}`)).sort();
        return {
          err,
          files: names.map((name) => [name, readFileSync(join(folder, `by-${jobs}`, name), 'latin1')]),
        };
      };
      const one = await by('1');
      expect(one.err).toContain('193 stories were added, 1 known already, 1 not read.\n');
      expect(await by('3')).toEqual(one);
    },
  );
});

describe('the built command', () => {
  it.skipIf(process.platform === 'win32')(
    'ends quietly, as shells expect, when nobody reads on',
    async () => {
      const folder = folderOf({ 'a.txt': WITH_REPEAT.repeat(20_000) });
      const line = `"$0" "$1" check a.txt --check repeated | head -n 1 > first.txt; echo "\${PIPESTATUS[0]}"`;
      const { out, err } = await finish('bash', ['-c', line, process.execPath, bundle], { cwd: folder });
      expect([out, err]).toEqual(['141\n', '']);
      expect(readFileSync(join(folder, 'first.txt'), 'utf8')).toMatch(/^a\.txt:1:16 /u);
    },
  );

  it.each<[number, string, readonly string[]]>([
    [0, 'a clean draft', ['check', 'clean.txt']],
    [1, 'a repeated word', ['check', 'repeat.txt', ...REPEATED]],
    [0, 'a repeated word, if only errors count', ['check', 'repeat.txt', '--fail-on', 'error', ...REPEATED]],
    [2, 'a file that is not there', ['check', 'repeat.txt', 'gone.txt', ...REPEATED]],
    [2, 'an option there is not', ['check', '--fxi']],
    [2, 'a command there is not', ['source']],
    [0, 'who says what in a draft', ['sources', 'clean.txt']],
    [2, 'who says what in a file that is not there', ['sources', 'clean.txt', 'gone.txt']],
    [2, 'no command', []],
    [0, 'the list of checks', ['checks']],
    [0, 'a house file to start from', ['init']],
    [0, 'help', ['--help']],
    [0, 'its version', ['--version']],
  ])('ends with %i for %s', async (code, _, args) => {
    const folder = folderOf({ 'clean.txt': CLEAN, 'repeat.txt': WITH_REPEAT });
    expect((await bluePencil(folder, args)).code).toBe(code);
  });

  it('stands in node_modules/.bin', async () => {
    const { code, out } = await finish(join(root, 'node_modules/.bin/blue-pencil'), ['--version'], {
      cwd: root,
    });
    expect([code, out.trim()]).toEqual([
      0,
      JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')).version,
    ]);
  });

  it('finds, mends and finds nothing more', async () => {
    const folder = folderOf({ 'a.txt': WITH_REPEAT });
    expect((await bluePencil(folder, ['check', '--fix', ...REPEATED])).code).toBe(0);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(CLEAN);
    const stdin = await bluePencil(folder, ['check', '--stdin', '--fix', ...REPEATED], {}, WITH_REPEAT);
    expect(stdin).toMatchObject({ code: 0, out: CLEAN });
  });

  it('without its models says so, ends with 2, and runs the other checks all the same', async () => {
    const folder = folderOf({ 'a.txt': `${WITH_REPEAT}\n${GARBLED}` });
    const alone = join(folder, 'cli.cjs');
    cpSync(bundle, alone);
    const { code, out, err } = await finish(process.execPath, [alone, 'check', 'a.txt'], { cwd: folder });
    expect(code).toBe(2);
    expect(out).toContain('repeated/word');
    expect(err).toMatch(/“garbled” failed on a\.txt: .*could not be read from lexicon\.bin/u);
  });

  it('writes all of a long report to a pipe', async () => {
    const folder = folderOf({ 'a.txt': `${WITH_REPEAT}\n`.repeat(3000) });
    const { out } = await bluePencil(folder, ['check', '--format', 'json', '--check', 'repeated']);
    expect(JSON.parse(out).files[0].findings).toHaveLength(3000);
  });

  it('ends quietly when whoever reads it stops', async () => {
    const folder = folderOf({ 'a.txt': `${WITH_REPEAT}\n`.repeat(3000) });
    const { out, err } = await finish(
      'sh',
      ['-c', `"$0" "$1" check --format json --check repeated | head -n 1`, process.execPath, bundle],
      {
        cwd: folder,
      },
    );
    expect({ out, err }).toEqual({ out: '{\n', err: '' });
  });

  it('says the same with several threads as with one', async () => {
    const folder = folderOf({
      ...Object.fromEntries(
        Array.from({ length: 25 }, (_, i) => [`${i}.txt`, `${WITH_REPEAT}\nDraft ${i}.\n`]),
      ),
      'in/.blue-pencil.json': '{"checks": {"repeated": false, "garbled": false}}',
      'in/quiet.txt': WITH_REPEAT,
      'bad.txt': 'a\0',
    });
    const one = await bluePencil(folder, ['check', '--format', 'json']);
    const three = await bluePencil(folder, ['check', '--format', 'json', '--jobs', '3']);
    expect(three).toEqual(one);
    expect(JSON.parse(one.out).summary).toMatchObject({ files: 27, findings: 25 });
    await bluePencil(folder, ['check', '--fix', '--jobs', '3', ...REPEATED]);
    expect(readFileSync(join(folder, '7.txt'), 'utf8')).toBe(`${CLEAN}\nDraft 7.\n`);
  });

  it('honours the ledger in every thread, and names its damaged lines once', async () => {
    const sentence = WITH_REPEAT.trim();
    const entry = {
      id: 'a',
      fingerprint: fingerprintOf('repeated/word', [sentence]),
      code: 'repeated/word',
      excerpt: sentence,
      reason: 'ignored',
      who: 'Ann Lee',
      when: '2026-11-25T08:00:00.000Z',
      path: '0.txt',
    } as const;
    const drafts = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, WITH_REPEAT]));
    const folder = folderOf({ ...drafts, '.blue-pencil/checked.jsonl': `${printEntry(entry)}torn\n` });
    const { code, out, err } = await bluePencil(folder, ['check', '--jobs', '3', ...REPEATED]);
    expect(out).toContain('9 findings left out as checked or ignored');
    expect(err.match(/checked\.jsonl:2: /gu)).toHaveLength(1);
    expect(code).toBe(0);
    expect((await bluePencil(folder, ['check', '--no-ledger', '--jobs', '3', ...REPEATED])).code).toBe(1);
  });

  it.skipIf(process.platform === 'win32')(
    'says what it may not read or write, and checks everything else',
    async () => {
      const folder = folderOf({
        'closed/a.txt': WITH_REPEAT,
        'unreadable.txt': WITH_REPEAT,
        'protected.txt': WITH_REPEAT,
        'b.txt': WITH_REPEAT,
      });
      chmodSync(folder, 0o777);
      chmodSync(join(folder, 'b.txt'), 0o666);
      chmodSync(join(folder, 'protected.txt'), 0o444);
      chmodSync(join(folder, 'unreadable.txt'), 0);
      chmodSync(join(folder, 'closed'), 0);
      // root may read anything: somebody else has to try
      const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const { code, err, out } = await bluePencil(folder, ['check', '--fix', ...REPEATED], nobody);
      chmodSync(join(folder, 'closed'), 0o755);
      expect(err.split('\n')).toEqual([
        'The folder closed may not be read: you have no permission for it.',
        'protected.txt could not be fixed: you have no permission to write it. It stands as it was.',
        'unreadable.txt may not be read: you have no permission for it.',
        '',
      ]);
      expect(code).toBe(2);
      expect(out).toContain('protected.txt:1:16  warning');
      expect(out).toContain(
        'Fixed 1 place in 1 draft. 1 draft could not be fixed. 1 finding in 1 of 2 drafts: 1 to fix. 2 files not checked.',
      );
      expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe(CLEAN);
      expect(readFileSync(join(folder, 'protected.txt'), 'utf8')).toBe(WITH_REPEAT);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'stops at Ctrl-C, whatever is under way, prints what was found, and ends with 130',
    async () => {
      const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
      const places = ['bridge', 'road', 'ferry', 'school', 'market', 'mill', 'tunnel', 'library'];
      const long = Array.from(
        { length: 10_000 },
        (_, i) =>
          `The mayor said the ${places[i % 8]} near the ${places[(i * 5 + 2) % 8]} would open on ${days[i % 5]} after ${i} weeks.${i % 5 === 4 ? '\n\n' : ' '}`,
      );
      // a minute of reading for the model, which reads no sentence twice; on one thread z.txt comes after it
      const folder = folderOf({ 'a.txt': WITH_REPEAT, 'long.txt': long.join(''), 'z.txt': WITH_REPEAT });
      const child = spawn(process.execPath, [bundle, 'check', '--format', 'ndjson', '--fix', '--jobs', '1'], {
        cwd: folder,
      });
      let out = '';
      let stoppedAt = 0;
      child.stdout.on('data', (part) => {
        out += part;
        if (stoppedAt > 0) return;
        stoppedAt = performance.now();
        child.kill('SIGINT');
      });
      const code = await new Promise((resolve) => child.on('close', resolve));
      const took = performance.now() - stoppedAt;
      expect(code).toBe(130);
      expect(
        out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line).path),
      ).toEqual(['a.txt']);
      // half a second on a machine with ten times the work it can do, a tenth where nothing else runs
      expect(took).toBeLessThan(1000);
      expect(readFileSync(join(folder, 'z.txt'), 'utf8')).toBe(WITH_REPEAT);
    },
  );

  it('explains a kind of finding from the pages beside it', async () => {
    const { code, out } = await bluePencil(root, ['explain', 'repeated/word']);
    expect(code).toBe(0);
    expect(out).toContain(readFileSync(join(root, 'docs/checks/repeated.md'), 'utf8'));
  });

  it('answers drafts on standard input, a line each', async () => {
    const stdin = [WITH_REPEAT, CLEAN].map((text, id) => JSON.stringify({ id, text })).join('\n');
    const { code, out } = await bluePencil(
      folderOf({}),
      ['check', '--stdin', '--input', 'ndjson', '--jobs', '2', ...REPEATED],
      {},
      stdin,
    );
    const answers = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, findings }) => [id, findings.length])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(code).toBe(1);
  });

  it('says who says what, in the keys of the contract and no others', async () => {
    const said = 'The bridge would open on Monday, Ann Lee said.';
    const folder = folderOf({
      'a.txt': `${said}\n\n“We have waited long enough for it,” she said.\n\nWho pays?\n`,
    });
    const { code, out, err } = await bluePencil(folder, ['sources', '--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual(['schemaVersion', 'files']);
    expect(report.schemaVersion).toBe(1);
    const [file] = report.files;
    expect(Object.keys(file)).toEqual(['path', 'sentences', 'quotes']);
    expect(file.path).toBe('a.txt');
    const [first] = file.sentences;
    expect(first).toEqual({
      span: [0, said.length],
      paragraph: 0,
      status: 'attributed',
      source: { text: 'Ann Lee', span: [33, 40], kind: 'named' },
      cue: { text: 'said', span: [41, 45] },
    });
    for (const sentence of file.sentences) expect(Object.keys(sentence)).toEqual(Object.keys(first));
    expect(file.sentences.at(-1)).toMatchObject({ status: 'exempt', source: null, cue: null });
    const threads = await bluePencil(folder, ['sources', '--format', 'json', '--jobs', '2']);
    expect(threads.out).toBe(out);
    expect(file.quotes).toEqual([{ span: [48, 84], kind: 'full', speaker: { text: 'she', span: [85, 88] } }]);
  });

  const seed = join(root, '../shared/seed-article.txt');
  it.skipIf(!existsSync(seed))(
    'says who says what in the seed article',
    async () => {
      const { code, out } = await bluePencil(root, ['sources', seed, '--format', 'json']);
      expect(code).toBe(0);
      const text = readFileSync(seed, 'utf8');
      const [file] = JSON.parse(out).files as { sentences: { span: [number, number]; status: string }[] }[];
      const status = (words: string) =>
        file?.sentences.find(({ span }) => text.slice(...span).includes(words))?.status;
      expect(status('informed US state secretary')).toBe('attributed');
      expect(status('We are not opposed to further meetings')).toBe('attributed');
      expect(status('at least four more days')).toBe('quoted');
      expect(status('tens of thousands of lives')).toBe('unattributed');
      expect(status('a fifth of Ukraine’s territory')).toBe('unattributed');
      const sheet = (await bluePencil(root, ['sources', seed, '--format', 'markdown'])).out;
      const threads = await bluePencil(root, ['sources', seed, '--format', 'markdown', '--jobs', '2']);
      expect(threads.out).toBe(sheet);
      for (const asked of [
        'tens of thousands of lives',
        'reportedly seized',
        'a fifth of Ukraine’s territory',
      ])
        expect(sheet.match(new RegExp(`Ask: .*${asked}`, 'gu')), asked).toHaveLength(1);
      // it reads the article three times
    },
    60_000,
  );

  it('runs without node_modules: it needs its models and nothing else', async () => {
    const folder = folderOf({ 'a.txt': GARBLED });
    cpSync(bundle, join(folder, 'dist/alone.cjs'));
    cpSync(join(root, 'server/models'), join(folder, 'models'), { recursive: true });
    const { code, out } = await finish(process.execPath, ['dist/alone.cjs', 'check', '*.txt'], {
      cwd: folder,
    });
    expect(code).toBe(1);
    expect(out).toContain('garbled/phrase');
  });
});

describe('the package', () => {
  it('installs in an empty folder with nothing else, and both its commands run', async () => {
    const folder = folderOf({ 'a.txt': `${WITH_REPEAT}\n${GARBLED}` });
    const npm = (...args: readonly string[]) =>
      finish('npm', args, { cwd: folder, shell: process.platform === 'win32' });
    const { status } = spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { cwd: root });
    expect(status).toBe(0);
    const packed = await npm('pack', join(root, 'server'), '--silent');
    const installed = await npm('install', '--offline', '--no-audit', '--no-fund', packed.out.trim());
    expect(installed.code, installed.err).toBe(0);
    const bin = (name: string) => join(folder, 'node_modules/.bin', name);
    const checked = await finish(bin('blue-pencil'), ['check', 'a.txt'], { cwd: folder });
    expect(checked).toMatchObject({ code: 1, err: '' });
    expect(checked.out).toContain('garbled/phrase');
    expect((await finish(bin('blue-pencil'), ['explain', 'garbled'], { cwd: folder })).code).toBe(0);
    const server = spawn(bin('blue-pencil-language-server'), ['--stdio'], { cwd: folder });
    const params = { processId: null, rootUri: null, capabilities: {} };
    const hello = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    server.stdin.write(`Content-Length: ${hello.length}\r\n\r\n${hello}`);
    let reply = '';
    for await (const part of server.stdout) {
      reply += part;
      if (reply.includes('"capabilities"')) break;
    }
    server.kill();
    expect(reply).toContain('"capabilities"');
  }, 120_000);
});

describe('npm start', () => {
  const start = (args: readonly string[], from = root) =>
    finish(process.execPath, [join(root, 'scripts/start.mjs'), ...args], {
      cwd: root,
      env: { ...process.env, npm_lifecycle_event: 'start', INIT_CWD: from },
    });

  it('checks the examples, finds what is wrong with them, and ends with 0', async () => {
    const { code, out } = await start(['--format', 'json']);
    expect(code).toBe(0);
    const files: { path: string; findings: { code: string }[] }[] = JSON.parse(out).files;
    expect(files.map(({ path }) => path)).toEqual([
      'examples/bridge-closure.draft',
      'examples/ferry-talks.txt',
      'examples/library-hours.md',
      'examples/orchard-prize.md',
    ]);
    const codes = files.map(({ findings }) => new Set(findings.map(({ code: one }) => one)));
    expect(codes[0]).toContain('repeated/word');
    expect(codes[1]).toContain('duplicate/block');
    expect(codes[2]).toContain('duplicate/near');
    expect([...(codes[3] ?? [])], 'the clean example').toEqual([]);
  });

  it('checks what is named, from the folder the user is in, and ends as the command does', async () => {
    const folder = folderOf({ 'a.txt': WITH_REPEAT, 'b.txt': CLEAN });
    expect(await start(['a.txt', ...REPEATED], folder)).toMatchObject({ code: 1 });
    expect((await start(['b.txt', '--format', 'json', ...REPEATED], folder)).code).toBe(0);
    expect((await start(['gone.txt'], folder)).code).toBe(2);
  });

  it('builds only if a source is newer than the bundle', async () => {
    const built = () => statSync(bundle).mtimeMs;
    await start(REPEATED);
    const before = built();
    expect((await start(REPEATED)).err).not.toContain('Building');
    expect(built()).toBe(before);
    const past = new Date(0);
    utimesSync(bundle, past, past);
    expect((await start(REPEATED)).err).toContain('Building');
    expect(built()).toBeGreaterThan(0);
    // it bundles twice
  }, 60_000);
});

describe('the hook and the action', () => {
  const read = (name: string) => readFileSync(join(root, name), 'utf8');

  it.skipIf(process.platform === 'win32')(
    'the hook checks the drafts it is given, where git runs it',
    async () => {
      const hook = read('.pre-commit-hooks.yaml');
      const [, entry = ''] = /^ {2}entry: (.*)$/mu.exec(hook) ?? [];
      const folder = folderOf({ 'a.txt': WITH_REPEAT, 'b.txt': CLEAN });
      expect((await finish(join(root, entry), ['a.txt', 'b.txt', ...REPEATED], { cwd: folder })).code).toBe(
        1,
      );
      expect((await finish(join(root, entry), ['b.txt', ...REPEATED], { cwd: folder })).code).toBe(0);
    },
  );

  const action = read('action.yml');
  const [, script = ''] = /^ {6}run: \|\n([\s\S]*)$/mu.exec(action) ?? [];
  const act = (folder: string, inputs: Readonly<Record<string, string>>) =>
    finish('bash', ['-e', '-c', script], {
      cwd: folder,
      env: { ...process.env, GITHUB_ACTION_PATH: root, PATHS: '.', ARGS: '', SARIF: '', ...inputs },
    });

  it.skipIf(process.platform === 'win32')(
    'the action notes what it finds on the lines, and fails',
    async () => {
      const { code, out } = await act(folderOf({ 'a.txt': WITH_REPEAT }), { ARGS: '--check repeated' });
      expect(out).toMatch(/^::warning file=a\.txt,line=1,/u);
      expect(code).toBe(1);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'the action writes SARIF, and takes no input for a command',
    async () => {
      const folder = folderOf({ 'a.txt': WITH_REPEAT });
      const ended = await act(folder, {
        SARIF: 'out put.sarif',
        ARGS: '--fail-on never --check repeated',
        PATHS: 'a.txt $(touch$IFS./x)',
      });
      expect(ended.code).toBe(2);
      expect(existsSync(join(folder, 'x'))).toBe(false);
      expect(JSON.parse(readFileSync(join(folder, 'out put.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    },
  );

  it('the action takes all the inputs it names, as variables', () => {
    const named = [...(/^inputs:\n([\s\S]*?)^runs:/mu.exec(action)?.[1] ?? '').matchAll(/^ {2}(\w+):/gmu)];
    for (const [, input = ''] of named)
      expect(action).toContain(`${input.toUpperCase()}: \${{ inputs.${input} }}`);
    expect(script).not.toContain('${{');
    expect(named.length).toBe(3);
  });
});

describe('installing', () => {
  const lock = (version: string) =>
    JSON.stringify({ packages: { '': {}, 'node_modules/x': { version, integrity: 'sha512-x' } } });
  // stands in for npm, which would need a network
  const fakeNpm = `import { mkdirSync, appendFileSync } from 'node:fs';
    mkdirSync('node_modules', { recursive: true });
    appendFileSync('npm.log', process.argv[2] + '\\n');`;
  const project = (files: Record<string, string>) => {
    const folder = folderOf({
      'npm.log': '',
      'package-lock.json': lock('1.0.0'),
      'npm-cli.js': fakeNpm,
      'package.json': '{"type": "module"}',
      'try.mjs': "import { installIfMissing } from './scripts/install.mjs'; console.log(installIfMissing());",
      ...files,
    });
    cpSync(join(root, 'scripts/install.mjs'), join(folder, 'scripts/install.mjs'));
    const install = async () => {
      const env = { ...process.env, npm_execpath: join(folder, 'npm-cli.js') };
      const { out } = await finish(process.execPath, ['try.mjs'], { cwd: folder, env });
      return `${out.trim()} ${readFileSync(join(folder, 'npm.log'), 'utf8').trim().split('\n').filter(Boolean).join()}`;
    };
    return { folder, install };
  };

  it('happens once for a lock file', async () => {
    const { folder, install } = project({});
    expect(await install()).toBe('true ci');
    expect(await install()).toBe('false ci');
    writeFileSync(join(folder, 'package-lock.json'), lock('2.0.0'));
    expect(await install()).toBe('true ci,ci');
  });

  it('does not happen where somebody has run npm ci already', async () => {
    expect(await project({ 'node_modules/.package-lock.json': lock('1.0.0') }).install()).toBe('false ');
    expect(await project({ 'node_modules/.package-lock.json': lock('0.9.0') }).install()).toBe('true ci');
  });
});
