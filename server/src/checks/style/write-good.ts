import writeGood from 'write-good';
import type { Prose } from '../../draft/prose.ts';
import type { Span } from '../../draft/span.ts';
import { overlaps, shift } from '../../draft/span.ts';
import type { Code, Raised } from '../check.ts';
import { clicheStretches } from './cliche-words.ts';

interface Rule {
  readonly code: string;
  /** The name of the check in write-good. */
  readonly check: string;
  readonly summary: string;
  /** What is said of the words; they stand in place of the star. */
  readonly message: string;
  readonly examples: NonNullable<Code['examples']>;
}

/** The checks of write-good, a code each. */
export const RULES: readonly Rule[] = [
  {
    code: 'style/passive',
    check: 'passive',
    summary: 'A passive',
    message: '“*” leaves out who did it. If that matters, name them and turn the sentence round.',
    examples: {
      wrong: 'The gate was forged in the village.',
      right: 'A blacksmith in the village forged the gate.',
    },
  },
  {
    code: 'style/weasel',
    check: 'weasel',
    summary: 'A vague word: many, several, very',
    message: '“*” is vague. A figure or a fact tells readers more.',
    examples: { wrong: 'Several boats stayed in harbour.', right: 'Nine boats stayed in harbour.' },
  },
  {
    code: 'style/adverb',
    check: 'adverb',
    summary: 'An adverb that may weaken its verb',
    message: '“*” may add little. Does the sentence lose anything without it?',
    examples: {
      wrong: 'The crew quickly left the ferry.',
      right: 'The crew left the ferry within a minute.',
    },
  },
  {
    code: 'style/too-wordy',
    check: 'tooWordy',
    summary: 'A wordy phrase or a long word',
    message: '“*” is wordy. Is there a shorter way to say it?',
    examples: { wrong: 'The council met in order to vote.', right: 'The council met to vote.' },
  },
  {
    code: 'style/cliche',
    check: 'cliches',
    summary: 'A cliché',
    message: '“*” is a cliché. Plain words say more.',
    examples: {
      wrong: 'The new pier, the icing on the cake, opens in May.',
      right: 'The new pier opens in May.',
    },
  },
  {
    code: 'style/so',
    check: 'so',
    summary: 'A sentence that opens with “So”',
    message: '“*” adds nothing at the start of a sentence.',
    examples: { wrong: 'So the council closed the bridge.', right: 'The council closed the bridge.' },
  },
  {
    code: 'style/there-is',
    check: 'thereIs',
    summary: 'A sentence that opens with “There is”',
    message: '“*” is a slow start. Could the sentence begin with what there is?',
    examples: { wrong: 'There is a crack in the pier.', right: 'A crack runs through the pier.' },
  },
  {
    code: 'style/illusion',
    check: 'illusion',
    summary: 'A word repeated, as write-good sees it',
    message: '“*” is repeated.',
    examples: { wrong: 'The ferry left the the harbour.', right: 'The ferry left the harbour.' },
  },
  {
    code: 'style/to-be',
    check: 'eprime',
    summary: 'Any form of “to be”',
    message: '“*” is a form of “to be”. A verb that tells what happens may do more.',
    examples: { wrong: 'Nine boats are in harbour.', right: 'Nine boats lie in harbour.' },
  },
];

/** A stretch longer than this is left alone: write-good takes time by the square of it. UTF-16 units. */
export const LONGEST = 3_000;

const NAMES = RULES.map(({ check }) => check);

/** What write-good says of a paragraph outside its quotes, for the codes that are on; one of its checks at a time, because it does not say which of them spoke. */
export function wordingOf(
  prose: Prose,
  isOn: (code: string) => boolean,
  allowed: readonly string[],
): readonly Raised[] {
  const raised: Raised[] = [];
  for (const rule of RULES) {
    if (!isOn(rule.code)) continue;
    for (const { start, end } of stretchesOf(prose, rule)) {
      const text = prose.text.slice(start, end);
      const options = Object.fromEntries(NAMES.map((name) => [name, name === rule.check]));
      for (const { index, offset } of writeGood(text, options)) {
        const span = { start: start + index, end: start + index + offset };
        if (isSpoken(prose, span) || isAllowed(prose.text, span, allowed)) continue;
        const words = prose.text.slice(span.start, span.end);
        raised.push({ code: rule.code, span, message: rule.message.replace('*', () => words) });
      }
    }
  }
  return raised;
}

// a paragraph whole, or by sentences where it is too long
function stretchesOf(prose: Prose, { check }: Rule): readonly Span[] {
  const stretches =
    prose.text.length <= LONGEST
      ? [{ start: 0, end: prose.text.length }]
      : prose.sentences.filter(({ start, end }) => end - start <= LONGEST);
  if (check !== 'cliches') return stretches;
  // write-good tries some 700 patterns at every letter, which is nearly all of its time
  return stretches.flatMap(({ start, end }) =>
    clicheStretches(prose.text.slice(start, end)).map((one) => shift(one, start)),
  );
}

// words of the speaker's, or half of them
const isSpoken = (prose: Prose, span: Span): boolean => prose.quotes.some((quote) => overlaps(quote, span));

// our own, because write-good's list of allowed words misses one that opens the text
function isAllowed(text: string, span: Span, allowed: readonly string[]): boolean {
  const around = text.slice(Math.max(0, span.start - 60), span.end + 60).toLowerCase();
  const words = text.slice(span.start, span.end).toLowerCase();
  return allowed.some(
    (one) => one !== '' && one.toLowerCase().includes(words) && around.includes(one.toLowerCase()),
  );
}
