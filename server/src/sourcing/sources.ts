import type { Span } from '../draft/span.ts';
import * as lex from '../language/closed-class.ts';
import * as heads from './heads.ts';
import { headOf, type Run } from './phrases.ts';
import type { Token } from './tokens.ts';

/**
 * What a source is to a reader: somebody named, a role that points to one person or body, a pronoun, a class of people
 * ("officials"), or nobody that could be asked ("critics").
 */
export type SourceKind = 'named' | 'role' | 'pronoun' | 'generic' | 'anonymous';

/** A source as it stands in the paragraph. */
export interface Source extends Span {
  readonly text: string;
  readonly kind: SourceKind;
}

/** Sources from the surest to the least. */
export const SOURCE_KINDS: readonly SourceKind[] = ['named', 'role', 'pronoun', 'generic', 'anonymous'];

/** Reads a noun phrase as a source. `first` is the place of the sentence's first token, whose capital says nothing. */
export function sourceOf(
  tokens: readonly Token[],
  run: Run,
  first: number,
  text: string,
): Source | undefined {
  const start = tokens[run.start];
  const end = tokens[run.end - 1];
  if (start === undefined || end === undefined) return undefined;
  return {
    start: start.start,
    end: end.end,
    text: text.slice(start.start, end.end),
    kind: kindOf(tokens, run, first),
  };
}

function kindOf(tokens: readonly Token[], run: Run, first: number): SourceKind {
  const opener = tokens[run.start] as Token;
  const headAt = headOf(tokens, run);
  const head = tokens[headAt] as Token;
  const alone = headAt === run.start;
  if (
    alone &&
    /^(?:he|she|they|it|who|i|we|you|this|that|which|him|her|them|these|those)$/u.test(head.low) &&
    run.end - run.start <= 1
  )
    return 'pronoun';
  const tail = tokens.slice(headAt + 1, run.end);
  const namedTail = tail.some((token) => token.capital && !lex.DAYS.has(token.low));
  if (heads.VAGUE_HEADS.has(head.low) && !(head.capital && headAt !== first)) {
    return namedTail && tail.some((token) => /^(?:at|from|with|including|like)$/u.test(token.low))
      ? 'generic'
      : 'anonymous';
  }
  if (/^(?:one|another|someone|somebody|anyone|both|neither|each|two|three|four|none)$/u.test(head.low))
    return 'generic';
  const before = tokens.slice(run.start, headAt);
  const vagueOpener =
    /^(?:some|many|most|several|various|other|few|multiple|unnamed|anonymous|numerous)$/u.test(opener.low);
  if (
    /^(?:rumors|rumours|reports|gossip|talk|whispers)$/u.test(head.low) &&
    !before.some((token) => token.capital && token !== tokens[first])
  )
    return namedTail ? 'generic' : 'anonymous';
  if (heads.GENERIC_HEADS.has(head.low))
    return vagueOpener && !namedTail && !before.some(isName(tokens, first)) ? 'anonymous' : 'generic';
  if (isName(tokens, first)(head)) return 'named';
  if (
    alone &&
    head.capital &&
    !heads.ROLE_HEADS.has(head.low) &&
    !heads.DOCUMENT_HEADS.has(head.low) &&
    !/(?:s|ing)$/u.test(head.low)
  )
    return 'named';
  if (vagueOpener) return 'anonymous';
  if (heads.ROLE_HEADS.has(head.low) || heads.DOCUMENT_HEADS.has(head.low)) return 'role';
  if (before.some(isName(tokens, first)) || namedTail) return 'named';
  if (/^(?:a|an)$/u.test(opener.low)) return 'generic';
  if (lex.DETERMINERS.has(opener.low)) return 'role';
  return /s$/u.test(head.low) ? 'generic' : 'role';
}

const isName =
  (tokens: readonly Token[], first: number) =>
  (token: Token): boolean =>
    token.capital && !(tokens[first] === token && commonOpener(token)) && !lex.DAYS.has(token.low);

// A sentence's first word has its capital whatever it is; a name there is told by being no common word.
const commonOpener = (token: Token): boolean =>
  lex.DETERMINERS.has(token.low) ||
  heads.ROLE_HEADS.has(token.low) ||
  heads.GENERIC_HEADS.has(token.low) ||
  heads.VAGUE_HEADS.has(token.low) ||
  heads.DOCUMENT_HEADS.has(token.low) ||
  lex.PREPOSITIONS.has(token.low) ||
  lex.ADVERBS.has(token.low) ||
  lex.NUMBERS.has(token.low);
