import type { DraftCheck, ParagraphCheck } from '../../server/src/checks/check.ts';

/** Flags every “teh”, and fixes it. */
export const slip: ParagraphCheck<{ minimum: number; words: readonly string[] }> = {
  id: 'slip',
  scope: 'paragraph',
  summary: 'Slips of the hand',
  codes: { 'slip/teh': { severity: 'warning', summary: '“teh” for “the”' } },
  defaults: { minimum: 1, words: ['teh'] },
  optionDocs: { minimum: 'From how many on they are told.', words: 'The words that are slips.' },
  *run(paragraph, { options }) {
    const found = [...paragraph.text.matchAll(/\b(t)eh\b/giu)];
    if (found.length < options.minimum) return;
    for (const match of found) {
      const span = { start: match.index, end: match.index + 3 };
      yield {
        code: 'slip/teh',
        span,
        message: '“teh” should be “the”.',
        fixes: [
          { title: 'Write “the”', safe: true, preferred: true, edits: [{ span, text: `${match[1]}he` }] },
        ],
      };
    }
  },
};

/** Flags a paragraph that is the same as an earlier one, and offers to delete it. */
export const twice: DraftCheck<Record<never, never>> = {
  id: 'twice',
  scope: 'draft',
  summary: 'Paragraphs that stand twice.',
  codes: {
    'twice/paragraph': { severity: 'error', summary: 'A paragraph again' },
    'twice/quietly': { severity: 'off', summary: 'Never found' },
  },
  defaults: {},
  optionDocs: {},
  *run(draft) {
    for (const [i, paragraph] of draft.paragraphs.entries()) {
      const first = draft.paragraphs.slice(0, i).find((one) => one.prose.text === paragraph.prose.text);
      if (first === undefined || paragraph.prose.text.length < 30) continue;
      yield {
        code: 'twice/paragraph',
        span: paragraph.span,
        message: 'This paragraph stands twice.',
        copy: true,
        related: [{ span: first.span, message: 'It stands here first.' }],
        fixes: [
          {
            title: 'Delete this copy',
            safe: false,
            preferred: true,
            edits: [{ span: paragraph.lines, text: '' }],
          },
        ],
      };
    }
  },
};

/** Throws on every draft that has the word “boom”. */
export const fragile: ParagraphCheck<Record<never, never>> = {
  id: 'fragile',
  scope: 'paragraph',
  summary: 'A check with a fault',
  codes: { 'fragile/boom': { severity: 'hint', summary: 'Nothing' } },
  defaults: {},
  optionDocs: {},
  // biome-ignore lint/correctness/useYield: it never gets so far
  *run(paragraph) {
    if (/\bboom\b/u.test(paragraph.text)) throw new Error('The check stumbled.');
  },
};
