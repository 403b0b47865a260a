import { atOnce } from './bits.ts';
import type { Told } from './extracted.ts';
import { partsOf } from './html.ts';
import { readPlain } from './plain.ts';
import { createProseStore } from './store.ts';

// a tag that parts paragraphs: without one, a text is as somebody typed it
const BLOCK = /<(?:p|div|h[1-6]|ul|ol|blockquote|table|figure|section|article)\b/i;
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?>|<!--|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/iu;

/** The paragraphs of a page or a part of one. */
export const toldOfHtml = (html: string): readonly Told[] =>
  atOnce(partsOf(html)).map(({ kind, text }) => ({ kind, text }));

/** The paragraphs of a text that a system keeps: HTML, HTML in which blank lines part paragraphs, or a plain text. */
export function toldOfCopy(copy: string): readonly Told[] {
  if (BLOCK.test(copy)) return toldOfHtml(copy);
  if (TAG.test(copy))
    return toldOfHtml(
      copy
        .split(/\r?\n[ \t]*\r?\n/u)
        .map((text) => `<p>${text}</p>`)
        .join('\n'),
    );
  return toldOfPlain(copy);
}

/** The paragraphs of a plain text. */
export function toldOfPlain(text: string): readonly Told[] {
  const { paragraphs } = atOnce(readPlain(text, createProseStore())).draft;
  return paragraphs.map(({ prose }) => ({
    kind: prose.kind === 'headline' ? 'prose' : prose.kind,
    text: prose.text,
  }));
}
