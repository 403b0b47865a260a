import * as lex from '../language/closed-class.ts';
import { type Clause, type Cue, endOf, sourceIn, wholeOf } from './clause.ts';
import * as heads from './heads.ts';
import { isModifier, phraseAfter, type Run, subjectBefore } from './phrases.ts';
import type { Source } from './sources.ts';
import type { Token } from './tokens.ts';

const SURVEYS = lex.wordSet('poll polls survey surveys study report audit census');

/** “In a statement by the union”, “her claim that”, “in a Fox poll”: a noun that tells whose words they are. */
export function nounCue(clause: Clause, i: number): Cue | undefined {
  const { tokens, from, to } = clause;
  const token = tokens[i] as Token;
  if (SURVEYS.has(token.low)) {
    const run = surveyBefore(clause, i);
    if (run !== undefined) {
      const source = sourceIn(clause, run);
      return {
        span: token,
        lemma: token.low,
        tier: 'noun',
        source,
        scope: wholeOf(clause),
        agentless: false,
      };
    }
  }
  if (!heads.STATEMENT_NOUNS.has(token.low) || token.capital) return undefined;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const cue = (source: Source | undefined): Cue => ({
    span: token,
    lemma: token.low,
    tier: 'noun',
    source,
    scope: { start: token.start, end: endOf(clause) },
    agentless: false,
  });
  if (i > from && before !== undefined) {
    // "Mr Lee's statement", "his claims"
    let k = i - 1;
    if (!lex.POSSESSIVES.has(tokens[k]?.low ?? '') && !isModifier(tokens[k]) && k - 1 >= from) k -= 1;
    const owner = tokens[k] as Token;
    if (/^(?:'s|')$/u.test(owner.low) && k - 1 >= from) {
      const run = subjectBefore(tokens, from, k);
      if (run !== undefined && stands(tokens, run.start, i, to)) return cue(sourceIn(clause, run));
    }
    if (/^(?:his|her|their)$/u.test(owner.low) && stands(tokens, k, i, to)) {
      return cue({ start: owner.start, end: owner.end, text: owner.text, kind: 'pronoun' });
    }
  }
  if (next !== undefined && i + 1 < to && /^(?:by|from)$/u.test(next.low)) {
    const run = phraseAfter(tokens, i + 2, to);
    if (run !== undefined) return cue(sourceIn(clause, run));
  }
  return undefined;
}

// "in a Fox News poll", "in the latest survey": counts that say whose they are.
function surveyBefore(clause: Clause, i: number): Run | undefined {
  const { tokens, from } = clause;
  for (let k = i - 1; k >= from && i - k < 9; k -= 1) {
    const token = tokens[k] as Token;
    if (token.kind !== 'word' || lex.AUXILIARIES.has(token.low)) return undefined;
    if (!lex.PREPOSITIONS.has(token.low)) continue;
    const opener = tokens[k + 1] as Token;
    return token.low === 'in' && (lex.DETERMINERS.has(opener.low) || opener.capital)
      ? { start: k + 1, end: i + 1 }
      : undefined;
  }
  return undefined;
}

// A statement noun reports what it opens ("her claim that") or what hangs on it ("in his letter"); "his plans ran into trouble" does not.
const stands = (tokens: readonly Token[], start: number, i: number, to: number): boolean =>
  (i + 1 < to && /^(?:that|of|about|as)$/u.test(tokens[i + 1]?.low ?? '')) ||
  /^(?:in|to|with|despite|by|repeated)$/u.test(tokens[start - 1]?.low ?? '');
