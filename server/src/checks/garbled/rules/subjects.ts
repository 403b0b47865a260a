import { wordSet } from '../../../language/closed-class.ts';
import type { Sentence } from '../../../language/tagged.ts';
import { setOf } from '../../../language/tags.ts';
import {
  ADJECTIVE,
  before,
  COMMON_NOUN,
  can,
  match,
  NOUN,
  only,
  onlyBase,
  opens,
  PLURAL_OF,
  pastAdverbs,
  plain,
  SINGULAR_OF,
  small,
  swap,
  tagged,
  word,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';
import { COLLECTIVE, SINGULAR_IN_S, SUBJUNCTIVE, UNCOUNTED } from './agreement.ts';

const LINKS = wordSet(
  'of in from at on for with to near across against between outside inside around under over after before during among behind along by',
);

/** Nouns of quantity: the verb goes by what there is so much of. */
const AMOUNTS = wordSet(
  `amount total sum sort kind type form mass flood wave spate slew raft mix mixture combination collection stream flurry trail batch set fleet
   chain selection proportion percentage share section segment fraction remainder balance average pool litany what each either neither
   none any one dozen score bunch swathe quarters thirds fifths tenths halves cluster pile list couple group more most class body clutch cohort troupe`,
);
const AND = wordSet('and');
const PLURALS = wordSet('people men women children police');

/** A subject that opens a clause: its main noun, and the place of the verb after it. */
interface Subject {
  readonly head: number;
  readonly verb: number;
  readonly many: boolean;
}

/** Whether the token is no name: in small letters, or first in its sentence. */
const isCommon = (s: Sentence, i: number): boolean =>
  s.raw[i] === word(s, i) || (opens(s, i) && !can(s, i, setOf('NNP', 'NNPS')));

/** A plural, though its form may be a verb's too: "points", "seeds". */
export const isPlural = (s: Sentence, i: number): boolean =>
  tagged(s, i, setOf('NNS')) &&
  only(s, i, setOf('NNS', 'VBZ')) &&
  can(s, i, setOf('NNS')) &&
  /[^s]s$/u.test(word(s, i));

export const inPhrase = setOf('DT', 'PDT', 'PRP$', 'CD', 'NNP', 'NNPS') | ADJECTIVE | COMMON_NOUN;

/** The end of a noun phrase that starts at `i`; `i` itself if none does. */
function phraseEnd(s: Sentence, i: number): number {
  let at = i;
  while (
    tagged(s, at, inPhrase) ||
    (at > i && word(s, at) === "'s") ||
    (at > i && tagged(s, at, setOf('VBN', 'VBG')) && tagged(s, at + 1, COMMON_NOUN))
  )
    at += 1;
  return at > i && tagged(s, at - 1, NOUN | setOf('CD')) ? at : i;
}

/** Skips "of the two", "from Leeds and York". */
function pastLinks(s: Sentence, i: number): number {
  let at = i;
  while (LINKS.has(word(s, at))) {
    const end = phraseEnd(s, at + 1);
    if (end === at + 1) return at;
    at = word(s, end) === 'and' ? phraseEnd(s, end + 1) : end;
  }
  return at;
}

/** Skips ", where the limit is 30mph," and ", including three children,". */
function pastAside(s: Sentence, i: number): number {
  if (word(s, i) !== ',' || !/^(?:who|which|where|whose|including|among)$/u.test(word(s, i + 1))) return i;
  for (let at = i + 2; at < s.size && at < i + 20; at += 1) if (word(s, at) === ',') return at + 1;
  return i;
}

function subjectAt(s: Sentence, i: number): Subject | undefined {
  const from = /^(?:at|up)$/u.test(word(s, i)) && /^(?:least|to)$/u.test(word(s, i + 1)) ? i + 2 : i;
  const end = phraseEnd(s, from);
  const head = end - 1;
  // "the scope stretches from …": the noun may be the verb
  if (
    end === from ||
    (!tagged(s, from, setOf('CD')) &&
      end - from > 2 &&
      can(s, head, setOf('VBZ')) &&
      tagged(s, head - 1, setOf('NN')) &&
      LINKS.has(word(s, end))) ||
    !isCommon(s, head) ||
    word(s, head).includes('-')
  )
    return undefined;
  const counted = tagged(s, from, setOf('CD')) && word(s, from) !== 'one';
  const many =
    ((isPlural(s, head) && (only(s, head, setOf('NNS')) || head > i)) ||
      (PLURALS.has(word(s, head)) && (counted || opens(s, i)))) &&
    !SINGULAR_IN_S.has(word(s, head)) &&
    !AMOUNTS.has(word(s, head)) &&
    !UNCOUNTED.has(word(s, head)) === !PLURALS.has(word(s, head));
  let at = pastLinks(s, end);
  // "the seeds dug up at the cave"
  if (
    many &&
    tagged(s, at, setOf('VBN')) &&
    !can(s, at, setOf('JJ')) &&
    /^(?:up|in|at|by|on|from)$/u.test(word(s, at + 1))
  ) {
    at = pastLinks(s, at + 1);
  }
  at = pastAside(s, at);
  return { head, verb: pastAdverbs(s, at), many };
}

/** "Critics of the policy claim the president is …": whether a noun on the way may be the verb. */
function mayHaveVerb(s: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (can(s, at, setOf('VBP')) && can(s, at, COMMON_NOUN) && tagged(s, at + 1, NOUN | setOf('DT')))
      return true;
  return false;
}

const OPENS_CLAUSE = wordSet('that but because while although ;');

/** "Two men from Leeds was hurt", "the leader of the rebels have fled": a verb that does not fit a noun some way before it. */
export const headAgreement: Rule = {
  name: 'subject and verb apart',
  find(s, i) {
    if (!plain(s, i)) return undefined;
    const counted = tagged(s, i, setOf('CD')) && /^[,;]$/u.test(word(s, i - 1));
    if (!opens(s, i) && !counted && !OPENS_CLAUSE.has(word(s, i - 1))) return undefined;
    if (!opens(s, i) && before(s, i, 14, SUBJUNCTIVE)) return undefined;
    const subject = subjectAt(s, i);
    if (subject === undefined) return undefined;
    const { head, verb, many } = subject;
    // a name may look like a plural: "Sessions is"
    if (!small(s, head) && verb === head + 1) return undefined;
    const b = word(s, verb);
    if (!small(s, verb) || !tagged(s, verb, setOf('VBD', 'VBZ', 'VBP', 'VB'))) return undefined;
    if (!many && before(s, verb, verb - i, AND)) return undefined;
    if (mayHaveVerb(s, head + 1, verb - 1)) return undefined;
    if (many) {
      // "the talks he has": the verb of a clause on the noun
      const right = PLURAL_OF.get(b);
      if (right === undefined || s.lexicon.logFrequency(word(s, head)) < 5) return undefined;
      return match(
        verb,
        verb + 1,
        `“${b}” does not fit the plural “${word(s, head)}”. Is “${right}” meant?`,
        [swap(s, verb, right)],
      );
    }
    if (
      !tagged(s, head, setOf('NN')) ||
      !only(s, head, setOf('NN', 'VB', 'VBP', 'JJ')) ||
      COLLECTIVE.has(word(s, head))
    )
      return undefined;
    if (
      AMOUNTS.has(word(s, head)) ||
      UNCOUNTED.has(word(s, head)) ||
      s.lexicon.logFrequency(word(s, head)) < 6
    )
      return undefined;
    if (!/^(?:the|a|an|this|that|his|her|its|their|our|every|each|another)$/u.test(word(s, i)))
      return undefined;
    const right = SINGULAR_OF.get(b);
    if (right !== undefined && verb > head + 1 && !tagged(s, verb + 1, setOf('PRP'))) {
      return match(
        verb,
        verb + 1,
        `“${b}” does not fit the singular “${word(s, head)}”. Is “${right}” meant?`,
        [swap(s, verb, right)],
      );
    }
    if (
      onlyBase(s, verb) &&
      s.lexicon.logFrequency(b) >= 6 &&
      !/^(?:help|come|become|let|be)$/u.test(b) &&
      (tagged(s, verb + 1, setOf('DT', 'PRP$', 'IN', 'TO', 'CD', 'RB', 'NNP', 'PRP')) ||
        /^[.,]$/u.test(word(s, verb + 1))) &&
      verb > head + 1
    )
      return match(verb, verb + 1, `“${b}” does not fit the singular “${word(s, head)}”.`);
    return undefined;
  },
  wrong: [
    'Two men from Leeds ⟦was⟧ hurt in the crash.',
    'At least 14 people ⟦was⟧ hurt, among them three officers.',
    'The leader of the rebels ⟦have⟧ fled to the north.',
    'The road, where the limit is 30mph, ⟦have⟧ seen four crashes.',
    'The law, which has passed two of three readings, ⟦require⟧ them to register.',
    'Weapons found at the house ⟦has⟧ been sent to a laboratory.',
  ],
  right: [
    'The number of cases has doubled.',
    'Critics of the policy claim president Marat is lying.',
    'The war in the north and the state of the schools have cost him votes.',
    'A total of 12 homes were lost.',
    'The team from Leeds have won.',
    'Two years in prison is not enough.',
    'Fish and chips is what they want.',
    'The news from the front is bad.',
    'He insisted that the head of the bank resign.',
  ],
};
