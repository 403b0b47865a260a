import { setOf } from '../../../language/tags.ts';
import { COMMON_NOUN, can, match, opens, shown, small, tagged, word, words } from '../predicates.ts';
import type { Rule } from '../rule.ts';
import { inPhrase } from './subjects.ts';

/** "Half of them they will be let". */
export const ofThemThey: Rule = {
  name: 'of them they',
  opens: words('half some many most all none both several few one two three'),
  find(s, i) {
    if (word(s, i + 1) !== 'of') return undefined;
    if (!/^(?:them|which|whom)$/u.test(word(s, i + 2)) || !/^(?:they|it|he|she)$/u.test(word(s, i + 3)))
      return undefined;
    if (!tagged(s, i + 4, setOf('MD')) && !/^(?:are|were|have|is|was|has)$/u.test(word(s, i + 4)))
      return undefined;
    if (word(s, i + 2) !== 'them' && !/^(?:are|were|is|was)$/u.test(word(s, i + 4))) return undefined;
    return match(i + 2, i + 4, `${shown(s, i + 2, i + 4)}: the subject stands twice. Keep one.`, []);
  },
  wrong: ['It will build 300 homes, half of ⟦them they⟧ will be let at low rents.'],
  right: ['Half of them, they say, will be let.', 'He made 20 films, some of which he has forgotten.'],
};

/** "The ministry it said there were fewer", "X-rays it showed": a short subject, and a pronoun after it. */
export const nounThenPronoun: Rule = {
  name: 'noun, then its pronoun',
  opens: words('it they he she'),
  find(s, i) {
    if (!small(s, i) || i < 1 || !tagged(s, i - 1, COMMON_NOUN) || !small(s, i - 1)) return undefined;
    let from = i - 1;
    while (from > 0 && i - from < 5 && tagged(s, from - 1, inPhrase)) from -= 1;
    // a clause opens here: the sentence, or a half of it after a semicolon or ", and"
    const start =
      opens(s, from) ||
      word(s, from - 1) === ';' ||
      (/^(?:and|but)$/u.test(word(s, from - 1)) && word(s, from - 2) === ',');
    if (!start || from === i) return undefined;
    if (!tagged(s, from, setOf('DT', 'PRP$', 'NNS')) || TIMES.has(word(s, i - 1))) return undefined;
    const verb = word(s, i + 1);
    if (!tagged(s, i + 1, setOf('VBD', 'VBZ')) || !small(s, i + 1)) return undefined;
    // "The man he saw left": a clause on the noun leaves a verb for the noun itself
    const says = /^(?:said|says|believes|claimed|claims|thinks|thought)$/u.test(verb);
    let finite = 0;
    for (let at = i + 2; at < s.size; at += 1) {
      if (/^[,;:—–"“”()]$/u.test(word(s, at))) break;
      if (
        tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD', 'VBN')) &&
        !(tagged(s, at, setOf('VBN')) && tagged(s, at - 1, setOf('VBD', 'VBZ', 'VBP', 'VB')))
      )
        finite += 1;
    }
    if (/^(?:wants|wanted|has|had|needs|needed|likes|liked)$/u.test(verb)) return undefined;
    if (
      says ? finite !== 1 || !tagged(s, i + 2, setOf('EX', 'DT', 'PRP$', 'PRP', 'NNS', 'IN')) : finite !== 0
    )
      return undefined;
    // the verb has its object, so the noun is none
    if (!says && !tagged(s, i + 2, setOf('DT', 'PRP$', 'CD', 'TO'))) return undefined;
    return match(
      i - 1,
      i + 1,
      `${shown(s, i - 1, i + 1)}: the subject stands twice. Keep the name or the pronoun.`,
      [{ title: `Delete “${word(s, i)}”`, from: i, to: i + 1, text: '' }],
    );
  },
  wrong: [
    'Organisers put it at 40,000; the interior ⟦ministry it⟧ said there were fewer.',
    'Cleaning revealed a name, and the ⟦scans it⟧ showed a second figure below.',
  ],
  right: [
    'The man he saw left by the back door.',
    'The plan it said would work has failed.',
    'The day it took the town was a Monday.',
    'The offer it made the workers was poor.',
  ],
};
const TIMES = words(
  'time day moment way year week night minute instant month morning thing place reason times days years weeks months first last evening afternoon hour decade summer winter autumn spring',
);

const DENIED = words('is are was were will would can could has have had does do did should must');
/** "Which not are": the negation before its verb. */
export const whichNot: Rule = {
  name: 'which not',
  opens: words('which who'),
  find(s, i) {
    if (word(s, i + 1) !== 'not' || !DENIED.has(word(s, i + 2)) || !small(s, i + 2)) return undefined;
    if (tagged(s, i - 1, setOf('IN'))) return undefined;
    const b = word(s, i + 2);
    return match(
      i + 1,
      i + 3,
      `${shown(s, i + 1, i + 3)}: the words have changed places. Is “${b} not” meant?`,
      [{ title: `Change to “${b} not”`, from: i + 1, to: i + 3, text: `${b} not` }],
    );
  },
  wrong: ['Most work in warehouses, which ⟦not are⟧ affected.'],
  right: ['Who not to ask is plain.'],
};

const FOLLOWS = setOf('TO', 'DT', 'IN', 'PRP$', 'NN', 'NNS', 'JJ', 'RB', 'CD');

/** "As it look to save money", "when she watch television". */
export const pronounBase: Rule = {
  name: 'pronoun and a plain verb',
  opens: words('he she it'),
  find(s, i) {
    if (!small(s, i)) return undefined;
    if (!/^(?:as|when|because|while|although|since|way)$/u.test(word(s, i - 1))) return undefined;
    if (
      !small(s, i + 1) ||
      !can(s, i + 1, setOf('VB')) ||
      can(s, i + 1, setOf('VBD', 'VBN', 'MD', 'RB', 'JJ', 'IN', 'NNS'))
    )
      return undefined;
    if (!tagged(s, i + 1, setOf('VB', 'VBP')) || !tagged(s, i + 2, FOLLOWS)) return undefined;
    if (/^(?:do|be|have|let|help|come)$/u.test(word(s, i + 1)) || s.lexicon.logFrequency(word(s, i + 1)) < 6)
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: the verb does not fit “${word(s, i)}”.`);
  },
  wrong: ['The firm will cut jobs as ⟦it look⟧ to save money.'],
  right: ['They were there when he helped the team.', 'It matters as it looks.'],
};
