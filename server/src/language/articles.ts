/** How a word begins when it is spoken: what decides between “a” and “an”. */
export type Onset = 'vowel' | 'consonant';

// spelled with a vowel and spoken with a consonant: “union”, “use”, “one”
const SPOKEN_CONSONANT =
  /^(?:uni(?!n|m(?:p|a|b)|d)|unanim|us(?:e|u|a(?!id)|ing|ur)|eu|ewe|one\b|one-|once|ut(?:i|e|o)|ur(?:a|i|o)|ub(?:i)|ufo|uk|usb|oui|u-|ouija)/u;
const SPOKEN_VOWEL = /^(?:hour|honest|honor(?!i)|honour|heir)/u;
/** Letters whose names begin with a vowel: an F, an MP. */
const VOWEL_LETTERS = new Set('AEFHILMNORSX');
// a name that begins so may be spoken either way: Uber and Uruguayan, Oaxacan, Ewing, Ionian
const UNSURE_NAME = /^(?:u|o[au]|ew|i[aeou])/u;
// letters that could be read out as one word, as NATO and RAM are
const SAYABLE = /[AEIOU]/u;

/**
 * How a token begins when it is read aloud; undefined where that can't be told by its spelling: names, letters that may be read as one
 * word, an h that some keep silent, an x. `token` is as it stands in the copy.
 */
export function onsetOf(token: string): Onset | undefined {
  const figure = /^[£$€]?(?<whole>\d+)/u.exec(token)?.groups?.whole;
  if (figure !== undefined) return onsetOfFigure(figure);
  const letters = /^\p{Lu}+(?=$|[-&’'\d]|s$)/u.exec(token)?.[0];
  if (letters !== undefined && (letters.length > 1 || token.length > 1)) return onsetOfLetters(letters);
  const low = token.toLowerCase();
  if (low.length < 3 || !/^[a-z]/u.test(low) || /[àâéèêëîïôûüñç]/u.test(low)) return undefined;
  if (SPOKEN_CONSONANT.test(low)) return 'consonant';
  if (SPOKEN_VOWEL.test(low)) return 'vowel';
  const named = low.charAt(0) !== token.charAt(0);
  if (/^[aeiou]/u.test(low)) return named && UNSURE_NAME.test(low) ? undefined : 'vowel';
  // “an historic”, “an hotel” are British still; a y before a consonant (Ypres) is a vowel; no vowel at all is letters
  if (/^[hx]|^y[^aeiou]/u.test(low) || /^[^aeiouy]{3,}$/u.test(low)) return undefined;
  return 'consonant';
}

/** Eight, eleven, eighteen and what begins with them; of 1,100 and 1800 either reading may be meant. */
function onsetOfFigure(figure: string): Onset | undefined {
  if (figure.startsWith('8')) return 'vowel';
  if (!/^1[18]/u.test(figure)) return 'consonant';
  return figure.length === 2 ? 'vowel' : figure.length === 4 ? undefined : 'consonant';
}

function onsetOfLetters(letters: string): Onset | undefined {
  const first = letters.charAt(0);
  const spelled = VOWEL_LETTERS.has(first) ? 'vowel' : 'consonant';
  if (letters.length < 3 || !SAYABLE.test(letters)) return spelled;
  // said as a word it begins with its own sound: the two agree on a vowel and on most consonants
  if (/[AEIO]/u.test(first)) return 'vowel';
  if (/[BCDGJKPQTVWZ]/u.test(first)) return 'consonant';
  return letters.length === 3 && /^[^AEIOU]{2}/u.test(letters) ? spelled : undefined;
}
