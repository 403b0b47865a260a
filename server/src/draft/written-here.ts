import type { SourceText } from './source.ts';

/**
 * Stands below the first heading of every page that Blue Pencil writes in Markdown, and below the first line of one in HTML. A page of findings and claims saved beside the
 * drafts is no draft, and what it quotes is not to be found wrong again.
 */
export const WRITTEN_HERE = '<!-- Written by Blue Pencil, which does not check this page. -->';

/** How far into a text the mark is looked for, in UTF-16 units: no heading of ours is longer. */
const HEAD = 1000;

/** Whether a text is a page that Blue Pencil has written. */
export function isWrittenHere(source: SourceText): boolean {
  const head = source.slice(0, HEAD);
  const at = head.indexOf(WRITTEN_HERE);
  return at > 0 && /^\ufeff?(?:# [^\r\n]*|<!doctype html>)\s+$/u.test(head.slice(0, at));
}
