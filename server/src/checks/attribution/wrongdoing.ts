import * as lex from '../../attribution/lexicon.ts';
import { reportingVerb } from '../../attribution/lexicon.ts';
import {
  clauseSubject,
  headOf,
  isAdverb,
  isMark,
  isModifier,
  isNominal,
  looksPast,
  phraseAfter,
  subjectBefore,
} from '../../attribution/phrases.ts';
import type { Token } from '../../attribution/tokens.ts';
import type { Span } from '../../draft/span.ts';
import { SUSPECT_ACTS, SUSPECT_MANNER, SUSPECT_THINGS } from './suspicion.ts';
import { FRAMES, type Frame, INTENT, NOBODY, type WrongKind } from './wrongs.ts';

/** A wrong told as a fact: where, and of what kind. Offsets of the paragraph's text. */
export interface Wrongdoing {
  readonly span: Span;
  readonly kind: WrongKind;
}

interface Place {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/**
 * Finds wrongdoing told in the past tense as if the reporter had seen it: an act of a kind that is wrong, done by a
 * person or a body, to something that makes it one. The first one in the sentence is enough.
 */
export function wrongdoingIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  own: string,
): Wrongdoing | undefined {
  const place = { tokens, from, to };
  let suspect = false;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || (token.capital && i > from)) continue;
    suspect ||= SUSPECT_ACTS.has(token.low);
    for (const frame of FRAMES.get(token.low) ?? []) {
      const end = matches(place, i, frame);
      if (end !== undefined) return { span: spanFrom(place, i, end, frame), kind: frame.kind };
    }
    const meant = INTENT.has(token.low) ? intentAt(place, i) : (breachAt(place, i) ?? handsAt(place, i));
    if (meant !== undefined) return meant;
  }
  return suspect && SUSPECT_MANNER.test(own) ? suspicionIn(place) : undefined;
}

function spanFrom(place: Place, i: number, end: Reach, frame: Frame): Span {
  const { tokens } = place;
  let first = Math.min(i, end.first);
  if (first === i && (INTENT.has(tokens[i - 1]?.low ?? '') || frame.negated)) first -= 1;
  const last = throughPhrase(place, Math.max(i, end.last));
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}

// To the end of the noun phrase that the last word begins: "lied to parliament", "eleven captured fighters".
function throughPhrase({ tokens, to }: Place, at: number): number {
  const token = tokens[at] as Token;
  if (lex.PREPOSITIONS.has(token.low) || lex.DETERMINERS.has(token.low)) {
    const run = phraseAfter(tokens, at + 1, to);
    return run === undefined ? at : Math.min(run.end - 1, at + 4);
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
    if (next.low.endsWith('ing') || lex.DAYS.has(next.low)) break;
    last += 1;
  }
  return last;
}

interface Reach {
  readonly first: number;
  readonly last: number;
}

function matches(place: Place, i: number, frame: Frame): Reach | undefined {
  const { tokens, from, to } = place;
  let at = i;
  if (frame.particle !== undefined) {
    // "covered up the leak", "covered the leak up"
    at = particleAfter(place, i, frame.particle);
    if (at < 0) return undefined;
  }
  const passive = frame.form !== 'base' && frame.form !== 'ing' && isPassive(place, i);
  if (passive ? frame.passive !== true : !isTold(place, i, frame)) return undefined;
  // "the networks spied on by the team": a passive without its auxiliary
  if (!passive && frame.form !== 'ing' && (tokens[i + 1]?.low === 'by' || tokens[i + 2]?.low === 'by'))
    return undefined;
  if (isAnybody(place, i)) return undefined;
  if (passive && isReminder(place, i)) return undefined;
  if (isDenied(place, i, frame)) return undefined;
  const stop = clauseEnd(place, i, frame.reach ?? 6);
  if (frame.unless !== undefined && has(tokens, Math.max(from, i - 4), stop, frame.unless)) return undefined;
  const wanted = [frame.objects, frame.also].filter((list) => list !== undefined);
  let last = at;
  let first = i;
  for (const list of wanted) {
    const after = find(
      tokens,
      i + 1,
      passive ? byAfter(place, i, stop) : Math.min(stop, i + 1 + (frame.reach ?? 6)),
      list,
    );
    if (after !== undefined) {
      last = Math.max(last, after);
      continue;
    }
    if (!passive) return undefined;
    // what it was done to stands before a passive
    const before = find(tokens, Math.max(from, i - 10), i, list);
    if (before === undefined) return undefined;
    first = Math.min(first, before);
  }
  if (last >= to) return undefined;
  return { first, last };
}

// In a passive what stands after "by" did it; it was not done to it.
const byAfter = ({ tokens }: Place, i: number, stop: number): number => {
  for (let k = i + 1; k < stop; k += 1) if (tokens[k]?.low === 'by') return k;
  return stop;
};

const particleAfter = ({ tokens, to }: Place, i: number, particle: string): number => {
  for (let k = i + 1; k < Math.min(to, i + 6); k += 1) {
    if (tokens[k]?.low === particle) return k;
    if (tokens[k]?.kind !== 'word') return -1;
  }
  return -1;
};

// A capital within a sentence is a name: the Beastie Boys are no boys.
const find = (
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

const has = (tokens: readonly Token[], from: number, to: number, list: ReadonlySet<string>): boolean =>
  find(tokens, from, to, list) !== undefined;

function clauseEnd({ tokens, to }: Place, i: number, reach: number): number {
  for (let k = i + 1; k < to; k += 1) {
    const token = tokens[k] as Token;
    if (k - i > reach + 1 || isMark(token, ';', ':', '—', '–', '(', ')') || token.kind === 'quote') return k;
    if (isMark(token, ',') && k - i > 2) return k;
    if (k - i > 2 && /^(?:who|which|because|while|but)$/u.test(token.low)) return k;
  }
  return to;
}

function isPassive({ tokens, from }: Place, i: number): boolean {
  for (let k = i - 1; k >= from && i - k < 4; k -= 1) {
    const token = tokens[k] as Token;
    if (/^(?:was|were|been|being)$/u.test(token.low)) return true;
    if (token.kind !== 'word' || !(isAdverb(token) || token.low === 'not')) return false;
  }
  return false;
}

// Told as done: a past tense, a perfect, or a participle that goes with one ("…, hiding the losses").
function isTold(place: Place, i: number, frame: Frame): boolean {
  const { tokens, from, to } = place;
  let k = i - 1;
  while (k >= from && isAdverb(tokens[k] as Token)) k -= 1;
  const before = k >= from ? tokens[k] : undefined;
  if (frame.form === 'base') return isBoundTo(place, i);
  if (frame.form === 'ing') {
    const was = before !== undefined && /^(?:was|were|been)$/u.test(before.low);
    const hangs = isMark(before, ',') || /^(?:by|while)$/u.test(before?.low ?? '');
    if (!was && !hangs) return false;
    if (was) return isSomebody(place, k);
    return pastBefore(tokens, from, k) && isSomebody(place, i, true);
  }
  if (frame.form === 'participle' && !/^(?:has|have|had)$/u.test(before?.low ?? '')) return false;
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
  void to;
  return frame.kind === 'knowledge' ? !isMark(before) : isSomebody(place, i);
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

// Agency: a person, a body or a company did it, not the weather.
function isSomebody({ tokens, from, to }: Place, i: number, ofClause = false): boolean {
  let k = i - 1;
  while (k >= from && (isAdverb(tokens[k] as Token) || lex.AUXILIARIES.has(tokens[k]?.low ?? ''))) k -= 1;
  const linked = k >= from && /^(?:and|or|but|then)$/u.test(tokens[k]?.low ?? '');
  const run =
    ofClause || linked
      ? clauseSubject(tokens, from, to)
      : (subjectBefore(tokens, from, i) ??
        (isMark(tokens[k], ',') ? clauseSubject(tokens, from, to) : undefined));
  if (run === undefined) return false;
  const head = tokens[headOf(tokens, run)] as Token;
  return head.kind === 'word' && !NOBODY.has(head.low) && !/^\p{N}/u.test(head.low);
}

// "the driver who was shot": what is said in passing is known already.
function isReminder({ tokens, from }: Place, i: number): boolean {
  for (let k = i - 1; k >= from && i - k < 5; k -= 1) {
    const { low } = tokens[k] as Token;
    if (/^(?:who|that|which|having)$/u.test(low)) return true;
    if (!lex.BE.has(low) && !isAdverb(tokens[k] as Token) && !/^(?:had|have|has)$/u.test(low)) return false;
  }
  return false;
}

// "people who hid their earnings", "those who broke the law": nobody in particular is accused.
function isAnybody({ tokens, from }: Place, i: number): boolean {
  for (let k = i - 1; k >= from && i - k < 6; k -= 1) {
    if (!/^(?:who|that|which)$/u.test(tokens[k]?.low ?? '')) continue;
    return /^(?:people|those|anyone|anybody|someone|somebody|firms|companies|countries|drivers|parents|employers|states|anyone|everyone|person|individuals|others|men|women)$/u.test(
      tokens[k - 1]?.low ?? '',
    );
  }
  return false;
}

const DENIALS =
  /^(?:prevent|prevents|avoid|stop|stops|against|how|why|fear|fears|accused|alleged|alleges|suspected|suspicion|bans?|banned|allegedly|reportedly|claims|claimed|not|never|no|n't|nobody|none|neither|nor|without|if|unless|would|could|might|may|should|will|can|cannot|must|whether|didn't|wasn't|weren't|hasn't|haven't|hadn't|wouldn't|couldn't|denied|denies|denying|deny|nothing|to)$/u;

function isDenied({ tokens, from }: Place, i: number, frame: Frame): boolean {
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
    if (frame.negated && token.low === 'never' && i - k <= 2) {
      negated = true;
      continue;
    }
    if (token.low === 'to' && (i - k > 2 || frame.form === 'base')) continue;
    if (DENIALS.test(token.low)) return true;
  }
  return frame.negated && !negated;
}

/** "deliberately flooded the cells", "had knowingly sold": any act in the past. */
function intentAt(place: Place, i: number): Wrongdoing | undefined {
  const { tokens, from, to } = place;
  const next = tokens[i + 1];
  if (next === undefined || i + 1 >= to || !looksPast(next.low) || lex.AUXILIARIES.has(next.low))
    return undefined;
  const frame = { form: 'past', negated: false } as Frame;
  if (isDenied(place, i, frame)) return undefined;
  if (isPassive(place, i)) return undefined;
  const before = tokens[i - 1];
  if (before === undefined || i - 1 < from || (isModifier(before) && !/^(?:and|or)$/u.test(before.low)))
    return undefined;
  if (!isSomebody(place, i)) return undefined;
  let last = i + 1;
  while (
    last + 1 < to &&
    last - i < 6 &&
    tokens[last + 1]?.kind === 'word' &&
    !lex.CLAUSE_OPENERS.has(tokens[last + 1]?.low ?? '')
  )
    last += 1;
  return { span: { start: (tokens[i] as Token).start, end: (tokens[last] as Token).end }, kind: 'rules' };
}

/** Words that say that what somebody did was wrong: "in breach of the agreement", "to get round the limit", "on purpose". */
function breachAt(place: Place, i: number): Wrongdoing | undefined {
  const { tokens, from, to } = place;
  const end = tellsOfWrong(tokens, i);
  if (end === undefined || end > to) return undefined;
  for (let k = i - 1; k > from && i - k < 20; k -= 1) {
    const word = tokens[k] as Token;
    if (word.kind !== 'word' || !looksPast(word.low) || lex.AUXILIARIES.has(word.low)) continue;
    if (reportingVerb(word.low) !== undefined) continue;
    const frame = { form: 'past', negated: false } as Frame;
    if (isPassive(place, k) || !isSomebody(place, k) || isDenied(place, k, frame)) return undefined;
    return {
      span: { start: word.start, end: (tokens[throughPhrase(place, end - 1)] as Token).end },
      kind: 'rules',
    };
  }
  return undefined;
}

const LIMITS =
  /^(?:limits?|rules?|laws?|bans?|sanctions|regulations?|tax|taxes|checks?|embargo|quotas?|inspections?|detection|duty|customs|controls|scrutiny|audit)$/u;

// The place after the telling words that start at `i`, or undefined.
function tellsOfWrong(tokens: readonly Token[], i: number): number | undefined {
  const low = (offset: number): string => tokens[i + offset]?.low ?? '';
  if (low(0) === 'in' && /^(?:breach|violation|defiance|contravention)$/u.test(low(1)) && low(2) === 'of')
    return i + 3;
  if (low(0) === 'on' && low(1) === 'purpose') return i + 2;
  if (low(0) === 'off' && low(1) === 'the' && low(2) === 'books') return i + 3;
  if (low(0) === 'under' && low(1) === 'the' && low(2) === 'table') return i + 3;
  if (low(0) !== 'to') return undefined;
  const around = low(1) === 'get' && /^(?:round|around)$/u.test(low(2));
  if (!around && !/^(?:evade|dodge|escape|circumvent|bypass|skirt)$/u.test(low(1))) return undefined;
  for (let k = around ? 3 : 2; k <= 6; k += 1) if (LIMITS.test(low(k))) return i + k + 1;
  return undefined;
}

/** "Cash changed hands". */
function handsAt({ tokens, from }: Place, i: number): Wrongdoing | undefined {
  if (tokens[i]?.low !== 'changed' || tokens[i + 1]?.low !== 'hands') return undefined;
  for (let k = i - 1; k >= from && i - k < 4; k -= 1) {
    if (
      /^(?:cash|money|envelope|envelopes|payments?|bribes?|notes)$/u.test(tokens[k]?.low ?? '') ||
      /^[£$€]/u.test(tokens[k - 1]?.text ?? '')
    )
      return {
        span: { start: (tokens[k] as Token).start, end: (tokens[i + 1] as Token).end },
        kind: 'bribe',
      };
  }
  return undefined;
}

/** An everyday act done to something that matters, in a manner that accuses. */
function suspicionIn(place: Place): Wrongdoing | undefined {
  const { tokens, from, to } = place;
  const frame = { form: 'past', negated: false } as Frame;
  for (let i = from + 1; i < to; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || token.capital || !SUSPECT_ACTS.has(token.low)) continue;
    if (isDenied(place, i, frame) || isAnybody(place, i)) continue;
    if (isPassive(place, i)) {
      const thing = find(tokens, Math.max(from, i - 8), i, SUSPECT_THINGS);
      if (thing !== undefined)
        return { span: { start: (tokens[thing] as Token).start, end: token.end }, kind: 'rules' };
      continue;
    }
    if (!isTold(place, i, frame)) continue;
    const thing = find(tokens, i + 1, Math.min(to, i + 10), SUSPECT_THINGS);
    if (thing === undefined) continue;
    const end = (tokens[throughPhrase(place, thing)] as Token).end;
    return { span: { start: token.start, end }, kind: 'rules' };
  }
  return undefined;
}
