import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { createReader, readDraft } from '../../server/src/draft/read.ts';
import { WRITTEN_HERE } from '../../server/src/draft/written-here.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { checkedIn, fingerprintOf, parseLedger, printEntry } from '../../server/src/house/ledger.ts';
import { type Claim, claimsOf } from '../../server/src/reports/claims.ts';
import { runIn } from './command.ts';
import { folderOf } from './folder.ts';

const DRAFT = [
  'Storm cuts off the northern harbours',
  'The ferries will sail again on Monday, harbour master Ann Lee said.',
  'Critics say the council waited too long.',
  'The storm and the strike have claimed 40 lives.',
  '“We counted the boats twice and then again in the morning.”',
  'The harbour lies to the north of the old town.',
].join('\n\n');

const HARM = 'The storm and the strike have claimed 40 lives.';
const CODE = 'attribution/unattributed-claim';
const signed = (sentence: string, when: string, reason = 'public record'): string =>
  printEntry({
    id: `${sentence.length}-${when}`,
    fingerprint: fingerprintOf(CODE, [sentence]),
    code: CODE,
    excerpt: sentence,
    reason,
    note: 'coroner’s list',
    who: 'Sam Dow',
    when,
    path: 'storm.txt',
  });

/** The claims of a draft as “standing: words”, with what is settled. */
function claims(source: string, ledger = ''): { told: readonly string[]; all: readonly Claim[] } {
  const draft = readDraft(source, 'plain');
  const checked = checkedIn(draft, parseLedger(ledger));
  const settled = new Set(checked.map(({ span }) => span.start));
  const findings = checkDraft(draft, planChecks(CHECKS)).filter(
    ({ span }) => ![...settled].some((start) => start <= span.start && span.start < start + HARM.length),
  );
  const all = claimsOf(draft, findings, checked).claims;
  return { all, told: all.map(({ standing, span }) => `${standing}: ${source.slice(span.start, span.end)}`) };
}

describe('a fact checker’s claims', () => {
  test('are the sentences that have a source or need one', () => {
    expect(claims(DRAFT).told).toEqual([
      'attributed: The ferries will sail again on Monday, harbour master Ann Lee said.',
      'vague: Critics say the council waited too long.',
      'bare: The storm and the strike have claimed 40 lives.',
      'bare: “We counted the boats twice and then again in the morning.”',
    ]);
  });

  test.each([
    ['a figure', 'The new bridge is 300 metres long.', true],
    ['a figure in words', 'Half of the boats were lost.', true],
    ['somebody’s words', 'The “long and bitter winter” was over.', true],
    ['a date and a time', 'The ferry sails at 10.30 on May 4, 2026.', false],
    ['a name with a number', 'The F-16 flew over the harbour.', false],
    ['a wink', 'The “fast” ferry was late.', false],
  ])('take in %s', (_, sentence, isClaim) => {
    const [claim] = claims(`A headline stands here\n\n${sentence}\n\nThe harbour lies to the north.`).told;
    expect(claim).toBe(isClaim ? `bare: ${sentence}` : undefined);
  });

  test.each([
    ['They left at dawn, a spokesman, Col. Idris Venn, said.', 'a spokesman'],
    ['Documents seen by the Oru Echo show that the roof was old.', 'Documents seen by the Oru Echo'],
    ['A nurse who died on a ward had begged for help.', 'A nurse'],
    [
      'Sister Agnes stood up and she hit him.\n\nTom Ford said he was glad.\n\n“Yes, again and again,” she said.',
      'she',
    ],
    [
      'Ann Lee stood up and she hit him. She was angry, Ann Lee said.\n\n“Yes, again and again,” she said.',
      'Ann Lee',
    ],
  ])('have for their source whoever said so: %s', (copy, source) => {
    const { all } = claims(`A headline stands here\n\n${copy}\n\nThe harbour lies to the north.`);
    expect(all.at(-1)?.source?.text).toBe(source);
  });

  test('say what is still to be asked', () => {
    expect(claims(DRAFT).all.map(({ asked }) => asked?.code)).toEqual([
      undefined,
      'attribution/vague-source',
      'attribution/unattributed-claim',
      'attribution/unattributed-quote',
    ]);
  });

  test('are checked while the ledger has their words, at each place where they stand; the latest entry counts', () => {
    const ledger = `${signed(HARM, '2026-01-02')}${signed(HARM, '2026-01-03', 'witnessed')}`;
    const { all } = claims(`${DRAFT}\n\n${HARM.replace('40', '41')}`, ledger);
    expect(all.map(({ standing, checked }) => [standing, checked?.reason])).toEqual([
      ['attributed', undefined],
      ['vague', undefined],
      ['checked', 'witnessed'],
      ['bare', undefined],
      ['bare', undefined],
    ]);
  });

  test('are not told twice where a passage stands twice', () => {
    const first = claims(DRAFT).told;
    expect(claims(`${DRAFT}\n\n${DRAFT.split('\n\n').slice(1).join('\n\n')}`).told).toEqual(first);
  });

  test('a long quote’s speaker stands in the paragraph before where the quote goes on', () => {
    const { all } = claims(
      'A headline stands here\n\n“We go on Monday,” said Ann Lee. “We go at dawn, all of us.\n\n“And we will not be coming back here.”',
    );
    expect(all.at(-1)?.source?.text).toBe('Ann Lee');
  });
});

const cli = (folder: string, line: readonly string[], stdin = '') => runIn(folder, line, CHECKS, { stdin });

const desk = (more: Readonly<Record<string, string>> = {}) => folderOf({ 'storm.txt': DRAFT, ...more });

describe('blue-pencil sources', () => {
  test('says for people who says it, sentence by sentence', async () => {
    const { code, out, err } = await cli(desk(), ['sources']);
    expect(out).toBe(
      [
        'storm.txt',
        ' 1    exempt      Storm cuts off the northern harbours',
        ' 3  + attributed  The ferries will sail again on Monday, harbour master Ann Lee said.  (harbour master Ann Lee, said)',
        ' 5  ? vague       Critics say the council waited too long.  (Critics, say)',
        ' 7  - no source   The storm and the strike have claimed 40 lives.',
        ' 9  " quoted      “We counted the boats twice and then again in the morning.”',
        '                  “We counted the boats twice and then …  (speaker not named)',
        '11  - no source   The harbour lies to the north of the old town.',
        '',
        '6 sentences in 1 draft: 1 attributed, 1 quoted, 1 vague, 2 with no source and 1 exempt.',
        '',
      ].join('\n'),
    );
    expect([code, err]).toEqual([0, '']);
  });

  test.each(['text', 'markdown'])('knows the reporting verbs of the house: %s', async (format) => {
    const told = async (house: string) => {
      const draft = 'A headline stands here\n\nThe storm had killed 12 people, Ann Lee intimated.\n';
      const folder = folderOf({ 'a.txt': draft, '.blue-pencil.json': house });
      return (await cli(folder, ['sources', '--format', format])).out;
    };
    expect(await told('{}')).not.toMatch(/attributed.*intimated/u);
    expect(await told('{ "reportingVerbs": ["intimate"] }')).toContain(
      format === 'text' ? '(Ann Lee, intimated)' : 'Ann Lee (named), “intimated”',
    );
  });

  test('says what the marks mean in its help', async () => {
    const { out } = await cli(desk(), ['sources', '--help']);
    for (const status of ['attributed', 'quoted', 'vague', 'no source', 'exempt'])
      expect(out).toContain(status);
  });

  test('names a file that cannot be read, ends with 2, and does the others', async () => {
    const { code, out, err } = await cli(desk({ 'bad.txt': 'a\0b' }), ['sources', '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toContain('bad.txt is not text');
    expect(JSON.parse(out).files.map(({ path }: { path: string }) => path)).toEqual(['storm.txt']);
  });

  test.each([
    [['sources', '--fix']],
    [['sources', '--format', 'html']],
    [['sources', '--stdin', 'storm.txt']],
    [['sources', '--stdin-filename', 'a.txt']],
    [['sources', 'gone.txt']],
    [['sources', '--output', 'storm.txt']],
  ])('ends with 2 for %j', async (line) => {
    const folder = desk();
    expect((await cli(folder, line)).code).toBe(2);
    expect(readFileSync(join(folder, 'storm.txt'), 'utf8')).toBe(DRAFT);
  });

  test('does nothing under a house file with a mistake', async () => {
    const { code, out, err } = await cli(desk({ '.blue-pencil.json': '{"checks": 1}' }), ['sources']);
    expect(code).toBe(2);
    expect(err).toContain('.blue-pencil.json:1:');
    expect(out).toBe('There are no sentences to tell the sources of.\n');
  });

  test('leaves out what the house file ignores, and writes to a file', async () => {
    const folder = desk({ '.blue-pencil.json': '{"ignore": ["old/"]}', 'old/a.txt': DRAFT });
    const { out, err } = await cli(folder, ['sources', '--format', 'json', '--output', 'sources.json']);
    expect([out, err]).toEqual(['', 'The report is in sources.json.\n']);
    const written = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'));
    expect(written.files.map(({ path }: { path: string }) => path)).toEqual(['storm.txt']);
  });

  test('tells code and pictures in a sentence as left out', async () => {
    const folder = folderOf({
      'a.md': 'The ferry lost 40 boats, and `x = 1` stood in ![a log](log.png) that day.\n',
    });
    for (const format of ['text', 'markdown', 'csv']) {
      expect((await cli(folder, ['sources', '--format', format])).out).toContain(
        'The ferry lost 40 boats, and … stood in … that day.',
      );
    }
  });

  test('reads Markdown on standard input, its spans in the source', async () => {
    const draft = '# A storm\n\n*Ann Lee* said the ferry would **sail**.\n';
    const { out } = await cli(
      folderOf({}),
      ['sources', '--stdin', '--stdin-filename', 'a.md', '--format', 'json'],
      draft,
    );
    const told = await cli(folderOf({ 'a.md': draft }), ['sources']);
    expect(told.out).toContain('Ann Lee said the ferry would sail.  (Ann Lee, said)');
    const [file] = JSON.parse(out).files;
    const { span, source } = file.sentences[1];
    expect(file.path).toBe('a.md');
    expect(draft.slice(...(span as [number, number]))).toContain('Ann Lee* said the ferry');
    expect(draft.slice(...(source.span as [number, number]))).toBe('Ann Lee');
  });
});

describe('the fact checker’s sheet', () => {
  const ledger = { '.blue-pencil/checked.jsonl': signed(HARM, '2026-01-02T09:30:00.000Z') };

  test('lists each claim with its place, its source, what to ask, and who has checked it', async () => {
    const { code, out } = await cli(desk(ledger), ['sources', '--format', 'markdown']);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '# Fact-check sheet: storm.txt',
        '<!-- Written by Blue Pencil, which does not check this page. -->',
        '4 claims: 1 attributed, 1 with a vague source, 1 with no source and 1 checked.',
        '[ ] is still to be checked, [x] is checked; “attributed”: its source is named; “vague source”: nobody who could be asked; “no source”: nobody is named for it.',
        '## Paragraph 2, line 3',
        '- [ ] **attributed:** The ferries will sail again on Monday, harbour master Ann Lee said.\n  - Source: harbour master Ann Lee (named), “said”',
        '## Paragraph 3, line 5',
        '- [ ] **vague source:** Critics say the council waited too long.\n  - Source: Critics (nobody who could be asked), “say”\n  - Ask: “Critics say”: which ones? Readers can’t weigh a source without a name.',
        '## Paragraph 4, line 7',
        '- [x] **checked:** The storm and the strike have claimed 40 lives.\n  - Source: none\n  - Checked: public record (coroner’s list), by Sam Dow, 2026-01-02',
        '## Paragraph 5, line 9',
        '- [ ] **no source:** “We counted the boats twice and then again in the morning.”\n  - Source: none\n  - Ask: Who is speaking? “We counted the boats twice and then again in the morning…” needs its speaker by the end of its first sentence.\n',
      ].join('\n\n'),
    );
  });

  test('is not checked itself, saved beside the drafts', async () => {
    const folder = desk(ledger);
    await cli(folder, ['sources', '--format', 'markdown', '--output', 'sheet.md']);
    expect((await cli(folder, ['check', 'sheet.md'])).out).toContain('nothing to report');
  });

  test('is told by its mark while it is typed, too', () => {
    const read = createReader('markdown');
    const page = `# Sheet\n\n${WRITTEN_HERE}\n\n${HARM}\n`;
    const at = page.indexOf(WRITTEN_HERE);
    const end = at + WRITTEN_HERE.length;
    const bare = page.slice(0, at) + page.slice(end);
    expect(read(bare).paragraphs).toHaveLength(2);
    expect(read(page, { start: at, end: at, newEnd: end }).paragraphs).toEqual([]);
    expect(read(bare, { start: at, end, newEnd: at }).paragraphs).toHaveLength(2);
  });

  test('a draft that only quotes a sheet is checked', async () => {
    const folder = folderOf({ 'a.md': `# A storm\n\nIt rained.\n\n${WRITTEN_HERE}\n\n${HARM}\n` });
    expect((await cli(folder, ['check', 'a.md'])).out).toContain(CODE);
  });

  test('is a table too, in which a spreadsheet finds nothing to run', async () => {
    const folder = folderOf({ 'a.txt': 'A headline\n\n=2+2 boats, "old" and new, sank, Ann Lee said.\n' });
    const { out } = await cli(folder, ['sources', '--format', 'csv']);
    const [head, row] = out.replace('\ufeff', '').split('\r\n');
    expect(head).toMatch(/^Draft,Paragraph,Line,Claim,/u);
    expect(row).toBe(
      'a.txt,2,3,"\'=2+2 boats, ""old"" and new, sank, Ann Lee said.",attributed,Ann Lee,named,said,,,,,,',
    );
  });
});
