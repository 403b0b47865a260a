import { expect, it } from 'vitest';
import { nameAt } from '../../server/src/checks/attribution/names.ts';
import { readDraft } from '../../server/src/draft/read.ts';

const draft = readDraft(
  'Dr Mara Quill left the ward.\n\nMr Pell and Ann Pell waited.\n\nDr Quill spoke.\n\nThe end.',
  'plain',
);

it.each([
  ['Mara Quill', 'Dr Quill', 'with the title that the draft gives her'],
  ['Ann Sorrel', 'Ann Sorrel', 'in full where nothing has named her'],
  ['the Rev Ann Lee', 'Rev Ann Lee', 'a title is no body'],
  ['the Vessby Herald', 'the Vessby Herald', 'a body in full'],
  ['BBC', 'the BBC', 'with the article it takes'],
])('%s is named as %s: %s', (source, named) => {
  expect(nameAt(draft, source, 3)).toBe(named);
});
