import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { repeatedWord } from '../../server/src/checks/repeated/index.ts';
import { csv } from '../../server/src/reports/csv.ts';
import { html } from '../../server/src/reports/html.ts';
import { markdown } from '../../server/src/reports/markdown.ts';
import { type Report, type Reporter, reportedFile, summarise } from '../../server/src/reports/report.ts';
import { judge } from '../judge.ts';

const text =
  'The ferry sailed after the the council, as "agreed", hired a crew.\n\nIt was to to sail on *Monday*.\n';
const file = (path: string) =>
  reportedFile(path, { text, format: 'plain', findings: judge(repeatedWord, text, 'plain') }, null);
const failed = reportedFile('big.txt', { text: '', format: 'plain', findings: [] }, 'It is too large.');

const render = (reporter: Reporter, files: Report['files']): string =>
  reporter(
    {
      files,
      summary: summarise(files),
      checks: CHECKS,
      version: '1',
      failOn: 'never',
      known: 0,
      settled: 0,
      fixed: { fixes: 0, files: 0 },
      fixing: false,
    },
    { colour: false, quiet: false },
  );

/** Reads CSV as RFC 4180 has it. */
function cells(table: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of table.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe('a report as a table', () => {
  test('has a row for each finding, with its place, words and fix', () => {
    const [head, first, second, ...rest] = cells(
      render(csv, [file('ferry, final.draft')]).replace('\ufeff', ''),
    );
    expect(head?.slice(0, 4)).toEqual(['Draft', 'Line', 'Column', 'Severity']);
    expect(first?.slice(0, 6)).toEqual([
      ...['ferry, final.draft', '1', '24', 'warning'],
      ...['The same word twice in a row', 'repeated/word'],
    ]);
    expect(first?.[7]).toBe('the the');
    expect(second?.slice(0, 3)).toEqual(['ferry, final.draft', '3', '8']);
    expect(rest).toEqual([]);
  });

  test('names what was not checked', () => {
    expect(render(csv, [failed])).toContain('big.txt,,,not checked,,,It is too large.');
  });

  test('holds nothing that a spreadsheet would run', () => {
    expect(render(csv, [file('=HYPERLINK(1).txt')])).toContain("'=HYPERLINK(1).txt,1");
  });
});

describe('a report in Markdown', () => {
  test('has a heading for each draft and an item for each finding', () => {
    const page = render(markdown, [file('ferry_final.draft'), failed]);
    expect(page).toContain('## ferry\\_final.draft');
    expect(page.match(/^- \*\*Line (?:1|3), warning:\*\*/gmu)).toHaveLength(2);
    expect(page).toContain('> the the');
    expect(page).toContain('Not checked: It is too large.');
  });

  test('leaves out drafts with nothing to say of them', () => {
    expect(render(markdown, [{ ...file('clean.draft'), findings: [] }])).not.toContain('clean.draft');
  });
});

describe('a report as a page', () => {
  test('has the counts by kind as a chart', () => {
    const page = render(html, [file('ferry.draft')]);
    expect(page).toContain('<th scope="row">The same word twice in a row</th><td>2</td>');
  });

  test('has no chart where there is nothing to count', () => {
    expect(render(html, [failed])).not.toContain('<table');
  });
});
