import type { Span } from '../../draft/span.ts';
import { wordList } from '../../language/closed-class.ts';

const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = wordList('twenty thirty forty fifty sixty seventy eighty ninety');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};

/** A whole number up to 99 in words. */
export const WORD_NUMBER = String.raw`(?:(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(0, 9).join('|')}))?|${[...UNITS].sort((a, b) => b.length - a.length).join('|')})\b`;

/** A number as news copy writes it: 1,200 · 1.2m · three · twenty-one · $3.5 billion · a dozen. */
export const NUMBER = String.raw`(?:[$£€¥]\s?\d+(?:,\d+)*(?:\.\d+)?(?:\s?(?:million|billion|trillion|thousand|bn|mn|tn|m|b|k)\b)?|\d+(?:,\d+)*(?:\.\d+)?(?:\s?(?:million|billion|trillion|thousand|hundred|bn|mn|tn|m|k)\b)?|${WORD_NUMBER}(?:\s(?:hundred|thousand|million|billion|dozen)\b)?|(?:a|two|three) dozen)`;

/** A number that was read: its value, and how far rounding may have moved it. */
export interface Amount {
  readonly value: number;
  /** Half a unit of the last digit that is given. */
  readonly slack: number;
  /** Its currency mark, or none. */
  readonly unit: string;
}

/** Reads a number as `NUMBER` finds it; undefined if it is none. */
export function amountOf(text: string): Amount | undefined {
  const match = /^(?<unit>[$£€¥]?)\s?(?<number>\d[\d,]*(?:\.\d+)?)\s?(?<scale>\p{L}*)$/u.exec(text.trim());
  if (match?.groups !== undefined) {
    const { unit = '', number = '', scale = '' } = match.groups;
    const by = scale === '' ? 1 : (SCALES[scale.toLowerCase()] ?? Number.NaN);
    const plain = number.replace(/,/gu, '');
    const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
    const value = Number(plain) * by;
    // round figures in words and in thousands are often rounded further
    return Number.isFinite(value) ? { value, slack: 0.5 * 10 ** -decimals * by, unit } : undefined;
  }
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s-]+/u);
  let value = 0;
  for (const word of words) {
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    const scale = SCALES[word];
    if (word === 'a') value = 1;
    else if (unit >= 0) value += unit + 1;
    else if (ten >= 0) value += (ten + 2) * 10;
    else if (scale !== undefined) value *= scale;
    else return undefined;
  }
  return value > 0
    ? {
        value,
        slack:
          0.5 *
          (words.length > 1 && SCALES[words.at(-1) ?? ''] !== undefined
            ? (SCALES[words.at(-1) ?? ''] ?? 1) / 10
            : 1),
        unit: '',
      }
    : undefined;
}

/** Words that make a number a bound or a guess. */
export type Hedge = 'least' | 'most' | 'about' | undefined;

/** The longest of the words below is shorter: what stands further off need not be read for each number. */
const HEDGE = 40;

/** What the words before a number make of it. */
export function hedgeBefore(before: string): Hedge {
  const text = before.slice(-HEDGE);
  if (/\b(?:at least|more than|over|above|no fewer than|upwards of|exceeding)\s+(?:the\s+)?$/i.test(text))
    return 'least';
  if (
    /\b(?:up to|at most|fewer than|less than|under|below|no more than|as many as)\s+(?:the\s+)?$/i.test(text)
  )
    return 'most';
  if (
    /\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|just over|just under|close to|estimated|maybe|perhaps|or so)\s+(?:a\s+)?$/i.test(
      text,
    )
  )
    return 'about';
  return undefined;
}

/** A stated number with its place in the paragraph (UTF-16 offsets). */
export interface Stated extends Span {
  readonly amount: Amount;
  readonly hedge: Hedge;
}

/** Whether two statements of one quantity can both be true. */
export function agree(a: Stated, b: Stated): boolean {
  const [x, y] = [a.amount.value, b.amount.value];
  if (x === y) return true;
  if (a.amount.unit !== b.amount.unit) return true;
  if (a.hedge === 'least' && y >= x) return true;
  if (b.hedge === 'least' && x >= y) return true;
  if (a.hedge === 'most' && y <= x) return true;
  if (b.hedge === 'most' && x <= y) return true;
  const near = Math.abs(x - y) <= 0.07 * Math.max(x, y);
  if ((a.hedge !== undefined || b.hedge !== undefined) && near) return true;
  if (a.amount.unit !== '' && (isRoundingOf(x, y) || isRoundingOf(y, x))) return true;
  // $1.2bn and $1.23bn are one figure, rounded
  return (
    Math.abs(x - y) <= Math.max(a.amount.slack, b.amount.slack) * 1.01 &&
    Math.min(a.amount.slack, b.amount.slack) < Math.max(a.amount.slack, b.amount.slack)
  );
}

// $63,000 for $63,636.36
function isRoundingOf(round: number, exact: number): boolean {
  let step = 1;
  while (step < 1e12 && round % (step * 10) === 0) step *= 10;
  const digits = (value: number) => String(value).replace(/\D|0+$/gu, '').length;
  return step > 1 && digits(exact) >= digits(round) + 2 && Math.abs(round - exact) < step;
}

const ANY_NUMBER = new RegExp(String.raw`\d[\d,.]*|\b(?:${UNITS.join('|')}|${TENS.join('|')}|dozen)\b`, 'gi');

/** Whether a text has a number at all, or as many as `least`. */
export function hasNumber(text: string, least = 1): boolean {
  if (least === 1 && /\d/.test(text)) return true;
  ANY_NUMBER.lastIndex = 0;
  for (let count = 0; count < least; count += 1) if (!ANY_NUMBER.test(text)) return false;
  return true;
}
