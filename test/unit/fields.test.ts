import { expect, test } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { repeatedWord } from '../../server/src/checks/repeated/index.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { judge } from '../judge.ts';

const head = (...lines: readonly string[]): string =>
  `---\n${lines.join('\n')}\n---\n\nThe ferry left at noon.\n`;

/** What is read of the front matter. */
const fieldsIn = (text: string): readonly string[] =>
  readDraft(text, 'markdown')
    .paragraphs.filter(({ prose }) => prose.kind === 'field')
    .map(({ prose }) => prose.text);

const mended = (text: string): string =>
  applyEdits(
    text,
    judge(repeatedWord, text, 'markdown').flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );

test.each([
  ['plain', ['headline: The pier shuts in May'], ['The pier shuts in May']],
  ['over lines', ['dek: The pier shuts', '  in May', 'draft: true'], ['The pier shuts in May']],
  [
    'in quote marks',
    [`headline: "The \\"old\\" pier: shut"`, `caption: 'The mayor''s boat' # hers`],
    [`The "old" pier: shut`, `The mayor's boat`],
  ],
  [
    'a folded block',
    ['standfirst: >-', '  The pier', '  shuts.', '', '  It opens in June.', 'tags: [a]'],
    ['The pier shuts.', 'It opens in June.'],
  ],
  ['within a list', ['images:', '  - url: a.png', '    caption: The pier at dawn'], ['The pier at dawn']],
  ['none of the names', ['slug: the pier', 'tags: [a, b]', 'author: Ann Lee'], []],
  [
    'no words of YAML',
    ['headline: [a, b]', 'dek: {{ page.dek }}', 'caption: yes', 'standfirst: *ref', 'headline: a: b'],
    [],
  ],
  ['letters that are not those of the source', ['headline: "The caf\\u00e9"', 'dek: "One\\nTwo"'], []],
  ['a block set further in', ['dek: |', '  The pier', '      shuts'], []],
  ['within a block of another', ['notes: |', '  headline: the the pier', 'headline: The pier'], ['The pier']],
  ['after a value whose end is in doubt', ['notes: "It', 'headline: the the', 'end"'], []],
])('front matter: %s', (_, lines, expected) => {
  expect(fieldsIn(head(...lines))).toEqual(expected);
});

test('a field in TOML', () => {
  const text = '+++\nheadline = "The \\"old\\" pier"\ndate = 2026-05-01\n+++\n\nThe ferry left.\n';
  expect(fieldsIn(text)).toEqual(['The "old" pier']);
});

const JSON_HEAD = `{
  "title": "the the slug", "draft": false,
  "headline": "The \\"old\\" pier is is shut", "standfirst": "One\\nTwo",
  "images": [{ "src": "a.png", "caption": "The pier at at dawn" }]
}

The ferry left at noon.
`;

test('fields in JSON, further in too, and fixes that leave it whole', () => {
  expect(fieldsIn(JSON_HEAD)).toEqual(['The "old" pier is is shut', 'The pier at at dawn']);
  expect(fieldsIn(`\ufeff${JSON_HEAD}`)).toHaveLength(2);
  const now = mended(JSON_HEAD);
  expect(now).toBe(JSON_HEAD.replace('is is', 'is').replace('at at', 'at'));
  expect(fieldsIn(now)).toEqual(['The "old" pier is shut', 'The pier at dawn']);
});

test.each([
  ['headline: The the pier shuts', 'headline: The pier shuts'],
  [`headline: "The \\"old\\" pier is is shut"`, `headline: "The \\"old\\" pier is shut"`],
  [`caption: 'The mayor''s boat in the the port'`, `caption: 'The mayor''s boat in the port'`],
  ['dek: >\n  The boat of the\n  the mayor sank.', 'dek: >\n  The boat of the mayor sank.'],
])('a fix in front matter mends its words and leaves it whole: %s', (line, expected) => {
  expect(mended(head(line))).toBe(head(expected));
});

test('what would not be the same value any more is not offered', () => {
  const text = head('headline: Pier shut - - see more', `caption: 'The mayor’s boat'`);
  const { mayEdit } = readDraft(text, 'markdown');
  const put = (words: string, by: string) => {
    const start = text.indexOf(words);
    return mayEdit?.({ span: { start, end: start + words.length }, text: by });
  };
  expect(put('Pier', 'Bridge')).toBe(true);
  expect(put('Pier', 'Pier: all')).toBe(false);
  expect(put('Pier', '#Pier')).toBe(false);
  expect(put('Pier', '"Pier"')).toBe(false);
  expect(put('headline', 'headlines')).toBe(false);
  expect(put('mayor’s', "mayor's")).toBe(false);
  expect(put('ferry', 'boat: "#')).toBe(true);
});

test('a headline or a standfirst that the story says again is no copy, and needs no source', () => {
  const summary = 'Shelling killed 30 people on the coast road on Thursday, the hospital said.';
  const text = `---\nheadline: Shelling kills 30 on the coast road\nstandfirst: ${summary}\n---\n\n# Shelling kills 30 on the coast road\n\n${summary}\n\nThe road was closed until the evening.\n`;
  const plan = planChecks(CHECKS, { checks: { garbled: { model: 'off' } } });
  expect(checkDraft(readDraft(text, 'markdown'), plan)).toEqual([]);
});

test('a figure of the headline is held against the story', () => {
  const text =
    '---\nheadline: Twelve killed in ferry blast\n---\n\nA blast on a ferry killed nine people on Monday, police said.\n';
  const found = checkDraft(
    readDraft(text, 'markdown'),
    planChecks(CHECKS, { checks: { garbled: { model: 'off' } } }),
  );
  expect(found.map(({ code, message }) => [code, message.includes('the front matter says')])).toEqual([
    ['consistency/figure', true],
  ]);
});
