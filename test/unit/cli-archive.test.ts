import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { run } from '../../server/src/cli/run.ts';
import { ISLAND, OWN, RELEASE, SHUT, STORY, THANKS } from '../bridge.ts';
import { folderOf } from './folder.ts';

async function cli(folder: string, line: string, stdin = '') {
  let [out, err] = ['', ''];
  const code = await run(line.split(' '), CHECKS, {
    cwd: folder,
    env: {},
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    workerScript: undefined,
    build: async () => 'test',
    showsLinks: false,
    columns: 80,
    stopped: new AbortController().signal,
  });
  return { code, out, err };
}

interface Place {
  readonly path: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** What a check says, a line a finding, each with its further places below it. */
async function told(folder: string, line: string): Promise<{ code: number; lines: string[]; err: string }> {
  const { code, out, err } = await cli(folder, `check ${line} --check duplicate --format json`);
  const at = ({ path, range: { start } }: Place) => `${path}:${start.line + 1}:${start.character + 1}`;
  const { files } = JSON.parse(out) as {
    files: { path: string; findings: (Place & { severity: string; code: string; related: Place[] })[] }[];
  };
  const lines = files.flatMap(({ path, findings }) =>
    findings.flatMap((one) => [
      `${at({ ...one, path })}  ${one.severity}  ${one.message}  ${one.code}`,
      ...one.related.map((other) => `    ${at(other)}  ${other.message}`),
    ]),
  );
  return { code, lines, err };
}

const PRINTED = `---\ntitle: Island\ndate: 2024-03-12\n---\n\n# Island counts its people\n\n${ISLAND}\n\nThe school closed in 2019, when the last two pupils moved to the mainland.\n`;

/** A desk with a release, a printed story and today's, the first two in its archive. */
async function desk(house?: string): Promise<string> {
  const folder = folderOf({
    'releases/county.txt': RELEASE,
    'printed/island.md': PRINTED,
    'today/bridge.txt': STORY,
    ...(house !== undefined && { 'today/.blue-pencil.json': house }),
  });
  await cli(folder, 'archive add arch releases --kind release --quiet');
  await cli(folder, 'archive add arch printed --quiet');
  return folder;
}

const RELEASE_TOLD =
  'today/bridge.txt:5:1  warning  2 paragraphs (55 % of the draft) stand in the release ‘County acts on the bridge to Oru’. Say so, or report it yourself.  duplicate/press-release';

describe('blue-pencil check --archive', () => {
  it('tells what ran before, when and what differs, and how much is from a release', async () => {
    const { code, lines } = await told(await desk(), 'today --archive arch');
    expect(lines).toEqual([
      RELEASE_TOLD,
      '    today/bridge.txt:9:1  From the same release',
      '    releases/county.txt:5:1  The same passage in releases/county.txt',
      'today/bridge.txt:7:1  warning  This passage ran on 12 March 2024 in ‘Island counts its people’ (24 of 25 words; it says “410”, the archive says “400”). If it is background, see that it still holds; if not, write it anew.  duplicate/archive',
      '    printed/island.md:8:1  The same passage in printed/island.md',
    ]);
    expect(code).toBe(1);
  });

  it('goes by the fingerprints where a file is gone or says something else now', async () => {
    const folder = await desk();
    rmSync(join(folder, 'printed/island.md'));
    writeFileSync(join(folder, 'releases/county.txt'), 'Nothing of that.\n');
    const { lines } = await told(folder, 'today --archive arch');
    expect(lines).toEqual([
      'today/bridge.txt:7:11  warning  This passage ran on 12 March 2024 in ‘Island counts its people’ (about 23 of 23 words). If it is background, see that it still holds; if not, write it anew.  duplicate/archive',
      'today/bridge.txt:9:1  warning  2 paragraphs (about 50 % of the draft) stand in the release ‘County acts on the bridge to Oru’. Say so, or report it yourself.  duplicate/press-release',
      '    today/bridge.txt:5:12  From the same release',
    ]);
  });

  it('asks the archives that the house file names', async () => {
    const folder = await desk('{ "archive": ["../arch"] }');
    expect((await told(folder, 'today')).lines).toContain(RELEASE_TOLD);
  });

  it('says whose copy the draft is, by words, and draws a bar of it on a page', async () => {
    const folder = await desk();
    const { out } = await cli(folder, 'check today --archive arch --check duplicate --format html');
    expect(out).toContain(
      '<p class="where key">From the archive: <span class="release"></span> 55 % release, <span class="ours"></span> 24 % ours</p>',
    );
    const bar = /<div class="origin".*?<\/div>/u.exec(out)?.[0] ?? '';
    expect(
      [...bar.matchAll(/class="(\w+)" style="left:(\d+)/gu)].map(([, kind, left]) => [kind, Number(left)]),
    ).toEqual([
      ['ours', expect.any(Number)],
      ['release', expect.any(Number)],
      ['release', expect.any(Number)],
    ]);
    const { out: json } = await cli(folder, 'check today --archive arch --check duplicate --format json');
    expect(json).toContain('"kind": "release"');
    expect((await cli(folder, 'check today --check duplicate --format html')).out).not.toContain(
      'From the archive',
    );
  });

  it('is no finding for the story that is in the archive itself', async () => {
    expect((await told(await desk(), 'printed --archive arch')).lines).toEqual([]);
  });

  it('says that an archive is not there or damaged, and checks all else', async () => {
    const folder = await desk();
    expect(await told(folder, 'today --archive nowhere')).toEqual({
      code: 2,
      lines: [],
      err: 'There are no stories in the archive nowhere. “blue-pencil archive add” puts some in.\n',
    });
    writeFileSync(join(folder, 'arch/000001.seg'), 'nothing');
    const half = await told(folder, 'today --archive arch');
    expect(half.code).toBe(2);
    expect(half.err).toBe(
      'A part of the archive arch with 1 story cannot be used: it is cut off. Run “blue-pencil archive add” on the same files again, which puts them back.\n',
    );
    expect(half.lines.join()).toContain('ran on 12 March 2024');
  });

  it('tells of background that ran many times as a hint, with how often and when last', async () => {
    const lines = Array.from({ length: 8 }, (_, i) => {
      const own = `Story ${i} has a paragraph of its own with the number ${i} in it, as every story has one.`;
      return JSON.stringify({ id: i, date: `2024-05-0${i + 1}`, text: `Story ${i}\n\n${own}\n\n${ISLAND}` });
    });
    const folder = folderOf({ 'old.ndjson': lines.join('\n'), 'today.txt': STORY.replace('410', '400') });
    await cli(folder, 'archive add arch old.ndjson --quiet');
    expect((await told(folder, 'today.txt --archive arch')).lines).toEqual([
      'today.txt:7:1  hint  This paragraph, or most of it, has run 8 times, last on 8 May 2024. If it is standing background, leave it.  duplicate/archive',
    ]);
  });
});

describe('blue-pencil archive', () => {
  it('adds, lists, takes out, puts together, and says what is in it', async () => {
    const folder = await desk();
    expect(await cli(folder, 'archive info arch')).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^The archive has 2 stories with \d+ fingerprints in 2 parts, 1 KB\.\nrelease: 1, ours: 1; from 2024-03-12 to 2024-03-12\.\n$/,
      ),
    });
    const { out } = await cli(folder, 'archive list arch');
    const ids = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toEqual([join(folder, 'releases/county.txt'), join(folder, 'printed/island.md')]);
    expect((await cli(folder, 'archive remove arch releases/county.txt nothing')).err).toContain(
      'There is no story nothing in the archive. “blue-pencil archive list” prints them.\n',
    );
    await cli(folder, 'archive compact arch --quiet');
    expect((await cli(folder, 'archive verify arch')).out).toMatch(
      /1 story .* in 1 part.*\nAll of it is as it was written\.\n$/,
    );
  });

  it('changes nothing when the same is added again, and takes a changed story in place of the old one', async () => {
    const folder = await desk();
    const before = readFileSync(join(folder, 'arch/archive.json'), 'utf8');
    expect((await cli(folder, 'archive add arch printed releases')).err).toContain(
      '0 stories were added, 2 known already.',
    );
    expect(readFileSync(join(folder, 'arch/archive.json'), 'utf8')).toBe(before);
    writeFileSync(join(folder, 'printed/island.md'), PRINTED.replace(ISLAND, OWN));
    expect((await cli(folder, 'archive add arch printed')).err).toContain(
      '1 story was added, 0 known already.',
    );
    expect((await cli(folder, 'archive info arch')).out).toContain('2 stories');
  });

  it('takes exports of WordPress and files of a story a line where they lie in a folder', async () => {
    const post = `<item><title>Island counts its people</title><content:encoded><![CDATA[<p>${ISLAND}</p>]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type><wp:post_date>2024-03-12 10:00:00</wp:post_date></item>`;
    const folder = folderOf({
      'old/blog.xml': `<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${post}</channel></rss>\n`,
      'old/wire/day.ndjson': `${JSON.stringify({ id: 4, headline: 'County acts', body: `${THANKS}\n\n${SHUT}`, date: '2024-03-11' })}\n`,
      'old/settings.json': '{ "theme": "dark" }',
      'today.txt': STORY,
    });
    expect((await cli(folder, 'archive add arch old')).err).toContain(
      '2 stories were added, 0 known already.\n',
    );
    const { out } = await cli(folder, 'archive list arch');
    expect(out).toContain(
      `"id":"${join(folder, 'old/blog.xml')}#7","title":"Island counts its people","date":"2024-03-12"`,
    );
    expect((await told(folder, 'today.txt --archive arch')).lines.map((line) => line.slice(0, 90))).toEqual([
      expect.stringContaining('ran on 11 March 2024 in ‘County acts’'),
      expect.stringContaining('ran on 12 March 2024 in ‘Island counts its people’'),
      expect.stringContaining('ran on 11 March 2024 in ‘County acts’'),
    ]);
  });

  it('names what it could not read, and ends with 2', async () => {
    const folder = folderOf({ 'a.ndjson': '{"id":1}\n{"id":2,"text":"Well then."}\nno JSON\n' });
    const { code, err } = await cli(folder, 'archive add arch a.ndjson');
    expect(err.split('\n').slice(0, 3)).toEqual([
      'a.ndjson, line 1 has no “text”, which must be a string.',
      'a.ndjson, line 3 is no JSON object in UTF-8.',
      '1 story was added, 0 known already, 2 not read.',
    ]);
    expect(code).toBe(2);
  });

  it('says what it takes', async () => {
    const folder = folderOf({});
    expect((await cli(folder, 'archive ad arch x')).err).toContain(
      '“archive” takes add, info, list, remove, compact, verify or import',
    );
    expect((await cli(folder, 'archive add arch')).err).toContain('blue-pencil archive add arch PATH…');
    expect((await cli(folder, 'archive info nothing')).err).toContain('There are no stories in nothing.');
  });
});

describe('blue-pencil fingerprint', () => {
  const line = JSON.stringify({ id: 'release', kind: 'release', text: RELEASE });

  it('prints what an archive keeps, and an archive of that finds the same', async () => {
    const folder = await desk();
    const { out, code } = await cli(folder, 'fingerprint --input ndjson', line);
    expect(code).toBe(0);
    writeFileSync(join(folder, 'prints.ndjson'), out);
    await cli(folder, 'archive import other prints.ndjson --quiet');
    renameSync(join(folder, 'releases'), join(folder, 'moved'));
    const [ours, theirs] = [
      await told(folder, 'today --archive arch'),
      await told(folder, 'today --archive other'),
    ];
    expect(theirs.lines).toEqual(ours.lines.filter((one) => !/island|Island/.test(one)));
    expect(theirs.lines.length).toBe(2);
  });

  it('prints rows for a table', async () => {
    const [{ out }, { out: asStories }] = [
      await cli(folderOf({}), 'fingerprint --input ndjson --format rows', line),
      await cli(folderOf({}), 'fingerprint --input ndjson', line),
    ];
    const { prints, ...record } = JSON.parse(asStories);
    const [first = '', ...rows] = out.trimEnd().split('\n');
    expect(first).toBe(`story\t"release"\t${JSON.stringify(record)}`);
    const numbers = rows.map((row) => BigInt(row.split('\t')[0] ?? ''));
    expect(numbers.map((one) => (one + 2n ** 63n).toString(16).padStart(16, '0'))).toEqual(
      prints.map(([print]: [string]) => print),
    );
  });
});

/** Of twelve stories, as Spark and DuckDB wrote them. */
const TABLES = fileURLToPath(new URL('tables', import.meta.url));

describe('blue-pencil archive import of tables', () => {
  const { text, title } = JSON.parse(
    readFileSync(join(TABLES, 'stories.ndjson'), 'utf8').split('\n')[6] ?? '',
  );
  const [, ...copied] = (text as string).split('\n\n');
  const desk = (): string => folderOf({ 'today.txt': `A headline of its own\n\n${copied.join('\n\n')}\n` });

  it.each(['spark', 'duckdb'])(
    'takes what %s put in order, and passes over what is known',
    async (engine) => {
      const folder = desk();
      const { code, err } = await cli(folder, `archive import arch ${join(TABLES, engine)}`);
      expect([code, err]).toEqual([0, expect.stringContaining('The archive has 12 stories')]);
      const { lines } = await told(folder, 'today.txt --archive arch');
      expect(lines.join()).toContain(`in ‘${title}’`);
      const again = await cli(folder, `archive import arch ${join(TABLES, engine)}`);
      expect([again.code, again.err]).toEqual([0, err]);
      expect((await cli(folder, 'archive verify arch')).code).toBe(0);

      const stories = readFileSync(join(TABLES, 'stories.ndjson'), 'utf8');
      writeFileSync(join(folder, 'lines'), (await cli(folder, 'fingerprint --input ndjson', stories)).out);
      await cli(folder, 'archive import byself lines');
      expect((await told(folder, 'today.txt --archive byself')).lines).toEqual(lines);
      expect((await cli(folder, 'archive list arch')).out).toBe(
        (await cli(folder, 'archive list byself')).out,
      );
    },
  );

  it('puts a story of a table in the place of the one that it was', async () => {
    const folder = desk();
    const line = JSON.stringify({
      id: 's16',
      text: `A headline\n\n${copied.join('\n\n')}`,
      title: 'An old one',
    });
    writeFileSync(join(folder, 'old'), (await cli(folder, 'fingerprint --input ndjson', line)).out);
    await cli(folder, 'archive import arch old');
    expect((await told(folder, 'today.txt --archive arch')).lines.join()).toContain('in ‘An old one’');
    await cli(folder, `archive import arch ${join(TABLES, 'duckdb')}`);
    const now = (await told(folder, 'today.txt --archive arch')).lines.join();
    expect(now).toContain(`in ‘${title}’`);
    expect(now).not.toContain('An old one');
  });

  it('says which file is no such table, and changes nothing', async () => {
    const folder = desk();
    writeFileSync(join(folder, 'half.parquet'), 'PAR1');
    const half = await cli(folder, 'archive import arch half.parquet');
    expect([half.code, half.err]).toEqual([2, expect.stringContaining('half.parquet could not be read: ')]);
    const alone = await cli(folder, `archive import arch ${join(TABLES, 'duckdb/prints.parquet')}`);
    expect([alone.code, alone.err]).toEqual([
      2,
      expect.stringContaining('There is no table with the columns story, record.'),
    ]);
    expect((await cli(folder, 'archive info arch')).err).toContain('There are no stories in arch');
  });
});
