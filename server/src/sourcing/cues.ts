import type { Span } from '../draft/span.ts';
import { looksPast } from '../language/verbs.ts';
import * as lex from './lexicon.ts';
import { type ReportingVerb, reportingVerb, type Tier } from './lexicon.ts';
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
import { type Source, sourceOf } from './sources.ts';
import type { Token } from './tokens.ts';

/** A word that says who says something. Spans are offsets of the paragraph's text. */
export interface Cue {
  readonly span: Span;
  readonly lemma: string;
  /** `beside`: a verb that reports only because it stands beside a full quote ("he shrugged"); `noun`: "in a statement by"; `lead-in`: a colon that closes the paragraph. */
  readonly tier: Tier | 'noun' | 'beside' | 'lead-in';
  /** Who says it; undefined where the sentence does not name anybody. */
  readonly source: Source | undefined;
  /** What the source answers for; words outside it are the reporter's own. */
  readonly scope: Span;
  /** A passive with nobody behind it ("was accused of"). */
  readonly agentless: boolean;
}

/** What a sentence's cues are looked for in: tokens [from, to) of a paragraph. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether a quote, by its place in the paragraph, is a full one. */
  readonly isFull: (quote: number) => boolean;
}

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
      const cue = besideQuote(clause, i, cues);
      if (cue !== undefined) cues.push(cue);
    }
  }
  return cues.sort((a, b) => a.span.start - b.span.start);
}

const startOf = (clause: Clause): number => (clause.tokens[clause.from] as Token).start;
const endOf = (clause: Clause): number => (clause.tokens[clause.to - 1] as Token).end;
const wholeOf = (clause: Clause): Span => ({ start: startOf(clause), end: endOf(clause) });

const sourceIn = (clause: Clause, run: Run | undefined): Source | undefined =>
  run && sourceOf(clause.tokens, run, clause.from, clause.text);

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

// ---- verbs

function verbCue(clause: Clause, i: number, earlier: readonly Cue[]): Cue | undefined {
  const { tokens, from } = clause;
  const token = tokens[i] as Token;
  const verb = reportingVerb(token.low);
  if (verb === undefined || !isVerbHere(clause, i, verb) || isAnotherSense(clause, i, verb)) return undefined;
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
  if (source === undefined && verb.tier !== 'say') return undefined;
  if (source === undefined && verb.needsClause) return undefined;
  if (source !== undefined && isNobody(tokens, source, verb)) return undefined;
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
  if (before?.low === 'to' && verb.form === 'base') return true;
  if (verb.form === 'past' || verb.form === 'participle') {
    // "the reported attack": an adjective
    const determined =
      before !== undefined &&
      (lex.DETERMINERS.has(before.low) || lex.POSSESSIVES.has(before.low)) &&
      !/^(?:that|this|which|all|both|some|many|most|few|more|such|several)$/u.test(before.low);
    if (determined) return false;
    if (
      before !== undefined &&
      lex.PREPOSITIONS.has(before.low) &&
      before.low !== 'than' &&
      !/^(?:in|on|by|about|up|off|out)$/u.test(before.low)
    )
      return false;
    return true;
  }
  if (verb.form === 'ing') {
    if (before?.low === 'without') return false;
    if (before?.low === "'s" && lex.SUBJECT_PRONOUNS.has(tokens[i - 2]?.low ?? '')) return true;
    if (before !== undefined && lex.BE.has(before.low)) return true;
    if (before !== undefined && (lex.DETERMINERS.has(before.low) || lex.POSSESSIVES.has(before.low)))
      return false;
    if (verb.nounToo) return isClauseStart(tokens, i + 1, to);
    return true;
  }
  if (before !== undefined && lex.MODALS.has(before.low)) return true;
  if (
    before !== undefined &&
    lex.SUBJECT_PRONOUNS.has(before.low) &&
    !(verb.form === 'base' && /^(?:he|she|it)$/u.test(before.low))
  )
    return true;
  if (before !== undefined && /^(?:do|does|did|don't|doesn't|didn't|not|never)$/u.test(before.low))
    return true;
  if (!verb.nounToo) {
    if (verb.form === 's') return true;
    // a bare form takes a plural subject before it
    if (before?.kind === 'word' && before.capital) return true;
    if (/^(?:say|argue|insist|believe)$/u.test(verb.lemma) && before?.kind === 'word' && !isModifier(before))
      return true;
    return (
      before !== undefined &&
      before.kind === 'word' &&
      !isModifier(before) &&
      (/s$/u.test(before.low) ||
        /^(?:people|police|many|some|others|most|who|and|also|men|women|media)$/u.test(before.low) ||
        isAdverb(before))
    );
  }
  if (before === undefined) return false;
  if (before.kind === 'quote' || isMark(before, ','))
    return after !== undefined && (after.capital || /^(?:he|she|the|a)$/u.test(after.low));
  if (/^(?:that|which|and|or)$/u.test(before.low))
    return verb.form === 's' && isClauseStart(tokens, i + 1, to);
  if (isModifier(before)) return false;
  if (lex.AUXILIARIES.has(before.low)) return false;
  if (verb.form === 's') {
    if (isTag(tokens, from, i, to)) return true;
    if (/s$/u.test(before.low) && !before.capital && !isAdverb(before)) return false;
    if (before.capital && /^(?:for|on)$/u.test(after?.low ?? '')) return true;
    if (before.capital && after?.low === 'to' && !lex.CONJUNCTIONS.has(before.low)) return true;
    return (
      isClauseStart(tokens, i + 1, to) ||
      (after !== undefined && after.kind === 'quote') ||
      (isAdverb(before) && !isBreak(after))
    );
  }
  return (
    (/s$/u.test(before.low) ||
      /^(?:people|police|many|some|others|most|men|women)$/u.test(before.low) ||
      isAdverb(before)) &&
    isClauseStart(tokens, i + 1, to)
  );
}

/** "…, she reports." and "…,” he added on Twitter": a subject after a comma or a quote, then the verb, and no more of a clause. */
function isTag(tokens: readonly Token[], from: number, i: number, to: number): boolean {
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

// What follows a reporting verb and no noun: "that", a subject, a name, a quote.
function isClauseStart(tokens: readonly Token[], i: number, to: number): boolean {
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

const NOT_LIVES =
  /^(?:life|lives|victims?|title|titles|gold|silver|bronze|medal|victory|win|place|record|benefits?|responsibility|expenses|asylum|compensation)$/u;

// "added another before half-time", "added 200 jobs"
const NUMBER_OF_THINGS =
  /^\p{N}|^(?:a|an|the|his|her|its|their|more|another|further|one|some|several|two|three|four|five|six|seven|eight|nine|ten|to)$/u;

/** The uses of a reporting verb that report nothing. */
function isAnotherSense(clause: Clause, i: number, verb: ReportingVerb): boolean {
  const { tokens, from, to } = clause;
  const at = (offset: number): string => {
    const k = i + offset;
    return k >= from && k < to ? (tokens[k]?.low ?? '') : '';
  };
  const before = at(-1);
  const after = at(1);
  switch (verb.lemma) {
    case 'claim':
      for (let k = 1; k <= 7; k += 1) if (NOT_LIVES.test(at(k))) return true;
      return false;
    case 'say':
      return after === 'to' && lex.BE.has(before);
    case 'add':
      return !(
        isMark(tokens[i - 1], ',') ||
        tokens[i - 1]?.kind === 'quote' ||
        (isClauseStart(tokens, i + 1, to) && !NUMBER_OF_THINGS.test(after)) ||
        isMark(tokens[i + 1], ':', '.', ',') ||
        i + 1 >= to ||
        isTag(tokens, from, i, to) ||
        isSayingEnd(tokens, i, to)
      );
    case 'continue':
    case 'repeat':
      return (
        after === 'to' ||
        !(besideQuoteToken(tokens, i, from, to) || after === 'that' || isMark(tokens[i + 1], ':'))
      );
    case 'discover':
    case 'uncover':
    case 'establish':
    case 'prove':
    case 'accept':
      return after !== 'that';
    case 'find':
    case 'learn':
    case 'determine':
    case 'hold':
      if (after === 'that') return false;
      if (verb.lemma === 'hold') return true;
      // "…, the regulator found."
      if (verb.lemma === 'find' && isTag(tokens, from, i, to) && verb.form !== 'base') return false;
      return !(
        subjectIsDocument(tokens, from, i) &&
        (isTag(tokens, from, i, to) || (isContent(tokens, i + 1, to) && !lex.PREPOSITIONS.has(after)))
      );
    case 'show':
    case 'demonstrate':
      return !(
        after === 'that' ||
        (subjectIsDocument(tokens, from, i) && (isTag(tokens, from, i, to) || isContent(tokens, i + 1, to)))
      );
    case 'read':
      return !(besideQuoteToken(tokens, i, from, to) || isMark(tokens[i + 1], ':'));
    case 'put':
      return after !== 'it';
    case 'call':
      return !(
        /^(?:for|on|upon|it|him|her|them|himself|herself|this|that|the)$/u.test(after) ||
        quoteWithin(tokens, i, to, 5) ||
        (tokens[i + 1]?.capital ?? false)
      );
    case 'charge':
      return !(after === 'that' || besideQuoteToken(tokens, i, from, to));
    case 'order':
      return !isContent(tokens, i + 1, to) || lex.PREPOSITIONS.has(after);
    case 'write':
      return (
        !(
          after === 'that' ||
          after === 'to' ||
          after === 'in' ||
          after === 'on' ||
          besideQuoteToken(tokens, i, from, to) ||
          isMark(tokens[i - 1], ',') ||
          isMark(tokens[i + 1], ':', '.', ',')
        ) && verb.form !== 'past'
      );
    case 'seem':
    case 'appear':
      return after !== 'to' && after !== 'that';
    case 'see':
      return !(
        (/^(?:as|no|little|it|them|him|her|the|a|this|that)$/u.test(after) ||
          tokens[i + 1]?.capital === true) &&
        verb.form !== 'ing' &&
        quoteOrAs(tokens, i, to)
      );
    case 'view':
    case 'regard':
    case 'like':
    case 'love':
    case 'hate':
      return verb.lemma === 'like' ? !/^would|'d$/u.test(before) : false;
    case 'want':
    case 'plan':
    case 'seek':
    case 'intend':
    case 'aim':
      return verb.form === 'base' && before === 'to';
    case 'know':
      return !/^(?:that|how|what|why|who|whether|it|the)$/u.test(after);
    case 'feel':
      return !(/^(?:that|like|they|he|she|it|as|the)$/u.test(after) || besideQuoteToken(tokens, i, from, to));
    case 'text':
    case 'email':
    case 'counter':
    case 'voice':
    case 'pan':
    case 'snap':
    case 'sniff':
    case 'volunteer':
    case 'venture':
    case 'roar':
    case 'thunder':
    case 'cheer':
    case 'compare':
    case 'publish':
    case 'post':
    case 'outline':
    case 'accord':
      return !(
        after === 'that' ||
        besideQuoteToken(tokens, i, from, to) ||
        ((verb.lemma === 'compare' || verb.lemma === 'voice') &&
          isContent(tokens, i + 1, to) &&
          !/^(?:to|with)$/u.test(after))
      );
    case 'report':
      return after === 'to' || (after === 'for' && /^(?:duty|work)$/u.test(at(2)));
    case 'agree':
      return false;
    case 'offer':
      return !(after === 'to' || quoteWithin(tokens, i, to, 6));
    case 'talk':
    case 'speak':
      return !/^(?:about|of|out)$/u.test(after);
    case 'point':
      return !/^(?:out|to)$/u.test(after);
    case 'decide':
      return !/^(?:to|that|not|against|whether)$/u.test(after);
    case 'encourage':
    case 'remember':
      return verb.form === 'base';
    case 'decline':
    case 'refuse':
      return after !== 'to';
    case 'maintain':
      return !(
        after === 'that' ||
        isTag(tokens, from, i, to) ||
        besideQuoteToken(tokens, i, from, to) ||
        lex.SUBJECT_PRONOUNS.has(after)
      );
    case 'admit':
      return !(
        after === 'that' ||
        after === 'to' ||
        lex.SUBJECT_PRONOUNS.has(after) ||
        /ing$/u.test(after) ||
        isTag(tokens, from, i, to) ||
        besideQuoteToken(tokens, i, from, to) ||
        (/^(?:the|his|her|its|their|a)$/u.test(after) && verb.form !== 'ing')
      );
    case 'blame':
      return before === 'to' && lex.BE.has(at(-2));
    case 'appeal':
      return verb.form === 'base' || !/^(?:to|for)$/u.test(after);
    case 'state':
      return !(
        after === 'that' ||
        (isContent(tokens, i + 1, to) && verb.form !== 'base') ||
        isTag(tokens, from, i, to)
      );
    case 'respond':
      return (
        !(
          besideQuoteToken(tokens, i, from, to) ||
          /^(?:that|to|by|on|in)$/u.test(after) ||
          isMark(tokens[i + 1], ':') ||
          isTag(tokens, from, i, to)
        ) || /^to (?:a|the|an) (?:call|emergency|scene)/u.test(`${after} ${at(2)} ${at(3)}`)
      );
    case 'object':
    case 'rule':
      return !(/^(?:to|that|out|against)$/u.test(after) || isTag(tokens, from, i, to));
    default:
      return verb.needsClause && !(isContent(tokens, i + 1, to) || besideQuoteToken(tokens, i, from, to));
  }
}

const isSayingEnd = (tokens: readonly Token[], i: number, to: number): boolean => {
  const after = tokens[i + 1];
  return after !== undefined && i + 1 < to && lex.SUBJECT_PRONOUNS.has(after.low);
};

const isContent = (tokens: readonly Token[], i: number, to: number): boolean => {
  const token = tokens[i];
  return (
    i < to &&
    token !== undefined &&
    !(token.kind === 'mark' && !isMark(token, ':', '$', '£')) &&
    !(token.low === 'off' || token.low === 'up')
  );
};

const quoteOrAs = (tokens: readonly Token[], i: number, to: number): boolean => {
  for (let k = i + 1; k < Math.min(to, i + 10); k += 1)
    if (tokens[k]?.low === 'as' || tokens[k]?.kind === 'quote') return true;
  return false;
};

const quoteWithin = (tokens: readonly Token[], i: number, to: number, reach: number): boolean => {
  for (let k = i + 1; k < Math.min(to, i + 1 + reach); k += 1) if (tokens[k]?.kind === 'quote') return true;
  return false;
};

/** Whether a quote stands beside the verb: before it with at most a subject between, or within a few words after it. */
function besideQuoteToken(tokens: readonly Token[], i: number, from: number, to: number): boolean {
  for (let k = i - 1; k >= Math.max(from, i - 6); k -= 1) {
    if (tokens[k]?.kind === 'quote') return true;
    if (isBreak(tokens[k]) && !isMark(tokens[k], ',')) break;
  }
  return quoteWithin(tokens, i, to, 6);
}

function subjectIsDocument(tokens: readonly Token[], from: number, i: number): boolean {
  for (let k = i - 1; k >= Math.max(from, i - 14); k -= 1) {
    const token = tokens[k] as Token;
    if (
      lex.DOCUMENT_HEADS.has(token.low) ||
      /^(?:judge|court|jury|panel|tribunal|regulator|watchdog|ombudsman|coroner|inspectors?|researchers|scientists|auditors|committee|commission|investigators)$/u.test(
        token.low,
      )
    )
      return true;
    if (isMark(token, ';', '.') || token.kind === 'quote') return false;
  }
  return false;
}

function passiveCue(clause: Clause, i: number, verb: ReportingVerb): Cue | undefined {
  const { tokens, from, to } = clause;
  const token = tokens[i] as Token;
  if (
    /^(?:know|see|call|name|list|order|raise|appear|identify|publish|post|charge|attack|back|support|hold|put|note|offer|feel|love|like|read|write|find)$/u.test(
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
  if (verb.lemma === 'determine') return undefined;
  const subject = subjectBefore(tokens, from, i);
  const start = subject === undefined ? token.start : (tokens[subject.start] as Token).start;
  return {
    span: token,
    lemma: verb.lemma,
    tier: verb.tier,
    source,
    scope: { start: Math.min(start, token.start), end: endOf(clause) },
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
function isNobody(tokens: readonly Token[], source: Source, verb: ReportingVerb): boolean {
  void tokens;
  if (verb.tier !== 'say' || source.kind !== 'pronoun') return false;
  return (
    /^(?:this|that|these|those|which)$/iu.test(source.text) &&
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
  if (inverted)
    return isMark(before, ',') || before?.kind === 'quote' ? whole : { start: cueStart, end: whole.end };
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

// ---- nouns, colons, and verbs beside a quote

function nounCue(clause: Clause, i: number): Cue | undefined {
  const { tokens, from, to } = clause;
  const token = tokens[i] as Token;
  if (/^(?:polls?|surveys?|study|report|audit|census)$/u.test(token.low)) {
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
  if (!lex.STATEMENT_NOUNS.has(token.low) || token.capital) return undefined;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const cue = (source: Source | undefined, whole: boolean): Cue => ({
    span: token,
    lemma: token.low,
    tier: 'noun',
    source,
    scope: { start: whole ? startOf(clause) : token.start, end: endOf(clause) },
    agentless: false,
  });
  if (i > from && before !== undefined) {
    // "Mr Lee's statement", "his claims"
    let k = i - 1;
    if (!lex.POSSESSIVES.has(tokens[k]?.low ?? '') && !isModifier(tokens[k]) && k - 1 >= from) k -= 1;
    const owner = tokens[k] as Token;
    if (/^(?:'s|')$/u.test(owner.low) && k - 1 >= from) {
      const run = subjectBefore(tokens, from, k);
      if (run !== undefined && stands(tokens, run.start, i, to)) return cue(sourceIn(clause, run), false);
    }
    if (/^(?:his|her|their)$/u.test(owner.low) && stands(tokens, k, i, to)) {
      return cue({ start: owner.start, end: owner.end, text: owner.text, kind: 'pronoun' }, false);
    }
  }
  if (next !== undefined && i + 1 < to && /^(?:by|from)$/u.test(next.low)) {
    const run = phraseAfter(tokens, i + 2, to);
    if (run !== undefined) return cue(sourceIn(clause, run), false);
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

function colonCue(clause: Clause, i: number, earlier: readonly Cue[]): Cue | undefined {
  const { tokens, from, to } = clause;
  const token = tokens[i] as Token;
  if (token.text !== ':') return undefined;
  const next = tokens[i + 1];
  const leads = i + 1 >= to || next?.kind === 'quote';
  if (i === from) return undefined;
  if (!leads) return namedTurn(clause, i);
  if (earlier.some((cue) => cue.source !== undefined && cue.tier === 'say')) return undefined;
  const source = sourceIn(clause, clauseSubject(tokens, from, i));
  if (
    source === undefined ||
    (source.kind !== 'named' && source.kind !== 'pronoun' && source.kind !== 'role')
  )
    return undefined;
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
  if (source?.kind !== 'named') return undefined;
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
function besideQuote(clause: Clause, i: number, earlier: readonly Cue[]): Cue | undefined {
  const { tokens, from, to } = clause;
  const quote = tokens[i] as Token;
  if (earlier.some((cue) => cue.source !== undefined && cue.tier === 'say' && isAdjacent(clause, cue, i)))
    return undefined;
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

function isAdjacent(clause: Clause, cue: Cue, i: number): boolean {
  const quote = clause.tokens[i] as Token;
  const parts = [cue.span, ...(cue.source === undefined ? [] : [cue.source])];
  return parts.some(
    (part) => Math.abs(part.start - quote.end) <= 4 || Math.abs(quote.start - part.end) <= 80,
  );
}
