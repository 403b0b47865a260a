import type { ParagraphKind } from './prose.ts';
import { quotesOf } from './quotes.ts';

/** Paragraphs up to this place are the top of the draft, where headline, byline and dateline stand. */
export const TOP_OF_DRAFT = 10;

/** Where a paragraph stands, as far as its kind depends on it. */
export interface Place {
  /** Counted from 0. */
  readonly index: number;
  readonly last: boolean;
}

const BYLINE = /^(?:By|Words by|Story by|Report by)\s+\p{Lu}[^.!?]*$/u;
const CREDIT_LINE = /^\(?(?:Additional reporting|Reporting|Editing|Writing|Compiled|Edited)\s+by\s+\p{Lu}/u;
const DATE = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?`;
const DATE_LINE = new RegExp(`^${DATE}$`, 'u');
// "VESSBY, June 2 (Reuters) —" with one of its three marks at least, or a place of up to three words alone
const PLACE = String.raw`\p{Lu}{2}[\p{Lu}’'-]*(?:[ /]\p{Lu}[\p{Lu}.’'-]*){0,3}(?:,\s*\p{Lu}[\p{L}. ]*?)?`;
const PLACE_LINE = new RegExp(
  String.raw`^(?:${PLACE},\s*${DATE}(?:\s*\(\p{L}[\p{L} ]*\))?\s*[—–-]*|${PLACE}\s*\(\p{L}[\p{L} ]*\)\s*[—–-]*|${PLACE}\s*[—–-]+|\p{Lu}{2,}(?: \p{Lu}{2,}){0,2})$`,
  'u',
);
const TIME_LINE = /^\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\p{Lu}{2,4})?:?$/u;

/** Whether a line gives nothing but a time, as the entries of a live blog do. */
export const isTimeLine = (text: string): boolean => TIME_LINE.test(text);

const CAPTION =
  /^(?:[[(]?(?:Photo|Photograph|Picture|Image|Caption|File photo|Video|Graphic)\b[^:\]]{0,40}[:\]])/iu;
const CREDITED = /\b(?:Image|Photo|Photograph|Picture|Illustration|Credit)s?(?: by)?:\s*[^.:]{1,60}\.?$/u;
const SENTENCE_END = /[.!?…:;,][”’"')\]]*$/u;

/** The kind of a paragraph of plain text, by its shape and its place; list items are told by their mark, before this. */
export function kindOf(text: string, place: Place): ParagraphKind {
  if (CAPTION.test(text) || (text.length <= 400 && CREDITED.test(text))) return 'caption';
  if (text.length <= 200) {
    const words = text.split(/\s+/u).length;
    if (TIME_LINE.test(text) || DATE_LINE.test(text)) return 'dateline';
    if (CREDIT_LINE.test(text)) return 'byline';
    if (place.index < TOP_OF_DRAFT) {
      if (words <= 15 && BYLINE.test(text)) return 'byline';
      if (place.index > 0 && words <= 8 && PLACE_LINE.test(text)) return 'dateline';
      if (place.index === 0 && !place.last && words <= 25 && !/[.:;,…][”’"')\]]*$/u.test(text))
        return 'headline';
    }
    if (!place.last && words <= 10 && !SENTENCE_END.test(text) && /^[‘“'"(¿¡]?[\p{Lu}\p{N}]/u.test(text)) {
      return 'heading';
    }
  }
  return isAllQuote(text) ? 'quotation' : 'body';
}

function isAllQuote(text: string): boolean {
  if (!/^[“"„«]/u.test(text)) return false;
  const [first] = quotesOf(text);
  return first !== undefined && first.start === 0 && first.end === text.length;
}
