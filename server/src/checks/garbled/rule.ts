import type { Sentence } from '../../language/tagged.ts';

/** A replacement of the tokens from `from` up to `to`; an empty text takes them out with the space that follows. */
export interface Correction {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether any editor would take it unseen. */
  readonly safe?: boolean;
}

/** Words at fault: the tokens from `from` up to `to`. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly fixes?: readonly Correction[];
  /** For what is likely but no more. */
  readonly atMost?: 'hint';
}

/**
 * One kind of garble. `find` looks at token `i`, which is one of `opens`, and what follows it. The examples are run as tests: of the
 * wrong ones the words between ⟦ and ⟧ are found, in the right ones nothing.
 */
export interface Rule {
  readonly name: string;
  /** The words, in lower case, that token `i` must be one of; any word where it is left out. */
  readonly opens?: ReadonlySet<string>;
  find(sentence: Sentence, i: number): Match | undefined;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/**
 * The rules that can find something at a word, in their order. Most open with one of a few words: looking them up by the word
 * leaves a third of them to be asked.
 */
export function byOpeningWord(rules: readonly Rule[]): (word: string) => readonly Rule[] {
  const anywhere = rules.filter(({ opens }) => opens === undefined);
  const words = new Set(rules.flatMap(({ opens }) => [...(opens ?? [])]));
  const table = new Map(
    [...words].map((word) => [word, rules.filter(({ opens }) => opens?.has(word) !== false)]),
  );
  return (word) => table.get(word) ?? anywhere;
}
