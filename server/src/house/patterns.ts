const LONGEST = 1_000;
const MOST_WILDCARDS = 5;
const MOST_IN_A_NAME = 3;

/**
 * Whether matching a pattern in gitignore style could take more time than any is worth: each further `*` multiplies what a long name
 * can cost.
 */
export const isCostly = (pattern: string): boolean =>
  pattern.length > LONGEST ||
  wildcardsIn(pattern) > MOST_WILDCARDS ||
  pattern.split('/').some((name) => wildcardsIn(name) > MOST_IN_A_NAME);

const wildcardsIn = (pattern: string): number => pattern.match(/\*+/gu)?.length ?? 0;

/** Why a costly pattern is not taken, for a user. */
export const COSTLY = `A pattern in “ignore” has at most ${LONGEST} characters and ${MOST_WILDCARDS} wildcards (*), ${MOST_IN_A_NAME} of them in one name. Write a simpler one.`;
