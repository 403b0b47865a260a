import type { Span } from '../../../draft/span.ts';
import * as lex from '../../../language/closed-class.ts';
import { looksPast } from '../../../language/verbs.ts';
import type { Token } from '../../../sourcing/index.ts';
import { isModifier, reportingVerb } from '../../../sourcing/index.ts';
import {
  type Act,
  clauseEnd,
  doerOf,
  find,
  has,
  isAnybody,
  isDenied,
  isPassive,
  isReminder,
  isSomebody,
  isTold,
  type Place,
  throughPhrase,
} from './assertion.ts';
import { suspicionIn } from './suspicion.ts';
import type { Wrongdoing } from './wrong.ts';
import { type Frame, framesOf, INTENT } from './wrongs.ts';

/**
 * Finds wrongdoing told in the past tense as if the reporter had seen it: an act of a kind that is wrong, done by a
 * person or a body, to something that makes it one. The first one in the sentence is enough.
 */
export function wrongdoingIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  own: string,
  start: number,
): Wrongdoing | undefined {
  const place = { tokens, from, to };
  const frames = framesOf();
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || (token.capital && i > from)) continue;
    for (const frame of frames.get(token.low) ?? []) {
      const end = reachOf(place, i, frame);
      if (end !== undefined) return { span: spanFrom(place, i, end, frame), kind: frame.kind };
    }
    const meant = INTENT.has(token.low) ? intentAt(place, i) : (breachAt(place, i) ?? handsAt(place, i));
    if (meant !== undefined) return meant;
  }
  return suspicionIn(place, own, start);
}

function spanFrom(place: Place, i: number, end: Reach, frame: Frame): Span {
  const { tokens } = place;
  let first = Math.min(i, end.first);
  if (first === i && (INTENT.has(tokens[i - 1]?.low ?? '') || frame.negated)) first -= 1;
  const last = throughPhrase(place, Math.max(i, end.last));
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}

/** How far an act with what it was done to reaches: places of tokens. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

/** How far the act at `i` reaches, if it is told as the frame has it. */
export function reachOf(place: Place, i: number, frame: Frame): Reach | undefined {
  const { tokens, from } = place;
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
  if (frame.doers !== undefined && !passive && !frame.doers.has(doerOf(place, i)?.low ?? ''))
    return undefined;
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

/** "deliberately flooded the cells", "had knowingly sold": any act in the past. */
function intentAt(place: Place, i: number): Wrongdoing | undefined {
  const { tokens, from, to } = place;
  const next = tokens[i + 1];
  if (next === undefined || i + 1 >= to || !looksPast(next.low) || lex.AUXILIARIES.has(next.low))
    return undefined;
  const act: Act = { form: 'past', negated: false };
  if (isDenied(place, i, act)) return undefined;
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
    // “though a panel found the firm in breach”: somebody says so
    if (/^(?:found|ruled|concluded)$/u.test(word.low)) return undefined;
    if (reportingVerb(word.low) !== undefined) continue;
    const act: Act = { form: 'past', negated: false };
    if (isPassive(place, k) || !isSomebody(place, k) || isDenied(place, k, act)) return undefined;
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
  for (let k = i - 1; k >= from && i - k < 5; k -= 1) {
    const token = tokens[k] as Token;
    if (/^(?:cash|money|envelopes?|payments?|bribes?|notes|[£$€].*)$/u.test(token.low))
      return { span: { start: token.start, end: (tokens[i + 1] as Token).end }, kind: 'bribe' };
  }
  return undefined;
}
