import { setOf, TAG } from '../../../language/tags.ts';
import { baseOfParticiple, baseOfPast, isBaseAndPast, participleOf } from '../../../language/verbs.ts';
import {
  BASE,
  baseOf,
  before,
  can,
  drop,
  HAVE,
  insertAfter,
  MODALS,
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
  SUBJECTS,
  shown,
  small,
  swap,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

const AS = words('as');
const A = words('a an his her their no any');
const SUBJECT_TAGS = NOUN | setOf('PRP', 'EX', 'WDT', 'WP', 'CD');
const FORMS_OF_AUX = words('is are was were has had does did been being am');

const isModal = (s: Parameters<Rule['find']>[0], i: number): boolean =>
  // "May" and "Will" open sentences as names too
  MODALS.has(word(s, i)) && small(s, i) && s.tags[i] === TAG.MD;

export const modalForm: Rule = {
  name: 'modal and the wrong form',
  find(s, i) {
    if (!isModal(s, i)) return undefined;
    const j = pastAdverbs(s, i + 1);
    if (!small(s, j) || word(s, j) === '') return undefined;
    const verb = word(s, j);
    const modal = shown(s, i, i + 1);
    if (verb === 'to') {
      if (j !== i + 1 || !tagged(s, j + 1, setOf('VB')) || mayHaveGap(s, i)) return undefined;
      if (!tagged(s, i - 1, SUBJECT_TAGS) || (word(s, i) !== 'will' && before(s, i, 8, AS))) return undefined;
      if (word(s, i) === 'will' && tagged(s, i - 1, setOf('NN')) && before(s, i, 3, A)) return undefined;
      if (
        word(s, i) === 'will' &&
        tagged(s, i - 1, setOf('NN')) &&
        /^(?:political|free|good|public|popular|national|people)$/u.test(word(s, i - 1))
      )
        return undefined;
      return match(i, j + 1, `${shown(s, i, j + 1)}: the “to” is left over.`, [drop(s, j)]);
    }
    if (FORMS_OF_AUX.has(verb)) {
      if (mayHaveGap(s, i) || j !== i + 1 || !tagged(s, i - 1, SUBJECT_TAGS | setOf('RB'))) return undefined;
      if (/^(?:was|were|is|are|had|did)$/u.test(verb) && tagged(s, i - 1, setOf('WP', 'WDT')))
        return undefined;
      return match(
        i,
        j + 1,
        `Two verbs collide: ${shown(s, i, j + 1)}. One of them is left over, or in the wrong form.`,
        [],
      );
    }
    if (pastLike(s, j) || onlyThird(s, j) || (onlyEd(s, j) && !tagged(s, j + 1, NOUN | setOf('JJ')))) {
      if (mayHaveGap(s, i) || relativeNear(s, i, 1)) return undefined;
      const base = baseOf(s, verb, (form) => baseOfPast(form) ?? baseOfParticiple(form));
      const plainForm = base === undefined ? [] : [swap(s, j, base)];
      const passive =
        baseOfParticiple(verb) === undefined && !verb.endsWith('ed') ? [] : [insertAfter(s, j - 1, 'be')];
      // “will interrogated by” lacks a “be”; with an object after it the form is wrong; else it may be either
      if (word(s, j + 1) === 'by' && passive.length > 0)
        return match(i, j + 1, `After ${modal} a “be” is missing.`, passive);
      const object = tagged(s, j + 1, NOUN | setOf('DT', 'PRP', 'PRP$', 'JJ', 'CD'));
      return match(
        i,
        j + 1,
        `After ${modal} the verb stands in its plain form${base === undefined ? '' : `: “${base}”`}${object || passive.length === 0 ? '' : ', or a “be” is missing'}.`,
        object ? plainForm : [...plainForm, ...passive],
      );
    }
    if (
      /[^s]s$/u.test(verb) &&
      j === i + 1 &&
      tagged(s, i - 1, NOUN | setOf('PRP')) &&
      !mayHaveGap(s, i) &&
      word(s, s.size - 1) !== '?'
    ) {
      const base = baseOf(s, verb, () => undefined);
      // after a modal no plural stands, whatever else the word could be: "it can drives"
      if (
        base !== undefined &&
        can(s, j, setOf('VBZ')) &&
        !can(s, j, setOf('RB', 'JJ', 'IN')) &&
        !relativeNear(s, i, 4)
      ) {
        return match(i, j + 1, `After ${modal} the verb stands in its plain form: “${base}”.`, [
          swap(s, j, base),
        ]);
      }
    }
    if (onlyParticiple(s, j) && j === i + 1 && !mayHaveGap(s, i) && tagged(s, i - 1, NOUN | setOf('PRP'))) {
      return match(
        i,
        j + 1,
        `${shown(s, i, j + 1)}: a word is missing between the two (“be” or “have”?), or the verb is in the wrong form.`,
      );
    }
    if (
      /...ing$/u.test(verb) &&
      j === i + 1 &&
      s.tags[j] === TAG.VBG &&
      !can(s, j, BASE) &&
      tagged(s, i - 1, NOUN | setOf('PRP'))
    ) {
      if (mayHaveGap(s, i)) return undefined;
      return match(i, j + 1, `${shown(s, i, j + 1)}: is “be” missing, or the verb in the wrong form?`);
    }
    return undefined;
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
    'The best that they could managed a draw.',
    'Nobody can put the clock back.',
    'The will, dated 1990, was lost.',
  ],
};

export const doForm: Rule = {
  name: 'do and the wrong form',
  opens: words('do does did'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    const negated = /^(?:not|n't|never)$/u.test(word(s, i + 1));
    const no = word(s, i + 1) === 'no' && onlyBase(s, i + 2);
    if (no) return match(i, i + 2, `${shown(s, i, i + 2)}: is “not” meant?`, [swap(s, i + 1, 'not')]);
    if (
      /^(?:has|had)$/u.test(word(s, i + 1)) &&
      small(s, i + 1) &&
      tagged(s, i - 1, NOUN | setOf('PRP')) &&
      !mayHaveGap(s, i) &&
      !mayBeCleft(s, i)
    ) {
      return match(i, i + 2, `Two verbs collide: keep ${shown(s, i, i + 1)} or ${shown(s, i + 1, i + 2)}?`);
    }
    if (!negated) return undefined;
    const j = pastAdverbs(s, i + 1);
    const verb = word(s, j);
    if (!small(s, j)) return undefined;
    if (/^(?:is|are|was|were|has|had|been|does|did|am|could|would|should)$/u.test(verb)) {
      if (mayHaveGap(s, i) || !tagged(s, i - 1, NOUN | setOf('PRP'))) return undefined;
      return match(
        i,
        j + 1,
        `Two verbs collide: ${shown(s, i, j + 1)}. One of them is left over, or in the wrong form.`,
      );
    }
    if (!pastLike(s, j) && !onlyThird(s, j) && !onlyEd(s, j)) return undefined;
    if (tagged(s, j + 1, NOUN) && onlyEd(s, j)) return undefined;
    const base = baseOf(s, verb, baseOfPast);
    return match(
      i,
      j + 1,
      `After “${word(s, i)} not” the verb stands in its plain form${base === undefined ? '' : `: “${base}”`}.`,
      [base === undefined ? undefined : swap(s, j, base)],
    );
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

export const haveForm: Rule = {
  name: 'have and the wrong form',
  opens: HAVE,
  find(s, i) {
    const have = word(s, i);
    if (!plain(s, i)) return undefined;
    const j = pastAdverbs(s, i + 1);
    const verb = word(s, j);
    if (!small(s, j)) return undefined;
    if (onlyPast(s, j) || (/^(?:fell|saw|drove)$/u.test(verb) && j === i + 1)) {
      const direct =
        j === i + 1 &&
        have !== 'had' &&
        (SUBJECTS.has(word(s, i - 1)) || word(s, i - 1) === 'who') &&
        !mayHaveGap(s, i - 1);
      if (
        !direct &&
        (mayHaveGap(s, i) || (have === 'have' && tagged(s, i - 1, setOf('TO'))) || word(s, i - 1) === 'to')
      )
        return undefined;
      const done = participle(s, baseOfPast(verb) ?? '');
      return match(
        i,
        j + 1,
        `After ${shown(s, i, i + 1)} the verb stands as “${done ?? ''}”, not “${verb}”.`,
        [done === undefined ? undefined : swap(s, j, done)],
      );
    }
    const denied =
      j === i + 2 &&
      /^(?:never|already)$/u.test(word(s, i + 1)) &&
      can(s, j, BASE) &&
      !can(s, j, setOf('VBN', 'VBD', 'JJ', 'RB'));
    // an irregular verb's base before an object: "has spend the money"
    const object =
      j === i + 1 &&
      participleOf(verb) !== undefined &&
      can(s, j, BASE) &&
      !can(s, j, setOf('VBN', 'VBD', 'JJ')) &&
      /^(?:the|a|an|his|her|its|their|much|most|this|these)$/u.test(word(s, j + 1));
    if (
      (denied || object || (onlyBase(s, j) && j === i + 1 && s.lexicon.logFrequency(verb) >= 5)) &&
      !isBaseAndPast(verb) &&
      /^(?:has|have|had|'ve)$/u.test(have)
    ) {
      if (
        mayHaveGap(s, i) ||
        !(tagged(s, i - 1, NOUN | setOf('PRP', 'WDT', 'WP')) || (have === 'has' && word(s, i - 1) === ','))
      )
        return undefined;
      if (/^(?:had|have)$/u.test(have) && tagged(s, i - 1, setOf('VB', 'VBP', 'VBN'))) return undefined;
      // "would have people come", "he had them leave" have an object between
      const done = participle(s, verb);
      return match(
        i,
        j + 1,
        `After ${shown(s, i, i + 1)} the verb stands in the past${done === undefined ? '' : `: “${done}”`}.`,
        [done === undefined ? undefined : swap(s, j, done)],
      );
    }
    if (j === i + 1 && /^(?:is|are|am|was|were)$/u.test(verb) && /^(?:has|have|had)$/u.test(have)) {
      if (mayHaveGap(s, i) || SUBJECTS.has(word(s, i - 1)) || !tagged(s, i - 1, NOUN)) return undefined;
      return match(i, j + 1, `Two verbs collide: keep ${shown(s, i, i + 1)} or ${shown(s, j, j + 1)}?`);
    }
    if (
      /...ing$/u.test(verb) &&
      s.tags[j] === TAG.VBG &&
      !can(s, j, setOf('NN', 'IN')) &&
      (!can(s, j, setOf('JJ')) || tagged(s, j + 1, setOf('TO', 'PRP$'))) &&
      /^(?:has|have|had)$/u.test(have)
    ) {
      if (
        mayHaveGap(s, i) ||
        !tagged(s, i - 1, NOUN | setOf('PRP')) ||
        (tagged(s, i - 1, NOUN) && !tagged(s, j + 1, setOf('DT', 'PRP$', 'TO', 'IN')))
      )
        return undefined;
      return match(i, j + 1, `${shown(s, i, j + 1)}: is “been” missing, or the verb in the wrong form?`);
    }
    if (
      onlyThird(s, j) &&
      /^(?:has|have|had)$/u.test(have) &&
      !mayHaveGap(s, i) &&
      tagged(s, i - 1, NOUN | setOf('PRP'))
    ) {
      const base = baseOf(s, verb, () => undefined);
      const done = base === undefined ? undefined : participle(s, base);
      return match(
        i,
        j + 1,
        `Two verbs collide: ${shown(s, i, j + 1)}. One of them is left over, or in the wrong form.`,
        [drop(s, i), done === undefined ? undefined : swap(s, j, done)],
      );
    }
    return undefined;
  },
  wrong: [
    'The inflation rate ⟦has went⟧ up again.',
    'The army ⟦has began⟧ withdrawing from the city.',
    'Officials ⟦have are⟧ investigating the cause of the fire.',
    'The court ⟦has accept⟧ the appeal.',
    'The court ⟦has accepts⟧ the appeal.',
    'He ⟦has never win⟧ here before.',
    'She ⟦has spend⟧ the money.',
  ],
  right: [
    'The trouble the team had began in May.',
    'What support they have came from abroad.',
    'He had better go.',
    'The ball he had was lost.',
    'She has put the house up for sale.',
    'The police have come and gone.',
  ],
};

export const beForm: Rule = {
  name: 'be and the wrong form',
  opens: words("is are was were been being be 're 'm"),
  find(s, i) {
    const be = word(s, i);
    if (!plain(s, i)) return undefined;
    const next = word(s, i + 1);
    if (/^(?:is|are|was|were|has|have|had)$/u.test(next) && next !== be && small(s, i + 1)) {
      if (mayHaveGap(s, i) || !(tagged(s, i - 1, NOUN) || /^(?:has|have|had)$/u.test(word(s, i - 1))))
        return undefined;
      if (be === 'being' || isWh(s, i, 12)) return undefined;
      if (be === 'be' && (before(s, i, 4, MODALS) || word(s, i - 1) === 'to')) return undefined;
      return match(i, i + 2, `Two verbs collide: keep ${shown(s, i, i + 1)} or ${shown(s, i + 1, i + 2)}?`, [
        drop(s, i),
        drop(s, i + 1),
      ]);
    }
    const j = pastAdverbs(s, i + 1);
    const verb = word(s, j);
    if (!small(s, j) || (!/^been$/u.test(be) && isWh(s, i, 4))) return undefined;
    if (
      verb === 'be' &&
      j === i + 1 &&
      /^(?:is|are|was|were)$/u.test(be) &&
      !mayBeCleft(s, i) &&
      !mayHaveGap(s, i) &&
      tagged(s, i - 1, NOUN | setOf('PRP'))
    ) {
      return match(i, j + 1, `Two verbs collide: keep ${shown(s, i, i + 1)} or ${shown(s, j, j + 1)}?`);
    }
    if (
      be === 'being' &&
      word(s, i - 1) !== 'time' &&
      j === i + 1 &&
      /...ing$/u.test(verb) &&
      s.tags[j] === TAG.VBG &&
      !can(s, j, setOf('NN', 'JJ', 'IN'))
    ) {
      return match(
        i,
        j + 1,
        `${shown(s, i, j + 1)}: the verb is in the wrong form, or one of the two is left over.`,
      );
    }
    if (be === 'been' && /^(?:come|go|become)$/u.test(verb)) {
      return match(
        i,
        j + 1,
        `Two verbs collide: ${shown(s, i, j + 1)}. One of them is left over, or in the wrong form.`,
      );
    }
    if (
      j === i + 1 &&
      s.tags[j] === TAG.MD &&
      MODALS.has(verb) &&
      /^(?:is|are|was|were)$/u.test(be) &&
      tagged(s, i - 1, NOUN | setOf('PRP')) &&
      !mayHaveGap(s, i) &&
      !isWh(s, i, 12)
    ) {
      if (tagged(s, j + 1, setOf('VB', 'RB')) && !tagged(s, j + 1, setOf('DT', 'PRP'))) {
        return match(i, j + 1, `Two verbs collide: keep ${shown(s, i, i + 1)} or ${shown(s, j, j + 1)}?`, [
          drop(s, i),
          drop(s, j),
        ]);
      }
    }
    if (onlyPast(s, j) && j === i + 1) {
      if (mayHaveGap(s, i)) return undefined;
      const done = participle(s, baseOfPast(verb) ?? '');
      return match(
        i,
        j + 1,
        `Two verbs collide: ${shown(s, i, j + 1)}. One of them is left over, or in the wrong form.`,
        [be === 'been' || be === 'being' ? (done === undefined ? undefined : swap(s, j, done)) : undefined],
      );
    }
    const passive =
      j === i + 1 && can(s, j, setOf('VB')) && can(s, j, setOf('NN')) && !can(s, j, setOf('JJ', 'VBN', 'RB'))
        ? participle(s, verb)
        : undefined;
    if (
      passive !== undefined &&
      passive !== verb &&
      /^(?:was|were|been|are|is)$/u.test(be) &&
      tagged(s, i - 1, NOUN | setOf('PRP', 'VBN', 'VBZ', 'VBP', 'VBD'))
    ) {
      // "were reject by", "were arrest on": a bare noun hardly follows here, least of all one rarer than its participle
      const by = word(s, j + 1) === 'by' && tagged(s, j + 2, NOUN | setOf('DT', 'PRP$', 'CD', 'JJ'));
      const rarer =
        /^(?:on|after|in|at|from|for)$/u.test(word(s, j + 1)) &&
        s.lexicon.logFrequency(passive) >= s.lexicon.logFrequency(verb);
      if ((by || rarer) && !mayHaveGap(s, i) && !mayBeCleft(s, i)) {
        return match(
          i,
          j + 1,
          `${shown(s, i, j + 1)}: the verb is in the wrong form. Is “${passive}” meant?`,
          [swap(s, j, passive)],
        );
      }
    }
    if (onlyThird(s, j) && be !== 'be' && tagged(s, i - 1, NOUN | setOf('PRP')) && !mayHaveGap(s, i)) {
      return match(
        i,
        j + 1,
        `Two verbs collide: ${shown(s, i, j + 1)}. One of them is left over, or in the wrong form.`,
        [],
      );
    }
    if (
      onlyBase(s, j) &&
      !isBaseAndPast(verb) &&
      s.lexicon.logFrequency(verb) >= 6 &&
      !/^(?:be|say|let|have|do|go|see)$/u.test(verb)
    ) {
      // "all they did was reject it", "what we do is listen"
      if (mayBeCleft(s, i)) return undefined;
      if (!tagged(s, i - 1, NOUN | setOf('PRP', 'WDT', 'WP', 'MD', 'VBZ', 'VBP', 'VBD', 'TO', 'RB', 'EX')))
        return undefined;
      const done = participle(s, verb);
      return match(
        i,
        j + 1,
        `${shown(s, i, j + 1)}: the verb is in the wrong form${done === undefined ? '' : `. Is “${done}” meant?`}`,
        [done === undefined || be === 'being' || be === "'m" ? undefined : swap(s, j, done)],
      );
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
    'The money was ⟦been stole⟧ from the safe.',
  ],
  right: [
    'All they did was reject the plan.',
    'The first thing to do is apologise.',
    'What it was is unclear.',
    'The question of what the rules are has come up.',
    'Whether they are is another matter.',
  ],
};

const CLEFT = words(
  'do does did done doing what all thing things to can could would will best least only job role aim plan goal task',
);

/** Whether a bare verb may stand after be: "all they did was wait"; a modal counts only within the clause. */
function mayBeCleft(s: Parameters<Rule['find']>[0], i: number): boolean {
  let clause = true;
  for (let at = i - 1; at >= Math.max(0, i - 20); at -= 1) {
    const here = word(s, at);
    if (/^[,;:]$/u.test(here)) clause = false;
    if (CLEFT.has(here) && (clause || !MODALS.has(here))) return true;
  }
  return false;
}

/** Whether a question clause may end here ("who they are is not known"). */
function isWh(s: Parameters<Rule['find']>[0], i: number, reach: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - reach; at -= 1) {
    if (/^[,;:]$/u.test(word(s, at))) return false;
    if (/^(?:what|who|where|how|why|whether|when|which|as|than)$/u.test(word(s, at))) return true;
  }
  return false;
}

export const couldOf: Rule = {
  name: 'could of',
  opens: words('could would should must might'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    const j = /^(?:not|n't)$/u.test(word(s, i + 1)) ? i + 2 : i + 1;
    if (word(s, j) !== 'of' || word(s, j + 1) === 'course' || tagged(s, i - 1, setOf('DT', 'PRP$', 'JJ')))
      return undefined;
    return match(i, j + 1, `${shown(s, i, j + 1)}: “have” is meant.`, [swap(s, j, 'have')]);
  },
  wrong: ['The court ⟦could of⟧ ruled differently.'],
  right: ['He would of course resign.'],
};

const HAVE_FORMS = words("have has had having 've 'd 's ’d haven hadn hasn of");

/** "It been raining": "been" with no form of have anywhere before it. */
export const beenAlone: Rule = {
  name: 'been without have',
  opens: words('been'),
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
