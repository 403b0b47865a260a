import * as lex from '../language/closed-class.ts';
import { baseOfPast, looksPast } from '../language/verbs.ts';
import * as heads from './heads.ts';
import { reportingVerb } from './reporting-verbs.ts';
import type { Token } from './tokens.ts';

/** A run of tokens: `end` exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const isMark = (token: Token | undefined, ...marks: readonly string[]): boolean =>
  token !== undefined && token.kind === 'mark' && marks.includes(token.text);

/** Whether a token closes off a clause: a comma, a dash, a bracket. */
export const isBreak = (token: Token | undefined): boolean =>
  isMark(token, ',', ';', ':', '(', ')', '—', '–', '―', '--', '-', '.', '!', '?', '…');

const isAdverb = (token: Token): boolean =>
  lex.ADVERBS.has(token.low) || (token.low.length > 4 && token.low.endsWith('ly') && !token.capital);

/** Whether a word can stand inside a noun phrase. */
function isNominal(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'mark')
    return token.text === '&' || token.text === '/' || token.text === '’' || token.text === "'";
  if (token.kind === 'quote') return false;
  if (lex.AUXILIARIES.has(token.low) && !(token.capital && /^(?:May|Will)$/u.test(token.text))) return false;
  if (lex.CLAUSE_OPENERS.has(token.low) || lex.SUBJECT_PRONOUNS.has(token.low)) return false;
  return true;
}

const isModifier = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'mark' ||
  lex.DETERMINERS.has(token.low) ||
  lex.POSSESSIVES.has(token.low) ||
  lex.PREPOSITIONS.has(token.low) ||
  lex.CONJUNCTIONS.has(token.low) ||
  lex.NUMBERS.has(token.low);

const SAID =
  /^(?:said|told|recalled|added|argued|wrote|explained|insisted|warned|claimed|asked|noted|announced|declared|admitted|replied|suggested|acknowledged|conceded|contended)$/u;

/** A past form that can only be a finite verb here: it stands after a noun and takes an object or nothing. */
function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.capital && i > 0 && !isBreak(tokens[i - 1])) return false;
  if (!looksPast(token.low)) {
    const verb = reportingVerb(token.low);
    return verb !== undefined && verb.form === 's' && !verb.nounToo && verb.tier === 'say';
  }
  const before = tokens[i - 1];
  // "Rep. Lee (D-N.Y.) said", "his aide, Ann Lee, recalled": a verb of saying after an aside
  if (isMark(before, ')', ',') && SAID.test(token.low)) return true;
  if (isModifier(before)) return false;
  if (
    before !== undefined &&
    /(?:al|ic|ous|ful|ive|an|ish|ary|newly|ier|est|er)$/u.test(before.low) &&
    isModifier(tokens[i - 2])
  )
    return baseOfPast(token.low) !== undefined || lex.BE.has(token.low);
  const after = tokens[i + 1];
  // "a nurse who died on a ward had begged"
  if (before?.low === 'who') return true;
  // "a man charged with murder said": the verb belongs to the phrase
  return !(token.low.endsWith('ed') && after !== undefined && lex.PREPOSITIONS.has(after.low));
}

/** No verb is as many words away from its subject; whoever writes one word over and over would have all of them gone over for each. */
export const FURTHEST = 20;

/** Goes left over what may stand between a subject and its verb: adverbs, auxiliaries, "on Monday", "in a statement". */
function overAdverbials(tokens: readonly Token[], from: number, i: number): number {
  let j = i;
  for (;;) {
    const token = tokens[j];
    if (token === undefined || j < from || token.kind !== 'word' || i - j > FURTHEST) return j;
    if (isAdverb(token) || lex.AUXILIARIES.has(token.low)) {
      j -= 1;
      continue;
    }
    if (
      lex.DAYS.has(token.low) ||
      heads.STATEMENT_NOUNS.has(token.low) ||
      /^(?:past|years|months|weeks|hours|time|times|moment|occasion|occasions)$/u.test(token.low) ||
      /^(?:19|20)\d\d$/u.test(token.low)
    ) {
      let k = j - 1;
      while (k >= from && j - k <= 5 && !lex.PREPOSITIONS.has(tokens[k]?.low ?? '') && isNominal(tokens[k]))
        k -= 1;
      const opener = tokens[k];
      if (
        opener !== undefined &&
        k > from &&
        /^(?:on|in|at|during|late|by|for)$/u.test(opener.low) &&
        isNominal(tokens[k - 1])
      ) {
        j = k - 1;
        continue;
      }
      // "Trump Monday said", "Clinton last week said"
      if (
        lex.DAYS.has(token.low) &&
        token.capital &&
        /day$/u.test(token.low) &&
        isNominal(tokens[j - 1]) &&
        j - 1 >= from
      ) {
        j -= 1;
        continue;
      }
    }
    return j;
  }
}

/**
 * The noun phrase that ends before token `i`, taken as the subject of the verb at `i`: over adverbs, asides between commas
 * and relative clauses. Undefined when there is none.
 */
export function subjectBefore(tokens: readonly Token[], from: number, i: number): Run | undefined {
  const j = overAdverbials(tokens, from, i - 1);
  const last = tokens[j];
  if (last === undefined || j < from) return undefined;
  if (isMark(last, ',', '—', '–', '―', '--', ')', '-')) return beforeAside(tokens, from, j);
  if (last.kind === 'quote') return undefined;
  if (/^(?:who|that|which)$/u.test(last.low)) {
    const at = isMark(tokens[j - 1], ',', '—', '–') ? j - 1 : j;
    const owner = nounPhraseEndingAt(tokens, from, at - 1, 0);
    return owner ?? (last.low === 'who' ? { start: j, end: j + 1 } : undefined);
  }
  if (lex.SUBJECT_PRONOUNS.has(last.low)) return { start: j, end: j + 1 };
  return nounPhraseEndingAt(tokens, from, j, 0);
}

function beforeAside(tokens: readonly Token[], from: number, close: number): Run | undefined {
  const closer = tokens[close] as Token;
  const opener = closer.text === ')' ? '(' : closer.text;
  let fallback: Run | undefined;
  for (let k = close - 1; k > from && close - k < 40; k -= 1) {
    const token = tokens[k] as Token;
    if (token.kind === 'quote' && k !== close - 1) return fallback;
    if (!isMark(token, opener)) continue;
    // "They left at dawn, a spokesman, Idris Venn, said": the aside is the spokesman's name
    if (
      fallback?.start === k + 1 &&
      tokens[fallback.end - 1]?.capital === false &&
      tokens[fallback.end + 1]?.capital === true
    )
      return fallback;
    let at = k - 1;
    if (isMark(tokens[at], ')')) {
      // "Sen. Ted Cruz (R-Texas), also a candidate, said"
      while (at > from && !isMark(tokens[at], '(')) at -= 1;
      at -= 1;
    }
    const before = nounPhraseEndingAt(tokens, from, overAdverbials(tokens, from, at), 1);
    if (before === undefined) continue;
    const first = tokens[k + 1];
    const opensAside =
      first !== undefined &&
      (/^(?:who|whose|which|a|an|the|his|her|its|their|one|of|from|now|then|also|speaking|both|like|along|including|in|at|on|himself|herself|meanwhile|however|though|too|for|with|as|aged|himself|former|himself)$/u.test(
        first.low,
      ) ||
        /^\d{1,3}$/u.test(first.low) ||
        /(?:ing|ed)$/u.test(first.low) ||
        heads.ROLE_HEADS.has(first.low) ||
        isAdverb(first));
    // "In a statement to the paper, her adviser, Ann Lee, said": what leads the sentence in says nothing
    if (fallback !== undefined && before.start - 1 === from && lex.PREPOSITIONS.has(tokens[from]?.low ?? ''))
      return fallback;
    if (opensAside) return before;
    fallback ??= before;
  }
  return fallback;
}

function nounPhraseEndingAt(
  tokens: readonly Token[],
  from: number,
  end: number,
  depth: number,
): Run | undefined {
  const last = tokens[end];
  if (last === undefined || end < from || !isNominal(last)) {
    return last !== undefined && end >= from && lex.PRONOUNS.has(last.low)
      ? { start: end, end: end + 1 }
      : undefined;
  }
  let k = end;
  let stop: Token | undefined;
  while (k >= from && end - k < 18) {
    const token = tokens[k] as Token;
    if (
      !isNominal(token) ||
      (k < end && isAdverb(token) && !/^(?:first|last|most|very|then|now|more|both|all)$/u.test(token.low))
    ) {
      stop = token;
      break;
    }
    if (k < end && (isFiniteVerb(tokens, k) || isSaying(tokens, k))) {
      stop = token;
      break;
    }
    k -= 1;
  }
  let start = k + 1;
  const verbStops = stop?.kind === 'word' && (lex.AUXILIARIES.has(stop.low) || isFiniteVerb(tokens, k));
  // “A letter read by the Oru Echo said”: the letter says it, the paper has read it
  if (verbStops && depth < 2 && tokens[k + 1]?.low === 'by' && !lex.AUXILIARIES.has(stop?.low ?? '')) {
    const owner = nounPhraseEndingAt(tokens, from, k - 1, depth + 1);
    if (owner !== undefined) return owner;
  }
  if (verbStops && depth < 2) {
    const owner = relativeOwner(tokens, from, k);
    if (owner !== undefined) return owner;
  }
  while (
    start < end &&
    /^(?:and|or|but|yet|so|nor|of|in|on|at|by|for|with|from|to|as|into|over|about|after|before|than)$/u.test(
      tokens[start]?.low ?? '',
    )
  ) {
    // a phrase led in by a preposition ("In Ohio officials said") starts after the preposition's own noun where that can be told
    start += 1;
  }
  // "was replaced by a message that said": a verb that slipped in belongs to the clause before
  const opener = tokens[start];
  if (start < end && opener !== undefined && !opener.capital && looksPast(opener.low)) {
    for (let i = end; i > start; i -= 1) {
      if (lex.PREPOSITIONS.has(tokens[i]?.low ?? '')) {
        start = Math.min(i + 1, end);
        break;
      }
    }
  }
  return { start, end: end + 1 };
}

// "claiming the deal": the participle opens a clause of its own.
function isSaying(tokens: readonly Token[], i: number): boolean {
  const verb = reportingVerb(tokens[i]?.low ?? '');
  return verb?.form === 'ing' && verb.tier === 'say' && !verb.nounToo;
}

// "The man who sold it said": the subject stands before the relative clause.
function relativeOwner(tokens: readonly Token[], from: number, verb: number): Run | undefined {
  for (let k = verb; k > from && verb - k < 12; k -= 1) {
    const token = tokens[k] as Token;
    if (isBreak(token) || token.kind === 'quote') return undefined;
    if (!/^(?:who|that|which|whose|whom)$/u.test(token.low)) continue;
    const before = tokens[k - 1] as Token;
    if (!isNominal(before) || reportingVerb(before.low)?.form === 'past') return undefined;
    return nounPhraseEndingAt(tokens, from, k - 1, 2);
  }
  return undefined;
}

/** The noun phrase that starts at token `i`, up to a preposition that does not belong to a role ("of", "for"), or undefined. */
export function phraseAfter(tokens: readonly Token[], i: number, to: number): Run | undefined {
  const first = tokens[i];
  if (first === undefined || i >= to) return undefined;
  if (lex.PRONOUNS.has(first.low) && !lex.DETERMINERS.has(first.low)) return { start: i, end: i + 1 };
  if (first.kind !== 'word' || !isNominal(first) || isAdverb(first)) return undefined;
  if (lex.PREPOSITIONS.has(first.low) || lex.CONJUNCTIONS.has(first.low)) return undefined;
  let k = i;
  while (k < to && k - i < 16) {
    const token = tokens[k] as Token;
    if (token.kind === 'mark' && !isNominal(token)) break;
    if (token.kind === 'quote') break;
    if (!isNominal(token)) break;
    if (k > i) {
      if (lex.PREPOSITIONS.has(token.low) && !/^(?:of|for|at|from)$/u.test(token.low)) break;
      if (/^(?:at|from)$/u.test(token.low) && tokens[k + 1]?.capital !== true && tokens[k + 1]?.low !== 'the')
        break;
      if (isAdverb(token)) break;
      if (lex.DAYS.has(token.low) && token.capital) break;
      if (isFiniteVerb(tokens, k) && !isModifier(tokens[k - 1])) break;
      const verb = reportingVerb(token.low);
      if (verb?.form === 'ing' && verb.tier === 'say') break;
    }
    k += 1;
  }
  while (k > i + 1 && isModifier(tokens[k - 1]) && tokens[k - 1]?.kind !== 'mark') k -= 1;
  // "the “expert” panel"
  if (k === i + 1 && /^(?:the|an?)$/u.test(first.low)) return undefined;
  return { start: i, end: k };
}

/** The first noun phrase of a clause, after an adverbial that a comma closes: what a participle ("saying …") belongs to. */
export function clauseSubject(tokens: readonly Token[], from: number, to: number): Run | undefined {
  let at = from;
  const opener = tokens[at];
  if (opener === undefined) return undefined;
  if (lex.CONJUNCTIONS.has(opener.low) || (isAdverb(opener) && isMark(tokens[at + 1], ',')))
    at += isMark(tokens[at + 1], ',') ? 2 : 1;
  const first = tokens[at];
  if (first === undefined) return undefined;
  const led =
    lex.PREPOSITIONS.has(first.low) || lex.CLAUSE_OPENERS.has(first.low) || /(?:ing|ed)$/u.test(first.low);
  if (!led && !isTime(tokens, at, to)) return phraseAfter(tokens, at, to);
  // "Speaking in Salem, New Hampshire, Trump went after him": the first phrase with a verb after it
  let fallback: Run | undefined;
  for (let k = at; k < to; k += 1) {
    if (!isMark(tokens[k], ',')) continue;
    const run = phraseAfter(tokens, k + 1, to);
    if (run === undefined) continue;
    fallback ??= run;
    const next = tokens[run.end];
    if (next === undefined || run.end >= to || !isMark(next, ',')) return run;
  }
  return fallback ?? phraseAfter(tokens, at, to);
}

// "Late last month, the company": a time with a comma after it.
function isTime(tokens: readonly Token[], at: number, to: number): boolean {
  for (let k = at; k < Math.min(to, at + 5); k += 1) {
    if (isMark(tokens[k], ','))
      return (
        k > at &&
        /^(?:week|month|year|night|day|days|weeks|months|years|today|yesterday|later|earlier|afternoon|morning|evening)$/u.test(
          tokens[k - 1]?.low ?? '',
        )
      );
    if (tokens[k]?.kind !== 'word') return false;
  }
  return false;
}

/** The place of a phrase's head noun: the last word before its first preposition or clause. */
export function headOf(tokens: readonly Token[], run: Run): number {
  let head = run.start;
  for (let k = run.start; k < run.end; k += 1) {
    const token = tokens[k] as Token;
    if (k > run.start) {
      if (lex.PREPOSITIONS.has(token.low) || isBreak(token) || lex.CLAUSE_OPENERS.has(token.low)) break;
      const afterNoun = !isModifier(tokens[k - 1]);
      if (
        afterNoun &&
        !token.capital &&
        /(?:ing)$/u.test(token.low) &&
        k + 1 < run.end &&
        !heads.ROLE_HEADS.has(token.low)
      )
        break;
      if (
        afterNoun &&
        !token.capital &&
        token.low.endsWith('ed') &&
        lex.PREPOSITIONS.has(tokens[k + 1]?.low ?? '')
      )
        break;
      if (token.low === 'and' || token.low === 'or') break;
      // "sources close to the club"
      if (afterNoun && /^(?:close|familiar)$/u.test(token.low)) break;
    }
    if (token.kind === 'word' && token.low !== "'s") head = k;
  }
  return head;
}

export { isAdverb, isMark, isModifier, isNominal };
