import { wordSet } from '../../../language/closed-class.ts';
import type { Sentence } from '../../../language/tagged.ts';
import { setOf } from '../../../language/tags.ts';
import { baseOfParticiple, baseOfPast } from '../../../language/verbs.ts';
import { baseOf, can, drop, isIng, match, shown, small, tagged, word } from '../predicates.ts';
import type { Rule } from '../rule.ts';

/** Verbs that take another in -ing: "stop smoking", "keep asking", "go fishing", "see him running". */
const TAKE_ING = wordSet(
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
    if (!isIng(a) || !isIng(b) || !small(s, i) || !small(s, i + 1) || a === b) return undefined;
    if (!can(s, i, setOf('VBG')) || !can(s, i + 1, setOf('VBG')) || a.includes('-') || b.includes('-'))
      return undefined;
    if (baseOf(s, a, () => undefined) === undefined || takesIng(s, i)) return undefined;
    // a noun or adjective of its own: "a fighting force", "outstanding", "the building meeting"
    if (can(s, i, setOf('NN'))) return undefined;
    // “chasing outstanding payments”, “speaking following the announcement”
    if (!tagged(s, i + 2, setOf('DT', 'PRP$', 'IN', 'TO')) || b === 'following') return undefined;
    return match(i, i + 2, `Two verbs collide: keep ${shown(s, i + 1, i + 2)} or ${shown(s, i, i + 1)}?`, [
      drop(s, i),
      drop(s, i + 1),
    ]);
  },
  wrong: ['With Ukraine and Moscow ⟦responding engaging⟧ in deadly strikes, hopes fell.'],
  right: [
    'They stopped smoking in May.',
    'The agency is chasing outstanding payments.',
    'She was speaking following the announcement.',
    'She kept asking about the missing money.',
    'The party includes building in its plan.',
    'The army is a fighting, thinking force.',
    'They were considering leaving the union.',
  ],
};

const ADJECTIVES_IN_ING = wordSet(
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
  opens: wordSet('remain remains remained seem seems seemed became becomes appear appears'),
  find(s, i) {
    const b = word(s, i + 1);
    if (!isIng(b) || !small(s, i) || !small(s, i + 1) || ADJECTIVES_IN_ING.has(b)) return undefined;
    if (!can(s, i + 1, setOf('VBG')) || b.includes('-')) return undefined;
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
