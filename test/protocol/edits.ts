import { COPY } from '../copy.ts';
import type { Chance } from '../corpus/chance.ts';

/** Copy to start from and to paste. */
export const TEXTS = COPY.filter(({ format }) => format !== 'html').map(({ text }) => text);

const KEYS = [
  ...' aest.,’”“"\'-\n\r\t0#>*`_[]()⛴é\u0301\ufeff',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '- ',
  '## ',
  '```\n',
  '---\n',
  '. ',
];

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// An editor never changes half of a character or of a line's end.
const whole = (text: string, at: number): number =>
  /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/u.test(text.slice(at - 1, at + 1)) ? at + 1 : at;

/** What somebody does next to a draft: types, deletes, pastes from another or from above, replaces a figure or a name. */
export function nextEdit(text: string, chance: Chance): Edit {
  const anywhere = () => whole(text, chance.between(0, text.length));
  const lineEnd = () => {
    const found = text.slice(anywhere()).search(/[\r\n]/u);
    return found < 0 ? text.length : whole(text, Math.min(text.length, found));
  };
  const start = chance.next() < 0.3 ? lineEnd() : anywhere();
  const what = chance.next();
  if (what < 0.35) return { start, end: start, text: chance.pick(KEYS) };
  if (what < 0.5)
    return { start, end: whole(text, Math.min(text.length, start + chance.between(1, 4))), text: '' };
  if (what < 0.58)
    return { start, end: whole(text, Math.min(text.length, start + chance.between(20, 600))), text: '' };
  if (what < 0.75) {
    const paragraphs = chance.pick(TEXTS).split(/\n{2,}/u);
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const pasted = chance.some(paragraphs, chance.between(1, 3)).join('\n\n').replaceAll('\n', eol);
    return { start, end: start, text: eol + eol + pasted + (chance.next() < 0.5 ? eol + eol : '') };
  }
  if (what < 0.85) {
    const from = anywhere();
    return {
      start,
      end: start,
      text: text.slice(from, whole(text, Math.min(text.length, from + chance.between(30, 900)))),
    };
  }
  const words = [...text.matchAll(/\p{Lu}\p{Ll}+|\d[\d,.]*/gu)];
  if (words.length === 0) return { start, end: start, text: 'Monday, March 3' };
  const word = chance.pick(words);
  const other = chance.pick(words)[0];
  return { start: word.index, end: word.index + word[0].length, text: other };
}

/** What undoes an edit. */
export const inverse = (text: string, { start, end, text: put }: Edit): Edit => ({
  start,
  end: start + put.length,
  text: text.slice(start, end),
});
