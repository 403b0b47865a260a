import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { canWrite, decodeDraft } from '../../server/src/draft/decode.ts';
import { entryOfLine } from '../../server/src/draft/entries.ts';
import { asMarkdown, toldIn, writeExtracted } from '../../server/src/draft/extracted.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { excerpt } from '../../server/src/reports/excerpt.ts';
import { draftIn } from '../../server/src/workspace/draft-file.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../documents/${name}`, import.meta.url));

/** The draft in a file: of a document a paragraph a line. */
function textOf(name: string, bytes: Uint8Array | string = fixture(name)): string {
  const { file, problem } = draftIn(typeof bytes === 'string' ? strToU8(bytes) : bytes, name, name);
  if (file === undefined) throw new Error(problem.message);
  return file.text;
}

/** Why nothing is read of a file. */
const problemOf = (name: string, bytes: Uint8Array | string): string | undefined =>
  draftIn(typeof bytes === 'string' ? strToU8(bytes) : bytes, name, name).problem?.message;

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

describe('a Word document', () => {
  it('reads with its tracked changes accepted, without comments, its notes at the end', () => {
    expect(textOf('changes.docx')).toBe(
      lines(
        '# Ferry stays in port',
        'The ferry will stay in port until Friday, its owner said.',
        'The board meets on Thursday.',
        'Minutes of the harbour board.',
      ),
    );
  });

  it('has headings, tables, captions and quotations told apart, without header, footer and hidden text', () => {
    expect(textOf('parts.docx')).toBe(
      lines(
        '# Tides at Ellmouth',
        'High water is late today, the board said.',
        '| Monday',
        '| 14:05',
        '! The quay at Ellmouth.',
        '> Intense words.',
      ),
    );
  });

  const wordOf = (body: string): Uint8Array =>
    zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

  it('joins paragraphs whose break was deleted, and takes what was moved once', () => {
    expect(
      textOf(
        'a.docx',
        wordOf(
          `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('The ferry ')}</w:p><w:p>${run('stays.')}</w:p>` +
            `<w:p><w:moveFrom>${run('It sails later.')}</w:moveFrom>${run('The crew waits.')}</w:p>` +
            `<w:p><w:pPr><w:pStyle w:val="a"/><w:pPrChange><w:pPr><w:numPr/></w:pPr></w:pPrChange></w:pPr><w:moveTo>${run('It sails later.')}</w:moveTo></w:p>`,
        ),
      ),
    ).toBe(lines('The ferry stays.', 'The crew waits.', 'It sails later.'));
  });

  it('is told by its shape where nobody has marked a heading', () => {
    const text = textOf(
      'a.docx',
      wordOf(
        [
          'Ferry stays in port',
          'By Mara Quill',
          'The ferry stays in port, its owner said.',
          'It sails on Friday.',
        ]
          .map((words) => `<w:p>${run(words)}</w:p>`)
          .join(''),
      ),
    );
    expect(readDraft(text, 'extracted').paragraphs.map(({ prose }) => prose.kind)).toEqual([
      'headline',
      'byline',
      'body',
      'body',
    ]);
  });

  it('is named with the reason where it cannot be read', () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const locked = new Uint8Array([...ole, ...Buffer.from('..EncryptedPackage', 'utf16le')]);
    expect(problemOf('a.docx', locked)).toContain('a.docx is protected by a password');
    expect(problemOf('a.docx', ole)).toContain('a.docx is a document of an older Word');
    expect(problemOf('a.docx', fixture('story.docx').subarray(0, 9_000))).toContain('a.docx is broken');
    expect(problemOf('a.docx', 'The ferry stays.')).toContain('a.docx is broken');
    expect(problemOf('a.docx', zipSync({ 'a.txt': strToU8('a') }))).toContain('holds no Word document');
    const cut = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body><w:p>${run('The fe')}`) });
    expect(problemOf('a.docx', cut)).toContain('a.docx is broken');
  });

  it('is not unpacked where it would fill the memory, whatever it says of its size', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(problemOf('a.docx', bomb)).toContain('unpacks to more than 64 MB');
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at + 4 < bomb.length; at += 1) {
      const mark = view.getUint32(at, true);
      if (mark === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (mark === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(problemOf('a.docx', bomb)).toContain('a.docx is broken');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});

describe('a document of LibreOffice', () => {
  it('has headings, tables and notes told apart, without comments', () => {
    expect(textOf('parts.odt')).toBe(
      lines(
        '# Tides at Ellmouth',
        'High water is late today, the board said.',
        '| Monday',
        '| 14:05',
        'Times are those of the harbour board.',
      ),
    );
  });

  it('reads without what was deleted', () => {
    const content = `<office:document-content><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>Not this.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>The ferry<text:change/> <text:s text:c="2"/>stays.</text:p></office:text></office:body></office:document-content>`;
    expect(textOf('a.odt', zipSync({ 'content.xml': strToU8(content) }))).toBe('The ferry stays.\n');
  });

  it('is named with the reason where it is locked', () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    const locked = zipSync({ 'META-INF/manifest.xml': strToU8(manifest), 'content.xml': strToU8('??') });
    expect(problemOf('a.odt', locked)).toContain('a.odt is protected by a password');
  });
});

describe('an item of ninjs', () => {
  const item = (fields: object) => textOf('a.json', JSON.stringify({ uri: 'urn:a', ...fields }));

  it('has its headline, byline and body, in version 1 as in version 3', () => {
    const expected = lines('# Ferry stays', '~ Mara Quill', 'The ferry stays.', '- It sails on Friday.');
    const body = '<p>The ferry stays.</p><ul><li>It sails on Friday.</li></ul>';
    expect(item({ headline: 'Ferry stays', byline: 'Mara Quill', body_xhtml: body })).toBe(expected);
    expect(
      item({
        headlines: [
          { role: 'short', value: 'Ferry' },
          { role: 'main', value: 'Ferry stays' },
        ],
        byline: 'Mara Quill',
        bodies: [
          { contenttype: 'text/plain', value: 'Not this.' },
          { contenttype: 'application/xhtml+xml', value: body },
        ],
      }),
    ).toBe(expected);
  });

  it('has the paragraphs of a plain body, and the captions of its pictures', () => {
    expect(
      item({
        headline: 'Ferry stays',
        body_text: 'Ferry stays\n\nThe ferry stays.\n\nIt sails on Friday.',
        associations: { main: { type: 'picture', description_text: 'The ferry at Ellmouth.' } },
      }),
    ).toBe(lines('# Ferry stays', 'The ferry stays.', 'It sails on Friday.', '! The ferry at Ellmouth.'));
  });

  it('is left out, by name, where it says that it is in another language than English', () => {
    const german = { headline: 'Fähre bleibt', body_text: 'Die Fähre bleibt.', language: 'de' };
    expect(problemOf('a.json', JSON.stringify(german))).toBe(
      'a.json says that it is in another language than English (“de”), and is not read.',
    );
    expect(item({ headline: 'Ferry stays', body_text: 'It sails.', language: 'en-GB' })).toContain(
      'It sails.',
    );
    expect(entryOfLine(JSON.stringify({ id: 7, ...german }), 1)).toMatchObject({ id: '7', isLeftOut: true });
  });

  it('is told from other JSON, and named where it is broken', () => {
    expect(problemOf('a.json', '{"name": "blue-pencil"}')).toContain('holds no story');
    expect(problemOf('a.json', '[{"headline": "a"}]')).toContain('holds no story');
    expect(problemOf('a.json', '{"body_text": "The ferry')).toContain('a.json is broken');
  });
});

it('a story of NITF in another language is left out, by name', () => {
  const story = (language: string) =>
    `<nitf baselang="${language}"><body><body.content><p>The ferry stays.</p></body.content></body></nitf>`;
  expect(problemOf('a.xml', story('nb-NO'))).toContain('a.xml says that it is in another language');
  expect(textOf('a.xml', story('en'))).toBe(lines('The ferry stays.'));
});

it('other XML than NITF is no story', () => {
  expect(problemOf('a.xml', '<?xml version="1.0"?><rss><channel/></rss>')).toContain('holds no story');
});

describe('one story', () => {
  const STORIES = ['txt', 'md', 'html', 'docx', 'odt', 'json', 'xml'].map((ending) => `story.${ending}`);
  const LIBREOFFICE = ['odt', 'docx', 'html'].map((ending) => `libreoffice.${ending}`);
  const findingsIn = (name: string) => {
    const { file } = draftIn(fixture(name), name, name);
    if (file === undefined) throw new Error(`${name} was not read`);
    const found = checkDraft(readDraft(file.text, file.format), planChecks(CHECKS));
    return found.map(({ code, span }) => `${code}: ${excerpt(file.text, span)}`);
  };

  it('has the same findings in seven formats, and as LibreOffice writes three of them', () => {
    const expected = [
      'repeated/word: the the',
      'placeholder/leftover: TK',
      'duplicate/paragraph: Nurses at the harbour clinic began a strike over pay that may last a week or longer, their union said.',
    ];
    for (const name of [...STORIES, ...LIBREOFFICE]) {
      expect([name, ...findingsIn(name)]).toEqual([name, ...expected]);
    }
  });

  it('offers no fix in what is not written', () => {
    for (const name of ['story.docx', 'story.odt', 'story.json', 'story.xml']) {
      const found = checkDraft(readDraft(textOf(name), 'extracted'), planChecks(CHECKS));
      expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
    }
  });

  it('opens as a draft in Markdown with nothing lost and nothing taken for a mark', () => {
    expect(asMarkdown(toldIn(textOf('story.docx')))).toBe(textOf('story.md'));
    const odd = [
      { kind: 'prose', text: '1. of *all* the `things` in [brackets] <b> & AT&amp;T' },
      { kind: 'prose', text: '- a dash' },
      { kind: 'prose', text: '# no heading' },
      { kind: 'list-item', text: 'snake_case' },
    ] as const;
    const { paragraphs } = readDraft(asMarkdown(odd), 'markdown');
    expect(paragraphs.map(({ prose }) => prose.text)).toEqual(odd.map(({ text }) => text));
    expect(toldIn(writeExtracted(odd))).toEqual(odd);
  });
});

describe('the bytes of a draft', () => {
  const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const read = (bytes: Uint8Array) => {
    const decoded = decodeDraft(bytes, 'a.txt');
    return decoded.problem === undefined ? [decoded.encoding, decoded.text] : decoded.problem.kind;
  };

  it('are read in the encoding that they tell', () => {
    expect(
      read(latin('The board won\x92t close the caf\xe9, it said. \x93We are glad.\x94 It cost \xa33m.')),
    ).toEqual(['windows-1252', 'The board won’t close the café, it said. “We are glad.” It cost £3m.']);
    expect(read(latin('\xa33m'))).toEqual(['windows-1252', '£3m']);
    const greek = '<meta charset="iso-8859-7"><p>The \xe1lpha of it';
    expect(read(latin(greek))).toEqual(['iso-8859-7', '<meta charset="iso-8859-7"><p>The αlpha of it']);
    expect(read(Buffer.from('\ufeffThe café.', 'utf16le'))).toEqual(['utf-16le', '\ufeffThe café.']);
    expect(read(Buffer.from('The café.'))).toEqual(['utf-8', 'The café.']);
  });

  it('are no text where there is a null, and not guessed at where UTF-8 was damaged', () => {
    expect(read(Buffer.from('The\0 ferry'))).toBe('binary');
    expect(read(Buffer.from('The ferry', 'utf16le'))).toBe('binary');
    expect(read(Buffer.concat([Buffer.from('The café, the naïve, the “quote”.'), latin('\xe9t\xe9')]))).toBe(
      'encoding',
    );
  });

  it('are written back only as they can be', () => {
    expect(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'].map(canWrite)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
