import { type Draft, isUnbroken, type Paragraph, toSource } from '../../draft/draft.ts';
import { memoizeWeak } from '../../draft/memoize.ts';
import type { Prose } from '../../draft/prose.ts';
import { overlaps, type Span } from '../../draft/span.ts';
import type { Fix, Raised, Related } from '../check.ts';
import type { Marked } from '../summaries.ts';
import {
  type DatedWeekday,
  type Day,
  datedWeekdaysIn,
  dayExists,
  daysBetween,
  fullDateIn,
  monthName,
  type NoDate,
  nearestWith,
  noDatesIn,
  weekdayName,
  weekdayOf,
  yearsIn,
} from './dates.ts';

export const WEEKDAY_CODE = 'consistency/weekday';

/** The weekdays of a paragraph that stand with dates, and the years named beside each. */
export interface WeekdaySummary {
  readonly dated: readonly {
    readonly said: DatedWeekday;
    readonly years: readonly number[];
    readonly relative: boolean;
  }[];
  /** Dates that no calendar has, with the weekday beside them. */
  readonly none: readonly NoDate[];
}

/** A date that nobody takes for one: that it is none is what is told of it, or it is a title. */
const NOT_MEANT =
  /\b(?:there (?:is|was|are|were|being) no|with no|no such|has no|have no|non-existent|imaginary|fictional|jok(?:e|es|ed|ing)|wrongly|does(?: not|n[’']t) exist|novels?|play|film|song|album|band|street|road)\b/i;
/** In Britain and its colonies weekdays fell on other dates until then. */
const LAST_OLD_STYLE = 1752;
/** The year is told elsewhere, or the calendar is another one. */
const OTHER_CALENDAR = /\b(?:old style|old calendar|Julian|(?:that|the same) year)\b/i;

/** What a paragraph says of weekdays and impossible dates, if anything. */
export function weekdaysOf(prose: Prose): WeekdaySummary | undefined {
  const all = datedWeekdaysIn(prose.text);
  const whole = { start: 0, end: prose.text.length };
  const sentenceAt = (at: number): Span =>
    prose.sentences.find((one) => one.start <= at && at < one.end) ?? whole;
  const isMeant = memoizeWeak(({ start, end }: Span) => !NOT_MEANT.test(prose.text.slice(start, end)));
  const impossible = noDatesIn(prose.text).filter(({ start }) => isMeant(sentenceAt(start)));
  if (all.length === 0 && impossible.length === 0) return undefined;
  const besides = (date: NoDate) => all.find(({ span }) => overlaps(span, date))?.span ?? date;
  const none = impossible.map((date) => ({
    ...date,
    start: Math.min(date.start, besides(date).start),
    end: Math.max(date.end, besides(date).end),
  }));
  const yearsAround = memoizeWeak((around: Span) => {
    const text = prose.text.slice(around.start, around.end);
    const years = yearsIn(text);
    return {
      years,
      relative:
        /\b(?:last|next|previous|following|this|coming) year\b|\byears? (?:ago|earlier|later)\b/i.test(text),
      other: OTHER_CALENDAR.test(text) || years.some((year) => year <= LAST_OLD_STYLE),
    };
  });
  const dated = all.filter(
    ({ span }) => !none.some((date) => overlaps(span, date)) && !yearsAround(sentenceAt(span.start)).other,
  );
  return {
    none,
    dated: dated.map((said) => {
      const own = sentenceAt(said.span.start);
      const { years, relative } = yearsAround(own);
      // “The poll is on 4 January 2026. The next one, on Thursday, 7 May, …”
      const before = sentenceAt(own.start - 2);
      return { said, years: [...years, ...yearsAround(before).years], relative };
    }),
  };
}

/** When a draft was written, as far as it says so, and where it says so. */
export interface ReferenceDate {
  readonly year: number;
  readonly day?: Day;
  readonly span?: Span;
}

const TOP = 8;
const STAMP =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|filed|issued|date|release date|embargo(?:ed)?(?: until)?)\b.{0,20})/iu;
// LONDON, June 2, 2025 (Reuters) - · WASHINGTON (AP) — May 1, 2024 —
const FIGURES = /\b\d{1,2}[./]\d{1,2}[./](?<year>(?:19|20)\d\d)\b/u;
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{L} .,’'/-]{2,60}?[,(–—-]\s*(?:\p{L}+\)\s*[–—-]?\s*)?(?=\p{Lu}\p{L}+\.? \d|\d)/u;
const FRONT_MATTER =
  /^\ufeff?\s*(?:---|\+\+\+|\{)[ \t]*(?:\r\n?|\n)(?:[^\r\n]*(?:\r\n?|\n)){0,40}?[ \t]*["']?(?:date|published|updated|lastmod|pubdate)["']?\s*[:=]\s*["']?(?<date>[^\r\n"']{6,40})/iu;

/** Finds the date of a draft: front matter, a date line, a dateline; else the year of the house. */
export function referenceDateOf(draft: Draft, houseYear: number): ReferenceDate | undefined {
  const front = FRONT_MATTER.exec(draft.source.slice(0, 4000));
  const stated = front?.groups?.['date'];
  if (front !== null && stated !== undefined) {
    const date = fullDateIn(stated);
    if (date !== undefined) {
      const start = front[0].length - stated.length + date.span.start;
      return {
        year: date.day.year,
        day: date.day,
        span: { start, end: start + date.span.end - date.span.start },
      };
    }
  }
  const { paragraphs } = draft;
  for (let i = 0; i < Math.min(TOP, paragraphs.length); i += 1) {
    const paragraph = paragraphs[i] as Paragraph;
    const { text, kind } = paragraph.prose;
    const top = text.slice(0, 120);
    const date = fullDateIn(top);
    if (date === undefined) {
      // 04/06/2025: which figure is the month cannot be told, but the year can
      const figures = FIGURES.exec(top);
      if (figures?.groups?.year !== undefined && (STAMP.test(text) || figures[0].length === text.length)) {
        const end = figures.index + figures[0].length;
        return { year: Number(figures.groups.year), span: toSource(paragraph, { start: end - 4, end }) };
      }
      continue;
    }
    const alone = top.length - (date.span.end - date.span.start) < 30 && text.length < 120;
    const opens = DATELINE.exec(text);
    if (
      kind === 'dateline' ||
      STAMP.test(text) ||
      (alone && !/[.!?]$/u.test(text)) ||
      opens?.[0].length === date.span.start
    )
      return { year: date.day.year, day: date.day, span: toSource(paragraph, date.span) };
  }
  return houseYear > 0 ? { year: houseYear } : undefined;
}

/** Finds weekdays that do not fall on the dates beside them. */
export function* weekdayFindings(
  draft: Draft,
  marks: readonly Marked<WeekdaySummary>[],
  referenceDateOfDraft: () => ReferenceDate | undefined,
): Iterable<Raised> {
  const unplaced: { readonly paragraph: Paragraph; readonly said: DatedWeekday }[] = [];
  for (const { at, value } of marks) {
    const paragraph = draft.paragraphs[at] as Paragraph;
    for (const date of value.none)
      yield {
        code: WEEKDAY_CODE,
        span: toSource(paragraph, date),
        message: `There is no ${date.said}. Please check the date.`,
      };
    for (const { said, years, relative } of value.dated) {
      const base = referenceDateOfDraft();
      const days = candidateDays(said, base, years, relative);
      if (days.length === 0) {
        if (said.month !== undefined && said.year === undefined && years.length === 0 && !relative)
          unplaced.push({ paragraph, said });
        continue;
      }
      const related = said.year === undefined && base?.span !== undefined ? [basisNote(base.span)] : [];
      const fitting = days.find((day) => dayExists(day) && weekdayOf(day) === said.weekday.value);
      if (fitting === undefined) yield mismatch(paragraph, said, days[0] as Day, related);
      else if (said.towards !== undefined && base?.day !== undefined && base.span !== undefined) {
        const gap = daysBetween(fitting, base.day);
        if ((said.towards === 'next' && gap <= 0) || (said.towards === 'last' && gap >= 0))
          yield wrongWay(paragraph, said, fitting, base.day, base.span);
      }
    }
  }
  yield* disagreements(unplaced);
}

const basisNote = (span: Span): Related => ({ span, message: 'The year is taken from here' });

/** The days that may be meant, the likeliest first. */
function candidateDays(
  said: DatedWeekday,
  base: ReferenceDate | undefined,
  years: readonly number[],
  relative: boolean,
): readonly Day[] {
  const day = said.day.value;
  const month = said.month?.value;
  if (said.year !== undefined && month !== undefined) {
    const plain = { year: said.year, month, day };
    return said.swappable
      ? [plain, { year: said.year, month: day, day: month }].filter((one) => one.month <= 12)
      : [plain];
  }
  if (month === undefined) {
    if (base?.day === undefined) return [];
    const { year, month: now } = base.day;
    const around = [0, -1, 1].map((by) => {
      const index = year * 12 + (now - 1) + by;
      return { year: Math.floor(index / 12), month: (index % 12) + 1, day };
    });
    return around.filter(dayExists);
  }
  if (base === undefined) return [];
  const inYear = (year: number): Day => ({ year, month, day });
  // a date of the current year needs none, however near the next year's is
  const likely = [nearestYear(base, month, day), base.year];
  if (relative) likely.push(base.year - 1, base.year, base.year + 1);
  if (base.day === undefined && (month <= 2 || month >= 11)) likely.push(base.year + (month <= 2 ? 1 : -1));
  likely.push(...years.filter((year) => year !== base.year || base.day === undefined));
  return [...new Set(likely)].map(inYear);
}

function nearestYear(base: ReferenceDate, month: number, day: number): number {
  if (base.day === undefined) return base.year;
  const from = base.day;
  // February 29 exists in one year of four, and then that is the year meant
  const distance = (year: number) => {
    const one = { year, month, day };
    return dayExists(one) ? Math.abs(daysBetween(one, from)) : 400;
  };
  return [base.year, base.year - 1, base.year + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}

function mismatch(paragraph: Paragraph, said: DatedWeekday, day: Day, related: readonly Related[]): Raised {
  const { text } = paragraph.prose;
  const saidDay = weekdayName(said.weekday.value);
  if (!dayExists(day)) {
    return {
      code: WEEKDAY_CODE,
      span: toSource(paragraph, said.span),
      message: `There is no ${longDate(day)}. Please check the date.`,
      related,
    };
  }
  const right = weekdayOf(day);
  const word = text.slice(said.weekday.start, said.weekday.end);
  const rightWord =
    word.length < 6 && word !== saidDay
      ? weekdayName(right).slice(0, word.length === 3 ? 3 : shortLength(right))
      : weekdayName(right);
  const fixes: Fix[] = [
    {
      title: `Replace “${word}” with “${rightWord}”`,
      edits: [{ span: toSource(paragraph, said.weekday), text: rightWord }],
      safe: false,
    },
    ...dateFix(paragraph, said, nearestWith(said.weekday.value, day), day),
  ];
  return {
    code: WEEKDAY_CODE,
    span: toSource(paragraph, said.span),
    message: `${longDate(day)} is a ${weekdayName(right)}, not a ${saidDay}. Please check which is right, the day or the date.`,
    related,
    fixes: isUnbroken(paragraph, said.span) ? fixes : [],
  };
}

const shortLength = (weekday: number): number =>
  weekday === 2 || weekday === 4 ? (weekday === 2 ? 4 : 5) : 3;

function dateFix(paragraph: Paragraph, said: DatedWeekday, to: Day, from: Day): Fix[] {
  if (said.month === undefined || said.swappable || to.year !== from.year) return [];
  const { text } = paragraph.prose;
  const suffix = /^(?:st|nd|rd|th)/u.exec(text.slice(said.day.end))?.[0];
  const daySpan = { start: said.day.start, end: said.day.end + (suffix?.length ?? 0) };
  const figures =
    said.day.end - said.day.start === 2
      ? String(to.day).padStart(text.charAt(said.day.start) === '0' ? 2 : 1, '0')
      : String(to.day);
  const edits = [
    { span: toSource(paragraph, daySpan), text: figures + (suffix === undefined ? '' : ordinal(to.day)) },
  ];
  if (to.month !== from.month) {
    const word = text.slice(said.month.start, said.month.end);
    const month = /^\d/u.test(word)
      ? String(to.month).padStart(word.length, '0')
      : word.length <= 4 && word !== monthName(from.month)
        ? monthName(to.month).slice(0, 3)
        : monthName(to.month);
    edits.push({ span: toSource(paragraph, said.month), text: month });
  }
  return [{ title: `Replace the date with ${monthName(to.month)} ${to.day}`, edits, safe: false }];
}

const ordinal = (day: number): string =>
  day % 10 === 1 && day !== 11
    ? 'st'
    : day % 10 === 2 && day !== 12
      ? 'nd'
      : day % 10 === 3 && day !== 13
        ? 'rd'
        : 'th';

const longDate = ({ year, month, day }: Day): string =>
  `${monthName(month)} ${day}, ${year},`.replace(/,$/u, '');

function wrongWay(paragraph: Paragraph, said: DatedWeekday, day: Day, base: Day, span: Span): Raised {
  const side = said.towards === 'next' ? 'no later than' : 'no earlier than';
  return {
    code: WEEKDAY_CODE,
    span: toSource(paragraph, said.span),
    message: `${longDate(day)} is ${side} the date of this story, ${longDate(base)}, so “${said.towards} ${weekdayName(said.weekday.value)}” cannot be right. Please check the date.`,
    related: [{ span, message: 'The date of the story' }],
  };
}

/** Dates further apart than this may lie in different years. */
const SAME_YEAR = 60;

/** With no year to be had, weekdays can still contradict each other: if June 2 is a Monday, June 5 is no Friday. */
function* disagreements(
  unplaced: readonly { readonly paragraph: Paragraph; readonly said: DatedWeekday }[],
): Iterable<Raised> {
  // any common year will do to count days in; dates on both sides of a February 29 are left alone
  const placed = unplaced.flatMap(({ paragraph, said }) => {
    const day = { year: 2001, month: said.month?.value ?? 1, day: said.day.value };
    return dayExists(day)
      ? [{ paragraph, said, day, turn: (said.weekday.value - weekdayOf(day) + 7) % 7 }]
      : [];
  });
  const counts = Array.from({ length: 7 }, (_, turn) => placed.filter((one) => one.turn === turn).length);
  const votes = (turn: number) => counts[turn] ?? 0;
  const places = new Map(placed.map((one, place) => [one, place]));
  const placeOf = (one: (typeof placed)[number]) => places.get(one) ?? 0;
  // each day with its weekday once: a draft may say one thing thousands of times
  const firsts = new Map<string, (typeof placed)[number]>();
  for (const one of placed) {
    const key = `${one.day.month} ${one.day.day} ${one.turn}`;
    if (!firsts.has(key)) firsts.set(key, one);
  }
  const others = [...firsts.values()];
  for (const one of placed) {
    const other = others.find(
      (another) =>
        another.turn !== one.turn &&
        Math.abs(daysBetween(another.day, one.day)) <= SAME_YEAR &&
        one.day.month <= 2 === another.day.month <= 2 &&
        (votes(another.turn) > votes(one.turn) ||
          (votes(another.turn) === votes(one.turn) &&
            another.said !== one.said &&
            placeOf(another) < placeOf(one))),
    );
    if (other === undefined) continue;
    const right = (weekdayOf(one.day) + other.turn) % 7;
    const otherText = other.paragraph.prose.text.slice(other.said.span.start, other.said.span.end);
    yield {
      code: WEEKDAY_CODE,
      span: toSource(one.paragraph, one.said.span),
      message: `If “${otherText}” is right, ${monthName(one.day.month)} ${one.day.day} is a ${weekdayName(right)}, not a ${weekdayName(one.said.weekday.value)}. Please check both dates.`,
      related: [{ span: toSource(other.paragraph, other.said.span), message: 'The other date' }],
      fixes: isUnbroken(one.paragraph, one.said.span)
        ? [
            {
              title: `Replace “${weekdayName(one.said.weekday.value)}” with “${weekdayName(right)}”`,
              edits: [{ span: toSource(one.paragraph, one.said.weekday), text: weekdayName(right) }],
              safe: false,
            },
          ]
        : [],
    };
  }
}
