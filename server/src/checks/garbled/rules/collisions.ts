import type { Sentence } from '../../../language/tagged.ts';
import { setOf, TAG } from '../../../language/tags.ts';
import { baseOfParticiple, baseOfPast } from '../../../language/verbs.ts';
import {
  ADJECTIVE,
  baseOf,
  COMMON_NOUN,
  can,
  drop,
  match,
  mayHaveGap,
  NOUN,
  only,
  onlyBase,
  onlyEd,
  onlyParticiple,
  onlyPast,
  onlyThird,
  opens,
  pastLike,
  plain,
  relativeNear,
  SUBJECTS,
  shown,
  small,
  tagged,
  VERB,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

/** Verbs that take another in -ing: "stop smoking", "keep asking", "go fishing", "see him running". */
const TAKE_ING = words(
  `start begin stop keep continue avoid consider risk enjoy like love hate try finish resume go come be mean involve prevent deny
   admit imagine suggest recommend help justify include report facilitate oppose favour favor discuss contemplate get remember
   forget practise practice require need want prefer quit cease delay postpone miss mind spend leave see hear watch feel find
   catch end do have make allow encourage concern regard follow accord exclude support propose advocate entail dread mention
   anticipate evade escape resist welcome explain stand sit lie carry bar ban teach study train understand launch promote improve
   restrict regulate reduce increase limit conduct provide plan offer seek use join face pursue forego forgo attend host sell learn
   show call fund raise cover boost attract manage produce gain lose compare tackle give take record cut build bring market
   combat cause affect discourage fight hold play buy enter remain become look seem appear prove feel sound turn grow walk run
   wander arrive drive work notice spot observe picture send busy tend die live return pay finance oversee manage head lead
   describe detail document cite challenge criticise criticize condemn ignore overlook complete perform require necessitate
   target address block halt permit tolerate undergo warrant handle monitor review approve`,
);

/** Whether the word is a form of a verb that takes another in -ing. */
export function takesIng(s: Sentence, i: number): boolean {
  const form = word(s, i);
  const base = baseOf(s, form, (past) => baseOfPast(past) ?? baseOfParticiple(past));
  return TAKE_ING.has(base ?? form) || TAKE_ING.has(form);
}

export const collidingParticiples: Rule = {
  name: 'colliding -ing forms',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!/...ing$/u.test(a) || !/...ing$/u.test(b) || !small(s, i) || !small(s, i + 1) || a === b)
      return undefined;
    if (!can(s, i, setOf('VBG')) || !can(s, i + 1, setOf('VBG')) || a.includes('-') || b.includes('-'))
      return undefined;
    if (can(s, i, setOf('IN', 'CC')) || can(s, i + 1, setOf('IN'))) return undefined;
    if (baseOf(s, a, () => undefined) === undefined || takesIng(s, i)) return undefined;
    // a noun or adjective of its own: "a fighting force", "outstanding", "the building meeting"
    if (
      can(s, i, setOf('NN')) &&
      (s.tags[i] !== TAG.VBG || !/^(?:is|are|was|were|been|be)$/u.test(word(s, i - 1)))
    )
      return undefined;
    if (
      tagged(s, i - 1, setOf('DT', 'PRP$', 'JJ', 'IN')) ||
      /^(?:following|pending|regarding|concerning|including|according|during|owing|barring|excluding)$/u.test(
        b,
      )
    )
      return undefined;
    if (
      can(s, i + 1, setOf('NN', 'JJ')) &&
      !tagged(s, i + 2, setOf('DT', 'PRP$', 'TO')) &&
      !tagged(s, i + 2, setOf('IN'))
    )
      return undefined;
    if (can(s, i + 1, setOf('NN')) && tagged(s, i + 2, setOf('IN')) && /^(?:of|for)$/u.test(word(s, i + 2)))
      return undefined;
    if (
      tagged(s, i + 2, COMMON_NOUN | setOf('JJ', 'NNP', 'NNPS', 'CC', 'CD', 'VBG')) ||
      word(s, i + 2) === ','
    )
      return undefined;
    return match(i, i + 2, `Two verbs collide: keep ${shown(s, i + 1, i + 2)} or ${shown(s, i, i + 1)}?`, [
      drop(s, i),
      drop(s, i + 1),
    ]);
  },
  wrong: ['With Ukraine and Moscow ⟦responding engaging⟧ in deadly strikes, hopes fell.'],
  right: [
    'They stopped smoking in May.',
    'She kept asking about the missing money.',
    'The party includes building in its plan.',
    'The army is a fighting, thinking force.',
    'They were considering leaving the union.',
  ],
};

const ADJECTIVES_IN_ING = words(
  `missing standing outstanding pending willing unwilling living lacking wanting promising daunting convincing alarming worrying
   encouraging interesting surprising exciting challenging compelling threatening confusing embarrassing appealing overwhelming
   disappointing frustrating misleading menacing understanding loving caring trusting outgoing demanding enduring striking
   fitting lasting binding glowing working sitting lingering entertaining amazing astonishing disturbing troubling terrifying
   frightening unsettling shocking ongoing charming engaging tempting revealing refreshing insulting nothing something anything
   everything forthcoming inspiring puzzling baffling boring tiring exhausting depressing humiliating devastating stunning
   fascinating intimidating reassuring satisfying rewarding thrilling touching moving haunting damning pressing`,
);

export const copularIng: Rule = {
  name: 'seem or remain and -ing',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!/...ing$/u.test(b) || !small(s, i) || !small(s, i + 1) || ADJECTIVES_IN_ING.has(b)) return undefined;
    if (!can(s, i + 1, setOf('VBG')) || b.includes('-')) return undefined;
    if (/^(?:remain|remains|remained|seem|seems|seemed|became|becomes)$/u.test(a)) {
      if (can(s, i + 1, setOf('NN')) && tagged(s, i + 1, COMMON_NOUN)) return undefined;
      if (tagged(s, i + 2, NOUN) && a !== 'seem' && a !== 'seems') return undefined;
      if (
        s.tags[i + 1] === TAG.JJ &&
        !/^(?:rising|falling|growing|increasing)$/u.test(b) &&
        can(s, i + 1, setOf('JJ'))
      )
        return undefined;
    } else if (/^(?:appear|appears)$/u.test(a)) {
      if (
        can(s, i + 1, setOf('JJ')) ||
        !tagged(s, i - 1, NOUN | setOf('PRP')) ||
        !tagged(s, i + 2, setOf('DT', 'PRP$', 'IN', 'TO'))
      )
        return undefined;
      if (!/^(?:a|an|the|its|his|their|to)$/u.test(word(s, i + 2))) return undefined;
    } else return undefined;
    const verb = s.raw[i] ?? '';
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: “${verb}” does not go with ${shown(s, i + 1, i + 2)}. Is “${verb} to be ${b}” meant, or another word?`,
    );
  },
  wrong: [
    'Tensions ⟦remain rising⟧ on the battlefield in recent days.',
    'Prices ⟦seem increasing⟧ across the eurozone this year.',
    'The government ⟦appears considering⟧ a second inquiry.',
  ],
  right: [
    'Few walls remain standing in the town.',
    'The offer seems tempting.',
    'He remains willing to talk.',
  ],
};

const CAUSE = words(
  'get got let helped heard saw found did looked seemed remained became stood sat lay felt made had watched kept left wanted needed dared',
);
const NO_OBJECT = words(
  'arrived died left returned escaped emerged finished ended remained lived retired survived appeared played ran slept started opened closed went got let helped wanted needed looked seemed became felt',
);
/** Whether a common noun stands before the name that ends at `i`: "the people Smith met". */
function afterNoun(s: Sentence, i: number): boolean {
  let at = i;
  while (at > 0 && tagged(s, at, setOf('NNP'))) at -= 1;
  return at < i && tagged(s, at, COMMON_NOUN);
}
/** A name takes no participle without a comma, so what follows it is its verb. */
const nameFirst = (s: Sentence, i: number): boolean =>
  !afterNoun(s, i - 1) &&
  tagged(s, i - 1, setOf('NNP')) &&
  tagged(s, i, setOf('VBD')) &&
  (onlyEd(s, i) || onlyPast(s, i)) &&
  !NO_OBJECT.has(word(s, i)) &&
  !LINKING.has(word(s, i));
const LINKING = words(
  'went came grew became got fell stood lay sat felt ran rose wore drew took gave made held wrote',
);
const REPORT = words('said told added claimed announced argued warned insisted admitted explained stated');

/** "He said told reporters", "the report found showed". */
export const twoPasts: Rule = {
  name: 'two finite verbs',
  find(s, i) {
    if (!small(s, i) || !small(s, i + 1) || !can(s, i, setOf('VBD', 'VBZ'))) return undefined;
    const a = word(s, i);
    const b = word(s, i + 1);
    if (
      (CAUSE.has(a) && !onlyPast(s, i + 1) && !onlyThird(s, i + 1)) ||
      a === b ||
      /^(?:was|were|had|is|are|has|have|did|does|do|been)$/u.test(a)
    )
      return undefined;
    const subject = tagged(s, i - 1, NOUN | setOf('PRP'));
    if (!subject || opens(s, i)) return undefined;
    const pronoun = SUBJECTS.has(word(s, i - 1)) && !/^(?:it|you)$/u.test(word(s, i - 1));
    const firstIsFinite =
      nameFirst(s, i) ||
      (pronoun
        ? (only(s, i, setOf('VBD', 'VBN', 'VBZ', 'JJ')) || pastLike(s, i)) &&
          tagged(s, i, setOf('VBD', 'VBZ', 'VBN'))
        : onlyPast(s, i) || onlyThird(s, i));
    const name =
      nameFirst(s, i) &&
      (onlyEd(s, i + 1) || onlyPast(s, i + 1)) &&
      b !== 'aged' &&
      (tagged(s, i + 2, setOf('DT', 'IN', 'TO', 'PRP', 'PRP$', 'RB', 'NNP')) ||
        /^[.,]$/u.test(word(s, i + 2)));
    const secondIsFinite =
      name ||
      // "she appeared said": no participle follows a verb that links nothing
      (pronoun &&
        !CAUSE.has(a) &&
        !LINKING.has(a) &&
        !NO_OBJECT.has(a) &&
        (pastLike(s, i + 1) || onlyEd(s, i + 1)) &&
        b !== 'had' &&
        !b.startsWith('un') &&
        tagged(s, i + 1, setOf('VBD', 'VBN')) &&
        (tagged(s, i + 2, setOf('DT', 'PRP', 'PRP$', 'TO', 'NNP', 'RB', 'WRB', 'CD')) ||
          word(s, i + 2) === 'that')) ||
      onlyPast(s, i + 1) ||
      onlyThird(s, i + 1) ||
      // "the flood began receded on Tuesday", but "he grew tired", "it went unnoticed"
      (onlyPast(s, i) &&
        !LINKING.has(a) &&
        onlyEd(s, i + 1) &&
        (tagged(s, i + 2, setOf('IN', 'TO', 'RB', 'DT', 'PRP$')) || /^[,.]$/u.test(word(s, i + 2)))) ||
      (/^(?:would|could|will|should)$/u.test(b) &&
        s.tags[i + 1] === TAG.MD &&
        onlyThird(s, i) &&
        tagged(s, i + 2, setOf('VB', 'RB'))) ||
      (pronoun &&
        tagged(s, i + 1, setOf('VBD')) &&
        only(s, i + 1, setOf('VBD', 'VBN')) &&
        b !== 'had' &&
        tagged(s, i + 2, setOf('DT', 'NNS', 'PRP', 'PRP$', 'IN', 'NNP'))) ||
      (REPORT.has(b) &&
        /^(?:that|it|he|she|they|the|reporters|journalists|a)$/u.test(word(s, i + 2)) &&
        tagged(s, i + 1, setOf('VBD', 'VBN')) &&
        (pronoun || firstIsFinite));
    if (!firstIsFinite || !secondIsFinite || mayHaveGap(s, i)) return undefined;
    // "the plan Brown says keeps coming back"
    if (
      /^(?:says|said|thinks|thought|believes|believed|hopes|hoped|knows|knew|feels|insists|claims|claimed)$/u.test(
        a,
      ) &&
      !opens(s, i - 1)
    )
      return undefined;
    return match(i, i + 2, `Two verbs collide: keep ${shown(s, i, i + 1)} or ${shown(s, i + 1, i + 2)}?`, [
      drop(s, i),
      drop(s, i + 1),
    ]);
  },
  wrong: ['He ⟦said told⟧ reporters that the plan was dead.', 'The talks ⟦began took⟧ place in Istanbul.'],
  right: [
    'The report he wrote showed a loss.',
    'The police found killed birds on the beach.',
    'What he said shocked the room.',
    'The money they raised went to charity.',
  ],
};

/** "Has announced said", "were forced had to": a participle and then a finite verb with no subject. */
export const participleThenFinite: Rule = {
  name: 'participle, then a finite verb',
  opens: words('has have had was were is are'),
  find(s, i) {
    if (!plain(s, i) || mayHaveGap(s, i)) return undefined;
    if (!tagged(s, i - 1, NOUN | setOf('PRP')) || SUBJECTS.has(word(s, i - 1))) return undefined;
    if (!small(s, i + 1) || !tagged(s, i + 1, setOf('VBN')) || can(s, i + 1, setOf('NN', 'IN')))
      return undefined;
    const b = word(s, i + 2);
    if (!small(s, i + 2)) return undefined;
    const finite =
      /^(?:said|was|were|is|are|has|had|will|would|could|says)$/u.test(b) ||
      onlyPast(s, i + 2) ||
      onlyThird(s, i + 2);
    if (!finite || (b === 'will' && s.tags[i + 2] !== TAG.MD)) return undefined;
    if (
      /^(?:will|would|could|had|has|is|are|was|were)$/u.test(b) &&
      tagged(s, i + 3, setOf('DT', 'PRP', 'PRP$', 'NNP'))
    )
      return undefined;
    // a relative clause before may end in the participle: "the man they had accused said"
    for (let at = 0; at < i; at += 1)
      if (/^(?:who|which|that|what|whom|he|she|they|we|i|it|you|whoever)$/u.test(word(s, at)))
        return undefined;
    if (b !== 'said' && b !== 'says' && tagged(s, i + 1, setOf('JJ'))) return undefined;
    return match(
      i + 1,
      i + 3,
      `Two verbs collide: keep ${shown(s, i + 1, i + 2)} or ${shown(s, i + 2, i + 3)}?`,
      [],
    );
  },
  wrong: [
    'The firm has ⟦announced said⟧ it will close the plant.',
    'Residents were ⟦forced had⟧ to leave their homes.',
  ],
  right: ['The man they had accused said nothing.', 'Those who were injured were taken to hospital.'],
};

/** "Talks took held place", "expected to place take": two verbs where a set phrase has one. */
export const brokenPhrase: Rule = {
  name: 'broken set phrase',
  find(s, i) {
    if (
      /^(?:take|takes|took|taking|taken)$/u.test(word(s, i)) &&
      word(s, i + 2) === 'place' &&
      tagged(s, i + 1, setOf('VBD', 'VBN', 'VBG', 'VB'))
    ) {
      return match(i, i + 3, `${shown(s, i, i + 3)}: is “${word(s, i)} place” meant?`, [drop(s, i + 1)]);
    }
    if (word(s, i) === 'to' && word(s, i + 1) === 'place' && word(s, i + 2) === 'take') {
      return match(i + 1, i + 3, `“place take”: the words have changed places. Is “take place” meant?`, [
        { title: 'Change to “take place”', from: i + 1, to: i + 3, text: 'take place' },
      ]);
    }
    return undefined;
  },
  wrong: [
    'Talks ⟦took held place⟧ in Istanbul on Monday.',
    'The vote is expected to ⟦place take⟧ next week.',
  ],
  right: ['Talks took third place on the agenda.'],
};

const DUE = words(
  'due set expected likely scheduled planned supposed going about ready able unable unlikely bound',
);

/** "The strike is due set to begin". */
export const dueSet: Rule = {
  name: 'two ways of saying due',
  opens: DUE,
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (
      !DUE.has(b) ||
      a === b ||
      /^(?:un)?likely$/u.test(a) ||
      word(s, i + 2) !== 'to' ||
      !small(s, i) ||
      !small(s, i + 1)
    )
      return undefined;
    if (!/^(?:is|are|was|were|be|been|'s|'re)$/u.test(word(s, i - 1))) return undefined;
    // "is expected due to the storm" gives a reason
    if (b === 'due' && !tagged(s, i + 3, setOf('VB'))) return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: keep one of the two.`, [drop(s, i), drop(s, i + 1)]);
  },
  wrong: ['The strike is ⟦due set⟧ to begin at midnight.'],
  right: ['The strike is now set to begin at midnight.'],
};

/** "To" and two base forms: "agreed to meet discuss". */
export const twoBases: Rule = {
  name: 'to and two verbs',
  opens: words("to will would could should must can may might 'll"),
  find(s, i) {
    if (!tagged(s, i, setOf('TO', 'MD'))) return undefined;
    if (!small(s, i + 1) || !tagged(s, i + 1, setOf('VB'))) return undefined;
    // "the right to vote belongs to all", "also due to attend are …": a noun before the infinitive may own the second verb
    if (
      word(s, i) === 'to' &&
      !tagged(s, i - 1, setOf('VBD', 'VBZ', 'VBP', 'VBN', 'VBG')) &&
      !(
        tagged(s, i - 1, setOf('NN')) &&
        onlyBase(s, i + 2) &&
        tagged(s, i + 3, setOf('DT', 'PRP$', 'TO', 'IN'))
      )
    )
      return undefined;
    const participle =
      (pastLike(s, i + 2) || onlyEd(s, i + 2)) &&
      !/^(?:get|be|have|make|see|remain|feel|look|appear|become|keep|leave|go|come|stand|sit|want|need|find|help|hear|seem|stay|let|arrive|die|live|return|lie|sleep|escape|emerge|get|prove|end|finish|start|play|work|fall|rest|declare|consider|think|deem|call|report|believe|watch|wait|run|walk|travel|turn|like)$/u.test(
        word(s, i + 1),
      ) &&
      (tagged(s, i + 3, setOf('DT', 'PRP', 'PRP$', 'CD')) || word(s, i + 3) === 'that');
    if (!onlyBase(s, i + 2) && !onlyPast(s, i + 2) && !onlyThird(s, i + 2) && !participle) return undefined;
    if (relativeNear(s, i, 8) && !onlyBase(s, i + 2)) return undefined;
    if (
      /^(?:help|go|come|let|make|dare|see|hear|watch|feel|have|need|be|do|get|try|not|never|run)$/u.test(
        word(s, i + 1),
      )
    )
      return undefined;
    if (mayHaveGap(s, i) || tagged(s, i + 1, ADJECTIVE) || can(s, i + 1, setOf('RB', 'JJ', 'IN')))
      return undefined;
    if (/^(?:and|or)$/u.test(word(s, i + 3)) && tagged(s, i + 4, setOf('VB'))) return undefined;
    return match(
      i + 1,
      i + 3,
      `Two verbs collide: keep ${shown(s, i + 1, i + 2)} or ${shown(s, i + 2, i + 3)}?`,
      [drop(s, i + 1), drop(s, i + 2)],
    );
  },
  wrong: ['They agreed to ⟦meet discuss⟧ the plan in June.'],
  right: [
    'They will help build the school.',
    'He wants to go see the film.',
    'All he needs to do is listen.',
  ],
};

/** "Has put delayed a decision": two participles, the second with its object. */
export const twoParticiples: Rule = {
  name: 'two participles',
  opens: words('has have had'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    if (!small(s, i + 1) || !small(s, i + 2) || !tagged(s, i + 1, setOf('VBN', 'VBD'))) return undefined;
    if (
      /^(?:been|got|gotten|had|seen|left|made|kept|found|felt|remained|become|gone|heard|helped|come|stood|sat|lain|grown|proved|proven|looked|let)$/u.test(
        word(s, i + 1),
      )
    )
      return undefined;
    if (!onlyEd(s, i + 2) && !onlyPast(s, i + 2) && !onlyParticiple(s, i + 2)) return undefined;
    if (
      !/^(?:the|a|an|his|her|its|their|our|that)$/u.test(word(s, i + 3)) ||
      can(s, i + 1, setOf('IN')) ||
      mayHaveGap(s, i)
    )
      return undefined;
    return match(
      i + 1,
      i + 3,
      `Two verbs collide: keep ${shown(s, i + 1, i + 2)} or ${shown(s, i + 2, i + 3)}?`,
      [drop(s, i + 1), drop(s, i + 2)],
    );
  },
  wrong: ['The council has ⟦put delayed⟧ a decision on the plan.'],
  right: ['The council has seen reduced demand.', 'What he has said shocked the town.'],
};

/** "Laid lay", "rises rose": two forms of one verb side by side. */
export const sameVerbTwice: Rule = {
  name: 'one verb in two forms',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (
      a === b ||
      !small(s, i) ||
      !small(s, i + 1) ||
      a.slice(0, 1) !== b.slice(0, 1) ||
      a.length < 3 ||
      b.length < 3
    )
      return undefined;
    if (
      !tagged(s, i, VERB | setOf('MD')) ||
      can(s, i, setOf('NN', 'NNS', 'JJ')) ||
      can(s, i + 1, setOf('NN', 'NNS')) ||
      (can(s, i + 1, setOf('JJ')) && !tagged(s, i + 2, setOf('TO', 'DT', 'PRP$')))
    )
      return undefined;
    const first = lemma(s, a, i);
    if (
      first === undefined ||
      first === 'be' ||
      first === 'have' ||
      first === 'do' ||
      first !== lemma(s, b, i + 1)
    )
      return undefined;
    if (mayHaveGap(s, i)) return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: one verb in two forms. Keep one.`, [
      drop(s, i),
      drop(s, i + 1),
    ]);
  },
  wrong: ['The firm ⟦expects expected⟧ to lose the case.', 'They ⟦took taken⟧ the wrong road.'],
  right: ['What he expects expected results to show is unclear.'],
};
const lemma = (s: Parameters<Rule['find']>[0], form: string, i: number): string | undefined =>
  can(s, i, setOf('VB')) && !/(?:ed|ing)$/u.test(form)
    ? form
    : baseOf(s, form, (word) => baseOfPast(word) ?? baseOfParticiple(word));
