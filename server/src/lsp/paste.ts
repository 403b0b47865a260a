import type { QuoteMarks } from '../checks/check.ts';
import { NO_PROSE } from '../draft/composer.ts';
import type { Format } from '../draft/draft.ts';
import { readDraft } from '../draft/read.ts';
import type { Finding } from '../engine/finding.ts';
import { fixAll } from '../engine/fix.ts';

/** What lies on the clipboard. */
export interface Pasted {
  readonly text: string;
  /** The same as a page, where it was copied from one. */
  readonly html?: string;
}

/**
 * What is pasted, as copy: no page furniture and no chatbot's words, one kind of line end, no double spaces, quote marks and dashes
 * as the draft has them. Words are never changed.
 * @param marks the quote marks of the house.
 * @param around the draft it is pasted into, by which quote marks go where the house has none of its own, and dashes.
 * @param check what a draft is found to have, by the house's rules.
 */
export function asCopy(
  { text, html }: Pasted,
  marks: QuoteMarks,
  around: string,
  format: Format,
  check: (source: string) => readonly Finding[],
): string {
  const copy = html === undefined ? tidyLines(text) : copyOfPage(html, format);
  const bare = fixAll(copy, (source) => check(source).filter(isLeftover).map(byItsPreferredFix));
  return dashedAs(
    around,
    quotedAs(marks === 'either' ? (marksOf(around) ?? marksOf(bare)) : marks, bare),
  ).trim();
}

const LEFTOVERS = new Set(['furniture/leftover', 'assistant/leftover']);
const isLeftover = ({ code }: Finding): boolean => LEFTOVERS.has(code);
const byItsPreferredFix = (finding: Finding): Finding => ({
  ...finding,
  fixes: finding.fixes.filter(({ preferred }) => preferred).map((fix) => ({ ...fix, safe: true })),
});

/** The paragraphs of a page, a blank line between two; those of a list stand together. */
function copyOfPage(html: string, format: Format): string {
  const paragraphs = readDraft(html, 'html').paragraphs.map(({ prose: { kind, text } }) => ({
    kind,
    words: tidyLines(text.replaceAll(NO_PROSE, ' ')),
  }));
  const mark = (kind: string): string =>
    kind === 'list-item' ? '- ' : format === 'markdown' && HEADINGS.has(kind) ? '## ' : '';
  return paragraphs
    .filter(({ words }) => words !== '')
    .map(({ kind, words }, i, all) => {
      const together = kind === 'list-item' && all[i - 1]?.kind === 'list-item';
      return `${i === 0 ? '' : together ? '\n' : '\n\n'}${mark(kind)}${words}`;
    })
    .join('');
}

const HEADINGS = new Set(['headline', 'heading']);

/** Line ends of one kind, no spaces at their ends, none twice, none that do not break, nothing without width. */
const tidyLines = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\t]/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

const countOf = (text: string, shape: RegExp): number => text.match(shape)?.length ?? 0;

/** The quote marks that a text has more of; undefined where it has none, or as many of both. */
function marksOf(text: string): QuoteMarks | undefined {
  const more = countOf(text, /[“”‘’]/gu) - countOf(text, /["']/gu);
  return more === 0 ? undefined : more > 0 ? 'curly' : 'straight';
}

function quotedAs(marks: QuoteMarks | undefined, copy: string): string {
  if (marks === undefined) return copy;
  if (marks === 'straight') return copy.replace(/[“”„]/gu, '"').replace(/[‘’]/gu, "'");
  return (
    copy
      // a mark after a space, an opening bracket, a dash or another mark opens; the rest close, or stand for what was left out
      .replace(/(?<=^|[\s([{—–‘'“-])"/gmu, '“')
      .replaceAll('"', '”')
      .replace(/(?<=^|[\s([{—–“])'(?!\d0s|em\b|tis\b|twas\b)/gmu, '‘')
      .replaceAll("'", '’')
  );
}

const DASHES = [
  { set: ' — ', shape: / — /gu },
  { set: ' – ', shape: / – /gu },
  { set: '—', shape: /(?<=\w)—(?=\w)/gu },
] as const;

/** Dashes between words as the draft around sets most of its own; as they are where it has none. Figures keep theirs. */
function dashedAs(around: string, copy: string): string {
  const ranked = DASHES.map(({ set, shape }) => ({ set, count: countOf(around, shape) }));
  const most = ranked.reduce((a, b) => (b.count > a.count ? b : a));
  if (most.count === 0) return copy;
  return copy.replace(/(?<=[\p{L},.”"’'])(?: [—–-] | -- |—)(?=[\p{L}“"‘'])/gu, most.set);
}
