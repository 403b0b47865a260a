import { formsOf, type VerbForm } from '../../../language/verbs.ts';

/** The words of a list set out over lines. */
export const wordsOf = (list: string): readonly string[] => list.split(/\s+/u).filter((word) => word !== '');

/** The regular plural of an English noun. */
export function pluralOf(word: string): string {
  if (/(?:s|x|ch|sh)$/u.test(word)) return `${word}es`;
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** Lists each value under every one of its cue words. */
export function byCue<T>(
  values: readonly T[],
  cuesOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const value of values)
    for (const cue of new Set(wordsOf(cuesOf(value)))) found.set(cue, [...(found.get(cue) ?? []), value]);
  return found;
}

/** The forms an act is told in; who lay in bed told no lie. */
export const actForms = (lemma: string): readonly (readonly [string, VerbForm])[] =>
  formsOf(lemma).filter(([form]) => lemma !== 'lie' || !/^la/u.test(form));
