import { describe, expect, it } from 'vitest';
import { entryOfLine, wxrReader } from '../../server/src/draft/entries.ts';
import { runIn } from './command.ts';
import { slip } from './fake-checks.ts';
import { folderOf } from './folder.ts';

const item = (id: number, content: string, type = 'post') =>
  `<item><title>Day ${id} &amp; night</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_type>${type}</wp:post_type><wp:postmeta><wp:meta_key>title</wp:meta_key></wp:postmeta></item>`;
const wxr = (...items: readonly string[]) =>
  `<?xml version="1.0"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Teh Gazette</title>${items.join('\n')}</channel></rss>\n`;

/** The entries of an export that comes in pieces of some length. */
function entriesIn(xml: string, piece: number, largest = 10_000) {
  const reader = wxrReader(largest);
  const entries = [];
  for (let at = 0; at < xml.length; at += piece) {
    reader.write(xml.slice(at, at + piece));
    entries.push(...reader.take());
  }
  reader.end();
  return [...entries, ...reader.take()];
}

describe('an export of WordPress', () => {
  it.each([1, 7, 100_000])('gives its posts and pages, however it comes in (%i at a time)', (piece) => {
    const xml = wxr(
      item(7, '<!-- wp:paragraph --><p>The ferry stays.</p><!-- /wp:paragraph -->'),
      item(8, '', 'attachment'),
      item(9, 'It <b>sails</b> on\nFriday.\n\nIt is &#8220;late&#8221;.', 'page'),
    );
    expect(entriesIn(xml, piece)).toEqual([
      { id: '7', text: '# Day 7 & night\nThe ferry stays.\n' },
      { id: '9', text: '# Day 9 & night\nIt sails on Friday.\nIt is “late”.\n' },
    ]);
  });

  it('is read without what WordPress puts in the place of shortcodes', () => {
    const [entry] = entriesIn(
      wxr(
        item(
          7,
          '[caption id="a" width="3"]<img src="a"> The ferry.[/caption]\n\n[gallery ids="1,2"]\n\nIt stays [sic].',
        ),
      ),
      50,
    );
    expect(entry).toMatchObject({ text: '# Day 7 & night\n\ufffc The ferry.\nIt stays [sic].\n' });
  });

  it('passes over an entry that is too large, and names it', () => {
    expect(
      entriesIn(wxr(item(7, 'The ferry stays. '.repeat(1_000)), item(8, 'It stays.')), 500),
    ).toMatchObject([
      { id: '7', problem: expect.stringContaining('too large') },
      { id: '8', text: '# Day 8 & night\nIt stays.\n' },
    ]);
  });
});

it.each([
  [
    '{"id": 3, "headline": "Ferry", "text": "It stays.\\n\\nIt waits."}',
    '3',
    '# Ferry\nIt stays.\nIt waits.\n',
  ],
  [
    '{"uri": "urn:a/b", "headline": "Ferry", "body_xhtml": "<p>It stays.</p>"}',
    'urn:a/b',
    '# Ferry\nIt stays.\n',
  ],
  ['{"title": "Ferry", "content": "<p>It stays.</p>"}', 'line 5', '# Ferry\nIt stays.\n'],
  ['{"slug": "a", "text": "# Ferry\\n", "format": "markdown"}', 'a', '# Ferry\n'],
])('reads the line %s', (line, id, text) => {
  expect(entryOfLine(line, 5)).toMatchObject({ id, text });
});

describe('a file of many drafts', () => {
  const check = (folder: string, line: string) => runIn(folder, line, [slip]);

  it('has each of them checked under its own name, and bad lines named', async () => {
    const folder = folderOf({
      'day.ndjson': [
        '{"id": "a/1", "text": "It is teh last."}',
        '{"id": 2, "text": "It is the last."}',
        'no json',
        '{"name": "no draft"}',
        '{"text": "It is teh end."}\r',
        '',
      ].join('\n'),
      'blog.xml': wxr(item(7, '<p>It is teh last.</p>')),
      'feed.xml': '<rss><channel><item><title>Teh</title></item></channel></rss>',
    });
    const { code, out, err } = await check(folder, 'check . --format ndjson');
    const told = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told.map(({ path, error, findings }) => [path, error, findings.length])).toEqual([
      ['blog.xml#7', null, 1],
      ['day.ndjson#a%2F1', null, 1],
      ['day.ndjson#2', null, 0],
      ['day.ndjson#line 3', 'day.ndjson#line 3 is no JSON. Nothing in it was checked.', 0],
      ['day.ndjson#line 5', null, 1],
    ]);
    expect(err).toBe('day.ndjson#line 3 is no JSON. Nothing in it was checked.\n');
    expect(code).toBe(2);
  });

  it('is never written', async () => {
    const folder = folderOf({ 'day.jsonl': '{"id": 1, "text": "It is teh last.", "format": "plain"}\n' });
    const { err } = await check(folder, 'check --fix');
    expect(err).toContain('Nothing is written into documents: day.jsonl#1 was only checked.');
  });
});
