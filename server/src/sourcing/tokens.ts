import type { Prose } from '../draft/prose.ts';
import type { QuoteSpan } from '../draft/quotes.ts';
import type { Span } from '../draft/span.ts';
import { takesStop } from '../language/abbreviations.ts';
import { startsSmall, tokensOf } from '../language/tokens.ts';
import type { HouseVerbs } from './reporting-verbs.ts';

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

/**
 * A paragraph's tokens as sourcing reads them: each direct quote is one of them, so that nothing said inside a quote is taken for
 * the reporter's own words; "don't" and "Mr." are one word each.
 */
export function sourcingTokens(prose: Prose, verbs: HouseVerbs): readonly Token[] {
  const { text, quotes } = prose;
  const tokens: Token[] = [];
  let quote = 0;
  for (const { size, raw, words, starts, ends } of tokensOf(prose)) {
    for (let i = 0; i < size; i += 1) {
      const start = starts[i] as number;
      while (quote < quotes.length && start >= (quotes[quote] as QuoteSpan).end) quote += 1;
      const around = quotes[quote];
      if (around !== undefined && start >= around.start) {
        if (tokens.at(-1)?.quote !== quote) tokens.push(quoteToken(text, around, quote));
        continue;
      }
      const last = tokens.at(-1);
      const low = words[i] as string;
      const end = ends[i] as number;
      if (last?.end === start && joins(last, low)) {
        tokens[tokens.length - 1] = wordToken(
          text.slice(last.start, end),
          last.low + low,
          last.start,
          end,
          verbs,
        );
      } else tokens.push(wordToken(raw[i] as string, low, start, end, verbs));
    }
  }
  return tokens;
}

/** Whether a token goes on with the one it stands right after: "do|n't", "he|'d", "Mr|.", and "”|’|s". */
const joins = (last: Token, next: string): boolean =>
  last.kind === 'word'
    ? /^(?:n't|'(?:re|ve|ll|d|m))$/u.test(next) || (next === '.' && takesStop(last.text))
    : next === 's' && (last.low === "'" || last.low === '’');

const quoteToken = (text: string, { start, end }: Span, quote: number): Token => ({
  kind: 'quote',
  text: text.slice(start, end),
  low: '“”',
  capital: false,
  quote,
  start,
  end,
});

function wordToken(text: string, low: string, start: number, end: number, verbs: HouseVerbs): Token {
  return {
    kind: startsSmall(low) || /^[\p{L}\p{N}]|^'s$/u.test(low) ? 'word' : 'mark',
    text,
    low: verbs.get(low) ?? low,
    capital: !startsSmall(text) && /^\p{Lu}/u.test(text),
    quote: -1,
    start,
    end,
  };
}
