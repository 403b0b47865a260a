/** Texts that grow: what a stranger could send to make the checks slow. Each is repeated to about `size` characters. */
export interface Growing {
  readonly name: string;
  readonly format: 'plain' | 'markdown';
  make(size: number): string;
}

// a number now and then, since what is said of a passage is kept for another that is the same
const EVERY = 5_000;
const repeat = (unit: string) => (size: number) =>
  Array.from(
    { length: Math.ceil(size / EVERY) },
    (_, n) => `${unit.repeat(Math.ceil(Math.min(size, EVERY) / unit.length))}x${n} `,
  ).join('');

const plain = (name: string, make: (size: number) => string): Growing => ({ name, format: 'plain', make });
const markdown = (name: string, make: (size: number) => string): Growing => ({
  name,
  format: 'markdown',
  make,
});

/** A name with one letter changed, different for each number. */
const nearName = (n: number): string => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return `Har${letters[n % 26]}i${letters[(n >> 2) % 26]}on`;
};

const PARAGRAPHS = (make: (n: number) => string) => (size: number) => {
  const parts: string[] = [];
  for (let n = 0, length = 0; length < size; n += 1) {
    const part = make(n);
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n');
};

export const GROWING: readonly Growing[] = [
  ...[
    '“',
    '‘',
    '"',
    "'",
    '(',
    '[',
    '.',
    ':',
    ';',
    ',',
    '-',
    '—',
    '…',
    'a: ',
    ': ',
    'a.b.',
    'http://a.b/',
    'www.',
    'a@b.',
    'had ',
    'that ',
    'the ',
    'word ',
    'He left. ',
    'He said. ',
    '#',
    '*',
    '_',
    '`',
    'TK ',
    'XXX ',
    'Monday, March 4, ',
    '4 March ',
    'rebels killed 12 people and ',
    '12 people ',
    'Smith ',
    'John Smith, ',
    'said ',
    'said John Smith, ',
    'according to ',
    '“yes” said ',
    'accused of ',
    'critics say ',
    'is is ',
    '1,000 ',
    '£1bn and ',
    '5-4 ',
    '\t',
    'a\t',
    ' ',
    '\u00a0',
    'é',
    'A',
    'Ab',
    '{{',
    '{% a %}',
    '<b>',
    '&amp;',
    '[CHECK] ',
    'who, ',
    'and ',
    'Mr. ',
    'U.S. ',
    'of the ',
    'reportedly ',
  ].map((unit) => plain(JSON.stringify(unit), repeat(unit))),
  plain('full stops and a letter', (size) => `${'.'.repeat(size)}x`),
  plain('a capital on each line', repeat('A\n')),
  plain('a quote on each line', repeat('“Yes,” he said.\n')),
  plain('an open quote in each paragraph', repeat('“We will go\n\n')),
  plain(
    'near-alike names',
    PARAGRAPHS((n) => `${nearName(n)} Smith met ${nearName(n + 7)} Jones.`),
  ),
  plain(
    'a date in each paragraph',
    PARAGRAPHS((n) => `It closed on Monday, March ${(n % 28) + 1}, 2025.`),
  ),
  plain(
    'a figure in each paragraph',
    PARAGRAPHS((n) => `The fire killed ${n + 2} people in Ashby.`),
  ),
  plain(
    'a sentence of one length',
    PARAGRAPHS((n) => `The council of ward ${n} met and put off the vote again.`),
  ),
  ...[
    'a\n=\n',
    '*a ',
    '**a',
    '_a_ ',
    '[',
    ']',
    '[a](',
    '![',
    '> ',
    '- ',
    '1. ',
    '`a',
    '<a ',
    '\n\n1. a',
    '| a ',
    '# ',
    '~~',
    '\\',
    '&#',
    '[^1]',
  ].map((unit) => markdown(JSON.stringify(unit), repeat(unit))),
  markdown(
    'a note in each paragraph',
    PARAGRAPHS((n) => `Copy[^${n}] of the day.\n\n[^${n}]: A note.`),
  ),
  markdown(
    'a definition in each paragraph',
    PARAGRAPHS((n) => `Copy [of][${n}] the day.\n\n[${n}]: http://a.b/${n}`),
  ),
  markdown('quotes within quotes', (size) =>
    `${'> '.repeat(Math.min(size / 2, 5000))}a\n`.repeat(Math.max(1, Math.floor(size / 10_001))),
  ),
  markdown('lists within lists', (size) =>
    Array.from({ length: Math.floor(Math.sqrt(size)) }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
  ),
];
