import * as lex from '../language/closed-class.ts';
import * as heads from './heads.ts';
import { isBreak, isMark } from './phrases.ts';
import type { Token } from './tokens.ts';

/** "…, she reports." and "…,” he added on Twitter": a subject after a comma or a quote, then the verb, and no more of a clause. */
export function isTag(tokens: readonly Token[], from: number, i: number, to: number): boolean {
  const after = tokens[i + 1];
  const ends =
    after === undefined ||
    i + 1 >= to ||
    isBreak(after) ||
    lex.DAYS.has(after.low) ||
    /^(?:on|in|at|to|during)$/u.test(after.low);
  if (!ends) return false;
  for (let k = i - 1; k > from && i - k < 9; k -= 1) {
    const token = tokens[k] as Token;
    if (token.kind === 'quote' || isMark(token, ',', '—', '–')) return i - k > 1;
    if (
      token.kind === 'mark' ||
      (lex.PREPOSITIONS.has(token.low) && !/^(?:of|by|for|from|at)$/u.test(token.low))
    )
      return false;
  }
  return false;
}

/** Whether there stands what follows a reporting verb and no noun: "that", a subject, a name, a quote. */
export function isClauseStart(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i];
  if (token === undefined || i >= to) return false;
  if (token.kind === 'quote') return true;
  if (token.kind === 'mark') return token.text === ':' || token.text === '$' || token.text === '£';
  if (/^(?:that|there|whether|how|why|what|if|him|her|them|us|me|it)$/u.test(token.low)) return true;
  if (lex.SUBJECT_PRONOUNS.has(token.low)) return true;
  if (lex.DETERMINERS.has(token.low) || lex.NUMBERS.has(token.low) || /^\p{N}/u.test(token.low)) return true;
  if (lex.AUXILIARIES.has(token.low) || lex.PREPOSITIONS.has(token.low)) return false;
  return token.capital;
}

/** Whether a word or a sum stands at `i`: something that could be reported. */
export const isContent = (tokens: readonly Token[], i: number, to: number): boolean => {
  const token = tokens[i];
  return (
    i < to &&
    token !== undefined &&
    !(token.kind === 'mark' && !isMark(token, ':', '$', '£')) &&
    !(token.low === 'off' || token.low === 'up')
  );
};

/** Whether “as” or a quote follows within a few words. */
export const quoteOrAs = (tokens: readonly Token[], i: number, to: number): boolean => {
  for (let k = i + 1; k < Math.min(to, i + 10); k += 1)
    if (tokens[k]?.low === 'as' || tokens[k]?.kind === 'quote') return true;
  return false;
};

/** Whether a quote follows within so many words. */
export const quoteWithin = (tokens: readonly Token[], i: number, to: number, reach: number): boolean => {
  for (let k = i + 1; k < Math.min(to, i + 1 + reach); k += 1) if (tokens[k]?.kind === 'quote') return true;
  return false;
};

/** Whether a quote stands beside the verb: before it with at most a subject between, or within a few words after it. */
export function besideQuote(tokens: readonly Token[], i: number, from: number, to: number): boolean {
  const before = tokens.slice(Math.max(from, i - 6), i);
  return before.some(({ kind }) => kind === 'quote') || quoteWithin(tokens, i, to, 6);
}

/** Whether what stands before the verb at `i` is a document, or a body that hands down findings. */
export function subjectIsDocument(tokens: readonly Token[], from: number, i: number): boolean {
  for (let k = i - 1; k >= Math.max(from, i - 14); k -= 1) {
    const token = tokens[k] as Token;
    if (
      heads.DOCUMENT_HEADS.has(token.low) ||
      /^(?:judge|court|jury|panel|tribunal|regulator|watchdog|ombudsman|coroner|inspectors?|researchers|scientists|auditors|committee|commission|investigators)$/u.test(
        token.low,
      )
    )
      return true;
    if (isMark(token, ';', '.') || token.kind === 'quote') return false;
  }
  return false;
}
