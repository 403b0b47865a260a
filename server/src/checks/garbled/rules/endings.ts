import { setOf } from '../../../language/tags.ts';
import { match, shown, small, tagged, word, words } from '../predicates.ts';
import type { Rule } from '../rule.ts';

const NEVER_LAST = words(
  'the a an my your our their and or nor than because although whether if whose every',
);

/** A sentence that breaks off after a word that cannot end one. */
export const cutOff: Rule = {
  name: 'cut off',
  find(s, i) {
    if (i !== s.size - 2 || !/^[.!?]$/u.test(word(s, i + 1)) || s.size < 6) return undefined;
    if (!NEVER_LAST.has(word(s, i)) || !small(s, i)) return undefined;
    if (/^(?:a|an)$/u.test(word(s, i)) && !tagged(s, i, setOf('DT'))) return undefined;
    if (
      word(s, i) === 'a' &&
      (s.raw[i - 1] ?? '').length <= 2 &&
      !tagged(s, i - 1, setOf('IN', 'VBD', 'VBZ', 'CC'))
    )
      return undefined;
    return match(i, i + 1, `The sentence breaks off after ${shown(s, i, i + 1)}.`);
  },
  wrong: [
    'The minister told reporters that he would see ⟦the⟧.',
    'The plant will close in June, with the loss of 400 jobs ⟦and⟧.',
  ],
  right: ['It was a film that she had been told of.', 'He wondered what the inquiry was for.'],
};

const STARTS = words('he she they we these there this but however meanwhile');

/** Two sentences with no stop between them. */
export const runTogether: Rule = {
  name: 'run together',
  find(s, i) {
    if (i < 4 || !small(s, i - 1)) return undefined;
    const raw = s.raw[i] ?? '';
    const here = word(s, i);
    if (!/^[A-Z][a-z]/u.test(raw) || !STARTS.has(here)) return undefined;
    if (!tagged(s, i - 1, setOf('NN', 'NNS', 'RB', 'CD', 'RP'))) return undefined;
    const adverb = /^(?:however|meanwhile)$/u.test(here);
    if (
      adverb
        ? word(s, i + 1) !== ','
        : here === 'but'
          ? !tagged(s, i + 1, setOf('DT', 'PRP'))
          : !tagged(s, i + 1, setOf('VBD', 'VBZ', 'VBP', 'MD', 'NNS', 'NN'))
    )
      return undefined;
    if (/^(?:this|these)$/u.test(here) && !tagged(s, i + 1, setOf('VBD', 'VBZ', 'VBP', 'MD')))
      return undefined;
    if (/^(?:he|she|they|we|there)$/u.test(here) && !tagged(s, i + 1, setOf('VBD', 'VBZ', 'VBP', 'MD')))
      return undefined;
    // "the film There Will Be Blood", "the song She Loves You": a title goes on in capitals
    if (/^[A-Z]/u.test(s.raw[i + 1] ?? '') || /^[A-Z]/u.test(s.raw[i + 2] ?? '')) return undefined;
    let finite = false;
    for (let at = 0; at < i; at += 1) if (tagged(s, at, setOf('VBD', 'VBZ', 'VBP', 'MD'))) finite = true;
    if (!finite) return undefined;
    return match(
      i - 1,
      i + 1,
      `A full stop is missing between ${shown(s, i - 1, i)} and ${shown(s, i, i + 1)}?`,
    );
  },
  wrong: ['The vote was put off for two ⟦weeks He⟧ said he would return.'],
  right: ['The band played the song She Loves You twice.', 'The book calls Him the judge.'],
};
