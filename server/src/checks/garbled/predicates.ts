import { PERSONAL_SUBJECTS, wordSet } from '../../language/closed-class.ts';
import type { Sentence } from '../../language/tagged.ts';
import { setOf, TAG } from '../../language/tags.ts';
import {
  isOnlyParticiple,
  isOnlyPast,
  isPastAndParticiple,
  participleOf,
  possibleBases,
} from '../../language/verbs.ts';
import type { Correction, Match } from './rule.ts';

export const NOUN = setOf('NN', 'NNS', 'NNP', 'NNPS');
const NAMES = setOf('NNP', 'NNPS');
export const COMMON_NOUN = setOf('NN', 'NNS');
export const ADJECTIVE = setOf('JJ', 'JJR', 'JJS');
export const BASE = setOf('VB', 'VBP');
export const VERB = setOf('VB', 'VBP', 'VBZ', 'VBD', 'VBN', 'VBG');

/** The other number of the verbs that show it by the word. */
export const PLURAL_OF: ReadonlyMap<string, string> = new Map([
  ['was', 'were'],
  ['has', 'have'],
  ['is', 'are'],
  ['does', 'do'],
]);
export const SINGULAR_OF: ReadonlyMap<string, string> = new Map(
  [...PLURAL_OF].map(([one, many]) => [many, one]),
);

/** The word at `i` in lower case; empty outside the sentence. */
export const word = (s: Sentence, i: number): string => s.words[i] ?? '';

/** Whether a word ends in -ing after three letters or more. */
export const isIng = (word: string): boolean => word.length > 5 && word.endsWith('ing');

/** Whether the token is tagged with one of a set. */
export const tagged = (s: Sentence, i: number, set: number): boolean => {
  const tag = s.tags[i];
  return tag !== undefined && tag < 31 && ((1 << tag) & set) !== 0;
};

/** Whether the word could have one of these tags. */
export const can = (s: Sentence, i: number, set: number): boolean => ((s.possibleTags[i] ?? 0) & set) !== 0;

/** Whether the word is known and can have no other tags than these, being a name apart. */
export const only = (s: Sentence, i: number, set: number): boolean => {
  const may = s.possibleTags[i] ?? 0;
  return may !== 0 && (may & ~(set | NAMES)) === 0 && (may & set) !== 0;
};

/** Whether the token starts with a small letter. */
export const small = (s: Sentence, i: number): boolean => {
  const raw = s.raw[i];
  if (raw === undefined) return false;
  const unit = raw.charCodeAt(0);
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 0xdf && unit <= 0x24f && raw.charAt(0) === raw.charAt(0).toLowerCase())
  );
};

/** Whether the token is small, or opens the sentence. */
export const plain = (s: Sentence, i: number): boolean => small(s, i) || opens(s, i);

/** Whether only quotation marks stand before the token. */
export const opens = (s: Sentence, i: number): boolean =>
  i === 0 || (i === 1 && /^["“‘'(]$/u.test(word(s, 0)));

/** Whether a clause begins at the token: the sentence does, or a comma, mark or conjunction stands before it. */
export const opensClause = (s: Sentence, i: number): boolean =>
  opens(s, i) || CLAUSE_OPENERS.has(word(s, i - 1));

const CLAUSE_OPENERS = wordSet(
  ', ; : ( “ ‘ " — – - that but and because when while if as which said says although though since where so after before until',
);

const ADVERBS = wordSet(
  "not n't never also always already now then still just only even ever really probably certainly soon all both often again finally actually simply quickly yet reportedly currently recently",
);

/** The first token from `i` on that is no adverb. */
export function pastAdverbs(s: Sentence, i: number): number {
  let at = i;
  while (at < s.size && (ADVERBS.has(word(s, at)) || (s.tags[at] === TAG.RB && word(s, at).endsWith('ly'))))
    at += 1;
  return at;
}

/** Whether the word is the past form of an irregular verb and nothing else ("went"). */
export const onlyPast = (s: Sentence, i: number): boolean => small(s, i) && isOnlyPast(word(s, i));

/** Whether the word is an irregular participle and nothing else ("gone"). */
export const onlyParticiple = (s: Sentence, i: number): boolean =>
  small(s, i) && isOnlyParticiple(word(s, i));

/** Whether the word is an irregular past form and no base, noun or adjective, whether or not it is the participle too ("brought"). */
export const pastLike = (s: Sentence, i: number): boolean =>
  small(s, i) &&
  (isOnlyPast(word(s, i)) || (isPastAndParticiple(word(s, i)) && !can(s, i, BASE | setOf('NN', 'RB'))));

/** Whether the word is a regular past form or participle ("accepted") and no base, noun or name. */
export const onlyEd = (s: Sentence, i: number): boolean =>
  small(s, i) &&
  /[^e]ed$/u.test(word(s, i)) &&
  only(s, i, setOf('VBD', 'VBN', 'JJ')) &&
  can(s, i, setOf('VBD'));

/** Whether the word is a verb's base and nothing else ("reject"). */
export const onlyBase = (s: Sentence, i: number): boolean =>
  small(s, i) &&
  only(s, i, BASE) &&
  can(s, i, setOf('VB')) &&
  word(s, i) !== 'are' &&
  word(s, i) !== 'am' &&
  !word(s, i).includes('-');

/** Whether the word is a verb's third person and nothing else ("expects"). */
export const onlyThird = (s: Sentence, i: number): boolean =>
  small(s, i) &&
  only(s, i, setOf('VBZ')) &&
  !word(s, i).includes('-') &&
  isVerbOnly(
    s,
    baseOf(s, word(s, i), () => undefined),
  );

const CLAIMS = wordSet(
  'fact claim claims idea belief hope hopes fear fears evidence sign signs reporters journalists officials today yesterday week',
);
const FRONTING = wordSet(
  'who which what whom whose where when why how all everything anything nothing whatever whoever than much little few',
);

const CLAUSE_ENDS: ReadonlySet<string> = new Set('.,;:!?()—–');
const HEADED = NOUN | setOf('DT', 'CD', 'JJS');
const REFERRED = NOUN | setOf('CD', 'PRP', 'DT');
const OPENERS = setOf('DT', 'PRP$');
const NAME = setOf('NNP');

/**
 * Whether an object may have gone before the verb at `i`, as in "the trouble he had began early" or "what they have came
 * from abroad": then two verbs meet rightly.
 */
export function mayHaveGap(s: Sentence, i: number): boolean {
  for (let at = i - 1; at >= 0; at -= 1) {
    const here = word(s, at);
    if (at < i - 1 && CLAUSE_ENDS.has(here)) return false;
    if (here === 'that' && at < i - 1) {
      // "the man that they saw" has a gap; "said that they saw" has none
      if (at > 0 && !tagged(s, at - 1, HEADED) && !/^(?:all|best|most|least|much)$/u.test(word(s, at - 1)))
        return false;
      return at > 0 && !CLAIMS.has(word(s, at - 1));
    }
    if (FRONTING.has(here) && at < i - 1) return true;
    if (
      at > 0 &&
      i - at <= 9 &&
      PERSONAL_SUBJECTS.has(here) &&
      (tagged(s, at - 1, REFERRED) || /^[”’]$/u.test(word(s, at - 1)))
    )
      return true;
    if (at > 0 && i - at <= 9 && at < i - 1 && tagged(s, at, OPENERS) && tagged(s, at - 1, COMMON_NOUN))
      return true;
    // "the way Chelsea have"
    if (at > 0 && tagged(s, at, NAME) && word(s, at - 1) === 'way') return true;
  }
  return false;
}

/** Whether a relative clause or question opens among the `reach` tokens before `i`, so that it may end there. */
export function relativeNear(s: Sentence, i: number, reach: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - reach); at -= 1) {
    const here = word(s, at);
    if (RELATIVE_OPENERS.has(here)) return true;
  }
  return false;
}
const RELATIVE_OPENERS = wordSet('who which what whom whoever whatever where how those all anyone everyone');

/** Whether one of a set of words stands among the `reach` tokens before `i`. */
export function before(s: Sentence, i: number, reach: number, set: ReadonlySet<string>): boolean {
  for (let at = Math.max(0, i - reach); at < i; at += 1) if (set.has(word(s, at))) return true;
  return false;
}

/** The words of some tokens as they stand, between quotation marks, for a message. */
export function shown(s: Sentence, from: number, to: number): string {
  let out = '';
  for (let i = from; i < to; i += 1) {
    if (i > from && (s.starts[i] ?? 0) > (s.ends[i - 1] ?? 0)) out += ' ';
    out += s.raw[i] ?? '';
  }
  return `“${out}”`;
}

/** A fix that takes a token out. */
export const drop = (s: Sentence, i: number, safe = false): Correction => ({
  title: `Delete ${shown(s, i, i + 1)}`,
  from: i,
  to: i + 1,
  text: '',
  safe,
});

/** A fix that puts another word in a token's place. */
export const swap = (s: Sentence, i: number, text: string): Correction => ({
  title: `Replace ${shown(s, i, i + 1)} with “${text}”`,
  from: i,
  to: i + 1,
  text,
});

/** A fix that puts a word between a token and the next. */
export const insertAfter = (s: Sentence, i: number, text: string): Correction => ({
  title: `Insert “${text}” after ${shown(s, i, i + 1)}`,
  from: i,
  to: i + 1,
  text: `${s.raw[i] ?? ''} ${text}`,
});

export const match = (
  from: number,
  to: number,
  message: string,
  fixes: readonly (Correction | undefined)[] = [],
): Match => ({
  from,
  to,
  message,
  fixes: fixes.filter((fix) => fix !== undefined),
});

/** The base of a verb's form, if the lexicon leaves no doubt. */
export function baseOf(
  s: Sentence,
  form: string,
  irregular: (form: string) => string | undefined,
): string | undefined {
  const known = irregular(form);
  if (known !== undefined) return known;
  const ending = form.endsWith('ing')
    ? 'ing'
    : form.endsWith('ed')
      ? 'ed'
      : form.endsWith('s')
        ? 's'
        : undefined;
  if (ending === undefined) return undefined;
  const bases = possibleBases(form, ending).filter((base) => (s.lexicon.possibleTags(base) & BASE) !== 0);
  const [first, second] = bases;
  if (first === undefined) return undefined;
  // "planed" and "planned": of two possible bases the far more common one
  if (second !== undefined && s.lexicon.logFrequency(second) >= s.lexicon.logFrequency(first)) {
    return s.lexicon.logFrequency(second) > s.lexicon.logFrequency(first) + 1 ? second : undefined;
  }
  return first;
}

/** The participle of a base: irregular, or the -ed form that the lexicon knows. */
export function participle(s: Sentence, base: string): string | undefined {
  const irregular = participleOf(base);
  if (irregular !== undefined) return irregular;
  const forms = [`${base}ed`, `${base}d`, `${base}${base.at(-1)}ed`, `${base.slice(0, -1)}ied`];
  return forms.find((form) => (s.lexicon.possibleTags(form) & setOf('VBN')) !== 0);
}

/** Whether a base is a verb and no noun, so that its -s form is no plural. */
const isVerbOnly = (s: Sentence, base: string | undefined): boolean =>
  base !== undefined && (s.lexicon.possibleTags(base) & setOf('NN', 'NNS')) === 0;
