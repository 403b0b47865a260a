import { expect, test } from 'vitest';
import { makeProse } from '../../server/src/draft/prose.ts';

const sentences = (text: string): string[] =>
  makeProse(text, 'body').sentences.map(({ start, end }) => text.slice(start, end));
const quotes = (text: string): string[] =>
  makeProse(text, 'body').quotes.map(
    ({ start, end, closed }) => text.slice(start, end) + (closed ? '' : ' (open)'),
  );
const words = (text: string): string[] => makeProse(text, 'body').words.map((word) => word.text);

test.each([
  ['Mr. Holt spoke to Dr. Moss. She agreed.', ['Mr. Holt spoke to Dr. Moss.', 'She agreed.']],
  [
    'J. R. Arden of the U.S. Navy left at 5 p.m. on Monday. He flew.',
    ['J. R. Arden of the U.S. Navy left at 5 p.m. on Monday.', 'He flew.'],
  ],
  ['It fell 1.5 percent. No. 10 was silent.', ['It fell 1.5 percent.', 'No. 10 was silent.']],
  ['“Will it open?” Holt asked. Nobody knew.', ['“Will it open?” Holt asked.', 'Nobody knew.']],
  ['“It will.” The crowd cheered.', ['“It will.”', 'The crowd cheered.']],
  ['He said no. The vote was over!', ['He said no.', 'The vote was over!']],
  ['They waited… and waited. Then it came.', ['They waited… and waited.', 'Then it came.']],
  ['One line\nbroken by hand. And another', ['One line\nbroken by hand.', 'And another']],
  ['', []],
])('sentences of %j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test.each([
  ['“We know,” she said. “We do.”', ['“We know,”', '“We do.”']],
  ['"We know," she said.', ['"We know,"']],
  ["O'Brien of the players' union said in the '90s: 'We won't go.'", ["'We won't go.'"]],
  ['‘We won’t go,’ said Moss, of the ‘players’ union’.', ['‘We won’t go,’', '‘players’ union’']],
  ['“It goes on in the next paragraph.', ['“It goes on in the next paragraph. (open)']],
  ['He is 5\' 11" tall.', []],
  ['„Wir gehen“, sagte er.', ['„Wir gehen“']],
  ['«On y va», dit-il.', ['«On y va»']],
  ['She called it “a ‘good’ start”.', ['“a ‘good’ start”']],
])('quotes of %j', (text, expected) => {
  expect(quotes(text)).toEqual(expected);
});

test('words keep their figures, apostrophes and hyphens', () => {
  expect(words('O’Brien’s co-operative sold 1,200.50 tonnes in 2004-05 — cafés, naïve.')).toEqual([
    'O’Brien’s',
    'co-operative',
    'sold',
    '1,200.50',
    'tonnes',
    'in',
    '2004-05',
    'cafés',
    'naïve',
  ]);
});

test('words with combining marks and beyond the first plane keep their places', () => {
  const text = '🗞️ Cafe\u0301 𝒜nna the the';
  for (const word of makeProse(text, 'body').words) expect(text.slice(word.start, word.end)).toBe(word.text);
  expect(words(text).slice(-2)).toEqual(['the', 'the']);
});
