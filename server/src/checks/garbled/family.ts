import type { Sentence } from './read.ts';

/** A replacement of the tokens from `from` up to `to`; an empty text takes them out with the space that follows. */
export interface Mend {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Whether any editor would take it unseen. */
  readonly safe?: boolean;
}

/** Words at fault: the tokens from `from` up to `to`. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly mends?: readonly Mend[];
}

/**
 * One kind of garble. `find` looks at token `i` and what follows it. The examples are run as tests: of the
 * wrong ones the words between ⟦ and ⟧ are found, in the right ones nothing.
 */
export interface Family {
  readonly name: string;
  find(sentence: Sentence, i: number): Hit | undefined;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}
