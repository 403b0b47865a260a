import { describe, expect, test } from 'vitest';
import type { DraftCheck, ParagraphCheck } from '../../server/src/checks/check.ts';
import { planChecks } from '../../server/src/engine/plan.ts';
import { createDocuments } from '../../server/src/lsp/documents.ts';
import { createLive } from '../../server/src/phrasing/live.ts';

const about = { summary: '', defaults: {}, optionDocs: {} };
const tired: ParagraphCheck = {
  ...about,
  id: 'tired',
  scope: 'paragraph',
  codes: { 'tired/out': { severity: 'error', summary: '' } },
  // biome-ignore lint/correctness/useYield: it fails before it finds anything
  *run() {
    throw new Error('too tired');
  },
};
const weary: DraftCheck = {
  ...about,
  id: 'weary',
  scope: 'draft',
  codes: { 'weary/out': { severity: 'error', summary: '' } },
  // biome-ignore lint/correctness/useYield: it fails before it finds anything
  *run() {
    throw new Error('too weary');
  },
};
const awake: ParagraphCheck = {
  ...about,
  id: 'awake',
  scope: 'paragraph',
  codes: { 'awake/word': { severity: 'hint', summary: '' } },
  *run({ words }) {
    for (const word of words.slice(0, 1)) yield { code: 'awake/word', span: word, message: word.text };
  },
};

describe('a check that fails', () => {
  test('is told of once for each check and document, and what the others find is kept', () => {
    const told: string[] = [];
    const documents = createDocuments(
      (uri, check) => told.push(`${check.id} on ${uri}`),
      createLive(
        async () => [],
        () => {},
      ),
      () => {},
    );
    const plan = planChecks([tired, awake, weary]);
    for (const uri of ['untitled:a', 'untitled:b']) {
      const textDocument = {
        uri,
        languageId: 'plaintext',
        version: 1,
        text: 'The ferry sails.\n\nIt stays.',
      };
      const document = documents.open({ textDocument });
      for (let version = 2; version < 5; version += 1) {
        const start = { line: 0, character: 0 };
        documents.change({
          textDocument: { uri, version },
          contentChanges: [{ range: { start, end: start }, text: `Again ${version} ` }],
        });
        const findings = document.session.check(document.draft(), plan);
        expect(findings.map(({ message }) => message)).toEqual(['Again', 'It']);
      }
    }
    expect(told).toEqual([
      'tired on untitled:a',
      'weary on untitled:a',
      'tired on untitled:b',
      'weary on untitled:b',
    ]);
  });
});
