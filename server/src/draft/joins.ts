import { ANY_MONTH } from '../language/calendar.ts';
import { kindOf } from './kinds.ts';

/** What a line of a list begins with. */
export const LIST_MARK = /^(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t\u00a0]+/u;

const SENTENCE_END = /[.!?:;…][”’"')\]]*$/u;
// after these a sentence goes on; a comma ends many a line of verse, and “Auto-refresh: on” is a label
const GOES_ON =
  /^[^\s:]+\s[^:]*[\s(“‘"'](?:an?|the|and|or|but|nor|of|to|in|on|at|by|for|from|with|into|than|as|that|which|who|whose|is|are|was|were|be|been|has|have|had|will|would|their|his|its|Mrs?|Ms|Dr|St)$/u;
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|${ANY_MONTH})`;
// a date broken in two: what a line ends with, and what the next begins with
const DATE_BEFORE = new RegExp(
  String.raw`(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|\b${MONTH}\.?)$`,
  'u',
);
const DATE_AFTER = new RegExp(String.raw`^(?:${MONTH}\b\.?|\d{1,2}\b)`, 'u');
const LOWER = /^[‘“'"([]?\p{Ll}[\p{Ll}\p{M}’'-]*(?![\p{L}\p{N}@/:_]|\.\p{L})/u;
// a row of a table: a tab between words, two wide gaps or one wider
const GAP = /[^\s.!?:;”’"')\]] {2,}(?=\S)/gu;
const LONGEST_ROW = 400;
/** In words. */
const LONGEST_HEADING = 4;
/** Of a sentence with a wide gap in it, so that it is no row. */
const FEWEST_WORDS = 6;

/** Whether a line is a row of a table set with tabs or in columns. */
export function isRow(line: string): boolean {
  if (line.length > LONGEST_ROW || !/\t| {2}/u.test(line)) return false;
  const text = line.trim().replace(LIST_MARK, '');
  const tabs = text.split('\t').length - 1;
  if (tabs < 2 && /[.!?…][”"’')\]]*$/u.test(text) && text.split(/\s+/u).length >= FEWEST_WORDS) return false;
  return tabs > 0 || /[^\s.!?:;”’"')\]] {3,}\S/u.test(text) || (text.match(GAP)?.length ?? 0) > 1;
}

/** Whether a line is complete as a byline, a date or a caption is, so that nothing before or after it belongs to it. */
export function standsAlone(line: string): boolean {
  const kind = kindOf(line, { index: 1, last: true });
  // a name in capitals alone may be any word of a sentence
  const dated = kind === 'dateline' && /[\p{N}(—–-]/u.test(line);
  return kind === 'byline' || dated || kind === 'caption' || /^[—–]\s?\p{Lu}/u.test(line);
}

/** Whether a line begins as a sentence does. */
export const beginsSentence = (line: string): boolean => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(line);

/**
 * Whether a sentence runs on from a line into the next, by their words alone: the next begins with a small letter, the first ends with a
 * word that nothing ends with, or a date is broken in two.
 */
export function runsOn(line: string, next: string): boolean {
  if (SENTENCE_END.test(line) || !/\p{L}/u.test(line)) return false;
  const date = DATE_BEFORE.test(line) && DATE_AFTER.test(next);
  return (LOWER.test(next) || GOES_ON.test(line) || date) && !standsAlone(line) && !standsAlone(next);
}

/** Whether a line that a paragraph follows at once reads as its heading: a few words, and a new sentence below. */
export const readsAsHeading = (line: string, next: string): boolean =>
  line.split(/\s+/u).length <= LONGEST_HEADING && /^[^\p{L}\p{N}]*\p{Lu}/u.test(next);
