import { addDays, getDay, isExists, isValid } from 'date-fns';
import type { Span } from '../../draft/span.ts';

/** A day of the calendar; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A number and where it stands. */
interface Placed extends Span {
  readonly value: number;
}

/** A weekday with the date it is said to fall on: “Monday, June 2”. Spans are UTF-16 offsets of the text. */
export interface DatedWeekday {
  readonly span: Span;
  /** 0 is Sunday. */
  readonly weekday: Placed;
  readonly day: Placed;
  /** Absent in “Monday 2nd”. */
  readonly month?: Placed;
  readonly year?: number;
  /** `next` or `last` before the weekday. */
  readonly towards?: 'next' | 'last';
  /** Figures only, which the two sides of the Atlantic read differently: day and month may change places. */
  readonly swappable?: boolean;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayName = (weekday: number): string => WEEKDAYS[weekday] ?? '';
export const monthName = (month: number): string => MONTHS[month - 1] ?? '';

const WD =
  '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday|s)?|Thu(?:rs(?:day)?|r)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)';
const MON =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY = String.raw`(?:[12]\d|3[01]|0?[1-9])`;
const YEAR = String.raw`(?:1[89]|20)\d\d`;
const AFTER_DAY = String.raw`(?![\d%]|[:.,]\d|\s?(?:am|pm|a\.m|p\.m|per cent|percent|million|billion|people)\b)`;
const PART = String.raw`(?:[’']s)?(?:\s(?:night|morning|afternoon|evening|lunchtime))?`;

interface Pattern {
  readonly regex: RegExp;
  readonly swappable?: boolean;
}

// Named parts: w weekday, d day, m month, y year.
const PATTERNS: readonly Pattern[] = [
  // Monday, June 2, 2025 · Monday (June 2) · Mon. Jun. 2nd
  {
    regex: new RegExp(
      String.raw`\b(?<w>${WD})\b\.?${PART},?\s+\(?(?<m>${MON})\b\.?\s+(?:the\s+)?(?<d>${DAY})(?:st|nd|rd|th)?\b${AFTER_DAY}(?:,?\s+(?<y>${YEAR})\b)?`,
      'dgu',
    ),
  },
  // Monday 2 June 2025 · Monday, the 2nd of June · Monday (2 June) · Monday 2-4 June
  {
    regex: new RegExp(
      String.raw`\b(?<w>${WD})\b\.?${PART},?\s+\(?(?:the\s+)?(?<d>${DAY})(?:st|nd|rd|th)?(?:\s?[-–]\s?${DAY}(?:st|nd|rd|th)?)?\s+(?:of\s+)?(?<m>${MON})\b\.?(?:,?\s+(?<y>${YEAR})\b)?`,
      'dgu',
    ),
  },
  // June 2, 2025 (Monday) · June 2, 2025, a Monday · June 2, Monday,
  {
    regex: new RegExp(
      String.raw`\b(?<m>${MON})\b\.?\s+(?<d>${DAY})(?:st|nd|rd|th)?\b(?:,?\s+(?<y>${YEAR})\b)?(?:\s+\(\s*(?<w>${WD})\b(?=\.?\s*\))|,?\s+(?:which\s+)?(?:was|is|falls on|fell on|will be)\s+a\s+(?<w2>${WD})\b|,\s+an?\s+(?<w3>${WD})\b|,\s+(?<w4>${WD})\b(?=[,.;)]))`,
      'dgu',
    ),
  },
  // 2 June 2025 (Monday)
  {
    regex: new RegExp(
      String.raw`\b(?<d>${DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>${MON})\b\.?(?:,?\s+(?<y>${YEAR})\b)?(?:\s+\(\s*(?<w>${WD})\b(?=\.?\s*\))|,?\s+(?:which\s+)?(?:was|is|falls on|fell on|will be)\s+a\s+(?<w2>${WD})\b|,\s+an?\s+(?<w3>${WD})\b|,\s+(?<w4>${WD})\b(?=[,.;)]))`,
      'dgu',
    ),
  },
  // Monday 02/06/2025, Monday 2.6.2025
  {
    regex: new RegExp(
      String.raw`\b(?<w>${WD})\b\.?,?\s+\(?(?<d>\d{1,2})[/.](?<m>\d{1,2})[/.](?<y>${YEAR})\b`,
      'dgu',
    ),
    swappable: true,
  },
  // Monday 2025-06-02
  { regex: new RegExp(String.raw`\b(?<w>${WD})\b\.?,?\s+\(?(?<y>${YEAR})-(?<m>\d{2})-(?<d>\d{2})\b`, 'dgu') },
  // 2025-06-02 (Monday)
  { regex: new RegExp(String.raw`\b(?<y>${YEAR})-(?<m>\d{2})-(?<d>\d{2})\s+\(?(?<w>${WD})\b`, 'dgu') },
  // Monday 2nd, Monday the 2nd: the month is the dateline's
  {
    regex: new RegExp(
      String.raw`\b(?<w>${WD})\b,?\s+(?:the\s+)?(?<d>${DAY})(?:st|nd|rd|th)\b(?!\s+(?:of\b|\p{Lu}|\p{L}*\s*(?:anniversary|century|minute|round|place|day|time|year|floor|street|avenue|hole|lap|seed|birthday|edition|annual|game|test|stage|season|inning|century|district|circuit|congress)\b|${MON}\b|[-–]))`,
      'dgu',
    ),
  },
];

// Saturday and Sunday, June 7 and 8 · Saturday 7 and Sunday 8 June: the weekdays share a month
const PAIRED: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?<w>${WD})\b\.?\s*(?:and|&|or|to|through|until|[-–])\s*(?<v>${WD})\b\.?,?\s+\(?(?<m>${MON})\b\.?\s+(?<d>${DAY})(?:st|nd|rd|th)?\s*(?:and|&|or|to|through|until|[-–])\s*(?<e>${DAY})(?:st|nd|rd|th)?\b${AFTER_DAY}(?:,?\s+(?<y>${YEAR})\b)?`,
    'dgu',
  ),
  new RegExp(
    String.raw`\b(?<w>${WD})\b\.?\s*(?:and|&|or|to|through|until|[-–])\s*(?<v>${WD})\b\.?,?\s+\(?(?<d>${DAY})(?:st|nd|rd|th)?\s*(?:and|&|or|to|through|until|[-–])\s*(?<e>${DAY})(?:st|nd|rd|th)?\s+(?<m>${MON})\b\.?(?:,?\s+(?<y>${YEAR})\b)?`,
    'dgu',
  ),
  new RegExp(
    String.raw`\b(?<w>${WD})\b\.?,?\s+(?:the\s+)?(?<d>${DAY})(?:st|nd|rd|th)?,?\s*(?:and|&|or|to|through|until|[-–])\s*(?<v>${WD})\b\.?,?\s+(?:the\s+)?(?<e>${DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>${MON})\b\.?(?:,?\s+(?<y>${YEAR})\b)?`,
    'dgu',
  ),
];
/** A weekday right before the match makes it the last of several, whose date may be another's. */
const AFTER_WEEKDAY = new RegExp(String.raw`\b${WD}\b\.?,?\s*(?:and|&|or|to|through|until|[-–,])\s*$`, 'u');
const TOWARDS = /\b(?<towards>next|last)\s+$/iu;

/** Finds the weekdays that stand with a date, in the formats of both sides of the Atlantic. */
export function datedWeekdaysIn(text: string): readonly DatedWeekday[] {
  if (!/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/u.test(text) || !/\d/u.test(text)) return [];
  const found: DatedWeekday[] = [];
  const free = (span: Span) =>
    !found.some((other) => other.span.start < span.end && span.start < other.span.end);
  for (const regex of PAIRED) {
    for (const match of text.matchAll(regex)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const part = (name: string) => placedPart(text, match, name);
      const [w, v, d, e, m] = [part('w'), part('v'), part('d'), part('e'), part('m')];
      if (!w || !v || !d || !e || !m || !free(span)) continue;
      const year = match.groups?.['y'];
      const shared = { span, month: asMonth(text, m), ...(year === undefined ? {} : { year: Number(year) }) };
      found.push(
        { ...shared, weekday: asWeekday(text, w), day: asNumber(text, d) },
        { ...shared, weekday: asWeekday(text, v), day: asNumber(text, e) },
      );
    }
  }
  for (const { regex, swappable } of PATTERNS) {
    for (const match of text.matchAll(regex)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!free(span)) continue;
      const one = datedWeekday(text, match, span, swappable === true);
      if (one !== undefined) found.push(one);
    }
  }
  return found.sort((a, b) => a.weekday.start - b.weekday.start);
}

function datedWeekday(
  text: string,
  match: RegExpExecArray,
  span: Span,
  swappable: boolean,
): DatedWeekday | undefined {
  const part = (name: string) => placedPart(text, match, name);
  const w = part('w') ?? part('w2') ?? part('w3') ?? part('w4');
  const d = part('d');
  const m = part('m');
  if (w === undefined || d === undefined) return undefined;
  const before = text.slice(Math.max(0, w.start - 30), w.start);
  if (w.start === span.start && AFTER_WEEKDAY.test(before)) return undefined;
  // a newspaper, or the verb
  if (
    /^(?:Sun|Sat|Wed|Mon)$/u.test(text.slice(w.start, w.end)) &&
    /\b(?:The|the|he|she|who|they)\s+$/u.test(before)
  )
    return undefined;
  const towards = TOWARDS.exec(before)?.groups?.['towards']?.toLowerCase();
  const year = match.groups?.['y'];
  const ends = [w, d, m, part('y')].flatMap((one) => (one === undefined ? [] : [one.end]));
  const end = Math.max(...ends);
  // “June 2 (Monday)” keeps its bracket
  const closed = text.charAt(end) === ')' && text.slice(span.start, end).includes('(') ? 1 : 0;
  return {
    span: { start: span.start, end: end + closed },
    weekday: asWeekday(text, w),
    day: asNumber(text, d),
    ...(m === undefined ? {} : { month: asMonth(text, m) }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(towards === 'next' || towards === 'last' ? { towards } : {}),
    ...(swappable ? { swappable } : {}),
  };
}

function placedPart(_text: string, match: RegExpExecArray, name: string): Span | undefined {
  const at = match.indices?.groups?.[name];
  return at === undefined ? undefined : { start: at[0], end: at[1] };
}

const asNumber = (text: string, span: Span): Placed => ({
  ...span,
  value: Number(text.slice(span.start, span.end)),
});

const asWeekday = (text: string, span: Span): Placed => ({
  ...span,
  value: WEEKDAYS.findIndex((name) => name.startsWith(text.slice(span.start, span.start + 3))),
});

function asMonth(text: string, span: Span): Placed {
  const word = text.slice(span.start, span.end);
  const value = /^\d/u.test(word)
    ? Number(word)
    : MONTHS.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1;
  return { ...span, value };
}

/** Whether there is such a day (no June 31, no February 29 in most years). */
export const dayExists = ({ year, month, day }: Day): boolean => isExists(year, month - 1, day);

const dateOf = ({ year, month, day }: Day): Date => new Date(year, month - 1, day);

/** The weekday of a day, 0 is Sunday. */
export const weekdayOf = (day: Day): number => getDay(dateOf(day));

/** The day that lies `by` days after another one. */
export function dayAfter(day: Day, by: number): Day {
  const date = addDays(dateOf(day), by);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** How many days lie between two days; less than 0 if `a` is the earlier one. */
export const daysBetween = (a: Day, b: Day): number =>
  Math.round((dateOf(a).getTime() - dateOf(b).getTime()) / 86_400_000);

/** The nearest day with a weekday, at most three days away. */
export function nearestWith(weekday: number, to: Day): Day {
  const ahead = (weekday - weekdayOf(to) + 7) % 7;
  return dayAfter(to, ahead <= 3 ? ahead : ahead - 7);
}

const FULL_DATE = new RegExp(
  String.raw`\b(?:(?<m>${MON})\b\.?\s+(?<d>${DAY})(?:st|nd|rd|th)?,?\s+(?<y>${YEAR})|(?<d2>${DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m2>${MON})\b\.?,?\s+(?<y2>${YEAR})|(?<y3>${YEAR})-(?<m3>\d\d)-(?<d3>\d\d))(?!\d)`,
  'u',
);

/** The first date with a year in a text, and where it stands. */
export function fullDateIn(text: string): { readonly day: Day; readonly span: Span } | undefined {
  const match = FULL_DATE.exec(text);
  if (match?.groups === undefined) return undefined;
  const { m, d, y, m2, d2, y2, m3, d3, y3 } = match.groups;
  const monthWord = m ?? m2;
  const month =
    monthWord === undefined
      ? Number(m3)
      : MONTHS.findIndex((name) => name.startsWith(monthWord.slice(0, 3))) + 1;
  const day = { year: Number(y ?? y2 ?? y3), month, day: Number(d ?? d2 ?? d3) };
  if (!dayExists(day) || !isValid(dateOf(day))) return undefined;
  return { day, span: { start: match.index, end: match.index + match[0].length } };
}

/** The years that a text names. */
export const yearsIn = (text: string): readonly number[] =>
  [...text.matchAll(new RegExp(String.raw`(?<![\d.,$£€-])${YEAR}(?![\d%]|[.,]\d)`, 'gu'))].map((match) =>
    Number(match[0]),
  );
