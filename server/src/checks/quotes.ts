import { type Draft, isUnbroken, type Paragraph, toSource } from '../draft/draft.ts';
import type { Prose } from '../draft/prose.ts';
import { leftOpen, type OpenQuote } from '../draft/quotes.ts';
import type { Span } from '../draft/span.ts';
import { bareSentenceTag } from '../sourcing/index.ts';
import type { DraftCheck, Fix, Raised } from './check.ts';
import { keepMarked } from './summaries.ts';

/**
 * Finds quotes that are never closed. A quote may run over paragraphs: then each paragraph opens it again and only the last
 * closes it. So a paragraph that leaves a quote open is right only if the next one opens with a mark.
 */
export const quotes: DraftCheck<Record<never, never>> = {
  id: 'quotes',
  scope: 'draft',
  summary: 'Quote marks that do not close',
  codes: {
    'quotes/unclosed': {
      severity: 'warning',
      summary: 'A quote never closed, or a continuing paragraph not re-opened',
      examples: {
        wrong: 'Ruatoki said: “The boat is sound.\n\nThe ferry sails again on Monday.',
        right: 'Ruatoki said: “The boat is sound.”\n\nThe ferry sails again on Monday.',
      },
      rule: 'Handbooks have a quote that runs on open each paragraph and close only the last.',
    },
  },
  defaults: {},
  optionDocs: {},
  *run(draft, { remember }) {
    const left = remember(() => keepMarked(openQuote))(draft);
    for (const { at, value: open } of left) {
      const paragraph = draft.paragraphs[at] as Paragraph;
      const next = nextRead(draft, at);
      if (next !== undefined && opensWithQuote(next.prose) && !endsWithin(paragraph.prose.text, open))
        continue;
      // inches and minutes look like straight marks
      if (/^["”]\s*$/u.test(paragraph.prose.text.slice(open.start))) continue;
      yield raise(paragraph, open, next);
    }
  },
};

/** The quote that a paragraph leaves open, if any. */
const openQuote = ({ text, quotes: found, kind }: Prose): OpenQuote | undefined =>
  READ.has(kind) ? leftOpen(text, found) : undefined;

/** Whether a quote ends in its paragraph, for all that the next goes on: a wrong mark closes it, or “said Ann Lee” follows what was said. */
function endsWithin(text: string, { start, wrongCloser }: OpenQuote): boolean {
  const tag = bareSentenceTag(text, start);
  return wrongCloser !== undefined || (tag !== undefined && /^\s+\p{Ll}+\s\p{Lu}/u.test(text.slice(tag)));
}

const opensWithQuote = ({ text, quotes: found }: Prose): boolean =>
  found[0]?.start === 0 || leftOpen(text, found)?.start === 0;

const READ = new Set(['body', 'quotation', 'list-item', 'headline', 'caption']);

const nextRead = (draft: Draft, at: number): Paragraph | undefined => {
  const next = draft.paragraphs[at + 1];
  return next?.prose.kind === 'caption' || next?.prose.kind === 'heading' ? draft.paragraphs[at + 2] : next;
};

function raise(paragraph: Paragraph, open: OpenQuote, next: Paragraph | undefined): Raised {
  const { text } = paragraph.prose;
  const { mark, closer, wrongCloser } = open;
  const words = firstWords(text.slice(open.start + mark.length));
  const runsOn = wrongCloser === undefined && next !== undefined && closesOnly(next.prose, closer);
  return {
    code: 'quotes/unclosed',
    span: toSource(paragraph, firstWordSpan(text, open)),
    message: wrongCloser
      ? `The quote “${words}…” opens with ${mark} but closes with ${text.charAt(wrongCloser.start)}.`
      : runsOn
        ? `The quote “${words}…” runs into the next paragraph, which must open with a mark too.`
        : `The quote “${words}…” is never closed. Readers can’t tell where it ends.`,
    fixes: runsOn ? reopen(next, mark) : close(paragraph, open),
  };
}

/** Whether a paragraph closes a quote that it does not open. */
const closesOnly = ({ text, quotes: found }: Prose, closer: string): boolean =>
  found.length === 0 &&
  (/['’]/u.test(closer) ? new RegExp(`[.,!?…]${closer}(?:\\s|$)`, 'u').test(text) : text.includes(closer));

const firstWords = (text: string): string =>
  text
    .trim()
    .split(/\s+/u)
    .slice(0, 6)
    .join(' ')
    .replace(/[.,!?…]+$/u, '');

// The mark and the word after it: the place to look at.
function firstWordSpan(text: string, open: Span): Span {
  const word = /^\S+/u.exec(text.slice(open.start))?.[0] ?? text.charAt(open.start);
  return { start: open.start, end: open.start + word.length };
}

const reopen = (next: Paragraph, mark: string): readonly Fix[] => [
  {
    title: 'Open the next paragraph with a quote mark',
    edits: [{ span: toSource(next, { start: 0, end: 0 }), text: mark }],
    safe: false,
    preferred: true,
  },
];

/** The place the convention asks for: before the speech tag where there is one, else after the last full stop. */
function close(paragraph: Paragraph, { start, closer, wrongCloser }: OpenQuote): readonly Fix[] {
  const { text } = paragraph.prose;
  const tag = bareSentenceTag(text, start);
  const span = wrongCloser ?? { start: tag ?? text.length, end: tag ?? text.length };
  if (!isUnbroken(paragraph, span)) return [];
  const title = wrongCloser
    ? `Close the quote with ${closer}`
    : tag === undefined
      ? 'Close the quote at the end of the paragraph'
      : 'Close the quote before the speaker';
  return [
    { title, edits: [{ span: toSource(paragraph, span), text: closer }], safe: false, preferred: true },
  ];
}
