import type { Family } from '../family.ts';
import {
  before,
  drop,
  hit,
  mayHaveGap,
  plain,
  relativeNear,
  shown,
  small,
  tagged,
  word,
  words,
} from '../look.ts';
import { setOf } from '../tags.ts';

const DOUBLED = words(
  `the a an my your its our their his this these those of to from by at with for into onto upon about against between during
   without than and or but if because although while whether as is are was were be been being has have do does did will would
   can could shall should may might must he she they we i who which not until since toward towards through under after before
   among across per via every each some any there when where whose such in on over`,
);
// "what it is is", "those who can can": rightly doubled where a clause ends in one
const ENDS_CLAUSE = words(
  'is are was were be been being has have do does did will would can could may might must should shall',
);
// "sworn in in May", "a law voted on on Monday", "the place she went to to rest"
const PARTICLES = words('in on over by to through about for with of at under after before across since');

const ACTIVE = setOf('VB', 'VBP', 'VBZ', 'VBD', 'VBN', 'VBG');
const PARTICLE_VERBS = words(
  `sworn swear swore brought bring came come coming moved move moving handed hand phased phase voted vote kicked kick ushered logged log
   turned turn checked check set setting settle settled taken take took taking let put putting locked lock pulled pull called call
   calling broke broken given give gave step stepped weigh weighed chip chipped dug dig sent send joined join carry carried carrying
   headed head heading slotted tapped drove curled swept fired rolled poked bundled nodded crossed swung floated comes walked ran run
   go goes going went gone signed sign signing agree agreed count counted counting rely relied depend depends insist work worked
   working hold holding held get got pass passed play played live lived stand stood look looked looking drop dropped won win
   invaded fly flew stop stopped think thought care cared built build filled fill pencilled added`,
);

export const doubled: Family = {
  name: 'doubled',
  find(s, i) {
    const here = word(s, i);
    if (!DOUBLED.has(here) || here !== word(s, i + 1) || !plain(s, i) || !small(s, i + 1)) return undefined;
    if (word(s, i + 2) === here || word(s, i - 1) === here) return undefined;
    if (ENDS_CLAUSE.has(here)) {
      // "who has has been ill" is no such case
      const direct =
        (/^(?:who|which)$/u.test(word(s, i - 1)) &&
          /^(?:has|was|were|been|would|should|must)$/u.test(here)) ||
        (word(s, i - 1) === 'which' && here === 'could') ||
        (/^(?:be|been)$/u.test(here) && tagged(s, i - 1, setOf('MD', 'TO')));
      if (!direct && (relativeNear(s, i, 5) || mayHaveGap(s, i) || tagged(s, i - 1, setOf('DT', 'PRP$'))))
        return undefined;
    }
    if (PARTICLES.has(here)) {
      if (/^(?:in|on|over|through|by|under|after|about|off)$/u.test(here)) {
        if (before(s, i, 3, PARTICLE_VERBS)) return undefined;
      }
      // only a verb, or a particle, can own the first of the two
      if (tagged(s, i - 1, ACTIVE | setOf('RP', 'IN', 'RB')) && (relativeNear(s, i, 8) || mayHaveGap(s, i)))
        return undefined;
    }
    return hit(i, i + 2, `${shown(s, i, i + 2)}: the word stands twice. Delete one.`, [drop(s, i, true)]);
  },
  wrong: [
    'Firefighters were called ⟦to to⟧ the scene at 3am.',
    'The leaders of ⟦the the⟧ two parties met in Rome.',
    'The bridge ⟦was was⟧ closed to traffic on Sunday.',
  ],
  right: [
    'What the problem is is a matter of opinion.',
    'She was sworn in in January and sacked in May.',
    'Those who can can leave by the north gate.',
    'He said that that was the last straw.',
    'They had had enough of the delays.',
  ],
};

/** "That that the": doubled, since nothing else can stand there. */
export const thatThat: Family = {
  name: 'that that',
  find(s, i) {
    if (word(s, i) !== 'that' || word(s, i + 1) !== 'that' || !small(s, i + 1)) return undefined;
    if (!/^(?:the|a|an|he|she|they|it|we|his|their|its|there)$/u.test(word(s, i + 2))) return undefined;
    return hit(i, i + 2, `${shown(s, i, i + 2)}: the word stands twice. Delete one.`, [drop(s, i, true)]);
  },
  wrong: ['Officials said ⟦that that⟧ the number could be higher.'],
  right: ['She said that that was enough.'],
};

const OPENERS = words('in on at of to for from by with into over about after before during between against');
const DETERMINERS = words('the a an his her their its our my this that these those be');

export const doubledPair: Family = {
  name: 'doubled pair',
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!OPENERS.has(a) || !DETERMINERS.has(b)) return undefined;
    if (word(s, i + 2) !== a || word(s, i + 3) !== b || !small(s, i + 2)) return undefined;
    return hit(i, i + 4, `${shown(s, i, i + 2)} stands twice. Delete one.`, [
      { title: `Delete one ${shown(s, i, i + 2)}`, from: i, to: i + 2, text: '', safe: true },
    ]);
  },
  wrong: ['The presenter had to check him ⟦in the in the⟧ middle of the debate.'],
  right: ['He asked for the for-profit colleges to be closed.'],
};

const PARTS = words('the a an to of in on at by for with from is are was were be been');

/** "the of the gates", "to the to": a word pasted twice with one between. */
export const doubledAround: Family = {
  name: 'doubled around',
  find(s, i) {
    const a = word(s, i);
    if (a !== word(s, i + 2) || !small(s, i + 1) || !small(s, i + 2) || !plain(s, i)) return undefined;
    const b = word(s, i + 1);
    if (!/^(?:the|a|an)$/u.test(a) || !PARTS.has(b) || b === a) return undefined;
    if (before(s, i, 1, words('“ " ‘'))) return undefined;
    return hit(
      i,
      i + 3,
      `${shown(s, i, i + 3)}: a word is missing after the first ${shown(s, i, i + 1)}, or it stands twice.`,
    );
  },
  wrong: ['Protesters gathered outside ⟦the of the⟧ parliament.'],
  right: ['The higher the better, the chef said.'],
};
