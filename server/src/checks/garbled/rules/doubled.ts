import { wordSet } from '../../../language/closed-class.ts';
import type { Sentence } from '../../../language/tagged.ts';
import { setOf } from '../../../language/tags.ts';
import { isSurelySlip } from '../../repeated/words.ts';
import {
  before,
  COMMON_NOUN,
  drop,
  match,
  mayHaveGap,
  only,
  onlyEd,
  onlyParticiple,
  plain,
  relativeNear,
  shown,
  small,
  tagged,
  word,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

// Not "this": it closes one clause and opens the next ("add to this this new law").
const DOUBLED = wordSet(
  `the a an my your its our their his this these those of to from by at with for into onto upon about against between during
   without than and or but if because although while whether as is are was were be been being has have do does did will would
   can could shall should may might must he she they we i who which not until since toward towards through under after before
   among across per via every each some any there when where whose such in on over`,
);
// "what it is is", "those who can can": rightly doubled where a clause ends in one
const ENDS_CLAUSE = wordSet(
  'is are was were be been being has have do does did will would can could may might must should shall',
);
// "sworn in in May", "a law voted on on Monday", "the place she went to to rest"
const PARTICLES = wordSet('in on over by to through about for with of at under after before across since');

const ACTIVE = setOf('VB', 'VBP', 'VBZ', 'VBD', 'VBN', 'VBG');
const PARTICLE_VERBS = wordSet(
  `sworn swear swore brought bring came come coming moved move moving handed hand phased phase voted vote kicked kick ushered logged log
   turned turn checked check set setting settle settled taken take took taking let put putting locked lock pulled pull called call
   calling broke broken given give gave step stepped weigh weighed chip chipped dug dig sent send joined join carry carried carrying
   headed head heading slotted tapped drove curled swept fired rolled poked bundled nodded crossed swung floated comes walked ran run
   go goes going went gone signed sign signing agree agreed count counted counting rely relied depend depends insist work worked
   working hold holding held get got pass passed play played live lived stand stood look looked looking drop dropped won win
   invaded fly flew stop stopped think thought care cared built build filled fill pencilled added`,
);

/** Of these the first stands at a clause's end only where a question word or its like opened the clause. */
const ONLY_AFTER_QUESTION = wordSet('are was were has have does do will should may might must been being');
const QUESTION = wordSet(
  'what who whom whose which where when why how whatever whoever whichever wherever however as than that everything anything nothing',
);
const fronted = (s: Sentence, i: number): boolean => {
  for (let at = i - 1; at >= 0 && at >= i - 14; at -= 1) {
    if (QUESTION.has(word(s, at))) return true;
    if (/^(?:all|those|best|most|least|much)$/u.test(word(s, at)) && tagged(s, at + 1, setOf('PRP')))
      return true;
    if (/^[,:]$/u.test(word(s, at))) return false;
  }
  return false;
};

const OPENS_GAP = wordSet('what that which who');
/** "Had had helped", "would not have have evolved": what follows belongs to one of the two, and nothing is left for the other. */
const followedByRest = (s: Sentence, i: number): boolean => {
  if (!/^(?:had|have|has)$/u.test(word(s, i)) || !small(s, i + 2)) return false;
  const next = word(s, i + 2);
  return (
    !relativeNear(s, i, 3) &&
    !before(s, i, 10, OPENS_GAP) &&
    (next === 'been' ||
      (onlyParticiple(s, i + 2) && next !== 'born') ||
      (onlyEd(s, i + 2) && !tagged(s, i + 3, COMMON_NOUN | setOf('JJ'))))
  );
};

const BY_VERBS = wordSet(
  'abide abided stand stands stood standing go goes went gone going come came live lives lived pass passed passing drop dropped put get got swear swore drive drove walk walked walking fly flew',
);
const TO_VERBS = wordSet(
  `go goes went gone going come came coming speak spoke spoken speaking talk talked talking listen listened refer refers referred referring
   belong belongs belonged send sent used committed devoted turn turned turns respond responded write wrote object moved taken brought
   led get got getting relate relates apply applies applied stick adhere agree agreed amount contribute assigned given attached due
   invited return returned subscribe look looking looked attend react reacted close married said happened happens look introduced
   subjected accustomed limited restricted referring sold loyal close next similar linked related ties access up down on over back in`,
);
const NEVER_AFTER_PARTICLE = wordSet('for with from of at by');

/** Whether no verb before the first of two prepositions could own it. */
function hangsOnNothing(s: Sentence, i: number): boolean {
  const here = word(s, i);
  const last = word(s, i - 1);
  if (here === 'by')
    return (
      tagged(s, i + 2, setOf('VBG')) || (tagged(s, i - 1, setOf('VBN', 'VBD', 'RP')) && !BY_VERBS.has(last))
    );
  if (here === 'to')
    return (
      tagged(s, i + 2, setOf('VB')) &&
      ((tagged(s, i - 1, ACTIVE) && !TO_VERBS.has(last)) ||
        /^(?:enough|able|unable|likely|ready|willing|keen)$/u.test(last))
    );
  return NEVER_AFTER_PARTICLE.has(here) && tagged(s, i - 1, setOf('RP', 'RB'));
}

export const doubled: Rule = {
  name: 'doubled',
  opens: new Set([...DOUBLED, 'had']),
  find(s, i) {
    const here = word(s, i);
    if (
      here !== word(s, i + 1) ||
      (here === 'had' && !followedByRest(s, i)) ||
      !plain(s, i) ||
      !small(s, i + 1)
    )
      return undefined;
    if (ENDS_CLAUSE.has(here) && !followedByRest(s, i)) {
      // "who has has been ill" is no such case
      const direct =
        /^(?:who|which)$/u.test(word(s, i - 1)) && /^(?:has|was|were|been|would|should|must)$/u.test(here);
      const ends = ONLY_AFTER_QUESTION.has(here) ? fronted(s, i) : relativeNear(s, i, 5);
      if (!direct && ends) return undefined;
    }
    if (PARTICLES.has(here) && !hangsOnNothing(s, i)) {
      if (/^(?:in|on|over|through|by|under|after|about|off)$/u.test(here)) {
        if (before(s, i, 3, PARTICLE_VERBS)) return undefined;
      }
      // only a verb, or a particle, can own the first of the two
      if (tagged(s, i - 1, ACTIVE | setOf('RP', 'IN', 'RB')) && (relativeNear(s, i, 8) || mayHaveGap(s, i)))
        return undefined;
    }
    return match(i, i + 2, `${shown(s, i, i + 2)}: the word is repeated. Delete one.`, [
      drop(s, i, isSurelySlip(here)),
    ]);
  },
  wrong: [
    'Firefighters were called ⟦to to⟧ the scene at 3am.',
    'The leaders of ⟦the the⟧ two parties met in Rome.',
    'The bridge ⟦was was⟧ closed to traffic on Sunday.',
    'The vote was boycotted ⟦by by⟧ both parties.',
    'Several countries that are planning ⟦to to⟧ vote have been told.',
    'The firm said it ⟦had had⟧ taken the first trains back.',
    'All the parties in the race ⟦are are⟧ stepping up their campaigns.',
    'However, his side ⟦will will⟧ not give in.',
    'What a sign: the river ⟦has has⟧ burst its banks.',
  ],
  right: [
    'What the problem is is a matter of opinion.',
    'She was sworn in in January and sacked in May.',
    'Those who can can leave by the north gate.',
    'He said that that was the last straw.',
    'They had had enough of the delays.',
    'These are the rules they have to abide by by law.',
    'It was a place they went to to forget.',
    'Who the two men are are questions for the court.',
    'She had had increased pain since the spring.',
  ],
};

const TOLD = wordSet(
  'told tell tells telling inform informed remind reminded assure assured warn warned convince convinced persuade persuaded show showed shown so such say says said argue argued argues believe believes believed think thinks thought added adding promised',
);

/** "That that the": doubled, since nothing else can stand there. */
export const thatThat: Rule = {
  name: 'that that',
  opens: wordSet('that'),
  find(s, i) {
    if (word(s, i + 1) !== 'that' || !small(s, i + 1)) return undefined;
    // “the premise that that was so”: what is thought or said is told of one, “the blasts that that went off” of several
    const relative =
      only(s, i - 1, setOf('NNS')) &&
      tagged(s, i + 2, setOf('VBD')) &&
      !/^(?:was|were|had|did)$/u.test(word(s, i + 2)) &&
      !before(s, i, 6, TOLD);
    if (!relative && !/^(?:the|a|an|he|she|they|it|we|his|their|its|there)$/u.test(word(s, i + 2)))
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: the word is repeated. Delete one.`, [
      drop(s, i, !relative),
    ]);
  },
  wrong: [
    'Officials said ⟦that that⟧ the number could be higher.',
    'Police are looking into the explosions ⟦that that⟧ went off on Sunday.',
  ],
  right: [
    'She said that that was enough.',
    'He told the committee that that was wrong.',
    'There was a risk that that would happen.',
    'She laughed at the premise that that could be so.',
    'Hopes that that would end the strike were dashed.',
  ],
};

const OPENERS = wordSet(
  'in on at of to for from by with into over about after before during between against',
);
const DETERMINERS = wordSet('the a an his her their its our my this that these those be');

export const doubledPair: Rule = {
  name: 'doubled pair',
  opens: OPENERS,
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!DETERMINERS.has(b)) return undefined;
    if (word(s, i + 2) !== a || word(s, i + 3) !== b || !small(s, i + 2)) return undefined;
    return match(i, i + 4, `${shown(s, i, i + 2)} is repeated. Delete one.`, [
      { title: `Delete one ${shown(s, i, i + 2)}`, from: i, to: i + 2, text: '', safe: true },
    ]);
  },
  wrong: ['The presenter had to check him ⟦in the in the⟧ middle of the debate.'],
  right: ['He asked for the for-profit colleges to be closed.'],
};

const PARTS = wordSet('the a an to of in on at by for with from is are was were be been');

/** "the of the gates", "to the to": a word pasted twice with one between. */
export const doubledAround: Rule = {
  name: 'doubled around',
  opens: wordSet('the a an'),
  find(s, i) {
    const a = word(s, i);
    if (a !== word(s, i + 2) || !small(s, i + 1) || !small(s, i + 2) || !plain(s, i)) return undefined;
    const b = word(s, i + 1);
    if (!PARTS.has(b) || b === a) return undefined;
    return match(
      i,
      i + 3,
      `${shown(s, i, i + 3)}: a word is missing after the first ${shown(s, i, i + 1)}, or it is repeated.`,
    );
  },
  wrong: ['Protesters gathered outside ⟦the of the⟧ parliament.'],
  right: ['The higher the better, the chef said.'],
};
