import type { Span } from '../draft/span.ts';
import * as lex from '../language/closed-class.ts';
import { looksPast } from '../language/verbs.ts';
import { isClauseStart, isTag } from './around.ts';
import { type Clause, type Cue, endOf, sourceIn, wholeOf } from './clause.ts';
import {
  clauseSubject,
  isAdverb,
  isBreak,
  isMark,
  isModifier,
  isNominal,
  phraseAfter,
  type Run,
  subjectBefore,
} from './phrases.ts';
import { type ReportingVerb, reportingVerb } from './reporting-verbs.ts';
import { isReporting } from './senses.ts';
import type { Source } from './sources.ts';
import type { Token } from './tokens.ts';

/** A reporting verb that reports something here, with who it says it for. */
export function verbCue(clause: Clause, i: number, earlier: readonly Cue[]): Cue | undefined {
  const { tokens, from } = clause;
  const token = tokens[i] as Token;
  const verb = reportingVerb(token.low);
  if (verb === undefined || !isVerbHere(clause, i, verb) || !isReporting(clause, i, verb)) return undefined;
  const chain = chainBefore(tokens, from, i);
  const passive =
    (verb.form === 'past' || verb.form === 'participle') &&
    chain.be &&
    !/^(?:worry|determine|agree)$/u.test(verb.lemma);
  if (passive) return passiveCue(clause, i, verb);
  if (verb.form === 'participle' && !chain.have) return undefined;

  const inverted = invertedSource(clause, i, verb);
  let run = inverted;
  let source: Source | undefined;
  if (run === undefined) {
    const coordinated = coordinatedSource(clause, chain.start, earlier);
    if (coordinated !== undefined) source = coordinated;
    else if (chain.start > from && /^(?:and|or|then)$/u.test(tokens[chain.start - 1]?.low ?? ''))
      run = undefined;
    else if (verb.form === 'base' && tokens[chain.start - 1]?.low === 'to') {
      // "took to Twitter to accuse her": for the purpose of the clause's subject
      if (verb.tier !== 'say' || verb.nounToo) return undefined;
      run = clauseSubject(tokens, from, i);
      if (run === undefined) return undefined;
    } else if (verb.form === 'ing' && !chain.be) {
      const tagged = taggedBefore(clause, chain.start, earlier);
      if (tagged !== undefined) source = tagged;
      else run = participleSubject(clause, chain.start);
      if (run === undefined) source ??= earlier.findLast((cue) => cue.source !== undefined)?.source;
    } else run = subjectBefore(tokens, from, chain.start);
  }
  source ??= sourceIn(clause, run);
  if (source !== undefined && isNobody(source, verb)) return undefined;
  return {
    span: token,
    lemma: verb.lemma,
    tier: verb.tier,
    source,
    scope: scopeOfVerb(clause, i, verb, run, inverted !== undefined),
    agentless: false,
  };
}

interface Chain {
  /** The first token of the verb group: auxiliaries, adverbs, "declined to". */
  readonly start: number;
  readonly be: boolean;
  readonly have: boolean;
}

function chainBefore(tokens: readonly Token[], from: number, i: number): Chain {
  let start = i;
  let be = false;
  let have = false;
  let j = i - 1;
  while (j >= from) {
    const token = tokens[j] as Token;
    if (token.kind !== 'word') break;
    if (lex.AUXILIARIES.has(token.low)) {
      if (lex.BE.has(token.low)) be = true;
      if (/^(?:has|have|had|having)$/u.test(token.low)) have = true;
      start = j;
    } else if (token.low === 'to' && j > from) {
      // "declined to say", "went on to say": the subject is that of the verb before
      let k = j - 1;
      if (
        /^(?:on|forward|ready|able|going|unable|unwilling|willing|eager|quick|happy|careful)$/u.test(
          tokens[k]?.low ?? '',
        )
      )
        k -= 1;
      const main = tokens[k];
      if (main === undefined || k < from) break;
      if (
        !controls(main) ||
        (lex.DETERMINERS.has(tokens[k - 1]?.low ?? '') &&
          !/^(?:that|this|which)$/u.test(tokens[k - 1]?.low ?? ''))
      )
        break;
      start = k;
      j = k;
    } else if (
      token.low === "'s" &&
      i - j <= 2 &&
      /^(?:he|she|it|who|that|there)$/u.test(tokens[j - 1]?.low ?? '')
    ) {
      start = j;
      be = true;
    } else if (!isAdverb(token)) break;
    j -= 1;
  }
  return { start, be, have };
}

// Verbs whose subject is also that of the infinitive after them.
const controls = (token: Token): boolean =>
  looksPast(token.low) ||
  lex.AUXILIARIES.has(token.low) ||
  /^(?:wants?|declines?|refuses?|plans?|intends?|tr(?:y|ies|ying)|continues?|going|needs?|hopes?|prefers?|expects?|fails?|likely|wanting|planning|hoping|refusing|declining|starts?|begins?|likes?|seems?|appears?|seeks?|vows?|promises?|threatens?|seeking)$/u.test(
    token.low,
  );

function isVerbHere(clause: Clause, i: number, verb: ReportingVerb): boolean {
  const { tokens, from, to } = clause;
  const before = i > from ? tokens[i - 1] : undefined;
  const after = i + 1 < to ? tokens[i + 1] : undefined;
  const word = tokens[i] as Token;
  // "the trust's team": a noun
  if (after?.low === "'s" && verb.form !== 'past') return false;
  // "Hope Hicks", "Ms. May": a capital within a sentence is a name
  if (word.capital && i > from && before?.kind === 'word' && word.text !== 'Says') return false;
  switch (verb.form) {
    case 'past':
    case 'participle':
      return isPastHere(before);
    case 'ing':
      return isIngHere(clause, i, verb, before);
    case 'base':
    case 's':
      return isPresentHere(clause, i, verb, before, after);
  }
}

// "the reported attack", "of reported attacks": an adjective
const isPastHere = (before: Token | undefined): boolean =>
  before === undefined ||
  !(
    ((lex.DETERMINERS.has(before.low) || lex.POSSESSIVES.has(before.low)) &&
      !/^(?:that|this|which|all|both|some|many|most|few|more|such|several)$/u.test(before.low)) ||
    (lex.PREPOSITIONS.has(before.low) && !/^(?:than|in|on|by|about|up|off|out)$/u.test(before.low))
  );

function isIngHere(
  { tokens, to }: Clause,
  i: number,
  verb: ReportingVerb,
  before: Token | undefined,
): boolean {
  if (before?.low === 'without') return false;
  if (before?.low === "'s" && lex.SUBJECT_PRONOUNS.has(tokens[i - 2]?.low ?? '')) return true;
  if (before !== undefined && lex.BE.has(before.low)) return true;
  if (before !== undefined && (lex.DETERMINERS.has(before.low) || lex.POSSESSIVES.has(before.low)))
    return false;
  return !verb.nounToo || isClauseStart(tokens, i + 1, to);
}

function isPresentHere(
  clause: Clause,
  i: number,
  verb: ReportingVerb,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (before === undefined) return verb.form === 's' && !verb.nounToo;
  if (before.low === 'to' && verb.form === 'base') return true;
  if (lex.MODALS.has(before.low)) return true;
  if (lex.SUBJECT_PRONOUNS.has(before.low) && !(verb.form === 'base' && /^(?:he|she|it)$/u.test(before.low)))
    return true;
  if (/^(?:do|does|did|don't|doesn't|didn't|not|never)$/u.test(before.low)) return true;
  return verb.nounToo
    ? isNoNounHere(clause, i, verb, before, after)
    : verb.form === 's' || takesBare(verb, before);
}

// a bare form takes a plural subject before it
const takesBare = (verb: ReportingVerb, before: Token): boolean =>
  before.kind === 'word' &&
  (before.capital ||
    (!isModifier(before) &&
      (/^(?:say|argue|insist|believe)$/u.test(verb.lemma) ||
        isPlural(before) ||
        /^(?:who|and|also|media)$/u.test(before.low) ||
        isAdverb(before))));

const isPlural = (word: Token): boolean =>
  /s$/u.test(word.low) || /^(?:people|police|many|some|others|most|men|women)$/u.test(word.low);

// "the club claims that", "the claims that": a word that is as often a noun
function isNoNounHere(
  { tokens, from, to }: Clause,
  i: number,
  verb: ReportingVerb,
  before: Token,
  after: Token | undefined,
): boolean {
  const opens = isClauseStart(tokens, i + 1, to);
  if (before.kind === 'quote' || isMark(before, ','))
    return after !== undefined && (after.capital || /^(?:he|she|the|a)$/u.test(after.low));
  if (/^(?:that|which|and|or)$/u.test(before.low)) return verb.form === 's' && opens;
  if (isModifier(before) || lex.AUXILIARIES.has(before.low)) return false;
  if (verb.form === 'base') return opens && (isPlural(before) || isAdverb(before));
  if (isTag(tokens, from, i, to)) return true;
  if (/s$/u.test(before.low) && !before.capital && !isAdverb(before)) return false;
  if (before.capital && /^(?:for|on|to)$/u.test(after?.low ?? '')) return true;
  return opens || after?.kind === 'quote' || (isAdverb(before) && !isBreak(after));
}

function passiveCue(clause: Clause, i: number, verb: ReportingVerb): Cue | undefined {
  const { tokens, from, to } = clause;
  const token = tokens[i] as Token;
  if (
    /^(?:know|see|call|appear|publish|post|charge|attack|back|support|hold|put|note|offer|feel|like|read|write|find)$/u.test(
      verb.lemma,
    ) &&
    tokens[i + 1]?.low !== 'by'
  )
    return undefined;
  let source: Source | undefined;
  for (let k = i + 1; k < Math.min(to, i + 14); k += 1) {
    const word = tokens[k] as Token;
    if (isMark(word, ';', ':', '—', '–')) break;
    if (
      word.low === 'by' &&
      !/^(?:\d|then|now)/u.test(tokens[k + 1]?.low ?? '') &&
      !/ing$/u.test(tokens[k + 1]?.low ?? '')
    ) {
      source = sourceIn(clause, phraseAfter(tokens, k + 1, to));
      break;
    }
  }
  if (source === undefined && verb.tier === 'stance') {
    // "Trump is expected to": nobody expects; a hedge, not a cue
    return undefined;
  }
  const subject = subjectBefore(tokens, from, i);
  const first = tokens[subject?.start ?? i] as Token;
  return {
    span: token,
    lemma: verb.lemma,
    tier: verb.tier,
    source,
    scope: { start: first.start, end: endOf(clause) },
    agentless: source === undefined,
  };
}

// Verbs that reporters set before their subject after a bare clause ("The plan is dead, said Ms Lee").
const INVERTS =
  /^(?:say|add|ask|write|report|explain|note|warn|announce|argue|declare|insist|claim|recall|reply|according to)$/u;

/** "“…,” said Ms Lee", "The plan is dead, said Ms Lee": the source after the verb. */
function invertedSource(clause: Clause, i: number, verb: ReportingVerb): Run | undefined {
  const { tokens, from, to } = clause;
  if (verb.form !== 'past' && verb.form !== 's') return undefined;
  const before = i > from ? tokens[i - 1] : undefined;
  const afterQuote =
    before?.kind === 'quote' || (isMark(before, ',', '—', '–') && tokens[i - 2]?.kind === 'quote');
  if (before !== undefined && !afterQuote && !(isMark(before, ',') && INVERTS.test(verb.lemma)))
    return undefined;
  const next = tokens[i + 1];
  if (next === undefined || i + 1 >= to) return undefined;
  if (lex.PREPOSITIONS.has(next.low) || lex.CLAUSE_OPENERS.has(next.low) || lex.DAYS.has(next.low))
    return undefined;
  const run = phraseAfter(tokens, i + 1, to);
  if (run === undefined) return undefined;
  if (afterQuote) return lex.PRONOUNS.has(next.low) && !lex.SUBJECT_PRONOUNS.has(next.low) ? undefined : run;
  // only a comma before: the phrase after the verb is the source only where nothing is said of it
  const follow = tokens[run.end];
  if (lex.SUBJECT_PRONOUNS.has(next.low) && next.low !== 'he' && next.low !== 'she') return undefined;
  const ends =
    follow === undefined ||
    run.end >= to ||
    isBreak(follow) ||
    lex.PREPOSITIONS.has(follow.low) ||
    follow.low === 'who' ||
    lex.DAYS.has(follow.low);
  if (!ends) return undefined;
  for (let k = run.end; k < Math.min(to, run.end + 12); k += 1) {
    const word = tokens[k] as Token;
    if (isMark(word, ',', ';', '.', '—', '–') || /^(?:who|when|as|after|while|which)$/u.test(word.low)) break;
    if (lex.AUXILIARIES.has(word.low)) return undefined;
  }
  return subjectBefore(tokens, from, i) === undefined || !/s$/u.test(tokens[i]?.low ?? '') ? run : undefined;
}

function coordinatedSource(clause: Clause, start: number, earlier: readonly Cue[]): Source | undefined {
  const before = clause.tokens[start - 1];
  if (start - 1 <= clause.from || before === undefined || !/^(?:and|but|or|then)$/u.test(before.low))
    return undefined;
  const known = earlier.findLast((cue) => cue.source !== undefined)?.source;
  return known ?? sourceIn(clause, clauseSubject(clause.tokens, clause.from, clause.to));
}

// "The pair will meet, Mr Lee said, adding": the tag's.
function taggedBefore(clause: Clause, start: number, earlier: readonly Cue[]): Source | undefined {
  const comma = clause.tokens[start - 1];
  const cue = earlier.at(-1);
  if (!isMark(comma, ',') || cue?.source === undefined || cue.tier !== 'say') return undefined;
  const end = Math.max(cue.span.end, cue.source.end);
  return (comma as Token).start - end < 24 && !/[,;]/u.test(clause.text.slice(end, (comma as Token).start))
    ? cue.source
    : undefined;
}

const SENT =
  /^(?:statements?|letters?|messages?|e-?mails?|tweets?|memos?|notes?|posts?|texts?|releases?|video)$/u;

// "…, saying that": the subject of the clause it hangs on. "a letter saying": what it stands right after.
function participleSubject(clause: Clause, start: number): Run | undefined {
  const { tokens, from, to } = clause;
  const before = tokens[start - 1];
  if (
    start > from &&
    before?.kind === 'word' &&
    isNominal(before) &&
    !isModifier(before) &&
    !lex.DAYS.has(before.low)
  ) {
    const run = subjectBefore(tokens, from, start);
    const opener = run && (tokens[run.start] as Token);
    // "sent out a message saying", "nothing more than yelling at people saying": whoever sent or yelled
    const sent =
      run !== undefined &&
      opener !== undefined &&
      (/^(?:out|up|off)$/u.test(opener.low) ||
        /ing$/u.test(opener.low) ||
        tokens.slice(run.start, run.end).some((token) => SENT.test(token.low)));
    const sender = sent ? clauseSubject(tokens, from, to) : undefined;
    if (sender !== undefined && run !== undefined && sender.end <= run.start) return sender;
    if (run !== undefined) return run;
  }
  if (start === from) {
    for (let k = start; k < to; k += 1) if (isMark(tokens[k], ',')) return phraseAfter(tokens, k + 1, to);
    return undefined;
  }
  return clauseSubject(tokens, from, to);
}

// Things do not speak: "the crash raised questions", "it said" of the weather.
function isNobody(source: Source, verb: ReportingVerb): boolean {
  if (verb.tier !== 'say' || source.kind !== 'pronoun') return false;
  return (
    /^(?:this|that|these|those|which)$/i.test(source.text) &&
    /^(?:mean|suggest|indicate|highlight|underscore|underline|reveal|confirm|echo|signal|raise)$/u.test(
      verb.lemma,
    )
  );
}

function scopeOfVerb(
  clause: Clause,
  i: number,
  verb: ReportingVerb,
  run: Run | undefined,
  inverted: boolean,
): Span {
  const { tokens, from, to } = clause;
  const first = run === undefined ? i : Math.min(run.start, i);
  const last = inverted && run !== undefined ? run.end : i + 1;
  const cueStart = (tokens[first] as Token).start;
  const whole = wholeOf(clause);
  const before = first > from ? tokens[first - 1] : undefined;
  const hangs = verb.form === 'ing' || (verb.form === 'base' && tokens[i - 1]?.low === 'to');
  if (hangs && run !== undefined && run.start < i - 3)
    return { start: (tokens[i] as Token).start, end: whole.end };
  // "dumped it and assured swimmers": the verb it is joined to is the reporter's own
  if (run === undefined && /^(?:and|but|or|then)$/u.test(before?.low ?? ''))
    return { start: cueStart, end: whole.end };
  // "what Putin has described as", "who he said was": the clause only
  const relative =
    before?.kind === 'word' && /^(?:what|which|whom|whose|who|that|where|when)$/u.test(before.low);
  if (relative || /^(?:who|which|that)$/u.test(run === undefined ? '' : (tokens[run.end - 1]?.low ?? ''))) {
    return { start: (tokens[first] as Token).start, end: clauseEnd(clause, last) };
  }
  if (inverted) return whole;
  const after = tokens[last];
  const closed = last >= to || isBreak(after);
  if (before !== undefined && (isMark(before, ',', '—', '–') || before.kind === 'quote')) {
    if (closed) return whole;
    if (
      after !== undefined &&
      verb.tier !== 'stance' &&
      (lex.PREPOSITIONS.has(after.low) || lex.DAYS.has(after.low) || isAdverb(after))
    ) {
      // "…, she said on Monday": the time or place, and no more
      if (!hasVerbAfter(clause, last)) return whole;
    }
    if (before.kind === 'quote') return whole;
    if (verb.lemma === 'tell' && !hasVerbAfter(clause, last + 1)) return whole;
  }
  const opener = tokens[from] as Token;
  const led =
    first > from &&
    (lex.PREPOSITIONS.has(opener.low) ||
      lex.CLAUSE_OPENERS.has(opener.low) ||
      lex.CONJUNCTIONS.has(opener.low) ||
      isAdverb(opener) ||
      lex.DAYS.has(opener.low) ||
      /(?:ing|ed)$/u.test(opener.low));
  return { start: led ? whole.start : cueStart, end: whole.end };
}

function clauseEnd(clause: Clause, from: number): number {
  const { tokens, to } = clause;
  for (let k = from; k < to; k += 1)
    if (isMark(tokens[k], ',', ';', '—', '–')) return (tokens[k] as Token).start;
  return endOf(clause);
}

function hasVerbAfter(clause: Clause, from: number): boolean {
  for (let k = from; k < clause.to; k += 1) {
    const token = clause.tokens[k] as Token;
    if (isMark(token, ',', ';') || /^(?:who|which|when|as|after|while|before|where)$/u.test(token.low))
      return false;
    if (lex.AUXILIARIES.has(token.low) || token.low === 'that') return true;
    if (k > from + 1 && looksPast(token.low) && !isModifier(clause.tokens[k - 1])) return true;
  }
  return false;
}
