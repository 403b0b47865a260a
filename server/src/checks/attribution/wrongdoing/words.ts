import { wordList } from '../../../language/closed-class.ts';
import { formsOf, type VerbForm } from '../../../language/verbs.ts';

/** Lists each value under every one of its cue words. */
export function byCue<T>(
  values: readonly T[],
  cuesOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const value of values)
    for (const cue of new Set(wordList(cuesOf(value)))) found.set(cue, [...(found.get(cue) ?? []), value]);
  return found;
}

/** The forms an act is told in; who lay in bed told no lie. */
export const actForms = (lemma: string): readonly (readonly [string, VerbForm])[] =>
  formsOf(lemma).filter(([form]) => lemma !== 'lie' || !/^la/u.test(form));
