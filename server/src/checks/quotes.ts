import { type Draft, isUnbroken, type Paragraph, toSource } from '../draft/draft.ts';
import type { Prose } from '../draft/prose.ts';
import type { QuoteSpan } from '../draft/quotes.ts';
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
    const left = remember(() => keepMarked(leftOpen))(draft);
    for (const { at, value: open } of left) {
      const paragraph = draft.paragraphs[at] as Paragraph;
      const next = nextRead(draft, at);
      if (next?.prose.quotes[0]?.start === 0) continue;
      // inches and minutes look like straight marks
      if (/^["”]\s*$/u.test(paragraph.prose.text.slice(open.start))) continue;
      yield raise(draft, paragraph, open, next);
    }
  },
};

/** The quote that a paragraph leaves open, if any. */
function leftOpen({ quotes: found, kind }: Prose): QuoteSpan | undefined {
  const last = READ.has(kind) ? found.at(-1) : undefined;
  return last?.closed === false ? last : undefined;
}

const READ = new Set(['body', 'quotation', 'list-item', 'headline', 'caption']);

const nextRead = (draft: Draft, at: number): Paragraph | undefined => {
  const next = draft.paragraphs[at + 1];
  return next?.prose.kind === 'caption' || next?.prose.kind === 'heading' ? draft.paragraphs[at + 2] : next;
};

function raise(draft: Draft, paragraph: Paragraph, open: QuoteSpan, next: Paragraph | undefined): Raised {
  const { text } = paragraph.prose;
  const mark = /^(?:“|"|„|«|”)/u.exec(text.slice(open.start))?.[0] ?? '“';
  const closer = CLOSERS[mark] ?? '”';
  const words = firstWords(text.slice(open.start + mark.length));
  const runsOn = next !== undefined && next.prose.quotes.length === 0 && next.prose.text.includes(closer);
  return {
    code: 'quotes/unclosed',
    span: toSource(paragraph, firstWordSpan(text, open)),
    message: runsOn
      ? `The quote “${words}…” runs into the next paragraph, which must open with a mark too.`
      : `The quote “${words}…” is never closed. Readers can’t tell where it ends.`,
    fixes: runsOn ? reopen(next, mark) : close(draft, paragraph, open, closer),
  };
}

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '"': '"', '„': '“', '«': '»', '”': '”' };

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
function close(_draft: Draft, paragraph: Paragraph, open: QuoteSpan, closer: string): readonly Fix[] {
  const { text } = paragraph.prose;
  const tag = bareSentenceTag(text, open.start);
  const fixes: Fix[] = [];
  const add = (at: number, title: string): void => {
    const span = { start: at, end: at };
    if (isUnbroken(paragraph, span))
      fixes.push({
        title,
        edits: [{ span: toSource(paragraph, span), text: closer }],
        safe: false,
        preferred: fixes.length === 0,
      });
  };
  if (tag !== undefined) add(tag, 'Close the quote before the speaker');
  else add(text.length, 'Close the quote at the end of the paragraph');
  return fixes;
}
