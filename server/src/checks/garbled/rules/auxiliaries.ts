import { CORE_MODALS, HAVE_OR_CLITIC, PERSONAL_SUBJECTS, wordSet } from '../../../language/closed-class.ts';
import type { Sentence } from '../../../language/tagged.ts';
import { setOf, TAG } from '../../../language/tags.ts';
import { baseOfParticiple, baseOfPast, isBaseAndPast, participleOf } from '../../../language/verbs.ts';
import {
  BASE,
  baseOf,
  before,
  can,
  drop,
  insertAfter,
  isIng,
  match,
  mayHaveGap,
  NOUN,
  onlyBase,
  onlyEd,
  onlyParticiple,
  onlyPast,
  onlyThird,
  participle,
  pastAdverbs,
  pastLike,
  plain,
  relativeNear,
  shown,
  small,
  swap,
  tagged,
  word,
} from '../predicates.ts';
import type { Correction, Match, Rule } from '../rule.ts';

const SUBJECT_TAGS = NOUN | setOf('PRP', 'EX', 'WDT', 'WP', 'CD');
const FORMS_OF_AUX = wordSet('is are was were has had does did been being am');

const OWN = wordSet('a an his her their no');

const isSubject = (s: Sentence, i: number): boolean => tagged(s, i, NOUN | setOf('PRP'));

/** “After “will” the verb stands in its plain form”, with that form where it is known, and what else may be meant. */
function plainFormDue(
  s: Sentence,
  [from, at]: readonly [from: number, at: number],
  lead: string,
  base: string | undefined,
  passive: readonly Correction[] = [],
): Match {
  const form = base === undefined ? '' : `: “${base}”`;
  const or = passive.length === 0 ? '' : ', or a “be” is missing';
  return match(from, at + 1, `${lead} the verb stands in its plain form${form}${or}.`, [
    base === undefined ? undefined : swap(s, at, base),
    ...passive,
  ]);
}

const collide = (
  s: Sentence,
  from: number,
  at: number,
  fixes: readonly (Correction | undefined)[] = [],
): Match =>
  match(
    from,
    at + 1,
    `Two verbs collide: ${shown(s, from, at + 1)}. One of them is left over, or in the wrong form.`,
    fixes,
  );

const keepOne = (s: Sentence, i: number, fixes: readonly Correction[] = []): Match =>
  match(i, i + 2, `Two verbs collide: keep ${shown(s, i, i + 1)} or ${shown(s, i + 1, i + 2)}?`, fixes);

/** “Could went”, “should considers”, “will interrogated by”. */
function inflectedAfterModal(s: Sentence, i: number, j: number): Match | undefined {
  if (mayHaveGap(s, i) || relativeNear(s, i, 1)) return undefined;
  const verb = word(s, j);
  const modal = shown(s, i, i + 1);
  const base = baseOf(s, verb, (form) => baseOfPast(form) ?? baseOfParticiple(form));
  const passive =
    baseOfParticiple(verb) === undefined && !verb.endsWith('ed') ? [] : [insertAfter(s, j - 1, 'be')];
  // “will interrogated by” lacks a “be”; with an object after it the form is wrong; else it may be either
  if (word(s, j + 1) === 'by' && passive.length > 0)
    return match(i, j + 1, `After ${modal} a “be” is missing.`, passive);
  const object = tagged(s, j + 1, NOUN | setOf('DT', 'PRP', 'PRP$', 'JJ', 'CD'));
  return plainFormDue(s, [i, j], `After ${modal}`, base, object ? [] : passive);
}

export const modalForm: Rule = {
  name: 'modal and the wrong form',
  opens: CORE_MODALS,
  find(s, i) {
    // "May" and "Will" open sentences as names too
    if (!small(s, i) || s.tags[i] !== TAG.MD) return undefined;
    const j = pastAdverbs(s, i + 1);
    if (!small(s, j) || word(s, j) === '') return undefined;
    const verb = word(s, j);
    if (verb === 'to') {
      // “all they could to help”, “an iron will to succeed”
      if (mayHaveGap(s, i) || !isSubject(s, i - 1) || (word(s, i) === 'will' && before(s, i, 3, OWN)))
        return undefined;
      return match(i, j + 1, `${shown(s, i, j + 1)}: the “to” is left over.`, [drop(s, j)]);
    }
    if (FORMS_OF_AUX.has(verb)) {
      if (mayHaveGap(s, i) || j !== i + 1 || !tagged(s, i - 1, SUBJECT_TAGS | setOf('RB'))) return undefined;
      return collide(s, i, j);
    }
    if (pastLike(s, j) || onlyThird(s, j) || (onlyEd(s, j) && !tagged(s, j + 1, NOUN | setOf('JJ'))))
      return inflectedAfterModal(s, i, j);
    if (j !== i + 1 || !isSubject(s, i - 1) || mayHaveGap(s, i)) return undefined;
    // after a modal no plural stands, whatever else the word could be: "it can drives"
    if (
      /[^s]s$/u.test(verb) &&
      word(s, s.size - 1) !== '?' &&
      can(s, j, setOf('VBZ')) &&
      !can(s, j, setOf('RB', 'JJ', 'IN')) &&
      !relativeNear(s, i, 4)
    )
      return plainFormDue(
        s,
        [i, j],
        `After ${shown(s, i, i + 1)}`,
        baseOf(s, verb, () => undefined),
      );
    if (onlyParticiple(s, j))
      return match(
        i,
        j + 1,
        `${shown(s, i, j + 1)}: a word is missing between the two (“be” or “have”?), or the verb is in the wrong form.`,
      );
    return isIng(verb) && s.tags[j] === TAG.VBG && !can(s, j, BASE)
      ? match(i, j + 1, `${shown(s, i, j + 1)}: is “be” missing, or the verb in the wrong form?`)
      : undefined;
  },
  wrong: [
    'The president ⟦will to⟧ go to Berlin next week.',
    'Troops ⟦could went⟧ no further than the river.',
    'The club ⟦should considers⟧ its position.',
    'Ministers ⟦might taking⟧ action against the firm.',
    'The council ⟦would was⟧ forced to act.',
    'He ⟦could not accepted⟧ the result.',
    'The money ⟦will taken⟧ from the reserve.',
    'The plan ⟦would brought⟧ the cost down.',
    'The inquiry ⟦will looks⟧ at the plan.',
    'The men ⟦will interrogated⟧ by the police.',
  ],
  right: [
    'All that he could was done.',
    'He has the will to go on.',
    'She has an iron will to succeed.',
    'They did all they could to help.',
    'The best that they could managed a draw.',
    'Nobody can put the clock back.',
    'The will, dated 1990, was lost.',
  ],
};

export const doForm: Rule = {
  name: 'do and the wrong form',
  opens: wordSet('do does did'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    const negated = /^(?:not|n't|never)$/u.test(word(s, i + 1));
    const no = word(s, i + 1) === 'no' && onlyBase(s, i + 2);
    if (no) return match(i, i + 2, `${shown(s, i, i + 2)}: is “not” meant?`, [swap(s, i + 1, 'not')]);
    if (!negated) return undefined;
    const j = pastAdverbs(s, i + 1);
    const verb = word(s, j);
    // "those who did not were sent home"
    if (/^(?:is|are|was|were|has|had|been|does|did|am|could|would|should)$/u.test(verb)) return undefined;
    if (!pastLike(s, j) && !onlyThird(s, j) && !onlyEd(s, j)) return undefined;
    return plainFormDue(s, [i, j], `After “${word(s, i)} not”`, baseOf(s, verb, baseOfPast));
  },
  wrong: [
    'The spokesman ⟦did not went⟧ into detail.',
    'Opposition leaders ⟦did not accepted⟧ the result.',
    'It ⟦does not contains⟧ any names.',
    'They ⟦do no⟧ believe the figures.',
  ],
  right: [
    'Those who did not were sent home.',
    'The ones that do not need help.',
    'He did not put the question.',
  ],
};

/** “Has went”. */
function pastAfterHave(s: Sentence, i: number, j: number): Match | undefined {
  const direct =
    j === i + 1 &&
    word(s, i) !== 'had' &&
    (PERSONAL_SUBJECTS.has(word(s, i - 1)) || word(s, i - 1) === 'who') &&
    !mayHaveGap(s, i - 1);
  if (!direct && (mayHaveGap(s, i) || word(s, i - 1) === 'to')) return undefined;
  const verb = word(s, j);
  const done = participle(s, baseOfPast(verb) ?? '');
  return match(i, j + 1, `After ${shown(s, i, i + 1)} the verb stands as “${done ?? ''}”, not “${verb}”.`, [
    done === undefined ? undefined : swap(s, j, done),
  ]);
}

/** “Has accept the appeal”, “has never win”. */
function isBaseAfterHave(s: Sentence, i: number, j: number): boolean {
  const verb = word(s, j);
  if (isBaseAndPast(verb)) return false;
  if (onlyBase(s, j) && j === i + 1 && s.lexicon.logFrequency(verb) >= 5) return true;
  if (!can(s, j, BASE) || can(s, j, setOf('VBN', 'VBD', 'JJ'))) return false;
  return j === i + 1
    ? // an irregular verb's base before an object: "has spend the money"
      participleOf(verb) !== undefined &&
        /^(?:the|a|an|his|her|its|their|much|most|this|these)$/u.test(word(s, j + 1))
    : j === i + 2 && /^(?:never|already)$/u.test(word(s, i + 1)) && !can(s, j, setOf('RB'));
}

export const haveForm: Rule = {
  name: 'have and the wrong form',
  opens: HAVE_OR_CLITIC,
  find(s, i) {
    const have = word(s, i);
    const j = pastAdverbs(s, i + 1);
    const verb = word(s, j);
    if (!small(s, j)) return undefined;
    if (onlyPast(s, j) || (/^(?:fell|saw|drove)$/u.test(verb) && j === i + 1)) return pastAfterHave(s, i, j);
    if (!/^(?:has|have|had|'ve)$/u.test(have) || mayHaveGap(s, i)) return undefined;
    if (isBaseAfterHave(s, i, j)) {
      const done = participle(s, verb);
      const form = done === undefined ? '' : `: “${done}”`;
      return match(i, j + 1, `After ${shown(s, i, i + 1)} the verb stands in the past${form}.`, [
        done === undefined ? undefined : swap(s, j, done),
      ]);
    }
    if (j === i + 1 && /^(?:is|are|am|was|were)$/u.test(verb))
      return PERSONAL_SUBJECTS.has(word(s, i - 1)) || !tagged(s, i - 1, NOUN) ? undefined : keepOne(s, i);
    if (
      isIng(verb) &&
      s.tags[j] === TAG.VBG &&
      !can(s, j, setOf('NN', 'IN', 'JJ')) &&
      tagged(s, j + 1, setOf('DT', 'PRP$', 'TO', 'IN'))
    )
      return match(i, j + 1, `${shown(s, i, j + 1)}: is “been” missing, or the verb in the wrong form?`);
    if (!onlyThird(s, j) || !isSubject(s, i - 1)) return undefined;
    const done = participle(s, baseOf(s, verb, () => undefined) ?? '');
    return collide(s, i, j, [drop(s, i), done === undefined ? undefined : swap(s, j, done)]);
  },
  wrong: [
    'The inflation rate ⟦has went⟧ up again.',
    'The army ⟦has began⟧ withdrawing from the city.',
    'Officials ⟦have are⟧ investigating the cause of the fire.',
    'The court ⟦has accept⟧ the appeal.',
    'The court ⟦has accepts⟧ the appeal.',
    'He ⟦has never win⟧ here before.',
    'She ⟦has spend⟧ the money.',
    'The council ⟦has considering⟧ the plan.',
  ],
  right: [
    'The trouble the team had began in May.',
    'What support they have came from abroad.',
    'He had better go.',
    'The phones did not have working alarms.',
    'The ball he had was lost.',
    'She has put the house up for sale.',
    'The police have come and gone.',
    'To react the way Chelsea have is wrong.',
  ],
};

export const beForm: Rule = {
  name: 'be and the wrong form',
  opens: wordSet("is are was were been being be 're 'm"),
  find(s, i) {
    const be = word(s, i);
    if (!plain(s, i)) return undefined;
    const next = word(s, i + 1);
    if (/^(?:is|are|was|were|has|have|had)$/u.test(next) && next !== be && small(s, i + 1)) {
      if (
        mayHaveGap(s, i) ||
        be === 'being' ||
        !(tagged(s, i - 1, NOUN) || /^(?:has|have|had)$/u.test(word(s, i - 1)))
      )
        return undefined;
      return keepOne(s, i, [drop(s, i), drop(s, i + 1)]);
    }
    const j = pastAdverbs(s, i + 1);
    const verb = word(s, j);
    if (!small(s, j) || (be !== 'been' && isWh(s, i, 4))) return undefined;
    if (be === 'been' && /^(?:come|go|become)$/u.test(verb)) return collide(s, i, j);
    if (
      j === i + 1 &&
      s.tags[j] === TAG.MD &&
      CORE_MODALS.has(verb) &&
      /^(?:is|are|was|were)$/u.test(be) &&
      isSubject(s, i - 1) &&
      !mayHaveGap(s, i) &&
      !isWh(s, i, 12) &&
      tagged(s, j + 1, setOf('VB', 'RB'))
    )
      return keepOne(s, i, [drop(s, i), drop(s, j)]);
    if (onlyPast(s, j) && j === i + 1) {
      const done = be === 'been' || be === 'being' ? participle(s, baseOfPast(verb) ?? '') : undefined;
      return collide(s, i, j, [done === undefined ? undefined : swap(s, j, done)]);
    }
    if (onlyThird(s, j) && be !== 'be' && isSubject(s, i - 1) && !mayHaveGap(s, i)) return collide(s, i, j);
    if (
      onlyBase(s, j) &&
      !isBaseAndPast(verb) &&
      s.lexicon.logFrequency(verb) >= 6 &&
      !/^(?:be|say|let|have|do|go|see)$/u.test(verb) &&
      !mayBeCleft(s, i)
    ) {
      const done = participle(s, verb);
      const form = done === undefined ? '' : `. Is “${done}” meant?`;
      return match(i, j + 1, `${shown(s, i, j + 1)}: the verb is in the wrong form${form}`, [
        done === undefined || be === 'being' || be === "'m" ? undefined : swap(s, j, done),
      ]);
    }
    return undefined;
  },
  wrong: [
    'The bridge ⟦was is⟧ closed to traffic until Monday.',
    'The proposals ⟦were reject⟧ by the committee.',
    'The minister has ⟦been was⟧ arrested on Friday.',
    'Prices ⟦are expects⟧ to rise.',
    'It ⟦is may⟧ be the finest of its kind.',
    'Half of them had ⟦been come⟧ by bus.',
    'The money had ⟦been stole⟧ from the safe.',
  ],
  right: [
    'All they did was reject the plan.',
    'The first thing to do is apologise.',
    'What it was is unclear.',
    'The country for the time being is at peace.',
    'The question of what the rules are has come up.',
    'Whether they are is another matter.',
  ],
};

const CLEFT = wordSet(
  'do does did done doing what all thing things to can could would will best least only job role aim plan goal task',
);

/** Whether a bare verb may stand after be: "all they did was wait", "what we do is listen". */
function mayBeCleft(s: Sentence, i: number): boolean {
  return before(s, i, 20, CLEFT);
}

/** Whether a question clause may end here ("who they are is not known"). */
function isWh(s: Sentence, i: number, reach: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - reach; at -= 1) {
    if (/^[,;:]$/u.test(word(s, at))) return false;
    if (/^(?:what|who|where|how|why|whether|when|which|as|than)$/u.test(word(s, at))) return true;
  }
  return false;
}

export const couldOf: Rule = {
  name: 'could of',
  opens: wordSet('could would should must might'),
  find(s, i) {
    const j = /^(?:not|n't)$/u.test(word(s, i + 1)) ? i + 2 : i + 1;
    if (word(s, j) !== 'of' || word(s, j + 1) === 'course' || tagged(s, i - 1, setOf('DT', 'PRP$', 'JJ')))
      return undefined;
    return match(i, j + 1, `${shown(s, i, j + 1)}: “have” is meant.`, [swap(s, j, 'have')]);
  },
  wrong: ['The court ⟦could of⟧ ruled differently.'],
  right: ['He would of course resign.'],
};

const HAVE_FORMS = wordSet("have has had having 've 'd 's ’d haven hadn hasn of");

/** "It been raining": "been" with no form of have anywhere before it. */
export const beenAlone: Rule = {
  name: 'been without have',
  opens: wordSet('been'),
  find(s, i) {
    if (!small(s, i) || i === 0) return undefined;
    if (
      i > 1 &&
      tagged(s, i - 1, setOf('VBN', 'VBD')) &&
      !HAVE_FORMS.has(word(s, i - 1)) &&
      !/^(?:had|has|have|having)$/u.test(word(s, 0))
    ) {
      return match(
        i - 1,
        i + 1,
        `Two verbs collide: ${shown(s, i - 1, i + 1)}. One of them is left over, or in the wrong form.`,
        [],
      );
    }
    // a pronoun before it can only be turned round with its auxiliary: "have they been"
    const reach = tagged(s, i - 1, setOf('WDT', 'WP', 'PRP')) ? 3 : i;
    if (
      word(s, s.size - 1) === '?' ||
      /^(?:anyone|ever)$/u.test(word(s, i - 1)) ||
      before(s, i, reach, HAVE_FORMS) ||
      !tagged(s, i - 1, NOUN | setOf('PRP', 'WDT', 'WP', 'RB', 'EX'))
    )
      return undefined;
    return match(i - 1, i + 1, `${shown(s, i - 1, i + 1)}: “has”, “have” or “had” is missing.`);
  },
  wrong: ['The ⟦bridge been⟧ closed since Monday.', 'They had ⟦received been⟧ letters meant for others.'],
  right: ['The bridge has long been closed.', 'Having been told, she left.'],
};
