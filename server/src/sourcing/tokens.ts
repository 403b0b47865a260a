import type { Span } from '../draft/span.ts';
import { type HouseVerbs, NO_HOUSE_VERBS } from './lexicon.ts';

/** A word, a mark of punctuation, or a whole direct quote standing as one token. Spans are offsets of the paragraph's text. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote';
  /** As it stands; for a quote, its marks and words. */
  readonly text: string;
  /** In lower case, with straight apostrophes; for a reporting verb of the house, the known verb it is read as. */
  readonly low: string;
  /** Whether it starts with a capital letter. */
  readonly capital: boolean;
  /** For a quote: which one of the paragraph's, counted from 0. */
  readonly quote: number;
}

const TOKEN =
  /(?:\p{L}\.){2,}|\p{N}[\p{N}\p{L}]*(?:[.,:/-][\p{N}\p{L}]+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:[’'‐‑-](?!s\b)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?|[’']s\b|[’'](?=\s|$)|--|[^\s\p{L}\p{N}]/gu;

const ABBREVIATED =
  /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Prof|St|Jr|Sr|Inc|Co|Corp|Ltd|Hon|Sens|Reps|Gov|Det|Insp|Supt|Maj|Cmdr|Adm|Pres|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Calif|Fla|Va|Ga|Pa|Mass|Mich|Ill|Ohio|Ala|Ariz|Ark|Colo|Conn|Ind|Kan|Ky|La|Md|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Tenn|Tex|Vt|Wash|Wis|Wyo|\p{Lu})\.$/u;

/**
 * Cuts a paragraph into tokens, each direct quote one of them, so that nothing said inside a quote is taken for the
 * reporter's own words.
 */
export function tokensOf(
  text: string,
  quotes: readonly Span[],
  verbs: HouseVerbs = NO_HOUSE_VERBS,
): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  quotes.forEach((quote, index) => {
    addWords(tokens, text, at, quote.start, verbs);
    const words = text.slice(quote.start, quote.end);
    tokens.push({
      kind: 'quote',
      text: words,
      low: '“”',
      capital: false,
      quote: index,
      start: quote.start,
      end: quote.end,
    });
    at = quote.end;
  });
  addWords(tokens, text, at, text.length, verbs);
  return tokens;
}

function addWords(tokens: Token[], text: string, from: number, to: number, verbs: HouseVerbs): void {
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match !== null && match.index < to; match = TOKEN.exec(text)) {
    let word = match[0];
    if (match.index + word.length > to) word = word.slice(0, to - match.index);
    const isWord = /^[\p{L}\p{N}]/u.test(word) || /^[’']s$/u.test(word);
    // a full stop belongs to an abbreviation only
    if (isWord && word.endsWith('.') && !/\.\p{L}\.$/u.test(word) && !ABBREVIATED.test(word)) {
      word = word.slice(0, -1);
      TOKEN.lastIndex = match.index + word.length;
    }
    const low = word.toLowerCase().replace(/[’‘]/gu, "'").replace(/[‐‑]/gu, '-');
    tokens.push({
      kind: isWord ? 'word' : 'mark',
      text: word,
      low: verbs.get(low) ?? low,
      capital: /^\p{Lu}/u.test(word),
      quote: -1,
      start: match.index,
      end: match.index + word.length,
    });
  }
}
