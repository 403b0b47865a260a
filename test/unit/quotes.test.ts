import { expect, test } from 'vitest';
import { quotesOf } from '../../server/src/draft/quotes.ts';
import { quoteKind } from '../../server/src/sourcing/quotations.ts';

const found = (text: string) => quotesOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['curly', '“We go,” he said. “Now.”', ['“We go,”', '“Now.”']],
  ['straight', '"We go," he said. "Now."', ['"We go,"', '"Now."']],
  [
    'single, with apostrophes',
    '‘I can’t go,’ he said, ‘but the players’ bus can.’',
    ['‘I can’t go,’', '‘but the players’ bus can.’'],
  ],
  ['two single marks for a double one', "''We go,'' he said.", ["''We go,''"]],
  ['backticks and single marks', "``We go,'' he said.", ["``We go,''"]],
  ['low and high', '„Wir gehen“, sagte er.', ['„Wir gehen“']],
  ['angled', '«Allons», dit-il.', ['«Allons»']],
  ['single within double', '“She said ‘no’ twice,” he said.', ['“She said ‘no’ twice,”']],
  ['double within double, same marks', '“She said “no” to me,” he said.', ['“She said “no” to me,”']],
  ['an opening mark turned wrong', '”We go,” he said.', ['”We go,”']],
  ['a closing mark turned wrong', 'He called it “a con“ and left.', ['“a con“']],
  ['a curly mark closed by a straight one', '“We go," he said.', ['“We go,"']],
  ['decades, names and plurals', "The ’90s band of O’Brien and the players’ union of the '80s.", []],
  ['straight marks within curly ones', '“He said "no" to me,” she said.', ['“He said "no" to me,”']],
  ['marks mixed by two hands', '“We go," he said. "We go now.”', ['“We go,"', '"We go now.”']],
  ['a decade within a quote', '“In the ’90s we won,” he said.', ['“In the ’90s we won,”']],
  ['inches', 'The 12" record is back.', []],
])('%s', (_, text, expected) => expect(found(text)).toEqual(expected));

test.each([
  ['“We will go, and we will not come back.”', 'full'],
  ['“Never!”', 'full'],
  ['He called it “a disgrace to the town” again.', 'partial'],
  ['He reads “The Old Man and the Sea” each year.', 'title'],
  ['“The plan is dead,” she said.', 'full'],
])('the kind of the quote in %s is %s', (text, kind) => {
  const [quote] = quotesOf(text);
  if (quote === undefined) throw new Error('There is no quote.');
  expect(quoteKind(text, quote)).toBe(kind);
});
