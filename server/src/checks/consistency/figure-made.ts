import { ANY_MONTH, MONTHS } from '../../language/calendar.ts';
import { type Fact, type Share, UNSAID } from './figure-facts.ts';
import { amountOf, NUMBER } from './quantities.ts';

const PARTS = ['half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const SHARE = new RegExp(
  String.raw`(?<rough>\b(?:about|around|nearly|almost|some|more than|over|just over|just under|less than|roughly)\s+)?\b(?:(?<half>half)|(?<many>an?|${NUMBER})[\s-](?<part>${PARTS.slice(1).join('|')})s?|(?<few>${NUMBER})\s(?:in|out of)\s(?:every\s)?(?<all>${NUMBER})|(?<p>${NUMBER})(?:\s?%|\sper\s?cent)|(?<n>${NUMBER}))(?<of>\s(?:out\s)?of)?(?:\s[\p{L}’'-]+){0,3}?\s$`,
  'iu',
);

/** The share that the words before a whole say is meant: “a third of the 900”, “40 per cent of its 500”, “60 of the 240”. */
export function shareBefore(before: string, whole: number): Share | undefined {
  const groups = SHARE.exec(before)?.groups;
  if (groups === undefined || (groups.of === undefined && groups.half === undefined)) return undefined;
  const read = (text: string | undefined): number =>
    /^an?$/iu.test(text ?? '') ? 1 : (amountOf(text ?? '')?.value ?? Number.NaN);
  const { half, part, many, few, all, p, n } = groups;
  const value =
    half !== undefined
      ? 0.5
      : part !== undefined
        ? read(many) / (PARTS.indexOf(part.toLowerCase()) + 2)
        : few !== undefined
          ? read(few) / read(all)
          : p !== undefined
            ? read(p) / 100
            : read(n) / whole;
  if (!(value > 0 && value < 1)) return undefined;
  const told = n !== undefined ? 0 : p !== undefined ? 0.01 : value * 0.1;
  return { value, slack: groups.rough === undefined ? told : Math.max(told, value * 0.12) };
}

const DAY = String.raw`(?:(?<d#>\d{1,2})(?:\s(?<m#>${ANY_MONTH}))?|(?<u#>${ANY_MONTH})\s(?<e#>\d{1,2}))`;
const day = (k: number): string => DAY.replaceAll('#', String(k));
const SPAN = new RegExp(
  String.raw`\b(?:from\s${day(1)}\s(?:to|until|till)\s${day(2)}|between\s${day(3)}\sand\s${day(4)}|(?:beg[aiu]n|start|open)\p{Ll}*\son\s${day(5)}\s(?:and|to)\s(?:end|clos|finish)\p{Ll}*\son\s${day(6)})\b(?!%|\s?[ap]\.?m)`,
  'du',
);

/** The days between two dates that a sentence gives as the beginning and the end: “from 2 June until 9 June”; none for other sentences. */
export function spanIn(
  sentence: string,
): { readonly days: number; readonly at: readonly [number, number] } | undefined {
  const match = SPAN.exec(sentence);
  if (match === null) return undefined;
  const groups = match.groups ?? {};
  const dates = [1, 2, 3, 4, 5, 6].flatMap((k) => {
    const date = groups[`d${k}`] ?? groups[`e${k}`];
    return date === undefined ? [] : [{ date: Number(date), month: groups[`m${k}`] ?? groups[`u${k}`] }];
  });
  const [a, b] = dates;
  if (a === undefined || b === undefined) return undefined;
  const monthOf = (one: string | undefined): number => MONTHS.findIndex((month) => one?.startsWith(month));
  const [from, to] = [monthOf(a.month ?? b.month), monthOf(b.month ?? a.month)];
  if (from < 0 || to < 0) return undefined;
  // a year that is no leap year; nobody counts the days of a span that long
  const days = (Date.UTC(2001, to, b.date) - Date.UTC(2001, from, a.date)) / 86_400_000;
  return days > 0 ? { days, at: [match.index, match.index + match[0].length] } : undefined;
}

/** The span of a sentence as a fact, to be held against “the ten-day strike”. */
export function spansIn(sentence: string, from: number, about: readonly string[]): readonly Fact[] {
  const span = spanIn(sentence);
  if (span === undefined) return [];
  return [
    {
      ...UNSAID,
      stated: {
        start: from + span.at[0],
        end: from + span.at[1],
        amount: { value: span.days, slack: 1, unit: '' },
        hedge: undefined,
      },
      unit: 'span',
      about,
    },
  ];
}
