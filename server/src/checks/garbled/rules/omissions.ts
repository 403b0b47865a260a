import { setOf, TAG } from '../../../language/tags.ts';
import {
  before,
  COMMON_NOUN,
  match,
  mayHaveGap,
  missingAfter,
  NOUN,
  onlyBase,
  onlyParticiple,
  opens,
  opensClause,
  plain,
  shown,
  small,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

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

/** "He gone home", "they taken the money". */
export const pronounParticiple: Rule = {
  name: 'pronoun and a bare participle',
  opens: words('he she they we'),
  find(s, i) {
    if (!opensClause(s, i) || !onlyParticiple(s, i + 1)) return undefined;
    if (/^(?:born|been)$/u.test(word(s, i + 1)) || before(s, i, 8, INVERTED)) return undefined;
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: “has”, “have” or “had” is missing, or the verb is in the wrong form.`,
    );
  },
  wrong: ['⟦They taken⟧ the money and left.', 'Police said that ⟦he gone⟧ home.'],
  right: ['They had taken the money.', 'Had they taken it, he said, they would have left.'],
};
const INVERTED = words('had has have having was were is are be been');

/** "It will the first time": a modal, and no verb. */
export const modalWithoutVerb: Rule = {
  name: 'modal without its verb',
  opens: words('will would can could should must may might'),
  find(s, i) {
    if (s.tags[i] !== TAG.MD || !small(s, i)) return undefined;
    if (
      !/^(?:the|a|an|his|her|its|their|our)$/u.test(word(s, i + 1)) ||
      !tagged(s, i + 2, NOUN | setOf('JJ', 'JJS', 'CD', 'VBN'))
    )
      return undefined;
    const pronoun = /^(?:he|she|it|they|we)$/u.test(word(s, i - 1)) && opensClause(s, i - 1);
    let noun = i >= 2 && i <= 6 && tagged(s, 0, setOf('DT', 'NNP', 'PRP$')) && tagged(s, i - 1, NOUN);
    for (let at = 0; noun && at < i; at += 1)
      if (!tagged(s, at, NOUN | setOf('DT', 'PRP$', 'JJ'))) noun = false;
    if (!pronoun && !noun) return undefined;
    // "She could the moment she saw it" leaves its verb out on purpose
    if (
      /^(?:moment|day|same|next|other|time|way|minute|first)$/u.test(word(s, i + 2)) &&
      !/^(?:first)$/u.test(word(s, i + 2))
    )
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: a verb is missing between the two. Is “be” meant?`);
  },
  wrong: ['It ⟦will the⟧ first time the band have played here.', 'The council ⟦should the⟧ plan by May.'],
  right: ['Only in May will the council meet.', 'What will the council do?'],
};

const SUBJUNCTIVE = words(
  `demand demanded demands demanding insist insisted insists suggest suggested suggests suggestion recommended recommend recommends
   recommendation propose proposed proposes proposal requested request essential important imperative require required requires
   requirement let vital ask asked asks asking lest urged order ordered condition whether if make see do does did should would could
   might may must can will shall to were insistence crucial necessary rather though`,
);
/** "They be late". */
export const pronounBe: Rule = {
  name: 'pronoun and be',
  opens: words('he she they we it'),
  find(s, i) {
    if (word(s, i + 1) !== 'be' || !small(s, i + 1) || !opensClause(s, i)) return undefined;
    if (
      before(s, i, 20, SUBJUNCTIVE) ||
      (word(s, i) === 'it' && opens(s, i) && s.tags[i + 2] !== TAG.VBN) ||
      /^(?:,|and|as|:|;)$/u.test(word(s, i - 1))
    )
      return undefined;
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 2)}: a word is missing between the two (“will” or “would”?), or the verb is in the wrong form.`,
    );
  },
  wrong: ['The minister said ⟦they be⟧ back in June.'],
  right: ['They asked that he be released.', 'If it be so, he said, it will pass.'],
};

/** "In last 10 years", "for first time", "in same way": the article is gone. */
export const missingThe: Rule = {
  name: 'missing the',
  opens: words('in at on by for with of to from over during within after under into'),
  find(s, i) {
    const a = word(s, i);
    const b = word(s, i + 1);
    if (!plain(s, i) || !small(s, i + 1)) return undefined;
    let due = false;
    if (b === 'same')
      due =
        tagged(s, i + 2, COMMON_NOUN) &&
        !/^(?:sex|gender|day|store|race|size|age)$/u.test(word(s, i + 2)) &&
        !/^(?:store|stores)$/u.test(word(s, i + 3));
    else if (/^(?:past|last|next)$/u.test(b)) {
      due =
        /^(?:in|over|during|for|within)$/u.test(a) &&
        (/^(?:few|several|couple|decade)$/u.test(word(s, i + 2)) || tagged(s, i + 2, setOf('CD'))) &&
        tagged(s, i + 3, setOf('NNS')) &&
        /^(?:years|months|weeks|days|hours|minutes|decades|seasons|games|matches)$/u.test(word(s, i + 3));
    } else if (/^(?:first|second|third|fourth|last)$/u.test(b))
      due =
        a === 'for' &&
        word(s, i + 2) === 'time' &&
        !/^(?:buyers|buyer|voters|offenders|offender|home|in|visitors)$/u.test(word(s, i + 3)) &&
        word(s, i + 3) !== '-';
    else if (
      /^(?:middle|midst|wake|aftermath|beginning|vicinity|hope|hopes|event|majority|outskirts|verge|brink|edge|basis)$/u.test(
        b,
      )
    ) {
      due =
        word(s, i + 2) === 'of' &&
        /^(?:in|on|at|to|from|since)$/u.test(a) &&
        !/^(?:hopes|majority)$/u.test(b) &&
        !(b === 'beginning' && a !== 'at') &&
        !(b === 'edge' && a !== 'on') &&
        s.tags[i + 1] === TAG.NN;
    } else if (b === 'most' || /^[a-z]{3,}est$/u.test(b)) {
      due =
        word(s, i - 1) === 'one' &&
        a === 'of' &&
        tagged(s, i + 2, setOf('JJ', 'NNS', 'VBN', 'NN', 'RB')) &&
        (b === 'most'
          ? tagged(s, i + 2, setOf('JJ', 'VBN'))
          : b === 'best' || tagged(s, i + 1, setOf('JJS')));
    }
    if (!due) return undefined;
    // notes and captions leave articles out
    let finite = false;
    for (let at = 0; at < s.size && !finite; at += 1)
      finite = tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'));
    if (!finite) return undefined;
    return missingAfter(s, i, 'the');
  },
  wrong: [
    'He has won twice ⟦in last⟧ 10 years.',
    'She voted ⟦for first⟧ time.',
    'They met ⟦in middle⟧ of the night.',
    'It fell ⟦at same⟧ time.',
  ],
  right: [
    'He has won twice in the last 10 years.',
    'The scheme is for first time buyers.',
    'It was one of the most popular.',
  ],
};

const RELATIONAL = words(
  'member members part parts end head leader size number majority rest top bottom centre center start beginning result cost value use loss death lack role president chairman spokesman spokeswoman chief director owner author founder sister brother son daughter wife husband mother father capital coast outskirts eve version lots',
);

/** "At the end the week": a noun that needs "of", an article after it and no verb to come. */
export const nounWithoutOf: Rule = {
  name: 'noun without of',
  opens: RELATIONAL,
  find(s, i) {
    if (!small(s, i) || !tagged(s, i, COMMON_NOUN)) return undefined;
    if (
      !/^(?:the|its|their|his|our)$/u.test(word(s, i + 1)) ||
      !small(s, i + 1) ||
      !tagged(s, i + 2, NOUN | setOf('JJ', 'CD'))
    )
      return undefined;
    if (!/^(?:the|a|an|of|as|his|her|its|their)$/u.test(word(s, i - 1)) && !tagged(s, i - 1, setOf('JJ')))
      return undefined;
    for (let at = i + 2; at < s.size; at += 1) {
      if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD', 'VBN'))) return undefined;
      if (/^[,;:—–]$/u.test(word(s, at)) && at === i + 2) return undefined;
    }
    // "make him head the day after", "gave the leader the keys"
    if (
      /^(?:day|week|year|month|time|moment|way|night|morning|same|other|following|next|previous)$/u.test(
        word(s, i + 2),
      ) &&
      word(s, i) !== 'end' &&
      word(s, i) !== 'start' &&
      word(s, i) !== 'beginning'
    )
      return undefined;
    if (
      before(
        s,
        i,
        6,
        words(
          'give gives gave given giving offer offered offers hand handed send sent tell told show showed grant granted award awarded cost costs owe owes pay paid call called deny denied teach taught lend lent allow allowed bring brought buy bought make made name named',
        ),
      )
    )
      return undefined;
    let finite = false;
    for (let at = 0; at < i; at += 1) if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) finite = true;
    if (!finite || mayHaveGap(s, i)) return undefined;
    return match(i, i + 2, `A word is missing: “${word(s, i)} of ${word(s, i + 1)}”?`);
  },
  wrong: ['The work will be done by the ⟦end the⟧ year.', 'She is a ⟦member the⟧ committee.'],
  right: [
    'In the end the vote was lost.',
    'He gave the leader the keys.',
    'She is a member of the committee.',
  ],
};

/** "Minister reject": a short singular subject and a verb that is only a base form, and the other way round. */
export const shortSubjectVerb: Rule = {
  name: 'short subject and verb form',
  opens: words('the this his its their our her he she it'),
  find(s, i) {
    if (!opensClause(s, i) || !plain(s, i)) return undefined;
    if (before(s, i, 20, SUBJUNCTIVE)) return undefined;
    const pronoun = /^(?:he|she|it)$/u.test(word(s, i));
    if (!opens(s, i) && !/^(?:that|but|because|when|while|although|said)$/u.test(word(s, i - 1)))
      return undefined;
    let j = i;
    if (!pronoun) {
      j = i + 1;
      while (tagged(s, j, setOf('JJ')) && small(s, j) && j - i <= 2) j += 1;
      if (
        !small(s, j) ||
        s.tags[j] !== TAG.NN ||
        SINGULAR_TEAMS.has(word(s, j)) ||
        s.lexicon.logFrequency(word(s, j)) < 6
      )
        return undefined;
      if (((s.possibleTags[j] ?? 0) & setOf('NNS', 'VBG', 'JJ')) !== 0) return undefined;
    }
    const v = pronoun && /^(?:never|also|always|still)$/u.test(word(s, j + 1)) ? j + 2 : j + 1;
    if (
      !onlyBase(s, v) ||
      word(s, v).length < 4 ||
      s.lexicon.logFrequency(word(s, v)) < 7 ||
      /^(?:help|come|become|let|says|have|make)$/u.test(word(s, v))
    )
      return undefined;
    if (
      !tagged(s, v + 1, setOf('DT', 'PRP$', 'PRP', 'IN', 'TO', 'NNP', 'CD', 'RB', 'WP')) &&
      !/^[.,]$/u.test(word(s, v + 1))
    )
      return undefined;
    const third = thirdOf(word(s, v));
    return match(j, v + 1, `${shown(s, j, v + 1)}: the verb does not fit. Is “${third}” meant, or the past?`);
  },
  wrong: ['The ⟦minister reject⟧ the plan on Friday.', '⟦He believe⟧ the deal will hold.'],
  right: ['They insist the minister resign.', 'The team agree on that.', 'Let him believe it.'],
};
const thirdOf = (base: string): string =>
  /(?:s|sh|ch|x|z)$/u.test(base)
    ? `${base}es`
    : /[^aeiou]y$/u.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
const SINGULAR_TEAMS = words(
  `team government band party company club group family council committee staff crew side public majority couple pair police press
   media opposition board army cabinet firm jury panel union commission audience crowd squad trio duo administration minority number
   host range lot rest bulk half handful cast news personnel military navy force village nation country defence attack pack midfield elite
   leadership court service unit brigade delegation church percent bank trust department ministry agency association federation
   league management community youth clergy congregation orchestra choir majority minority variety series`,
);

/** "As number of cases falls": a number of what must be the or a. */
export const numberOf: Rule = {
  name: 'number of without its article',
  opens: words('as that while because when since although if'),
  find(s, i) {
    if (word(s, i + 1) !== 'number' || word(s, i + 2) !== 'of') return undefined;
    if (!tagged(s, i + 3, setOf('NNS', 'JJ', 'NN', 'DT')) || !small(s, i + 1)) return undefined;
    return match(i + 1, i + 2, `A word is missing before “number”: the or a?`);
  },
  wrong: ['Curbs are eased as ⟦number⟧ of cases falls.'],
  right: ['Curbs are eased as the number of cases falls.'],
};

/** "Becoming fourth country to do so". */
export const becomeFirst: Rule = {
  name: 'become without the',
  opens: words('become becomes became becoming'),
  find(s, i) {
    if (!small(s, i)) return undefined;
    if (
      !/^(?:first|second|third|fourth|fifth|sixth|largest|biggest|youngest|oldest|latest)$/u.test(
        word(s, i + 1),
      )
    )
      return undefined;
    if (s.tags[i + 2] !== TAG.NN || word(s, i + 3) !== 'to') return undefined;
    return missingAfter(s, i, 'the');
  },
  wrong: ['Chile is ⟦becoming fourth⟧ country to do so.'],
  right: ['Chile is becoming the fourth country to do so.', 'She became first minister of Wales.'],
};

/** "The commander blaming the rebels for the attack." A sentence with a subject and no verb of its own. */
export const noFiniteVerb: Rule = {
  name: 'no verb of its own',
  find(s, i) {
    if (i < 1 || i > 5 || s.size < 9 || word(s, s.size - 1) !== '.') return undefined;
    if (!small(s, i) || !tagged(s, i - 1, NOUN) || !tagged(s, 0, setOf('DT'))) return undefined;
    const ing =
      s.tags[i] === TAG.VBG &&
      /...ing$/u.test(word(s, i)) &&
      ((s.possibleTags[i] ?? 0) & setOf('NN', 'JJ', 'IN')) === 0 &&
      s.possibleTags[i] !== 0;
    if (!ing && !onlyParticiple(s, i)) return undefined;
    if (!tagged(s, i + 1, setOf('DT', 'PRP$', 'IN', 'NN', 'NNS', 'CD', 'JJ', 'TO', 'NNP', 'RP')))
      return undefined;
    for (let at = 0; at < s.size; at += 1) {
      if (at < i && !tagged(s, at, NOUN | setOf('DT', 'PRP$', 'JJ', 'CD')) && word(s, at) !== "'s")
        return undefined;
      if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD')) || /^[:;“”"—–]$/u.test(word(s, at)))
        return undefined;
      // what the tagger takes for a participle or a noun may be the verb
      if (at !== i && ((s.possibleTags[at] ?? 0) & setOf('VBD', 'VBZ', 'MD')) !== 0) return undefined;
      if (
        at > i &&
        ((s.possibleTags[at] ?? 0) & setOf('VBP')) !== 0 &&
        !tagged(s, at - 1, setOf('DT', 'PRP$', 'JJ', 'IN', 'TO'))
      )
        return undefined;
    }
    return match(
      i - 1,
      i + 1,
      `${shown(s, i - 1, i + 1)}: the sentence has no verb of its own. Is one missing, or this one in the wrong form?`,
    );
  },
  wrong: ['A military ⟦commander blaming⟧ the rebels for the attack on the northern town.'],
  right: [
    'A military commander blamed the rebels for the attack on the town.',
    'The man taken to the court on Monday was sent home again.',
  ],
};
