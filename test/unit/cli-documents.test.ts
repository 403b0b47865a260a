import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIn } from './command.ts';
import { slip } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../documents/${name}`, import.meta.url));
const page = (text: string): string => `<nav>teh nav</nav>\n<p class="teh">${text}</p>\n`;

const cli = (folder: string, line: string, stdin: string | Uint8Array = '') =>
  runIn(folder, line, [slip], { stdin });

const ninjs = JSON.stringify({ headline: 'Ferry stays', body_text: 'It is teh last.' });

describe('a folder as it comes', () => {
  it('has every kind of draft checked, and says what was left out and why', async () => {
    const folder = folderOf({
      'a.docx': fixture('changes.docx'),
      '~$a.docx': 'a lock',
      'b.html': page('It is teh last.'),
      'c.json': ninjs,
      'd.rtf': '{\\rtf1 teh}',
      'package.json': '{"name": "teh"}',
      'feed.xml': '<rss>teh</rss>',
      'old.txt': Buffer.from('It is teh last caf\xe9.', 'latin1'),
    });
    const { code, out, err } = await cli(folder, 'check . --format json');
    const { files } = JSON.parse(out);
    expect(
      files.map(({ path, error, encoding, findings }: Record<string, never[]>) => [
        path,
        error,
        encoding,
        findings?.length,
      ]),
    ).toEqual([
      ['a.docx', null, undefined, 0],
      ['b.html', null, undefined, 1],
      ['c.json', null, undefined, 1],
      ['d.rtf', expect.stringContaining('is Rich Text, which is not read'), undefined, 0],
      ['old.txt', null, 'windows-1252', 1],
    ]);
    expect(err).toBe(
      'd.rtf is Rich Text, which is not read. Save it as .docx, .odt or text to have it checked.\nold.txt is written in Windows-1252, not in UTF-8.\n',
    );
    expect(code).toBe(1);
  });

  it('places a finding in a document by its paragraph', async () => {
    const folder = folderOf({ 'c.json': ninjs });
    const { out } = await cli(folder, 'check .');
    expect(out).toContain('c.json:2:7  ');
  });

  it('names a page that says it is in another language, and reads what says that it is in English', async () => {
    const folder = folderOf({
      'a.html': `<html lang="fr">${page('C’est teh fin.')}</html>`,
      'b.html': `<html lang="fr"><main lang="en-GB">${page('It is teh last.')}</main></html>`,
    });
    const { err, out } = await cli(folder, 'check .');
    expect(err).toContain('a.html:1: It says that it is in another language than English (lang="fr")');
    expect(err).not.toContain('b.html');
    expect(out).toContain('1 finding');
    expect(JSON.parse((await cli(folder, 'check a.html --format json')).out).files[0].notes).toHaveLength(1);
  });

  it('refuses by name what was asked for and is no draft', async () => {
    const folder = folderOf({ 'package.json': '{"name": "a"}', 'd.rtf': '{\\rtf1}' });
    const { code, err } = await cli(folder, 'check package.json d.rtf');
    expect(code).toBe(2);
    expect(err).toContain('package.json holds no story');
    expect(err).toContain('d.rtf is Rich Text');
  });
});

describe('--fix', () => {
  it('mends pages, and leaves documents and old encodings as they are and says so', async () => {
    const old = Buffer.from('It is teh last caf\xe9.', 'latin1');
    const folder = folderOf({ 'b.html': page('It is teh last.'), 'c.json': ninjs, 'old.txt': old });
    const { code, err } = await cli(folder, 'check . --fix');
    const now = (name: string) => readFileSync(join(folder, name));
    expect(now('b.html').toString()).toBe(page('It is the last.'));
    expect(now('c.json').toString()).toBe(ninjs);
    expect(now('old.txt').equals(old)).toBe(true);
    expect(err).toContain('Nothing is written into documents: c.json was only checked.');
    expect(err).toContain('old.txt could not be fixed, since it is written in windows-1252');
    expect(code).toBe(2);
  });

  it('puts out no document that it was given on standard input', async () => {
    const folder = folderOf({});
    const document = fixture('story.docx');
    const { code, out, err } = await cli(
      folder,
      'check --stdin --stdin-filename a.docx --fix --quiet',
      document,
    );
    expect([code, err]).toEqual([
      2,
      'a.docx cannot be fixed: it is no text. It can be checked without --fix.\n',
    ]);
    expect(out).toBe('');
    expect((await cli(folder, 'check --stdin --stdin-filename a.docx', document)).code).toBe(0);
  });
});
