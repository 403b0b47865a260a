import { type Bits, PARAGRAPHS_A_BIT } from './bits.ts';
import type { Part } from './composer.ts';
import type { Paragraph } from './draft.ts';
import { isRow } from './joins.ts';
import { kindOf, type Place } from './kinds.ts';
import type { ParagraphKind, Prose } from './prose.ts';
import type { ProseStore } from './store.ts';

/** Paragraphs of their parts. */
export function* paragraphsOfParts(
  parts: readonly Part[],
  proseOf: (part: Part, place: Place) => Prose,
): Bits<readonly Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % PARAGRAPHS_A_BIT === 0) yield;
    const { span, lines, pieces } = part;
    const prose = proseOf(part, { index, last: index === parts.length - 1 });
    paragraphs.push({ prose, span, lines, ...(pieces && { pieces }) });
  }
  return paragraphs;
}

/** The prose of a paragraph in a format that marks its headings, the first of which is the headline. */
export function proseOf(
  { text, kind: marked }: Pick<Part, 'text' | 'kind'>,
  place: Place,
  store: ProseStore,
): Prose {
  const kind = marked === 'prose' ? proseKind(text, place) : marked;
  return store(text, kind === 'heading' && place.index === 0 ? 'headline' : kind);
}

// A short line with no full stop is no heading where headings are marked.
function proseKind(text: string, place: Place): ParagraphKind {
  if (text.includes('\t') && text.split('\n').every(isRow)) return 'cell';
  const kind = kindOf(text, place);
  return kind === 'headline' || kind === 'heading' ? 'body' : kind;
}
