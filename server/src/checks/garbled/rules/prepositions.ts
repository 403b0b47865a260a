import { wordSet } from '../../../language/closed-class.ts';
import { setOf, TAG } from '../../../language/tags.ts';
import { baseOfPast } from '../../../language/verbs.ts';
import {
  baseOf,
  isIng,
  match,
  mayHaveGap,
  onlyEd,
  onlyPast,
  pastLike,
  small,
  swap,
  tagged,
  VERB,
  word,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

export const toForm: Rule = {
  name: 'to and the wrong form',
  opens: wordSet('to'),
  find(s, i) {
    if (i === 0 || !small(s, i) || !small(s, i + 1)) return undefined;
    const verb = word(s, i + 1);
    // "the man he was referring to is", "those they spoke to were"
    if (/^(?:is|was|were|are|has|had|does|did|been|would|could|should)$/u.test(verb)) return undefined;
    const wants =
      WANTS_TO.has(word(s, i - 1)) &&
      pastLike(s, i + 1) &&
      tagged(s, i + 2, setOf('DT', 'IN', 'TO', 'PRP', 'PRP$', 'RB', 'RP'));
    const strong = wants || onlyPast(s, i + 1);
    const regular =
      onlyEd(s, i + 1) && tagged(s, i - 1, VERB | setOf('JJ', 'NN')) && WANTS_TO.has(word(s, i - 1));
    const like = word(s, i - 1) === 'like' && /^(?:would|'d)$/u.test(word(s, i - 2));
    const ing =
      (WANTS_TO_ONLY.has(word(s, i - 1)) || like) &&
      isIng(verb) &&
      s.tags[i + 1] === TAG.VBG &&
      !mayHaveGap(s, i);
    if (ing) {
      const base = baseOf(s, verb, () => undefined);
      return match(
        i,
        i + 2,
        `After “to” the verb stands in its plain form${base === undefined ? '' : `: “${base}”`}.`,
        [base === undefined ? undefined : swap(s, i + 1, base)],
      );
    }
    const plural =
      WANTS_TO_ONLY.has(word(s, i - 1)) &&
      /[^s]s$/u.test(verb) &&
      tagged(s, i + 1, setOf('VBZ', 'NNS')) &&
      hasVerbBase(s, verb) &&
      followsVerb(s, i + 2);
    if ((!strong && !regular && !plural) || (strong && mayHaveGap(s, i))) return undefined;
    const base = baseOf(s, verb, baseOfPast);
    return match(
      i,
      i + 2,
      `After “to” the verb stands in its plain form${base === undefined ? '' : `: “${base}”`}.`,
      [base === undefined ? undefined : swap(s, i + 1, base)],
    );
  },
  wrong: [
    'The union plans ⟦to strikes⟧ over pay.',
    'He promised ⟦to resigned⟧ if he lost the vote.',
    'She refused ⟦to went⟧ to the hearing.',
    'The school hopes ⟦to taking⟧ 30 pupils along.',
    'Officers would like ⟦to speaking⟧ to witnesses.',
  ],
  right: [
    'The man he was referring to is his brother.',
    'The fund is open to skilled workers.',
    'It led to strikes over pay.',
    'He moved from accused to accuser.',
  ],
};
const WANTS_TO = wordSet(
  `want wants wanted plan plans planned promise promises promised try tries tried trying expected going able unable decided decide
   decides failed fail fails continue continues continued need needs needed have has had refused refuses agreed agrees likely unlikely
   set hope hopes hoped hoping vowed vows intends intend intended ready forced asked urged started began begun managed willing supposed
   seeks sought wish wishes wished pledged threatened declined attempted`,
);
const WANTS_TO_ONLY = wordSet(
  `want wants wanted plans planned promised tried expected able unable decided failed refused unlikely hopes hoped vowed
   intends intended managed willing supposed seeks sought wishes pledged threatened declined attempted`,
);
const hasVerbBase = (s: Parameters<Rule['find']>[0], verb: string): boolean =>
  baseOf(s, verb, () => undefined) !== undefined;
const followsVerb = (s: Parameters<Rule['find']>[0], i: number): boolean =>
  tagged(s, i, setOf('DT', 'PRP$', 'PRP', 'IN'));
