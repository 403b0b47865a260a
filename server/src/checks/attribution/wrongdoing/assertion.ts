import * as lex from '../../../language/closed-class.ts';
import { looksPast, type VerbForm } from '../../../language/verbs.ts';
import type { Token } from '../../../sourcing/index.ts';
import {
  clauseSubject,
  FURTHEST,
  headOf,
  isAdverb,
  isMark,
  isModifier,
  isNominal,
  phraseAfter,
  type Run,
  subjectBefore,
} from '../../../sourcing/index.ts';

/** How an act is told: as done, as done by somebody, or denied and only supposed. A place is a sentence's run of tokens. */
export interface Place {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/** A verb in the form it stands in. */
export interface Act {
  readonly form: VerbForm;
  /** It must have "never" before it. */
  readonly negated: boolean;
  readonly kind?: string;
}

/** Things that do what nobody is to blame for. */
const NOBODY: ReadonlySet<string> = new Set(
  `fire fires blaze flood floods flooding storm storms earthquake quake hurricane tsunami explosion blast water wind winds virus worm bug disease
   drought bill law laws act plan plans film book novel court courts jury computer software program programme system systems it
   which that this weather rain snow lightning tide waves lava crash accident outbreak bomb bombs landslide avalanche sun
   heat frost cold player players striker truce ceasefire armistice deal agreement accord talks war election season year hackers market markets shares price prices rate rates`.split(
    /\s+/u,
  ),
);

/** The place of the last word of the noun phrase that the word at `at` begins: "lied to parliament", "eleven captured fighters". */
export function throughPhrase({ tokens, to }: Place, at: number): number {
  const token = tokens[at] as Token;
  if (lex.PREPOSITIONS.has(token.low) || lex.DETERMINERS.has(token.low)) {
    const end = phraseAfter(tokens, at + 1, to)?.end ?? at + 1;
    return Math.min(end - 1, at + 4);
  }
  let last = at;
  while (last + 1 < to && last - at < 3) {
    const next = tokens[last + 1] as Token;
    if (next.low === "'s") {
      last += 1;
      continue;
    }
    if (
      next.kind !== 'word' ||
      next.capital ||
      isAdverb(next) ||
      isModifier(next) ||
      !isNominal(next) ||
      looksPast(next.low)
    )
      break;
    if (next.low.endsWith('ing') || lex.DAYS.has(next.low) || /^(?:that|never|not)$/u.test(next.low)) break;
    last += 1;
  }
  return last;
}

/** Finds the first word of a list. A capital within a sentence is a name: the Beastie Boys are no boys. */
export const find = (
  tokens: readonly Token[],
  from: number,
  to: number,
  list: ReadonlySet<string>,
): number | undefined => {
  for (let k = from; k < to; k += 1) {
    const token = tokens[k] as Token;
    if (
      list.has(token.low) &&
      (k === 0 || !token.capital || token.text === token.text.toUpperCase() || isMark(tokens[k - 1], '.'))
    )
      return k;
  }
  return undefined;
};

/** Whether a word of a list stands there. */
export const has = (tokens: readonly Token[], from: number, to: number, list: ReadonlySet<string>): boolean =>
  find(tokens, from, to, list) !== undefined;

const OPENS_CLAUSE = lex.wordSet('who which because while but');

/** The place after the clause that the verb at `i` rules, at most `reach` words on. */
export function clauseEnd({ tokens, to }: Place, i: number, reach: number): number {
  for (let k = i + 1; k < to; k += 1) {
    const token = tokens[k] as Token;
    if (k - i > reach + 1 || isMark(token, ';', ':', '—', '–', '(', ')') || token.kind === 'quote') return k;
    if (isMark(token, ',') && k - i > 2) return k;
    if (k - i > 2 && OPENS_CLAUSE.has(token.low)) return k;
  }
  return to;
}

/** Whether the participle at `i` is a passive: "was shredded". */
export function isPassive({ tokens, from }: Place, i: number): boolean {
  for (let k = i - 1; k >= from && i - k < 4; k -= 1) {
    const token = tokens[k] as Token;
    if (/^(?:was|were|been|being)$/u.test(token.low)) return true;
    if (token.kind !== 'word' || !(isAdverb(token) || token.low === 'not')) return false;
  }
  return false;
}

/** Whether the act is told as done: a past tense, a perfect, or a participle that goes with one ("…, hiding the losses"). */
export function isTold(place: Place, i: number, act: Act): boolean {
  const { tokens, from } = place;
  let k = i - 1;
  while (k >= from && isAdverb(tokens[k] as Token)) k -= 1;
  const before = k >= from ? tokens[k] : undefined;
  if (act.form === 'base') return isBoundTo(place, i);
  if (act.form === 'ing') {
    const was = before !== undefined && /^(?:was|were|been)$/u.test(before.low);
    const hangs = isMark(before, ',') || /^(?:by|while)$/u.test(before?.low ?? '');
    if (!was && !hangs) return false;
    if (was) return isSomebody(place, k);
    return pastBefore(tokens, from, k) && isSomebody(place, i, true);
  }
  if (act.form === 'participle' && !/^(?:has|have|had)$/u.test(before?.low ?? '')) return false;
  if (before === undefined) return false;
  // "released hacked emails": an adjective
  if (
    looksPast(before.low) &&
    !lex.AUXILIARIES.has(before.low) &&
    !lex.DETERMINERS.has(tokens[k - 1]?.low ?? '')
  )
    return false;
  if (
    lex.DETERMINERS.has(before.low) ||
    lex.POSSESSIVES.has(before.low) ||
    /^(?:of|with|for|to|is|are|be|as|in|at|on|than)$/u.test(before.low)
  )
    return false;
  return act.kind === 'knowledge' ? !isMark(before) : isSomebody(place, i);
}

// "tried to bribe", "paid a clerk to delete": an infinitive that somebody's act in the past binds.
function isBoundTo(place: Place, i: number): boolean {
  const { tokens, from } = place;
  if (tokens[i - 1]?.low !== 'to') return false;
  for (let k = i - 2; k >= from && i - k < 8; k -= 1) {
    const low = tokens[k]?.low ?? '';
    if (
      /^(?:tried|attempted|managed|continued|arranged|plotted|helped|sought|began|started|conspired|hired|paid|used|bribed|ordered|instructed|offered|went)$/u.test(
        low,
      )
    ) {
      const aux = tokens[k - 1]?.low ?? '';
      return (
        !lex.BE.has(aux) && !isAdverb(tokens[k - 1] as Token) && !isPassive(place, k) && isSomebody(place, k)
      );
    }
    if (tokens[k]?.kind !== 'word') return false;
  }
  return false;
}

const pastBefore = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k += 1)
    if (looksPast(tokens[k]?.low ?? '') || /^(?:had|was|were)$/u.test(tokens[k]?.low ?? '')) return true;
  return false;
};

/** Agency: whether a person, a body or a company did it, not the weather. */
export function isSomebody(place: Place, i: number, ofClause = false): boolean {
  const head = doerOf(place, i, ofClause);
  return head !== undefined && head.kind === 'word' && !NOBODY.has(head.low) && !/^\p{N}/u.test(head.low);
}

/** The head of the phrase that did the act at `i`, or undefined. */
export function doerOf(place: Place, i: number, ofClause = false): Token | undefined {
  const run = subjectOf(place, i, ofClause);
  return run && place.tokens[headOf(place.tokens, run)];
}

function subjectOf({ tokens, from, to }: Place, i: number, ofClause: boolean): Run | undefined {
  let k = i - 1;
  while (
    k >= from &&
    i - k < FURTHEST &&
    (isAdverb(tokens[k] as Token) || lex.AUXILIARIES.has(tokens[k]?.low ?? ''))
  )
    k -= 1;
  const linked = k >= from && /^(?:and|or|but|then)$/u.test(tokens[k]?.low ?? '');
  if (ofClause || linked) return clauseSubject(tokens, from, to);
  return (
    subjectBefore(tokens, from, i) ?? (isMark(tokens[k], ',') ? clauseSubject(tokens, from, to) : undefined)
  );
}

const RELATIVES = lex.wordSet('who that which');

/** Whether it is said in passing and so known already: "the driver who was shot". */
export function isReminder({ tokens, from }: Place, i: number): boolean {
  for (let k = i - 1; k >= from && i - k < 5; k -= 1) {
    const { low } = tokens[k] as Token;
    if (RELATIVES.has(low) || low === 'having') return true;
    if (!lex.BE.has(low) && !isAdverb(tokens[k] as Token) && !/^(?:had|have|has)$/u.test(low)) return false;
  }
  return false;
}

/** Whether nobody in particular is accused: "people who hid their earnings", "those who broke the law". */
export function isAnybody({ tokens, from }: Place, i: number): boolean {
  for (let k = i - 1; k >= from && i - k < 6; k -= 1) {
    if (!RELATIVES.has(tokens[k]?.low ?? '')) continue;
    return /^(?:people|those|anyone|anybody|someone|somebody|firms|companies|countries|drivers|parents|employers|states|anyone|everyone|person|individuals|others|men|women)$/u.test(
      tokens[k - 1]?.low ?? '',
    );
  }
  return false;
}

const DENIALS = lex.wordSet(
  `prevent prevents avoid stop stops against how why fear fears accused alleged alleges suspected suspicion ban bans banned allegedly
   reportedly claims claimed not never no n't nobody none neither nor without if unless would could might may should will can cannot
   must whether didn't wasn't weren't hasn't haven't hadn't wouldn't couldn't denied denies denying deny nothing to`,
);

/** Whether the act is denied, supposed, alleged, or a rule. */
export function isDenied({ tokens, from }: Place, i: number, act: Act): boolean {
  // “to find out who leaked it”: that is the question
  if (
    /^(?:who|what|which)$/u.test(tokens[i - 1]?.low ?? '') &&
    /^(?:investigat\w+|find|out|establish\w*|discover|asked|ask|know|identify|wondered|determine|trace)$/u.test(
      tokens[i - 2]?.low ?? '',
    )
  )
    return true;
  let negated = false;
  for (let k = i - 1; k >= from && i - k < 16; k -= 1) {
    const token = tokens[k] as Token;
    if (isMark(token, ';', ':', '—', '–')) break;
    if (i - k >= 8) {
      if (/^(?:whether|if|unless)$/u.test(token.low)) return true;
      continue;
    }
    if (isMark(token, ',') && (i - k > 3 || /^(?:and|but|then)$/u.test(tokens[k + 1]?.low ?? ''))) break;
    if (token.low === 'accused' && tokens[k + 1]?.low !== 'of') continue;
    if (act.negated && token.low === 'never' && i - k <= 2) {
      negated = true;
      continue;
    }
    if (token.low === 'to' && (i - k > 2 || act.form === 'base')) continue;
    // "nurses without a licence", "a hut with no windows": that denies nothing they did
    if (token.low === 'without' && i - k > 2) continue;
    if (token.low === 'no' && /^(?:with|had|has)$/u.test(tokens[k - 1]?.low ?? '')) continue;
    if (DENIALS.has(token.low)) return true;
  }
  return act.negated && !negated;
}
