import { setOf, TAG } from '../../../language/tags.ts';
import { can, drop, match, NOUN, opens, shown, small, tagged, VERB, word, words } from '../predicates.ts';
import type { Rule } from '../rule.ts';

/** "Although he won, but she lost". */
export const althoughBut: Rule = {
  name: 'although, then but',
  opens: words('although though despite while whilst'),
  find(s, i) {
    if (!opens(s, i)) return undefined;
    let comma = -1;
    for (let at = i + 2; at < s.size; at += 1) {
      if (word(s, at) === ',') {
        if (comma >= 0) return undefined;
        comma = at;
        if (word(s, at + 1) !== 'but') return undefined;
        break;
      }
      if (/^[;:—–"“”]$/u.test(word(s, at))) return undefined;
    }
    if (comma < 0) return undefined;
    let finite = false;
    for (let at = i + 1; at < comma; at += 1)
      if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD', 'VBN'))) finite = true;
    if (word(s, i) !== 'despite' && !finite) return undefined;
    const next = comma + 2;
    const clause =
      tagged(s, next, setOf('PRP', 'DT', 'NNP', 'NNS', 'PRP$', 'EX', 'JJ', 'CD')) &&
      hasFinite(s, next + 1, next + 6);
    if (!clause) return undefined;
    // "although he won, but not by much, the party …" has a second comma and its main clause after
    for (let at = next; at < s.size; at += 1) if (word(s, at) === ',') return undefined;
    return match(comma + 1, comma + 2, `“${s.raw[i]} …, but”: one of the two joining words is enough.`, [
      drop(s, comma + 1),
    ]);
  },
  wrong: ['Although the talks failed, ⟦but⟧ the truce held.'],
  right: ['Although he won, he was not happy.', 'While small, but for one room, it is clean.'],
};
const hasFinite = (s: Parameters<Rule['find']>[0], from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1)
    if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD', 'VBN'))) return true;
  return false;
};

/** "The minister he said": a subject named twice. */
export const subjectTwice: Rule = {
  name: 'subject named twice',
  opens: words('he she it they'),
  find(s, i) {
    if (i < 1 || i > 6 || !small(s, i) || !tagged(s, i - 1, NOUN)) return undefined;
    if (!tagged(s, 0, setOf('DT', 'PRP$', 'NNP'))) return undefined;
    if (!/^(?:is|was|has|had|said|will|would|says)$/u.test(word(s, i + 1)) || can(s, i - 1, VERB))
      return undefined;
    for (let at = 0; at < i; at += 1) if (!tagged(s, at, NOUN | setOf('DT', 'PRP$', 'JJ'))) return undefined;
    if (
      /^(?:time|day|moment|way|year|week|night|minute|instant|first|last|month|morning|thing|place|reason|times|days)$/u.test(
        word(s, i - 1),
      )
    )
      return undefined;
    if (tagged(s, 0, setOf('NNP')) && i !== 1 && i !== 2) return undefined;
    // one finite verb only: a second would make the first a relative clause ("The man he saw left")
    let finite = 0;
    for (let at = i + 1; at < s.size; at += 1) {
      if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) finite += 1;
      if (/^[,;:—–"“”()]$/u.test(word(s, at))) return undefined;
      if (word(s, at) === 'that' || word(s, at) === 'because') break;
      if (tagged(s, at, setOf('VBN')) && at >= i + 2) return undefined;
    }
    if (finite !== 1 || !/^[.!?]$/u.test(word(s, s.size - 1)) || s.size - i < 5) return undefined;
    // the verb must have what it needs: "The book he wrote." is a fragment
    if (/^(?:is|was|has|had|are|were|have)$/u.test(word(s, i + 1)) && /^[.!?]$/u.test(word(s, i + 2)))
      return undefined;
    return match(
      i - 1,
      i + 1,
      `${shown(s, i - 1, i + 1)}: the subject stands twice. Keep the name or the pronoun.`,
      [drop(s, i)],
    );
  },
  wrong: ['The ⟦minister he⟧ said that the plan was dead.', 'The ⟦company it⟧ has a plant in Leeds.'],
  right: [
    'The man he saw left by the back door.',
    'The day he left was a Monday.',
    'The plan he said he would drop is back.',
  ],
};

const REPORTING = words(
  'said says thinks believes hopes hoped thought believed felt claimed knew knows insists insisted fears feared argues argued',
);
/** "A bill which it was passed". */
export const whichIt: Rule = {
  name: 'which it',
  opens: words('which who'),
  find(s, i) {
    if (!/^(?:it|he|she|they)$/u.test(word(s, i + 1)) || !small(s, i + 1)) return undefined;
    if (word(s, i) === 'which' && word(s, i + 1) !== 'it') return undefined;
    if (
      i === 0 ||
      tagged(s, i - 1, setOf('IN', 'TO', 'VBD', 'VBZ', 'VB', 'VBG', 'VBP')) ||
      /^(?:about|know|of|asked)$/u.test(word(s, i - 1))
    )
      return undefined;
    const noun = word(s, i - 1) === ',' ? i - 2 : i - 1;
    if (!tagged(s, noun, NOUN)) return undefined;
    const verb = i + 2;
    // "which it was passed by parliament": a passive with its agent or place has no room for another object
    const be = /^(?:is|was)$/u.test(word(s, verb));
    if (!be || s.tags[verb + 1] !== TAG.VBN || REPORTING.has(word(s, verb + 1))) return undefined;
    if (!/^(?:by|in|on|at)$/u.test(word(s, verb + 2)) || word(s, verb + 1) === 'given') return undefined;
    return match(i, i + 2, `${shown(s, i, i + 2)}: the pronoun repeats “${word(s, i)}”.`, [drop(s, i + 1)]);
  },
  wrong: [
    'The boat, ⟦which it⟧ was built in 1978, had been checked.',
    'The bill ⟦which it⟧ was passed by parliament in May takes effect today.',
  ],
  right: [
    'The report, which it was hoped would help, is late.',
    'The prize which it is said he wanted went to her.',
  ],
};

/** Him and me as subjects. */
export const himAnd: Rule = {
  name: 'him as a subject',
  opens: words('him me'),
  find(s, i) {
    if (!opens(s, i) || word(s, i + 1) !== 'and') return undefined;
    let at = i + 2;
    while (at < i + 6 && tagged(s, at, NOUN | setOf('DT', 'PRP$', 'JJ'))) at += 1;
    if (at === i + 2 || !tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) return undefined;
    const right = word(s, i) === 'him' ? 'He' : 'I';
    return match(
      i,
      i + 2,
      `${shown(s, i, i + 1)} cannot be the subject: “${right}”?`,
      word(s, i) === 'him' ? [{ title: 'Change “Him” to “He”', from: i, to: i + 1, text: 'He' }] : [],
    );
  },
  wrong: ['⟦Him and⟧ the mayor was seen leaving the building.'],
  right: ['Him and his music I have always loved.'],
};
