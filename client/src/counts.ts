import type { BySeverity } from './protocol.ts';

/** Says a text in the user's language, with `{0}` and so on filled in. */
export type Translate = (text: string, ...values: (string | number)[]) => string;

/**
 * What is left, as it is told everywhere: on the pencil, in the review, in the status bar and in notices. What counts is what
 * is to be fixed, errors and warnings: VS Code puts that number on the tab. Questions and hints are told apart.
 */
export interface Counts {
  /** Errors and warnings. */
  readonly fix: number;
  /** Findings shown as information: they ask the editor something. */
  readonly ask: number;
  readonly hints: number;
  /** Settled in the ledger. */
  readonly checked: number;
}

/** Counts findings by what they ask of the editor. */
export const countsOf = ({ error, warning, information, hint }: BySeverity, checked = 0): Counts => ({
  fix: error + warning,
  ask: information,
  hints: hint,
  checked,
});

/** `3 to fix, 2 questions, 1 hint, 4 settled`; `nothing to ask` in place of the first two where there is neither. */
export function inWords(counts: Counts, t: Translate): string {
  const { hints, checked } = counts;
  return [
    leftInWords({ ...counts, hints: 0 }, t),
    ...(hints > 0 ? [hintsInWords(hints, t)] : []),
    ...(checked > 0 ? [t('{0} settled', checked)] : []),
  ].join(', ');
}

/** What is left alone, for a narrow row: `3 to fix, 2 questions`; the hints where there is neither. */
export function leftInWords({ fix, ask, hints }: Counts, t: Translate): string {
  const left = [...(fix > 0 ? [t('{0} to fix', fix)] : []), ...(ask > 0 ? [questions(ask, t)] : [])];
  if (left.length > 0) return left.join(', ');
  return hints > 0 ? hintsInWords(hints, t) : t('nothing to ask');
}

const questions = (ask: number, t: Translate): string =>
  ask === 1 ? t('1 question') : t('{0} questions', ask);
const hintsInWords = (hints: number, t: Translate): string =>
  hints === 1 ? t('1 hint') : t('{0} hints', hints);

/** Whether there is nothing to fix and nothing to ask. */
export const isClean = ({ fix, ask }: Counts): boolean => fix + ask === 0;

/** `1 draft`, `2 drafts`. */
export const countedDrafts = (files: number, t: Translate): string =>
  files === 1 ? t('1 draft') : t('{0} drafts', files);

/** How many words a text has: runs of letters and digits, with what joins them within a word or a figure (it’s, well-known, 1,200). */
export const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,:/@-][\p{L}\p{M}\p{N}]+)*/gu;

/** Words a minute that adults read silently: M. Brysbaert, “How many words do we read per minute?”, 2019. */
const READ_A_MINUTE = 238;

/** How long a reader takes, in minutes, never less than one. */
export const readingTime = (words: number): number => Math.max(1, Math.round(words / READ_A_MINUTE));
