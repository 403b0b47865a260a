import type { DraftCheck } from '../check.ts';

export const duplicate: DraftCheck<Record<never, never>> = {
  id: 'duplicate',
  scope: 'draft',
  summary: 'A passage that stands twice',
  codes: {
    'duplicate/block': { severity: 'error', summary: 'Two or more paragraphs in a row stand twice' },
    'duplicate/paragraph': { severity: 'error', summary: 'A paragraph stands twice' },
    'duplicate/near': { severity: 'warning', summary: 'A paragraph stands twice, with changes' },
    'duplicate/sentence': { severity: 'warning', summary: 'A sentence stands twice' },
  },
  defaults: {},
  optionDocs: {},
  *run() {},
};
