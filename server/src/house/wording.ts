// soft hyphens, joiners, byte order marks, variation selectors
const INVISIBLE = /\p{DI}/gu;
// all that is set for an apostrophe or a single quote, primes and the accents typed in their place among them
const APOSTROPHES = /['’‘‛ʼʻ′`´＇]/gu;
const DASHES = /[\p{Pd}\u2212\u00af]/gu;

// a dash that hangs on a word before it is no minus
const MINUS = String.raw`(?<=(?:^|\s)[\p{Ps}\p{Pi}"']*\p{Sc}?)-(?=[.\p{Sc}]?\p{Nd})`;
const FIGURE = String.raw`(?:\p{Nd}+|(?<![\p{L}\p{N}.])\.\p{Nd}+)(?:[.,:/]\p{Nd}+)*`;
const LETTERS = String.raw`[\p{L}\p{M}\p{Nl}\p{No}]+`;
const WORD = `${LETTERS}(?:'${LETTERS})*`;
const SIGN = String.raw`[\p{S}%‰&@#§]`;
const COUNTS = new RegExp([MINUS, FIGURE, WORD, SIGN].join('|'), 'gu');

/**
 * The words and figures of a text in their order, with a space between them. Unicode form, case, quotes, dashes, white space and
 * the marks between words count for nothing. What counts: letters, an apostrophe inside a word, figures with the points and
 * commas inside them, a minus before a figure, and signs such as % and £.
 */
export function wordingOf(text: string): string {
  // by way of capitals, as ß and ς have more than one small form
  const plain = text.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
  const even = plain.replace(INVISIBLE, '').replace(APOSTROPHES, "'").replace(DASHES, '-');
  return (even.match(COUNTS) ?? []).join(' ');
}
