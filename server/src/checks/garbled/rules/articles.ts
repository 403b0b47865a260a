import { setOf } from '../../../language/tags.ts';
import { match, plain, shown, small, swap, tagged, word } from '../predicates.ts';
import type { Rule } from '../rule.ts';

// spelled with a vowel and spoken with a consonant
const SPOKEN_CONSONANT =
  /^(?:uni(?!n|m(?:p|a|b)|d)|unanim|us(?:e|u|a(?!id)|ing|ur)|eu|ewe|one\b|one-|once|ut(?:i|e|o)|ur(?:a|i|o)|ub(?:i)|ufo|uk|usb|oui|u-|ouija|uk)/u;
const SPOKEN_VOWEL = /^(?:hour|honest|honor|honour|heir)/u;
// British usage has both "a historic" and "an historic", and French or Spanish words keep a silent h
const EITHER = /^(?:h|historic|herb)/u;

export const article: Rule = {
  name: 'a or an',
  find(s, i) {
    const a = word(s, i);
    const next = word(s, i + 1);
    if (
      (a !== 'a' && a !== 'an') ||
      !plain(s, i) ||
      !small(s, i + 1) ||
      next.length < 3 ||
      !/^\p{L}/u.test(next)
    )
      return undefined;
    if (!tagged(s, i, setOf('DT')) || (s.possibleTags[i + 1] === 0 && !/^[a-z]+-[a-z]+$/u.test(next)))
      return undefined;
    if (/[àâéèêëîïôûüñç]/u.test(next)) return undefined;
    const vowel = (/^[aeiou]/u.test(next) && !SPOKEN_CONSONANT.test(next)) || SPOKEN_VOWEL.test(next);
    if (a === 'a' && vowel) {
      if (!small(s, i) && i > 0) return undefined;
      if (
        /^(?:and|is|or|are|in|as|at|of|a|an|if|on|up|out|off)$/u.test(next) ||
        /[A-Z]/u.test(s.raw[i + 1] ?? '')
      )
        return undefined;
      return match(i, i + 2, `${shown(s, i, i + 2)}: “an” is due before a vowel sound.`, [
        swap(s, i, small(s, i) ? 'an' : 'An'),
      ]);
    }
    if (a === 'an' && !vowel) {
      if (
        /[A-Z]/u.test(s.raw[i + 1] ?? '') ||
        EITHER.test(next) ||
        /^[^aeiouy]{3,}$/u.test(next) ||
        /^(?:mp|nhs|lgb|fbi|x-ray|xray|n-|l-|f-|m-|s-|r-|x-)/u.test(next)
      )
        return undefined;
      if (/^y/u.test(next) && /^[^aeiou]*$/u.test(next)) return undefined;
      if (/^(?:the|this|that|other|his|her|their|to|for|with|der|den|dem|das|die)$/u.test(next))
        return undefined;
      return match(i, i + 2, `${shown(s, i, i + 2)}: “a” is due before a consonant sound.`, [
        swap(s, i, small(s, i) ? 'a' : 'A'),
      ]);
    }
    return undefined;
  },
  wrong: ['She is ⟦an former⟧ lawyer from Leeds.', 'The blaze broke out after ⟦a explosion⟧ at the plant.'],
  right: [
    'It was an historic vote at a European university.',
    'After an hour a one-off payment was agreed.',
    'An MP met a UK envoy over an x-ray.',
    'He made a u-turn after a useful talk.',
  ],
};
