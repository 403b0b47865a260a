/** The name in a source, without the role before it and what follows a comma: "Ukrainian defence minister Rustem Umerov". */
export function nameOf(text: string): string {
  const whole = text
    .replace(/[,(].*$/u, '')
    .replace(POSTNOMINALS, '')
    .trim();
  // "Tane Ruatoki of the seamen's union", but "the University of Lund"
  const before = whole.replace(/\s(?:of|for|at|from|in|who|with)\s.*$/u, '');
  const phrase = /\p{Lu}[\p{L}’-]+ \p{Lu}[\p{L}’-]+$/u.test(before) ? before : whole;
  const name = /(?:(?:\p{Lu}[\p{L}’'.-]+|van|von|de|al|bin|del|da|der)\s+)*\p{Lu}[\p{L}’'-]+$/u.exec(
    phrase,
  )?.[0];
  return name === undefined || name.split(/\s+/u).length > 5 ? phrase : name;
}

// letters after a name: "Ann Lee KC"
const POSTNOMINALS = /(?<=\p{L})(?: (?:[KQ]C|[OMC]BE|MP|MSP|MEP|MS|TD|PhD|MD|Jr\.?|Sr\.?|FRS|DL|JP))+$/u;

const TITLES =
  /^(?:(?:US|UK|EU|UN|U\.S\.|President|Vice|Prime|Minister|Foreign|Defence|Defense|Secretary|Senator|Sen\.|Rep\.|Representative|Gov\.|Governor|Chancellor|Mayor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Professor|Sir|Lord|Lady|Judge|Justice|General|Gen\.|Colonel|Col\.|Sergeant|Captain|Chief|Inspector|Detective|King|Queen|Prince|Princess|Pope|Ambassador|Chairman|Director|State|Russian|Ukrainian|American|British|French|German|Chinese|Israeli|Democratic|Republican)\s+)+(?=\p{Lu})/u;

/** A full name without titles: "Volodymyr Zelenskyy" of "Ukrainian President Volodymyr Zelenskyy". */
export const bareName = (name: string): string => name.replace(TITLES, '');

const lastWord = (name: string): string => bareName(name).split(/\s+/u).at(-1) ?? name;

/** Whether two names may be of one person: "Anwar Hossain", "Mr Hossain" and "Hossain", or of one family. */
export const isSameName = (a: string, b: string): boolean =>
  a === b || (/^\p{Lu}/u.test(a) && lastWord(a) === lastWord(b));
