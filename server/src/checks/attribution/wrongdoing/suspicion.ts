import * as lex from '../../../language/closed-class.ts';
import { looksPast } from '../../../language/verbs.ts';
import type { Token } from '../../../sourcing/index.ts';
import { headOf, isAdverb, isMark, phraseAfter, reportingVerb } from '../../../sourcing/index.ts';
import { HYPOTHETICAL } from '../patterns.ts';
import {
  type Act,
  clauseEnd,
  doerOf,
  isAnybody,
  isDenied,
  isPassive,
  isReminder,
  isSomebody,
  isTold,
  type Place,
  throughPhrase,
} from './assertion.ts';
import { CIRCUMSTANCES_BY_CUE, type Circumstance } from './circumstances/index.ts';
import { IDIOMS } from './idioms.ts';
import { ACT_WEIGHTS, DOER_HEADS, HONEST_ACTS, OTHER_ACT, THING_CLASSES } from './weights.ts';
import { byCue } from './words.ts';
import type { Wrongdoing, WrongKind } from './wrong.ts';

/** From what weight on an act is taken for a wrong. */
const ENOUGH = 4.5;
/** Neither all circumstances nor all things together weigh more. */
const MOST = 3.5;

/**
 * Finds an accusation whose verb alone is none. The weights of the act, of what it was done to, of who did it and of the
 * circumstances are added up: from `ENOUGH` on it accuses. What no sum finds may be an idiom.
 */
export function suspicionIn(place: Place, own: string, start: number): Wrongdoing | undefined {
  return accusedActIn(place, own) ?? idiomIn(place, own, start);
}

function accusedActIn(place: Place, own: string): Wrongdoing | undefined {
  const { tokens, from, to } = place;
  // "Had she kept the file, …"
  if (tokens[from]?.low === 'had') return undefined;
  let circumstance: Weighed | undefined;
  for (let i = from + 1; i < to; i += 1) {
    const act = actAt(place, i);
    if (act === undefined) continue;
    const things = thingsOf(place, act);
    const without = act.weight + things.weight + act.doer;
    // no circumstance makes up for so little
    if (without + MOST < ENOUGH) continue;
    circumstance ??= circumstanceOf(place, own.replace(/\bwhether\b.*/su, ''));
    if (!mayAccuse(act, things, circumstance) || without + circumstance.weight < ENOUGH) continue;
    const first = Math.min(act.from, things.first ?? i);
    const last = throughPhrase(place, Math.max(i, things.last ?? objectEnd(place, i)));
    return {
      span: { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end },
      kind: circumstance.kind ?? act.kind,
    };
  }
  return undefined;
}

// The last word of what stands right after the verb.
function objectEnd({ tokens, to }: Place, i: number): number {
  const led = lex.PREPOSITIONS.has(tokens[i + 1]?.low ?? '');
  const run = phraseAfter(tokens, led ? i + 2 : i + 1, to);
  return run === undefined ? i : Math.min(run.end - 1, i + 6);
}

// What the sum must come from: an everyday verb needs grave circumstances, a verb of telling needs them and an object, and a
// silence needs an object that people had a right to be told of.
function mayAccuse(act: Suspect, things: Things, circumstance: Weighed): boolean {
  if (act.silence) return things.grave;
  if (act.word === 'called') return circumstance.kind === 'tip-off';
  if (act.tells && act.weight < 2) return circumstance.weight >= 2.5 && things.weight >= 1;
  // a match won is no beating, a point made no cruelty
  if (/^(?:beat|beaten|beating|made|mocked|taunted)$/u.test(act.word))
    return circumstance.kind === 'mistreatment';
  if (act.weight < 1 && !act.passive && act.doer < 1) return circumstance.weight >= 3;
  // “he left his post”: of a name or a pronoun the circumstances must say more, or the same as the act
  if (act.weight <= 1 && !act.passive && act.doer === BY_NAME && circumstance.kind !== act.kind)
    return circumstance.weight >= 3;
  if (/^attack/u.test(act.word)) return circumstance.kind === 'truce' || circumstance.kind === 'weapons';
  if (things.strong && !act.passive && act.doer >= 1 && act.weight >= 1) return true;
  return circumstance.weight >= 2 || (act.weight >= 2 && things.weight >= 1);
}

function idiomIn({ tokens, from, to }: Place, own: string, start: number): Wrongdoing | undefined {
  for (let i = from; i < to; i += 1) {
    for (const [, kind, pattern] of IDIOMS_BY_CUE.get(tokens[i]?.low ?? '') ?? []) {
      const match = pattern.exec(own);
      if (match === null || HYPOTHETICAL.test(own.slice(0, match.index))) continue;
      const lead = match[0].length - match[0].trimStart().length;
      return {
        span: { start: start + match.index + lead, end: start + match.index + match[0].length },
        kind,
      };
    }
  }
  return undefined;
}

const IDIOMS_BY_CUE = byCue(IDIOMS, ([cues]) => cues);

interface Weighed {
  readonly weight: number;
  readonly kind?: WrongKind | undefined;
}

function circumstanceOf({ tokens, from, to }: Place, own: string): Weighed {
  const tried = new Set<Circumstance>();
  let weight = 0;
  let best: Circumstance | undefined;
  for (let i = from; i < to; i += 1) {
    for (const circumstance of CIRCUMSTANCES_BY_CUE.get(tokens[i]?.low ?? '') ?? []) {
      if (tried.has(circumstance)) continue;
      tried.add(circumstance);
      if (!circumstance.pattern.test(own)) continue;
      weight += circumstance.weight;
      if (circumstance.kind !== undefined && (best === undefined || circumstance.weight > best.weight))
        best = circumstance;
    }
  }
  return { weight: Math.min(MOST, weight), kind: best?.kind };
}

interface Suspect {
  readonly word: string;
  readonly weight: number;
  readonly kind: WrongKind;
  /** The token the act starts at, and the verb's own. */
  readonly from: number;
  readonly at: number;
  readonly passive: boolean;
  /** The act is to tell somebody something. */
  readonly tells: boolean;
  /** The act is not to tell. */
  readonly silence: boolean;
  /** How much who did it weighs. */
  readonly doer: number;
}

function actAt(place: Place, i: number): Suspect | undefined {
  const { tokens, to } = place;
  const token = tokens[i] as Token;
  if (token.kind !== 'word' || token.capital || HONEST_ACTS.has(token.low)) return undefined;
  const silence = silenceAt(place, i);
  if (silence !== undefined) return silence;
  const known = ACT_WEIGHTS.get(token.low);
  const tells = TELLING_VERBS.has(reportingVerb(token.low)?.lemma ?? '');
  if (isNoAct(place, i, known !== undefined, tells)) return undefined;
  const form = known?.form ?? 'past';
  if (form === 'ing' && (known?.weight ?? 0) < 2) return undefined;
  if (isAnybody(place, i)) return undefined;
  const act: Act = { form, negated: false };
  const shared = {
    word: token.low,
    weight: known?.weight ?? OTHER_ACT,
    kind: known?.kind ?? 'rules',
    at: i,
    tells,
    silence: false,
  };
  // “had a bucket of farm slurry”: no verb that “had” could rule
  const orderer = known === undefined || form === 'base' || form === 'ing' ? undefined : causeOf(place, i);
  if (orderer !== undefined)
    return {
      ...shared,
      weight: shared.weight + 1.5,
      from: orderer,
      passive: false,
      doer: doerWeight(place, orderer),
    };
  const passive = form !== 'base' && form !== 'ing' && isPassive(place, i);
  // "the deal brokered last week by": a passive without its auxiliary
  if (!passive && form !== 'ing' && tokens.slice(i + 1, Math.min(to, i + 5)).some(({ low }) => low === 'by'))
    return undefined;
  if (passive ? isReminder(place, i) || !isPast(place, i) : !isTold(place, i, act)) return undefined;
  if (isDenied(place, i, act)) return undefined;
  // a theft by nobody in particular is news of the day
  if (passive && (known?.kind === 'theft' || /^(?:invented|shown)$/u.test(token.low))) return undefined;
  return { ...shared, from: i, passive, doer: passive ? agentWeight(place, i) : doerWeight(place, i) };
}

// Another sense of the verb, or a word that only looks like one.
function isNoAct({ tokens, to }: Place, i: number, known: boolean, tells: boolean): boolean {
  const { low } = tokens[i] as Token;
  const next = tokens[i + 1];
  const reports = reportingVerb(low) !== undefined;
  if (!known) {
    if (!looksPast(low) || reports) return true;
    // "firms involved in the deal": no act of theirs
    if (
      low.endsWith('ed') &&
      (next === undefined ||
        i + 1 >= to ||
        (lex.PREPOSITIONS.has(next.low) && !/^(?:up|out|off|over|away|down)$/u.test(next.low)))
    )
      return true;
  }
  if (tells && (next?.low === 'for' || next?.kind === 'quote')) return true;
  if (next?.low === 'that' && reports && !/^(?:ordered|knew|known)$/u.test(low)) return true;
  // "took place", "took effect"
  if (/^(?:took|taken)$/u.test(low) && TAKEN.test(next?.low ?? '')) return true;
  return low === 'charged' && next?.low === 'with';
}

const TAKEN = /^(?:place|effect|part|office|over|off|on|shape|note|aim|care|time|heart)$/u;

const TELLING_VERBS = lex.wordSet(
  'say tell warn call report add inform claim show ask text email indicate suggest appeal refer post publish',
);

const TELLING = lex.wordSet(
  'tell told inform informed warn warned alert alerted notify notified disclose disclosed',
);

// "did not tell doctors", "were never warned", "nobody told the villagers"
function silenceAt(place: Place, i: number): Suspect | undefined {
  const { tokens } = place;
  if (!TELLING.has(tokens[i]?.low ?? '')) return undefined;
  const not = tokens[i - 1]?.low ?? '';
  const before = tokens[i - 2]?.low ?? '';
  const passive = not === 'never' && /^(?:was|were)$/u.test(before);
  const noOne = not === 'one' && before === 'no';
  const didNot = not === 'not' && before === 'did';
  const nobody = noOne || not === 'nobody';
  if (!nobody && !didNot && not !== 'never' && not !== "didn't") return undefined;
  return {
    word: 'tell',
    weight: OTHER_ACT,
    kind: 'hidden',
    from: passive || noOne || didNot ? i - 2 : i - 1,
    at: i,
    passive,
    tells: true,
    silence: true,
    doer: passive || nobody ? 0 : doerWeight(place, i),
  };
}

// "had the files burned": the place of "had", where somebody had it done.
function causeOf(place: Place, i: number): number | undefined {
  const { tokens, from } = place;
  // “had two years left”: nobody had them left
  if (tokens[i]?.low === 'left') return undefined;
  for (let k = i - 1; k > from && i - k < 8; k -= 1) {
    const token = tokens[k] as Token;
    if (token.low === 'had' || token.low === 'got') {
      const thing = tokens[k + 1];
      // “had slurry thrown over him by a protester”: it was done to him
      if (/^(?:him|her|them|it)$/u.test(tokens[i + 2]?.low ?? '') && tokens[i + 3]?.low === 'by')
        return undefined;
      const named =
        i - k > 1 && thing !== undefined && !looksPast(thing.low) && !isAdverb(thing) && thing.low !== 'been';
      return named && isSomebody(place, k) && !isDenied(place, k, { form: 'past', negated: false })
        ? k
        : undefined;
    }
    const closed =
      token.kind !== 'word' || lex.AUXILIARIES.has(token.low) || lex.SUBJECT_PRONOUNS.has(token.low);
    if (closed || /^(?:that|which|worth|to|in|on|for|with|at|from)$/u.test(token.low)) return undefined;
  }
  return undefined;
}

// "were being removed" is told; "face being removed" is not.
function isPast({ tokens, from }: Place, i: number): boolean {
  for (let k = i - 1; k >= from && i - k < 5; k -= 1)
    if (/^(?:was|were|had)$/u.test(tokens[k]?.low ?? '')) return true;
  return false;
}

interface Things {
  readonly weight: number;
  readonly first?: number;
  readonly last?: number;
  /** Something that people had a right to be told of. */
  readonly grave: boolean;
  /** Something that hardly anybody touches rightly. */
  readonly strong: boolean;
}

/** How far from its verb a thing may stand, in words. */
const REACH = 14;

function thingsOf(place: Place, { at, from: start, passive, kind }: Suspect): Things {
  const { tokens, from } = place;
  const seen = new Set<string>();
  let weight = 0;
  let first: number | undefined;
  let last: number | undefined;
  let grave = false;
  let strong = false;
  const end = clauseEnd(place, at, REACH);
  for (let k = passive ? clauseStart(place, at) : start + 1; k < end; k += 1) {
    const token = tokens[k] as Token;
    if (k === at || (token.capital && k > from)) continue;
    for (const { name, weight: own } of THING_CLASSES.get(token.low) ?? []) {
      if (seen.has(name) || (name === 'body' && kind !== 'mistreatment')) continue;
      seen.add(name);
      weight += own;
      grave ||= GRAVE.test(name);
      strong ||= STRONG.test(name);
      if (k < at) first ??= k;
      else if (k - at <= 6) last = k;
    }
  }
  return {
    weight: Math.min(MOST, weight),
    grave,
    strong,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}

// Where the clause of a passive may start: "the minister said | his words had been distorted".
function clauseStart({ tokens, from }: Place, at: number): number {
  for (let k = at - 1; k >= from && at - k <= 10; k -= 1) {
    const token = tokens[k] as Token;
    if (token.kind !== 'word' && !isMark(token, '/', '&')) return k + 1;
    if (
      looksPast(token.low) &&
      !lex.AUXILIARIES.has(token.low) &&
      tokens[k + 1]?.kind === 'word' &&
      !isNominalAfter(tokens, k)
    )
      return k + 1;
    if (/^(?:because|that|while|as)$/u.test(token.low)) return k + 1;
  }
  return Math.max(from, at - 10);
}

// "the expired permits": a participle that belongs to the noun after it.
const isNominalAfter = (tokens: readonly Token[], k: number): boolean =>
  lex.DETERMINERS.has(tokens[k - 1]?.low ?? '') || lex.POSSESSIVES.has(tokens[k - 1]?.low ?? '');

const WATCHING =
  /^(?:police|inspectors?|watchdog|regulators?|courts?|judges?|customs|auditors?|detectives?|government)$/u;
const STRONG = /^(?:crime|evidence|rule|arms|secret)$/u;
const GRAVE = /^(?:danger|poison|watcher|evidence|crime|party|rule)$/u;

/** What a doer weighs who may be anybody: a name, a pronoun. */
const BY_NAME = 0.5;

function doerWeight(place: Place, i: number): number {
  const head = doerOf(place, i);
  if (head === undefined) return 0;
  // a name might be anybody's
  if (
    head.capital &&
    head !== place.tokens[place.from] &&
    !/^(?:Bank|Ministry|Council|Police|Army|Board|Church|Hospital|School|Party|Agency)$/u.test(head.text)
  )
    return BY_NAME;
  if (DOER_HEADS.has(head.low)) return 1;
  return /^(?:they|he|she|it|who|which)$/u.test(head.low) ? BY_NAME : 0;
}

// Who did it in a passive: "by a court usher".
function agentWeight({ tokens, to }: Place, i: number): number {
  for (let k = i + 1; k < Math.min(to, i + 10); k += 1) {
    if (tokens[k]?.low !== 'by') continue;
    const run = phraseAfter(tokens, k + 1, to);
    const head = run && tokens[headOf(tokens, run)];
    return head !== undefined && DOER_HEADS.has(head.low) && !WATCHING.test(head.low) ? 1 : 0;
  }
  return 0;
}
