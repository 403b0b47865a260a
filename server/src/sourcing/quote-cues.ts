import * as lex from '../language/closed-class.ts';
import { looksPast } from '../language/verbs.ts';
import { type Clause, type Cue, endOf, sourceIn, wholeOf } from './clause.ts';
import { clauseSubject, isAdverb, isBreak, isMark, phraseAfter, type Run } from './phrases.ts';
import { reportingVerb } from './reporting-verbs.ts';
import type { Token } from './tokens.ts';

/** A colon before a quote, at the end of a paragraph, or after a name that opens a turn. */
export function colonCue(clause: Clause, i: number, earlier: readonly Cue[]): Cue | undefined {
  const { tokens, from, to } = clause;
  const token = tokens[i] as Token;
  if (token.text !== ':') return undefined;
  const next = tokens[i + 1];
  const leads = i + 1 >= to || next?.kind === 'quote';
  if (i === from) return undefined;
  if (!leads) return namedTurn(clause, i);
  if (earlier.some((cue) => cue.source !== undefined && cue.tier === 'say')) return undefined;
  const source = sourceIn(clause, clauseSubject(tokens, from, i));
  if (source === undefined || !/^(?:named|pronoun|role)$/u.test(source.kind)) return undefined;
  const tier = next === undefined || i + 1 >= to ? 'lead-in' : 'say';
  return {
    span: token,
    lemma: ':',
    tier,
    source,
    scope: { start: token.start, end: endOf(clause) },
    agentless: false,
  };
}

const LABEL =
  /^(?:related|updated?|correction|note|editor|photos?|video|watch|read|more|also|see|sources?|image|credit|caption|breaking|exclusive|opinion|analysis|live|q|a|question|answer|fact|topic|date|time|where|when|what|why|how|who|here|bottom|key|result|results|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u;

// "Alex Lee: She is right on all these things": a name before a colon speaks the sentence after it.
function namedTurn(clause: Clause, i: number): Cue | undefined {
  const { tokens, from, to } = clause;
  const names = tokens.slice(from, i);
  if (names.length > 4 || i + 4 > to || tokens[i + 1]?.capital !== true) return undefined;
  if (!names.every((token) => token.kind === 'word' && token.capital && !LABEL.test(token.low)))
    return undefined;
  const source = sourceIn(clause, { start: from, end: i });
  const colon = tokens[i] as Token;
  return {
    span: colon,
    lemma: ':',
    tier: 'say',
    source,
    scope: { start: colon.start, end: endOf(clause) },
    agentless: false,
  };
}

/** "“…,” he shrugged": beside a full quote any verb with a subject tells who speaks. */
export function cueBesideQuote(clause: Clause, i: number, earlier: readonly Cue[]): Cue | undefined {
  const { tokens, from, to } = clause;
  const quote = tokens[i] as Token;
  if (earlier.some((cue) => cue.tier === 'say' && isAdjacent(clause, cue, i))) return undefined;
  const cue = (verb: Token, run: Run): Cue => ({
    span: verb,
    lemma: verb.low,
    tier: 'beside',
    source: sourceIn(clause, run),
    scope: wholeOf(clause),
    agentless: false,
  });
  if (/[,!?—–…][”"’']*$/u.test(quote.text) && i + 1 < to) {
    const at = isMark(tokens[i + 1], ',', '—', '–', '―') ? i + 2 : i + 1;
    const first = tokens[at];
    if (first?.kind === 'word' && at < to) {
      if (isReportLike(first) && !isNominalOpener(first)) {
        const run = phraseAfter(tokens, at + 1, to);
        if (run !== undefined) return cue(first, run);
      }
      const run = phraseAfter(tokens, at, to);
      const verb = run && verbAt(tokens, run.end, to);
      if (run !== undefined && verb !== undefined && !lex.AUXILIARIES.has(verb.low)) return cue(verb, run);
    }
  }
  if (isMark(tokens[i + 1], '—', '–', '―', '-', '--') && i + 2 < to) {
    // "“…” — Carla Sanchez"
    const run = phraseAfter(tokens, i + 2, to);
    if (
      run !== undefined &&
      tokens[i + 2]?.capital === true &&
      run.end - run.start <= 6 &&
      (run.end >= to || isBreak(tokens[run.end]))
    )
      return cue(tokens[i + 1] as Token, run);
  }
  if (isMark(tokens[i - 1], ',') && i - 1 > from) {
    const run = clauseSubject(tokens, from, i - 1);
    const verb = run && verbAt(tokens, run.end, i);
    if (run !== undefined && verb !== undefined) return cue(verb, run);
  }
  return undefined;
}

const isNominalOpener = (token: Token): boolean =>
  lex.DETERMINERS.has(token.low) || lex.SUBJECT_PRONOUNS.has(token.low) || token.capital;

const isReportLike = (token: Token): boolean =>
  looksPast(token.low) || reportingVerb(token.low) !== undefined;

function verbAt(tokens: readonly Token[], at: number, to: number): Token | undefined {
  for (let k = at; k < Math.min(to, at + 4); k += 1) {
    const token = tokens[k] as Token;
    if (token.kind !== 'word') return undefined;
    if (looksPast(token.low) || reportingVerb(token.low)?.form === 's') return token;
    if (
      k === at &&
      /[^s]s$/u.test(token.low) &&
      !token.capital &&
      (tokens[at - 1]?.capital || /^(?:he|she)$/u.test(tokens[at - 1]?.low ?? ''))
    )
      return token;
    if (!isAdverb(token) && !lex.AUXILIARIES.has(token.low)) return undefined;
  }
  return undefined;
}

function isAdjacent(clause: Clause, { span, source }: Cue, i: number): boolean {
  const quote = clause.tokens[i] as Token;
  return (
    source !== undefined &&
    [span, source].some(
      (part) => Math.abs(part.start - quote.end) <= 4 || Math.abs(quote.start - part.end) <= 80,
    )
  );
}
