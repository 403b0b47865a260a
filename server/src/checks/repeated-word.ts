import type { ParagraphCheck } from './check.ts';

export const repeatedWord: ParagraphCheck<Record<never, never>> = {
  id: 'repeated',
  scope: 'paragraph',
  summary: 'A word that stands twice',
  codes: { 'repeated/word': { severity: 'warning', summary: 'The same word twice in a row' } },
  defaults: {},
  optionDocs: {},
  *run() {},
};
