import { setOf, TAG } from '../../../language/tags.ts';
import { baseOfPast } from '../../../language/verbs.ts';
import {
  BASE,
  baseOf,
  before,
  can,
  drop,
  match,
  mayHaveGap,
  NOUN,
  onlyBase,
  onlyEd,
  onlyParticiple,
  onlyPast,
  onlyThird,
  pastLike,
  plain,
  SUBJECTS,
  shown,
  small,
  swap,
  tagged,
  VERB,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

export const toForm: Rule = {
  name: 'to and the wrong form',
  opens: words('to'),
  find(s, i) {
    if (i === 0 || !small(s, i) || !small(s, i + 1)) return undefined;
    const verb = word(s, i + 1);
    const aux = /^(?:is|was|were|are|has|had|does|did|been|would|could|should)$/u.test(verb);
    if (aux) {
      // "the man he was referring to is", "those they spoke to were"
      if (mayHaveGap(s, i) || tagged(s, i - 1, VERB) || !tagged(s, i - 1, NOUN | setOf('JJ')))
        return undefined;
      for (let at = 0; at < i - 1; at += 1)
        if (SUBJECTS.has(word(s, at)) || /ing$/u.test(word(s, at))) return undefined;
      return match(
        i,
        i + 2,
        `${shown(s, i, i + 2)}: one of the two is left over, or a word is missing between them.`,
      );
    }
    // "is due to spoken about": a participle that is nothing else
    if (
      onlyParticiple(s, i + 1) &&
      !can(s, i + 1, setOf('JJ')) &&
      tagged(s, i + 2, setOf('IN', 'DT', 'PRP', 'PRP$', 'TO')) &&
      !mayHaveGap(s, i)
    ) {
      return match(i, i + 2, `${shown(s, i, i + 2)}: is “be” missing, or the verb in the wrong form?`);
    }
    const wants =
      WANTS_TO.has(word(s, i - 1)) &&
      pastLike(s, i + 1) &&
      tagged(s, i + 2, setOf('DT', 'IN', 'TO', 'PRP', 'PRP$', 'RB', 'RP'));
    const strong = wants || onlyPast(s, i + 1) || (onlyThird(s, i + 1) && s.lexicon.logFrequency(verb) >= 5);
    const regular =
      onlyEd(s, i + 1) && tagged(s, i - 1, VERB | setOf('JJ', 'NN')) && WANTS_TO.has(word(s, i - 1));
    const like = word(s, i - 1) === 'like' && /^(?:would|'d)$/u.test(word(s, i - 2));
    const ing =
      (WANTS_TO_ONLY.has(word(s, i - 1)) || like) &&
      /...ing$/u.test(verb) &&
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
      (s.possibleTags[i + 1] ?? 0) !== 0 &&
      hasVerbBase(s, verb) &&
      followsVerb(s, i + 2);
    if ((!strong && !regular && !plural) || (strong && mayHaveGap(s, i) && !WANTS_TO.has(word(s, i - 1))))
      return undefined;
    if (
      regular &&
      !tagged(s, i + 2, setOf('DT', 'PRP', 'PRP$', 'IN', 'TO', 'RP')) &&
      !/^[.,]$/u.test(word(s, i + 2))
    )
      return undefined;
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
const WANTS_TO = words(
  `want wants wanted plan plans planned promise promises promised try tries tried trying expected going able unable decided decide
   decides failed fail fails continue continues continued need needs needed have has had refused refuses agreed agrees likely unlikely
   set hope hopes hoped hoping vowed vows intends intend intended ready forced asked urged started began begun managed willing supposed
   seeks sought wish wishes wished pledged threatened declined attempted`,
);
const WANTS_TO_ONLY = words(
  `want wants wanted plans planned promised tried expected able unable decided failed refused unlikely hopes hoped vowed
   intends intended managed willing supposed seeks sought wishes pledged threatened declined attempted`,
);
const hasVerbBase = (s: Parameters<Rule['find']>[0], verb: string): boolean =>
  baseOf(s, verb, () => undefined) !== undefined;
const followsVerb = (s: Parameters<Rule['find']>[0], i: number): boolean =>
  tagged(s, i, setOf('DT', 'PRP$', 'PRP', 'IN'));

const BEFORE_NAMES = words('of by from into without against during with for at between');

export const prepositionForm: Rule = {
  name: 'preposition and the wrong form',
  opens: BEFORE_NAMES,
  find(s, i) {
    const a = word(s, i);
    if (!small(s, i) || i === 0 || !small(s, i + 1)) return undefined;
    if (!tagged(s, i, setOf('IN')) || SUBJECTS.has(word(s, i - 1)) || tagged(s, i - 1, setOf('WP', 'WDT')))
      return undefined;
    const verb = word(s, i + 1);
    if (onlyPast(s, i + 1)) {
      // "the place he came from began to change"
      if (
        mayHaveGap(s, i) ||
        (tagged(s, i - 1, VERB) &&
          !/^(?:accused|suspected|convicted|capable|guilty|tired)$/u.test(word(s, i - 1)))
      )
        return undefined;
    } else if (onlyBase(s, i + 1)) {
      if (
        /^(?:be|see|serve|say|let|go|get|do|have|keep)$/u.test(verb) ||
        s.lexicon.logFrequency(verb) < 6 ||
        a === 'between'
      )
        return undefined;
      if (a === 'for' && !/^(?:the|his|her|its|their|a|an)$/u.test(word(s, i + 2))) return undefined;
      if (/^(?:sort|kind)$/u.test(word(s, i - 1)) || tagged(s, i + 2, NOUN) || mayHaveGap(s, i))
        return undefined;
    } else return undefined;
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: after ${shown(s, i, i + 1)} a verb takes -ing. Is the form wrong, or a word missing?`,
    );
  },
  wrong: ['He was accused ⟦of stole⟧ public money.', 'She was praised for her way ⟦of achieve⟧ the goal.'],
  right: [
    'The village he came from became a town.',
    'He is a bit of a go-between.',
    'The people he worked with went home.',
  ],
};

const PAIRS = words(
  `under|of over|of to|from to|of of|for of|to for|of at|for at|of by|of of|by of|at of|from with|of from|of into|of of|into to|from for|to by|for by|to
   at|by at|with to|at to|with against|of on|of in|of of|with from|to by|with by|in with|for with|by with|from from|at with|to
   into|to into|for into|at into|from to|for to|by for|with for|from for|at for|by of|on of|against on|with on|for on|from on|to
   in|on on|in in|at at|in at|on on|at to|in to|on in|with in|for in|by against|to on|by about|of about|to about|for
   from|of against|for to|against to|about between|of during|in after|of in|during of|about with|at with|on for|about from|for from|by`,
);

export const twoPrepositions: Rule = {
  name: 'two prepositions',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (
      (!PAIRS.has(`${a}|${b}`) &&
        !(
          FIRMLY.has(a) &&
          ENDS_NOTHING.has(b) &&
          a !== b &&
          !(
            b === 'between' &&
            (a === 'of' || a === 'from' || a === 'at' || a === 'by' || tagged(s, i + 2, setOf('CD')))
          )
        )) ||
      !small(s, i) ||
      !small(s, i + 1) ||
      i === 0
    )
      return undefined;
    const next = word(s, i + 2);
    // "at least", "for up to", "in between", "to at least", "in on the act", "by at most"
    if (b === 'at' && /^(?:least|most|times|best|worst|first|once|all|large|home|work|sea|hand)$/u.test(next))
      return undefined;
    if (/^(?:which|whom|what|whose|whatever)$/u.test(next)) return undefined;
    if (!tagged(s, i + 2, setOf('DT', 'PRP$', 'NN', 'NNS', 'NNP', 'NNPS', 'CD', 'JJ', 'PRP', 'VBG')))
      return undefined;
    if (a === 'in' && b === 'at' && word(s, i + 2) === 'number') return undefined;
    // "those taken advantage of by the firm"
    if (a === 'of' && /^(?:advantage|care|hold|charge|note|account|rid)$/u.test(word(s, i - 1)))
      return undefined;
    if (a === 'to' && b === 'from' && tagged(s, i + 2, setOf('CD'))) return undefined;
    if (b === 'about' && (tagged(s, i + 2, setOf('CD')) || next === 'a' || next === 'half')) return undefined;
    if (
      b === 'in' &&
      (next === 'front' || next === 'excess' || next === 'general' || next === 'part' || next === 'turn')
    )
      return undefined;
    if (
      /^(?:in|on|to|for|with|by)$/u.test(a) &&
      (/^(?:between|mind)$/u.test(next) || word(s, i - 1) === 'and' || word(s, i - 1) === 'or')
    )
      return undefined;
    // a verb, particle or adverb before may own the first: "carried on at the club", "logged in to the site", "gave in to"
    const verb = tagged(s, i - 1, VERB) || can(s, i - 1, setOf('VBD', 'VBN'));
    const bound =
      b !== 'by' &&
      /^(?:to|at|with|from|into|of|for|under|during|between|by|against|after)$/u.test(a) &&
      (b === 'of' ||
        (FIRMLY.has(a) && ENDS_NOTHING.has(b)) ||
        (/^(?:of|into|between|against|from)$/u.test(b) && tagged(s, i - 1, setOf('VBD', 'VBZ'))) ||
        (a === 'at' && tagged(s, i - 1, setOf('VBD', 'VBZ', 'VBN')))) &&
      (!before(s, i, 12, PASSIVES) || (FIRMLY.has(a) && ENDS_NOTHING.has(b)));
    const accused =
      /^(?:accused|convicted|suspected|guilty|cleared|acquitted)$/u.test(word(s, i - 1)) &&
      a === 'of' &&
      b === 'for';
    if (
      (verb && !bound && !accused) ||
      tagged(s, i - 1, setOf('RP', 'RB', 'IN', 'JJ', 'PRP', 'MD')) ||
      tagged(s, i, setOf('RP', 'RB')) ||
      tagged(s, i + 1, setOf('RP', 'RB'))
    )
      return undefined;
    if (/^(?:in|on)$/u.test(a)) {
      // "zeroes in on", but "took place in on"
      if (
        can(s, i - 1, setOf('VBZ', 'VBD', 'VBG')) ||
        /s$/u.test(word(s, i - 1)) ||
        (can(s, i - 1, setOf('VB')) && word(s, i - 1) !== 'place' && !tagged(s, i - 1, NOUN))
      )
        return undefined;
      // "put the work on in May", "the way in to the ground", "the sit-in on Friday": the first may belong to a verb further back
      for (let at = Math.max(0, i - 5); at < i; at += 1)
        if (tagged(s, at, VERB) && PARTICLE_VERBS.has(word(s, at)) && word(s, at + 1) !== 'place')
          return undefined;
      if (
        /^(?:way|sit|drop|head|odds|later|early|year|years|years'|goings|going|day|walk|check|log|sign|live|run|add|knock|stand|carry)$/u.test(
          word(s, i - 1),
        )
      )
        return undefined;
      if (a === 'in' && b === 'on' && /^(?:act|deal|secret|game)$/u.test(word(s, i + 3))) return undefined;
    }
    if (mayHaveGap(s, i)) return undefined;
    for (let at = Math.max(0, i - 8); at < i; at += 1) if (FRONTED.has(word(s, at))) return undefined;
    return match(i, i + 2, `${shown(s, i, i + 1)} or ${shown(s, i + 1, i + 2)}? Two prepositions collide.`, [
      drop(s, i),
      drop(s, i + 1),
    ]);
  },
  wrong: [
    'The attack took place ⟦in on⟧ Tuesday near the border.',
    'The ministry published a list ⟦of for⟧ companies that pay.',
    'Thousands gathered in support ⟦of for⟧ the bishop.',
    'The delegation travelled ⟦to of⟧ Geneva on Sunday.',
    'Thousands gathered ⟦at for⟧ the funeral of the bishop.',
    'He was accused ⟦of for⟧ stealing public money.',
  ],
  right: [
    'He carried on at the club for two years.',
    'The road runs from under the bridge to in front of the hall.',
    'Tickets cost from about £20 to at least £90.',
    'That is a question worth thinking of for a moment.',
    'The company he works for by day pays badly.',
    'He let the cat in on Monday.',
  ],
};
// no verb takes the first as a particle, and nothing is left hanging before the second
const FIRMLY = words('of with from into at for against between during by after since');
const ENDS_NOTHING = words('of into between against');
const PASSIVES = words('is are was were be been being get gets got getting has have had');
const PARTICLE_VERBS = words(
  `put puts putting take takes took taking taken let lets letting bring brings brought bringing turn turns turned turning get gets got
   getting keep keeps kept keeping move moves moved moving call calls called calling send sends sent sending phone join joins joined
   cash join drop dropped drops check checked have has had having hand handed give gives gave given carry carries carried rely come
   comes came coming go goes went going gone pull pulled hold held log logged sign signed build built based work worked working live
   lived living voted vote voting added add look looked looking`,
);
const FRONTED = words(
  'who which that what whom where when how why worth easy hard impossible difficult enough too',
);

/** Prepositions take "him", not "he". */
export const prepositionPronoun: Rule = {
  name: 'preposition and he',
  opens: words('of with from by into at against between for'),
  find(s, i) {
    if (!small(s, i)) return undefined;
    const pronoun = word(s, i + 1);
    if (!/^(?:he|she|they|we)$/u.test(pronoun) || !small(s, i + 1)) return undefined;
    if (
      tagged(s, i - 1, VERB | setOf('RP', 'RB', 'IN', 'JJ')) ||
      word(s, i + 2) === 'who' ||
      mayHaveGap(s, i) ||
      opensAt(s, i)
    )
      return undefined;
    if (!tagged(s, i - 1, NOUN) || /['"“”‘’(]/u.test(word(s, i + 2))) return undefined;
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: a word is missing between the two, or the pronoun is in the wrong form.`,
    );
  },
  wrong: ['He has cited health as a top priority ⟦of he⟧ makes it to office.'],
  right: ['The man she is looking for he knows well.', 'Those he came with she had met before.'],
};
const opensAt = (s: Parameters<Rule['find']>[0], i: number): boolean => !plain(s, i) || i < 2;

const STRAY = words('of with on about at by from into over against between after during');

/** "To with support them", "between to reach": a preposition beside an infinitive's "to". */
export const strayByTo: Rule = {
  name: 'preposition beside to',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!small(s, i) || !small(s, i + 1) || i < 2 || !tagged(s, i + 2, setOf('VB')) || !can(s, i + 2, BASE))
      return undefined;
    const inside = a === 'to' && (STRAY.has(b) || b === 'in');
    const beside = b === 'to' && /^(?:of|into|between|against|during)$/u.test(a);
    if (!inside && !beside) return undefined;
    // "to at least try", "to in effect close", "made of to build": nouns and gaps
    if (can(s, i + 2, setOf('NN', 'NNS', 'JJ', 'RB')) && !tagged(s, i + 3, setOf('DT', 'PRP', 'PRP$', 'RP')))
      return undefined;
    if (/^(?:least|most|turn|effect|fact|part|course|once|then|first|last|large)$/u.test(word(s, i + 2)))
      return undefined;
    if (beside && (tagged(s, i - 1, VERB | setOf('RB')) || mayHaveGap(s, i))) return undefined;
    const stray = inside ? i + 1 : i;
    return match(i, i + 2, `${shown(s, i, i + 2)}: is ${shown(s, stray, stray + 1)} left over?`, [
      drop(s, stray),
    ]);
  },
  wrong: ['There is nobody ⟦to with⟧ support them.', 'It was the last storm ⟦between to⟧ reach the island.'],
  right: ['They agreed to at least try.', 'It is hard to in effect close the road.'],
};
