import * as lex from '../language/closed-class.ts';
import { type Clause, type Cue, sourceIn, wholeOf } from './clause.ts';
import { nounCue } from './noun-cues.ts';
import { isMark, phraseAfter } from './phrases.ts';
import { colonCue, cueBesideQuote } from './quote-cues.ts';
import type { Token } from './tokens.ts';
import { verbCue } from './verb-cues.ts';

/** Finds the cues of a sentence, in the order they stand in. */
export function cuesOf(clause: Clause): readonly Cue[] {
  const { tokens, from, to } = clause;
  const cues: Cue[] = [];
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'quote') continue;
    const cue =
      token.kind === 'mark'
        ? colonCue(clause, i, cues)
        : (accordingTo(clause, i) ?? verbCue(clause, i, cues) ?? nounCue(clause, i));
    if (cue !== undefined) cues.push(cue);
  }
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'quote' && clause.isFull(token.quote)) {
      const cue = cueBesideQuote(clause, i, cues);
      if (cue !== undefined) cues.push(cue);
    }
  }
  return cues.sort((a, b) => a.span.start - b.span.start);
}

function accordingTo(clause: Clause, i: number): Cue | undefined {
  const { tokens } = clause;
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (token.low === 'according' && next?.low === 'to') {
    return {
      span: { start: token.start, end: next.end },
      lemma: 'according to',
      tier: 'say',
      source: sourceIn(clause, phraseAfter(tokens, i + 2, clause.to)),
      scope: wholeOf(clause),
      agentless: false,
    };
  }
  if (
    token.low === 'per' &&
    isMark(tokens[i - 1], ',') &&
    next !== undefined &&
    (next.capital || lex.DETERMINERS.has(next.low))
  ) {
    return {
      span: token,
      lemma: 'per',
      tier: 'say',
      source: sourceIn(clause, phraseAfter(tokens, i + 1, clause.to)),
      scope: wholeOf(clause),
      agentless: false,
    };
  }
  return undefined;
}

/** Whether a cue answers for what it reports: somebody is named for it, or at least a word of saying stands there. */
export const isFlatCue = (cue: Cue): boolean =>
  !cue.agentless &&
  cue.tier !== 'lead-in' &&
  (cue.source !== undefined || cue.tier === 'say') &&
  !(
    cue.tier === 'stance' &&
    /^(?:refuse|decline|offer|support|oppose|prefer|welcome|want|plan|seek|intend|aim|pledge|like|wish|endorse)$/u.test(
      cue.lemma,
    )
  );
