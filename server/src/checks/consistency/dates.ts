import { addDays, getDay, isExists, isValid } from 'date-fns';
import type { Span } from '../../draft/span.ts';
import { MONTHS, WEEKDAYS } from '../../language/calendar.ts';

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

export const weekdayName = (weekday: number): string => WEEKDAYS[weekday] ?? '';
export const monthName = (month: number): string => MONTHS[month - 1] ?? '';

// a word as copy sets it, and as headlines and forms do
const orCapitals = (words: string): string => `(?:${words}|${words.toUpperCase()})`;
const WD = orCapitals(
  '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday|s)?|Thu(?:rs(?:day)?|r)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)',
);
const MON = orCapitals(
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)',
);
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
  // Monday 02/06/2025, Monday 2.6.2025, Monday 02-06-2025
  {
    regex: new RegExp(
      String.raw`\b(?<w>${WD})\b\.?,?\s+\(?(?<d>\d{1,2})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<y>${YEAR})\b`,
      'dgu',
    ),
    swappable: true,
  },
  // Monday 2/Jun/2025, Mon 2-Jun-2025
  {
    regex: new RegExp(
      String.raw`\b(?<w>${WD})\b\.?,?\s+\(?(?<d>${DAY})[/-](?<m>${MON})[/-](?<y>${YEAR})\b`,
      'dgu',
    ),
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
const TOWARDS = /\b(?<towards>next|last)\s+$/i;

/** Finds the weekdays that stand with a date, in the formats of both sides of the Atlantic. */
export function datedWeekdaysIn(text: string): readonly DatedWeekday[] {
  if (!/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text) || !/\d/u.test(text)) return [];
  const found: DatedWeekday[] = [];
  const free = (span: Span) =>
    !found.some((other) => other.span.start < span.end && span.start < other.span.end);
  for (const regex of PAIRED) {
    for (const match of text.matchAll(regex)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const part = (name: string) => placedPart(match, name);
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
  const part = (name: string) => placedPart(match, name);
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

function placedPart(match: RegExpExecArray, name: string): Span | undefined {
  const at = match.indices?.groups?.[name];
  return at === undefined ? undefined : { start: at[0], end: at[1] };
}

const asNumber = (text: string, span: Span): Placed => ({
  ...span,
  value: Number(text.slice(span.start, span.end)),
});

const asWeekday = (text: string, span: Span): Placed => ({
  ...span,
  value: named(WEEKDAYS, text.slice(span.start, span.end)),
});

// “Sept”, “SEPTEMBER” and “September” are one
const named = (names: readonly string[], word: string): number =>
  names.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase());

function asMonth(text: string, span: Span): Placed {
  const word = text.slice(span.start, span.end);
  return { ...span, value: /^\d/u.test(word) ? Number(word) : named(MONTHS, word) + 1 };
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
  const month = monthWord === undefined ? Number(m3) : named(MONTHS, monthWord) + 1;
  const day = { year: Number(y ?? y2 ?? y3), month, day: Number(d ?? d2 ?? d3) };
  if (!dayExists(day) || !isValid(dateOf(day))) return undefined;
  return { day, span: { start: match.index, end: match.index + match[0].length } };
}

/** The years that a text names. */
export const yearsIn = (text: string): readonly number[] =>
  [...text.matchAll(new RegExp(String.raw`(?<![\d.,$£€-])${YEAR}(?![\d%]|[.,]\d)`, 'gu'))].map((match) =>
    Number(match[0]),
  );

/** A date that no calendar has, and its month and day as a sentence says them. */
export interface NoDate extends Span {
  readonly said: string;
}

const LOOSE_DAY = String.raw`\d{1,2}`;
const ORDINAL = '(?:st|nd|rd|th)';
// Named parts: d and m as above, e a later day of the same month, y year.
const WORDED: readonly RegExp[] = [
  // June 31 · Sept. 31st, 2026 · June 28-31
  String.raw`\b(?<m>${MON})\b\.?\s+(?:the\s+)?(?<d>${LOOSE_DAY})(?<o>${ORDINAL})?(?:\s?(?:[-–]|\bto\b)\s?(?<e>${LOOSE_DAY})${ORDINAL}?)?(?![\p{L}\d%]|[:.,]\d)(?:,?\s+(?<y>${YEAR})\b)?`,
  // 31 June · the 31st of Sept. 2026 · 31-Jun-2026
  String.raw`(?<![\d.,:/£$€-])(?<d>${LOOSE_DAY})(?<o>${ORDINAL})?(?:\s+(?:of\s+)?|[/-])(?<m>${MON})\b\.?(?:(?:,?\s+|[/-])(?<y>${YEAR})\b)?`,
].map((one) => new RegExp(one, 'dgu'));
const IN_FIGURES: readonly RegExp[] = [
  String.raw`(?<![\p{L}\d./-])(?<y>${YEAR})-(?<m>\d\d)-(?<d>\d\d)(?![\p{L}\d/-]|\.\d)(?:T\d\d)?`,
  String.raw`(?<![\p{L}\d./-])(?<d>\d{1,2})(?<sep>[/.-])(?<m>\d{1,2})\k<sep>(?<y>${YEAR})(?![\p{L}\d/-]|\.\d)`,
].map((one) => new RegExp(one, 'dgu'));

/** Days that a month has at the most. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
// “In June 31 people …”, “last April 31 …”: the month ends there, and a count begins
const MONTH_ALONE = /\b(?:in|during|of|last|this|next|early|late|mid|since|each|every|by)[\s-]+$/i;
const COUNT_AFTER = /^\s+(?:\p{Ll}+\s+)?\p{Ll}+(?:s|people|men|women|children|per|cent)\b/u;
const BEFORE_DATE =
  /(?:\b(?:on|from|until|till|to|and|or|before|after|through|between|dated?|for|by|day,?|is|was|due)[:,]?|^|[(,:–—-])\s*$/i;
const SAID_OF_CALENDAR =
  /\b(?:exists?|existed|existing|no such|there (?:is|was|are) no|imaginary|invent\p{L}*|fiction\p{L}*|impossible|Julian|old style|leap)\b/iu;

/**
 * Finds dates that no calendar has: April 31, 29 February 2025, 2026-06-31, 31/04/2026. Without a year February 29 is one; figures only
 * count as a date when no reading of either side of the Atlantic makes one.
 */
export function noDatesIn(text: string): readonly NoDate[] {
  if (!/\b(?:29|3\d)(?:st|nd|rd|th)?\b/u.test(text) || SAID_OF_CALENDAR.test(text)) return [];
  const found: NoDate[] = [];
  const add = ({ start, end }: Span, month: number, day: number, year?: number) => {
    const said = `${monthName(month)} ${day}${year === undefined || day > 29 ? '' : `, ${year}`}`;
    if (!found.some((other) => other.start < end && start < other.end)) found.push({ start, end, said });
  };
  const isNone = (month: number, day: number, year: number | undefined) =>
    month >= 1 &&
    month <= 12 &&
    day <= 39 &&
    (day > (LONGEST[month - 1] ?? 31) ||
      // 1900 was a leap year where the old calendar was kept
      (month === 2 && day === 29 && year !== undefined && year > 1920 && !dayExists({ year, month, day })));
  for (const pattern of WORDED) {
    for (const match of text.matchAll(pattern)) {
      const part = (name: string) => placedPart(match, name);
      const [m, d] = [part('m'), part('e') ?? part('d')];
      if (m === undefined || d === undefined) continue;
      const [month, day] = [asMonth(text, m).value, asNumber(text, d).value];
      const y = part('y');
      const year = y === undefined ? undefined : asNumber(text, y).value;
      if (!isNone(month, day, year)) continue;
      // the stop belongs to the sentence, unless the month is cut short: “Sept. 31” but “31 June.”
      const words = match[0].trimEnd();
      const end =
        match.index +
        (/\p{L}{4,}\.$/u.test(words) && !/sept\.$/i.test(words) ? words.length - 1 : words.length);
      const sure = year !== undefined || part('o') !== undefined;
      if (!sure && !isDate(text, { start: match.index, end }, m.start === match.index, day)) continue;
      add({ start: match.index, end }, month, day, year);
    }
  }
  for (const pattern of IN_FIGURES) {
    for (const match of text.matchAll(pattern)) {
      const [m, d, y] = [Number(match.groups?.m), Number(match.groups?.d), Number(match.groups?.y)];
      // 11/31/2026 on one side of the ocean is 31/11/2026 on the other
      const [month, day] = match.groups?.sep !== undefined && m > 12 ? [d, m] : [m, d];
      if (day <= 31 && isNone(month, day, y))
        add({ start: match.index, end: match.index + match[0].length }, month, day, y);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a month and a number with neither year nor “st” are meant as a date. */
function isDate(text: string, span: Span, monthFirst: boolean, day: number): boolean {
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const after = text.slice(span.end);
  if (/\bon\s+$/i.test(before)) return !/^\s+\p{Lu}/u.test(after) || monthFirst;
  if (COUNT_AFTER.test(after) || day > 31) return false;
  if (!monthFirst && /^\s+\p{Lu}/u.test(after)) return false;
  return !MONTH_ALONE.test(before) || /^[,;:)]/u.test(after)
    ? BEFORE_DATE.test(before) || /^(?:[.,;:)]|\s*[–—-]|\s*$)/u.test(after)
    : false;
}
