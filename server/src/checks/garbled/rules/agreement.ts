import { wordSet } from '../../../language/closed-class.ts';
import { setOf, TAG } from '../../../language/tags.ts';
import {
  ADJECTIVE,
  before,
  can,
  match,
  only,
  onlyThird,
  opens,
  opensClause,
  PLURAL_OF,
  plain,
  SINGULAR_OF,
  shown,
  small,
  swap,
  tagged,
  word,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

/** After these a verb may stand in its bare form with any subject: "they demanded that he do so", "if it were". */
export const SUBJUNCTIVE = wordSet(
  `demand demanded demands demanding insist insisted insists insisting suggest suggested suggests suggestion suggesting recommended
   recommend recommends recommendation propose proposed proposes proposal requested request requests essential important imperative
   does did do would could should can will shall may might must require requires required requirement let lets vital ask asked asks
   asking lest urged urge order ordered condition to if as though wish wished whether insistence than nor neither not make made makes
   help helped helps see saw seen hear heard watch watched have had has rather say suppose were making helping crucial necessary`,
);

/** What a verb in its bare form may hang on, some way before. */
const DEMANDS = wordSet(
  `demand demanded demands demanding insist insisted insists insisting suggest suggested suggests suggestion recommended recommend
   recommends recommendation propose proposed proposes proposal requested request requests essential important imperative require
   requires required requirement let vital ask asked asks asking lest urged urge order ordered condition whether if as though wish
   wished insistence than nor neither does did do would should could may might must will`,
);

export const pronounAgreement: Rule = {
  name: 'pronoun and verb',
  opens: wordSet('they we i you he she it'),
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!small(s, i + 1) || !plain(s, i)) return undefined;
    const pair = (right: string) =>
      match(i, i + 2, `${shown(s, i, i + 2)}: the verb does not fit “${a}”. Is “${right}” meant?`, [
        swap(s, i + 1, right),
      ]);
    const many = PLURAL_OF.get(b);
    if (many !== undefined && (/^(?:they|we)$/u.test(a) || (a === 'you' && opensClause(s, i))))
      return pair(many);
    const one = SINGULAR_OF.get(b);
    if (one !== undefined && /^(?:he|she|it)$/u.test(a)) {
      if (!opensClause(s, i) || (b !== 'are' && before(s, i, 14, DEMANDS)) || word(s, i - 1) === 'and')
        return undefined;
      return pair(one);
    }
    if (
      /^(?:they|we|i|you)$/u.test(a) &&
      onlyThird(s, i + 1) &&
      opensClause(s, i) &&
      !/^(?:says|thinks)$/u.test(b)
    ) {
      return match(i, i + 2, `${shown(s, i, i + 2)}: the verb does not fit “${a}”.`);
    }
    return undefined;
  },
  wrong: [
    '⟦They has⟧ agreed to meet again in June.',
    '⟦He do⟧ not believe the figures.',
    'He said that ⟦you was⟧ wrong.',
    'The minister said that ⟦they was⟧ wrong.',
    'He said ⟦they expects⟧ a long night.',
  ],
  right: [
    'They demanded that he do the job.',
    'If it were up to them, he would go.',
    'Neither he nor they are sure.',
    'He and she are cousins.',
    'What he and it have in common is unclear.',
  ],
};

export const COLLECTIVE = wordSet(
  `team government band party company club group family council committee staff crew side public majority couple pair police press
   media opposition board army cabinet firm jury panel union commission audience crowd data squad trio duo administration minority
   number host range lot rest bulk half quarter third percent handful people elderly poor rich blind young old unemployed latter
   former others other first second last orchestra choir gang mob trust bank department ministry agency association federation
   league leadership management youth population community clergy congregation generation cast military navy force school village
   nation country city town university hospital network industry series species total variety plethora string wealth range array
   personnel defence defense attack pack midfield line faculty elite leadership parliament house senate court service office unit brigade
   regiment battalion division delegation group's trade church`,
);
export const SINGULAR_IN_S = wordSet(
  `news politics economics physics mathematics statistics athletics series means headquarters species crossroads games works barracks
   measles mumps diabetes ethics electronics logistics gymnastics genetics tactics analysis crisis basis thesis hypothesis emphasis
   gas bus plus lens virus campus bonus census status focus class business process access success progress congress loss boss cross
   glass mass pass stress illness witness princess actress address dress mess fitness chaos who this which that data media arms
   dollars pounds euros cents percent years months weeks days hours minutes miles metres points savings sales earnings rights odds
   spacecraft aircraft graphics dynamics linguistics robotics acoustics optics semantics aerobics darts billiards dominoes cards
   obstetrics pediatrics paediatrics forensics analytics metrics yards feet inches kilometres kilometers meters grams tonnes tons
   innings sports goods remains communications relations affairs finances lords commons united times pants congratulations`,
);

export const shortSubject: Rule = {
  name: 'short subject and verb',
  opens: wordSet('the this these those their his its our her all many several both'),
  find(s, i) {
    if (!plain(s, i)) return undefined;
    if (
      !opensClause(s, i) &&
      !/^(?:say|claimed|claims|believes|believed|thinks|thought|insisted|,)$/u.test(word(s, i - 1))
    )
      return undefined;
    if (
      !opens(s, i) &&
      !/^(?:that|but|because|when|while|although|after|before|say|says|said|claimed|claims|believes|believed|thinks|thought|insisted)$/u.test(
        word(s, i - 1),
      )
    )
      return undefined;
    let j = i + 1;
    while (tagged(s, j, ADJECTIVE) && small(s, j) && j - i <= 2) j += 1;
    const verb = word(s, j + 1);
    if (!small(s, j)) return undefined;
    if (
      s.tags[j] === TAG.NNS &&
      only(s, j, setOf('NNS', 'VBZ')) &&
      !SINGULAR_IN_S.has(word(s, j)) &&
      /[^s]s$|men$/u.test(word(s, j))
    ) {
      const right = PLURAL_OF.get(verb);
      if (right === undefined || /^(?:not)$/u.test(word(s, j))) return undefined;
      return match(
        j,
        j + 2,
        `${shown(s, j, j + 2)}: the verb does not fit the plural. Is “${right}” meant?`,
        [swap(s, j + 1, right)],
      );
    }
    if (/^(?:these|those|all|many|several|both)$/u.test(word(s, i))) return undefined;
    if (
      s.tags[j] === TAG.NN &&
      only(s, j, setOf('NN', 'VB', 'VBP')) &&
      can(s, j, setOf('NN')) &&
      !COLLECTIVE.has(word(s, j))
    ) {
      const right = SINGULAR_OF.get(verb);
      if (right === undefined) return undefined;
      // "the question have you", "insisted that the plan have"
      if (before(s, i, 14, SUBJUNCTIVE) || tagged(s, j + 2, setOf('PRP'))) return undefined;
      return match(
        j,
        j + 2,
        `${shown(s, j, j + 2)}: the verb does not fit the singular. Is “${right}” meant?`,
        [swap(s, j + 1, right)],
      );
    }
    return undefined;
  },
  wrong: [
    'The ⟦talks was⟧ held behind closed doors.',
    'The ⟦minister have⟧ rejected calls to resign.',
    'He said that the ⟦results has⟧ been delayed.',
  ],
  right: [
    'The team are in good form.',
    'The news was bad.',
    'Demands that the minister have the last word were dropped.',
    'The police were called.',
  ],
};

export const UNCOUNTED = wordSet(
  `people police staff data media aircraft offspring percent less more public cattle sheep deer fish salmon trout cod squid shrimp
   hundred thousand million billion trillion dozen score spacecraft hovercraft craft species series crew personnel troops pound stone
   foot grand quid bn mph kph per cent dan hp pm am km kg cm mm ft lb oz rand yen baht yuan won euro real swiss nil zero love all
   kind sort type a-side head brace youth folk women men`,
);

/** "The people who was". */
export const whoAgreement: Rule = {
  name: 'who and its verb',
  opens: wordSet('who'),
  find(s, i) {
    const noun = i - 1;
    const right = PLURAL_OF.get(word(s, i + 1));
    if (
      right !== undefined &&
      plain(s, noun) &&
      tagged(s, noun, setOf('NNS')) &&
      only(s, noun, setOf('NNS'))
    ) {
      for (let at = 0; at < noun; at += 1)
        if (
          /^(?:one|only|each|none|member|anyone|someone|part|of|with|for|among|to|by|in|between|,)$/u.test(
            word(s, at),
          )
        )
          return undefined;
      return match(
        i,
        i + 2,
        `${shown(s, noun, i + 2)}: the verb does not fit the plural. Is “${right}” meant?`,
        [swap(s, i + 1, right)],
      );
    }
    return undefined;
  },
  wrong: ['Police questioned the residents ⟦who was⟧ at home.'],
  right: [
    'She is one of the ministers who is thought to be leaving.',
    'The coach of the players who was sacked has left.',
  ],
};
