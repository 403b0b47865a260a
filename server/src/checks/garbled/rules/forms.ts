import type { Sentence } from '../../../language/tagged.ts';
import { setOf, TAG } from '../../../language/tags.ts';
import { baseOfParticiple, baseOfPast } from '../../../language/verbs.ts';
import {
  baseOf,
  before,
  COMMON_NOUN,
  can,
  GAPS,
  insertAfter,
  match,
  mayHaveGap,
  missingAfter,
  NOUN,
  opensClause,
  participle,
  plain,
  shown,
  small,
  swap,
  tagged,
  word,
  words,
} from '../predicates.ts';
import type { Rule } from '../rule.ts';

const BETWEEN = words("now not n't ever never always since already also just recently finally still often");

/** A verb's plain form that is no participle, past, adjective or adverb, whether or not it is a noun too. */
export const isPlainForm = (s: Sentence, i: number): boolean =>
  small(s, i) &&
  can(s, i, setOf('VB')) &&
  !can(s, i, setOf('VBN', 'VBD', 'RB', 'IN', 'DT', 'PRP', 'CD', 'NNS')) &&
  !can(s, i, setOf('JJ'));

/** "Has now reopen", "had not know": after an adverb no noun can stand there. */
export const haveAdverbBase: Rule = {
  name: 'have, an adverb and a plain form',
  opens: words('has have had'),
  find(s, i) {
    if (!small(s, i) || !BETWEEN.has(word(s, i + 1))) return undefined;
    const verb = i + 2;
    if (!isPlainForm(s, verb) || s.lexicon.logFrequency(word(s, verb)) < 4) return undefined;
    if (
      /^(?:time|money|need|cause|reason|hope|use|room|power|money|sex|fun|care|access)$/u.test(word(s, verb))
    )
      return undefined;
    if (mayHaveGap(s, i) || !tagged(s, i - 1, NOUN | setOf('PRP', 'WP', 'WDT', 'MD'))) return undefined;
    const done = participle(s, word(s, verb));
    return match(
      i,
      verb + 1,
      `After ${shown(s, i, i + 1)} the verb stands in the past${done === undefined ? '' : `: “${done}”`}.`,
      [done === undefined ? undefined : swap(s, verb, done)],
    );
  },
  wrong: [
    'The council ⟦has now agree⟧ to the plan.',
    'She said she ⟦had not know⟧ the rules.',
    'He ⟦has since go⟧ back to work.',
  ],
  right: ['He has never time for that.', 'She has also access to the files.', 'They have now reopened it.'],
};

const EMPTY = words('there it this');
/** "Was order to pay", "are expect to rise", "will be turn out": a plain form between be and what its participle takes. */
export const bePlainForm: Rule = {
  name: 'be and a plain form',
  opens: words('is are was were been be'),
  find(s, i) {
    if (!small(s, i) || !isPlainForm(s, i + 1)) return undefined;
    const verb = word(s, i + 1);
    const to = word(s, i + 2) === 'to' && tagged(s, i + 3, setOf('VB'));
    const particle =
      /^(?:out|up|off|down|away)$/u.test(word(s, i + 2)) &&
      tagged(s, i + 3, setOf('CD', 'DT', 'PRP$', 'NNS', 'NN'));
    const done = participle(s, verb);
    if ((!to && !particle) || done === undefined || s.lexicon.logFrequency(verb) < 5) return undefined;
    if (s.lexicon.logFrequency(done) < s.lexicon.logFrequency(verb) - 6) return undefined;
    if (
      !tagged(s, i - 1, NOUN | setOf('PRP', 'WP', 'WDT', 'MD', 'RB', 'VBP', 'VBZ', 'VBD')) ||
      mayHaveGap(s, i)
    )
      return undefined;
    if (before(s, i, 12, CLEFT) || before(s, i, 6, EMPTY)) return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: the verb is in the wrong form. Is “${done}” meant?`, []);
  },
  wrong: [
    'A teacher has ⟦been order⟧ to pay back the money.',
    'The plant will ⟦be turn⟧ out 200,000 cars a year.',
  ],
  right: [
    'There was reason to believe him.',
    'The first step was work to rule.',
    'All they do is work to live.',
  ],
};
const CLEFT = words(
  'do does did done doing what all thing things step steps aim plan goal task job role idea best least way answer solution',
);

const NEVER_DONE = words(
  'died happened occurred appeared existed remained emerged belonged consisted seemed vanished',
);
/** "Have been died": verbs that nobody does to anyone. */
export const beenDied: Rule = {
  name: 'be and a verb with no passive',
  opens: words('been was were is are being'),
  find(s, i) {
    if (!small(s, i) || !NEVER_DONE.has(word(s, i + 1))) return undefined;
    if (
      mayHaveGap(s, i) ||
      before(s, i, 10, GAPS) ||
      !tagged(s, i - 1, NOUN | setOf('VBP', 'VBZ', 'VBD', 'VB', 'PRP'))
    )
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: one of the two is left over, or in the wrong form.`);
  },
  wrong: ['At least 31 people have ⟦been died⟧ in the floods.'],
  right: ['Who the man was remained unclear.', 'The boy who was died his hair died.'],
};

/** "Is to considering a tax". */
export const isToIng: Rule = {
  name: 'be to and -ing',
  opens: words('is are was were'),
  find(s, i) {
    if (word(s, i + 1) !== 'to' || !/...ing$/u.test(word(s, i + 2))) return undefined;
    if (!small(s, i + 2) || !tagged(s, i + 2, setOf('VBG')) || !tagged(s, i + 3, setOf('DT', 'PRP$', 'PRP')))
      return undefined;
    const base = baseOf(s, word(s, i + 2), (past) => baseOfPast(past) ?? baseOfParticiple(past));
    if (base === undefined || mayHaveGap(s, i) || before(s, i, 10, GAPS)) return undefined;
    return match(i, i + 3, `${shown(s, i, i + 3)}: is “to” left over, or “to ${base}” meant?`, []);
  },
  wrong: ['The chancellor ⟦is to considering⟧ a tax on empty homes.'],
  right: ['The chancellor is to consider a tax.', 'What talking is to thinking it is to doing.'],
};

const ANYONE = words('nobody everybody everyone someone somebody nothing everything something');
const BARE_AFTER = words('let make made help helped see saw have had that if lest');
/** "Nobody know", "she no longer work". */
export const nobodyKnow: Rule = {
  name: 'nobody and a plain form',
  find(s, i) {
    const longer =
      /^(?:he|she|it)$/u.test(word(s, i)) && word(s, i + 1) === 'no' && word(s, i + 2) === 'longer';
    const verb = longer ? i + 3 : i + 1;
    if (!longer && !ANYONE.has(word(s, i))) return undefined;
    if (!opensClause(s, i) && !(longer && /^(?:where|which|whom)$/u.test(word(s, i - 1)))) return undefined;
    if (!isPlainForm(s, verb) || can(s, verb, setOf('MD')) || before(s, i, 10, BARE_AFTER)) return undefined;
    if (!longer && can(s, verb, COMMON_NOUN)) return undefined;
    if (/^(?:be|do|come|let|help)$/u.test(word(s, verb)) || s.lexicon.logFrequency(word(s, verb)) < 6)
      return undefined;
    return match(
      longer ? verb - 1 : i,
      verb + 1,
      `${shown(s, i, verb + 1)}: the verb does not fit “${word(s, i)}”.`,
    );
  },
  wrong: [
    'The first trials failed, and ⟦nobody know⟧ why.',
    'The school, where she no ⟦longer work⟧, would not comment.',
  ],
  right: ['They made everyone agree.', 'Nobody knows why.', 'She no longer works there.'],
};

/** "Too early say". */
export const tooEarlySay: Rule = {
  name: 'too early and no to',
  opens: words('too'),
  find(s, i) {
    if (
      !/^(?:early|late|soon|hard|difficult|easy|small|big|weak|ill|young|old|tired|busy|scared|afraid)$/u.test(
        word(s, i + 1),
      )
    )
      return undefined;
    if (
      !/^(?:say|tell|know|be|make|see|judge|do|give|go|find|take|get|work|speak|travel)$/u.test(
        word(s, i + 2),
      ) ||
      !small(s, i + 2)
    )
      return undefined;
    if (tagged(s, i + 2, setOf('NN', 'VBD')) || mayHaveGap(s, i)) return undefined;
    return missingAfter(s, i + 1, 'to');
  },
  wrong: ['The fire service said it was too ⟦early say⟧ what had caused it.'],
  right: ['It is too early to say.', 'Too late, say critics.'],
};

/** "In Germany rather that Mexico". */
export const ratherThat: Rule = {
  name: 'rather that',
  opens: words('rather'),
  find(s, i) {
    if (word(s, i + 1) !== 'that' || !small(s, i)) return undefined;
    if (
      !tagged(s, i - 1, NOUN | setOf('CD', 'JJ')) ||
      !tagged(s, i + 2, setOf('NNP', 'NN', 'NNS', 'IN', 'VBG'))
    )
      return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: is “than” meant?`, [
      { title: 'Change “that” to “than”', from: i + 1, to: i + 2, text: 'than' },
    ]);
  },
  wrong: ['It will build the car in Germany ⟦rather that⟧ Mexico.'],
  right: ['He would rather that they left.', 'In Germany rather than Mexico.'],
};

const COMPARED = words('more less fewer other rather better worse');
/** "Alive for than six months": "more" or "less" is gone. */
export const thanAlone: Rule = {
  name: 'than with nothing to compare',
  opens: words('for in of by at from to with after'),
  find(s, i) {
    if (word(s, i + 1) !== 'than' || !small(s, i + 1)) return undefined;
    if (
      !tagged(s, i + 2, setOf('CD', 'DT')) ||
      before(s, i, 8, COMPARED) ||
      tagged(s, i - 1, setOf('JJR', 'RBR'))
    )
      return undefined;
    for (let at = Math.max(0, i - 10); at < i; at += 1)
      if (tagged(s, at, setOf('JJR', 'RBR'))) return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: a word is missing between the two: more, less?`);
  },
  wrong: ['It kept the man alive ⟦for than⟧ six months.'],
  right: ['There were more people in than the rules allow.', 'It is bigger than the last.'],
};

/** "It is not first time that …". */
export const notFirstTime: Rule = {
  name: 'first time with no article',
  find(s, i) {
    const at = word(s, i + 1) === 'not' || word(s, i + 1) === "n't" ? i + 2 : i + 1;
    if (
      !/^(?:is|was|'s)$/u.test(word(s, i)) ||
      !/^(?:first|second|third|fourth|last)$/u.test(word(s, at)) ||
      word(s, at + 1) !== 'time'
    )
      return undefined;
    if (!/^(?:that|in|since|the|a|he|she|they|it|for)$/u.test(word(s, at + 2)) || s.tags[at] === TAG.RB)
      return undefined;
    if (!/^(?:it|this|that|which)$/u.test(word(s, i - 1))) return undefined;
    return match(at, at + 2, `A word is missing: “the ${word(s, at)} time”?`, [
      insertAfter(s, at - 1, 'the'),
    ]);
  },
  wrong: ['It is not ⟦first time⟧ that this has happened.'],
  right: ['It is not the first time.', 'What came first was time.'],
};

const MONTHS = words('january february march april may june july august september october november december');
/** "Until the end June". */
export const endJune: Rule = {
  name: 'the end June',
  opens: words('end start beginning middle rest'),
  find(s, i) {
    if (word(s, i - 1) !== 'the' || !MONTHS.has(word(s, i + 1))) return undefined;
    if (small(s, i + 1) || /^(?:'s|was|is)$/u.test(word(s, i + 2)) || !plain(s, i)) return undefined;
    return match(i, i + 2, `A word is missing: “${word(s, i)} of ${s.raw[i + 1] ?? ''}”?`, [
      insertAfter(s, i, 'of'),
    ]);
  },
  wrong: ['Parents have until the ⟦end June⟧ to claim.'],
  right: ['Parents have until the end of June.'],
};

/** "The end came quickly came", "the mike was off was": a verb left on either side of what follows it. */
export const verbAgain: Rule = {
  name: 'verb on either side',
  find(s, i) {
    const a = word(s, i);
    if (
      a !== word(s, i + 2) ||
      a.length < 2 ||
      /^(?:has|have|had|do|does|did)$/u.test(a) ||
      !small(s, i) ||
      !small(s, i + 2) ||
      !small(s, i + 1)
    )
      return undefined;
    if (
      !can(s, i, setOf('VBD', 'VBZ', 'VBN', 'VB')) ||
      can(s, i, COMMON_NOUN | setOf('JJ', 'RB', 'IN', 'DT')) ||
      !can(s, i, setOf('VBD', 'VBZ', 'VBN'))
    ) {
      if (!/^(?:be|been|was|were|is|are)$/u.test(a)) return undefined;
    }
    const between =
      tagged(s, i + 1, setOf('RB', 'RP', 'VBN')) ||
      (tagged(s, i + 1, setOf('IN')) && can(s, i, setOf('VBN')) && !/^(?:is|are|was|were)$/u.test(a));
    if (!between || /^(?:as|and|or|than|not|n't|to)$/u.test(word(s, i + 1))) return undefined;
    if (mayHaveGap(s, i + 2) || before(s, i, 14, GAPS) || /^(?:is|was)$/u.test(word(s, 0))) return undefined;
    return match(i, i + 3, `${shown(s, i, i + 3)}: one of the two “${a}” is left over.`);
  },
  wrong: ['Once he was out the end ⟦came quickly came⟧.', 'The mill was ⟦sold in sold⟧ 2021 after a fire.'],
  right: [
    'What came first came last.',
    'He had recently had a cold.',
    'How he got in got him fired.',
    'Boys will be boys.',
  ],
};
