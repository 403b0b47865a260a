import { expect, test } from 'vitest';
import type { WordingEntry } from '../../server/src/checks/check.ts';
import { CHECKS } from '../../server/src/checks/index.ts';
import { style } from '../../server/src/checks/style/index.ts';
import { wording } from '../../server/src/checks/wording/index.ts';
import AMERICAN from '../../server/src/checks/wording/lists/american-news.json' with { type: 'json' };
import BRITISH from '../../server/src/checks/wording/lists/british-news.json' with { type: 'json' };
import { readDraft } from '../../server/src/draft/read.ts';
import { applyEdits } from '../../server/src/engine/fix.ts';
import { type Overrides, planChecks } from '../../server/src/engine/plan.ts';
import { checkDraft } from '../../server/src/engine/session.ts';
import { parseHouse } from '../../server/src/house/house.ts';
import { wordingIn } from '../../server/src/house/wording-files.ts';

/** A text once the fix of each finding is taken. */
function fixed(text: string, overrides: Overrides, check = wording): string {
  const findings = checkDraft(readDraft(text, 'plain'), planChecks([check], overrides));
  return applyEdits(
    text,
    findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

const house = (...entries: readonly WordingEntry[]): Overrides => ({ wording: entries });
const story = (text: string) => `Harbour talks go on\n\n${text}\n`;
const fixes = (overrides: Overrides, text: string) => fixed(story(text), overrides).split('\n')[2];

test('a word is put as the house puts it, in its forms and in its case', () => {
  const overrides = house(
    { say: 'adviser', not: ['advisor'], why: 'house style' },
    { say: 'use', not: ['utilise'] },
    { say: 'die', not: ['pass away'] },
    { say: 'train station', not: ['railway station'] },
  );
  expect(
    fixes(
      overrides,
      'Advisors met. An advisor’s aide utilised two railway stations; one advisor passed away.',
    ),
  ).toBe('Advisers met. An adviser’s aide used two train stations; one adviser died.');
});

test('quotes, names, addresses and parts of longer words are left alone', () => {
  const text =
    '“My advisor came,” she told National Security Advisor Ann Lee. See advisor.example.com, advisor-led talks and superadvisors. The ADVISOR group fell.';
  expect(fixes(house({ say: 'adviser', not: ['advisor'] }), text)).toBe(text);
});

test('what the house says is not put twice, and capitals at the head of a sentence are nobody’s spelling', () => {
  const overrides = house(
    { say: 'chief executive officer', not: ['chief executive'] },
    { say: 'internet', not: ['Internet'] },
    { say: 'Kyiv', not: ['Kiev'] },
  );
  expect(
    fixes(
      overrides,
      'Internet use grew. The chief executive officer and the chief executive met in Kiev on the Internet.',
    ),
  ).toBe(
    'Internet use grew. The chief executive officer and the chief executive officer met in Kyiv on the internet.',
  );
});

test('an abbreviation that ends a sentence leaves its stop, and none comes twice', () => {
  expect(
    fixes({ extends: ['british-news'] }, 'It shuts at 6 p.m. The U.K. minister, Mr. Lee, left at 7 p.m.'),
  ).toBe('It shuts at 6 pm. The UK minister, Mr Lee, left at 7 pm.');
  expect(fixes({ extends: ['american-news'] }, 'Mr. Lee left at 7 pm. The US senator stayed.')).toBe(
    'Mr. Lee left at 7 p.m. The U.S. senator stayed.',
  );
});

test('a list to start from gives way to the house', () => {
  const overrides: Overrides = { extends: ['british-news'], ...house({ say: 'advisor', not: ['adviser'] }) };
  expect(fixes(overrides, 'The adviser and the advisor organized ten percent of the shows.')).toBe(
    'The advisor and the advisor organised ten per cent of the shows.',
  );
});

test.each([
  ['british-news', BRITISH],
  ['american-news', AMERICAN],
])('%s changes nothing that it says itself', (_, list) => {
  const said = new Set(Object.keys(list));
  expect(said.size).toBeGreaterThan(300);
  expect(
    Object.values(list)
      .flat()
      .filter((words) => said.has(words)),
  ).toEqual([]);
});

test('the dialect of the house is asked for in all inflections', () => {
  const findings = (text: string, dialect: 'american' | 'british') =>
    checkDraft(readDraft(story(text), 'plain'), planChecks([style], { dialect })).map(({ span }) =>
      story(text).slice(span.start, span.end),
    );
  expect(
    findings(
      'The organisation of the programmes was criticised; she coloured and centred it after two analyses.',
      'american',
    ),
  ).toEqual(['organisation', 'programmes', 'criticised', 'coloured', 'centred']);
  expect(
    findings('The organization of the program was criticized; she was coloring and centering it.', 'british'),
  ).toEqual(['coloring', 'centering']);
});

test('a house file lists entries and names files', () => {
  const { house: read, problems } = parseHouse(
    '{"wording": [{"say": "adviser", "not": ["advisor"]}, "words.csv"], "extends": ["british-news"]}',
    CHECKS,
  );
  expect(problems).toEqual([]);
  expect(read?.overrides.wording).toEqual([{ say: 'adviser', not: ['advisor'] }]);
  expect(read?.wordingFiles?.map(({ name }) => name)).toEqual(['words.csv']);
});

test.each([
  ['{"wording": "adviser"}', '“wording” must be a list in square brackets, not text in quotes.'],
  [
    '{"extends": ["british"]}',
    '“extends” can’t be “british”. Write one of these: british-news, american-news.',
  ],
])('%s is told of', (text, message) => {
  expect(parseHouse(text, CHECKS).problems.map((one) => one.message)).toEqual([
    expect.stringContaining(message),
  ]);
});

test('a CSV and a Vale substitution are read', () => {
  expect(
    wordingIn('w.csv', 'not,say,why\r\nadvisor; adviseur,adviser,"house, style"\r\n\r\n,x,\r\n'),
  ).toEqual([{ say: 'adviser', not: ['advisor', 'adviseur'], why: 'house, style' }]);
  expect(
    wordingIn(
      'W.yml',
      "extends: substitution\nmessage: Use '%s'\nswap:\n  advisor: adviser\n  '(?:gaol|jayl)': jail # why\n  colou?r: x\nlevel: error\n",
    ),
  ).toEqual([
    { say: 'adviser', not: ['advisor'] },
    { say: 'jail', not: ['gaol', 'jayl'] },
  ]);
  expect(wordingIn('w.csv', 'a,b\n1,2\n')).toBeUndefined();
  expect(wordingIn('w.txt', 'x')).toBeUndefined();
});
