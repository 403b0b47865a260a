import type { Prose } from '../../draft/prose.ts';
import { inQuote } from '../../draft/quotes.ts';
import type { Span } from '../../draft/span.ts';
import { ANY_MONTH, WEEKDAYS } from '../../language/calendar.ts';

/** Whether the word is all that stands between quote marks: it is talked about, not left behind. */
function isMentioned(text: string, span: Span): boolean {
  return /[“‘"'«]/u.test(text.charAt(span.start - 1)) && /[”’"'»]/u.test(text.charAt(span.end));
}

/** Whether a text says that letters are a name or are meant as letters: “known as TK”, “the letters XXXX”. */
function isToldAsLetters(text: string, word: string): boolean {
  return new RegExp(
    String.raw`\b(?:known (?:only |simply )?as|initials|the letters?|spelled|code ?name) [“‘"']?${word}\b`,
    'u',
  ).test(text);
}

// TK Maxx, the initials of a name (TK Carter), a flight of Turkish Airlines, an acronym in brackets after its name
export function tkInName(text: string, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  if (word !== 'TK') return false;
  if (isToldAsLetters(text, word)) return true;
  const after = text.slice(span.end, span.end + 30);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (/^[ -]?(?:Maxx?|MAXX?)\b/i.test(after)) return true;
  if (/^\s+\p{Lu}\p{Ll}+/u.test(after) && !PLACE_OR_MONTH.test(after)) return true;
  if (/^\s?\d{2,4}\b/u.test(after) && /flight/i.test(before)) return true;
  // called so after somebody: “TK, after her keeper, Tom Keane”
  if (/\b(?:called|named|known as|nicknamed|dubbed)\s$/u.test(before) && /\bT\p{L}+ K\p{L}+/u.test(text))
    return true;
  if (/\bT\p{L}+[ -]?(?:\p{L}+ )?K\p{L}+ \($/iu.test(before) && after.startsWith(')')) return true;
  return isMentioned(text, span);
}

const PLACE_OR_MONTH = new RegExp(String.raw`^\s+(?:County|Street|Road|Avenue|${ANY_MONTH})\b`, 'u');
const NUMERAL_AFTER =
  /^(?:-?\s?(?:rated|certificate|chromosomes?)\b|\s*(?:Olympi\p{L}*|Winter|Summer|Games|Corps|Army|Congress|century|films?|movies?|porn\p{L}*|pictures?|Club|Tour|Legion|Cage|Amendment|Reunion|Edition|Gala|Mas|Anniversary|beers?|lagers?|brewery)\b|:\s*\p{Lu}|\s*,?\s*XY)/u;
const NUMERAL_BEFORE =
  /(?:\b(?:Super Bowl|Bowl|Pope|King|Queen|Louis|Chapter|Part|Volume|Vol\.|Act|Article|Title|Schedule|Type|Section|Legion|Book|Class|Mark|UFC|WrestleMania|Dos Equis|The|Rocky|Roman numeral|album|film|movie|sequel|band|franchise|group|song|single|thriller|size|sizes|labelled|labeled|rated|marked)\s+(?:[“‘"'])?)$/u;
const BEFORE_GAP = new RegExp(
  String.raw`(?:^|[.!?:]["”’]?\s+)\p{Lu}\p{L}*\s+$|\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof|Professor|Sgt|Det|Cllr|Councillor|Sen|Rep|Gov|Insp|Captain|Minister|President|PC|Pc|${ANY_MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|${WEEKDAYS.join('|')}|US|UK)\.?\s+$`,
  'u',
);

// A numeral (Super Bowl XX, Louis XX), a film or band of that name, chromosomes, clothes sizes
export function xInName(text: string, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 30);
  if (!/^X{2,4}$/i.test(word)) return false;
  if (isToldAsLetters(text, word)) return true;
  if (
    NUMERAL_AFTER.test(after) ||
    (NUMERAL_BEFORE.test(before) && !/\bThe\s+$/u.test(before)) ||
    isMentioned(text, span)
  )
    return true;
  if (/\bThe\s+$/i.test(before) && word === 'xx') return true;
  if (/chromosome|Vin Diesel|Xander Cage|\bXY\b/u.test(text)) return true;
  if (
    word.length === 3 &&
    /\b(?:films?|movies?|sequels?)\b/i.test(text.slice(Math.max(0, span.start - 150), span.start))
  )
    return true;
  return (
    /\p{Lu}\p{L}+\s+$/u.test(before) &&
    !BEFORE_GAP.test(before) &&
    !/^\s*(?:years?|people|per ?cent)\b/u.test(after)
  );
}

/** What readers are to look up for themselves, or what is not settled yet for anybody: “(check the website)”, “(date to be confirmed)”. */
const TO_READERS =
  /\b(?:websites?|sites?|listings|timetables?|forecasts?|tides?|labels?|packet|box office|organi[sz]ers|reception|availability|locally|online|you|your|before (?:travel\p{L}*|visiting|setting|going|booking))\b/iu;

/** Whether it is for all to be settled, not for the desk: “in May (date to be confirmed)”. */
export const isUnsettled = (text: string, span: Span): boolean =>
  /^\((?:the )?(?:exact |precise |final )?(?:dates?|times?|venues?|locations?|prices?|details|line-?ups?|opponents?|fees?) to be (?:confirmed|announced|agreed|decided|fixed|set)\)$/i.test(
    text.slice(span.start, span.end),
  );

/** Whether what is to be added is no copy: “(add a pinch of salt)”. */
export const isRecipe = (text: string, span: Span): boolean =>
  text.charAt(span.start) === '(' &&
  !/\b(?:quotes?|names?|links?|photos?|pics?|pictures?|images?|captions?|details?|figures?|numbers?|dates?|sources?|comments?|headlines?|titles?|ages?|text|map|graphic|video|tweet|chart|box|copy|byline|credit|background|intro|par|para|here|reaction|response|spokes\p{L}+)\b/iu.test(
    text.slice(span.start, span.end),
  );

// “(check with your doctor)” and the like in running copy; a lower-case note is only a note when it stands alone
export function bracketIsCopy(text: string, span: Span, prose: Prose): boolean {
  const inner = text.slice(span.start + 1, span.end - 1).trim();
  const round = text.charAt(span.start) === '(';
  if (isAcronym(text, span, prose) || (/needed$/u.test(inner) && isMentioned(text, span))) return true;
  if (/^\?+$/u.test(inner)) return inner.length === 1;
  if (inner === 'TK' && round) return tkInName(text, { start: span.start + 1, end: span.end - 1 });
  if (/^(?:TBC|TBD|FACT CHECK|QUERY|LEGAL|SOURCE)\b/u.test(inner) && round && !/^TB[CD]$|\?$/u.test(inner))
    return true;
  if (round && inner !== inner.toUpperCase() && inner !== 'sp?' && inQuote(prose.quotes, span)) return true;
  if (!round) return false;
  if (TO_READERS.test(inner)) return true;
  // aside in round brackets: an order to the reader goes on to say what for
  return (
    /^(?:check|confirm|verify|to check|to confirm|to verify|fill in)\b.{28,}/u.test(inner) ||
    /^(?:ok|right|correct|who|when|where|which)\s*\?$/u.test(inner)
  );
}

// “Really??” is a cry, and a quoted tweet may cry as it likes
export function isShout(text: string, span: Span, prose: Prose): boolean {
  if (isMentioned(text, span)) return true;
  const before = text.charAt(span.start - 1);
  const after = text.charAt(span.end);
  const bare = text.slice(span.start, span.end).replace(/[^?]/gu, '') === text.slice(span.start, span.end);
  if (!bare) return false;
  if (/[([{]/u.test(before) && /[)\]}]/u.test(after)) return false;
  if (inQuote(prose.quotes, span)) return true;
  if (before === '' || /\s/u.test(before)) return false;
  if (/[!?]/u.test(before) || after === '!') return true;
  // a word with a query after it, and the sentence goes on
  if (/^\s+\p{Ll}/u.test(text.slice(span.end))) return false;
  const sentence = prose.sentences.find((one) => one.start <= span.start && span.end <= one.end);
  const opening = text.slice(sentence?.start ?? 0, span.start);
  return (
    !/\p{N}$/u.test(opening) ||
    /^\W*(?:who|what|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|really|so|and|but)\b/i.test(
      opening,
    )
  );
}

/** Whether capitals are the name of a body: “TBC Bank”, “the TBC’s clerk”, “Tidal Barrage Council (TBC)”. */
export function isAcronym(text: string, span: Span, prose: Prose): boolean {
  const letters = /^[[(]?\s*(?<letters>[A-Z]{2,3}|cq)\s*[\])]?$/u.exec(text.slice(span.start, span.end))
    ?.groups?.letters;
  if (letters === undefined) return false;
  const before = text.slice(Math.max(0, span.start - 150), span.start);
  if (isMentioned(text, span) || inQuote(prose.quotes, span)) return true;
  if (/^[[(]/u.test(text.slice(span.start))) {
    const initials = [...letters.toUpperCase()]
      .map((letter) => String.raw`${letter}\p{L}*`)
      .join('[ -](?:(?:of|for|and|the|to) )?');
    return new RegExp(`\\b${initials}\\s$`, 'iu').test(before);
  }
  return (
    /\b(?:the|an?|its|for|at|with|by)\s$/i.test(before) ||
    /^(?:[’']s|-|, (?:an?|the) \p{Ll}|\s+(?:\p{Lu}\p{Ll}|said|says|has|had|is|was|will|would)\b)/u.test(
      text.slice(span.end),
    )
  );
}
